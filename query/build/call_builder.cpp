// CALL of procedures and of subqueries.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <attest/query/build/expression_builder.hpp>
#include <attest/query/build/query_builder.hpp>
#include <attest/query/run/apply.hpp>

namespace attest::query {

namespace {

/// What there is instead of procedures of other systems.
std::string_view other_procedure(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> known[] = {
      {"gds.", "; algorithms are CALL algo.pagerank(), algo.communities() …"},
      {"apoc.path.", "; see shortestPath((a)-[*]->(b)) and -[:TYPE*1..3]->"},
      {"apoc.",
       "; FOREACH, CALL { … } subqueries and `attest import` and `export` do most of what APOC does"},
      {"db.index.fulltext.", "; full text is searched with CALL search.text('…') YIELD node, score, snippet"},
      {"db.index", "; indexes are made on demand"},
      {"db.constraints", "; there are no constraints"},
      {"db.schema.", "; see CALL db.schema()"},
      {"dbms.", "; see CALL db.labels(), db.relationshipTypes(), db.propertyKeys() and db.schema()"},
  };
  const std::string lower = lower_case(name);
  for (const auto& [start, advice] : known)
    if (lower.starts_with(start)) return advice;
  return "";
}

const Procedure& find_procedure(const Environment& environment, const ast::Name& name) {
  const auto found = environment.procedures.find(lower_case(name.text));
  if (found != environment.procedures.end()) return found->second;
  std::vector<std::string> names;
  for (const auto& [key, procedure] : environment.procedures) names.push_back(procedure.name);
  const std::string_view instead = other_procedure(name.text);
  compile_error(name.span, "ProcedureError", "ProcedureNotFound",
                fmt::format("there is no procedure \"{}\"{}", name.text,
                            instead.empty() ? did_you_mean(name.text, names) : std::string(instead)));
}

/// What a type of a signature ("INTEGER?", "LIST OF STRING?", "ANY?") takes.
TypeSet types_named(std::string_view text) {
  while (!text.empty() && text.back() == '?') text.remove_suffix(1);
  if (text.starts_with("LIST")) return types::list;
  static const std::map<std::string_view, TypeSet> named = {
      {"BOOLEAN", types::boolean},
      {"INTEGER", types::integer},
      {"FLOAT", types::number},
      {"NUMBER", types::number},
      {"STRING", types::string},
      {"MAP", types::map},
      {"NODE", types::node},
      {"RELATIONSHIP", types::relationship},
      {"PATH", types::path},
      {"DATE", types::date},
      {"LOCALTIME", types::local_time},
      {"TIME", types::time},
      {"LOCALDATETIME", types::local_date_time},
      {"DATETIME", types::date_time},
      {"DURATION", types::duration},
  };
  const auto found = named.find(text);
  return found == named.end() ? types::any : found->second;
}

std::size_t required_arguments(const Procedure& procedure) {
  return static_cast<std::size_t>(
      std::count_if(procedure.arguments.begin(), procedure.arguments.end(),
                    [](const Procedure::Field& field) { return !field.fallback.has_value(); }));
}

std::vector<Expr> implicit_arguments(const Procedure& procedure, const ast::Name& name,
                                     const Map& parameters) {
  std::vector<Expr> arguments;
  for (const Procedure::Field& field : procedure.arguments) {
    const auto given = parameters.find(field.name);
    if (given != parameters.end()) {
      arguments.push_back(constant_expr(given->second));
    } else if (field.fallback) {
      arguments.push_back(constant_expr(*field.fallback));
    } else {
      compile_error(name.span, "ParameterMissing", "MissingParameter",
                    fmt::format("CALL {} without arguments takes them from parameters, and ${} was not given",
                                procedure.name, field.name));
    }
  }
  return arguments;
}

std::vector<Expr> explicit_arguments(const Procedure& procedure, const ast::CallProcedure& clause,
                                     Environment& environment, const Scope& scope) {
  const ast::Expressions& given = *clause.arguments;
  if (given.size() > procedure.arguments.size() || given.size() < required_arguments(procedure)) {
    syntax_error(
        clause.name.span, "InvalidNumberOfArguments",
        fmt::format("{} takes {} argument{}, but was given {}", procedure.name, procedure.arguments.size(),
                    procedure.arguments.size() == 1 ? "" : "s", given.size()));
  }
  std::vector<Expr> arguments;
  for (std::size_t i = 0; i < procedure.arguments.size(); ++i) {
    const Procedure::Field& field = procedure.arguments[i];
    if (i >= given.size()) {
      arguments.push_back(constant_expr(*field.fallback));
      continue;
    }
    ExpressionBuilder builder(environment, scope);
    arguments.push_back(builder.build(given[i]));
    const TypeSet types = arguments.back().types;
    if (types.empty() || types.intersects(types_named(field.type))) continue;
    syntax_error(
        given[i].span, "InvalidArgumentType",
        fmt::format("{}: \"{}\" takes {}, not {}", procedure.name, field.name, field.type, to_string(types)));
  }
  return arguments;
}

/// Where a FLOAT is wanted an INTEGER is taken for one.
void widen(std::vector<Expr>& arguments, const Procedure& procedure) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (!procedure.arguments[i].type.starts_with("FLOAT") || !arguments[i].types.intersects(types::integer))
      continue;
    Expr widened;
    widened.kind = Expr::Kind::call;
    widened.function = find_function("toFloat");
    widened.types = types::floating;
    widened.children.push_back(std::move(arguments[i]));
    arguments[i] = std::move(widened);
  }
}

}  // namespace

void QueryBuilder::add(const ast::CallProcedure& clause) {
  const Procedure& procedure = find_procedure(environment_, clause.name);
  if (!clause.arguments && !standalone_) {
    syntax_error(clause.name.span, "InvalidArgumentPassingMode",
                 "within a query a procedure is given its arguments in parentheses");
  }
  std::vector<Expr> arguments =
      clause.arguments ? explicit_arguments(procedure, clause, environment_, scope_)
                       : implicit_arguments(procedure, clause.name, environment_.context.parameters);
  widen(arguments, procedure);
  if (clause.yield_all && !standalone_) {
    syntax_error(clause.name.span, "UnexpectedSyntax",
                 "YIELD * stands only in a CALL that is the whole statement");
  }
  std::vector<ProcedureCall::Yield> yields;
  const auto yield = [&](std::size_t column, const std::string& name, const ast::Span& span) {
    if (scope_.find(name)) {
      syntax_error(span, "VariableAlreadyBound", fmt::format("the variable \"{}\" is bound already", name));
    }
    const Slot slot = environment_.add_slot(SlotKind::value, name);
    const TypeSet types = types_named(procedure.results[column].type);
    yields.emplace_back(column, slot);
    scope_.add({name, slot, false, types, types::any});
    if (!standalone_) return;
    built_.columns.push_back(name);
    built_.slots.push_back(slot);
    built_.types.push_back(types);
  };
  const bool all = clause.yield_all || (standalone_ && !clause.yield);
  for (std::size_t i = 0; all && i < procedure.results.size(); ++i)
    yield(i, procedure.results[i].name, clause.name.span);
  for (const ast::YieldItem& item : clause.yield.value_or(std::vector<ast::YieldItem>())) {
    const auto found =
        std::find_if(procedure.results.begin(), procedure.results.end(),
                     [&](const Procedure::Field& field) { return field.name == item.field.text; });
    if (found == procedure.results.end()) {
      std::vector<std::string> names;
      for (const Procedure::Field& field : procedure.results) names.push_back(field.name);
      syntax_error(item.field.span, "UndefinedVariable",
                   fmt::format("{} yields no \"{}\"{}", procedure.name, item.field.text,
                               did_you_mean(item.field.text, names)));
    }
    yield(static_cast<std::size_t>(found - procedure.results.begin()),
          item.alias ? item.alias->text : item.field.text, item.field.span);
  }
  const double rows = root_->estimate();
  push<ProcedureCall>(procedure, std::move(arguments), std::move(yields));
  root_->set_estimate(rows * 10);
  built_.returns = standalone_ && !built_.columns.empty();
  if (!clause.where) return;
  ExpressionBuilder builder(environment_, scope_);
  std::vector<Expr> predicates;
  split_conjunction(builder.build_predicate(*clause.where), predicates);
  push<Filter>(std::move(predicates), "");
}

namespace {

/// A leading WITH of plain variables imports them.
bool imports_by_with(const ast::Query& query) {
  const ast::With* with = query.first.clauses.front().as<ast::With>();
  return with &&
         std::all_of(with->projection.items.begin(), with->projection.items.end(),
                     [](const ast::ProjectionItem& item) { return item.expression.as<ast::Variable>(); });
}

}  // namespace

void QueryBuilder::add(const ast::CallSubquery& clause) {
  Scope inner;
  if (clause.import_all || (!clause.imports && imports_by_with(*clause.query))) inner = scope_;
  if (clause.imports) {
    for (const ast::Name& name : *clause.imports) {
      const Variable* variable = scope_.find(name.text);
      if (!variable) undefined_variable(name.span, name.text, scope_);
      inner.add(*variable);
    }
  }
  Origin origin{std::make_shared<Outer>(), {}};
  BuiltQuery built = build_query(environment_, *clause.query, inner, origin, true);
  auto plan = std::make_shared<Subplan>();
  plan->outer = origin.outer;
  plan->root = std::move(built.root);
  plan->results = built.slots;
  SlotSet needed;
  for (const Slot slot : built.slots) needed.insert(slot);
  plan->root->prepare(needed);
  for (const Argument* argument : origin.arguments) plan->imports.insert(argument->imports());
  std::vector<Slot> output;
  for (std::size_t i = 0; i < built.columns.size(); ++i) {
    if (scope_.find(built.columns[i])) {
      syntax_error({}, "VariableAlreadyBound",
                   fmt::format("the subquery returns \"{}\", which is bound already", built.columns[i]));
    }
    const SlotKind kind = environment_.layout[static_cast<std::size_t>(built.slots[i])];
    output.push_back(environment_.add_slot(kind, built.columns[i]));
    scope_.add({built.columns[i], output.back(), false, built.types[i], types::any});
  }
  if (environment_.writes) push<Eager>();
  push<CallSubquery>(std::move(plan), std::move(output), !built.returns, clause.optional);
  if (environment_.writes) push<Eager>();
}

}  // namespace attest::query
