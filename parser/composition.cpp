#include <attest/parser/composition.hpp>

#include <string>

#include <attest/error.hpp>
#include <attest/parser/token.hpp>
#include <attest/parser/walk.hpp>

namespace attest::parser_detail {
namespace {

using namespace ast;

[[noreturn]] void fail(const char* detail, const std::string& message, const Span& at) {
  throw QueryError("SyntaxError", detail, QueryError::Phase::compile_time, message, at.begin.line,
                   at.begin.column);
}

/// Where a query stands decides what it may hold and how it may end.
enum class Place { statement, call, subquery, collect };

void check_query(const Query& query, Place place);

// ---- Patterns stand where a truth value is wanted ----

enum class Wanted { value, truth };

void check(const Expression& expression, Wanted wanted);
void check(const Ptr<Expression>& expression, Wanted wanted) {
  if (expression) check(*expression, wanted);
}

void check_values(const PathPattern& pattern) {
  for_each_expression(pattern, [](const Expression& e) { check(e, Wanted::truth); });
}

bool is_exists(const FunctionCall& call) {
  return find_keyword(call.name.text) == Keyword::exists;
}

struct ExpressionCheck {
  const Expression& expression;
  Wanted wanted;

  template <class Node>
  void operator()(const Node&) const {
    for_each_child(expression, [](const Expression& child) { check(child, Wanted::value); });
  }
  void operator()(const PatternExpression& node) const {
    if (wanted == Wanted::value && node.pattern->function == PathPattern::Function::none)
      fail("UnexpectedSyntax",
           "a pattern is a condition, not a value; for its matches write [pattern | …], for their number "
           "COUNT { pattern }",
           expression.span);
    check_values(*node.pattern);
  }
  void operator()(const Unary& node) const {
    check(node.operand, node.op == Unary::Operator::logical_not ? Wanted::truth : Wanted::value);
  }
  void operator()(const Logical& node) const {
    for (const Expression& operand : node.operands) check(operand, Wanted::truth);
  }
  void operator()(const FunctionCall& node) const {
    for (const Expression& argument : node.arguments)
      check(argument, is_exists(node) ? Wanted::truth : Wanted::value);
  }
  void operator()(const Case& node) const {
    check(node.subject, Wanted::value);
    for (const CaseBranch& branch : node.branches) {
      check(branch.when, node.subject ? Wanted::value : Wanted::truth);
      check(branch.then, Wanted::value);
    }
    check(node.otherwise, Wanted::value);
  }
  void operator()(const Quantifier& node) const {
    check(node.list, Wanted::value);
    check(node.where, Wanted::truth);
  }
  void operator()(const ListComprehension& node) const {
    check(node.list, Wanted::value);
    check(node.where, Wanted::truth);
    check(node.projection, Wanted::value);
  }
  void operator()(const PatternComprehension& node) const {
    check_values(*node.pattern);
    check(node.where, Wanted::truth);
    check(node.projection, Wanted::value);
  }
  void operator()(const Subquery& node) const {
    check_query(*node.query, node.kind == Subquery::Kind::collect ? Place::collect : Place::subquery);
  }
};

void check(const Expression& expression, Wanted wanted) {
  std::visit(ExpressionCheck{expression, wanted}, expression.node);
}

// ---- Clauses ----

bool is_update(const Clause& clause) {
  return clause.as<Create>() || clause.as<Merge>() || clause.as<Set>() || clause.as<Remove>() ||
         clause.as<Delete>() || clause.as<Foreach>();
}

void check_set_items(const std::vector<SetItem>& items) {
  for (const SetItem& item : items) {
    if (const auto* property = std::get_if<SetProperty>(&item)) {
      check(property->target, Wanted::value);
      check(property->value, Wanted::value);
    } else if (const auto* properties = std::get_if<SetProperties>(&item)) {
      check(properties->value, Wanted::value);
    }
  }
}

void check_projection(const Projection& projection) {
  for (const ProjectionItem& item : projection.items) check(item.expression, Wanted::value);
  for (const SortItem& item : projection.order) check(item.expression, Wanted::value);
  check(projection.skip, Wanted::value);
  check(projection.limit, Wanted::value);
}

struct ClauseCheck {
  const Span& span;
  bool standalone;

  void operator()(const Match& clause) const {
    for (const PathPattern& pattern : clause.patterns) check_values(pattern);
    check(clause.where, Wanted::truth);
  }
  void operator()(const Unwind& clause) const { check(clause.list, Wanted::value); }
  void operator()(const With& clause) const {
    check_projection(clause.projection);
    check(clause.where, Wanted::truth);
  }
  void operator()(const Return& clause) const { check_projection(clause.projection); }
  void operator()(const Create& clause) const {
    for (const PathPattern& pattern : clause.patterns) check_values(pattern);
  }
  void operator()(const Merge& clause) const {
    check_values(clause.pattern);
    for (const MergeAction& action : clause.actions) check_set_items(action.items);
  }
  void operator()(const Set& clause) const { check_set_items(clause.items); }
  void operator()(const Remove& clause) const {
    for (const RemoveItem& item : clause.items)
      std::visit([](const auto& removed) { check(target_of(removed), Wanted::value); }, item);
  }
  void operator()(const Delete& clause) const {
    for (const Expression& target : clause.targets) check(target, Wanted::value);
  }
  void operator()(const Foreach& clause) const {
    check(clause.list, Wanted::value);
    for (const Clause& inner : clause.body) std::visit(ClauseCheck{inner.span, false}, inner.node);
  }
  void operator()(const CallProcedure& clause) const {
    if (clause.yield_all && !standalone)
      fail("UnexpectedSyntax", "YIELD * is for a CALL that stands alone; name the fields here", span);
    if (clause.arguments)
      for (const Expression& argument : *clause.arguments) check(argument, Wanted::value);
    check(clause.where, Wanted::truth);
  }
  void operator()(const CallSubquery& clause) const { check_query(*clause.query, Place::call); }

  static const Expression& target_of(const RemoveProperty& removed) { return removed.target; }
  static const Expression& target_of(const RemoveLabels& removed) { return removed.object; }
};

void check_end(const SingleQuery& query, Place place) {
  const Clause& last = query.clauses.back();
  if (place == Place::subquery || last.as<Return>() || is_update(last)) return;
  if (place != Place::collect && (last.as<CallSubquery>() || last.as<CallProcedure>())) return;
  fail("InvalidClauseComposition",
       place == Place::collect ? "COLLECT { … } must end with RETURN and one column"
                               : "a query ends with RETURN or with an updating clause",
       last.span);
}

void check_single(const SingleQuery& query, Place place) {
  for (const Clause& clause : query.clauses) {
    if (&clause != &query.clauses.back() && clause.as<Return>())
      fail("InvalidClauseComposition", "nothing may follow RETURN; to go on with its columns write WITH",
           clause.span);
    if ((place == Place::subquery || place == Place::collect) && is_update(clause))
      fail("InvalidClauseComposition", "a subquery of an expression only reads; it cannot change the graph",
           clause.span);
    std::visit(ClauseCheck{clause.span, place == Place::statement && query.clauses.size() == 1}, clause.node);
  }
  check_end(query, place);
}

void check_query(const Query& query, Place place) {
  check_single(query.first, place);
  for (const UnionPart& part : query.rest) {
    if (part.all != query.rest.front().all)
      fail("InvalidClauseComposition", "UNION and UNION ALL cannot be mixed in one query", part.span);
    check_single(part.query, place);
  }
}

}  // namespace

void check_composition(const Statement& statement) {
  check_query(statement.query, Place::statement);
}

}  // namespace attest::parser_detail
