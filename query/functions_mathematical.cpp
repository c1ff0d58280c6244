// abs, round, sqrt, sin, rand …: numbers to numbers.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include <fmt/format.h>

#include <attest/query/functions_registry.hpp>
#include <attest/query/run_time_error.hpp>

namespace attest::registry {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kE = 2.71828182845904523536;

Value absolute(FunctionContext&, Arguments args) {
  if (args[0].type() == Value::Type::floating) return std::fabs(args[0].floating());
  if (args[0].integer() == INT64_MIN)
    throw arithmetic_error("NumberOutOfRange", "abs(-9223372036854775808) does not fit an INTEGER");
  return std::abs(args[0].integer());
}

Value sign(FunctionContext&, Arguments args) {
  const double x = real(args[0]);
  return (x > 0) - (x < 0);
}

Value is_nan(FunctionContext&, Arguments args) {
  return std::isnan(real(args[0]));
}

template <double (*F)(double)>
Value real_function(FunctionContext&, Arguments args) {
  return F(real(args[0]));
}

double haversine(double x) {
  return (1 - std::cos(x)) / 2;
}
double cotangent(double x) {
  return 1 / std::tan(x);
}
double hyperbolic_cotangent(double x) {
  return 1 / std::tanh(x);
}
double to_degrees(double x) {
  return x * 180 / kPi;
}
double to_radians(double x) {
  return x * kPi / 180;
}

// ---- round -------------------------------------------------------------------------------------

enum class Rounding { up, down, ceiling, floor, half_up, half_down, half_even };

Rounding rounding_named(const std::string& name) {
  constexpr std::array<std::pair<std::string_view, Rounding>, 7> modes = {
      {{"UP", Rounding::up},
       {"DOWN", Rounding::down},
       {"CEILING", Rounding::ceiling},
       {"FLOOR", Rounding::floor},
       {"HALF_UP", Rounding::half_up},
       {"HALF_DOWN", Rounding::half_down},
       {"HALF_EVEN", Rounding::half_even}}};
  for (const auto& [mode, rounding] : modes)
    if (mode == name) return rounding;
  throw argument_error(
      "InvalidArgumentValue",
      fmt::format("'{}' is no rounding mode; use UP, DOWN, CEILING, FLOOR, HALF_UP, HALF_DOWN or "
                  "HALF_EVEN",
                  name));
}

/// Whether the magnitude grows, given the digits that are cut off.
bool rounds_away(Rounding mode, bool negative, bool last_kept_is_odd, std::string_view cut) {
  const bool exact = cut.find_first_not_of('0') == std::string_view::npos;
  const bool half = cut[0] == '5' && cut.substr(1).find_first_not_of('0') == std::string_view::npos;
  switch (mode) {
    case Rounding::up:
      return !exact;
    case Rounding::down:
      return false;
    case Rounding::ceiling:
      return !exact && !negative;
    case Rounding::floor:
      return !exact && negative;
    case Rounding::half_up:
      return cut[0] >= '5';
    case Rounding::half_down:
      return cut[0] >= '5' && !half;
    default:
      return half ? last_kept_is_odd : cut[0] >= '5';
  }
}

/// Rounds the shortest decimal form of `x`, so that 1.005 at two digits is the 1.01 that one reads.
double round_decimal(double x, int precision, Rounding mode) {
  if (!std::isfinite(x)) return x;
  const bool negative = std::signbit(x);
  std::array<char, 1200> buffer;  // the smallest double has 1,074 decimal digits
  const auto end =
      std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::fabs(x), std::chars_format::fixed);
  const std::string digits(buffer.data(), end.ptr);
  const std::size_t point = std::min(digits.find('.'), digits.size());
  if (digits.size() <= point + 1 + static_cast<std::size_t>(precision)) return x;
  const std::string kept =
      digits.substr(0, point) + digits.substr(point + 1, static_cast<std::size_t>(precision));
  const std::string cut = digits.substr(point + 1 + static_cast<std::size_t>(precision));
  std::string result = "0" + kept;
  if (rounds_away(mode, negative, (kept.back() - '0') % 2 == 1, cut)) {
    auto digit = result.rbegin();
    for (; *digit == '9'; ++digit) *digit = '0';
    ++*digit;
  }
  result.insert(result.size() - static_cast<std::size_t>(precision), ".");
  double rounded = 0;
  std::from_chars(result.data(), result.data() + result.size(), rounded);
  return negative ? -rounded : rounded;
}

Value round(FunctionContext&, Arguments args) {
  const double x = real(args[0]);
  if (args.size() == 1) return std::floor(x + 0.5);
  const double precision = real(args[1]);
  if (precision < 0 || precision > 308)
    throw argument_error("NumberOutOfRange", "the precision of round() is a number of digits, 0 … 308");
  const Rounding mode = args.size() > 2 ? rounding_named(args[2].string()) : Rounding::half_up;
  return round_decimal(x, static_cast<int>(precision), mode);
}

// ---- Others ------------------------------------------------------------------------------------

Value arc_tangent(FunctionContext&, Arguments args) {
  return std::atan2(real(args[0]), real(args[1]));
}

Value pi(FunctionContext&, Arguments) {
  return kPi;
}
Value e(FunctionContext&, Arguments) {
  return kE;
}

Value random(FunctionContext& context, Arguments) {
  return static_cast<double>(context.random() >> 11) * 0x1.0p-53;
}

/// One FLOAT of one number.
void add_real(Functions& functions, std::string_view name, std::string_view section, std::string_view doc,
              std::string_view example, Value (*call)(FunctionContext&, Arguments)) {
  functions.push_back({.name = name,
                       .section = section,
                       .parameters = {{"value", types::number}},
                       .required = 1,
                       .result = types::floating,
                       .doc = doc,
                       .example = example,
                       .call = call});
}

void add_logarithmic(Functions& functions) {
  constexpr std::string_view section = "Logarithmic";
  add_real(functions, "sqrt", section, "The square root; NaN of a negative number.", "sqrt(12.96)",
           real_function<std::sqrt>);
  add_real(functions, "exp", section, "e raised to the value.", "exp(1)", real_function<std::exp>);
  add_real(functions, "log", section, "The natural logarithm.", "log(e())", real_function<std::log>);
  add_real(functions, "log10", section, "The logarithm to base 10.", "log10(1000)",
           real_function<std::log10>);
  functions.push_back({.name = "e",
                       .section = section,
                       .result = types::floating,
                       .doc = "The base of the natural logarithm, 2.718281828459045.",
                       .example = "e()",
                       .call = e});
}

void add_trigonometric(Functions& functions) {
  constexpr std::string_view section = "Trigonometric";
  add_real(functions, "sin", section, "The sine of an angle in radians.", "sin(pi() / 2)",
           real_function<std::sin>);
  add_real(functions, "cos", section, "The cosine of an angle in radians.", "cos(0)",
           real_function<std::cos>);
  add_real(functions, "tan", section, "The tangent of an angle in radians.", "tan(0)",
           real_function<std::tan>);
  add_real(functions, "cot", section, "The cotangent of an angle in radians.", "cot(1.5)",
           real_function<cotangent>);
  add_real(functions, "asin", section, "The angle in radians that has the sine.", "asin(1)",
           real_function<std::asin>);
  add_real(functions, "acos", section, "The angle in radians that has the cosine.", "acos(1)",
           real_function<std::acos>);
  add_real(functions, "atan", section, "The angle in radians that has the tangent.", "atan(1)",
           real_function<std::atan>);
  add_real(functions, "sinh", section, "The hyperbolic sine.", "sinh(0.7)", real_function<std::sinh>);
  add_real(functions, "cosh", section, "The hyperbolic cosine.", "cosh(0.7)", real_function<std::cosh>);
  add_real(functions, "tanh", section, "The hyperbolic tangent.", "tanh(0.7)", real_function<std::tanh>);
  add_real(functions, "coth", section, "The hyperbolic cotangent.", "coth(0.7)",
           real_function<hyperbolic_cotangent>);
  add_real(functions, "degrees", section, "An angle in radians as degrees.", "degrees(pi())",
           real_function<to_degrees>);
  add_real(functions, "radians", section, "An angle in degrees as radians.", "radians(180)",
           real_function<to_radians>);
  add_real(functions, "haversin", section, "Half the versine: (1 - cos x) / 2, of an angle in radians.",
           "haversin(0.5)", real_function<haversine>);
  functions.push_back({.name = "atan2",
                       .section = section,
                       .parameters = {{"y", types::number}, {"x", types::number}},
                       .required = 2,
                       .result = types::floating,
                       .doc = "The angle in radians of the point (x, y), -π … π.",
                       .example = "atan2(0.5, 0.6)",
                       .call = arc_tangent});
  functions.push_back({.name = "pi",
                       .section = section,
                       .result = types::floating,
                       .doc = "The number π, 3.141592653589793.",
                       .example = "pi()",
                       .call = pi});
}

}  // namespace

void add_mathematical(Functions& functions) {
  constexpr std::string_view section = "Mathematical";
  functions.push_back({.name = "abs",
                       .section = section,
                       .parameters = {{"value", types::number}},
                       .required = 1,
                       .result = types::number,
                       .doc = "The value without its sign, of the value's type.",
                       .example = "abs(-3)",
                       .call = absolute});
  functions.push_back({.name = "sign",
                       .section = section,
                       .parameters = {{"value", types::number}},
                       .required = 1,
                       .result = types::integer,
                       .doc = "-1, 0 or 1 for a value below, at or above zero.",
                       .example = "sign(-17.5)",
                       .call = sign});
  functions.push_back({.name = "isNaN",
                       .section = section,
                       .parameters = {{"value", types::number}},
                       .required = 1,
                       .result = types::boolean,
                       .doc = "Whether the value is the float that is not a number.",
                       .example = "isNaN(0.0 / 0.0)",
                       .call = is_nan});
  functions.push_back(
      {.name = "round",
       .section = section,
       .parameters = {{"value", types::number}, {"precision", types::number}, {"mode", types::string}},
       .required = 1,
       .result = types::floating,
       .doc = "The nearest whole number (halves up), or rounded to `precision` decimal digits by `mode`: "
              "HALF_UP "
              "(the default), HALF_DOWN, HALF_EVEN, UP, DOWN, CEILING or FLOOR.",
       .example = "round(3.14159, 3)",
       .call = round});
  functions.push_back({.name = "rand",
                       .section = section,
                       .purity = Purity::unstable,
                       .result = types::floating,
                       .doc = "A random number, 0 <= x < 1.",
                       .example = "0 <= rand() < 1",
                       .call = random});
  add_real(functions, "ceil", section, "The least whole number not less than the value.", "ceil(0.1)",
           real_function<std::ceil>);
  add_real(functions, "floor", section, "The greatest whole number not greater than the value.", "floor(0.9)",
           real_function<std::floor>);
  add_logarithmic(functions);
  add_trigonometric(functions);
}

}  // namespace attest::registry
