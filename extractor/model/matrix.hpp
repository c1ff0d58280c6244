// A layer's weights and bias, in integers, read in place from a model file.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <attest/extractor/model/container.hpp>
#include <attest/extractor/model/kernels.hpp>

namespace attest::extract {

class Matrix {
 public:
  Matrix() = default;
  /// The section `name` of a model file. Throws attest::Error where it is no matrix.
  Matrix(const Container& container, std::string_view name);

  std::uint32_t inputs() const { return packed_.inputs; }
  /// Outputs that mean something; `width` counts those that fill the last tile, too.
  std::uint32_t outputs() const { return outputs_; }
  std::uint32_t width() const { return packed_.outputs; }
  /// By how many bits sums are finer than the layer's outputs.
  int shift() const { return shift_; }
  const PackedMatrix& packed() const { return packed_; }

  /// Sums of `rows` rows of inputs, `stride` apart, into `sums`, rows of width().
  void multiply(const std::int16_t* x, std::size_t stride, std::size_t rows, std::int32_t* sums) const {
    kernels().multiply(packed_, x, stride, rows, sums);
  }
  /// The same, at the scale of the outputs, between `low` and `high`. `scratch` only grows: it is memory to
  /// share between calls.
  void apply(const std::int16_t* x, std::size_t stride, std::size_t rows, std::int32_t low, std::int32_t high,
             std::vector<std::int32_t>& scratch, std::int16_t* out) const;

  /// What `write` is to make of real numbers.
  struct Scales {
    int input;              ///< inputs are stored times 2^input
    int output;             ///< outputs are wanted times 2^output
    std::int32_t greatest;  ///< size of the greatest stored input
  };
  /// The section's bytes: `weights` is [outputs][inputs], as finely as 16 bits and sums of 32 bits allow.
  static std::vector<std::byte> write(std::span<const float> weights, std::span<const float> bias,
                                      const Scales& scales);

 private:
  PackedMatrix packed_;
  std::uint32_t outputs_ = 0;
  int shift_ = 0;
};

constexpr std::uint32_t tiled(std::uint32_t outputs) {
  return (outputs + 15) / 16 * 16;
}
/// Where the weight of `output` for `input` stands in packed weights of `inputs` inputs.
constexpr std::size_t packed_place(std::size_t output, std::size_t input, std::size_t inputs) {
  return ((output / 16 * (inputs / 2) + input / 2) * 16 + output % 16) * 2 + input % 2;
}

}  // namespace attest::extract
