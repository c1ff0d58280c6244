#include <algorithm>

#include <attest/extractor/facts/claims.hpp>

namespace attest::extract {
namespace {

struct Statement {
  TokenIndex first = 0, last = 0;  // tokens
  bool denied = false;
  float confidence = 0;
};

class Reporter {
 public:
  Reporter(const Reading& reading, const std::vector<Claim>& taken)
      : reading_(reading), syntax_(reading.syntax) {
    for (const Claim& claim : taken) taken_.push_back(claim.text);
    std::sort(taken_.begin(), taken_.end());
  }

  void add(const Attribution& attribution) {
    if (syntax_.is_negated(attribution.verb)) return;
    if (const auto statement = statement_of(attribution)) push(attribution, *statement);
  }

  // "X's claim that S", "a statement by X that S"
  void add_noun(TokenIndex noun) {
    const auto clause = that_clause(noun);
    if (!clause) return;
    for (TokenIndex c : syntax_.children(noun)) {
      const Deprel relation = reading_.token(c).relation;
      const std::string_view preposition = relation == Deprel::nmod ? syntax_.preposition(c) : "";
      if (relation != Deprel::nmod_poss && preposition != "by" && preposition != "of" &&
          preposition != "from")
        continue;
      const EntityIndex speaker = reading_.actor_of_phrase(c);
      if (speaker == no_entity) continue;
      const Attribution attribution{noun, syntax_.word(noun).speech_noun, speaker, c};
      return push(attribution, {start_of(*clause), syntax_.right(*clause), false, 0.7f});
    }
  }

  std::vector<Claim> take() { return std::move(claims_); }

 private:
  std::optional<Statement> statement_of(const Attribution& attribution) const {
    const TokenIndex verb = attribution.verb;
    if (reading_.text(verb) == "According" || reading_.text(verb) == "according")
      return according_to(attribution);
    if (reading_.token(verb).relation == Deprel::parataxis)
      if (auto found = host_of(verb)) return found;
    if (attribution.speech == Speech::label) return label(verb);
    if (attribution.speech == Speech::accuse) return accusation(verb);
    if (const auto clause = complement(verb))
      return Statement{start_of(*clause), syntax_.right(*clause), false, 0.85f};
    if (attribution.speech == Speech::deny) return denial(verb);
    if (const auto urged = urging(verb)) return urged;
    return controlled(verb);
  }

  std::optional<TokenIndex> that_clause(TokenIndex noun) const {
    for (TokenIndex c : syntax_.children(noun)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation != Deprel::acl && relation != Deprel::ccomp && relation != Deprel::acl_relcl) continue;
      const auto mark = syntax_.child(c, Deprel::mark);
      if (mark && syntax_.lemma_is(*mark, "that") && syntax_.child(c, {Deprel::nsubj, Deprel::nsubj_pass}))
        return c;
    }
    return std::nullopt;
  }

  std::optional<TokenIndex> complement(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb))
      if (reading_.token(c).relation == Deprel::ccomp &&
          !(syntax_.left(c) <= verb && verb < syntax_.right(c)))
        return c;
    return std::nullopt;
  }

  // Without "that" and marks in front.
  TokenIndex start_of(TokenIndex clause) const {
    TokenIndex first = syntax_.left(clause);
    while (first < clause && (reading_.token(first).upos == Upos::PUNCT || syntax_.lemma_is(first, "that") ||
                              syntax_.lemma_is(first, "as")))
      ++first;
    return first;
  }

  bool is_pronoun_for_clause(TokenIndex t) const {
    return reading_.token(t).upos == Upos::PRON || reading_.token(t).upos == Upos::DET;
  }

  // "S, X said": the statement is what the verb of speech hangs on.
  std::optional<Statement> host_of(TokenIndex verb) const {
    const auto host = syntax_.head(verb);
    if (!host || syntax_.right(verb) - syntax_.left(verb) > 40) return std::nullopt;
    const TokenIndex left = syntax_.left(*host), right = syntax_.right(*host);
    const TokenIndex from = syntax_.left(verb), to = syntax_.right(verb);
    const bool in_front = from > left && from - left >= right - std::min(right, to);
    const Statement statement =
        in_front ? Statement{left, from, false, 0.8f} : Statement{to, right, false, 0.8f};
    return states(statement) ? std::optional(statement) : std::nullopt;
  }
  // A date line or a caption is no statement: there is a verb in one.
  bool states(const Statement& statement) const {
    for (TokenIndex t = statement.first; t < statement.last; ++t)
      if (reading_.token(t).upos == Upos::VERB || reading_.token(t).upos == Upos::AUX) return true;
    return false;
  }

  std::optional<Statement> according_to(const Attribution& attribution) const {
    const Sentence& sentence = reading_.sentence(attribution.verb);
    const TokenIndex begin = attribution.verb;
    TokenIndex end = attribution.speaker_token + 1;
    if (const Mention* mention = reading_.mention_at(attribution.speaker_token))
      end = std::max(end, mention->last);
    const TokenIndex phrase_end = syntax_.right(attribution.speaker_token);
    if (phrase_end > end && phrase_end - end < 20 && phrase_end < sentence.last) end = phrase_end;
    if (end < sentence.last && reading_.text(end) == ",") ++end;
    const bool in_front = begin - sentence.first < sentence.last - std::min(end, sentence.last);
    if (in_front && end < sentence.last) return Statement{end, sentence.last, false, 0.85f};
    if (begin > sentence.first) return Statement{sentence.first, begin, false, 0.85f};
    return std::nullopt;
  }

  // "called her the inventor", "describes the camp as a retreat"
  std::optional<Statement> label(TokenIndex verb) const {
    if (const auto clause = complement(verb))
      return Statement{start_of(*clause), syntax_.right(*clause), false, 0.8f};
    const bool participle =
        reading_.token(verb).relation == Deprel::acl && !reading_.text(verb).ends_with("ing");
    if (participle || syntax_.is_passive(verb)) return std::nullopt;
    TokenIndex last = 0;
    bool object = false, complement_found = false;
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::obl && syntax_.preposition(c) == "for" && c > verb)
        return Statement{syntax_.left(c) + 1, syntax_.right(c), false, 0.6f};
      const bool as = relation == Deprel::obl && syntax_.preposition(c) == "as";
      complement_found |= relation == Deprel::xcomp || as;
      object |= relation == Deprel::obj;
      if (c > verb && (relation == Deprel::obj || relation == Deprel::xcomp || as))
        last = std::max(last, syntax_.right(c));
    }
    if (!complement_found || last <= verb + 1) return std::nullopt;
    TokenIndex first = verb + 1;
    if (syntax_.lemma_is(first, "as")) ++first;
    return first < last ? std::optional(Statement{first, last, false, object ? 0.7f : 0.6f}) : std::nullopt;
  }

  std::optional<Statement> accusation(TokenIndex verb) const {
    const auto target = syntax_.child(verb, Deprel::obj);
    TokenIndex last = 0;
    for (TokenIndex c : syntax_.children(verb))
      if (c > verb &&
          (reading_.token(c).relation == Deprel::obl || reading_.token(c).relation == Deprel::advcl ||
           reading_.token(c).relation == Deprel::xcomp))
        last = std::max(last, syntax_.right(c));
    if (!target || last <= *target) return std::nullopt;
    return Statement{syntax_.left(*target), last, false, 0.75f};
  }

  // "denied having …", "rejected accusations of …", "denying the existence of …"
  std::optional<Statement> denial(TokenIndex verb) const {
    if (const auto clause = syntax_.child(verb, {Deprel::xcomp, Deprel::advcl}); clause && *clause > verb)
      return Statement{start_of(*clause), syntax_.right(*clause), true, 0.8f};
    const auto object = syntax_.child(verb, Deprel::obj);
    if (!object || is_pronoun_for_clause(*object)) return std::nullopt;
    if (syntax_.word(*object).speech_noun != Speech::none) {
      if (const auto clause = that_clause(*object))
        return Statement{start_of(*clause), syntax_.right(*clause), true, 0.8f};
      const auto content = syntax_.child(*object, {Deprel::nmod, Deprel::acl});
      if (!content) return std::nullopt;
      const TokenIndex first = syntax_.left(*content) + (syntax_.child(*content, Deprel::case_) ? 1 : 0);
      return Statement{first, syntax_.right(*content), true, 0.75f};
    }
    if (syntax_.right(*object) - syntax_.left(*object) < 3) return std::nullopt;
    return Statement{syntax_.left(*object), syntax_.right(*object), true, 0.55f};
  }

  // "urged that", "demanded the release of X"
  std::optional<Statement> urging(TokenIndex verb) const {
    if (syntax_.word(verb).speech != Speech::urge) return std::nullopt;
    const auto object = syntax_.child(verb, Deprel::obj);
    const auto clause = syntax_.child(verb, Deprel::xcomp);
    if (object && clause && *clause > *object)
      return Statement{syntax_.left(*object), syntax_.right(*clause), false, 0.6f};
    return std::nullopt;
  }

  // "claimed to be …", "vowed to …"
  std::optional<Statement> controlled(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"claim", "vow",  "pledge",   "promise", "swear",
                                          "admit", "deny", "threaten", "propose"};
    if (std::find(std::begin(verbs), std::end(verbs), reading_.token(verb).lemma) == std::end(verbs))
      return std::nullopt;
    const auto clause = syntax_.child(verb, Deprel::xcomp);
    if (!clause || *clause < verb) return std::nullopt;
    return Statement{syntax_.left(*clause), syntax_.right(*clause), false, 0.7f};
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
    if (statement.last < statement.first + 2) return;
    Claim claim;
    claim.text =
        trimmed(reading_.document.document.text, longest_piece(reading_, statement.first, statement.last));
    if (claim.text.empty() || overlaps_taken(claim.text) || repeats(claim.text, attribution.speaker)) return;
    claim.speaker = attribution.speaker;
    claim.denied =
        statement.denied || attribution.speech == Speech::deny || denies_itself(attribution, statement);
    claim.quoted = inside_one_quotation(statement);
    claim.confidence =
        statement.confidence * (0.5f + 0.5f * reading_.confidence_at(attribution.speaker_token));
    claims_.push_back(std::move(claim));
  }

  // "X said that he believes that S" is one claim of X, not two.
  bool repeats(Span span, EntityIndex speaker) const {
    return !claims_.empty() && claims_.back().speaker == speaker && claims_.back().text.contains(span);
  }

  bool inside_one_quotation(const Statement& statement) const {
    const std::int32_t first = reading_.quotation_of[statement.first];
    return first >= 0 && first == reading_.quotation_of[statement.last - 1];
  }

  // "said they have not received it": the speaker's own doing, negated.
  bool denies_itself(const Attribution& attribution, const Statement& statement) const {
    for (TokenIndex c : syntax_.children(attribution.verb)) {
      if (reading_.token(c).relation != Deprel::ccomp || c < statement.first || c >= statement.last) continue;
      if (!syntax_.is_negated(c)) return false;
      const auto subject = syntax_.child(c, {Deprel::nsubj, Deprel::nsubj_pass});
      if (!subject) return false;
      return reading_.actor_at(*subject) == attribution.speaker ||
             reading_.token(*subject).upos == Upos::PRON;
    }
    return false;
  }

  const Reading& reading_;
  const Syntax& syntax_;
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
  Reporter reporter(reading, taken);
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
  std::vector<Claim> reported = find_reported_speech(reading, attributions, claims);
  claims.insert(claims.end(), std::make_move_iterator(reported.begin()),
                std::make_move_iterator(reported.end()));
  std::stable_sort(claims.begin(), claims.end(),
                   [](const Claim& a, const Claim& b) { return a.text < b.text; });
  for (Claim& claim : claims) add_topics(reading, claim);
  return claims;
}

}  // namespace attest::extract
