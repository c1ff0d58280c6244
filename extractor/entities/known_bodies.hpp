// Bodies that everybody knows by name: what they are called is no place's and no person's name.
#pragma once

#include <string_view>

namespace attest::extract {

/// The folded name (fold_name), spelt out, is that of an international body, agency, movement, firm …
bool is_known_body(std::string_view folded);

/// "al qaida", "al qaeda in …": a network of bodies, folded.
bool begins_network(std::string_view folded);

/// "UN", "E.U.": an acronym of one of them, that is no word when it is written in capitals.
bool is_known_body_acronym(std::string_view surface);

}  // namespace attest::extract
