// Tables of words that are sorted at compile time and looked up by halving.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace attest::extract {

template <std::size_t N>
constexpr auto sorted(std::array<std::string_view, N> words) {
  std::sort(words.begin(), words.end());
  return words;
}

/// Whether a table that `sorted` made holds a word.
template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

}  // namespace attest::extract
