// The documents that a command line names.
#pragma once

#include <string>
#include <vector>

#include "arguments.hpp"

namespace attest::shell {

/// The paths as given, with "-" replaced by the lines of standard input. Throws UsageError where nothing is
/// named.
std::vector<std::string> paths_of(const DocumentArguments& arguments);

/// All of standard input.
std::string read_standard_input();

}  // namespace attest::shell
