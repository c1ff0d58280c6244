// Countries by name: what everybody knows to be one and the same state.
#pragma once

#include <string_view>

namespace attest::extract {

/// A code for the state that the folded name (fold_name) stands for: its ISO 3166-1 alpha-2 code, or one that
/// begins with 'h' for a state of the past. Empty where the name is no state's, or could be two states'.
std::string_view country_code(std::string_view folded);

}  // namespace attest::extract
