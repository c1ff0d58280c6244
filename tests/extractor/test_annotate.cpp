#include <catch2/catch.hpp>

#include <string>

#include <attest/extractor/labels.hpp>
#include <attest/extractor/pipeline.hpp>

using namespace attest::extract;

namespace {

AnnotatedDocument read(const std::string& text) {
  Document document;
  document.text = text;
  document.blocks = {{{0, static_cast<std::uint32_t>(text.size())}, BlockKind::paragraph, 0, false}};
  return annotate(std::move(document), builtin_models());
}

std::string tags(const std::string& text) {
  std::string out;
  for (const Token& t : read(text).tokens) {
    if (!out.empty()) out += ' ';
    out += name_of(t.upos);
  }
  return out;
}

}  // namespace

TEST_CASE("Parts of speech", "[annotate]") {
  CHECK(tags("The minister visited Paris yesterday.") == "DET NOUN VERB PROPN NOUN PUNCT");
  CHECK(tags("She has been running a large company since 2004.") ==
        "PRON AUX AUX VERB DET ADJ NOUN ADP NUM PUNCT");
}

TEST_CASE("Penn tags tell tenses and participles apart", "[annotate]") {
  const AnnotatedDocument doc = read("He wrote it. It was written.");
  CHECK(doc.tokens[1].penn == Penn::VBD);
  CHECK(doc.tokens[6].penn == Penn::VBN);
}

TEST_CASE("Nothing in, nothing out", "[annotate]") {
  CHECK(read("").tokens.empty());
  CHECK(read("\n \n").sentences.empty());
}
