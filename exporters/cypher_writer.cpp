// A script of openCypher statements that builds the graph again: in Attest, Neo4j, Memgraph.
//
// Nodes are created in batches with a helper label and number, relationships find their ends by it, and the
// last statements take both away. Property values that openCypher has no literal for do not occur but for
// maps and lists that properties cannot hold: these come as their JSON text.
#include <algorithm>
#include <map>

#include <attest/exporters/formats.hpp>
#include <attest/exporters/inventory.hpp>
#include <attest/exporters/label_text.hpp>
#include <attest/exporters/sink.hpp>
#include <attest/graph/value_text.hpp>

namespace attest {
namespace {

constexpr std::size_t batch = 500;
constexpr std::string_view helper_label = "`_attest import`";
constexpr std::string_view helper_key = "`_attest id`";

std::string name(std::string_view text) {
  std::string out = "`";
  for (const char c : text) out.append(c == '`' ? 2 : 1, c);
  return out + '`';
}

/// Lists of single values of one kind are what every openCypher database stores.
bool can_be_property(const Value& value) {
  if (value.type() == Value::Type::map) return false;
  if (value.type() != Value::Type::list) return true;
  return std::all_of(value.list().begin(), value.list().end(), [](const Value& item) {
    return item.type() != Value::Type::list && item.type() != Value::Type::map && !item.is_null();
  });
}

std::string literal(const Value& value) {
  if (can_be_property(value)) return to_literal(value);
  std::string text;
  append_text(text, value);
  return to_literal(Value(text));
}

std::string properties_text(const Graph& graph, const std::vector<Property>& properties) {
  std::string text = "{";
  for (const auto& [key, value] : properties) {
    if (text.size() > 1) text += ", ";
    text += name(graph.keys().name(key)) + ": " + literal(value);
  }
  return text + "}";
}

/// Gathers rows and writes them as the list of an UNWIND, `batch` at a time, while what follows it stays the
/// same.
class Batches {
 public:
  explicit Batches(Sink& out) : out_(out) {}

  void add(const std::string& statement, std::string row) {
    if (rows_ == batch || statement != statement_) finish();
    statement_ = statement;
    out_ << (rows_ == 0 ? "UNWIND [\n  " : ",\n  ") << row;
    ++rows_;
  }
  void finish() {
    if (rows_ > 0) out_ << "\n] AS row\n" << statement_ << ";\n";
    rows_ = 0;
  }

 private:
  Sink& out_;
  std::string statement_;
  std::size_t rows_ = 0;
};

std::string node_statement(const Graph& graph, NodeId node) {
  std::string labels;
  for (const std::string_view label : label_names(graph, node)) labels += ":" + name(label);
  return "CREATE (n:" + std::string(helper_label) + labels + " {" + std::string(helper_key) +
         ": row.id}) SET n += row.properties";
}

std::string relationship_statement(const Graph& graph, RelationshipId id) {
  const std::string end = std::string(helper_label) + " {" + std::string(helper_key) + ": row.";
  return "MATCH (a:" + end + "start}), (b:" + end +
         "end}) CREATE (a)-[r:" + name(graph.types().name(graph.type_of(id))) +
         "]->(b) SET r += row.properties";
}

void write_index(Sink& out, std::string_view dialect, bool create) {
  const std::string label(helper_label);
  const std::string key(helper_key);
  if (dialect == "neo4j")
    out << (create ? "CREATE INDEX attest_import FOR (n:" + label + ") ON (n." + key +
                         ");\nCALL db.awaitIndexes();\n"
                   : "DROP INDEX attest_import;\n");
  if (dialect == "memgraph")
    out << (create ? "CREATE" : "DROP") << " INDEX ON :" << label << "(" << key << ");\n";
}

}  // namespace

void write_cypher(const GraphView& view, std::ostream& stream, const ExportOptions& options) {
  const Graph& graph = view.graph();
  const std::string& dialect = options.dialect;
  if (dialect != "opencypher" && dialect != "neo4j" && dialect != "memgraph")
    throw UsageError("there is no dialect \"" + dialect + "\"; the dialects are opencypher, neo4j, memgraph");
  Sink out(stream);
  write_index(out, dialect, true);
  Batches batches(out);
  view.each_node([&](NodeId node) {
    batches.add(node_statement(graph, node), "{id: " + std::to_string(index(node)) + ", properties: " +
                                                 properties_text(graph, graph.properties(node)) + "}");
  });
  batches.finish();
  view.each_relationship([&](RelationshipId id) {
    batches.add(relationship_statement(graph, id),
                "{start: " + std::to_string(index(graph.start_of(id))) +
                    ", end: " + std::to_string(index(graph.end_of(id))) +
                    ", properties: " + properties_text(graph, graph.properties(id)) + "}");
  });
  batches.finish();
  out << "MATCH (n:" << helper_label << ") REMOVE n:" << helper_label << ", n." << helper_key << ";\n";
  write_index(out, dialect, false);
  out.flush();
}

}  // namespace attest
