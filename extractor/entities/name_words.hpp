// What the words of a name say of its type: "Bank of Elm", "Elm Bridge", "Battle of Elm".
#pragma once

#include <string_view>

#include <attest/extractor/entities/names.hpp>

namespace attest::extract {

/// Adds to the votes of `form` what its words speak for: as much as several labels of the tagger.
/// `town_paper`: a town and what newspapers are called (is_paper_noun).
void vote_by_words(NameForm& form, bool town_paper);

/// "world", "star": papers are called so, and many other things; folded.
bool is_paper_noun(std::string_view word);

}  // namespace attest::extract
