#include <attest/graph/builder.hpp>

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include <attest/graph/error.hpp>
#include <attest/graph/graph_impl.hpp>

namespace attest {

namespace {

constexpr std::size_t most_ids = std::numeric_limits<std::uint32_t>::max() - 1;

void require_room(std::size_t limit, std::size_t more, std::string_view what) {
  if (more > most_ids - limit) throw UsageError(fmt::format("a graph holds at most {} {}", most_ids, what));
}

}  // namespace

void GraphBuilder::reserve(std::size_t, std::size_t relationships) {
  RelationshipTable& table = graph_.impl_->table;
  table.types.reserve(table.types.size() + relationships);
  table.starts.reserve(table.starts.size() + relationships);
  table.ends.reserve(table.ends.size() + relationships);
}

NodeId GraphBuilder::add_nodes(std::size_t count, std::span<const LabelId> labels) {
  Graph::Impl& graph = *graph_.impl_;
  const std::size_t first = graph.nodes.size();
  require_room(first, count, "nodes");
  graph.nodes.resize(first + count, true);
  graph.node_count += count;
  for (const LabelId label : labels) {
    Graph::Impl::Label& entry = graph.label_for_write(label);
    if (entry.nodes.test(first)) continue;  // the label is named twice
    entry.nodes.resize(first);
    entry.nodes.resize(first + count, true);
    entry.count += count;
  }
  graph.indexes.clear();
  ++graph.version;
  return NodeId{static_cast<std::uint32_t>(first)};
}

RelationshipId GraphBuilder::add_relationships(TypeId type, std::span<const NodeId> starts,
                                               std::span<const NodeId> ends) {
  Graph::Impl& graph = *graph_.impl_;
  RelationshipTable& table = graph.table;
  if (starts.size() != ends.size()) throw UsageError("as many starts as ends are needed");
  const std::size_t first = table.present.size();
  const std::size_t limit = first + starts.size();
  require_room(first, starts.size(), "relationships");
  for (const std::span<const NodeId> side : {starts, ends}) {
    for (const NodeId node : side) graph.require(node);
  }
  table.present.resize(limit, true);
  table.types.resize(limit, type);
  table.starts.insert(table.starts.end(), starts.begin(), starts.end());
  table.ends.insert(table.ends.end(), ends.begin(), ends.end());
  graph.relationship_count += starts.size();
  Graph::Impl::Type& entry = graph.type_for_write(type);
  if (!starts.empty()) {
    if (entry.extent.last == 0) entry.extent.first = static_cast<std::uint32_t>(first);
    entry.extent.last = static_cast<std::uint32_t>(limit);
    entry.extent.count += starts.size();
  }
  entry.out.drop();
  entry.in.drop();
  ++graph.version;
  return RelationshipId{static_cast<std::uint32_t>(first)};
}

void GraphBuilder::set(NodeId first, KeyId key, const Column::Block& values, const Bitmap* present) {
  Graph::Impl& graph = *graph_.impl_;
  Graph::Impl::column_for_write(graph.node_columns, key).append(index(first), values, present);
  graph.indexes.clear();
  ++graph.version;
}

void GraphBuilder::set(RelationshipId first, KeyId key, const Column::Block& values, const Bitmap* present) {
  Graph::Impl& graph = *graph_.impl_;
  Graph::Impl::column_for_write(graph.relationship_columns, key).append(index(first), values, present);
  ++graph.version;
}

}  // namespace attest
