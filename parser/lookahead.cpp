#include <attest/parser/lookahead.hpp>

namespace attest::parser_detail {
namespace {

bool is(const Token* at, TokenKind kind) {
  return at->kind == kind;
}
bool is_dash(const Token* at) {
  return is(at, TokenKind::minus) || is(at, TokenKind::dash);
}
bool is_any_name(const Token* at) {
  return is(at, TokenKind::word) || is(at, TokenKind::quoted_name);
}
bool is_variable(const Token* at) {
  return is(at, TokenKind::quoted_name) || (is(at, TokenKind::word) && !is_reserved(at->keyword));
}

/// The tokens between `(` and `)` may be a node pattern.
bool may_be_node(const Token* opening) {
  const Token* at = opening + 1;
  if (is_variable(at)) ++at;
  if (is(at, TokenKind::left_brace) && at->match != 0) at += at->match + 1;
  return is(at, TokenKind::right_parenthesis) || is(at, TokenKind::colon) || is(at, TokenKind::dollar) ||
         at->keyword == Keyword::where;
}

/// `-[`, `--`, `<-[`, `<--` and what a relationship goes on with.
bool at_relationship(const Token* at) {
  if (is(at, TokenKind::less)) ++at;
  if (!is_dash(at)) return false;
  ++at;
  if (is(at, TokenKind::left_bracket)) {
    if (at->match == 0) return true;
    at += at->match + 1;
  }
  if (!is_dash(at)) return false;
  ++at;
  if (is(at, TokenKind::greater)) ++at;
  return is(at, TokenKind::left_parenthesis);
}

/// Whether a sign stands between an opening bracket and its closing one, not inside further brackets.
bool holds_at_top(const Token* opening, TokenKind kind) {
  const Token* closing = opening + opening->match;
  for (const Token* at = opening + 1; at < closing; at += at->match + 1)
    if (at->kind == kind) return true;
  return false;
}

bool is_quantifier_word(Keyword keyword) {
  return keyword == Keyword::all || keyword == Keyword::any || keyword == Keyword::none_ ||
         keyword == Keyword::single;
}

}  // namespace

bool at_pattern(const Token* at, const State&) {
  return is(at, TokenKind::left_parenthesis) && at->match != 0 && may_be_node(at) &&
         at_relationship(at + at->match + 1);
}

bool at_list_comprehension(const Token* at, const State&) {
  return is(at, TokenKind::left_bracket) && is_variable(at + 1) && at[2].keyword == Keyword::in &&
         !holds_at_top(at, TokenKind::comma);
}

bool at_pattern_comprehension(const Token* at, const State& state) {
  if (!is(at, TokenKind::left_bracket)) return false;
  const Token* pattern = at + 1;
  if (is_variable(pattern) && is(pattern + 1, TokenKind::equal)) pattern += 2;
  return at_pattern(pattern, state) && holds_at_top(at, TokenKind::bar);
}

bool at_function_call(const Token* at, const State&) {
  if (!is_variable(at)) return false;
  while (is(at + 1, TokenKind::dot) && is_any_name(at + 2)) at += 2;
  return is(at + 1, TokenKind::left_parenthesis);
}

bool at_quantifier(const Token* at, const State&) {
  return is_quantifier_word(at->keyword) && is(at + 1, TokenKind::left_parenthesis) && is_variable(at + 2) &&
         at[3].keyword == Keyword::in;
}

bool at_reduce(const Token* at, const State&) {
  return at->keyword == Keyword::reduce && is(at + 1, TokenKind::left_parenthesis) && is_variable(at + 2) &&
         is(at + 3, TokenKind::equal);
}

bool at_count_star(const Token* at, const State&) {
  return at->keyword == Keyword::count && is(at + 1, TokenKind::left_parenthesis) &&
         is(at + 2, TokenKind::star);
}

bool at_subquery(const Token* at, const State&) {
  return (at->keyword == Keyword::exists || at->keyword == Keyword::count ||
          at->keyword == Keyword::collect) &&
         is(at + 1, TokenKind::left_brace);
}

bool at_shortest_path(const Token* at, const State&) {
  return (at->keyword == Keyword::shortestpath || at->keyword == Keyword::allshortestpaths) &&
         is(at + 1, TokenKind::left_parenthesis);
}

bool at_map_projection(const Token* at, const State&) {
  return is_variable(at) && is(at + 1, TokenKind::left_brace);
}

bool at_double_parenthesis(const Token* at, const State&) {
  return is(at, TokenKind::left_parenthesis) && is(at + 1, TokenKind::left_parenthesis);
}

bool at_whole_assignment(const Token* at, const State&) {
  return is_variable(at) && (is(at + 1, TokenKind::equal) || is(at + 1, TokenKind::plus_equal));
}

bool at_path_name(const Token* at, const State&) {
  return is_variable(at) && is(at + 1, TokenKind::equal);
}

bool at_bare_pattern(const Token* at, const State& state) {
  return is(at, TokenKind::left_parenthesis) || at_path_name(at, state) || at_shortest_path(at, state);
}

bool at_subquery_call(const Token* at, const State&) {
  return at->keyword == Keyword::call &&
         (is(at + 1, TokenKind::left_brace) || is(at + 1, TokenKind::left_parenthesis));
}

bool bar_joins_labels(const Token*, const State& state) {
  return !state.bar_separates;
}

}  // namespace attest::parser_detail
