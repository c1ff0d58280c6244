// Posts, homes and seats as announcements and press releases tell them.
#include <catch2/catch.hpp>

#include "stated.hpp"

using attest::test::Stated;

TEST_CASE("titles behind a shared trade") {
  const Stated facts(
      "NASA astronauts Commander Zoe Carter, Pilot Nick Hart, and Mission Specialist Steph Wilkes will fly.");
  CHECK(facts.has("Zoe Carter HOLDS_POSITION NASA as astronaut"));
  CHECK(facts.has("Nick Hart HOLDS_POSITION NASA as astronaut"));
  CHECK(facts.has("Steph Wilkes HOLDS_POSITION NASA as astronaut"));
}

TEST_CASE("who is nominated holds the post, not who names him") {
  const Stated facts(
      "President Hale announced the nomination of Karl Webb to serve as Director of the Census Bureau.");
  CHECK(facts.has("Karl Webb HOLDS_POSITION Census Bureau as Director"));
  CHECK(facts.count("HOLDS_POSITION") == 1);
}

TEST_CASE("years of service that include a post") {
  CHECK(Stated("Maria Soto served for six years at the Patent Office, including as counsel.")
            .has("Maria Soto HOLDS_POSITION Patent Office as counsel"));
}

TEST_CASE("a professor at two schools, the chair of a school's department") {
  const Stated facts("Maria Soto is an adjunct professor of law at Norfolk University and Trent College.");
  CHECK(facts.has("Maria Soto HOLDS_POSITION Norfolk University as adjunct professor of law"));
  CHECK(facts.has("Maria Soto HOLDS_POSITION Trent College as adjunct professor of law"));
  CHECK(Stated("Karl Webb served as chair of the Department of Physics at Trent College.")
            .has("Karl Webb HOLDS_POSITION Trent College as chair"));
}

TEST_CASE("a seat taken as an office") {
  CHECK(Stated("Karl Webb took office as a member of the Board of Trustees of Acme Museum.")
            .count("HOLDS_POSITION") == 1);
}

TEST_CASE("a native without a name is the person spoken of last") {
  const Stated facts(
      "Anna Bell flew twice. The Lakeville, Ohio, native holds a degree in physics from Trent University.");
  CHECK(facts.has("Anna Bell BORN_IN Lakeville"));
  CHECK(facts.has("Anna Bell MEMBER_OF Trent University"));
  CHECK(facts.count("BORN_IN") == 1);
}

TEST_CASE("homes found and countries fled") {
  CHECK(Stated("Anna Bell found a home in Canada.").has("Anna Bell LIVES_IN Canada"));
  CHECK(Stated("Anna Bell fled her home country of Hungary in 1956.").has("Anna Bell LIVES_IN Hungary"));
}

TEST_CASE("who works at a part is no member of the whole besides") {
  const Stated facts("Karl Hale works at NASA's Jet Propulsion Laboratory.");
  CHECK(facts.has("Karl Hale MEMBER_OF Jet Propulsion Laboratory"));
  CHECK(facts.count("MEMBER_OF") == 1);
}

TEST_CASE("groups and graduate work at a body") {
  CHECK(Stated("Anna Bell and her team at Trent University agreed.")
            .has("Anna Bell MEMBER_OF Trent University"));
  CHECK(Stated("Karl Hale did postdoctoral work at Trent University.")
            .has("Karl Hale MEMBER_OF Trent University"));
}

TEST_CASE("a museum within a school is in the school's town") {
  CHECK(Stated("There is an exhibit at the Hart Museum of Art at Trent College in Salem Springs, New York.")
            .has("Hart Museum of Art LOCATED_IN Salem Springs"));
}

TEST_CASE("a director sent to a body is the body's") {
  CHECK(Stated("Anna Bell was confirmed last year to serve as Executive Director to the World Bank.")
            .has("Anna Bell HOLDS_POSITION World Bank as Executive Director"));
}

TEST_CASE("an acronym before its officers, and a stay at a body") {
  const Stated facts(
      "NASA Chairs, Anna Bell and Mark Hale, issued a statement. Karl Webb, NASA administrator, agreed.");
  CHECK(facts.has("Karl Webb HOLDS_POSITION NASA as administrator"));
  CHECK(Stated("Karl Hale completed a rotation at the Defense Department.")
            .has("Karl Hale MEMBER_OF Defense Department"));
}
