// What is wrong with a file is said with its name, the line and what was expected; and nothing is half
// imported.
#include <catch2/catch.hpp>

#include <attest/exporters/import.hpp>
#include <attest/graph/error.hpp>
#include <support.hpp>

#include "graphs.hpp"
#include "programs.hpp"

namespace attest {
namespace {

namespace fs = std::filesystem;

struct Place {
  std::string message;
  std::uint64_t line = 0;
};

/// Imports a file of this name and text into a graph of one node; the error it gives.
Place error_of(const std::string& name, std::string_view text) {
  const test::TemporaryDirectory folder;
  const fs::path file = folder.path() / name;
  test::write_text(file, text);
  Graph graph;
  test::add_node(graph, {"Old"}, {});
  try {
    import_files(graph, std::vector{file});
  } catch (const FormatError& error) {
    CHECK(error.file() == file.string());
    CHECK(graph.node_count() == 1);
    CHECK(graph.relationship_count() == 0);
    const std::string message = error.what();
    const std::string place = file.string() + ":" + std::to_string(error.line()) + ": ";
    CHECK(message.starts_with(place));
    return {message.substr(place.size()), error.line()};
  }
  FAIL("no error");
  return {};
}

TEST_CASE("CSV errors name the line and what was expected") {
  const auto check = [](std::string_view text, std::uint64_t line, const std::string& message) {
    const Place place = error_of("x.csv", text);
    CHECK_THAT(place.message, Catch::Contains(message));
    CHECK(place.line == line);
  };
  check("", 1, "expected a header line");
  check("a,b\n1,2\n", 1, "expected a column :ID");
  check(":ID,born:integr\n", 1, "has the type \"integr\"; expected");
  check(":START_ID,:TYPE\n", 1, "expected a column :END_ID");
  check(":ID,born:int\n1,1970\n2,abc\n", 3, "column \"born\": expected int, found \"abc\"");
  check(":ID,born:int\n1,99999999999999999999\n", 2, "expected int");
  check(":ID,name\n1,\"two\nlines\"\n2\n", 4, "expected 2 cells as in the header, found 1");
  check(":ID,name\n1,a,b\n", 2, "found more");
  check(":ID,name\n1,\"open\n2,b\n", 2, "a quote is opened and never closed");
  check(":ID,name\n,a\n", 2, "expected an id");
  check(":ID\n1\n2\n1\n", 4, "the id 1 is given twice");
  check(":ID,when:date\n1,2023-02-30\n", 2, "column \"when\": expected date, found \"2023-02-30\"");
  check(":ID,ns:int[]\n1,1;x\n", 2, "expected int[], found \"1;x\"");
  check(":START_ID,:END_ID\n1,2\n", 2, ":START_ID 1 is not the id of a node");
}

TEST_CASE("A relationship that names a missing node is placed in its own file") {
  const test::TemporaryDirectory folder;
  test::write_text(folder.path() / "nodes.csv", ":ID(P)\n1\n2\n");
  test::write_text(folder.path() / "r.csv", ":START_ID(P),:END_ID(P),:TYPE\n1,2,A\n2,7,A\n");
  Graph graph;
  CHECK_THROWS_WITH(
      import_files(graph, std::vector{folder.path()}),
      Catch::Contains("r.csv:3: :END_ID 7 is not the id of a node in these files of the space P"));
  CHECK(graph.node_count() == 0);
}

TEST_CASE("GraphML errors") {
  const auto graphml = [](const std::string& inside) {
    return "<graphml>\n<key id=\"k\" for=\"node\" attr.name=\"n\" attr.type=\"int\"/>\n<graph "
           "edgedefault=\"directed\">\n" +
           inside + "\n</graph></graphml>";
  };
  CHECK_THAT(error_of("x.graphml", "<a/>").message, Catch::Contains("expected <graphml>"));
  CHECK_THAT(error_of("x.graphml", "<graphml>\n<graph>\n").message, Catch::Contains("not XML"));
  CHECK_THAT(error_of("x.graphml", "plain text").message, Catch::Contains("not XML"));
  const Place bad = error_of("x.graphml", graphml("<node id=\"a\">\n<data key=\"k\">many</data></node>"));
  CHECK_THAT(bad.message, Catch::Contains("\"n\" is declared int; expected one, found \"many\""));
  CHECK(bad.line == 5);
  CHECK_THAT(error_of("x.graphml", graphml("<node id=\"a\"/><node id=\"a\"/>")).message,
             Catch::Contains("given twice"));
  CHECK_THAT(error_of("x.graphml", graphml("<node/>")).message,
             Catch::Contains("expected an attribute \"id\" in <node>"));
  const Place edge = error_of("x.graphml", graphml("<node id=\"a\"/>\n<edge source=\"a\" target=\"b\"/>"));
  CHECK_THAT(edge.message, Catch::Contains("names a node \"b\" that is not there"));
  CHECK(edge.line == 5);
  CHECK_THAT(error_of("x.graphml", graphml("<node id=\"a\"><data key=\"q\">1</data></node>")).message,
             Catch::Contains("no <key> has the id \"q\""));
}

TEST_CASE("An entity that refers to itself a billion times is refused") {
  std::string text = "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 30; ++i)
    text += "<!ENTITY a" + std::to_string(i) + " \"&a" + std::to_string(i - 1) + ";&a" +
            std::to_string(i - 1) + ";\">";
  text += "]><graphml><desc>&a29;</desc></graphml>";
  const test::TemporaryDirectory folder;
  test::write_text(folder.path() / "x.graphml", text);
  Graph graph;
  try {
    import_files(graph, std::vector{folder.path() / "x.graphml"});
  } catch (const FormatError&) {
  }
  CHECK(graph.node_count() == 0);
}

TEST_CASE("GEXF and JSON errors") {
  CHECK_THAT(error_of("x.gexf", "<gexf><graph><nodes><node label=\"a\"/></nodes></graph></gexf>").message,
             Catch::Contains("expected an attribute \"id\" in <node>"));
  CHECK_THAT(error_of("x.gexf",
                      "<gexf><graph><nodes><node id=\"a\"/></nodes>\n<edges><edge source=\"a\" "
                      "target=\"b\"/></edges></graph></gexf>")
                 .message,
             Catch::Contains("names a node \"b\""));
  CHECK_THAT(error_of("x.json", "{\"nodes\": [").message, Catch::Contains("not JSON"));
  CHECK(error_of("x.jsonl", "{\"nodes\": [], \"relationships\": []}\n{\"nodes\": []}\n").line == 2);
}

TEST_CASE("Files that are not there, and formats that nobody knows") {
  Graph graph;
  CHECK_THROWS_AS(import_files(graph, std::vector<fs::path>{"/nonexistent.csv"}), IoError);
  ImportOptions options;
  options.format = "xlsx";
  CHECK_THROWS_WITH(import_files(graph, std::vector<fs::path>{"a.xlsx"}, options),
                    Catch::Contains("no import format \"xlsx\"; the formats are"));
  const test::TemporaryDirectory folder;
  test::write_text(folder.path() / "a.xyz", "x");
  CHECK_THROWS_AS(import_files(graph, std::vector{folder.path() / "a.xyz"}), UsageError);
}

}  // namespace
}  // namespace attest
