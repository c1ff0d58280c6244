// When events happened, read with the models: what dates them, and what only stands beside them.
#include <catch2/catch.hpp>

#include "told.hpp"

using namespace attest::extract;
using attest::test::says;
using attest::test::Told;

TEST_CASE("a day between a subject and its verb is the verb's") {
  const Told told("Fire in Bergen\n\nMay 6, 1998\n\nA storm yesterday sank a ferry, killing 12 people.\n");
  CHECK(says(told.one("death"), "death 1998-05-05"));
}

TEST_CASE("what a war surrounds does not date the war") {
  const Told told(
      "The Second Velden War broke out in 1912. On 4 October 1912, during the Second Velden War, soldiers "
      "killed Otto Lund.");
  CHECK(told.one("killing") == "killing 1912-10-04 target=Otto Lund");
  CHECK(says(told.one("attack"), "attack 1912"));
  CHECK_FALSE(says(told.one("attack"), "1912-10"));
}

TEST_CASE("what comes of a war, or before an election, has a time of its own") {
  CHECK(Told("As a result of the war, in 1994, the bridge was destroyed.").one("destruction") ==
        "destruction 1994");
  for (const std::string& war :
       Told("As a result of the war, in 1994, the envoys signed a treaty.").of("attack"))
    CHECK_FALSE(says(war, "1994"));
  for (const std::string& election :
       Told("On the eve of the election, in May 2004, Otto Lund was arrested.").of("election"))
    CHECK_FALSE(says(election, "2004"));
}

TEST_CASE("what a list of nouns stands behind dates none of them") {
  for (const char* type : {"attack", "displacement"})
    for (const std::string& told : Told("The statement of 9 November 1998 lapsed after the attack on "
                                        "Bornholm and the deportation of its "
                                        "people.")
                                       .of(type))
      CHECK_FALSE(says(told, "1998"));
}

TEST_CASE("what an event did happened when it did") {
  const Told told(
      "On 10 November 1920 the envoys met in Bergen. The Velden War of 1912 displaced thousands of people.");
  CHECK(says(told.one("displacement"), "displacement 1912"));
}

TEST_CASE("a day of an attack that lasted longer is no better date") {
  const Told told(
      "On 19–20 September 1998, Norway attacked Denmark. On the second day of the attack, 20 September 1998, "
      "the envoys signed a ceasefire.");
  CHECK(says(told.one("attack"), "attack 1998-09-19/1998-09-20"));
}

TEST_CASE("what is dissolved or decreed from a day on is so on that day") {
  CHECK(says(Told("The Lund Union was dissolved from 1 January 1998.").one("dissolution"),
             "dissolution 1998-01-01"));
  CHECK_FALSE(
      says(Told("The Lund Union was dissolved from 1 January 1998.").one("dissolution"), "1998-01-01/"));
}

TEST_CASE("a bound in the clause keeps out the day told last") {
  CHECK(says(
      Told("Norway attacked Denmark on 5 May 1998. Soldiers killed Otto Lund before 1990.").one("killing"),
      "killing  target=Otto Lund"));
}

TEST_CASE("eras are written with stops and without") {
  CHECK(says(Told("The fort was destroyed in 325 B.C. by an army.").one("destruction"), "-0324"));
  CHECK(says(Told("The fort was destroyed in 325 BC by an army.").one("destruction"), "-0324"));
  CHECK(says(Told("The fort was destroyed in 70 A.D. by an army.").one("destruction"), "0070"));
}

TEST_CASE("a verb with several places, each with its date, tells of as many events") {
  const Told told("Norway attacked Visby on 5 May 1998 and Bornholm on 7 May 1998.");
  const auto attacks = told.of("attack");
  REQUIRE(attacks.size() == 2);
  CHECK(says(attacks[0], "attack 1998-05-05"));
  CHECK(says(attacks[0], "in=Visby"));
  CHECK(says(attacks[1], "attack 1998-05-07"));
  CHECK(says(attacks[1], "in=Bornholm"));
  SECTION("not where one date serves them all") {
    CHECK(Told("Norway attacked Visby and Bornholm on 7 May 1998.").of("attack").size() == 1);
  }
}

TEST_CASE("what somebody does on a visit is of its time") {
  const Told told(
      "The minister for trade, Paul Ames, visited Norway on 3 March 2015 and Denmark from 4 to 6 March "
      "2015.\n\n"
      "Mr Ames also held talks with Danish firms in Denmark.\n");
  CHECK(says(told.of("meeting").back(), "meeting 2015-03-04/2015-03-06"));
  CHECK(says(told.of("meeting").front(), "meeting 2015-03-03 agent=Paul Ames in=Norway"));
}

TEST_CASE("an event is of when it began, not of when it ended") {
  CHECK(says(Told("The war that began on 27 September 1920 and ended on 10 November 1920 ruined Bergen.")
                 .one("attack"),
             "1920-09-27"));
  CHECK_FALSE(
      says(Told("The siege of Bergen, which ended on 5 May 1920, was long.").one("blockade"), "1920"));
  CHECK(says(Told("An agreement was concluded on 5 May 1920 by Norway and Denmark.").one("agreement"),
             "1920-05-05"));
}
