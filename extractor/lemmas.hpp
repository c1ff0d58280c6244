// Dictionary forms of English words: a table of irregular forms, rules for the regular ones, and the words
// known from plain text to choose between what the rules allow ("hoped": "hope", "stopped": "stop").
#pragma once

#include <string>
#include <string_view>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/model/lexicon.hpp>

namespace attest::extract {

/// The lemma of a word with its tags, lower-case; names and foreign words keep their form.
std::string lemma_of(std::string_view form, Upos upos, Penn penn, const Lexicon& lexicon);

}  // namespace attest::extract
