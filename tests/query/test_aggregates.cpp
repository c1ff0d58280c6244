// The aggregating functions.
#include <catch2/catch.hpp>

#include <cmath>

#include <attest/query/aggregates.hpp>

#include "calls.hpp"

using namespace attest;
using attest::test::error_of;
using attest::test::shown;

namespace {

Aggregator stepped(Aggregate aggregate, const std::vector<Value>& values, bool distinct = false) {
  Aggregator aggregator(aggregate, distinct);
  for (const Value& value : values) aggregator.step(value);
  return aggregator;
}

std::string of(Aggregate aggregate, const std::vector<Value>& values, bool distinct = false) {
  return shown(stepped(aggregate, values, distinct).finish());
}

std::string percentile(Aggregate aggregate, const std::vector<Value>& values, const Value& p) {
  Aggregator aggregator = stepped(aggregate, values);
  aggregator.set_percentile(p);
  return shown(aggregator.finish());
}

const std::vector<Value> kMixed = {1, Value(), 2.5, 1.0, 4};

}  // namespace

TEST_CASE("nulls are not counted, and nothing gives what the function says of nothing") {
  CHECK(of(Aggregate::count, kMixed) == "4");
  CHECK(of(Aggregate::sum, kMixed) == "8.5");
  CHECK(of(Aggregate::avg, kMixed) == "2.125");
  CHECK(of(Aggregate::collect, kMixed) == "[1, 2.5, 1.0, 4]");
  CHECK(of(Aggregate::count, {}) == "0");
  CHECK(of(Aggregate::sum, {}) == "0");
  CHECK(of(Aggregate::avg, {}) == "null");
  CHECK(of(Aggregate::min, {Value()}) == "null");
  CHECK(of(Aggregate::collect, {}) == "[]");
  CHECK(of(Aggregate::st_dev, {}) == "0.0");
  CHECK(percentile(Aggregate::percentile_disc, {}, 0.5) == "null");
}

TEST_CASE("DISTINCT takes equivalent values once") {
  CHECK(of(Aggregate::count, kMixed, true) == "3");
  CHECK(of(Aggregate::sum, kMixed, true) == "7.5");
  CHECK(of(Aggregate::collect, kMixed, true) == "[1, 2.5, 4]");
  const Value nan = std::nan("");
  CHECK(of(Aggregate::count, {nan, -nan.floating(), List{Value()}, List{Value()}}, true) == "2");
}

TEST_CASE("sums are exact as far as they can be") {
  CHECK(of(Aggregate::sum, {INT64_MAX, 1, -1}) == "9223372036854775807");
  CHECK(error_of([] {
          stepped(Aggregate::sum, {INT64_MAX, 1}).finish();
        }) == "ArithmeticError/NumberOutOfRange");
  CHECK(of(Aggregate::avg, {INT64_MAX, INT64_MAX}) == "9.223372036854776e+18");
  CHECK(of(Aggregate::sum, std::vector<Value>(10, 0.1)) == "1.0");
  CHECK(of(Aggregate::sum, {1e100, 1.0, -1e100}) == "1.0");
  CHECK(of(Aggregate::sum, {1.0, HUGE_VAL}) == shown(HUGE_VAL));
}

TEST_CASE("durations can be summed") {
  const Value day = Duration{0, 1, 0, 0};
  CHECK(of(Aggregate::sum, {day, Duration{1, 0, 30, 0}}) == "P1M1DT30S");
  CHECK(of(Aggregate::avg, {day, Duration{0, 2, 0, 0}}) == "P1DT12H");
  CHECK(error_of([&] { stepped(Aggregate::sum, {day, 1}); }) == "TypeError/InvalidArgumentValue");
  CHECK(error_of([&] { stepped(Aggregate::sum, {"a"}); }) == "TypeError/InvalidArgumentValue");
}

TEST_CASE("min and max go by ORDER BY, whatever the types") {
  const std::vector<Value> values = {1, "a", List{Value(1), Value(2)}, 0.2, "b"};
  CHECK(of(Aggregate::min, values) == "[1, 2]");
  CHECK(of(Aggregate::max, values) == "1");
}

TEST_CASE("percentiles") {
  const std::vector<Value> prices = {30.0, 10.0, 20.0};
  CHECK(percentile(Aggregate::percentile_disc, prices, 0) == "10.0");
  CHECK(percentile(Aggregate::percentile_disc, prices, 0.34) == "20.0");
  CHECK(percentile(Aggregate::percentile_disc, prices, 1) == "30.0");
  CHECK(percentile(Aggregate::percentile_disc, {3, 1, 2, 4}, 0.5) == "2");
  CHECK(percentile(Aggregate::percentile_cont, prices, 0.25) == "15.0");
  CHECK(percentile(Aggregate::percentile_cont, {1}, 0.9) == "1.0");
  for (const Value& p : {Value(1.1), Value(-1), Value(1000), Value("0.5")})
    CHECK(error_of([&] { percentile(Aggregate::percentile_cont, prices, p); }) ==
          "ArgumentError/NumberOutOfRange");
}

TEST_CASE("standard deviations of a sample and of all") {
  const std::vector<Value> values = {2, 4, 4, 4, 5, 5, 7, 9};
  CHECK(of(Aggregate::st_dev_p, values) == "2.0");
  CHECK(stepped(Aggregate::st_dev, values).finish().floating() == Approx(2.138089935299395));
  CHECK(of(Aggregate::st_dev, {5}) == "0.0");
}

TEST_CASE("states merged are as if all rows had been stepped in one") {
  std::vector<Value> values;
  for (int i = 0; i < 100; ++i) values.push_back(i % 7 == 0 ? Value(i / 3.0) : Value(i % 13));
  for (const AggregateFunction& function : aggregates())
    for (const bool distinct : {false, true}) {
      INFO(function.name << (distinct ? " DISTINCT" : ""));
      const std::vector<Value> front(values.begin(), values.begin() + 40);
      const std::vector<Value> back(values.begin() + 40, values.end());
      Aggregator merged = stepped(function.aggregate, front, distinct);
      merged.merge(stepped(function.aggregate, back, distinct));
      const Value whole = stepped(function.aggregate, values, distinct).finish();
      if (whole.type() == Value::Type::floating)
        CHECK(merged.finish().floating() == Approx(whole.floating()));
      else if (function.aggregate != Aggregate::collect || !distinct)
        CHECK(identical(merged.finish(), whole));
    }
}

TEST_CASE("aggregates are found by name in any case") {
  CHECK(find_aggregate("PERCENTILECONT")->aggregate == Aggregate::percentile_cont);
  CHECK(find_aggregate("stdevp")->aggregate == Aggregate::st_dev_p);
  CHECK(find_aggregate("median") == nullptr);
}
