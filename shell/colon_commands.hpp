// The shell's own commands: what a line that opens with a colon does.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "repl.hpp"

namespace attest::shell {

/// ":help", ":format" …, ascending.
std::span<const std::string_view> colon_command_names();

/// Runs one command line (":format json"). Throws Error where it is wrong.
void run_colon_command(Repl& repl, std::string_view line);

}  // namespace attest::shell
