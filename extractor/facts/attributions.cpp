#include <algorithm>

#include <attest/extractor/facts/claims.hpp>
#include <attest/extractor/facts/speakers.hpp>

namespace attest::extract {
namespace {

// Finds who speaks at each verb or phrase of speech.
class Attributor {
 public:
  explicit Attributor(const Reading& reading)
      : reading_(reading), syntax_(reading.syntax), speakers_(reading) {}

  std::vector<Attribution> run() {
    std::vector<Attribution> found;
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (reading_.quotation_of[t] >= 0) continue;
      const auto attribution = at(t);
      if (!attribution) continue;
      speakers_.spoke(attribution->speaker, t);
      if (attribution->phrase_end == 0) add_joint_speakers(*attribution, found);
      found.push_back(*attribution);
    }
    return found;
  }

 private:
  // "X and Y said": each of them did.
  void add_joint_speakers(Attribution attribution, std::vector<Attribution>& found) const {
    const Attribution first = attribution;
    for (TokenIndex c : syntax_.children(first.speaker_token)) {
      const EntityIndex named = reading_.actor_at(c);
      if (reading_.token(c).relation != Deprel::conj || named == no_entity || named == first.speaker)
        continue;
      if (c > first.verb || reading_.quotation_of[c] >= 0) continue;
      attribution.speaker = named;
      attribution.speaker_token = c;
      found.push_back(attribution);
    }
  }

  std::optional<Attribution> at(TokenIndex t) const {
    if (const TokenIndex start = after_opening_words(t)) return phrase(t, start);
    const Speech speech = puts_it(t) ? Speech::say : syntax_.word(t).speech;
    if (speech == Speech::none || !may_be_verb(t) || is_purpose(t)) return std::nullopt;
    const auto who = speaker_token(t);
    if (!who) return std::nullopt;
    const EntityIndex speaker = speakers_.at(*who);
    if (speaker == no_entity) return std::nullopt;
    const bool finds = speech == Speech::find;
    if (finds && (speakers_.is_person(speaker) || reading_.token(*who).upos == Upos::PRON))
      return std::nullopt;
    return Attribution{t, finds ? Speech::say : speech, speaker, *who};
  }

  bool may_be_verb(TokenIndex t) const {
    const Upos upos = reading_.token(t).upos;
    return upos == Upos::VERB || upos == Upos::AUX;
  }

  // "heard nothing to suggest that S"
  bool is_purpose(TokenIndex t) const {
    const Deprel relation = reading_.token(t).relation;
    const auto mark = syntax_.child(t, Deprel::mark);
    return (relation == Deprel::acl || relation == Deprel::advcl) && mark && syntax_.lemma_is(*mark, "to");
  }

  // "as X put it"
  bool puts_it(TokenIndex t) const {
    const auto mark = syntax_.lemma_is(t, "put") ? syntax_.child(t, Deprel::mark) : std::nullopt;
    return mark && syntax_.lemma_is(*mark, "as") && t + 1 < reading_.sentence(t).last &&
           reading_.text(t + 1) == "it";
  }

  // Phrases: "according to X", "in the words of X", "in the view of X".

  // Where the speaker of a phrase that begins here is to be looked for; 0 where none begins.
  TokenIndex after_opening_words(TokenIndex t) const {
    const TokenIndex end = reading_.sentence(t).last;
    const auto is = [&](TokenIndex at, std::string_view word) {
      return at < end && reading_.text(at) == word;
    };
    if ((is(t, "According") || is(t, "according")) && is(t + 1, "to") && t + 2 < end) return t + 2;
    if (!is(t, "In") && !is(t, "in")) return 0;
    TokenIndex noun = t + 1;
    if (is(noun, "the")) ++noun;
    const bool opinion = is(noun, "words") || is(noun, "view") || is(noun, "opinion");
    return opinion && is(noun + 1, "of") && noun + 2 < end ? noun + 2 : 0;
  }

  std::optional<Attribution> phrase(TokenIndex t, TokenIndex start) const {
    TokenIndex end = phrase_end(start);
    auto who = speaker_in(start, end);
    // "according to its coach, P,": the apposition belongs to the phrase.
    if (reading_.text(end - 1) != "," && end + 1 < reading_.sentence(t).last && reading_.text(end) == ",")
      if (const auto person = apposed_person(end + 1)) {
        who = person;
        end = reading_.mention_at(*person)->last;
      }
    if (!who) return std::nullopt;
    return Attribution{t, Speech::say, speakers_.at(*who), *who, end};
  }

  // The noun phrase ends at a comma or a verb, or where a new one begins ("according to X the town fell").
  TokenIndex phrase_end(TokenIndex start) const {
    const TokenIndex end = std::min<TokenIndex>(reading_.sentence(start).last, start + 24);
    bool named = false;
    TokenIndex t = start;
    for (; t < end; ++t) {
      const Upos upos = reading_.token(t).upos;
      const Mention* mention = reading_.mention_at(t);
      const bool name = mention && mention->kind == MentionKind::name;
      if (name && named && mention->first == t && begins_statement(t)) break;
      named |= name;
      if (name) continue;
      const bool issued = upos == Upos::VERB && t + 1 < end && leads_to_author(t + 1);
      if ((upos == Upos::VERB && !issued) || upos == Upos::AUX || upos == Upos::PUNCT) break;
      const bool anew =
          upos == Upos::DET || (upos == Upos::PRON && reading_.token(t).relation != Deprel::nmod_poss);
      if (t > start && named && anew && reading_.token(t - 1).upos != Upos::ADP) break;
      if (t == start && upos == Upos::PRON && reading_.token(t).relation != Deprel::nmod_poss) return t + 1;
    }
    return std::max(t, start + 1);
  }

  // "the statement issued by O", "data published by O"
  bool leads_to_author(TokenIndex t) const { return reading_.text(t) == "by" || reading_.text(t) == "from"; }

  // "according to X P fell": a second name that is a subject, with nothing that joins it to the first.
  bool begins_statement(TokenIndex name) const {
    const Upos before = reading_.token(name - 1).upos;
    const bool joined = before == Upos::ADP || before == Upos::DET || before == Upos::CCONJ ||
                        before == Upos::NOUN || before == Upos::ADJ || before == Upos::PART;
    const Deprel relation = reading_.token(reading_.mention_at(name)->head).relation;
    return !joined && (relation == Deprel::nsubj || relation == Deprel::nsubj_pass) &&
           !speakers_.is_person(reading_.mention_at(name)->entity);
  }

  // A person in the phrase speaks rather than what the person is of; else what stands first.
  std::optional<TokenIndex> speaker_in(TokenIndex start, TokenIndex end) const {
    std::optional<TokenIndex> first;
    for (TokenIndex t = start; t < end; ++t) {
      const EntityIndex named = reading_.actor_at(t);
      if (named == no_entity || reading_.quotation_of[t] >= 0) continue;
      if (reading_.mention_at(t)->kind == MentionKind::pronoun && t + 1 < end) continue;  // "her biographer"
      const TokenIndex head = reading_.mention_at(t)->head;
      if (speakers_.is_person(named) && !possesses(t)) return head;
      if (!first || possesses(*first)) first = head;  // of "N's Board" the Board
    }
    if (first) return first;
    for (TokenIndex t = start; t < end; ++t)
      if ((syntax_.is_noun(t) || reading_.token(t).upos == Upos::PRON) && speakers_.at(t) != no_entity)
        return t;
    return std::nullopt;
  }

  std::optional<TokenIndex> apposed_person(TokenIndex t) const {
    const auto person = person_at(t);
    if (!person) return std::nullopt;
    const TokenIndex last = reading_.mention_at(*person)->last;
    const bool closed = last < reading_.sentence(t).last && reading_.token(last).upos == Upos::PUNCT;
    return closed ? person : std::nullopt;
  }

  // The head of a person's name that begins here.
  std::optional<TokenIndex> person_at(TokenIndex t) const {
    const Mention* mention = reading_.mention_at(t);
    const bool name =
        mention && mention->first == t && mention->kind == MentionKind::name && mention->entity != no_entity;
    return name && speakers_.is_person(mention->entity) ? std::optional(mention->head) : std::nullopt;
  }

  // Verbs.

  // Right after a quotation the words in between; else the subject by the tree where it is somebody; else the
  // name or noun beside the verb.
  std::optional<TokenIndex> speaker_token(TokenIndex verb) const {
    if (is_passive(verb)) return passive_speaker(verb);
    if (const auto person = person_after_quotation(verb)) return person;
    const auto subject = subject_of(verb);
    const bool outside = subject && reading_.quotation_of[*subject] < 0;
    const EntityIndex speaker = outside ? speakers_.at(*subject) : no_entity;
    if (const auto named = name_before_relative(verb); named && (!outside || *named < *subject)) return named;
    if (speakers_.is_person(speaker)) return subject;
    if (const auto adjacent = person_just_before(verb)) return adjacent;
    if (speaker != no_entity) {
      const auto apposed = person_of_noun(*subject, verb);
      return apposed ? apposed : subject;
    }
    if (meets_quotation(verb))
      if (const auto near = person_before(verb)) return near;
    if (const auto near = beside(verb)) return near;
    return outside ? subject : std::nullopt;
  }

  // Of "HOUSTON, 14 March - O said" the tree may give the verb two subjects: not the place.
  std::optional<TokenIndex> subject_of(TokenIndex verb) const {
    const auto subject = syntax_.subject(verb);
    const EntityIndex first = subject ? reading_.actor_at(*subject) : no_entity;
    if (first == no_entity || reading_.type_of(first) != EntityType::place) return subject;
    for (TokenIndex c : syntax_.children(verb))
      if (c > *subject && c < verb && reading_.token(c).relation == Deprel::nsubj) return c;
    return subject;
  }

  bool is_passive(TokenIndex verb) const {
    if (syntax_.child(verb, {Deprel::aux_pass, Deprel::nsubj_pass})) return true;
    const auto agent = syntax_.child(verb, Deprel::obl_agent);
    return agent && syntax_.preposition(*agent) == "by";
  }

  // "X was quoted as saying" and "it was said by X"; not "it is said".
  std::optional<TokenIndex> passive_speaker(TokenIndex verb) const {
    if (syntax_.lemma_is(verb, "quote")) return syntax_.subject(verb);
    return syntax_.agent(verb);
  }

  // "“…,” P, who had come from L, said", "“…,” the team's captain P said"
  std::optional<TokenIndex> person_after_quotation(TokenIndex verb) const {
    constexpr TokenIndex reach = 24;
    const TokenIndex first = reading_.sentence(verb).first;
    TokenIndex t = verb;
    while (t > first && verb - t < reach && reading_.quotation_of[t - 1] < 0) --t;
    if (t == first || reading_.quotation_of[t - 1] < 0) return std::nullopt;
    while (t < verb && reading_.token(t).upos == Upos::PUNCT) ++t;
    for (bool governed = false; t < verb; ++t) {
      const Upos upos = reading_.token(t).upos;
      if (const auto person = person_at(t)) return governed || possesses(t) ? std::nullopt : person;
      governed = upos == Upos::ADP;
      const bool leads = upos == Upos::DET || upos == Upos::ADJ || upos == Upos::NOUN ||
                         upos == Upos::PROPN || upos == Upos::ADP || upos == Upos::PART;
      if (!leads) break;
    }
    return std::nullopt;
  }

  // "…, P, said": the name that ends right before the verb.
  std::optional<TokenIndex> person_just_before(TokenIndex verb) const {
    const TokenIndex start = reading_.sentence(verb).first;
    if (verb < start + 2) return std::nullopt;
    const TokenIndex t = reading_.text(verb - 1) == "," ? verb - 2 : verb - 1;
    const Mention* mention = reading_.mention_at(t);
    return mention && mention->last == t + 1 ? person_at(mention->first) : std::nullopt;
  }

  // "a member of O, P, said": the person that the subject, a noun that only speaks for O, is told to be.
  std::optional<TokenIndex> person_of_noun(TokenIndex subject, TokenIndex verb) const {
    if (reading_.mention_at(subject) || reading_.token(subject).upos == Upos::PRON) return std::nullopt;
    for (TokenIndex t = subject + 2; t < verb; ++t) {
      if (reading_.quotation_of[t] >= 0 || reading_.text(t - 1) != ",") continue;
      const auto person = person_at(t);
      if (!person || possesses(t)) continue;
      const TokenIndex after = reading_.mention_at(t)->last;
      if (after == verb || reading_.text(after) == ",") return person;
    }
    return std::nullopt;
  }

  // "X, who had come from L, said", where the tree's subject is something in the relative clause.
  std::optional<TokenIndex> name_before_relative(TokenIndex verb) const {
    constexpr TokenIndex reach = 24;
    const TokenIndex first = reading_.sentence(verb).first;
    if (verb < first + 4 || reading_.text(verb - 1) != ",") return std::nullopt;
    for (TokenIndex t = verb - 2; t > first && verb - t < reach; --t) {
      if (reading_.quotation_of[t] >= 0) return std::nullopt;
      if (reading_.text(t) != ",") continue;
      const bool relative = reading_.text(t + 1) == "who" || reading_.text(t + 1) == "which";
      const Mention* mention = reading_.mention_at(t - 1);
      const bool name = mention && mention->kind == MentionKind::name && mention->last == t;
      return relative && name && reading_.actor_at(t - 1) != no_entity ? std::optional(mention->head)
                                                                       : std::nullopt;
    }
    return std::nullopt;
  }

  // A colon or a comma and an opening mark come right after the verb.
  bool meets_quotation(TokenIndex verb) const {
    const TokenIndex end = std::min<TokenIndex>(reading_.sentence(verb).last, verb + 4);
    for (TokenIndex t = verb + 1; t < end; ++t) {
      if (reading_.quotation_of[t] >= 0) return true;
      if (reading_.token(t).upos != Upos::PUNCT) return false;
    }
    return reading_.text(end - 1) == ":";
  }

  // Of the persons before the verb the last that is a subject, else the last of all.
  std::optional<TokenIndex> person_before(TokenIndex verb) const {
    const TokenIndex start = reading_.sentence(verb).first;
    std::optional<TokenIndex> last;
    for (TokenIndex t = verb; t > start && verb - t < 40; --t) {
      if (reading_.quotation_of[t - 1] >= 0) continue;
      const auto person = person_at(t - 1);
      if (!person || possesses(t - 1)) continue;
      if (reading_.token(*person).relation == Deprel::nsubj) return person;
      if (!last) last = person;
    }
    return last;
  }

  bool possesses(TokenIndex named) const {
    const Mention* mention = reading_.mention_at(named);
    const TokenIndex after = mention ? mention->last : named + 1;
    return after < reading_.document.tokens.size() && reading_.token(after).upos == Upos::PART;
  }

  // "… said P", "… said the man"; "P … said" within two tokens.
  std::optional<TokenIndex> beside(TokenIndex verb) const {
    if (const auto after = inverted_subject(verb)) return after;
    const Sentence& sentence = reading_.sentence(verb);
    for (TokenIndex t = verb; t > sentence.first && t + 3 > verb; --t) {
      if (reading_.actor_at(t - 1) == no_entity || reading_.quotation_of[t - 1] >= 0) continue;
      const TokenIndex head = reading_.mention_at(t - 1)->head;
      if (!syntax_.child(head, Deprel::case_)) return head;
    }
    return std::nullopt;
  }

  std::optional<TokenIndex> inverted_subject(TokenIndex verb) const {
    const Sentence& sentence = reading_.sentence(verb);
    const bool after_quotation =
        verb > sentence.first && (reading_.quotation_of[verb - 1] >= 0 || closes_quotation(verb - 1));
    const bool after_comma = verb > sentence.first && reading_.text(verb - 1) == ",";
    if (!after_quotation && !after_comma) return std::nullopt;
    for (TokenIndex t = verb + 1; t < std::min(sentence.last, verb + 6); ++t) {
      const Token& token = reading_.token(t);
      if (reading_.quotation_of[t] >= 0 || token.upos == Upos::ADP || token.upos == Upos::SCONJ) break;
      if (token.relation == Deprel::nmod_poss) continue;
      if (reading_.actor_at(t) != no_entity) return reading_.mention_at(t)->head;
      if (after_quotation && token.upos == Upos::NOUN && speakers_.at(t) != no_entity) return t;
    }
    return std::nullopt;
  }
  bool closes_quotation(TokenIndex t) const {
    return reading_.token(t).upos == Upos::PUNCT && t > 0 && reading_.quotation_of[t - 1] >= 0;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  Speakers speakers_;
};

}  // namespace

std::vector<Attribution> find_attributions(const Reading& reading) {
  return Attributor(reading).run();
}

}  // namespace attest::extract
