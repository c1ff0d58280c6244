#include <attest/extractor/model/matrix.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include <attest/graph/error.hpp>

namespace attest::extract {

namespace {

struct Header {
  std::uint32_t inputs;
  std::uint32_t outputs;
  std::int32_t shift;
  std::uint32_t reserved[13];
};
static_assert(sizeof(Header) == 64);

// Weights are stored times 2^bits. The finest that weights of 16 bits and sums of 32 bits allow.
int finest(std::span<const float> weights, std::span<const float> bias, const Matrix::Scales& scales) {
  const std::size_t inputs = weights.size() / bias.size();
  double greatest_weight = 0;
  double greatest_sum = 0;
  for (std::size_t o = 0; o < bias.size(); ++o) {
    double sum = std::abs(bias[o]) * std::ldexp(1.0, scales.input);
    for (std::size_t i = 0; i < inputs; ++i) {
      const double w = std::abs(weights[o * inputs + i]);
      greatest_weight = std::max(greatest_weight, w);
      sum += w * scales.greatest;
    }
    greatest_sum = std::max(greatest_sum, sum);
  }
  int bits = 14;
  while (bits > 0 && (std::ldexp(greatest_weight, bits) > 32000 || std::ldexp(greatest_sum, bits) > 2.0e9))
    --bits;
  return bits;
}

std::int32_t rounded(double x) {
  return static_cast<std::int32_t>(std::lround(x));
}

}  // namespace

Matrix::Matrix(const Container& container, std::string_view name) {
  const Bytes bytes = container.section(name);
  Header header;
  const auto damaged = [&] { return Error("the model's matrix '" + std::string(name) + "' is damaged"); };
  if (bytes.size() < sizeof header) throw damaged();
  std::memcpy(&header, bytes.data(), sizeof header);
  constexpr std::uint32_t most = 1 << 16;
  if (header.inputs == 0 || header.inputs % 2 != 0 || header.inputs > most || header.outputs == 0 ||
      header.outputs > most || header.shift < 0 || header.shift > 30)
    throw damaged();
  const std::size_t width = tiled(header.outputs);
  if (bytes.size() !=
      sizeof header + width * sizeof(std::int32_t) + width * header.inputs * sizeof(std::int16_t))
    throw damaged();
  packed_.inputs = header.inputs;
  packed_.outputs = static_cast<std::uint32_t>(width);
  packed_.bias = reinterpret_cast<const std::int32_t*>(bytes.data() + sizeof header);
  packed_.weights =
      reinterpret_cast<const std::int16_t*>(bytes.data() + sizeof header + width * sizeof(std::int32_t));
  outputs_ = header.outputs;
  shift_ = header.shift;
}

// Some rows at a time, so that their sums stay near the processor.
void Matrix::apply(const std::int16_t* x, std::size_t stride, std::size_t rows, std::int32_t low,
                   std::int32_t high, std::vector<std::int32_t>& scratch, std::int16_t* out) const {
  constexpr std::size_t rows_at_once = 16;
  scratch.resize(std::max(scratch.size(), rows_at_once * width()));
  for (std::size_t row = 0; row < rows; row += rows_at_once) {
    const std::size_t count = std::min(rows - row, rows_at_once);
    multiply(x + row * stride, stride, count, scratch.data());
    kernels().narrow(scratch.data(), count * width(), shift_, low, high, out + row * width());
  }
}

std::vector<std::byte> Matrix::write(std::span<const float> weights, std::span<const float> bias,
                                     const Scales& scales) {
  const std::size_t outputs = bias.size();
  const std::size_t inputs = weights.size() / outputs;
  const int bits = finest(weights, bias, scales);
  const int shift = bits + scales.input - scales.output;
  if (inputs % 2 != 0 || shift < 0) throw Error("a matrix cannot be stored at these scales");
  const std::size_t width = tiled(static_cast<std::uint32_t>(outputs));
  std::vector<std::int32_t> sums(width);
  std::vector<std::int16_t> packed(width * inputs);
  for (std::size_t o = 0; o < outputs; ++o) {
    sums[o] = rounded(std::ldexp(static_cast<double>(bias[o]), bits + scales.input));
    for (std::size_t i = 0; i < inputs; ++i)
      packed[packed_place(o, i, inputs)] =
          static_cast<std::int16_t>(rounded(std::ldexp(static_cast<double>(weights[o * inputs + i]), bits)));
  }
  Header header{};
  header.inputs = static_cast<std::uint32_t>(inputs);
  header.outputs = static_cast<std::uint32_t>(outputs);
  header.shift = shift;
  std::vector<std::byte> out(sizeof header);
  std::memcpy(out.data(), &header, sizeof header);
  const auto append = [&](const auto& values) {
    const auto bytes = bytes_of(values);
    out.insert(out.end(), bytes.begin(), bytes.end());
  };
  append(sums);
  append(packed);
  return out;
}

}  // namespace attest::extract
