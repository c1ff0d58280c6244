// The tagger's names, put right where general knowledge of English names says how.
#pragma once

#include <cstdint>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

class ListedPlaces;

/// Tokens [first, last) that name something of class `label`.
struct NameRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  NameClass label = NameClass::none;
  float confidence = 0;
};

/// Labelled stretches without titles, articles, possessive marks and letters behind a person's name; parted
/// at brackets, and at "and" where a side is a name by itself; with the countries and bracketed acronyms that
/// the tagger missed, and with the noun that makes another place of a place ("Evora region"). Nationalities
/// ("Norwegian") are no names. In text order, without overlaps.
std::vector<NameRange> labelled_ranges(const AnnotatedDocument& document, const TokenWords& words,
                                       const ListedPlaces& places);

}  // namespace attest::extract
