// Graphs to export: one that is easy to read about, and random ones with everything hostile.
#pragma once

#include <random>
#include <string>
#include <vector>

#include <attest/graph/graph.hpp>

namespace attest::test {

inline std::vector<Property> properties(Graph& graph, const Map& map) {
  std::vector<Property> all;
  for (const auto& [key, value] : map) all.emplace_back(graph.key(key), value);
  return all;
}

inline NodeId add_node(Graph& graph, std::vector<std::string> names, const Map& map) {
  std::vector<LabelId> labels;
  for (const std::string& name : names) labels.push_back(graph.label(name));
  return graph.add_node(labels, properties(graph, map));
}

inline RelationshipId add_relationship(Graph& graph, const char* type, NodeId start, NodeId end,
                                       const Map& map = {}) {
  return graph.add_relationship(graph.type(type), start, end, properties(graph, map));
}

/// Two people, a village and an event with a source.
Graph small_graph();

/// Up to `nodes` nodes and twice as many relationships. Every value type, hostile names and texts; each node
/// has an integer property "number" of its own.
Graph random_graph(std::mt19937_64& random, std::size_t nodes);

/// Random value of any type a property can have.
Value random_value(std::mt19937_64& random, int depth = 0);

/// What differs first, in words; empty where the graphs are equal: same labels, types and identical values,
/// nodes matched by their property "number", relationships as bags.
std::string difference(const Graph& a, const Graph& b);

}  // namespace attest::test
