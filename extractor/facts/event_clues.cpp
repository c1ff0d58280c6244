#include <attest/extractor/facts/event_clues.hpp>

#include <algorithm>

#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr std::string_view conditional_modals[] = {"would", "could", "may",   "might", "should",
                                                   "can",   "must",  "ought", "shall"};
constexpr std::string_view conditional_marks[] = {"if", "unless", "whether", "lest"};
// Verbs whose infinitive has come true, or is fixed.
constexpr std::string_view factual_governors[] = {
    "begin",  "start", "continue", "manage", "agree", "travel", "come",   "go",      "help",
    "decide", "plan",  "schedule", "arrive", "force", "order",  "gather", "proceed", "prepare",
    "return", "send",  "fly",      "set",    "cease", "use",    "seem",   "appear"};

}  // namespace

bool EventClues::is_stated(TokenIndex clause) const {
  if (syntax_.is_negated(clause)) return false;
  for (TokenIndex c : syntax_.children(clause)) {
    const Deprel relation = reading_.token(c).relation;
    if (relation == Deprel::aux && is_one_of(reading_.token(c).lemma, conditional_modals) &&
        !is_own_promise(clause, c) && !is_announced(clause, c))
      return false;
    if (relation == Deprel::mark && is_one_of(reading_.token(c).lemma, conditional_marks)) return false;
  }
  return !is_wish(clause) && !is_asked_for(clause) && !is_only_able(clause);
}

// "capable of building a bomb"
bool EventClues::is_only_able(TokenIndex clause) const {
  const auto governor = syntax_.head(clause);
  return governor && reading_.token(clause).penn == Penn::VBG && syntax_.lemma_is(*governor, "capable");
}

// "demanded that they be released"
bool EventClues::is_asked_for(TokenIndex clause) const {
  const auto passive = syntax_.child(clause, Deprel::aux_pass);
  if (!passive || reading_.text(*passive) != "be" || syntax_.child(clause, Deprel::aux)) return false;
  const auto mark = syntax_.child(clause, Deprel::mark);
  return !mark || !syntax_.lemma_is(*mark, "to");
}

// "The firm said it would buy O": what is announced for later. Not "would do so if".
bool EventClues::is_announced(TokenIndex clause, TokenIndex modal) const {
  constexpr std::string_view verbs[] = {"say",     "announce", "confirm", "tell",
                                        "promise", "pledge",   "vow",     "report"};
  const auto governor = syntax_.head(clause);
  if (!syntax_.lemma_is(modal, "would") || !governor || reading_.token(clause).relation != Deprel::ccomp)
    return false;
  for (TokenIndex c : syntax_.children(clause))
    if (reading_.token(c).relation == Deprel::advcl && reading_.text(syntax_.left(c)) == "if") return false;
  return reading_.token(*governor).penn == Penn::VBD && is_one_of(reading_.token(*governor).lemma, verbs);
}

// "I shall resign"
bool EventClues::is_own_promise(TokenIndex clause, TokenIndex modal) const {
  const auto subject = syntax_.child(clause, Deprel::nsubj);
  return subject && syntax_.lemma_is(modal, "shall") &&
         (reading_.text(*subject) == "I" || reading_.text(*subject) == "we");
}

// An infinitive tells of something that happened only under verbs that bring it about.
bool EventClues::is_wish(TokenIndex clause) const {
  if (reading_.token(clause).upos != Upos::VERB) return false;
  const auto mark = syntax_.child(clause, Deprel::mark);
  const bool marked = mark && syntax_.lemma_is(*mark, "to");
  const bool bare =
      reading_.token(clause).penn == Penn::VB && !syntax_.child(clause, {Deprel::aux, Deprel::nsubj});
  if (!marked && !bare) return false;
  const auto governor = syntax_.head(clause);
  // "the aim was to destroy"
  constexpr std::string_view aims[] = {"purpose", "aim",  "goal", "objective", "task", "intention",
                                       "idea",    "plan", "role", "job",       "duty", "ambition"};
  const auto aim = syntax_.child(clause, Deprel::nsubj);
  if (marked && aim && is_one_of(reading_.token(*aim).lemma, aims)) return true;
  if (!governor) return bare;
  // "is due to meet", "is set to leave"
  constexpr std::string_view planned[] = {"due", "set", "scheduled", "slated", "poised", "expected", "ready"};
  if (is_one_of(reading_.token(*governor).lemma, planned) && !syntax_.is_negated(*governor)) return false;
  if (syntax_.lemma_is(*governor, "expect") && syntax_.is_passive(*governor)) return false;
  return !(syntax_.is_verb(*governor) && is_one_of(reading_.token(*governor).lemma, factual_governors) &&
           is_stated_verb(*governor));
}

bool EventClues::is_stated_verb(TokenIndex verb) const {
  const auto modal = syntax_.child(verb, Deprel::aux);
  return !syntax_.is_negated(verb) && !(modal && is_one_of(reading_.token(*modal).lemma, conditional_modals));
}

bool EventClues::near_violence(TokenIndex t) const {
  const std::uint32_t s = syntax_.sentence_of(t);
  const bool look_back = s > 0 && dies_among_others(t);
  const TokenIndex first = reading_.document.sentences[look_back ? s - 1 : s].first;
  const TokenIndex last = reading_.document.sentences[s].last;
  for (TokenIndex i = std::max(first, t > 60 ? t - 60 : 0); i < std::min(last, t + 40); ++i) {
    if (i > t && reading_.text(i) == ";") break;
    const WordInfo& word = syntax_.word(i);
    const Upos upos = reading_.token(i).upos;
    const EventType told = upos == Upos::VERB   ? word.verb.type
                           : upos == Upos::NOUN ? word.noun.type
                                                : EventType::none;
    const bool sure = (upos == Upos::VERB ? word.verb.strength : word.noun.strength) != Strength::argument;
    if (i != t && sure && (told == EventType::attack || told == EventType::killing)) return !says_disease(t);
  }
  return false;
}

// "ten people died", "they died": one whose name stands there may have died of anything.
bool EventClues::dies_among_others(TokenIndex t) const {
  const auto subject = syntax_.subject(t);
  if (!subject) return false;
  return reading_.actor_at(*subject) == no_entity || reading_.token(*subject).penn == Penn::NNS;
}

bool EventClues::says_disease(TokenIndex t) const {
  for (TokenIndex c : syntax_.children(t))
    if (reading_.token(c).relation == Deprel::obl && syntax_.preposition(c) == "of") return true;
  return false;
}

bool EventClues::is_unnamed(TokenIndex noun) const {
  if (reading_.token(noun).upos != Upos::NOUN || reading_.actor_of_phrase(noun) != no_entity) return false;
  const NounRole role = syntax_.word(noun).noun_role;
  return role != NounRole::office && role != NounRole::body && role != NounRole::collective;
}

bool EventClues::is_personal(TokenIndex t) const {
  constexpr std::string_view pronouns[] = {"he", "she", "i", "I", "who", "him", "her", "me"};
  const EntityIndex actor = reading_.actor_at(t);
  if (actor != no_entity) return reading_.type_of(actor) == EntityType::person;
  if (reading_.token(t).upos == Upos::PRON) return is_one_of(reading_.token(t).lemma, pronouns);
  const NounRole role = syntax_.word(t).noun_role;
  return role == NounRole::office || role == NounRole::membership || syntax_.lemma_is(t, "predecessor") ||
         syntax_.lemma_is(t, "successor");
}

bool EventClues::names_office(TokenIndex t) const {
  if (syntax_.word(t).noun_role == NounRole::office) return true;
  const bool officer = syntax_.lemma_is(t, "officer");
  for (TokenIndex c : syntax_.children(t)) {
    const Deprel relation = reading_.token(c).relation;
    if (officer && syntax_.lemma_is(c, "chief")) return true;  // "chief financial officer"
    if ((relation == Deprel::flat || relation == Deprel::compound) &&
        syntax_.word(c).noun_role == NounRole::office)
      return true;
  }
  return false;
}

bool EventClues::about_office(TokenIndex verb) const {
  const auto patient = syntax_.patient(verb);
  if (patient && names_office(*patient)) return true;
  if (patient && is_personal(*patient)) return true;
  for (TokenIndex c : syntax_.children(verb))
    if (names_office(c)) return true;
  return false;
}

bool EventClues::takes_office(TokenIndex t) const {
  constexpr std::string_view verbs[] = {"become",  "serve",   "name",      "make",  "proclaim", "declare",
                                        "crown",   "remain",  "appoint",   "elect", "nominate", "reappoint",
                                        "install", "promote", "designate", "create"};
  const std::string& lemma = reading_.token(t).lemma;
  if (lemma == "take" && is_said_of(t, "over")) return is_as_office(t);
  if (lemma == "swear") return syntax_.child(t, Deprel::compound_prt).has_value() || syntax_.is_passive(t);
  if (!is_one_of(lemma, verbs) || (lemma == "name" && is_praise(t))) return false;
  if (lemma == "appoint" || lemma == "elect" || lemma == "nominate") return lemma == "appoint";
  if (const auto complement = syntax_.complement_above(t)) return names_office(*complement);
  for (TokenIndex c : syntax_.children(t)) {
    const Deprel relation = reading_.token(c).relation;
    const bool as = relation == Deprel::obl && syntax_.preposition(c) == "as";
    const bool complement = as || relation == Deprel::xcomp || relation == Deprel::obj;
    if (complement && c > t && (as || lemma != "serve") && names_office(c)) return true;
  }
  return false;
}

// "named him the best coach of the year"
bool EventClues::is_praise(TokenIndex t) const {
  const TokenIndex last = std::min(reading_.sentence(t).last, syntax_.right(t));
  constexpr TokenIndex reach = 8;
  for (TokenIndex k = t + 1; k < std::min(last, t + reach); ++k)
    if (reading_.token(k).penn == Penn::JJS || reading_.text(k) == "most") return true;
  return false;
}

// "took over as director"
bool EventClues::is_as_office(TokenIndex t) const {
  for (TokenIndex c : syntax_.children(t))
    if (syntax_.preposition(c) == "as" && names_office(c)) return true;
  return false;
}

bool EventClues::changes_service(TokenIndex t) const {
  constexpr std::string_view of_bodies[] = {"join", "leave", "quit"};
  const std::string& lemma = reading_.token(t).lemma;
  const bool body = is_one_of(lemma, of_bodies);
  if (!body && lemma != "retire" && lemma != "enlist") return false;
  const auto subject = syntax_.subject(t);
  if (!subject || !is_personal(*subject)) return false;
  const auto object = syntax_.child(t, Deprel::obj);
  if (!body) return !object || lemma == "enlist";
  if (!object) return false;
  const EntityIndex joined = reading_.actor_at(*object);
  if (joined != no_entity) return reading_.type_of(joined) == EntityType::organization;
  constexpr std::string_view no_employers[] = {"school", "college", "court", "city", "force"};
  return syntax_.word(*object).noun_role == NounRole::body &&
         !is_one_of(reading_.token(*object).lemma, no_employers);
}

bool EventClues::is_said_of(TokenIndex verb, std::string_view adjective) const {
  for (TokenIndex c : syntax_.children(verb))
    if (c > verb && syntax_.lemma_is(c, adjective)) return true;
  return false;
}

std::string_view EventClues::last_word_of(TokenIndex t) const {
  const Mention* mention = reading_.mention_at(t);
  return mention ? reading_.text(mention->last - 1) : reading_.text(t);
}

}  // namespace attest::extract
