// Characters of UTF-8 text, as far as tokens and their shapes need to know them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attest::extract {

enum class CharClass : std::uint8_t { space, lower, upper, letter, digit, mark, punctuation, symbol, other };

/// One decoded character. Bytes that are not UTF-8 decode one at a time to U+FFFD.
struct Character {
  char32_t code = 0;
  std::uint32_t size = 0;  ///< bytes; 0 at the end of the text
};

/// The character that starts at byte `at`; size 0 where `at` is the end.
Character character_at(std::string_view text, std::size_t at);
/// The character that ends before byte `at`; size 0 where `at` is 0.
Character character_before(std::string_view text, std::size_t at);

/// General category, folded (Unicode Standard, table 4-4). Letters without case are `letter`; controls,
/// separators and format characters are `space`.
CharClass class_of(char32_t code);
char32_t to_lower(char32_t code);

inline bool is_cased_or_letter(CharClass c) {
  return c == CharClass::lower || c == CharClass::upper || c == CharClass::letter;
}
/// Parts of words: letters, digits and the marks on them.
inline bool is_word(CharClass c) {
  return is_cased_or_letter(c) || c == CharClass::digit || c == CharClass::mark;
}

/// Straight or curly apostrophe.
inline bool is_apostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == '`' || c == 0x2018;
}

void append_utf8(std::string& out, char32_t code);
/// Simple lower-casing, character by character.
std::string lower_case(std::string_view text);

}  // namespace attest::extract
