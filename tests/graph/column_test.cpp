#include <attest/graph/column.hpp>

#include <catch2/catch.hpp>
#include <map>

#include "model.hpp"

namespace attest {
namespace {

using test::below;
using test::Random;
using test::random_value;

void check(const Column& column, const std::map<std::uint32_t, Value>& model) {
  REQUIRE(column.count() == model.size());
  REQUIRE(column.present().count() == model.size());
  for (const auto& [id, value] : model) {
    REQUIRE(column.has(id));
    REQUIRE(identical(column.at(id), value));
  }
  for (std::uint32_t id = 0; id < column.size(); id += 7) REQUIRE(column.has(id) == model.contains(id));
}

Value value_of_kind(Column::Kind kind, Random& random) {
  switch (kind) {
    case Column::Kind::boolean:
      return below(random, 2) == 0;
    case Column::Kind::integer:
      return static_cast<std::int64_t>(random());
    case Column::Kind::floating:
      return random() / 7.0;
    case Column::Kind::string:
      return std::string(below(random, 30), 'a') + std::to_string(random());
    default:
      return random_value(random);
  }
}

}  // namespace

TEST_CASE("a column keeps what is set, dense or packed, of one type or of many") {
  for (const auto kind : {Column::Kind::boolean, Column::Kind::integer, Column::Kind::floating,
                          Column::Kind::string, Column::Kind::mixed}) {
    for (const std::size_t range : {50u, 3000u, 100000u}) {
      Random random(static_cast<unsigned>(range) + static_cast<unsigned>(kind));
      Column column;
      std::map<std::uint32_t, Value> model;
      for (int i = 0; i < 1500; ++i) {
        const auto id = static_cast<std::uint32_t>(below(random, range));
        if (below(random, 4) == 0) {
          column.set(id, Value());
          model.erase(id);
        } else {
          const Value value = value_of_kind(kind, random);
          column.set(id, value);
          model[id] = value;
        }
        if (i % 300 == 0) check(column, model);
      }
      check(column, model);
      column.compact();
      check(column, model);
      if (kind != Column::Kind::mixed) CHECK(column.kind() == kind);
      CHECK(column.dense() == (range < 100000));
    }
  }
}

TEST_CASE("one value of another type makes a column mixed; compacting takes it back when it is gone") {
  Column column;
  for (std::uint32_t i = 0; i < 100; ++i) column.set(i, std::int64_t{i});
  column.set(50, "fifty");
  CHECK(column.kind() == Column::Kind::mixed);
  CHECK(column.at(50).string() == "fifty");
  CHECK(column.at(51).integer() == 51);
  column.set(50, 50);
  column.compact();
  CHECK(column.kind() == Column::Kind::integer);
  CHECK(column.integers()[50] == 50);
}

TEST_CASE("appending blocks equals setting one by one") {
  Random random(3);
  for (int round = 0; round < 30; ++round) {
    Column column;
    std::map<std::uint32_t, Value> model;
    std::uint32_t next = 0;
    for (int block = 0; block < 6; ++block) {
      next += static_cast<std::uint32_t>(below(random, 3) == 0 ? below(random, 5000) : 0);
      const std::size_t size = 1 + below(random, 700);
      const std::size_t one_in = 1 + below(random, 40);
      Bitmap some(size);
      std::vector<std::int64_t> numbers;
      for (std::size_t i = 0; i < size; ++i) {
        numbers.push_back(static_cast<std::int64_t>(random()));
        if (below(random, one_in) != 0) continue;
        some.set(i);
        model[next + static_cast<std::uint32_t>(i)] = numbers.back();
      }
      column.append(next, std::span<const std::int64_t>(numbers), &some);
      next += static_cast<std::uint32_t>(size);
    }
    check(column, model);
  }
}

TEST_CASE("replaced strings do not pile up") {
  Column column;
  const std::string text(1000, 'x');
  for (int i = 0; i < 20000; ++i) column.set(static_cast<std::uint32_t>(i % 10), text + std::to_string(i));
  CHECK(column.characters().size() < 4'000'000);
  CHECK(column.at(9).string() == text + "19999");
}

TEST_CASE("a bitmap's bits are off beyond its size") {
  Bitmap bits(100, true);
  CHECK(bits.count() == 100);
  CHECK_FALSE(bits.test(100));
  bits.resize(70);
  bits.resize(200);
  CHECK(bits.count() == 70);
  bits.resize(260, true);
  CHECK(bits.count() == 130);
  CHECK(bits.next(70) == 200);
  CHECK(bits.next(260) == 260);
  Bitmap other;
  other.set(300);
  other |= bits;
  CHECK(other.count() == 131);
  other &= bits;
  CHECK(other.count() == 130);
}

}  // namespace attest
