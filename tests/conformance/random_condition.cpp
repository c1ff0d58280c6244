// The conditions of random queries.
#include <fmt/format.h>

#include "random_graph.hpp"
#include "random_query.hpp"

namespace attest::conformance {
namespace {

constexpr std::string_view comparisons[] = {"=", "<>", "<", "<=", ">", ">="};
constexpr std::string_view quantifiers[] = {"all", "any", "none", "single"};

}  // namespace

std::string QueryWriter::condition(int depth) {
  static constexpr std::string_view operators[] = {"AND", "AND", "OR", "XOR"};
  if (depth == 0 || chance(50)) return simple_condition(depth);
  if (chance(20)) return "NOT (" + condition(depth - 1) + ")";
  const std::string_view op = one_of(operators);
  return fmt::format("({} {} {})", condition(depth - 1), op, condition(depth - 1));
}

std::string QueryWriter::simple_condition(int depth) {
  switch (below(8)) {
    case 0:
    case 1:
      return element_condition();
    case 2:
      return text_condition();
    case 3:
      return list_condition(depth);
    case 4:
      if (any(Kind::node)) return pattern_condition();
      break;
    case 5:
      if (const Variable* flag = any(Kind::flag)) return flag->name;
      return fmt::format("{} {} {}", mixed(), one_of(comparisons), chance(50) ? literal() : mixed());
    default:
      break;
  }
  return comparison();
}

std::string QueryWriter::comparison() {
  std::string left = integer(1);
  if (chance(15)) return left + (chance(50) ? " IS NULL" : " IS NOT NULL");
  const std::string_view op = chance(40) ? "=" : one_of(comparisons);
  std::string text = fmt::format("{} {} {}", left, op, integer(1));
  if (chance(8)) text += fmt::format(" {} {}", one_of(comparisons), integer(0));
  return text;
}

/// Of nodes and relationships themselves.
std::string QueryWriter::element_condition() {
  const Variable* n = any(Kind::node);
  const Variable* m = any(Kind::node);
  const Variable* r = any(Kind::relationship);
  switch (below(7)) {
    case 0:
      if (n && m) return fmt::format("{} {} {}", n->name, chance(50) ? "=" : "<>", m->name);
      break;
    case 1:
      if (n) return n->name + (chance(60) ? fmt::format(":{}", one_of(kLabels)) : ":(A|!B)");
      break;
    case 2:
      if (r) return fmt::format("type({}) = '{}'", r->name, one_of(kTypes));
      break;
    case 3:
      if (n && m) return fmt::format("id({}) < id({})", n->name, m->name);
      break;
    case 4:
      if (n) return fmt::format("id({}) = {}", n->name, integer(0));
      break;
    case 5:
      if (n && m)
        return fmt::format("{}.{} = {}.{}", n->name, one_of(kIntegerKeys), m->name, one_of(kIntegerKeys));
      break;
    default:
      if (r && n) return fmt::format("startNode({}) = {}", r->name, n->name);
      break;
  }
  return comparison();
}

std::string QueryWriter::text_condition() {
  static constexpr std::string_view operators[] = {"=", "<>", "<", "STARTS WITH", "ENDS WITH", "CONTAINS"};
  if (chance(10)) return fmt::format("{} =~ '{}.*'", text(0), one_of(kTexts));
  if (chance(15)) return fmt::format("{} IN ['a', {}]", text(0), text(0));
  return fmt::format("{} {} {}", text(0), one_of(operators),
                     chance(60) ? fmt::format("'{}'", one_of(kTexts)) : text(0));
}

std::string QueryWriter::list_condition(int depth) {
  const std::string items = chance(40) ? bag(depth - 1) : list(0);
  if (chance(40)) return fmt::format("{} IN {}", integer(0), items);
  if (chance(25)) {
    if (const Variable* path = any(Kind::path))
      return fmt::format("{}(n IN nodes({}) WHERE n.{} > {})", one_of(quantifiers), path->name,
                         one_of(kIntegerKeys), below(2));
  }
  const std::string item = fresh(Kind::integer);
  std::string text = fmt::format("{}({} IN {} WHERE {} {} {})", one_of(quantifiers), item, items, item,
                                 one_of(comparisons), literal());
  scope_.pop_back();
  return text;
}

std::string QueryWriter::pattern_condition() {
  // A bare pattern is a predicate alone, never a value.
  switch (as_value_ ? 2 + below(3) : below(5)) {
    case 0:
      return correlated_pattern();
    case 1:
      return "NOT " + correlated_pattern();
    case 2:
      return "EXISTS { " + correlated_pattern() + " }";
    case 3:
      return fmt::format("{} > {}", subquery("COUNT"), below(3));
    default:
      return (chance(30) ? "NOT " : "") + subquery("EXISTS");
  }
}

/// EXISTS or COUNT over a pattern that binds variables of its own.
std::string QueryWriter::subquery(std::string_view word) {
  if (nesting_ > 1) return fmt::format("{} {{ {} }}", word, correlated_pattern());
  ++nesting_;
  const Scope outer = scope_;
  std::string text = fmt::format("{} {{ MATCH ({})", word, any(Kind::node)->name);
  for (std::size_t i = 0, steps = 1 + below(2); i < steps; ++i) {
    text += relationship(true);
    text += node(true);
  }
  if (chance(60)) text += " WHERE " + condition(1);
  if (chance(15)) text += " " + match();
  if (chance(25))
    text += fmt::format(" RETURN {}{} AS {}", chance(50) ? "DISTINCT " : "", integer(0), fresh_name());
  scope_ = outer;
  --nesting_;
  return text + " }";
}

}  // namespace attest::conformance
