// Which labels the ends of a relationship type always carry: then a walk need not test them.
#pragma once

#include <cstdint>
#include <map>
#include <tuple>

#include <attest/graph/graph.hpp>

namespace attest::query {

/// Remembers what it has found as long as the graph does not change.
class LabelFacts {
 public:
  /// Whether every node that relationships of the type lead to (Direction::out) or come from (in) carries the
  /// label. The first question of its kind takes a pass over the nodes.
  bool always(const Graph& graph, TypeId type, Direction direction, LabelId label);

 private:
  std::uint64_t version_ = 0;
  std::map<std::tuple<TypeId, Direction, LabelId>, bool> known_;
};

}  // namespace attest::query
