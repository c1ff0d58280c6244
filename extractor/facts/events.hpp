// Events: occurrences of the ontology's types, told by a verb or a noun or named, each once however often
// the document tells of it.
//
//   find_triggers → describe (who, where, when, how sure) → merge
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {

/// A word that tells of an event.
struct EventTrigger {
  EventType type = EventType::none;
  Strength strength = Strength::strong;
  TokenIndex token = 0;
  bool nominal = false;
  EntityIndex named = no_entity;  ///< of a named event: its entity
  Span span;                      ///< of the name; else of the token
};

/// One telling of an event.
struct Telling {
  EventTrigger trigger;
  TokenIndex clause = 0;  ///< verb (or predicate) of the clause that it is told in
  std::vector<std::pair<EntityIndex, Role>> participants;
  std::vector<EntityIndex> places;
  std::string date;
  std::string modality;
  bool definite = false;  ///< "the attack", "this meeting": may point back
  Span evidence;
  float confidence = 0;
};

/// Words that may tell of an event, in text order; those that deny, condition or only wish it are left out.
std::vector<EventTrigger> find_triggers(const Reading& reading);

/// Births and deaths told by dates behind a name: "X (31 October 1950 – 31 March 2016)".
std::vector<Telling> find_life_dates(const Reading& reading);

Telling describe(const Reading& reading, const EventTrigger& trigger);

/// Whether a telling has what a trigger of its strength needs to count.
bool is_told(const Telling& telling);

/// Tellings of one occurrence become one event.
std::vector<Event> merge_tellings(const Reading& reading, std::vector<Telling> tellings);

std::vector<Event> find_events(const Reading& reading);

}  // namespace attest::extract
