// Functions, aggregates and procedures as statements call them.
#include <catch2/catch.hpp>

#include <array>
#include <string>

#include <attest/graph/store.hpp>
#include <attest/query/aggregates.hpp>
#include <attest/query/functions.hpp>
#include <attest/query/query.hpp>

#include "calls.hpp"

using namespace attest;
using attest::test::error_of;
using attest::test::shown;

namespace {

constexpr std::string_view kSmallGraph =
    "CREATE (:Person {name: 'Ada', age: 36})-[:KNOWS {since: 1843}]->(:Person {name: 'Eve', age: 41})";

struct Fixture {
  Graph graph;
  Engine engine{graph};

  Fixture() { engine.run(kSmallGraph); }
  Value first(const std::string& statement, const QueryOptions& options = {}) {
    const Result result = engine.run(statement, {}, options);
    REQUIRE(result.row_count >= 1);
    return result.row(0)[0];
  }
};

}  // namespace

TEST_CASE("the example of every function and aggregate runs") {
  Fixture fixture;
  const std::string pattern = "MATCH p = (n)-[r]->(m) RETURN ";
  for (const Function& function : functions()) {
    INFO(function.name << ": " << function.example);
    CHECK(error_of([&] { fixture.first(pattern + std::string(function.example)); }).empty());
  }
  for (const AggregateFunction& function : aggregates()) {
    INFO(function.name << ": " << function.example);
    CHECK(error_of([&] { fixture.first(pattern + std::string(function.example)); }).empty());
  }
}

TEST_CASE("a seed makes random numbers repeat, and none does not") {
  Fixture fixture;
  QueryOptions seeded;
  seeded.seed = 42;
  const std::string statement = "RETURN [rand(), rand(), randomUUID()]";
  const std::string once = shown(fixture.first(statement, seeded));
  CHECK(shown(fixture.first(statement, seeded)) == once);
  CHECK(shown(fixture.first(statement)) != shown(fixture.first(statement)));
  CHECK(shown(fixture.first("RETURN rand() = rand()")) == "false");
}

TEST_CASE("calls that cannot be right are refused before anything runs") {
  Fixture fixture;
  const auto compile_error = [&](const std::string& expression) {
    try {
      fixture.engine.check("MATCH p = (n)-[r]->() RETURN " + expression);
    } catch (const QueryError& error) {
      return (error.phase() == QueryError::Phase::compile_time ? "" : "run time: ") + error.detail();
    }
    return std::string();
  };
  CHECK(compile_error("labels(r)") == "InvalidArgumentType");
  CHECK(compile_error("type(n)") == "InvalidArgumentType");
  CHECK(compile_error("length(n)") == "InvalidArgumentType");
  CHECK(compile_error("size(p)") == "InvalidArgumentType");
  CHECK(compile_error("toUpper()") == "InvalidNumberOfArguments");
  CHECK(compile_error("toUpper('a', 'b')") == "InvalidNumberOfArguments");
  CHECK(compile_error("nothing(n)") == "UnknownFunction");
  CHECK(compile_error("toUpper(n.name)").empty());
}

TEST_CASE("errors while a statement runs have the place of the innermost expression that made them") {
  Fixture fixture;
  const auto place = [&](const std::string& statement) {
    try {
      fixture.engine.run(statement);
    } catch (const QueryError& error) {
      return std::to_string(error.line()) + ":" + std::to_string(error.column());
    }
    return std::string("no error");
  };
  CHECK(place("WITH 0 AS zero\nRETURN 1 + (2 / zero)") == "2:13");
  CHECK(place("WITH [1, 'a'] AS l RETURN toUpper(l[0])") == "1:27");
  CHECK(place("WITH '2023-13' AS text\n  RETURN size([date(text)])") == "2:16");
  CHECK(place("MATCH (n) WHERE [n.age, 1][1] RETURN n") == "1:17");
}

TEST_CASE("the clock is one in the whole statement") {
  Fixture fixture;
  CHECK(shown(fixture.first("UNWIND range(1, 1000) AS i RETURN count(DISTINCT datetime())")) == "1");
  CHECK(shown(fixture.first("RETURN date() = date(datetime())")) == "true");
}

TEST_CASE("facts of a graph file are quoted from its documents") {
  Store store = Store::open(":memory:", Store::Mode::write);
  StoredDocument document;
  document.name = "visit.txt";
  document.path = "visit.txt";
  document.sha256 = "00";
  document.text = "Nothing here. Ada met Eve in Şuşa. They left.";
  document.fragment = R"({"nodes": [], "relationships": []})";
  document.report = "{}";
  store.put_documents(std::array{document});
  Graph graph;
  Engine engine(graph, &store);
  engine.run(
      "CREATE (:Person {name: 'Ada'})-[:KNOWS {evidence: ['visit.txt#char=18,21']}]->(:Person {name: "
      "'Eve'})");
  const Result quoted = engine.run("MATCH ()-[r:KNOWS]->() RETURN quote(r), evidence(r)[0].text");
  REQUIRE(quoted.row_count == 1);
  CHECK(shown(quoted.row(0)[0]) == "['Ada met Eve in Şuşa.']");
  CHECK(shown(quoted.row(0)[1]) == "'met'");

  const Result found =
      engine.run("CALL search.text('şuşa') YIELD snippet, document RETURN document, snippet");
  REQUIRE(found.row_count == 1);
  CHECK(shown(found.row(0)[0]) == "'visit.txt'");
}

TEST_CASE("algorithms are called on the graph as it is") {
  Fixture fixture;
  const auto degree = [&] {
    return shown(
        fixture.first("CALL algo.degree({direction: 'both', types: 'KNOWS'}) YIELD node, score "
                      "WHERE node.name = 'Ada' RETURN score"));
  };
  CHECK(degree() == "1.0");
  fixture.engine.run("MATCH (a {name: 'Ada'}), (e {name: 'Eve'}) CREATE (e)-[:KNOWS]->(a)");
  CHECK(degree() == "2.0");
  CHECK(shown(fixture.first("MATCH (a {name: 'Ada'}), (e {name: 'Eve'}) "
                            "CALL algo.shortestPath(a, e) YIELD path RETURN length(path)")) == "1");
  CHECK(error_of([&] { fixture.first("CALL algo.degree({kind: 'all'}) YIELD score RETURN score"); }) ==
        "ArgumentError/InvalidArgumentValue");
}
