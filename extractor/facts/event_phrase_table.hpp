// The tables of phrases that tell of events (event_verb_phrases.cpp, event_noun_phrases.cpp): verbs with what
// stands beside them, and nouns with what they are of.
#pragma once

#include <span>
#include <string_view>

#include <attest/extractor/facts/lexicon.hpp>

namespace attest::extract {

// Lists of words are lemmas, parted by spaces; a word in capitals is a class of words: PERSON, ORG and PLACE
// are named ones (a PERSON also "she", "the manager"), OFFICE and BODY nouns of offices and organizations, IT
// a thing with a name that is no actor or the pronoun, ANY whatever stands there.

/// A verb with what stands beside it: "filed for bankruptcy", "took command", "stabbed to death".
struct VerbPhrase {
  EventType type;
  Strength strength;
  std::string_view verbs;  ///< with their particle where they have one: "take-over"
  /// How `nouns` hang on the verb: "object", "subject", "complement" (what the object is made, or the
  /// infinitive of the verb), "clause", prepositions ("in|on"); empty where nothing need stand there.
  std::string_view link;
  std::string_view nouns;
  std::string_view subjects;      ///< who does it; empty for any
  std::string_view objects = {};  ///< to whom it is done, beside a preposition; empty for any
};

/// A noun with what it is of: "the sale of the company", "a prison term".
struct NounPhrase {
  EventType type;
  Strength strength;
  std::string_view nouns;
  std::string_view link;  ///< prepositions and "modifier", for a word before the noun: "modifier|by|of"
  std::string_view others;
};

std::span<const VerbPhrase> verb_phrases();
std::span<const NounPhrase> noun_phrases();

}  // namespace attest::extract
