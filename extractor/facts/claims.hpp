// Claims: statements that the document attributes to somebody, as a quotation or as reported speech.
#pragma once

#include <vector>

#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {

/// A verb or phrase of speech outside of quotations, with who speaks.
struct Attribution {
  TokenIndex verb = 0;  ///< of a phrase its first token
  Speech speech = Speech::say;
  EntityIndex speaker = no_entity;
  TokenIndex speaker_token = 0;
  TokenIndex phrase_end = 0;  ///< of "according to X", "in the words of X": one past it; 0 of a verb
};

/// All attributions of the document that have a speaker known as an entity, in text order.
std::vector<Attribution> find_attributions(const Reading& reading);

/// One claim for each sentence of a quotation whose speaker is known.
std::vector<Claim> find_direct_speech(const Reading& reading, const std::vector<Attribution>& attributions);

/// Likewise of paragraphs that are speech without marks: what follows "X said:", and the turns of a
/// transcript
/// ("X: …").
std::vector<Claim> find_displayed_speech(const Reading& reading,
                                         const std::vector<Attribution>& attributions);

/// That-clauses and their kin: "said that …", "according to …", "denied having …", "called her …", "the claim
/// that …". `taken` are claims already made of quotations.
std::vector<Claim> find_reported_speech(const Reading& reading, const std::vector<Attribution>& attributions,
                                        const std::vector<Claim>& taken);

/// All, in text order, with the entities they are about.
std::vector<Claim> find_claims(const Reading& reading);

/// What of tokens [first, last) stands in one block: the longest piece of a sentence that a page break cuts.
Span longest_piece(const Reading& reading, TokenIndex first, TokenIndex last);

/// A span without white space, marks and dangling punctuation at its ends.
Span trimmed(std::string_view text, Span span);

}  // namespace attest::extract
