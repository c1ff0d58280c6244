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

  /// Each word is to have `width` values.
  explicit KeptWords(std::size_t width) : width_(width) {}

  std::size_t size() const { return places_.size(); }
  /// Forgets all words where `count` more might be too many: documents repeat what they said a while ago.
  /// Says whether it did.
  bool make_room(std::size_t count) {
    if (size() + count <= most) return false;
    clear();
    return true;
  }
  /// Forgets all words where an exception came between a word's place and its values.
  void drop_unfinished() {
    if (finished_ != size()) clear();
  }
  /// The place of a word by the hash of its form, from 0; a new word takes the next place.
  std::uint32_t place(std::uint64_t form) {
    return places_.try_emplace(form, static_cast<std::uint32_t>(size())).first->second;
  }
  /// Makes room for the values of all words. Memory for as many as there may be is asked for at once, and
  /// taken where it is written: growing little by little would copy it over and over.
  void add_values() {
    values_.reserve(most * width_);
    values_.resize(size() * width_);
  }
  std::int16_t* values(std::size_t place) { return values_.data() + place * width_; }
  /// The values of all words are there.
  void finish() { finished_ = size(); }

 private:
  void clear() {
    places_.clear();
    values_.clear();
    finished_ = 0;
  }

  std::size_t width_;
  std::unordered_map<std::uint64_t, std::uint32_t> places_;
  std::vector<std::int16_t> values_;  // [size()][width_]
  std::size_t finished_ = 0;
};

}  // namespace attest::extract
