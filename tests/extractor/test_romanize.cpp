#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <vector>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/romanize.hpp>

using namespace attest::extract;

TEST_CASE("Names of many scripts come into Latin letters", "[names]") {
  CHECK(romanize("Щукин-Ёлкин") == "sukin-elkin");
  CHECK(romanize("Дьяконов") == "d'akonov");
  CHECK(romanize("Ђорђевић") == "dordevic");
  CHECK(romanize("Լուսինե") == "lusine");
  CHECK(romanize("ԼՈՒՍԻՆԵ") == "lusine");
  CHECK(romanize("«Заря» 2") == "\"zara\" 2");
  CHECK(romanize("თბილისი") == "tbilisi");
  CHECK(romanize("ירושלים") == "yrwslym");
  CHECK(romanize("بغداد") == "bghdad");
}

TEST_CASE("What is not spelt letter by letter is left to tables", "[names]") {
  CHECK_FALSE(romanize("Объезд"));
  CHECK_FALSE(romanize("Αθήνα"));
  CHECK_FALSE(romanize("и\u0306"));  // a letter and its mark apart
  CHECK_FALSE(romanize("Новы\u00e9"));
}

// A word in Greek, which is not spelt letter by letter, sends the whole name through ICU's tables.
TEST_CASE("Names are folded as with the tables for all scripts", "[names]") {
  std::vector<char32_t> letters{' ', ' ', ' ', '-', '.', ',', '(', 'A', 'b', '7', 0x2019, 0xAB, 0xBB, 0x2013};
  for (char32_t c = 0x400; c < 0x460; ++c) letters.push_back(c);
  for (char32_t c = 0x531; c < 0x557; ++c) letters.insert(letters.end(), {c, c + 0x30});
  for (char32_t c = 0x10D0; c < 0x10F1; ++c) letters.push_back(c);
  for (char32_t c = 0x5D0; c < 0x5EB; ++c) letters.push_back(c);
  for (char32_t c = 0x621; c < 0x64B; ++c) letters.push_back(c);
  for (int i = 0; i < 8; ++i) letters.insert(letters.end(), {0x552, 0x582, 0x578, 0x548, 0x535});
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string name = "bc";
    for (int i = 0; i < 12; ++i) append_utf8(name, letters[random() % letters.size()]);
    name += " bc";
    if (!romanize(name)) continue;
    INFO(name);
    REQUIRE(fold_name(name) + " ab" == fold_name(name + " \u03B1\u03B2"));
  }
}
