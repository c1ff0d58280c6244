#include <attest/parser/grammar_state.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <attest/parser/parse.hpp>
#include <attest/parser/terminals.hpp>

namespace attest::parser_detail {

void Furthest::note(const Token* place, std::string_view what) {
  if (at && place < at) return;
  if (place != at) {
    at = place;
    wanted.clear();
    keywords.clear();
  }
  if (std::find(wanted.begin(), wanted.end(), what) == wanted.end()) wanted.emplace_back(what);
}

void fail(const char* detail, const std::string& message, const Token& at) {
  throw QueryError("SyntaxError", detail, QueryError::Phase::compile_time, message, at.begin.line,
                   at.begin.column);
}

void require_shallow(std::size_t levels, const Token& at) {
  if (levels > maximum_nesting)
    fail("NestingTooDeep",
         fmt::format("the statement is nested deeper than {} levels; split it, or pass data as a parameter",
                     maximum_nesting),
         at);
}

ast::Span span_of(const Token& token) {
  return {token.begin, token.end};
}

ast::Span span_of(Iterator first, Iterator last) {
  return {first->begin, last == first ? first->begin.offset : (last - 1)->end};
}

ast::Name NameParser::read(const Token& token, std::string_view source) {
  std::string_view text = token.text(source);
  return {token.kind == TokenKind::quoted_name ? unquote(text) : std::string(text), span_of(token)};
}

}  // namespace attest::parser_detail
