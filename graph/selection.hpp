// The part of a graph that a Selection picks out, as bitmaps and sparse rows: what algorithms walk.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <attest/graph/algorithms.hpp>
#include <attest/graph/graph.hpp>

namespace attest::algo {

/// Reads the graph in place; valid until the next write to it.
class Selected {
 public:
  Selected(const Graph& graph, const Selection& selection);

  const Graph& graph() const { return *graph_; }
  const Bitmap& nodes() const { return *nodes_; }
  std::size_t node_count() const { return node_count_; }
  bool contains(NodeId node) const { return every_neighbour_ || nodes_->test(index(node)); }
  /// True where no relationship of the types leads out of the selection.
  bool every_neighbour() const { return every_neighbour_; }
  bool contains(RelationshipId relationship) const;

  /// The rows that lead out of a node (one entry a type; two where the direction is both), those that lead
  /// in, and those that hold each relationship once.
  const std::vector<SparseRows>& out() const { return out_; }
  const std::vector<SparseRows>& in() const { return in_; }
  const std::vector<SparseRows>& once() const { return once_; }
  /// True where `out` reads relationships from their start to their end.
  bool reversed() const { return reversed_; }

  /// Nodes numbered from 0 in the order of their ids, without holes.
  std::uint32_t number(NodeId node) const { return numbers_.empty() ? index(node) : numbers_[index(node)]; }
  NodeId node(std::uint32_t number) const { return node_of_.empty() ? NodeId{number} : node_of_[number]; }

  /// To be called in long loops.
  void check() const {
    if (check_) check_();
  }

 private:
  const Graph* graph_;
  std::unique_ptr<Bitmap> own_nodes_;
  const Bitmap* nodes_;
  std::size_t node_count_ = 0;
  bool every_neighbour_ = true;
  bool reversed_ = false;
  std::vector<bool> type_selected_;
  std::vector<SparseRows> out_;
  std::vector<SparseRows> in_;
  std::vector<SparseRows> once_;
  std::vector<std::uint32_t> numbers_;  // empty where ids have no holes
  std::vector<NodeId> node_of_;
  std::function<void()> check_;
};

}  // namespace attest::algo
