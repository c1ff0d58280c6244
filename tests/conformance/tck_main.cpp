// attest_tck DIR [NAME]: runs every scenario of the *.feature files below DIR (those whose file or title
// holds NAME), prints each failure, and ends with "N passed, N failed".
//
// Exit status: 0 all passed, 1 some failed, 2 wrong usage or nothing to run.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include <fmt/format.h>

#include "gherkin.hpp"
#include "runner.hpp"

namespace {

namespace fs = std::filesystem;
using attest::conformance::Scenario;

std::vector<fs::path> feature_files(const fs::path& root) {
  std::vector<fs::path> files;
  if (fs::is_regular_file(root)) return {root};
  for (const auto& entry : fs::recursive_directory_iterator(root))
    if (entry.path().extension() == ".feature") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

void print_failure(const Scenario& scenario, const std::string& reason) {
  std::cout << fmt::format("FAILED {}:{}: {}\n", scenario.file.string(), scenario.line, scenario.name);
  for (const auto& step : scenario.steps) {
    if (!step.text.starts_with("executing")) continue;
    std::istringstream lines(step.document);
    for (std::string line; std::getline(lines, line);) std::cout << "    > " << line << '\n';
  }
  std::cout << "    " << reason << "\n\n";
}

bool selected(const Scenario& scenario, const std::string& name) {
  return name.empty() || scenario.name.find(name) != std::string::npos ||
         scenario.file.string().find(name) != std::string::npos;
}

int run(const fs::path& root, const std::string& name) {
  std::size_t passed = 0, failed = 0;
  for (const fs::path& file : feature_files(root)) {
    for (const Scenario& scenario : attest::conformance::parse_feature(read_file(file), file)) {
      if (!selected(scenario, name)) continue;
      if (auto reason = attest::conformance::run_scenario(scenario)) {
        print_failure(scenario, *reason);
        ++failed;
      } else {
        ++passed;
      }
    }
  }
  std::cout << fmt::format("{} passed, {} failed\n", passed, failed);
  if (passed + failed == 0) return 2;
  return failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 && argc != 3) {
    std::cerr << "usage: attest_tck DIR [NAME]\n";
    return 2;
  }
  try {
    return run(argv[1], argc == 3 ? argv[2] : "");
  } catch (const std::exception& error) {
    std::cerr << "attest_tck: " << error.what() << '\n';
    return 2;
  }
}
