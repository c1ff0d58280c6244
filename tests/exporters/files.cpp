// Files are there whole or not at all; a selection writes its part of the graph.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

#include <attest/exporters/export.hpp>
#include <attest/exporters/file.hpp>
#include <attest/graph/error.hpp>
#include <support.hpp>

#include "graphs.hpp"
#include "programs.hpp"

namespace attest {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::ptrdiff_t entries(const fs::path& folder) {
  return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

TEST_CASE("A file that cannot be finished leaves what was there") {
  const test::TemporaryDirectory folder;
  const fs::path file = folder.path() / "graph.json";
  test::write_text(file, "before");
  const auto fail = [](std::ostream& out) {
    out << "half";
    throw IoError("the disk is full");
  };
  CHECK_THROWS_AS(write_file(file, fail), IoError);
  CHECK(test::read_file(file) == "before");
  CHECK(entries(folder.path()) == 1);
  write_file(file, [](std::ostream& out) { out << "after"; });
  CHECK(test::read_file(file) == "after");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("A full disk is an error, whichever the format") {
  if (!fs::exists("/dev/full")) return;
  for (const ExportFormat& format : export_formats()) {
    if (format.name == "csv" || format.name == "html") continue;  // a folder; not in every build
    if ((format.name == "svg" || format.name == "png" || format.name == "pdf") && !test::have("dot"))
      continue;
    CAPTURE(format.name);
    CHECK_THROWS_AS(export_file(GraphView(test::small_graph()), format.name, "/dev/full"), IoError);
  }
}

TEST_CASE("Places that cannot be written to are named") {
  const test::TemporaryDirectory folder;
  const Graph graph = test::small_graph();
  CHECK_THROWS_WITH(export_file(GraphView(graph), "json", folder.path()), Catch::Contains("is a folder"));
  CHECK_THROWS_WITH(export_file(GraphView(graph), "json", folder.path() / "none" / "x.json"),
                    Catch::Contains("none/x.json") && Catch::Contains("No such file"));
}

TEST_CASE("A link keeps pointing at the file it points at, and rights are kept") {
  const test::TemporaryDirectory folder;
  const fs::path file = folder.path() / "real.json";
  const fs::path link = folder.path() / "link.json";
  test::write_text(file, "before");
  fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink(file, link);
  write_file(link, [](std::ostream& out) { out << "after"; });
  CHECK(fs::is_symlink(link));
  CHECK(test::read_file(file) == "after");
  CHECK((fs::status(file).permissions() & fs::perms::all) ==
        (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("CSV makes a folder, replaces its own and spares others") {
  const test::TemporaryDirectory folder;
  const fs::path out = folder.path() / "csv";
  const Graph graph = test::small_graph();
  export_file(GraphView(graph), "csv", out);
  export_file(GraphView(graph), "csv", out);
  CHECK(test::read_file(out / "relationships-KNOWS.csv") ==
        ":START_ID,:END_ID,since:long,:TYPE\n0,1,1999,KNOWS\n0,1,2001,KNOWS\n");
  CHECK(fs::exists(out / "nodes-Author_Person.csv"));
  CHECK(entries(folder.path()) == 1);
  test::write_text(out / "letter.txt", "dear");
  CHECK_THROWS_WITH(export_file(GraphView(graph), "csv", out), Catch::Contains("letter.txt"));
  CHECK(test::read_file(out / "letter.txt") == "dear");
}

TEST_CASE("A selection brings the ends of its relationships and what paths and lists hold") {
  const Graph graph = test::small_graph();
  Selection selection;
  selection.add(graph, Value(List{Value(1), Value(RelationshipId{0}), Value(Map{{"x", Value(NodeId{3})}})}));
  std::ostringstream out;
  export_graph(GraphView(graph, selection), "json", out);
  const Json json = Json::parse(out.str());
  CHECK(json["nodes"].size() == 3);
  CHECK(json["relationships"].size() == 1);
  Selection path;
  path.add(graph, Value(Path{{NodeId{0}, NodeId{1}}, {RelationshipId{2}}}));
  CHECK(path.contains(NodeId{1}));
  CHECK(path.contains(RelationshipId{2}));
  CHECK_FALSE(path.contains(RelationshipId{3}));
}

TEST_CASE("Formats are known by name and by extension") {
  CHECK(export_format("gexf").extension == ".gexf");
  CHECK(export_format_of("a/b.ttl")->name == "turtle");
  CHECK(export_format_of("a/b.xyz") == nullptr);
  CHECK_THROWS_WITH(export_format("gephi"), Catch::Contains("the formats are csv, cypher, dot"));
  CHECK(std::is_sorted(export_formats().begin(), export_formats().end(),
                       [](const auto& a, const auto& b) { return a.name < b.name; }));
  ExportOptions options;
  options.style = "tree";
  std::ostringstream out;
  CHECK_THROWS_WITH(export_graph(GraphView(test::small_graph()), "json", out, options),
                    Catch::Contains("fragment, d3"));
}

}  // namespace
}  // namespace attest
