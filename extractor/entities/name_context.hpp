// What stands around a name says of its type: "his wife, Julia", "the village of Elm", "Elm (village in …)".
#pragma once

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// Adds to the votes of `form` what the words around `range`, one of its occurrences, speak for; notes what
/// the text says that it is, and how often it is spoken of as a place.
void vote_by_context(const AnnotatedDocument& document, const Lexicon& lexicon, const TokenWords& words,
                     const NameRange& range, NameForm& form);

}  // namespace attest::extract
