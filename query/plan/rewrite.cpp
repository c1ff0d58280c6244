#include <attest/query/plan/rewrite.hpp>

#include <algorithm>

#include <attest/query/run/count_nodes.hpp>
#include <attest/query/run/expand.hpp>
#include <attest/query/run/expand_path.hpp>
#include <attest/query/run/rows.hpp>
#include <attest/query/run/scan.hpp>

namespace attest::query {

namespace {

/// What may be done with rows that differ in nothing that is read.
struct Freedom {
  bool weights = false;     ///< n equal rows may be one row of weight n
  bool duplicates = false;  ///< n equal rows may be any number of rows but none
};

OperatorPtr rewrite(OperatorPtr root, SlotSet needed, Freedom freedom);

/// Rewrites what feeds the operator.
OperatorPtr rewrite_below(OperatorPtr root, SlotSet needed, Freedom freedom) {
  root->add_child(rewrite(root->take_child(), std::move(needed), freedom));
  return root;
}

SlotSet slots_of_step(const Step& step, bool into) {
  SlotSet slots;
  slots.insert(step.from);
  if (into) slots.insert(step.to);
  for (const Slot slot : step.distinct_from) slots.insert(slot);
  return slots;
}

/// Two relationships that leave the same node and are both only counted: `below` is the plan's next operator.
bool is_pair(const Step& step, const Expand& below, const SlotSet& needed) {
  const Step& other = below.step();
  return !below.into() && other.from == step.from && other.distinct_from.empty() &&
         step.distinct_from.size() == 1 && step.distinct_from[0] == other.relationship &&
         !needed.contains(other.relationship) && !needed.contains(other.to) &&
         step.direction != Direction::both && other.direction != Direction::both;
}

/// A relationship that closes a triangle with the one walked just below: `below` finds the third node, `step`
/// must lead from it to a bound one, and neither is read.
bool is_meeting(const Step& step, const Expand& below, const SlotSet& needed) {
  const Step& other = below.step();
  const bool meets = (step.from == other.to) != (step.to == other.to);
  return meets && !below.into() && other.from != other.to && !needed.contains(other.relationship) &&
         !needed.contains(other.to) && step.direction != Direction::both &&
         other.direction != Direction::both;
}

/// The closing step seen from its bound end: it leads to the third node as well.
Step meeting_step(Step step, const Step& other, bool& distinct) {
  if (step.from == other.to) {
    std::swap(step.from, step.to);
    step.direction = step.direction == Direction::out ? Direction::in : Direction::out;
  }
  distinct = std::erase(step.distinct_from, other.relationship) > 0;
  return step;
}

OperatorPtr rewrite_expand(OperatorPtr root, SlotSet needed, Freedom freedom) {
  const auto& expand = static_cast<const Expand&>(*root);
  const Step step = expand.step();
  const bool counted = !needed.contains(step.relationship) && (expand.into() || !needed.contains(step.to));
  const double rows = root->child()->estimate();
  if (counted && freedom.weights) {
    const auto* below = dynamic_cast<const Expand*>(root->child());
    if (below && !expand.into() && is_pair(step, *below, needed)) {
      const Step first = below->step();
      needed.insert(step.from);
      OperatorPtr input = root->take_child()->take_child();
      auto pair =
          std::make_unique<CountPair>(rewrite(std::move(input), std::move(needed), freedom), first, step);
      pair->set_estimate(rows);
      return pair;
    }
    if (below && expand.into() && is_meeting(step, *below, needed)) {
      const Step first = below->step();
      bool distinct = false;
      Step second = meeting_step(step, first, distinct);
      needed.insert(slots_of_step(first, false));
      needed.insert(slots_of_step(second, false));
      std::string details = below->describe().details + ", " + expand.describe().details;
      OperatorPtr input = root->take_child()->take_child();
      auto meeting = std::make_unique<CountMeeting>(rewrite(std::move(input), std::move(needed), freedom),
                                                    first, std::move(second), distinct, std::move(details));
      meeting->set_estimate(rows);
      return meeting;
    }
    needed.insert(slots_of_step(step, expand.into()));
    std::string details = expand.describe().details;
    auto count = std::make_unique<CountStep>(rewrite(root->take_child(), std::move(needed), freedom), step,
                                             expand.into(), std::move(details));
    count->set_estimate(rows);
    return count;
  }
  needed.erase(step.relationship);
  if (!expand.into()) needed.erase(step.to);
  needed.insert(slots_of_step(step, expand.into()));
  return rewrite_below(std::move(root), std::move(needed), freedom);
}

OperatorPtr rewrite_trail(OperatorPtr root, SlotSet needed, Freedom freedom) {
  auto& trail = static_cast<ExpandTrail&>(*root);
  const Walk& walk = trail.walk();
  const bool directed = walk.step.direction != Direction::both;
  const bool exact = walk.minimum == 0 || (walk.minimum == 1 && directed);
  const bool reach = freedom.duplicates && exact && !trail.into() && walk.step.distinct_from.empty() &&
                     !needed.contains(walk.step.relationship);
  const double rows = root->estimate();
  std::string details = trail.describe().details;
  needed.erase(walk.step.relationship);
  if (!trail.into()) needed.erase(walk.step.to);
  needed.insert(slots_of_step(walk.step, trail.into()));
  for (const Expr& condition : walk.conditions) collect_slots(condition, needed);
  if (!reach) return rewrite_below(std::move(root), std::move(needed), freedom);
  Walk kept = walk;
  auto search = std::make_unique<ExpandReach>(rewrite(root->take_child(), std::move(needed), freedom),
                                              std::move(kept), std::move(details));
  search->set_estimate(rows);
  return search;
}

/// A scan of the graph, with or without conditions, whose node nothing reads: counted where it stands.
OperatorPtr count_nodes(const Operator& root) {
  std::vector<Expr> predicates;
  std::string conditions;
  const Operator* at = &root;
  while (const auto* filter = dynamic_cast<const Filter*>(at)) {
    predicates.insert(predicates.begin(), filter->predicates().begin(), filter->predicates().end());
    conditions = " " + filter->describe().details + conditions;
    at = filter->child();
  }
  const auto* scan = dynamic_cast<const NodeScan*>(at);
  if (!scan || !dynamic_cast<const Unit*>(scan->child())) return nullptr;
  auto count = std::make_unique<CountNodes>(scan->node(), scan->label(), std::move(predicates),
                                            scan->describe().details + conditions);
  count->set_estimate(1);
  return count;
}

OperatorPtr rewrite(OperatorPtr root, SlotSet needed, Freedom freedom) {
  if (freedom.weights && needed.slots().empty()) {
    if (OperatorPtr count = count_nodes(*root)) return count;
  }
  if (const auto* compute = dynamic_cast<const Compute*>(root.get())) {
    for (const auto& [slot, expr] : compute->items()) {
      if (!needed.contains(slot)) continue;
      needed.erase(slot);
      collect_slots(expr, needed);
    }
    return rewrite_below(std::move(root), std::move(needed), freedom);
  }
  if (const auto* filter = dynamic_cast<const Filter*>(root.get())) {
    for (const Expr& predicate : filter->predicates()) collect_slots(predicate, needed);
    return rewrite_below(std::move(root), std::move(needed), freedom);
  }
  if (dynamic_cast<const Expand*>(root.get()))
    return rewrite_expand(std::move(root), std::move(needed), freedom);
  if (dynamic_cast<const ExpandTrail*>(root.get())) {
    return rewrite_trail(std::move(root), std::move(needed), freedom);
  }
  return root;
}

}  // namespace

OperatorPtr rewrite_for_aggregation(OperatorPtr root, const std::vector<Slot>& keys,
                                    const std::optional<Expr>& computed,
                                    const std::vector<AggregateCall>& calls) {
  Freedom freedom{true, true};
  SlotSet needed;
  for (const Slot key : keys) needed.insert(key);
  if (computed) collect_slots(*computed, needed);
  for (const AggregateCall& call : calls) {
    const bool extreme = call.function == attest::Aggregate::min || call.function == attest::Aggregate::max;
    freedom.duplicates = freedom.duplicates && (call.distinct || extreme);
    freedom.weights = freedom.weights && takes_weights(call);
    if (call.argument) collect_slots(*call.argument, needed);
    if (call.percentile) collect_slots(*call.percentile, needed);
  }
  if (!freedom.weights && !freedom.duplicates) return root;
  return rewrite(std::move(root), std::move(needed), freedom);
}

OperatorPtr rewrite_for_distinct(OperatorPtr root, const std::vector<Slot>& keys) {
  SlotSet needed;
  for (const Slot key : keys) needed.insert(key);
  return rewrite(std::move(root), std::move(needed), {true, true});
}

}  // namespace attest::query
