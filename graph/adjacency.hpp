// Rows of adjacency of one relationship type: built from the table of relationships when first read,
// kept in step with writes from then on. Inside of Graph.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include <attest/graph/bitmap.hpp>
#include <attest/graph/graph.hpp>

namespace attest {

/// The truth about relationships, by id. All arrays are as long as present.size().
struct RelationshipTable {
  Bitmap present;
  std::vector<TypeId> types;
  std::vector<NodeId> starts;
  std::vector<NodeId> ends;
};

/// What is known of one type without looking at its relationships.
struct TypeExtent {
  std::size_t count = 0;
  std::uint32_t first = 0;  ///< all ids of the type are in [first, last)
  std::uint32_t last = 0;
};

/// The rows of one type in one direction. Any number of threads may read (the first builds, the others wait);
/// a write needs the object to itself.
class TypeRows {
 public:
  TypeRows(TypeId type, Direction direction) : type_(type), direction_(direction) {}
  ~TypeRows() { drop(); }
  TypeRows(const TypeRows&) = delete;
  TypeRows& operator=(const TypeRows&) = delete;

  Adjacency row(NodeId node, const RelationshipTable& table, const TypeExtent& extent,
                std::size_t nodes) const {
    const State& state = current(table, extent, nodes);
    if (!state.changed.empty()) {
      if (const auto found = state.changed.find(node); found != state.changed.end()) {
        return {found->second.neighbours, found->second.relationships};
      }
    }
    return state.base_row(node);
  }
  /// Rows with no row kept aside and one for each of the `nodes`.
  SparseRows all(const RelationshipTable& table, const TypeExtent& extent, std::size_t nodes) const;

  /// The relationship has come, or is about to go: `node` is the end whose row this is.
  void add(NodeId node, NodeId neighbour, RelationshipId relationship, std::size_t nodes);
  void remove(NodeId node, NodeId neighbour, RelationshipId relationship);
  /// Forgets what is built.
  void drop();

 private:
  struct Row {
    std::vector<NodeId> neighbours;
    std::vector<RelationshipId> relationships;
  };
  struct State {
    std::vector<std::uint32_t> offsets;
    std::vector<NodeId> neighbours;
    std::vector<RelationshipId> relationships;
    std::unordered_map<NodeId, Row> changed;  // rows that replace the base's

    Adjacency base_row(NodeId node) const {
      const std::size_t n = index(node);
      if (n + 1 >= offsets.size()) return {};
      const std::size_t from = offsets[n];
      const std::size_t size = offsets[n + 1] - from;
      return {{neighbours.data() + from, size}, {relationships.data() + from, size}};
    }
  };

  const State& current(const RelationshipTable& table, const TypeExtent& extent, std::size_t nodes) const {
    const State* state = state_.load(std::memory_order_acquire);
    return state ? *state : build(table, extent, nodes);
  }
  const State& build(const RelationshipTable& table, const TypeExtent& extent, std::size_t nodes) const;
  std::unique_ptr<State> make(const RelationshipTable& table, const TypeExtent& extent,
                              std::size_t nodes) const;
  Row& writable_row(NodeId node);

  TypeId type_;
  Direction direction_;
  mutable std::mutex building_;
  mutable std::atomic<State*> state_ = nullptr;
  mutable std::vector<std::unique_ptr<State>> retired_;  // still read by others; freed by the next write
};

}  // namespace attest
