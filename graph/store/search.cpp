// Full text: SQLite FTS5 over the documents' text (in the file) and over names (in memory, from the graph).
#include <algorithm>

#include <attest/graph/store/impl.hpp>

namespace attest::store {

namespace {

/// Adds one quoted word or phrase to an FTS5 expression; an empty one matches nothing and is left out.
void add_term(std::string& expression, std::string_view term, bool prefix) {
  if (term.empty()) return;
  if (!expression.empty()) expression += ' ';
  expression += '"';
  for (const char c : term) expression.append(c == '"' ? 2 : 1, c);
  expression += prefix ? "\"*" : "\"";
}

void add_word(std::string& expression, std::string_view word) {
  const bool prefix = word.ends_with('*');
  while (word.ends_with('*')) word.remove_suffix(1);
  add_term(expression, word, prefix);
}

void collect_strings(const Value& value, std::string& out) {
  if (value.type() == Value::Type::string) {
    if (!out.empty()) out += " · ";
    out += value.string();
  } else if (value.type() == Value::Type::list) {
    for (const Value& item : value.list()) collect_strings(item, out);
  }
}

std::optional<NodeId> document_node(const Graph& graph, std::string_view name) {
  const auto label = graph.labels().find("Document");
  const auto key = graph.keys().find("name");
  if (!label || !key) return std::nullopt;
  const std::vector<NodeId> found = graph.find_nodes(*label, *key, name);
  return found.empty() ? std::nullopt : std::optional(found.front());
}

}  // namespace

std::string match_expression(std::string_view words) {
  std::string expression;
  while (!words.empty()) {
    if (words.front() == '"') {
      words.remove_prefix(1);
      const std::size_t end = std::min(words.find('"'), words.size());
      add_term(expression, words.substr(0, end), false);
      words.remove_prefix(std::min(end + 1, words.size()));
      continue;
    }
    const std::size_t end = std::min(words.find_first_of(" \t\r\n\""), words.size());
    add_word(expression, words.substr(0, end));
    words.remove_prefix(end);
    words.remove_prefix(std::min(words.find_first_not_of(" \t\r\n"), words.size()));
  }
  return expression;
}

void NameIndex::build(const Graph& graph) {
  database_ = std::make_unique<Database>(":memory:", Database::Access::write, std::chrono::milliseconds(0));
  database_->run(
      "CREATE VIRTUAL TABLE names USING fts5(text, tokenize='unicode61 remove_diacritics 2');"
      "BEGIN");
  Statement insert(*database_, "INSERT INTO names(rowid, text) VALUES(?, ?)");
  const auto name = graph.keys().find("name");
  const auto aliases = graph.keys().find("aliases");
  std::string text;
  graph.nodes().for_each([&](std::uint32_t id) {
    text.clear();
    if (name) collect_strings(graph.property(NodeId{id}, *name), text);
    if (aliases) collect_strings(graph.property(NodeId{id}, *aliases), text);
    if (!text.empty()) insert.bind(std::int64_t{id}).bind(text).run();
  });
  database_->run("COMMIT");
  graph_ = &graph;
  version_ = graph.version();
}

std::vector<NameIndex::Hit> NameIndex::search(std::string_view expression, std::size_t limit,
                                              const Graph& graph) {
  if (!database_ || graph_ != &graph || version_ != graph.version()) build(graph);
  Statement select(*database_,
                   "SELECT rowid, -bm25(names), highlight(names, 0, '[', ']') FROM names WHERE names MATCH ? "
                   "ORDER BY rank, rowid LIMIT ?");
  select.bind(expression).bind(static_cast<std::int64_t>(limit));
  std::vector<Hit> hits;
  while (select.step()) {
    hits.push_back({NodeId{static_cast<std::uint32_t>(select.integer(0))}, select.floating(1),
                    std::string(select.text(2))});
  }
  return hits;
}

std::vector<SearchHit> search(const Database& database, NameIndex& names, std::string_view words,
                              std::size_t limit, const Graph& graph) {
  std::vector<SearchHit> hits;
  const std::string expression = match_expression(words);
  if (expression.empty()) return hits;
  for (NameIndex::Hit& hit : names.search(expression, limit, graph)) {
    hits.push_back({hit.node, {}, hit.score, std::move(hit.snippet)});
  }
  Statement select(database,
                   "SELECT d.name, -bm25(document_text), snippet(document_text, 0, '[', ']', '…', 24) "
                   "FROM document_text JOIN documents d ON d.id = document_text.rowid "
                   "WHERE document_text MATCH ? ORDER BY rank, d.name LIMIT ?");
  select.bind(expression).bind(static_cast<std::int64_t>(limit));
  while (select.step()) {
    const std::string name(select.text(0));
    hits.push_back({document_node(graph, name), name, select.floating(1), std::string(select.text(2))});
  }
  std::ranges::stable_sort(hits, std::ranges::greater(), &SearchHit::score);
  if (hits.size() > limit) hits.resize(limit);
  return hits;
}

}  // namespace attest::store
