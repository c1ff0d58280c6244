// Verbs that tell of an event together with what stands beside them: "filed for bankruptcy", "took command",
// "stabbed to death". Read before the verb alone is looked at.
#pragma once

#include <optional>

#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {

/// The type and strength of the event that a verb and its phrase tell of; none where no phrase is known.
std::optional<Trigger> trigger_of_phrase(const Reading& reading, TokenIndex verb);

}  // namespace attest::extract
