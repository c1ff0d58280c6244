// What people are, believe, speak and keep: nationalities, faiths, languages, feasts. None of them is a name.
#pragma once

#include <string_view>

#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// "Norwegian", "Southeast Asian", "Roman Catholic", "Anglican and Lutheran", "Peruvian-Norwegian": what
/// people are or believe, or what is between two peoples.
bool is_nationality(const TokenWords& words, const NameRange& range);

/// "Norland Norwegians": people of a place, and as places the peoples of the past.
bool is_people(const TokenWords& words, const NameRange& range);

/// "Latin", "Easter".
bool is_language_or_feast(const TokenWords& words, const NameRange& range);

/// "Zeus", "Odin": gods of the known pantheons.
bool is_deity(const TokenWords& words, const NameRange& range);

}  // namespace attest::extract
