#include <cstdio>

#include <attest/extractor/tagging/tagger.hpp>
#include <attest/extractor/training/corpus.hpp>
#include <attest/extractor/training/files.hpp>
#include <attest/extractor/training/steps.hpp>
#include <attest/extractor/training/tag_learner.hpp>

namespace attest::extract::training {

namespace {

constexpr std::uint32_t epochs = 8;

void print_accuracy(const Tagger& tagger, const Lexicon& lexicon, const std::filesystem::path& corpora,
                    const std::string& corpus, const std::string& split) {
  std::size_t upos = 0;
  std::size_t penn = 0;
  std::size_t all = 0;
  for (GoldDocument& gold : read_corpus(corpora, corpus, split)) {
    if (!gold.has_tags()) continue;
    const Forms forms(gold.document.document.text, gold.document.tokens, lexicon);
    tagger.tag(gold.document, forms);
    for (std::size_t i = 0; i < gold.upos.size(); ++i) {
      const TagPair want = gold_tag(gold, i);
      upos += gold.document.tokens[i].upos == want.upos;
      penn += gold.document.tokens[i].penn == want.penn;
      ++all;
    }
  }
  std::printf("tags, %s %s: UPOS %.2f %%, Penn %.2f %% of %zu tokens\n", corpus.c_str(), split.c_str(),
              100.0 * static_cast<double>(upos) / static_cast<double>(all),
              100.0 * static_cast<double>(penn) / static_cast<double>(all), all);
}

}  // namespace

void train_tagger(const Paths& paths) {
  const ModelFile lexicon_file(paths.models / "lexicon.model");
  const Lexicon lexicon(lexicon_file.container());
  std::vector<GoldDocument> documents = read_corpus(paths.corpora, "uner_ewt", "train");
  for (GoldDocument& d : read_corpus(paths.corpora, "gum", "train")) documents.push_back(std::move(d));
  write_file(paths.models / "tagger.model", learn_tagger(documents, {}, lexicon, epochs));
  const ModelFile file(paths.models / "tagger.model");
  const Tagger tagger(file.container());
  print_accuracy(tagger, lexicon, paths.corpora, "uner_ewt", "dev");
  print_accuracy(tagger, lexicon, paths.corpora, "gum", "dev");
}

}  // namespace attest::extract::training
