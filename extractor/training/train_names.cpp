#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>
#include <random>
#include <set>

#include <attest/extractor/labels.hpp>
#include <attest/extractor/names/document_evidence.hpp>
#include <attest/extractor/names/name_features.hpp>
#include <attest/extractor/names/name_finder.hpp>
#include <attest/extractor/tagging/tagger.hpp>
#include <attest/extractor/training/crf.hpp>
#include <attest/extractor/training/files.hpp>
#include <attest/extractor/training/name_corpus.hpp>
#include <attest/extractor/training/shuffle.hpp>
#include <attest/extractor/training/steps.hpp>

namespace attest::extract::training {

namespace {

struct Source {
  const char* corpus;
  std::uint32_t parts;  // each epoch reads one part in so many: silver data counts less
  float weight;
};
constexpr Source sources[] = {{"gum", 1, 1.0F},      {"wikigold", 1, 1.0F},    {"crossner", 1, 1.0F},
                              {"redocred", 1, 1.0F}, {"masc", 1, 1.0F},        {"gmb", 3, 1.0F},
                              {"litbank", 2, 0.5F},  {"multiner_en", 3, 0.3F}, {"uner_ewt", 1, 0.5F}};
constexpr std::uint32_t epochs = 8;
constexpr std::uint32_t fold_epochs = 3;
// Of 256 features, so many are left out at random each time: the model must not lean on single words alone.
constexpr std::uint32_t dropped = 64;
// The field is surer of itself than it is right: its log-odds are taken by half.
constexpr float confidence_slope = 0.5F;
constexpr std::uint32_t least_count = 2;
constexpr float smallest_weight = 0.06F;

struct Prepared {
  NameDocument source;
  std::unique_ptr<Forms> forms;
  std::vector<std::uint8_t> first_pass;  // labels by a model that has not seen the document
  std::uint32_t parts = 1;
  float weight = 1;
};

struct Example {
  std::uint32_t document;
  std::uint32_t part;  // of `parts`
  CrfSentence sentence;
  std::vector<std::vector<std::uint32_t>> evidence;  // document features, one list a token
};

struct Collection {
  std::vector<Prepared> documents;
  KeyIndex index;
  std::vector<Example> examples;
};

void sentence_features(const Prepared& doc, const Sentence& s, const Lexicon& lexicon,
                       std::vector<std::vector<std::uint64_t>>& out) {
  std::vector<NameContext> contexts;
  name_contexts(doc.source.document, s, *doc.forms, lexicon, contexts);
  const NameSentence view{doc.source.document, *doc.forms, s, contexts};
  out.assign(s.last - s.first, {});
  static constexpr int offsets[] = {-2, -1, 1, 2};
  for (std::int64_t i = s.first; i < s.last; ++i) {
    std::vector<std::uint64_t>& list = out[static_cast<std::size_t>(i - s.first)];
    const auto emit = [&](std::uint64_t f) { list.push_back(f); };
    own_name_features(view.form(i), emit);
    for (std::uint64_t k = 0; k < 4; ++k) neighbour_name_features(view.form(i + offsets[k]), k + 1, emit);
    context_name_features(view, i, emit);
  }
}

template <class Use>
void each_sentence(const std::vector<Prepared>& documents, Use&& use) {
  for (std::uint32_t d = 0; d < documents.size(); ++d)
    for (const Sentence& s : documents[d].source.document.sentences) use(d, s);
}

// Numbers of the features that occur often enough.
KeyIndex frequent_features(const std::vector<Prepared>& documents, const Lexicon& lexicon) {
  KeyIndex seen;
  std::vector<std::uint8_t> counts;
  std::vector<std::vector<std::uint64_t>> features;
  each_sentence(documents, [&](std::uint32_t d, const Sentence& s) {
    sentence_features(documents[d], s, lexicon, features);
    for (const auto& list : features)
      for (const std::uint64_t f : list) {
        const std::uint32_t number = seen.find_or_add(f);
        if (number == counts.size()) counts.push_back(0);
        if (counts[number] < 255) ++counts[number];
      }
  });
  KeyIndex kept;
  for (std::uint32_t i = 0; i < counts.size(); ++i)
    if (counts[i] >= least_count) kept.find_or_add(seen.key(i));
  return kept;
}

void make_examples(Collection& all, const Lexicon& lexicon) {
  std::map<std::uint32_t, std::uint32_t> turn;
  std::vector<std::vector<std::uint64_t>> features;
  each_sentence(all.documents, [&](std::uint32_t d, const Sentence& s) {
    const Prepared& doc = all.documents[d];
    Example& example = all.examples.emplace_back();
    example.document = d;
    example.part = turn[doc.parts]++ % doc.parts;
    sentence_features(doc, s, lexicon, features);
    for (std::size_t i = 0; i < features.size(); ++i) {
      CrfToken& token = example.sentence.emplace_back();
      token.allowed = doc.source.allowed[s.first + i];
      for (const std::uint64_t f : features[i]) {
        const std::uint32_t number = all.index.find(f);
        if (number != KeyIndex::none) token.features.push_back(number);
      }
    }
  });
}

// Trains on the examples of documents that `use` accepts.
template <class Accept>
void run_epochs(Crf& crf, const Collection& all, std::uint32_t count, bool with_evidence, Accept&& accept) {
  std::mt19937 random(7);
  std::vector<std::uint32_t> order;
  for (std::uint32_t epoch = 0; epoch < count; ++epoch) {
    order.clear();
    for (std::uint32_t e = 0; e < all.examples.size(); ++e) {
      const Example& example = all.examples[e];
      const Prepared& doc = all.documents[example.document];
      if (accept(example.document) && example.part == epoch % doc.parts) order.push_back(e);
    }
    shuffle(order, random);
    for (const std::uint32_t e : order) {
      const Example& example = all.examples[e];
      const float weight = all.documents[example.document].weight;
      CrfSentence sentence = example.sentence;
      for (CrfToken& token : sentence)
        std::erase_if(token.features, [&](std::uint32_t) { return random() % 256 < dropped; });
      if (with_evidence && random() % 2 == 0) {
        for (std::size_t i = 0; i < sentence.size(); ++i)
          sentence[i].features.insert(sentence[i].features.end(), example.evidence[i].begin(),
                                      example.evidence[i].end());
      }
      crf.learn(sentence, weight);
    }
    std::printf("names: epoch %u of %u, %zu sentences\n", epoch + 1, count, order.size());
    std::fflush(stdout);
  }
}

// Labels of each half of the documents by a model of the other half.
void first_pass(Collection& all) {
  for (std::uint32_t fold = 0; fold < 2; ++fold) {
    Crf crf(all.index.size(), {});
    run_epochs(crf, all, fold_epochs, false, [&](std::uint32_t d) { return d % 2 != fold; });
    for (const Example& example : all.examples) {
      if (example.document % 2 != fold) continue;
      const auto labels = crf.label(example.sentence);
      auto& all_labels = all.documents[example.document].first_pass;
      all_labels.insert(all_labels.end(), labels.begin(), labels.end());
    }
  }
}

void add_evidence(Collection& all) {
  std::size_t e = 0;
  for (std::uint32_t d = 0; d < all.documents.size(); ++d) {
    const Prepared& doc = all.documents[d];
    const DocumentEvidence evidence(doc.source.document, *doc.forms, doc.first_pass);
    for (const Sentence& s : doc.source.document.sentences) {
      Example& example = all.examples[e++];
      example.evidence.resize(s.last - s.first);
      for (std::size_t i = s.first; i < s.last; ++i)
        evidence.features(*doc.forms, doc.first_pass, i, [&](std::uint64_t f) {
          example.evidence[i - s.first].push_back(all.index.find_or_add(f));
        });
    }
  }
}

std::vector<std::byte> model_bytes(const Crf& crf, const KeyIndex& index) {
  std::vector<LinearModel::Row> rows;
  for (std::uint32_t f = 0; f < index.size(); ++f) {
    LinearModel::Row row{index.key(f), {}};
    const auto weights = crf.weights(f);
    for (std::uint8_t k = 0; k < name_labels; ++k)
      if (std::abs(weights[k]) >= smallest_weight) row.weights.emplace_back(k, weights[k]);
    if (!row.weights.empty()) rows.push_back(std::move(row));
  }
  return LinearModel::write(std::move(rows), name_labels);
}

}  // namespace

void train_names(const Paths& paths) {
  const ModelFile lexicon_file(paths.models / "lexicon.model");
  const Lexicon lexicon(lexicon_file.container());
  const ModelFile tagger_file(paths.models / "tagger.model");
  const Tagger tagger(tagger_file.container());
  Collection all;
  for (const Source& source : sources) {
    for (NameDocument& doc : read_name_corpus(paths.corpora, source.corpus, "train")) {
      Prepared& p = all.documents.emplace_back();
      p.source = std::move(doc);
      p.forms = std::make_unique<Forms>(p.source.document.document.text, p.source.document.tokens, lexicon);
      tagger.tag(p.source.document, *p.forms);
      p.parts = source.parts;
      p.weight = source.weight;
    }
  }
  all.index = frequent_features(all.documents, lexicon);
  std::printf("names: %zu documents, %zu features\n", all.documents.size(), all.index.size());
  std::fflush(stdout);
  make_examples(all, lexicon);
  first_pass(all);
  add_evidence(all);
  Crf crf(all.index.size(), {});
  run_epochs(crf, all, epochs, true, [](std::uint32_t) { return true; });

  const std::vector<std::byte> weights = model_bytes(crf, all.index);
  NameFinder::Parameters parameters{};
  const float unit = LinearModel::unit_of(weights);
  for (std::size_t a = 0; a < name_labels; ++a)
    for (std::size_t b = 0; b < name_labels; ++b)
      parameters.transitions[a][b] =
          static_cast<std::int16_t>(std::clamp(std::round(crf.transition(a, b) / unit), -30000.0F, 30000.0F));
  parameters.slope = confidence_slope * unit;
  parameters.intercept = 0;
  write_file(paths.models / "names.model",
             Container::write({{"names", weights}, {"parameters", bytes_of(std::vector{parameters})}}));
  score_names(paths, "dev");
}

}  // namespace attest::extract::training
