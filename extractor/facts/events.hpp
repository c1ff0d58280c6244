// Events: occurrences of the ontology's types, told by a verb or a noun or named, each once however often
// the document tells of it.
//
//   find_triggers → describe (who, where, how sure) → date → carry dates on → merge
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <attest/extractor/facts/place_references.hpp>
#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {

/// A word that tells of an event.
struct EventTrigger {
  EventType type = EventType::none;
  Strength strength = Strength::strong;  ///< `argument`: told only with a date
  TokenIndex token = 0;
  bool nominal = false;
  EntityIndex named = no_entity;  ///< of a named event: its entity
  Span span;                      ///< of the name; else of the token
};

constexpr TokenIndex no_token = ~TokenIndex{0};

/// Tense of a clause, as far as it matters to when it happened.
enum class Tense : std::uint8_t {
  none,        ///< no finite verb
  past,        ///< "fled", "was killed"
  perfect,     ///< "has fled"
  pluperfect,  ///< "had fled"
  present,
  future
};

/// One telling of an event.
struct Telling {
  EventTrigger trigger;
  TokenIndex clause = 0;  ///< verb (or predicate) of the clause that it is told in
  std::vector<std::pair<EntityIndex, Role>> participants;
  std::vector<EntityIndex> represented;  ///< participants told through others: "U.S. troops"
  std::vector<EntityIndex> places;
  std::string date;
  bool date_carried = false;  ///< only the month that the narrative around has reached
  std::string modality;
  TokenIndex object = no_token;   ///< head of what the verb is done to: "signed an *agreement*"
  TokenIndex setting = no_token;  ///< an event that it was part of: "killed during the *attack*"
  bool generic = false;           ///< "stars are born": what happens always, to nobody named
  bool finished = false;  ///< "police charged five men": told by a verb as done to somebody, past tense
  bool timed = false;     ///< "on Monday", "yesterday": a day that need not be known
  bool definite = false;  ///< "the attack", "this meeting": may point back
  Span evidence;
  float confidence = 0;
};

/// Words that may tell of an event, in text order; those that deny, condition or only wish it are left out.
std::vector<EventTrigger> find_triggers(const Reading& reading);

/// Births and deaths told by dates behind a name: "X (31 October 1950 – 31 March 2016)".
std::vector<Telling> find_life_dates(const Reading& reading);

Telling describe(const Reading& reading, const PlaceReferences& references, const EventTrigger& trigger);

/// Adds to a telling who took part, and the places that are objects of its verb.
void find_participants(const Reading& reading, const PlaceReferences& references, Telling& telling);

/// Adds to a telling the places where it happened. Its participants are known already.
void find_places(const Reading& reading, const PlaceReferences& references, Telling& telling);

/// Violence told in one sentence happened in one place: what has none takes that of what is told before it.
/// `tellings` in text order.
void share_places(const Reading& reading, std::vector<Telling>& tellings);

/// Tense of the finite verb of a clause; of one without, that of the clause above.
Tense tense_of(const Reading& reading, TokenIndex clause);

/// Whether a clause is bound to the one above by "after", "before", "since" or "until": "they fled after the
/// bridge was destroyed", "dismissed him two weeks after a crash killed four".
bool has_other_time(const Reading& reading, TokenIndex clause);

/// The date that the sentence of a telling gives it; empty where it gives none.
std::string date_told(const Reading& reading, const Telling& telling);

/// A verb that tells of several places, each with its own date, tells of as many events: "attacked L on 5 May
/// and M on 7 May". Keeps the order.
void split_itineraries(const Reading& reading, std::vector<Telling>& tellings);

/// The date of the visit in whose course a meeting without a date was held; empty where it was on none.
/// `before`: the tellings in front of it, in text order, with the dates they are known to have.
std::string date_of_visit(const Reading& reading, std::span<const Telling> before, const Telling& telling);

/// Dates for tellings without one, from the narrative around: what is told in the past tense goes on at the
/// time told last; the lead of a dated news item tells of the days before its date. `tellings` in text order.
void carry_dates(const Reading& reading, std::vector<Telling>& tellings);

/// Places that the name of a named event says: "the Battle of N", "the N Games".
std::vector<EntityIndex> places_in_name(const Reading& reading, EntityIndex event);

/// Whether a telling has what a trigger of its strength needs to count.
bool is_told(const Telling& telling);

/// What an event is called where it has no name of its own: "attack on Sudland", "Norland invaded Sudland".
/// Never just the word that tells of it.
std::string describe_in_words(const Reading& reading, const Telling& telling);

/// Tellings of one occurrence become one event.
std::vector<Event> merge_tellings(const Reading& reading, std::vector<Telling> tellings);

std::vector<Event> find_events(const Reading& reading);

}  // namespace attest::extract
