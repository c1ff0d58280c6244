// Part-of-speech tags: an averaged perceptron over hashed features, left to right (Collins 2002), that
// predicts the universal and the Penn tag at once.
#pragma once

#include <span>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/model/container.hpp>
#include <attest/extractor/model/linear_model.hpp>
#include <attest/extractor/tagging/forms.hpp>

namespace attest::extract {

/// A universal tag with its Penn tag: one class of the tagger.
struct TagPair {
  Upos upos;
  Penn penn;
  bool operator==(const TagPair&) const = default;
};

class Tagger {
 public:
  explicit Tagger(const Container& container)
      : model_(container.section("tagger")), tags_(container.array<TagPair>("tags")) {}

  /// Sets `upos` and `penn` of all tokens.
  void tag(AnnotatedDocument& document, const Forms& forms) const;

 private:
  LinearModel model_;
  std::span<const TagPair> tags_;
};

}  // namespace attest::extract
