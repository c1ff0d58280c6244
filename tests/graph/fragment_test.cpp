#include <attest/graph/fragment.hpp>

#include <catch2/catch.hpp>

#include <attest/graph/error.hpp>

#include "model.hpp"

namespace attest {
namespace {

using test::below;
using test::Random;
using test::random_value;

Fragment random_fragment(Random& random) {
  Fragment fragment;
  const std::size_t nodes = 1 + below(random, 5);
  for (std::size_t i = 0; i < nodes; ++i) {
    Map properties;
    for (std::size_t k = below(random, 4); k > 0; --k) {
      properties["k" + std::to_string(k)] = random_value(random);
    }
    fragment.nodes.push_back({"n" + std::to_string(i), {"Person", "Quo\"ted"}, std::move(properties)});
  }
  for (std::size_t i = below(random, 5); i > 0; --i) {
    fragment.relationships.push_back({"r" + std::to_string(i),
                                      "KNOWS",
                                      "n" + std::to_string(below(random, nodes)),
                                      "n" + std::to_string(below(random, nodes)),
                                      {{"w", random_value(random)}}});
  }
  return fragment;
}

bool same(const Fragment& a, const Fragment& b) {
  const auto nodes = [](const FragmentNode& x, const FragmentNode& y) {
    return x.id == y.id && x.labels == y.labels && identical(x.properties, y.properties);
  };
  const auto relationships = [](const FragmentRelationship& x, const FragmentRelationship& y) {
    return std::tie(x.id, x.type, x.start, x.end) == std::tie(y.id, y.type, y.start, y.end) &&
           identical(x.properties, y.properties);
  };
  return std::equal(a.nodes.begin(), a.nodes.end(), b.nodes.begin(), b.nodes.end(), nodes) &&
         std::equal(a.relationships.begin(), a.relationships.end(), b.relationships.begin(),
                    b.relationships.end(), relationships);
}

std::string message_for(const std::string& json) {
  try {
    parse_fragment(json, "doc.jsonl", 7);
  } catch (const FormatError& error) {
    CHECK(error.file() == "doc.jsonl");
    CHECK(error.line() == 7);
    return error.what();
  }
  return "nothing thrown";
}

}  // namespace

TEST_CASE("a fragment read back is the fragment written, whatever its values") {
  Random random(1);
  for (int i = 0; i < 300; ++i) {
    const Fragment fragment = random_fragment(random);
    const std::string json = to_json(fragment);
    INFO(json);
    REQUIRE(json.find('\n') == std::string::npos);
    REQUIRE(same(parse_fragment(json), fragment));
  }
}

TEST_CASE("the ontology's example is written as it stands there") {
  const std::string json =
      R"({"nodes": [{"id": "n1", "labels": ["Person"], )"
      R"("properties": {"aliases": ["Ada"], "name": "Ada Lovelace"}}], )"
      R"("relationships": [{"id": "r1", "type": "RELATIVE_OF", "start": "n1", "end": "n1", )"
      R"("properties": {"confidence": 0.97}}]})";
  CHECK(to_json(parse_fragment(json)) == json);
}

TEST_CASE("a malformed fragment says what is wrong and where") {
  CHECK(message_for("{\"nodes\": [") == "doc.jsonl:7: not JSON, at byte 12");
  CHECK(message_for("[]") == "doc.jsonl:7: a fragment is not an object");
  CHECK(message_for(R"({"nodes": []})") == "doc.jsonl:7: a fragment has no \"relationships\"");
  CHECK(message_for(R"({"nodes": [{"labels": []}], "relationships": []})") ==
        "doc.jsonl:7: a node has no \"id\"");
  CHECK(message_for(
            R"({"nodes": [{"id": "a", "labels": []}, {"id": "a", "labels": []}], "relationships": []})") ==
        "doc.jsonl:7: two nodes have the id \"a\"");
  CHECK(message_for(
            R"({"nodes": [], "relationships": [{"id": "r", "type": "T", "start": "a", "end": "a"}]})") ==
        "doc.jsonl:7: relationship \"r\" names a node \"a\" that is not there");
  CHECK(message_for(R"({"nodes": [{"id": 7, "labels": []}], "relationships": []})") ==
        "doc.jsonl:7: \"id\" of a node is a INTEGER; a STRING is wanted");
}

}  // namespace attest
