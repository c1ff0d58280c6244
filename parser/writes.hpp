// Whether a statement may change the graph.
#pragma once

#include <attest/parser/ast.hpp>

namespace attest {

/// True where a CREATE, MERGE, SET, REMOVE, DELETE or FOREACH stands anywhere in it, also in CALL { … }.
/// EXPLAIN of such a statement writes nothing. Procedures only read.
bool writes(const ast::Statement& statement);

}  // namespace attest
