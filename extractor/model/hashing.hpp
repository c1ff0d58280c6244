// Hashes of strings and features. They are part of the model files' format: changing one means retraining.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace attest::extract {

static_assert(std::endian::native == std::endian::little, "model files are read in place, little-endian");

/// Finalizer of splitmix64 (Steele, Lea & Flood 2014).
constexpr std::uint64_t mix(std::uint64_t h) {
  h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9ULL;
  h = (h ^ (h >> 27)) * 0x94D049BB133111EBULL;
  return h ^ (h >> 31);
}

constexpr std::uint64_t combine(std::uint64_t h, std::uint64_t value) {
  return (std::rotl(h, 23) ^ value) * 0x9E3779B97F4A7C15ULL;
}

inline std::uint64_t hash_of(std::string_view s) {
  std::uint64_t h = 0x2545F4914F6CDD1DULL ^ s.size();
  while (s.size() >= 8) {
    std::uint64_t word;
    std::memcpy(&word, s.data(), 8);
    h = combine(h, word);
    s.remove_prefix(8);
  }
  std::uint64_t tail = 0;
  if (!s.empty()) std::memcpy(&tail, s.data(), s.size());
  return mix(combine(h, tail));
}

/// A feature: which template, and the values that fill it.
template <class... Values>
constexpr std::uint64_t feature(std::uint64_t id, Values... values) {
  std::uint64_t h = id * 0xD6E8FEB86659FD93ULL;
  ((h = combine(h, static_cast<std::uint64_t>(values))), ...);
  return mix(h);
}

}  // namespace attest::extract
