// One step down the syntax tree: the expressions directly below an expression or inside a pattern.
#pragma once

#include <functional>

#include <attest/parser/ast.hpp>

namespace attest::ast {

using ExpressionVisitor = std::function<void(const Expression&)>;

/// The operands, arguments, items … of `expression`, in the order of the text, one level down. Those of a
/// pattern are included; clauses of a Subquery are not.
void for_each_child(const Expression& expression, const ExpressionVisitor& visit);
/// Properties and inline WHERE of the pattern's nodes and relationships.
void for_each_expression(const PathPattern& pattern, const ExpressionVisitor& visit);

}  // namespace attest::ast
