// What is said by a verb, a noun or a phrase of speech: the tokens of the statement in its sentence.
#pragma once

#include <optional>

#include <attest/extractor/facts/claims.hpp>

namespace attest::extract {

/// Tokens [first, last) of one sentence.
struct Statement {
  TokenIndex first = 0;
  TokenIndex last = 0;
  bool denied = false;
  float confidence = 0;
};

/// What an attribution outside quotations states: a that-clause, the sentence around "X said" or "according
/// to X", "having …" of "denied having …", "her the inventor" of "called her the inventor".
std::optional<Statement> statement_of(const Reading& reading, const Attribution& attribution);

/// "the claim that S", "accusations of S": what a noun of speech states, with or without a clause.
std::optional<Statement> statement_of_noun(const Reading& reading, TokenIndex noun);

}  // namespace attest::extract
