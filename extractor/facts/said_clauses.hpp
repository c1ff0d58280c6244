// Clauses without "that" behind "said", where the tree parts a subject from its verb.
#pragma once

#include <attest/extractor/facts/statements.hpp>

namespace attest::extract {

/// "said a law passed on Monday does not hold": the tree takes "a law passed on Monday" for all that is said,
/// or leaves it out. Widens `statement`, found behind `verb`, to the clause; other statements stay as they
/// are.
void take_in_subject(const Reading& reading, TokenIndex verb, Statement& statement);

}  // namespace attest::extract
