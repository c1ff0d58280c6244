// Equality, comparability, orderability and equivalence of the query language.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include <attest/graph/calendar.hpp>
#include <attest/query/compare.hpp>

using namespace attest;

namespace {

const Value null;
const Value not_a_number = std::numeric_limits<double>::quiet_NaN();

Value list(std::initializer_list<Value> items) {
  return List(items);
}

Value date_time(int hour, std::int32_t offset) {
  return DateTime{{{19'000}, {hour * 3600 * kNanosPerSecond}}, offset, ""};
}

/// One of every type, in the order of ORDER BY.
std::vector<Value> every_type() {
  return {Map{{"a", 1}},
          NodeId{0},
          RelationshipId{0},
          list({1}),
          Path{{NodeId{0}}, {}},
          date_time(1, 0),
          LocalDateTime{},
          Date{},
          Time{},
          LocalTime{},
          Duration{},
          "text",
          false,
          1,
          null};
}

}  // namespace

TEST_CASE("equality is three-valued") {
  SECTION("null equals nothing, not even null, and is unequal to nothing") {
    CHECK(equal(null, null) == Ternary::unknown);
    CHECK(equal(1, null) == Ternary::unknown);
  }
  SECTION("numbers are equal by value, exactly") {
    CHECK(equal(1, 1.0) == Ternary::yes);
    CHECK(equal(0, -0.0) == Ternary::yes);
    CHECK(equal(std::int64_t{9'007'199'254'740'993}, 9'007'199'254'740'992.0) == Ternary::no);
    CHECK(equal(INT64_MAX, 9'223'372'036'854'775'808.0) == Ternary::no);
    CHECK(equal(not_a_number, not_a_number) == Ternary::no);
  }
  SECTION("values of different types are different") {
    CHECK(equal(1, "1") == Ternary::no);
    CHECK(equal(true, 1) == Ternary::no);
    CHECK(equal(Date{}, LocalDateTime{}) == Ternary::no);
  }
  SECTION("lists by element: one difference decides, a null leaves it open") {
    CHECK(equal(list({1, 2}), list({1})) == Ternary::no);
    CHECK(equal(list({1, null}), list({1, 2})) == Ternary::unknown);
    CHECK(equal(list({null, 2}), list({1, 3})) == Ternary::no);
    CHECK(equal(list({}), list({})) == Ternary::yes);
  }
  SECTION("maps by keys, then by value") {
    CHECK(equal(Map{{"k", 1}}, Map{{"k", 1.0}}) == Ternary::yes);
    CHECK(equal(Map{{"k", null}}, Map{}) == Ternary::no);
    CHECK(equal(Map{{"k", null}}, Map{{"k", null}}) == Ternary::unknown);
    CHECK(equal(Map{{"k", 1}, {"l", null}}, Map{{"k", 2}, {"l", null}}) == Ternary::no);
  }
}

TEST_CASE("values of one kind can be compared") {
  CHECK(less(1, 1.5) == Ternary::yes);
  CHECK(less("a", "ab") == Ternary::yes);
  CHECK(less("B", "a") == Ternary::yes);
  CHECK(less(false, true) == Ternary::yes);
  CHECK(less(std::int64_t{9'007'199'254'740'992}, std::int64_t{9'007'199'254'740'993}) == Ternary::yes);
  CHECK(less_or_equal(1, 1.0) == Ternary::yes);
  SECTION("NaN is neither less nor equal nor greater") {
    CHECK(less(not_a_number, 1) == Ternary::no);
    CHECK(less(1, not_a_number) == Ternary::no);
    CHECK(less_or_equal(not_a_number, not_a_number) == Ternary::no);
  }
  SECTION("other pairs cannot") {
    CHECK(less(1, "1") == Ternary::unknown);
    CHECK(less(null, 1) == Ternary::unknown);
    CHECK(less(Map{}, Map{}) == Ternary::unknown);
    CHECK(less(not_a_number, "a") == Ternary::unknown);
    CHECK(less(Duration{1, 0, 0, 0}, Duration{0, 30, 0, 0}) == Ternary::unknown);
  }
  SECTION("lists by the first elements that differ") {
    CHECK(less(list({1}), list({1, 0})) == Ternary::yes);
    CHECK(less(list({1, null}), list({1, 2})) == Ternary::unknown);
    CHECK(less(list({1, 2}), list({3, null})) == Ternary::yes);
    CHECK(less(list({1, 2}), list({1, "a"})) == Ternary::unknown);
  }
  SECTION("times in zones by the moment they mean") {
    CHECK(less(date_time(10, 3600), date_time(10, 0)) == Ternary::yes);
    CHECK(less(date_time(10, 0), date_time(9, -7200)) == Ternary::yes);
    CHECK(equal(date_time(10, 3600), date_time(9, 0)) == Ternary::no);
  }
}

TEST_CASE("every value has its place in ORDER BY") {
  const std::vector<Value> ascending = every_type();
  for (std::size_t i = 0; i < ascending.size(); ++i)
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      INFO(type_name(ascending[i].type()) << " and " << type_name(ascending[j].type()));
      CHECK((order(ascending[i], ascending[j]) == (i <=> j)));
    }
  SECTION("numbers by value, NaN after infinity") {
    CHECK((order(1, 1.0) == 0));
    CHECK((order(not_a_number, std::numeric_limits<double>::infinity()) > 0));
    CHECK((order(not_a_number, not_a_number) == 0));
    CHECK((order(-1, 0.5) < 0));
  }
  SECTION("nulls inside lists come last") {
    CHECK((order(list({null}), list({1})) > 0));
  }
  SECTION("durations by their average length") {
    CHECK((order(Duration{1, 0, 0, 0}, Duration{0, 30, 0, 0}) > 0));
    CHECK((order(Duration{1, 0, 0, 0}, Duration{0, 31, 0, 0}) < 0));
    CHECK((order(Duration{0, 1, 0, 0}, Duration{0, 0, 86'400, 0}) > 0));
  }
}

TEST_CASE("equivalence is what DISTINCT and grouping go by") {
  CHECK(equivalent(null, null));
  CHECK(equivalent(not_a_number, not_a_number));
  CHECK(equivalent(1, 1.0));
  CHECK(equivalent(list({null, not_a_number}), list({null, not_a_number})));
  CHECK_FALSE(equivalent(null, 0));
  CHECK_FALSE(equivalent(Map{{"a", null}}, Map{}));

  SECTION("it agrees with the order and with the hash") {
    std::vector<Value> values = every_type();
    for (const Value& more :
         {Value(1.0), Value(2), not_a_number, Value(0.0), Value(-0.0), list({1.0}), list({null}),
          Value(Map{{"a", 1.0}}), date_time(2, 3600), Value(1e300), Value(true)})
      values.push_back(more);
    for (const Value& a : values)
      for (const Value& b : values) {
        INFO(type_name(a.type()) << " and " << type_name(b.type()));
        CHECK(equivalent(a, b) == bool(order(a, b) == 0));
        if (equivalent(a, b)) CHECK(hash(a) == hash(b));
      }
  }
}
