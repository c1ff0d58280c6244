// Whose name stands beside a noun of an office, a membership or kinship: behind it, in front of it, in a
// list.
#pragma once

#include <vector>

#include <attest/extractor/facts/noun_phrases.hpp>

namespace attest::extract {

/// Whether an entity can be what a noun says: persons; of members and founders organizations and states, too.
bool can_hold(const Reading& reading, TokenIndex noun, EntityIndex entity);

/// The name over a token, where what it names can be what the noun says; else null.
const Mention* holder_name_at(const Reading& reading, TokenIndex noun, TokenIndex t);

/// The names beside a noun that it is said of: "President P", "the president, P,", "P, the president of O",
/// "P (president of O)", "sons A, B and C".
std::vector<Bound> names_beside(const Reading& reading, TokenIndex noun);
/// Only those in front of it, by the words where the tree does not say: "P, president and chairman of O".
std::vector<Bound> names_in_front(const Reading& reading, TokenIndex noun);

/// "the daughter of General P", "an aide to Minister P": the name tells whose, not who.
bool is_owners_name(const Reading& reading, TokenIndex noun, const Mention& mention);

}  // namespace attest::extract
