#include <attest/graph/value.hpp>

#include <catch2/catch.hpp>

#include <attest/graph/error.hpp>

#include "model.hpp"

namespace attest {

TEST_CASE("identity is of type and content") {
  CHECK(identical(Value(1), Value(1)));
  CHECK_FALSE(identical(Value(1), Value(1.0)));
  CHECK_FALSE(identical(Value(0.0), Value(-0.0)));
  CHECK(identical(Value(std::nan("")), Value(std::nan(""))));
  CHECK(identical(Value(List{1, "a", List{}}), Value(List{1, "a", List{}})));
  CHECK_FALSE(identical(Value(List{1}), Value(List{1, 2})));
  CHECK(identical(Value(Map{{"a", Value()}}), Value(Map{{"a", Value()}})));
  CHECK_FALSE(identical(Value(Map{{"a", 1}}), Value(Map{{"b", 1}})));
  CHECK_FALSE(identical(Value(NodeId{1}), Value(RelationshipId{1})));
  CHECK(identical(Value(), Value()));
}

TEST_CASE("identical values have one hash; so have an integer and its float") {
  test::Random random(5);
  for (int i = 0; i < 500; ++i) {
    test::Random again = random;
    const Value a = test::random_value(random);
    const Value b = test::random_value(again);
    REQUIRE(identical(a, b));
    REQUIRE(hash(a) == hash(b));
  }
  CHECK(hash(Value(42)) == hash(Value(42.0)));
  CHECK(hash(Value(0.0)) == hash(Value(-0.0)));
}

TEST_CASE("literals are openCypher's") {
  CHECK(to_literal(Value()) == "null");
  CHECK(to_literal(true) == "true");
  CHECK(to_literal(-7) == "-7");
  CHECK(to_literal(1.0) == "1.0");
  CHECK(to_literal(0.1) == "0.1");
  CHECK(to_literal(1e300) == "1e+300");
  CHECK(to_literal("it's\n\\") == R"('it\'s\n\\')");
  CHECK(to_literal(List{1, "a", Value()}) == "[1, 'a', null]");
  CHECK(to_literal(Map{{"a", 1}, {"b c", 2}, {"d`", 3}}) == "{a: 1, `b c`: 2, `d```: 3}");
  CHECK(to_literal(Date{0}) == "date('1970-01-01')");
  CHECK_THROWS_AS(to_literal(NodeId{1}), UsageError);
}

TEST_CASE("type names are openCypher's") {
  CHECK(type_name(Value::Type::floating) == "FLOAT");
  CHECK(type_name(Value::Type::local_date_time) == "LOCAL DATE TIME");
  CHECK(type_name(Value::Type::duration) == "DURATION");
}

}  // namespace attest
