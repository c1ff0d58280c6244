// Countries by name: what everybody knows to be one and the same state.
#pragma once

#include <string_view>

namespace attest::extract {

/// A code for the state that the folded name (fold_name) stands for: its ISO 3166-1 alpha-2 code, or one that
/// begins with 'h' for a state of the past and with 'x' for one that few others recognize. Empty where the
/// name is no state's, or could be two states'. A region and the state proclaimed in it have two codes, and
/// so has a state whose new name is not its old one's translation: a text that means one says so.
std::string_view country_code(std::string_view folded);

/// Whether a state's folded name begins so.
bool begins_country(std::string_view folded);

/// The folded acronym has the initials of one of the names of the state of that code, function words ("of",
/// "and") left out: "uae" of the United Arab Emirates.
bool abbreviates_country(std::string_view acronym, std::string_view code);

/// The name of a state's capital, by which its government is called, too; folded.
bool is_capital(std::string_view folded);

}  // namespace attest::extract
