// Louvain: move nodes between groups while modularity grows, then make a node of each group, and again.
#include <algorithm>
#include <numeric>

#include <attest/graph/algorithms.hpp>
#include <attest/graph/boost_graph.hpp>
#include <attest/graph/error.hpp>

namespace attest::algo {

namespace {

constexpr double least_gain = 1e-12;

/// An undirected weighted graph: every edge stands in both rows, a loop once with twice its weight.
struct Level {
  std::vector<std::size_t> offsets{0};
  std::vector<std::uint32_t> neighbours;
  std::vector<double> weights;
  std::vector<double> strength;  // sum of a node's row
  double total = 0;              // of all strengths, twice the weight of all edges

  std::size_t size() const { return strength.size(); }
  void end_row() {
    offsets.push_back(neighbours.size());
    strength.push_back(std::accumulate(
        weights.begin() + static_cast<std::ptrdiff_t>(offsets[offsets.size() - 2]), weights.end(), 0.0));
    total += strength.back();
  }
};

Level first_level(const UndirectedView& view, std::optional<KeyId> key) {
  const Selected& selected = view.selected();
  const ViewWeightMap weight = weight_map(view, key);
  Level level;
  selected.nodes().for_each([&](std::uint32_t id) {
    const auto [from, to] = out_edges(NodeId{id}, view);
    for (auto edge = from; edge != to; ++edge) {
      const double w = weight[*edge];
      if (!(w >= 0)) throw UsageError("a weight of communities is negative or not a number");
      level.neighbours.push_back(selected.number((*edge).target));
      level.weights.push_back(w);
    }
    level.end_row();
  });
  return level;
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers on every platform.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t below(std::uint64_t limit) {
    std::uint64_t z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return (z ^ (z >> 31)) % limit;
  }

 private:
  std::uint64_t state_;
};

std::vector<std::uint32_t> shuffled(std::size_t size, Random& random) {
  std::vector<std::uint32_t> order(size);
  std::iota(order.begin(), order.end(), 0u);
  for (std::size_t i = size; i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
  return order;
}

/// Weights from one node to each group; cleared by the groups it touched.
class GroupWeights {
 public:
  explicit GroupWeights(std::size_t groups) : weight_(groups) {}
  void add(std::uint32_t group, double weight) {
    if (weight_[group] == 0) touched_.push_back(group);
    weight_[group] += weight;
  }
  double operator[](std::uint32_t group) const { return weight_[group]; }
  std::vector<std::uint32_t>& touched() { return touched_; }
  void clear() {
    for (const std::uint32_t group : touched_) weight_[group] = 0;
    touched_.clear();
  }

 private:
  std::vector<double> weight_;
  std::vector<std::uint32_t> touched_;
};

/// One pass of moves after another until none gains. True where any node moved.
bool move_nodes(const Level& level, double resolution, Random& random, const Selected& selected,
                std::vector<std::uint32_t>& group) {
  std::vector<double> strength = level.strength;  // of each group
  GroupWeights to(level.size());
  const std::vector<std::uint32_t> order = shuffled(level.size(), random);
  bool moved_ever = false;
  for (bool moved = true; moved;) {
    moved = false;
    selected.check();
    for (const std::uint32_t node : order) {
      const std::uint32_t own = group[node];
      to.clear();
      to.add(own, 0);
      for (std::size_t at = level.offsets[node]; at < level.offsets[node + 1]; ++at) {
        if (level.neighbours[at] != node) to.add(group[level.neighbours[at]], level.weights[at]);
      }
      strength[own] -= level.strength[node];
      const auto gain = [&](std::uint32_t g) {
        return to[g] - resolution * level.strength[node] * strength[g] / level.total;
      };
      std::uint32_t best = own;
      double best_gain = gain(own);
      for (const std::uint32_t candidate : to.touched()) {
        const double its = gain(candidate);
        if (its > best_gain + least_gain ||
            (its > best_gain - least_gain && best != own && candidate < best)) {
          best = candidate;
          best_gain = its;
        }
      }
      strength[best] += level.strength[node];
      group[node] = best;
      moved = moved || best != own;
    }
    moved_ever = moved_ever || moved;
  }
  return moved_ever;
}

/// Numbers the groups from 0 in the order of their first nodes; how many there are.
std::uint32_t renumber(std::vector<std::uint32_t>& group) {
  constexpr std::uint32_t unseen = ~std::uint32_t{0};
  std::vector<std::uint32_t> number(group.size(), unseen);
  std::uint32_t next = 0;
  for (std::uint32_t& g : group) {
    if (number[g] == unseen) number[g] = next++;
    g = number[g];
  }
  return next;
}

/// A node for each group.
Level aggregated(const Level& level, const std::vector<std::uint32_t>& group, std::uint32_t groups) {
  std::vector<std::vector<std::uint32_t>> members(groups);
  for (std::uint32_t i = 0; i < group.size(); ++i) members[group[i]].push_back(i);
  Level out;
  GroupWeights to(groups);
  for (std::uint32_t g = 0; g < groups; ++g) {
    to.clear();
    for (const std::uint32_t node : members[g]) {
      for (std::size_t at = level.offsets[node]; at < level.offsets[node + 1]; ++at) {
        to.add(group[level.neighbours[at]], level.weights[at]);
      }
    }
    auto& touched = to.touched();
    std::ranges::sort(touched);
    touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
    for (const std::uint32_t other : touched) {
      out.neighbours.push_back(other);
      out.weights.push_back(to[other]);
    }
    out.end_row();
  }
  return out;
}

}  // namespace

std::vector<Membership> communities(const Graph& graph, const Selection& selection,
                                    const CommunityOptions& options) {
  const UndirectedView view(graph, selection);
  const Selected& selected = view.selected();
  Level level = first_level(view, options.weight);
  Random random(options.seed);
  std::vector<std::uint32_t> group_of_node(level.size());
  std::iota(group_of_node.begin(), group_of_node.end(), 0u);
  while (level.total > 0) {
    std::vector<std::uint32_t> group(level.size());
    std::iota(group.begin(), group.end(), 0u);
    if (!move_nodes(level, options.resolution, random, selected, group)) break;
    const std::uint32_t groups = renumber(group);
    for (std::uint32_t& g : group_of_node) g = group[g];
    level = aggregated(level, group, groups);
  }
  renumber(group_of_node);
  std::vector<Membership> out;
  for (std::uint32_t i = 0; i < group_of_node.size(); ++i)
    out.push_back({selected.node(i), group_of_node[i]});
  return out;
}

double modularity(const Graph& graph, const Selection& selection, const std::vector<Membership>& groups,
                  const CommunityOptions& options) {
  const UndirectedView view(graph, selection);
  const Level level = first_level(view, options.weight);
  if (groups.size() != level.size()) throw UsageError("a division must name each of the selected nodes once");
  std::uint32_t count = 0;
  for (const Membership& member : groups) count = std::max(count, member.group + 1);
  std::vector<double> inside(count);
  std::vector<double> strength(count);
  for (std::uint32_t node = 0; node < level.size(); ++node) {
    const std::uint32_t group = groups[node].group;
    strength[group] += level.strength[node];
    for (std::size_t at = level.offsets[node]; at < level.offsets[node + 1]; ++at) {
      if (groups[level.neighbours[at]].group == group) inside[group] += level.weights[at];
    }
  }
  double sum = 0;
  for (std::uint32_t g = 0; g < count && level.total > 0; ++g) {
    const double share = strength[g] / level.total;
    sum += inside[g] / level.total - options.resolution * share * share;
  }
  return sum;
}

}  // namespace attest::algo
