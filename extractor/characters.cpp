#include <attest/extractor/characters.hpp>

#include <array>

#include <unicode/uchar.h>

namespace attest::extract {

namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

constexpr std::array<CharClass, 128> ascii_classes = [] {
  std::array<CharClass, 128> table{};
  for (int c = 0; c < 128; ++c) {
    CharClass k = CharClass::punctuation;
    if (c <= ' ' || c == 127)
      k = CharClass::space;
    else if (c >= '0' && c <= '9')
      k = CharClass::digit;
    else if (c >= 'a' && c <= 'z')
      k = CharClass::lower;
    else if (c >= 'A' && c <= 'Z')
      k = CharClass::upper;
    else if (c == '$' || c == '+' || c == '<' || c == '=' || c == '>' || c == '^' || c == '|' || c == '~')
      k = CharClass::symbol;
    table[static_cast<std::size_t>(c)] = k;
  }
  return table;
}();

CharClass wide_class_of(char32_t code) {
  switch (u_charType(static_cast<UChar32>(code))) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharClass::upper;
    case U_LOWERCASE_LETTER:
      return CharClass::lower;
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
      return CharClass::letter;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::mark;
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::digit;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
      return CharClass::space;
    case U_FORMAT_CHAR:  // a soft hyphen or a joiner is part of its word
      return code == 0xAD || code == 0x200C || code == 0x200D ? CharClass::mark : CharClass::space;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CharClass::punctuation;
    case U_MATH_SYMBOL:
    case U_CURRENCY_SYMBOL:
    case U_MODIFIER_SYMBOL:
    case U_OTHER_SYMBOL:
      return CharClass::symbol;
    default:
      return CharClass::other;
  }
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
  if (size == 0 || lead > 0xF4 || at + size > text.size()) return {replacement, 1};
  char32_t code = lead & (0xFFu >> (size + 1));
  for (std::uint32_t i = 1; i < size; ++i) {
    if (!is_continuation(text[at + i])) return {replacement, 1};
    code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  }
  return {code, size};
}

Character character_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && is_continuation(text[begin])) --begin;
  const Character found = character_at(text, begin);
  return begin + found.size == at ? found : Character{replacement, 1};
}

CharClass class_of(char32_t code) {
  return code < 128 ? ascii_classes[code] : wide_class_of(code);
}

char32_t to_lower(char32_t code) {
  if (code < 128) return code >= 'A' && code <= 'Z' ? code + 32 : code;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(code)));
}

void append_utf8(std::string& out, char32_t code) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

std::string lower_case(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      out.push_back(static_cast<char>(to_lower(static_cast<char32_t>(text[at++]))));
      continue;
    }
    const Character c = character_at(text, at);
    if (c.code == replacement) {
      out.append(text.substr(at, c.size));
    } else {
      append_utf8(out, to_lower(c.code));
    }
    at += c.size;
  }
  return out;
}

}  // namespace attest::extract
