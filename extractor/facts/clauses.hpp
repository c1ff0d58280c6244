// Clauses as verbs of speech meet them: where they begin and end, and which is what a verb says.
#pragma once

#include <optional>
#include <string_view>

#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {

/// The token is this word; false behind the document's last word, too.
bool has_word(const Reading& reading, TokenIndex t, std::string_view word);

/// "who", "which", "that", "where": opens a relative clause.
bool is_relative_word(const Reading& reading, TokenIndex t);

/// The relation of a clause, or of a further predicate, to what it hangs on.
bool is_subordinate(Deprel relation);

/// A finite clause begins among tokens [first, last): between verb and quotation it is what was said, while a
/// phrase only says to whom and when.
bool holds_clause(const Reading& reading, TokenIndex first, TokenIndex last);

/// Somebody or something is the clause's own subject.
bool has_own_subject(const Reading& reading, TokenIndex clause);

/// "Asked about it, X said S": a participle that says nothing of its own.
bool is_bare_participle(const Reading& reading, TokenIndex clause);

/// "asked whether S": nothing is stated.
bool is_question(const Reading& reading, TokenIndex clause);

/// The clause stands on both sides of the verb: "The bridge, X noted, was built in May".
bool is_around(const Reading& reading, TokenIndex clause, TokenIndex verb);

/// "to leave".
bool is_infinitive_with_to(const Reading& reading, TokenIndex clause);

/// First token without "that" and marks in front.
TokenIndex clause_start(const Reading& reading, TokenIndex clause);

/// The end of a clause before marks that the tree may hang on it from behind the verb of speech.
TokenIndex end_of_words_in(const Reading& reading, TokenIndex clause);

/// A colon, or a quotation, comes next: what is said is there.
bool leads_to_quotation(const Reading& reading, TokenIndex verb);

/// The clause that the tree takes for what the verb says.
std::optional<TokenIndex> said_clause(const Reading& reading, TokenIndex verb);

}  // namespace attest::extract
