// The scalar functions: every one of the registry by its contract, then each topic by tables.
#include <catch2/catch.hpp>

#include <set>
#include <string>

#include "calls.hpp"

using namespace attest;
using attest::test::call;
using attest::test::error;
using attest::test::result;

namespace {

Value list(std::initializer_list<Value> items) {
  return List(items);
}

struct Case {
  std::string_view function;
  std::vector<Value> arguments;
  std::string_view expected;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    INFO(c.function << " #" << &c - cases.data());
    CHECK(result(c.function, c.arguments) == c.expected);
  }
}

constexpr std::string_view kWrongType = "TypeError/InvalidArgumentValue";

}  // namespace

TEST_CASE("the registry describes every function whole") {
  std::set<std::string_view> names;
  for (const Function& function : functions()) {
    INFO("function " << function.name);
    CHECK(names.insert(function.name).second);
    CHECK(find_function(function.name) == &function);
    CHECK(function.required <= function.parameters.size());
    CHECK(function.doc.ends_with('.'));
    CHECK_FALSE(function.section.empty());
    CHECK_FALSE(function.example.empty());
    CHECK_FALSE(function.result.empty());
    CHECK(function.call != nullptr);
  }
  CHECK(find_function("TOUPPER") == find_function("toUpper"));
  CHECK(find_function("Duration.InDays") != nullptr);
  CHECK(find_function("nothing") == nullptr);
  CHECK(signature(*find_function("round")) ==
        "round(value :: INTEGER or FLOAT, [precision :: INTEGER or FLOAT], [mode :: STRING]) :: FLOAT");
  CHECK(signature(*find_function("coalesce")) == "coalesce(value :: ANY, …) :: ANY");
}

TEST_CASE("a null argument gives null, but where a function is made for nulls") {
  for (const Function& function : functions()) {
    if (!function.null_is_null || function.required == 0) continue;
    INFO("function " << function.name);
    CHECK(call(function.name, std::vector<Value>(function.required)).is_null());
  }
  check({{"coalesce", {Value(), 2, 3}, "2"},
         {"coalesce", {Value()}, "null"},
         {"exists", {Value()}, "false"},
         {"nullIf", {1, 1.0}, "null"},
         {"nullIf", {1, 2}, "1"},
         {"nullIf", {1, Value()}, "1"},
         {"valueType", {Value()}, "'NULL'"}});
}

TEST_CASE("an argument of a wrong type is a TypeError") {
  CHECK(error("abs", {"1"}) == kWrongType);
  CHECK(error("toUpper", {1}) == kWrongType);
  CHECK(error("labels", {1}) == kWrongType);
  CHECK(error("type", {NodeId{0}}) == kWrongType);
  CHECK(error("head", {"text"}) == kWrongType);
  CHECK(error("size", {1}) == kWrongType);
}

TEST_CASE("numbers") {
  check({{"abs", {-3}, "3"},
         {"abs", {-3.5}, "3.5"},
         {"sign", {-0.1}, "-1"},
         {"sign", {0}, "0"},
         {"ceil", {0.1}, "1.0"},
         {"floor", {-0.1}, "-1.0"},
         {"sqrt", {12.96}, "3.6"},
         {"exp", {0}, "1.0"},
         {"log", {1}, "0.0"},
         {"log10", {1000}, "3.0"},
         {"sin", {0}, "0.0"},
         {"cos", {0}, "1.0"},
         {"atan2", {0, 1}, "0.0"},
         {"degrees", {3.141592653589793}, "180.0"},
         {"haversin", {0}, "0.0"},
         {"pi", {}, "3.141592653589793"},
         {"e", {}, "2.718281828459045"},
         {"isNaN", {0.0}, "false"}});
  CHECK(error("abs", {INT64_MIN}) == "ArithmeticError/NumberOutOfRange");
}

TEST_CASE("round goes to the nearest, and by precision and mode") {
  check({{"round", {2.5}, "3.0"},
         {"round", {-2.5}, "-2.0"},
         {"round", {3}, "3.0"},
         {"round", {3.14159, 3}, "3.142"},
         {"round", {1.005, 2}, "1.01"},
         {"round", {-1.55, 1}, "-1.6"},
         {"round", {0.04, 1}, "0.0"},
         {"round", {9.99, 1}, "10.0"},
         {"round", {1.25, 1, "HALF_EVEN"}, "1.2"},
         {"round", {1.35, 1, "HALF_EVEN"}, "1.4"},
         {"round", {1.25, 1, "HALF_DOWN"}, "1.2"},
         {"round", {1.21, 1, "UP"}, "1.3"},
         {"round", {1.29, 1, "DOWN"}, "1.2"},
         {"round", {-1.29, 1, "CEILING"}, "-1.2"},
         {"round", {-1.21, 1, "FLOOR"}, "-1.3"},
         {"round", {1e300, 2}, "1e+300"},
         {"round", {5e-324, 2}, "0.0"}});
  CHECK(error("round", {1.5, -1}) == "ArgumentError/NumberOutOfRange");
  CHECK(error("round", {1.5, 1, "SIDEWAYS"}) == "ArgumentError/InvalidArgumentValue");
}

TEST_CASE("strings by code points") {
  check({{"toUpper", {"straße"}, "'STRASSE'"},
         {"toLower", {"ÅNGSTRÖM"}, "'ångström'"},
         {"trim", {" \u00A0Porto\u2003\n"}, "'Porto'"},
         {"lTrim", {"  a "}, "'a '"},
         {"rTrim", {"  a "}, "'  a'"},
         {"btrim", {"**a*b**", "*"}, "'a*b'"},
         {"trim", {"   "}, "''"},
         {"left", {"Şuşa", 2}, "'Şu'"},
         {"left", {"ab", 9}, "'ab'"},
         {"right", {"Ağdam", 3}, "'dam'"},
         {"right", {"Ağdam", 4}, "'ğdam'"},
         {"substring", {"Ağdam", 1, 2}, "'ğd'"},
         {"substring", {"Ağdam", 3}, "'am'"},
         {"substring", {"Ağdam", 9}, "''"},
         {"replace", {"aaa", "aa", "b"}, "'ba'"},
         {"replace", {"abc", "", "x"}, "'abc'"},
         {"reverse", {"Şuşa"}, "'aşuŞ'"},
         {"size", {"Şuşa"}, "4"},
         {"char_length", {"Şuşa"}, "4"},
         {"normalize", {"e\u0301"}, "'é'"},
         {"normalize", {"\uFB01", "NFKC"}, "'fi'"},
         {"lpad", {"7", 3, "0"}, "'007'"},
         {"rpad", {"ab", 5, "xy"}, "'abxyx'"},
         {"lpad", {"abc", 2}, "'ab'"}});
  CHECK(error("left", {"a", -1}) == "ArgumentError/NegativeIntegerArgument");
  CHECK(error("substring", {"a", -1}) == "ArgumentError/NegativeIntegerArgument");
  CHECK(error("lpad", {"a", INT64_MAX}) == "LimitError/ValueTooLarge");
  CHECK(error("replace", {std::string(100'000, 'a'), "a", std::string(100'000, 'b')}) ==
        "LimitError/ValueTooLarge");
  CHECK(error("normalize", {"a", "NFX"}) == "ArgumentError/InvalidArgumentValue");
}

TEST_CASE("split cuts at every delimiter") {
  check({{"split", {"one,two", ","}, "['one', 'two']"},
         {"split", {"one1two", "1"}, "['one', 'two']"},
         {"split", {",a,", ","}, "['', 'a', '']"},
         {"split", {"", ","}, "['']"},
         {"split", {"aşb", ""}, "['a', 'ş', 'b']"},
         {"split", {"a;b,c", list({",", ";"})}, "['a', 'b', 'c']"},
         {"split", {"a<>b<c", list({"<", "<>"})}, "['a', 'b', 'c']"}});
  CHECK(error("split", {"a", list({1})}) == kWrongType);
}

TEST_CASE(
    "conversions give null for text that says something else, and refuse types that cannot be converted") {
  check({{"toInteger", {"42"}, "42"},
         {"toInteger", {" -7 "}, "-7"},
         {"toInteger", {"2.9"}, "2"},
         {"toInteger", {2.9}, "2"},
         {"toInteger", {true}, "1"},
         {"toInteger", {"foo"}, "null"},
         {"toInteger", {""}, "null"},
         {"toInteger", {1e30}, "null"},
         {"toInteger", {"9223372036854775807"}, "9223372036854775807"},
         {"toFloat", {"11.5"}, "11.5"},
         {"toFloat", {"1e3"}, "1000.0"},
         {"toFloat", {3}, "3.0"},
         {"toFloat", {"11.5 km"}, "null"},
         {"toBoolean", {"TRUE"}, "true"},
         {"toBoolean", {"yes"}, "null"},
         {"toBoolean", {0}, "false"},
         {"toString", {42}, "'42'"},
         {"toString", {4.0}, "'4.0'"},
         {"toString", {true}, "'true'"},
         {"toString", {"a'b"}, "'a\\'b'"},
         {"toString", {Duration{1, 2, 0, 0}}, "'P1M2D'"}});
  CHECK(error("toInteger", {list({})}) == kWrongType);
  CHECK(error("toFloat", {true}) == kWrongType);
  CHECK(error("toBoolean", {1.0}) == kWrongType);
  CHECK(error("toString", {Map{}}) == kWrongType);

  SECTION("OrNull and List forms give null instead") {
    check({{"toIntegerOrNull", {list({})}, "null"},
           {"toFloatOrNull", {true}, "null"},
           {"toBooleanOrNull", {1.5}, "null"},
           {"toStringOrNull", {Map{}}, "null"},
           {"toIntegerList", {list({"1", 2.5, Value(), Map{}})}, "[1, 2, null, null]"},
           {"toFloatList", {list({"1", true})}, "[1.0, null]"},
           {"toBooleanList", {list({"true", 0, 1.5})}, "[true, false, null]"},
           {"toStringList", {list({1, true, list({})})}, "['1', 'true', null]"}});
  }
  SECTION("valueType names the type") {
    check({{"valueType", {1}, "'INTEGER NOT NULL'"},
           {"valueType", {list({1, "a", 2})}, "'LIST<INTEGER NOT NULL | STRING NOT NULL> NOT NULL'"},
           {"valueType", {list({})}, "'LIST<NOTHING> NOT NULL'"}});
  }
}

TEST_CASE("lists") {
  check({{"head", {list({1, 2})}, "1"},
         {"head", {list({})}, "null"},
         {"last", {list({1, 2})}, "2"},
         {"tail", {list({1, 2, 3})}, "[2, 3]"},
         {"tail", {list({})}, "[]"},
         {"reverse", {list({1, Value(), 3})}, "[3, null, 1]"},
         {"size", {list({1, Value()})}, "2"},
         {"isEmpty", {list({})}, "true"},
         {"isEmpty", {"a"}, "false"},
         {"isEmpty", {Map{}}, "true"},
         {"keys", {Map{{"b", 1}, {"a", Value()}}}, "['a', 'b']"},
         {"properties", {Map{{"b", 1}}}, "{b: 1}"}});
}

TEST_CASE("range counts from the first to the last, both included") {
  check({{"range", {0, 3}, "[0, 1, 2, 3]"},
         {"range", {0, 10, 5}, "[0, 5, 10]"},
         {"range", {3, 0, -2}, "[3, 1]"},
         {"range", {3, 0}, "[]"},
         {"range", {0, 3, -1}, "[]"},
         {"range", {2, 2}, "[2]"},
         {"range", {INT64_MAX - 1, INT64_MAX}, "[9223372036854775806, 9223372036854775807]"},
         {"range", {INT64_MIN, INT64_MAX, INT64_MAX}, "[-9223372036854775808, -1, 9223372036854775806]"}});
  CHECK(error("range", {0, 1, 0}) == "ArgumentError/NumberOutOfRange");
  CHECK(error("range", {0, INT64_MAX}) == "LimitError/ValueTooLarge");
  CHECK(error("range", {INT64_MIN, INT64_MAX}) == "LimitError/ValueTooLarge");
  CHECK(error("range", {0, "1"}) == "ArgumentError/InvalidArgumentType");
  CHECK(error("range", {0, Value()}) == "ArgumentError/InvalidArgumentType");
}

TEST_CASE("randomness is in range, in form, and repeats with the seed") {
  const Graph graph;
  FunctionContext first{graph, {}, {}, std::mt19937_64(7)};
  FunctionContext second{graph, {}, {}, std::mt19937_64(7)};
  for (int i = 0; i < 1000; ++i) {
    const double x = call(first, "rand", {}).floating();
    REQUIRE(x >= 0);
    REQUIRE(x < 1);
    REQUIRE(x == call(second, "rand", {}).floating());
  }
  const std::string uuid = call(first, "randomUUID", {}).string();
  CHECK(uuid.size() == 36);
  CHECK(uuid[14] == '4');
  CHECK(std::string("89ab").find(uuid[19]) != std::string::npos);
  CHECK(uuid == call(second, "randomUUID", {}).string());
}
