#include <cstdio>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/model/hashing.hpp>
#include <attest/extractor/model/lexicon.hpp>
#include <attest/extractor/tokenize.hpp>
#include <attest/extractor/training/clusters.hpp>
#include <attest/extractor/training/corpus.hpp>
#include <attest/extractor/training/files.hpp>
#include <attest/extractor/training/gazetteers.hpp>
#include <attest/extractor/training/steps.hpp>
#include <attest/extractor/training/wordnet.hpp>

namespace attest::extract::training {

namespace {

// The training text of all corpora, tokenized anew as documents are.
std::vector<std::vector<std::string>> plain_text(const std::filesystem::path& corpora) {
  std::vector<std::vector<std::string>> sentences;
  for (const char* corpus :
       {"uner_ewt", "gum", "gmb", "wikigold", "crossner", "redocred", "litbank", "masc", "multiner_en"}) {
    for (const GoldDocument& gold : read_corpus(corpora, corpus, "train")) {
      const std::string& text = gold.document.document.text;
      for (const Sentence& s : gold.document.sentences) {
        std::vector<Span> spans;
        tokenize(text, {gold.document.tokens[s.first].span.begin, gold.document.tokens[s.last - 1].span.end},
                 spans);
        std::vector<std::string>& words = sentences.emplace_back();
        for (const Span span : spans) words.push_back(text.substr(span.begin, span.size()));
      }
    }
  }
  return sentences;
}

}  // namespace

void train_lexicon(const Paths& paths) {
  const auto sentences = plain_text(paths.corpora);
  const auto clusters = cluster_words(sentences, {});
  HashedEntries entries;
  for (const Cluster& c : clusters)
    entries.emplace_back(hash_of(c.word), static_cast<std::uint32_t>(c.coarse) << 16 | c.cluster);
  const Gazetteers gazetteers = read_gazetteers(paths.corpora / "lexicons", paths.lists);
  const HashedEntries senses = read_wordnet(paths.wordnet);
  std::printf("%zu words in clusters, %zu words and %zu phrases in lists, %zu with meanings\n",
              entries.size(), gazetteers.words.size(), gazetteers.phrases.size(), senses.size());
  write_file(paths.models / "lexicon.model",
             Container::write({{"clusters", HashMap::write(entries)},
                               {"names", HashMap::write(gazetteers.words)},
                               {"phrases", HashMap::write(gazetteers.phrases)},
                               {"senses", HashMap::write(senses)}}));
}

}  // namespace attest::extract::training
