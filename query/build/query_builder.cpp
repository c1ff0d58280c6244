#include <attest/query/build/query_builder.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <attest/query/build/expression_builder.hpp>
#include <attest/query/run/apply.hpp>

namespace attest::query {

// ---- Subplans ----------------------------------------------------------------------------------

namespace {

std::shared_ptr<Subplan> finish_subplan(Origin& origin, OperatorPtr root, std::vector<Slot> results) {
  auto plan = std::make_shared<Subplan>();
  plan->outer = origin.outer;
  plan->root = std::move(root);
  plan->results = std::move(results);
  SlotSet needed;
  for (const Slot slot : plan->results) needed.insert(slot);
  plan->root->prepare(needed);
  for (const Argument* argument : origin.arguments) plan->imports.insert(argument->imports());
  return plan;
}

}  // namespace

std::shared_ptr<Subplan> pattern_subplan(Environment& environment, const Scope& scope,
                                         const ast::PathPattern& pattern, const ast::Expression* where,
                                         const ast::Expression* projection, bool declare) {
  Origin origin{std::make_shared<Outer>(), {}};
  QueryBuilder builder(environment, scope, origin, true);
  builder.match({pattern}, where,
                declare ? PatternBuilder::NewVariables::declare : PatternBuilder::NewVariables::refuse);
  std::vector<Slot> results;
  if (projection) results.push_back(builder.compute(*projection));
  return finish_subplan(origin, builder.take_root(), std::move(results));
}

std::shared_ptr<Subplan> path_subplan(Environment& environment, const Scope& scope,
                                      const ast::PathPattern& pattern) {
  Origin origin{std::make_shared<Outer>(), {}};
  QueryBuilder builder(environment, scope, origin, true);
  Expr path;
  builder.match({pattern}, nullptr, PatternBuilder::NewVariables::declare, &path);
  std::vector<Slot> results{builder.compute(std::move(path))};
  return finish_subplan(origin, builder.take_root(), std::move(results));
}

std::shared_ptr<Subplan> query_subplan(Environment& environment, const Scope& scope,
                                       const ast::Query& query) {
  Origin origin{std::make_shared<Outer>(), {}};
  BuiltQuery built = build_query(environment, query, scope, origin, true);
  return finish_subplan(origin, std::move(built.root), std::move(built.slots));
}

// ---- Union -------------------------------------------------------------------------------------

namespace {

/// The slots of `part` in the order of `columns`.
std::vector<Slot> align(const BuiltQuery& part, const std::vector<std::string>& columns,
                        const ast::Span& span) {
  std::vector<Slot> slots;
  for (const std::string& column : columns) {
    const auto found = std::find(part.columns.begin(), part.columns.end(), column);
    if (found == part.columns.end() || part.columns.size() != columns.size()) {
      syntax_error(span, "DifferentColumnsInUnion",
                   "the queries that UNION joins must return columns of the same names");
    }
    slots.push_back(part.slots[static_cast<std::size_t>(found - part.columns.begin())]);
  }
  if (part.columns.size() != columns.size()) {
    syntax_error(span, "DifferentColumnsInUnion",
                 "the queries that UNION joins must return columns of the same names");
  }
  return slots;
}

}  // namespace

BuiltQuery build_query(Environment& environment, const ast::Query& query, const Scope& scope, Origin& origin,
                       bool subquery) {
  BuiltQuery first = QueryBuilder(environment, scope, origin, subquery).build(query.first);
  if (query.rest.empty()) return first;
  std::vector<OperatorPtr> children;
  std::vector<std::vector<Slot>> columns{first.slots};
  std::vector<TypeSet> types = first.types;
  double rows = first.root->estimate();
  children.push_back(std::move(first.root));
  for (const ast::UnionPart& part : query.rest) {
    BuiltQuery built = QueryBuilder(environment, scope, origin, subquery).build(part.query);
    columns.push_back(align(built, first.columns, part.span));
    rows += built.root->estimate();
    children.push_back(std::move(built.root));
    for (std::size_t i = 0; i < types.size(); ++i) {
      const auto at = std::find(built.columns.begin(), built.columns.end(), first.columns[i]);
      types[i] = types[i] | built.types[static_cast<std::size_t>(at - built.columns.begin())];
    }
  }
  BuiltQuery result;
  result.columns = first.columns;
  result.types = types;
  result.returns = first.returns;
  for (const std::string& column : result.columns) {
    result.slots.push_back(environment.add_slot(SlotKind::value, column));
  }
  if (environment.writes) {
    for (OperatorPtr& child : children) child = std::make_unique<Eager>(std::move(child));
  }
  result.root = std::make_unique<Union>(std::move(children), std::move(columns), result.slots);
  result.root->set_estimate(rows);
  if (!query.rest.front().all)
    result.root = std::make_unique<Distinct>(std::move(result.root), result.slots, "");
  return result;
}

// ---- Clauses -----------------------------------------------------------------------------------

QueryBuilder::QueryBuilder(Environment& environment, Scope scope, Origin& origin, bool subquery)
    : environment_(environment), scope_(std::move(scope)), origin_(origin), subquery_(subquery) {
  add_argument();
}

void QueryBuilder::add_argument() {
  if (!origin_.outer) {
    root_ = std::make_unique<Unit>();
    return;
  }
  auto argument = std::make_unique<Argument>(origin_.outer);
  origin_.arguments.push_back(argument.get());
  root_ = std::move(argument);
}

BuiltQuery QueryBuilder::build(const ast::SingleQuery& query) {
  standalone_ = !subquery_ && query.clauses.size() == 1;
  for (const ast::Clause& clause : query.clauses) {
    std::visit([this](const auto& node) { add(node); }, clause.node);
  }
  built_.root = std::move(root_);
  return std::move(built_);
}

/// Computes the slots of values that the pattern takes for nodes or relationships.
void QueryBuilder::cast_values(PatternBuilder& builder) {
  if (builder.casts().empty()) return;
  const double rows = root_->estimate();
  push<Compute>(std::move(builder.casts()), "");
  root_->set_estimate(rows);
}

OperatorPtr QueryBuilder::plan_pattern(OperatorPtr input, PatternBuilder& builder) {
  if (environment_.naive) return plan_naive(std::move(input), std::move(builder.pattern()));
  return plan_match(std::move(input), std::move(builder.pattern()), environment_.graph(), environment_.facts);
}

void QueryBuilder::match(const std::vector<ast::PathPattern>& patterns, const ast::Expression* where,
                         PatternBuilder::NewVariables variables, Expr* last_path) {
  PatternBuilder builder(environment_, scope_, variables);
  builder.add(patterns, where);
  if (last_path) *last_path = builder.last_path();
  cast_values(builder);
  root_ = plan_pattern(std::move(root_), builder);
}

void QueryBuilder::add(const ast::Match& clause) {
  if (clause.optional) return optional_match(clause);
  match(clause.patterns, clause.where ? &*clause.where : nullptr, PatternBuilder::NewVariables::declare);
}

void QueryBuilder::optional_match(const ast::Match& clause) {
  auto outer = std::make_shared<Outer>();
  const Slot number = environment_.add_slot(SlotKind::node);
  auto argument = std::make_unique<Argument>(outer, number);
  const Argument* leaf = argument.get();
  PatternBuilder builder(environment_, scope_);
  builder.add(clause.patterns, clause.where ? &*clause.where : nullptr);
  cast_values(builder);
  const double rows = root_->estimate();
  std::vector<Slot> introduced = builder.introduced();
  OperatorPtr inner = plan_pattern(std::move(argument), builder);
  const double matched = inner->estimate();
  root_ = std::make_unique<Optional>(std::move(root_), std::move(inner), outer, leaf, number,
                                     std::move(introduced));
  root_->set_estimate(rows * std::max(1.0, matched));
}

Slot QueryBuilder::compute(const ast::Expression& expression) {
  ExpressionBuilder builder(environment_, scope_);
  return compute(builder.build(expression));
}

Slot QueryBuilder::compute(Expr expr) {
  if (expr.is_slot()) return expr.index;
  const Slot slot = environment_.add_slot(SlotKind::value);
  std::string details = to_string(expr);
  std::vector<Compute::Item> items;
  items.emplace_back(slot, std::move(expr));
  push<Compute>(std::move(items), std::move(details));
  return slot;
}

void QueryBuilder::add(const ast::Unwind& clause) {
  ExpressionBuilder builder(environment_, scope_);
  Expr list = builder.build(clause.list);
  if (scope_.find(clause.variable.text)) {
    syntax_error(clause.variable.span, "VariableAlreadyBound",
                 fmt::format("the variable \"{}\" is bound already", clause.variable.text));
  }
  const Slot slot = environment_.add_slot(SlotKind::value, clause.variable.text);
  const TypeSet types = list.types == types::list && !list.elements.empty() ? list.elements : types::any;
  std::string details = fmt::format("{} AS {}", to_string(list), clause.variable.text);
  const double rows = root_->estimate();
  push<Unwind>(std::move(list), slot, std::move(details));
  root_->set_estimate(rows * 10);
  scope_.add({clause.variable.text, slot, false, types, types::any});
}

void QueryBuilder::add(const ast::With& clause) {
  project(clause.projection, clause.where ? &*clause.where : nullptr, false);
}

void QueryBuilder::add(const ast::Return& clause) {
  project(clause.projection, nullptr, true);
}

}  // namespace attest::query
