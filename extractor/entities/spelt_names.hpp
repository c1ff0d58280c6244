// Names that the letters in brackets behind them spell: "Union of Rivers and the Sea (URS)".
#pragma once

#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// Where labels have only pieces of such a name, the whole takes their place; the
/// letters of laws and agreements go. Not in text order afterwards.
void join_spelt_names(const AnnotatedDocument& document, const TokenWords& words,
                      std::vector<NameRange>& ranges);

}  // namespace attest::extract
