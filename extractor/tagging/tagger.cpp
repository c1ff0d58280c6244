#include <attest/extractor/tagging/tagger.hpp>

#include <algorithm>
#include <array>

#include <attest/extractor/model/score_cache.hpp>
#include <attest/extractor/tagging/tag_features.hpp>

namespace attest::extract {

namespace {

constexpr std::size_t most_tags = 128;
using Scores = std::array<std::int16_t, most_tags>;

// A form's part in the scores of its own tag (0) and of its neighbours' (1 … 4 for -2 … +2).
class FormScores {
 public:
  FormScores(const LinearModel& model, const Forms& forms)
      : model_(model), cache_(forms.size(), 5, model.classes()) {
    for (std::uint32_t role = 0; role < 5; ++role) fill(outside_form(), role, outside_[role].data());
  }

  void add(const Form& form, std::uint32_t index, std::uint32_t role, Scores& scores) {
    const std::int16_t* part = cache_.get(index, role, [&](std::int16_t* into) { fill(form, role, into); });
    add_scores(part, scores.data(), cache_.width());
  }
  void add_outside(std::uint32_t role, Scores& scores) {
    add_scores(outside_[role].data(), scores.data(), cache_.width());
  }

 private:
  void fill(const Form& form, std::uint32_t role, std::int16_t* into) const {
    const auto emit = [&](std::uint64_t f) { model_.add(f, into); };
    if (role == 0)
      own_tag_features(form, emit);
    else
      neighbour_tag_features(form, role, emit);
  }

  const LinearModel& model_;
  ScoreCache cache_;
  std::array<Scores, 5> outside_{};
};

struct Window {
  const Forms& forms;
  const Sentence& sentence;

  bool inside(std::int64_t i) const { return i >= sentence.first && i < sentence.last; }
  const Form& operator[](std::int64_t i) const {
    return inside(i) ? forms.of(static_cast<std::size_t>(i)) : outside_form();
  }
};

}  // namespace

void Tagger::tag(AnnotatedDocument& document, const Forms& forms) const {
  FormScores parts(model_, forms);
  for (const Sentence& sentence : document.sentences) {
    const Window window{forms, sentence};
    std::uint8_t tag1 = outside_tag;
    std::uint8_t tag2 = outside_tag;
    for (std::int64_t i = sentence.first; i < sentence.last; ++i) {
      Scores scores{};
      static constexpr std::array<int, 5> offsets = {0, -2, -1, 1, 2};
      for (std::uint32_t role = 0; role < 5; ++role) {
        // Role 1 speaks of a word whose tag two words later is asked for.
        const std::int64_t at = i + offsets[role];
        if (window.inside(at))
          parts.add(window[at], forms.index(static_cast<std::size_t>(at)), role, scores);
        else
          parts.add_outside(role, scores);
      }
      std::array<std::uint64_t, 32> features;
      std::size_t count = 0;
      context_tag_features(window[i - 1], window[i], window[i + 1], tag2, tag1, i == sentence.first,
                           [&](std::uint64_t f) {
                             model_.prefetch(f);
                             features[count++] = f;
                           });
      model_.add(std::span(features.data(), count), scores.data());
      const auto best = std::max_element(scores.begin(), scores.begin() + model_.classes()) - scores.begin();
      Token& token = document.tokens[static_cast<std::size_t>(i)];
      token.upos = tags_[static_cast<std::size_t>(best)].upos;
      token.penn = tags_[static_cast<std::size_t>(best)].penn;
      tag2 = tag1;
      tag1 = static_cast<std::uint8_t>(best);
    }
  }
}

}  // namespace attest::extract
