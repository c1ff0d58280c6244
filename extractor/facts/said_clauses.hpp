// Clauses behind "said", where the tree gives less than is said.
#pragma once

#include <attest/extractor/facts/statements.hpp>

namespace attest::extract {

/// "said a law passed on Monday does not apply to ships": the tree may take "a law passed on Monday", or
/// "does not apply", for all that is said. Widens `statement`, found behind `verb`, to the clause with its
/// subject and condition in front and its rest behind, and takes a date in front from it ("said Monday
/// that"); other statements stay as they are. A clause in front of the
/// verb is widened to the sentence's beginning.
void complete_clause(const Reading& reading, TokenIndex verb, Statement& statement);

}  // namespace attest::extract
