// Offices of states, houses, courts and parties whose owner the title leaves out.
#include <catch2/catch.hpp>

#include "stated.hpp"

using attest::test::Stated;

TEST_CASE("a title tells its house or court where the document names it") {
  CHECK(Stated("The House of Representatives met on Monday. Speaker Nora Pell opened the session.")
            .has("Nora Pell HOLDS_POSITION House of Representatives as Speaker"));
  CHECK(Stated("The case went to the Supreme Court. Justice Paul Reed wrote the opinion.")
            .has("Paul Reed HOLDS_POSITION Supreme Court as Justice"));
  CHECK(Stated("The bill went through Congress. Congresswoman Carla Best wrote it.")
            .has("Carla Best HOLDS_POSITION Congress as Congresswoman"));
  CHECK(Stated("The House of Commons was full. Anna Holt MP asked a question.").count("HOLDS_POSITION") <= 1);
}

TEST_CASE("an emperor is of the one empire that the document names") {
  CHECK(Stated("The Roman Empire had grown. Emperor Hadrianus visited Britain.")
            .has("Hadrianus HOLDS_POSITION Roman Empire as Emperor"));
  CHECK(Stated("The Roman Empire fought the Persian Empire. Emperor Hadrianus visited Britain.")
            .count("HOLDS_POSITION") == 0);
}

TEST_CASE("a report on a country that it never names gives its ministers to no other") {
  CHECK(Stated("Kenyan troops killed three men near the Somali border on Saturday. Defence Minister Aden Ali "
               "said that they came from Somalia.")
            .count("HOLDS_POSITION") == 0);
}

TEST_CASE("of two things that somebody is said to be, the second leads on, too") {
  CHECK(
      Stated("Amina Diallo is a Danish economist and politician who has been Governor of Norland Bank since "
             "2018.")
          .has("Amina Diallo HOLDS_POSITION Norland Bank as Governor"));
  CHECK(Stated("Ida Roth was a painter and sculptor who taught at Brown University.")
            .has("Ida Roth MEMBER_OF Brown University"));
}

TEST_CASE("a title of two words is told whole") {
  CHECK(Stated("Acme shares fell. Chief executive Priya Nair told reporters that Acme would pay.")
            .has("Priya Nair HOLDS_POSITION Acme as Chief executive"));
  CHECK(Stated("NATO Secretary General Olav Lund agreed.")
            .has("Olav Lund HOLDS_POSITION NATO as Secretary General"));
}

TEST_CASE("a secretary is not of the country in which something happened") {
  CHECK(Stated("Sergeant Paul Kowalski died in Chad last month. Secretary Gates wrote to the family.")
            .count("HOLDS_POSITION") == 0);
  CHECK(Stated("Norway's parliament met on Monday. Prime Minister Anna Berg spoke.")
            .has("Anna Berg HOLDS_POSITION Norway as Prime Minister"));
}

TEST_CASE("a second title in front of the name is no part of the first") {
  CHECK(Stated("It was welcomed by Oman's minister of science, Sheikh Salim al-Busaidi, and by others.")
            .has("Salim al-Busaidi HOLDS_POSITION Oman as minister of science"));
}

TEST_CASE("officers who preside or command, and leaders with others, hold an office") {
  CHECK(Stated("The Norland Parliament's presiding officer, Morag Bain, suspended the sitting.")
            .has("Morag Bain HOLDS_POSITION Norland Parliament as presiding officer"));
}

TEST_CASE("a fellow at a body is of it") {
  CHECK(Stated("Karl Berg is a fellow at the Harz Institute.").has("Karl Berg MEMBER_OF Harz Institute"));
}

TEST_CASE("a minister of a party is its member") {
  CHECK(Stated("Foreign Minister Karl Berg of the Social Democrats left.")
            .has("Karl Berg MEMBER_OF Social Democrats"));
}

TEST_CASE("a mayor without a town is that of the dateline") {
  CHECK(Stated("RENO, Nev. - A judge sentenced a councilman to four years. He will appeal, his lawyer said. "
               "The fine was small. The jury agreed. Mayor Luz Herrera said the town had moved on.")
            .has("Luz Herrera HOLDS_POSITION RENO as Mayor"));
  CHECK(Stated("A judge fined him. Mayor Luz Herrera said the town had moved on.").count("HOLDS_POSITION") ==
        0);
}

TEST_CASE("who is named to a post replaces who had it") {
  const Stated facts("Acme plc said it had appointed Fiona Hale as finance director, replacing Colin West.");
  CHECK(facts.has("Fiona Hale HOLDS_POSITION Acme plc as finance director"));
  CHECK(facts.has("Colin West HOLDS_POSITION Acme plc as finance director"));
}

TEST_CASE("a chair of a field chairs its committee") {
  CHECK(Stated("Judiciary Chair Gerald Nash thanked her. The Judiciary Committee had passed the bill.")
            .has("Gerald Nash HOLDS_POSITION Judiciary Committee as Chair"));
}

TEST_CASE("an office of the state makes its holder a member of the party that has it") {
  CHECK(Stated("Labour's Shadow Home Secretary Yvonne Carter said her party disagreed.")
            .has("Yvonne Carter MEMBER_OF Labour"));
  CHECK(Stated("The Democratic Party's leader, Paul Reed, agreed.")
            .has("Paul Reed HOLDS_POSITION Democratic Party as leader"));
}

TEST_CASE("a minister serves the country that acts, not those only listed") {
  CHECK(Stated("The United Kingdom Home Office will send forms to 9,000 people from Chad, Iran, Mali, Syria "
               "and Yemen. The plan was backed by Prime Minister Alan Foster, who said the UK would help.")
            .has("Alan Foster HOLDS_POSITION UK as Prime Minister"));
  CHECK(Stated("Norway and Sweden met on Monday. Sweden and Norway signed. Prime Minister Alan Foster spoke.")
            .count("HOLDS_POSITION") == 0);
}

TEST_CASE("representatives sit in the one house that the document names") {
  const Stated facts(
      "The House of Representatives adjourned. Representative Paul Green objected. Representatives Jane "
      "Field "
      "and Owen Marsh agreed.");
  CHECK(facts.has("Paul Green HOLDS_POSITION House of Representatives as Representative"));
  CHECK(facts.has("Owen Marsh HOLDS_POSITION House of Representatives as representative"));
  CHECK(Stated("Representative Paul Green objected.").count("HOLDS_POSITION") == 0);
}

TEST_CASE("a bare organ is of the only state that its sentence tells of") {
  const std::string others = "Sweden, Denmark and Iceland met Finland and Poland. ";
  CHECK(Stated(others + "Norway's leaders went to the National Assembly.")
            .has("National Assembly PART_OF Norway"));
  CHECK(Stated(others + "Norway told Spain about the National Assembly.").count("PART_OF") == 0);
  CHECK(Stated(others + "Norway's leaders thanked the Army.").count("PART_OF") == 0);
}
