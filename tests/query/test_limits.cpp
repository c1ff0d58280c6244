// Every statement can be ended: by a flag within 100 ms, by its time limit, by its memory limit.
#include <ctime>

#include <atomic>
#include <random>
#include <thread>

#include <catch2/catch.hpp>

#include "engine.hpp"

using namespace attest;
using namespace attest::test;

namespace {

/// 20,000 nodes, 100,000 relationships between nodes at random.
Asked large_graph() {
  constexpr std::uint32_t nodes = 20'000, relationships = 100'000;
  Asked asked;
  std::mt19937 random(1);
  const LabelId label = asked.graph.label("N");
  const KeyId number = asked.graph.key("i"), text = asked.graph.key("s");
  for (std::uint32_t i = 0; i < nodes; ++i) {
    const Property properties[] = {{number, Value(std::int64_t{i})}, {text, Value(std::to_string(i % 100))}};
    asked.graph.add_node(std::span(&label, 1), properties);
  }
  const TypeId type = asked.graph.type("T");
  for (std::uint32_t i = 0; i < relationships; ++i)
    asked.graph.add_relationship(type, NodeId(random() % nodes), NodeId(random() % nodes), {});
  return asked;
}

/// Of the whole process: other programs on the machine do not make it longer.
double cpu_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// How long the statement goes on after it is interrupted; less than nothing where it ended by itself.
double delay(Asked& asked, const char* statement) {
  std::atomic<bool> interrupt = false;
  double begin = 0;
  std::thread timer([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(60));
    begin = cpu_milliseconds();
    interrupt = true;
  });
  QueryOptions options;
  options.interrupt = &interrupt;
  const std::string error = asked.error(statement, options);
  const double end = cpu_milliseconds();
  timer.join();
  return error == "Interrupted 0:0" ? end - begin : -1;
}

const char* const endless[] = {
    // Patterns
    "MATCH (a)-[*]-(b) RETURN count(*)",
    "MATCH p = (a:N)-[*1..20]->(b:N) WHERE b.i < 0 RETURN p",
    "MATCH (a:N), (b:N), (c:N) RETURN count(*)",
    "MATCH (a:N), (b:N) WHERE a.s + b.s = 'x' RETURN count(*)",
    "MATCH (a:N), (b:N), (c:N) RETURN a.i, b.i ORDER BY a.i + b.i + c.i LIMIT 3",
    "MATCH (a)-->(b)-->(c)-->(d)-->(e)-->(f)-->(g)-->(a) RETURN count(*)",
    "MATCH p = shortestPath((a:N)-[*]-(b:N)) RETURN sum(length(p))",
    "MATCH p = allShortestPaths((a:N)-[*]-(b:N)) RETURN count(p)",
    "MATCH (a:N) WHERE EXISTS { MATCH (a)-[*1..9]-({i: -1}) } RETURN a",
    "MATCH (a:N) RETURN sum(COUNT { MATCH (a)-[*1..4]-(b) WHERE b.i > a.i })",
    "MATCH (a:N) OPTIONAL MATCH (a)-[r*..6]->(b {i: -1}) RETURN count(r)",
    // Values
    "UNWIND range(1, 10000000) AS x UNWIND range(1, 1000) AS y RETURN sum(x * y)",
    "RETURN reduce(sum = 0, x IN range(1, 30000000) | sum + x)",
    "RETURN reduce(list = [], x IN range(1, 10000000) | list + x)",
    "RETURN reduce(text = '', x IN range(1, 30000000) | text + 'abcdefgh')",
    "RETURN size([x IN range(1, 30000000) WHERE x % 3 = 0 | x * x])",
    "RETURN all(x IN range(1, 30000000) WHERE x % 30000001 > 0)",
    "RETURN size([x IN range(1, 10000) | range(1, 10000)])",
    // Rows
    "UNWIND range(1, 10000000) AS x RETURN x ORDER BY -x",
    "UNWIND range(1, 10000000) AS x WITH x ORDER BY -x LIMIT 2000000 RETURN sum(x)",
    "UNWIND range(1, 10000000) AS x RETURN x % 1000000 AS key, count(*)",
    "UNWIND range(1, 10000000) AS x WITH DISTINCT x RETURN count(*)",
    "UNWIND range(1, 10000000) AS x RETURN size(collect(x))",
    "MATCH (a:N) CALL (a) { MATCH (b:N) RETURN max(a.i * b.i) AS most } RETURN sum(most)",
    "MATCH (a:N), (b:N) RETURN a.i AS x UNION MATCH (a:N), (b:N) RETURN b.i AS x",
    // Changes
    "UNWIND range(1, 10000000) AS x CREATE (:Made {x: x})",
    "FOREACH (x IN range(1, 10000000) | CREATE (:Made {x: x}))",
    "UNWIND range(1, 10000000) AS x MERGE (:Made {x: x})",
    "MATCH (a:N), (b:N) SET a.i = b.i",
    // Procedures
    "CALL algo.betweenness() YIELD score RETURN sum(score)",
    "CALL algo.closeness() YIELD score RETURN sum(score)",
    "CALL algo.pagerank({iterations: 1000000}) YIELD score RETURN sum(score)",
    "MATCH (a:N), (b:N) CALL algo.shortestPath(a, b) YIELD distance RETURN sum(distance)",
    "UNWIND range(1, 10000) AS i CALL algo.communities({seed: i}) YIELD community RETURN sum(community)",
    "UNWIND range(1, 10000) AS i CALL algo.kCore() YIELD core RETURN sum(core)",
    "UNWIND range(1, 10000) AS i CALL algo.connectedComponents() YIELD component RETURN sum(component)",
    "UNWIND range(1, 10000) AS i CALL algo.stronglyConnectedComponents() YIELD component RETURN count(*)",
    "UNWIND range(1, 10000) AS i CALL algo.clusteringCoefficient() YIELD score RETURN sum(score)",
    "UNWIND range(1, 10000) AS i CALL algo.minimumSpanningTree() YIELD weight RETURN sum(weight)",
};

}  // namespace

TEST_CASE("whatever a statement does, it ends within 100 ms of being interrupted", "[limits]") {
  Asked asked = large_graph();
  REQUIRE(asked.one("MATCH (:N)-[r]->() RETURN count(r)") == "100000");  // builds the rows
  for (const char* statement : endless) {
    CAPTURE(statement);
    const double milliseconds = delay(asked, statement);
    CHECK(milliseconds >= 0);
    CHECK(milliseconds < 100);
    if (std::getenv("ATTEST_SHOW_DELAYS")) WARN(milliseconds << " ms: " << statement);
  }
  CHECK(asked.one("MATCH (n) RETURN count(n)") == "20000");
}

TEST_CASE("a time limit ends what goes on", "[limits]") {
  Asked asked = large_graph();
  QueryOptions options;
  options.timeout = std::chrono::milliseconds(20);
  for (const char* statement : {endless[0], endless[2], endless[12], endless[25], endless[29]}) {
    CAPTURE(statement);
    CHECK(asked.error(statement, options) == "Timeout 0:0");
  }
}

TEST_CASE("a memory limit holds for rows, groups, and values while they are made", "[limits]") {
  Asked asked;
  QueryOptions options;
  options.memory_limit = 20 << 20;
  for (const char* statement : {
           "RETURN size(range(1, 60000000))",
           "RETURN size([x IN range(1, 1000) | range(1, 10000)])",
           "UNWIND range(1, 1000) AS x RETURN size(collect(range(1, 10000)))",
           "UNWIND range(1, 1000000) AS x RETURN collect([x, [x]])",
           "RETURN size(reduce(text = 'ab', x IN range(1, 27) | text + text))",
           "RETURN reduce(list = [1], x IN range(1, 25) | list + list)",
           "RETURN COLLECT { UNWIND range(1, 1000000) AS x RETURN [x] }",
           "UNWIND range(1, 1000000) AS x RETURN x, count(*)",
           "UNWIND range(1, 1000000) AS x RETURN DISTINCT toString(x)",
           "UNWIND range(1, 1000000) AS x WITH x, [x] AS y ORDER BY x RETURN count(y)",
           "UNWIND range(1, 1000000) AS x RETURN x, -x",
       }) {
    CAPTURE(statement);
    CHECK(asked.error(statement, options) == "MemoryLimit 0:0");
  }
  CHECK(asked.error("RETURN size(range(1, 1000000))", options).empty());
}

TEST_CASE("a value that no machine holds is refused", "[limits]") {
  Asked asked;
  CHECK(asked.error("RETURN range(1, 1000000000000)") == "ValueTooLarge 0:0");
  CHECK(asked.error("RETURN reduce(text = 'ab', x IN range(1, 100) | text + text)") == "ValueTooLarge 0:0");
  CHECK(asked.error("RETURN reduce(list = [1], x IN range(1, 100) | list + list)") == "ValueTooLarge 0:0");
}
