// When two forms of a name can be one thing: rules on the words alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attest::extract {

using Words = std::vector<std::string>;

/// The letters spell the initials of the words, function words counted or not: "icrc", "coe", "un".
bool spells_initials(std::string_view letters, const Words& words);
/// Weaker, for a form that stands in brackets beside its expansion: every letter is found in order, the first
/// of them first, none before its word ("ecthr": European CourT of Human Rights).
bool abbreviates(std::string_view letters, const Words& words);

/// Two names of persons can be one person's: the same words in order, some left out or as initials, the last
/// (or, left out entirely, the first) in common. Generations ("jr", "ii") must not differ.
bool same_person(const Words& a, const Words& b);
/// Spelt differently, said alike: as same_person, word by word under sound_key.
bool sounds_like_person(const Words& a, const Words& b);
/// Weaker, within one text: all words of `part`, in order, none of them an initial.
bool is_part_of_name(const Words& part, const Words& whole);

/// The words of an organization's name with its countries as one word each ("@us"), sorted, without "of",
/// "the" and a "system" at the end: "Congress of the United States" and "U.S. Congress" agree.
Words organization_bag(const Words& words);
/// `part` names the organization that `whole` names in full: it leaves out only words that names are often
/// used without ("University", "Inc", a country), or is all that follows "of", or its last words.
bool is_short_organization(const Words& part, const Words& whole);

/// "republic of cuba" → "cuba", "komi republic" → "komi"; else the words.
Words without_state_form(const Words& words);

std::string join(const Words& words);

}  // namespace attest::extract
