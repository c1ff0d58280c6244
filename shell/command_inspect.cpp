// attest stats, attest verify: what is inside a graph file, and is it sound.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "commands.hpp"
#include "session.hpp"

namespace attest::shell {
namespace {

using Counts = std::vector<std::pair<std::string, std::size_t>>;

/// Of every name that has a count: most first, equal counts by name.
template <class Id, class Count>
Counts counts_of(const Symbols<Id>& symbols, Count count) {
  Counts counts;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    const Id id{static_cast<std::uint32_t>(i)};
    if (const std::size_t n = count(id); n > 0) counts.emplace_back(symbols.name(id), n);
  }
  std::sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
    return std::pair(b.second, a.first) < std::pair(a.second, b.first);
  });
  return counts;
}

void print_counts(const char* heading, std::size_t all, const Counts& counts) {
  fmt::print("{:<24}{:>12}\n", heading, all);
  for (const auto& [name, count] : counts) fmt::print("  {:<22}{:>12}\n", name, count);
}

nlohmann::ordered_json as_json(const Counts& counts) {
  nlohmann::ordered_json object = nlohmann::ordered_json::object();
  for (const auto& [name, count] : counts) object[name] = count;
  return object;
}

}  // namespace

int run(const StatsArguments& arguments) {
  const auto session = open_session(arguments.file, Store::Mode::read);
  const Graph& graph = session->graph;
  const Counts labels = counts_of(graph.labels(), [&](LabelId label) { return graph.count_nodes(label); });
  const Counts types = counts_of(graph.types(), [&](TypeId type) { return graph.count_relationships(type); });
  const std::size_t documents = session->store.document_names().size();
  const std::size_t decisions = session->store.decisions().size();
  if (arguments.format == "json") {
    const nlohmann::ordered_json all = {{"documents", documents},
                                        {"decisions", decisions},
                                        {"nodes", graph.node_count()},
                                        {"labels", as_json(labels)},
                                        {"relationships", graph.relationship_count()},
                                        {"types", as_json(types)}};
    fmt::print("{}\n", all.dump());
    return 0;
  }
  fmt::print("{:<24}{:>12}\n", "documents", documents);
  fmt::print("{:<24}{:>12}\n", "decisions", decisions);
  print_counts("nodes", graph.node_count(), labels);
  print_counts("relationships", graph.relationship_count(), types);
  return 0;
}

int run(const VerifyArguments& arguments) {
  const std::vector<std::string> faults = Store::open(arguments.file, Store::Mode::read).verify();
  for (const std::string& fault : faults) fmt::print("{}\n", fault);
  if (faults.empty()) fmt::print("{} is sound\n", arguments.file);
  return faults.empty() ? 0 : 1;
}

}  // namespace attest::shell
