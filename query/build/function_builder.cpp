// Calls: scalar functions, aggregates, and the forms that look like calls.
#include <algorithm>

#include <fmt/format.h>

#include <attest/query/build/expression_builder.hpp>

namespace attest::query {

namespace {

/// What to do where a name of another system has no counterpart of nearly the same name.
std::string_view other_function(std::string_view name) {
  constexpr std::pair<std::string_view, std::string_view> known[] = {
      {"point", "; there are no points: keep coordinates as numbers"},
      {"apoc.", "; the functions there are have plain names: coalesce(), split(), toUpper() …"},
      {"gds.", "; algorithms are procedures: CALL algo.pagerank() …"},
      {"linenumber", "; CSV is loaded by `attest import`"},
  };
  const std::string lower = lower_case(name);
  for (const auto& [start, advice] : known)
    if (lower.starts_with(start)) return advice;
  return "";
}

[[noreturn]] void unknown_function(const ast::Name& name) {
  std::vector<std::string> names;
  for (const Function& function : functions()) names.emplace_back(function.name);
  for (const AggregateFunction& function : aggregates()) names.emplace_back(function.name);
  const std::string meant = did_you_mean(name.text, names);
  syntax_error(name.span, "UnknownFunction",
               fmt::format("there is no function \"{}\"{}", name.text,
                           meant.empty() ? other_function(name.text) : meant));
}

void check_arity(const ast::Name& name, const Function& function, std::size_t given) {
  const std::size_t most = function.variadic ? SIZE_MAX : function.parameters.size();
  if (given >= function.required && given <= most) return;
  syntax_error(name.span, "InvalidNumberOfArguments",
               fmt::format("{} was given {} argument{}", signature(function), given, given == 1 ? "" : "s"));
}

/// Types that are known and can never do. Some functions have errors of their own for wrong types, at run
/// time.
void check_arguments(const Function& function, const std::vector<Expr>& arguments,
                     const ast::FunctionCall& node) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const Parameter& parameter = function.parameters[std::min(i, function.parameters.size() - 1)];
    const TypeSet types = arguments[i].types;
    if (types.empty() || types.intersects(parameter.types)) continue;
    syntax_error(node.arguments[i].span, "InvalidArgumentType",
                 fmt::format("{}: \"{}\" takes {}, not {}", signature(function), parameter.name,
                             to_string(parameter.types), to_string(types)));
  }
}

}  // namespace

Expr ExpressionBuilder::bind(const ast::FunctionCall& node, const ast::Span& span) {
  const std::string& name = node.name.text;
  if (const AggregateFunction* function = find_aggregate(name)) return aggregate(node, *function, span);
  if (lower_case(name) == "exists" && node.arguments.size() == 1) return exists_property(node, span);
  const Function* function = find_function(name);
  if (!function) unknown_function(node.name);
  check_arity(node.name, *function, node.arguments.size());
  if (node.distinct) {
    syntax_error(span, "InvalidUseOfDistinct",
                 fmt::format("{}() is no aggregate: DISTINCT has no sense", name));
  }
  Expr expr;
  expr.kind = Expr::Kind::call;
  expr.function = function;
  expr.types = function->result;
  for (const ast::Expression& argument : node.arguments) expr.children.push_back(build(argument));
  if (function->name != "range") check_arguments(*function, expr.children, node);
  const bool nodes = function->name == "nodes";
  if (nodes || function->name == "relationships") expr.elements = nodes ? types::node : types::relationship;
  return expr;
}

/// exists(n.key) is n.key IS NOT NULL; exists((a)-->(b)) is the pattern itself.
Expr ExpressionBuilder::exists_property(const ast::FunctionCall& node, const ast::Span& span) {
  const ast::Expression& argument = node.arguments[0];
  if (argument.as<ast::PatternExpression>()) return build(argument);
  if (!argument.as<ast::Property>() && !argument.as<ast::Subscript>()) {
    syntax_error(span, "InvalidArgumentType",
                 "exists() takes a pattern or a property: exists((a)-->()), exists(a.name)");
  }
  return unary_expr(Expr::Kind::is_not_null, build(argument), types::boolean);
}

Expr ExpressionBuilder::bind(const ast::CountStar&, const ast::Span& span) {
  return add_call({}, types::integer, span);
}

Expr ExpressionBuilder::aggregate(const ast::FunctionCall& node, const AggregateFunction& function,
                                  const ast::Span& span) {
  if (node.arguments.size() != function.arity) {
    syntax_error(span, "InvalidNumberOfArguments",
                 fmt::format("{}() takes {} argument{}, but was given {}", function.name, function.arity,
                             function.arity == 1 ? "" : "s", node.arguments.size()));
  }
  AggregateCall call;
  call.function = function.aggregate;
  call.distinct = node.distinct;
  if (!inside_aggregate_ && calls_) {
    inside_aggregate_ = true;
    call.argument = build(node.arguments[0]);
    if (function.arity > 1) call.percentile = build(node.arguments[1]);
    inside_aggregate_ = false;
    const TypeSet types = call.argument->types;
    if (!types.empty() && !types.intersects(function.argument)) {
      syntax_error(node.arguments[0].span, "InvalidArgumentType",
                   fmt::format("{}() takes {}, not {}", function.name, to_string(function.argument),
                               to_string(types)));
    }
  }
  const TypeSet elements = call.argument ? call.argument->types : types::any;
  Expr expr = add_call(std::move(call), function.result, span);
  expr.elements = elements;
  return expr;
}

Expr ExpressionBuilder::add_call(AggregateCall call, TypeSet result, const ast::Span& span) {
  if (inside_aggregate_) {
    syntax_error(span, "NestedAggregation",
                 "an aggregate cannot stand inside another; put a WITH between them");
  }
  if (!calls_) {
    syntax_error(span, "InvalidAggregation",
                 "an aggregate stands only in the items of WITH and RETURN; aggregate in a WITH before");
  }
  const auto equal = [&](const std::optional<Expr>& a, const std::optional<Expr>& b) {
    return a.has_value() == b.has_value() && (!a || same(*a, *b));
  };
  for (const AggregateCall& present : *calls_) {
    if (present.function == call.function && present.distinct == call.distinct &&
        equal(present.argument, call.argument) && equal(present.percentile, call.percentile)) {
      return slot_expr(present.output, result);
    }
  }
  call.output = environment_.add_slot(SlotKind::value);
  const Expr expr = slot_expr(call.output, result);
  calls_->push_back(std::move(call));
  return expr;
}

}  // namespace attest::query
