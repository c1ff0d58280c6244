// CSV with Neo4j's bulk-import headers: what each header means.
#include <catch2/catch.hpp>

#include <attest/exporters/import.hpp>
#include <support.hpp>

#include "graphs.hpp"
#include "programs.hpp"

namespace attest {
namespace {

Graph imported(std::initializer_list<std::pair<const char*, std::string_view>> files,
               ImportOptions options = {}) {
  const test::TemporaryDirectory folder;
  std::vector<std::filesystem::path> paths;
  for (const auto& [name, text] : files) {
    paths.push_back(folder.path() / name);
    test::write_text(paths.back(), text);
  }
  Graph graph;
  import_files(graph, paths, options);
  return graph;
}

Value property(const Graph& graph, std::uint32_t node, const char* key) {
  const auto id = graph.keys().find(key);
  return id ? graph.property(NodeId{node}, *id) : Value();
}

TEST_CASE("Types of the header") {
  const Graph graph =
      imported({{"n.csv",
                 "id:ID,s,i:int,l:long,f:float,d:double,b:boolean,names:string[],ns:int[],day:date,"
                 "at:datetime,skip:IGNORE,:LABEL\n"
                 "7,text,1,-2,0.5,1e3,true,a;b,1;2;3,2023-09-19,2023-09-19T10:00:00Z,x,A;B\n"
                 "8,,,,,,,,,,,,\n"}});
  REQUIRE(graph.node_count() == 2);
  CHECK(identical(property(graph, 0, "id"), Value(7)));
  CHECK(identical(property(graph, 0, "s"), Value("text")));
  CHECK(identical(property(graph, 0, "i"), Value(1)));
  CHECK(identical(property(graph, 0, "l"), Value(-2)));
  CHECK(identical(property(graph, 0, "f"), Value(0.5)));
  CHECK(identical(property(graph, 0, "d"), Value(1000.0)));
  CHECK(identical(property(graph, 0, "b"), Value(true)));
  CHECK(identical(property(graph, 0, "names"), Value(List{"a", "b"})));
  CHECK(identical(property(graph, 0, "ns"), Value(List{1, 2, 3})));
  CHECK(identical(property(graph, 0, "day"), Value(Date{19619})));
  CHECK(property(graph, 0, "at").type() == Value::Type::date_time);
  CHECK(property(graph, 0, "skip").is_null());
  CHECK(graph.labels_of(NodeId{0}).size() == 2);
  CHECK(graph.properties(NodeId{1}).size() == 1);
  CHECK(graph.labels_of(NodeId{1}).empty());
}

TEST_CASE("Quotes, line breaks, CRLF, byte order mark and a last line without an end") {
  const Graph graph = imported(
      {{"n.csv", "\xEF\xBB\xBF:ID,name\r\n1,\"a \"\"quote\"\", and\nmore\"\r\n\r\n2,\"\"\r\n3,plain"}});
  REQUIRE(graph.node_count() == 3);
  CHECK(property(graph, 0, "name").string() == "a \"quote\", and\nmore");
  CHECK(property(graph, 1, "name").string().empty());
  CHECK(property(graph, 2, "name").string() == "plain");
}

TEST_CASE("Spaces of ids keep apart what has the same id") {
  const Graph graph =
      imported({{"people.csv", "id:ID(Person),:LABEL\n1,Person\n2,Person\n"},
                {"films.csv", "id:ID(Film),:LABEL\n1,Film\n"},
                {"acted.csv", ":START_ID(Person),:END_ID(Film),role,:TYPE\n2,1,Neo,ACTED_IN\n"}});
  REQUIRE(graph.relationship_count() == 1);
  CHECK(graph.start_of(RelationshipId{0}) == NodeId{1});
  CHECK(graph.end_of(RelationshipId{0}) == NodeId{2});
  CHECK(graph.types().name(graph.type_of(RelationshipId{0})) == "ACTED_IN");
}

TEST_CASE("Ids may be far apart, negative, or texts") {
  const Graph graph = imported({{"n.csv", "id:ID\n9000000000000000000\n-5\nabc\n007\n7\n"},
                                {"r.csv", ":START_ID,:END_ID\n007,7\n-5,9000000000000000000\nabc,abc\n"}});
  REQUIRE(graph.node_count() == 5);
  CHECK(graph.start_of(RelationshipId{0}) == NodeId{3});
  CHECK(graph.end_of(RelationshipId{0}) == NodeId{4});
  CHECK(graph.end_of(RelationshipId{1}) == NodeId{0});
  CHECK(graph.start_of(RelationshipId{2}) == NodeId{2});
  CHECK(property(graph, 4, "id").string() == "7");
  CHECK(graph.types().name(graph.type_of(RelationshipId{0})) == "RELATED");
}

TEST_CASE("Other delimiters") {
  ImportOptions options;
  options.delimiter = '\t';
  options.array_delimiter = '|';
  const Graph graph = imported({{"n.csv", ":ID\tname\ttags:string[]\t:LABEL\n1\ta,b\tx|y\tA|B\n"}}, options);
  CHECK(property(graph, 0, "name").string() == "a,b");
  CHECK(property(graph, 0, "tags").list().size() == 2);
  CHECK(graph.labels_of(NodeId{0}).size() == 2);
}

TEST_CASE("What is imported is added to what is there, whatever the number of threads") {
  for (const unsigned threads : {1u, 2u, 5u}) {
    Graph graph = test::small_graph();
    const test::TemporaryDirectory folder;
    test::write_text(folder.path() / "n.csv", ":ID,name,:LABEL\n0,New,Person\n");
    test::write_text(folder.path() / "r.csv", ":START_ID,:END_ID,:TYPE\n0,0,SELF\n");
    ImportOptions options;
    options.threads = threads;
    const ImportSummary summary = import_files(graph, std::vector{folder.path()}, options);
    CHECK(summary.nodes == 1);
    CHECK(summary.relationships == 1);
    CHECK(graph.node_count() == 6);
    CHECK(graph.start_of(RelationshipId{5}) == NodeId{5});
    CHECK(property(graph, 5, "name").string() == "New");
    CHECK(property(graph, 0, "name").string() == "Anna Berg");
  }
}

TEST_CASE("Columns of one key with different types in different files") {
  const Graph graph = imported({{"a.csv", ":ID,x:int\n1,5\n"}, {"b.csv", ":ID,x\n2,five\n"}});
  CHECK(identical(property(graph, 0, "x"), Value(5)));
  CHECK(identical(property(graph, 1, "x"), Value("five")));
}

}  // namespace
}  // namespace attest
