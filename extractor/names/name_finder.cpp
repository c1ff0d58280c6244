#include <attest/extractor/names/name_finder.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include <attest/graph/error.hpp>

namespace attest::extract {

namespace {

constexpr int most_score = 32000;
constexpr int sharing = 5;  // eighths of the way to the document's mean; chosen on the dev splits

// Lets all occurrences of a capitalized word speak for each: the scores of a class move towards their mean
// over the document. "Virgil" is a person where the sentence alone leaves it open.
class Sharing {
 public:
  Sharing(std::vector<NameScores>& emissions, const Forms& forms) : emissions_(emissions), forms_(forms) {
    sums_.resize(forms.size());
    for (std::size_t i = 0; i < emissions.size(); ++i) {
      if (!shared(i)) continue;
      Sums& sums = sums_[forms.index(i)];
      const Classes own = classes_of(emissions[i]);
      for (std::size_t k = 0; k < own.size(); ++k) sums.sum[k] += own[k];
      ++sums.count;
    }
  }

  // `eighths` of the way to the mean.
  void apply(int eighths) {
    for (std::size_t i = 0; i < emissions_.size(); ++i) {
      if (!shared(i)) continue;
      const Sums& sums = sums_[forms_.index(i)];
      if (sums.count < 2) continue;
      const Classes own = classes_of(emissions_[i]);
      for (std::size_t k = 0; k < own.size(); ++k) {
        const auto mean = static_cast<int>(sums.sum[k] / sums.count);
        const int by = (mean - own[k]) * eighths / 8;
        for (std::size_t label = 1 + 4 * k; label < 5 + 4 * k; ++label)
          emissions_[i][label] =
              static_cast<std::int16_t>(std::clamp(emissions_[i][label] + by, -most_score, most_score));
      }
    }
  }

 private:
  using Classes = std::array<int, name_classes>;
  struct Sums {
    std::array<std::int64_t, name_classes> sum{};
    std::int64_t count = 0;
  };
  bool shared(std::size_t i) const { return forms_.of(i).casing >= Casing::capital && forms_.of(i).size > 1; }
  // By how much the best label of each class beats none.
  static Classes classes_of(const NameScores& scores) {
    Classes out{};
    for (std::size_t k = 0; k < name_classes; ++k)
      out[k] =
          *std::max_element(scores.begin() + 1 + 4 * k, scores.begin() + 5 + 4 * k) - scores[outside_label];
    return out;
  }

  std::vector<NameScores>& emissions_;
  const Forms& forms_;
  std::vector<Sums> sums_;
};

// The best sequence of labels of one sentence (Viterbi). Scores stand above the five bits of a label's
// number, so that the greatest of them tells the label that it came from; of equal ones that is the first.
class Decoder {
 public:
  explicit Decoder(const NameFinder::Parameters& parameters) {
    moves_.fill(forbidden);
    for (std::uint8_t from = 0; from < name_labels; ++from)
      for (std::uint8_t to = 0; to < name_labels; ++to)
        if (may_follow(from, to))
          moves_[from * lanes + to] = unit * parameters.transitions[from][to] + (unit - 1 - from);
  }

  void decode(const NameScores* scores, std::size_t size, std::uint8_t* labels) {
    back_.resize(size);
    for (std::uint8_t k = 0; k < name_labels; ++k) best_[k] = may_start(k) ? unit * scores[0][k] : impossible;
    for (std::size_t i = 1; i < size; ++i) step(scores[i], back_[i]);
    std::uint8_t label = 0;
    for (std::uint8_t k = 1; k < name_labels; ++k)
      if (!is_open(k) && best_[k] > best_[label]) label = k;
    for (std::size_t i = size; i-- > 0;) {
      labels[i] = label;
      label = back_[i][label];
    }
  }

 private:
  static constexpr std::size_t lanes = 32;  // labels, filled up
  static constexpr std::int32_t unit = 32;
  static constexpr std::int32_t impossible = -(1 << 27);
  static constexpr std::int32_t forbidden = -(1 << 29);
  using Labels = std::array<std::uint8_t, name_labels>;

  void step(const NameScores& scores, Labels& back) {
    std::array<std::int32_t, lanes> next;
    kernels().max_plus(best_.data(), name_labels, moves_.data(), lanes, next.data());
    for (std::uint8_t to = 0; to < name_labels; ++to) {
      back[to] = static_cast<std::uint8_t>(unit - 1 - (next[to] & (unit - 1)));
      best_[to] = (next[to] & -unit) + unit * scores[to];
    }
    // Only differences count.
    const std::int32_t top = *std::max_element(best_.begin(), best_.end());
    for (std::int32_t& score : best_) score -= top;
  }

  std::array<std::int32_t, name_labels * lanes> moves_;  // [from][to]
  std::array<std::int32_t, name_labels> best_;           // of the sequences that end with each label
  std::vector<Labels> back_;
};

// By how much the labels of the name's class beat the best label of another class, at the weakest token.
int margin_of(const std::vector<NameScores>& emissions, const std::vector<std::uint8_t>& labels,
              std::size_t first, std::size_t last) {
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
    : layer_(container, "names"),
      parameters_(container.array<Parameters>("name parameters").empty()
                      ? throw Error("the model has no name parameters")
                      : container.array<Parameters>("name parameters").front()) {
  if (layer_.outputs() != name_labels) throw Error("the name finder's parts do not fit together");
}

void NameFinder::score(const States& states, std::span<NameScores> scores,
                       std::vector<std::int32_t>& scratch) const {
  std::vector<std::int16_t> narrowed(scores.size() * layer_.width());
  layer_.apply(states.row(0), states.width, scores.size(), -most_score, most_score, scratch, narrowed.data());
  for (std::size_t i = 0; i < scores.size(); ++i)
    std::copy_n(narrowed.begin() + static_cast<std::ptrdiff_t>(i * layer_.width()), name_labels,
                scores[i].begin());
}

void NameFinder::find(AnnotatedDocument& document, const Forms& forms,
                      std::vector<NameScores>& scores) const {
  std::vector<std::uint8_t> labels(document.tokens.size(), outside_label);
  Sharing(scores, forms).apply(sharing);
  Decoder decoder(parameters_);
  for (const Sentence& s : document.sentences)
    decoder.decode(&scores[s.first], s.last - s.first, &labels[s.first]);

  for (std::size_t i = 0; i < labels.size();) {
    std::size_t last = i + 1;
    if (is_open(labels[i]))
      while (last < labels.size() && !may_start(labels[last])) ++last;
    const NameClass name = class_of_label(labels[i]);
    const float margin = static_cast<float>(name == NameClass::none ? 0 : margin_of(scores, labels, i, last));
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
