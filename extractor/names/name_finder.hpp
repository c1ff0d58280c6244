// Named-entity recognition: a linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) whose
// label scores come from the states of the tokens (Huang, Xu & Yu 2015) and from what the whole document says
// of a word.
#pragma once

#include <array>
#include <span>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/model/container.hpp>
#include <attest/extractor/model/encoder.hpp>
#include <attest/extractor/names/name_labels.hpp>
#include <attest/extractor/tagging/forms.hpp>

namespace attest::extract {

/// Scores of a token's labels, at scale::label.
using NameScores = std::array<std::int16_t, name_labels>;

class NameFinder {
 public:
  explicit NameFinder(const Container& container);

  /// Scores of the labels of the tokens that have the first states. `scratch` is memory to share between
  /// calls.
  void score(const States& states, std::span<NameScores> scores, std::vector<std::int32_t>& scratch) const;
  /// Sets `name`, `name_begins` and `name_confidence` of all tokens, of which `scores` has the scores. Scores
  /// are changed on the way.
  void find(AnnotatedDocument& document, const Forms& forms, std::vector<NameScores>& scores) const;

  struct Parameters {
    std::array<std::array<std::int16_t, name_labels>, name_labels> transitions;  ///< [from][to]
    std::int16_t reserved;
    float slope;  ///< confidence = logistic(slope · margin + intercept)
    float intercept;
  };

 private:
  Matrix layer_;
  Parameters parameters_;
};

}  // namespace attest::extract
