// Random small graphs with what matching has to get right: loops, parallel relationships, nodes with no label
// or with several, properties that are missing, of one type, and of many.
#pragma once

#include <cstddef>
#include <random>
#include <string_view>

#include <attest/graph/graph.hpp>

namespace attest::conformance {

// The names and values that graphs and queries draw from.
inline constexpr std::string_view kLabels[] = {"A", "B", "C"};
inline constexpr std::string_view kTypes[] = {"R", "S", "T"};
inline constexpr std::string_view kIntegerKeys[] = {"x", "y"};
inline constexpr std::string_view kTexts[] = {"", "a", "ab", "b", "ba"};
inline constexpr std::size_t kIntegers = 4;  ///< 0 … 3

inline std::size_t draw(std::mt19937_64& random, std::size_t limit) {
  return static_cast<std::size_t>(random() % limit);
}

/// Integers `x` and `y`, a text `s`, a float `w` (multiples of 0.5), and `m` of any type; each often missing.
/// Most graphs have up to six nodes and nine relationships, some three times as many, a few nothing.
Graph random_graph(std::mt19937_64& random);

}  // namespace attest::conformance
