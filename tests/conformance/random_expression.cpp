// The values of random queries. Each of a known type or null, so that none is an error.
#include <utility>

#include <fmt/format.h>

#include "random_graph.hpp"
#include "random_query.hpp"

namespace attest::conformance {

/// What `write` makes of a name that stands for a value of the kind inside a comprehension.
template <class Write>
std::string QueryWriter::with_local(Kind kind, Write write) {
  const std::string name = fresh(kind);
  std::string text = write(name);
  scope_.pop_back();
  return text;
}

std::string QueryWriter::literal() {
  return chance(3) ? "null" : std::to_string(below(kIntegers));
}

/// A property of some element; where there is none in scope, what stands for it otherwise.
std::string QueryWriter::property(std::string_view key, std::string_view otherwise) {
  const Variable* element = any_element();
  return element ? fmt::format("{}.{}", element->name, key) : std::string(otherwise);
}

std::string QueryWriter::integer(int depth) {
  const Variable* variable = nullptr;
  switch (below(depth > 0 ? 9 : 6)) {
    case 0:
      return literal();
    case 1:
      if ((variable = any(Kind::integer))) return variable->name;
      break;
    case 2:
      if ((variable = any(chance(70) ? Kind::path : Kind::shortest)))
        return fmt::format("length({})", variable->name);
      break;
    case 3:
      if ((variable = any(chance(70) ? Kind::trail : Kind::list)))
        return fmt::format("size({})", variable->name);
      break;
    case 4:
    case 5:
      break;
    default:
      return computed_integer(depth - 1);
  }
  return property(one_of(kIntegerKeys), literal());
}

std::string QueryWriter::computed_integer(int depth) {
  static constexpr std::string_view operators[] = {"+", "-", "*"};
  std::string left = integer(depth);
  switch (below(10)) {
    case 0:
      return fmt::format("({} {} {})", left, one_of(operators), integer(depth));
    case 1:
      return fmt::format("coalesce({}, {})", left, integer(depth));
    case 2:
      return fmt::format("CASE WHEN {} THEN {} ELSE {} END", condition(0), left, integer(depth));
    case 3:
      return fmt::format("CASE {} WHEN {} THEN {} END", left, literal(), integer(depth));
    case 4:
      return fmt::format("size({})", bag(depth));
    case 5:
      return fmt::format("{}[{}]", list(depth), below(3));
    case 6:
      return fmt::format("abs({})", left);
    case 7:
      if (any(Kind::node)) return subquery("COUNT");
      break;
    case 8: {
      const std::string items = chance(50) ? list(depth) : bag(depth);
      const std::string sum = fresh_name();
      return with_local(Kind::integer, [&](const std::string& item) {
        return fmt::format("reduce({0} = {1}, {2} IN {3} | {0} + coalesce({2}, 1))", sum, below(3), item,
                           items);
      });
    }
    default:
      break;
  }
  return fmt::format("size({})", text(0));
}

std::string QueryWriter::text(int depth) {
  const Variable* relationship = any(Kind::relationship);
  const Variable* node = any(Kind::node);
  const Variable* known = any(Kind::text);
  switch (below(depth > 0 ? 8 : 6)) {
    case 0:
      return fmt::format("'{}'", one_of(kTexts));
    case 1:
      if (relationship) return fmt::format("type({})", relationship->name);
      break;
    case 2:
      if (node) return fmt::format("head(labels({}))", node->name);
      break;
    case 3:
      if (known) return known->name;
      break;
    case 6:
      return fmt::format("({} + {})", text(0), text(0));
    case 7:
      return chance(50) ? fmt::format("toUpper({})", text(0))
                        : fmt::format("substring({}, {})", text(0), below(2));
    default:
      break;
  }
  return property("s", "'a'");
}

/// A list of integers in an order of its own.
std::string QueryWriter::list(int depth) {
  const Variable* path = any(Kind::path);
  const Variable* trail = any(Kind::trail);
  const Variable* known = any(Kind::list);
  switch (below(depth > 0 ? 7 : 4)) {
    case 0:
      return fmt::format("range({}, {})", below(2), below(kIntegers));
    case 1:
      if (known) return known->name;
      break;
    case 2:
      if (path) return fmt::format("[n IN nodes({}) | n.{}]", path->name, one_of(kIntegerKeys));
      break;
    case 3:
      if (trail) return fmt::format("[r IN {} | r.{}]", trail->name, one_of(kIntegerKeys));
      break;
    case 4: {
      const std::string items = list(depth - 1);
      return with_local(Kind::integer, [&](const std::string& item) {
        const std::string where = chance(60) ? " WHERE " + condition(1) : "";
        return fmt::format("[{} IN {}{} | {}]", item, items, where, integer(1));
      });
    }
    case 5:
      return fmt::format("{}[{}..{}]", list(depth - 1), below(2), 1 + below(3));
    case 6:
      return fmt::format("({} + {})", list(depth - 1), list(depth - 1));
    default:
      break;
  }
  return fmt::format("[{}, {}]", integer(0), integer(0));
}

/// A list of integers in the order of matching.
std::string QueryWriter::bag(int depth) {
  const Variable* known = any(Kind::bag);
  if (known && chance(50)) return known->name;
  if (depth < 0 || nesting_ > 1 || !any(Kind::node)) return list(0);
  if (chance(50)) {
    const std::string where = chance(40) ? " WHERE " + condition(0) : "";
    return fmt::format("[{}{} | {}]", correlated_pattern(), where, integer(0));
  }
  return collected();
}

/// What a subquery gathers.
std::string QueryWriter::collected() {
  ++nesting_;
  const Scope outer = scope_;
  std::string pattern = correlated_pattern();
  if (chance(60)) pattern = "(" + any(Kind::node)->name + ")" + relationship(true) + node(true);
  std::string text = fmt::format("COLLECT {{ MATCH {}", pattern);
  if (chance(40)) text += " WHERE " + condition(0);
  text += fmt::format(" RETURN {}{} AS {} }}", chance(30) ? "DISTINCT " : "", integer(0), fresh_name());
  scope_ = outer;
  --nesting_;
  return text;
}

/// A value of any type.
std::string QueryWriter::mixed() {
  const Variable* known = any(Kind::mixed);
  if (known && chance(40)) return known->name;
  return property(chance(60) ? "m" : "w", "1.5");
}

QueryWriter::Typed QueryWriter::value() {
  switch (below(12)) {
    case 0:
    case 1:
      return {text(1), Kind::text};
    case 2:
      return {mixed(), Kind::mixed};
    case 3: {
      const bool before = std::exchange(as_value_, true);
      std::string test = "(" + condition(1) + ")";
      as_value_ = before;
      return {std::move(test), Kind::flag};
    }
    case 4:
      return {list(1), Kind::list};
    case 5:
      return {bag(1), Kind::bag};
    case 6:
      if (const Variable* path = any(Kind::path))
        return {fmt::format("{}(nodes({}))", chance(50) ? "head" : "last", path->name), Kind::node};
      break;
    case 7:
      if (const Variable* relationship = any(Kind::relationship))
        return {fmt::format("{}({})", chance(50) ? "startNode" : "endNode", relationship->name), Kind::node};
      break;
    default:
      break;
  }
  return {integer(2), Kind::integer};
}

QueryWriter::Typed QueryWriter::aggregate() {
  const std::string distinct = chance(25) ? "DISTINCT " : "";
  switch (below(12)) {
    case 0:
    case 1:
      return {"count(*)", Kind::integer};
    case 2:
      return {"min(" + integer(1) + ")", Kind::integer};
    case 3:
      return {"max(" + integer(1) + ")", Kind::integer};
    case 4:
      return {fmt::format("{}({})", chance(50) ? "min" : "max", chance(50) ? mixed() : text(0)), Kind::mixed};
    case 5:
      return {fmt::format("collect({}{})", distinct, integer(1)), Kind::bag};
    case 6:
      return {fmt::format("size(collect({}{}))", distinct, mixed()), Kind::integer};
    case 7:
      return {fmt::format("sum({}{})", distinct, integer(1)), Kind::integer};
    case 8:
      return {fmt::format("avg({}{})", distinct, chance(50) ? integer(0) : property("w", "0.5")),
              Kind::mixed};
    case 9:
      return {fmt::format("count({}{})", distinct, value().text), Kind::integer};
    case 10:
      return {fmt::format("percentileDisc({}, 0.5)", integer(0)), Kind::integer};
    default:
      break;
  }
  return {fmt::format("count({}{})", distinct, scope_.empty() ? "1" : scope_[below(scope_.size())].name),
          Kind::integer};
}

}  // namespace attest::conformance
