#include <catch2/catch.hpp>

#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <attest/extractor/model/models.hpp>
#include <attest/graph/error.hpp>

#include "support.hpp"

using namespace attest::extract;

namespace {

struct Numbers {
  std::mt19937 random{5};
  template <class T>
  std::vector<T> list(std::size_t count, std::int32_t greatest) {
    std::vector<T> out(count);
    for (T& x : out)
      x = static_cast<T>(
          static_cast<std::int32_t>(random() % (2 * static_cast<std::uint32_t>(greatest) + 1)) - greatest);
    return out;
  }
  std::vector<float> reals(std::size_t count, float greatest) {
    std::vector<float> out(count);
    for (float& x : out) x = greatest * (static_cast<float>(random() % 20001) / 10000.0F - 1);
    return out;
  }
};

// The kernels that this processor runs, besides the plain ones.
std::vector<const Kernels*> faster_kernels() {
  std::vector<const Kernels*> out;
#ifdef __x86_64__
  if (__builtin_cpu_supports("avx2")) out.push_back(&avx2_kernels);
  if (__builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vnni"))
    out.push_back(&avx512_kernels);
#endif
  return out;
}

// Bytes where a container may be read in place.
class Aligned {
 public:
  explicit Aligned(const std::vector<std::byte>& bytes) : lines_(bytes.size() / 64 + 1), size_(bytes.size()) {
    if (!bytes.empty()) std::memcpy(lines_.data(), bytes.data(), bytes.size());
  }
  Bytes bytes() const { return {reinterpret_cast<const std::byte*>(lines_.data()), size_}; }

 private:
  struct alignas(64) Line {
    std::byte bytes[64];
  };
  std::vector<Line> lines_;
  std::size_t size_;
};

std::vector<std::byte> model_file(const std::string& name) {
  std::ifstream in(attest::test::source_dir() / "extractor" / "models" / name, std::ios::binary);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const auto* const begin = reinterpret_cast<const std::byte*>(text.data());
  return {begin, begin + text.size()};
}

}  // namespace

TEST_CASE("Kernels give the same bits with every instruction set", "[network]") {
  Numbers numbers;
  for (const Kernels* fast : faster_kernels()) {
    for (const std::uint32_t inputs : {2U, 64U, 190U})
      for (const std::uint32_t outputs : {16U, 48U, 64U, 208U})
        for (std::size_t rows = 1; rows < 10; ++rows) {
          const auto weights = numbers.list<std::int16_t>(inputs * outputs, 32767);
          const auto bias = numbers.list<std::int32_t>(outputs, 1 << 30);
          const auto x = numbers.list<std::int16_t>(rows * (inputs + 6), 32767);
          const PackedMatrix m{weights.data(), bias.data(), inputs, outputs};
          std::vector<std::int32_t> one(rows * outputs), other(rows * outputs);
          baseline_kernels.multiply(m, x.data(), inputs + 6, rows, one.data());
          fast->multiply(m, x.data(), inputs + 6, rows, other.data());
          REQUIRE(one == other);
        }
    for (const int shift : {0, 1, 9}) {
      const auto wide = numbers.list<std::int32_t>(1003, 1 << 29);
      std::vector<std::int16_t> one(wide.size()), other(wide.size());
      baseline_kernels.narrow(wide.data(), wide.size(), shift, -3000, 32767, one.data());
      fast->narrow(wide.data(), wide.size(), shift, -3000, 32767, other.data());
      REQUIRE(one == other);
    }
    {
      const auto bytes = numbers.list<std::int8_t>(131, 127);
      auto one = numbers.list<std::int32_t>(bytes.size(), 1 << 24);
      std::vector<std::int32_t> other = one;
      baseline_kernels.add_bytes(bytes.data(), bytes.size(), 9, one.data());
      fast->add_bytes(bytes.data(), bytes.size(), 9, other.data());
      REQUIRE(one == other);
    }
    {
      const auto a = numbers.list<std::int16_t>(131, 32767), b = numbers.list<std::int16_t>(131, 32767);
      std::vector<std::int16_t> one(a.size()), other(a.size());
      for (const std::int16_t low : {-32767, 0}) {
        baseline_kernels.add(a.data(), b.data(), a.size(), low, one.data());
        fast->add(a.data(), b.data(), a.size(), low, other.data());
        REQUIRE(one == other);
      }
    }
    for (const std::size_t inputs : {1UL, 21UL}) {
      const auto x = numbers.list<std::int32_t>(inputs, 1 << 28);
      const auto m = numbers.list<std::int32_t>(inputs * 48, 1 << 28);
      std::vector<std::int32_t> one(48), other(48);
      baseline_kernels.max_plus(x.data(), inputs, m.data(), 48, one.data());
      fast->max_plus(x.data(), inputs, m.data(), 48, other.data());
      REQUIRE(one == other);
    }
    for (const std::size_t units : {4UL, 36UL, 96UL, 256UL}) {
      auto cells = numbers.list<std::int32_t>(units, 30 << 12);
      std::vector<std::int32_t> other_cells = cells;
      std::vector<std::int16_t> one(units), other(units);
      for (int t = 0; t < 50; ++t) {
        const auto input = numbers.list<std::int16_t>(4 * units, t < 25 ? 32767 : 4000);
        const auto recurrent = numbers.list<std::int32_t>(4 * units, 1 << 28);
        baseline_kernels.step(units, input.data(), recurrent.data(), 12, cells.data(), one.data());
        fast->step(units, input.data(), recurrent.data(), 12, other_cells.data(), other.data());
        REQUIRE(one == other);
        REQUIRE(cells == other_cells);
      }
    }
  }
}

TEST_CASE("The first of the greatest values is found", "[network]") {
  Numbers numbers;
  std::vector<const Kernels*> all = faster_kernels();
  all.push_back(&baseline_kernels);
  for (const Kernels* k : all)
    for (std::size_t count = 1; count < 70; ++count) {
      const auto values = numbers.list<std::int32_t>(count, 20);  // many are equal
      const auto first = std::max_element(values.begin(), values.end()) - values.begin();
      REQUIRE(k->greatest(values.data(), count) == static_cast<std::size_t>(first));
    }
}

TEST_CASE("A product in the max-plus algebra takes the greatest sum", "[network]") {
  std::vector<std::int32_t> m(2 * 16, -5);
  m[3] = 1;        // 10 + 1
  m[16 + 4] = 40;  // -20 + 40
  const std::int32_t x[2] = {10, -20};
  std::int32_t out[16];
  kernels().max_plus(x, 2, m.data(), 16, out);
  CHECK(out[0] == 5);
  CHECK(out[3] == 11);
  CHECK(out[4] == 20);
}

TEST_CASE("A step of the recurrent layer is an LSTM's", "[network]") {
  const auto logistic = [](double x) { return 1 / (1 + std::exp(-x)); };
  for (double x = -9; x <= 9; x += 0.13) {
    const double cell_before = 0.7;
    const std::int16_t at = static_cast<std::int16_t>(std::lround(x * (1 << scale::gate)));
    std::int16_t input[16];
    for (int gate = 0; gate < 4; ++gate)
      for (int i = 0; i < 4; ++i) input[gate * 4 + i] = static_cast<std::int16_t>(gate % 2 ? -at : at);
    const std::int32_t recurrent[16] = {};
    std::int32_t cell[4];
    std::int16_t state[4];
    for (std::int32_t& c : cell) c = static_cast<std::int32_t>(cell_before * 4096);
    kernels().step(4, input, recurrent, 12, cell, state);
    const double value = logistic(-x) * cell_before + logistic(x) * std::tanh(x);
    CHECK(cell[0] / 4096.0 == Approx(value).margin(0.003));
    CHECK(state[0] / 4096.0 == Approx(logistic(-x) * std::tanh(value)).margin(0.003));
  }
}

TEST_CASE("A matrix in integers computes what real numbers do", "[network]") {
  Numbers numbers;
  constexpr std::size_t inputs = 96;
  constexpr std::size_t outputs = 37;
  const auto weights = numbers.reals(inputs * outputs, 0.8F);
  const auto bias = numbers.reals(outputs, 2);
  const auto bytes = Matrix::write(weights, bias, {scale::state, scale::gate, 4096});
  const Aligned file(Container::write({{"layer", bytes}}));
  const Matrix matrix(Container(file.bytes()), "layer");
  REQUIRE(matrix.outputs() == outputs);
  const auto x = numbers.list<std::int16_t>(inputs, 4096);
  std::vector<std::int32_t> scratch;
  std::vector<std::int16_t> out(matrix.width());
  matrix.apply(x.data(), inputs, 1, -32767, 32767, scratch, out.data());
  for (std::size_t o = 0; o < outputs; ++o) {
    double sum = bias[o];
    for (std::size_t i = 0; i < inputs; ++i) sum += weights[o * inputs + i] * x[i] / 4096.0;
    CHECK(out[o] / 2048.0 == Approx(sum).margin(0.002));
  }
  SECTION("what is cut off or of another size is refused") {
    for (const std::size_t size : {std::size_t{0}, std::size_t{63}, bytes.size() - 2}) {
      const Aligned cut(
          Container::write({{"layer", {bytes.begin(), bytes.begin() + static_cast<long>(size)}}}));
      CHECK_THROWS_AS(Matrix(Container(cut.bytes()), "layer"), attest::Error);
    }
    CHECK_THROWS_AS(Matrix(Container(file.bytes()), "another"), attest::Error);
  }
}

TEST_CASE("Rows of bytes are as fine as their greatest value allows", "[network]") {
  Numbers numbers;
  constexpr std::size_t dimensions = 70;
  std::vector<float> values = numbers.reals(dimensions, 0.01F);
  for (const float greatest : {3.0F, 120.0F}) {
    const auto row = numbers.reals(dimensions, greatest);
    values.insert(values.end(), row.begin(), row.end());
  }
  const std::vector<std::uint64_t> keys = {0x1234567812345678, 0x8765432187654321, 0xFEDCBA98FEDCBA98};
  const ByteRows::Sections sections = ByteRows::write(values, keys);
  const auto file_of = [&](const std::vector<std::byte>& rows) {
    return Container::write(
        {{"rows", rows}, {"rows shifts", sections.shifts}, {"rows numbers", sections.numbers}});
  };
  const Aligned file(file_of(sections.rows));
  const ByteRows rows(Container(file.bytes()), "rows", dimensions);
  CHECK(rows.find(0x1111111111111111) == 0);
  for (std::size_t r = 0; r < keys.size(); ++r) {
    const std::uint32_t number = rows.find(keys[r]);
    REQUIRE(number == r + 1);
    std::vector<std::int32_t> sums(dimensions, 1000);
    rows.add(number, sums);
    float greatest = 0;
    for (std::size_t i = 0; i < dimensions; ++i)
      greatest = std::max(greatest, std::abs(values[r * dimensions + i]));
    for (std::size_t i = 0; i < dimensions; ++i)
      CHECK((sums[i] - 1000) / 65536.0 ==
            Approx(values[r * dimensions + i]).margin(std::max(greatest / 120.0, 1.0 / 65536)));
  }
  SECTION("rows of another size are refused") {
    const Aligned cut(file_of({sections.rows.begin(), sections.rows.end() - 1}));
    CHECK_THROWS_AS(ByteRows(Container(cut.bytes()), "rows", dimensions), attest::Error);
  }
}

TEST_CASE("Words whose values were never computed are forgotten", "[network]") {
  KeptWords kept(3);
  CHECK(kept.place(7) == 0);
  kept.add_values();
  kept.finish();
  kept.drop_unfinished();
  CHECK(kept.size() == 1);
  CHECK(kept.place(7) == 0);
  CHECK(kept.place(8) == 1);
  kept.add_values();
  kept.drop_unfinished();
  CHECK(kept.size() == 0);
}

TEST_CASE("Damaged model files are refused", "[network]") {
  const Aligned lexicon(model_file("lexicon.model"));
  const std::vector<std::byte> network = model_file("network.model");
  REQUIRE(network.size() > 1000);
  {
    const Aligned whole(network);
    CHECK_NOTHROW(Models({lexicon.bytes(), whole.bytes()}));
  }
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{10}, std::size_t{500}, network.size() / 2, network.size() - 200}) {
    const Aligned cut({network.begin(), network.begin() + static_cast<long>(size)});
    CHECK_THROWS_AS(Models({lexicon.bytes(), cut.bytes()}), attest::Error);
  }
  CHECK_THROWS_AS(Models({lexicon.bytes(), lexicon.bytes()}), attest::Error);
}
