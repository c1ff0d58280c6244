#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include <attest/extractor/sentences.hpp>
#include <attest/extractor/tokenize.hpp>

using namespace attest::extract;

namespace {

std::vector<std::string> sentences(const std::string& text) {
  AnnotatedDocument document;
  document.document.text = text;
  document.document.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph, 0, false}};
  segment(document);
  std::vector<std::string> out;
  for (const Sentence& s : document.sentences) {
    const Span span{document.tokens[s.first].span.begin, document.tokens[s.last - 1].span.end};
    out.emplace_back(document.text(span));
  }
  return out;
}
using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("Sentences end at full stops, question and exclamation marks", "[sentences]") {
  CHECK(sentences("One. Two? Three! Four") == Texts{"One.", "Two?", "Three!", "Four"});
}

TEST_CASE("Abbreviations and initials do not end a sentence", "[sentences]") {
  CHECK(sentences("Mr. S. Smith met Gen. Lee vs. the U.S. Army.").size() == 1);
  CHECK(sentences("He lives in the U.S. The army left.") == Texts{"He lives in the U.S.", "The army left."});
  CHECK(sentences("It is No. 5 of Sept. 20.").size() == 1);
  CHECK(sentences("Acme Inc. said so.").size() == 1);
}

TEST_CASE("Closing quotes and brackets belong to the sentence they close", "[sentences]") {
  CHECK(sentences("He said: “We left.” They left.") == Texts{"He said: “We left.”", "They left."});
  CHECK(sentences("He said: \"We left.\" They left.") == Texts{"He said: \"We left.\"", "They left."});
  CHECK(sentences("\"We left. We ran.\" They left.") == Texts{"\"We left.", "We ran.\"", "They left."});
  CHECK(sentences("(They left.) We stayed.") == Texts{"(They left.)", "We stayed."});
}

TEST_CASE("A sentence goes on in lower case or with the speech verb", "[sentences]") {
  CHECK(sentences("“Why?” he asked. Nobody knew.").size() == 2);
  CHECK(sentences("“Why?” Smith asked.").size() == 1);
  CHECK(sentences("They waited... and left.").size() == 1);
}

TEST_CASE("Numbers of list items do not stand alone; footnote marks go with their sentence", "[sentences]") {
  CHECK(sentences("1. Open the door.") == Texts{"1. Open the door."});
  CHECK(sentences("They left.12 We stayed.[3] End.") == Texts{"They left.12", "We stayed.[3]", "End."});
}

TEST_CASE("Line breaks end a sentence unless the line was wrapped", "[sentences]") {
  CHECK(sentences("A heading\nThe text starts here and goes on for long.") ==
        Texts{"A heading", "The text starts here and goes on for long."});
  CHECK(sentences("The text starts here and goes on\nfor long.").size() == 1);
  CHECK(
      sentences("The government of that country went to the\nNational Assembly on Monday morning.").size() ==
      1);
  CHECK(sentences("One line\n\nanother").size() == 2);
}

TEST_CASE("Blocks end sentences unless the next one continues", "[sentences]") {
  const std::string text = "The army left\n12\nthe town. It rained.";
  AnnotatedDocument document;
  document.document.text = text;
  const auto end = static_cast<std::uint32_t>(text.size());
  document.document.blocks = {{{0, 14}, BlockKind::paragraph, 0, false},
                              {{14, 17}, BlockKind::running_head, 0, false},
                              {{17, end}, BlockKind::paragraph, 0, true}};
  segment(document);
  REQUIRE(document.sentences.size() == 2);
  CHECK(document.sentences[0].last == 6);
  CHECK(document.sentences[0].block == 0);
  CHECK(document.sentences[1].block == 2);

  document.document.blocks[2].continues = false;
  segment(document);
  CHECK(document.sentences.size() == 3);
}

TEST_CASE("The date that stamps a document is a sentence of its own", "[sentences]") {
  CHECK(sentences("Monday, May 18, 2015 On Friday two ships collided at sea.") ==
        Texts{"Monday, May 18, 2015", "On Friday two ships collided at sea."});
}

TEST_CASE("A dateline is a sentence of its own", "[sentences]") {
  CHECK(sentences("LONDON, 5 March 2020 (AB) - The council met.") ==
        Texts{"LONDON, 5 March 2020 (AB) -", "The council met."});
  CHECK(sentences("NEW YORK \xE2\x80\x94 The council met.").size() == 2);
  CHECK(sentences("NASA launched it - the council met.").size() == 1);
  CHECK(sentences("The council - all of it - met.").size() == 1);
}
