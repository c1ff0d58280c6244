#include "mutations.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace attest::test {
namespace {

struct Range {
  std::size_t at = 0, size = 0;
};

Range some_range(const std::string& bytes, Random& random, std::size_t longest) {
  const std::size_t at = random.below(bytes.size());
  return {at, std::min(bytes.size() - at, 1 + random.below(longest))};
}

void insert(std::string& bytes, Random& random, std::string_view what) {
  bytes.insert(random.below(bytes.size() + 1), what);
}

template <std::size_t N>
std::string_view pick(const std::array<std::string_view, N>& from, Random& random) {
  return from[random.below(N)];
}

void truncate(std::string& bytes, Random& random) {
  bytes.resize(random.below(bytes.size() + 1));
}
void drop(std::string& bytes, Random& random) {
  const Range range = some_range(bytes, random, 400);
  bytes.erase(range.at, range.size);
}
void shuffle(std::string& bytes, Random& random) {
  const Range range = some_range(bytes, random, 300);
  for (std::size_t i = range.size; i > 1; --i)
    std::swap(bytes[range.at + i - 1], bytes[range.at + random.below(i)]);
}
void overwrite(std::string& bytes, Random& random) {
  const Range range = some_range(bytes, random, 40);
  for (std::size_t i = 0; i < range.size; ++i) bytes[range.at + i] = static_cast<char>(random.below(256));
}
void flip(std::string& bytes, Random& random) {
  for (std::size_t n = 1 + random.below(30); n > 0 && !bytes.empty(); --n)
    bytes[random.below(bytes.size())] ^= static_cast<char>(1u << random.below(8));
}
void repeat(std::string& bytes, Random& random) {
  const Range range = some_range(bytes, random, 200);
  const std::string fragment = bytes.substr(range.at, range.size);
  std::string many;
  for (std::size_t n = 1 + random.below(60); n > 0; --n) many += fragment;
  bytes.insert(range.at, many);
}
void long_token(std::string& bytes, Random& random) {
  constexpr std::array<std::string_view, 9> units = {"a", "Z", "9", "-", ".", "é", "ab.", "O'", "_/"};
  const std::string_view unit = pick(units, random);
  std::string token;
  for (std::size_t n = 50 + random.below(random.one_in(8) ? 20000 : 800); n > 0; --n) token += unit;
  insert(bytes, random, token);
}
void quote(std::string& bytes, Random& random) {
  constexpr std::array<std::string_view, 12> marks = {"“", "”", "\"", "'",  "‘",  "’",
                                                      "«", "»", "``", "''", " “", "” "};
  for (std::size_t n = 1 + random.below(24); n > 0; --n) insert(bytes, random, pick(marks, random));
}
void odd_unicode(std::string& bytes, Random& random) {
  constexpr std::array<std::string_view, 20> odd = {"\u202E",
                                                    "\u200D",
                                                    "\u0301\u0301\u0301\u0301",
                                                    "\uFEFF",
                                                    "\u2028",
                                                    "\u0085",
                                                    "\u00A0",
                                                    "\u00AD",
                                                    "\U0001F468\u200D\U0001F469\u200D\U0001F467",
                                                    "\U0010FFFF",
                                                    "\uFFFD",
                                                    "\xC0\xAF",
                                                    "\xED\xA0\x80",
                                                    "\xF8\x88\x80\x80\x80",
                                                    "\xE2\x80",
                                                    std::string_view("\0", 1),
                                                    "\x1B[31m",
                                                    "ﬁ",
                                                    "İ",
                                                    "ß"};
  for (std::size_t n = 1 + random.below(12); n > 0; --n) insert(bytes, random, pick(odd, random));
}
void foreign_words(std::string& bytes, Random& random) {
  constexpr std::array<std::string_view, 8> words = {
      " Ереван сказал, что ", " Երևանում ", " თბილისი ", " 北京表示 ",
      " في المدينة ",         " ירושלים ",  " ทดสอบ ",   " ｆｕｌｌ "};
  for (std::size_t n = 1 + random.below(20); n > 0; --n) insert(bytes, random, pick(words, random));
}
void look_alikes(std::string& bytes, Random& random) {
  std::string mixed;
  for (const char c : bytes) {
    const bool change = random.one_in(6);
    if (change && c == 'a')
      mixed += "а";
    else if (change && c == 'e')
      mixed += "е";
    else if (change && c == 'o')
      mixed += "ο";
    else
      mixed += c;
  }
  bytes = std::move(mixed);
}
void broken_markup(std::string& bytes, Random& random) {
  constexpr std::array<std::string_view, 24> pieces = {"<p",
                                                       "<table><tr><td>",
                                                       "</div>",
                                                       "<!--",
                                                       "-->",
                                                       "<script>",
                                                       "<sup>12</sup>",
                                                       "<a href='",
                                                       "\n# ",
                                                       "\n> > > ",
                                                       "\n```\n",
                                                       "\n| a |",
                                                       "\n- ",
                                                       "\n1. ",
                                                       "[^1]: ",
                                                       "[3]",
                                                       "&#x110",
                                                       "&#xFFFFFFFFFFFF;",
                                                       "<![CDATA[",
                                                       "\f",
                                                       "\n---\n",
                                                       "**",
                                                       "<html><body>",
                                                       "]]>"};
  for (std::size_t n = 1 + random.below(16); n > 0; --n) insert(bytes, random, pick(pieces, random));
}
void marks(std::string& bytes, Random& random) {
  constexpr std::array<std::string_view, 8> runs = {"....", ",,,,,", "((((",  "))]]",
                                                    ";:;:", "!?!?",  "-----", " . . . "};
  for (std::size_t n = 1 + random.below(20); n > 0; --n) insert(bytes, random, pick(runs, random));
}
void line_breaks(std::string& bytes, Random& random) {
  const char from = random.one_in(2) ? '\n' : ' ';
  const std::string_view to = pick(std::array<std::string_view, 5>{"", "\n", "\n\n", "\r\n", "\t"}, random);
  std::string changed;
  for (const char c : bytes)
    if (c == from)
      changed += to;
    else
      changed += c;
  bytes = std::move(changed);
}
void without_marks(std::string& bytes, Random&) {
  std::erase_if(bytes, [](char c) { return c == '.' || c == ',' || c == '!' || c == '?'; });
}
void one_case(std::string& bytes, Random& random) {
  const bool upper = random.one_in(2);
  for (char& c : bytes) {
    if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    if (!upper && c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
}

void splice(std::string& bytes, std::span<const std::string> others, Random& random) {
  if (others.empty()) return;
  const std::string& other = others[random.below(others.size())];
  if (other.empty()) return;
  const Range range = some_range(other, random, 2000);
  insert(bytes, random, std::string_view(other).substr(range.at, range.size));
}

}  // namespace

std::string mutate(std::string bytes, std::span<const std::string> others, Random& random) {
  using Change = void (*)(std::string&, Random&);
  constexpr std::array<Change, 16> changes = {
      truncate,    drop,          shuffle,     overwrite,     flip,  repeat,      long_token,    quote,
      odd_unicode, foreign_words, look_alikes, broken_markup, marks, line_breaks, without_marks, one_case};
  for (std::size_t n = 1 + random.below(4); n > 0; --n) {
    const std::size_t which = random.below(changes.size() + 1);
    if (which == changes.size())
      splice(bytes, others, random);
    else if (!bytes.empty())
      changes[which](bytes, random);
    if (bytes.size() > most_bytes) bytes.resize(most_bytes);
  }
  return bytes;
}

}  // namespace attest::test
