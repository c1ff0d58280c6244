#include <attest/query/run/expand_path.hpp>

#include <algorithm>

#include <attest/query/run/evaluate.hpp>

namespace attest::query {

bool holds(const Walk& walk, RelationshipId relationship, const Batch& in, std::size_t row,
           Context& context) {
  if (walk.conditions.empty()) return true;
  context.locals[static_cast<std::size_t>(walk.local)] = relationship;
  return std::all_of(walk.conditions.begin(), walk.conditions.end(), [&](const Expr& condition) {
    return test(condition, {context, in, row}) == Ternary::yes;
  });
}

namespace {

/// Slots read by the conditions and by the ends of the walk.
SlotSet slots_read(const Walk& walk, bool into) {
  SlotSet read;
  read.insert(walk.step.from);
  if (into) read.insert(walk.step.to);
  for (const Slot slot : walk.step.distinct_from) read.insert(slot);
  for (const Expr& condition : walk.conditions) collect_slots(condition, read);
  return read;
}

}  // namespace

// ---- ExpandTrail -------------------------------------------------------------------------------

ExpandTrail::ExpandTrail(OperatorPtr input, Walk walk, bool into, std::string details)
    : FlatMap(into ? "VarLengthExpandInto" : "VarLengthExpand", std::move(details)),
      walk_(std::move(walk)),
      into_(into) {
  add_child(std::move(input));
}

void ExpandTrail::prepare(const SlotSet& needed) {
  SlotSet through = needed;
  through.erase(walk_.step.relationship);
  if (!into_) through.erase(walk_.step.to);
  write_relationships_ = needed.contains(walk_.step.relationship);
  write_to_ = !into_ && needed.contains(walk_.step.to);
  carry(through, slots_read(walk_, into_));
}

void ExpandTrail::open(const Batch& in, std::size_t row, Context& context) {
  depth_ = 0;
  trail_.clear();
  pending_ = false;
  const std::uint32_t from = in.ids(walk_.step.from)[row];
  target_ = into_ ? in.ids(walk_.step.to)[row] : null_id;
  if (from == null_id || (into_ && target_ == null_id)) return;
  taken_.open(walk_.step, in, row);
  labels_.open(walk_.step, context.graph);
  push(NodeId{from}, context);
}

void ExpandTrail::push(NodeId node, Context& context) {
  if (depth_ == levels_.size()) levels_.emplace_back();
  Level& level = levels_[depth_++];
  level.node = node;
  level.stretch = 0;
  level.position = 0;
  level.stretches.clear();
  if (depth_ <= walk_.maximum) {
    ++context.hits;
    level.stretches.open(walk_.step, node, context.graph);
  }
  pending_ = depth_ - 1 >= walk_.minimum && accepted(node);
}

bool ExpandTrail::accepted(NodeId node) const {
  return into_ ? index(node) == target_ : labels_.accepts(node);
}

bool ExpandTrail::on_trail(RelationshipId relationship) const {
  return std::find(trail_.begin(), trail_.end(), relationship) != trail_.end();
}

/// One step deeper, or back; false at the end of the search.
bool ExpandTrail::advance(Context& context) {
  context.limits.tick();
  Level& level = levels_[depth_ - 1];
  for (; level.stretch < level.stretches.stretches().size(); ++level.stretch, level.position = 0) {
    const Stretches::Stretch& stretch = level.stretches.stretches()[level.stretch];
    while (level.position < stretch.row.size()) {
      context.limits.tick();
      const NodeId to = stretch.row.neighbours[level.position];
      const RelationshipId relationship = stretch.row.relationships[level.position++];
      if (stretch.skip_loops && to == level.node) continue;
      if (on_trail(relationship) || taken_.contains(relationship)) continue;
      if (!holds(walk_, relationship, input(), input_row(), context)) continue;
      trail_.push_back(relationship);
      push(to, context);
      return true;
    }
  }
  --depth_;
  if (depth_ == 0) return false;
  trail_.pop_back();
  return true;
}

void ExpandTrail::write(Batch& out) const {
  if (write_to_) out.ids(walk_.step.to).push_back(index(levels_[depth_ - 1].node));
  if (!write_relationships_) return;
  List list(trail_.begin(), trail_.end());
  if (walk_.reversed) std::reverse(list.begin(), list.end());
  out.values(walk_.step.relationship).emplace_back(std::move(list));
}

std::size_t ExpandTrail::emit(Batch& out, std::size_t room, Context& context) {
  std::size_t count = 0;
  while (depth_ > 0) {
    if (pending_) {
      if (count == room) return count;
      pending_ = false;
      write(out);
      ++count;
    }
    if (!advance(context)) break;
  }
  return count;
}

// ---- ExpandReach -------------------------------------------------------------------------------

ExpandReach::ExpandReach(OperatorPtr input, Walk walk, std::string details)
    : FlatMap("ReachExpand", std::move(details)), walk_(std::move(walk)) {
  add_child(std::move(input));
}

void ExpandReach::prepare(const SlotSet& needed) {
  SlotSet through = needed;
  through.erase(walk_.step.relationship);
  through.erase(walk_.step.to);
  write_to_ = needed.contains(walk_.step.to);
  carry(through, slots_read(walk_, false));
}

void ExpandReach::open(const Batch& in, std::size_t row, Context& context) {
  found_.clear();
  position_ = 0;
  const std::uint32_t from = in.ids(walk_.step.from)[row];
  if (from == null_id) return;
  labels_.open(walk_.step, context.graph);
  search(NodeId{from}, context);
}

/// Breadth first.
void ExpandReach::search(NodeId from, Context& context) {
  if (seen_.size() != context.graph.node_limit()) seen_ = Bitmap(context.graph.node_limit());
  std::vector<NodeId> reached;
  std::vector<NodeId> level{from};
  if (walk_.minimum == 0) {
    seen_.set(index(from));
    reached.push_back(from);
  }
  Stretches stretches;
  for (std::uint64_t depth = 0; depth < walk_.maximum && !level.empty(); ++depth) {
    std::vector<NodeId> next;
    for (const NodeId node : level) {
      ++context.hits;
      stretches.open(walk_.step, node, context.graph);
      for (const Stretches::Stretch& stretch : stretches.stretches()) {
        for (std::size_t i = 0; i < stretch.row.size(); ++i) {
          context.limits.tick();
          const NodeId to = stretch.row.neighbours[i];
          if (seen_.test(index(to)) ||
              !holds(walk_, stretch.row.relationships[i], input(), input_row(), context)) {
            continue;
          }
          seen_.set(index(to));
          reached.push_back(to);
          if (to != from) next.push_back(to);
        }
      }
    }
    level = std::move(next);
  }
  for (const NodeId node : reached) {
    seen_.reset(index(node));
    if (labels_.accepts(node)) found_.push_back(node);
  }
}

std::size_t ExpandReach::emit(Batch& out, std::size_t room, Context&) {
  const std::size_t count = std::min(room, found_.size() - position_);
  for (std::size_t i = 0; i < count; ++i, ++position_) {
    if (write_to_) out.ids(walk_.step.to).push_back(index(found_[position_]));
  }
  return count;
}

// ---- FollowTrail -------------------------------------------------------------------------------

FollowTrail::FollowTrail(OperatorPtr input, Walk walk, bool into, std::string details)
    : FlatMap("FollowRelationships", std::move(details)), walk_(std::move(walk)), into_(into) {
  add_child(std::move(input));
}

void FollowTrail::prepare(const SlotSet& needed) {
  SlotSet through = needed;
  if (!into_) through.erase(walk_.step.to);
  SlotSet read = slots_read(walk_, into_);
  read.insert(walk_.step.relationship);
  carry(through, read);
}

std::optional<NodeId> FollowTrail::follow(const Batch& in, std::size_t row, Context& context) const {
  const std::uint32_t from = in.ids(walk_.step.from)[row];
  const Value& bound = in.values(walk_.step.relationship)[row];
  if (from == null_id || bound.is_null()) return std::nullopt;
  List list = bound.list();
  if (walk_.reversed) std::reverse(list.begin(), list.end());
  if (list.size() < walk_.minimum || list.size() > walk_.maximum) return std::nullopt;
  const Graph& graph = context.graph;
  const Step& step = walk_.step;
  Taken taken;
  taken.open(step, in, row);
  NodeId at{from};
  for (std::size_t i = 0; i < list.size(); ++i) {
    const RelationshipId relationship = list[i].relationship();
    const TypeId type = graph.type_of(relationship);
    const NodeId start = graph.start_of(relationship);
    const NodeId end = graph.end_of(relationship);
    const bool typed =
        step.any_type || std::find(step.types.begin(), step.types.end(), type) != step.types.end();
    const bool repeated =
        std::any_of(list.begin(), list.begin() + static_cast<std::ptrdiff_t>(i),
                    [&](const Value& other) { return other.relationship() == relationship; });
    if (!typed || repeated || taken.contains(relationship)) return std::nullopt;
    if (!holds(walk_, relationship, in, row, context)) return std::nullopt;
    if (step.direction != Direction::in && start == at) {
      at = end;
    } else if (step.direction != Direction::out && end == at) {
      at = start;
    } else {
      return std::nullopt;
    }
  }
  return at;
}

void FollowTrail::open(const Batch& in, std::size_t row, Context& context) {
  found_ = follow(in, row, context);
  if (!found_) return;
  LabelFilter labels;
  labels.open(walk_.step, context.graph);
  if (!labels.accepts(*found_)) found_.reset();
  if (into_ && found_ && in.ids(walk_.step.to)[row] != index(*found_)) found_.reset();
}

std::size_t FollowTrail::emit(Batch& out, std::size_t room, Context&) {
  if (!found_ || room == 0) return 0;
  if (!into_) out.ids(walk_.step.to).push_back(index(*found_));
  found_.reset();
  return 1;
}

// ---- ShortestPaths -----------------------------------------------------------------------------

ShortestPaths::ShortestPaths(OperatorPtr input, Walk walk, bool all, std::string details)
    : FlatMap(all ? "AllShortestPaths" : "ShortestPath", std::move(details)),
      walk_(std::move(walk)),
      all_(all) {
  add_child(std::move(input));
}

void ShortestPaths::prepare(const SlotSet& needed) {
  SlotSet through = needed;
  through.erase(walk_.step.relationship);
  carry(through, slots_read(walk_, true));
}

bool ShortestPaths::search(NodeId from, NodeId to, const Batch& in, std::size_t row, Context& context) {
  reached_.clear();
  reached_[index(from)];
  std::deque<NodeId> queue{from};
  std::uint64_t best = walk_.maximum;
  bool found = false;
  Stretches stretches;
  Taken taken;
  taken.open(walk_.step, in, row);
  while (!queue.empty()) {
    const NodeId node = queue.front();
    queue.pop_front();
    const std::uint64_t distance = reached_[index(node)].distance + 1;
    if (distance > best) break;
    ++context.hits;
    stretches.open(walk_.step, node, context.graph);
    for (const Stretches::Stretch& stretch : stretches.stretches()) {
      for (std::size_t i = 0; i < stretch.row.size(); ++i) {
        context.limits.tick();
        const NodeId next = stretch.row.neighbours[i];
        const RelationshipId relationship = stretch.row.relationships[i];
        if (taken.contains(relationship) || !holds(walk_, relationship, in, row, context)) continue;
        const auto [at, fresh] = reached_.try_emplace(index(next));
        if (fresh) {
          at->second.distance = distance;
          queue.push_back(next);
        } else if (!all_ || at->second.distance != distance) {
          continue;
        }
        at->second.arrivals.push_back({node, relationship});
        if (next != to) continue;
        found = true;
        best = distance;
        if (!all_) return true;
      }
    }
  }
  return found;
}

/// Walks back from `to` along all arrivals, depth first, with a stack of its own: paths may be very long.
void ShortestPaths::collect(NodeId from, NodeId to, Context& context) {
  struct Level {
    NodeId node;
    std::size_t next = 0;
  };
  std::vector<Level> levels{{to}};
  List suffix;
  while (!levels.empty()) {
    context.limits.tick();
    Level& level = levels.back();
    if (level.node == from) {
      List list(suffix.rbegin(), suffix.rend());
      if (walk_.reversed) std::reverse(list.begin(), list.end());
      context.limits.charge(static_cast<std::int64_t>(list.size() * sizeof(Value)));
      found_.emplace_back(std::move(list));
    }
    const auto& arrivals = reached_[index(level.node)].arrivals;
    if (level.node == from || level.next == arrivals.size()) {
      levels.pop_back();
      if (!suffix.empty()) suffix.pop_back();
      continue;
    }
    const Arrival& arrival = arrivals[level.next++];
    suffix.emplace_back(arrival.relationship);
    levels.push_back({arrival.before});
  }
}

void ShortestPaths::open(const Batch& in, std::size_t row, Context& context) {
  found_.clear();
  position_ = 0;
  const std::uint32_t from = in.ids(walk_.step.from)[row];
  const std::uint32_t to = in.ids(walk_.step.to)[row];
  if (from == null_id || to == null_id) return;
  if (from == to) {
    if (walk_.minimum == 0) found_.emplace_back(List());
    return;
  }
  if (!search(NodeId{from}, NodeId{to}, in, row, context)) return;
  collect(NodeId{from}, NodeId{to}, context);
}

std::size_t ShortestPaths::emit(Batch& out, std::size_t room, Context&) {
  const std::size_t count = std::min(room, found_.size() - position_);
  for (std::size_t i = 0; i < count; ++i) out.values(walk_.step.relationship).push_back(found_[position_++]);
  return count;
}

}  // namespace attest::query
