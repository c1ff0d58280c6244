// Who took part in an event that a verb tells of: from its subject, its objects and its phrases.

#include <algorithm>

#include <attest/extractor/facts/event_arguments.hpp>
#include <attest/extractor/facts/event_clues.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class VerbArguments {
 public:
  VerbArguments(const Reading& reading, const PlaceReferences& references, Telling& telling)
      : reading_(reading),
        syntax_(reading.syntax),
        references_(references),
        telling_(telling),
        cast_(reading, references, telling) {}

  void run() {
    const TokenIndex verb = telling_.trigger.token;
    if (type() == EventType::appointment && is_headline_passive(verb)) {
      cast_.add_phrase(*syntax_.child(verb, Deprel::nsubj), Role::target);
      return add_bodies_of(*syntax_.child(verb, Deprel::obj), true);
    }
    const bool born = type() == EventType::birth;
    if (const auto agent = doer(verb); agent && !born && !is_bereft(verb)) {
      const bool own_office = type() == EventType::appointment && !syntax_.is_passive(verb) &&
                              !syntax_.lemma_is(verb, "appoint") && !syntax_.lemma_is(verb, "name");
      if (!(own_office && is_unnamed_officer(*agent)))
        cast_.add_phrase(*agent, own_office ? Role::agent : role_of_subject());
    }
    const auto patient = sufferer(verb);
    if (patient && syntax_.lemma_is(verb, "swear") && syntax_.is_passive(verb)) {
      cast_.add_phrase(*patient, Role::agent);
    } else if (patient) {
      telling_.object = *patient;
      add_object(*patient);
    } else if (born) {
      if (const auto subject = syntax_.subject(verb)) cast_.add_phrase(*subject, Role::target);
    }
    if (const auto whom = syntax_.child(verb, Deprel::iobj); whom && type() == EventType::appointment)
      cast_.add_phrase(*whom, Role::target);  // "appointed him governor"
    if (type() == EventType::appointment && is_her_office(verb))
      cast_.add(reading_.actor_at(verb + 1), Role::target);
    if (befalls_subject(type()) && !telling_.participants.size())
      if (const auto subject = syntax_.subject(verb)) telling_.object = *subject;
    for (TokenIndex c : syntax_.children(verb)) add_oblique(reading_, telling_.trigger, cast_, c);
    if (const auto deal = syntax_.child(verb, Deprel::obj);
        deal && (is_mutual(type()) || type() == EventType::trial))
      for (TokenIndex c : syntax_.children(*deal))
        add_oblique(reading_, telling_.trigger, cast_, c);  // "formed a coalition with O"
    if (type() == EventType::appointment && cast_.leaves()) add_body_left(verb);
    if (type() == EventType::appointment) add_bodies_of_offices(verb);
    if (type() == EventType::publication && patient && !cast_.has(Role::agent)) add_makers_of(*patient);
    if (is_purchase(reading_, telling_.trigger))
      if (const auto bought = syntax_.child(verb, Deprel::xcomp))  // "offered to buy O"
        if (const auto object = syntax_.child(*bought, Deprel::obj)) add_object(*object);
  }

 private:
  EventType type() const { return telling_.trigger.type; }

  Role role_of_subject() const {
    // "died", also where it was a killing
    if (befalls_subject(type()) || syntax_.word(telling_.trigger.token).verb.type == EventType::death)
      return Role::target;
    if (is_purchase(reading_, telling_.trigger)) return Role::agent;
    if (type() == EventType::agreement || is_reciprocal()) return Role::participant;
    if (type() == EventType::meeting && !syntax_.lemma_is(telling_.trigger.token, "visit") && !is_address())
      return Role::participant;
    if (type() == EventType::arrest && syntax_.lemma_is(telling_.trigger.token, "become"))
      return Role::target;
    // "the ship exploded"
    if (type() == EventType::destruction && !syntax_.patient(telling_.trigger.token)) return Role::target;
    // "troops arrived", "the probe landed", "stationed in N"
    if (type() == EventType::deployment && !syntax_.patient(telling_.trigger.token)) return Role::target;
    if (type() == EventType::trial && syntax_.lemma_is(telling_.trigger.token, "plead")) return Role::target;
    // "fled", "emigrated": who goes suffers it; "evacuated them" has an agent.
    if (type() == EventType::displacement && !moves_somebody()) return Role::target;
    return Role::agent;
  }
  // "spoke to the press": one speaks, the others listen.
  bool is_address() const {
    if (!syntax_.lemma_is(telling_.trigger.token, "speak")) return false;
    for (TokenIndex c : syntax_.children(telling_.trigger.token))
      if (syntax_.preposition(c) == "with" ||
          (syntax_.preposition(c) == "to" && reading_.actor_of_phrase(c) != no_entity))
        return false;
    return true;
  }
  bool is_reciprocal() const {
    constexpr std::string_view verbs[] = {"exchange", "clash", "trade"};
    return is_one_of(reading_.token(telling_.trigger.token).lemma, verbs);
  }
  bool moves_somebody() const {
    constexpr std::string_view verbs[] = {"flee", "leave", "abandon", "emigrate", "migrate", "immigrate"};
    const TokenIndex verb = telling_.trigger.token;
    return syntax_.patient(verb).has_value() && !is_one_of(reading_.token(verb).lemma, verbs);
  }
  Role role_of_object() const {
    const bool visited = syntax_.lemma_is(telling_.trigger.token, "visit");
    return is_mutual(type()) && !visited && !is_purchase(reading_, telling_.trigger) ? Role::participant
                                                                                     : Role::target;
  }

  // "Berg named director of O": as headlines tell it.
  bool is_headline_passive(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"name", "appoint", "elect", "nominate"};
    const auto subject = syntax_.child(verb, Deprel::nsubj), office = syntax_.child(verb, Deprel::obj);
    if (!subject || !office || !is_one_of(reading_.token(verb).lemma, verbs)) return false;
    const EntityIndex actor = reading_.actor_at(*subject);
    return reading_.is_type(actor, EntityType::person) && reading_.actor_of_phrase(*office) == no_entity &&
           EventClues(reading_).names_office(*office) &&
           !syntax_.child(*office, {Deprel::det, Deprel::nmod_poss}) && !syntax_.child(verb, Deprel::iobj);
  }

  // "appointed her minister": the tree takes "her" for an owner.
  bool is_her_office(TokenIndex verb) const {
    const auto office = syntax_.child(verb, Deprel::obj);
    return office && *office == verb + 2 && reading_.text(verb + 1) == "her" &&
           EventClues(reading_).names_office(*office);
  }

  // "P's lectures were published", "results published in a paper by P"
  void add_makers_of(TokenIndex work) {
    if (const auto called = syntax_.child(work, Deprel::nsubj); called && syntax_.child(work, Deprel::cop))
      add_makers_of(*called);  // "his chief work is N, published in 1738"
    for (TokenIndex c : syntax_.children(work)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::nmod_poss || (relation == Deprel::nmod && syntax_.preposition(c) == "by"))
        cast_.add_phrase(c, Role::agent);
    }
    for (TokenIndex c : syntax_.children(telling_.trigger.token))
      for (TokenIndex d : syntax_.children(c))
        if (syntax_.preposition(c) == "in" && syntax_.preposition(d) == "by")
          cast_.add_phrase(d, Role::agent);
  }

  // "became mayor of L", "was named head of O": O gives the office.
  void add_bodies_of_offices(TokenIndex verb) {
    const bool given = syntax_.is_passive(verb) || syntax_.is_reduced_passive(verb);
    if (const auto office = syntax_.complement_above(verb)) return add_bodies_of(*office, given);
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      const bool complement = relation == Deprel::xcomp || relation == Deprel::obj || relation == Deprel::obl;
      if (c < verb || !complement) continue;
      for (TokenIndex office : syntax_.conjuncts(c))
        if (EventClues(reading_).names_office(office) ||
            syntax_.word(office).noun_role == NounRole::membership)
          add_bodies_of(office, given);
    }
  }
  void add_bodies_of(TokenIndex office, bool given) {
    for (TokenIndex c : syntax_.children(office)) {
      const Deprel relation = reading_.token(c).relation;
      const std::string_view preposition = syntax_.preposition(c);
      const bool behind = relation == Deprel::nmod && (preposition == "of" || preposition == "at" ||
                                                       preposition == "in" || preposition == "for");
      if (!behind && relation != Deprel::nmod_poss) continue;
      if (preposition == "of" && reading_.token(c).upos == Upos::NOUN)
        add_bodies_of(c, given);  // "of physics at O"
      for (TokenIndex t : syntax_.conjuncts(c)) {
        if (given) cast_.add(organization_at(reading_, t), Role::agent);
        if (const EntityIndex seat = references_.place_at(t); seat != no_entity && preposition == "of")
          cast_.add_place(seat);  // "mayor of N"
      }
    }
  }

  // "O's chief executive resigned": it was not O who did.
  bool is_unnamed_officer(TokenIndex t) const {
    const EntityIndex through = reading_.actor_of_phrase(t);
    for (TokenIndex c : syntax_.children(t))  // "the head of O, P"
      if (syntax_.child(c, Deprel::appos)) return false;
    return reading_.actor_at(t) == no_entity && EventClues(reading_).names_office(t) &&
           through != no_entity && reading_.type_of(through) != EntityType::person &&
           !syntax_.child(t, Deprel::appos) && !syntax_.child(t, Deprel::conj);
  }

  // "P lost his father": it did not befall P.
  bool is_bereft(TokenIndex verb) const {
    const auto object = syntax_.child(verb, Deprel::obj);
    return syntax_.lemma_is(verb, "lose") && object && !syntax_.lemma_is(*object, "life") &&
           (type() == EventType::death || type() == EventType::killing);
  }

  // "resigned from O", "as president of O"; "O's chief engineer, P, resigned"
  void add_body_left(TokenIndex verb) {
    for (TokenIndex c : syntax_.children(verb)) {
      if (reading_.token(c).relation != Deprel::obl) continue;
      const std::string_view preposition = syntax_.preposition(c);
      if (preposition == "from") cast_.add(organization_at(reading_, c), Role::target);
      if (preposition == "from" || preposition == "as") add_body_of(c);
    }
    if (const auto subject = syntax_.subject(verb); subject && !cast_.has(Role::target)) {
      add_body_of(*subject);
      if (const auto apart = syntax_.child(*subject, Deprel::appos))  // "P, founder and chairman of O,"
        for (TokenIndex office : syntax_.conjuncts(*apart)) add_body_of(office);
    }
  }
  void add_body_of(TokenIndex office) {
    if (!EventClues(reading_).names_office(office) && syntax_.word(office).noun_role != NounRole::founder)
      return;
    for (TokenIndex c : syntax_.children(office)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::nmod_poss || (relation == Deprel::nmod && syntax_.preposition(c) == "of"))
        cast_.add(organization_at(reading_, c), Role::target);
    }
  }

  void add_object(TokenIndex object) {
    if (reading_.actor_of_phrase(object) == no_entity && type() == EventType::appointment)
      for (TokenIndex c : syntax_.children(telling_.trigger.token))  // "named the quarterback P"
        if (reading_.token(c).relation == Deprel::obj && c != object) cast_.add_phrase(c, Role::target);
    const bool visited = type() == EventType::meeting;
    for (TokenIndex t : syntax_.conjuncts(one_fined(object))) {
      const EntityIndex place = visited ? references_.place_at(t) : no_entity;
      if (place != no_entity) {
        cast_.add_place(place);
      } else if (!is_attack_itself(t)) {
        cast_.add_phrase(t, is_writer(t) ? Role::agent : role_of_object());
        add_owner_of(t);
      }
    }
  }

  // "a novel by P first published in 1939": the tree has P published.
  bool is_writer(TokenIndex t) const {
    const EntityIndex actor = reading_.actor_of_phrase(t);
    return type() == EventType::publication && reading_.is_type(actor, EntityType::person) &&
           syntax_.preposition(t) == "by";
  }

  // "launched the NATO campaign": not what is attacked.
  bool is_attack_itself(TokenIndex object) const {
    return type() == EventType::attack && syntax_.word(object).noun.type == EventType::attack &&
           reading_.actor_at(object) == no_entity;
  }

  // "fined the bank £5m": the tree takes the sum for the object, and who pays it for a part of it.
  TokenIndex one_fined(TokenIndex object) const {
    if (reading_.token(object).upos != Upos::SYM) return object;
    const auto who = syntax_.child(object, {Deprel::compound, Deprel::nmod});
    return who && *who < object ? *who : object;
  }

  // "killed three civilians of Elm", "aimed at a bridge in Norland": the victim's name is in
  // the object.
  void add_owner_of(TokenIndex object) {
    if (cast_.has(Role::target)) return;
    if (type() != EventType::attack && type() != EventType::destruction && type() != EventType::founding &&
        !is_purchase(reading_, telling_.trigger))
      return;
    for (TokenIndex c : syntax_.children(object)) {
      const Deprel relation = reading_.token(c).relation;
      const EntityIndex actor = reading_.actor_at(c);
      const bool person = reading_.is_type(actor, EntityType::person);
      if (person && type() == EventType::founding) continue;  // "P's party was founded"
      if (relation == Deprel::appos || relation == Deprel::nmod_poss ||
          (relation == Deprel::nmod && syntax_.preposition(c) == "of"))
        cast_.add(actor, role_of_object());
    }
  }

  // Who does it, and whom it is done to; "P, who died": P.
  std::optional<TokenIndex> doer(TokenIndex verb) const {
    const auto agent = is_participle(verb) ? behind_by(verb) : syntax_.agent(verb);
    if (agent) return referent(reading_, *agent);
    return syntax_.is_passive(verb) || syntax_.is_reduced_passive(verb) ? behind_by(verb) : std::nullopt;
  }
  std::optional<TokenIndex> sufferer(TokenIndex verb) const {
    const auto patient = is_participle(verb) ? described_by(verb) : syntax_.patient(verb);
    return patient ? std::optional(referent(reading_, *patient)) : patient;
  }

  // "P is on the run, accused of fraud": a bare participle is passive wherever it hangs.
  bool is_participle(TokenIndex verb) const {
    const Deprel relation = reading_.token(verb).relation;
    return (relation == Deprel::advcl || relation == Deprel::parataxis || relation == Deprel::dep ||
            relation == Deprel::xcomp) &&
           reading_.token(verb).penn == Penn::VBN && !syntax_.lemma_is(verb, "retire") &&
           !syntax_.child(verb,
                          {Deprel::aux, Deprel::aux_pass, Deprel::nsubj, Deprel::nsubj_pass, Deprel::obj});
  }
  // "In an interview published Friday, P said": the interview, not P.
  std::optional<TokenIndex> described_by(TokenIndex participle) const {
    TokenIndex before = participle;
    if (before > reading_.sentence(participle).first && reading_.text(before - 1) == ",") --before;
    const bool behind_noun = before > reading_.sentence(participle).first && syntax_.is_noun(before - 1);
    return behind_noun ? std::optional(before - 1) : syntax_.subject(participle);
  }
  // "released on 27 May 1970, by O": the tree hangs the agent on what stands between.
  std::optional<TokenIndex> behind_by(TokenIndex verb) const {
    constexpr TokenIndex reach = 14;
    const TokenIndex last = std::min(reading_.sentence(verb).last, verb + reach);
    for (TokenIndex t = verb + 1; t < last && !syntax_.is_verb(t) && reading_.text(t) != ";"; ++t) {
      if (reading_.text(t) != "by" || reading_.token(t).relation != Deprel::case_) continue;
      const auto agent = syntax_.head(t);
      if (agent && *agent > t && reading_.actor_of_phrase(*agent) != no_entity) return agent;
    }
    return std::nullopt;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const PlaceReferences& references_;
  Telling& telling_;
  Cast cast_;
};

}  // namespace

void find_arguments_of_verb(const Reading& reading, const PlaceReferences& references, Telling& telling) {
  VerbArguments(reading, references, telling).run();
}

}  // namespace attest::extract
