#include <attest/parser/token.hpp>

#include <optional>

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <attest/parser/literal.hpp>
#include <attest/parser/scan.hpp>

namespace attest {
namespace {

using namespace parser_detail;

struct Sign {
  std::string_view text;
  TokenKind kind;
};
/// Longer signs before their beginnings.
constexpr Sign signs[] = {
    {"..", TokenKind::dots},
    {"+=", TokenKind::plus_equal},
    {"=~", TokenKind::matches},
    {"<>", TokenKind::not_equal},
    {"<=", TokenKind::less_equal},
    {">=", TokenKind::greater_equal},
    {"(", TokenKind::left_parenthesis},
    {")", TokenKind::right_parenthesis},
    {"[", TokenKind::left_bracket},
    {"]", TokenKind::right_bracket},
    {"{", TokenKind::left_brace},
    {"}", TokenKind::right_brace},
    {",", TokenKind::comma},
    {";", TokenKind::semicolon},
    {":", TokenKind::colon},
    {".", TokenKind::dot},
    {"|", TokenKind::bar},
    {"&", TokenKind::ampersand},
    {"!", TokenKind::bang},
    {"$", TokenKind::dollar},
    {"+", TokenKind::plus},
    {"-", TokenKind::minus},
    {"*", TokenKind::star},
    {"/", TokenKind::slash},
    {"%", TokenKind::percent},
    {"^", TokenKind::caret},
    {"=", TokenKind::equal},
    {"<", TokenKind::less},
    {">", TokenKind::greater},
};

TokenKind closing(TokenKind opening) {
  switch (opening) {
    case TokenKind::left_parenthesis:
      return TokenKind::right_parenthesis;
    case TokenKind::left_bracket:
      return TokenKind::right_bracket;
    default:
      return TokenKind::right_brace;
  }
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::vector<Token> run() {
    skip_blanks();
    while (place_.offset < text_.size()) {
      Token token;
      token.begin = place_;
      scan(token);
      advance_to(token.end);
      pair_bracket(token.kind);
      tokens_.push_back(token);
      skip_blanks();
    }
    Token end;
    end.begin = place_;
    end.end = place_.offset;
    tokens_.push_back(end);
    return std::move(tokens_);
  }

 private:
  [[noreturn]] void fail(const char* detail, const std::string& message) const {
    throw QueryError("SyntaxError", detail, QueryError::Phase::compile_time, message, place_.line,
                     place_.column);
  }

  char peek(std::size_t ahead) const {
    return place_.offset + ahead < text_.size() ? text_[place_.offset + ahead] : '\0';
  }

  /// The code point at byte `at`, which moves behind it; negative where the bytes are not UTF-8.
  UChar32 next_point(std::size_t& at) const {
    const char* bytes = text_.data();
    UChar32 point = 0;
    U8_NEXT(bytes, at, text_.size(), point);
    return point;
  }

  void advance_to(std::size_t end) { advance(place_, text_, end); }

  void skip_blanks() {
    while (place_.offset < text_.size()) {
      if (std::size_t length = blank_length(text_, place_.offset)) {
        advance_to(place_.offset + length);
      } else if (at_comment(text_, place_.offset)) {
        std::size_t end = end_of_comment(text_, place_.offset);
        if (end == std::string_view::npos) fail("UnexpectedSyntax", "the comment is not closed with */");
        advance_to(end);
      } else {
        return;
      }
    }
  }

  void scan(Token& token) {
    char c = peek(0);
    bool digit = c >= '0' && c <= '9';
    bool fraction = c == '.' && peek(1) >= '0' && peek(1) <= '9' && !follows_name();
    if (digit || fraction) return scan_number(text_, place_.offset, token);
    if (c == '\'' || c == '"' || c == '`') return scan_quoted(token);
    if (scan_sign(token)) return;
    std::size_t at = place_.offset;
    UChar32 point = next_point(at);
    if (point == '_' ||
        (point >= 0 && (u_isIDStart(point) ||
                        u_getIntPropertyValue(point, UCHAR_GENERAL_CATEGORY) == U_CONNECTOR_PUNCTUATION)))
      return scan_word(token);
    token.end = static_cast<std::uint32_t>(at);
    token.kind = classify(point);
  }

  /// `n.5` is a mistake, not a name and a number.
  bool follows_name() const {
    return !tokens_.empty() && tokens_.back().end == place_.offset && tokens_.back().kind == TokenKind::word;
  }

  TokenKind classify(UChar32 point) const {
    if (point < 0) fail("InvalidUnicodeCharacter", "the statement is not valid UTF-8");
    // Soft hyphen, and all dashes of Unicode, which look like a minus sign but are none.
    if (point == 0xAD || point == 0x2212 || (point > 0x7F && u_charType(point) == U_DASH_PUNCTUATION))
      return TokenKind::dash;
    if (point > 0x7F)
      fail("InvalidUnicodeCharacter", fmt::format("the character U+{:04X} stands outside of a string",
                                                  static_cast<std::uint32_t>(point)));
    return TokenKind::unknown;
  }

  bool scan_sign(Token& token) const {
    std::string_view rest = text_.substr(place_.offset, 2);
    for (const Sign& sign : signs) {
      if (!rest.starts_with(sign.text)) continue;
      token.kind = sign.kind;
      token.end = static_cast<std::uint32_t>(place_.offset + sign.text.size());
      return true;
    }
    return false;
  }

  void scan_word(Token& token) const {
    std::size_t end = place_.offset;
    for (std::size_t at = end; at < text_.size();) {
      UChar32 point = next_point(at);
      if (point < 0 || !u_isIDPart(point) || u_isIDIgnorable(point)) break;
      end = at;
    }
    token.kind = TokenKind::word;
    token.end = static_cast<std::uint32_t>(end);
    token.keyword = find_keyword(token.text(text_));
  }

  void scan_quoted(Token& token) {
    std::size_t end = end_of_quoted(text_, place_.offset);
    bool name = peek(0) == '`';
    if (end == std::string_view::npos)
      fail("UnexpectedSyntax",
           fmt::format("the {} is not closed with {}", name ? "quoted name" : "string", peek(0)));
    token.kind = name ? TokenKind::quoted_name : TokenKind::string;
    token.end = static_cast<std::uint32_t>(end);
    if (EscapeFault fault = find_escape_fault(token.text(text_)); fault.offset != std::string_view::npos) {
      advance_to(place_.offset + fault.offset);
      if (fault.unicode)
        fail("InvalidUnicodeLiteral", "a Unicode escape is \\u with 4 or \\U with 8 hexadecimal digits");
      fail("UnexpectedSyntax",
           R"(unknown escape; a string knows \\ \' \" \b \f \n \r \t \uXXXX and \UXXXXXXXX)");
    }
    require_utf8(token.end);
  }

  void require_utf8(std::size_t end) {
    for (std::size_t at = place_.offset; at < end;) {
      std::size_t begin = at;
      if (next_point(at) >= 0) continue;
      advance_to(begin);
      fail("InvalidUnicodeCharacter", "the statement is not valid UTF-8");
    }
  }

  void pair_bracket(TokenKind kind) {
    switch (kind) {
      case TokenKind::left_parenthesis:
      case TokenKind::left_bracket:
      case TokenKind::left_brace:
        open_.push_back(tokens_.size());
        break;
      case TokenKind::right_parenthesis:
      case TokenKind::right_bracket:
      case TokenKind::right_brace:
        if (open_.empty() || closing(tokens_[open_.back()].kind) != kind) break;
        tokens_[open_.back()].match = static_cast<std::uint32_t>(tokens_.size() - open_.back());
        open_.pop_back();
        break;
      default:
        break;
    }
  }

  std::string_view text_;
  ast::Position place_;
  std::vector<Token> tokens_;
  std::vector<std::size_t> open_;
};

}  // namespace

std::vector<Token> tokenize(std::string_view text) {
  if (text.size() > maximum_statement_bytes)
    throw QueryError("SyntaxError", "StatementTooLarge", QueryError::Phase::compile_time,
                     fmt::format("the statement has {} bytes, more than the {} that are allowed", text.size(),
                                 maximum_statement_bytes),
                     1, 1);
  return Lexer(text).run();
}

}  // namespace attest
