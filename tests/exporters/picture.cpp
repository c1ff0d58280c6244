// The HTML picture, opened in headless Chromium.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <sstream>

#include <attest/exporters/export.hpp>
#include <attest/graph/error.hpp>
#include <support.hpp>

#include "graphs.hpp"
#include "programs.hpp"

namespace attest {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;

const std::string attack =
    "</script><script>window.pwned=1</script><img src=x onerror=\"window.pwned=2\">"
    "<!--<script>--><svg onload=alert(1)>";

/// Anna is claimed to be a spy by one and not to be one by another; every text tries to become markup.
GraphView hostile_view(Graph& graph) {
  const NodeId anna =
      test::add_node(graph, {"Person"}, {{"name", "Anna Berg " + attack}, {"big", std::int64_t{1} << 60}});
  const NodeId omar = test::add_node(graph, {"Person"}, {{"name", "Omar"}, {"aliases", List{attack}}});
  const NodeId town =
      test::add_node(graph, {"Place", "x\"><img src=x onerror=window.pwned=3>"}, {{"name", "Älvsjö 😀"}});
  const NodeId one =
      test::add_node(graph, {"Document"}, {{"name", "one " + attack + ".txt"}, {"title", attack}});
  test::add_node(graph, {"Document"}, {{"name", "two.txt"}});
  const List said{"two.txt#char=6,22"};
  const NodeId yes = test::add_node(
      graph, {"Claim"}, {{"text", "Anna is a spy"}, {"polarity", "affirmed"}, {"evidence", said}});
  const NodeId no = test::add_node(graph, {"Claim"}, {{"text", "She is none"}, {"polarity", "denied"}});
  const NodeId old = test::add_node(graph, {"Event"}, {{"name", "meeting"}, {"date", "1999-05"}});
  const NodeId late = test::add_node(graph, {"Event"}, {{"name", "trial"}, {"date", "2020-01-31"}});
  test::add_relationship(graph, "MADE_BY", yes, omar);
  test::add_relationship(graph, "MADE_BY", no, town);
  test::add_relationship(graph, "ABOUT", yes, anna);
  test::add_relationship(graph, "ABOUT", no, anna);
  test::add_relationship(graph, "MENTIONED_IN", anna, one, {{"spans", List{"char=0,4"}}});
  test::add_relationship(graph, "LIVES_IN", anna, town,
                         {{"confidence", 0.7}, {"evidence", List{"two.txt#char=3,23"}}});
  test::add_relationship(graph, "PARTICIPATED_IN", omar, old, {{"confidence", 0.9}});
  test::add_relationship(graph, "PARTICIPATED_IN", omar, late, {{attack.c_str(), attack}});
  GraphView view(graph);
  view.document_text = [](std::string_view name) -> std::optional<std::string> {
    // Offsets are code points: the emoji is one.
    return name == "two.txt" ? "😀: Anna lives in Älvsjö. " + attack : attack;
  };
  return view;
}

/// The page with this graph; nothing where this build has no picture.
std::optional<fs::path> page_of(const GraphView& view, const fs::path& folder) {
  const fs::path file = folder / "picture.html";
  try {
    export_file(view, "html", file);
  } catch (const UsageError& error) {
    CHECK_THAT(error.what(), Catch::Contains("Install nodejs and npm"));
    WARN("this build has no HTML picture: skipped");
    return {};
  }
  return file;
}

TEST_CASE("The page holds everything and asks for nothing") {
  Graph graph;
  const test::TemporaryDirectory folder;
  const auto file = page_of(hostile_view(graph), folder.path());
  if (!file) return;
  const std::string page = test::read_file(*file);
  CHECK(page.find("<script type=\"application/json\" id=\"graph\">") != std::string::npos);
  CHECK(page.find("window.pwned=1</script>") == std::string::npos);
  CHECK(page.find("<img") == std::string::npos);
  CHECK(page.find("default-src 'none'") != std::string::npos);
  CHECK(page.find("\"big\": \"1152921504606846976\"") != std::string::npos);
  const auto start = page.find("id=\"graph\">") + 11;
  const Json data = Json::parse(page.substr(start, page.find("</script>", start) - start));
  CHECK(data["nodes"].size() == 9);
  CHECK(data["relationships"].size() == 8);
  CHECK(data["documents"].size() == 2);
}

TEST_CASE("A reader searches, clicks, filters; documents never run as script") {
  Graph graph;
  const test::TemporaryDirectory folder;
  const auto file = page_of(hostile_view(graph), folder.path());
  if (!file) return;
  const fs::path package = test::binary().parent_path() / "exporters/html";
  const auto outcome =
      test::run("cd " + test::quoted(package) + " && node " +
                test::quoted(test::source_dir() / "tests/exporters/picture.mjs") + " " + test::quoted(*file));
  INFO(outcome.output.substr(0, 4000));
  if (outcome.status == 77) {
    WARN("Chromium or playwright-core is not installed: skipped");
    return;
  }
  REQUIRE(outcome.status == 0);
  const Json seen = Json::parse(outcome.output.substr(outcome.output.find("{\"errors\"")));
  CHECK(seen["errors"].empty());
  CHECK(seen["requests"].empty());
  CHECK(seen["dialogs"] == 0);
  CHECK(seen["ran"].is_null());
  CHECK(seen["foreign"] == 0);
  CHECK(seen["drawn"] == true);
  CHECK(seen["count"] == "7 nodes, 7 relationships");  // documents start folded away

  CHECK(seen["suggestions"].size() >= 1);
  CHECK(seen["active"] == "hit-0");
  CHECK(seen["focusInPanel"] == true);
  CHECK(seen["panelClosed"] == true);
  CHECK(seen["marks"][0] == "Anna lives in Älvsjö");
  CHECK(seen["sides"]["affirmed"] == Json{"Omar"});
  CHECK(seen["sides"]["denied"] == Json{"Älvsjö 😀"});
  CHECK(seen["clicked"].get<std::string>().starts_with("Anna Berg"));
  CHECK(seen["inSight"] == true);
  CHECK(seen["overlap"] == 0);
  CHECK_THAT(seen["listed"].get<std::string>(),
             Catch::Contains("2 dated events") && Catch::Contains("trial"));
  CHECK(seen["unnamed"] == 0);
  CHECK(seen["theme"] == Json{"light", "dark"});

  CHECK(seen["everything"] == "9 nodes, 8 relationships");
  CHECK(seen["withoutEvents"] == "7 nodes, 6 relationships");
  CHECK(seen["withoutMentions"] == "9 nodes, 7 relationships");
  CHECK(seen["oneDocument"] == "7 nodes, 5 relationships");
  CHECK(seen["confident"] == "9 nodes, 7 relationships");
  CHECK(seen["later"] == "8 nodes, 7 relationships");
}

TEST_CASE("A graph that no browser moves is refused with advice") {
  Graph graph;
  for (int i = 0; i < 100'001; ++i) graph.add_node({}, {});
  std::ostringstream out;
  CHECK_THROWS_AS(export_graph(GraphView(graph), "html", out), UsageError);
}

}  // namespace
}  // namespace attest
