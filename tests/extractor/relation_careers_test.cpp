// Posts, homes and nationality as biographies and reports tell them.
#include <catch2/catch.hpp>

#include "stated.hpp"

using attest::test::Stated;

TEST_CASE("a post told by where somebody went as its holder") {
  SECTION("a town that has the post") {
    const Stated facts("Karl Berg went to Riga in 1731 as professor of physics.");
    CHECK(facts.has("Karl Berg HOLDS_POSITION Riga as professor of physics"));
    CHECK(facts.has("Karl Berg LIVES_IN Riga"));
  }
  SECTION("a body") {
    CHECK(Stated("Karl Berg returned to Brown University as professor of botany.")
              .has("Karl Berg HOLDS_POSITION Brown University as professor of botany"));
  }
  SECTION("an envoy serves who sent him") {
    const Stated facts("Karl Berg moved to Riga as ambassador.");
    CHECK_FALSE(facts.has("Karl Berg HOLDS_POSITION Riga as ambassador"));
    CHECK(facts.has("Karl Berg LIVES_IN Riga"));
  }
}

TEST_CASE("who is called to a place for a post lives there") {
  const Stated facts("Karl Berg was called to Riga as professor of botany.");
  CHECK(facts.has("Karl Berg HOLDS_POSITION Riga as professor of botany"));
  CHECK(facts.has("Karl Berg LIVES_IN Riga"));
  CHECK(Stated("Karl Berg returned to Riga in 1735 as town physician.").has("Karl Berg LIVES_IN Riga"));
}

TEST_CASE("a couple without names is the one told of last") {
  const Stated facts("Paul Reed married Anna Holt in 1990. The couple moved to Spain in 2001.");
  CHECK(facts.has("Paul Reed LIVES_IN Spain"));
  CHECK(facts.has("Anna Holt LIVES_IN Spain"));
  CHECK(Stated("Paul Reed met Anna Holt in 1990. The couple moved to Spain.").count("LIVES_IN") == 0);
}

TEST_CASE("they are the couple of the sentence before") {
  const Stated facts(
      "His wife is the poet Grace Achieng. Tunde Bello married Grace Achieng in 1990. They live in Entebbe.");
  CHECK(facts.has("Tunde Bello LIVES_IN Entebbe"));
  CHECK(facts.has("Grace Achieng LIVES_IN Entebbe"));
}

TEST_CASE("who does something else and lives somewhere") {
  CHECK(Stated("Leila Haddad was born in Tripoli, Lebanon, and lives in Muscat with her husband.")
            .has("Leila Haddad LIVES_IN Muscat"));
  CHECK(Stated("Karl Berg is a painter and lives in Bergen.").has("Karl Berg LIVES_IN Bergen"));
  CHECK(Stated("Karl Berg wrote about their lives in Bergen.").count("LIVES_IN") == 0);
}

TEST_CASE("a monarch is of the realm and needs no home there") {
  const Stated facts("Queen Maria of Portugal visited Oslo.");
  CHECK(facts.count("HOLDS_POSITION") == 1);
  CHECK(facts.count("LIVES_IN") == 0);
}

TEST_CASE("what somebody does with a body names the post") {
  CHECK(Stated("Susan Vale edits the Northern Review.")
            .has("Susan Vale HOLDS_POSITION Northern Review as editor"));
  CHECK(Stated("Susan Vale chairs Ostrava Energy.").has("Susan Vale HOLDS_POSITION Ostrava Energy as chair"));
}

TEST_CASE("a chair is a post of the university") {
  CHECK(Stated("Karl Berg held the chair of medicine at Brown University.")
            .has("Karl Berg HOLDS_POSITION Brown University as chair of medicine"));
  CHECK(Stated("Karl Berg returned to Brown University, where he held the chair of botany until 1750.")
            .has("Karl Berg HOLDS_POSITION Brown University as chair of botany"));
}

TEST_CASE("the first of a country's people belongs to it") {
  CHECK(Stated("Marta Olsen became Norway's first woman in space.").has("Marta Olsen CITIZEN_OF Norway"));
  CHECK(Stated("Marta Olsen was Norway's first prominent woman composer.")
            .has("Marta Olsen CITIZEN_OF Norway"));
  CHECK_FALSE(
      Stated("Marta Olsen was Norway's first ambassador in Lima.").has("Marta Olsen CITIZEN_OF Norway"));
}

TEST_CASE("a couple with ages comes from one place") {
  const Stated facts("Robert Nair, 44, and his wife Lena Nair, 39, from Oslo, were charged on Monday.");
  CHECK(facts.has("Robert Nair LIVES_IN Oslo"));
  CHECK(facts.has("Lena Nair LIVES_IN Oslo"));
}

TEST_CASE("a mayor in a town is the town's") {
  CHECK(Stated("Tom Brand was Mayor in Dayton.").has("Tom Brand HOLDS_POSITION Dayton as Mayor"));
  CHECK(
      Stated("Luis Ortiz was a councilman in Toledo.").has("Luis Ortiz HOLDS_POSITION Toledo as councilman"));
}

TEST_CASE("a post that somebody may or wants to have is none") {
  CHECK(Stated("Ida Holm may return to Graz as professor.").count("HOLDS_POSITION") == 0);
  CHECK(Stated("Ida Holm wanted to go to Linz as professor.").count("HOLDS_POSITION") == 0);
}
