// Where a labelled stretch begins and ends as a name: without titles, articles, marks and honours.
#pragma once

#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// Drops articles, titles, offices and marks at the ends of `range`; false where no name is left.
bool trim_name(const TokenWords& words, NameRange& range);

}  // namespace attest::extract
