#include <attest/extractor/entities/romanize.hpp>

#include <attest/extractor/characters.hpp>

namespace attest::extract {
namespace {

constexpr char unknown = '?';
// From U+0430 to U+045F. What the hard sign becomes depends on its neighbours.
constexpr std::string_view cyrillic = "abvgdezzijklmnoprstufhccss?y'euaeedgeziijlnckiud";
static_assert(cyrillic.size() == 0x460 - 0x430);
// From U+0561 to U+0586.
constexpr std::string_view armenian = "abgdezeatzilxckhjgcmynsocpjrsvtrcwpkof";
static_assert(armenian.size() == 0x587 - 0x561);

char letter(char32_t code) {
  const char32_t lower = to_lower(code);
  if (lower < 0x80) return static_cast<char>(lower);
  if (lower >= 0x430 && lower < 0x460) return cyrillic[lower - 0x430];
  if (lower >= 0x561 && lower < 0x587) return armenian[lower - 0x561];
  switch (code) {
    case 0x2018:
    case 0x2019:
      return '\'';
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
      return '"';
    case 0x2013:
    case 0x2014:
      return '-';
    default:
      return unknown;
  }
}

}  // namespace

std::optional<std::string> romanize(std::string_view name) {
  std::string out;
  char32_t before = 0;
  for (std::size_t at = 0; at < name.size();) {
    const Character c = character_at(name, at);
    at += c.size;
    const char spelt = letter(c.code);
    if (spelt == unknown && c.code != '?') return std::nullopt;
    // Armenian writes u as o and w, ev in capitals as e and w.
    const bool u = (before == 0x578 && c.code == 0x582) || (before == 0x548 && c.code == 0x552);
    const bool ev = before == 0x535 && c.code == 0x552;
    if (u)
      out.back() = 'u';
    else
      out += ev ? 'v' : spelt;
    before = c.code;
  }
  return out;
}

}  // namespace attest::extract
