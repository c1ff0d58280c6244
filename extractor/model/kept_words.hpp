// What the network computes of a word without context, kept from sentence to sentence and from document to
// document. It saves time and changes no result.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace attest::extract {

/// Belongs to one reader.
class KeptWords {
 public:
  static constexpr std::size_t most = 16384;  ///< words

  std::size_t size() const { return places_.size(); }
  /// Forgets all words where `count` more might be too many: documents repeat what they said a while ago.
  /// Says whether it did.
  bool make_room(std::size_t count) {
    if (size() + count <= most) return false;
    places_.clear();
    values_.clear();
    return true;
  }
  /// Forgets all words where an exception came between a word's place and its `width` values.
  void drop_unfinished(std::size_t width) {
    if (values_.size() == size() * width) return;
    places_.clear();
    values_.clear();
  }
  /// The place of a word by the hash of its form, from 0; a new word takes the next place.
  std::uint32_t place(std::uint64_t form) {
    return places_.try_emplace(form, static_cast<std::uint32_t>(size())).first->second;
  }
  /// Values of all words, [size()][width of the caller's choice].
  std::vector<std::int16_t>& values() { return values_; }
  const std::vector<std::int16_t>& values() const { return values_; }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> places_;
  std::vector<std::int16_t> values_;
};

}  // namespace attest::extract
