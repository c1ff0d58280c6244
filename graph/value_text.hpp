// Values as text in formats whose own types are fewer than openCypher's, and back, exactly.
//
// A value is a type name and a text: ("long", "42"), ("date", "2023-09-19"), ("list", "[1, \"a\"]"). Lists
// and maps are typed JSON: JSON as usual, and what JSON has no type for as {"@type": "date", "@value":
// "2023-09-19"} (the value objects of JSON-LD): temporal values, NaN and the infinities, and a map that has a
// key "@type".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <attest/graph/value.hpp>

namespace attest {

/// "boolean", "long", "double", "string", "list", "map", "date", "localtime", "time", "localdatetime",
/// "datetime", "duration" (the names of Neo4j's import headers). The value is one that a property can have.
std::string_view type_word(Value::Type type);

/// The text of a value: strings as they are, numbers shortest, lists and maps in typed JSON.
void append_text(std::string& out, const Value& value);
/// The value that has this type and text; nothing where the text is not of the type. Also takes
/// "int", "short", "byte", "float" and "char" as the nearest type.
std::optional<Value> parse_text(std::string_view type, std::string_view text);

/// Typed JSON on one line. Bytes that are not UTF-8 come out as U+FFFD.
void append_json(std::string& out, const Value& value);
/// A JSON string, quoted.
void append_json_string(std::string& out, std::string_view text);
/// Reads typed JSON; nothing where the text is not JSON.
std::optional<Value> parse_json_value(std::string_view text);

}  // namespace attest
