// The algorithms that walk the sparse rows themselves: PageRank, components, cores, clustering.
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
    row.erase(std::unique(row.begin(), row.end()), row.end());
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

namespace {

/// Rows of one type with the range of nodes outside of which all are empty: types lead from some labels to
/// some, and nodes of one label mostly have ids in a row.
struct RowRange {
  SparseRows rows;
  std::size_t first = 0;
  std::size_t last = 0;
};

std::vector<RowRange> ranges_of(const std::vector<SparseRows>& all) {
  std::vector<RowRange> out;
  for (const SparseRows& rows : all) {
    const auto first = std::ranges::upper_bound(rows.offsets, 0u) - rows.offsets.begin() - 1;
    const auto last = std::ranges::lower_bound(rows.offsets, rows.offsets.back()) - rows.offsets.begin();
    out.push_back({rows, static_cast<std::size_t>(first), static_cast<std::size_t>(last)});
  }
  return out;
}

/// 1 / degree of each node: what it passes on is its rank times this. 0 where it is dangling, or not
/// selected.
std::vector<double> shares(const Selected& selected) {
  std::vector<double> share(selected.graph().node_limit());
  for (const RowRange& range : ranges_of(selected.out())) {
    const SparseRows& rows = range.rows;
    for (std::size_t id = range.first; id < range.last; ++id) {
      if (!selected.nodes().test(id)) continue;
      const auto row = rows.neighbours.subspan(rows.offsets[id], rows.offsets[id + 1] - rows.offsets[id]);
      share[id] += selected.every_neighbour()
                       ? static_cast<double>(row.size())
                       : static_cast<double>(std::ranges::count_if(
                             row, [&](NodeId other) { return selected.contains(other); }));
    }
  }
  for (double& degree : share) degree = degree > 0 ? 1 / degree : 0;
  return share;
}

/// sums[id] = what comes in over all rows of id, for ids in [from, to).
void gather(const std::vector<RowRange>& ranges, const std::vector<double>& passed_on, std::size_t from,
            std::size_t to, std::vector<double>& sums) {
  std::fill(sums.begin() + static_cast<std::ptrdiff_t>(from), sums.begin() + static_cast<std::ptrdiff_t>(to),
            0.0);
  for (const RowRange& range : ranges) {
    const NodeId* neighbours = range.rows.neighbours.data();
    const std::uint32_t* offsets = range.rows.offsets.data();
    for (std::size_t id = std::max(from, range.first); id < std::min(to, range.last); ++id) {
      double sum = 0;
      for (std::uint32_t at = offsets[id]; at < offsets[id + 1]; ++at)
        sum += passed_on[index(neighbours[at])];
      sums[id] += sum;
    }
  }
}

}  // namespace

std::vector<Score> pagerank(const Graph& graph, const Selection& selection, const PageRankOptions& options) {
  const Selected selected(graph, selection);
  const std::size_t limit = graph.node_limit();
  const auto n = static_cast<double>(selected.node_count());
  const Bitmap& nodes = selected.nodes();
  const std::vector<RowRange> incoming = ranges_of(selected.in());
  const std::vector<double> share = shares(selected);
  std::vector<double> rank(limit);
  nodes.for_each([&](std::uint32_t id) { rank[id] = 1 / n; });
  std::vector<double> passed_on(limit);
  std::vector<double> sums(limit);
  for (int i = 0; i < options.iterations; ++i) {
    selected.check();
    double dangling = 0;
    for (std::size_t id = 0; id < limit; ++id) {
      passed_on[id] = rank[id] * share[id];
      dangling += share[id] == 0 ? rank[id] : 0;
    }
    over_ids(limit, [&](std::size_t from, std::size_t to) { gather(incoming, passed_on, from, to, sums); });
    const double base = (1 - options.damping) / n + options.damping * dangling / n;
    double change = 0;
    nodes.for_each([&](std::uint32_t id) {
      const double next = base + options.damping * sums[id];
      change += std::abs(next - rank[id]);
      rank[id] = next;
    });
    if (change < options.tolerance) break;
  }
  std::vector<Score> out;
  out.reserve(selected.node_count());
  nodes.for_each([&](std::uint32_t id) { out.push_back({NodeId{id}, rank[id]}); });
  return out;
}

std::vector<Membership> connected_components(const Graph& graph, const Selection& selection) {
  Selection both = selection;
  both.direction = Direction::out;  // each relationship once
  const Selected selected(graph, both);
  std::vector<std::uint32_t> parent(selected.node_count());
  std::iota(parent.begin(), parent.end(), 0u);
  const auto root = [&](std::uint32_t node) {
    for (; parent[node] != node; node = parent[node]) parent[node] = parent[parent[node]];
    return node;
  };
  for (const RowRange& range : ranges_of(selected.once())) {
    selected.check();
    for (std::size_t id = selected.nodes().next(range.first); id < range.last;
         id = selected.nodes().next(id + 1)) {
      for (std::uint32_t at = range.rows.offsets[id]; at < range.rows.offsets[id + 1]; ++at) {
        const NodeId other = range.rows.neighbours[at];
        if (!selected.contains(other)) continue;
        const std::uint32_t a = root(selected.number(NodeId{static_cast<std::uint32_t>(id)}));
        const std::uint32_t b = root(selected.number(other));
        parent[std::max(a, b)] = std::min(a, b);  // the lowest node of a component is its root
      }
    }
  }
  std::vector<Membership> out;
  std::vector<std::uint32_t> number(parent.size());
  std::uint32_t next = 0;
  for (std::uint32_t i = 0; i < parent.size(); ++i) {
    const std::uint32_t lowest = root(i);
    if (lowest == i) number[i] = next++;
    out.push_back({selected.node(i), number[lowest]});
  }
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
