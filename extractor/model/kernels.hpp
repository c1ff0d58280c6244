// The inner loops of the network, in integers. They are compiled for several instruction sets and give the
// same bits with each.
#pragma once

#include <cstddef>
#include <cstdint>

namespace attest::extract {

/// Fixed point: a value is stored times two to the power of these.
namespace scale {
constexpr int state = 12;   ///< outputs of recurrent cells, -1 … 1; inner values of the word layer, 0 … 8
constexpr int gate = 11;    ///< inputs of gates, -16 … 16
constexpr int hidden = 11;  ///< inner values of the heads, 0 … 16
constexpr int label = 8;    ///< scores of name labels, -128 … 128
}  // namespace scale

/// A matrix as the kernels read it: outputs in tiles of 16, each with all its inputs two by two.
struct PackedMatrix {
  const std::int16_t* weights = nullptr;  ///< [outputs / 16][inputs / 2][16][2]
  const std::int32_t* bias = nullptr;     ///< [outputs]
  std::uint32_t inputs = 0;               ///< a multiple of 2
  std::uint32_t outputs = 0;              ///< a multiple of 16
};

constexpr std::size_t most_units = 256;  ///< of a recurrent layer

struct Kernels {
  /// out[r] = bias + weights · x[r]; rows of `x` are `stride` apart, of `out` matrix.outputs.
  void (*multiply)(const PackedMatrix& matrix, const std::int16_t* x, std::size_t stride, std::size_t rows,
                   std::int32_t* out);
  /// to[i] = from[i] / 2^shift, rounded, between `low` and `high`.
  void (*narrow)(const std::int32_t* from, std::size_t count, int shift, std::int32_t low, std::int32_t high,
                 std::int16_t* to);
  /// to[i] += from[i] · 2^shift
  void (*add_bytes)(const std::int8_t* from, std::size_t count, int shift, std::int32_t* to);
  /// out[i] = a[i] + b[i], between `low` and 32767
  void (*add)(const std::int16_t* a, const std::int16_t* b, std::size_t count, std::int16_t low,
              std::int16_t* out);
  /// The place of the greatest of `count` > 0 values; of equal ones, of the first.
  std::size_t (*greatest)(const std::int32_t* values, std::size_t count);
  /// out[o] = the greatest x[i] + m[i][o] over all i: a product in the max-plus algebra. `outputs` is a
  /// multiple of 16, no sum overflows.
  void (*max_plus)(const std::int32_t* x, std::size_t inputs, const std::int32_t* m, std::size_t outputs,
                   std::int32_t* out);
  /// A step of an LSTM (Hochreiter & Schmidhuber 1997; Gers et al. 2000) of at most most_units `units`: gates
  /// (input, forget, cell, output) from `input`, at scale::gate, and from `recurrent`, 2^shift finer; changes
  /// `cell` and `state`.
  void (*step)(std::size_t units, const std::int16_t* input, const std::int32_t* recurrent, int shift,
               std::int32_t* cell, std::int16_t* state);
};

/// The fastest that this processor runs.
const Kernels& kernels();

extern const Kernels baseline_kernels;
#ifdef __x86_64__
extern const Kernels avx2_kernels;
extern const Kernels avx512_kernels;
#endif

}  // namespace attest::extract
