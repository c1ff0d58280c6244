// A syntax tree as text with every grouping shown: (+ 1 (* 2 3)). Tests compare it.
#pragma once

#include <string>
#include <string_view>

#include <attest/parser/ast.hpp>

namespace attest::test {

std::string tree_text(const ast::Expression& expression);
std::string tree_text(const ast::PathPattern& pattern);
std::string tree_text(const ast::LabelExpression& labels);
std::string tree_text(const ast::Clause& clause);
std::string tree_text(const ast::Query& query);

/// The tree of `RETURN text`'s only column.
std::string expression_tree(std::string_view text);
/// The tree of a statement.
std::string statement_tree(std::string_view text);

}  // namespace attest::test
