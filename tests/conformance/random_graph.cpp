#include "random_graph.hpp"

#include <attest/graph/temporal.hpp>

namespace attest::conformance {
namespace {

double half(std::mt19937_64& random) {
  return static_cast<double>(draw(random, 2 * kIntegers)) / 2;
}

Value mixed_value(std::mt19937_64& random) {
  const auto integer = static_cast<std::int64_t>(draw(random, kIntegers));
  switch (draw(random, 5)) {
    case 0:
      return integer;
    case 1:
      return half(random);
    case 2:
      return kTexts[draw(random, std::size(kTexts))];
    case 3:
      return draw(random, 2) == 0;
    default:
      return List{integer, std::int64_t{1}};
  }
}

std::vector<Property> random_properties(Graph& graph, std::mt19937_64& random) {
  std::vector<Property> properties;
  const auto add = [&](std::string_view key, Value value) {
    properties.emplace_back(graph.key(key), std::move(value));
  };
  for (std::string_view key : kIntegerKeys)
    if (draw(random, 3) > 0) add(key, static_cast<std::int64_t>(draw(random, kIntegers)));
  if (draw(random, 3) > 0) add("s", kTexts[draw(random, std::size(kTexts))]);
  if (draw(random, 2) > 0) add("w", half(random));
  if (draw(random, 2) > 0) add("m", mixed_value(random));
  return properties;
}

}  // namespace

Graph random_graph(std::mt19937_64& random) {
  const std::size_t growth = draw(random, 8) == 0 ? 3 : 1;
  Graph graph;
  std::vector<NodeId> nodes;
  for (std::size_t i = 0, count = draw(random, 20) == 0 ? 0 : 1 + draw(random, 6 * growth); i < count; ++i) {
    std::vector<LabelId> labels;
    for (std::string_view name : kLabels)
      if (draw(random, 2) == 0) labels.push_back(graph.label(name));
    nodes.push_back(graph.add_node(labels, random_properties(graph, random)));
  }
  if (nodes.empty()) return graph;
  for (std::size_t i = 0, count = 2 * growth + draw(random, 8 * growth); i < count; ++i) {
    const TypeId type = graph.type(kTypes[draw(random, std::size(kTypes))]);
    const NodeId start = nodes[draw(random, nodes.size())];
    const NodeId end = nodes[draw(random, nodes.size())];
    graph.add_relationship(type, start, end, random_properties(graph, random));
  }
  return graph;
}

}  // namespace attest::conformance
