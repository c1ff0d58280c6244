// Lives: birth, home, nationality and kin, told in many ways.
#include <catch2/catch.hpp>

#include "stated.hpp"

using attest::test::Stated;

TEST_CASE("births") {
  const std::string line =
      GENERATE("Elena Marsh was born and raised in Bergen.", "Elena Marsh (3 May 1950, Bergen) is a singer.",
               "Elena Marsh, a Bergen native, is a singer.", "Bergen-born singer Elena Marsh died.");
  CAPTURE(line);
  CHECK(Stated(line).has("Elena Marsh BORN_IN Bergen"));
}

TEST_CASE("the places of a life stand side by side, neither in the other") {
  CHECK(Stated("Elena Marsh (11 October 1874, in Bergen \u2013 6 January 1915, in Oslo) was a singer.")
            .count("LOCATED_IN") == 0);
}

TEST_CASE("homes") {
  const std::string line =
      GENERATE("Elena Marsh made her home in Bergen.", "Elena Marsh comes from Bergen.",
               "Elena Marsh was from Bergen.", "Elena Marsh's family moved to Bergen in 1960.",
               "Elena Marsh fled to Bergen.");
  CAPTURE(line);
  CHECK(Stated(line).has("Elena Marsh LIVES_IN Bergen"));
}

TEST_CASE("nationality") {
  const std::string line = GENERATE("Elena Marsh is Norwegian.", "Elena Marsh holds Norwegian citizenship.",
                                    "Elena Marsh was a Norwegian singer, actress and writer.",
                                    "The Norwegian singer and actress Elena Marsh agreed.");
  CAPTURE(line);
  CHECK(Stated("Norway is small. " + line).has("Elena Marsh CITIZEN_OF Norway"));
}

TEST_CASE("marriages") {
  const std::string line =
      GENERATE("Elena Marsh wed Karl Holm in 1980.", "Elena Marsh divorced Karl Holm in 1990.",
               "Elena Marsh's marriage to Karl Holm ended in 1990.",
               "Elena Marsh married an actor by the name of Karl Holm.");
  CAPTURE(line);
  CHECK(Stated(line).has("Elena Marsh SPOUSE_OF Karl Holm"));
}

TEST_CASE("posts in a list behind the copula") {
  CHECK(Stated("Elena Marsh is a historian, director of the Norland Institute.")
            .has("Elena Marsh HOLDS_POSITION Norland Institute as director"));
}

TEST_CASE("what is only a firm's seat has no officers") {
  const Stated stated("Elena Marsh, communications director for the Reno, Nevada-based chain, agreed.");
  CHECK(stated.count("HOLDS_POSITION") == 0);
  CHECK(Stated("Elena Marsh, chief executive officer of Toledo, Ohio-based Vantage Corp., agreed.")
            .has("Elena Marsh HOLDS_POSITION Vantage Corp. as chief executive officer"));
}

TEST_CASE("a birth without a subject is of whom the entry is about") {
  CHECK(Stated("Karl Berg was a pilot. Born in Bergen, enlisted in 1941.").has("Karl Berg BORN_IN Bergen"));
}

TEST_CASE("marriages, engagements and adoptions") {
  const std::string line =
      GENERATE("The marriage of Karl Berg and Ida Holm ended.",
               "Karl Berg's second marriage was to Ida Holm.", "Karl Berg's marriage to Ida Holm ended.");
  CAPTURE(line);
  const Stated stated(line);
  CHECK((stated.has("Karl Berg SPOUSE_OF Ida Holm") || stated.has("Ida Holm SPOUSE_OF Karl Berg")));
  CHECK(Stated("Karl Berg adopted Ida Holm.").has("Karl Berg PARENT_OF Ida Holm"));
  CHECK(Stated("Karl Berg is engaged to Ida Holm.").count("RELATIVE_OF") == 1);
}

TEST_CASE("parents and spouses told together") {
  const Stated parents("Karl Berg's father, Otto Berg, was a priest and his mother, Ida Holm, was a singer.");
  CHECK(parents.has("Otto Berg PARENT_OF Karl Berg"));
  CHECK(parents.has("Ida Holm PARENT_OF Karl Berg"));
  const Stated twice("Karl Berg was married twice, first to Ida Holm and then to Ada Lund.");
  CHECK(twice.count("SPOUSE_OF") == 2);
  CHECK(Stated("Karl Berg (father of Sir Otto Berg), Ida Holm and Nils Dahl spoke.")
            .has("Karl Berg PARENT_OF Otto Berg"));
  CHECK(Stated("Karl Berg was the second of four sons of Otto Berg.").has("Otto Berg PARENT_OF Karl Berg"));
}

TEST_CASE("the second of two relatives is one behind a nickname, too") {
  const Stated told(
      "Henrik Falk was a poet. His maternal grandparents were Admiral Otto \"Stormy\" Strand, and Sofia "
      "Vik.");
  CHECK(told.count("RELATIVE_OF") == 2);
}

TEST_CASE("a king's land is no home of his") {
  CHECK(Stated("Anna Berg was a descendant of Erik II of Norway.").count("LIVES_IN") == 0);
}
