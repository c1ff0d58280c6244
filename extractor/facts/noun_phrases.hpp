// Who a common noun like "president", "member" or "wife" is said of, and what of.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {

/// A name bound to a noun, with the tokens that say so.
struct Bound {
  EntityIndex entity = no_entity;
  TokenIndex token = 0;          ///< of the name
  std::string_view preposition;  ///< "of", "from" …; "'s" of a possessive; "" of a modifier in front
  bool former = false;           ///< the predicate is in the past
  float confidence = 0;
  bool nationality = false;  ///< an adjective ("Norwegian") that points to the country
};

/// First token of the base noun phrase of a noun: its determiner and modifiers in front.
TokenIndex phrase_start(const Reading& reading, TokenIndex noun);

/// A verb that makes a clause: not "ruling" of "the ruling party" nor "including".
bool opens_clause(const Reading& reading, TokenIndex t);

/// A noun phrase and what is joined to it; also the middle ones of "A, B and C" that a tree takes for
/// appositions.
std::vector<TokenIndex> listed(const Reading& reading, TokenIndex t);

/// The organizations of a list that begins with one, by the words alone: "O, P and Q", "O in L (1990), P in M
/// and at Q". Tokens of their names, the first included.
std::vector<TokenIndex> bodies_listed(const Reading& reading, TokenIndex first);

/// The place of a phrase: "Graz", "the city of Graz", "the north of Austria"; no_entity where it is none.
EntityIndex place_of_phrase(const Reading& reading, TokenIndex head);

/// The place of the phrase that begins at a token: "L", "the village of L"; nullptr where it is of none.
const Mention* place_phrase_from(const Reading& reading, TokenIndex t, TokenIndex end);

/// The places that a list names from a token on, up to `end`: "A, B and C".
std::vector<const Mention*> places_from(const Reading& reading, TokenIndex t, TokenIndex end);

/// The persons, places and organizations that a noun phrase or pronoun speaks of, its conjuncts included: by
/// name, as a relative pronoun ("A, who left"), or as a noun that the sentence says of one ("A is a painter
/// who left": the painter is A).
std::vector<Bound> referents(const Reading& reading, TokenIndex t);

/// The persons that a noun is a title, an apposition or a predicate of: "President P", "P, the president of
/// …", "P is the president", "the president is P", "P was named president". Members and founders may be
/// organizations and states, too.
std::vector<Bound> holders_of(const Reading& reading, TokenIndex noun);

/// The person whose name ends the phrase of an office, where the tree hangs it elsewhere: "the Secretary of
/// State P"; no_entity where none does.
EntityIndex person_behind_office(const Reading& reading, TokenIndex office);

/// The title in front of a person's name, also of a list that shares it: "King P", "Presidents P of L and Q
/// of M".
std::optional<TokenIndex> title_before(const Reading& reading, const Mention& name);

/// The places and organizations that a noun belongs to: "president of O", "O's president", "O president",
/// "the Norwegian president".
std::vector<Bound> owners_of(const Reading& reading, const Demonyms& demonyms, TokenIndex noun);

/// The bodies that a noun of a part is of: "the board of directors of O", "O's council", "the O board".
std::vector<Bound> bodies_of_unit(const Reading& reading, TokenIndex noun);

/// The verb of "served for years at O, including as counsel" above "counsel"; nothing where no such verb is.
std::optional<TokenIndex> verb_including(const Reading& reading, TokenIndex noun);

/// The noun with its modifiers, names left out: "assistant to the president", "foreign minister".
std::string title_of(const Reading& reading, TokenIndex noun);

/// "poet", "physicist": a noun that is said of persons.
bool is_person_noun(const Reading& reading, TokenIndex noun);

/// A name of what a state or a town has of its own, like a ministry or a court: not of its universities,
/// parties and newspapers.
bool is_state_organ(const Reading& reading, const Mention& mention);

/// A name of a school, a hospital, a laboratory: of a body that stands in one place.
bool has_fixed_seat(const Reading& reading, const Mention& mention);

/// Part of a longer name ("Defense Minister's Cup"), no word of its own.
bool inside_name(const Reading& reading, TokenIndex t);

/// "former president", "ex-wife".
bool is_former(const Reading& reading, TokenIndex noun);

}  // namespace attest::extract
