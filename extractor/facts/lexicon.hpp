// General English words that carry facts: verbs and nouns of speech, of each type of event, offices, kinship,
// membership. Keyed by lower-case lemma; the tables are in lexicon.cpp and event_words.cpp.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace attest::extract {

/// Types of events, in the order of the ontology.
enum class EventType : std::uint8_t {
  none,
  attack,
  blockade,
  displacement,
  killing,
  arrest,
  trial,
  agreement,
  meeting,
  protest,
  election,
  appointment,
  founding,
  dissolution,
  destruction,
  aid,
  legislation,
  publication,
  deployment,
  birth,
  death,
  other
};
std::string_view name_of(EventType type);

/// How surely a word tells of an event of its type.
enum class Strength : std::uint8_t {
  strong,   ///< alone
  weak,     ///< with a named participant, a date or a place
  argument  ///< only with an object (or complement) of the fitting kind
};

struct Trigger {
  EventType type = EventType::none;
  Strength strength = Strength::strong;
};

/// What a speech verb makes of the statement that depends on it.
enum class Speech : std::uint8_t {
  none,
  say,     ///< say, write, claim
  find,    ///< find, show: speech where a body or a document is the subject
  deny,    ///< deny, reject
  accuse,  ///< accuse X of Y
  label,   ///< call X Y, describe X as Y, call for X
  urge     ///< urge X to, demand
};

/// What a verb means for arguments and relations, apart from events.
enum class VerbRole : std::uint8_t {
  none,
  light,   ///< the event is in its object: launch, carry out, hold
  attend,  ///< its subject takes part in the event of its object: attend, join
  suffer,  ///< its subject suffers the event of its object: undergo, survive
  happen   ///< the event is its subject: take place, occur
};

enum class NounRole : std::uint8_t {
  none,
  office,      ///< president, minister, spokesman: HOLDS_POSITION
  membership,  ///< member, employee, soldier: MEMBER_OF
  kin_parent,
  kin_child,
  kin_spouse,
  kin_sibling,
  kin_other,
  body,        ///< ministry, army, council: an organ of something
  collective,  ///< officials, authorities, sources: speak for the name they go with
  region,      ///< village, city, province …
  citizen,
  resident,
  native,
  founder
};

struct WordInfo {
  Trigger verb;  ///< as a verb
  Trigger noun;  ///< as a noun
  Speech speech = Speech::none;
  Speech speech_noun = Speech::none;
  VerbRole verb_role = VerbRole::none;
  NounRole noun_role = NounRole::none;
  bool negation = false;
};

/// What is known of a word; an empty WordInfo for one that is not listed. `lemma` in any case.
const WordInfo& word_info(std::string_view lemma);

/// Nouns that make a verb of Strength::argument an event of a type when they are its object: ("road",
/// blockade).
bool fits_as_object(EventType type, std::string_view noun_lemma);

// Filled by event_words.cpp, read by lexicon.cpp.
struct EventWords {
  EventType type;
  Strength strength;
  std::string_view verbs;
  std::string_view nouns;
};
const std::vector<EventWords>& event_words();
const std::vector<std::pair<EventType, std::string_view>>& event_objects();

/// Kinds of firms and of other bodies that a place is said to have: "the Oslo retailer".
bool is_firm_noun(std::string_view lemma);

}  // namespace attest::extract
