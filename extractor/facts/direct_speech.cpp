#include <algorithm>

#include <attest/extractor/facts/clauses.hpp>
#include <attest/extractor/facts/statements.hpp>
#include <attest/extractor/facts/voices.hpp>

namespace attest::extract {
namespace {

enum class Place : std::uint8_t { before, after, carried };

// Gives quotations their speakers, in text order, so that one may inherit from the one before.
class Attributed {
 public:
  Attributed(const Reading& reading, const std::vector<Attribution>& attributions)
      : reading_(reading), attributions_(attributions) {}

  std::vector<Claim> run() {
    std::vector<Claim> claims;
    for (std::size_t q = 0; q < reading_.quotations.size(); ++q) {
      const Voice voice = speaker_of(q);
      if (voice.entity == no_entity) {
        rest_of_reported(q, claims);
        continue;
      }
      remember(q, voice);
      append(quotation(q), quotation(q).first, voice, claims);
    }
    return claims;
  }

 private:
  const Quotation& quotation(std::size_t q) const { return reading_.quotations[q]; }

  void remember(std::size_t q, const Voice& voice) {
    last_ = voice;
    last_quotation_ = q;
  }

  Voice speaker_of(std::size_t q) const {
    if (!is_statement(quotation(q))) return {};
    if (goes_on_by_and(q)) return last_;
    if (is_part_of_statement(quotation(q))) return {};
    const auto before = nearest_before(q);
    if (before && introduces(*before, q)) return from(*before, 0.95f);
    const auto after = nearest_after(q);
    if (after) return from(*after, 0.95f);
    if (const auto named = signed_by(q)) return *named;
    if (const auto named = labelled(q)) return *named;
    if (const auto later = attributed_later(q)) return from(*later, 0.85f);
    if (stands_alone(q)) return carried(q);
    return {};
  }

  // "The plan runs “until a better one is found,” X said", "X said it was for “other reasons,” …": what is
  // quoted is part of what is reported.
  bool is_part_of_statement(const Quotation& quote) const {
    const char first = reading_.text(quote.first)[0];
    const Sentence& sentence = reading_.sentence(quote.first);
    TokenIndex before = quote.first;
    while (before > sentence.first && is_mark(before - 1)) --before;
    if (first < 'a' || first > 'z' || before == sentence.first) return false;
    const std::string_view mark = reading_.text(before);
    if (mark == "," || mark == ":") return false;
    constexpr int most_tried = 8;
    auto at = first_from(sentence.first);
    for (int tried = 0; tried < most_tried && at != attributions_.end() && at->verb < sentence.last;
         ++at, ++tried) {
      if (at->verb + 1 == before || at->speech == Speech::label) continue;
      const auto statement = statement_of(reading_, *at);
      if (statement && statement->first < before &&
          statement->last + 2 >= std::min(quote.last, sentence.last))
        return true;
    }
    return false;
  }

  // "X said that “…” and “…”": two of one sentence.
  bool goes_on_by_and(std::size_t q) const {
    if (last_.entity == no_entity || q == 0 || last_quotation_ != q - 1) return false;
    const TokenIndex first = reading_.sentence(quotation(q).first).first;
    TokenIndex before = quotation(q).first;
    while (before > first && is_mark(before - 1)) --before;
    if (before > first && reading_.text(before - 1) == "that") --before;
    return before > first && quotation(q - 1).last > first && reading_.text(before - 1) == "and";
  }

  // A quotation that runs over paragraphs, told whose it is behind the last.
  std::optional<Attribution> attributed_later(std::size_t q) const {
    constexpr std::size_t most_paragraphs = 8;
    for (std::size_t n = q; n + 1 < reading_.quotations.size() && n < q + most_paragraphs; ++n) {
      if (quotation(n).closed || quotation(n + 1).block != quotation(n).block + 1) return std::nullopt;
      if (const auto after = nearest_after(n + 1)) return after;
    }
    return std::nullopt;
  }

  // "X called it “a farce. It must end.”": the first sentence is reported speech, the others are direct.
  void rest_of_reported(std::size_t q, std::vector<Claim>& claims) {
    const Quotation& quote = quotation(q);
    const TokenIndex rest = reading_.sentence(quote.first).last;
    if (rest >= quote.last) return;
    const auto before = nearest_before(q);
    if (!before) return;
    const Voice voice = from(*before, 0.8f);
    remember(q, voice);
    append(quote, rest, voice, claims);
  }

  void append(const Quotation& quote, TokenIndex first, const Voice& voice,
              std::vector<Claim>& claims) const {
    append_sentences(reading_, quote.inner, first, quote.last, voice, claims);
  }
  Voice from(const Attribution& attribution, float confidence) const {
    return voice_of(reading_, attribution, confidence);
  }

  // Words enough to state something, with a verb among them or the end of a sentence.
  bool is_statement(const Quotation& q) const {
    std::uint32_t words = 0;
    bool verb = false;
    for (TokenIndex t = q.first; t < q.last && !(verb && words >= 3); ++t) {
      const Upos upos = reading_.token(t).upos;
      words += upos != Upos::PUNCT;
      verb |= upos == Upos::VERB || upos == Upos::AUX;
    }
    const char end = reading_.document.document.text[q.inner.end - 1];
    const bool ends = end == '.' || end == '!' || end == '?' || end == ',';
    return words >= 2 && (verb || (ends && words >= 2));
  }

  bool ends_sentence(TokenIndex t) const {
    const std::string_view text = reading_.text(t);
    return text == "." || text == "!" || text == "?";
  }
  bool is_mark(TokenIndex t) const { return reading_.token(t).upos == Upos::PUNCT; }

  // First token of the stretch before the quotation: back to the end of a sentence, a paragraph or another
  // quotation that is more than words set off.
  TokenIndex stretch_before(const Quotation& q) const {
    TokenIndex t = q.first;
    while (t > 0 && q.first - t < 80) {
      const TokenIndex previous = t - 1;
      if (is_speech(reading_.quotation_of[previous]) || ends_sentence(previous)) break;
      if (reading_.block_of(previous) != q.block && !ends_with_colon(previous)) break;
      t = previous;
    }
    return t;
  }
  bool is_speech(std::int32_t q) const {
    constexpr TokenIndex words_set_off = 3;
    if (q < 0) return false;
    const Quotation& quote = quotation(static_cast<std::size_t>(q));
    return quote.last - quote.first > words_set_off;
  }
  bool ends_with_colon(TokenIndex t) const { return reading_.text(t) == ":"; }

  TokenIndex stretch_after(const Quotation& q) const {
    TokenIndex t = q.last;
    const auto count = static_cast<TokenIndex>(reading_.document.tokens.size());
    const std::uint32_t block = reading_.block_of(q.last - 1);
    while (t < count && t - q.last < 60 && reading_.quotation_of[t] < 0 && reading_.block_of(t) == block) {
      if (ends_sentence(t)) return t + 1;
      ++t;
    }
    return t;
  }

  std::vector<Attribution>::const_iterator first_from(TokenIndex t) const {
    return std::lower_bound(attributions_.begin(), attributions_.end(), t,
                            [](const Attribution& a, TokenIndex token) { return a.verb < token; });
  }

  std::optional<Attribution> nearest_before(std::size_t q) const {
    auto at = first_from(quotation(q).first);
    if (at == attributions_.begin()) return std::nullopt;
    --at;
    return at->verb >= stretch_before(quotation(q)) ? std::optional(*at) : std::nullopt;
  }

  // The verb after a quotation belongs to it when nothing but the speaker stands between, and does not lead
  // on to the next quotation with a colon.
  std::optional<Attribution> nearest_after(std::size_t q) const {
    const Quotation& quote = quotation(q);
    const TokenIndex end = stretch_after(quote);
    const auto at = first_from(quote.last);
    if (at == attributions_.end() || at->verb >= end || at->verb - quote.last > 24) return std::nullopt;
    TokenIndex start = quote.last;
    while (start < end && is_mark(start)) ++start;
    const bool inverted = at->verb == start;
    const bool subject_first =
        at->speaker_token < at->verb && at->speaker_token >= start && comma_ends(quote);
    return inverted || subject_first ? std::optional(*at) : std::nullopt;
  }

  bool comma_ends(const Quotation& q) const {
    const char last = reading_.document.document.text[q.inner.end - 1];
    if (last == ',' || last == '!' || last == '?' || last == '-') return true;
    return q.last < reading_.document.tokens.size() &&
           (reading_.text(q.last) == "," ||
            (q.last + 1 < reading_.document.tokens.size() && reading_.text(q.last + 1) == ","));
  }

  // "X said: “", "X said, “", "X told Y that “", "According to X, “".
  bool introduces(const Attribution& attribution, std::size_t q) const {
    const TokenIndex start = quotation(q).first;
    TokenIndex last = start;
    while (last > attribution.verb + 1 && is_quote_mark(last - 1)) --last;
    if (last == attribution.verb + 1) return attribution.speech != Speech::label;
    const std::string_view sign = reading_.text(last - 1);
    if (sign == ":") return true;
    if (sign != "," && sign != "that") return false;
    if (sign == "," && parts_quotation(attribution, q)) return true;
    // A comma may also end "as he said at the time,": then the quotation is the sentence's own.
    return !holds_clause(reading_, attribution.verb + 1, last - 1);
  }
  // "“The bridge,” said X, “is safe.”": nothing but who speaks between two quotations.
  bool parts_quotation(const Attribution& attribution, std::size_t q) const {
    TokenIndex before = attribution.verb;
    while (before > 0 && is_mark(before - 1)) --before;
    if (before == 0 || before == attribution.verb || reading_.quotation_of[before - 1] < 0) return false;
    for (TokenIndex t = attribution.verb + 1; t < quotation(q).first; ++t) {
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::VERB || upos == Upos::AUX) return false;
    }
    return true;
  }
  bool is_quote_mark(TokenIndex t) const {
    return is_quotation_mark(reading_.text(t)) || reading_.text(t) == "*";
  }
  // "“…” — Cicero, on whether …"; of a quotation that begins a paragraph, the name right after it.
  std::optional<Voice> signed_by(std::size_t q) const {
    const Quotation& quote = quotation(q);
    const TokenIndex end = stretch_after(quote);
    TokenIndex t = quote.last;
    bool dash = false;
    for (; t < end && is_mark(t); ++t) {
      const std::string_view text = reading_.text(t);
      dash |= text == "-" || text == "--" || text == "\xE2\x80\x94" || text == "\xE2\x80\x93";
    }
    const bool opens_block = stretch_before(quote) + 1 >= quote.first && ends_itself(quote);
    if (t >= end || !(dash || opens_block)) return std::nullopt;
    const EntityIndex named = reading_.actor_at(t);
    if (named == no_entity || reading_.type_of(named) != EntityType::person) return std::nullopt;
    if (reading_.mention_at(t)->kind != MentionKind::name) return std::nullopt;
    return Voice{named, Speech::say, dash ? 0.9f : 0.6f};
  }

  // "Anna Berg: “…”" at the head of a line.
  std::optional<Voice> labelled(std::size_t q) const {
    TokenIndex t = quotation(q).first;
    while (t > 0 && is_quote_mark(t - 1)) --t;
    if (t < 2 || !ends_with_colon(t - 1)) return std::nullopt;
    const TokenIndex end = before_parenthesis(t - 1);
    const Mention* mention = end > 0 ? reading_.mention_at(end - 1) : nullptr;
    if (!mention || mention->kind != MentionKind::name || mention->last != end) return std::nullopt;
    const bool head = mention->first == 0 || reading_.block_of(mention->first - 1) != quotation(q).block;
    const bool person = reading_.is_type(mention->entity, EntityType::person);
    return head && person ? std::optional(Voice{mention->entity, Speech::say, 0.8f}) : std::nullopt;
  }

  // Of "Anna Berg (the mayor):" the end of the name.
  TokenIndex before_parenthesis(TokenIndex end) const {
    constexpr TokenIndex longest = 16;
    if (end == 0 || reading_.text(end - 1) != ")") return end;
    for (TokenIndex t = end - 1; t > 0 && end - t < longest; --t)
      if (reading_.text(t - 1) == "(") return t - 1;
    return end;
  }

  // Sentences of its own: nothing of another sentence before it, and no sentence that goes on after it.
  bool stands_alone(std::size_t q) const {
    const Quotation& quote = quotation(q);
    const TokenIndex before = stretch_before(quote);
    for (TokenIndex t = before; t < quote.first; ++t)
      if (!is_mark(t)) return false;
    const TokenIndex end = stretch_after(quote);
    for (TokenIndex t = quote.last; t < end; ++t)
      if (!is_mark(t)) return ends_itself(quote) && !is_signature(t, end);
    return true;
  }
  // "“…” Anonymous, in a letter": words of another source, not of who spoke before.
  bool is_signature(TokenIndex first, TokenIndex end) const {
    const char start = reading_.text(first)[0];
    if (start < 'A' || start > 'Z') return false;
    for (TokenIndex t = first; t < end; ++t)
      if (reading_.token(t).upos == Upos::VERB || reading_.token(t).upos == Upos::AUX) return false;
    return true;
  }
  bool ends_itself(const Quotation& quote) const {
    const char last = reading_.document.document.text[quote.inner.end - 1];
    return last == '.' || last == '!' || last == '?';
  }

  // A quotation with no attribution of its own goes on with who spoke last, of the same paragraph or of the
  // few before.
  Voice carried(std::size_t q) const {
    constexpr std::uint32_t most_blocks = 3;
    const std::uint32_t block = quotation(q).block;
    const std::optional<Attribution> told = last_told(q);
    const bool quoted = last_.entity != no_entity;
    if (quoted && (!told || quotation(last_quotation_).last > told->verb || told->speaker == last_.entity)) {
      if (block > quotation(last_quotation_).block + most_blocks) return {};
      Voice voice = last_;
      voice.confidence *= 0.85f;
      return voice;
    }
    return told && block <= reading_.block_of(told->verb) + most_blocks ? from(*told, 0.7f) : Voice{};
  }
  // The last attribution before a quotation that states something.
  std::optional<Attribution> last_told(std::size_t q) const {
    constexpr int most_tried = 4;
    auto at = first_from(quotation(q).first);
    for (int tried = 0; at != attributions_.begin() && tried < most_tried; ++tried)
      if (--at; introduces_something(*at)) return *at;
    return std::nullopt;
  }
  bool introduces_something(const Attribution& attribution) const {
    if (attribution.speech == Speech::label && reading_.type_of(attribution.speaker) != EntityType::person)
      return false;
    return statement_of(reading_, attribution).has_value() || meets_quotation(attribution.verb);
  }
  bool meets_quotation(TokenIndex verb) const {
    const auto count = static_cast<TokenIndex>(reading_.document.tokens.size());
    for (TokenIndex t = verb + 1; t < std::min(count, verb + 5); ++t)
      if (reading_.quotation_of[t] >= 0) return true;
    for (TokenIndex t = verb; t > 0 && t + 5 > verb; --t)
      if (reading_.quotation_of[t - 1] >= 0) return true;
    return false;
  }

  const Reading& reading_;
  const std::vector<Attribution>& attributions_;
  Voice last_;
  std::size_t last_quotation_ = 0;
};

}  // namespace

std::vector<Claim> find_direct_speech(const Reading& reading, const std::vector<Attribution>& attributions) {
  return Attributed(reading, attributions).run();
}

}  // namespace attest::extract
