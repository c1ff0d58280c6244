#include <attest/exporters/inventory.hpp>

#include <bit>

namespace attest {

std::optional<Value::Type> KeyUse::single() const {
  if (!std::has_single_bit(types)) return {};
  return static_cast<Value::Type>(std::countr_zero(types));
}

void KeyCollector::add(const std::vector<Property>& properties) {
  for (const auto& [key, value] : properties) {
    const auto at = static_cast<std::size_t>(key);
    if (types_.size() <= at) types_.resize(at + 1);
    types_[at] |= KeyUse::bit(value.type());
  }
}

KeyUses KeyCollector::uses() const {
  KeyUses uses;
  for (std::uint32_t i = 0; i < types_.size(); ++i)
    if (types_[i] != 0) uses.push_back({KeyId{i}, types_[i]});
  return uses;
}

Inventory take_inventory(const GraphView& view) {
  const Graph& graph = view.graph();
  Inventory inventory;
  KeyCollector nodes;
  KeyCollector relationships;
  view.each_node([&](NodeId node) {
    nodes.add(graph.properties(node));
    inventory.labelled = inventory.labelled || !graph.labels_of(node).empty();
  });
  view.each_relationship([&](RelationshipId id) { relationships.add(graph.properties(id)); });
  inventory.node_keys = nodes.uses();
  inventory.relationship_keys = relationships.uses();
  return inventory;
}

}  // namespace attest
