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

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace attest::extract {

class LinearModel {
 public:
  LinearModel() = default;
  /// Over the bytes that `write` gave; they must outlive the model and be aligned to 64 bytes. Throws
  /// attest::Error where they are no model.
  explicit LinearModel(std::span<const std::byte> bytes);

  std::uint32_t classes() const { return classes_; }
  /// How many scores `add` may touch: the classes, rounded up to full vectors.
  static constexpr std::uint32_t width_of(std::uint32_t classes) { return (classes + 15) / 16 * 16; }
  /// What one unit of a score is in units of training, in the bytes that `write` gave.
  static float unit_of(std::span<const std::byte> bytes);

  /// Adds the feature's weights to `scores`, which have room for width_of(classes()).
  void add(std::uint64_t feature, std::int16_t* scores) const { add_row(find(feature), scores); }

  /// Adds the weights of many features. Most of the time goes into waiting for memory: all of it is asked for
  /// before any is used.
  void add(std::span<const std::uint64_t> features, std::int16_t* scores) const {
    constexpr std::size_t most = 128;
    std::uint32_t rows[most];
    while (!features.empty()) {
      const std::size_t count = features.size() < most ? features.size() : most;
      for (std::size_t i = 0; i < count; ++i) {
        rows[i] = find(features[i]);
        __builtin_prefetch(pairs_ + (rows[i] >> 8));
      }
      for (std::size_t i = 0; i < count; ++i) add_row(rows[i], scores);
      features = features.subspan(count);
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
    std::uint32_t row[slots];    // place << 8 | pairs, or dense
    std::uint32_t overflows;
  };
  static_assert(sizeof(Bucket) == 64);
  struct Header;

  // The feature's row; 0, which has no pairs, where there is none.
  std::uint32_t find(std::uint64_t feature) const {
    std::size_t at = place(feature);
    for (;;) {
      const Bucket& bucket = buckets_[at];
      const int slot = slot_of(bucket, fingerprint(feature));
      if (slot < slots) return bucket.row[slot];
      if (!bucket.overflows) return 0;
      if (++at == bucket_count_) at = 0;
    }
  }
  // The slot that holds `check`, or `slots`.
  static int slot_of(const Bucket& bucket, std::uint16_t check) {
#ifdef __SSE2__
    const __m128i wanted = _mm_set1_epi16(static_cast<short>(check));
    const __m128i first = _mm_load_si128(reinterpret_cast<const __m128i*>(bucket.check));
    const int equal = _mm_movemask_epi8(_mm_cmpeq_epi16(first, wanted));
    if (equal != 0) return __builtin_ctz(static_cast<unsigned>(equal)) / 2;
    return bucket.check[8] == check ? 8 : bucket.check[9] == check ? 9 : slots;
#else
    int slot = 0;
    while (slot < slots && bucket.check[slot] != check) ++slot;
    return slot;
#endif
  }
  static std::uint16_t fingerprint(std::uint64_t feature) {
    const auto check = static_cast<std::uint16_t>(feature);
    return check == 0 ? 1 : check;
  }
  static std::size_t place(std::uint64_t feature, std::uint64_t buckets) {
    return static_cast<std::size_t>(((feature >> 32) * buckets) >> 32);
  }
  std::size_t place(std::uint64_t feature) const {
    return place(feature, bucket_count_);
  }
  void add_row(std::uint32_t row, std::int16_t* scores) const {
    const Pair* pair = pairs_ + (row >> 8);
    if ((row & 0xFF) == dense) {
      const auto* const weights = reinterpret_cast<const std::int8_t*>(pair);
      for (std::uint32_t i = 0; i < width_; ++i)
        scores[i] = static_cast<std::int16_t>(scores[i] + weights[i]);
      return;
    }
    for (const Pair* end = pair + (row & 0xFF); pair != end; ++pair)
      scores[pair->which] = static_cast<std::int16_t>(scores[pair->which] + pair->weight);
  }
  // A row that speaks of many classes lists the weights of all: adding them takes fewer steps.
  static constexpr std::uint32_t dense = 255;
  static std::vector<Pair> densified(const std::vector<Pair>& pairs, std::uint32_t width);

  const Bucket* buckets_ = nullptr;
  const Pair* pairs_ = nullptr;
  std::uint32_t bucket_count_ = 0;
  std::uint32_t classes_ = 0;
  std::uint32_t width_ = 0;
};

}  // namespace attest::extract
