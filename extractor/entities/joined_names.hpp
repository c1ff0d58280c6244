// Labelled stretches that hold several names: "Evora and Beja", "in Evora Ana Torres said".
#pragma once

#include <vector>

#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// Parts names at "and" where a side is a name by itself, and a place and a person that run together, both
/// named alone elsewhere; joins "Elm Museum" and "Art Gallery". Not in text order afterwards.
void split_joined_names(const TokenWords& words, std::vector<NameRange>& ranges);

}  // namespace attest::extract
