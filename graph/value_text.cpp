#include <attest/graph/value_text.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include <attest/graph/number_text.hpp>
#include <attest/graph/temporal_text.hpp>
#include <attest/graph/utf8.hpp>

namespace attest {
namespace {

using Json = nlohmann::json;
using Type = Value::Type;

constexpr int deepest =
    500;  // of lists and maps in each other; far above what graphs hold, far below the stack

template <class T>
std::optional<Value> lift(const std::optional<T>& parsed) {
  return parsed ? std::optional<Value>(Value(*parsed)) : std::nullopt;
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return {};
  return number;
}

std::optional<Value> parse_boolean(std::string_view text) {
  if (text == "true" || text == "True" || text == "TRUE" || text == "1") return Value(true);
  if (text == "false" || text == "False" || text == "FALSE" || text == "0") return Value(false);
  return {};
}

std::optional<Value> parse_string(std::string_view text) {
  return Value(text);
}

struct Reader {
  std::string_view word;
  std::optional<Value> (*read)(std::string_view);
};

constexpr auto read_integer = [](std::string_view text) { return lift(parse_number<std::int64_t>(text)); };
constexpr auto read_double = [](std::string_view text) { return lift(parse_number<double>(text)); };

std::optional<Value> parse_nested(Type type, std::string_view text) {
  auto value = parse_json_value(text);
  return value && value->type() == type ? value : std::nullopt;
}

constexpr std::array<Reader, 18> readers{{
    {"string", parse_string},
    {"long", read_integer},
    {"double", read_double},
    {"boolean", parse_boolean},
    {"list", [](std::string_view text) { return parse_nested(Type::list, text); }},
    {"map", [](std::string_view text) { return parse_nested(Type::map, text); }},
    {"date", [](std::string_view text) { return lift(parse_date(text)); }},
    {"localtime", [](std::string_view text) { return lift(parse_local_time(text)); }},
    {"time", [](std::string_view text) { return lift(parse_time(text)); }},
    {"localdatetime", [](std::string_view text) { return lift(parse_local_date_time(text)); }},
    {"datetime", [](std::string_view text) { return lift(parse_date_time(text)); }},
    {"duration", [](std::string_view text) { return lift(parse_duration(text)); }},
    {"int", read_integer},
    {"integer", read_integer},
    {"short", read_integer},
    {"byte", read_integer},
    {"float", read_double},
    {"char", parse_string},
}};

std::string temporal_text(const Value& value) {
  switch (value.type()) {
    case Type::date:
      return to_string(value.date());
    case Type::local_time:
      return to_string(value.local_time());
    case Type::time:
      return to_string(value.time());
    case Type::local_date_time:
      return to_string(value.local_date_time());
    case Type::date_time:
      return to_string(value.date_time());
    case Type::duration:
      return to_string(value.duration());
    default:
      return {};
  }
}

void append_tagged(std::string& out, std::string_view type, std::string_view text) {
  out += R"({"@type": ")";
  out += type;
  out += R"(", "@value": )";
  append_json_string(out, text);
  out += '}';
}

void append_map(std::string& out, const Map& map) {
  out += '{';
  bool first = true;
  for (const auto& [key, item] : map) {
    if (!first) out += ", ";
    first = false;
    append_json_string(out, key);
    out += ": ";
    append_json(out, item);
  }
  out += '}';
}

void append_list(std::string& out, const List& list) {
  out += '[';
  bool first = true;
  for (const Value& item : list) {
    if (!first) out += ", ";
    first = false;
    append_json(out, item);
  }
  out += ']';
}

std::optional<Value> from_json(const Json& json, int depth);

std::optional<Value> from_members(const Json& json, int depth) {
  Map map;
  for (const auto& [key, item] : json.items()) {
    auto value = from_json(item, depth + 1);
    if (!value) return {};
    map.emplace_hint(map.end(), key, std::move(*value));
  }
  return Value(std::move(map));
}

std::optional<Value> from_object(const Json& json, int depth) {
  const auto type = json.find("@type");
  if (type == json.end()) return from_members(json, depth);
  const auto content = json.find("@value");
  if (json.size() != 2 || content == json.end() || !type->is_string()) return from_members(json, depth);
  const std::string& word = type->get_ref<const std::string&>();
  if (content->is_string()) return parse_text(word, content->get_ref<const std::string&>());
  if (word == "map" && content->is_object()) return from_members(*content, depth);
  return from_members(json, depth);
}

std::optional<Value> from_json(const Json& json, int depth) {
  if (depth > deepest) return {};
  switch (json.type()) {
    case Json::value_t::null:
      return Value();
    case Json::value_t::boolean:
      return Value(json.get<bool>());
    case Json::value_t::number_integer:
      return Value(json.get<std::int64_t>());
    case Json::value_t::number_unsigned: {
      const auto number = json.get<std::uint64_t>();
      if (number > std::uint64_t{INT64_MAX}) return Value(static_cast<double>(number));
      return Value(static_cast<std::int64_t>(number));
    }
    case Json::value_t::number_float:
      return Value(json.get<double>());
    case Json::value_t::string:
      return Value(json.get_ref<const std::string&>());
    case Json::value_t::object:
      return from_object(json, depth);
    case Json::value_t::array: {
      List list;
      list.reserve(json.size());
      for (const Json& item : json) {
        auto value = from_json(item, depth + 1);
        if (!value) return {};
        list.push_back(std::move(*value));
      }
      return Value(std::move(list));
    }
    default:
      return {};
  }
}

}  // namespace

std::string_view type_word(Type type) {
  switch (type) {
    case Type::boolean:
      return "boolean";
    case Type::integer:
      return "long";
    case Type::floating:
      return "double";
    case Type::string:
      return "string";
    case Type::list:
      return "list";
    case Type::map:
      return "map";
    case Type::date:
      return "date";
    case Type::local_time:
      return "localtime";
    case Type::time:
      return "time";
    case Type::local_date_time:
      return "localdatetime";
    case Type::date_time:
      return "datetime";
    case Type::duration:
      return "duration";
    default:
      return "null";
  }
}

void append_text(std::string& out, const Value& value) {
  switch (value.type()) {
    case Type::boolean:
      out += value.boolean() ? "true" : "false";
      return;
    case Type::integer:
      append(out, value.integer());
      return;
    case Type::floating:
      append_xsd(out, value.floating());
      return;
    case Type::string:
      out += value.string();
      return;
    case Type::list:
    case Type::map:
      append_json(out, value);
      return;
    default:
      out += temporal_text(value);
      return;
  }
}

std::optional<Value> parse_text(std::string_view type, std::string_view text) {
  for (const Reader& reader : readers)
    if (reader.word == type) return reader.read(text);
  return {};
}

void append_json_string(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; };
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
      ++at;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      const auto code = static_cast<unsigned char>(c);
      if (c == '\n')
        out += "\\n";
      else if (c == '\t')
        out += "\\t";
      else
        ((out += "\\u00") += hex[code >> 4]) += hex[code & 15];
      ++at;
    } else if (is_plain(c)) {
      const auto end = std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_plain);
      const auto stop = static_cast<std::size_t>(end - text.begin());
      out.append(text, at, stop - at);
      at = stop;
    } else {
      append_code_point(out, next_code_point(text, at));
    }
  }
  out += '"';
}

void append_json(std::string& out, const Value& value) {
  switch (value.type()) {
    case Type::boolean:
    case Type::integer:
      append_text(out, value);
      return;
    case Type::floating:
      if (!std::isfinite(value.floating())) {
        std::string text;
        append_xsd(text, value.floating());
        append_tagged(out, "double", text);
      } else {
        append(out, value.floating());
      }
      return;
    case Type::string:
      append_json_string(out, value.string());
      return;
    case Type::list:
      append_list(out, value.list());
      return;
    case Type::map:
      if (value.map().contains("@type")) out += R"({"@type": "map", "@value": )";
      append_map(out, value.map());
      if (value.map().contains("@type")) out += '}';
      return;
    case Type::date:
    case Type::local_time:
    case Type::time:
    case Type::local_date_time:
    case Type::date_time:
    case Type::duration:
      append_tagged(out, type_word(value.type()), temporal_text(value));
      return;
    default:
      out += "null";
      return;
  }
}

std::optional<Value> parse_json_value(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  return json.is_discarded() ? std::nullopt : from_json(json, 0);
}

}  // namespace attest
