#include <catch2/catch.hpp>

#include <charconv>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <attest/extractor/annotator.hpp>
#include <attest/extractor/labels.hpp>

#include "support.hpp"

using namespace attest::extract;

namespace {

struct GoldToken {
  std::string upos;
  std::int32_t head = -1;  // within the document
  std::string relation;
};

struct GoldText {
  AnnotatedDocument document;
  std::vector<GoldToken> gold;
};

// A treebank of six columns as one document, a sentence a line.
GoldText read_treebank(const std::filesystem::path& path) {
  GoldText out;
  std::ifstream in(path);
  std::string line;
  std::uint32_t first = 0;
  const auto finish = [&] {
    const auto last = static_cast<std::uint32_t>(out.document.tokens.size());
    if (last > first) out.document.sentences.push_back({first, last, 0});
    first = last;
    out.document.document.text += '\n';
  };
  while (std::getline(in, line)) {
    if (line.empty() || line.starts_with("# ")) {
      finish();
      continue;
    }
    std::istringstream columns(line);
    std::string form, upos, penn, head, relation;
    std::getline(columns, form, '\t');
    columns >> upos >> penn >> head >> relation;
    std::string& text = out.document.document.text;
    if (!text.empty() && text.back() != '\n') text += ' ';
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += form;
    out.document.tokens.emplace_back().span = {begin, static_cast<std::uint32_t>(text.size())};
    std::int32_t number = 0;
    std::from_chars(head.data(), head.data() + head.size(), number);
    out.gold.push_back({upos, number == 0 ? -1 : static_cast<std::int32_t>(first) + number - 1, relation});
  }
  finish();
  return out;
}

}  // namespace

TEST_CASE("Tags and trees are as right as the model card says", "[models]") {
  const auto path = attest::test::shared_dir() / "corpora" / "uner_ewt" / "dev.tsv";
  if (!std::filesystem::exists(path)) {
    WARN("no annotated corpus; skipped");
    return;
  }
  GoldText text = read_treebank(path);
  Annotator(builtin_models()).annotate(text.document);
  std::size_t upos = 0, heads = 0, arcs = 0;
  for (std::size_t i = 0; i < text.gold.size(); ++i) {
    const Token& found = text.document.tokens[i];
    const GoldToken& gold = text.gold[i];
    upos += found.upos == upos_named(gold.upos);
    heads += found.head == gold.head;
    arcs += found.head == gold.head && found.relation == deprel_named(gold.relation);
  }
  const auto percent = [&](std::size_t n) {
    return 100.0 * static_cast<double>(n) / static_cast<double>(text.gold.size());
  };
  REQUIRE(text.gold.size() > 20000);
  CHECK(percent(upos) > 95.5);
  CHECK(percent(heads) > 88);
  CHECK(percent(arcs) > 84.5);
}
