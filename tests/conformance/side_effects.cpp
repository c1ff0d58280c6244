#include "side_effects.hpp"

#include <algorithm>
#include <iterator>

#include "term.hpp"

namespace attest::conformance {
namespace {

void add_properties(Snapshot& snapshot, const std::string& element, const std::vector<Property>& properties,
                    const Graph& graph) {
  for (const auto& [key, value] : properties)
    snapshot.properties.emplace(element, graph.keys().name(key), canonical(to_term(value, graph)));
}

template <class Element>
void count(SideEffects& effects, const std::string& name, const std::set<Element>& before,
           const std::set<Element>& after) {
  auto missing = [](const std::set<Element>& of, const std::set<Element>& in) {
    return static_cast<std::size_t>(
        std::count_if(of.begin(), of.end(), [&](const Element& e) { return !in.contains(e); }));
  };
  if (std::size_t added = missing(after, before)) effects["+" + name] = added;
  if (std::size_t removed = missing(before, after)) effects["-" + name] = removed;
}

}  // namespace

Snapshot take_snapshot(const Graph& graph) {
  Snapshot snapshot;
  graph.nodes().for_each([&](std::uint32_t id) {
    snapshot.nodes.insert(id);
    for (LabelId label : graph.labels_of(NodeId{id})) snapshot.labels.insert(graph.labels().name(label));
    add_properties(snapshot, "n" + std::to_string(id), graph.properties(NodeId{id}), graph);
  });
  graph.relationships().for_each([&](std::uint32_t id) {
    snapshot.relationships.insert(id);
    add_properties(snapshot, "r" + std::to_string(id), graph.properties(RelationshipId{id}), graph);
  });
  return snapshot;
}

SideEffects difference(const Snapshot& before, const Snapshot& after) {
  SideEffects effects;
  count(effects, "nodes", before.nodes, after.nodes);
  count(effects, "relationships", before.relationships, after.relationships);
  count(effects, "labels", before.labels, after.labels);
  count(effects, "properties", before.properties, after.properties);
  return effects;
}

}  // namespace attest::conformance
