// The rules of the grammar that several files share. Each file of the grammar defines its own; all are
// instantiated once, for token pointers. For the grammar's .cpp files only.
#pragma once

#include <attest/parser/terminals.hpp>

namespace attest::parser_detail {

// Patterns (grammar_patterns.cpp)
struct label_expression_rule {};
struct path_pattern_rule {};
struct named_path_pattern_rule {};
inline const x3::rule<label_expression_rule, ast::LabelExpression> label_expression = "labels";
inline const x3::rule<path_pattern_rule, ast::PathPattern> path_pattern = "pattern";
inline const x3::rule<named_path_pattern_rule, ast::PathPattern> named_path_pattern = "pattern";

// Expressions (grammar_expressions.cpp, grammar_atoms.cpp, grammar_calls.cpp)
struct expression_rule {};
struct postfix_rule {};
struct target_rule {};
struct atom_rule {};
struct bracketed_rule {};
struct qualified_name_rule {};
struct map_literal_rule {};
struct parameter_rule {};
inline const x3::rule<expression_rule, ast::Expression> expression = "expression";
/// An atom with what follows it: `.key`, `[…]`, `:Label`.
inline const x3::rule<postfix_rule, ast::Expression> postfix_expression = "expression";
/// The same without labels: what SET and REMOVE change.
inline const x3::rule<target_rule, ast::Expression> target = "target";
inline const x3::rule<atom_rule, ast::Expression> atom = "expression";
/// The atoms with brackets inside: CASE, calls, comprehensions, subqueries.
inline const x3::rule<bracketed_rule, ast::Expression> bracketed = "expression";
/// `name`, `space.name`: one Name with its dots.
inline const x3::rule<qualified_name_rule, ast::Name> qualified_name = "name";
inline const x3::rule<map_literal_rule, ast::MapLiteral> map_literal = "map";
inline const x3::rule<parameter_rule, ast::Parameter> parameter = "parameter";
/// A map literal or a parameter, as patterns have it.
struct properties_rule {};
inline const x3::rule<properties_rule, ast::Expression> properties = "properties";

// Clauses (grammar_clauses.cpp, grammar_updates.cpp)
struct clause_rule {};
struct update_rule {};
struct query_rule {};
struct statement_rule {};
inline const x3::rule<clause_rule, ast::Clause> clause = "clause";
inline const x3::rule<update_rule, ast::Clause> update_clause = "updating clause";
inline const x3::rule<query_rule, ast::Query> query = "query";
inline const x3::rule<statement_rule, ast::Statement> statement = "statement";

BOOST_SPIRIT_DECLARE(decltype(label_expression), decltype(path_pattern), decltype(named_path_pattern),
                     decltype(expression), decltype(postfix_expression), decltype(target), decltype(atom),
                     decltype(bracketed), decltype(qualified_name), decltype(map_literal),
                     decltype(parameter), decltype(properties), decltype(clause), decltype(update_clause),
                     decltype(query), decltype(statement))

}  // namespace attest::parser_detail
