#include <attest/parser/literal.hpp>

#include <charconv>
#include <cmath>
#include <cstring>
#include <optional>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace attest {
namespace parser_detail {
namespace {

constexpr std::uint64_t largest_magnitude = std::uint64_t{1} << 63;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool continues_word(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

[[noreturn]] void fail(const char* detail, const std::string& message, const Token& token) {
  throw QueryError("SyntaxError", detail, QueryError::Phase::compile_time, message, token.begin.line,
                   token.begin.column);
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

std::size_t skip_word(std::string_view text, std::size_t at) {
  while (at < text.size() && continues_word(text[at])) ++at;
  return at;
}

char at_or_zero(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\0';
}

/// `1.5`, `.5`, `1e-3`: the offset behind the fraction and the exponent that follow `at`.
std::size_t skip_fraction(std::string_view text, std::size_t at) {
  if (at_or_zero(text, at) == '.' && is_digit(at_or_zero(text, at + 1))) at = skip_digits(text, at + 1);
  if (char c = at_or_zero(text, at); c == 'e' || c == 'E') {
    std::size_t digits = at + 1;
    if (char sign = at_or_zero(text, digits); sign == '-' || sign == '+') ++digits;
    if (is_digit(at_or_zero(text, digits))) at = skip_digits(text, digits);
  }
  return at;
}

void read_integer(std::string_view digits, int base, std::string_view literal, Token& token) {
  token.kind = TokenKind::integer;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), token.integer, base);
  if (error == std::errc::result_out_of_range || (error == std::errc() && token.integer > largest_magnitude))
    fail("IntegerOverflow", fmt::format("the integer {} does not fit in 64 bits", literal), token);
  if (error != std::errc() || end != digits.data() + digits.size())
    fail("InvalidNumberLiteral", fmt::format("{} is not a number", literal), token);
}

void read_floating(std::string_view literal, Token& token) {
  token.kind = TokenKind::floating;
  double value = 0;
  auto [end, error] = std::from_chars(literal.data(), literal.data() + literal.size(), value);
  if (error == std::errc::result_out_of_range) value = std::strtod(std::string(literal).c_str(), nullptr);
  if (std::isinf(value))
    fail("FloatingPointOverflow", fmt::format("the number {} is too large for a float", literal), token);
  token.floating = value;
}

std::optional<char> simple_escape(char c) {
  constexpr std::string_view letters = "\\'\"`bfnrt/", meanings = "\\'\"`\b\f\n\r\t/";
  std::size_t found = letters.find(c);
  if (found == std::string_view::npos) return std::nullopt;
  return meanings[found];
}

/// The code unit or point of the escape at `at` (the u or U); nothing where digits are missing.
std::optional<UChar32> hexadecimal(std::string_view text, std::size_t at) {
  std::size_t count = text[at] == 'u' ? 4 : 8;
  if (at + 1 + count > text.size()) return std::nullopt;
  std::uint32_t value = 0;
  const char* last = text.data() + at + 1 + count;
  auto [end, error] = std::from_chars(text.data() + at + 1, last, value, 16);
  if (error != std::errc() || end != last || value > 0x10FFFF) return std::nullopt;
  return static_cast<UChar32>(value);
}

struct UnicodeEscape {
  UChar32 point;
  std::size_t end;
};
/// The escape whose u or U stands at `at`, a surrogate pair of two \u escapes read as one.
std::optional<UnicodeEscape> unicode_escape(std::string_view text, std::size_t at) {
  std::optional<UChar32> first = hexadecimal(text, at);
  if (!first) return std::nullopt;
  std::size_t end = at + (text[at] == 'u' ? 5 : 9);
  if (!U_IS_SURROGATE(*first)) return UnicodeEscape{*first, end};
  if (!U16_IS_LEAD(*first) || text.substr(end, 2) != "\\u") return std::nullopt;
  std::optional<UChar32> second = hexadecimal(text, end + 1);
  if (!second || !U16_IS_TRAIL(*second)) return std::nullopt;
  return UnicodeEscape{U16_GET_SUPPLEMENTARY(*first, *second), end + 6};
}

void append_utf8(std::string& out, UChar32 point) {
  char buffer[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, point);
  out.append(buffer, static_cast<std::size_t>(length));
}

}  // namespace

void scan_number(std::string_view text, std::size_t offset, Token& token) {
  char marker = text[offset] == '0' ? at_or_zero(text, offset + 1) : '\0';
  int base = marker == 'x' || marker == 'X' ? 16 : marker == 'o' || marker == 'O' ? 8 : 10;
  std::size_t integer_end = base == 10 ? skip_digits(text, offset) : offset;
  std::size_t number_end = base == 10 ? skip_fraction(text, integer_end) : offset;
  std::size_t end = skip_word(text, number_end);
  token.end = static_cast<std::uint32_t>(end);
  std::string_view literal = text.substr(offset, end - offset);
  if (base == 10 && end != number_end)
    fail("InvalidNumberLiteral", fmt::format("{} is not a number; a name cannot start with a digit", literal),
         token);
  if (base == 10 && number_end != integer_end) return read_floating(literal, token);
  read_integer(literal.substr(base == 10 ? 0 : 2), base, literal, token);
}

std::size_t end_of_quoted(std::string_view text, std::size_t offset) {
  char quote = text[offset];
  bool escapes = quote != '`';
  for (std::size_t at = offset + 1; at < text.size(); ++at) {
    if (escapes && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (escapes || at_or_zero(text, at + 1) != '`') return at + 1;
      ++at;  // `` inside backquotes is one backquote
    }
  }
  return std::string_view::npos;
}

EscapeFault find_escape_fault(std::string_view literal) {
  if (literal.front() == '`') return {};
  std::size_t at = literal.find('\\');
  while (at != std::string_view::npos) {
    char c = literal[at + 1];
    std::size_t end = at + 2;
    if (c == 'u' || c == 'U') {
      auto escape = unicode_escape(literal, at + 1);
      if (!escape) return {at, true};
      end = escape->end;
    } else if (!simple_escape(c)) {
      return {at, false};
    }
    at = literal.find('\\', end);
  }
  return {};
}

}  // namespace parser_detail

std::string unquote(std::string_view literal) {
  char quote = literal.front();
  std::string_view body = literal.substr(1, literal.size() - 2);
  std::string out;
  out.reserve(body.size());
  for (std::size_t at = 0; at < body.size();) {
    if (quote != '`' && body[at] == '\\') {
      char c = body[at + 1];
      if (c == 'u' || c == 'U') {
        auto escape = parser_detail::unicode_escape(body, at + 1);
        parser_detail::append_utf8(out, escape->point);
        at = escape->end;
      } else {
        out += *parser_detail::simple_escape(c);
        at += 2;
      }
      continue;
    }
    out += body[at];
    at += quote == '`' && body[at] == '`' ? 2 : 1;
  }
  return out;
}

}  // namespace attest
