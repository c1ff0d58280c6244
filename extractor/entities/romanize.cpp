#include <attest/extractor/entities/romanize.hpp>

#include <array>

#include <attest/extractor/characters.hpp>

namespace attest::extract {
namespace {

constexpr std::string_view unknown;

// Letters spelt by one, from `first` on. '?': what it becomes depends on its neighbours.
struct Alphabet {
  char32_t first;
  std::string_view letters;
};
constexpr Alphabet cyrillic{0x430, "abvgdezzijklmnoprstufhccss?y'euaeedgeziijlnckiud"};
constexpr Alphabet armenian{0x561, "abgdezeatzilxckhjgcmynsocpjrsvtrcwpkof"};
constexpr Alphabet hebrew{0x5D0, "'bgdhwzhtykklmmnns'ppzzqrst"};
static_assert(cyrillic.first + cyrillic.letters.size() == 0x460);
static_assert(armenian.first + armenian.letters.size() == 0x587);
static_assert(hebrew.first + hebrew.letters.size() == 0x5EB);

// Letters spelt by one or two.
constexpr char32_t arabic_first = 0x621;
constexpr auto arabic = std::to_array<std::string_view>(
    {"ʾ",     "a",     "a",     "w",     "a", "y",  "a", "b", "t", "t", "th", "j",  "h",     "kh",
     "d",     "dh",    "r",     "z",     "s", "sh", "s", "d", "t", "z", "ʿ",  "gh", unknown, unknown,
     unknown, unknown, unknown, unknown, "f", "q",  "k", "l", "m", "n", "h",  "w",  "y",     "y"});
static_assert(arabic_first + arabic.size() == 0x64B);
constexpr char32_t georgian_first = 0x10D0;
constexpr auto georgian = std::to_array<std::string_view>(
    {"a", "b", "g", "d", "e", "v",  "z", "t",  "i",  "k",  "l",  "m",  "n",  "o",  "p", "zh", "r",
     "s", "t", "u", "p", "k", "gh", "q", "sh", "ch", "ts", "dz", "ts", "ch", "kh", "j", "h"});
static_assert(georgian_first + georgian.size() == 0x10F1);

std::string_view mark(char32_t code) {
  switch (code) {
    case 0x2018:
    case 0x2019:
      return "'";
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
      return "\"";
    case 0x2013:
    case 0x2014:
      return "-";
    default:
      return unknown;
  }
}

std::string_view letter(char32_t lower) {
  for (const Alphabet& alphabet : {cyrillic, armenian, hebrew}) {
    if (lower < alphabet.first || lower >= alphabet.first + alphabet.letters.size()) continue;
    const std::string_view spelt = alphabet.letters.substr(lower - alphabet.first, 1);
    return spelt == "?" ? unknown : spelt;
  }
  if (lower >= arabic_first && lower < arabic_first + arabic.size()) return arabic[lower - arabic_first];
  if (lower >= georgian_first && lower < georgian_first + georgian.size())
    return georgian[lower - georgian_first];
  return mark(lower);
}

}  // namespace

std::optional<std::string> romanize(std::string_view name) {
  std::string out;
  char32_t before = 0;
  for (std::size_t at = 0; at < name.size();) {
    const Character c = character_at(name, at);
    at += c.size;
    const char32_t lower = to_lower(c.code);
    // Armenian writes u as o and w, ev in capitals as e and w.
    const bool u = (before == 0x578 && c.code == 0x582) || (before == 0x548 && c.code == 0x552);
    const bool ev = before == 0x535 && c.code == 0x552;
    before = c.code;
    if (u) {
      out.back() = 'u';
    } else if (ev) {
      out += 'v';
    } else if (lower < 0x80) {
      out += static_cast<char>(lower);
    } else {
      const std::string_view spelt = letter(lower);
      if (spelt.empty()) return std::nullopt;
      out += spelt;
    }
  }
  return out;
}

}  // namespace attest::extract
