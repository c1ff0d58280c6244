#include <attest/graph/adjacency.hpp>

#include <algorithm>

namespace attest {

namespace {

// Rows are folded in when this many, or a quarter of all, stand aside.
constexpr std::size_t few_changed_rows = 1024;

/// offsets[i] = number of keys below i, from counts of each key at offsets[key + 1].
void accumulate(std::vector<std::uint32_t>& offsets) {
  for (std::size_t i = 1; i < offsets.size(); ++i) offsets[i] += offsets[i - 1];
}

/// Calls `visit(id)` for the relationships of the type, ascending.
template <class Visitor>
void for_each_of(const RelationshipTable& table, const TypeExtent& extent, TypeId type, Visitor&& visit) {
  for (std::uint32_t id = extent.first; id < extent.last; ++id) {
    if (table.types[id] == type && table.present.test(id)) visit(id);
  }
}

}  // namespace

std::unique_ptr<TypeRows::State> TypeRows::make(const RelationshipTable& table, const TypeExtent& extent,
                                                std::size_t nodes) const {
  const bool out = direction_ == Direction::out;
  const std::vector<NodeId>& own = out ? table.starts : table.ends;
  const std::vector<NodeId>& other = out ? table.ends : table.starts;

  // Two counting sorts, as in a radix sort: by neighbour, then by own end. Both are stable, so that rows come
  // out sorted by neighbour, and equal neighbours by id.
  std::vector<std::uint32_t> place(nodes + 1);
  for_each_of(table, extent, type_, [&](std::uint32_t id) { ++place[index(other[id]) + 1]; });
  accumulate(place);
  std::vector<std::uint32_t> by_neighbour(extent.count);
  for_each_of(table, extent, type_, [&](std::uint32_t id) { by_neighbour[place[index(other[id])]++] = id; });

  auto state = std::make_unique<State>();
  state->offsets.assign(nodes + 1, 0);
  for (const std::uint32_t id : by_neighbour) ++state->offsets[index(own[id]) + 1];
  accumulate(state->offsets);
  std::ranges::copy(state->offsets, place.begin());
  state->neighbours.resize(extent.count);
  state->relationships.resize(extent.count);
  for (const std::uint32_t id : by_neighbour) {
    const std::uint32_t at = place[index(own[id])]++;
    state->neighbours[at] = other[id];
    state->relationships[at] = RelationshipId{id};
  }
  return state;
}

const TypeRows::State& TypeRows::build(const RelationshipTable& table, const TypeExtent& extent,
                                       std::size_t nodes) const {
  const std::scoped_lock lock(building_);
  State* state = state_.load(std::memory_order_acquire);
  if (!state) {
    state = make(table, extent, nodes).release();
    state_.store(state, std::memory_order_release);
  }
  return *state;
}

SparseRows TypeRows::all(const RelationshipTable& table, const TypeExtent& extent, std::size_t nodes) const {
  const auto whole = [&](const State& state) {
    return state.changed.empty() && state.offsets.size() == nodes + 1;
  };
  const State* state = &current(table, extent, nodes);
  if (!whole(*state)) {
    const std::scoped_lock lock(building_);
    state = state_.load(std::memory_order_acquire);
    if (!whole(*state)) {
      State* fresh = make(table, extent, nodes).release();
      retired_.emplace_back(state_.exchange(fresh, std::memory_order_acq_rel));
      state = fresh;
    }
  }
  return {state->offsets, state->neighbours, state->relationships};
}

TypeRows::Row& TypeRows::writable_row(NodeId node) {
  State& state = *state_.load(std::memory_order_relaxed);
  const auto [found, fresh] = state.changed.try_emplace(node);
  if (fresh) {
    const Adjacency base = state.base_row(node);
    found->second.neighbours.assign(base.neighbours.begin(), base.neighbours.end());
    found->second.relationships.assign(base.relationships.begin(), base.relationships.end());
  }
  return found->second;
}

void TypeRows::add(NodeId node, NodeId neighbour, RelationshipId relationship, std::size_t nodes) {
  retired_.clear();
  State* state = state_.load(std::memory_order_relaxed);
  if (!state) return;
  if (state->changed.size() > few_changed_rows && state->changed.size() > nodes / 4) {
    drop();
    return;
  }
  Row& row = writable_row(node);
  std::size_t at = row.neighbours.size();
  while (at > 0 && (row.neighbours[at - 1] > neighbour ||
                    (row.neighbours[at - 1] == neighbour && row.relationships[at - 1] > relationship))) {
    --at;
  }
  row.neighbours.insert(row.neighbours.begin() + static_cast<std::ptrdiff_t>(at), neighbour);
  row.relationships.insert(row.relationships.begin() + static_cast<std::ptrdiff_t>(at), relationship);
}

void TypeRows::remove(NodeId node, NodeId neighbour, RelationshipId relationship) {
  retired_.clear();
  if (!state_.load(std::memory_order_relaxed)) return;
  Row& row = writable_row(node);
  auto at = std::ranges::lower_bound(row.neighbours, neighbour) - row.neighbours.begin();
  while (row.relationships[static_cast<std::size_t>(at)] != relationship) ++at;
  row.neighbours.erase(row.neighbours.begin() + at);
  row.relationships.erase(row.relationships.begin() + at);
}

void TypeRows::drop() {
  retired_.clear();
  delete state_.exchange(nullptr);
}

}  // namespace attest
