// The forms in which a statement stands beside its verb of speech, one function each; nothing where it stands
// in another.
#pragma once

#include <optional>

#include <attest/extractor/facts/statements.hpp>

namespace attest::extract {

/// A clause behind the verb, however the tree hangs it: "said that S", "told P on Monday S", "which X said
/// was safe", "reported 20 villages destroyed".
std::optional<Statement> clause_statement(const Reading& reading, TokenIndex verb);

/// "According to X, S", "S, in the words of X".
std::optional<Statement> statement_around_phrase(const Reading& reading, const Attribution& attribution);
/// "S, as X says", "As X put it, S".
std::optional<Statement> statement_around_as(const Reading& reading, TokenIndex verb);
/// "S, X said": the statement is what the verb of speech hangs on.
std::optional<Statement> statement_hosting(const Reading& reading, TokenIndex verb);

/// "called her the inventor", "describes the camp as a retreat", "called for P to leave".
std::optional<Statement> label_statement(const Reading& reading, TokenIndex verb);
/// "believes the bridge to be safe", "declared it unsafe".
std::optional<Statement> judgement_statement(const Reading& reading, TokenIndex verb);

/// "accused P of S".
std::optional<Statement> accusation_statement(const Reading& reading, TokenIndex verb);
/// "denied having S", "rejected accusations of S".
std::optional<Statement> denial_statement(const Reading& reading, TokenIndex verb);
/// "urged P to S", "asked that S".
std::optional<Statement> urging_statement(const Reading& reading, TokenIndex verb);
/// No clause, but as much: "complained of the delay", "estimated the cost at two million", "credited P with
/// saving it".
std::optional<Statement> phrase_statement(const Reading& reading, TokenIndex verb);
/// "vowed to S".
std::optional<Statement> vow_statement(const Reading& reading, TokenIndex verb);

}  // namespace attest::extract
