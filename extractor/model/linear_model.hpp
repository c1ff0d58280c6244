// The weights of a linear classifier over hashed features, read in place from a model file.
//
// A feature's row lists the classes it speaks for or against, as pairs (class, weight in -127 … 127). Rows
// are found through buckets of one cache line: ten 16-bit fingerprints and row places each, the next bucket
// standing in where one is full. A feature that was never seen is taken for another with probability below
// 2^-12 and costs one cache line.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace attest::extract {

class LinearModel {
 public:
  LinearModel() = default;
  /// Over the bytes that `write` gave; they must outlive the model and be aligned to 64 bytes. Throws
  /// attest::Error where they are no model.
  explicit LinearModel(std::span<const std::byte> bytes);

  std::uint32_t classes() const { return classes_; }
  /// What one unit of a score is in units of training, in the bytes that `write` gave.
  static float unit_of(std::span<const std::byte> bytes);

  /// Adds the feature's weights to `scores`, one for each class.
  void add(std::uint64_t feature, std::int16_t* scores) const {
    std::size_t at = place(feature);
    for (;;) {
      const Bucket& bucket = buckets_[at];
      const std::uint16_t check = fingerprint(feature);
      for (int i = 0; i < slots; ++i) {
        if (bucket.check[i] != check) continue;
        add_row(bucket.row[i], scores);
        return;
      }
      if (!bucket.overflows) return;
      if (++at == bucket_count_) at = 0;
    }
  }
  void prefetch(std::uint64_t feature) const { __builtin_prefetch(&buckets_[place(feature)]); }

  struct Pair {
    std::uint8_t which;
    std::int8_t weight;
  };
  struct Row {
    std::uint64_t feature;
    std::vector<std::pair<std::uint8_t, float>> weights;
  };
  /// A model file's bytes for these rows. Weights are rounded to multiples of one unit, chosen so that all
  /// but one in ten thousand fit; rows that round to nothing are left out. The order of `rows` does not
  /// matter.
  static std::vector<std::byte> write(std::vector<Row> rows, std::uint32_t classes);

 private:
  static constexpr int slots = 10;
  struct alignas(64) Bucket {
    std::uint16_t check[slots];  // 0: free
    std::uint32_t row[slots];    // place << 8 | pairs
    std::uint32_t overflows;
  };
  static_assert(sizeof(Bucket) == 64);
  struct Header;

  static std::uint16_t fingerprint(std::uint64_t feature) {
    const auto check = static_cast<std::uint16_t>(feature);
    return check == 0 ? 1 : check;
  }
  static std::size_t place(std::uint64_t feature, std::uint64_t buckets) {
    return static_cast<std::size_t>(((feature >> 32) * buckets) >> 32);
  }
  std::size_t place(std::uint64_t feature) const { return place(feature, bucket_count_); }
  void add_row(std::uint32_t row, std::int16_t* scores) const {
    const Pair* pair = pairs_ + (row >> 8);
    for (const Pair* end = pair + (row & 0xFF); pair != end; ++pair)
      scores[pair->which] = static_cast<std::int16_t>(scores[pair->which] + pair->weight);
  }

  const Bucket* buckets_ = nullptr;
  const Pair* pairs_ = nullptr;
  std::uint32_t bucket_count_ = 0;
  std::uint32_t classes_ = 0;
};

}  // namespace attest::extract
