#include <attest/query/run/expand.hpp>

#include <algorithm>

namespace attest::query {

// ---- Helpers -----------------------------------------------------------------------------------

template <class Visit>
void Stretches::for_each_row(const Step& step, const Graph& graph, Visit visit) const {
  const auto both_ways = [&](TypeId type) {
    if (step.direction != Direction::in) visit(type, Direction::out, false);
    if (step.direction != Direction::out) visit(type, Direction::in, step.direction == Direction::both);
  };
  if (!step.any_type) {
    for (const TypeId type : step.types) both_ways(type);
    return;
  }
  for (std::uint32_t type = 0; type < graph.types().size(); ++type) {
    if (graph.count_relationships(TypeId{type}) > 0) both_ways(TypeId{type});
  }
}

void Stretches::add(NodeId from, TypeId type, Direction direction, bool skip_loops, const Graph& graph) {
  const Adjacency row = graph.adjacency(from, type, direction);
  if (row.size() > 0) stretches_.push_back({row, type, skip_loops});
}

/// Rows are sorted by neighbour: the stretch is found by bisection, in the shorter of the two nodes' rows.
void Stretches::add_into(NodeId from, NodeId to, TypeId type, Direction direction, bool skip_loops,
                         const Graph& graph) {
  if (skip_loops && from == to) return;
  const Direction reverse = direction == Direction::out ? Direction::in : Direction::out;
  Adjacency row = graph.adjacency(from, type, direction);
  if (row.size() == 0) return;
  NodeId wanted = to;
  if (row.size() > 8) {
    const Adjacency other = graph.adjacency(to, type, reverse);
    if (other.size() < row.size()) {
      row = other;
      wanted = from;
    }
  }
  const auto [first, last] = std::equal_range(row.neighbours.begin(), row.neighbours.end(), wanted);
  if (first == last) return;
  const auto begin = static_cast<std::size_t>(first - row.neighbours.begin());
  const auto count = static_cast<std::size_t>(last - first);
  stretches_.push_back(
      {{row.neighbours.subspan(begin, count), row.relationships.subspan(begin, count)}, type, false});
}

void Stretches::open(const Step& step, NodeId from, const Graph& graph) {
  stretches_.clear();
  for_each_row(step, graph, [&](TypeId type, Direction direction, bool skip_loops) {
    add(from, type, direction, skip_loops, graph);
  });
}

void Stretches::open(const Step& step, NodeId from, NodeId to, const Graph& graph) {
  stretches_.clear();
  for_each_row(step, graph, [&](TypeId type, Direction direction, bool skip_loops) {
    add_into(from, to, type, direction, skip_loops, graph);
  });
}

void Taken::open(const Step& step, const Batch& in, std::size_t row) {
  ids_.clear();
  for (const Slot slot : step.distinct_from) {
    if (in.kind(slot) == SlotKind::relationship) {
      ids_.push_back(in.ids(slot)[row]);
      continue;
    }
    const Value& list = in.values(slot)[row];
    if (list.is_null()) continue;
    for (const Value& item : list.list()) ids_.push_back(index(item.relationship()));
  }
}

bool Taken::contains(RelationshipId relationship) const {
  return std::find(ids_.begin(), ids_.end(), index(relationship)) != ids_.end();
}

void LabelFilter::open(const Step& step, const Graph& graph) {
  bitmaps_.clear();
  for (const LabelId label : step.to_labels) bitmaps_.push_back(&graph.nodes_with(label));
}

bool LabelFilter::accepts(NodeId node) const {
  for (const Bitmap* bitmap : bitmaps_) {
    if (!bitmap->test(index(node))) return false;
  }
  return true;
}

// ---- Expand ------------------------------------------------------------------------------------

Expand::Expand(OperatorPtr input, Step step, bool into, std::string details)
    : FlatMap(into ? "ExpandInto" : "Expand", std::move(details)), step_(std::move(step)), into_(into) {
  add_child(std::move(input));
}

void Expand::prepare(const SlotSet& needed) {
  SlotSet through = needed;
  through.erase(step_.relationship);
  if (!into_) through.erase(step_.to);
  write_relationship_ = needed.contains(step_.relationship);
  write_to_ = !into_ && needed.contains(step_.to);
  SlotSet read;
  read.insert(step_.from);
  if (into_) read.insert(step_.to);
  for (const Slot slot : step_.distinct_from) read.insert(slot);
  carry(through, read);
}

void Expand::open(const Batch& in, std::size_t row, Context& context) {
  stretch_ = 0;
  position_ = 0;
  const std::uint32_t from = in.ids(step_.from)[row];
  const std::uint32_t to = into_ ? in.ids(step_.to)[row] : 0;
  stretches_.clear();
  if (from == null_id || to == null_id) return;
  ++context.hits;
  if (into_) {
    stretches_.open(step_, NodeId{from}, NodeId{to}, context.graph);
  } else {
    stretches_.open(step_, NodeId{from}, context.graph);
  }
  taken_.open(step_, in, row);
  labels_.open(step_, context.graph);
}

std::size_t Expand::emit(Batch& out, std::size_t room, Context& context) {
  const std::uint32_t from = input().ids(step_.from)[input_row()];
  std::size_t count = 0;
  for (; stretch_ < stretches_.stretches().size(); ++stretch_, position_ = 0) {
    const Stretches::Stretch& stretch = stretches_.stretches()[stretch_];
    context.hits += stretch.row.size() - position_;
    context.limits.tick(static_cast<std::uint32_t>(stretch.row.size() - position_));
    for (; position_ < stretch.row.size(); ++position_) {
      if (count == room) return count;
      const NodeId to = stretch.row.neighbours[position_];
      const RelationshipId relationship = stretch.row.relationships[position_];
      if (stretch.skip_loops && index(to) == from) continue;
      if (taken_.contains(relationship) || !(into_ || labels_.accepts(to))) continue;
      if (write_to_) out.ids(step_.to).push_back(index(to));
      if (write_relationship_) out.ids(step_.relationship).push_back(index(relationship));
      ++count;
    }
  }
  return count;
}

// ---- CountStep ---------------------------------------------------------------------------------

CountStep::CountStep(OperatorPtr input, Step step, bool into, std::string details)
    : Operator(into ? "CountInto" : "CountExpand", std::move(details)), step_(std::move(step)), into_(into) {
  add_child(std::move(input));
}

void CountStep::prepare(const SlotSet& needed) {
  live_ = needed.slots();
  SlotSet below = needed;
  below.insert(step_.from);
  if (into_) below.insert(step_.to);
  for (const Slot slot : step_.distinct_from) below.insert(slot);
  child()->prepare(below);
}

std::int64_t CountStep::count(const Batch& in, std::size_t row, Context& context) {
  const std::uint32_t from = in.ids(step_.from)[row];
  if (from == null_id || (into_ && in.ids(step_.to)[row] == null_id)) return 0;
  ++context.hits;
  if (into_) {
    stretches_.open(step_, NodeId{from}, NodeId{in.ids(step_.to)[row]}, context.graph);
  } else {
    stretches_.open(step_, NodeId{from}, context.graph);
  }
  taken_.open(step_, in, row);
  const bool all = (into_ || labels_.always()) && step_.direction != Direction::both;
  std::int64_t total = 0;
  for (const Stretches::Stretch& stretch : stretches_.stretches()) {
    if (all) {
      total += static_cast<std::int64_t>(stretch.row.size());
      continue;
    }
    context.limits.tick(static_cast<std::uint32_t>(stretch.row.size()));
    for (std::size_t i = 0; i < stretch.row.size(); ++i) {
      const NodeId to = stretch.row.neighbours[i];
      if (stretch.skip_loops && index(to) == from) continue;
      if (taken_.contains(stretch.row.relationships[i]) || !(into_ || labels_.accepts(to))) continue;
      ++total;
    }
  }
  return all ? total - taken_in_row(in, row, context.graph) : total;
}

/// How many of the taken relationships the step could have taken from here, had they been free.
std::int64_t CountStep::taken_in_row(const Batch& in, std::size_t row, const Graph& graph) const {
  const NodeId from{in.ids(step_.from)[row]};
  std::int64_t count = 0;
  for (const std::uint32_t id : taken_.ids()) {
    if (id == null_id) continue;
    const RelationshipId relationship{id};
    const NodeId start = graph.start_of(relationship);
    const NodeId end = graph.end_of(relationship);
    if ((step_.direction == Direction::out ? start : end) != from) continue;
    const NodeId to = step_.direction == Direction::out ? end : start;
    if (into_ && index(to) != in.ids(step_.to)[row]) continue;
    if (step_.any_type ||
        std::find(step_.types.begin(), step_.types.end(), graph.type_of(relationship)) != step_.types.end()) {
      ++count;
    }
  }
  return count;
}

bool CountStep::produce(Batch& out, Context& context) {
  while (child()->next(out, context)) {
    labels_.open(step_, context.graph);
    if (out.weights.empty()) out.weights.assign(out.size, 1);
    kept_.clear();
    for (std::size_t row = 0; row < out.size; ++row) {
      out.weights[row] *= count(out, row, context);
      if (out.weights[row] != 0) kept_.push_back(static_cast<std::uint32_t>(row));
    }
    out.select(kept_, live_);
    if (out.size > 0) return true;
  }
  return false;
}

// ---- CountPair ---------------------------------------------------------------------------------

CountPair::CountPair(OperatorPtr input, Step first, Step second)
    : Operator("CountPairs", ""), first_(std::move(first)), second_(std::move(second)) {
  add_child(std::move(input));
}

void CountPair::prepare(const SlotSet& needed) {
  live_ = needed.slots();
  SlotSet below = needed;
  below.insert(first_.from);
  child()->prepare(below);
}

namespace {

std::int64_t count_accepted(const Stretches& stretches, const LabelFilter& labels) {
  std::int64_t count = 0;
  for (const Stretches::Stretch& stretch : stretches.stretches()) {
    if (labels.always()) {
      count += static_cast<std::int64_t>(stretch.row.size());
      continue;
    }
    count += std::count_if(stretch.row.neighbours.begin(), stretch.row.neighbours.end(),
                           [&](NodeId node) { return labels.accepts(node); });
  }
  return count;
}

}  // namespace

/// |A|·|B| pairs, less those of a relationship with itself: it stands in both rows where both lead the same
/// way, or where it is a loop.
std::int64_t CountPair::count(NodeId from, Context& context) {
  const Graph& graph = context.graph;
  first_stretches_.open(first_, from, graph);
  const std::int64_t first = count_accepted(first_stretches_, first_labels_);
  if (first == 0) return 0;
  second_stretches_.open(second_, from, graph);
  for (const Stretches* stretches : {&first_stretches_, &second_stretches_}) {
    for (const Stretches::Stretch& each : stretches->stretches())
      context.limits.tick(static_cast<std::uint32_t>(each.row.size() / 8));
  }
  const std::int64_t second = count_accepted(second_stretches_, second_labels_);
  std::int64_t common = 0;
  const bool same_way = first_.direction == second_.direction;
  for (const Stretches::Stretch& a : first_stretches_.stretches()) {
    for (const Stretches::Stretch& b : second_stretches_.stretches()) {
      if (a.type != b.type) continue;
      std::span<const NodeId> shared = a.row.neighbours;
      if (!same_way) {
        const auto [loops, end] = std::equal_range(shared.begin(), shared.end(), from);
        shared = std::span(loops, end);
      }
      common += std::count_if(shared.begin(), shared.end(), [&](NodeId node) {
        return first_labels_.accepts(node) && second_labels_.accepts(node);
      });
    }
  }
  return first * second - common;
}

/// Whether the rows of the whole types say all: then a node is two pairs of offsets. (While a statement
/// changes the graph they would be built again and again.)
bool CountPair::open_rows(const Context& context) {
  const bool plain = !first_.any_type && first_.types.size() == 1 && !second_.any_type &&
                     second_.types.size() == 1 && first_labels_.always() && second_labels_.always();
  if (!plain || context.writes) return false;
  first_rows_ = context.graph.rows(first_.types[0], first_.direction);
  second_rows_ = context.graph.rows(second_.types[0], second_.direction);
  return true;
}

std::int64_t CountPair::count_in_rows(NodeId from) const {
  const auto row = [&](const SparseRows& rows) {
    const std::size_t begin = rows.offsets[index(from)];
    return rows.neighbours.subspan(begin, rows.offsets[index(from) + 1] - begin);
  };
  const std::span<const NodeId> first = row(first_rows_);
  const std::span<const NodeId> second = row(second_rows_);
  const auto pairs = static_cast<std::int64_t>(first.size() * second.size());
  if (pairs == 0 || first_.types[0] != second_.types[0]) return pairs;
  if (first_.direction == second_.direction) return pairs - static_cast<std::int64_t>(first.size());
  const auto [loops, end] = std::equal_range(first.begin(), first.end(), from);
  return pairs - (end - loops);
}

bool CountPair::produce(Batch& out, Context& context) {
  while (child()->next(out, context)) {
    first_labels_.open(first_, context.graph);
    second_labels_.open(second_, context.graph);
    const bool in_rows = open_rows(context);
    if (out.weights.empty()) out.weights.assign(out.size, 1);
    kept_.clear();
    for (std::size_t row = 0; row < out.size; ++row) {
      context.limits.tick();
      const std::uint32_t from = out.ids(first_.from)[row];
      ++context.hits;
      out.weights[row] *= from == null_id ? 0
                          : in_rows       ? count_in_rows(NodeId{from})
                                          : count(NodeId{from}, context);
      if (out.weights[row] != 0) kept_.push_back(static_cast<std::uint32_t>(row));
    }
    out.select(kept_, live_);
    if (out.size > 0) return true;
  }
  return false;
}

// ---- CountMeeting ------------------------------------------------------------------------------

CountMeeting::CountMeeting(OperatorPtr input, Step first, Step second, bool distinct, std::string details)
    : Operator("CountMeeting", std::move(details)),
      first_(std::move(first)),
      second_(std::move(second)),
      distinct_(distinct) {
  add_child(std::move(input));
}

void CountMeeting::prepare(const SlotSet& needed) {
  live_ = needed.slots();
  SlotSet below = needed;
  for (const Step* step : {&first_, &second_}) {
    below.insert(step->from);
    for (const Slot slot : step->distinct_from) below.insert(slot);
  }
  child()->prepare(below);
}

/// Goes over the shorter row and looks each neighbour up in the longer one, from where the last was found.
std::int64_t CountMeeting::meet(const Adjacency& one, const Adjacency& other, bool swapped) const {
  const Taken& one_taken = swapped ? second_taken_ : first_taken_;
  const Taken& other_taken = swapped ? first_taken_ : second_taken_;
  std::int64_t total = 0;
  auto from = other.neighbours.begin();
  for (std::size_t i = 0; i < one.size() && from != other.neighbours.end(); ++i) {
    from = std::lower_bound(from, other.neighbours.end(), one.neighbours[i]);
    if (from == other.neighbours.end() || *from != one.neighbours[i]) continue;
    if (one_taken.contains(one.relationships[i]) || !labels_.accepts(*from)) continue;
    for (auto at = from; at != other.neighbours.end() && *at == one.neighbours[i]; ++at) {
      const auto k = static_cast<std::size_t>(at - other.neighbours.begin());
      if (distinct_ && other.relationships[k] == one.relationships[i]) continue;
      if (!other_taken.contains(other.relationships[k])) ++total;
    }
  }
  return total;
}

std::int64_t CountMeeting::count(const Batch& in, std::size_t row, Context& context) {
  const std::uint32_t first = in.ids(first_.from)[row];
  const std::uint32_t second = in.ids(second_.from)[row];
  if (first == null_id || second == null_id) return 0;
  ++context.hits;
  first_stretches_.open(first_, NodeId{first}, context.graph);
  if (first_stretches_.stretches().empty()) return 0;
  if (second != opened_) second_stretches_.open(second_, NodeId{second}, context.graph);
  opened_ = second;  // rows of one node mostly follow each other
  first_taken_.open(first_, in, row);
  second_taken_.open(second_, in, row);
  std::int64_t total = 0;
  for (const Stretches::Stretch& a : first_stretches_.stretches()) {
    for (const Stretches::Stretch& b : second_stretches_.stretches()) {
      context.limits.tick(static_cast<std::uint32_t>(std::min(a.row.size(), b.row.size())));
      total += a.row.size() <= b.row.size() ? meet(a.row, b.row, false) : meet(b.row, a.row, true);
    }
  }
  return total;
}

bool CountMeeting::produce(Batch& out, Context& context) {
  while (child()->next(out, context)) {
    labels_.open(first_, context.graph);
    opened_ = null_id;
    if (out.weights.empty()) out.weights.assign(out.size, 1);
    kept_.clear();
    for (std::size_t row = 0; row < out.size; ++row) {
      context.limits.tick();
      out.weights[row] *= count(out, row, context);
      if (out.weights[row] != 0) kept_.push_back(static_cast<std::uint32_t>(row));
    }
    out.select(kept_, live_);
    if (out.size > 0) return true;
  }
  return false;
}

// ---- Endpoints ---------------------------------------------------------------------------------

Endpoints::Endpoints(OperatorPtr input, Step step, bool from_bound, bool to_bound, std::string details)
    : FlatMap("RelationshipEnds", std::move(details)),
      step_(std::move(step)),
      from_bound_(from_bound),
      to_bound_(to_bound) {
  add_child(std::move(input));
}

void Endpoints::prepare(const SlotSet& needed) {
  SlotSet through = needed;
  if (!from_bound_) through.erase(step_.from);
  if (!to_bound_) through.erase(step_.to);
  SlotSet read;
  read.insert(step_.relationship);
  if (from_bound_) read.insert(step_.from);
  if (to_bound_) read.insert(step_.to);
  for (const Slot slot : step_.distinct_from) read.insert(slot);
  carry(through, read);
}

void Endpoints::try_ends(const Batch& in, std::size_t row, NodeId from, NodeId to, const Graph& graph) {
  if (from_bound_ && in.ids(step_.from)[row] != index(from)) return;
  if (to_bound_ && in.ids(step_.to)[row] != index(to)) return;
  if (step_.from == step_.to && from != to) return;
  LabelFilter labels;
  labels.open(step_, graph);
  if (labels.accepts(to)) found_.emplace_back(from, to);
}

void Endpoints::open(const Batch& in, std::size_t row, Context& context) {
  found_.clear();
  const std::uint32_t id = in.ids(step_.relationship)[row];
  if (id == null_id) return;
  const RelationshipId relationship{id};
  const Graph& graph = context.graph;
  ++context.hits;
  if (!step_.any_type &&
      std::find(step_.types.begin(), step_.types.end(), graph.type_of(relationship)) == step_.types.end()) {
    return;
  }
  Taken taken;
  taken.open(step_, in, row);
  if (taken.contains(relationship)) return;
  const NodeId start = graph.start_of(relationship);
  const NodeId end = graph.end_of(relationship);
  if (step_.direction != Direction::in) try_ends(in, row, start, end, graph);
  if (step_.direction == Direction::in || (step_.direction == Direction::both && start != end)) {
    try_ends(in, row, end, start, graph);
  }
  std::reverse(found_.begin(), found_.end());  // emit() takes from the back
}

std::size_t Endpoints::emit(Batch& out, std::size_t room, Context&) {
  std::size_t count = 0;
  for (; count < room && !found_.empty(); ++count) {
    const auto [from, to] = found_.back();
    found_.pop_back();
    if (!from_bound_) out.ids(step_.from).push_back(index(from));
    if (!to_bound_ && step_.to != step_.from) out.ids(step_.to).push_back(index(to));
  }
  return count;
}

}  // namespace attest::query
