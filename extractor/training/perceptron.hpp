// Averaged perceptron with sparse rows: only classes that an update ever touched take room (Collins 2002;
// averaging after Daumé 2006).
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
  std::size_t size() const { return keys_.size(); }
  std::uint64_t key(std::uint32_t number) const { return keys_[number]; }

 private:
  void grow();
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1 << 16, none);
  std::vector<std::uint64_t> keys_;
};

class Perceptron {
 public:
  explicit Perceptron(std::uint32_t classes) : classes_(classes) {}

  /// Adds the features' weights to `scores` (one for each class).
  void score(std::span<const std::uint64_t> features, float* scores) const;
  /// Moves the weights of `features` for one class.
  void update(std::span<const std::uint64_t> features, std::uint8_t which, float by);
  /// Call once after each example.
  void tick() { ++now_; }

  /// Averaged weights; entries smaller than `smallest` are left out.
  std::vector<LinearModel::Row> averaged(float smallest) const;
  std::uint32_t classes() const { return classes_; }

 private:
  struct Cell {
    float weight = 0;
    float sum = 0;
    std::uint32_t since = 0;
    std::uint8_t which = 0;
  };
  std::uint32_t classes_;
  std::uint32_t now_ = 1;
  KeyIndex index_;
  std::vector<std::vector<Cell>> rows_;
};

}  // namespace attest::extract::training
