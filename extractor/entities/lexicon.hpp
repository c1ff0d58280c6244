// General English words that names are made of: titles, and the nouns that say what a name names.
// All look-ups are of lower-case words.
#pragma once

#include <cstdint>
#include <string_view>

namespace attest::extract {

enum class Gender : std::uint8_t { unknown, male, female };

/// "president", "mr", "general": goes before a person's name and is no part of it.
bool is_title(std::string_view word);
/// "senators", "reps": a title that several share.
bool is_plural_title(std::string_view word);
/// Parts of many-word titles ("deputy", "prime", "defence") that count only before another title word.
bool is_title_modifier(std::string_view word);
/// "democrat", "tory": what members of a party are called, before their names, too.
bool is_party_member(std::string_view word);
/// Of a title or kinship noun ("mrs", "duke", "wife"), else unknown.
Gender gender_of_noun(std::string_view word);
/// "said", "told", "announced".
bool is_speech_verb(std::string_view word);
/// "wife", "son", "cousin".
bool is_kinship_noun(std::string_view word);
/// "inc", "ltd.", "gmbh": a firm's name ends with it.
bool is_firm_suffix(std::string_view word);
/// "banco", "universidad": a body's name begins with it.
bool is_leading_organization_noun(std::string_view word);
/// Of a folded forename that only men or only women bear, else unknown.
Gender gender_of_forename(std::string_view folded);
/// "jr", "iii": part of a person's name that tells generations apart.
bool is_generation(std::string_view word);
/// "king", "sir", "emperor": goes before a person's name and is often kept as part of it.
bool is_style(std::string_view word);
/// "van", "al", "bin", "oghlu": lower-case part of a person's name.
bool is_name_particle(std::string_view word);

/// "ministry", "university", "inc": names ending in (or, with "of", beginning with) it are organizations.
bool is_organization_noun(std::string_view word);
/// That, or a noun of bodies that have bodies of their own: "house", "nations".
bool is_parent_body_noun(std::string_view word);
/// "academy", "ministry": names of bodies go on with "of" and what they see to, or are of.
bool is_body_with_of(std::string_view word);
/// "ministry", "faculty": named after a field or two ("of Labour and Social Affairs").
bool is_body_of_fields(std::string_view word);
/// "army", "court", "federal": part of the names of what a state or a town has of its own.
bool is_state_organ_noun(std::string_view word);
/// "university", "inc", "party": what no state organ's name holds.
bool is_private_body_noun(std::string_view word);
/// "battle", "war", "olympics": names ending in (or, with "of", beginning with) it are events.
bool is_event_noun(std::string_view word);
/// Organization nouns that names are often used without ("Harvard [University]", "Apple [Inc]").
bool is_droppable_noun(std::string_view word);
/// What a place noun says of the name's kind ("river" → water, "airport" → facility); empty where it is none.
std::string_view place_kind(std::string_view word);
/// "province", "region": a division of a country, that its name is often used without.
bool is_division_noun(std::string_view word);
/// "republic", "kingdom": forms of state that a country's or region's full name adds to its short one.
bool is_state_form(std::string_view word);
/// "north", "upper", "greater": makes another place of a place's name.
bool is_direction(std::string_view word);

/// "of", "and", "the", "for" …: skipped when an acronym is spelled out.
bool is_function_word(std::string_view word);

}  // namespace attest::extract
