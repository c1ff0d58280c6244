// What stands around a body's name and was labelled with it: its board, its town, its league, its craft, the
// party that rules it.
#pragma once

#include <vector>

#include <attest/extractor/entities/known_names.hpp>
#include <attest/extractor/entities/listed_places.hpp>
#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// Leaves the body's name, or the person's of an administration, in `range`. A town or a league behind it
/// goes to `more`; true where there is one.
bool part_what_surrounds(const TokenWords& words, const KnownNames& known, const ListedPlaces& places,
                         NameRange& range, std::vector<NameRange>& more);

}  // namespace attest::extract
