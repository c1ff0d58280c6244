// Parameters of statements, as people write them on a command line.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <attest/graph/value.hpp>

#include "arguments.hpp"

namespace attest::shell {

/// A JSON value (number, true, null, "string", list, object); any other text is a string as it stands.
Value parse_parameter_value(std::string_view text);

/// "name=value" in its two parts. Throws UsageError where there is no name or no "=".
std::pair<std::string, Value> parse_parameter(std::string_view assignment);

/// All parameters of a command: the file's first, then the single ones over them.
Map parameters_of(const StatementArguments& arguments);

}  // namespace attest::shell
