// The Cypher script, run by Attest's own engine, builds the same graph.
#include <catch2/catch.hpp>

#include <sstream>

#include <attest/exporters/export.hpp>
#include <attest/graph/value_text.hpp>
#include <attest/parser/parse.hpp>
#include <attest/query/query.hpp>

#include "graphs.hpp"

namespace attest {
namespace {

std::string script_of(const Graph& graph, const char* dialect = "opencypher") {
  std::ostringstream out;
  ExportOptions options;
  options.dialect = dialect;
  export_graph(GraphView(graph), "cypher", out, options);
  return out.str();
}

Graph built_by(const std::string& script) {
  Graph graph;
  Engine engine(graph);
  for (const auto& statement : split_script(script)) engine.run(statement.text);
  return graph;
}

bool can_be_property(const Value& value) {
  if (value.type() == Value::Type::map) return false;
  if (value.type() != Value::Type::list) return true;
  for (const Value& item : value.list())
    if (item.type() == Value::Type::list || item.type() == Value::Type::map || item.is_null()) return false;
  return true;
}

/// The graph as openCypher can hold it: other values as their JSON text.
template <class Id>
void flatten(Graph& graph, Id id) {
  for (const auto& [key, value] : graph.properties(id)) {
    if (can_be_property(value)) continue;
    std::string text;
    append_text(text, value);
    graph.set_property(id, key, Value(text));
  }
}

TEST_CASE("A script builds the small graph again") {
  const Graph graph = test::small_graph();
  const Graph back = built_by(script_of(graph));
  CHECK(back.node_count() == graph.node_count());
  CHECK(back.relationship_count() == graph.relationship_count());
  CHECK(back.labels_of(NodeId{1}).size() == 2);
  CHECK(identical(back.property(NodeId{2}, *back.keys().find("aliases")), Value(List{"Alvsjo", "Elfsjö"})));
  for (std::uint32_t i = 0; i < back.node_limit(); ++i)
    for (const auto& [key, value] : back.properties(NodeId{i})) CHECK(back.keys().name(key) != "_attest id");
}

TEST_CASE("Scripts of random graphs build equal graphs") {
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    CAPTURE(seed);
    std::mt19937_64 random(seed);
    Graph graph = test::random_graph(random, 1 + seed % 10);
    const Graph back = built_by(script_of(graph));
    for (std::uint32_t i = 0; i < graph.node_limit(); ++i) flatten(graph, NodeId{i});
    for (std::uint32_t i = 0; i < graph.relationship_limit(); ++i) flatten(graph, RelationshipId{i});
    REQUIRE(test::difference(graph, back) == "");
  }
}

TEST_CASE("Dialects bring the index that their database knows") {
  const Graph graph = test::small_graph();
  CHECK_THAT(script_of(graph, "neo4j"),
             Catch::StartsWith("CREATE INDEX attest_import FOR (n:`_attest import`)"));
  CHECK_THAT(script_of(graph, "memgraph"), Catch::StartsWith("CREATE INDEX ON :`_attest import`"));
  CHECK_THROWS_WITH(script_of(graph, "sql"), Catch::Contains("opencypher, neo4j, memgraph"));
}

}  // namespace
}  // namespace attest
