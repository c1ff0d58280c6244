// The tagger's feature templates, shared by decoding and training.
#pragma once

#include <attest/extractor/model/hashing.hpp>
#include <attest/extractor/tagging/forms.hpp>

namespace attest::extract {

/// Stands for words and tags beyond the ends of the sentence.
inline const Form& outside_form() {
  static const Form form = [] {
    Form f;
    f.exact = f.lower = 1;
    return f;
  }();
  return form;
}
constexpr std::uint8_t outside_tag = 255;

/// Features of a word for its own tag.
template <class Emit>
void own_tag_features(const Form& f, Emit&& emit) {
  emit(feature(1));
  emit(feature(2, f.exact));
  emit(feature(3, f.lower));
  for (std::uint64_t n = 0; n < 4; ++n) {
    if (f.prefix[n] != 0) emit(feature(4 + n, f.prefix[n]));
    if (f.suffix[n] != 0) emit(feature(8 + n, f.suffix[n]));
  }
  emit(feature(12, f.shape));
  emit(feature(13, f.short_shape));
  emit(feature(14, f.casing, f.size > 3));
  emit(feature(15, f.facts.cluster));
  emit(feature(16, f.facts.coarse));
  emit(feature(17, f.facts.lists, f.casing));
  emit(feature(18, f.suffix[2], f.casing));
  emit(feature(19, f.suffix[1], f.facts.coarse));
}

/// Features of a word for the tag of its neighbour `offset` (1 … 4 for -2, -1, +1, +2) away.
template <class Emit>
void neighbour_tag_features(const Form& f, std::uint64_t offset, Emit&& emit) {
  emit(feature(20, offset, f.lower));
  emit(feature(21, offset, f.facts.cluster));
  if (offset == 2 || offset == 3) {
    emit(feature(22, offset, f.suffix[2]));
    emit(feature(23, offset, f.suffix[1]));
    emit(feature(24, offset, f.short_shape));
    emit(feature(25, offset, f.facts.lists, f.casing));
  }
}

/// Features of several words and of the tags before.
template <class Emit>
void context_tag_features(const Form& before, const Form& f, const Form& after, std::uint8_t tag2,
                          std::uint8_t tag1, bool first, Emit&& emit) {
  emit(feature(30, tag1));
  emit(feature(31, tag1, tag2));
  emit(feature(32, tag1, f.lower));
  emit(feature(33, tag1, f.suffix[2]));
  emit(feature(34, tag1, after.lower));
  emit(feature(35, tag1, after.facts.cluster));
  emit(feature(36, tag1, f.facts.cluster));
  emit(feature(37, tag1, tag2, f.facts.cluster));
  emit(feature(38, tag1, f.short_shape, first));
  emit(feature(39, before.lower, f.lower));
  emit(feature(40, f.lower, after.lower));
  emit(feature(41, before.lower, after.lower));
  emit(feature(42, f.facts.cluster, after.facts.cluster));
  emit(feature(43, tag1, f.suffix[1], after.suffix[1]));
  emit(feature(44, before.facts.cluster, f.facts.cluster, after.facts.coarse));
  emit(feature(45, tag2, f.lower));
}

}  // namespace attest::extract
