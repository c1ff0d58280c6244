#include <attest/extractor/training/tag_learner.hpp>

#include <algorithm>
#include <map>
#include <random>

#include <attest/extractor/labels.hpp>
#include <attest/extractor/tagging/tag_features.hpp>
#include <attest/extractor/tagging/tagger.hpp>
#include <attest/extractor/training/files.hpp>
#include <attest/extractor/training/perceptron.hpp>
#include <attest/extractor/training/shuffle.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract::training {

namespace {

constexpr std::uint32_t fold_epochs = 4;
constexpr float smallest_weight = 0.05F;
constexpr std::uint32_t least_updates = 2;
constexpr std::size_t least_tag_count = 5;

using Features = std::vector<std::uint64_t>;

struct Prepared {
  Forms forms;
  std::vector<std::uint8_t> tags;  // classes; outside_tag where rare
};

std::vector<TagPair> tag_set(const std::vector<GoldDocument>& documents) {
  std::map<std::pair<Upos, Penn>, std::size_t> counts;
  for (const GoldDocument& gold : documents)
    for (std::size_t i = 0; i < gold.upos.size(); ++i) {
      const TagPair pair = gold_tag(gold, i);
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
      model.update(features, gold, best);
    }
    model.tick();
    tag2 = tag1;
    tag1 = best;
  }
}

}  // namespace

TagPair gold_tag(const GoldDocument& gold, std::size_t token) {
  const auto upos = upos_named(gold.upos[token]);
  if (!upos) throw Error("unknown tag '" + gold.upos[token] + "' in " + gold.corpus);
  return {*upos, penn_named(gold.penn[token]).value_or(Penn::XX)};
}

std::vector<std::byte> learn_tagger(const std::vector<GoldDocument>& documents, const std::vector<bool>& use,
                                    const Lexicon& lexicon, std::uint32_t epochs) {
  const std::vector<TagPair> tags = tag_set(documents);
  std::vector<Prepared> prepared;
  std::vector<std::pair<std::size_t, Sentence>> sentences;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    if (!use.empty() && !use[d]) continue;
    const GoldDocument& gold = documents[d];
    Prepared p{Forms(gold.document.document.text, gold.document.tokens, lexicon), {}};
    for (std::size_t i = 0; i < gold.upos.size(); ++i) {
      const auto found = std::find(tags.begin(), tags.end(), gold_tag(gold, i));
      p.tags.push_back(found == tags.end() ? outside_tag : static_cast<std::uint8_t>(found - tags.begin()));
    }
    for (const Sentence& s : gold.document.sentences) sentences.emplace_back(prepared.size(), s);
    prepared.push_back(std::move(p));
  }
  Perceptron model(static_cast<std::uint32_t>(tags.size()), least_updates);
  std::mt19937 random(1);
  for (std::uint32_t epoch = 0; epoch < epochs; ++epoch) {
    shuffle(sentences, random);
    for (const auto& [doc, sentence] : sentences) train_sentence(prepared[doc], sentence, model);
  }
  return Container::write({{"tagger", LinearModel::write(model.averaged(smallest_weight), model.classes())},
                           {"tags", bytes_of(tags)}});
}

void tag_across_folds(std::vector<GoldDocument>& documents, const Lexicon& lexicon, std::uint32_t folds) {
  for (std::uint32_t fold = 0; fold < folds; ++fold) {
    std::vector<bool> use(documents.size());
    for (std::size_t d = 0; d < documents.size(); ++d) use[d] = d % folds != fold;
    const ModelFile file(learn_tagger(documents, use, lexicon, fold_epochs));
    const Tagger tagger(file.container());
    for (std::size_t d = fold; d < documents.size(); d += folds)
      tagger.tag(documents[d].document,
                 Forms(documents[d].document.document.text, documents[d].document.tokens, lexicon));
  }
}

}  // namespace attest::extract::training
