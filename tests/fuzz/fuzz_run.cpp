// Any statement runs over a small graph or fails with a QueryError, and one that fails leaves no trace.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include <attest/error.hpp>
#include <attest/query/query.hpp>

namespace {

attest::Graph small_graph() {
  attest::Graph graph;
  attest::Engine(graph).run(
      "CREATE (a:A:B {x: 1, y: 'one', z: [1, 2]})-[:R {x: 1}]->(b:B {x: 2.5, d: date('2020-02-29')})"
      "-[:S]->(c:C {x: null})-[:R]->(a), (b)-[:S {y: 'two'}]->(b), (:A)");
  return graph;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  attest::Graph graph = small_graph();
  std::size_t nodes = graph.node_count(), relationships = graph.relationship_count();
  attest::QueryOptions options;
  options.timeout = std::chrono::milliseconds(500);
  options.memory_limit = std::size_t{64} << 20;
  try {
    attest::Engine(graph).run(text, {{"p", std::int64_t{1}}, {"q", "text"}}, options);
  } catch (const attest::QueryError&) {
    if (graph.node_count() != nodes || graph.relationship_count() != relationships) std::abort();
  }
  return 0;
}
