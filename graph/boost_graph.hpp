// A graph, or a selection of it, as Boost.Graph sees it: every algorithm of Boost.Graph runs over the live
// graph, and nothing is copied.
//
//   attest::DirectedView view(graph, {.types = {knows}});
//   boost::breadth_first_search(view, start, boost::visitor(…).vertex_index_map(get(boost::vertex_index,
//   view)));
//
// Models VertexListGraph, EdgeListGraph, AdjacencyGraph and BidirectionalGraph (of an undirected view both
// kinds of edges are the same). Vertices are NodeIds; vertex_index numbers the selected ones from 0. Valid
// until the next write to the graph. The one public header that includes Boost.
#pragma once

#include <limits>
#include <optional>
#include <type_traits>
#include <utility>

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>

#include <attest/graph/selection.hpp>

namespace attest {

/// A relationship, seen from `source`.
struct ViewEdge {
  NodeId source{};
  NodeId target{};
  RelationshipId relationship{};
  bool operator==(const ViewEdge& other) const { return relationship == other.relationship; }
  bool operator<(const ViewEdge& other) const { return relationship < other.relationship; }
};

/// Walks the ids that are on in a bitmap.
class ViewVertexIterator
    : public boost::iterator_facade<ViewVertexIterator, NodeId, boost::forward_traversal_tag, NodeId> {
 public:
  ViewVertexIterator() = default;
  ViewVertexIterator(const Bitmap& nodes, std::size_t from) : nodes_(&nodes), at_(nodes.next(from)) {}

 private:
  friend class boost::iterator_core_access;
  NodeId dereference() const { return NodeId{static_cast<std::uint32_t>(at_)}; }
  bool equal(const ViewVertexIterator& other) const { return at_ == other.at_; }
  void increment() { at_ = nodes_->next(at_ + 1); }

  const Bitmap* nodes_ = nullptr;
  std::size_t at_ = 0;
};

/// Walks the edges of one vertex: row after row, type after type, those that stay in the selection.
template <bool Incoming>
class ViewIncidenceIterator : public boost::iterator_facade<ViewIncidenceIterator<Incoming>, ViewEdge,
                                                            boost::forward_traversal_tag, ViewEdge> {
 public:
  ViewIncidenceIterator() = default;
  /// The first edge; the end where `row` is the number of rows.
  ViewIncidenceIterator(const algo::Selected& selected, NodeId vertex, std::size_t row)
      : selected_(&selected), vertex_(vertex), row_(row) {
    enter_row();
    settle();
  }

 private:
  friend class boost::iterator_core_access;
  const std::vector<SparseRows>& rows() const { return Incoming ? selected_->in() : selected_->out(); }
  void enter_row() {
    at_ = end_ = 0;
    if (row_ >= rows().size()) return;
    at_ = rows()[row_].offsets[index(vertex_)];
    end_ = rows()[row_].offsets[index(vertex_) + 1];
  }
  /// Moves on to the next edge of the selection, this one included.
  void settle() {
    while (row_ < rows().size()) {
      const SparseRows& row = rows()[row_];
      for (; at_ < end_; ++at_) {
        if (selected_->contains(row.neighbours[at_])) return;
      }
      ++row_;
      enter_row();
    }
  }
  ViewEdge dereference() const {
    const SparseRows& row = rows()[row_];
    const NodeId other = row.neighbours[at_];
    return Incoming ? ViewEdge{other, vertex_, row.relationships[at_]}
                    : ViewEdge{vertex_, other, row.relationships[at_]};
  }
  bool equal(const ViewIncidenceIterator& other) const { return row_ == other.row_ && at_ == other.at_; }
  void increment() {
    ++at_;
    settle();
  }

  const algo::Selected* selected_ = nullptr;
  NodeId vertex_{};
  std::size_t row_ = 0;
  std::uint32_t at_ = 0;
  std::uint32_t end_ = 0;
};

/// Walks all relationships of the selection, by id.
class ViewEdgeIterator
    : public boost::iterator_facade<ViewEdgeIterator, ViewEdge, boost::forward_traversal_tag, ViewEdge> {
 public:
  ViewEdgeIterator() = default;
  ViewEdgeIterator(const algo::Selected& selected, std::size_t from) : selected_(&selected), at_(from) {
    settle();
  }

 private:
  friend class boost::iterator_core_access;
  RelationshipId id() const { return RelationshipId{static_cast<std::uint32_t>(at_)}; }
  void settle() {
    const Bitmap& all = selected_->graph().relationships();
    at_ = all.next(at_);
    while (at_ < all.size() && !selected_->contains(id())) at_ = all.next(at_ + 1);
  }
  ViewEdge dereference() const {
    const Graph& graph = selected_->graph();
    ViewEdge edge{graph.start_of(id()), graph.end_of(id()), id()};
    if (selected_->reversed()) std::swap(edge.source, edge.target);
    return edge;
  }
  bool equal(const ViewEdgeIterator& other) const { return at_ == other.at_; }
  void increment() {
    ++at_;
    settle();
  }

  const algo::Selected* selected_ = nullptr;
  std::size_t at_ = 0;
};

/// `Category` is boost::bidirectional_tag or boost::undirected_tag.
template <class Category>
class BoostView {
 public:
  using vertex_descriptor = NodeId;
  using edge_descriptor = ViewEdge;
  using directed_category = Category;
  using edge_parallel_category = boost::allow_parallel_edge_tag;
  struct traversal_category : boost::bidirectional_graph_tag,
                              boost::adjacency_graph_tag,
                              boost::vertex_list_graph_tag,
                              boost::edge_list_graph_tag {};
  using vertex_iterator = ViewVertexIterator;
  using edge_iterator = ViewEdgeIterator;
  using out_edge_iterator = ViewIncidenceIterator<false>;
  using in_edge_iterator = ViewIncidenceIterator<true>;
  using adjacency_iterator =
      typename boost::adjacency_iterator_generator<BoostView, NodeId, out_edge_iterator>::type;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;

  /// Of an undirected view the selection's direction is both, whatever it says.
  explicit BoostView(const Graph& graph, algo::Selection selection = {})
      : selected_(graph, oriented(std::move(selection))) {}

  static NodeId null_vertex() { return NodeId{~std::uint32_t{0}}; }
  const algo::Selected& selected() const { return selected_; }

 private:
  static algo::Selection oriented(algo::Selection selection) {
    constexpr bool undirected = std::is_same_v<Category, boost::undirected_tag>;
    if (undirected) selection.direction = Direction::both;
    if (!undirected && selection.direction == Direction::both) selection.direction = Direction::out;
    return selection;
  }

  algo::Selected selected_;
};

using DirectedView = BoostView<boost::bidirectional_tag>;
using UndirectedView = BoostView<boost::undirected_tag>;

template <class C>
std::pair<ViewVertexIterator, ViewVertexIterator> vertices(const BoostView<C>& g) {
  const Bitmap& nodes = g.selected().nodes();
  return {{nodes, 0}, {nodes, nodes.size()}};
}
template <class C>
std::size_t num_vertices(const BoostView<C>& g) {
  return g.selected().node_count();
}
template <class C>
std::pair<ViewEdgeIterator, ViewEdgeIterator> edges(const BoostView<C>& g) {
  return {{g.selected(), 0}, {g.selected(), g.selected().graph().relationship_limit()}};
}
template <class C>
std::size_t num_edges(const BoostView<C>& g) {
  const auto [from, to] = edges(g);
  return static_cast<std::size_t>(std::distance(from, to));
}
template <class C>
NodeId source(const ViewEdge& e, const BoostView<C>&) {
  return e.source;
}
template <class C>
NodeId target(const ViewEdge& e, const BoostView<C>&) {
  return e.target;
}

template <class C>
std::pair<ViewIncidenceIterator<false>, ViewIncidenceIterator<false>> out_edges(NodeId v,
                                                                                const BoostView<C>& g) {
  return {{g.selected(), v, 0}, {g.selected(), v, g.selected().out().size()}};
}
template <class C>
std::pair<ViewIncidenceIterator<true>, ViewIncidenceIterator<true>> in_edges(NodeId v,
                                                                             const BoostView<C>& g) {
  return {{g.selected(), v, 0}, {g.selected(), v, g.selected().in().size()}};
}
template <class C>
std::size_t out_degree(NodeId v, const BoostView<C>& g) {
  const auto [from, to] = out_edges(v, g);
  return static_cast<std::size_t>(std::distance(from, to));
}
template <class C>
std::size_t in_degree(NodeId v, const BoostView<C>& g) {
  const auto [from, to] = in_edges(v, g);
  return static_cast<std::size_t>(std::distance(from, to));
}
template <class C>
std::size_t degree(NodeId v, const BoostView<C>& g) {
  constexpr bool undirected = std::is_same_v<C, boost::undirected_tag>;
  return undirected ? out_degree(v, g) : out_degree(v, g) + in_degree(v, g);
}
template <class C>
std::pair<typename BoostView<C>::adjacency_iterator, typename BoostView<C>::adjacency_iterator>
adjacent_vertices(NodeId v, const BoostView<C>& g) {
  using Iterator = typename BoostView<C>::adjacency_iterator;
  const auto [from, to] = out_edges(v, g);
  return {Iterator(from, &g), Iterator(to, &g)};
}

// Property maps.

/// Numbers the selected nodes from 0.
struct ViewIndexMap {
  using key_type = NodeId;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
  const algo::Selected* selected = nullptr;
  std::size_t operator[](NodeId node) const { return selected->number(node); }
  friend std::size_t get(const ViewIndexMap& map, NodeId node) { return map[node]; }
};
template <class C>
ViewIndexMap get(boost::vertex_index_t, const BoostView<C>& g) {
  return {&g.selected()};
}
template <class C>
std::size_t get(boost::vertex_index_t, const BoostView<C>& g, NodeId node) {
  return g.selected().number(node);
}

/// A numeric property of relationships as edge weight; 1 where it is missing or there is no key.
struct ViewWeightMap {
  using key_type = ViewEdge;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;
  const Column* column = nullptr;
  double operator[](const ViewEdge& edge) const;
  friend double get(const ViewWeightMap& map, const ViewEdge& edge) { return map[edge]; }
};
inline double ViewWeightMap::operator[](const ViewEdge& edge) const {
  const std::uint32_t id = index(edge.relationship);
  if (!column || !column->has(id)) return 1;
  const std::size_t slot = column->slot(id);
  switch (column->kind()) {
    case Column::Kind::floating:
      return column->floatings()[slot];
    case Column::Kind::integer:
      return static_cast<double>(column->integers()[slot]);
    case Column::Kind::mixed: {
      const Value value = column->at(id);
      if (value.type() == Value::Type::integer) return static_cast<double>(value.integer());
      if (value.type() == Value::Type::floating) return value.floating();
      break;
    }
    default:
      break;
  }
  return std::numeric_limits<double>::quiet_NaN();
}
template <class C>
ViewWeightMap weight_map(const BoostView<C>& g, std::optional<KeyId> key) {
  return {key ? g.selected().graph().relationship_column(*key) : nullptr};
}

}  // namespace attest

namespace boost {

template <class C>
struct property_map<attest::BoostView<C>, vertex_index_t> {
  using type = attest::ViewIndexMap;
  using const_type = attest::ViewIndexMap;
};

}  // namespace boost
