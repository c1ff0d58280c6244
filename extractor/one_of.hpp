// Membership in a few characters or words that stand in the code.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace attest::extract {

/// Whether a byte is among `characters`; NUL is so only where it is named (std::strchr always finds it).
inline bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != std::string_view::npos;
}

inline bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace attest::extract
