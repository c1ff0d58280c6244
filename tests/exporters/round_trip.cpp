// What is exported and imported again is the same graph, to the bit, whatever is in it.
#include <catch2/catch.hpp>

#include <filesystem>

#include <attest/exporters/export.hpp>
#include <attest/exporters/import.hpp>
#include <support.hpp>

#include "graphs.hpp"

namespace attest {
namespace {

Graph there_and_back(const Graph& graph, const std::string& format, const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / ("graph." + format);
  export_file(GraphView(graph), format, path);
  Graph back;
  ImportOptions options;
  options.format = format;
  import_files(back, std::vector{path}, options);
  return back;
}

TEST_CASE("A small graph survives every format that can be imported") {
  const test::TemporaryDirectory folder;
  const Graph graph = test::small_graph();
  for (const std::string format : {"graphml", "json", "csv"}) {
    CAPTURE(format);
    const Graph back = there_and_back(graph, format, folder.path());
    CHECK(back.node_count() == graph.node_count());
    CHECK(back.relationship_count() == graph.relationship_count());
  }
}

TEST_CASE("Random graphs with hostile names and values come back equal") {
  const std::string format = GENERATE("graphml", "json", "csv");
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const test::TemporaryDirectory folder;
    std::mt19937_64 random(seed);
    const Graph graph = test::random_graph(random, 1 + seed % 12);
    const Graph back = there_and_back(graph, format, folder.path());
    CAPTURE(format, seed);
    REQUIRE(test::difference(graph, back) == "");
  }
}

TEST_CASE("The test's own comparison sees a difference") {
  std::mt19937_64 random(7);
  Graph graph = test::random_graph(random, 5);
  std::mt19937_64 again(7);
  Graph other = test::random_graph(again, 5);
  REQUIRE(test::difference(graph, other) == "");
  other.set_property(NodeId{2}, other.key("extra"), Value(1));
  CHECK(test::difference(graph, other) != "");
}

TEST_CASE("GEXF keeps nodes, relationships, labels and single values") {
  const test::TemporaryDirectory folder;
  const Graph graph = test::small_graph();
  const Graph back = there_and_back(graph, "gexf", folder.path());
  CHECK(back.node_count() == graph.node_count());
  CHECK(back.relationship_count() == graph.relationship_count());
  CHECK(back.labels_of(NodeId{1}).size() == 2);
  CHECK(identical(back.property(NodeId{1}, *back.keys().find("name")), Value("Omar & \"Sons\" <omar>")));
  CHECK(identical(back.property(NodeId{0}, *back.keys().find("born")), Value(1970)));
}

TEST_CASE("Writing the same graph twice gives the same bytes") {
  const test::TemporaryDirectory folder;
  std::mt19937_64 random(3);
  const Graph graph = test::random_graph(random, 30);
  for (const std::string format : {"graphml", "json", "gexf", "dot", "cypher"}) {
    std::string texts[2];
    for (std::string& text : texts) {
      std::ostringstream out;
      export_graph(GraphView(graph), format, out);
      text = out.str();
    }
    CHECK(texts[0] == texts[1]);
    CHECK(!texts[0].empty());
  }
}

}  // namespace
}  // namespace attest
