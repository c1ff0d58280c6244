// The algorithms that walk the sparse rows themselves: PageRank, cores, clustering.
#include <algorithm>
#include <cmath>
#include <numeric>

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <attest/graph/algorithms.hpp>
#include <attest/graph/selection.hpp>

namespace attest::algo {

namespace {

constexpr std::size_t worth_threads = 50'000;  // nodes

/// Calls `visit(from, to)` over ranges of ids up to `limit`, in parallel where that pays.
template <class Visit>
void over_ids(std::size_t limit, const Visit& visit) {
  if (limit < worth_threads) {
    visit(std::size_t{0}, limit);
    return;
  }
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, limit, 4096),
                    [&](const auto& range) { visit(range.begin(), range.end()); });
}

/// Neighbours within the selection, both ways, without loops and repetitions; by node number, ascending.
struct SimpleRows {
  std::vector<std::size_t> offsets;
  std::vector<std::uint32_t> neighbours;

  std::span<const std::uint32_t> row(std::uint32_t node) const {
    return std::span(neighbours).subspan(offsets[node], offsets[node + 1] - offsets[node]);
  }
};

SimpleRows simple_rows(const Selected& selected) {
  SimpleRows out;
  out.offsets.push_back(0);
  std::vector<std::uint32_t> row;
  selected.nodes().for_each([&](std::uint32_t id) {
    row.clear();
    for (const SparseRows& rows : selected.out()) {
      for (std::uint32_t at = rows.offsets[id]; at < rows.offsets[id + 1]; ++at) {
        const NodeId other = rows.neighbours[at];
        if (index(other) != id && selected.contains(other)) row.push_back(selected.number(other));
      }
    }
    std::ranges::sort(row);
    row.erase(std::ranges::unique(row).begin(), row.end());
    out.neighbours.insert(out.neighbours.end(), row.begin(), row.end());
    out.offsets.push_back(out.neighbours.size());
  });
  return out;
}

SimpleRows simple_rows(const Graph& graph, Selection selection, const Selected*& selected,
                       std::optional<Selected>& storage) {
  selection.direction = Direction::both;
  selected = &storage.emplace(graph, selection);
  return simple_rows(*selected);
}

/// Numbers of nodes by degree, lowest first (counting sort).
std::vector<std::uint32_t> by_degree(const SimpleRows& rows, std::vector<std::uint32_t>& bucket_begins) {
  const std::size_t n = rows.offsets.size() - 1;
  std::size_t highest = 0;
  for (std::uint32_t i = 0; i < n; ++i) highest = std::max(highest, rows.row(i).size());
  bucket_begins.assign(highest + 2, 0);
  for (std::uint32_t i = 0; i < n; ++i) ++bucket_begins[rows.row(i).size() + 1];
  std::partial_sum(bucket_begins.begin(), bucket_begins.end(), bucket_begins.begin());
  std::vector<std::uint32_t> next(bucket_begins);
  std::vector<std::uint32_t> order(n);
  for (std::uint32_t i = 0; i < n; ++i) order[next[rows.row(i).size()]++] = i;
  return order;
}

}  // namespace

std::vector<Score> pagerank(const Graph& graph, const Selection& selection, const PageRankOptions& options) {
  const Selected selected(graph, selection);
  const std::size_t limit = graph.node_limit();
  const auto n = static_cast<double>(selected.node_count());
  const Bitmap& nodes = selected.nodes();

  // 1 / degree of each node; what it passes on is its rank times this. 0 where it is dangling, or not
  // selected.
  std::vector<double> share(limit);
  for (const SparseRows& rows : selected.out()) {
    for (std::size_t id = 0; id < limit; ++id) {
      if (!nodes.test(id)) continue;
      const auto row = rows.neighbours.subspan(rows.offsets[id], rows.offsets[id + 1] - rows.offsets[id]);
      share[id] += selected.every_neighbour()
                       ? static_cast<double>(row.size())
                       : static_cast<double>(std::ranges::count_if(
                             row, [&](NodeId other) { return selected.contains(other); }));
    }
  }
  for (double& degree : share) degree = degree > 0 ? 1 / degree : 0;

  std::vector<double> rank(limit);
  nodes.for_each([&](std::uint32_t id) { rank[id] = 1 / n; });
  std::vector<double> passed_on(limit);
  for (int i = 0; i < options.iterations; ++i) {
    selected.check();
    double dangling = 0;
    for (std::size_t id = 0; id < limit; ++id) {
      passed_on[id] = rank[id] * share[id];
      if (share[id] == 0) dangling += rank[id];
    }
    const double base = (1 - options.damping) / n + options.damping * dangling / n;
    std::vector<double> before;
    if (options.tolerance > 0) before = rank;
    over_ids(limit, [&](std::size_t from, std::size_t to) {
      for (std::size_t id = nodes.next(from); id < to; id = nodes.next(id + 1)) {
        double sum = 0;
        for (const SparseRows& rows : selected.in()) {
          for (std::uint32_t at = rows.offsets[id]; at < rows.offsets[id + 1]; ++at) {
            sum += passed_on[index(rows.neighbours[at])];
          }
        }
        rank[id] = base + options.damping * sum;
      }
    });
    if (options.tolerance <= 0) continue;
    double change = 0;
    for (std::size_t id = 0; id < limit; ++id) change += std::abs(rank[id] - before[id]);
    if (change < options.tolerance) break;
  }
  std::vector<Score> out;
  out.reserve(selected.node_count());
  nodes.for_each([&](std::uint32_t id) { out.push_back({NodeId{id}, rank[id]}); });
  return out;
}

std::vector<Membership> core_numbers(const Graph& graph, const Selection& selection) {
  std::optional<Selected> storage;
  const Selected* selected = nullptr;
  const SimpleRows rows = simple_rows(graph, selection, selected, storage);
  const std::size_t n = selected->node_count();
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> order = by_degree(rows, begins);
  std::vector<std::uint32_t> place(n);
  std::vector<std::uint32_t> core(n);
  for (std::uint32_t i = 0; i < n; ++i) place[order[i]] = i;
  for (std::uint32_t i = 0; i < n; ++i) core[i] = static_cast<std::uint32_t>(rows.row(i).size());
  // Take nodes away, lowest degree first; each neighbour of higher degree moves down one bucket.
  for (std::uint32_t i = 0; i < n; ++i) {
    const std::uint32_t node = order[i];
    for (const std::uint32_t other : rows.row(node)) {
      if (core[other] <= core[node]) continue;
      const std::uint32_t first_place = std::max(begins[core[other]], i + 1);
      const std::uint32_t first = order[first_place];
      std::swap(order[place[other]], order[first_place]);
      std::swap(place[other], place[first]);
      begins[core[other]] = first_place + 1;
      --core[other];
    }
  }
  std::vector<Membership> out;
  for (std::uint32_t i = 0; i < n; ++i) out.push_back({selected->node(i), core[i]});
  return out;
}

std::vector<Score> clustering_coefficient(const Graph& graph, const Selection& selection) {
  std::optional<Selected> storage;
  const Selected* selected = nullptr;
  const SimpleRows rows = simple_rows(graph, selection, selected, storage);
  const std::size_t n = selected->node_count();
  std::vector<std::uint64_t> triangles(n);  // each found once, at its lowest node, and counted for all three
  for (std::uint32_t a = 0; a < n; ++a) {
    selected->check();
    const auto row = rows.row(a);
    for (auto b = std::ranges::upper_bound(row, a); b != row.end(); ++b) {
      const auto other = rows.row(*b);
      auto from_a = b + 1;
      auto from_b = std::ranges::upper_bound(other, *b);
      while (from_a != row.end() && from_b != other.end()) {
        if (*from_a < *from_b) {
          ++from_a;
        } else if (*from_b < *from_a) {
          ++from_b;
        } else {
          ++triangles[a];
          ++triangles[*b];
          ++triangles[*from_a];
          ++from_a;
          ++from_b;
        }
      }
    }
  }
  std::vector<Score> out;
  for (std::uint32_t i = 0; i < n; ++i) {
    const auto degree = static_cast<double>(rows.row(i).size());
    const double pairs = degree * (degree - 1) / 2;
    out.push_back({selected->node(i), pairs > 0 ? static_cast<double>(triangles[i]) / pairs : 0});
  }
  return out;
}

}  // namespace attest::algo
