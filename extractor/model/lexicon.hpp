// What the model files know of words without context: clusters learned from plain text, and whether a word
// stands in lists of names (gazetteers).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <attest/extractor/model/container.hpp>

namespace attest::extract {

/// A map from 64-bit hashes to 32-bit values, read in place. A key that is not in it is taken for another
/// with probability below 2^-28.
class HashMap {
 public:
  HashMap() = default;
  explicit HashMap(Bytes bytes);
  /// The value, or 0.
  std::uint32_t find(std::uint64_t key) const {
    if (slots_.empty()) return 0;
    const auto check = static_cast<std::uint32_t>(key) | 1;
    for (std::size_t at = home(key);; at = at + 1 == slots_.size() ? 0 : at + 1) {
      if (slots_[at].check == check) return slots_[at].value;
      if (slots_[at].check == 0) return 0;
    }
  }
  static std::vector<std::byte> write(std::vector<std::pair<std::uint64_t, std::uint32_t>> entries);

 private:
  struct Slot {
    std::uint32_t check;  // 0: free
    std::uint32_t value;
  };
  static std::size_t home(std::uint64_t key, std::size_t size) {
    return static_cast<std::size_t>(((key >> 32) * size) >> 32);
  }
  std::size_t home(std::uint64_t key) const { return home(key, slots_.size()); }

  std::span<const Slot> slots_;
};

/// Lists that a word or phrase may stand in.
namespace lists {
constexpr std::uint32_t forename = 1;
constexpr std::uint32_t surname = 2;
constexpr std::uint32_t country = 4;
constexpr std::uint32_t city = 8;
constexpr std::uint32_t region = 16;
constexpr std::uint32_t university = 32;
constexpr std::uint32_t organization = 64;
constexpr std::uint32_t all = 127;
constexpr std::uint32_t longer = 128;  ///< more words may follow
}  // namespace lists

/// What a dictionary says of a word: the field of its commonest meaning, by part of speech.
struct Senses {
  std::uint8_t noun = 0;  ///< WordNet's lexicographer file, 3 … 28 ("noun.person"); 0: no noun
  std::uint8_t verb = 0;  ///< 29 … 43 ("verb.motion"); 0: no verb
  bool adjective = false;
  bool adverb = false;

  std::uint32_t packed() const {
    return noun | static_cast<std::uint32_t>(verb) << 6 | static_cast<std::uint32_t>(adjective) << 12 |
           static_cast<std::uint32_t>(adverb) << 13;
  }
  static Senses unpack(std::uint32_t value) {
    return {static_cast<std::uint8_t>(value & 63), static_cast<std::uint8_t>(value >> 6 & 63),
            (value >> 12 & 1) != 0, (value >> 13 & 1) != 0};
  }
};

struct WordFacts {
  std::uint16_t cluster = 0;  ///< 0: unknown word
  std::uint16_t coarse = 0;   ///< a cluster of clusters
  std::uint8_t lists = 0;     ///< of the word alone
  Senses senses;
};

class Lexicon {
 public:
  Lexicon() = default;
  explicit Lexicon(const Container& container);

  /// Facts of a word by the hashes of its form and its lower-cased form.
  WordFacts word(std::uint64_t exact, std::uint64_t lower) const {
    std::uint32_t cluster = clusters_.find(exact);
    if (cluster == 0) cluster = clusters_.find(lower);
    return {static_cast<std::uint16_t>(cluster & 0xFFFF),
            static_cast<std::uint16_t>(cluster >> 16),
            static_cast<std::uint8_t>(names_.find(exact)),
            {}};
  }
  /// Meanings of a lower-cased word; of its dictionary form where the word itself has none.
  Senses senses(std::string_view lower) const;
  /// Lists of a phrase; `lists::longer` where a listed phrase starts so. Its key is folded over the hashes of
  /// its words with `combine`, starting from 0.
  std::uint32_t phrase(std::uint64_t key) const { return phrases_.find(mix_key(key)); }
  static std::uint64_t mix_key(std::uint64_t key);

 private:
  HashMap clusters_;
  HashMap names_;
  HashMap phrases_;
  HashMap senses_;
};

}  // namespace attest::extract
