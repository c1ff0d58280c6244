// attest_examples FILE...: runs the examples of Markdown files, prints each failure, and ends with
// "N passed, N failed".
//
// Exit status: 0 all passed, 1 some failed, 2 wrong usage or nothing to run.
#include <fstream>
#include <iostream>
#include <sstream>

#include <fmt/format.h>

#include "example.hpp"

namespace {

using attest::conformance::Example;

struct Count {
  std::size_t passed = 0;
  std::size_t failed = 0;
};

void run_file(const std::string& path, Count& count) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << in.rdbuf();
  for (const Example& example : attest::conformance::parse_examples(text.str())) {
    auto reason = attest::conformance::run_example(example);
    ++(reason ? count.failed : count.passed);
    if (!reason) continue;
    std::cout << fmt::format("FAILED {}:{}\n{}    {}\n\n", path, example.line, example.statements, *reason);
  }
}

}  // namespace

int main(int argc, char** argv) {
  Count count;
  try {
    for (int i = 1; i < argc; ++i) run_file(argv[i], count);
  } catch (const std::exception& error) {
    std::cerr << "attest_examples: " << error.what() << '\n';
    return 2;
  }
  std::cout << fmt::format("{} passed, {} failed\n", count.passed, count.failed);
  if (count.passed + count.failed == 0) return 2;
  return count.failed == 0 ? 0 : 1;
}
