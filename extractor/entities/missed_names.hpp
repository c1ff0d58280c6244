// Names that the tagger has nothing for, or only pieces of: countries, settlements, addresses of sites.
#pragma once

#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// Adds them to `ranges`; pieces of a country's name go. Not in text order afterwards.
void add_missed_names(const AnnotatedDocument& document, const TokenWords& words,
                      std::vector<NameRange>& ranges);

/// The end of the longest name of a country that begins at token `first`; `first` where there is none.
std::uint32_t country_end(const TokenWords& words, std::uint32_t first, std::uint32_t limit);

}  // namespace attest::extract
