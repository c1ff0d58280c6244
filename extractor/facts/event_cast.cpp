#include <attest/extractor/facts/event_cast.hpp>

#include <algorithm>

#include <attest/extractor/one_of.hpp>

namespace attest::extract {

void Cast::add(EntityIndex entity, Role role) {
  if (entity == no_entity || reading_.type_of(entity) == EntityType::event) return;
  for (const auto& [known, as] : telling_.participants)
    if (known == entity) return;
  // Who stands in an election takes part in it, elected or not.
  if (type() == EventType::election && reading_.type_of(entity) == EntityType::person)
    role = Role::participant;
  telling_.participants.emplace_back(entity, role);
}

void Cast::add_phrase(TokenIndex head, Role role) {
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
TokenIndex Cast::counted(TokenIndex noun) const {
  constexpr std::string_view numbers[] = {"dozen", "hundred", "thousand", "number", "majority", "most"};
  if (!is_one_of(reading_.token(noun).lemma, numbers)) return noun;
  for (TokenIndex c : syntax_.children(noun))
    if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "of") return c;
  return noun;
}

// "five countries including N and M"
bool Cast::add_included(TokenIndex noun, Role role) {
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
bool Cast::add_office_holders(TokenIndex head, Role role) {
  if (reading_.actor_at(head) != no_entity || syntax_.word(head).noun_role != NounRole::office) return false;
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
EntityIndex Cast::holder_behind(TokenIndex office) const {
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
bool Cast::add_named_apart(TokenIndex head, Role role) {
  const auto apart = syntax_.child(head, Deprel::appos);
  if (!apart || reading_.actor_at(*apart) == no_entity) return false;
  for (TokenIndex t : syntax_.conjuncts(*apart))
    if (const EntityIndex named = reading_.actor_at(t); named != no_entity) add_actor(named, role);
  return true;
}

// "NAIROBI, 3 June 2014 (Reuters) - Gunmen attacked": the place of a dateline does nothing.
bool Cast::is_dateline(TokenIndex t) const {
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

void Cast::add_actor(EntityIndex actor, Role role) {
  if (actor == no_entity) return;
  const bool place = reading_.type_of(actor) == EntityType::place;
  // "became Professor of Eastern Languages": whom an office is given to is a person.
  const bool office = type() == EventType::appointment && role == Role::target;
  if (office && reading_.type_of(actor) != EntityType::person && !leaves()) return;
  if (place && role != Role::agent && is_about_people()) return add_place(actor);
  add(actor, role);
}

bool Cast::leaves() const {
  constexpr std::string_view verbs[] = {"leave", "quit",   "join", "resign", "head",
                                        "lead",  "retire", "step", "chair"};
  return is_one_of(reading_.token(telling_.trigger.token).lemma, verbs);
}

// Those who are displaced, killed or arrested are people; a place among them says where.
bool Cast::is_about_people() const {
  return type() == EventType::displacement;
}

// "the people of L", "L's troops", "the villages of L and M": who acts or suffers through them is the name.
void Cast::add_group(TokenIndex head, Role role) {
  constexpr std::string_view groups[] = {"people",     "population", "force",    "troop",       "citizen",
                                         "aircraft",   "warplane",   "soldier",  "army",        "leadership",
                                         "state",      "parliament", "chamber",  "competition", "resident",
                                         "inhabitant", "positions",  "position", "jet",         "team"};
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
EntityIndex Cast::name_behind(TokenIndex t) const {
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

bool Cast::has(Role role) const {
  return std::any_of(telling_.participants.begin(), telling_.participants.end(),
                     [&](const auto& p) { return p.second == role; });
}

// A place modifier of the noun, or one that the verb is about: it is where it happened.
void Cast::add_place(EntityIndex place) {
  if (std::find(telling_.places.begin(), telling_.places.end(), place) == telling_.places.end())
    telling_.places.push_back(place);
}

}  // namespace attest::extract
