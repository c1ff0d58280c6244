// Homes, kin and nationality, told around corners.
#include <catch2/catch.hpp>

#include "stated.hpp"

using attest::test::Stated;

TEST_CASE("homes told around corners") {
  const std::string line = GENERATE(
      "Elena Marsh, 34, who lives with her mother in Bergen, agreed.",
      "Elena Marsh has lived for ten years in Bergen.",
      "Elena Marsh lived with her uncle, Karl Holm, in Bergen.",
      "Elena Marsh, who fled Bergen in September, agreed.", "Elena Marsh was displaced from Bergen.",
      "Elena Marsh's home in Bergen was destroyed.", "Elena Marsh left her house in Bergen with nothing.",
      "Raised in Bergen, Elena Marsh became a singer.", "Elena Marsh, a mother of three from Bergen, agreed.",
      "Elena Marsh worked. With her parents and her brother's family, they settled in Bergen.");
  CAPTURE(line);
  CHECK(Stated(line).has("Elena Marsh LIVES_IN Bergen"));
}

TEST_CASE("the native town") {
  CHECK(Stated("Elena Marsh returned to her native Bergen.").has("Elena Marsh BORN_IN Bergen"));
  CHECK(Stated("Elena Marsh returned to her hometown of Bergen.").has("Elena Marsh LIVES_IN Bergen"));
}

TEST_CASE("nationals") {
  const std::string line = GENERATE("Karl Berg, a Norwegian national living in Tucson, agreed.",
                                    "Norwegian national Karl Berg agreed.");
  CAPTURE(line);
  CHECK(Stated("Norway is small. " + line).has("Karl Berg CITIZEN_OF Norway"));
}

TEST_CASE("whose kin the phrase names") {
  const Stated child("Ilse Brandt was the daughter of the merchant Otto Brandt and his wife Clara Voss.");
  CHECK(child.has("Otto Brandt PARENT_OF Ilse Brandt"));
  CHECK(child.has("Clara Voss PARENT_OF Ilse Brandt"));
  CHECK(child.count("PARENT_OF") == 2);
  CHECK(Stated("Ilse Brandt was the daughter of Otto Brandt and a niece of the explorer Emil Voss.")
            .count("RELATIVE_OF") == 1);
  CHECK(
      Stated("The families of Carl Ruiz and of his aunt, Elena Holm, were in court.").count("RELATIVE_OF") ==
      1);
}

TEST_CASE("whose mother it is, by the pronoun's gender") {
  CHECK(Stated("Ida Holm's husband, Karl Berg, and her grandmother, Ada Strand, watched.")
            .has("Ida Holm RELATIVE_OF Ada Strand"));
}

TEST_CASE("who lives, not where") {
  CHECK(Stated("Elena Marsh, a native of Oslo who lives in Bergen, agreed.")
            .has("Elena Marsh LIVES_IN Bergen"));
}

TEST_CASE("the family is that of who was spoken of last") {
  CHECK(Stated("Elena Marsh remembers the day. Shells fell on the town. The family lived in Bergen.")
            .has("Elena Marsh LIVES_IN Bergen"));
}

TEST_CASE("homes in brackets and in villages") {
  CHECK(Stated("Elena Marsh (52, Bergen) agreed.").has("Elena Marsh LIVES_IN Bergen"));
  CHECK(Stated("Elena Marsh (teacher, village of Velden) agreed.").has("Elena Marsh LIVES_IN Velden"));
  CHECK(Stated("Elena Marsh, a resident of the Velden village of Norway, agreed.").count("LIVES_IN") == 1);
}

TEST_CASE("kin among each other, and twice the same one's") {
  CHECK(Stated("Karl Berg and Otto Lund are cousins.").has("Karl Berg RELATIVE_OF Otto Lund"));
  const Stated stated(
      "Karl Berg was killed together with his mother-in-law, Ida Holm, and his nephew, Otto Lund.");
  CHECK(stated.has("Karl Berg RELATIVE_OF Otto Lund"));
  CHECK(stated.count("RELATIVE_OF") == 2);
}

TEST_CASE("people told with a place before their trade") {
  CHECK(Stated("U.S. rap star Anna Berg was arrested.").has("Anna Berg CITIZEN_OF U.S."));
  CHECK(Stated("He was the grandson of noted Philadelphia architect Paul Brandt.")
            .has("Paul Brandt LIVES_IN Philadelphia"));
  CHECK(Stated("Iraq veteran Paul Brandt was arrested.").count("CITIZEN_OF") == 0);
}

TEST_CASE("homes that somebody has, and exile") {
  CHECK(Stated("Anna Berg had three residences in Italy.").has("Anna Berg LIVES_IN Italy"));
  const Stated exile("Anna Berg attended school in exile in France and Spain.");
  CHECK(exile.has("Anna Berg LIVES_IN France"));
  CHECK(exile.has("Anna Berg LIVES_IN Spain"));
}

TEST_CASE("countries that somebody is of") {
  CHECK(Stated("Norway is rich. Anna Berg, a Norwegian, won the race.").has("Anna Berg CITIZEN_OF Norway"));
  CHECK(Stated("Anna Berg was granted citizenship of Austria in 1990.").has("Anna Berg CITIZEN_OF Austria"));
  CHECK(Stated("The Republic of Poland agreed. Anna Berg is a Polish singer.")
            .has("Anna Berg CITIZEN_OF Republic of Poland"));
  CHECK(Stated("Seychelles is warm. Anna Berg is a Seychellois singer.")
            .has("Anna Berg CITIZEN_OF Seychelles"));
  CHECK(Stated("Anna Berg renounced her citizenship of Austria.").count("CITIZEN_OF") == 0);
  CHECK(Stated("The Austrian-born physicist Anna Berg won. Austria was proud.")
            .has("Anna Berg BORN_IN Austria"));
}

TEST_CASE("births and homes told in other ways") {
  CHECK(Stated("Anna Berg was born to a poor family in Graz.").has("Anna Berg BORN_IN Graz"));
  CHECK(Stated("Graz native Anna Berg won.").has("Anna Berg BORN_IN Graz"));
  CHECK(Stated("Anna Berg's hometown is Graz.").has("Anna Berg LIVES_IN Graz"));
  const Stated both("Anna Berg divides her time between Vienna and Graz.");
  CHECK(both.has("Anna Berg LIVES_IN Vienna"));
  CHECK(both.has("Anna Berg LIVES_IN Graz"));
  CHECK(Stated("Exiled in France, Anna Berg wrote books.").has("Anna Berg LIVES_IN France"));
}

TEST_CASE("a community is where somebody is from where a place names it") {
  CHECK(Stated("Peter Strand, a 68-year-old man from the Bergen community of Norway, was detained.")
            .has("Peter Strand LIVES_IN Bergen"));
  CHECK_FALSE(Stated("Peter Strand, a man from the Jewish community of Norway, was detained.")
                  .has("Peter Strand LIVES_IN Norway"));
}
