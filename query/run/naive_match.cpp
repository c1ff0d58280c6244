#include <attest/query/run/naive_match.hpp>

#include <algorithm>
#include <map>

#include <attest/query/run/evaluate.hpp>

namespace attest::query {

NaiveMatch::NaiveMatch(OperatorPtr input, Pattern pattern)
    : FlatMap("NaiveMatch", ""), pattern_(std::move(pattern)) {
  add_child(std::move(input));
  for (const PatternNode& node : pattern_.nodes) {
    if (!node.bound) made_.push_back(node.slot);
  }
  for (const PatternRelationship& relationship : pattern_.relationships) {
    if (!relationship.bound) made_.push_back(relationship.slot);
  }
  for (const auto& [slot, path] : pattern_.paths) made_.push_back(slot);
}

void NaiveMatch::prepare(const SlotSet& needed) {
  SlotSet through = needed;
  SlotSet read;
  for (const Expr& predicate : pattern_.predicates) collect_slots(predicate, read);
  for (const PatternRelationship& relationship : pattern_.relationships) {
    for (const Expr& condition : relationship.conditions) collect_slots(condition, read);
    if (relationship.bound) read.insert(relationship.slot);
  }
  for (const PatternNode& node : pattern_.nodes) {
    if (node.bound) read.insert(node.slot);
  }
  for (const Slot slot : made_) {
    through.erase(slot);
    read.erase(slot);
  }
  SlotSet below = through;
  below.insert(read);
  below_ = below.slots();
  carry(through, read);
}

void NaiveMatch::open(const Batch& in, std::size_t row, Context& context) {
  found_ = std::make_unique<Batch>(in.layout());
  position_ = 0;
  nodes_.assign(pattern_.nodes.size(), std::nullopt);
  trails_.assign(pattern_.relationships.size(), std::nullopt);
  for (std::size_t i = 0; i < pattern_.nodes.size(); ++i) {
    if (!pattern_.nodes[i].bound) continue;
    const std::uint32_t id = in.ids(pattern_.nodes[i].slot)[row];
    if (id == null_id) return;
    nodes_[i] = NodeId{id};
  }
  match_relationships(0, context);
}

bool NaiveMatch::taken(const PatternRelationship& wanted, RelationshipId relationship) const {
  for (std::size_t i = 0; i < trails_.size(); ++i) {
    if (!trails_[i] || pattern_.relationships[i].clause != wanted.clause) continue;
    if (std::find(trails_[i]->begin(), trails_[i]->end(), relationship) != trails_[i]->end()) return true;
  }
  return false;
}

/// Whether the pattern's relationship may be this one, walked from its left to its right.
bool NaiveMatch::allowed(const PatternRelationship& wanted, RelationshipId relationship, NodeId from,
                         NodeId to, const Trail& trail, Context& context) const {
  const Graph& graph = context.graph;
  const NodeId start = graph.start_of(relationship);
  const NodeId end = graph.end_of(relationship);
  const bool outwards = wanted.direction != Direction::in && start == from && end == to;
  const bool inwards = wanted.direction != Direction::out && start == to && end == from;
  if (!outwards && !inwards) return false;
  if (!wanted.any_type && std::find(wanted.types.begin(), wanted.types.end(), graph.type_of(relationship)) ==
                              wanted.types.end()) {
    return false;
  }
  if (taken(wanted, relationship) || std::find(trail.begin(), trail.end(), relationship) != trail.end())
    return false;
  return std::all_of(wanted.conditions.begin(), wanted.conditions.end(), [&](const Expr& condition) {
    context.locals[static_cast<std::size_t>(wanted.local)] = relationship;
    return test(condition, {context, input(), input_row()}) == Ternary::yes;
  });
}

/// Gives the node its id, unless it has another.
bool NaiveMatch::bind(std::size_t node, NodeId id) {
  if (nodes_[node]) return *nodes_[node] == id;
  nodes_[node] = id;
  return true;
}

void NaiveMatch::match_relationships(std::size_t next, Context& context) {
  if (next == pattern_.relationships.size()) return match_nodes(0, context);
  const PatternRelationship& wanted = pattern_.relationships[next];
  const auto before = nodes_;
  for (std::uint32_t start = 0; start < context.graph.node_limit(); ++start) {
    if (!context.graph.contains(NodeId{start})) continue;
    if (bind(wanted.left, NodeId{start})) {
      Trail trail;
      if (wanted.shortest == PatternRelationship::Shortest::no) {
        walk(next, NodeId{start}, trail, context,
             [&](NodeId end, const Trail& walked) { take(next, end, walked, context); });
      } else {
        match_shortest(next, NodeId{start}, context);
      }
    }
    nodes_ = before;
  }
}

/// Goes on with the pattern where the trail and its end fit.
void NaiveMatch::take(std::size_t next, NodeId end, const Trail& trail, Context& context) {
  const PatternRelationship& wanted = pattern_.relationships[next];
  const auto before = nodes_;
  bool fits = bind(wanted.right, end);
  if (fits && wanted.bound) {
    const Value bound = input().value(wanted.slot, input_row());
    fits = wanted.variable_length ? identical(bound, Value(List(trail.begin(), trail.end())))
                                  : !bound.is_null() && identical(bound, Value(trail[0]));
  }
  if (fits) {
    trails_[next] = trail;
    match_relationships(next + 1, context);
    trails_[next].reset();
  }
  nodes_ = before;
}

/// Of all trails to each other node the shortest.
void NaiveMatch::match_shortest(std::size_t next, NodeId start, Context& context) {
  std::map<NodeId, std::vector<Trail>> found;
  Trail trail;
  walk(next, start, trail, context, [&](NodeId end, const Trail& walked) {
    if (end == start && !walked.empty()) return;
    std::vector<Trail>& best = found[end];
    if (!best.empty() && walked.size() < best.front().size()) best.clear();
    if (best.empty() || walked.size() == best.front().size()) best.push_back(walked);
  });
  const bool all = pattern_.relationships[next].shortest == PatternRelationship::Shortest::all;
  for (auto& [end, trails] : found) {
    if (!all) trails.resize(1);
    for (const Trail& each : trails) take(next, end, each, context);
  }
}

/// Visits every trail from here that is long enough.
void NaiveMatch::walk(std::size_t next, NodeId at, Trail& trail, Context& context, const Visit& visit) {
  context.limits.tick();
  const PatternRelationship& wanted = pattern_.relationships[next];
  const std::size_t minimum = wanted.variable_length ? wanted.minimum : 1;
  const std::size_t maximum = wanted.variable_length ? wanted.maximum : 1;
  if (trail.size() >= minimum) visit(at, trail);
  if (trail.size() >= maximum) return;
  for (std::uint32_t id = 0; id < context.graph.relationship_limit(); ++id) {
    const RelationshipId relationship{id};
    if (!context.graph.contains(relationship)) continue;
    const NodeId start = context.graph.start_of(relationship);
    const NodeId end = context.graph.end_of(relationship);
    if (start != at && end != at) continue;
    const NodeId to = start == at ? end : start;
    if (!allowed(wanted, relationship, at, to, trail, context)) continue;
    trail.push_back(relationship);
    walk(next, to, trail, context, visit);
    trail.pop_back();
  }
}

void NaiveMatch::match_nodes(std::size_t next, Context& context) {
  while (next < nodes_.size() && nodes_[next]) ++next;
  if (next == nodes_.size()) return finish(context);
  for (std::uint32_t id = 0; id < context.graph.node_limit(); ++id) {
    if (!context.graph.contains(NodeId{id})) continue;
    nodes_[next] = NodeId{id};
    match_nodes(next + 1, context);
    nodes_[next].reset();
  }
}

void NaiveMatch::finish(Context& context) {
  context.limits.tick();
  Batch candidate(input().layout());
  const auto source = static_cast<std::uint32_t>(input_row());
  candidate.gather(input(), std::span(&source, 1), below_);
  candidate.size = 1;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const PatternNode& node = pattern_.nodes[i];
    if (node.impossible) return;
    for (const LabelId label : node.labels) {
      if (!context.graph.has_label(*nodes_[i], label)) return;
    }
    if (!node.bound) candidate.ids(node.slot).push_back(index(*nodes_[i]));
  }
  for (std::size_t i = 0; i < trails_.size(); ++i) {
    const PatternRelationship& relationship = pattern_.relationships[i];
    if (relationship.bound) continue;
    if (relationship.variable_length) {
      candidate.values(relationship.slot).emplace_back(List(trails_[i]->begin(), trails_[i]->end()));
    } else {
      candidate.ids(relationship.slot).push_back(index(trails_[i]->front()));
    }
  }
  for (const auto& [slot, path] : pattern_.paths) {
    candidate.values(slot).push_back(evaluate(path, {context, candidate, 0}));
  }
  for (const Expr& predicate : pattern_.predicates) {
    if (test(predicate, {context, candidate, 0}) != Ternary::yes) return;
  }
  found_->append(candidate, 0, 1, made_);
  ++found_->size;
}

std::size_t NaiveMatch::emit(Batch& out, std::size_t room, Context&) {
  const std::size_t count = std::min(room, found_->size - position_);
  out.append(*found_, position_, count, made_);
  position_ += count;
  return count;
}

OperatorPtr plan_naive(OperatorPtr input, Pattern pattern) {
  return std::make_unique<NaiveMatch>(std::move(input), std::move(pattern));
}

}  // namespace attest::query
