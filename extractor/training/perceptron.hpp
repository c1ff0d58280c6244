// Averaged perceptron with sparse rows: only classes that an update ever touched take room (Collins 2002;
// averaging after Daumé 2006), with steps that shrink where a weight was moved often (AdaGrad, Duchi et al.
// 2011).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <attest/extractor/model/linear_model.hpp>

namespace attest::extract::training {

/// Numbers of 64-bit keys in the order they are first seen.
class KeyIndex {
 public:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  std::uint32_t find(std::uint64_t key) const;
  std::uint32_t find_or_add(std::uint64_t key);
  void prefetch(std::uint64_t key) const { __builtin_prefetch(&slots_[key & (slots_.size() - 1)]); }
  std::size_t size() const { return keys_.size(); }
  std::uint64_t key(std::uint32_t number) const { return keys_[number]; }

 private:
  void grow();
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1 << 16, none);
  std::vector<std::uint64_t> keys_;
};

class Perceptron {
 public:
  /// A feature gets weights only at its `least_updates`th update: what was needed once is chance.
  explicit Perceptron(std::uint32_t classes, std::uint32_t least_updates = 1)
      : classes_(classes), least_updates_(least_updates) {}

  /// Adds the features' weights to `scores` (one for each class).
  void score(std::span<const std::uint64_t> features, float* scores);
  /// Moves the weights of `features` up for one class and down for another.
  void update(std::span<const std::uint64_t> features, std::uint8_t up, std::uint8_t down);
  /// Call once after each example.
  void tick() { ++now_; }

  /// Averaged weights; entries smaller than `smallest` are left out.
  std::vector<LinearModel::Row> averaged(float smallest) const;
  std::uint32_t classes() const { return classes_; }

 private:
  struct Cell {
    double sum = 0;
    float weight = 0;
    std::uint32_t since = 0;
    std::uint32_t moves = 0;
    std::uint8_t which = 0;
  };
  void move(std::vector<Cell>& row, std::uint8_t which, float by);

  std::uint32_t classes_;
  std::uint32_t least_updates_;
  std::uint32_t now_ = 1;
  KeyIndex index_;
  std::vector<std::vector<Cell>> rows_;
  std::vector<std::uint8_t> updates_;
  std::vector<std::uint32_t> numbers_;  // scratch of score()
};

}  // namespace attest::extract::training
