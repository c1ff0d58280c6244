// Calling functions directly, and comparing what they give with literals.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <catch2/catch.hpp>

#include <attest/error.hpp>
#include <attest/query/functions.hpp>
#include <attest/query/text.hpp>

namespace attest::test {

/// A context over an empty graph at 2023-09-19T09:00:00.5Z, randomness seeded.
inline FunctionContext& context() {
  static const Graph graph;
  static FunctionContext context{
      graph, {}, {{1'695'114'000, 500'000'000}, {1'695'114'000, 500'000'000}, "Z"}, std::mt19937_64(42)};
  return context;
}

inline Value call(FunctionContext& with, std::string_view name, std::vector<Value> arguments) {
  const Function* function = find_function(name);
  INFO("function " << name);
  REQUIRE(function != nullptr);
  REQUIRE(arguments.size() >= function->required);
  REQUIRE((function->variadic || arguments.size() <= function->parameters.size()));
  return invoke(*function, with, arguments);
}

inline Value call(std::string_view name, std::vector<Value> arguments) {
  return call(context(), name, std::move(arguments));
}

/// The result as a literal; temporal values as their ISO 8601 text.
inline std::string shown(const Value& value) {
  return has_text(value) && value.type() != Value::Type::string ? text_of(value) : to_literal(value);
}

inline std::string result(std::string_view name, std::vector<Value> arguments) {
  return shown(call(name, std::move(arguments)));
}

/// "TypeError/InvalidArgumentValue", or "" where nothing was thrown.
template <class F>
std::string error_of(F run) {
  try {
    run();
  } catch (const QueryError& error) {
    return error.type() + "/" + error.detail();
  }
  return "";
}

inline std::string error(std::string_view name, std::vector<Value> arguments) {
  return error_of([&] { call(name, std::move(arguments)); });
}

}  // namespace attest::test
