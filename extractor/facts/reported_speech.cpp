#include <algorithm>

#include <attest/extractor/facts/statements.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class Reporter {
 public:
  Reporter(const Reading& reading, const std::vector<Attribution>& attributions,
           const std::vector<Claim>& taken)
      : reading_(reading), syntax_(reading.syntax), attributions_(attributions) {
    for (const Claim& claim : taken) taken_.push_back(claim.text);
    std::sort(taken_.begin(), taken_.end());
  }

  void add(const Attribution& attribution) {
    if (syntax_.is_negated(attribution.verb)) return;
    const auto statement = statement_of(reading_, attribution);
    if (!statement || (attribution.phrase_end > 0 && passes_on(attribution, *statement))) return;
    push(attribution, *statement);
  }

  // "According to the Post, P believes that S": the Post passes on what P says.
  bool passes_on(const Attribution& phrase, const Statement& statement) const {
    auto at = std::lower_bound(attributions_.begin(), attributions_.end(), statement.first,
                               [](const Attribution& a, TokenIndex t) { return a.verb < t; });
    constexpr int most_tried = 8;
    for (int tried = 0; tried < most_tried && at != attributions_.end() && at->verb < statement.last;
         ++at, ++tried)
      if (at->phrase_end == 0 && at->speaker != phrase.speaker && statement_of(reading_, *at)) return true;
    return false;
  }

  // "X's claim that S", "a statement by X that S", "X issued a warning that S"
  void add_noun(TokenIndex noun) {
    const auto statement = statement_of_noun(reading_, noun);
    if (!statement) return;
    const auto speaker = author_of(noun);
    if (!speaker) return;
    const Speech speech = is_without(noun) ? Speech::say : syntax_.word(noun).speech_noun;
    push({noun, speech, reading_.actor_of_phrase(*speaker), *speaker, 0}, *statement);
  }

  std::vector<Claim> take() { return std::move(claims_); }

 private:
  std::optional<TokenIndex> author_of(TokenIndex noun) const {
    if (syntax_.lemma_is(noun, "fact")) return who_stresses(noun);
    for (TokenIndex c : syntax_.children(noun)) {
      if (is_own(noun, c)) return c;
      const Deprel relation = reading_.token(c).relation;
      const std::string_view preposition = relation == Deprel::nmod ? syntax_.preposition(c) : "";
      const bool owner = relation == Deprel::nmod_poss || preposition == "by" || preposition == "of" ||
                         preposition == "from";
      if (owner && reading_.actor_of_phrase(c) != no_entity) return c;
    }
    const auto verb = syntax_.head(noun);
    const bool object = verb && reading_.token(noun).relation == Deprel::obj && utters(*verb);
    if (!object && !(verb && comes_to(*verb, noun))) return std::nullopt;
    const auto subject = verb && !syntax_.is_negated(*verb) ? syntax_.subject(*verb) : std::nullopt;
    const bool denies = verb && syntax_.word(*verb).speech == Speech::deny;
    return subject && !denies && reading_.actor_of_phrase(*subject) != no_entity ? subject : std::nullopt;
  }

  // "X is of the opinion that S", "an O announcement that S"
  bool is_own(TokenIndex noun, TokenIndex part) const {
    const Deprel relation = reading_.token(part).relation;
    const EntityIndex named = part < noun ? reading_.actor_of_phrase(part) : no_entity;
    if (named == no_entity) return false;
    if (relation == Deprel::nsubj) return syntax_.preposition(noun) == "of";
    const bool modifier = relation == Deprel::compound || relation == Deprel::amod;
    return modifier && reading_.type_of(named) == EntityType::organization;
  }

  // "X highlighted the fact that S", "pointed to the fact that S"
  std::optional<TokenIndex> who_stresses(TokenIndex fact) const {
    constexpr std::string_view verbs[] = {"acknowledge", "cite",      "criticise", "criticize", "emphasise",
                                          "emphasize",   "highlight", "lament",    "mention",   "note",
                                          "point",       "recall",    "regret",    "stress",    "underline",
                                          "underscore",  "welcome"};
    const Deprel relation = reading_.token(fact).relation;
    const auto verb = relation == Deprel::obj || relation == Deprel::obl ? syntax_.head(fact) : std::nullopt;
    if (!verb || !is_one_of(reading_.token(*verb).lemma, verbs) || syntax_.is_passive(*verb))
      return std::nullopt;
    const auto subject = syntax_.is_negated(*verb) ? std::nullopt : syntax_.subject(*verb);
    return subject && reading_.actor_of_phrase(*subject) != no_entity ? subject : std::nullopt;
  }

  // "has no doubt that S"
  bool is_without(TokenIndex noun) const {
    const auto determiner = syntax_.child(noun, Deprel::det);
    return determiner && syntax_.lemma_is(*determiner, "no");
  }

  // "came to the conclusion that S"
  bool comes_to(TokenIndex verb, TokenIndex noun) const {
    const bool there = reading_.token(noun).relation == Deprel::obl && syntax_.preposition(noun) == "to";
    return there && (syntax_.lemma_is(verb, "come") || syntax_.lemma_is(verb, "arrive"));
  }

  // "issued a statement that S", not "is investigating reports that S".
  bool utters(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {
        "add",   "air",     "advance", "bring",   "express",   "file",   "give",   "have",   "hold",
        "hand",  "issue",   "level",   "lodge",   "make",      "offer",  "post",   "press",  "present",
        "put",   "publish", "raise",   "release", "reiterate", "repeat", "reveal", "send",   "sound",
        "state", "submit",  "voice",   "write",   "deliver",   "share",  "defend", "stress", "convey",
        "renew", "take",    "reach",   "draw",    "form"};
    return is_one_of(reading_.token(verb).lemma, verbs);
  }

  bool overlaps_taken(Span span) const {
    const auto at =
        std::lower_bound(taken_.begin(), taken_.end(), span, [](Span a, Span b) { return a.end <= b.begin; });
    return at != taken_.end() && at->overlaps(span);
  }

  void push(const Attribution& attribution, Statement statement) {
    if (statement.first >= statement.last) return;
    const Sentence& sentence = reading_.sentence(attribution.verb);
    statement.first = std::max(statement.first, sentence.first);
    statement.last = std::min(statement.last, sentence.last);
    statement.last = std::min(statement.last, next_source(attribution, statement));
    const bool word = statement.last == statement.first + 1 && statement.denied;  // "denied wrongdoing"
    if (statement.last < statement.first + 2 && !word) return;
    Claim claim;
    claim.text =
        trimmed(reading_.document.document.text, longest_piece(reading_, statement.first, statement.last));
    balance_marks(claim.text);
    if (claim.text.empty() || overlaps_taken(claim.text) || repeats(claim.text, attribution.speaker)) return;
    claim.speaker = attribution.speaker;
    claim.denied =
        statement.denied || attribution.speech == Speech::deny || denies_itself(attribution, statement);
    claim.quoted = inside_one_quotation(statement);
    claim.confidence =
        statement.confidence * (0.5f + 0.5f * reading_.confidence_at(attribution.speaker_token));
    claims_.push_back(std::move(claim));
  }

  // Of “S,” X said the closing mark goes, as nothing opens it; of the plan “a sham” it comes along.
  void balance_marks(Span& text) const {
    const std::string_view all = reading_.document.document.text;
    constexpr std::string_view straight = "\"", opening = "\xE2\x80\x9C", closing = "\xE2\x80\x9D";
    const std::string_view said = all.substr(text.begin, text.size()), behind = all.substr(text.end);
    const bool odd = std::count(said.begin(), said.end(), '"') % 2 == 1;
    const bool opened = said.rfind(opening) != said.npos &&
                        (said.rfind(closing) == said.npos || said.rfind(closing) < said.rfind(opening));
    if (odd && behind.starts_with(straight) && !said.ends_with(straight)) {
      text.end += static_cast<std::uint32_t>(straight.size());
    } else if (opened && behind.starts_with(closing)) {
      text.end += static_cast<std::uint32_t>(closing.size());
    } else if ((odd && said.ends_with(straight)) ||
               (said.ends_with(closing) && said.find(opening) == said.npos)) {
      text.end -= static_cast<std::uint32_t>(said.ends_with(straight) ? straight.size() : closing.size());
      text = trimmed(all, text);
    }
  }

  // "X said that S; according to Y, T": what follows the semicolon is another's.
  TokenIndex next_source(const Attribution& attribution, const Statement& statement) const {
    auto at = std::upper_bound(attributions_.begin(), attributions_.end(), attribution.verb,
                               [](TokenIndex t, const Attribution& a) { return t < a.verb; });
    constexpr int most_tried = 8;
    for (int tried = 0; tried < most_tried && at != attributions_.end() && at->verb < statement.last;
         ++at, ++tried) {
      const TokenIndex start = std::min(at->verb, at->phrase_end > 0 ? at->verb : at->speaker_token);
      if (start > statement.first && reading_.text(start - 1) == ";") return start - 1;
      const bool goes_on = at->speaker == attribution.speaker && reading_.token(at->verb).penn == Penn::VBG;
      if (goes_on && at->verb > statement.first + 1 && reading_.text(at->verb - 1) == ",")
        return at->verb - 1;  // "X said that S, adding that T"
    }
    return statement.last;
  }

  // "X said that he believes that S" is one claim of X, not two.
  bool repeats(Span span, EntityIndex speaker) const {
    return !claims_.empty() && claims_.back().speaker == speaker && claims_.back().text.contains(span);
  }

  bool inside_one_quotation(const Statement& statement) const {
    const std::int32_t first = reading_.quotation_of[statement.first];
    return first >= 0 && first == reading_.quotation_of[statement.last - 1];
  }

  // "said he could not comment" denies nothing.
  // "said they have not received it": the speaker's own doing, negated.
  bool denies_itself(const Attribution& attribution, const Statement& statement) const {
    for (TokenIndex c : syntax_.children(attribution.verb)) {
      if (reading_.token(c).relation != Deprel::ccomp || c < statement.first || c >= statement.last) continue;
      if (!syntax_.is_negated(c) || syntax_.has_modal(c)) return false;
      const auto subject = syntax_.child(c, {Deprel::nsubj, Deprel::nsubj_pass});
      if (!subject) return false;
      return reading_.actor_at(*subject) == attribution.speaker ||
             reading_.token(*subject).upos == Upos::PRON;
    }
    return false;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const std::vector<Attribution>& attributions_;
  std::vector<Span> taken_;
  std::vector<Claim> claims_;
};

bool may_be_trimmed(std::string_view text, std::size_t& length, bool front) {
  constexpr std::string_view marks[] = {" ", "\n", "\t", "\r",           ",",
                                        ";", ":",  "-",  "\xE2\x80\x93", "\xE2\x80\x94"};
  for (auto mark : marks) {
    length = mark.size();
    if (front ? text.starts_with(mark) : text.ends_with(mark)) return true;
  }
  return false;
}

// "X said that Y urged P to leave" is X's claim of what Y did, not one of Y. In text order.
void drop_nested(std::vector<Claim>& claims) {
  constexpr std::size_t most_tried = 8;
  const auto lies_in = [](const Claim& inner, const Claim& outer) {
    return outer.speaker != inner.speaker && outer.text != inner.text && outer.text.contains(inner.text);
  };
  std::vector<Claim> kept;
  for (std::size_t i = 0; i < claims.size(); ++i) {
    bool nested = false;
    for (std::size_t n = 1; n <= most_tried && !nested; ++n)
      nested = (n <= i && lies_in(claims[i], claims[i - n])) ||
               (i + n < claims.size() && lies_in(claims[i], claims[i + n]));
    if (!nested || claims[i].quoted) kept.push_back(claims[i]);
  }
  claims = std::move(kept);
}

void add_topics(const Reading& reading, Claim& claim) {
  const auto& mentions = reading.entities.mentions;
  auto at = std::lower_bound(
      mentions.begin(), mentions.end(), claim.text.begin,
      [&](const Mention& m, std::uint32_t begin) { return reading.token(m.first).span.begin < begin; });
  for (; at != mentions.end() && reading.token(at->first).span.begin < claim.text.end; ++at) {
    if (at->kind != MentionKind::name || at->entity == no_entity) continue;
    if (reading.type_of(at->entity) == EntityType::event) continue;
    if (std::find(claim.about.begin(), claim.about.end(), at->entity) == claim.about.end())
      claim.about.push_back(at->entity);
  }
}

}  // namespace

Span longest_piece(const Reading& reading, TokenIndex first, TokenIndex last) {
  const auto& blocks = reading.document.document.blocks;
  Span longest;
  auto block = std::upper_bound(blocks.begin(), blocks.end(), reading.token(first).span.begin,
                                [](std::uint32_t at, const Block& b) { return at < b.span.begin; });
  if (block == blocks.begin()) return reading.syntax.span(first, last);
  for (--block; first < last && block != blocks.end(); ++block) {
    TokenIndex end = first;
    while (end < last && reading.token(end).span.begin < block->span.end) ++end;
    if (end == first) continue;
    const Span piece = reading.syntax.span(first, end);
    if (piece.size() > longest.size()) longest = piece;
    first = end;
  }
  return longest.empty() ? reading.syntax.span(first, last) : longest;
}

Span trimmed(std::string_view text, Span span) {
  std::size_t length = 0;
  while (!span.empty() && may_be_trimmed(text.substr(span.begin, span.size()), length, true))
    span.begin += static_cast<std::uint32_t>(length);
  while (!span.empty() && may_be_trimmed(text.substr(span.begin, span.size()), length, false))
    span.end -= static_cast<std::uint32_t>(length);
  return span;
}

std::vector<Claim> find_reported_speech(const Reading& reading, const std::vector<Attribution>& attributions,
                                        const std::vector<Claim>& taken) {
  Reporter reporter(reading, attributions, taken);
  for (const Attribution& attribution : attributions) reporter.add(attribution);
  for (TokenIndex t = 0; t < reading.document.tokens.size(); ++t) {
    const bool noun =
        reading.token(t).upos == Upos::NOUN && reading.syntax.word(t).speech_noun != Speech::none;
    if (noun && reading.quotation_of[t] < 0) reporter.add_noun(t);
  }
  return reporter.take();
}

std::vector<Claim> find_claims(const Reading& reading) {
  const std::vector<Attribution> attributions = find_attributions(reading);
  std::vector<Claim> claims = find_direct_speech(reading, attributions);
  std::vector<Claim> displayed = find_displayed_speech(reading, attributions);
  claims.insert(claims.end(), std::make_move_iterator(displayed.begin()),
                std::make_move_iterator(displayed.end()));
  std::vector<Claim> reported = find_reported_speech(reading, attributions, claims);
  claims.insert(claims.end(), std::make_move_iterator(reported.begin()),
                std::make_move_iterator(reported.end()));
  std::stable_sort(claims.begin(), claims.end(),
                   [](const Claim& a, const Claim& b) { return a.text < b.text; });
  drop_nested(claims);
  for (Claim& claim : claims) add_topics(reading, claim);
  return claims;
}

}  // namespace attest::extract
