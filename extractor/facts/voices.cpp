#include <attest/extractor/facts/voices.hpp>

#include <algorithm>

namespace attest::extract {
namespace {

// "We cannot blame the referee" denies no act.
// "We did not expel anyone": the speaker's own act, negated.
bool denies(const Reading& reading, TokenIndex first, TokenIndex last) {
  for (TokenIndex t = first; t < last; ++t) {
    const Deprel relation = reading.token(t).relation;
    if (relation != Deprel::nsubj && relation != Deprel::nsubj_pass) continue;
    const std::string& lemma = reading.token(t).lemma;
    const auto verb = reading.syntax.head(t);
    const bool own = lemma == "we" || lemma == "i" || lemma == "I";
    return own && verb && reading.syntax.is_negated(*verb) && !reading.syntax.has_modal(*verb);
  }
  return false;
}

void append(const Reading& reading, Span inner, TokenIndex first, TokenIndex last, const Voice& voice,
            std::vector<Claim>& claims) {
  const auto& tokens = reading.document.tokens;
  const bool has_word = std::any_of(tokens.begin() + first, tokens.begin() + last, [](const Token& t) {
    return t.upos != Upos::PUNCT && t.upos != Upos::SYM;
  });
  const bool aside = reading.text(first) == "(" && reading.text(last - 1) == ")";  // "(Lim 1994, 6)"
  if (!has_word || aside) return;
  Claim claim;
  claim.speaker = voice.entity;
  const Span span = longest_piece(reading, first, last);
  claim.text = trimmed(reading.document.document.text,
                       {std::max(span.begin, inner.begin), std::min(span.end, inner.end)});
  claim.quoted = voice.quoted;
  claim.denied = voice.speech == Speech::deny || denies(reading, first, last);
  claim.confidence = voice.confidence;
  if (!claim.text.empty()) claims.push_back(std::move(claim));
}

}  // namespace

Voice voice_of(const Reading& reading, const Attribution& attribution, float confidence) {
  return {attribution.speaker, attribution.speech,
          confidence * (0.5f + 0.5f * reading.confidence_at(attribution.speaker_token))};
}

void append_sentences(const Reading& reading, Span inner, TokenIndex first, TokenIndex last,
                      const Voice& voice, std::vector<Claim>& claims) {
  while (first < last) {
    const TokenIndex end = std::max(std::min(reading.sentence(first).last, last), first + 1);
    append(reading, inner, first, end, voice, claims);
    first = end;
  }
}

}  // namespace attest::extract
