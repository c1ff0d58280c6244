// One bit per id: which nodes carry a label, which have a property, which ids are in use.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace attest {

/// A growing set of small integers. Bits at or beyond size() are off; setting one makes room for it.
class Bitmap {
 public:
  Bitmap() = default;
  explicit Bitmap(std::size_t size, bool value = false) { resize(size, value); }
  /// From words as words() gives them; bits at or beyond `size` must be off.
  Bitmap(std::vector<std::uint64_t> words, std::size_t size) : words_(std::move(words)), size_(size) {
    words_.resize(word_count(size));
  }

  std::size_t size() const { return size_; }
  /// 64 ids a word, the lowest id in the lowest bit; bits at or beyond size() are zero.
  std::span<const std::uint64_t> words() const { return words_; }

  bool test(std::size_t id) const { return id < size_ && (words_[id >> 6] >> (id & 63) & 1) != 0; }
  void set(std::size_t id) {
    if (id >= size_) resize(id + 1);
    words_[id >> 6] |= std::uint64_t{1} << (id & 63);
  }
  void reset(std::size_t id) {
    if (id < size_) words_[id >> 6] &= ~(std::uint64_t{1} << (id & 63));
  }
  void resize(std::size_t size, bool value = false);

  /// How many bits are on; a pass over the words.
  std::size_t count() const {
    std::size_t total = 0;
    for (const std::uint64_t word : words_) total += static_cast<std::size_t>(std::popcount(word));
    return total;
  }
  /// The first id at or after `from` that is on; size() where there is none.
  std::size_t next(std::size_t from) const;

  /// Calls `visit(std::uint32_t id)` for every id that is on, ascending.
  template <class Visitor>
  void for_each(Visitor&& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1) {
        visit(static_cast<std::uint32_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
      }
    }
  }

  Bitmap& operator&=(const Bitmap& other);
  Bitmap& operator|=(const Bitmap& other);
  bool operator==(const Bitmap&) const = default;

 private:
  static std::size_t word_count(std::size_t size) { return (size + 63) / 64; }

  std::vector<std::uint64_t> words_;
  std::size_t size_ = 0;
};

inline void Bitmap::resize(std::size_t size, bool value) {
  const std::size_t old = size_;
  size_ = size;
  words_.resize(word_count(size), value ? ~std::uint64_t{0} : 0);
  if (value && size > old && (old & 63) != 0) words_[old >> 6] |= ~std::uint64_t{0} << (old & 63);
  if ((size & 63) != 0) words_.back() &= ~(~std::uint64_t{0} << (size & 63));
}

inline std::size_t Bitmap::next(std::size_t from) const {
  if (from >= size_) return size_;
  std::size_t i = from >> 6;
  std::uint64_t word = words_[i] & (~std::uint64_t{0} << (from & 63));
  while (word == 0) {
    if (++i == words_.size()) return size_;
    word = words_[i];
  }
  return i * 64 + static_cast<std::size_t>(std::countr_zero(word));
}

inline Bitmap& Bitmap::operator&=(const Bitmap& other) {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= i < other.words_.size() ? other.words_[i] : 0;
  return *this;
}

inline Bitmap& Bitmap::operator|=(const Bitmap& other) {
  if (other.size_ > size_) resize(other.size_);
  for (std::size_t i = 0; i < other.words_.size(); ++i) words_[i] |= other.words_[i];
  return *this;
}

}  // namespace attest
