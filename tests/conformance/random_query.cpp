#include "random_query.hpp"

#include <fmt/format.h>

namespace attest::conformance {
namespace {

constexpr std::string_view label_names[] = {"A", "B", "C"};
constexpr std::string_view type_names[] = {"R", "S", "T"};
constexpr std::string_view key_names[] = {"x", "y"};
constexpr std::size_t value_range = 4;

std::size_t draw(std::mt19937_64& random, std::size_t limit) {
  return static_cast<std::size_t>(random() % limit);
}

std::vector<Property> random_properties(Graph& graph, std::mt19937_64& random) {
  std::vector<Property> properties;
  for (std::string_view key : key_names)
    if (draw(random, 3) > 0)
      properties.emplace_back(graph.key(key), static_cast<std::int64_t>(draw(random, value_range)));
  return properties;
}

}  // namespace

Graph random_graph(std::mt19937_64& random) {
  constexpr std::size_t most_nodes = 6, most_relationships = 9;
  Graph graph;
  std::vector<NodeId> nodes;
  for (std::size_t i = 0, count = draw(random, most_nodes + 1); i < count; ++i) {
    std::vector<LabelId> labels;
    for (std::string_view name : label_names)
      if (draw(random, 2) == 0) labels.push_back(graph.label(name));
    nodes.push_back(graph.add_node(labels, random_properties(graph, random)));
  }
  if (nodes.empty()) return graph;
  for (std::size_t i = 0, count = draw(random, most_relationships + 1); i < count; ++i) {
    TypeId type = graph.type(type_names[draw(random, std::size(type_names))]);
    NodeId start = nodes[draw(random, nodes.size())], end = nodes[draw(random, nodes.size())];
    graph.add_relationship(type, start, end, random_properties(graph, random));
  }
  return graph;
}

// ---- Draws ----

std::size_t QueryWriter::below(std::size_t limit) {
  return draw(random_, limit);
}

bool QueryWriter::chance(int percent) {
  return below(100) < static_cast<std::size_t>(percent);
}

const QueryWriter::Variable* QueryWriter::any(Kind kind) {
  std::vector<const Variable*> fitting;
  for (const Variable& variable : scope_)
    if (variable.kind == kind) fitting.push_back(&variable);
  return fitting.empty() ? nullptr : fitting[below(fitting.size())];
}

std::string QueryWriter::fresh(Kind kind) {
  std::string name = fmt::format("v{}", names_++);
  scope_.push_back({name, kind});
  return name;
}

// ---- Clauses ----

std::string QueryWriter::write() {
  scope_.clear();
  names_ = 0;
  std::string query = match();
  for (std::size_t i = 0, more = below(3); i < more; ++i) {
    std::size_t choice = below(10);
    query += "\n" + (choice < 5 ? match() : choice < 8 ? with() : choice < 9 ? unwind() : call());
  }
  return query + "\n" + finish();
}

std::string QueryWriter::match() {
  std::string text = chance(25) ? "OPTIONAL MATCH " : "MATCH ";
  for (std::size_t i = 0, count = chance(25) ? 2 : 1; i < count; ++i)
    text += (i > 0 ? ", " : "") + path(chance(15));
  if (chance(50)) text += " WHERE " + condition(2);
  return text;
}

std::string QueryWriter::unwind() {
  std::string list = chance(50) ? fmt::format("[{}, {}]", below(value_range), below(value_range))
                                : fmt::format("range(0, {})", below(3));
  return fmt::format("UNWIND {} AS {}", list, fresh(Kind::value));
}

std::string QueryWriter::with() {
  std::vector<Variable> next;
  std::string text = "WITH " + projection(false, next);
  scope_ = std::move(next);
  if (chance(40)) text += " WHERE " + condition(1);
  return text;
}

/// A subquery that sees one node and gives one value.
std::string QueryWriter::call() {
  const Variable* imported = any(Kind::node);
  if (!imported) return unwind();
  std::string name = imported->name;
  std::vector<Variable> outer = std::exchange(scope_, {{name, Kind::node}});
  std::string inner = match();
  std::string column = fmt::format("v{}", names_++);
  std::string text = fmt::format("CALL ({}) {{ {} RETURN {} AS {} }}", name, inner, aggregate(), column);
  scope_ = std::move(outer);
  scope_.push_back({column, Kind::value});
  return text;
}

std::string QueryWriter::finish() {
  std::vector<Variable> columns;
  std::string text = "RETURN " + projection(true, columns);
  if (!chance(25)) return text;
  // Sorted by every column, so that what LIMIT cuts does not depend on the order of matching.
  for (std::size_t i = 0; i < columns.size(); ++i)
    text += (i == 0 ? " ORDER BY " : ", ") + columns[i].name + (chance(30) ? " DESC" : "");
  if (chance(30)) text += fmt::format(" SKIP {}", below(3));
  if (chance(60)) text += fmt::format(" LIMIT {}", below(6));
  return text;
}

std::string QueryWriter::projection(bool last, std::vector<Variable>& scope) {
  std::string text = chance(20) ? "DISTINCT " : "";
  for (std::size_t i = 0, count = 1 + below(3); i < count; ++i) {
    if (i > 0) text += ", ";
    const Variable* kept =
        !scope_.empty() && chance(last ? 40 : 70) ? &scope_[below(scope_.size())] : nullptr;
    std::string name = fmt::format("v{}", names_++);
    // Paths and lists of relationships do not sort alike in all engines' ties; they are kept, not sorted by.
    scope.push_back({name, kept ? kept->kind : Kind::value});
    text += (kept ? kept->name : chance(30) ? aggregate() : value()) + " AS " + name;
  }
  return text;
}

// ---- Patterns ----

std::string QueryWriter::path(bool named) {
  std::string text = node(true);
  for (std::size_t i = 0, steps = below(4); i < steps; ++i) text += relationship(true) + node(true);
  return named ? fresh(Kind::path) + " = " + text : text;
}

std::string QueryWriter::node(bool may_bind) {
  const Variable* bound = chance(50) ? any(Kind::node) : nullptr;
  std::string name = bound ? bound->name : may_bind && chance(70) ? fresh(Kind::node) : "";
  return "(" + name + labels() + properties() + ")";
}

std::string QueryWriter::relationship(bool may_bind) {
  static constexpr std::string_view lengths[] = {"*", "*1..2", "*0..1", "*2", "*..2", "*0.."};
  bool variable_length = chance(20);
  std::string inside;
  if (may_bind && chance(40)) inside = fresh(variable_length ? Kind::list : Kind::relationship);
  inside += types();
  if (variable_length) inside += one_of(lengths);
  inside += properties();
  std::size_t direction = below(3);
  return (direction == 0 ? "<-[" : "-[") + inside + (direction == 1 ? "]->" : "]-");
}

std::string QueryWriter::labels() {
  static constexpr std::string_view joins[] = {":", "&", "|", "&!"};
  if (chance(50)) return "";
  std::string text = fmt::format(":{}{}", chance(10) ? "!" : "", one_of(label_names));
  if (chance(25)) {
    std::string_view join = one_of(joins);
    bool mixed = text[1] == '!' && join == ":";
    text += fmt::format("{}{}", mixed ? "&" : join, one_of(label_names));
  }
  return text;
}

std::string QueryWriter::types() {
  if (chance(40)) return "";
  std::string text = fmt::format(":{}", one_of(type_names));
  return chance(30) ? text + fmt::format("|{}", one_of(type_names)) : text;
}

std::string QueryWriter::properties() {
  if (!chance(12)) return "";
  return fmt::format(" {{{}: {}}}", one_of(key_names), below(value_range));
}

// ---- Conditions and values ----

std::string QueryWriter::condition(int depth) {
  static constexpr std::string_view operators[] = {"AND", "AND", "OR", "XOR"};
  if (depth == 0 || chance(50)) return simple_condition();
  if (chance(20)) return "NOT (" + condition(depth - 1) + ")";
  std::string_view op = one_of(operators);
  return fmt::format("({} {} {})", condition(depth - 1), op, condition(depth - 1));
}

std::string QueryWriter::simple_condition() {
  static constexpr std::string_view comparisons[] = {"=", "<>", "<", "<=", ">", ">="};
  const Variable* n = any(Kind::node);
  const Variable* m = any(Kind::node);
  const Variable* r = any(Kind::relationship);
  switch (below(8)) {
    case 0:
      if (n && m) return fmt::format("{} {} {}", n->name, chance(50) ? "=" : "<>", m->name);
      break;
    case 1:
      if (n) return fmt::format("{}:{}", n->name, one_of(label_names));
      break;
    case 2:
      if (r) return fmt::format("type({}) = '{}'", r->name, one_of(type_names));
      break;
    case 3:
      return value() + (chance(50) ? " IS NULL" : " IS NOT NULL");
    case 4:
      return fmt::format("{} IN [{}, {}]", value(), below(value_range), below(value_range));
    case 5:
      if (n) return pattern_condition();
      break;
    case 6:
      if (n && m) return fmt::format("id({}) < id({})", n->name, m->name);
      break;
    default:
      break;
  }
  std::string left = value();
  std::string_view op = one_of(comparisons);
  return fmt::format("{} {} {}", left, op, value());
}

/// A pattern that starts at a known node and binds nothing.
std::string QueryWriter::pattern_condition() {
  std::string start = "(" + any(Kind::node)->name + ")";
  std::string pattern = start + relationship(false) + node(false);
  switch (below(4)) {
    case 0:
      return pattern;
    case 1:
      return "NOT " + pattern;
    case 2:
      return "EXISTS { " + pattern + " }";
    default:
      return fmt::format("COUNT {{ {} }} > {}", pattern, below(3));
  }
}

std::string QueryWriter::value() {
  Kind kinds[] = {Kind::node, Kind::node, Kind::relationship, Kind::value, Kind::list, Kind::path};
  const Variable* variable = any(kinds[below(std::size(kinds))]);
  if (!variable || chance(15)) return std::to_string(below(value_range));
  switch (variable->kind) {
    case Kind::node:
    case Kind::relationship:
      return fmt::format("{}.{}", variable->name, one_of(key_names));
    case Kind::list:
      return fmt::format("size({})", variable->name);
    case Kind::path:
      return fmt::format("length({})", variable->name);
    case Kind::value:
      break;
  }
  return variable->name;
}

std::string QueryWriter::aggregate() {
  switch (below(6)) {
    case 0:
      return "count(*)";
    case 1:
      return "min(" + value() + ")";
    case 2:
      return "max(" + value() + ")";
    case 3:
      return "size(collect(" + value() + "))";
    case 4:
      return "count(DISTINCT " + value() + ")";
    default:
      return "count(" + (scope_.empty() ? "1" : scope_[below(scope_.size())].name) + ")";
  }
}

}  // namespace attest::conformance
