#include <algorithm>
#include <cstdio>
#include <map>
#include <numeric>
#include <random>

#include <attest/extractor/labels.hpp>
#include <attest/extractor/tagging/tag_features.hpp>
#include <attest/extractor/tagging/tagger.hpp>
#include <attest/extractor/training/corpus.hpp>
#include <attest/extractor/training/files.hpp>
#include <attest/extractor/training/perceptron.hpp>
#include <attest/extractor/training/shuffle.hpp>
#include <attest/extractor/training/steps.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract::training {

namespace {

constexpr std::uint32_t epochs = 8;
constexpr float smallest_weight = 0.03F;
constexpr std::size_t least_tag_count = 5;

using Features = std::vector<std::uint64_t>;

struct Prepared {
  const GoldDocument* gold;
  Forms forms;
  std::vector<std::uint8_t> tags;  // classes; outside_tag where rare
};

TagPair pair_of(const GoldDocument& gold, std::size_t token) {
  const auto upos = upos_named(gold.upos[token]);
  const auto penn = penn_named(gold.penn[token]);
  if (!upos) throw Error("unknown tag '" + gold.upos[token] + "' in " + gold.corpus);
  return {*upos, penn.value_or(Penn::XX)};
}

std::vector<TagPair> tag_set(const std::vector<GoldDocument>& documents) {
  std::map<std::pair<Upos, Penn>, std::size_t> counts;
  for (const GoldDocument& gold : documents)
    for (std::size_t i = 0; i < gold.upos.size(); ++i) {
      const TagPair pair = pair_of(gold, i);
      ++counts[{pair.upos, pair.penn}];
    }
  std::vector<TagPair> tags;
  for (const auto& [pair, count] : counts)
    if (count >= least_tag_count) tags.push_back({pair.first, pair.second});
  return tags;
}

// Features of the word itself and of its neighbours: everything known before tagging starts.
void static_features(const Prepared& doc, const Sentence& s, std::int64_t i, Features& out) {
  const auto emit = [&](std::uint64_t f) { out.push_back(f); };
  const auto form = [&](std::int64_t at) -> const Form& {
    return at >= s.first && at < s.last ? doc.forms.of(static_cast<std::size_t>(at)) : outside_form();
  };
  own_tag_features(form(i), emit);
  static constexpr int offsets[] = {-2, -1, 1, 2};
  for (std::uint64_t k = 0; k < 4; ++k) neighbour_tag_features(form(i + offsets[k]), k + 1, emit);
}

void train_sentence(const Prepared& doc, const Sentence& s, Perceptron& model) {
  std::uint8_t tag1 = outside_tag;
  std::uint8_t tag2 = outside_tag;
  std::vector<float> scores(model.classes());
  Features features;
  const auto form = [&](std::int64_t at) -> const Form& {
    return at >= s.first && at < s.last ? doc.forms.of(static_cast<std::size_t>(at)) : outside_form();
  };
  for (std::int64_t i = s.first; i < s.last; ++i) {
    features.clear();
    static_features(doc, s, i, features);
    context_tag_features(form(i - 1), form(i), form(i + 1), tag2, tag1, i == s.first,
                         [&](std::uint64_t f) { features.push_back(f); });
    std::fill(scores.begin(), scores.end(), 0.0F);
    model.score(features, scores.data());
    const auto best =
        static_cast<std::uint8_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
    const std::uint8_t gold = doc.tags[static_cast<std::size_t>(i)];
    if (gold != outside_tag && best != gold) {
      model.update(features, gold, 1);
      model.update(features, best, -1);
    }
    model.tick();
    tag2 = tag1;
    tag1 = best;
  }
}

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
      const TagPair want = pair_of(gold, i);
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
  const std::vector<TagPair> tags = tag_set(documents);

  std::vector<Prepared> prepared;
  std::vector<std::pair<std::size_t, Sentence>> sentences;
  for (const GoldDocument& gold : documents) {
    Prepared p{&gold, Forms(gold.document.document.text, gold.document.tokens, lexicon), {}};
    for (std::size_t i = 0; i < gold.upos.size(); ++i) {
      const TagPair pair = pair_of(gold, i);
      const auto found = std::find(tags.begin(), tags.end(), pair);
      const bool known = found != tags.end();
      p.tags.push_back(known ? static_cast<std::uint8_t>(found - tags.begin()) : outside_tag);
    }
    for (const Sentence& s : gold.document.sentences) sentences.emplace_back(prepared.size(), s);
    prepared.push_back(std::move(p));
  }
  Perceptron model(static_cast<std::uint32_t>(tags.size()));
  std::mt19937 random(1);
  for (std::uint32_t epoch = 0; epoch < epochs; ++epoch) {
    shuffle(sentences, random);
    for (const auto& [doc, sentence] : sentences) train_sentence(prepared[doc], sentence, model);
    std::printf("tagger: epoch %u of %u\n", epoch + 1, epochs);
    std::fflush(stdout);
  }
  write_file(
      paths.models / "tagger.model",
      Container::write({{"tagger", LinearModel::write(model.averaged(smallest_weight), model.classes())},
                        {"tags", bytes_of(tags)}}));
  const ModelFile file(paths.models / "tagger.model");
  const Tagger tagger(file.container());
  print_accuracy(tagger, lexicon, paths.corpora, "uner_ewt", "dev");
  print_accuracy(tagger, lexicon, paths.corpora, "gum", "dev");
}

}  // namespace attest::extract::training
