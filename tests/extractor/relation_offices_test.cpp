// Offices and memberships told around corners: by somebody else's office, in lists, in lines without a verb.
#include <catch2/catch.hpp>

#include "stated.hpp"

using attest::test::Stated;

TEST_CASE("a deputy serves where the chief does") {
  CHECK(Stated("NASA administrator Karl Berg and his deputy, Ida Holm, agreed.")
            .has("Ida Holm HOLDS_POSITION NASA as deputy"));
  CHECK(Stated("Karl Berg is the president of Norway. His spokesman, Otto Lund, denied it.")
            .has("Otto Lund HOLDS_POSITION Norway as spokesman"));
}

TEST_CASE("a counterpart holds the same office elsewhere") {
  CHECK(Stated("Denmark agreed. Norway's foreign minister, Karl Berg, met his Danish counterpart, Ida Holm.")
            .has("Ida Holm HOLDS_POSITION Denmark as foreign minister"));
}

TEST_CASE("an office passes on") {
  const Stated stated(
      "Karl Berg stepped down as chief executive of Acme Foods and was replaced by Ida Holm.");
  CHECK(stated.has("Karl Berg HOLDS_POSITION Acme Foods as chief executive"));
  CHECK(stated.has("Ida Holm HOLDS_POSITION Acme Foods as chief executive"));
  CHECK(Stated("Karl Berg, who was chairman of Acme Foods, left. Ida Holm succeeded Berg as president.")
            .has("Ida Holm HOLDS_POSITION Acme Foods as president"));
}

TEST_CASE("offices in a list share what they are of") {
  const Stated stated(
      "They met former Norwegian presidents Karl Berg and Otto Lund, generals Ida Holm and Nils Dahl, and "
      "former "
      "foreign minister Ada Strand. Norway is small.");
  CHECK(stated.count("HOLDS_POSITION") == 5);
  const Stated each("Karl Berg, Ida Holm and Otto Lund, the presidents of Norway, Denmark and Iceland, met.");
  CHECK(each.has("Karl Berg HOLDS_POSITION Norway as president"));
  CHECK(each.has("Otto Lund HOLDS_POSITION Iceland as president"));
  CHECK(each.count("HOLDS_POSITION") == 3);
}

TEST_CASE("in a series each office stands before its name") {
  const Stated stated(
      "We greet the dean of Brown University, Karl Berg, the bishop of Bergen, Ida Holm, and others.");
  CHECK(stated.has("Ida Holm HOLDS_POSITION Bergen as bishop"));
  CHECK(stated.count("HOLDS_POSITION") == 2);
}

TEST_CASE("signatures and bylines") {
  CHECK(Stated("Karl Berg, Professor of Law, University of Leeds")
            .has("Karl Berg HOLDS_POSITION University of Leeds as Professor of Law"));
  CHECK(Stated("Karl Berg, chaplain, Trinity College")
            .has("Karl Berg HOLDS_POSITION Trinity College as chaplain"));
  CHECK(Stated("Photo: Karl Berg, Reuters").has("Karl Berg MEMBER_OF Reuters"));
  CHECK(Stated("Photo by Karl Berg/Reuters").has("Karl Berg MEMBER_OF Reuters"));
}

TEST_CASE("members by verbs and nouns") {
  const std::string line = GENERATE("Karl Berg sits on the House Judiciary Committee.",
                                    "Karl Berg was elected to the House Judiciary Committee.",
                                    "Karl Berg remained with the House Judiciary Committee.",
                                    "After his expulsion from the House Judiciary Committee Karl Berg left.");
  CAPTURE(line);
  CHECK(Stated("Karl Berg agreed. " + line).count("MEMBER_OF") == 1);
  CHECK(Stated("Karl Berg works for the newspaper Al-Fajr.").has("Karl Berg MEMBER_OF Al-Fajr"));
  CHECK(Stated("Karl Berg was elected to the board of directors of Acme Foods.")
            .has("Karl Berg MEMBER_OF Acme Foods"));
  CHECK(Stated("Karl Berg, a former member of Turkey's parliament from the HDP, agreed.")
            .has("Karl Berg MEMBER_OF HDP"));
}

TEST_CASE("leaders by verbs") {
  CHECK(Stated("Karl Berg used to run Norland Bank.").has("Karl Berg HOLDS_POSITION Norland Bank as head"));
  CHECK(Stated("Karl Berg chairs the board of Acme Foods.")
            .has("Karl Berg HOLDS_POSITION Acme Foods as chair"));
  CHECK(Stated("Karl Berg has led the community of Bergen since 2014.")
            .has("Karl Berg HOLDS_POSITION Bergen as head"));
  CHECK(Stated("Karl Berg joined Acme Foods as marketing director in 2001.")
            .has("Karl Berg HOLDS_POSITION Acme Foods as marketing director"));
  CHECK(Stated("Under chief executive Karl Berg, Acme Foods grew quickly.")
            .has("Karl Berg HOLDS_POSITION Acme Foods as chief executive"));
}

TEST_CASE("no office is given to what the text is about where another's is told") {
  const std::string norway = "Norway is small. Norway is cold. Norway is dear. ";
  CHECK(Stated(norway + "French President Karl Berg agreed.").count("HOLDS_POSITION") == 0);
  CHECK(
      Stated(norway + "The minister of the separatist regime, Karl Berg, agreed.").count("HOLDS_POSITION") ==
      0);
  CHECK(Stated("Norland Bank fell. Astrobotic CEO Karl Berg agreed.").count("HOLDS_POSITION") == 0);
}

TEST_CASE("offices are cut from the names they are of") {
  CHECK(Stated("Karl Berg, Human Rights Defender of Armenia, agreed.")
            .has("Karl Berg HOLDS_POSITION Armenia as Human Rights Defender"));
  CHECK(Stated("Supreme Court Justice Karl Berg dissented.")
            .has("Karl Berg HOLDS_POSITION Supreme Court as Justice"));
}

TEST_CASE("who a lead tells of without a name is named next") {
  const Stated stated(
      "A senior Norwegian official denied it. Karl Berg, an adviser to President Otto Lund, said so. Norway "
      "is small.");
  CHECK(stated.has("Karl Berg HOLDS_POSITION Norway as adviser to President"));
  CHECK(stated.has("Otto Lund HOLDS_POSITION Norway as President"));
}

TEST_CASE("seats in a house that the document names") {
  CHECK(Stated("The European Parliament met. MEP Karl Berg agreed.")
            .has("Karl Berg MEMBER_OF European Parliament"));
  CHECK(Stated("Norway met the UN's special envoy for Yemen, Karl Berg.").count("HOLDS_POSITION") == 1);
}

TEST_CASE("who held an office before") {
  CHECK(Stated("Norway's defence minister, Karl Berg, left. Berg's predecessor, Ida Holm, agreed.")
            .has("Ida Holm HOLDS_POSITION Norway as defence minister"));
  const Stated moved(
      "Karl Berg, commander of the Royal Navy, replaced Otto Lund, who became ambassador to the United "
      "Kingdom.");
  CHECK(moved.has("Otto Lund HOLDS_POSITION Royal Navy as commander"));
  CHECK_FALSE(moved.has("Karl Berg HOLDS_POSITION United Kingdom as ambassador"));
}

TEST_CASE("an office of a body of another kind is not that of the body told of") {
  CHECK(Stated("The Bundeswehr needs money. The committee's chairwoman, Ida Holm, agreed.")
            .count("HOLDS_POSITION") == 0);
  CHECK(Stated("Karl Berg was a student at the University of Toronto under Otto Lund.")
            .count("HOLDS_POSITION") == 0);
}

TEST_CASE("a seat is of the place, a party beside it is a membership") {
  const Stated stated("Karl Berg was a Labour Party MP for Preston.");
  CHECK(stated.has("Karl Berg HOLDS_POSITION Preston as MP"));
  CHECK(stated.has("Karl Berg MEMBER_OF Labour Party"));
}

TEST_CASE("offices of the one country that a report begins with") {
  const Stated stated(
      "Norway's parliament on Monday approved a government. President Karl Berg swore it in. Denmark, Sweden "
      "and "
      "Iceland sent greetings. Denmark was first, Sweden second.");
  CHECK(stated.has("Karl Berg HOLDS_POSITION Norway as President"));
}

TEST_CASE("offices behind a dash and an adverb of time") {
  const Stated stated(
      "Ida Holm, a member of the board, and Karl Berg \u2014 previously governor of Texas \u2014 agreed.");
  CHECK(stated.has("Karl Berg HOLDS_POSITION Texas as governor"));
  CHECK(stated.count("HOLDS_POSITION") == 1);
}

TEST_CASE("posts served in and chairs held") {
  CHECK(Stated("Karl Berg, a research scientist at Velden University, agreed.")
            .has("Karl Berg HOLDS_POSITION Velden University as research scientist"));
  CHECK(Stated("Karl Berg, a student at Velden University, agreed.")
            .has("Karl Berg MEMBER_OF Velden University"));
  CHECK(Stated("Karl Berg served as a military engineer in the Royal Navy.")
            .has("Karl Berg HOLDS_POSITION Royal Navy as military engineer"));
  CHECK(Stated("Karl Berg served as a volunteer in the Royal Navy.").has("Karl Berg MEMBER_OF Royal Navy"));
  CHECK(Stated(
            "Ida Holm was the first woman to hold the chair of organic chemistry at the University of Leeds.")
            .count("HOLDS_POSITION") == 1);
}

TEST_CASE("whose the adviser is and who the minister") {
  const Stated stated("Karl Berg was an adviser to the minister of health of Norway, Ida Holm.");
  CHECK_FALSE(stated.has("Ida Holm HOLDS_POSITION Norway as adviser to the minister of health"));
  CHECK(Stated("Karl Berg, the former Human Rights Defender of Armenia, agreed.").count("HOLDS_POSITION") ==
        1);
}

TEST_CASE("a counterpart has the office of the other, or none is told") {
  CHECK(Stated("Ida Holm, the Danish counterpart of Karl Berg, left Denmark.").count("HOLDS_POSITION") == 0);
}

TEST_CASE("a president without a country is of the one that acts just before") {
  const std::string others = "Denmark and Iceland signed in Rome. Denmark thanked Spain. ";
  SECTION("of several countries the nearest that acts") {
    CHECK(Stated(others + "Norway's parliament voted. Nobody was hurt. The army backed President Karl Berg.")
              .has("Karl Berg HOLDS_POSITION Norway as President"));
  }
  SECTION("not of one where something lies or whose paper reports") {
    CHECK_FALSE(Stated("In Norway nobody was hurt. " + others + "The army backed President Karl Berg.")
                    .has("Karl Berg HOLDS_POSITION Norway as President"));
    CHECK_FALSE(Stated("Denmark slept. Iceland slept. A Norwegian newspaper asked President Karl Berg.")
                    .has("Karl Berg HOLDS_POSITION Norway as President"));
  }
  SECTION("not of one that has another president") {
    CHECK_FALSE(Stated(others + "Norwegian President Ida Holm met President Karl Berg in Norway.")
                    .has("Karl Berg HOLDS_POSITION Norway as President"));
  }
  SECTION("a surname alone tells of no country, though American papers call their own so") {
    CHECK_FALSE(Stated(others + "The United States agreed with Spain. Denmark thanked President Berg.")
                    .has("Berg HOLDS_POSITION United States as President"));
    CHECK_FALSE(Stated(others + "The United States agreed with Spain. Denmark thanked President Berg.")
                    .has("Berg HOLDS_POSITION Denmark as President"));
    CHECK_FALSE(Stated(others + "The United States agreed. Denmark thanked President Karl Berg of Spain.")
                    .has("Karl Berg HOLDS_POSITION United States as President"));
  }
}

TEST_CASE("a title with its suffix") {
  CHECK(Stated("Norway's president-elect Karl Berg spoke.")
            .has("Karl Berg HOLDS_POSITION Norway as president-elect"));
}

TEST_CASE("holders that a noun counts") {
  CHECK(Stated("Past presidents of Brown University include Karl Berg and Ida Holm.")
            .has("Ida Holm HOLDS_POSITION Brown University as president"));
}

TEST_CASE("a phrase in front is said of the subject behind it") {
  CHECK(Stated("Ida Holm is a judge. A former director of Acme Foods, she lives alone.")
            .has("Ida Holm HOLDS_POSITION Acme Foods as director"));
  CHECK(Stated("Ida Holm is a judge. Born in Oslo, the daughter of the painter Karl Berg, she lives alone.")
            .has("Karl Berg PARENT_OF Ida Holm"));
}

TEST_CASE("lists of schools and clubs, wherever the tree hangs them") {
  const Stated schools(
      "Ida Holm was educated at Brown University in Providence, Rhode Island, Yale "
      "University (1990) and at Duke University.");
  CHECK(schools.has("Ida Holm MEMBER_OF Yale University"));
  CHECK(schools.has("Ida Holm MEMBER_OF Duke University"));
  CHECK(Stated("Ida Holm played two seasons of football for Brown University.")
            .has("Ida Holm MEMBER_OF Brown University"));
}

TEST_CASE("degrees and jobs tell where") {
  const std::string line = GENERATE(
      "Ida Holm received her first degree in 1959 under a famous teacher at Brown University.",
      "Ida Holm holds an MFA in sculpture from Brown University.",
      "Ida Holm graduated with a diploma from Duke University and a law degree from Brown University.",
      "Ida Holm is a master of law from Brown University.",
      "Ida Holm took a job teaching and coaching at Brown University.",
      "Ida Holm took a position with Brown University.");
  CAPTURE(line);
  CHECK(Stated(line).has("Ida Holm MEMBER_OF Brown University"));
  CHECK_FALSE(Stated("Ida Holm left to pursue a consulting career, with Brown University as a client.")
                  .has("Ida Holm MEMBER_OF Brown University"));
}

TEST_CASE("heads of what a state has are of the one state that the text is about") {
  const std::string about = "Norway will vote in June. Norway joined in 1986. Voters in Norway are tired. ";
  CHECK(Stated(about + "Attorney General Karl Berg agreed.")
            .has("Karl Berg HOLDS_POSITION Norway as Attorney General"));
  CHECK(Stated(about + "Government spokeswoman Ida Holm agreed.")
            .has("Ida Holm HOLDS_POSITION Norway as Government spokeswoman"));
}

TEST_CASE("forms of address, creations, counterparts without an office, late successors") {
  CHECK(Stated("The director of NASA, Dr. Ida Holm, spoke.").has("Ida Holm HOLDS_POSITION NASA as director"));
  CHECK(Stated("Norway agreed. He met his Norwegian counterpart Karl Berg.")
            .has("Karl Berg HOLDS_POSITION Norway as counterpart"));
  CHECK(Stated("Karl Berg, son of former president Otto Berg, spoke.").has("Otto Berg PARENT_OF Karl Berg"));
  CHECK(Stated("Karl Berg is the president of Norway. He was born in 1950. He studied law. He sang. He was "
               "succeeded "
               "by Ida Holm.")
            .has("Ida Holm HOLDS_POSITION Norway as president"));
  CHECK(Stated("Karl Berg was named chairman of Acme Corp. and its principal unit, Brill Savings Bank.")
            .has("Karl Berg HOLDS_POSITION Brill Savings Bank as chairman"));
}

TEST_CASE("a title in the plural goes with each name of its list") {
  const Stated stated("Presidents Karl Berg of Norway and Ida Holm of Denmark met.");
  CHECK(stated.has("Karl Berg HOLDS_POSITION Norway as president"));
  CHECK(stated.has("Ida Holm HOLDS_POSITION Denmark as president"));
  CHECK(stated.count("LIVES_IN") == 0);
}
