// Verbs of speech by which nobody says anything.
#pragma once

#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {

/// "heard nothing to suggest that S", "refused to say that S", "if X says that S"; and the first verb of
/// "quoted P as saying S", as what is said comes with the second.
bool says_nothing(const Reading& reading, TokenIndex verb);

/// What "to say" hangs on where it was said: "went on to say", "was quick to say".
bool says_indeed(const Reading& reading, TokenIndex head);

/// "Neither X nor Y said".
bool is_nobody(const Reading& reading, TokenIndex speaker);

}  // namespace attest::extract
