#include <catch2/catch.hpp>

#include <array>
#include <cstring>
#include <vector>

#include <attest/extractor/model/hashing.hpp>
#include <attest/extractor/model/linear_model.hpp>
#include <attest/graph/error.hpp>

using namespace attest::extract;

namespace {

// A model over aligned bytes that live as long as it does.
struct Loaded {
  explicit Loaded(const std::vector<std::byte>& bytes) : lines(bytes.size() / 64 + 1) {
    std::memcpy(lines.data(), bytes.data(), bytes.size());
    model = LinearModel(std::span(reinterpret_cast<const std::byte*>(lines.data()), bytes.size()));
  }
  struct alignas(64) Line {
    std::byte bytes[64];
  };
  std::vector<Line> lines;
  LinearModel model;
};

}  // namespace

TEST_CASE("A linear model gives back the weights it was written with", "[linear_model]") {
  constexpr std::uint32_t classes = 40;
  std::vector<LinearModel::Row> rows;
  for (std::uint64_t f = 0; f < 3000; ++f) {
    LinearModel::Row row{feature(f), {}};
    const std::uint64_t many = f % 50 == 0 ? classes : f % 5;  // some dense, some sparse, some empty
    for (std::uint8_t k = 0; k < many; ++k)
      row.weights.emplace_back(k, static_cast<float>((f + k) % 255) - 127);
    rows.push_back(row);
  }
  const auto bytes = LinearModel::write(rows, classes);
  const Loaded loaded(bytes);
  REQUIRE(loaded.model.classes() == classes);
  const float unit = LinearModel::unit_of(bytes);
  int other = 0;
  for (const LinearModel::Row& row : rows) {
    std::array<std::int16_t, LinearModel::width_of(classes)> scores{};
    loaded.model.add(row.feature, scores.data());
    bool same = true;
    for (const auto& [which, weight] : row.weights)
      same = same && static_cast<float>(scores[which]) * unit == Approx(weight).margin(unit);
    other += !same;
  }
  CHECK(other < 5);  // two features of a bucket share their fingerprint once in 65,536 pairs
}

TEST_CASE("Features never seen add nothing", "[linear_model]") {
  std::vector<LinearModel::Row> rows;
  for (std::uint64_t f = 0; f < 1000; ++f) rows.push_back({feature(f), {{0, 1.0F}, {2, -1.0F}}});
  const Loaded loaded(LinearModel::write(rows, 3));
  int touched = 0;
  for (std::uint64_t f = 5000; f < 15000; ++f) {
    std::array<std::int16_t, LinearModel::width_of(3)> scores{};
    loaded.model.add(feature(f), scores.data());
    touched += scores[0] != 0;
  }
  CHECK(touched < 20);  // one in 4096 by chance
}

TEST_CASE("Adding many features at once is adding each", "[linear_model]") {
  std::vector<LinearModel::Row> rows;
  std::vector<std::uint64_t> features;
  for (std::uint64_t f = 0; f < 300; ++f) {
    rows.push_back({feature(f), {{static_cast<std::uint8_t>(f % 7), 1.0F}}});
    features.push_back(feature(f));
  }
  const Loaded loaded(LinearModel::write(rows, 7));
  std::array<std::int16_t, 16> one{}, all{};
  for (const std::uint64_t f : features) loaded.model.add(f, one.data());
  loaded.model.add(features, all.data());
  CHECK(one == all);
}

TEST_CASE("The order of rows does not matter; what is no model is refused", "[linear_model]") {
  const std::vector<LinearModel::Row> rows = {{feature(1), {{0, 1.0F}}}, {feature(2), {{1, 2.0F}}}};
  const std::vector<LinearModel::Row> turned = {rows[1], rows[0]};
  const auto bytes = LinearModel::write(rows, 2);
  CHECK(bytes == LinearModel::write(turned, 2));
  CHECK_THROWS_AS(LinearModel(std::span(bytes).first(70)), attest::Error);
  CHECK_THROWS_AS(LinearModel(std::span(bytes).first(10)), attest::Error);
  CHECK_THROWS_AS(LinearModel(std::vector<std::byte>(200)), attest::Error);
}
