// Who a noun phrase of an event's clause speaks of: a name, those joined or apposed to it, the holder of an
// office, the name that a group belongs to ("the people of L").
#pragma once

#include <attest/extractor/facts/events.hpp>

namespace attest::extract {

/// What a relative pronoun stands for: "P, who died", "P is a politician who served": P; else `t` itself.
TokenIndex referent(const Reading& reading, TokenIndex t);

/// Adds to one telling those who took part and where; each once, in the role that it is first given.
class Cast {
 public:
  Cast(const Reading& reading, const PlaceReferences& references, Telling& telling)
      : reading_(reading), syntax_(reading.syntax), references_(references), telling_(telling) {}

  void add(EntityIndex entity, Role role);
  /// All that the phrase of `head` speaks of.
  void add_phrase(TokenIndex head, Role role);
  /// Where the event happened.
  void add_place(EntityIndex place);
  bool has(Role role) const;
  /// Whether the verb is of coming to a body or leaving it: "joined O", "resigned".
  bool leaves() const;

 private:
  EventType type() const { return telling_.trigger.type; }
  TokenIndex counted(TokenIndex noun) const;
  bool add_included(TokenIndex noun, Role role);
  bool add_office_holders(TokenIndex head, Role role);
  bool add_named_apart(TokenIndex head, Role role);
  bool is_dateline(TokenIndex t) const;
  void add_actor(EntityIndex actor, Role role);
  bool is_about_people() const;
  void add_group(TokenIndex head, Role role);
  bool is_own_fate(Role role) const;
  void add_unnamed(TokenIndex t, Role role);
  void add_speaker_meant(TokenIndex t, Role role);
  void add_owner_meant(TokenIndex t, Role role);
  bool acts_for_body(TokenIndex head, Role role) const;
  bool is_definite(TokenIndex noun) const;
  void add_described(TokenIndex head, Role role);
  EntityIndex name_behind(TokenIndex t) const;

  const Reading& reading_;
  const Syntax& syntax_;
  const PlaceReferences& references_;
  Telling& telling_;
};

}  // namespace attest::extract
