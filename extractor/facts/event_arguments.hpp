// Who took part in an event, and how: what the readers of verbs and of nouns share.
#pragma once

#include <attest/extractor/facts/event_cast.hpp>

namespace attest::extract {

/// Meetings and agreements have equal sides.
bool is_mutual(EventType type);
/// The one it happens to is the subject of the verb: "X was born", "X died".
bool befalls_subject(EventType type);
/// One buys, the other is bought: "acquired", "the takeover of", "agreed to buy".
bool is_purchase(const Reading& reading, const EventTrigger& trigger);
/// "the war of", "the campaign": the nouns of an attack that has sides.
bool is_fought_by_sides(const Reading& reading, const EventTrigger& trigger);

/// One goes, to others: "P's visit to N", "the trip".
bool is_visit(const Reading& reading, const EventTrigger& trigger);
/// What somebody says something in: a statement, an article, a decree.
bool is_text(EventType type);
/// The part of who does it, whatever the type.
Role role_of_doer(const Reading& reading, const EventTrigger& trigger);

/// The organization that a token names, if it names one.
EntityIndex organization_at(const Reading& reading, TokenIndex t);

/// Adds those of a phrase with a preposition that hangs on the verb or noun, in the role that the preposition
/// gives: "with N", "against N", "by N".
void add_oblique(const Reading& reading, const EventTrigger& trigger, Cast& cast, TokenIndex phrase);

void find_arguments_of_verb(const Reading& reading, const PlaceReferences& references, Telling& telling);
/// What hangs on the noun only; find_arguments_of_noun reads that too.
void find_modifiers_of_noun(const Reading& reading, const PlaceReferences& references, Telling& telling);
void find_arguments_of_noun(const Reading& reading, const PlaceReferences& references, Telling& telling);

}  // namespace attest::extract
