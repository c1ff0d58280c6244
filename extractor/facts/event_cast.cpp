#include <attest/extractor/facts/event_cast.hpp>

#include <algorithm>

#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/place_nouns.hpp>
#include <attest/extractor/facts/speakers.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

// Those who act or suffer in the name of what they belong to.
bool is_group(std::string_view lemma) {
  constexpr std::string_view groups[] = {
      "people",     "population", "force",      "troop",      "citizen",     "aircraft",  "warplane",
      "soldier",    "army",       "leadership", "state",      "parliament",  "chamber",   "competition",
      "resident",   "inhabitant", "positions",  "position",   "jet",         "team",      "militia",
      "helicopter", "warship",    "gunship",    "commando",   "marine",      "rebel",     "insurgent",
      "extremist",  "terrorist",  "loyalist",   "separatist", "peacekeeper", "personnel", "squad",
      "drone",      "cell",       "faction",    "panel",      "tribunal",    "movement",  "mission",
      "contingent", "regime",     "coalition",  "jury",       "network",     "wing"};
  return is_one_of(lemma, groups);
}

}  // namespace

// "P, who": the name in front, wherever the tree hangs the clause.
static std::optional<TokenIndex> person_before(const Reading& reading, TokenIndex who) {
  const TokenIndex first = reading.sentence(who).first;
  const TokenIndex end = who > first && reading.text(who - 1) == "," ? who - 1 : who;
  const Mention* mention = end > first ? reading.mention_at(end - 1) : nullptr;
  if (!mention || mention->entity == no_entity || mention->kind != MentionKind::name ||
      reading.type_of(mention->entity) != EntityType::person)
    return std::nullopt;
  return mention->head;
}

TokenIndex referent(const Reading& reading, TokenIndex t) {
  const Syntax& syntax = reading.syntax;
  if (reading.token(t).upos != Upos::PRON || reading.actor_at(t) != no_entity) return t;
  if (syntax.lemma_is(t, "who"))
    if (const auto person = person_before(reading, t)) return *person;
  TokenIndex noun = syntax.antecedent(t);
  const auto names_place = [&](TokenIndex n) {
    const EntityIndex named = reading.actor_at(n);
    return reading.is_type(named, EntityType::place);
  };
  // "a politician in the province of L, who": not L
  for (auto above = syntax.head(noun);
       above && syntax.lemma_is(t, "who") && syntax.is_noun(*above) &&
       reading.token(noun).relation == Deprel::nmod &&
       (names_place(noun) || names_place(*above) || is_site(reading.token(noun).lemma));
       above = syntax.head(noun))
    noun = *above;
  const auto said_of = syntax.child(noun, Deprel::cop) ? syntax.child(noun, Deprel::nsubj) : std::nullopt;
  return said_of && noun != t ? *said_of : noun;
}

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
  for (TokenIndex t : listed(reading_, counted(referent(reading_, head)))) {
    if (is_dateline(t) || add_office_holders(t, role)) continue;
    const EntityIndex actor = reading_.actor_of_phrase(t);
    const bool through = actor != no_entity && reading_.actor_at(t) == no_entity;
    if (through && (add_named_apart(t, role) || add_included(t, role))) {
      continue;
    } else if (through && is_own_fate(role) && reading_.type_of(actor) != EntityType::person) {
      telling_.trigger.strength = Strength::strong;  // somebody told apart, if not named
    } else if (actor != no_entity) {
      add_actor(actor, role);
      if (through) add_group(t, role);
    } else if (const EntityIndex meant = references_.place_at(t); meant != no_entity) {
      add_actor(meant, role);
    } else {
      add_unnamed(t, role);
    }
  }
}

// "the trial of O's director", "arrested two ministers of N": it befell them, not O or N.
bool Cast::is_own_fate(Role role) const {
  return role == Role::target && (type() == EventType::trial || type() == EventType::arrest ||
                                  type() == EventType::killing || type() == EventType::death);
}

// Tries what a noun or pronoun without a name may speak of, until something is found.
void Cast::add_unnamed(TokenIndex t, Role role) {
  const auto count = [&] { return telling_.participants.size() + telling_.places.size(); };
  const std::size_t before = count();
  add_group(t, role);
  add_included(t, role);
  if (count() == before) add_described(t, role);
  if (count() == before) add_owner_meant(t, role);
  if (count() == before) add_speaker_meant(t, role);
}

// "O's forces say they killed four": they.
void Cast::add_speaker_meant(TokenIndex t, Role role) {
  const Deprel relation = reading_.token(t).relation;
  const bool pronoun = syntax_.lemma_is(t, "it") || syntax_.lemma_is(t, "they");
  const auto clause = pronoun && relation == Deprel::nsubj ? syntax_.head(t) : std::nullopt;
  const auto says =
      clause && reading_.token(*clause).relation == Deprel::ccomp ? syntax_.head(*clause) : std::nullopt;
  if (!says || syntax_.word(*says).speech == Speech::none) return;
  const auto speaker = syntax_.child(*says, Deprel::nsubj);
  if (speaker && *speaker < t && reading_.token(*speaker).upos != Upos::PRON) add_phrase(*speaker, role);
}

// "Ada regrets her visit", "the firms and their agreement": the pronoun in front of the noun stands for the
// subject of its clause.
void Cast::add_owner_meant(TokenIndex t, Role role) {
  if (reading_.token(t).upos != Upos::PRON || reading_.token(t).relation != Deprel::nmod_poss) return;
  const auto subject = syntax_.subject(syntax_.clause_of(t));
  if (!subject || *subject >= t || reading_.token(*subject).upos == Upos::PRON) return;
  for (TokenIndex named : syntax_.conjuncts(*subject)) {
    const EntityIndex actor = reading_.actor_at(named);
    const bool person = reading_.is_type(actor, EntityType::person);
    const bool of_person = reading_.text(t) == "his" || reading_.text(t) == "her";
    if (actor != no_entity && (person == of_person || syntax_.lemma_is(t, "their"))) add_actor(actor, role);
  }
}

// "the two", "both sides"
bool Cast::is_definite(TokenIndex noun) const {
  for (TokenIndex c : syntax_.children(noun))
    if (reading_.token(c).relation == Deprel::det &&
        (syntax_.lemma_is(c, "the") || syntax_.lemma_is(c, "both") || syntax_.lemma_is(c, "these")))
      return true;
  return false;
}

// "the carmaker Acme", "Acme is a carmaker founded in 1901", "Ada, a painter born in L": whom the noun is
// said of; "they", "both sides": the names that were joined before.
void Cast::add_described(TokenIndex t, Role role) {
  const bool noun = reading_.token(t).upos == Upos::NOUN;
  const bool part = syntax_.child(t, Deprel::nmod).has_value();  // "two of his friends"
  if ((!noun || is_definite(t)) && !part)
    for (TokenIndex name : Speakers(reading_).together(t)) add_actor(reading_.actor_at(name), role);
  if (noun)
    for (const Bound& named : referents(reading_, t)) add_actor(named.entity, role);
}

// "dozens of villages": the villages.
TokenIndex Cast::counted(TokenIndex noun) const {
  constexpr std::string_view numbers[] = {"dozen", "hundred", "thousand", "number", "majority", "most"};
  if (!is_one_of(reading_.token(noun).lemma, numbers)) return noun;
  for (TokenIndex c : syntax_.children(noun))
    if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "of") return c;
  return noun;
}

// "five countries including N and M", "officials, including former ministers A, B and C": the persons of the
// list; where there are none, all that it names.
bool Cast::add_included(TokenIndex noun, Role role) {
  constexpr TokenIndex reach = 60;
  const TokenIndex last = std::min(syntax_.right(noun), noun + reach);
  TokenIndex t = noun + 1;
  while (t < last && reading_.text(t) != "including") ++t;
  if (t >= last) return false;
  std::vector<EntityIndex> named;
  bool persons = false;
  const TokenIndex end = std::min(reading_.sentence(noun).last, t + reach);  // a tree may cut a long list
  for (++t; t < end && !syntax_.is_verb(t) && reading_.token(t).upos != Upos::AUX; ++t) {
    const Mention* mention = reading_.mention_at(t);
    const EntityIndex entity = mention && mention->head == t ? reading_.actor_at(t) : no_entity;
    if (entity == no_entity || reading_.token(t).relation == Deprel::compound) continue;
    named.push_back(entity);
    persons |= reading_.type_of(entity) == EntityType::person;
  }
  for (EntityIndex entity : named)
    if (!persons || reading_.type_of(entity) == EntityType::person) add_actor(entity, role);
  return !named.empty();
}

// "the president of N, A": A; "the ministers of N and M": both.
bool Cast::add_office_holders(TokenIndex head, Role role) {
  if (reading_.actor_at(head) != no_entity || syntax_.word(head).noun_role != NounRole::office) return false;
  if (const EntityIndex holder = person_behind_office(reading_, head); holder != no_entity) {
    add_actor(holder, role);
    return true;
  }
  for (TokenIndex c : syntax_.children(head)) {
    if (reading_.token(c).relation != Deprel::nmod || syntax_.preposition(c) != "of") continue;
    const auto apart = syntax_.child(c, Deprel::appos);
    const EntityIndex holder = apart ? reading_.actor_at(*apart) : no_entity;
    if (reading_.is_type(holder, EntityType::person)) {
      add_actor(holder, role);
      return true;
    }
    const auto owners = syntax_.conjuncts(c);
    if (owners.size() < 2 || syntax_.child(head, Deprel::appos) || is_own_fate(role)) continue;
    for (TokenIndex t : owners) add_actor(reading_.actor_at(t), role);
    return true;
  }
  return false;
}

// "two managers, A and B"; "director A and director B", of which the tree makes appositions.
bool Cast::add_named_apart(TokenIndex head, Role role) {
  const auto apart = syntax_.child(head, Deprel::appos);
  if (!apart || reading_.actor_at(*apart) == no_entity) return false;
  if (const auto called = syntax_.child(head, Deprel::flat)) add_actor(reading_.actor_at(*called), role);
  for (TokenIndex c : syntax_.children(head)) {
    if (reading_.token(c).relation != Deprel::appos || reading_.text(c - 1) == "(") continue;
    for (TokenIndex t : syntax_.conjuncts(c))
      if (const EntityIndex named = reading_.actor_at(t); named != no_entity) add_actor(named, role);
  }
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
  constexpr std::string_view verbs[] = {"leave", "quit", "resign", "retire", "step", "depart"};
  return is_one_of(reading_.token(telling_.trigger.token).lemma, verbs);
}

// Those who are displaced, killed or arrested are people; a place among them says where.
bool Cast::is_about_people() const {
  return type() == EventType::displacement;
}

// "the people of L", "L's troops", "the villages of L and M": who acts or suffers through them is the name.
void Cast::add_group(TokenIndex head, Role role) {
  constexpr std::string_view residents[] = {"people", "population", "resident", "inhabitant"};
  const std::string& lemma = reading_.token(head).lemma;
  const bool site = is_site(lemma), members = acts_for_body(head, role);
  const bool one = reading_.token(head).penn == Penn::NN;
  if (!site && !members && (!is_group(lemma) || (one && is_own_fate(role)))) return;
  const bool from_there = type() == EventType::displacement && (site || is_one_of(lemma, residents));
  for (TokenIndex c : syntax_.children(head)) {
    const Deprel relation = reading_.token(c).relation;
    const std::string_view preposition = syntax_.preposition(c);
    const bool inside = site && role == Role::target && type() == EventType::attack && preposition == "in";
    const bool sent = members && (preposition == "from" || preposition == "at" || preposition == "for");
    const bool of = relation == Deprel::nmod && (preposition == "of" || inside || sent);
    const bool joined = relation == Deprel::amod && syntax_.child(c, Deprel::conj);  // "Dutch and U.S. jets"
    if (!of && !joined && relation != Deprel::nmod_poss && relation != Deprel::compound &&
        relation != Deprel::appos)
      continue;
    for (TokenIndex t : syntax_.conjuncts(c)) {
      const EntityIndex named = name_behind(t);
      if (named == no_entity || reading_.type_of(named) == EntityType::person) continue;
      const Entity& entity = reading_.entities.entities[named];
      const bool spot =
          entity.type == EntityType::place && entity.kind != "country" && entity.kind != "region";
      if (spot && (members || (site && role == Role::agent))) continue;  // "supporters of the monument"
      if (from_there && reading_.type_of(named) == EntityType::place) {
        add_place(named);
      } else {
        add(named, role);
        if (!site) telling_.represented.push_back(named);
      }
    }
  }
}

// "O scientists", "fighters of O", "officials from N and M": what several do for a body, it does.
bool Cast::acts_for_body(TokenIndex head, Role role) const {
  const bool own_fate = type() == EventType::appointment || type() == EventType::election ||
                        type() == EventType::founding || type() == EventType::trial ||
                        type() == EventType::birth || type() == EventType::death;
  const NounRole kind = syntax_.word(head).noun_role;
  return role != Role::target && !own_fate && reading_.token(head).penn == Penn::NNS &&
         !is_former(reading_, head) && (kind == NounRole::membership || kind == NounRole::collective);
}

// "of L", "of L village", "of the village of L"
EntityIndex Cast::name_behind(TokenIndex t) const {
  if (const EntityIndex named = reading_.actor_at(t); named != no_entity) return named;
  if (const EntityIndex meant = references_.place_at(t); meant != no_entity) return meant;
  const std::string& lemma = reading_.token(t).lemma;
  const bool body = syntax_.word(t).noun_role == NounRole::body;  // "of the space agency, O"
  if (!body && !is_site(lemma) && lemma != "force" && lemma != "troop") return no_entity;
  if (const auto apart = syntax_.child(t, Deprel::appos); apart && reading_.actor_at(*apart) != no_entity)
    return reading_.actor_at(*apart);
  for (TokenIndex c : syntax_.children(t)) {
    const Deprel relation = reading_.token(c).relation;
    const bool of = relation == Deprel::nmod && syntax_.preposition(c) == "of";
    const bool inside = relation == Deprel::compound && !(body && is_adjective_of_country(reading_, c));
    if (of || inside)
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
