// How large one value may grow, so that a statement that doubles a text or a list ends with an error and not
// with the machine's memory.
#pragma once

#include <cstddef>

#include <fmt/format.h>

#include <attest/graph/error.hpp>

namespace attest {

inline constexpr std::size_t kLongestText = std::size_t{1} << 28;  ///< bytes
inline constexpr std::size_t kLongestList = std::size_t{1} << 26;  ///< items, 16 bytes each

inline void check_text_size(std::size_t bytes) {
  if (bytes > kLongestText)
    throw LimitError("ValueTooLarge",
                     fmt::format("a STRING of {} bytes; the longest has {}", bytes, kLongestText));
}

inline void check_list_size(std::size_t items) {
  if (items > kLongestList)
    throw LimitError("ValueTooLarge",
                     fmt::format("a LIST of {} items; the longest has {}", items, kLongestList));
}

}  // namespace attest
