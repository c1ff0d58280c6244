// The in-memory property graph that queries, algorithms and exporters run over.
//
// Nodes and relationships are dense 32-bit ids. Labels are bitmaps, properties are columns by key
// (typed and contiguous where all values of a key have one type), adjacency is kept in compressed
// sparse rows by relationship type and direction, each row sorted by neighbour, so that rows can be
// counted and intersected without materialising them. Rows and indexes are built when they are first read.
// Rows that change are kept aside and folded in when they have grown many; a row or a value read after a
// write shows the write.
//
// Threads: any number may read; a write needs the graph to itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include <attest/graph/bitmap.hpp>
#include <attest/graph/change.hpp>
#include <attest/graph/column.hpp>
#include <attest/graph/symbols.hpp>
#include <attest/graph/value.hpp>

namespace attest {

enum class Direction : std::uint8_t { out, in, both };

/// One row of adjacency: neighbours ascending (equal neighbours by relationship id), and the
/// relationship that leads to each. Valid until the next write.
struct Adjacency {
  std::span<const NodeId> neighbours;
  std::span<const RelationshipId> relationships;
  std::size_t size() const { return neighbours.size(); }
};

/// The compressed sparse rows of one type and direction: row of node n = [offsets[n], offsets[n + 1]);
/// offsets.size() == node_limit() + 1. Valid until the next write.
struct SparseRows {
  std::span<const std::uint32_t> offsets;
  std::span<const NodeId> neighbours;
  std::span<const RelationshipId> relationships;
};

using Property = std::pair<KeyId, Value>;

class Graph {
 public:
  Graph();
  ~Graph();
  Graph(Graph&&) noexcept;
  Graph& operator=(Graph&&) noexcept;

  // Names. An id is not taken back when what it named is removed or rolled back: a name is in use where
  // its count is not 0.
  const Symbols<LabelId>& labels() const;
  const Symbols<TypeId>& types() const;
  const Symbols<KeyId>& keys() const;
  LabelId label(std::string_view name);  // interned
  TypeId type(std::string_view name);
  KeyId key(std::string_view name);

  // Nodes. Ids run from 0 to node_limit() - 1; removed ones stay as holes.
  std::size_t node_limit() const;
  std::size_t node_count() const;
  bool contains(NodeId node) const;
  bool has_label(NodeId node, LabelId label) const;
  /// Ascending by label id.
  std::vector<LabelId> labels_of(NodeId node) const;
  /// All nodes there are.
  const Bitmap& nodes() const;
  /// The nodes that carry the label.
  const Bitmap& nodes_with(LabelId label) const;
  std::size_t count_nodes(LabelId label) const;

  // Relationships, likewise.
  std::size_t relationship_limit() const;
  std::size_t relationship_count() const;
  bool contains(RelationshipId relationship) const;
  TypeId type_of(RelationshipId relationship) const;
  NodeId start_of(RelationshipId relationship) const;
  NodeId end_of(RelationshipId relationship) const;
  std::size_t count_relationships(TypeId type) const;
  /// About how many relationships of the type lead from a node with label `start` to one with label `end`;
  /// nothing stands for any label. From a sample of the type, exact for small types; for planning.
  double estimate_relationships(std::optional<LabelId> start, TypeId type, std::optional<LabelId> end) const;
  /// All relationships there are, and their ends and types by id (unspecified at holes).
  const Bitmap& relationships() const;
  std::span<const NodeId> starts() const;
  std::span<const NodeId> ends() const;
  std::span<const TypeId> relationship_types() const;

  // Adjacency. `direction` is out or in; both is the caller's two rows (a loop stands in each).
  Adjacency adjacency(NodeId node, TypeId type, Direction direction) const;
  std::size_t degree(NodeId node, TypeId type, Direction direction) const;
  /// The whole type at once. After a write to the type the first call builds the rows anew, in time of the
  /// order of nodes + relationships; for a few nodes use adjacency().
  SparseRows rows(TypeId type, Direction direction) const;

  // Properties. Null where the element does not have the key.
  Value property(NodeId node, KeyId key) const;
  Value property(RelationshipId relationship, KeyId key) const;
  /// Ascending by key id; without nulls.
  std::vector<Property> properties(NodeId node) const;
  std::vector<Property> properties(RelationshipId relationship) const;
  /// The column of a key, or nullptr where no node (relationship) ever had it.
  const Column* node_column(KeyId key) const;
  const Column* relationship_column(KeyId key) const;
  /// Nodes with the label whose property equals `value`, ascending: strings, booleans and numbers (1 equals
  /// 1.0, NaN equals nothing); values of other types are found where identical(). Builds an index of the
  /// (label, key) pair at its first use.
  std::vector<NodeId> find_nodes(LabelId label, KeyId key, const Value& value) const;

  // Writes. Setting null removes. Removing a node that has relationships throws UsageError.
  NodeId add_node(std::span<const LabelId> labels, std::span<const Property> properties);
  RelationshipId add_relationship(TypeId type, NodeId start, NodeId end,
                                  std::span<const Property> properties);
  void add_label(NodeId node, LabelId label);
  void remove_label(NodeId node, LabelId label);
  void set_property(NodeId node, KeyId key, Value value);
  void set_property(RelationshipId relationship, KeyId key, Value value);
  void remove(NodeId node);
  void remove(RelationshipId relationship);

  // Transactions: between begin() and commit() or rollback() every change is recorded.
  void begin();
  /// The changes since begin(), in order; they are what a store appends to its journal.
  std::vector<Change> commit();
  /// Undoes every change since begin(), ids included (names stay).
  void rollback();

  /// Makes a change of an earlier commit() again, ids included; what a store replays its journal with.
  void redo(const Change& change);

  /// Folds changed rows in and packs the columns; before saving, after many small writes.
  void compact();
  /// Grows with every write; two equal readings mean that nothing has changed in between.
  std::uint64_t version() const;

 private:
  friend class GraphBuilder;
  friend class GraphCodec;  // the store's segments
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace attest
