#include <attest/query/text.hpp>

#include <charconv>
#include <cmath>

#include <attest/query/types.hpp>

namespace attest {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// std::from_chars knows no leading plus.
std::string_view without_plus(std::string_view text) {
  return text.size() > 1 && text[0] == '+' && text[1] != '-' ? text.substr(1) : text;
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  text = without_plus(trimmed(text));
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool equal_ignoring_case(std::string_view text, std::string_view lower) {
  if (text.size() != lower.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((text[i] | 0x20) != lower[i]) return false;
  return true;
}

}  // namespace

bool has_text(const Value& value) {
  constexpr TypeSet printable = types::string | types::number | types::boolean | types::temporal;
  return !value.is_null() && printable.contains(value.type());
}

std::string text_of(const Value& value) {
  switch (value.type()) {
    case Value::Type::string:
      return value.string();
    case Value::Type::date:
      return to_string(value.date());
    case Value::Type::local_time:
      return to_string(value.local_time());
    case Value::Type::time:
      return to_string(value.time());
    case Value::Type::local_date_time:
      return to_string(value.local_date_time());
    case Value::Type::date_time:
      return to_string(value.date_time());
    case Value::Type::duration:
      return to_string(value.duration());
    default:
      return to_literal(value);
  }
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  return parse_number<std::int64_t>(text);
}

std::optional<double> parse_float(std::string_view text) {
  const auto value = parse_number<double>(text);
  const auto plain = trimmed(text);
  if (value || plain.empty()) return value;
  // Too large or too small for a double: strtod gives infinity or zero.
  const std::string copy(without_plus(plain));
  char* end = nullptr;
  const double rounded = std::strtod(copy.c_str(), &end);
  const bool decimal = copy.find_first_not_of("+-.eE0123456789") == std::string::npos;
  return decimal && end == copy.c_str() + copy.size() ? std::optional(rounded) : std::nullopt;
}

std::optional<bool> parse_boolean(std::string_view text) {
  text = trimmed(text);
  if (equal_ignoring_case(text, "true")) return true;
  if (equal_ignoring_case(text, "false")) return false;
  return std::nullopt;
}

}  // namespace attest
