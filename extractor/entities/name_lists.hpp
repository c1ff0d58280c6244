// Lists that say what their names are: "bands such as Elm, The Ash and Rowan Five".
#pragma once

#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// The items of all such lists, of the class that the noun before them tells; in text order, without
/// articles.
std::vector<NameRange> listed_names(const AnnotatedDocument& document, const TokenWords& words);

}  // namespace attest::extract
