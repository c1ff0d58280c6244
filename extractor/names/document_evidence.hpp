// What a document as a whole says of a word: as which names it was found elsewhere in it.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include <attest/extractor/model/hashing.hpp>
#include <attest/extractor/names/name_labels.hpp>
#include <attest/extractor/tagging/forms.hpp>

namespace attest::extract {

/// Counts of the labels that a first pass gave, by word form.
class DocumentEvidence {
 public:
  /// `labels`: one for each token.
  DocumentEvidence(const AnnotatedDocument& document, const Forms& forms,
                   const std::vector<std::uint8_t>& labels);

  /// Features of token `i`, without what the first pass said of this very token. Only capitalized words have
  /// any.
  template <class Emit>
  void features(const Forms& forms, const std::vector<std::uint8_t>& labels, std::size_t i,
                Emit&& emit) const {
    const Form& f = forms.of(i);
    if (f.casing < Casing::capital) return;
    Counts c = counts_[forms.index(i)];
    --c.classes[static_cast<std::size_t>(class_of_label(labels[i]))];
    --c.all;
    if (c.all == 0 && !c.lower) return;
    emit(feature(170, best_class(c), share(c)));
    emit(feature(171, best_class(c), f.casing));
    if (c.lower) emit(feature(172, share_lower(c), f.casing));
    if (c.long_class != 0) emit(feature(173, c.long_class, c.long_part));
    if (c.all > 0) emit(feature(174, best_class(c), static_cast<std::uint64_t>(class_of_label(labels[i]))));
  }

 private:
  struct Counts {
    std::array<std::uint32_t, name_classes + 1> classes{};  // tokens of the form, by class of name
    std::uint32_t all = 0;
    std::uint32_t lower = 0;      // tokens of the same word in lower case
    std::uint8_t long_class = 0;  // class of the longest name that holds the word
    std::uint8_t long_part = 0;   // 1 first, 2 inner, 3 last word of it
    std::uint32_t long_size = 1;
  };
  static std::uint64_t best_class(const Counts& c) {
    std::size_t best = 0;
    for (std::size_t k = 1; k < c.classes.size(); ++k)
      if (c.classes[k] > c.classes[best]) best = k;
    return c.all == 0 ? 9 : best;
  }
  static std::uint64_t share(const Counts& c) {
    if (c.all == 0) return 9;
    const std::uint64_t part = std::uint64_t{4} * c.classes[best_class(c)] / c.all;
    return part * 4 + (c.all > 4 ? 3 : c.all > 1 ? 2 : 1);
  }
  static std::uint64_t share_lower(const Counts& c) {
    return 4 * std::uint64_t{c.lower} / (c.lower + c.all + 1);
  }

  std::vector<Counts> counts_;  // by form
};

}  // namespace attest::extract
