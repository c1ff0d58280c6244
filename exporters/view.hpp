// What an exporter is asked to write: a graph, or the part of it that a query returned.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/graph.hpp>

namespace attest {

/// A set of nodes and relationships, closed: a relationship brings its two nodes.
class Selection {
 public:
  void add(const Graph& graph, NodeId node);
  void add(const Graph& graph, RelationshipId relationship);
  /// Every node, relationship and path in the value, also inside lists and maps. Other values add nothing.
  void add(const Graph& graph, const Value& value);

  bool contains(NodeId node) const { return holds(nodes_, index(node)); }
  bool contains(RelationshipId relationship) const { return holds(relationships_, index(relationship)); }
  bool empty() const { return nodes_.empty() && relationships_.empty(); }

 private:
  static bool holds(const std::vector<bool>& set, std::size_t at) { return at < set.size() && set[at]; }
  std::vector<bool> nodes_;
  std::vector<bool> relationships_;
};

/// The text of a document by its name, where the caller has it (the HTML picture shows evidence in it).
using DocumentText = std::function<std::optional<std::string>(std::string_view name)>;

/// A graph as an exporter sees it. The graph must outlive the view and stay unchanged meanwhile.
class GraphView {
 public:
  explicit GraphView(const Graph& graph) : graph_(&graph) {}
  GraphView(const Graph& graph, Selection selection) : graph_(&graph), selection_(std::move(selection)) {}

  const Graph& graph() const { return *graph_; }

  /// Calls visit(NodeId) for every node of the view, ascending.
  template <class Visit>
  void each_node(Visit visit) const {
    for (std::uint32_t i = 0; i < graph_->node_limit(); ++i)
      if (const NodeId node{i}; graph_->contains(node) && (!selection_ || selection_->contains(node)))
        visit(node);
  }
  /// Calls visit(RelationshipId) for every relationship of the view, ascending.
  template <class Visit>
  void each_relationship(Visit visit) const {
    for (std::uint32_t i = 0; i < graph_->relationship_limit(); ++i)
      if (const RelationshipId id{i}; graph_->contains(id) && (!selection_ || selection_->contains(id)))
        visit(id);
  }

  DocumentText document_text;  ///< may be empty

 private:
  const Graph* graph_;
  std::optional<Selection> selection_;
};

}  // namespace attest
