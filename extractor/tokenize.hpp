// Text into tokens, in the manner of the English Universal Dependencies treebanks (EWT, GUM).
//
// Contractions and possessives are tokens of their own ("do|n't", "Porto|'s"), hyphenated compounds come
// apart ("state|-|led") unless they start with a bound prefix ("anti-war"), abbreviations and initials
// keep their period. Every character that is not white space is in exactly one token.
#pragma once

#include <string_view>
#include <vector>

#include <attest/extractor/document.hpp>

namespace attest::extract {

/// Appends the tokens of `range` of `text` to `tokens`, in order. Linear in the size of the range, safe on
/// any bytes.
void tokenize(std::string_view text, Span range, std::vector<Span>& tokens);

}  // namespace attest::extract
