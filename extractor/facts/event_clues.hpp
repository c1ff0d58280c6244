// What verbs and nouns that may tell of events are judged by; shared by the finders of both.
#pragma once

#include <optional>
#include <string_view>

#include <attest/extractor/facts/events.hpp>

namespace attest::extract {

class EventClues {
 public:
  explicit EventClues(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  /// Whether a clause is told as having happened: not denied, conditioned, questioned or only wished.
  bool is_stated(TokenIndex clause) const;
  /// Whether an attack or a killing is told in the sentence of a death, or before it where several died.
  bool near_violence(TokenIndex t) const;
  /// "a woman", "the requirements": one thing or person that nobody names.
  bool is_unnamed(TokenIndex noun) const;
  /// A named person, "she", "the manager".
  bool is_personal(TokenIndex t) const;
  /// "president", "Mayor N": an office, or a name with its title.
  bool names_office(TokenIndex t) const;
  /// Whether a verb is about an office, or about a person who may have one.
  bool about_office(TokenIndex verb) const;
  /// "became president", "served as minister", "was named director", "was sworn in", "took over as director".
  bool takes_office(TokenIndex t) const;
  /// "P retired", "P joined O", "enlisted in the army": a person's own coming and going.
  bool changes_service(TokenIndex t) const;
  /// "found guilty", "went bankrupt", "shot dead": an adjective behind the verb.
  bool is_said_of(TokenIndex verb, std::string_view adjective) const;
  /// The last word of a name, which says what it is ("N Space Telescope"); of another word its text.
  std::string_view last_word_of(TokenIndex t) const;

 private:
  bool is_own_promise(TokenIndex clause, TokenIndex modal) const;
  bool is_announced(TokenIndex clause, TokenIndex modal) const;
  bool is_wish(TokenIndex clause) const;
  bool is_asked_for(TokenIndex clause) const;
  bool is_only_able(TokenIndex clause) const;
  bool is_stated_verb(TokenIndex verb) const;
  bool dies_among_others(TokenIndex t) const;
  bool says_disease(TokenIndex t) const;
  bool is_as_office(TokenIndex t) const;
  bool is_praise(TokenIndex t) const;

  const Reading& reading_;
  const Syntax& syntax_;
};

/// Whether a verb that may tell of an event means something else here: "demonstrated that", "charged fees".
bool means_something_else(const Reading& reading, TokenIndex verb);

/// The event that a verb, or a noun, tells of; none where it denies, asks or only wishes it.
std::optional<EventTrigger> trigger_of_verb(const Reading& reading, TokenIndex verb);
std::optional<EventTrigger> trigger_of_noun(const Reading& reading, TokenIndex noun);

}  // namespace attest::extract
