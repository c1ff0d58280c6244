// RDF: rapper (raptor2-utils) reads it, the three syntaxes say the same, and facts keep their evidence.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
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

std::string exported(const Graph& graph, const char* format, const ExportOptions& options = {}) {
  std::ostringstream out;
  export_graph(GraphView(graph), format, out, options);
  return out.str();
}

/// A person mentioned in a document that gives her a post, and a claim.
Graph attested_graph() {
  Graph graph;
  const NodeId anna =
      test::add_node(graph, {"Person"}, {{"name", "Anna Berg"}, {"aliases", List{"Berg", "A. Berg"}}});
  const NodeId office = test::add_node(graph, {"Organization"}, {{"name", "Harbour Office"}});
  const NodeId document = test::add_node(graph, {"Document"}, {{"name", "a b.txt"}, {"date", "2023-09-19"}});
  const NodeId claim = test::add_node(
      graph, {"Claim"},
      {{"text", "It \"floats\""}, {"polarity", "affirmed"}, {"evidence", List{"a b.txt#char=50,60"}}});
  test::add_relationship(graph, "MENTIONED_IN", anna, document, {{"spans", List{"char=0,9", "char=20,24"}}});
  test::add_relationship(
      graph, "HOLDS_POSITION", anna, office,
      {{"title", "director"}, {"confidence", 0.9}, {"evidence", List{"a b.txt#char=0,40"}}});
  test::add_relationship(graph, "MADE_BY", claim, anna);
  return graph;
}

/// The N-Triples of a text in another syntax, as lines in order; blank nodes get names of the reader's own.
std::optional<std::set<std::string>> triples(const std::string& text, const std::string& syntax) {
  if (!test::have("rapper")) return {};
  const test::TemporaryDirectory folder;
  test::write_text(folder.path() / "graph", text);
  const auto outcome = test::run("rapper -q -i " + syntax + " -o ntriples " +
                                 test::quoted(folder.path() / "graph") + " urn:base");
  INFO(outcome.output.substr(0, 3000));
  REQUIRE(outcome.status == 0);
  std::set<std::string> lines;
  std::istringstream in(outcome.output);
  for (std::string line; std::getline(in, line);) lines.insert(line);
  return lines;
}

/// The triples of our JSON-LD, expanded: prefixes of the context replaced, nothing nested.
std::set<std::string> triples_of_jsonld(const std::string& text) {
  const Json document = Json::parse(text);
  const auto full = [&](const std::string& term) {
    const auto colon = term.find(':');
    const auto& context = document["@context"];
    if (!term.starts_with("_:") && context.contains(term.substr(0, colon)))
      return "<" + context[term.substr(0, colon)].get<std::string>() + term.substr(colon + 1) + ">";
    return term.starts_with("_:") ? term : "<" + term + ">";
  };
  std::set<std::string> lines;
  for (const Json& resource : document["@graph"]) {
    for (const auto& [key, objects] : resource.items()) {
      if (key == "@id") continue;
      const bool type = key == "@type";
      const std::string predicate = type ? "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>" : full(key);
      for (const Json& object : objects.is_array() ? objects : Json::array({objects})) {
        std::string term;
        if (type)
          term = full(object);
        else if (object.is_string())
          term = object.dump();
        else if (object.contains("@id"))
          term = full(object["@id"]);
        else
          term = object["@value"].dump() + "^^" + full(object["@type"]);
        lines.insert(full(resource["@id"]) + " " + predicate + " " + term + " .");
      }
    }
  }
  return lines;
}

TEST_CASE("N-Triples, Turtle and JSON-LD hold the same triples") {
  const Graph graph = attested_graph();
  const auto lines = triples(exported(graph, "ntriples"), "ntriples");
  const auto turtle = triples(exported(graph, "turtle"), "turtle");
  if (!lines || !turtle) return;
  CHECK(lines->size() > 30);
  CHECK(*lines == *turtle);
  CHECK(*lines == triples_of_jsonld(exported(graph, "jsonld")));
}

TEST_CASE("Terms are those of schema.org, PROV-O and Web Annotation") {
  const std::string text = exported(attested_graph(), "ntriples");
  CHECK_THAT(text, Catch::Contains("<urn:attest:n0> <https://schema.org/name> \"Anna Berg\" ."));
  CHECK_THAT(text, Catch::Contains("<urn:attest:n0> <https://schema.org/alternateName> \"A. Berg\" ."));
  CHECK_THAT(
      text, Catch::Contains("<urn:attest:n3> <http://www.w3.org/ns/prov#wasAttributedTo> <urn:attest:n0> ."));
  CHECK_THAT(text, Catch::Contains("<urn:attest:n2> <urn:attest:vocab#date> "
                                   "\"2023-09-19\"^^<http://www.w3.org/2001/XMLSchema#date> ."));
  CHECK_THAT(text, Catch::Contains("_:r1s0p <http://www.w3.org/ns/oa#end> "
                                   "\"40\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> ."));
  CHECK_THAT(text, Catch::Contains("_:r1s0 <http://www.w3.org/ns/oa#hasSource> <urn:attest:n2> ."));
  CHECK_THAT(text, Catch::Contains("<urn:attest:r1> <http://www.w3.org/ns/prov#wasDerivedFrom> _:r1s0 ."));
  CHECK_THAT(text, Catch::Contains("<urn:attest:r0> <http://www.w3.org/ns/oa#hasTarget> _:r0s1 ."));
}

TEST_CASE("RDF-star says it of the triple itself") {
  ExportOptions star;
  star.rdf_star = true;
  const std::string text = exported(attested_graph(), "turtle", star);
  CHECK_THAT(text, Catch::Contains(
                       "<< <urn:attest:n0> attest:HOLDS_POSITION <urn:attest:n1> >> prov:wasDerivedFrom"));
  CHECK_THAT(text, Catch::Contains("attest:title \"director\" ."));
  CHECK(text.find("rdf:Statement") == std::string::npos);
  CHECK_THROWS_AS(exported(attested_graph(), "ntriples", star), UsageError);
}

TEST_CASE("rapper reads hostile graphs") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    std::mt19937_64 random(seed);
    const Graph graph = test::random_graph(random, 10);
    const auto lines = triples(exported(graph, "ntriples"), "ntriples");
    const auto turtle = triples(exported(graph, "turtle"), "turtle");
    if (!lines) return;
    CHECK(*lines == *turtle);
  }
}

}  // namespace
}  // namespace attest
