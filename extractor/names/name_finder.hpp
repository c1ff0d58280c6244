// Named-entity recognition: a linear-chain conditional random field (Lafferty, McCallum & Pereira 2001) over
// hashed features, decoded twice: the second time knowing what the first found in the whole document.
#pragma once

#include <array>
#include <span>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/model/container.hpp>
#include <attest/extractor/model/lexicon.hpp>
#include <attest/extractor/model/linear_model.hpp>
#include <attest/extractor/names/name_labels.hpp>
#include <attest/extractor/tagging/forms.hpp>

namespace attest::extract {

class NameFinder {
 public:
  explicit NameFinder(const Container& container);

  /// Sets `name`, `name_begins` and `name_confidence` of all tokens; needs their tags.
  void find(AnnotatedDocument& document, const Forms& forms, const Lexicon& lexicon) const;

  struct Parameters {
    std::array<std::array<std::int16_t, name_labels>, name_labels> transitions;  ///< [from][to], in units
    float slope;  ///< confidence = logistic(slope · margin + intercept), margin in units
    float intercept;
  };

 private:
  LinearModel model_;
  Parameters parameters_;
};

}  // namespace attest::extract
