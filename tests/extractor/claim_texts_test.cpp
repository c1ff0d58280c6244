// Claims of whole texts, read with the models: who says what, where quotations and sentences interlock.
#include <catch2/catch.hpp>

#include <attest/extractor/pipeline.hpp>
#include <attest/extractor/readers/reader.hpp>

using namespace attest::extract;

namespace {

using Said = std::vector<std::string>;

// "Anna Berg: the bridge is safe" for each claim, in text order.
Said said(std::string text) {
  const AnnotatedDocument document =
      annotate(read_document(std::move(text), Format::text, "t.txt", "t.txt"), builtin_models());
  const Entities entities = find_entities(document, builtin_models());
  Said lines;
  for (const Claim& claim : find_facts(document, entities).claims)
    lines.push_back(entities.entities[claim.speaker].name + ": " + std::string(document.text(claim.text)));
  return lines;
}

}  // namespace

TEST_CASE("marks that stand apart from their words are quotation marks, too") {
  CHECK(said("\" I have done that a lot, \"Anna Berg said during a call. \" It was easy for me. \"") ==
        Said{"Anna Berg: I have done that a lot", "Anna Berg: It was easy for me."});
  CHECK(
      said("\"The court will leave the business.\n\nAll is taken over by the new bank,\" said Otto Lund.") ==
      Said{"Otto Lund: The court will leave the business.", "Otto Lund: All is taken over by the new bank"});
}

TEST_CASE("words quoted inside a reported sentence are part of it") {
  CHECK(said("Otto Lund will direct the work \"until a better way is found and kept,\" Anna Berg said.") ==
        Said{"Anna Berg: Otto Lund will direct the work \"until a better way is found and kept,\""});
}

TEST_CASE("what somebody asks of others") {
  CHECK(said("Anna Berg asked the government to respect the ruling.") ==
        Said{"Anna Berg: the government to respect the ruling"});
}

TEST_CASE("small clauses without a verb") {
  CHECK(said("Anna Berg called the plan weak.") == Said{"Anna Berg: the plan weak"});
  CHECK(said("Anna Berg called the program part of the strategy.") ==
        Said{"Anna Berg: the program part of the strategy"});
}

TEST_CASE("who passes on what another says makes no claim of it") {
  CHECK(said("According to the Bergen Times, Anna Berg believes that the bridge is safe.") ==
        Said{"Anna Berg: the bridge is safe"});
  CHECK(said("The bridge is safe, according to Denmark's Harbour Authority.") ==
        Said{"Harbour Authority: The bridge is safe"});
}

TEST_CASE("a spokesman goes on for whom he spoke") {
  CHECK(said("A Bergen Bank spokesman said the loan was paid. The loan was small, the spokesman said.") ==
        Said{"Bergen Bank: the loan was paid", "Bergen Bank: The loan was small"});
}

TEST_CASE("who speaks together says it each") {
  CHECK(said("Anna Berg and Otto Lund said the bridge was safe.").size() == 2);
}

TEST_CASE("a company that spoke goes on speaking as what it is") {
  CHECK(said("Bergen Systems said it was ready. But the drug company said the loan was small.").back() ==
        "Bergen Systems: the loan was small");
}

TEST_CASE("what nothing was heard to suggest is no claim") {
  CHECK(said("Anna Berg had heard nothing to suggest the bridge was safe.").empty());
}

TEST_CASE("a mark at the end of a sentence is no part of what was said") {
  CHECK(said("Two men, Otto Lund and Karl Holm, were arrested on Monday, the Bergen Bank said.") ==
        Said{"Bergen Bank: Two men, Otto Lund and Karl Holm, were arrested on Monday"});
}
