// The commands: each does what its arguments ask and returns the exit status (0 done, 1 something failed).
// Results go to standard output, all else to standard error. Errors are thrown as attest::Error.
#pragma once

#include "arguments.hpp"

namespace attest::shell {

int run(const BuildArguments&);
int run(const ExtractArguments&);
int run(const LoadArguments&);
int run(const QueryArguments&);
int run(const ShellArguments&);
int run(const ExportArguments&);
int run(const ImportArguments&);
int run(const RemoveArguments&);
int run(const DecideArguments&);
int run(const WhyArguments&);
int run(const StatsArguments&);
int run(const VerifyArguments&);

}  // namespace attest::shell
