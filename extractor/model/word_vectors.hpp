// Vectors of words without context: the sum of the vectors of a word's spelling, of its parts and of what the
// lexicon knows of it (after Bojanowski et al. 2017), and of a common word's meaning, learned from plain text
// (GloVe, Pennington, Socher & Manning 2014), through one layer.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <attest/extractor/model/container.hpp>
#include <attest/extractor/model/lexicon.hpp>
#include <attest/extractor/model/matrix.hpp>
#include <attest/extractor/tagging/forms.hpp>

namespace attest::extract {

/// Vectors stored as bytes, each times two to the power of its shift; read in place.
class ByteRows {
 public:
  static constexpr int most_shift = 16;

  ByteRows() = default;
  /// The sections `name`, "`name` shifts" and "`name` numbers" of a model file: rows of `dimensions`. Throws
  /// attest::Error where they do not fit together.
  ByteRows(const Container& container, const std::string& name, std::uint32_t dimensions);

  /// The row's number by its key, counted from 1; 0: there is none.
  std::uint32_t find(std::uint64_t key) const {
    const std::uint32_t number = numbers_.find(key);
    return number <= shifts_.size() ? number : 0;
  }
  /// Asks for the row's memory ahead of its use.
  void prefetch(std::uint32_t number) const {
    constexpr std::size_t cache_line = 64;
    for (std::size_t i = 0; i < dimensions_; i += cache_line) __builtin_prefetch(row(number) + i);
  }
  /// Adds the row's values, times 2^most_shift, to `sums`.
  void add(std::uint32_t number, std::span<std::int32_t> sums) const {
    kernels().add_bytes(row(number), dimensions_, most_shift - shifts_[number - 1], sums.data());
  }

  /// The bytes of the sections: each row as finely as its greatest value allows.
  struct Sections {
    std::vector<std::byte> rows, shifts, numbers;
  };
  static Sections write(std::span<const float> values, std::span<const std::uint64_t> keys);

 private:
  const std::int8_t* row(std::uint32_t number) const {
    return &rows_[(number - 1) * std::size_t{dimensions_}];
  }

  HashMap numbers_;
  std::span<const std::int8_t> rows_;  // [count][dimensions]
  std::span<const std::uint8_t> shifts_;
  std::uint32_t dimensions_ = 0;
};

class WordVectors {
 public:
  explicit WordVectors(const Container& container);

  std::uint32_t dimensions() const { return meaning_.outputs(); }

  struct Word {
    std::string_view text;
    const Form* form;
  };
  /// Memory that calls may share.
  struct Scratch {
    std::vector<std::uint64_t> keys;
    std::vector<std::int16_t> meanings;
    std::vector<std::int32_t> row;   ///< sums of one word
    std::vector<std::int32_t> sums;  ///< of all
  };
  /// Vectors of some words, [words][dimensions] at scale::state.
  void read(std::span<const Word> words, Scratch& scratch, std::vector<std::int16_t>& vectors) const;

 private:
  void read_meanings(std::span<const Word> words, Scratch& scratch, std::vector<std::int16_t>& vectors) const;
  void add_features(const Word& word, Scratch& scratch, std::int16_t* vector) const;

  ByteRows rows_;
  std::span<const std::int32_t> bias_;  // [dimensions], times 2^ByteRows::most_shift
  Matrix meaning_;                      // from the vector of a meaning to a word's
  ByteRows meanings_;
};

}  // namespace attest::extract
