// Names within names: "Bologna" of "University of Bologna", "US" of "US Senate".
#pragma once

#include <vector>

#include <attest/extractor/entities/listed_places.hpp>
#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// Places within names of organizations and buildings. Tokens of `ranges` overlap afterwards.
std::vector<NameRange> names_within(const TokenWords& words, const ListedPlaces& places,
                                    const std::vector<NameRange>& ranges);

}  // namespace attest::extract
