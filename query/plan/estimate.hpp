// How many rows a plan's steps may give, from the graph's counts.
#pragma once

#include <optional>

#include <attest/query/plan/pattern.hpp>

namespace attest::query {

/// An equality `node.key = value` that an index can answer.
struct IndexLookup {
  LabelId label{};
  KeyId key{};
  const Expr* value = nullptr;
  std::size_t predicate = 0;
};

class Estimator {
 public:
  Estimator(const Graph& graph, const Pattern& pattern) : graph_(graph), pattern_(pattern) {}

  /// Nodes that a scan for the pattern's node gives, its labels considered, predicates not.
  double nodes(const PatternNode& node) const;
  /// Relationships that lead from one node over the pattern's relationship, labels of both ends considered.
  double degree(const PatternRelationship& relationship, bool from_left) const;
  /// The share of rows for which the predicate holds.
  double selectivity(const Expr& predicate) const;
  /// Nodes that the index gives: counted where the value is known.
  double lookup(const IndexLookup& lookup) const;

 private:
  double between(std::optional<LabelId> start, const PatternRelationship& relationship,
                 std::optional<LabelId> end) const;

  const Graph& graph_;
  const Pattern& pattern_;
};

}  // namespace attest::query
