// Named runs of bytes in the file, cut into parts that each carry a checksum (CRC-32).
#pragma once

#include <concepts>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

#include <attest/graph/store/sqlite.hpp>

namespace attest::store {

std::uint32_t checksum(std::span<const char> bytes, std::uint32_t seed = 0);
inline std::uint32_t checksum(std::string_view text, std::uint32_t seed = 0) {
  return checksum(std::span<const char>(text.data(), text.size()), seed);
}

void drop_segments(const Database& database, std::string_view group);
/// Writes `bytes` under GROUP and NAME, which must be new.
void put_segment(const Database& database, std::string_view group, std::string_view name,
                 std::span<const char> bytes);
/// Fills `into`. Throws StoreError where the segment is missing, of another size, or not what was written.
void get_segment(const Database& database, std::string_view group, std::string_view name,
                 std::span<char> into);
/// The same for a segment of unknown size; empty where there is none.
std::vector<char> get_segment(const Database& database, std::string_view group, std::string_view name);

template <class T>
requires std::is_trivially_copyable_v<T>
void put_array(const Database& database, std::string_view group, std::string_view name,
               std::span<const T> array) {
  put_segment(database, group, name, {reinterpret_cast<const char*>(array.data()), array.size_bytes()});
}

template <class T>
requires std::is_trivially_copyable_v<T> std::vector<T> get_array(const Database& database,
                                                                  std::string_view group,
                                                                  std::string_view name, std::size_t size) {
  std::vector<T> array(size);
  get_segment(database, group, name, {reinterpret_cast<char*>(array.data()), size * sizeof(T)});
  return array;
}

}  // namespace attest::store
