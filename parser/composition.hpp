// Rules of a statement's form that reach beyond one construct: which clause may stand where.
#pragma once

#include <attest/parser/ast.hpp>

namespace attest::parser_detail {

/// Throws QueryError (InvalidClauseComposition, UnexpectedSyntax) at the first offending place.
void check_composition(const ast::Statement& statement);

}  // namespace attest::parser_detail
