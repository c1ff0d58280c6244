// What a statement is run with, and how its answer or its error is told.
#pragma once

#include <attest/query/query.hpp>
#include <string>

#include "arguments.hpp"
#include "interrupt.hpp"

namespace attest::shell {

QueryOptions options_of(const StatementArguments& arguments, const InterruptGuard& interrupt);

/// "2 nodes created, 1 property set"; empty where nothing changed.
std::string describe(const Statistics& statistics);

}  // namespace attest::shell
