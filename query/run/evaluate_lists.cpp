// The expressions that bind variables of their own, run subqueries, or put values together.
#include <fmt/format.h>

#include <attest/error.hpp>
#include <attest/query/operators.hpp>
#include <attest/query/run/evaluate.hpp>
#include <attest/query/run/operator.hpp>
#include <attest/query/run/rows.hpp>

namespace attest::query {

namespace {

Value& local(const Frame& frame, std::int32_t index) {
  return frame.context.locals[static_cast<std::size_t>(index)];
}

/// The list to go over, or nothing for null.
const Value* list_of(const Value& value, const Expr& expr) {
  if (value.is_null()) return nullptr;
  if (value.type() == Value::Type::list) return &value;
  throw QueryError("TypeError", "InvalidArgumentType", QueryError::Phase::run_time,
                   fmt::format("a list is wanted here, but the value is a {}", type_name(value.type())),
                   expr.line, expr.column);
}

}  // namespace

Value evaluate_comprehension(const Expr& expr, const Frame& frame) {
  const Value value = evaluate(expr.children[0], frame);
  const Value* list = list_of(value, expr);
  if (!list) return {};
  List result;
  std::size_t bytes = 0;
  for (const Value& item : list->list()) {
    frame.context.limits.tick();
    local(frame, expr.index) = item;
    if (test(expr.children[1], frame) != Ternary::yes) continue;
    result.push_back(evaluate(expr.children[2], frame));
    bytes += sizeof(Value) + heap_size(result.back());
    frame.context.limits.allow(bytes);
  }
  return result;
}

namespace {

/// What a quantifier says of so many elements that hold, fail, and are unknown.
Ternary quantify(Expr::Quantifier quantifier, std::size_t yes, std::size_t no, std::size_t unknown) {
  switch (quantifier) {
    case Expr::Quantifier::all:
      return no > 0 ? Ternary::no : unknown > 0 ? Ternary::unknown : Ternary::yes;
    case Expr::Quantifier::any:
      return yes > 0 ? Ternary::yes : unknown > 0 ? Ternary::unknown : Ternary::no;
    case Expr::Quantifier::none:
      return yes > 0 ? Ternary::no : unknown > 0 ? Ternary::unknown : Ternary::yes;
    case Expr::Quantifier::single:
      return yes > 1 ? Ternary::no : unknown > 0 ? Ternary::unknown : ternary(yes == 1);
  }
  return Ternary::unknown;
}

}  // namespace

Value evaluate_quantifier(const Expr& expr, const Frame& frame) {
  const Value value = evaluate(expr.children[0], frame);
  const Value* list = list_of(value, expr);
  if (!list) return {};
  std::size_t counts[3] = {0, 0, 0};
  for (const Value& item : list->list()) {
    frame.context.limits.tick();
    local(frame, expr.index) = item;
    ++counts[static_cast<std::size_t>(test(expr.children[1], frame))];
  }
  return to_value(quantify(expr.quantifier, counts[static_cast<std::size_t>(Ternary::yes)],
                           counts[static_cast<std::size_t>(Ternary::no)],
                           counts[static_cast<std::size_t>(Ternary::unknown)]));
}

Value evaluate_reduce(const Expr& expr, const Frame& frame) {
  Value accumulated = evaluate(expr.children[0], frame);
  const Value value = evaluate(expr.children[1], frame);
  const Value* list = list_of(value, expr);
  if (!list) return {};
  for (const Value& item : list->list()) {
    frame.context.limits.tick();
    local(frame, expr.index) = accumulated;
    local(frame, expr.index2) = item;
    accumulated = evaluate(expr.children[2], frame);
  }
  return accumulated;
}

Value evaluate_map_projection(const Expr& expr, const Frame& frame) {
  const Value object = evaluate(expr.children[0], frame);
  if (object.is_null()) return {};
  Map map;
  for (std::size_t i = 0; i < expr.keys.size(); ++i) {
    if (!expr.keys[i].empty()) {
      map.insert_or_assign(expr.keys[i], evaluate(expr.children[i + 1], frame));
      continue;
    }
    const Value all = properties(frame.context.graph, object);
    for (const auto& [key, value] : all.map()) map.insert_or_assign(key, value);
  }
  return map;
}

Value evaluate_subquery(const Expr& expr, const Frame& frame) {
  Subplan& plan = *expr.subplan;
  *plan.outer = {&frame.batch, frame.row, 1};
  plan.root->reset();
  if (!plan.batch) plan.batch = std::make_unique<Batch>(frame.batch.layout());
  Batch& batch = *plan.batch;
  const bool exists = expr.subquery == Expr::Subquery::exists;
  batch.capacity = exists ? 1 : 16;
  std::int64_t count = 0;
  List items;
  std::size_t bytes = 0;
  while (plan.root->next(batch, frame.context)) {
    if (exists) return true;
    for (std::size_t row = 0; row < batch.size; ++row) {
      count += batch.weight(row);
      if (expr.subquery != Expr::Subquery::collect) continue;
      items.push_back(batch.value(plan.results[0], row));
      bytes += sizeof(Value) + heap_size(items.back());
    }
    frame.context.limits.allow(bytes);
    batch.capacity = Batch::maximum;
  }
  switch (expr.subquery) {
    case Expr::Subquery::exists:
      return false;
    case Expr::Subquery::count:
      return count;
    case Expr::Subquery::collect:
      return items;
  }
  return {};
}

namespace {

void extend(Path& path, RelationshipId relationship, const Graph& graph) {
  const NodeId start = graph.start_of(relationship);
  path.nodes.push_back(start == path.nodes.back() ? graph.end_of(relationship) : start);
  path.relationships.push_back(relationship);
}

}  // namespace

Value evaluate_path(const Expr& expr, const Frame& frame) {
  const Value start = evaluate(expr.children[0], frame);
  if (start.is_null()) return {};
  Path path;
  path.nodes.push_back(start.node());
  for (std::size_t i = 1; i < expr.children.size(); ++i) {
    const Value step = evaluate(expr.children[i], frame);
    if (step.is_null()) return {};
    if (step.type() == Value::Type::relationship) {
      extend(path, step.relationship(), frame.context.graph);
      continue;
    }
    for (const Value& relationship : step.list()) {
      extend(path, relationship.relationship(), frame.context.graph);
    }
  }
  return path;
}

}  // namespace attest::query
