// Values as text: what toString() gives, what `+` joins to strings, and how numbers are read back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <attest/graph/value.hpp>

namespace attest {

/// Strings, numbers, booleans and temporal values.
bool has_text(const Value& value);
/// Of a value that has: a string is itself, the rest as they are written in a statement or in ISO 8601.
std::string text_of(const Value& value);

/// A whole decimal number, with a sign and surrounding space at most.
std::optional<std::int64_t> parse_integer(std::string_view text);
/// A decimal number in the forms of a statement, "Infinity" and "NaN".
std::optional<double> parse_float(std::string_view text);
/// "true" or "false", upper and lower case as one.
std::optional<bool> parse_boolean(std::string_view text);

}  // namespace attest
