// What a statement did to a graph, as the TCK counts it: two snapshots and their difference.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <attest/graph/graph.hpp>

namespace attest::conformance {

struct Snapshot {
  std::set<std::uint32_t> nodes;
  std::set<std::uint32_t> relationships;
  std::set<std::string> labels;  ///< in use
  /// (element, key, value) of nodes ("n7") and relationships ("r7").
  std::set<std::tuple<std::string, std::string, std::string>> properties;
};
Snapshot take_snapshot(const Graph& graph);

/// "+nodes" → 2 …; only what is not 0.
using SideEffects = std::map<std::string, std::size_t>;
SideEffects difference(const Snapshot& before, const Snapshot& after);

}  // namespace attest::conformance
