// toInteger, toString, toBooleanOrNull, valueType …: from one type to another.
#include <cmath>
#include <string>

#include <fmt/format.h>

#include <attest/query/functions_registry.hpp>
#include <attest/query/run_time_error.hpp>
#include <attest/query/text.hpp>

namespace attest::registry {
namespace {

using Type = Value::Type;

// ---- Conversions of values whose type is known to be right --------------------------------------

Value float_to_integer(double value) {
  if (!(value > -9.3e18 && value < 9.3e18)) return {};
  const double whole = std::trunc(value);
  if (whole >= 9223372036854775808.0 || whole < -9223372036854775808.0) return {};
  return static_cast<std::int64_t>(whole);
}

Value to_integer(const Value& value) {
  switch (value.type()) {
    case Type::integer:
      return value;
    case Type::floating:
      return float_to_integer(value.floating());
    case Type::boolean:
      return value.boolean() ? 1 : 0;
    default:
      break;
  }
  if (const auto whole = parse_integer(value.string())) return *whole;
  const auto number = parse_float(value.string());
  return number ? float_to_integer(*number) : Value();
}

Value to_float(const Value& value) {
  if (value.is_number()) return real(value);
  const auto number = parse_float(value.string());
  return number ? Value(*number) : Value();
}

Value to_boolean(const Value& value) {
  if (value.type() == Type::boolean) return value;
  if (value.type() == Type::integer) return value.integer() != 0;
  const auto truth = parse_boolean(value.string());
  return truth ? Value(*truth) : Value();
}

Value to_text(const Value& value) {
  return text_of(value);
}

constexpr TypeSet kToInteger = types::number | types::boolean | types::string;
constexpr TypeSet kToFloat = types::number | types::string;
constexpr TypeSet kToBoolean = types::boolean | types::integer | types::string;
constexpr TypeSet kToString = types::string | types::number | types::boolean | types::temporal;

/// toX(): a value of a wrong type is an error.
template <Value (*Convert)(const Value&)>
Value convert(FunctionContext&, Arguments args) {
  return Convert(args[0]);
}

/// toXOrNull(): a value of a wrong type is null.
template <Value (*Convert)(const Value&), TypeSet const& Types>
Value convert_or_null(FunctionContext&, Arguments args) {
  return Types.contains(args[0].type()) ? Convert(args[0]) : Value();
}

/// toXList(): every item converted, null where it cannot be.
template <Value (*Convert)(const Value&), TypeSet const& Types>
Value convert_list(FunctionContext&, Arguments args) {
  List converted;
  converted.reserve(args[0].list().size());
  for (const Value& item : args[0].list())
    converted.push_back(!item.is_null() && Types.contains(item.type()) ? Convert(item) : Value());
  return converted;
}

// ---- valueType ---------------------------------------------------------------------------------

std::string value_type(const Value& value);

/// The types of the items, joined: "INTEGER NOT NULL | STRING NOT NULL", in alphabetical order.
std::string item_types(const List& list) {
  std::map<std::string, bool> names;
  for (const Value& item : list) names.emplace(value_type(item), true);
  if (names.empty()) return "NOTHING";
  std::string text;
  for (const auto& [name, present] : names) text += (text.empty() ? "" : " | ") + name;
  return text;
}

std::string value_type(const Value& value) {
  if (value.is_null()) return "NULL";
  if (value.type() == Type::list) return "LIST<" + item_types(value.list()) + "> NOT NULL";
  return std::string(type_name(value.type())) + " NOT NULL";
}

Value value_type_of(FunctionContext&, Arguments args) {
  return value_type(args[0]);
}

void add_one(Functions& functions, std::string_view name, TypeSet takes, TypeSet result, std::string_view doc,
             std::string_view example, Value (*call)(FunctionContext&, Arguments)) {
  functions.push_back({.name = name,
                       .section = "Conversion",
                       .parameters = {{"value", takes}},
                       .required = 1,
                       .result = result,
                       .doc = doc,
                       .example = example,
                       .call = call});
}

void add_strict(Functions& functions) {
  add_one(functions, "toInteger", kToInteger, types::integer,
          "The value as an INTEGER: fractions are dropped, true is 1; null for a text that is no number.",
          "toInteger('42')", convert<to_integer>);
  add_one(functions, "toFloat", kToFloat, types::floating,
          "The value as a FLOAT; null for a text that is no number.", "toFloat('11.5')", convert<to_float>);
  add_one(functions, "toBoolean", kToBoolean, types::boolean,
          "The value as a BOOLEAN: 'true' and 'false' in any case, 0 is false; null for another text.",
          "toBoolean('TRUE')", convert<to_boolean>);
  add_one(functions, "toString", kToString, types::string,
          "The value as text: numbers and booleans as written in a statement, temporal values in ISO 8601.",
          "toString(date({year: 2023, month: 9, day: 19}))", convert<to_text>);
}

void add_lenient(Functions& functions) {
  add_one(functions, "toIntegerOrNull", types::any, types::integer,
          "As toInteger(), but null for a type that cannot be converted.", "toIntegerOrNull([1])",
          convert_or_null<to_integer, kToInteger>);
  add_one(functions, "toFloatOrNull", types::any, types::floating,
          "As toFloat(), but null for a type that cannot be converted.", "toFloatOrNull(true)",
          convert_or_null<to_float, kToFloat>);
  add_one(functions, "toBooleanOrNull", types::any, types::boolean,
          "As toBoolean(), but null for a type that cannot be converted.", "toBooleanOrNull(1.5)",
          convert_or_null<to_boolean, kToBoolean>);
  add_one(functions, "toStringOrNull", types::any, types::string,
          "As toString(), but null for a type that cannot be converted.", "toStringOrNull({a: 1})",
          convert_or_null<to_text, kToString>);
}

void add_lists(Functions& functions) {
  add_one(functions, "toIntegerList", types::list, types::list, "Every item by toIntegerOrNull().",
          "toIntegerList(['1', 2.5, null])", convert_list<to_integer, kToInteger>);
  add_one(functions, "toFloatList", types::list, types::list, "Every item by toFloatOrNull().",
          "toFloatList(['1', 2, null])", convert_list<to_float, kToFloat>);
  add_one(functions, "toBooleanList", types::list, types::list, "Every item by toBooleanOrNull().",
          "toBooleanList(['true', 0, null])", convert_list<to_boolean, kToBoolean>);
  add_one(functions, "toStringList", types::list, types::list, "Every item by toStringOrNull().",
          "toStringList([1, 2.5, true])", convert_list<to_text, kToString>);
}

}  // namespace

void add_conversion(Functions& functions) {
  add_strict(functions);
  add_lenient(functions);
  add_lists(functions);
  functions.push_back({.name = "valueType",
                       .section = "Conversion",
                       .parameters = {{"value", types::any}},
                       .required = 1,
                       .null_is_null = false,
                       .result = types::string,
                       .doc = "The name of the value's type.",
                       .example = "valueType([1, 'a'])",
                       .call = value_type_of});
}

}  // namespace attest::registry
