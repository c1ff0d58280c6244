// Bound expressions as text, for plans.
#include <fmt/format.h>

#include <attest/query/expression.hpp>

namespace attest::query {

namespace {

using Kind = Expr::Kind;

const char* symbol(Kind kind) {
  switch (kind) {
    case Kind::add:
      return "+";
    case Kind::subtract:
      return "-";
    case Kind::multiply:
      return "*";
    case Kind::divide:
      return "/";
    case Kind::modulo:
      return "%";
    case Kind::power:
      return "^";
    case Kind::in:
      return "IN";
    case Kind::starts_with:
      return "STARTS WITH";
    case Kind::ends_with:
      return "ENDS WITH";
    case Kind::contains:
      return "CONTAINS";
    case Kind::matches:
      return "=~";
    case Kind::logical_and:
      return "AND";
    case Kind::logical_or:
      return "OR";
    case Kind::logical_xor:
      return "XOR";
    case Kind::equal:
      return "=";
    case Kind::not_equal:
      return "<>";
    case Kind::less:
      return "<";
    case Kind::less_equal:
      return "<=";
    case Kind::greater:
      return ">";
    case Kind::greater_equal:
      return ">=";
    default:
      return nullptr;
  }
}

std::string joined(const std::vector<Expr>& items, std::string_view separator) {
  std::string text;
  for (const Expr& item : items) {
    if (!text.empty()) text += separator;
    text += to_string(item);
  }
  return text;
}

std::string map_text(const Expr& expr, std::size_t first) {
  std::string text;
  for (std::size_t i = 0; i < expr.keys.size(); ++i) {
    if (i > 0) text += ", ";
    text += expr.keys[i].empty() ? ".*" : expr.keys[i] + ": " + to_string(expr.children[i + first]);
  }
  return "{" + text + "}";
}

}  // namespace

std::string to_string(const Expr& expr) {
  if (const char* op = symbol(expr.kind)) return joined(expr.children, fmt::format(" {} ", op));
  switch (expr.kind) {
    case Kind::constant:
      return to_literal(expr.value);
    case Kind::parameter:
      return "$" + expr.name;
    case Kind::slot:
    case Kind::local:
      return expr.name.empty() ? "_" : expr.name;
    case Kind::list:
      return "[" + joined(expr.children, ", ") + "]";
    case Kind::map:
      return map_text(expr, 0);
    case Kind::map_projection:
      return to_string(expr.children[0]) + map_text(expr, 1);
    case Kind::property:
      return to_string(expr.children[0]) + "." + expr.name;
    case Kind::subscript:
      return fmt::format("{}[{}]", to_string(expr.children[0]), to_string(expr.children[1]));
    case Kind::slice:
      return to_string(expr.children[0]) + "[..]";
    case Kind::has_label:
      return to_string(expr.children[0]) + ":" + expr.name;
    case Kind::has_any_label:
      return to_string(expr.children[0]) + ":%";
    case Kind::call:
      return fmt::format("{}({})", expr.function->name, joined(expr.children, ", "));
    case Kind::negate:
      return "-" + to_string(expr.children[0]);
    case Kind::logical_not:
      return fmt::format("NOT ({})", to_string(expr.children[0]));
    case Kind::is_null:
      return to_string(expr.children[0]) + " IS NULL";
    case Kind::is_not_null:
      return to_string(expr.children[0]) + " IS NOT NULL";
    case Kind::case_when:
      return "CASE … END";
    case Kind::list_comprehension:
      return "[… IN " + to_string(expr.children[0]) + "]";
    case Kind::quantifier:
      return "quantifier(" + to_string(expr.children[0]) + ")";
    case Kind::reduce:
      return "reduce(…)";
    case Kind::subquery:
      return expr.subquery == Expr::Subquery::exists  ? "EXISTS {…}"
             : expr.subquery == Expr::Subquery::count ? "COUNT {…}"
                                                      : "COLLECT {…}";
    case Kind::path:
      return "path";
    default:
      return expr.children.empty() ? "" : to_string(expr.children[0]);
  }
}

}  // namespace attest::query
