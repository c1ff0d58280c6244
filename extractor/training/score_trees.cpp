#include <cstdio>

#include <attest/extractor/annotator.hpp>
#include <attest/extractor/labels.hpp>
#include <attest/extractor/training/corpus.hpp>
#include <attest/extractor/training/scores.hpp>

namespace attest::extract::training {

namespace {

struct Counts {
  std::size_t upos = 0;
  std::size_t penn = 0;
  std::size_t heads = 0;
  std::size_t arcs = 0;  // head and relation, as Deprel folds relations
  std::size_t all = 0;
  double percent(std::size_t n) const {
    return all == 0 ? 0 : 100.0 * static_cast<double>(n) / static_cast<double>(all);
  }
};

void count(const GoldDocument& gold, const AnnotatedDocument& found, Counts& counts) {
  for (std::size_t i = 0; i < found.tokens.size(); ++i) {
    const Token& token = found.tokens[i];
    ++counts.all;
    counts.upos += token.upos == upos_named(gold.upos[i]);
    counts.penn += token.penn == penn_named(gold.penn[i]).value_or(Penn::XX);
    if (token.head != gold.head[i]) continue;
    ++counts.heads;
    counts.arcs += token.relation == deprel_named(gold.relation[i]).value_or(Deprel::dep);
  }
}

}  // namespace

void score_trees(const Models& models, const Paths& paths, const std::string& split) {
  for (const char* corpus : {"uner_ewt", "gum"}) {
    if (!std::filesystem::exists(paths.corpora / corpus / (split + ".tsv"))) continue;
    Counts counts;
    Annotator annotator(models);
    for (GoldDocument& gold : read_corpus(paths.corpora, corpus, split)) {
      if (!gold.has_tags()) continue;
      annotator.annotate(gold.document);
      count(gold, gold.document, counts);
    }
    std::printf("tags and trees, %s %s: UPOS %.2f Penn %.2f UAS %.2f LAS %.2f of %zu tokens\n", corpus,
                split.c_str(), counts.percent(counts.upos), counts.percent(counts.penn),
                counts.percent(counts.heads), counts.percent(counts.arcs), counts.all);
    std::fflush(stdout);
  }
}

}  // namespace attest::extract::training
