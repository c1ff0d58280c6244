#include <atomic>
#include <chrono>
#include <thread>

#include <catch2/catch.hpp>

#include "engine.hpp"

using attest::QueryOptions;
using attest::test::Asked;
using Lines = std::vector<std::string>;

namespace {

/// A small town: five people, who knows whom, where three of them work.
void make_town(Asked& asked) {
  asked.engine.run(R"(
    CREATE (a:Person {name: 'Ann', age: 30}), (b:Person {name: 'Bob', age: 40}),
           (c:Person {name: 'Cid', age: 50}), (d:Person {name: 'Dot', age: 60}), (e:Person {name: 'Eve'}),
           (m:Firm {name: 'Mill'}), (s:Firm {name: 'Shop'}),
           (a)-[:KNOWS {since: 2000}]->(b), (b)-[:KNOWS {since: 2010}]->(c), (c)-[:KNOWS]->(a),
           (c)-[:KNOWS]->(d), (d)-[:KNOWS]->(d),
           (a)-[:WORKS_AT]->(m), (b)-[:WORKS_AT]->(m), (d)-[:WORKS_AT]->(s))");
}

}  // namespace

TEST_CASE("A statement answers with columns and rows", "[engine]") {
  Asked asked;
  make_town(asked);
  const attest::Result result = asked.engine.run(
      "MATCH (p:Person)-[:WORKS_AT]->(f:Firm {name: $firm}) RETURN p.name AS name, f ORDER BY name",
      {{"firm", "Mill"}});
  CHECK(result.columns == Lines{"name", "f"});
  REQUIRE(result.row_count == 2);
  CHECK(result.row(1)[0].string() == "Bob");
  CHECK(result.row(1)[1].type() == attest::Value::Type::node);
}

TEST_CASE("A statement counts what it changes", "[engine]") {
  Asked asked;
  const attest::Result made = asked.engine.run("CREATE (a:A:B {x: 1})-[:T {y: 2}]->(b)");
  CHECK(made.statistics == attest::Statistics{2, 0, 1, 0, 2, 2, 0});
  const attest::Result gone = asked.engine.run("MATCH (n) DETACH DELETE n");
  CHECK(gone.statistics == attest::Statistics{0, 2, 0, 1, 0, 0, 0});
}

TEST_CASE("A statement that fails leaves no trace", "[engine]") {
  Asked asked;
  make_town(asked);
  CHECK(asked.error("MATCH (p:Person) SET p.age = 0 WITH p CREATE (:Ghost {x: [{}]})") != "");
  CHECK(asked.one("MATCH (p:Person {age: 0}) RETURN count(*)") == "0");
  CHECK(asked.one("MATCH (g:Ghost) RETURN count(*)") == "0");
  CHECK(asked.error("MATCH (p:Person {name: 'Ann'}) DELETE p") == "DeleteConnectedNode 0:0");
  CHECK(asked.one("MATCH (p:Person) RETURN count(*)") == "5");
}

TEST_CASE("Clauses see all of what came before them and nothing of themselves", "[engine]") {
  Asked asked;
  make_town(asked);
  CHECK(
      asked.one(
          "MATCH (p:Person) CREATE (:Person) WITH count(*) AS made MATCH (q:Person) RETURN made, count(q)") ==
      "5 | 10");
  CHECK(asked.one(
            "UNWIND [1, 1, 2] AS i MERGE (k:Key {id: i}) ON CREATE SET k.n = 1 ON MATCH SET k.n = k.n + 1 "
            "WITH DISTINCT k RETURN collect(k.n)") == "[2, 1]");
  CHECK(asked.one("FOREACH (i IN range(1, 3) | CREATE (:Leaf {i: i})) WITH 1 AS one MATCH (l:Leaf) RETURN "
                  "sum(l.i)") == "6");
}

TEST_CASE("DISTINCT takes one variable under two names for one", "[engine]") {
  Asked asked;
  CHECK(asked.one("UNWIND [1, 2, 1, 2] AS i WITH DISTINCT 0 AS z, i AS a, i AS b RETURN count(*)") == "2");
}

TEST_CASE("Errors of compile time say where and what was meant", "[engine][error]") {
  Asked asked;
  make_town(asked);
  CHECK(asked.error("MATCH (person)\nRETURN persn.name") == "UndefinedVariable 2:8");
  CHECK(asked.message("MATCH (person) RETURN persn.name").find("did you mean \"person\"?") !=
        std::string::npos);
  CHECK(asked.message("RETURN toUper('x')").find("did you mean \"toUpper\"?") != std::string::npos);
  CHECK(asked.error("MATCH (n)-[n]->() RETURN n") == "VariableTypeConflict 1:12");
  CHECK(asked.error("MATCH (n) RETURN n.x + count(*)") == "AmbiguousAggregationExpression 1:18");
  CHECK(asked.error("RETURN 1 AS a UNION RETURN 2 AS b") == "DifferentColumnsInUnion 1:15");
}

TEST_CASE("Limits end a statement and take back what it did", "[engine][limits]") {
  Asked asked;
  asked.engine.run("UNWIND range(1, 40) AS i CREATE (:N {i: i})");
  asked.engine.run("MATCH (a:N), (b:N) CREATE (a)-[:T]->(b)");
  const char* endless = "MATCH (a:N)-[:T*]->(b) RETURN count(*)";
  SECTION("time") {
    QueryOptions options;
    options.timeout = std::chrono::milliseconds(50);
    CHECK(asked.error(endless, options) == "Timeout 0:0");
  }
  SECTION("memory") {
    QueryOptions options;
    options.memory_limit = 1 << 20;
    CHECK(asked.error("MATCH (a:N)-[:T*1..3]->(b) RETURN collect(b.i)", options) == "MemoryLimit 0:0");
    CHECK(asked.error("UNWIND range(1, 1000000) AS i CREATE (:Big {i: i})", options) == "MemoryLimit 0:0");
    CHECK(asked.one("MATCH (b:Big) RETURN count(*)") == "0");
  }
  SECTION("interruption within 100 ms") {
    std::atomic<bool> interrupt = false;
    QueryOptions options;
    options.interrupt = &interrupt;
    std::chrono::steady_clock::time_point asked_at;
    std::thread interrupter([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(30));
      asked_at = std::chrono::steady_clock::now();
      interrupt = true;
    });
    CHECK(asked.error(endless, options) == "Interrupted 0:0");
    interrupter.join();
    CHECK(std::chrono::steady_clock::now() - asked_at <
          std::chrono::seconds(1));  // a loaded machine included
  }
}

TEST_CASE("A graph that is only read refuses changes", "[engine]") {
  Asked asked;
  QueryOptions options;
  options.read_only = true;
  CHECK(asked.error("CREATE (n)", options) == "ReadOnly 0:0");
  CHECK(asked.error("CALL { CREATE (n) } RETURN 1", options) == "ReadOnly 0:0");
  CHECK(asked.error("RETURN 1", options) == "");
}

TEST_CASE("Subqueries", "[engine]") {
  Asked asked;
  make_town(asked);
  CHECK(
      asked.rows(
          "MATCH (p:Person) WHERE EXISTS { (p)-[:WORKS_AT]->(:Firm {name: 'Mill'}) } RETURN p.name ORDER BY "
          "p.name") == Lines{"'Ann'", "'Bob'"});
  CHECK(asked.one("MATCH (p:Person {name: 'Cid'}) RETURN COUNT { (p)-[:KNOWS]->() }") == "2");
  CHECK(
      asked.one(
          "MATCH (f:Firm {name: 'Mill'}) RETURN COLLECT { MATCH (f)<--(p) RETURN p.name ORDER BY p.name }") ==
      "['Ann', 'Bob']");
  CHECK(
      asked.rows(
          "MATCH (f:Firm) CALL { WITH f MATCH (f)<--(p) RETURN max(p.age) AS oldest } RETURN f.name, oldest "
          "ORDER BY f.name") == Lines{"'Mill' | 40", "'Shop' | 60"});
  CHECK(asked.rows(
            "UNWIND [1, 2] AS i CALL (i) { RETURN i * 10 AS j UNION ALL RETURN i * 100 AS j } RETURN i, j") ==
        Lines{"1 | 10", "1 | 100", "2 | 20", "2 | 200"});
}

TEST_CASE("Shortest paths", "[engine][path]") {
  Asked asked;
  make_town(asked);
  CHECK(asked.one("MATCH (a {name: 'Ann'}), (d {name: 'Dot'}), p = shortestPath((a)-[:KNOWS*]->(d)) RETURN "
                  "length(p)") == "3");
  CHECK(
      asked.one("MATCH (a {name: 'Ann'}), (d {name: 'Dot'}), p = shortestPath((a)-[:KNOWS*]-(d)) RETURN p") ==
      "<2>");
  CHECK(
      asked.one("MATCH (a {name: 'Ann'}), (d {name: 'Dot'}), p = shortestPath((a)-[:KNOWS*..2]->(d)) RETURN "
                "count(p)") == "0");
  asked.engine.run("MATCH (a {name: 'Ann'}), (c {name: 'Cid'}) CREATE (a)-[:KNOWS]->(:Person)-[:KNOWS]->(c)");
  CHECK(
      asked.one("MATCH p = allShortestPaths((a {name: 'Ann'})-[:KNOWS*]->(d {name: 'Dot'})) RETURN count(p), "
                "min(length(p))") == "2 | 3");
}

TEST_CASE("What nothing reads is counted, not walked", "[engine][plan]") {
  Asked asked;
  make_town(asked);
  CHECK(asked.plan("MATCH (a)-[:KNOWS]->(b)-[:KNOWS]->(c) RETURN count(*)").find("CountPairs") !=
        std::string::npos);
  CHECK(asked.one("MATCH (a:Person)-[:KNOWS]->(b)-[:KNOWS]->(c) RETURN count(*)") == "5");
  CHECK(asked.one("MATCH (a)-[:KNOWS]->(b)<-[:KNOWS]-(c) RETURN count(*)") == "2");
  CHECK(asked.one("MATCH (a)-[:KNOWS]->(b)-[:KNOWS]->(c)-[:KNOWS]->(a) RETURN count(*)") == "3");
  CHECK(asked.rows("MATCH (f:Firm)<-[:WORKS_AT]-(p) RETURN f.name, count(*) ORDER BY f.name") ==
        Lines{"'Mill' | 2", "'Shop' | 1"});
  CHECK(
      asked.plan("MATCH (a {name: 'Ann'})-[:KNOWS*1..4]->(b) RETURN count(DISTINCT b)").find("ReachExpand") !=
      std::string::npos);
  CHECK(asked.one("MATCH (a {name: 'Ann'})-[:KNOWS*1..4]->(b) RETURN count(DISTINCT b)") == "4");
  CHECK(asked.one("MATCH (a {name: 'Eve'})-[:KNOWS*0..4]->(b) RETURN count(DISTINCT b)") == "1");
}

TEST_CASE("An index finds what is asked for by name", "[engine][plan]") {
  Asked asked;
  make_town(asked);
  CHECK(asked.plan("MATCH (p:Person {name: 'Ann'}) RETURN p").find("NodeIndexSeek") != std::string::npos);
  CHECK(asked.plan("MATCH (p:Person) WHERE p.name = $name RETURN p").find("NodeIndexSeek") !=
        std::string::npos);
  CHECK(asked.plan("MATCH (p:Person)-[:WORKS_AT]->(f:Firm {name: 'Mill'}) RETURN p").find("NodeIndexSeek") !=
        std::string::npos);
}

TEST_CASE("PROFILE tells the rows of each operator", "[engine][plan]") {
  Asked asked;
  make_town(asked);
  const attest::Result result =
      asked.engine.run("PROFILE MATCH (p:Person)-[:WORKS_AT]->(f) RETURN p.name, f.name");
  CHECK(result.row_count == 3);
  REQUIRE(result.plan);
  CHECK(result.profiled);
  CHECK(result.plan->rows == 3);
  CHECK(asked.engine.run("EXPLAIN MATCH (n) RETURN n").row_count == 0);
}
