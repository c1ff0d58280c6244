// The pattern of a MATCH as a graph: what the planner orders.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include <attest/query/expression.hpp>
#include <attest/query/plan/label_facts.hpp>
#include <attest/query/run/operator.hpp>
#include <attest/query/run/rows.hpp>

namespace attest::query {

struct PatternNode {
  Slot slot = no_slot;
  bool bound = false;           ///< has a value before the pattern is matched
  std::vector<LabelId> labels;  ///< carries all of these
  bool impossible = false;      ///< must carry a label that no node has
  std::string text;             ///< for plans: "(a:Person)"
};

struct PatternRelationship {
  Slot slot = no_slot;
  std::size_t left = 0;  ///< index of a node
  std::size_t right = 0;
  Direction direction = Direction::both;  ///< out: from left to right
  bool any_type = true;
  std::vector<TypeId> types;
  bool bound = false;
  bool variable_length = false;
  std::uint64_t minimum = 1;
  std::uint64_t maximum = std::numeric_limits<std::uint64_t>::max();
  std::vector<Expr> conditions;  ///< of each relationship of a variable length, as the local variable
  std::int32_t local = -1;
  enum class Shortest : std::uint8_t { no, one, all };
  Shortest shortest = Shortest::no;
  std::size_t clause = 0;  ///< relationships of one MATCH differ from each other
  std::string text;
};

struct Pattern {
  std::vector<PatternNode> nodes;
  std::vector<PatternRelationship> relationships;
  std::vector<Expr> predicates;
  std::vector<Compute::Item> paths;  ///< computed once all that they hold is bound

  /// Index of the node with the slot, or nodes.size().
  std::size_t node_of(Slot slot) const;
};

/// Operators that extend the rows of `input` by all matches of the pattern. `facts` may be nullptr: while a
/// statement changes the graph nothing is a fact.
OperatorPtr plan_match(OperatorPtr input, Pattern pattern, const Graph& graph, LabelFacts* facts);
/// The same by nested loops over everything in the order written: the reference.
OperatorPtr plan_naive(OperatorPtr input, Pattern pattern);

}  // namespace attest::query
