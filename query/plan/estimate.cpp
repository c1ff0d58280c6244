#include <attest/query/plan/estimate.hpp>

#include <algorithm>
#include <cmath>

namespace attest::query {

namespace {

std::optional<LabelId> first_label(const PatternNode& node) {
  return node.labels.empty() ? std::nullopt : std::optional(node.labels.front());
}

}  // namespace

double Estimator::nodes(const PatternNode& node) const {
  if (node.impossible) return 0;
  auto count = static_cast<double>(graph_.node_count());
  for (const LabelId label : node.labels)
    count = std::min(count, static_cast<double>(graph_.count_nodes(label)));
  return count;
}

double Estimator::between(std::optional<LabelId> start, const PatternRelationship& relationship,
                          std::optional<LabelId> end) const {
  double total = 0;
  if (!relationship.any_type) {
    for (const TypeId type : relationship.types) total += graph_.estimate_relationships(start, type, end);
    return total;
  }
  for (std::uint32_t type = 0; type < graph_.types().size(); ++type) {
    total += graph_.estimate_relationships(start, TypeId{type}, end);
  }
  return total;
}

double Estimator::degree(const PatternRelationship& relationship, bool from_left) const {
  const PatternNode& from = pattern_.nodes[from_left ? relationship.left : relationship.right];
  const PatternNode& to = pattern_.nodes[from_left ? relationship.right : relationship.left];
  if (to.impossible) return 0;
  const bool outwards = relationship.direction == (from_left ? Direction::out : Direction::in);
  double total = 0;
  if (relationship.direction == Direction::both || outwards) {
    total += between(first_label(from), relationship, first_label(to));
  }
  if (relationship.direction == Direction::both || !outwards) {
    total += between(first_label(to), relationship, first_label(from));
  }
  const double average = total / std::max(1.0, nodes(from));
  if (!relationship.variable_length) return average;
  const double longest = std::min(6.0, static_cast<double>(relationship.maximum));
  double reached = relationship.minimum == 0 ? 1 : 0;
  for (double length = std::max(1.0, static_cast<double>(relationship.minimum)); length <= longest;
       ++length) {
    reached += std::pow(average, length);
  }
  return reached;
}

double Estimator::selectivity(const Expr& predicate) const {
  switch (predicate.kind) {
    case Expr::Kind::constant:
      return predicate.value.type() == Value::Type::boolean && predicate.value.boolean() ? 1 : 0;
    case Expr::Kind::equal:
      return 0.05;
    case Expr::Kind::in:
    case Expr::Kind::contains:
    case Expr::Kind::starts_with:
    case Expr::Kind::ends_with:
    case Expr::Kind::matches:
      return 0.1;
    case Expr::Kind::less:
    case Expr::Kind::less_equal:
    case Expr::Kind::greater:
    case Expr::Kind::greater_equal:
      return 0.3;
    case Expr::Kind::not_equal:
    case Expr::Kind::is_not_null:
      return 0.9;
    case Expr::Kind::logical_or: {
      double misses = 1;
      for (const Expr& child : predicate.children) misses *= 1 - selectivity(child);
      return 1 - misses;
    }
    case Expr::Kind::logical_and: {
      double hits = 1;
      for (const Expr& child : predicate.children) hits *= selectivity(child);
      return hits;
    }
    case Expr::Kind::logical_not:
      return 1 - selectivity(predicate.children[0]);
    case Expr::Kind::has_label:
      if (!predicate.label) return predicate.type ? 0.5 : 0;
      return static_cast<double>(graph_.count_nodes(*predicate.label)) /
             std::max<double>(1, static_cast<double>(graph_.node_count()));
    default:
      return 0.5;
  }
}

double Estimator::lookup(const IndexLookup& lookup) const {
  const auto labelled = static_cast<double>(graph_.count_nodes(lookup.label));
  if (!lookup.value->is_constant()) return std::min(labelled, 1 + labelled * 1e-4);
  if (lookup.value->value.is_null()) return 0;
  return static_cast<double>(graph_.find_nodes(lookup.label, lookup.key, lookup.value->value).size());
}

}  // namespace attest::query
