// The built-in procedures, called directly.
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include <attest/graph/store.hpp>
#include <attest/query/procedures_registry.hpp>

#include "calls.hpp"

using namespace attest;
using attest::test::error_of;
using attest::test::shown;

namespace {

/// (a:Person)-[:KNOWS {cost: 1}]->(b:Person)-[:KNOWS {cost: 1}]->(c:Person), (a)-[:KNOWS {cost: 5}]->(c),
/// (d:Place).
struct SmallGraph {
  Graph graph;
  std::array<NodeId, 4> nodes{};

  SmallGraph() {
    for (std::size_t i = 0; i < 4; ++i) {
      const std::array labels = {graph.label(i < 3 ? "Person" : "Place")};
      const std::array name = {Property{graph.key("name"), std::string(1, static_cast<char>('a' + i))}};
      nodes[i] = graph.add_node(labels, name);
    }
    knows(0, 1, 1);
    knows(1, 2, 1);
    knows(0, 2, 5);
    graph.label("Unused");
    graph.type("UNUSED");
  }
  void knows(std::size_t from, std::size_t to, int cost) {
    const std::array properties = {Property{graph.key("cost"), cost}};
    graph.add_relationship(graph.type("KNOWS"), nodes[from], nodes[to], properties);
  }
};

using Rows = std::vector<std::vector<Value>>;

Rows call(const Graph& graph, std::string_view name, std::vector<Value> arguments,
          const Store* store = nullptr) {
  const auto all = builtin_procedures();
  const auto found = std::find_if(all.begin(), all.end(), [&](const Procedure& p) { return p.name == name; });
  REQUIRE(found != all.end());
  for (std::size_t i = arguments.size(); i < found->arguments.size(); ++i) {
    REQUIRE(found->arguments[i].fallback.has_value());
    arguments.push_back(*found->arguments[i].fallback);
  }
  Rows rows;
  found->run({graph, store, [] {}}, arguments, [&](std::vector<Value> row) {
    REQUIRE(row.size() == found->results.size());
    rows.push_back(std::move(row));
  });
  return rows;
}

std::string column(const Rows& rows, std::size_t i) {
  List values;
  for (const auto& row : rows)
    values.push_back(row[i].type() == Value::Type::node ? index(row[i].node()) + 0.0 : row[i]);
  return shown(values);
}

Map options(const char* name, Value value) {
  return {{name, std::move(value)}};
}

}  // namespace

TEST_CASE("every procedure describes itself") {
  std::set<std::string> names;
  for (const Procedure& procedure : builtin_procedures()) {
    INFO(procedure.name);
    CHECK(names.insert(procedure.name).second);
    CHECK_FALSE(procedure.results.empty());
    CHECK(procedure.description.ends_with('.'));
  }
  const auto all = builtin_procedures();
  CHECK(signature(all.front()) == "algo.betweenness([options :: MAP?]) :: (node :: NODE, score :: FLOAT)");
}

TEST_CASE("db.* says what is in the graph, without what is only known by name") {
  const SmallGraph small;
  CHECK(column(call(small.graph, "db.labels", {}), 0) == "['Person', 'Place']");
  CHECK(column(call(small.graph, "db.relationshipTypes", {}), 0) == "['KNOWS']");
  CHECK(column(call(small.graph, "db.propertyKeys", {}), 0) == "['cost', 'name']");
  const Rows schema = call(small.graph, "db.schema", {});
  CHECK(column(schema, 1) == "['Person', 'Place', 'KNOWS']");
  CHECK(column(schema, 2) == "[3, 1, 3]");
  CHECK(column(schema, 4) == "[['STRING'], ['STRING'], ['INTEGER']]");
  CHECK(column(schema, 6) == "[true, true, true]");
}

TEST_CASE("dbms.* lists what can be called") {
  const Graph graph;
  CHECK(call(graph, "dbms.procedures", {}).size() == builtin_procedures().size());
  CHECK(call(graph, "dbms.functions", {}).size() > functions().size());
}

TEST_CASE("algorithms see what labels, types and direction select") {
  const SmallGraph small;
  CHECK(column(call(small.graph, "algo.degree", {}), 1) == "[2.0, 1.0, 0.0, 0.0]");
  CHECK(column(call(small.graph, "algo.degree", {options("direction", "in")}), 1) == "[0.0, 1.0, 2.0, 0.0]");
  CHECK(column(call(small.graph, "algo.degree", {options("labels", "Person")}), 0) == "[0.0, 1.0, 2.0]");
  CHECK(column(call(small.graph, "algo.degree", {options("types", List{"UNUSED"})}), 1) ==
        "[0.0, 0.0, 0.0, 0.0]");
  CHECK(column(call(small.graph, "algo.connectedComponents", {}), 1) == "[0, 0, 0, 1]");
  CHECK(column(call(small.graph, "algo.stronglyConnectedComponents", {}), 1) == "[0, 1, 2, 3]");
  CHECK(column(call(small.graph, "algo.kCore", {}), 1) == "[2, 2, 2, 0]");
  CHECK(column(call(small.graph, "algo.clusteringCoefficient", {}), 1) == "[1.0, 1.0, 1.0, 0.0]");
  CHECK(call(small.graph, "algo.communities", {options("seed", 7)}).size() == 4);

  double total = 0;
  for (const auto& row : call(small.graph, "algo.pagerank", {})) total += row[1].floating();
  CHECK(total == Approx(1));
}

TEST_CASE("shortest paths by steps or by weight") {
  const SmallGraph small;
  const std::vector<Value> ends = {small.nodes[0], small.nodes[2]};
  const Rows steps = call(small.graph, "algo.shortestPath", ends);
  REQUIRE(steps.size() == 1);
  CHECK(steps[0][0].path().nodes.size() == 2);
  CHECK(shown(steps[0][1]) == "1.0");
  const Rows weighted = call(small.graph, "algo.shortestPath", {ends[0], ends[1], options("weight", "cost")});
  REQUIRE(weighted.size() == 1);
  CHECK(weighted[0][0].path().nodes.size() == 3);
  CHECK(shown(weighted[0][1]) == "2.0");
  CHECK(call(small.graph, "algo.shortestPath", {small.nodes[0], small.nodes[3]}).empty());
  CHECK(call(small.graph, "algo.shortestPath", {Value(), small.nodes[3]}).empty());
  CHECK(column(call(small.graph, "algo.minimumSpanningTree", {options("weight", "cost")}), 1) == "[1, 1]");
}

TEST_CASE("an option that is none, or names what the graph has not, is an error") {
  const SmallGraph small;
  const auto refused = [&](const char* procedure, Map map) {
    return error_of([&] { call(small.graph, procedure, {std::move(map)}); }) ==
           "ArgumentError/InvalidArgumentValue";
  };
  CHECK(refused("algo.pagerank", options("dampening", 0.5)));
  CHECK(refused("algo.pagerank", options("damping", 1.5)));
  CHECK(refused("algo.pagerank", options("damping", "high")));
  CHECK(refused("algo.pagerank", options("iterations", 0)));
  CHECK(refused("algo.degree", options("labels", "Persn")));
  CHECK(refused("algo.degree", options("types", List{"KNOW"})));
  CHECK(refused("algo.degree", options("direction", "sideways")));
  CHECK(refused("algo.degree", options("weight", "cost")));
  CHECK(refused("algo.communities", options("weight", "price")));
}

TEST_CASE("search.text finds nodes by the words of their names") {
  const SmallGraph small;
  CHECK(error_of([&] { call(small.graph, "search.text", {"a"}); }) == "ProcedureError/ProcedureCallFailed");

  Store store = Store::open(":memory:", Store::Mode::write);
  Graph graph;
  const std::array labels = {graph.label("Person")};
  const std::array name = {Property{graph.key("name"), "Ada Lovelace"}};
  const NodeId ada = graph.add_node(labels, name);
  store.save_graph(graph);
  const Rows hits = call(graph, "search.text", {"lovelace"}, &store);
  REQUIRE(hits.size() == 1);
  CHECK(hits[0][0].node() == ada);
  CHECK(call(graph, "search.text", {"babbage"}, &store).empty());
  CHECK(call(graph, "search.text", {"lovelace", 0}, &store).empty());
}
