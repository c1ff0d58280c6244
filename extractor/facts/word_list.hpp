// Lists of words written as one string: "army navy police".
#pragma once

#include <algorithm>
#include <string_view>

namespace attest::extract {

/// Calls `function` with each word of a list.
template <class Function>
void each_word(std::string_view list, const Function& function, char separator = ' ') {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    if (end > 0) function(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

inline bool has_word(std::string_view list, std::string_view word, char separator = ' ') {
  bool found = false;
  each_word(
      list, [&](std::string_view item) { found |= item == word; }, separator);
  return found;
}

}  // namespace attest::extract
