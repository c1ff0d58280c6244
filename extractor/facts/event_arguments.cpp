// Who took part in an event, and how: from the subject and the objects of its verb, from the phrases of its
// noun.
#include <algorithm>

#include <attest/extractor/facts/event_cast.hpp>
#include <attest/extractor/facts/event_clues.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

bool is_mutual(EventType type) {
  return type == EventType::meeting || type == EventType::agreement;
}
// The one it happens to is the subject of the verb: "X was born", "X died", "X fled".
bool befalls_subject(EventType type) {
  return type == EventType::birth || type == EventType::death;
}

class ParticipantFinder {
 public:
  ParticipantFinder(const Reading& reading, const PlaceReferences& references, Telling& telling)
      : reading_(reading),
        syntax_(reading.syntax),
        references_(references),
        telling_(telling),
        cast_(reading, references, telling) {}

  void run() {
    if (telling_.trigger.nominal) {
      describe_noun();
    } else {
      describe_verb(telling_.trigger.token);
    }
  }

 private:
  EventType type() const { return telling_.trigger.type; }

  // ---- verbs --------------------------------------------------------------------------------------

  Role role_of_subject() const {
    // "died", also where it was a killing
    if (befalls_subject(type()) || syntax_.word(telling_.trigger.token).verb.type == EventType::death)
      return Role::target;
    if (is_purchase()) return Role::agent;
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
  // One buys, the other is bought.
  bool is_purchase() const {
    constexpr std::string_view words[] = {"acquire", "buy",         "purchase", "sell", "take",
                                          "offer",   "acquisition", "takeover", "bid",  "buyout"};
    if (type() != EventType::agreement) return false;
    const TokenIndex verb = telling_.trigger.token;
    const auto agreed = syntax_.child(verb, Deprel::xcomp);  // "agreed to buy O"
    return is_one_of(reading_.token(verb).lemma, words) ||
           (agreed && is_one_of(reading_.token(*agreed).lemma, words));
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
    return is_mutual(type()) && !visited && !is_purchase() ? Role::participant : Role::target;
  }

  // "Berg named director of O": as headlines tell it.
  bool is_headline_passive(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"name", "appoint", "elect", "nominate"};
    const auto subject = syntax_.child(verb, Deprel::nsubj), office = syntax_.child(verb, Deprel::obj);
    if (!subject || !office || !is_one_of(reading_.token(verb).lemma, verbs)) return false;
    const EntityIndex actor = reading_.actor_at(*subject);
    return actor != no_entity && reading_.type_of(actor) == EntityType::person &&
           reading_.actor_of_phrase(*office) == no_entity && EventClues(reading_).names_office(*office) &&
           !syntax_.child(*office, {Deprel::det, Deprel::nmod_poss}) && !syntax_.child(verb, Deprel::iobj);
  }

  void describe_verb(TokenIndex verb) {
    if (type() == EventType::appointment && is_headline_passive(verb)) {
      cast_.add_phrase(*syntax_.child(verb, Deprel::nsubj), Role::target);
      return add_bodies_of(*syntax_.child(verb, Deprel::obj), Role::agent);
    }
    const bool born = type() == EventType::birth;
    if (const auto agent = referent(syntax_.agent(verb)); agent && !born && !is_bereft(verb)) {
      const bool own_office = type() == EventType::appointment && !syntax_.is_passive(verb) &&
                              !syntax_.lemma_is(verb, "appoint") && !syntax_.lemma_is(verb, "name");
      if (!(own_office && is_unnamed_officer(*agent)))
        cast_.add_phrase(*agent, own_office ? Role::agent : role_of_subject());
    }
    const auto patient = referent(syntax_.patient(verb));
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
    for (TokenIndex c : syntax_.children(verb)) add_oblique(c);
    if (const auto deal = syntax_.child(verb, Deprel::obj);
        deal && (is_mutual(type()) || type() == EventType::trial))
      for (TokenIndex c : syntax_.children(*deal)) add_oblique(c);  // "formed a coalition with O"
    if (type() == EventType::appointment && cast_.leaves()) add_body_left(verb);
    if (type() == EventType::appointment) add_bodies_of_offices(verb);
    if (type() == EventType::publication && patient && !cast_.has(Role::agent)) add_makers_of(*patient);
    if (is_purchase())
      if (const auto bought = syntax_.child(verb, Deprel::xcomp))  // "offered to buy O"
        if (const auto object = syntax_.child(*bought, Deprel::obj)) add_object(*object);
  }

  // "appointed her minister": the tree takes "her" for an owner.
  bool is_her_office(TokenIndex verb) const {
    const auto office = syntax_.child(verb, Deprel::obj);
    return office && *office == verb + 2 && reading_.text(verb + 1) == "her" &&
           EventClues(reading_).names_office(*office);
  }

  // "P's lectures were published", "results published in a paper by P"
  void add_makers_of(TokenIndex work) {
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

  // "became president of O", "served as minister in L", "was named head of O": O gives the office, or has it
  // taken in it.
  void add_bodies_of_offices(TokenIndex verb) {
    const bool given = syntax_.is_passive(verb) || syntax_.is_reduced_passive(verb);
    const Role role = given ? Role::agent : Role::target;
    if (const auto office = syntax_.complement_above(verb)) return add_bodies_of(*office, role);
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      const bool complement = relation == Deprel::xcomp || relation == Deprel::obj || relation == Deprel::obl;
      if (c < verb || !complement) continue;
      for (TokenIndex office : syntax_.conjuncts(c))
        if (EventClues(reading_).names_office(office) ||
            syntax_.word(office).noun_role == NounRole::membership)
          add_bodies_of(office, role);
    }
  }
  void add_bodies_of(TokenIndex office, Role role) {
    for (TokenIndex c : syntax_.children(office)) {
      const Deprel relation = reading_.token(c).relation;
      const std::string_view preposition = syntax_.preposition(c);
      const bool behind = relation == Deprel::nmod && (preposition == "of" || preposition == "at" ||
                                                       preposition == "in" || preposition == "for");
      if (!behind && relation != Deprel::nmod_poss) continue;
      if (preposition == "of" && reading_.token(c).upos == Upos::NOUN)
        add_bodies_of(c, role);  // "of physics at O"
      for (TokenIndex t : syntax_.conjuncts(c)) {
        const EntityIndex body = reading_.actor_at(t);
        if (body != no_entity && reading_.type_of(body) == EntityType::organization) cast_.add(body, role);
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

  // "P, who died": P.
  std::optional<TokenIndex> referent(std::optional<TokenIndex> t) const {
    if (!t || reading_.token(*t).upos != Upos::PRON || reading_.actor_at(*t) != no_entity) return t;
    const TokenIndex noun = syntax_.antecedent(*t);
    const auto said_of = syntax_.child(noun, Deprel::cop) ? syntax_.child(noun, Deprel::nsubj) : std::nullopt;
    return said_of && noun != *t ? *said_of : noun;  // "P is a politician who served": P
  }

  // "resigned from O", "as president of O"; "O's chief engineer, P, resigned"
  void add_body_left(TokenIndex verb) {
    for (TokenIndex c : syntax_.children(verb)) {
      if (reading_.token(c).relation != Deprel::obl) continue;
      const std::string_view preposition = syntax_.preposition(c);
      const bool joins = syntax_.lemma_is(verb, "join");  // "joined O from M"
      if (preposition == "from" && !joins) cast_.add(organization_at(c), Role::target);
      if (joins) continue;
      if (preposition == "from" || preposition == "as") add_body_of(c);
    }
    if (const auto subject = syntax_.subject(verb); subject && !cast_.has(Role::target)) {
      add_body_of(*subject);
      if (const auto apart = syntax_.child(*subject, Deprel::appos)) add_body_of(*apart);
    }
  }
  void add_body_of(TokenIndex office) {
    if (!EventClues(reading_).names_office(office)) return;
    for (TokenIndex c : syntax_.children(office)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::nmod_poss || (relation == Deprel::nmod && syntax_.preposition(c) == "of"))
        cast_.add(organization_at(c), Role::target);
    }
  }
  EntityIndex organization_at(TokenIndex t) const {
    const EntityIndex actor = reading_.actor_at(t);
    const bool body = actor != no_entity && reading_.type_of(actor) == EntityType::organization;
    return body ? actor : no_entity;
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
      } else {
        cast_.add_phrase(t, role_of_object());
        add_owner_of(t);
      }
    }
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
        !is_purchase())
      return;
    for (TokenIndex c : syntax_.children(object)) {
      const Deprel relation = reading_.token(c).relation;
      const EntityIndex actor = reading_.actor_at(c);
      const bool person = actor != no_entity && reading_.type_of(actor) == EntityType::person;
      if (person && type() == EventType::founding) continue;  // "P's party was founded"
      if (relation == Deprel::appos || relation == Deprel::nmod_poss ||
          (relation == Deprel::nmod && syntax_.preposition(c) == "of"))
        cast_.add(actor, role_of_object());
    }
  }

  void add_oblique(TokenIndex c) {
    const Deprel relation = reading_.token(c).relation;
    if (relation != Deprel::obl && relation != Deprel::nmod) return;
    const std::string_view preposition = syntax_.preposition(c);
    if (preposition == "with") {
      cast_.add_phrase(c, role_of_companion());
    } else if (preposition == "against" || (preposition == "at" && type() == EventType::attack) ||
               (preposition == "on" && is_directed())) {
      cast_.add_phrase(c, Role::target);
    } else if (preposition == "between" && (is_mutual(type()) || type() == EventType::attack)) {
      cast_.add_phrase(c, Role::participant);
    } else if (preposition == "by") {
      cast_.add_phrase(c, is_mutual(type()) ? Role::participant : Role::agent);
    } else if (preposition == "to" && (type() == EventType::aid || type() == EventType::election)) {
      cast_.add_phrase(c, Role::target);
    } else if ((preposition == "to" || preposition == "from") && is_purchase()) {
      cast_.add_phrase(c, Role::participant);  // "sold the unit to O"
    } else if (preposition == "about" && type() == EventType::publication) {
      cast_.add_phrase(c, Role::target);
    } else if (preposition == "in" && type() == EventType::publication) {
      cast_.add(organization_at(c), Role::participant);  // "published in the Journal of N"
    } else if (preposition == "from" && type() == EventType::attack) {
      cast_.add_phrase(c, Role::agent);
    }
  }

  // "founded O with P": both did.
  Role role_of_companion() const {
    if (is_mutual(type()) || type() == EventType::trial) return Role::participant;
    return type() == EventType::founding || type() == EventType::publication ? Role::agent : Role::target;
  }

  // "declared war on N", "imposed sanctions on N"
  bool is_directed() const {
    return telling_.trigger.nominal && (type() == EventType::attack || type() == EventType::legislation);
  }

  // ---- nouns --------------------------------------------------------------------------------------

  void describe_noun() {
    const TokenIndex noun = telling_.trigger.token;
    if (syntax_.lemma_is(noun, "author")) return add_author(noun);
    if (type() == EventType::arrest || type() == EventType::trial) add_one_held(noun);
    if (type() == EventType::arrest)  // "P is in captivity"
      if (const auto held = syntax_.child(noun, Deprel::nsubj)) cast_.add_phrase(*held, Role::target);
    const std::vector<TokenIndex> modifiers = modifiers_of(noun);
    for (TokenIndex c : modifiers)  // "the attack of N against M": N attacked
      if (type() == EventType::attack && syntax_.preposition(c) == "of" && is_against_somebody(modifiers))
        cast_.add(reading_.actor_at(c), Role::agent);
    for (TokenIndex c : modifiers) add_modifier(c);
    if (const auto first = syntax_.head(noun); first && reading_.token(noun).relation == Deprel::conj)
      for (TokenIndex c : syntax_.children(*first))  // "crimes and killings committed by L"
        if (c > noun && telling_.participants.empty()) add_modifier(c);
    if (telling_.trigger.named != no_entity || is_fought_by_sides()) add_attending();
    if (const auto claim = claim_for(noun))
      if (const auto agent = syntax_.agent(*claim)) cast_.add_phrase(*agent, Role::agent);
    TokenIndex link = noun;
    const auto verb = governor(link);
    if (!verb) return;
    const Deprel relation = reading_.token(link).relation;
    const bool object = link == noun && (relation == Deprel::obj || relation == Deprel::nsubj_pass);
    const bool inside = link != noun || relation == Deprel::obl || relation == Deprel::nmod;
    const VerbRole role = syntax_.word(*verb).verb_role;
    const bool same_event = syntax_.word(*verb).verb.type == type() && object;
    const bool told = inside && is_text() && syntax_.preposition(noun) == "in" && !cast_.has(Role::agent);
    if (link == noun && passes_contract(*verb)) {
      add_parties(*verb);
    } else if (object && (role == VerbRole::light || same_event || goes_to_court(*verb))) {
      if (const auto agent = syntax_.agent(*verb)) cast_.add_phrase(*agent, role_of_doer());
      for (TokenIndex c : syntax_.children(*verb)) add_oblique(c);
    } else if (role == VerbRole::attend || (inside && is_mutual(type())) || is_spoken_to(*verb)) {
      const bool visits = syntax_.lemma_is(noun, "visit") && role != VerbRole::attend;
      if (const auto agent = syntax_.agent(*verb))
        cast_.add_phrase(*agent, visits ? Role::agent : Role::participant);
    } else if (object && role == VerbRole::suffer) {
      if (const auto agent = syntax_.agent(*verb)) cast_.add_phrase(*agent, Role::target);
    } else if (told) {
      if (const auto agent = syntax_.agent(*verb)) cast_.add_phrase(*agent, Role::agent);
      if (const auto told_to = syntax_.child(*verb, Deprel::iobj))
        cast_.add_phrase(*told_to, Role::participant);
    } else if (inside && type() == EventType::attack) {  // "came under attack from L"
      if (syntax_.preposition(noun) != "under") return;
      for (TokenIndex c : syntax_.children(*verb)) add_oblique(c);
      if (const auto victim = syntax_.subject(*verb)) cast_.add_phrase(*victim, Role::target);
    }
  }
  // "P remains in custody", "P was put on trial", "P was given a sentence": it befell P.
  void add_one_held(TokenIndex noun) {
    constexpr std::string_view states[] = {"remain", "stay", "languish", "find", "put", "place", "spend"};
    constexpr std::string_view gifts[] = {"give", "receive", "get", "hand", "serve"};
    const auto verb = syntax_.head(noun);
    if (!verb || !syntax_.is_verb(*verb)) return;
    const std::string_view preposition = syntax_.preposition(noun);
    const bool inside = (preposition == "in" || preposition == "on" || preposition == "under") &&
                        is_one_of(reading_.token(*verb).lemma, states);
    const bool given =
        reading_.token(noun).relation == Deprel::obj && is_one_of(reading_.token(*verb).lemma, gifts);
    if (!inside && !given) return;
    const bool active = given && !syntax_.is_passive(*verb);
    const bool gave = active && (syntax_.lemma_is(*verb, "give") || syntax_.lemma_is(*verb, "hand"));
    const auto whom = gave ? syntax_.child(*verb, Deprel::iobj) : syntax_.subject(*verb);
    if (whom) cast_.add_phrase(*referent(whom), Role::target);
  }

  // "O claimed responsibility for the attack"
  std::optional<TokenIndex> claim_for(TokenIndex noun) const {
    if (syntax_.preposition(noun) != "for") return std::nullopt;
    auto above = syntax_.head(noun);
    if (above && syntax_.lemma_is(*above, "responsibility")) above = syntax_.head(*above);
    if (!above || (!syntax_.lemma_is(*above, "claim") && !syntax_.lemma_is(*above, "take")))
      return std::nullopt;
    const auto object = syntax_.child(*above, Deprel::obj);
    return object && syntax_.lemma_is(*object, "responsibility") ? above : std::nullopt;
  }

  // What hangs on a noun; also "by M" that a tree hangs on the name in "the invasion of N by M".
  std::vector<TokenIndex> modifiers_of(TokenIndex noun) const {
    const auto children = syntax_.children(noun);
    std::vector<TokenIndex> all(children.begin(), children.end());
    for (TokenIndex c : children) {
      if (reading_.token(c).relation != Deprel::nmod || reading_.actor_at(c) == no_entity) continue;
      for (TokenIndex d : syntax_.children(c))
        if (syntax_.preposition(d) == "by" || syntax_.preposition(d) == "against") all.push_back(d);
    }
    return all;
  }
  bool is_against_somebody(const std::vector<TokenIndex>& modifiers) const {
    for (TokenIndex c : modifiers)
      if (syntax_.preposition(c) == "against" ||
          (syntax_.preposition(c) == "on" && reading_.actor_at(c) != no_entity))
        return true;
    return false;
  }

  // "P told a news conference"
  bool is_spoken_to(TokenIndex verb) const {
    const Deprel relation = reading_.token(telling_.trigger.token).relation;
    return type() == EventType::meeting && (relation == Deprel::obj || relation == Deprel::iobj) &&
           (syntax_.lemma_is(verb, "tell") || syntax_.lemma_is(verb, "address"));
  }

  // "P, author of a book", "P is the author of a book"
  void add_author(TokenIndex noun) {
    const auto head = syntax_.head(noun);
    const bool beside =
        reading_.token(noun).relation == Deprel::appos || reading_.token(noun).relation == Deprel::conj;
    if (const auto subject = syntax_.child(noun, Deprel::nsubj)) {
      cast_.add_phrase(*referent(subject), Role::agent);
    } else if (beside && head) {
      cast_.add(reading_.actor_at(*head), Role::agent);
    }
  }
  // "At the Velden Festival, P made her debut": who does something at a named event takes part in it.
  void add_attending() {
    constexpr std::string_view attending[] = {"at", "in", "during", "on", "for"};
    constexpr std::string_view verbs[] = {"win", "lose", "fight", "join", "attend", "enter", "lead"};
    const Deprel relation = reading_.token(telling_.trigger.token).relation;
    const bool phrase = (relation == Deprel::obl || relation == Deprel::nmod) &&
                        is_one_of(syntax_.preposition(telling_.trigger.token), attending);
    const bool object = relation == Deprel::obj && is_one_of(reading_.token(telling_.clause).lemma, verbs);
    if (object)
      if (const auto side = syntax_.agent(telling_.clause)) cast_.add_phrase(*side, Role::participant);
    if (!phrase || (type() == EventType::attack && syntax_.preposition(telling_.trigger.token) == "during"))
      return;
    const auto subject = referent(syntax_.subject(telling_.clause));
    const EntityIndex actor = subject ? reading_.actor_at(*subject) : no_entity;
    if (actor != no_entity && reading_.type_of(actor) != EntityType::place)
      cast_.add_phrase(*subject, Role::participant);
  }
  // "awarded O a contract", "O won a contract", "O was awarded a contract by M": all of them are parties.
  bool passes_contract(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"award", "win", "secure", "land", "grant", "give", "receive"};
    return type() == EventType::agreement && is_one_of(reading_.token(verb).lemma, verbs);
  }
  void add_parties(TokenIndex verb) {
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      const std::string_view preposition = syntax_.preposition(c);
      const bool by = relation == Deprel::obl_agent || preposition == "by" || preposition == "to" ||
                      preposition == "from";  // "awarded a contract to O", "won one from O"
      if (relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::obj ||
          relation == Deprel::iobj || by)
        cast_.add_phrase(*referent(c), Role::participant);
    }
    for (TokenIndex c : syntax_.children(telling_.trigger.token))
      if (syntax_.preposition(c) == "to" || syntax_.preposition(c) == "from")
        cast_.add_phrase(c, Role::participant);
  }
  // What somebody says something in: a statement, an article, a decree.
  bool is_text() const { return type() == EventType::publication || type() == EventType::legislation; }

  Role role_of_doer() const {
    if (is_purchase()) return Role::agent;
    return is_mutual(type()) ? Role::participant : befalls_subject(type()) ? Role::target : Role::agent;
  }
  bool goes_to_court(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"lose",   "win",  "file",   "bring",
                                          "settle", "open", "launch", "initiate"};
    return type() == EventType::trial && is_one_of(reading_.token(verb).lemma, verbs);
  }
  // The verb that a noun depends on, also through another noun: "spoke at a speech during the conference".
  std::optional<TokenIndex> governor(TokenIndex& link) const {
    for (int step = 0; step < 3; ++step) {
      const auto head = syntax_.head(link);
      if (!head) return std::nullopt;
      if (syntax_.is_verb(*head)) return head;
      const std::string_view preposition = syntax_.preposition(link);
      const bool during = preposition == "during" || preposition == "at" || preposition == "in";
      if (!is_mutual(type()) || reading_.token(link).relation != Deprel::nmod || !during) return std::nullopt;
      link = *head;
    }
    return std::nullopt;
  }

  void add_modifier(TokenIndex c) {
    const Deprel relation = reading_.token(c).relation;
    if (relation == Deprel::amod || relation == Deprel::compound)
      if (const EntityIndex country = references_.country_of(c); country != no_entity) {
        if (type() == EventType::attack) cast_.add(country, Role::agent);  // "the Norlandic invasion"
        return;
      }
    if (relation == Deprel::nmod_poss || relation == Deprel::compound) {
      const EntityIndex actor = reading_.actor_of_phrase(c);
      if (actor == no_entity) return;
      const bool place = relation == Deprel::compound && reading_.type_of(actor) == EntityType::place;
      if (place && type() == EventType::agreement) return;  // "the Velden agreement" says what it is called
      if (place) return cast_.add_place(actor);
      if (relation == Deprel::compound && is_purchase()) return cast_.add(actor, Role::target);
      return cast_.add(actor, role_of_owner());
    }
    if (relation == Deprel::acl_relcl) {  // "an attack which was launched by L"
      const WordInfo& verb = syntax_.word(c);
      if (verb.verb_role == VerbRole::light || verb.verb.type == type())
        for (TokenIndex d : syntax_.children(c))
          if (syntax_.preposition(d) == "by" || reading_.token(d).relation == Deprel::obl_agent)
            cast_.add_phrase(d, role_of_doer());
      return;
    }
    if (relation == Deprel::acl) {
      if (const auto agent = syntax_.agent(c))
        cast_.add_phrase(*agent, is_mutual(type()) ? Role::participant : Role::agent);
      for (TokenIndex d : syntax_.children(c)) add_oblique(d);
      const auto object = syntax_.child(c, Deprel::obj);
      if (object && !is_mutual(type()) && type() != EventType::publication)
        cast_.add_phrase(*object, Role::target);
      return;
    }
    if (relation != Deprel::nmod) return;
    const std::string_view preposition = syntax_.preposition(c);
    if (preposition == "of") return add_phrase_of(c);
    if (preposition == "from" && type() == EventType::publication) return cast_.add_phrase(c, Role::agent);
    if (preposition == "to" && type() == EventType::publication)
      return cast_.add_phrase(c, Role::participant);
    add_oblique(c);
  }
  Role role_of_owner() const {
    if (is_purchase()) return Role::agent;
    if (syntax_.lemma_is(telling_.trigger.token, "biography")) return Role::target;  // "her biography"
    if (is_fought_by_sides()) return Role::participant;                              // "N's longest war"
    if (type() == EventType::meeting)
      return syntax_.lemma_is(telling_.trigger.token, "visit") ? Role::agent : Role::participant;
    if (type() == EventType::agreement) return Role::participant;
    const bool befalls = befalls_subject(type()) || type() == EventType::killing ||
                         type() == EventType::arrest || type() == EventType::trial ||
                         type() == EventType::appointment || type() == EventType::displacement;
    return befalls ? Role::target : Role::agent;
  }
  bool is_fought_by_sides() const {
    constexpr std::string_view nouns[] = {"war",         "battle",     "clash",    "conflict",  "fighting",
                                          "hostilities", "expedition", "campaign", "operation", "offensive"};
    return is_one_of(reading_.token(telling_.trigger.token).lemma, nouns);
  }
  void add_phrase_of(TokenIndex c) {
    const bool located =
        type() == EventType::displacement || type() == EventType::meeting || type() == EventType::election;
    if (type() == EventType::agreement && !is_purchase() && names_town(c)) return;
    if (telling_.trigger.named != no_entity && is_fought_by_sides() && names_town(c)) return;
    for (TokenIndex t : syntax_.conjuncts(c)) {
      const EntityIndex place = located ? references_.place_at(t) : no_entity;
      if (place != no_entity) {
        cast_.add_place(place);
      } else {
        cast_.add_phrase(t, role_of_named_in(t));
      }
    }
  }

  // "the treaty of L" was made by others; "the agreement of N and M" by both.
  bool names_town(TokenIndex t) const {
    const EntityIndex place = reading_.actor_at(t);
    const bool alone = !syntax_.child(t, Deprel::conj);
    return alone && place != no_entity && reading_.type_of(place) == EntityType::place;
  }

  // "the sentence of the Velden Court": the court gave it.
  Role role_of_named_in(TokenIndex t) const {
    if (is_purchase()) return Role::target;
    if (is_mutual(type()) || type() == EventType::election) return Role::participant;
    const Mention* mention = type() == EventType::trial ? reading_.mention_at(t) : nullptr;
    for (TokenIndex k = mention ? mention->first : 0; mention && k < mention->last; ++k)
      if (reading_.text(k) == "Court" || reading_.text(k) == "Tribunal") return Role::agent;
    return Role::target;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const PlaceReferences& references_;
  Telling& telling_;
  Cast cast_;
};

}  // namespace

void find_participants(const Reading& reading, const PlaceReferences& references, Telling& telling) {
  ParticipantFinder(reading, references, telling).run();
}

}  // namespace attest::extract
