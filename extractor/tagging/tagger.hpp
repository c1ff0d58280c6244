// Part-of-speech tags: the universal and the Penn tag at once, a linear layer over a token's state.
#pragma once

#include <span>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/model/container.hpp>
#include <attest/extractor/model/encoder.hpp>

namespace attest::extract {

/// A universal tag with its Penn tag: one class of the tagger.
struct TagPair {
  Upos upos;
  Penn penn;
  bool operator==(const TagPair&) const = default;
};

class Tagger {
 public:
  explicit Tagger(const Container& container);

  /// Sets `upos` and `penn` of the tokens that have the first states. `scratch` is memory to share between
  /// calls.
  void tag(const States& states, std::span<Token> tokens, std::vector<std::int32_t>& scratch) const;

 private:
  Matrix layer_;
  std::span<const TagPair> tags_;
};

}  // namespace attest::extract
