// The fast way into a graph: nodes, relationships and properties by the column, as importers have them.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include <attest/graph/column.hpp>
#include <attest/graph/graph.hpp>

namespace attest {

/// Appends to a graph in bulk. Outside any transaction: nothing is recorded, nothing can be rolled back.
/// Adjacency is built from all relationships at once when it is first read.
class GraphBuilder {
 public:
  explicit GraphBuilder(Graph& graph) : graph_(graph) {}

  /// Room for what is to come; a hint.
  void reserve(std::size_t nodes, std::size_t relationships);
  /// `count` nodes that carry the same labels, with consecutive ids; the first is returned.
  NodeId add_nodes(std::size_t count, std::span<const LabelId> labels);
  /// Relationships of one type with consecutive ids; the first is returned. Throws UsageError where an end
  /// is not a node of the graph.
  RelationshipId add_relationships(TypeId type, std::span<const NodeId> starts, std::span<const NodeId> ends);
  /// The property `key` of consecutive elements from `first` on. `present` says which of them have it (bit i
  /// for first + i), all where it is null. Fast where `first` is beyond every id that has the key already.
  void set(NodeId first, KeyId key, const Column::Block& values, const Bitmap* present = nullptr);
  void set(RelationshipId first, KeyId key, const Column::Block& values, const Bitmap* present = nullptr);

 private:
  Graph& graph_;
};

}  // namespace attest
