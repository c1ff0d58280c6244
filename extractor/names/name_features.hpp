// Feature templates of the name recognizer, shared by decoding and training.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include <attest/extractor/model/hashing.hpp>
#include <attest/extractor/model/lexicon.hpp>
#include <attest/extractor/tagging/forms.hpp>
#include <attest/extractor/tagging/tag_features.hpp>

namespace attest::extract {

/// What the surroundings within the sentence say of each token, beyond its neighbours.
struct NameContext {
  std::uint16_t lists = 0;      ///< of the longest listed phrase over the token
  std::uint8_t list_place = 0;  ///< 1 only, 2 first, 3 inside, 4 last word of that phrase
  std::uint32_t run_first = 0;  ///< the run of capitalized words that the token is in: [first, last)
  std::uint32_t run_last = 0;
};

inline bool is_capitalized(const Form& f) {
  return f.casing >= Casing::capital;
}

/// Contexts of the tokens of a sentence.
void name_contexts(const AnnotatedDocument& document, const Sentence& sentence, const Forms& forms,
                   const Lexicon& lexicon, std::vector<NameContext>& contexts);

/// Features of a word for its own label.
template <class Emit>
void own_name_features(const Form& f, Emit&& emit) {
  emit(feature(101));
  emit(feature(102, f.exact));
  emit(feature(103, f.lower));
  for (std::uint64_t n = 1; n < 4; ++n) {
    if (f.prefix[n] != 0) emit(feature(104 + n, f.prefix[n]));
    if (f.suffix[n] != 0) emit(feature(108 + n, f.suffix[n], f.casing == Casing::lower));
  }
  emit(feature(112, f.shape));
  emit(feature(113, f.short_shape));
  emit(feature(115, f.facts.cluster));
  emit(feature(116, f.facts.coarse));
  emit(feature(117, f.facts.lists, f.casing));
  emit(feature(118, f.facts.coarse, f.short_shape));
}

/// Features of a word for the label of its neighbour `offset` (1 … 4 for -2, -1, +1, +2) away.
template <class Emit>
void neighbour_name_features(const Form& f, std::uint64_t offset, Emit&& emit) {
  emit(feature(120, offset, f.lower));
  emit(feature(121, offset, f.facts.cluster));
  emit(feature(122, offset, f.short_shape));
  emit(feature(126, offset, f.facts.coarse));
  if (offset == 2 || offset == 3) {
    emit(feature(123, offset, f.exact));
    emit(feature(124, offset, f.suffix[2]));
    emit(feature(125, offset, f.facts.lists, f.casing));
  }
}

/// A sentence as the features of several words see it.
struct NameSentence {
  const AnnotatedDocument& document;
  const Forms& forms;
  Sentence sentence;
  const std::vector<NameContext>& contexts;

  bool inside(std::int64_t i) const { return i >= sentence.first && i < sentence.last; }
  const Form& form(std::int64_t i) const {
    return inside(i) ? forms.of(static_cast<std::size_t>(i)) : outside_form();
  }
  std::uint64_t penn(std::int64_t i) const {
    return inside(i) ? static_cast<std::uint64_t>(document.tokens[static_cast<std::size_t>(i)].penn) : 99;
  }
  const NameContext& context(std::int64_t i) const {
    return contexts[static_cast<std::size_t>(i - sentence.first)];
  }
};

/// Features of several words, tags and lists.
template <class Emit>
void context_name_features(const NameSentence& s, std::int64_t i, Emit&& emit) {
  const Form& before = s.form(i - 1);
  const Form& f = s.form(i);
  const Form& after = s.form(i + 1);
  const std::uint64_t tag = s.penn(i);
  emit(feature(130, tag, f.casing));
  emit(feature(131, s.penn(i - 1), tag));
  emit(feature(132, tag, s.penn(i + 1)));
  emit(feature(133, s.penn(i - 1), tag, s.penn(i + 1)));
  emit(feature(134, before.lower, f.lower));
  emit(feature(135, f.lower, after.lower));
  emit(feature(136, before.short_shape, f.short_shape, after.short_shape));
  emit(feature(137, before.facts.cluster, f.facts.cluster));
  emit(feature(138, f.facts.cluster, after.facts.cluster));
  emit(feature(139, i == s.sentence.first, f.casing, tag));
  emit(feature(140, before.lower, f.short_shape));
  emit(feature(141, after.lower, f.short_shape));
  const NameContext& c = s.context(i);
  emit(feature(142, c.lists, c.list_place));
  emit(feature(143, c.lists, c.list_place, s.form(i + 1).short_shape));
  emit(feature(144, before.facts.lists, f.facts.lists, after.facts.lists));
  if (c.run_last == c.run_first) return;
  const std::int64_t first = c.run_first;
  const std::int64_t last = c.run_last;
  const std::uint64_t length = static_cast<std::uint64_t>(std::min<std::int64_t>(last - first, 5));
  const std::uint64_t place = i == first ? 0 : i + 1 == last ? 1 : 2;
  emit(feature(150, length, place));
  emit(feature(151, s.form(last - 1).lower, place));
  emit(feature(152, s.form(first).lower, place));
  emit(feature(153, s.form(first - 1).lower, place));
  emit(feature(154, s.form(last).lower, place));
  emit(feature(155, s.form(first - 1).facts.coarse, s.form(last).facts.coarse, length));
  emit(feature(156, s.form(last - 1).facts.cluster, place));
  emit(feature(157, s.form(first - 2).lower, s.form(first - 1).lower));
  emit(feature(158, s.form(last).lower, s.form(last + 1).lower));
  emit(feature(159, s.form(first).facts.lists, s.form(last - 1).facts.lists, length));
  emit(feature(160, s.form(first - 1).facts.cluster));
  emit(feature(161, s.form(last).facts.cluster));
}

}  // namespace attest::extract
