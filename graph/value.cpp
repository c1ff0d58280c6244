#include <attest/graph/value.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include <attest/graph/error.hpp>

namespace attest {

namespace {

/// A list or map knows how deep it is, so that one more level is measured in no time.
std::uint32_t depth_above(std::uint32_t depth) {
  if (depth < kDeepestValue) return depth + 1;
  throw LimitError("NestingTooDeep",
                   fmt::format("lists and maps can be nested {} deep, this would be deeper", kDeepestValue));
}

std::uint32_t deepest_of(const List& list) {
  std::uint32_t deepest = 0;
  for (const Value& item : list) deepest = std::max(deepest, item.depth());
  return deepest;
}

std::uint32_t deepest_of(const Map& map) {
  std::uint32_t deepest = 0;
  for (const auto& [key, value] : map) deepest = std::max(deepest, value.depth());
  return deepest;
}

}  // namespace

Value::Value(List v) {
  const std::uint32_t depth = depth_above(deepest_of(v));
  data_ = Box<List>(std::move(v), depth);
}

Value::Value(Map v) {
  const std::uint32_t depth = depth_above(deepest_of(v));
  data_ = Box<Map>(std::move(v), depth);
}

std::uint32_t Value::depth() const {
  if (const auto* list = std::get_if<Box<List>>(&data_)) return list->tag();
  const auto* map = std::get_if<Box<Map>>(&data_);
  return map ? map->tag() : 0;
}

std::string_view type_name(Value::Type type) {
  static constexpr std::array<std::string_view, 16> names{
      "NULL",      "BOOLEAN",      "INTEGER", "FLOAT", "STRING",     "LIST", "MAP",
      "NODE",      "RELATIONSHIP", "PATH",    "DATE",  "LOCAL TIME", "TIME", "LOCAL DATE TIME",
      "DATE TIME", "DURATION"};
  return names[static_cast<std::size_t>(type)];
}

namespace {

bool same(double a, double b) {
  return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
         (std::isnan(a) && std::isnan(b));
}

template <class T>
bool same(const T& a, const T& b) {
  return a == b;
}

template <class T>
bool same(const Box<T>& a, const Box<T>& b) {
  return *a == *b;
}

bool same(const Box<List>& a, const Box<List>& b) {
  return std::ranges::equal(*a, *b, identical);
}

bool same(const Box<Map>& a, const Box<Map>& b) {
  return std::ranges::equal(*a, *b, [](const auto& x, const auto& y) {
    return x.first == y.first && identical(x.second, y.second);
  });
}

std::size_t mix(std::size_t seed, std::size_t next) {
  std::uint64_t h = (seed ^ next) * 0x9e3779b97f4a7c15;
  return static_cast<std::size_t>(h ^ (h >> 32));
}

std::size_t mix_all(std::initializer_list<std::int64_t> parts) {
  std::size_t seed = parts.size();
  for (const std::int64_t part : parts) seed = mix(seed, static_cast<std::size_t>(part));
  return seed;
}

std::size_t hash_of(const DateTime& v) {
  return mix_all({v.local.date.days, v.local.time.nanoseconds, v.offset,
                  static_cast<std::int64_t>(std::hash<std::string>{}(v.zone))});
}

bool is_identifier(std::string_view name) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return !name.empty() && letter(name[0]) &&
         std::ranges::all_of(name, [&](char c) { return letter(c) || digit(c); });
}

std::string quoted_key(std::string_view name) {
  if (is_identifier(name)) return std::string(name);
  std::string out = "`";
  for (const char c : name) out.append(c == '`' ? 2 : 1, c);
  return out + '`';
}

std::string quoted_string(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    switch (c) {
      case '\'':
        out += "\\'";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
          out += c;
        }
    }
  }
  return out + '\'';
}

std::string float_literal(double v) {
  if (std::isnan(v)) return "(0.0 / 0.0)";
  if (std::isinf(v)) return v > 0 ? "(1.0 / 0.0)" : "(-1.0 / 0.0)";
  std::string text = fmt::format("{}", v);
  if (text.find_first_of(".e") == std::string::npos) text += ".0";
  return text;
}

template <class Range, class Print>
std::string joined(const Range& range, char open, char close, Print&& print) {
  std::string out(1, open);
  for (const auto& item : range) {
    if (out.size() > 1) out += ", ";
    out += print(item);
  }
  return out + close;
}

template <class T>
std::string constructed(std::string_view function, const T& v) {
  return fmt::format("{}('{}')", function, to_string(v));
}

}  // namespace

bool identical(const Value& a, const Value& b) {
  if (a.type() != b.type()) return false;
  return std::visit(
      [&b](const auto& left) { return same(left, std::get<std::decay_t<decltype(left)>>(b.data())); },
      a.data());
}

std::size_t hash_of_number(double v) {
  if (v == 0) v = 0;                                                // one zero
  if (std::isnan(v)) v = std::numeric_limits<double>::quiet_NaN();  // and one NaN
  return mix(2, std::bit_cast<std::uint64_t>(v));
}

std::size_t hash_of_string(std::string_view v) {
  return std::hash<std::string_view>{}(v);
}

std::size_t hash(const Value& value) {
  using T = Value::Type;
  switch (value.type()) {
    case T::null:
      return 0;
    case T::boolean:
      return value.boolean() ? 3 : 5;
    case T::integer:
      return hash_of_number(static_cast<double>(value.integer()));
    case T::floating:
      return hash_of_number(value.floating());
    case T::string:
      return hash_of_string(value.string());
    case T::list: {
      std::size_t seed = 7;
      for (const Value& item : value.list()) seed = mix(seed, hash(item));
      return seed;
    }
    case T::map: {
      std::size_t seed = 11;
      for (const auto& [key, item] : value.map()) seed = mix(mix(seed, hash_of_string(key)), hash(item));
      return seed;
    }
    case T::node:
      return mix(13, index(value.node()));
    case T::relationship:
      return mix(17, index(value.relationship()));
    case T::path: {
      std::size_t seed = 19;
      for (const NodeId node : value.path().nodes) seed = mix(seed, index(node));
      for (const RelationshipId step : value.path().relationships) seed = mix(seed, index(step));
      return seed;
    }
    case T::date:
      return mix_all({value.date().days});
    case T::local_time:
      return mix_all({value.local_time().nanoseconds});
    case T::time:
      return mix_all({value.time().local.nanoseconds, value.time().offset});
    case T::local_date_time:
      return mix_all({value.local_date_time().date.days, value.local_date_time().time.nanoseconds});
    case T::date_time:
      return hash_of(value.date_time());
    case T::duration: {
      const Duration& d = value.duration();
      return mix_all({d.months, d.days, d.seconds, d.nanoseconds});
    }
  }
  return 0;
}

std::string to_literal(const Value& value) {
  using T = Value::Type;
  switch (value.type()) {
    case T::null:
      return "null";
    case T::boolean:
      return value.boolean() ? "true" : "false";
    case T::integer:
      return std::to_string(value.integer());
    case T::floating:
      return float_literal(value.floating());
    case T::string:
      return quoted_string(value.string());
    case T::list:
      return joined(value.list(), '[', ']', to_literal);
    case T::map:
      return joined(value.map(), '{', '}',
                    [](const auto& item) { return quoted_key(item.first) + ": " + to_literal(item.second); });
    case T::date:
      return constructed("date", value.date());
    case T::local_time:
      return constructed("localtime", value.local_time());
    case T::time:
      return constructed("time", value.time());
    case T::local_date_time:
      return constructed("localdatetime", value.local_date_time());
    case T::date_time:
      return constructed("datetime", value.date_time());
    case T::duration:
      return constructed("duration", value.duration());
    case T::node:
    case T::relationship:
    case T::path:
      break;
  }
  throw UsageError(fmt::format("a {} has no literal form", type_name(value.type())));
}

}  // namespace attest
