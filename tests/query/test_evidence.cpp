// From facts to the sentences that state them.
#include <catch2/catch.hpp>

#include <array>

#include <attest/query/evidence.hpp>

#include "calls.hpp"

using namespace attest;
using attest::test::shown;

namespace {

const std::string kText =
    "Şuşa is a town. Gen. Lind met Mr. Orr in Şuşa\non 3 May 2021. He left!\n\nA second paragraph";

/// One document, a person, a claim and their relationships.
struct Attested {
  Graph graph;
  NodeId document, person, claim;
  RelationshipId mention, fact, made_by;

  Attested() {
    document = node("Document", {{"name", "a.txt"}});
    person = node("Person", {{"name", "Lind"}});
    claim = node("Claim", {{"evidence", List{"a.txt#char=63,70"}}});
    mention = relationship("MENTIONED_IN", person, document, {{"spans", List{"char=21,25", "char=63,65"}}});
    fact = relationship("KNOWS", person, person, {{"evidence", List{"a.txt#char=21,37", "b.txt#char=0,4"}}});
    made_by = relationship("MADE_BY", claim, person, {});
  }
  NodeId node(const char* label, const Map& map) {
    const std::array labels = {graph.label(label)};
    return graph.add_node(labels, properties(map));
  }
  RelationshipId relationship(const char* type, NodeId from, NodeId to, const Map& map) {
    return graph.add_relationship(graph.type(type), from, to, properties(map));
  }
  std::vector<Property> properties(const Map& map) {
    std::vector<Property> result;
    for (const auto& [key, value] : map) result.emplace_back(graph.key(key), value);
    return result;
  }
  Value call(std::string_view function, Value argument) const {
    const auto text = [](std::string_view name) {
      return name == "a.txt" ? std::optional<std::string_view>(kText) : std::nullopt;
    };
    FunctionContext context{graph, text, {}, std::mt19937_64(1)};
    return test::call(context, function, {std::move(argument)});
  }
};

}  // namespace

TEST_CASE("evidence strings name a document and characters of it") {
  CHECK(parse_evidence("a.txt#char=10,24") == EvidenceSpan{"a.txt", 10, 24});
  CHECK(parse_evidence("odd#name#char=0,1") == EvidenceSpan{"odd#name", 0, 1});
  CHECK(parse_evidence("char=10,24", "a.txt") == EvidenceSpan{"a.txt", 10, 24});
  for (const char* text :
       {"a.txt", "a.txt#char=1", "a.txt#char=1,", "a.txt#char=1,2x", "a.txt#line=1,2", "#char=-1,2"}) {
    INFO(text);
    CHECK_FALSE(parse_evidence(text));
  }
}

TEST_CASE("offsets count code points") {
  CHECK(text_of(kText, {"a.txt", 0, 4}) == "Şuşa");
  CHECK(text_of(kText, {"a.txt", 21, 25}) == "Lind");
  CHECK_FALSE(text_of(kText, {"a.txt", 5000, 5001}));
  CHECK_FALSE(text_of(kText, {"a.txt", 5, 4}));
}

TEST_CASE("a span is widened to its sentence, which abbreviations do not end and blank lines do") {
  CHECK(sentences_of(kText, {"a.txt", 0, 4}) == "Şuşa is a town.");
  CHECK(sentences_of(kText, {"a.txt", 21, 25}) == "Gen. Lind met Mr. Orr in Şuşa on 3 May 2021.");
  CHECK(sentences_of(kText, {"a.txt", 0, 25}) ==
        "Şuşa is a town. Gen. Lind met Mr. Orr in Şuşa on 3 May 2021.");
  CHECK(sentences_of(kText, {"a.txt", 63, 65}) == "He left!");
  CHECK(sentences_of(kText, {"a.txt", 75, 80}) == "A second paragraph");
}

TEST_CASE("quote gives the sentences of a fact") {
  const Attested attested;
  CHECK(shown(attested.call("quote", attested.fact)) == "['Gen. Lind met Mr. Orr in Şuşa on 3 May 2021.']");
  CHECK(shown(attested.call("quote", attested.claim)) == "['He left!']");
  SECTION("of a node without evidence, where it is mentioned") {
    CHECK(shown(attested.call("quote", attested.person)) ==
          "['Gen. Lind met Mr. Orr in Şuşa on 3 May 2021.', 'He left!']");
    CHECK(shown(attested.call("quote", attested.mention)) == shown(attested.call("quote", attested.person)));
  }
  SECTION("of a relationship without evidence, that of the claim it belongs to") {
    CHECK(shown(attested.call("quote", attested.made_by)) == "['He left!']");
  }
  SECTION("of a path or list, that of all in it, each once") {
    CHECK(attested.call("quote", List{attested.fact, attested.mention}).list().size() == 2);
    CHECK(attested.call("quote", Path{{attested.person, attested.person}, {attested.fact}}).list().size() ==
          1);
  }
  SECTION("nothing is attested without a document") {
    CHECK(shown(attested.call("quote", attested.document)) == "[]");
  }
}

TEST_CASE("evidence gives the places, also of documents whose text is not there") {
  const Attested attested;
  CHECK(shown(attested.call("evidence", attested.fact)) ==
        "[{document: 'a.txt', end: 37, start: 21, text: 'Lind met Mr. Orr'}, "
        "{document: 'b.txt', end: 4, start: 0, text: null}]");
}
