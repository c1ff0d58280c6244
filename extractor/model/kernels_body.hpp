// The kernels' body, included once for each instruction set with `ATTEST_KERNELS` naming the table. It uses
// nothing of the standard library that could be shared with code for another processor.
#include <attest/extractor/model/kernels.hpp>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace attest::extract {

namespace {

// A tile of 16 sums.
#if defined(__AVX512BW__) && defined(__AVX512VNNI__)
constexpr int most_rows = 8;
// As many sums as the registers hold.
constexpr int tiles_at_once(int rows) {
  return rows == 8 ? 3 : 6;
}
struct Tile {
  __m512i sums;
  void load(const std::int32_t* from) { sums = _mm512_loadu_si512(from); }
  void store(std::int32_t* to) const { _mm512_storeu_si512(to, sums); }
  using Weights = __m512i;
  static Weights weights(const std::int16_t* from) { return _mm512_loadu_si512(from); }
  // Adds the products of two inputs with their weights.
  void add(Weights weights, std::int32_t inputs) {
    sums = _mm512_dpwssd_epi32(sums, weights, _mm512_set1_epi32(inputs));
  }
};
#elif defined(__AVX2__)
constexpr int most_rows = 4;
constexpr int tiles_at_once(int) {
  return 1;
}
struct Tile {
  __m256i sums[2];
  static const __m256i* at(const void* p) { return static_cast<const __m256i*>(p); }
  void load(const std::int32_t* from) {
    sums[0] = _mm256_loadu_si256(at(from));
    sums[1] = _mm256_loadu_si256(at(from + 8));
  }
  void store(std::int32_t* to) const {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to), sums[0]);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(to + 8), sums[1]);
  }
  using Weights = const std::int16_t*;
  static Weights weights(const std::int16_t* from) { return from; }
  void add(Weights weights, std::int32_t inputs) {
    const __m256i x = _mm256_set1_epi32(inputs);
    sums[0] = _mm256_add_epi32(sums[0], _mm256_madd_epi16(_mm256_loadu_si256(at(weights)), x));
    sums[1] = _mm256_add_epi32(sums[1], _mm256_madd_epi16(_mm256_loadu_si256(at(weights + 16)), x));
  }
};
#elif defined(__SSE2__)
constexpr int most_rows = 4;
constexpr int tiles_at_once(int) {
  return 1;
}
struct Tile {
  __m128i sums[4];
  void load(const std::int32_t* from) {
    for (int i = 0; i < 4; ++i) sums[i] = _mm_loadu_si128(reinterpret_cast<const __m128i*>(from + 4 * i));
  }
  void store(std::int32_t* to) const {
    for (int i = 0; i < 4; ++i) _mm_storeu_si128(reinterpret_cast<__m128i*>(to + 4 * i), sums[i]);
  }
  using Weights = const std::int16_t*;
  static Weights weights(const std::int16_t* from) { return from; }
  void add(Weights weights, std::int32_t inputs) {
    const __m128i x = _mm_set1_epi32(inputs);
    for (int i = 0; i < 4; ++i) {
      const __m128i w = _mm_loadu_si128(reinterpret_cast<const __m128i*>(weights + 8 * i));
      sums[i] = _mm_add_epi32(sums[i], _mm_madd_epi16(w, x));
    }
  }
};
#else
constexpr int most_rows = 4;
constexpr int tiles_at_once(int) {
  return 1;
}
struct Tile {
  std::uint32_t sums[16];  // sums wrap around, as they do in the vector instructions
  void load(const std::int32_t* from) {
    for (int i = 0; i < 16; ++i) sums[i] = static_cast<std::uint32_t>(from[i]);
  }
  void store(std::int32_t* to) const {
    for (int i = 0; i < 16; ++i) to[i] = static_cast<std::int32_t>(sums[i]);
  }
  using Weights = const std::int16_t*;
  static Weights weights(const std::int16_t* from) { return from; }
  void add(Weights weights, std::int32_t inputs) {
    const auto first = static_cast<std::int16_t>(inputs & 0xFFFF);
    const auto second = static_cast<std::int16_t>(inputs >> 16);
    for (int i = 0; i < 16; ++i)
      sums[i] += static_cast<std::uint32_t>(weights[2 * i] * first) +
                 static_cast<std::uint32_t>(weights[2 * i + 1] * second);
  }
};
#endif

std::int32_t pair_at(const std::int16_t* x) {
  std::int32_t pair;
  __builtin_memcpy(&pair, x, sizeof pair);
  return pair;
}

// use(0) … use(Count - 1), written out, so that sums stay in registers.
template <int Count, class Use>
[[gnu::always_inline]] inline void unrolled(Use&& use) {
  if constexpr (Count > 0) {
    unrolled<Count - 1>(use);
    use(static_cast<std::size_t>(Count - 1));
  }
}

template <int Rows, int Tiles>
void multiply_tiles(const PackedMatrix& m, std::uint32_t tile, const std::int16_t* x, std::size_t stride,
                    std::int32_t* out) {
  const std::size_t step = std::size_t{m.inputs} * 16;  // from tile to tile
  const std::int16_t* const weights = m.weights + tile * step;
  const std::int32_t* const bias = m.bias + std::size_t{tile} * 16;
  out += std::size_t{tile} * 16;
  Tile sums[Rows][Tiles];
  unrolled<Rows>(
      [&](std::size_t r) { unrolled<Tiles>([&](std::size_t t) { sums[r][t].load(bias + 16 * t); }); });
  for (std::uint32_t k = 0; k < m.inputs; k += 2) {
    Tile::Weights own[Tiles];
    unrolled<Tiles>([&](std::size_t t) { own[t] = Tile::weights(weights + t * step + 16 * k); });
    unrolled<Rows>([&](std::size_t r) {
      const std::int32_t inputs = pair_at(x + r * stride + k);
      unrolled<Tiles>([&](std::size_t t) { sums[r][t].add(own[t], inputs); });
    });
  }
  unrolled<Rows>([&](std::size_t r) {
    unrolled<Tiles>([&](std::size_t t) { sums[r][t].store(out + r * m.outputs + 16 * t); });
  });
}

// All tiles from `tile` on, `Tiles` at once as long as there are so many.
template <int Rows, int Tiles>
void multiply_rows(const PackedMatrix& m, std::uint32_t tile, const std::int16_t* x, std::size_t stride,
                   std::int32_t* out) {
  const std::uint32_t tiles = m.outputs / 16;
  for (; tile + Tiles <= tiles; tile += Tiles) multiply_tiles<Rows, Tiles>(m, tile, x, stride, out);
  if constexpr (Tiles > 1)
    if (tile < tiles) multiply_rows<Rows, Tiles - 1>(m, tile, x, stride, out);
}

template <int Rows>
void multiply_all(const PackedMatrix& m, const std::int16_t* x, std::size_t stride, std::size_t rows,
                  std::int32_t* out) {
  for (; rows >= Rows; rows -= Rows, x += Rows * stride, out += std::size_t{Rows} * m.outputs)
    multiply_rows<Rows, tiles_at_once(Rows)>(m, 0, x, stride, out);
  if constexpr (Rows > 4)
    multiply_all<4>(m, x, stride, rows, out);
  else if constexpr (Rows > 1)
    multiply_all<Rows - 1>(m, x, stride, rows, out);
}

void multiply(const PackedMatrix& m, const std::int16_t* x, std::size_t stride, std::size_t rows,
              std::int32_t* out) {
  multiply_all<most_rows>(m, x, stride, rows, out);
}

std::int32_t clamp(std::int32_t x, std::int32_t low, std::int32_t high) {
  return x < low ? low : x > high ? high : x;
}

void narrow(const std::int32_t* from, std::size_t count, int shift, std::int32_t low, std::int32_t high,
            std::int16_t* to) {
  const std::int32_t half = shift == 0 ? 0 : 1 << (shift - 1);
  for (std::size_t i = 0; i < count; ++i)
    to[i] = static_cast<std::int16_t>(clamp((from[i] + half) >> shift, low, high));
}

void add_bytes(const std::int8_t* from, std::size_t count, int shift, std::int32_t* to) {
  for (std::size_t i = 0; i < count; ++i) to[i] += from[i] << shift;
}

void add(const std::int16_t* a, const std::int16_t* b, std::size_t count, std::int16_t low,
         std::int16_t* out) {
  for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<std::int16_t>(clamp(a[i] + b[i], low, 32767));
}

std::size_t greatest(const std::int32_t* values, std::size_t count) {
  std::int32_t most = values[0];
  for (std::size_t i = 1; i < count; ++i) most = values[i] > most ? values[i] : most;
  std::size_t at = 0;
  for (; at + 16 <= count; at += 16) {
    std::int32_t found = 0;
    for (std::size_t i = 0; i < 16; ++i) found |= values[at + i] == most ? 1 : 0;
    if (found != 0) break;
  }
  while (values[at] != most) ++at;
  return at;
}

void max_plus(const std::int32_t* x, std::size_t inputs, const std::int32_t* m, std::size_t outputs,
              std::int32_t* out) {
  using Lanes = std::int32_t __attribute__((vector_size(64)));
  constexpr std::int32_t least = -2147483647 - 1;
  for (std::size_t o = 0; o < outputs; o += 16) {
    Lanes most = Lanes{} + least;
    for (std::size_t i = 0; i < inputs; ++i) {
      Lanes sums;
      __builtin_memcpy(&sums, m + i * outputs + o, sizeof sums);
      sums += x[i];
      most = sums > most ? sums : most;
    }
    __builtin_memcpy(out + o, &most, sizeof most);
  }
}

// tanh of x / 2^12, times 2^14: a polynomial of degree 7 over 0 … 4, fitted at Chebyshev's points, at most
// 0.0006 off; `x` lies between -4 and 4. Products are rounded as vpmulhrsw does.
constexpr std::int16_t tanh_terms[8] = {15799, 2288, -4223, 5671, -6162, 2355, 2774, -2135};

std::int16_t hyperbolic_tangent(std::int16_t x) {
  const std::int32_t u = 4 * (x < 0 ? -x : x) - 32768;  // -1 … 1, times 2^15
  std::int32_t sum = tanh_terms[7];
  for (int k = 6; k >= 0; --k) sum = tanh_terms[k] + ((sum * u + 16384) >> 15);
  return static_cast<std::int16_t>(x < 0 ? -sum : sum);
}

void hyperbolic_tangents(const std::int16_t* x, std::size_t count, std::int16_t* y) {
  std::size_t i = 0;
#if defined(__AVX512BW__)
  for (; i + 32 <= count; i += 32) {
    const __m512i v = _mm512_loadu_si512(x + i);
    const __m512i u = _mm512_sub_epi16(_mm512_slli_epi16(_mm512_abs_epi16(v), 2), _mm512_set1_epi16(-32768));
    __m512i sum = _mm512_set1_epi16(tanh_terms[7]);
    for (int k = 6; k >= 0; --k)
      sum = _mm512_add_epi16(_mm512_set1_epi16(tanh_terms[k]), _mm512_mulhrs_epi16(sum, u));
    const __mmask32 negative = _mm512_movepi16_mask(v);
    _mm512_storeu_si512(y + i, _mm512_mask_sub_epi16(sum, negative, _mm512_setzero_si512(), sum));
  }
#elif defined(__AVX2__)
  for (; i + 16 <= count; i += 16) {
    const __m256i v = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(x + i));
    const __m256i u = _mm256_sub_epi16(_mm256_slli_epi16(_mm256_abs_epi16(v), 2), _mm256_set1_epi16(-32768));
    __m256i sum = _mm256_set1_epi16(tanh_terms[7]);
    for (int k = 6; k >= 0; --k)
      sum = _mm256_add_epi16(_mm256_set1_epi16(tanh_terms[k]), _mm256_mulhrs_epi16(sum, u));
    const __m256i sign = _mm256_srai_epi16(v, 15);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(y + i),
                        _mm256_sub_epi16(_mm256_xor_si256(sum, sign), sign));
  }
#endif
  for (; i < count; ++i) y[i] = hyperbolic_tangent(x[i]);
}

void step(std::size_t units, const std::int16_t* input, const std::int32_t* recurrent, int shift,
          std::int32_t* cell, std::int16_t* state) {
  constexpr std::int32_t widest = 30 << 12;  // of a cell
  constexpr std::int32_t steep = 16383;      // where tanh ends
  const std::int32_t half = shift == 0 ? 0 : 1 << (shift - 1);
  std::int16_t x[4 * most_units];
  std::int16_t y[4 * most_units];
  const auto gather = [&](std::size_t first, std::size_t last, std::int32_t times) {
    for (std::size_t i = first; i < last; ++i)
      x[i] = static_cast<std::int16_t>(
          clamp((input[i] + ((recurrent[i] + half) >> shift)) * times, -steep, steep));
  };
  // The logistic function is tanh of half its argument, moved and halved.
  gather(0, 2 * units, 1);
  gather(2 * units, 3 * units, 2);
  gather(3 * units, 4 * units, 1);
  hyperbolic_tangents(x, 4 * units, y);
  for (std::size_t i = 0; i < units; ++i) {
    const std::int32_t in = (y[i] + 16384) >> 1;
    const std::int32_t keep = (y[units + i] + 16384) >> 1;
    const std::int32_t value =
        clamp((keep * cell[i] + ((in * y[2 * units + i]) >> 2) + 8192) >> 14, -widest, widest);
    cell[i] = value;
    x[i] = static_cast<std::int16_t>(clamp(value, -steep, steep));
  }
  hyperbolic_tangents(x, units, y);
  for (std::size_t i = 0; i < units; ++i) {
    const std::int32_t out = (y[3 * units + i] + 16384) >> 1;
    state[i] = static_cast<std::int16_t>((out * y[i] + 32768) >> 16);
  }
}

}  // namespace

const Kernels ATTEST_KERNELS = {multiply, narrow, add_bytes, add, greatest, max_plus, step};

}  // namespace attest::extract
