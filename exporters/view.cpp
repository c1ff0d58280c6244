#include <attest/exporters/view.hpp>

namespace attest {
namespace {

void insert(std::vector<bool>& set, std::size_t at, std::size_t limit) {
  if (set.size() <= at) set.resize(std::max(limit, at + 1));
  set[at] = true;
}

}  // namespace

void Selection::add(const Graph& graph, NodeId node) {
  insert(nodes_, index(node), graph.node_limit());
}

void Selection::add(const Graph& graph, RelationshipId relationship) {
  insert(relationships_, index(relationship), graph.relationship_limit());
  add(graph, graph.start_of(relationship));
  add(graph, graph.end_of(relationship));
}

void Selection::add(const Graph& graph, const Value& value) {
  switch (value.type()) {
    case Value::Type::node:
      return add(graph, value.node());
    case Value::Type::relationship:
      return add(graph, value.relationship());
    case Value::Type::path:
      for (NodeId node : value.path().nodes) add(graph, node);
      for (RelationshipId relationship : value.path().relationships) add(graph, relationship);
      return;
    case Value::Type::list:
      for (const Value& item : value.list()) add(graph, item);
      return;
    case Value::Type::map:
      for (const auto& [key, item] : value.map()) add(graph, item);
      return;
    default:
      return;
  }
}

}  // namespace attest
