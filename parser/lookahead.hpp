// Where the first token does not tell two constructs apart: tests of the tokens ahead, so that the
// grammar never reads a text twice and takes time linear in it.
#pragma once

#include <attest/parser/grammar_state.hpp>

namespace attest::parser_detail {

/// `(n:A)-[…]->`, `(n)--(`: a pattern rather than an expression in parentheses.
bool at_pattern(const Token* at, const State&);
/// `[x IN xs …]`, but no list whose first item is `x IN xs`.
bool at_list_comprehension(const Token* at, const State&);
/// `[(a)-->(b) … | …]`, `[p = (a)-->(b) … | …]`
bool at_pattern_comprehension(const Token* at, const State&);
/// `name(`, `space.name(`
bool at_function_call(const Token* at, const State&);
/// `all(x IN`
bool at_quantifier(const Token* at, const State&);
/// `reduce(x =`
bool at_reduce(const Token* at, const State&);
/// `count(*)`
bool at_count_star(const Token* at, const State&);
/// `EXISTS {`, `COUNT {`, `COLLECT {`
bool at_subquery(const Token* at, const State&);
/// `shortestPath(`, `allShortestPaths(`
bool at_shortest_path(const Token* at, const State&);
/// `name {`
bool at_map_projection(const Token* at, const State&);
/// `((`
bool at_double_parenthesis(const Token* at, const State&);
/// `name =`, `name +=`
bool at_whole_assignment(const Token* at, const State&);
/// `name =`: where a pattern is wanted, a named path
bool at_path_name(const Token* at, const State&);
/// The body of a subquery is a bare pattern.
bool at_bare_pattern(const Token* at, const State&);
/// `CALL {`, `CALL (`
bool at_subquery_call(const Token* at, const State&);
/// `|` is a label sign here.
bool bar_joins_labels(const Token* at, const State& state);

}  // namespace attest::parser_detail
