#include "statement.hpp"

#include <fmt/format.h>

#include <chrono>

namespace attest::shell {

QueryOptions options_of(const StatementArguments& arguments, const InterruptGuard& interrupt) {
  QueryOptions options;
  options.timeout = std::chrono::milliseconds(static_cast<std::int64_t>(arguments.timeout * 1000));
  options.memory_limit = arguments.memory << 20;
  options.interrupt = &interrupt.flag();
  return options;
}

std::string describe(const Statistics& statistics) {
  std::string text;
  const auto add = [&text](std::uint64_t count, const char* one, const char* many, const char* what) {
    if (count > 0)
      text += fmt::format("{}{} {} {}", text.empty() ? "" : ", ", count, count == 1 ? one : many, what);
  };
  add(statistics.nodes_created, "node", "nodes", "created");
  add(statistics.nodes_deleted, "node", "nodes", "deleted");
  add(statistics.relationships_created, "relationship", "relationships", "created");
  add(statistics.relationships_deleted, "relationship", "relationships", "deleted");
  add(statistics.properties_set, "property", "properties", "set");
  add(statistics.labels_added, "label", "labels", "added");
  add(statistics.labels_removed, "label", "labels", "removed");
  return text;
}

}  // namespace attest::shell
