#include <attest/extractor/syntax/spanning_tree.hpp>

#include <limits>

#include <attest/extractor/model/kernels.hpp>

namespace attest::extract {

namespace {

constexpr std::int64_t impossible = std::numeric_limits<std::int64_t>::min() / 4;

// A graph whose node 0 is the root of the tree to be found.
struct Graph {
  std::size_t size = 0;
  std::vector<std::int64_t> scores;  // [child][head]
  std::int64_t& at(std::size_t child, std::size_t head) { return scores[child * size + head]; }
};

// The nodes of a cycle among `head`; none where there is none.
std::vector<std::size_t> cycle_of(const std::vector<std::size_t>& head) {
  std::vector<std::size_t> seen(head.size(), 0);  // by the walk from which node
  for (std::size_t start = 1; start < head.size(); ++start) {
    std::size_t at = start;
    while (at != 0 && seen[at] == 0) {
      seen[at] = start;
      at = head[at];
    }
    if (at == 0 || seen[at] != start) continue;
    std::vector<std::size_t> cycle = {at};
    for (std::size_t k = head[at]; k != at; k = head[k]) cycle.push_back(k);
    return cycle;
  }
  return {};
}

std::vector<std::size_t> best_heads(Graph& graph) {
  std::vector<std::size_t> head(graph.size, 0);
  for (std::size_t child = 1; child < graph.size; ++child)
    for (std::size_t h = 1; h < graph.size; ++h)
      if (h != child && graph.at(child, h) > graph.at(child, head[child])) head[child] = h;
  return head;
}

// A graph with a cycle made into its last node, and what each arc of that node stands for.
struct Contraction {
  Graph graph;
  std::vector<std::size_t> nodes;   // of the old graph, by the new one's, without the last
  std::vector<std::size_t> enters;  // by head in the new graph: the node of the cycle that it would take
  std::vector<std::size_t> leaves;  // by child in the new graph: the node of the cycle that would be its head
};

Contraction contract(Graph& old, const std::vector<std::size_t>& head,
                     const std::vector<std::size_t>& cycle) {
  Contraction c;
  std::vector<bool> inside(old.size, false);
  for (const std::size_t k : cycle) inside[k] = true;
  for (std::size_t k = 0; k < old.size; ++k)
    if (!inside[k]) c.nodes.push_back(k);
  const std::size_t whole = c.nodes.size();
  c.graph.size = whole + 1;
  c.graph.scores.assign(c.graph.size * c.graph.size, impossible);
  c.enters.assign(whole, cycle[0]);
  c.leaves.assign(whole, cycle[0]);
  for (std::size_t a = 0; a < whole; ++a) {
    for (std::size_t b = 0; b < whole; ++b)
      if (a != b) c.graph.at(a, b) = old.at(c.nodes[a], c.nodes[b]);
    for (const std::size_t k : cycle) {
      // Entering at k breaks the arc that k has now.
      const std::int64_t enter = old.at(k, c.nodes[a]) - old.at(k, head[k]);
      if (enter > c.graph.at(whole, a)) {
        c.graph.at(whole, a) = enter;
        c.enters[a] = k;
      }
      if (old.at(c.nodes[a], k) > c.graph.at(a, whole)) {
        c.graph.at(a, whole) = old.at(c.nodes[a], k);
        c.leaves[a] = k;
      }
    }
  }
  return c;
}

std::vector<std::size_t> spanning_tree(Graph& graph) {
  std::vector<std::size_t> head = best_heads(graph);
  const std::vector<std::size_t> cycle = cycle_of(head);
  if (cycle.empty()) return head;
  Contraction c = contract(graph, head, cycle);
  const std::vector<std::size_t> smaller = spanning_tree(c.graph);
  const std::size_t whole = c.nodes.size();
  for (std::size_t a = 1; a < whole; ++a)
    head[c.nodes[a]] = smaller[a] == whole ? c.leaves[a] : c.nodes[smaller[a]];
  const std::size_t entry = smaller[whole];
  head[c.enters[entry]] = c.nodes[entry];
  return head;
}

// Each token's best head but the root, as nodes.
std::vector<std::size_t> best_heads(const ArcScores& scores) {
  const Kernels& k = kernels();
  std::vector<std::size_t> heads(scores.size + 1, 0);
  for (std::size_t i = 0; i < scores.size; ++i) {
    const std::int32_t* const before = scores.row(i) + 1;
    const std::int32_t* const after = before + i + 1;
    std::size_t best = i == 0 ? 0 : 1 + k.greatest(before, i);
    if (i + 1 < scores.size) {
      const std::size_t later = k.greatest(after, scores.size - i - 1);
      if (best == 0 || after[later] > scores.at(i, best)) best = i + 2 + later;
    }
    heads[i + 1] = best;
  }
  return heads;
}

// The token that gains most by being the root's child.
std::size_t root_child(const ArcScores& scores, const std::vector<std::size_t>& heads) {
  std::size_t best = 0;
  std::int64_t most = std::numeric_limits<std::int64_t>::min();
  for (std::size_t i = 0; i < scores.size; ++i) {
    const std::int64_t gain = std::int64_t{scores.at(i, 0)} - scores.at(i, heads[i + 1]);
    if (gain > most) {
      most = gain;
      best = i;
    }
  }
  return best;
}

}  // namespace

void best_tree(const ArcScores& scores, std::vector<std::int32_t>& heads) {
  heads.assign(scores.size, -1);
  if (scores.size < 2) return;
  std::vector<std::size_t> head = best_heads(scores);
  const std::size_t root = root_child(scores, head);
  head[root + 1] = 0;
  if (!cycle_of(head).empty()) {
    Graph graph;
    graph.size = scores.size + 1;
    graph.scores.assign(graph.size * graph.size, impossible);
    for (std::size_t i = 0; i < scores.size; ++i)
      for (std::size_t h = i == root ? 0 : 1; h <= (i == root ? 0 : scores.size); ++h)
        if (h != i + 1) graph.at(i + 1, h) = scores.at(i, h);
    head = spanning_tree(graph);
  }
  for (std::size_t i = 0; i < scores.size; ++i) heads[i] = static_cast<std::int32_t>(head[i + 1]) - 1;
}

}  // namespace attest::extract
