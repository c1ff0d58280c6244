// Persons that share a title: "Senators HALE, Marlow, and Torres", "Presidents Berg and Costa".
#pragma once

#include <vector>

#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// Each name of such a list is a person, whatever its label. Not in text order afterwards.
void add_listed_persons(const TokenWords& words, std::vector<NameRange>& ranges);

}  // namespace attest::extract
