// networkx, igraph, Graphviz and xmllint read what was exported and see the same graph.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <sstream>

#include <attest/exporters/export.hpp>
#include <attest/exporters/import.hpp>
#include <support.hpp>

#include "graphs.hpp"
#include "programs.hpp"

namespace attest {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

/// What a reader saw; nothing where the reader is not installed.
std::optional<Json> seen(const std::string& reader, const fs::path& file) {
  const fs::path script = test::source_dir() / "tests/exporters/readers.py";
  // Debian's packages belong to Debian's interpreter.
  const auto outcome =
      test::run("/usr/bin/python3 " + test::quoted(script) + " " + reader + " " + test::quoted(file));
  if (outcome.status == 77 || outcome.status == 127) {
    WARN(reader << " is not installed: skipped. " << outcome.output);
    return {};
  }
  INFO(outcome.output.substr(0, 2000));
  REQUIRE(outcome.status == 0);
  return Json::parse(outcome.output);
}

const Json& node_named(const Json& seen, const std::string& name) {
  const Json& nodes = seen["nodes"];
  const auto found = std::find_if(nodes.begin(), nodes.end(),
                                  [&](const Json& node) { return node.value("name", Json()) == name; });
  REQUIRE(found != nodes.end());
  return *found;
}

TEST_CASE("networkx reads GraphML: counts, ids, typed attributes, parallel edges") {
  const test::TemporaryDirectory folder;
  const fs::path file = folder.path() / "graph.graphml";
  export_file(GraphView(test::small_graph()), "graphml", file);
  const auto graph = seen("networkx-graphml", file);
  if (!graph) return;
  CHECK((*graph)["nodes"].size() == 5);
  CHECK((*graph)["edges"].size() == 5);
  const Json& anna = node_named(*graph, "Anna Berg");
  CHECK(anna["labels"] == ":Person");
  CHECK(anna["label"] == "Anna Berg");  // what Gephi shows
  CHECK(anna["born"] == 1970);
  CHECK(anna["height"] == 1.75);
  CHECK(node_named(*graph, "Omar & \"Sons\" <omar>")["alive"] == true);
  CHECK(Json::parse(node_named(*graph, "Älvsjö")["aliases"].get<std::string>()) == Json{"Alvsjo", "Elfsjö"});
  const Json& edges = (*graph)["edges"];
  CHECK(std::count_if(edges.begin(), edges.end(),
                      [](const Json& edge) { return edge["label"] == "KNOWS"; }) == 2);
}

TEST_CASE("igraph reads GraphML") {
  const test::TemporaryDirectory folder;
  const fs::path file = folder.path() / "graph.graphml";
  export_file(GraphView(test::small_graph()), "graphml", file);
  const auto graph = seen("igraph-graphml", file);
  if (!graph) return;
  CHECK((*graph)["nodes"].size() == 5);
  CHECK((*graph)["edges"].size() == 5);
  CHECK(node_named(*graph, "Anna Berg")["born"] == 1970);
  CHECK((*graph)["edges"][0]["label"] == "LIVES_IN");
}

TEST_CASE("Hostile graphs keep their counts in networkx and igraph") {
  std::mt19937_64 random(11);
  const Graph graph = test::random_graph(random, 60);
  const test::TemporaryDirectory folder;
  const fs::path graphml = folder.path() / "graph.graphml";
  const fs::path gexf = folder.path() / "graph.gexf";
  export_file(GraphView(graph), "graphml", graphml);
  export_file(GraphView(graph), "gexf", gexf);
  for (const auto& [reader, file] :
       {std::pair{"networkx-graphml", graphml}, {"igraph-graphml", graphml}, {"networkx-gexf", gexf}}) {
    CAPTURE(reader);
    const auto read = seen(reader, file);
    if (!read) continue;
    CHECK((*read)["nodes"].size() == graph.node_count());
    CHECK((*read)["edges"].size() == graph.relationship_count());
  }
}

TEST_CASE("GraphML has the structure of its schema") {
  if (!test::have("xmllint")) return;
  std::mt19937_64 random(5);
  const test::TemporaryDirectory folder;
  for (const bool yed : {false, true}) {
    const fs::path file = folder.path() / "graph.graphml";
    ExportOptions options;
    options.yed = yed;
    export_file(GraphView(test::random_graph(random, 40)), "graphml", file, options);
    const fs::path schema = test::source_dir() / "tests/exporters/graphml.xsd";
    const auto outcome =
        test::run("xmllint --nonet --noout --schema " + test::quoted(schema) + " " + test::quoted(file));
    INFO(outcome.output);
    CHECK(outcome.status == 0);
  }
}

TEST_CASE("networkx reads GEXF with looks and dates") {
  const test::TemporaryDirectory folder;
  const fs::path file = folder.path() / "graph.gexf";
  export_file(GraphView(test::small_graph()), "gexf", file);
  const auto graph = seen("networkx-gexf", file);
  if (!graph) return;
  CHECK((*graph)["nodes"].size() == 5);
  CHECK((*graph)["edges"].size() == 5);
  const Json& event = node_named(*graph, "meeting");
  CHECK(event["start"] == "2023-09-01");
  CHECK(event["end"] == "2023-09-30");
  CHECK(event["viz"].get<std::string>().find("'r': 213") != std::string::npos);
  CHECK(node_named(*graph, "Anna Berg")["born"] == 1970);
}

TEST_CASE("GEXF comes in the namespace of 1.3, too, and of 1.2 throughout") {
  const test::TemporaryDirectory folder;
  const fs::path file = folder.path() / "graph.gexf";
  ExportOptions options;
  options.style = "1.3";
  export_file(GraphView(test::small_graph()), "gexf", file, options);
  const std::string strict = test::read_file(file);
  CHECK(strict.find("xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\"") !=
        std::string::npos);
  Graph back;
  CHECK(import_files(back, std::vector{file}).nodes == 5);  // Attest goes by no namespace
  options.style = "1.2";
  export_file(GraphView(test::small_graph()), "gexf", file, options);
  CHECK(test::read_file(file).find("version=\"1.2\"") != std::string::npos);
  if (const auto graph = seen("networkx-gexf", file)) CHECK((*graph)["edges"].size() == 5);
  options.style = "2.0";
  CHECK_THROWS_WITH(export_file(GraphView(test::small_graph()), "gexf", file, options),
                    Catch::Contains("the styles are 1.2 and 1.3"));
}

TEST_CASE("JSON comes in the shapes of networkx, Cytoscape.js and D3") {
  const test::TemporaryDirectory folder;
  const fs::path file = folder.path() / "graph.json";
  for (const auto& [style, reader] :
       {std::pair{"node-link", "networkx-json"}, {"cytoscape", "cytoscape"}, {"d3", "d3"}}) {
    CAPTURE(style);
    ExportOptions options;
    options.style = style;
    export_file(GraphView(test::small_graph()), "json", file, options);
    const auto graph = seen(reader, file);
    if (!graph) continue;
    CHECK((*graph)["nodes"].size() == 5);
    CHECK((*graph)["edges"].size() == 5);
    CHECK(node_named(*graph, "Anna Berg")["born"] == 1970);
  }
}

TEST_CASE("Graphviz draws what the DOT says") {
  if (!test::have("dot")) return;
  const test::TemporaryDirectory folder;
  std::mt19937_64 random(2);
  const fs::path dot = folder.path() / "graph.dot";
  export_file(GraphView(test::random_graph(random, 12)), "dot", dot);
  for (const char* program : {"dot", "sfdp"}) {
    const auto outcome = test::run(std::string(program) + " -Tplain " + test::quoted(dot));
    INFO(outcome.output);
    REQUIRE(outcome.status == 0);
    std::size_t nodes = 0;
    for (std::size_t at = 0; (at = outcome.output.find("\nnode ", at)) != std::string::npos; ++at) ++nodes;
    CHECK(nodes == 12);
  }
}

TEST_CASE("Graphs too large for layers are drawn where Attest places them, in seconds") {
  if (!test::have("neato")) return;
  std::mt19937_64 random(3);
  Graph graph;
  std::vector<NodeId> nodes;
  for (int i = 0; i < 1000; ++i)
    nodes.push_back(test::add_node(graph, {"Person"}, {{"name", "P" + std::to_string(i)}}));
  for (int i = 0; i < 5000; ++i)
    test::add_relationship(graph, "KNOWS", nodes[random() % 1000], nodes[random() % 1000]);
  const test::TemporaryDirectory folder;
  const fs::path file = folder.path() / "graph.svg";
  const auto start = std::chrono::steady_clock::now();
  export_file(GraphView(graph), "svg", file);
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(60));
  const std::string svg = test::read_file(file);
  CHECK(svg.find(">P999</text>") != std::string::npos);
}

TEST_CASE("Pictures are drawn by Graphviz") {
  if (!test::have("dot")) return;
  const test::TemporaryDirectory folder;
  const Graph graph = test::small_graph();
  for (const auto& [format, start] : {std::pair{"svg", "<?xml"}, {"png", "\x89PNG"}, {"pdf", "%PDF"}}) {
    const fs::path file = folder.path() / (std::string("graph.") + format);
    export_file(GraphView(graph), format, file);
    CHECK(test::read_file(file).starts_with(start));
  }
  CHECK(test::read_file(folder.path() / "graph.svg").find("Anna Berg") != std::string::npos);
}

TEST_CASE("Without Graphviz the message says what to install") {
  const std::string path = std::getenv("PATH");
  setenv("PATH", "/nonexistent", 1);
  std::ostringstream out;
  CHECK_THROWS_WITH(export_graph(GraphView(test::small_graph()), "svg", out),
                    Catch::Contains("install the package graphviz"));
  setenv("PATH", path.c_str(), 1);
}

}  // namespace
}  // namespace attest
