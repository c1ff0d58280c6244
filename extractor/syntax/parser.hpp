// Dependency trees: a greedy arc-hybrid transition parser (Kuhlmann, Gómez-Rodríguez & Satta 2011) with an
// averaged perceptron trained against a dynamic oracle (Goldberg & Nivre 2013). One root a sentence, linear
// time.
#pragma once

#include <span>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/model/container.hpp>
#include <attest/extractor/model/linear_model.hpp>
#include <attest/extractor/tagging/forms.hpp>

namespace attest::extract {

class Parser {
 public:
  explicit Parser(const Container& container)
      : model_(container.section("parser")), relations_(container.array<Deprel>("relations")) {}

  /// Sets `head` and `relation` of all tokens; needs their tags.
  void parse(AnnotatedDocument& document, const Forms& forms) const;
  /// The same for one sentence, with relations as the model numbers them (training tells more apart).
  void parse(const AnnotatedDocument& document, const Forms& forms, const Sentence& sentence,
             std::vector<std::int32_t>& heads, std::vector<std::uint8_t>& relations) const;

 private:
  LinearModel model_;
  std::span<const Deprel> relations_;
};

}  // namespace attest::extract
