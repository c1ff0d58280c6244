// Functions of nodes, relationships and paths.
#include <catch2/catch.hpp>

#include <array>

#include "calls.hpp"

using namespace attest;

namespace {

/// (a:Person:Author {name: 'Ada'})-[k:KNOWS {since: 1843}]->(b:Person), a loop at b, and a deleted node and
/// relationship.
struct SmallGraph {
  Graph graph;
  NodeId a, b, gone;
  RelationshipId knows, loop, lost;

  SmallGraph() {
    const std::array both = {graph.label("Person"), graph.label("Author")};
    const std::array name = {Property{graph.key("name"), "Ada"}};
    a = graph.add_node(both, name);
    b = graph.add_node(std::span(both).first(1), {});
    gone = graph.add_node(both, name);
    const std::array since = {Property{graph.key("since"), 1843}};
    knows = graph.add_relationship(graph.type("KNOWS"), a, b, since);
    loop = graph.add_relationship(graph.type("SAME_AS"), b, b, {});
    lost = graph.add_relationship(graph.type("KNOWS"), b, a, {});
    graph.remove(lost);
    graph.remove(gone);
  }
  Value call(std::string_view name, Value argument) const {
    FunctionContext context{graph, {}, {}, std::mt19937_64(1)};
    return test::call(context, name, {std::move(argument)});
  }
  std::string result(std::string_view name, Value argument) const {
    return test::shown(call(name, argument));
  }
};

}  // namespace

TEST_CASE("what nodes and relationships are") {
  const SmallGraph small;
  CHECK(small.result("id", small.b) == "1");
  CHECK(small.result("elementId", small.b) == "'1'");
  CHECK(small.result("labels", small.a) == "['Person', 'Author']");
  CHECK(small.result("type", small.knows) == "'KNOWS'");
  CHECK(small.call("startNode", small.knows).node() == small.a);
  CHECK(small.call("endNode", small.knows).node() == small.b);
  CHECK(small.result("keys", small.a) == "['name']");
  CHECK(small.result("properties", small.knows) == "{since: 1843}");
}

TEST_CASE("degrees count relationships of every type, a loop twice") {
  const SmallGraph small;
  CHECK(small.result("outDegree", small.a) == "1");
  CHECK(small.result("inDegree", small.a) == "0");
  CHECK(small.result("degree", small.b) == "3");
}

TEST_CASE("paths are walks") {
  const SmallGraph small;
  const Value path = Path{{small.a, small.b, small.b}, {small.knows, small.loop}};
  CHECK(small.result("length", path) == "2");
  CHECK(small.call("nodes", path).list().size() == 3);
  CHECK(small.call("relationships", path).list()[1].relationship() == small.loop);
}

TEST_CASE("what has been deleted keeps its identity and its type, nothing else") {
  const SmallGraph small;
  CHECK(small.result("id", small.gone) == "2");
  CHECK(small.result("type", small.lost) == "'KNOWS'");
  for (const char* function : {"labels", "keys", "properties", "degree"}) {
    INFO(function);
    CHECK(test::error_of([&] { small.call(function, small.gone); }) == "EntityNotFound/DeletedEntityAccess");
  }
}
