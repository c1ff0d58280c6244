#include "document_sources.hpp"

#include <attest/error.hpp>
#include <iostream>
#include <iterator>

namespace attest::shell {

std::vector<std::string> paths_of(const DocumentArguments& arguments) {
  std::vector<std::string> paths;
  for (const std::string& path : arguments.paths) {
    if (path != "-") {
      paths.push_back(path);
      continue;
    }
    for (std::string line; std::getline(std::cin, line);) {
      if (!line.empty() && line.back() == '\r') line.pop_back();
      if (!line.empty()) paths.push_back(line);
    }
  }
  if (paths.empty() && !arguments.text_name) {
    throw UsageError("name files or folders to read, - for a list on standard input, or --text NAME");
  }
  return paths;
}

std::string read_standard_input() {
  return {std::istreambuf_iterator<char>(std::cin), {}};
}

}  // namespace attest::shell
