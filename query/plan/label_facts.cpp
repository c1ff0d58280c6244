#include <attest/query/plan/label_facts.hpp>

namespace attest::query {

namespace {

/// The rows seen from the far ends: a node has one where it is an end.
bool all_ends_carry(const Graph& graph, TypeId type, Direction direction, LabelId label) {
  const SparseRows rows = graph.rows(type, direction == Direction::out ? Direction::in : Direction::out);
  const Bitmap& nodes = graph.nodes_with(label);
  for (std::size_t node = 0; node + 1 < rows.offsets.size(); ++node) {
    if (rows.offsets[node] != rows.offsets[node + 1] && !nodes.test(node)) return false;
  }
  return true;
}

}  // namespace

bool LabelFacts::always(const Graph& graph, TypeId type, Direction direction, LabelId label) {
  if (version_ != graph.version()) known_.clear();
  version_ = graph.version();
  const auto [at, fresh] = known_.try_emplace({type, direction, label}, false);
  if (fresh) at->second = all_ends_carry(graph, type, direction, label);
  return at->second;
}

}  // namespace attest::query
