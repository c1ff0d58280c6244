// Betweenness after Brandes 2001, straight over merged rows. Boost.Graph's keeps a vector of predecessors for
// each node and walks edge iterators; it took 2.8 times as long as igraph on ten thousand nodes.
#include <algorithm>

#include <tbb/parallel_for.h>

#include <attest/graph/algorithms.hpp>
#include <attest/graph/selection.hpp>

namespace attest::algo {

namespace {

// Sources are dealt to this many sums, whatever the number of threads: so that the result is always the same.
constexpr std::size_t sums = 16;

/// Outgoing neighbours within the selection, types merged; by node number.
struct Rows {
  std::vector<std::uint32_t> offsets{0};
  std::vector<std::uint32_t> neighbours;

  explicit Rows(const Selected& selected) {
    offsets.reserve(selected.node_count() + 1);
    selected.nodes().for_each([&](std::uint32_t id) {
      for (const SparseRows& rows : selected.out()) {
        for (std::uint32_t at = rows.offsets[id]; at < rows.offsets[id + 1]; ++at) {
          const NodeId other = rows.neighbours[at];
          if (selected.contains(other)) neighbours.push_back(selected.number(other));
        }
      }
      offsets.push_back(static_cast<std::uint32_t>(neighbours.size()));
    });
  }
};

/// What one source's search needs; as new between searches.
class Search {
 public:
  explicit Search(const Rows& rows) : rows_(rows), nodes_(rows.offsets.size() - 1), order_(nodes_.size()) {}

  /// Adds the dependencies of `source` to `score`.
  void add(std::uint32_t source, std::vector<double>& score) {
    const std::size_t reached = forward(source);
    for (std::size_t i = reached; i-- > 0;) {
      Node& node = nodes_[order_[i]];
      double dependency = 0;
      for_neighbours(order_[i], [&](std::uint32_t next) {
        const Node& other = nodes_[next];
        if (other.distance == node.distance + 1) dependency += (1 + other.dependency) / other.paths;
      });
      node.dependency = dependency * node.paths;
      if (order_[i] != source) score[order_[i]] += node.dependency;
    }
    for (std::size_t i = 0; i < reached; ++i) nodes_[order_[i]] = Node();
  }

 private:
  struct Node {
    std::int32_t distance = -1;
    double paths = 0;  // shortest ones from the source; more than integers hold
    double dependency = 0;
  };

  template <class Visit>
  void for_neighbours(std::uint32_t node, const Visit& visit) const {
    for (std::uint32_t at = rows_.offsets[node]; at < rows_.offsets[node + 1]; ++at)
      visit(rows_.neighbours[at]);
  }

  /// Breadth-first; how many nodes are reached, which stand in `order_` by distance.
  std::size_t forward(std::uint32_t source) {
    nodes_[source] = {0, 1, 0};
    order_[0] = source;
    std::size_t reached = 1;
    for (std::size_t i = 0; i < reached; ++i) {
      const Node node = nodes_[order_[i]];
      for_neighbours(order_[i], [&](std::uint32_t next) {
        Node& other = nodes_[next];
        if (other.distance < 0) {
          other.distance = node.distance + 1;
          order_[reached++] = next;
        }
        if (other.distance == node.distance + 1) other.paths += node.paths;
      });
    }
    return reached;
  }

  const Rows& rows_;
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> order_;
};

}  // namespace

std::vector<Score> betweenness(const Graph& graph, const Selection& selection, bool normalized) {
  const Selected selected(graph, selection);
  const Rows rows(selected);
  const auto n = static_cast<std::uint32_t>(selected.node_count());
  std::vector<std::vector<double>> partial(sums);
  tbb::parallel_for(std::size_t{0}, sums, [&](std::size_t part) {
    partial[part].assign(n, 0);
    Search search(rows);
    for (auto source = static_cast<std::uint32_t>(part); source < n; source += sums) {
      selected.check();
      search.add(source, partial[part]);
    }
  });

  const bool undirected = selection.direction == Direction::both;
  double scale = undirected ? 0.5 : 1;  // each pair was seen from both ends
  if (normalized && n > 2)
    scale /= static_cast<double>(n - 1) * static_cast<double>(n - 2) / (undirected ? 2 : 1);
  std::vector<Score> out;
  for (std::uint32_t i = 0; i < n; ++i) {
    double score = 0;
    for (const std::vector<double>& part : partial) score += part[i];
    out.push_back({selected.node(i), score * scale});
  }
  return out;
}

}  // namespace attest::algo
