// openCypher in colours.
#pragma once

#include <string>
#include <string_view>

namespace attest::shell {

/// The text with escape sequences for keywords, labels and types, strings, numbers, parameters and comments.
/// Text that is not openCypher, or not yet whole, keeps every character, too.
std::string highlighted(std::string_view text);

}  // namespace attest::shell
