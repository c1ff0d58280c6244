// Runs a program as a shell would, and says what came out.
#pragma once

#include <string>
#include <vector>

namespace attest::test {

struct Outcome {
  int status = 0;  ///< exit status; 128 + the signal's number where one ended it
  std::string out;
  std::string err;
};

/// `input` goes to its standard input. Standard output and error are files, so no terminal is there.
Outcome run(const std::vector<std::string>& words, const std::string& input = "");

/// The `attest` under test.
Outcome run_attest(std::vector<std::string> arguments, const std::string& input = "");

}  // namespace attest::test
