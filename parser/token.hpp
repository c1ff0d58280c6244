// Text → tokens: the words, literals and signs that the grammar is written over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <attest/error.hpp>
#include <attest/parser/ast.hpp>

namespace attest {

enum class TokenKind : std::uint8_t {
  word,         ///< a name or a keyword
  quoted_name,  ///< `in backquotes`
  integer,
  floating,
  string,
  left_parenthesis,
  right_parenthesis,
  left_bracket,
  right_bracket,
  left_brace,
  right_brace,
  comma,
  semicolon,
  colon,
  dot,
  dots,  ///< `..`
  bar,
  ampersand,
  bang,
  dollar,
  plus,
  plus_equal,
  minus,
  star,
  slash,
  percent,
  caret,
  equal,
  matches,  ///< `=~`
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  dash,     ///< a Unicode dash, which patterns take for `-`
  unknown,  ///< a character the language does not use
  end
};

/// Words with a meaning in the grammar, in any case. Only some are reserved (is_reserved).
enum class Keyword : std::uint8_t {
  none,
  all,
  allshortestpaths,
  and_,
  any,
  as,
  asc,
  ascending,
  by,
  call,
  case_,
  collect,
  contains,
  count,
  create,
  delete_,
  desc,
  descending,
  detach,
  distinct,
  else_,
  end,
  ends,
  exists,
  explain,
  false_,
  foreach,
  in,
  is,
  limit,
  match,
  merge,
  none_,
  not_,
  null,
  on,
  optional,
  or_,
  order,
  profile,
  reduce,
  remove,
  return_,
  set,
  shortestpath,
  single,
  skip,
  starts,
  then,
  true_,
  union_,
  unwind,
  when,
  where,
  with,
  xor_,
  yield
};

struct Token {
  TokenKind kind = TokenKind::end;
  Keyword keyword = Keyword::none;  ///< of a word
  ast::Position begin;
  std::uint32_t end = 0;    ///< byte offset behind the token
  std::uint32_t match = 0;  ///< of an opening bracket: how many tokens on its closing one is; 0: nowhere
  union {
    std::uint64_t integer = 0;  ///< magnitude, at most 2^63
    double floating;
  };
  std::string_view text(std::string_view source) const {
    return source.substr(begin.offset, end - begin.offset);
  }
};

/// Longer statements are an error; data belongs in parameters and files.
inline constexpr std::size_t maximum_statement_bytes = std::size_t{64} << 20;

/// The tokens of a statement; the last is of kind `end`. Throws QueryError for literals that cannot be.
std::vector<Token> tokenize(std::string_view text);

/// The content of a `string` or `quoted_name` token's text, escapes resolved.
std::string unquote(std::string_view literal);

/// The keyword that `word` is, in any case.
Keyword find_keyword(std::string_view word);
/// In capitals, "ORDER".
std::string_view keyword_text(Keyword keyword);
/// Whether a word cannot name a variable without backquotes.
bool is_reserved(Keyword keyword);
/// All keywords in capitals, sorted: for completion and highlighting.
std::span<const std::string_view> keywords();

}  // namespace attest
