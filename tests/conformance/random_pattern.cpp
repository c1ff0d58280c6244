// The patterns of random queries.
#include <fmt/format.h>

#include "random_graph.hpp"
#include "random_query.hpp"

namespace attest::conformance {

std::string QueryWriter::path(bool named) {
  std::string text = node(true);
  for (std::size_t i = 0, steps = below(4); i < steps; ++i) {
    text += relationship(true);
    text += node(true);
  }
  return named ? fresh(Kind::path) + " = " + text : text;
}

std::string QueryWriter::node(bool may_bind) {
  const Variable* bound = chance(50) ? any(Kind::node) : nullptr;
  std::string name = bound ? bound->name : may_bind && chance(70) ? fresh(Kind::node) : "";
  return "(" + name + labels() + properties() + inner_condition(Kind::node, name) + ")";
}

/// ` WHERE …` inside a node or a relationship that has a name.
std::string QueryWriter::inner_condition(Kind kind, const std::string& name) {
  if (name.empty() || !chance(6)) return "";
  if (kind == Kind::node && chance(40)) return fmt::format(" WHERE {}:{}", name, one_of(kLabels));
  return fmt::format(" WHERE {}.{} > {}", name, one_of(kIntegerKeys), below(kIntegers));
}

std::string QueryWriter::relationship(bool may_bind) {
  static constexpr std::string_view lengths[] = {"*", "*1..2", "*0..1", "*2", "*..2", "*0..", "*3", "*1..3"};
  const bool variable_length = chance(20);
  std::string name;
  if (may_bind && chance(5)) name = bound_relationship();
  const bool again = !name.empty();
  if (!again && may_bind && chance(40)) name = fresh(variable_length ? Kind::trail : Kind::relationship);
  std::string inside = name + types();
  if (variable_length && !again) inside += one_of(lengths);
  inside += properties();
  if (!again) inside += inner_condition(Kind::relationship, name);
  const std::size_t direction = below(3);
  return (direction == 0 ? "<-[" : "-[") + inside + (direction == 1 ? "]->" : "]-");
}

/// A relationship that the statement has matched before; it may stand once in each MATCH.
std::string QueryWriter::bound_relationship() {
  if (reusable_.empty()) return "";
  const auto at = reusable_.begin() + static_cast<std::ptrdiff_t>(below(reusable_.size()));
  std::string name = *at;
  reusable_.erase(at);
  return name;
}

std::string QueryWriter::labels() {
  static constexpr std::string_view joins[] = {":", "&", "|", "&!"};
  if (chance(65)) return "";
  if (chance(4)) return chance(50) ? ":%" : fmt::format(":!({}|{})", one_of(kLabels), one_of(kLabels));
  std::string text = fmt::format(":{}{}", chance(10) ? "!" : "", one_of(kLabels));
  if (chance(25)) {
    const std::string_view join = one_of(joins);
    const bool mixed = text[1] == '!' && join == ":";
    text += fmt::format("{}{}", mixed ? "&" : join, one_of(kLabels));
  }
  return text;
}

std::string QueryWriter::types() {
  if (chance(50)) return "";
  if (chance(6)) return fmt::format(":!{}", one_of(kTypes));
  std::string text = fmt::format(":{}", one_of(kTypes));
  return chance(30) ? text + fmt::format("|{}", one_of(kTypes)) : text;
}

std::string QueryWriter::properties() {
  if (!chance(8)) return "";
  if (chance(25)) return fmt::format(" {{s: '{}'}}", one_of(kTexts));
  // A value that another variable gives.
  const Variable* other = chance(20) ? any(Kind::integer) : nullptr;
  return fmt::format(" {{{}: {}}}", one_of(kIntegerKeys), other ? other->name : literal());
}

/// A pattern that starts at a known node and binds nothing.
std::string QueryWriter::correlated_pattern() {
  std::string text = "(" + any(Kind::node)->name + ")";
  for (std::size_t i = 0, steps = chance(25) ? 2 : 1; i < steps; ++i) {
    text += relationship(false);
    text += node(false);
  }
  return text;
}

}  // namespace attest::conformance
