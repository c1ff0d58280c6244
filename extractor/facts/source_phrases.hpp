// Phrases that name the source of what a sentence states.
#pragma once

#include <optional>

#include <attest/extractor/facts/claims.hpp>
#include <attest/extractor/facts/speakers.hpp>

namespace attest::extract {

/// "according to X", "in the words of X", "in X's view" where it begins at the token.
std::optional<Attribution> source_phrase(const Reading& reading, const Speakers& speakers, TokenIndex t);

/// The head of a person's name that begins at the token.
std::optional<TokenIndex> person_at(const Reading& reading, TokenIndex t);

/// The name over the token is followed by a possessive mark.
bool is_possessive(const Reading& reading, TokenIndex named);

}  // namespace attest::extract
