// Words that tell of an event together with what stands beside them: "filed for bankruptcy", "stabbed to
// death", "the sale of the firm". Read before the word alone is looked at.
#pragma once

#include <optional>

#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {

/// The type and strength of the event that a verb and its phrase tell of; none where no phrase is known.
std::optional<Trigger> trigger_of_phrase(const Reading& reading, TokenIndex verb);

/// As trigger_of_phrase, of a noun and what it is of.
std::optional<Trigger> trigger_of_noun_phrase(const Reading& reading, TokenIndex noun);

}  // namespace attest::extract
