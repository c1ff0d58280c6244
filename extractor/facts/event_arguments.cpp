// Who took part in an event, and how: from the subject and the objects of its verb, from the phrases of its
// noun.
#include <algorithm>

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
      : reading_(reading), syntax_(reading.syntax), references_(references), telling_(telling) {}

  void run() {
    if (telling_.trigger.nominal) {
      describe_noun();
    } else {
      describe_verb(telling_.trigger.token);
    }
  }

 private:
  EventType type() const { return telling_.trigger.type; }

  void add(EntityIndex entity, Role role) {
    if (entity == no_entity || reading_.type_of(entity) == EntityType::event) return;
    for (const auto& [known, as] : telling_.participants)
      if (known == entity) return;
    // Who stands in an election takes part in it, elected or not.
    if (type() == EventType::election && reading_.type_of(entity) == EntityType::person)
      role = Role::participant;
    telling_.participants.emplace_back(entity, role);
  }
  void add_phrase(TokenIndex head, Role role) {
    for (TokenIndex t : syntax_.conjuncts(counted(head))) {
      if (is_dateline(t) || add_office_holders(t, role)) continue;
      const EntityIndex actor = reading_.actor_of_phrase(t);
      const bool through = actor != no_entity && reading_.actor_at(t) == no_entity;
      if (through && (add_named_apart(t, role) || add_included(t, role))) {
        continue;
      } else if (actor != no_entity) {
        add_actor(actor, role);
      } else if (const EntityIndex meant = references_.place_at(t); meant != no_entity) {
        add_actor(meant, role);
      } else {
        add_group(t, role);
        add_included(t, role);
      }
    }
  }
  // "dozens of villages": the villages.
  TokenIndex counted(TokenIndex noun) const {
    constexpr std::string_view numbers[] = {"dozen", "hundred", "thousand", "number", "majority", "most"};
    if (!is_one_of(reading_.token(noun).lemma, numbers)) return noun;
    for (TokenIndex c : syntax_.children(noun))
      if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "of") return c;
    return noun;
  }
  // "five countries including N and M"
  bool add_included(TokenIndex noun, Role role) {
    bool any = false;
    for (TokenIndex c : syntax_.children(noun)) {
      if (reading_.token(c).relation != Deprel::nmod || syntax_.preposition(c) != "include") continue;
      for (TokenIndex t : syntax_.conjuncts(c)) {
        const EntityIndex named = reading_.actor_of_phrase(t);
        add_actor(named, role);
        any |= named != no_entity;
      }
    }
    return any;
  }
  // "the president of N, A": A; "the ministers of N and M": both.
  bool add_office_holders(TokenIndex head, Role role) {
    if (reading_.actor_at(head) != no_entity || syntax_.word(head).noun_role != NounRole::office)
      return false;
    if (const EntityIndex holder = holder_behind(head); holder != no_entity) {
      add_actor(holder, role);
      return true;
    }
    for (TokenIndex c : syntax_.children(head)) {
      if (reading_.token(c).relation != Deprel::nmod || syntax_.preposition(c) != "of") continue;
      const auto apart = syntax_.child(c, Deprel::appos);
      const EntityIndex holder = apart ? reading_.actor_at(*apart) : no_entity;
      if (holder != no_entity && reading_.type_of(holder) == EntityType::person) {
        add_actor(holder, role);
        return true;
      }
      const auto owners = syntax_.conjuncts(c);
      if (owners.size() < 2 || syntax_.child(head, Deprel::appos)) continue;
      for (TokenIndex t : owners) add_actor(reading_.actor_at(t), role);
      return true;
    }
    return false;
  }

  // "the Secretary of State A": where the tree hangs A on "State".
  EntityIndex holder_behind(TokenIndex office) const {
    constexpr TokenIndex reach = 7;
    const TokenIndex last = std::min(reading_.sentence(office).last, office + reach);
    for (TokenIndex k = office + 1; k < last; ++k) {
      const Upos upos = reading_.token(k).upos;
      if (upos == Upos::PUNCT || upos == Upos::VERB || upos == Upos::CCONJ || upos == Upos::AUX) break;
      const Mention* mention = reading_.mention_at(k);
      if (!mention || mention->first != k || mention->entity == no_entity || k == office + 1) continue;
      if (reading_.type_of(mention->entity) != EntityType::person) continue;
      return reading_.token(k - 1).upos == Upos::ADP ? no_entity : mention->entity;
    }
    return no_entity;
  }

  // "two managers, A and B"
  bool add_named_apart(TokenIndex head, Role role) {
    const auto apart = syntax_.child(head, Deprel::appos);
    if (!apart || reading_.actor_at(*apart) == no_entity) return false;
    for (TokenIndex t : syntax_.conjuncts(*apart))
      if (const EntityIndex named = reading_.actor_at(t); named != no_entity) add_actor(named, role);
    return true;
  }
  // "NAIROBI, 3 June 2014 (Reuters) - Gunmen attacked": the place of a dateline does nothing.
  bool is_dateline(TokenIndex t) const {
    constexpr TokenIndex reach = 14;
    const Sentence& sentence = reading_.sentence(t);
    const Mention* mention = reading_.mention_at(t);
    if (!mention || mention->first != sentence.first || mention->entity == no_entity ||
        reading_.type_of(mention->entity) == EntityType::person)
      return false;
    const TokenIndex last = std::min(sentence.last, t + reach);
    for (TokenIndex k = mention->last; k + 1 < last; ++k) {
      const std::string_view mark = reading_.text(k);
      const bool apart = reading_.token(k).span.begin > reading_.token(k - 1).span.end;  // no "34-year-old"
      if (apart && (mark == "-" || mark == "–" || mark == "—"))
        return reading_.text(k - 1) == ")" || k == mention->last || reading_.token(k - 1).upos == Upos::NUM;
      if (syntax_.is_verb(k)) return false;
    }
    return false;
  }

  void add_actor(EntityIndex actor, Role role) {
    if (actor == no_entity) return;
    const bool place = reading_.type_of(actor) == EntityType::place;
    // "became Professor of Eastern Languages": whom an office is given to is a person.
    const bool office = type() == EventType::appointment && role == Role::target;
    if (office && reading_.type_of(actor) != EntityType::person && !leaves()) return;
    if (place && role != Role::agent && is_about_people()) return add_place(actor);
    add(actor, role);
  }
  bool leaves() const {
    constexpr std::string_view verbs[] = {"leave", "quit",   "join", "resign", "head",
                                          "lead",  "retire", "step", "chair"};
    return is_one_of(reading_.token(telling_.trigger.token).lemma, verbs);
  }
  // Those who are displaced, killed or arrested are people; a place among them says where.
  bool is_about_people() const { return type() == EventType::displacement; }

  // "the people of L", "L's troops", "the villages of L and M": who acts or suffers through them is the name.
  void add_group(TokenIndex head, Role role) {
    constexpr std::string_view groups[] = {
        "people",   "population", "force",      "troop",    "citizen",    "aircraft", "warplane",
        "soldier",  "army",       "leadership", "state",    "parliament", "chamber",  "competition",
        "resident", "inhabitant", "positions",  "position", "jet",        "team"};
    constexpr std::string_view residents[] = {"people", "population", "resident", "inhabitant"};
    const std::string& lemma = reading_.token(head).lemma;
    const bool site = is_site(lemma);
    if (!site && !is_one_of(lemma, groups)) return;
    const bool from_there = type() == EventType::displacement && (site || is_one_of(lemma, residents));
    for (TokenIndex c : syntax_.children(head)) {
      const Deprel relation = reading_.token(c).relation;
      const bool of =
          relation == Deprel::nmod &&
          (syntax_.preposition(c) == "of" ||
           (site && role == Role::target && type() == EventType::attack && syntax_.preposition(c) == "in"));
      if (!of && relation != Deprel::nmod_poss && relation != Deprel::compound && relation != Deprel::appos)
        continue;
      for (TokenIndex t : syntax_.conjuncts(c)) {
        const EntityIndex named = name_behind(t);
        if (named == no_entity || reading_.type_of(named) == EntityType::person) continue;
        if (from_there && reading_.type_of(named) == EntityType::place) {
          add_place(named);
        } else {
          add(named, role);
        }
      }
    }
  }
  // "of L", "of L village", "of the village of L"
  EntityIndex name_behind(TokenIndex t) const {
    if (const EntityIndex named = reading_.actor_at(t); named != no_entity) return named;
    if (const EntityIndex meant = references_.place_at(t); meant != no_entity) return meant;
    const std::string& lemma = reading_.token(t).lemma;
    if (!is_site(lemma) && lemma != "army" && lemma != "force" && lemma != "troop") return no_entity;
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      const bool of = relation == Deprel::nmod && syntax_.preposition(c) == "of";
      if (of || relation == Deprel::compound || relation == Deprel::appos)
        if (const EntityIndex named = reading_.actor_at(c); named != no_entity) return named;
    }
    return no_entity;
  }

  // ---- verbs --------------------------------------------------------------------------------------

  Role role_of_subject() const {
    // "died", also where it was a killing
    if (befalls_subject(type()) || syntax_.word(telling_.trigger.token).verb.type == EventType::death)
      return Role::target;
    if (is_purchase()) return Role::agent;
    if (type() == EventType::agreement || is_reciprocal()) return Role::participant;
    if (type() == EventType::meeting && !syntax_.lemma_is(telling_.trigger.token, "visit"))
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
      add_phrase(*syntax_.child(verb, Deprel::nsubj), Role::target);
      return add_bodies_of(*syntax_.child(verb, Deprel::obj), Role::agent);
    }
    const bool born = type() == EventType::birth;
    if (const auto agent = referent(syntax_.agent(verb)); agent && !born && !is_bereft(verb)) {
      const bool own_office = type() == EventType::appointment && !syntax_.is_passive(verb) &&
                              !syntax_.lemma_is(verb, "appoint") && !syntax_.lemma_is(verb, "name");
      add_phrase(*agent, own_office ? Role::agent : role_of_subject());
    }
    const auto patient = referent(syntax_.patient(verb));
    if (patient && syntax_.lemma_is(verb, "swear") && syntax_.is_passive(verb)) {
      add_phrase(*patient, Role::agent);
    } else if (patient) {
      telling_.object = *patient;
      add_object(*patient);
    } else if (born) {
      if (const auto subject = syntax_.subject(verb)) add_phrase(*subject, Role::target);
    }
    if (const auto whom = syntax_.child(verb, Deprel::iobj); whom && type() == EventType::appointment)
      add_phrase(*whom, Role::target);  // "appointed him governor"
    if (befalls_subject(type()) && !telling_.participants.size())
      if (const auto subject = syntax_.subject(verb)) telling_.object = *subject;
    for (TokenIndex c : syntax_.children(verb)) add_oblique(c);
    if (const auto deal = syntax_.child(verb, Deprel::obj); deal && is_mutual(type()))
      for (TokenIndex c : syntax_.children(*deal)) add_oblique(c);  // "formed a coalition with O"
    if (type() == EventType::appointment && leaves()) add_body_left(verb);
    if (type() == EventType::appointment) add_bodies_of_offices(verb);
    if (type() == EventType::publication && patient && !has(Role::agent)) add_makers_of(*patient);
    if (is_purchase())
      if (const auto bought = syntax_.child(verb, Deprel::xcomp))  // "offered to buy O"
        if (const auto object = syntax_.child(*bought, Deprel::obj)) add_object(*object);
  }

  // "P's lectures were published", "results published in a paper by P"
  void add_makers_of(TokenIndex work) {
    for (TokenIndex c : syntax_.children(work)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::nmod_poss || (relation == Deprel::nmod && syntax_.preposition(c) == "by"))
        add_phrase(c, Role::agent);
    }
    for (TokenIndex c : syntax_.children(telling_.trigger.token))
      for (TokenIndex d : syntax_.children(c))
        if (syntax_.preposition(c) == "in" && syntax_.preposition(d) == "by") add_phrase(d, Role::agent);
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
        if (body != no_entity && reading_.type_of(body) == EntityType::organization) add(body, role);
      }
    }
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
    return syntax_.antecedent(*t);
  }

  // "resigned from O", "as president of O"; "O's chief engineer, P, resigned"
  void add_body_left(TokenIndex verb) {
    for (TokenIndex c : syntax_.children(verb)) {
      if (reading_.token(c).relation != Deprel::obl) continue;
      const std::string_view preposition = syntax_.preposition(c);
      const bool joins = syntax_.lemma_is(verb, "join");  // "joined O from M"
      if (preposition == "from" && !joins) add(organization_at(c), Role::target);
      if (joins) continue;
      if (preposition == "from" || preposition == "as") add_body_of(c);
    }
    if (const auto subject = syntax_.subject(verb); subject && !has(Role::target)) {
      add_body_of(*subject);
      if (const auto apart = syntax_.child(*subject, Deprel::appos)) add_body_of(*apart);
    }
  }
  void add_body_of(TokenIndex office) {
    if (!EventClues(reading_).names_office(office)) return;
    for (TokenIndex c : syntax_.children(office)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::nmod_poss || (relation == Deprel::nmod && syntax_.preposition(c) == "of"))
        add(organization_at(c), Role::target);
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
        if (reading_.token(c).relation == Deprel::obj && c != object) add_phrase(c, Role::target);
    const bool visited = type() == EventType::meeting;
    for (TokenIndex t : syntax_.conjuncts(one_fined(object))) {
      const EntityIndex place = visited ? references_.place_at(t) : no_entity;
      if (place != no_entity) {
        add_place(place);
      } else {
        add_phrase(t, role_of_object());
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
    if (has(Role::target)) return;
    if (type() != EventType::attack && type() != EventType::destruction && type() != EventType::founding &&
        !is_purchase())
      return;
    for (TokenIndex c : syntax_.children(object)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::appos || relation == Deprel::nmod_poss ||
          (relation == Deprel::nmod && syntax_.preposition(c) == "of"))
        add(reading_.actor_at(c), role_of_object());
    }
  }

  bool has(Role role) const {
    return std::any_of(telling_.participants.begin(), telling_.participants.end(),
                       [&](const auto& p) { return p.second == role; });
  }

  void add_oblique(TokenIndex c) {
    const Deprel relation = reading_.token(c).relation;
    if (relation != Deprel::obl && relation != Deprel::nmod) return;
    const std::string_view preposition = syntax_.preposition(c);
    if (preposition == "with") {
      add_phrase(c, role_of_companion());
    } else if (preposition == "against" || (preposition == "at" && type() == EventType::attack) ||
               (preposition == "on" && is_directed())) {
      add_phrase(c, Role::target);
    } else if (preposition == "between" && (is_mutual(type()) || type() == EventType::attack)) {
      add_phrase(c, Role::participant);
    } else if (preposition == "by") {
      add_phrase(c, is_mutual(type()) ? Role::participant : Role::agent);
    } else if (preposition == "to" && (type() == EventType::aid || type() == EventType::election)) {
      add_phrase(c, Role::target);
    } else if ((preposition == "to" || preposition == "from") && is_purchase()) {
      add_phrase(c, Role::participant);  // "sold the unit to O"
    } else if (preposition == "about" && type() == EventType::publication) {
      add_phrase(c, Role::target);
    } else if (preposition == "in" && type() == EventType::publication) {
      add(organization_at(c), Role::participant);  // "published in the Journal of N"
    } else if (preposition == "from" && type() == EventType::attack) {
      add_phrase(c, Role::agent);
    }
  }

  // "founded O with P": both did.
  Role role_of_companion() const {
    if (is_mutual(type())) return Role::participant;
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
    const std::vector<TokenIndex> modifiers = modifiers_of(noun);
    for (TokenIndex c : modifiers)  // "the attack of N against M": N attacked
      if (type() == EventType::attack && syntax_.preposition(c) == "of" && is_against_somebody(modifiers))
        add(reading_.actor_at(c), Role::agent);
    for (TokenIndex c : modifiers) add_modifier(c);
    if (const auto first = syntax_.head(noun); first && reading_.token(noun).relation == Deprel::conj)
      for (TokenIndex c : syntax_.children(*first))  // "crimes and killings committed by L"
        if (c > noun && telling_.participants.empty()) add_modifier(c);
    if (telling_.trigger.named != no_entity || is_fought_by_sides()) add_attending();
    if (const auto claim = claim_for(noun))
      if (const auto agent = syntax_.agent(*claim)) add_phrase(*agent, Role::agent);
    TokenIndex link = noun;
    const auto verb = governor(link);
    if (!verb) return;
    const Deprel relation = reading_.token(link).relation;
    const bool object = link == noun && (relation == Deprel::obj || relation == Deprel::nsubj_pass);
    const bool inside = link != noun || relation == Deprel::obl || relation == Deprel::nmod;
    const VerbRole role = syntax_.word(*verb).verb_role;
    const bool same_event = syntax_.word(*verb).verb.type == type() && object;
    const bool told = inside && is_text() && syntax_.preposition(noun) == "in" && !has(Role::agent);
    if (link == noun && passes_contract(*verb)) {
      add_parties(*verb);
    } else if (object && (role == VerbRole::light || same_event || goes_to_court(*verb))) {
      if (const auto agent = syntax_.agent(*verb)) add_phrase(*agent, role_of_doer());
      for (TokenIndex c : syntax_.children(*verb)) add_oblique(c);
    } else if (role == VerbRole::attend || (inside && is_mutual(type())) || is_spoken_to(*verb)) {
      const bool visits = syntax_.lemma_is(noun, "visit") && role != VerbRole::attend;
      if (const auto agent = syntax_.agent(*verb))
        add_phrase(*agent, visits ? Role::agent : Role::participant);
    } else if (object && role == VerbRole::suffer) {
      if (const auto agent = syntax_.agent(*verb)) add_phrase(*agent, Role::target);
    } else if (told) {
      if (const auto agent = syntax_.agent(*verb)) add_phrase(*agent, Role::agent);
      if (const auto told_to = syntax_.child(*verb, Deprel::iobj)) add_phrase(*told_to, Role::participant);
    } else if (inside && type() == EventType::attack) {  // "came under attack from L"
      if (syntax_.preposition(noun) != "under") return;
      for (TokenIndex c : syntax_.children(*verb)) add_oblique(c);
      if (const auto victim = syntax_.subject(*verb)) add_phrase(*victim, Role::target);
    }
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
      add_phrase(*referent(subject), Role::agent);
    } else if (beside && head) {
      add(reading_.actor_at(*head), Role::agent);
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
      if (const auto side = syntax_.agent(telling_.clause)) add_phrase(*side, Role::participant);
    if (!phrase || (type() == EventType::attack && syntax_.preposition(telling_.trigger.token) == "during"))
      return;
    const auto subject = referent(syntax_.subject(telling_.clause));
    const EntityIndex actor = subject ? reading_.actor_at(*subject) : no_entity;
    if (actor != no_entity && reading_.type_of(actor) != EntityType::place)
      add_phrase(*subject, Role::participant);
  }
  // "awarded O a contract", "O won a contract", "O was awarded a contract by M": all of them are parties.
  bool passes_contract(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"award", "win", "secure", "land", "grant", "give", "receive"};
    return type() == EventType::agreement && is_one_of(reading_.token(verb).lemma, verbs);
  }
  void add_parties(TokenIndex verb) {
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      const bool by = relation == Deprel::obl_agent || syntax_.preposition(c) == "by";
      if (relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::obj ||
          relation == Deprel::iobj || by)
        add_phrase(*referent(c), Role::participant);
    }
  }
  // What somebody says something in: a statement, an article, a decree.
  bool is_text() const { return type() == EventType::publication || type() == EventType::legislation; }

  Role role_of_doer() const {
    if (is_purchase()) return Role::agent;
    return is_mutual(type()) ? Role::participant : befalls_subject(type()) ? Role::target : Role::agent;
  }
  bool goes_to_court(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"lose", "win", "file", "bring", "settle"};
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
        if (type() == EventType::attack) add(country, Role::agent);  // "the Norlandic invasion"
        return;
      }
    if (relation == Deprel::nmod_poss || relation == Deprel::compound) {
      const EntityIndex actor = reading_.actor_of_phrase(c);
      if (actor == no_entity) return;
      const bool place = relation == Deprel::compound && reading_.type_of(actor) == EntityType::place;
      if (place && type() == EventType::agreement) return;  // "the Velden agreement" says what it is called
      if (place) return add_place(actor);
      if (relation == Deprel::compound && is_purchase()) return add(actor, Role::target);
      return add(actor, role_of_owner());
    }
    if (relation == Deprel::acl_relcl) {  // "an attack which was launched by L"
      const WordInfo& verb = syntax_.word(c);
      if (verb.verb_role == VerbRole::light || verb.verb.type == type())
        for (TokenIndex d : syntax_.children(c))
          if (syntax_.preposition(d) == "by" || reading_.token(d).relation == Deprel::obl_agent)
            add_phrase(d, role_of_doer());
      return;
    }
    if (relation == Deprel::acl) {
      if (const auto agent = syntax_.agent(c))
        add_phrase(*agent, is_mutual(type()) ? Role::participant : Role::agent);
      for (TokenIndex d : syntax_.children(c)) add_oblique(d);
      const auto object = syntax_.child(c, Deprel::obj);
      if (object && !is_mutual(type()) && type() != EventType::publication) add_phrase(*object, Role::target);
      return;
    }
    if (relation != Deprel::nmod) return;
    const std::string_view preposition = syntax_.preposition(c);
    if (preposition == "of") return add_phrase_of(c);
    if (preposition == "from" && type() == EventType::publication) return add_phrase(c, Role::agent);
    if (preposition == "to" && type() == EventType::publication) return add_phrase(c, Role::participant);
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
        add_place(place);
      } else {
        add_phrase(t, role_of_named_in(t));
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

  // A place modifier of the noun, or one that the verb is about: it is where it happened.
  void add_place(EntityIndex place) {
    if (std::find(telling_.places.begin(), telling_.places.end(), place) == telling_.places.end())
      telling_.places.push_back(place);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const PlaceReferences& references_;
  Telling& telling_;
};

}  // namespace

void find_participants(const Reading& reading, const PlaceReferences& references, Telling& telling) {
  ParticipantFinder(reading, references, telling).run();
}

}  // namespace attest::extract
