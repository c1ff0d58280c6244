#include <attest/extractor/facts/event_arguments.hpp>

#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

// "founded O with P": both did.
Role role_of_companion(EventType type) {
  if (is_mutual(type) || type == EventType::trial || type == EventType::appointment) return Role::participant;
  return type == EventType::founding || type == EventType::publication ? Role::agent : Role::target;
}

// "declared war on N", "imposed sanctions on N"
bool is_directed(const EventTrigger& trigger) {
  return trigger.nominal && (trigger.type == EventType::attack || trigger.type == EventType::legislation);
}

// Troops that are deployed, and people who go, without anybody named who sends them do it themselves.
void settle_deployed(const Reading& reading, Telling& telling) {
  if (telling.trigger.type != EventType::deployment || telling.trigger.nominal) return;
  auto& cast = telling.participants;
  if (std::any_of(cast.begin(), cast.end(), [](const auto& p) { return p.second == Role::agent; })) return;
  const bool goes = reading.syntax.child(telling.trigger.token, Deprel::nsubj).has_value();
  for (auto& [entity, role] : cast) {
    const EntityType type = reading.type_of(entity);
    if (role == Role::target && (type == EntityType::organization || (type == EntityType::person && goes)))
      role = Role::agent;
  }
}

}  // namespace

bool is_mutual(EventType type) {
  return type == EventType::meeting || type == EventType::agreement;
}

bool befalls_subject(EventType type) {
  return type == EventType::birth || type == EventType::death;
}

bool is_purchase(const Reading& reading, const EventTrigger& trigger) {
  constexpr std::string_view words[] = {"acquire", "buy",         "purchase", "sell", "take",
                                        "offer",   "acquisition", "takeover", "bid",  "buyout"};
  if (trigger.type != EventType::agreement) return false;
  const auto agreed = reading.syntax.child(trigger.token, Deprel::xcomp);  // "agreed to buy O"
  return is_one_of(reading.token(trigger.token).lemma, words) ||
         (agreed && is_one_of(reading.token(*agreed).lemma, words));
}

bool is_fought_by_sides(const Reading& reading, const EventTrigger& trigger) {
  constexpr std::string_view nouns[] = {"war",         "battle",     "clash",    "conflict",  "fighting",
                                        "hostilities", "expedition", "campaign", "operation", "offensive"};
  return is_one_of(lower_case(reading.token(trigger.token).lemma), nouns);
}

bool is_visit(const Reading& reading, const EventTrigger& trigger) {
  constexpr std::string_view nouns[] = {"visit", "trip", "tour", "pilgrimage", "stopover", "stay"};
  return is_one_of(reading.token(trigger.token).lemma, nouns);
}

bool is_text(EventType type) {
  return type == EventType::publication || type == EventType::legislation;
}

Role role_of_doer(const Reading& reading, const EventTrigger& trigger) {
  if (is_purchase(reading, trigger) || is_visit(reading, trigger)) return Role::agent;
  if (is_mutual(trigger.type)) return Role::participant;
  return befalls_subject(trigger.type) ? Role::target : Role::agent;
}

EntityIndex organization_at(const Reading& reading, TokenIndex t) {
  const EntityIndex actor = reading.actor_at(t);
  const bool body = reading.is_type(actor, EntityType::organization);
  return body ? actor : no_entity;
}

void add_oblique(const Reading& reading, const EventTrigger& trigger, Cast& cast, TokenIndex phrase) {
  const Deprel relation = reading.token(phrase).relation;
  if (relation != Deprel::obl && relation != Deprel::nmod) return;
  const EventType type = trigger.type;
  const std::string_view preposition = reading.syntax.preposition(phrase);
  if (preposition == "with") {
    cast.add_phrase(phrase, role_of_companion(type));
  } else if (preposition == "against" || (preposition == "at" && type == EventType::attack) ||
             (preposition == "on" && is_directed(trigger))) {
    cast.add_phrase(phrase, Role::target);
  } else if (preposition == "between" && (is_mutual(type) || type == EventType::attack)) {
    cast.add_phrase(phrase, Role::participant);
  } else if (preposition == "at" && type == EventType::meeting &&
             reading.syntax.lemma_is(phrase, "invitation")) {
    for (TokenIndex c : reading.syntax.children(phrase))  // "at the invitation of P"
      if (reading.syntax.preposition(c) == "of" || reading.token(c).relation == Deprel::nmod_poss)
        cast.add_phrase(c, Role::participant);
  } else if (preposition == "by") {
    cast.add_phrase(phrase, is_mutual(type) ? Role::participant : Role::agent);
  } else if (preposition == "to" && (type == EventType::aid || type == EventType::election)) {
    cast.add_phrase(phrase, Role::target);
  } else if ((preposition == "to" || preposition == "from") && is_purchase(reading, trigger)) {
    cast.add_phrase(phrase, Role::participant);  // "sold the unit to O"
  } else if (type == EventType::publication &&
             (preposition == "about" ||
              (preposition == "to" && reading.syntax.lemma_is(trigger.token, "tweet")))) {
    cast.add_phrase(phrase, Role::target);
  } else if (preposition == "in" && type == EventType::publication) {
    const bool handed_in = reading.syntax.lemma_is(trigger.token, "submit");
    cast.add(organization_at(reading, phrase),  // "published in the Journal of N"
             handed_in ? Role::participant : Role::agent);
  } else if (preposition == "from" && type == EventType::attack) {
    cast.add_phrase(phrase, Role::agent);
  }
}

void find_participants(const Reading& reading, const PlaceReferences& references, Telling& telling) {
  const auto find = telling.trigger.nominal ? find_arguments_of_noun : find_arguments_of_verb;
  find(reading, references, telling);
  settle_deployed(reading, telling);
}

}  // namespace attest::extract
