// Titles of works and the parts that are played in them: no names of anything in the world.
#pragma once

#include <vector>

#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// Drops titles of works ("the film Elm Street", "the novels A and B") and the names of parts ("starred as
/// Ada Hale", "the role of Hale"), with the short forms of such a part that no other person of the document
/// bears.
void drop_fiction(const TokenWords& words, std::vector<NameRange>& ranges);

}  // namespace attest::extract
