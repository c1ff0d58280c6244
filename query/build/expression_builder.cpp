#include <attest/query/build/expression_builder.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <attest/query/build/query_builder.hpp>
#include <attest/query/run/evaluate.hpp>

namespace attest::query {

namespace {

using Kind = Expr::Kind;

/// Whether a value of the set can be one of the wanted; what may only be null can be anything.
bool possible(TypeSet types, TypeSet wanted) {
  return types.empty() || types.intersects(wanted);
}

void require(const Expr& expr, TypeSet wanted, const ast::Span& span, std::string_view what) {
  if (possible(expr.types, wanted)) return;
  syntax_error(span, "InvalidArgumentType",
               fmt::format("{} takes {}, not {}", what, to_string(wanted), to_string(expr.types)));
}

Expr make(Kind kind, std::vector<Expr> children, TypeSet types) {
  Expr expr;
  expr.kind = kind;
  expr.children = std::move(children);
  expr.types = types;
  return expr;
}

}  // namespace

// ---- Entry -------------------------------------------------------------------------------------

Expr ExpressionBuilder::build(const ast::Expression& expression) {
  Expr expr = std::visit([&](const auto& node) { return bind(node, expression.span); }, expression.node);
  if (expr.line == 0) {
    expr.line = expression.span.begin.line;
    expr.column = expression.span.begin.column;
  }
  return fold(std::move(expr));
}

Expr ExpressionBuilder::build_predicate(const ast::Expression& expression) {
  Expr expr = build(expression);
  require(expr, types::boolean, expression.span, "a predicate");
  return expr;
}

/// Computes what is constant already; what fails is left to fail, or not, when it is run.
Expr ExpressionBuilder::fold(Expr expr) {
  switch (expr.kind) {
    case Kind::constant:
    case Kind::parameter:
    case Kind::slot:
    case Kind::local:
    case Kind::list_comprehension:
    case Kind::quantifier:
    case Kind::reduce:
    case Kind::subquery:
    case Kind::path:
    case Kind::property:
      return expr;
    case Kind::call:
      if (expr.function->purity != Purity::pure) return expr;
      break;
    default:
      break;
  }
  if (!std::all_of(expr.children.begin(), expr.children.end(),
                   [](const Expr& c) { return c.is_constant(); })) {
    return expr;
  }
  try {
    Expr folded = constant_expr(evaluate_constant(expr, environment_.context));
    folded.line = expr.line;
    folded.column = expr.column;
    return folded;
  } catch (const QueryError&) {
    return expr;
  }
}

/// Binds in another scope, where no aggregate may stand.
Expr ExpressionBuilder::without_aggregates(const ast::Expression& expression, const Scope& scope) {
  ExpressionBuilder inner(environment_, scope, nullptr);
  return inner.build(expression);
}

Scope ExpressionBuilder::with_local(const ast::Name& name, TypeSet types) {
  Scope scope = scope_;
  scope.add({name.text, environment_.locals++, true, types, types::any});
  return scope;
}

// ---- Atoms -------------------------------------------------------------------------------------

Expr ExpressionBuilder::bind(const ast::Literal& node, const ast::Span&) {
  return std::visit(
      [](const auto& value) {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) {
          return constant_expr(Value());
        } else {
          return constant_expr(Value(value));
        }
      },
      node.value);
}

Expr ExpressionBuilder::bind(const ast::Parameter& node, const ast::Span& span) {
  if (environment_.runs && !environment_.context.parameters.contains(node.name)) {
    throw QueryError("ParameterMissing", "MissingParameter", QueryError::Phase::run_time,
                     fmt::format("the statement uses the parameter ${}, which was not given", node.name),
                     span.begin.line, span.begin.column);
  }
  Expr expr = make(Kind::parameter, {}, types::any);
  expr.name = node.name;
  return expr;
}

Expr ExpressionBuilder::bind(const ast::Variable& node, const ast::Span& span) {
  const Variable* variable = scope_.find(node.name);
  if (!variable) undefined_variable(span, node.name, scope_);
  Expr expr = slot_expr(variable->index, variable->types);
  if (variable->local) expr.kind = Kind::local;
  expr.elements = variable->elements;
  expr.name = node.name;
  return expr;
}

Expr ExpressionBuilder::bind(const ast::ListLiteral& node, const ast::Span&) {
  Expr expr = make(Kind::list, {}, types::list);
  expr.elements = TypeSet();
  for (const ast::Expression& item : node.items) {
    expr.children.push_back(build(item));
    expr.elements = expr.elements | expr.children.back().types;
  }
  return expr;
}

Expr ExpressionBuilder::bind(const ast::MapLiteral& node, const ast::Span&) {
  Expr expr = make(Kind::map, {}, types::map);
  for (const ast::MapEntry& entry : node.entries) {
    expr.keys.push_back(entry.key.text);
    expr.children.push_back(build(entry.value));
  }
  return expr;
}

// ---- Access ------------------------------------------------------------------------------------

Expr ExpressionBuilder::bind(const ast::Property& node, const ast::Span&) {
  Expr object = build(*node.object);
  if (!possible(object.types, types::element | types::map | types::temporal)) {
    const bool path = object.types == types::path;
    compile_error(
        node.object->span, path ? "SyntaxError" : "TypeError", "InvalidArgumentType",
        fmt::format("{} has no properties: \".{}\" needs a node, a relationship, a map or a temporal "
                    "value",
                    to_string(object.types), node.key.text));
  }
  Expr expr = unary_expr(Kind::property, std::move(object), types::any);
  expr.name = node.key.text;
  expr.key = environment_.key(node.key.text);
  return expr;
}

Expr ExpressionBuilder::bind(const ast::Subscript& node, const ast::Span&) {
  Expr object = build(*node.object);
  const TypeSet types = object.types == types::list ? object.elements : types::any;
  return binary_expr(Kind::subscript, std::move(object), build(*node.index),
                     types.empty() ? types::any : types);
}

Expr ExpressionBuilder::bind(const ast::Slice& node, const ast::Span&) {
  Expr expr = unary_expr(Kind::slice, build(*node.object), types::list);
  expr.elements = expr.children[0].elements;
  expr.has_from = static_cast<bool>(node.from);
  expr.has_to = static_cast<bool>(node.to);
  if (node.from) expr.children.push_back(build(*node.from));
  if (node.to) expr.children.push_back(build(*node.to));
  return expr;
}

Expr ExpressionBuilder::bind(const ast::LabelPredicate& node, const ast::Span&) {
  const Expr object = build(*node.object);
  require(object, types::element, node.object->span, "a label predicate");
  return build_labels(object, node.labels);
}

Expr ExpressionBuilder::build_labels(const Expr& object, const ast::LabelExpression& labels) {
  using LabelKind = ast::LabelExpression::Kind;
  switch (labels.kind) {
    case LabelKind::name: {
      Expr expr = unary_expr(Kind::has_label, object, types::boolean);
      expr.name = labels.name.text;
      expr.label = environment_.label(expr.name);
      return expr;
    }
    case LabelKind::any:
      return unary_expr(Kind::has_any_label, object, types::boolean);
    case LabelKind::negation:
      return unary_expr(Kind::logical_not, build_labels(object, labels.operands[0]), types::boolean);
    default:
      break;
  }
  Expr expr =
      make(labels.kind == LabelKind::conjunction ? Kind::logical_and : Kind::logical_or, {}, types::boolean);
  for (const ast::LabelExpression& operand : labels.operands)
    expr.children.push_back(build_labels(object, operand));
  return expr;
}

Expr ExpressionBuilder::bind(const ast::MapProjection& node, const ast::Span&) {
  const Expr object = bind(ast::Variable{node.variable.text}, node.variable.span);
  Expr expr = unary_expr(Kind::map_projection, object, types::map);
  for (const ast::MapProjectionItem& item : node.items) {
    using ItemKind = ast::MapProjectionItem::Kind;
    Expr value;
    if (item.kind == ItemKind::property) {
      value = unary_expr(Kind::property, object, types::any);
      value.name = item.name.text;
      value.key = environment_.key(item.name.text);
    } else if (item.kind == ItemKind::entry) {
      value = build(*item.value);
    } else if (item.kind == ItemKind::variable) {
      value = bind(ast::Variable{item.name.text}, item.name.span);
    }
    expr.keys.push_back(item.kind == ItemKind::all_properties ? "" : item.name.text);
    expr.children.push_back(std::move(value));
  }
  return expr;
}

// ---- Operators ---------------------------------------------------------------------------------

Expr ExpressionBuilder::bind(const ast::Unary& node, const ast::Span&) {
  Expr operand = build(*node.operand);
  if (node.op == ast::Unary::Operator::logical_not) {
    require(operand, types::boolean, node.operand->span, "NOT");
    return unary_expr(Kind::logical_not, std::move(operand), types::boolean);
  }
  const bool minus = node.op == ast::Unary::Operator::minus;
  require(operand, types::number | types::duration, node.operand->span, minus ? "-" : "+");
  const TypeSet types = operand.types;
  return unary_expr(minus ? Kind::negate : Kind::affirm, std::move(operand), types);
}

namespace {

struct BinaryRule {
  Kind kind;
  std::string_view symbol;
  TypeSet left;
  TypeSet right;
  TypeSet result;
};

const BinaryRule& rule_of(ast::Binary::Operator op) {
  static constexpr TypeSet measurable = types::number | types::temporal;
  static const BinaryRule rules[] = {
      {Kind::add, "+", types::any, types::any, types::any},
      {Kind::subtract, "-", measurable, measurable, measurable},
      {Kind::multiply, "*", types::number | types::duration, types::number | types::duration,
       types::number | types::duration},
      {Kind::divide, "/", types::number | types::duration, types::number, types::number | types::duration},
      {Kind::modulo, "%", types::number, types::number, types::number},
      {Kind::power, "^", types::number, types::number, types::floating},
      {Kind::in, "IN", types::any, types::list, types::boolean},
      {Kind::starts_with, "STARTS WITH", types::any, types::any, types::boolean},
      {Kind::ends_with, "ENDS WITH", types::any, types::any, types::boolean},
      {Kind::contains, "CONTAINS", types::any, types::any, types::boolean},
      {Kind::matches, "=~", types::any, types::any, types::boolean},
  };
  return rules[static_cast<std::size_t>(op)];
}

/// What an arithmetic operator gives for what is known of its operands.
TypeSet result_of(const BinaryRule& rule, const Expr& left, const Expr& right) {
  const TypeSet both = left.types | right.types;
  if (rule.result == types::boolean || rule.result == types::floating || both.empty()) return rule.result;
  if (left.types.empty() || right.types.empty()) return rule.result;
  if ((both & types::number) == both) return both == types::integer ? types::integer : types::number;
  return rule.result;
}

}  // namespace

Expr ExpressionBuilder::bind(const ast::Binary& node, const ast::Span&) {
  const BinaryRule& rule = rule_of(node.op);
  Expr left = build(*node.left);
  Expr right = build(*node.right);
  require(left, rule.left, node.left->span, rule.symbol);
  require(right, rule.right, node.right->span, rule.symbol);
  const TypeSet types = result_of(rule, left, right);
  return binary_expr(rule.kind, std::move(left), std::move(right), types);
}

Expr ExpressionBuilder::bind(const ast::Logical& node, const ast::Span&) {
  using Operator = ast::Logical::Operator;
  const bool both = node.op == Operator::logical_and;
  const bool either = node.op == Operator::logical_or;
  Expr expr = make(both     ? Kind::logical_and
                   : either ? Kind::logical_or
                            : Kind::logical_xor,
                   {}, types::boolean);
  for (const ast::Expression& operand : node.operands) {
    expr.children.push_back(build(operand));
    require(expr.children.back(), types::boolean, operand.span, both ? "AND" : either ? "OR" : "XOR");
  }
  return expr;
}

Expr ExpressionBuilder::bind(const ast::Comparison& node, const ast::Span&) {
  static constexpr Kind kinds[] = {Kind::equal,      Kind::not_equal, Kind::less,
                                   Kind::less_equal, Kind::greater,   Kind::greater_equal};
  std::vector<Expr> links;
  Expr left = build(*node.first);
  for (const ast::ComparisonLink& link : node.rest) {
    Expr right = build(link.operand);
    links.push_back(
        binary_expr(kinds[static_cast<std::size_t>(link.op)], std::move(left), right, types::boolean));
    left = std::move(right);
  }
  if (links.size() == 1) return std::move(links[0]);
  return make(Kind::logical_and, std::move(links), types::boolean);
}

Expr ExpressionBuilder::bind(const ast::NullTest& node, const ast::Span&) {
  return unary_expr(node.negated ? Kind::is_not_null : Kind::is_null, build(*node.operand), types::boolean);
}

Expr ExpressionBuilder::bind(const ast::Case& node, const ast::Span&) {
  Expr expr = make(Kind::case_when, {}, TypeSet());
  std::optional<Expr> subject;
  if (node.subject) subject = build(*node.subject);
  for (const ast::CaseBranch& branch : node.branches) {
    Expr when = build(branch.when);
    if (subject) when = binary_expr(Kind::equal, *subject, std::move(when), types::boolean);
    require(when, types::boolean, branch.when.span, "WHEN");
    expr.children.push_back(std::move(when));
    expr.children.push_back(build(branch.then));
    expr.types = expr.types | expr.children.back().types;
  }
  expr.children.push_back(node.otherwise ? build(*node.otherwise) : constant_expr(Value()));
  expr.types = expr.types | expr.children.back().types;
  return expr;
}

// ---- Lists -------------------------------------------------------------------------------------

Expr ExpressionBuilder::bind(const ast::ListComprehension& node, const ast::Span&) {
  Expr list = build(*node.list);
  require(list, types::list, node.list->span, "a list comprehension");
  const Scope scope = with_local(node.variable, list.elements);
  Expr expr = unary_expr(Kind::list_comprehension, std::move(list), types::list);
  expr.index = scope.find(node.variable.text)->index;
  expr.children.push_back(node.where ? without_aggregates(*node.where, scope) : constant_expr(true));
  if (node.projection) {
    expr.children.push_back(without_aggregates(*node.projection, scope));
  } else {
    Expr variable = slot_expr(expr.index, expr.children[0].elements);
    variable.kind = Kind::local;
    expr.children.push_back(std::move(variable));
  }
  expr.elements = expr.children[2].types;
  return expr;
}

Expr ExpressionBuilder::bind(const ast::Quantifier& node, const ast::Span&) {
  Expr list = build(*node.list);
  require(list, types::list, node.list->span, "a quantifier");
  const Scope scope = with_local(node.variable, list.elements);
  Expr expr = unary_expr(Kind::quantifier, std::move(list), types::boolean);
  expr.index = scope.find(node.variable.text)->index;
  expr.quantifier = static_cast<Expr::Quantifier>(node.kind);
  expr.children.push_back(without_aggregates(*node.where, scope));
  require(expr.children.back(), types::boolean, node.where->span, "WHERE");
  return expr;
}

Expr ExpressionBuilder::bind(const ast::Reduce& node, const ast::Span&) {
  Expr expr = unary_expr(Kind::reduce, build(*node.initial), types::any);
  expr.children.push_back(build(*node.list));
  require(expr.children.back(), types::list, node.list->span, "reduce()");
  Scope scope = scope_;
  expr.index = environment_.locals++;
  expr.index2 = environment_.locals++;
  scope.add({node.accumulator.text, expr.index, true, types::any, types::any});
  scope.add({node.variable.text, expr.index2, true, expr.children[1].elements, types::any});
  expr.children.push_back(without_aggregates(*node.expression, scope));
  return expr;
}

// ---- Subqueries --------------------------------------------------------------------------------

Expr ExpressionBuilder::bind(const ast::PatternComprehension& node, const ast::Span& span) {
  Expr expr = make(Kind::subquery, {}, types::list);
  expr.subquery = Expr::Subquery::collect;
  const ast::Expression* where = node.where ? &*node.where : nullptr;
  expr.subplan = pattern_subplan(environment_, scope_, *node.pattern, where, &*node.projection, true);
  (void)span;
  return expr;
}

Expr ExpressionBuilder::bind(const ast::PatternExpression& node, const ast::Span&) {
  Expr expr = make(Kind::subquery, {}, types::boolean);
  if (node.pattern->function == ast::PathPattern::Function::none) {
    expr.subquery = Expr::Subquery::exists;
    expr.subplan = pattern_subplan(environment_, scope_, *node.pattern, nullptr, nullptr, false);
    return expr;
  }
  expr.subquery = Expr::Subquery::collect;
  expr.types = types::list;
  expr.elements = types::path;
  expr.subplan = path_subplan(environment_, scope_, *node.pattern);
  if (node.pattern->function == ast::PathPattern::Function::all_shortest_paths) return expr;
  return binary_expr(Kind::subscript, std::move(expr), constant_expr(0), types::path);
}

Expr ExpressionBuilder::bind(const ast::Subquery& node, const ast::Span& span) {
  Expr expr = make(Kind::subquery, {}, types::any);
  expr.subplan = query_subplan(environment_, scope_, *node.query);
  switch (node.kind) {
    case ast::Subquery::Kind::exists:
      expr.subquery = Expr::Subquery::exists;
      expr.types = types::boolean;
      break;
    case ast::Subquery::Kind::count:
      expr.subquery = Expr::Subquery::count;
      expr.types = types::integer;
      break;
    case ast::Subquery::Kind::collect:
      expr.subquery = Expr::Subquery::collect;
      expr.types = types::list;
      if (expr.subplan->results.size() != 1) {
        syntax_error(span, "InvalidNumberOfColumns", "COLLECT { … } needs a RETURN of exactly one column");
      }
      break;
  }
  return expr;
}

}  // namespace attest::query
