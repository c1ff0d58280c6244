#include <attest/exporters/layout/level.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

namespace attest {
namespace {

constexpr std::uint32_t coarsest = 20;
constexpr double least_gain = 0.85;  // a level with more of the former's nodes than this is not worth it
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct WeightedEdge {
  std::uint32_t from, to;
  double weight;
};

/// Rows from directed edges (each undirected edge given both ways); equal ones are summed.
void fill_rows(Level& level, std::vector<WeightedEdge> edges) {
  std::sort(edges.begin(), edges.end(), [](const WeightedEdge& a, const WeightedEdge& b) {
    return a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  level.row_ends.assign(level.size(), 0);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const bool same = i > 0 && edges[i].from == edges[i - 1].from && edges[i].to == edges[i - 1].to;
    if (same)
      level.neighbours.back().weight += edges[i].weight;
    else
      level.neighbours.push_back({edges[i].to, edges[i].weight});
    level.row_ends[edges[i].from] = static_cast<std::uint32_t>(level.neighbours.size());
  }
  for (std::size_t i = 1; i < level.row_ends.size(); ++i)
    level.row_ends[i] = std::max(level.row_ends[i], level.row_ends[i - 1]);
}

/// Leaves join their neighbour; of the others each joins the free neighbour that it is closest to, light ones
/// first.
std::vector<std::uint32_t> merged_pairs(const Level& level) {
  std::vector<std::uint32_t> mate(level.size(), none);
  std::vector<std::uint32_t> order(level.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return level.row(a).size() < level.row(b).size();
  });
  for (const std::uint32_t node : order) {
    if (mate[node] != none) continue;
    const auto row = level.row(node);
    if (row.size() == 1 && (mate[row[0].node] == none || mate[row[0].node] == row[0].node)) {
      mate[node] = mate[row[0].node] = row[0].node;
      continue;
    }
    const Neighbour* best = nullptr;
    const auto closeness = [&](const Neighbour& of) { return of.weight / level.masses[of.node]; };
    for (const Neighbour& candidate : row)
      if (mate[candidate.node] == none && (!best || closeness(candidate) > closeness(*best)))
        best = &candidate;
    mate[node] = node;
    if (best) mate[best->node] = node;
  }
  return mate;
}

Level merged(Level& level) {
  const std::vector<std::uint32_t> mate = merged_pairs(level);
  std::vector<std::uint32_t> number(level.size(), none);
  Level coarse;
  for (std::uint32_t node = 0; node < level.size(); ++node) {
    std::uint32_t& at = number[mate[node]];
    if (at == none) {
      at = coarse.size();
      coarse.masses.push_back(0);
    }
    level.parent.push_back(at);
    coarse.masses[at] += level.masses[node];
  }
  std::vector<WeightedEdge> edges;
  for (std::uint32_t node = 0; node < level.size(); ++node)
    for (const Neighbour& to : level.row(node))
      if (level.parent[node] != level.parent[to.node])
        edges.push_back({level.parent[node], level.parent[to.node], to.weight});
  fill_rows(coarse, std::move(edges));
  return coarse;
}

}  // namespace

Level make_level(std::uint32_t size, std::span<const LayoutEdge> edges) {
  Level level;
  level.masses.assign(size, 1);
  std::vector<WeightedEdge> both;
  both.reserve(2 * edges.size());
  for (const auto& [from, to] : edges) {
    if (from == to) continue;
    both.push_back({from, to, 1});
    both.push_back({to, from, 1});
  }
  fill_rows(level, std::move(both));
  for (std::uint32_t node = 0; node < size; ++node)
    level.masses[node] += static_cast<double>(level.row(node).size());
  return level;
}

std::vector<Level> coarsened(Level finest) {
  std::vector<Level> levels;
  levels.push_back(std::move(finest));
  while (levels.back().size() > coarsest) {
    Level next = merged(levels.back());
    if (next.size() > least_gain * levels.back().size()) {
      levels.back().parent.clear();
      break;
    }
    levels.push_back(std::move(next));
  }
  return levels;
}

}  // namespace attest
