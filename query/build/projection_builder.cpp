// WITH and RETURN: items, grouping, DISTINCT, ORDER BY, SKIP, LIMIT, WHERE.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <attest/query/build/expression_builder.hpp>
#include <attest/query/build/query_builder.hpp>
#include <attest/query/plan/rewrite.hpp>

namespace attest::query {

namespace {

bool uses_calls(const Expr& expr, const std::vector<AggregateCall>& calls) {
  const SlotSet slots = slots_of(expr);
  return std::any_of(calls.begin(), calls.end(),
                     [&](const AggregateCall& c) { return slots.contains(c.output); });
}

/// A variable, or a property (of a property) of one: what may stand beside an aggregate in its expression.
bool is_simple_key(const Expr& expr) {
  return expr.is_slot() || (expr.kind == Expr::Kind::property && is_simple_key(expr.children[0]));
}

/// Puts slots for the expressions that have been computed into them.
void replace(Expr& expr, const std::vector<std::pair<Expr, Slot>>& keys, bool any_key) {
  for (const auto& [key, slot] : keys) {
    if (!(any_key || is_simple_key(key)) || !same(expr, key)) continue;
    Expr replaced = slot_expr(slot, expr.types);
    replaced.elements = expr.elements;
    replaced.name = expr.name;
    expr = std::move(replaced);
    return;
  }
  for (Expr& child : expr.children) replace(child, keys, any_key);
}

}  // namespace

// ---- Items -------------------------------------------------------------------------------------

std::vector<QueryBuilder::Item> QueryBuilder::collect_items(const ast::Projection& projection, bool is_return,
                                                            std::vector<AggregateCall>& calls) {
  std::vector<Item> items;
  if (projection.all) {
    for (const Variable& variable : scope_.variables()) {
      Expr expr = slot_expr(variable.index, variable.types);
      if (variable.local) expr.kind = Expr::Kind::local;
      expr.elements = variable.elements;
      expr.name = variable.name;
      items.push_back({variable.name, std::move(expr), {}, false});
    }
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.name < b.name; });
    if (items.empty() && projection.items.empty() && is_return) {
      syntax_error({}, "NoVariablesInScope", "RETURN * has nothing to return: no variable is in scope");
    }
  }
  for (const ast::ProjectionItem& item : projection.items) {
    ExpressionBuilder builder(environment_, scope_, &calls);
    Expr expr = builder.build(item.expression);
    const auto* variable = item.expression.as<ast::Variable>();
    if (!item.alias && !variable && !is_return) {
      syntax_error(item.expression.span, "NoExpressionAlias",
                   fmt::format("an expression in WITH needs a name: WITH {} AS …", item.text));
    }
    const bool aggregated = uses_calls(expr, calls);
    items.push_back({item.alias ? item.alias->text
                     : variable ? variable->name
                                : item.text,
                     std::move(expr), item.expression.span, aggregated});
  }
  return items;
}

void QueryBuilder::check_names(const std::vector<Item>& items, bool is_return) const {
  std::set<std::string> names;
  for (const Item& item : items) {
    if (names.insert(item.name).second) continue;
    syntax_error(
        item.span, "ColumnNameConflict",
        fmt::format("{} gives two columns the name \"{}\"", is_return ? "RETURN" : "WITH", item.name));
  }
}

// ---- Grouping ----------------------------------------------------------------------------------

/// After aggregation (or DISTINCT) only what was computed there is left to read; anything else is an error.
void QueryBuilder::close(Expr& expr, const Projected& projected, const ast::Span& span, const char* detail,
                         bool any_key) const {
  replace(expr, projected.keys, any_key);
  SlotSet known;
  for (const auto& [key, slot] : projected.keys) known.insert(slot);
  for (const AggregateCall& call : projected.calls) known.insert(call.output);
  for (const Item& item : projected.items) {
    if (item.expr.is_slot()) known.insert(item.expr.index);
  }
  if (known.contains(slots_of(expr))) return;
  syntax_error(
      span, detail,
      std::string_view(detail) == "UndefinedVariable"
          ? "after aggregation or DISTINCT only the projected columns can be named here"
          : "an expression with an aggregate may hold besides only what the rows are grouped by: variables "
            "and properties that are items of their own");
}

void QueryBuilder::aggregate(Projected& projected) {
  std::vector<Slot> keys;
  std::vector<Compute::Item> computed;
  for (Item& item : projected.items) {
    if (item.aggregated) continue;
    const bool plain = item.expr.is_slot();
    Slot slot = plain ? item.expr.index : environment_.add_slot(SlotKind::value, item.name);
    if (!plain) computed.emplace_back(slot, item.expr);
    projected.keys.emplace_back(item.expr, slot);
    Expr result = slot_expr(slot, item.expr.types);
    result.elements = item.expr.elements;
    item.expr = std::move(result);
    if (std::find(keys.begin(), keys.end(), slot) == keys.end()) keys.push_back(slot);
  }
  // A single property that rows are grouped by is read by the aggregation itself, from its column.
  std::optional<Expr> property;
  if (keys.size() == 1 && computed.size() == 1 && computed[0].second.kind == Expr::Kind::property) {
    property = std::move(computed[0].second);
  } else if (!computed.empty()) {
    push<Compute>(std::move(computed), "grouping keys");
  }
  for (Item& item : projected.items) {
    if (item.aggregated) close(item.expr, projected, item.span, "AmbiguousAggregationExpression", false);
  }
  std::string details;
  for (const Slot key : keys) {
    details += (details.empty() ? "" : ", ") + environment_.slot_names[static_cast<std::size_t>(key)];
  }
  if (!environment_.naive) root_ = rewrite_for_aggregation(std::move(root_), keys, property, projected.calls);
  const double rows = root_->estimate();
  push<Aggregation>(keys, std::move(property), projected.calls, std::move(details));
  root_->set_estimate(keys.empty() ? 1 : std::max(1.0, rows / 10));
  projected.closed = true;
}

void QueryBuilder::compute_items(Projected& projected) {
  std::vector<Compute::Item> computed;
  std::string details;
  for (Item& item : projected.items) {
    details += (details.empty() ? "" : ", ") + item.name;
    if (item.expr.is_slot()) continue;
    const Slot slot = environment_.add_slot(SlotKind::value, item.name);
    computed.emplace_back(slot, item.expr);
    Expr result = slot_expr(slot, item.expr.types);
    result.elements = item.expr.elements;
    projected.keys.emplace_back(item.expr, slot);
    item.expr = std::move(result);
  }
  if (!computed.empty()) push<Compute>(std::move(computed), std::move(details));
}

// ---- After the items ---------------------------------------------------------------------------

/// The condition with the new names alone, where it needs no others: a pattern in it may then give a name
/// anew that stood for something before.
std::optional<Expr> QueryBuilder::bind_to_new(const ast::Expression& condition, const Scope& names) {
  try {
    return ExpressionBuilder(environment_, names).build_predicate(condition);
  } catch (const QueryError& error) {
    if (error.detail() != "UndefinedVariable") throw;
    return std::nullopt;
  }
}

/// ORDER BY and WHERE see the new names, and the old ones as far as they are still there.
Expr QueryBuilder::bind_after(const ast::Expression& expression, Projected& projected, bool predicate) {
  Scope scope = scope_;
  Scope names;
  for (const Item& item : projected.items) {
    const Variable variable{item.name, item.expr.index, false, item.expr.types, item.expr.elements};
    scope.add(variable);
    names.add(variable);
  }
  if (predicate && projected.closed) {
    if (std::optional<Expr> bound = bind_to_new(expression, names)) return std::move(*bound);
  }
  const std::size_t calls = projected.calls.size();
  ExpressionBuilder builder(environment_, scope, calls > 0 && !predicate ? &projected.calls : nullptr);
  Expr expr = predicate ? builder.build_predicate(expression) : builder.build(expression);
  if (!projected.closed) return expr;
  if (projected.calls.size() > calls) {
    syntax_error(expression.span, "UndefinedVariable",
                 "ORDER BY can hold an aggregate only if it is an item of the projection as well");
  }
  close(expr, projected, expression.span, "UndefinedVariable", true);
  return expr;
}

Expr QueryBuilder::row_count(const ast::Expression& expression, const char* what) {
  ExpressionBuilder outer(environment_, scope_);
  Expr expr = outer.build(expression);
  if (!slots_of(expr).slots().empty() || has_kind(expr, Expr::Kind::subquery)) {
    syntax_error(expression.span, "NonConstantExpression",
                 fmt::format("{} takes a constant or a parameter, nothing that a row decides", what));
  }
  if (!expr.types.empty() && !expr.types.contains(Value::Type::integer)) {
    syntax_error(expression.span, "InvalidArgumentType",
                 fmt::format("{} takes an INTEGER, not {}", what, to_string(expr.types)));
  }
  if (expr.is_constant() && expr.value.type() == Value::Type::integer && expr.value.integer() < 0) {
    syntax_error(expression.span, "NegativeIntegerArgument",
                 fmt::format("{} takes a number that is not negative", what));
  }
  return expr;
}

void QueryBuilder::order(const ast::Projection& projection, Projected& projected) {
  std::vector<SortKey> keys;
  std::vector<Compute::Item> computed;
  for (const ast::SortItem& item : projection.order) {
    Expr expr = bind_after(item.expression, projected, false);
    Slot slot = expr.index;
    if (!expr.is_slot()) {
      slot = environment_.add_slot(SlotKind::value);
      computed.emplace_back(slot, std::move(expr));
    }
    keys.push_back({slot, item.descending});
  }
  std::optional<Expr> skip;
  std::optional<Expr> limit;
  if (projection.skip) skip = row_count(*projection.skip, "SKIP");
  if (projection.limit) limit = row_count(*projection.limit, "LIMIT");
  if (!keys.empty()) {
    if (!computed.empty()) push<Compute>(std::move(computed), "sort keys");
    std::vector<Expr> wanted;
    if (limit && !environment_.writes) {  // what feeds a LIMIT is run to its end where it changes the graph
      wanted.push_back(*limit);
      if (skip) wanted.push_back(*skip);
    }
    push<Sort>(std::move(keys), std::move(wanted), "");
  }
  if (environment_.writes && (skip || limit)) push<Eager>();
  if (skip) push<Skip>(*skip, to_string(*skip));
  if (limit) {
    const double rows = root_->estimate();
    push<Limit>(*limit, environment_.writes, to_string(*limit));
    if (limit->is_constant()) {
      root_->set_estimate(std::min(rows, static_cast<double>(limit->value.integer())));
    }
  }
}

void QueryBuilder::project(const ast::Projection& projection, const ast::Expression* where, bool is_return) {
  Projected projected;
  projected.items = collect_items(projection, is_return, projected.calls);
  check_names(projected.items, is_return);
  if (!projected.calls.empty()) aggregate(projected);
  compute_items(projected);
  if (projection.distinct) {
    std::vector<Slot> keys;
    for (const Item& item : projected.items) {  // one slot may stand under two names
      const Slot slot = item.expr.index;
      if (std::find(keys.begin(), keys.end(), slot) == keys.end()) keys.push_back(slot);
    }
    if (!environment_.naive) root_ = rewrite_for_distinct(std::move(root_), keys);
    push<Distinct>(std::move(keys), "");
    for (const Item& item : projected.items) projected.keys.emplace_back(item.expr, item.expr.index);
    projected.closed = true;
  }
  order(projection, projected);
  if (where) {
    std::vector<Expr> predicates;
    split_conjunction(bind_after(*where, projected, true), predicates);
    std::string details;
    for (const Expr& predicate : predicates)
      details += (details.empty() ? "" : " AND ") + to_string(predicate);
    const double rows = root_->estimate();
    push<Filter>(std::move(predicates), std::move(details));
    root_->set_estimate(rows / 2);
  }
  Scope next;
  built_.columns.clear();
  built_.slots.clear();
  built_.types.clear();
  for (const Item& item : projected.items) {
    next.add({item.name, item.expr.index, false, item.expr.types, item.expr.elements});
    if (!is_return) continue;
    built_.columns.push_back(item.name);
    built_.slots.push_back(item.expr.index);
    built_.types.push_back(item.expr.types);
  }
  built_.returns = is_return;
  scope_ = std::move(next);
}

}  // namespace attest::query
