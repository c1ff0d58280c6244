#include <attest/extractor/names/name_finder.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include <attest/extractor/model/score_cache.hpp>
#include <attest/extractor/names/document_evidence.hpp>
#include <attest/extractor/names/name_features.hpp>

namespace attest::extract {

namespace {

constexpr float sharing = 0.6F;  // of the way to the document's mean; chosen on the dev splits
constexpr std::size_t width = LinearModel::width_of(name_labels);
using Scores = std::array<std::int16_t, width>;

// Scores of every token's labels, without what the document says.
class Emissions {
 public:
  Emissions(const LinearModel& model, const AnnotatedDocument& document, const Forms& forms,
            const Lexicon& lexicon)
      : model_(model), forms_(forms), cache_(forms.size(), 5, name_labels), scores_(document.tokens.size()) {
    for (std::uint32_t role = 0; role < 5; ++role) fill(outside_form(), role, outside_[role].data());
    std::vector<NameContext> contexts;
    for (const Sentence& sentence : document.sentences) {
      name_contexts(document, sentence, forms, lexicon, contexts);
      const NameSentence s{document, forms, sentence, contexts};
      for (std::int64_t i = sentence.first; i < sentence.last; ++i) add_token(s, i);
    }
  }
  Scores& operator[](std::size_t token) { return scores_[token]; }

 private:
  void add_token(const NameSentence& s, std::int64_t i) {
    Scores& scores = scores_[static_cast<std::size_t>(i)];
    static constexpr std::array<int, 5> offsets = {0, -2, -1, 1, 2};
    for (std::uint32_t role = 0; role < 5; ++role) {
      const std::int64_t at = i + offsets[role];
      const std::int16_t* part = outside_[role].data();
      if (s.inside(at)) {
        part = cache_.get(forms_.index(static_cast<std::size_t>(at)), role,
                          [&](std::int16_t* into) { fill(s.form(at), role, into); });
      }
      add_scores(part, scores.data(), width);
    }
    std::array<std::uint64_t, 64> features;
    std::size_t count = 0;
    context_name_features(s, i, [&](std::uint64_t f) {
      model_.prefetch(f);
      features[count++] = f;
    });
    model_.add(std::span(features.data(), count), scores.data());
  }
  void fill(const Form& form, std::uint32_t role, std::int16_t* into) const {
    const auto emit = [&](std::uint64_t f) { model_.add(f, into); };
    if (role == 0)
      own_name_features(form, emit);
    else
      neighbour_name_features(form, role, emit);
  }

  const LinearModel& model_;
  const Forms& forms_;
  ScoreCache cache_;
  std::array<Scores, 5> outside_{};
  std::vector<Scores> scores_;
};

// Lets all occurrences of a capitalized word speak for each: the scores of a class move towards their mean
// over the document. "Byron" is a person where the sentence alone leaves it open.
class Sharing {
 public:
  Sharing(Emissions& emissions, const Forms& forms, std::size_t tokens)
      : emissions_(emissions), forms_(forms) {
    sums_.resize(forms.size());
    for (std::size_t i = 0; i < tokens; ++i) {
      if (!shared(i)) continue;
      Sums& sums = sums_[forms.index(i)];
      const Classes own = classes_of(emissions[i]);
      for (std::size_t k = 0; k < own.size(); ++k) sums.sum[k] += own[k];
      ++sums.count;
    }
  }

  // `part` of the way to the mean.
  void apply(std::size_t tokens, float part) {
    for (std::size_t i = 0; i < tokens; ++i) {
      if (!shared(i)) continue;
      const Sums& sums = sums_[forms_.index(i)];
      if (sums.count < 2) continue;
      const Classes own = classes_of(emissions_[i]);
      for (std::size_t k = 0; k < own.size(); ++k) {
        const float mean = static_cast<float>(sums.sum[k]) / static_cast<float>(sums.count);
        const auto by = static_cast<std::int16_t>(part * (mean - static_cast<float>(own[k])));
        for (std::size_t label = 1 + 4 * k; label < 5 + 4 * k; ++label)
          emissions_[i][label] = static_cast<std::int16_t>(emissions_[i][label] + by);
      }
    }
  }

 private:
  using Classes = std::array<int, name_classes>;
  struct Sums {
    std::array<std::int64_t, name_classes> sum{};
    std::uint32_t count = 0;
  };
  bool shared(std::size_t i) const { return forms_.of(i).casing >= Casing::capital && forms_.of(i).size > 1; }
  // By how much the best label of each class beats none.
  static Classes classes_of(const Scores& scores) {
    Classes out{};
    for (std::size_t k = 0; k < name_classes; ++k)
      out[k] =
          *std::max_element(scores.begin() + 1 + 4 * k, scores.begin() + 5 + 4 * k) - scores[outside_label];
    return out;
  }

  Emissions& emissions_;
  const Forms& forms_;
  std::vector<Sums> sums_;
};

// The best sequence of labels of one sentence (Viterbi).
class Decoder {
 public:
  explicit Decoder(const NameFinder::Parameters& parameters) : parameters_(parameters) {}

  void decode(const Scores* scores, std::size_t size, std::uint8_t* labels) {
    back_.resize(size);
    std::array<std::int32_t, name_labels> best{};
    for (std::uint8_t to = 0; to < name_labels; ++to) best[to] = may_start(to) ? scores[0][to] : impossible;
    for (std::size_t i = 1; i < size; ++i) best = step(best, scores[i], back_[i]);
    std::uint8_t label = 0;
    for (std::uint8_t k = 1; k < name_labels; ++k)
      if (!is_open(k) && best[k] > best[label]) label = k;
    for (std::size_t i = size; i-- > 0;) {
      labels[i] = label;
      label = back_[i][label];
    }
  }

 private:
  static constexpr std::int32_t impossible = -(1 << 28);
  using Best = std::array<std::int32_t, name_labels>;

  Best step(const Best& best, const Scores& scores, std::array<std::uint8_t, name_labels>& back) const {
    Best next;
    for (std::uint8_t to = 0; to < name_labels; ++to) {
      const Predecessors& before = name_predecessors[to];
      std::int32_t most = std::numeric_limits<std::int32_t>::min();
      for (std::uint32_t k = 0; k < before.count; ++k) {
        const std::uint8_t from = before.from[k];
        const std::int32_t score = best[from] + parameters_.transitions[from][to];
        if (score > most) {
          most = score;
          back[to] = from;
        }
      }
      next[to] = most + scores[to];
    }
    return next;
  }

  const NameFinder::Parameters& parameters_;
  std::vector<std::array<std::uint8_t, name_labels>> back_;
};

// By how much the labels of the name's class beat the best label of another class, at the weakest token.
int margin_of(Emissions& emissions, const std::vector<std::uint8_t>& labels, std::size_t first,
              std::size_t last) {
  int weakest = std::numeric_limits<int>::max();
  for (std::size_t i = first; i < last; ++i) {
    const NameClass own = class_of_label(labels[i]);
    int inside = std::numeric_limits<int>::min();
    int outside = std::numeric_limits<int>::min();
    for (std::uint8_t k = 0; k < name_labels; ++k) {
      int& side = class_of_label(k) == own ? inside : outside;
      side = std::max<int>(side, emissions[i][k]);
    }
    weakest = std::min(weakest, inside - outside);
  }
  return weakest;
}

}  // namespace

NameFinder::NameFinder(const Container& container)
    : model_(container.section("names")), parameters_(container.array<Parameters>("parameters").front()) {}

void NameFinder::find(AnnotatedDocument& document, const Forms& forms, const Lexicon& lexicon) const {
  Emissions emissions(model_, document, forms, lexicon);
  std::vector<std::uint8_t> labels(document.tokens.size(), outside_label);
  Decoder decoder(parameters_);
  const auto decode_all = [&] {
    for (const Sentence& s : document.sentences)
      decoder.decode(&emissions[s.first], s.last - s.first, &labels[s.first]);
  };
  if (document.sentences.empty()) return;
  Sharing(emissions, forms, labels.size()).apply(labels.size(), sharing);
  decode_all();
  const DocumentEvidence evidence(document, forms, labels);
  for (std::size_t i = 0; i < labels.size(); ++i)
    evidence.features(forms, labels, i, [&](std::uint64_t f) { model_.add(f, emissions[i].data()); });
  decode_all();

  for (std::size_t i = 0; i < labels.size();) {
    std::size_t last = i + 1;
    if (is_open(labels[i]))
      while (last < labels.size() && !may_start(labels[last])) ++last;
    const NameClass name = class_of_label(labels[i]);
    const float margin =
        static_cast<float>(name == NameClass::none ? 0 : margin_of(emissions, labels, i, last));
    const float confidence = 1 / (1 + std::exp(-(parameters_.slope * margin + parameters_.intercept)));
    for (std::size_t k = i; k < last; ++k) {
      Token& token = document.tokens[k];
      token.name = name;
      token.name_begins = name != NameClass::none && k == i;
      token.name_confidence = name == NameClass::none ? 0 : confidence;
    }
    i = last;
  }
}

}  // namespace attest::extract
