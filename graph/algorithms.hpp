// Graph algorithms over the live graph, or the part of it that labels, types and a direction select.
//
// Thin calls of Boost.Graph over graph/boost_graph.hpp, but where a direct loop over the sparse rows is far
// faster (said at each). Results are ascending by node. Parallel relationships count as many unless said
// otherwise. Every call is a pure function of the graph and its arguments, whatever the number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include <attest/graph/graph.hpp>

namespace attest::algo {

/// Which part of the graph is seen, and how.
struct Selection {
  std::vector<LabelId> labels;           ///< nodes with any of them; empty: all nodes
  std::vector<TypeId> types;             ///< relationships of any of them; empty: all types
  Direction direction = Direction::out;  ///< in: every relationship turned round; both: undirected
  std::function<void()>
      check;  ///< called now and then, by any thread; ends the algorithm by throwing. May be empty
};

struct Score {
  NodeId node{};
  double score = 0;
};
struct Membership {
  NodeId node{};
  std::uint32_t group = 0;  ///< groups count from 0, in the order of their lowest nodes
};

struct PageRankOptions {
  int iterations = 20;
  double damping = 0.85;
  double tolerance = 0;  ///< stops early where the sum of changes falls below it
};
/// Brin & Page 1998; scores add up to 1, what dangling nodes have is spread evenly. Direct loop over the
/// rows: the one of Boost.Graph walks edge iterators out of order and is several times slower.
std::vector<Score> pagerank(const Graph& graph, const Selection& selection,
                            const PageRankOptions& options = {});

/// Brandes 2001: the sum over pairs of the share of their shortest paths that lead through a node.
/// Unweighted. `normalized` divides by the number of pairs. Undirected pairs count once.
std::vector<Score> betweenness(const Graph& graph, const Selection& selection, bool normalized = false);

/// (reached - 1) / (sum of distances to the node), times (reached - 1) / (nodes - 1), as Wasserman & Faust
/// (1994) have it for graphs of several components. Unweighted.
std::vector<Score> closeness(const Graph& graph, const Selection& selection);

/// How many relationships leave (in: enter; both: touch, a loop twice) the node.
std::vector<Score> degree(const Graph& graph, const Selection& selection);

/// Connected components; direction is ignored. Union-find over the rows: a depth-first search over iterators
/// took thirteen times as long on five million relationships.
std::vector<Membership> connected_components(const Graph& graph, const Selection& selection);
/// Tarjan 1972.
std::vector<Membership> strongly_connected_components(const Graph& graph, const Selection& selection);

/// The largest k such that the node is in a part where each has k or more neighbours (Batagelj & Zaveršnik
/// 2003). Direction, loops and parallel relationships are ignored.
std::vector<Membership> core_numbers(const Graph& graph, const Selection& selection);

/// How many of a node's pairs of neighbours are neighbours (Watts & Strogatz 1998); direction, loops and
/// parallel relationships are ignored. 0 below two neighbours. Intersects sorted rows.
std::vector<Score> clustering_coefficient(const Graph& graph, const Selection& selection);

struct WeightedPath {
  Path path;
  double distance = 0;
};
/// Fewest relationships, by breadth-first search; nothing where `to` cannot be reached.
std::optional<WeightedPath> shortest_path(const Graph& graph, const Selection& selection, NodeId from,
                                          NodeId to);
/// Dijkstra 1959 with the relationships' property `weight`, 1 where it is missing. Throws UsageError where a
/// weight is negative or no number.
std::optional<WeightedPath> shortest_path(const Graph& graph, const Selection& selection, NodeId from,
                                          NodeId to, KeyId weight);

struct CommunityOptions {
  std::uint64_t seed = 1;
  std::optional<KeyId> weight{};  ///< of relationships, 1 where it is missing
  double resolution = 1;
};
/// Louvain (Blondel et al. 2008): groups of high modularity. Direction is ignored. The same seed always gives
/// the same groups.
std::vector<Membership> communities(const Graph& graph, const Selection& selection,
                                    const CommunityOptions& options = {});
/// Newman's modularity of a division of the selected nodes.
double modularity(const Graph& graph, const Selection& selection, const std::vector<Membership>& groups,
                  const CommunityOptions& options = {});

/// Kruskal 1956: the relationships of a forest that joins what can be joined at the least total weight,
/// ascending by weight, then by id. Direction is ignored; without `weight` each costs 1.
std::vector<RelationshipId> minimum_spanning_tree(const Graph& graph, const Selection& selection,
                                                  std::optional<KeyId> weight = std::nullopt);

}  // namespace attest::algo
