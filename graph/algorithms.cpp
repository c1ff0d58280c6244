#include <attest/graph/algorithms.hpp>

#include <algorithm>
#include <cmath>
#include <numeric>

#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/kruskal_min_spanning_tree.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/graph/visitors.hpp>

#include <attest/graph/boost_graph.hpp>
#include <attest/graph/error.hpp>

namespace attest::algo {

namespace {

/// vertex_index that calls the selection's check now and then: the only hook into algorithms without
/// visitors.
struct CheckingIndexMap {
  using key_type = NodeId;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
  const Selected* selected = nullptr;
  std::size_t operator[](NodeId node) const {
    thread_local std::uint32_t calls = 0;
    if ((++calls & 0xffff) == 0) selected->check();
    return selected->number(node);
  }
  friend std::size_t get(const CheckingIndexMap& map, NodeId node) { return map[node]; }
};

/// A vector by node number, as a property map by vertex.
template <class T>
auto by_node(std::vector<T>& values, const Selected& selected) {
  return boost::make_iterator_property_map(values.begin(), CheckingIndexMap{&selected});
}

std::vector<Score> scores_of(const Selected& selected, const std::vector<double>& values) {
  std::vector<Score> out;
  out.reserve(values.size());
  for (std::uint32_t i = 0; i < values.size(); ++i) out.push_back({selected.node(i), values[i]});
  return out;
}

/// Groups renumbered in the order of their lowest nodes.
std::vector<Membership> groups_of(const Selected& selected, const std::vector<std::uint32_t>& groups) {
  constexpr std::uint32_t unseen = ~std::uint32_t{0};
  std::vector<std::uint32_t> numbers(groups.empty() ? 0 : *std::ranges::max_element(groups) + 1, unseen);
  std::uint32_t next = 0;
  std::vector<Membership> out;
  out.reserve(groups.size());
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    std::uint32_t& number = numbers[groups[i]];
    if (number == unseen) number = next++;
    out.push_back({selected.node(i), number});
  }
  return out;
}

void require(const Selected& selected, NodeId node) {
  if (!selected.nodes().test(index(node)))
    throw UsageError("an end of the path is not among the selected nodes");
}

template <class Call>
auto with_view(const Graph& graph, const Selection& selection, Call&& call) {
  if (selection.direction == Direction::both) return call(UndirectedView(graph, selection));
  return call(DirectedView(graph, selection));
}

}  // namespace

std::vector<Score> closeness(const Graph& graph, const Selection& selection) {
  // Distances *to* a node: breadth-first over the relationships turned round.
  Selection turned = selection;
  if (selection.direction != Direction::both) {
    turned.direction = selection.direction == Direction::out ? Direction::in : Direction::out;
  }
  return with_view(graph, turned, [&](const auto& view) {
    const Selected& selected = view.selected();
    const std::size_t n = selected.node_count();
    std::vector<double> scores(n);
    std::vector<std::uint32_t> distance(n);
    std::vector<boost::default_color_type> colours(n);
    for (std::uint32_t i = 0; i < n; ++i) {
      selected.check();
      std::ranges::fill(distance, 0);
      std::ranges::fill(colours, boost::white_color);
      auto record = boost::make_bfs_visitor(
          boost::record_distances(by_node(distance, selected), boost::on_tree_edge()));
      boost::breadth_first_visit(view, selected.node(i),
                                 boost::visitor(record).color_map(by_node(colours, selected)));
      const double total = std::accumulate(distance.begin(), distance.end(), 0.0);
      const auto reached = static_cast<double>(std::ranges::count(colours, boost::black_color)) - 1;
      if (total > 0) scores[i] = reached / total * reached / static_cast<double>(n - 1);
    }
    return scores_of(selected, scores);
  });
}

std::vector<Score> degree(const Graph& graph, const Selection& selection) {
  return with_view(graph, selection, [&](const auto& view) {
    std::vector<Score> out;
    view.selected().nodes().for_each([&](std::uint32_t id) {
      out.push_back({NodeId{id}, static_cast<double>(out_degree(NodeId{id}, view))});
    });
    return out;
  });
}

std::vector<Membership> strongly_connected_components(const Graph& graph, const Selection& selection) {
  const DirectedView view(graph, selection);
  const Selected& selected = view.selected();
  const std::size_t n = selected.node_count();
  std::vector<std::uint32_t> component(n);
  std::vector<std::uint32_t> discovered(n);
  std::vector<NodeId> root(n);
  std::vector<boost::default_color_type> colours(n);
  boost::strong_components(view, by_node(component, selected),
                           boost::root_map(by_node(root, selected))
                               .discover_time_map(by_node(discovered, selected))
                               .color_map(by_node(colours, selected)));
  return groups_of(selected, component);
}

namespace {

/// Thrown by a visitor to end a search at its goal.
struct Found {};

/// The way back from `to`, by the edge that led to each node.
WeightedPath path_back(const Selected& selected, const std::vector<ViewEdge>& led_here, NodeId from,
                       NodeId to) {
  WeightedPath out;
  for (NodeId at = to; at != from; at = led_here[selected.number(at)].source) {
    out.path.nodes.push_back(at);
    out.path.relationships.push_back(led_here[selected.number(at)].relationship);
  }
  out.path.nodes.push_back(from);
  std::ranges::reverse(out.path.nodes);
  std::ranges::reverse(out.path.relationships);
  return out;
}

struct BreadthVisitor : boost::default_bfs_visitor {
  BreadthVisitor(const Selected& selected, std::vector<ViewEdge>& led_here, NodeId to)
      : selected(&selected), led_here(&led_here), to(to) {}
  template <class G>
  void tree_edge(const ViewEdge& edge, const G&) const {
    (*led_here)[selected->number(edge.target)] = edge;
    if (edge.target == to) throw Found();
  }
  const Selected* selected;
  std::vector<ViewEdge>* led_here;
  NodeId to;
};

struct DijkstraVisitor : boost::default_dijkstra_visitor {
  DijkstraVisitor(const Selected& selected, std::vector<ViewEdge>& led_here, NodeId to)
      : selected(&selected), led_here(&led_here), to(to) {}
  template <class G>
  void edge_relaxed(const ViewEdge& edge, const G&) const {
    (*led_here)[selected->number(edge.target)] = edge;
  }
  template <class G>
  void examine_vertex(NodeId node, const G&) const {
    if (node == to) throw Found();
  }
  const Selected* selected;
  std::vector<ViewEdge>* led_here;
  NodeId to;
};

/// Weights that Dijkstra can work with: none negative, none that is no number.
struct CheckedWeights {
  using key_type = ViewEdge;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;
  ViewWeightMap weights;
  friend double get(const CheckedWeights& map, const ViewEdge& edge) {
    const double weight = map.weights[edge];
    if (!(weight >= 0)) throw UsageError("a weight of a shortest path is negative or not a number");
    return weight;
  }
};

}  // namespace

std::optional<WeightedPath> shortest_path(const Graph& graph, const Selection& selection, NodeId from,
                                          NodeId to) {
  return with_view(graph, selection, [&](const auto& view) -> std::optional<WeightedPath> {
    const Selected& selected = view.selected();
    require(selected, from);
    require(selected, to);
    if (from == to) return WeightedPath{{{from}, {}}, 0};
    std::vector<ViewEdge> led_here(selected.node_count());
    std::vector<boost::default_color_type> colours(selected.node_count(), boost::white_color);
    try {
      boost::breadth_first_visit(
          view, from,
          boost::visitor(BreadthVisitor(selected, led_here, to)).color_map(by_node(colours, selected)));
    } catch (const Found&) {
      WeightedPath found = path_back(selected, led_here, from, to);
      found.distance = static_cast<double>(found.path.relationships.size());
      return found;
    }
    return std::nullopt;
  });
}

std::optional<WeightedPath> shortest_path(const Graph& graph, const Selection& selection, NodeId from,
                                          NodeId to, KeyId weight) {
  return with_view(graph, selection, [&](const auto& view) -> std::optional<WeightedPath> {
    const Selected& selected = view.selected();
    require(selected, from);
    require(selected, to);
    std::vector<ViewEdge> led_here(selected.node_count());
    std::vector<NodeId> predecessor(selected.node_count());
    std::vector<double> distance(selected.node_count());
    try {
      boost::dijkstra_shortest_paths(view, from,
                                     boost::weight_map(CheckedWeights{weight_map(view, weight)})
                                         .distance_map(by_node(distance, selected))
                                         .predecessor_map(by_node(predecessor, selected))
                                         .vertex_index_map(ViewIndexMap{&selected})
                                         .visitor(DijkstraVisitor(selected, led_here, to)));
    } catch (const Found&) {
      WeightedPath found = path_back(selected, led_here, from, to);
      found.distance = distance[selected.number(to)];
      return found;
    }
    return std::nullopt;
  });
}

std::vector<RelationshipId> minimum_spanning_tree(const Graph& graph, const Selection& selection,
                                                  std::optional<KeyId> weight) {
  const UndirectedView view(graph, selection);
  const Selected& selected = view.selected();
  const ViewWeightMap weights = weight_map(view, weight);
  std::vector<std::size_t> rank(selected.node_count());
  std::vector<NodeId> parent(selected.node_count());
  std::vector<ViewEdge> tree;
  boost::kruskal_minimum_spanning_tree(view, std::back_inserter(tree),
                                       boost::weight_map(weights)
                                           .rank_map(by_node(rank, selected))
                                           .predecessor_map(by_node(parent, selected))
                                           .vertex_index_map(ViewIndexMap{&selected}));
  std::ranges::sort(tree, [&](const ViewEdge& a, const ViewEdge& b) {
    return std::pair(weights[a], a.relationship) < std::pair(weights[b], b.relationship);
  });
  std::vector<RelationshipId> out;
  for (const ViewEdge& edge : tree) out.push_back(edge.relationship);
  return out;
}

}  // namespace attest::algo
