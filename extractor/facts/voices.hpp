// Words that are somebody's own: their sentences become claims.
#pragma once

#include <vector>

#include <attest/extractor/facts/claims.hpp>

namespace attest::extract {

/// Who speaks, how, and how sure that is.
struct Voice {
  EntityIndex entity = no_entity;
  Speech speech = Speech::say;
  float confidence = 0;
  bool quoted = true;  ///< the words stand in quotation marks, or are set off as a quotation
};

/// The voice of an attribution; `confidence` is that of the pattern, lowered where the name is unsure.
Voice voice_of(const Reading& reading, const Attribution& attribution, float confidence);

/// A claim for each sentence, or part of one, in tokens [first, last), cut to `inner`.
void append_sentences(const Reading& reading, Span inner, TokenIndex first, TokenIndex last,
                      const Voice& voice, std::vector<Claim>& claims);

}  // namespace attest::extract
