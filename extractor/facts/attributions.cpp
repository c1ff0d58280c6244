#include <algorithm>

#include <attest/extractor/facts/claims.hpp>
#include <attest/extractor/facts/source_phrases.hpp>
#include <attest/extractor/facts/speakers.hpp>
#include <attest/extractor/facts/unsaid.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

// Verbs that tell who speaks beside a quotation only: "“…,” she continued".
constexpr std::string_view quoting_verbs[] = {
    "begin",     "chant", "chime",  "chuckle", "cite", "conclude", "continue", "echo",  "finish",
    "grin",      "groan", "growl",  "laugh",   "nod",  "offer",    "open",     "press", "quote",
    "interrupt", "read",  "reason", "shrug",   "sing", "smile",    "sob",      "urge",  "venture"};
// What somebody says, before a colon: "his last words were: “…”".
constexpr std::string_view utterances[] = {
    "advice", "answer",  "comment", "conclusion", "cry",      "letter",   "message", "motto",
    "note",   "post",    "remark",  "reply",      "report",   "response", "slogan",  "statement",
    "tweet",  "verdict", "warning", "word",       "question", "argument", "claim"};
// "X is convinced that S": adjectives that hold what the clause behind them states.
constexpr std::string_view convictions[] = {
    "adamant",   "afraid",     "certain",   "concerned", "confident", "convinced",   "convince", "hopeful",
    "insistent", "optimistic", "persuaded", "satisfied", "positive",  "pessimistic", "sure",     "worried"};

// Finds who speaks at each verb or phrase of speech.
class Attributor {
 public:
  explicit Attributor(const Reading& reading)
      : reading_(reading), syntax_(reading.syntax), speakers_(reading) {}

  std::vector<Attribution> run() {
    std::vector<Attribution> found;
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (reading_.quotation_of[t] >= 0) continue;
      note_document(t);
      speakers_.note_office(t);
      speakers_.note_subject(t);
      const auto attribution = at(t);
      if (!attribution) continue;
      speakers_.spoke(attribution->speaker, t, attribution->speaker_token);
      if (attribution->phrase_end == 0) add_joint_speakers(*attribution, found);
      found.push_back(*attribution);
    }
    return found;
  }

 private:
  // "X issued a statement": the statement that is spoken of next is X's.
  void note_document(TokenIndex t) {
    if (const EntityIndex author = speakers_.issuer(t); author != no_entity) speakers_.issued(author, t);
  }

  // "X and Y said": each of them did.
  void add_joint_speakers(Attribution attribution, std::vector<Attribution>& found) const {
    const Attribution first = attribution;
    for (TokenIndex c : speakers_.together(first.speaker_token)) {
      if (reading_.actor_at(c) == first.speaker) continue;
      attribution.speaker = reading_.actor_at(c);
      found.push_back(attribution);
    }
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
    if (const auto phrase = source_phrase(reading_, speakers_, t)) return phrase;
    if (const auto words = own_words(t)) return words;
    if (const auto subject = before_colon(t)) return subject;
    if (const auto held = conviction(t)) return held;
    const Speech speech = puts_it(t) || quotes(t) ? Speech::say : syntax_.word(t).speech;
    if (speech == Speech::none || !may_be_verb(t)) return std::nullopt;
    if (says_nothing(reading_, t)) return std::nullopt;
    const auto who = speaker_token(t);
    if (!who || is_nobody(reading_, *who)) return std::nullopt;
    const EntityIndex speaker = speakers_.at(*who);
    if (speaker == no_entity) return of_group(t, speech, *who);
    const bool finds = speech == Speech::find;
    if (finds && (speakers_.is_person(speaker) || reading_.token(*who).upos == Upos::PRON))
      return std::nullopt;
    return Attribution{t, finds ? Speech::say : speech, speaker, *who};
  }

  bool may_be_verb(TokenIndex t) const {
    const Upos upos = reading_.token(t).upos;
    return upos == Upos::VERB || upos == Upos::AUX;
  }

  // "as X put it"
  bool puts_it(TokenIndex t) const {
    const auto mark = syntax_.lemma_is(t, "put") ? syntax_.child(t, Deprel::mark) : std::nullopt;
    return mark && syntax_.lemma_is(*mark, "as") && t + 1 < reading_.sentence(t).last &&
           reading_.text(t + 1) == "it";
  }

  // "Both deny": the first of those who are meant.
  std::optional<Attribution> of_group(TokenIndex verb, Speech speech, TokenIndex who) const {
    const auto group = speakers_.together(who);
    if (group.empty() || speech == Speech::find) return std::nullopt;
    return Attribution{verb, speech, reading_.actor_at(group.front()), who};
  }

  // "“…,” X continued", "X cited “…”"
  bool quotes(TokenIndex t) const {
    const bool goes_on =
        syntax_.lemma_is(t, "go") && t + 1 < reading_.sentence(t).last && reading_.text(t + 1) == "on";
    if (!may_be_verb(t) || (!goes_on && !is_one_of(reading_.token(t).lemma, quoting_verbs))) return false;
    return meets_quotation(t) || follows_quotation(t);
  }
  // Nothing but the subject stands between a quotation and the verb.
  bool follows_quotation(TokenIndex verb) const {
    const auto subject = syntax_.subject(verb);
    const TokenIndex first = reading_.sentence(verb).first;
    TokenIndex t = subject && *subject < verb ? syntax_.left(*subject) : verb;
    while (t > first && reading_.token(t - 1).upos == Upos::PUNCT) --t;
    return t > first && reading_.quotation_of[t - 1] >= 0;
  }

  // "X's last words were: “…”", "the statement by X: “…”", at the word before the mark.
  std::optional<Attribution> own_words(TokenIndex t) const {
    constexpr TokenIndex reach = 12;
    const Sentence& sentence = reading_.sentence(t);
    if (t + 2 >= sentence.last || !meets_quotation(t)) return std::nullopt;
    if (!syntax_.lemma_is(t, "be") && !is_one_of(reading_.token(t).lemma, utterances)) return std::nullopt;
    for (TokenIndex n = t; n + reach > t; --n) {
      const Token& token = reading_.token(n);
      if (n < t && (token.upos == Upos::PUNCT || token.upos == Upos::VERB)) return std::nullopt;
      if (token.upos == Upos::NOUN && is_one_of(token.lemma, utterances)) {
        const auto owner = syntax_.child(n, Deprel::nmod_poss);
        const EntityIndex speaker = owner ? speakers_.at(*owner) : speakers_.at(n);
        if (speaker == no_entity) return std::nullopt;
        return Attribution{t, Speech::say, speaker, owner ? *owner : n};
      }
      if (n == sentence.first) break;
    }
    return std::nullopt;
  }

  // "X issued a statement on Monday: “…”", "X was delighted: “…”": the subject of what the colon ends.
  std::optional<Attribution> before_colon(TokenIndex t) const {
    const Sentence& sentence = reading_.sentence(t);
    if (t + 2 >= sentence.last || reading_.text(t + 1) != ":" || !meets_quotation(t)) return std::nullopt;
    for (TokenIndex s = t; s > sentence.first; --s) {
      const TokenIndex who = s - 1;
      const Deprel relation = reading_.token(who).relation;
      const auto verb = syntax_.head(who);
      if (reading_.quotation_of[who] >= 0 || syntax_.word(who).speech != Speech::none) return std::nullopt;
      const bool subject = relation == Deprel::nsubj || relation == Deprel::nsubj_pass;
      if ((!subject && relation != Deprel::obl_agent) || !verb) continue;
      const EntityIndex speaker = speakers_.at(who);
      if (speaker == no_entity) continue;
      if (!speakers_.is_person(speaker) && speakers_.issuer(t) == no_entity) return std::nullopt;
      return Attribution{t, Speech::say, speaker, who};
    }
    return std::nullopt;
  }

  // "X is convinced that S", "X made it clear that S"
  std::optional<Attribution> conviction(TokenIndex t) const {
    const auto clause = syntax_.child(t, Deprel::ccomp);
    if (!clause || *clause < t) return std::nullopt;
    const std::string& lemma = reading_.token(t).lemma;
    const bool clear = lemma == "clear" || lemma == "plain";
    if (!clear && !is_one_of(lemma, convictions)) return std::nullopt;
    if (!syntax_.child(*clause, {Deprel::nsubj, Deprel::nsubj_pass})) return std::nullopt;
    const auto head = syntax_.head(t);
    const bool made = clear && head && syntax_.lemma_is(*head, "make");
    if (clear && !made) return std::nullopt;
    const auto who = syntax_.subject(made ? *head : t);
    const EntityIndex speaker = who && *who < t ? speakers_.at(*who) : no_entity;
    if (speaker == no_entity || syntax_.is_negated(t)) return std::nullopt;
    return Attribution{t, Speech::say, speaker, *who};
  }

  // Verbs.

  // Right after a quotation the words in between; else the subject by the tree where it is somebody; else the
  // name or noun beside the verb.
  std::optional<TokenIndex> speaker_token(TokenIndex verb) const {
    if (const auto author = author_of_document(verb)) return author;
    if (const auto quoted = quoted_person(verb)) return quoted;
    if (const auto same = goes_on(verb)) return same;
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
    if (const auto after = inverted_subject(verb)) return after;
    if (const auto head = syntax_.head(verb); !subject && head && says_indeed(reading_, *head))
      return syntax_.subject(*head);
    const bool unknown = outside && syntax_.is_noun(*subject) && !is_place(*subject);
    if (!unknown)
      if (const auto near = just_before(verb)) return near;
    return outside ? subject : std::nullopt;
  }

  // Of "HOUSTON, 14 March - O said" the tree may give the verb two subjects: not the place.
  std::optional<TokenIndex> subject_of(TokenIndex verb) const {
    const auto subject = syntax_.subject(verb);
    if (subject && *subject + 1 < verb && leads_finite_clause(verb)) return verb - 1;
    if (subject && reading_.actor_at(*subject) == no_entity)  // "O Friday said"
      for (TokenIndex c : syntax_.children(verb))
        if (c < *subject && reading_.token(c).relation == Deprel::nsubj &&
            reading_.actor_at(c) != no_entity && !is_place(c))
          return c;
    const EntityIndex first = subject ? reading_.actor_at(*subject) : no_entity;
    if (first == no_entity || reading_.type_of(first) != EntityType::place) return subject;
    for (TokenIndex c : syntax_.children(verb))
      if (c > *subject && c < verb && reading_.token(c).relation == Deprel::nsubj) return c;
    return subject;
  }

  // "resigned after a newspaper reported that S": the newspaper, which the tree hangs on the verb before.
  bool leads_finite_clause(TokenIndex verb) const {
    const Token& before = reading_.token(verb - 1);
    const bool own = syntax_.child(verb, {Deprel::nsubj, Deprel::nsubj_pass, Deprel::aux}).has_value();
    return !own && reading_.token(verb).penn == Penn::VBD && before.upos == Upos::NOUN &&
           before.relation == Deprel::obl && reading_.token(verb).relation == Deprel::advcl;
  }

  bool is_passive(TokenIndex verb) const {
    if (syntax_.child(verb, {Deprel::aux_pass, Deprel::nsubj_pass}) || became(verb)) return true;
    const bool may = syntax_.lemma_is(verb, "deny") || syntax_.word(verb).speech == Speech::label;
    if (may && is_reduced(verb)) return true;
    const auto agent = syntax_.child(verb, Deprel::obl_agent);
    return agent && syntax_.preposition(*agent) == "by";
  }

  // "although denied passage", "; also called the gate"
  bool is_reduced(TokenIndex verb) const {
    const Deprel relation = reading_.token(verb).relation;
    const bool hangs = relation == Deprel::acl || relation == Deprel::advcl ||
                       relation == Deprel::parataxis || relation == Deprel::dep;
    return reading_.token(verb).penn == Penn::VBN && hangs &&
           !syntax_.child(verb, {Deprel::aux, Deprel::nsubj});
  }

  // "became known", "got called"
  bool became(TokenIndex verb) const {
    const auto head = reading_.token(verb).penn == Penn::VBN ? syntax_.head(verb) : std::nullopt;
    return head && *head < verb && (syntax_.lemma_is(*head, "become") || syntax_.lemma_is(*head, "get")) &&
           !syntax_.child(verb, Deprel::aux);
  }

  // "X issued a statement saying": X, where the statement is not said to be another's.
  std::optional<TokenIndex> author_of_document(TokenIndex verb) const {
    if (reading_.token(verb).relation != Deprel::acl || reading_.token(verb).penn != Penn::VBG)
      return std::nullopt;
    const auto document = syntax_.head(verb);
    if (!document || !is_document_noun(reading_.token(*document).lemma)) return std::nullopt;
    if (speakers_.at(*document) != no_entity) return document;
    if (const auto owner = syntax_.child(*document, Deprel::nmod_poss)) return owner;
    if (reading_.token(*document).relation != Deprel::obj) return std::nullopt;
    return syntax_.subject(*syntax_.head(*document));
  }

  // "X said that P left, adding that S": X adds, not P.
  std::optional<TokenIndex> goes_on(TokenIndex verb) const {
    if (reading_.token(verb).penn != Penn::VBG || verb == 0 || reading_.text(verb - 1) != ",")
      return std::nullopt;
    const auto own = syntax_.subject(verb);
    if (own && !syntax_.lemma_is(verb, "add") && speakers_.at(*own) != no_entity) return std::nullopt;
    std::optional<TokenIndex> head = syntax_.head(verb);
    for (int step = 0; head && step < 4; ++step, head = syntax_.head(*head)) {
      const Speech speech = syntax_.word(*head).speech;
      if (*head < verb && (speech == Speech::say || speech == Speech::deny)) return syntax_.subject(*head);
    }
    return std::nullopt;
  }

  // Of "quoted X as saying", "quoted X saying" the verb in front.
  std::optional<TokenIndex> quoting_verb(TokenIndex verb) const {
    constexpr TokenIndex reach = 24;
    if (reading_.token(verb).penn != Penn::VBG) return std::nullopt;
    const auto quotes = [&](TokenIndex t) {
      return syntax_.is_verb(t) && (syntax_.lemma_is(t, "quote") || syntax_.lemma_is(t, "cite"));
    };
    if (const auto head = syntax_.head(verb); head && quotes(*head)) return head;
    const TokenIndex first = reading_.sentence(verb).first;
    if (verb < first + 3 || reading_.text(verb - 1) != "as") return std::nullopt;
    for (TokenIndex t = verb - 2; t > first && verb - t < reach; --t)
      if (quotes(t)) return t;
    return std::nullopt;
  }

  // "quoted X as saying": X; where X is not known, who quotes.
  std::optional<TokenIndex> quoted_person(TokenIndex verb) const {
    const auto head = quoting_verb(verb);
    if (!head) return std::nullopt;
    auto quoted = syntax_.patient(*head);
    if (!quoted) quoted = syntax_.child(*head, Deprel::iobj);
    if (!quoted || speakers_.at(*quoted) != no_entity) return quoted;
    if (const auto apposed = person_of_noun(*quoted, verb)) return apposed;
    return syntax_.agent(*head);
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
      if (const auto person = person_at(reading_, t))
        return governed || is_possessive(reading_, t) ? std::nullopt : person;
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
    if (!mention || mention->last != t + 1) return std::nullopt;
    const bool governed = mention->first > start && is_governor(mention->first - 1);
    return governed ? std::nullopt : person_at(reading_, mention->first);
  }

  // "citing P, said": a verb or a preposition has P for its object.
  bool is_governor(TokenIndex t) const {
    const Upos upos = reading_.token(t).upos;
    return upos == Upos::VERB || upos == Upos::ADP;
  }

  // "a member of O, P, said": the person that the subject, a noun that only speaks for O, is told to be.
  std::optional<TokenIndex> person_of_noun(TokenIndex subject, TokenIndex verb) const {
    if (reading_.mention_at(subject) || reading_.token(subject).upos == Upos::PRON) return std::nullopt;
    for (TokenIndex t = subject + 2; t < verb; ++t) {
      if (reading_.quotation_of[t] >= 0 || reading_.text(t - 1) != ",") continue;
      const auto person = person_at(reading_, t);
      if (!person || is_possessive(reading_, t)) continue;
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
      const auto person = person_at(reading_, t - 1);
      if (!person || is_possessive(reading_, t - 1)) continue;
      if (reading_.token(*person).relation == Deprel::nsubj) return person;
      if (!last) last = person;
    }
    return last;
  }

  bool is_place(TokenIndex t) const {
    const EntityIndex named = reading_.actor_at(t);
    return reading_.is_type(named, EntityType::place);
  }

  // "P … said" within two tokens.
  std::optional<TokenIndex> just_before(TokenIndex verb) const {
    const Sentence& sentence = reading_.sentence(verb);
    for (TokenIndex t = verb; t > sentence.first && t + 3 > verb; --t) {
      if (reading_.actor_at(t - 1) == no_entity || reading_.quotation_of[t - 1] >= 0) continue;
      const TokenIndex head = reading_.mention_at(t - 1)->head;
      if (!syntax_.child(head, Deprel::case_)) return head;
    }
    return std::nullopt;
  }

  // "… said P", "… said the man"
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
