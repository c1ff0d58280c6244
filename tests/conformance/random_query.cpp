#include "random_query.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "random_graph.hpp"

namespace attest::conformance {

// ---- Draws -------------------------------------------------------------------------------------

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

const QueryWriter::Variable* QueryWriter::any_element() {
  const Variable* found = any(chance(65) ? Kind::node : Kind::relationship);
  return found ? found : any(Kind::node);
}

std::string QueryWriter::fresh_name() {
  return fmt::format("v{}", names_++);
}

std::vector<std::string> QueryWriter::fresh_names(std::size_t count) {
  std::vector<std::string> names;
  while (names.size() < count) names.push_back(fresh_name());
  return names;
}

std::string QueryWriter::fresh(Kind kind) {
  std::string name = fresh_name();
  scope_.push_back({name, kind});
  return name;
}

/// Whether the value is the same in whatever order patterns are matched.
bool QueryWriter::settled(Kind kind) {
  return kind != Kind::bag && kind != Kind::shortest;
}

// ---- Whole queries -----------------------------------------------------------------------------

RandomQuery QueryWriter::write() {
  scope_.clear();
  names_ = 0;
  RandomQuery query;
  const std::size_t form = below(20);
  if (form < 2) {
    const std::vector<std::string> columns = fresh_names(1 + below(2));
    const std::string join = chance(50) ? "\nUNION\n" : "\nUNION ALL\n";
    for (std::size_t i = 0, parts = 2 + below(2); i < parts; ++i) {
      Scope result;
      scope_.clear();
      query.text += (i > 0 ? join : "") + reading(2);
      query.text += "RETURN " + projection(true, columns, result);
    }
  } else if (form < 4) {
    query.writes = true;
    query.text = reading(2);
    query.text += update();
  } else {
    query.text = reading(4);
    query.text += chance(8) ? cut() : finish(query.ordered);
  }
  return query;
}

std::string QueryWriter::reading(int clauses) {
  std::string text;
  if (chance(5))
    text += fmt::format("UNWIND range(1, {}) AS {}\n", chance(10) ? 1100 : 40, fresh(Kind::integer));
  text += chance(90) ? match() : unwind();
  for (std::size_t i = 0, more = below(static_cast<std::size_t>(clauses)); i < more; ++i)
    text += "\n" + clause();
  return text + "\n";
}

std::string QueryWriter::clause() {
  const std::size_t choice = below(16);
  if (choice < 7) return match();
  if (choice < 11) return with();
  if (choice < 12) return unwind();
  if (choice < 13) return shortest_path();
  return call();
}

// ---- Clauses -----------------------------------------------------------------------------------

std::string QueryWriter::match() {
  std::string text = chance(25) ? "OPTIONAL MATCH " : "MATCH ";
  reusable_.clear();
  for (const Variable& variable : scope_)
    if (variable.kind == Kind::relationship) reusable_.push_back(variable.name);
  for (std::size_t i = 0, count = chance(25) ? 2 : 1; i < count; ++i)
    text += (i > 0 ? ", " : "") + path(chance(15));
  if (chance(50)) text += " WHERE " + condition(2);
  return text;
}

/// Stands in a MATCH of its own: which of several shortest paths is found, and what else is matched before
/// it, is open.
std::string QueryWriter::shortest_path() {
  static constexpr std::string_view lengths[] = {"*", "*..2", "*..3", "*0..", "*0..2", "*1.."};
  const bool all = chance(60);
  const std::string start = node(true), end = node(true);
  const std::size_t direction = below(3);
  const std::string pattern = fmt::format("{}{}[{}{}]{}{}", start, direction == 0 ? "<-" : "-", types(),
                                          one_of(lengths), direction == 1 ? "->" : "-", end);
  std::string text = fmt::format("{}MATCH {} = {}({})", chance(25) ? "OPTIONAL " : "",
                                 fresh(all ? Kind::path : Kind::shortest),
                                 all ? "allShortestPaths" : "shortestPath", pattern);
  if (chance(30)) text += " WHERE " + condition(1);
  return text;
}

std::string QueryWriter::unwind() {
  const bool open = chance(30);
  std::string values = open ? bag(1) : list(1);
  return fmt::format("UNWIND {} AS {}", values, fresh(Kind::integer));
}

std::string QueryWriter::with() {
  Scope next;
  std::string text = "WITH " + projection(false, fresh_names(1 + below(3)), next);
  const bool sortable =
      std::all_of(next.begin(), next.end(), [](const Variable& v) { return settled(v.kind); });
  if (sortable && chance(20)) text += ordered_by(next);
  scope_ = std::move(next);
  if (chance(40)) text += " WHERE " + condition(1);
  return text;
}

/// A cut of rows in no order: how many are left is all that is settled.
std::string QueryWriter::cut() {
  Scope next;
  std::string text = "WITH " + projection(false, fresh_names(1 + below(2)), next);
  if (chance(40)) text += fmt::format(" SKIP {}", below(4));
  text += fmt::format(" LIMIT {}", below(8));
  return text + "\nRETURN count(*) AS n";
}

/// A subquery that sees some variables and gives some values.
std::string QueryWriter::call() {
  if (nesting_ > 1) return match();
  ++nesting_;
  Scope imported;
  std::string names;
  for (const Variable& variable : scope_) {
    if (!chance(50)) continue;
    names += (names.empty() ? "" : ", ") + variable.name;
    imported.push_back(variable);
  }
  const Scope outer = std::exchange(scope_, imported);
  const std::vector<std::string> columns = fresh_names(1 + below(2));
  Scope result;
  std::string inner = branch(columns, result);
  if (chance(20)) {
    scope_ = imported;
    result.clear();
    inner += (chance(50) ? " UNION " : " UNION ALL ") + branch(columns, result);
    for (Variable& column : result) column.kind = Kind::mixed;  // as the branches may differ
  }
  --nesting_;
  scope_ = outer;
  scope_.insert(scope_.end(), result.begin(), result.end());
  return fmt::format("{}CALL ({}) {{ {} }}", chance(15) ? "OPTIONAL " : "", names, inner);
}

std::string QueryWriter::branch(const std::vector<std::string>& columns, Scope& result) {
  std::string text = match();
  if (chance(30)) text += " " + clause();
  text += " RETURN " + projection(true, columns, result);
  if (chance(20)) text += ordered_by(result);
  return text;
}

// ---- Projections -------------------------------------------------------------------------------

std::string QueryWriter::ordered_by(const Scope& columns) {
  std::string text;
  for (const Variable& column : columns)
    text += (text.empty() ? " ORDER BY " : ", ") + column.name + (chance(30) ? " DESC" : "");
  if (chance(30)) text += fmt::format(" SKIP {}", below(3));
  if (chance(60)) text += fmt::format(" LIMIT {}", below(6));
  return text;
}

std::string QueryWriter::projection(bool last, const std::vector<std::string>& names, Scope& scope) {
  const bool distinct = chance(20);
  const bool grouped = chance(35);
  const bool settle = last || distinct || grouped;
  std::string text = distinct ? "DISTINCT " : "";
  for (const std::string& name : names) {
    const Variable* kept =
        !scope_.empty() && chance(last ? 40 : 70) ? &scope_[below(scope_.size())] : nullptr;
    if (kept && settle && !settled(kept->kind)) kept = nullptr;
    Typed item = kept ? Typed{kept->name, kept->kind} : grouped && chance(60) ? aggregate() : value();
    if (settle && !settled(item.kind)) item = {fmt::format("size({})", item.text), Kind::integer};
    scope.push_back({name, item.kind});
    text += fmt::format("{}{} AS {}", &name == names.data() ? "" : ", ", item.text, name);
  }
  return text;
}

std::string QueryWriter::finish(bool& ordered) {
  Scope columns;
  std::string text = "RETURN " + projection(true, fresh_names(1 + below(3)), columns);
  ordered = chance(25);
  return ordered ? text + ordered_by(columns) : text;
}

// ---- Updates -----------------------------------------------------------------------------------

/// Changes that come to the same in whatever order the rows come.
std::string QueryWriter::one_update() {
  const Variable* found = any(Kind::node);
  const Variable* far = any(Kind::node);
  if (!found) return fmt::format("CREATE (:N {{x: {}}})", integer(1));
  const std::string n = found->name;
  switch (below(10)) {
    case 0:
      return fmt::format("SET {}.z = 1", n);
    case 1:
      return fmt::format("SET {0}.z = coalesce({0}.z, 0) + 1", n);
    case 2:
      return fmt::format("SET {}:{}", n, one_of(kLabels));
    case 3:
      return fmt::format("REMOVE {}.{}", n, one_of(kIntegerKeys));
    case 4:
      return fmt::format("REMOVE {}:{}", n, one_of(kLabels));
    case 5:
      return fmt::format("CREATE (:N {{x: {}}})", integer(1));
    case 6:
      return fmt::format("FOREACH (i IN {} | CREATE (:N {{x: i}}))", list(1));
    case 7:
      return fmt::format("MERGE (:N {{x: coalesce({}, 0)}})", integer(1));
    case 8:
      return fmt::format("CALL ({0}) {{ WITH {0} WHERE {0} IS NOT NULL CREATE ({0})-[:N]->(:N) }}", n);
    default:
      return fmt::format(
          "FOREACH (i IN CASE WHEN {0} IS NULL OR {1} IS NULL THEN [] ELSE [1] END | MERGE "
          "({0})-[e:N]->({1}) "
          "ON CREATE SET e.x = 1 ON MATCH SET e.x = e.x + 1)",
          n, far->name);
  }
}

std::string QueryWriter::update() {
  const Variable* relationship = any(Kind::relationship);
  const Variable* node = any(Kind::node);
  if (chance(15) && (relationship || node)) {
    if (relationship && chance(50)) return fmt::format("DELETE {}", relationship->name);
    if (node) return fmt::format("DETACH DELETE {}", node->name);
  }
  std::string text = one_update();
  if (chance(40)) text += "\n" + one_update();
  if (chance(40)) return text;
  if (chance(50)) return text + "\nRETURN count(*) AS n";
  // New elements get their ids in the order of the rows: nothing may tell them apart.
  reusable_.clear();
  text += "\nWITH *\nMATCH " + path(false);
  return text + "\nRETURN count(*) AS n";
}

}  // namespace attest::conformance
