// The many ways in which English tells that somebody has a post, works somewhere, or that a body is
// somewhere.
#include <catch2/catch.hpp>

#include "stated.hpp"

using attest::test::Stated;

TEST_CASE("a post told by what somebody did as its holder") {
  const std::string line =
      GENERATE("Karl Berg worked as director of the Norland Institute.",
               "Karl Berg took over as director of the Norland Institute.",
               "Karl Berg was dismissed as director of the Norland Institute.",
               "Karl Berg succeeded Nils Holm as director of the Norland Institute.",
               "Nils Holm was succeeded by Karl Berg as director of the Norland Institute.",
               "Karl Berg lost his post as director of the Norland Institute.",
               "Karl Berg held the position of director at the Norland Institute.",
               "Karl Berg moved to the Norland Institute, where he was director.",
               "The Norland Institute appointed Karl Berg as director.",
               "The Norland Institute, with Karl Berg as its director, grew.",
               "Karl Berg's appointment as director of the Norland Institute was a surprise.",
               "Karl Berg was acting director of the Norland Institute.");
  CAPTURE(line);
  CHECK(Stated(line).has("Karl Berg HOLDS_POSITION Norland Institute as director"));
}

TEST_CASE("who is described as something holds no post by that") {
  CHECK_FALSE(Stated("Karl Berg described Nils Holm as head of the Norland Institute.")
                  .has("Karl Berg HOLDS_POSITION Norland Institute as head"));
}

TEST_CASE("work and study told in many ways") {
  const std::string line = GENERATE(
      "Karl Berg joined the faculty of Brown University.", "Karl Berg was admitted to Brown University.",
      "Karl Berg is affiliated with Brown University.", "Karl Berg won a scholarship to Brown University.",
      "Karl Berg did research at Brown University.", "Karl Berg resigned from Brown University.",
      "Karl Berg returned to Brown University, where he taught physics.",
      "Karl Berg and colleagues at Brown University found it.",
      "A team led by Karl Berg at Brown University found it.",
      "Researchers at Brown University, led by Karl Berg, found it.");
  CAPTURE(line);
  CHECK(Stated(line).has("Karl Berg MEMBER_OF Brown University"));
}

TEST_CASE("the body behind a name that holds a place's") {
  CHECK(Stated("University of Lund researchers Karl Berg and Nils Holm found it.").count("HOLDS_POSITION") ==
        2);
}

TEST_CASE("where something stands told in many ways") {
  const std::string line =
      GENERATE("The Norland Museum opened in Bergen in 1990.",
               "The Norland Museum, which is in Bergen, closed.", "Bergen is home to the Norland Museum.",
               "The fire broke out at the Norland Museum in downtown Bergen.");
  CAPTURE(line);
  CHECK(Stated(line).has("Norland Museum LOCATED_IN Bergen"));
}

TEST_CASE("where a firm has its headquarters") {
  CHECK(Stated("From its headquarters in Bergen, Vantage Corp. agreed.")
            .has("Vantage Corp. LOCATED_IN Bergen"));
  CHECK(Stated("Vantage Corp. moved its headquarters to Bergen.").has("Vantage Corp. LOCATED_IN Bergen"));
}

TEST_CASE("what a body is part of told in many ways") {
  const std::string line =
      GENERATE("Norland Air, a Vantage Corp. subsidiary, closed.",
               "Norland Air was merged into Vantage Corp. in 1990.", "Norland Air reports to Vantage Corp.");
  CAPTURE(line);
  CHECK(Stated(line).has("Norland Air PART_OF Vantage Corp."));
}

TEST_CASE("several posts of one person") {
  const std::string line =
      GENERATE("Karl Berg, chairman of Vantage Corp. and a director of Norland Bank, agreed.",
               "Karl Berg is chairman of Vantage Corp. and a director of Norland Bank.",
               "Karl Berg serves as chairman of Vantage Corp. and as director of Norland Bank.");
  CAPTURE(line);
  const Stated stated(line);
  CHECK(stated.has("Karl Berg HOLDS_POSITION Vantage Corp. as chairman"));
  CHECK(stated.has("Karl Berg HOLDS_POSITION Norland Bank as director"));
}

TEST_CASE("one of several") {
  CHECK(Stated("Karl Berg was one of the founders of Vantage Corp.").has("Karl Berg FOUNDED Vantage Corp."));
  CHECK(Stated("Karl Berg, one of the directors of Norland Bank, agreed.")
            .has("Karl Berg HOLDS_POSITION Norland Bank as director"));
}

TEST_CASE("a thing that only \"it\" names") {
  const std::string about = "The Norland Institute opened in 1990. ";
  CHECK(Stated(about + "It is based in Bergen.").has("Norland Institute LOCATED_IN Bergen"));
  CHECK(Stated(about + "It is part of Brown University.").has("Norland Institute PART_OF Brown University"));
  CHECK(Stated(about + "It was founded by Karl Berg.").has("Karl Berg FOUNDED Norland Institute"));
}

TEST_CASE("the subject of a clause is not where the phrase before it is") {
  CHECK(Stated("In Oslo, Norway won the game.").count("LOCATED_IN") == 0);
}

TEST_CASE("offices that are where they serve") {
  CHECK(Stated("Karl Berg was a bishop in Bergen.").has("Karl Berg HOLDS_POSITION Bergen as bishop"));
  CHECK(Stated("Karl Berg was a minister in Bergen.").count("HOLDS_POSITION") == 0);
}

TEST_CASE("degrees by their letters") {
  const std::string line = GENERATE("Karl Berg has a PhD in physics from Brown University.",
                                    "Karl Berg earned his B.A. at Brown University in 1990.");
  CAPTURE(line);
  CHECK(Stated(line).has("Karl Berg MEMBER_OF Brown University"));
}

TEST_CASE("an office is told, no membership besides") {
  const Stated stated("Economist Karl Berg, of Brown University, agreed.");
  CHECK(stated.has("Karl Berg HOLDS_POSITION Brown University as Economist"));
  CHECK(stated.count("MEMBER_OF") == 0);
}

TEST_CASE("both of one body") {
  CHECK(Stated("Karl Berg and Ida Holm, both of Brown University, agreed.").count("MEMBER_OF") == 2);
  CHECK(Stated("Karl Berg, Ida Holm and Otto Lund, all researchers at Brown University, agreed.")
            .count("HOLDS_POSITION") == 3);
}

TEST_CASE("a nationality before what kind of place it is") {
  const std::string line =
      GENERATE("Crete is a Greek island.", "Crete, a Greek island, was calm.", "Crete belongs to Greece.");
  CAPTURE(line);
  CHECK(Stated("Greece is old. " + line).has("Crete LOCATED_IN Greece"));
}

TEST_CASE("whose office it is, told in the clause before") {
  CHECK(Stated("OSLO, 7 May 2019 - Norway's parliament on Tuesday removed its speaker, Karl Berg.")
            .has("Karl Berg HOLDS_POSITION Norway as speaker"));
  CHECK(Stated("Shares of Norland Bank fell. Its chairwoman, Ida Holm, resigned.")
            .has("Ida Holm HOLDS_POSITION Norland Bank as chairwoman"));
  CHECK(Stated("Norway is small. Norway is cold. The country's president, Karl Berg, agreed.")
            .has("Karl Berg HOLDS_POSITION Norway as president"));
  CHECK(Stated("Karl Berg, who leads NASA's Mars program, agreed.")
            .has("Karl Berg HOLDS_POSITION NASA as head"));
}

TEST_CASE("two things said of one subject") {
  CHECK(Stated("Norland Air, which is based in Bergen and is a unit of the lender Norland Bank, agreed.")
            .has("Norland Air PART_OF Norland Bank"));
  CHECK(Stated("Her husband, the physicist Karl Berg, works at Brown University.")
            .has("Karl Berg MEMBER_OF Brown University"));
}

TEST_CASE("titles") {
  CHECK(Stated("NASA's director general, Ida Holm, agreed.")
            .has("Ida Holm HOLDS_POSITION NASA as director general"));
  CHECK(Stated("Bergen is old. Karl Berg became mayor of the city.")
            .has("Karl Berg HOLDS_POSITION Bergen as mayor"));
}

TEST_CASE("who holds a post is told from who serves or meets its holder") {
  const Stated aide("Karl Berg, Assistant to the President of Norway Ida Holm, agreed.");
  CHECK(aide.has("Ida Holm HOLDS_POSITION Norway as President"));
  CHECK(aide.has("Karl Berg HOLDS_POSITION Norway as Assistant to the President"));
  CHECK(Stated("During a talk with the president of Norway, Karl Berg said that it rained.")
            .count("HOLDS_POSITION") == 0);
}

TEST_CASE("a title is told whole, and without what is told of the person") {
  CHECK(Stated("Karl Berg, the governor-general of Norway, agreed.")
            .has("Karl Berg HOLDS_POSITION Norway as governor-general"));
  CHECK(Stated("Ida Holm, the 64-year-old director of NASA, agreed.")
            .has("Ida Holm HOLDS_POSITION NASA as director"));
  CHECK(Stated("Ida Holm, the new speaker of the Senate, agreed.")
            .has("Ida Holm HOLDS_POSITION Senate as speaker"));
}

TEST_CASE("a rank in front of a name is held in no country") {
  CHECK(Stated("Gen. Karl Berg of Norway agreed.").count("HOLDS_POSITION") == 0);
  CHECK(Stated("Gen. Karl Berg of Norway agreed.").has("Karl Berg CITIZEN_OF Norway"));
  CHECK(Stated("Karl Berg took command of the Pacific Fleet.")
            .has("Karl Berg HOLDS_POSITION Pacific Fleet as commander"));
}

TEST_CASE("who leads what, told by verbs and their nouns") {
  const std::string line =
      GENERATE("Karl Berg, who is in charge of NASA, resigned.", "Karl Berg was put in charge of NASA.",
               "Karl Berg presides over NASA.", "Karl Berg took over NASA in 1990.",
               "The FBI tapped Karl Berg to head NASA.", "Karl Berg took the helm of NASA.",
               "Karl Berg left Acme to run NASA.", "Karl Berg was chosen to lead NASA.",
               "Karl Berg, the man in charge of NASA, spoke.", "NASA grew under Karl Berg.");
  CAPTURE(line);
  CHECK(Stated(line).has("Karl Berg HOLDS_POSITION NASA as head"));
  CHECK(Stated("Karl Berg is not in charge of NASA.").count("HOLDS_POSITION") == 0);
  CHECK(Stated("Karl Berg could take over NASA.").count("HOLDS_POSITION") == 0);
}

TEST_CASE("the state that elected a member of congress stands behind the name") {
  const Stated stated("Sen. Karl Berg, D-Texas, met Rep. Ida Holm (R-Ohio) in Texas.");
  CHECK(stated.has("Karl Berg HOLDS_POSITION Texas as Sen."));
  CHECK(stated.has("Ida Holm HOLDS_POSITION Ohio as Rep."));
}

TEST_CASE("participles and copulas of membership") {
  CHECK(
      Stated("Karl Berg, educated at Brown University, sings.").has("Karl Berg MEMBER_OF Brown University"));
  CHECK(Stated("Karl Berg is with the FBI.").has("Karl Berg MEMBER_OF FBI"));
  CHECK(Stated("Karl Berg was in the Royal Navy.").has("Karl Berg MEMBER_OF Royal Navy"));
  CHECK(Stated("Karl Berg sold the house to Brown University.").count("MEMBER_OF") == 0);
}

TEST_CASE("an office told by a relative clause, a dismissal, a post, a time") {
  const std::string line = GENERATE("The Labour Party, whose president is Karl Berg, grew.",
                                    "The Labour Party, of which Karl Berg is president, grew.",
                                    "The Labour Party fired Karl Berg as president.",
                                    "Karl Berg used to be president of the Labour Party.",
                                    "Under the presidency of Karl Berg, the Labour Party grew.",
                                    "The Labour Party named Karl Berg to the post of president.");
  CAPTURE(line);
  CHECK(Stated(line).has("Karl Berg HOLDS_POSITION Labour Party as president"));
}

TEST_CASE("foundings told by nouns") {
  const std::string line = GENERATE("Karl Berg's founding of Acme Capital surprised many.",
                                    "Acme Capital's founding by Karl Berg surprised many.",
                                    "Karl Berg is credited with founding Acme Capital.",
                                    "Karl Berg left NASA to found Acme Capital.");
  CAPTURE(line);
  CHECK(Stated(line).has("Karl Berg FOUNDED Acme Capital"));
}

TEST_CASE("several posts and schools in a row") {
  const Stated posts(
      "Karl Berg served as chairman of Acme Capital, president of the Labour Party, and director of "
      "NASA.");
  CHECK(posts.has("Karl Berg HOLDS_POSITION Labour Party as president"));
  CHECK(posts.has("Karl Berg HOLDS_POSITION NASA as director"));
  const Stated schools(
      "Karl Berg was visiting professor at Brown University (1990), Yale University (1995) and Duke "
      "University.");
  CHECK(schools.count("HOLDS_POSITION") == 3);
  CHECK(Stated("Karl Berg was a general of Norwegian origin in Denmark. Norway is small.")
            .count("HOLDS_POSITION") == 0);
}

TEST_CASE("states join, leave and belong to bodies, told by verbs and nouns") {
  const std::string line = GENERATE(
      "Norway withdrew from NATO.", "Norway acceded to NATO in 1949.", "Norway was admitted to NATO.",
      "Norway's accession to NATO surprised many.", "Norway's membership of NATO surprised many.",
      "NATO members such as Norway agreed.", "Norway belongs to NATO.");
  CAPTURE(line);
  CHECK(Stated(line).has("Norway MEMBER_OF NATO"));
  CHECK(Stated("Karl Berg withdrew from the Olympic Games.").count("MEMBER_OF") == 0);
}

TEST_CASE("places of work and study told in passing") {
  CHECK(Stated("While at Brown University, Karl Berg sang.").has("Karl Berg MEMBER_OF Brown University"));
  CHECK(Stated("Karl Berg left NASA for the FBI.").has("Karl Berg MEMBER_OF FBI"));
  CHECK(Stated("NASA's team, led by Karl Berg, spoke.").has("Karl Berg MEMBER_OF NASA"));
  CHECK(Stated("NASA, led since 1990 by Karl Berg, spoke.").has("Karl Berg HOLDS_POSITION NASA as head"));
}

TEST_CASE("a correspondent holds no office of the town reported from") {
  CHECK(Stated("Karl Berg became its Oslo correspondent.").count("HOLDS_POSITION") == 0);
}

TEST_CASE("teams, boards and forces tell whose they are") {
  CHECK(Stated("Karl Berg and his team at Brown University found it.")
            .has("Karl Berg MEMBER_OF Brown University"));
  CHECK(Stated("Karl Berg was named to the board of Acme Capital.").has("Karl Berg MEMBER_OF Acme Capital"));
  CHECK(Stated("General Karl Berg, commander of NATO forces in Norway, spoke.")
            .has("Karl Berg HOLDS_POSITION NATO as commander"));
  CHECK(Stated("Former Pentagon official Karl Berg spoke.")
            .has("Karl Berg HOLDS_POSITION Pentagon as official"));
  CHECK(Stated("Norway elected Karl Berg, 42, president of the Labour Party.")
            .has("Karl Berg HOLDS_POSITION Labour Party as president"));
}
