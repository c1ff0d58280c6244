#include <attest/query/compare.hpp>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

#include <attest/graph/calendar.hpp>

namespace attest {
namespace {

using Type = Value::Type;

// ---- Numbers -----------------------------------------------------------------------------------

constexpr double kTwoTo63 = 9'223'372'036'854'775'808.0;

/// Exact: an integer beyond 2^53 is not rounded to the nearest double first.
std::partial_ordering compare(std::int64_t a, double b) {
  if (std::isnan(b)) return std::partial_ordering::unordered;
  if (b >= kTwoTo63) return std::partial_ordering::less;
  if (b < -kTwoTo63) return std::partial_ordering::greater;
  const double whole = std::trunc(b);
  const auto as_integer = static_cast<std::int64_t>(whole);
  return a != as_integer ? std::partial_ordering(a <=> as_integer) : whole <=> b;
}

std::partial_ordering reversed(std::partial_ordering order) {
  return 0 <=> order;
}

std::partial_ordering compare_numbers(const Value& a, const Value& b) {
  if (a.type() == Type::integer)
    return b.type() == Type::integer ? std::partial_ordering(a.integer() <=> b.integer())
                                     : compare(a.integer(), b.floating());
  return b.type() == Type::integer ? reversed(compare(b.integer(), a.floating()))
                                   : a.floating() <=> b.floating();
}

// ---- Temporal values ---------------------------------------------------------------------------

/// By the point on the UTC day, then by offset: the order and the equality agree.
std::strong_ordering compare(const Time& a, const Time& b) {
  const auto utc = [](const Time& t) { return t.local.nanoseconds - t.offset * kNanosPerSecond; };
  if (const auto order = utc(a) <=> utc(b); order != 0) return order;
  return a.offset <=> b.offset;
}

std::strong_ordering compare(const DateTime& a, const DateTime& b) {
  const auto seconds = [](const DateTime& t) {
    return t.local.date.days * kSecondsPerDay + t.local.time.nanoseconds / kNanosPerSecond - t.offset;
  };
  if (const auto order = seconds(a) <=> seconds(b); order != 0) return order;
  const auto fraction = [](const DateTime& t) { return t.local.time.nanoseconds % kNanosPerSecond; };
  if (const auto order = fraction(a) <=> fraction(b); order != 0) return order;
  if (const auto order = a.offset <=> b.offset; order != 0) return order;
  return a.zone.compare(b.zone) <=> 0;
}

/// By length, a month taken as its average 2,629,746 seconds; equal lengths by their parts.
std::strong_ordering compare(const Duration& a, const Duration& b) {
  const auto length = [](const Duration& d) {
    return static_cast<long double>(d.months) * 2'629'746 +
           static_cast<long double>(d.days) * kSecondsPerDay + static_cast<long double>(d.seconds) +
           static_cast<long double>(d.nanoseconds) / kNanosPerSecond;
  };
  const long double left = length(a);
  const long double right = length(b);
  if (left != right) return left < right ? std::strong_ordering::less : std::strong_ordering::greater;
  if (a.months != b.months) return a.months <=> b.months;
  if (a.days != b.days) return a.days <=> b.days;
  if (a.seconds != b.seconds) return a.seconds <=> b.seconds;
  return a.nanoseconds <=> b.nanoseconds;
}

// ---- Scalars -----------------------------------------------------------------------------------

std::weak_ordering order_paths(const Path& a, const Path& b) {
  if (const auto nodes = a.nodes <=> b.nodes; nodes != 0) return nodes;
  return a.relationships <=> b.relationships;
}

/// Of one type, whose content is neither a number nor holds values. What is equivalent is equal.
std::weak_ordering order_scalars(const Value& a, const Value& b) {
  switch (a.type()) {
    case Type::boolean:
      return a.boolean() <=> b.boolean();
    case Type::string:
      return a.string().compare(b.string()) <=> 0;
    case Type::node:
      return a.node() <=> b.node();
    case Type::relationship:
      return a.relationship() <=> b.relationship();
    case Type::path:
      return order_paths(a.path(), b.path());
    case Type::date:
      return a.date() <=> b.date();
    case Type::local_time:
      return a.local_time() <=> b.local_time();
    case Type::time:
      return compare(a.time(), b.time());
    case Type::local_date_time:
      return a.local_date_time() <=> b.local_date_time();
    case Type::date_time:
      return compare(a.date_time(), b.date_time());
    case Type::duration:
      return compare(a.duration(), b.duration());
    default:
      return std::weak_ordering::equivalent;
  }
}

bool equal_scalars(const Value& a, const Value& b) {
  if (a.type() == Type::string) return a.string() == b.string();  // without reading those of other lengths
  return order_scalars(a, b) == 0;
}

// ---- Equality ----------------------------------------------------------------------------------

/// The same type, or both numbers.
bool same_kind(const Value& a, const Value& b) {
  return a.type() == b.type() || (a.is_number() && b.is_number());
}

/// No as soon as a pair differs, else unknown where one is unknown. Of equal lengths.
template <class Items, class ValueOf>
Ternary equal_items(const Items& a, const Items& b, ValueOf value_of) {
  Ternary result = Ternary::yes;
  for (auto i = a.begin(), j = b.begin(); i != a.end(); ++i, ++j) {
    const Ternary item = equal(value_of(*i), value_of(*j));
    if (item == Ternary::no) return Ternary::no;
    if (item == Ternary::unknown) result = Ternary::unknown;
  }
  return result;
}

Ternary equal_lists(const List& a, const List& b) {
  return a.size() == b.size() ? equal_items(a, b, std::identity()) : Ternary::no;
}

Ternary equal_maps(const Map& a, const Map& b) {
  const auto same_key = [](const auto& x, const auto& y) { return x.first == y.first; };
  if (!std::equal(a.begin(), a.end(), b.begin(), b.end(), same_key)) return Ternary::no;
  return equal_items(a, b, [](const auto& entry) -> const Value& { return entry.second; });
}

// ---- Comparability -----------------------------------------------------------------------------

using MaybeOrder = std::optional<std::partial_ordering>;  // nothing: unknown; unordered: NaN
MaybeOrder comparability(const Value& a, const Value& b);

/// Lexicographic; the first pair that is not equal decides, a prefix is less.
MaybeOrder compare_lists(const List& a, const List& b) {
  const std::size_t common = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < common; ++i)
    if (equal(a[i], b[i]) != Ternary::yes) return comparability(a[i], b[i]);
  return a.size() <=> b.size();
}

/// Nodes, relationships, paths, maps and durations are neither less nor greater than another.
bool has_order(Type type) {
  switch (type) {
    case Type::boolean:
    case Type::string:
    case Type::date:
    case Type::local_time:
    case Type::time:
    case Type::local_date_time:
    case Type::date_time:
      return true;
    default:
      return false;
  }
}

MaybeOrder comparability(const Value& a, const Value& b) {
  if (!same_kind(a, b)) return std::nullopt;
  if (a.is_number()) return compare_numbers(a, b);
  if (a.type() == Type::list) return compare_lists(a.list(), b.list());
  return has_order(a.type()) ? MaybeOrder(order_scalars(a, b)) : std::nullopt;
}

// ---- Orderability ------------------------------------------------------------------------------

/// The place of a type in ORDER BY.
int rank(Type type) {
  switch (type) {
    case Type::map:
      return 0;
    case Type::node:
      return 1;
    case Type::relationship:
      return 2;
    case Type::list:
      return 3;
    case Type::path:
      return 4;
    case Type::date_time:
      return 5;
    case Type::local_date_time:
      return 6;
    case Type::date:
      return 7;
    case Type::time:
      return 8;
    case Type::local_time:
      return 9;
    case Type::duration:
      return 10;
    case Type::string:
      return 11;
    case Type::boolean:
      return 12;
    case Type::integer:
    case Type::floating:
      return 13;
    case Type::null:
      return 14;
  }
  return 15;
}

/// NaN is the greatest number and its own equal.
std::weak_ordering order_numbers(const Value& a, const Value& b) {
  const auto order = compare_numbers(a, b);
  if (order == 0) return std::weak_ordering::equivalent;
  if (order < 0) return std::weak_ordering::less;
  if (order > 0) return std::weak_ordering::greater;
  const auto nan = [](const Value& v) { return v.type() == Type::floating && std::isnan(v.floating()); };
  return nan(a) <=> nan(b);
}

std::weak_ordering order_lists(const List& a, const List& b) {
  const std::size_t common = std::min(a.size(), b.size());
  for (std::size_t i = 0; i < common; ++i)
    if (const auto item = order(a[i], b[i]); item != 0) return item;
  return a.size() <=> b.size();
}

/// By size, then by keys, then by values.
std::weak_ordering order_maps(const Map& a, const Map& b) {
  if (a.size() != b.size()) return a.size() <=> b.size();
  for (auto i = a.begin(), j = b.begin(); i != a.end(); ++i, ++j)
    if (const int keys = i->first.compare(j->first); keys != 0) return keys <=> 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end(); ++i, ++j)
    if (const auto values = order(i->second, j->second); values != 0) return values;
  return std::weak_ordering::equivalent;
}

}  // namespace

Value to_value(Ternary truth) {
  return truth == Ternary::unknown ? Value() : Value(truth == Ternary::yes);
}

Ternary equal(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return Ternary::unknown;
  if (!same_kind(a, b)) return Ternary::no;
  if (a.is_number()) return ternary(compare_numbers(a, b) == 0);
  if (a.type() == Type::list) return equal_lists(a.list(), b.list());
  if (a.type() == Type::map) return equal_maps(a.map(), b.map());
  return ternary(equal_scalars(a, b));
}

Ternary less(const Value& a, const Value& b) {
  const MaybeOrder order = comparability(a, b);
  return order ? ternary(*order < 0) : Ternary::unknown;
}

Ternary less_or_equal(const Value& a, const Value& b) {
  const MaybeOrder order = comparability(a, b);
  return order ? ternary(*order <= 0) : Ternary::unknown;
}

std::weak_ordering order(const Value& a, const Value& b) {
  if (a.is_number() && b.is_number()) return order_numbers(a, b);
  if (a.type() != b.type()) return rank(a.type()) <=> rank(b.type());
  if (a.type() == Type::list) return order_lists(a.list(), b.list());
  if (a.type() == Type::map) return order_maps(a.map(), b.map());
  return order_scalars(a, b);
}

bool equivalent(const Value& a, const Value& b) {
  if (a.is_number() && b.is_number()) return order_numbers(a, b) == 0;
  if (a.type() != b.type()) return false;
  if (a.type() == Type::list)
    return std::equal(a.list().begin(), a.list().end(), b.list().begin(), b.list().end(), equivalent);
  if (a.type() != Type::map) return equal_scalars(a, b);
  const auto same_entry = [](const auto& x, const auto& y) {
    return x.first == y.first && equivalent(x.second, y.second);
  };
  return std::equal(a.map().begin(), a.map().end(), b.map().begin(), b.map().end(), same_entry);
}

}  // namespace attest
