#include <attest/query/temporal_fields.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <attest/graph/calendar.hpp>
#include <attest/query/run_time_error.hpp>
#include <attest/query/temporal_arithmetic.hpp>
#include <attest/query/temporal_parse.hpp>

namespace attest {
namespace {

using Type = Value::Type;

[[noreturn]] void fail(const std::string& message) {
  throw argument_error("InvalidArgumentValue", message);
}

bool has_date(Type type) {
  return type == Type::date || type == Type::local_date_time || type == Type::date_time;
}
bool has_time(Type type) {
  return type != Type::date;
}
bool has_zone(Type type) {
  return type == Type::time || type == Type::date_time;
}

/// Reads a map's fields, and knows in the end which were never asked for.
class Fields {
 public:
  explicit Fields(const Map& map) : map_(map) {}

  bool has(std::string_view name) const { return map_.find(name) != map_.end(); }
  bool has_any(std::initializer_list<std::string_view> names) const {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return has(name); });
  }
  const Value* find(std::string_view name) {
    asked_.push_back(name);
    const auto found = map_.find(name);
    return found == map_.end() ? nullptr : &found->second;
  }
  std::optional<std::int64_t> integer(std::string_view name) {
    const Value* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (value->type() != Type::integer)
      fail(fmt::format("{} must be an INTEGER, not {}", name, type_name(value->type())));
    return value->integer();
  }
  std::int64_t integer(std::string_view name, std::int64_t fallback, std::int64_t least, std::int64_t most) {
    const std::int64_t value = integer(name).value_or(fallback);
    if (value < least || value > most)
      fail(fmt::format("{} must be in {} … {}, not {}", name, least, most, value));
    return value;
  }
  /// Throws where a field was given that this type of value does not have.
  void finish(Type type) const {
    for (const auto& [name, value] : map_)
      if (std::find(asked_.begin(), asked_.end(), name) == asked_.end())
        fail(fmt::format("{} has no field '{}', or it cannot stand with the others", type_name(type), name));
  }

 private:
  const Map& map_;
  std::vector<std::string_view> asked_;
};

/// `value`, or an error that names what is wrong with the fields.
Date existing(std::optional<Date> date, const char* what) {
  if (!date) fail(fmt::format("there is no such day: {}", what));
  return *date;
}

int month_of_quarter(int month) {
  return (month - 1) / 3 * 3 + 1;
}
int day_of_quarter(Date date) {
  const CivilDate civil = to_civil(date);
  return static_cast<int>(date.days - from_civil({civil.year, month_of_quarter(civil.month), 1}).days) + 1;
}

// ---- Building ----------------------------------------------------------------------------------

/// A larger unit must be given where a smaller one is, unless there is a value to start from.
void require(Fields& fields, bool based, std::string_view smaller, std::string_view larger) {
  if (!based && fields.has(smaller) && !fields.has(larger)) fail(fmt::format("{} needs {}", smaller, larger));
}

Date build_date(Fields& fields, const std::optional<Date>& base) {
  const bool based = base.has_value();
  if (!based && !fields.has("year")) fail("a date needs a year");
  const CivilDate civil = to_civil(base.value_or(Date{}));
  const WeekDate week = to_week(base.value_or(Date{}));
  const auto part = [&](std::string_view name, std::int64_t of_base) {
    return fields.integer(name).value_or(based ? of_base : 1);
  };
  if (fields.has_any({"week", "dayOfWeek"})) {
    require(fields, based, "dayOfWeek", "week");
    const std::int64_t year = fields.integer("year").value_or(week.week_year);
    return existing(iso::date_of_week(year, part("week", week.week), part("dayOfWeek", week.day)),
                    "check year, week and dayOfWeek");
  }
  const std::int64_t year = fields.integer("year").value_or(civil.year);
  if (fields.has("ordinalDay"))
    return existing(iso::date_of_ordinal(year, part("ordinalDay", 1)), "check ordinalDay");
  if (fields.has_any({"quarter", "dayOfQuarter"})) {
    require(fields, based, "dayOfQuarter", "quarter");
    const Date start = base.value_or(Date{});
    return existing(iso::date_of_quarter(year, part("quarter", (civil.month + 2) / 3),
                                         part("dayOfQuarter", day_of_quarter(start))),
                    "check year, quarter and dayOfQuarter");
  }
  require(fields, based, "day", "month");
  return existing(iso::date_of_month(year, part("month", civil.month), part("day", civil.day)),
                  "check year, month and day");
}

/// Milli-, micro- and nanoseconds add up; each is less than one of the next larger that is given.
std::int64_t build_fraction(Fields& fields, std::int64_t of_base) {
  if (!fields.has_any({"millisecond", "microsecond", "nanosecond"})) return of_base;
  const bool milli = fields.has("millisecond");
  const bool micro = fields.has("microsecond");
  const std::int64_t milliseconds = fields.integer("millisecond", 0, 0, 999);
  const std::int64_t microseconds = fields.integer("microsecond", 0, 0, milli ? 999 : 999'999);
  const std::int64_t nanoseconds = fields.integer("nanosecond", 0, 0,
                                                  micro   ? 999
                                                  : milli ? 999'999
                                                          : 999'999'999);
  return milliseconds * 1'000'000 + microseconds * 1'000 + nanoseconds;
}

LocalTime build_time(Fields& fields, const std::optional<LocalTime>& base) {
  const bool based = base.has_value();
  const std::int64_t start = base.value_or(LocalTime{}).nanoseconds;
  require(fields, based, "minute", "hour");
  require(fields, based, "second", "minute");
  for (const std::string_view fraction : {"millisecond", "microsecond", "nanosecond"})
    require(fields, based, fraction, "second");
  const std::int64_t seconds = start / kNanosPerSecond;
  const std::int64_t hour = fields.integer("hour", seconds / 3600, 0, 23);
  const std::int64_t minute = fields.integer("minute", seconds / 60 % 60, 0, 59);
  const std::int64_t second = fields.integer("second", seconds % 60, 0, 59);
  return {((hour * 60 + minute) * 60 + second) * kNanosPerSecond +
          build_fraction(fields, start % kNanosPerSecond)};
}

Zone zone_named(const Value& name) {
  if (name.type() != Type::string) fail("timezone must be a STRING like '+01:00' or 'Europe/Stockholm'");
  const auto zone = parse_zone(name.string());
  if (!zone)
    fail(fmt::format("'{}' is no time zone known; write '+01:00' or 'Europe/Stockholm'", name.string()));
  return *zone;
}

/// What `date`, `time` and `datetime` in the map give to start from.
Components starting_point(Fields& fields, Type type) {
  Components base;
  const auto instant = [&](std::string_view name) -> std::optional<Components> {
    const Value* value = fields.find(name);
    if (value == nullptr) return std::nullopt;
    if (!types::instant.contains(value->type()) || value->is_null())
      fail(fmt::format("{} must be a temporal value, not {}", name, type_name(value->type())));
    return components(*value);
  };
  if (has_date(type) && has_time(type))
    if (auto both = instant("datetime")) return *both;
  if (has_date(type))
    if (const auto part = instant("date")) {
      if (!part->date) fail("date must be a value that has a date");
      base.date = part->date;
    }
  if (has_time(type))
    if (const auto part = instant("time")) {
      if (!part->time) fail("time must be a value that has a time");
      base.time = part->time;
      base.zone = part->zone;
    }
  return base;
}

Value assemble(Type type, const LocalDateTime& local, const std::optional<Zone>& zone, const Zone& fallback) {
  switch (type) {
    case Type::date:
      return local.date;
    case Type::local_time:
      return local.time;
    case Type::local_date_time:
      return local;
    case Type::time:
      return Time{local.time, at_zone(local, zone.value_or(fallback)).offset};
    default:
      return at_zone(local, zone.value_or(fallback));
  }
}

/// A zone asked for of a value that has one already: the same instant, read on other clocks.
Value move_to_zone(Type type, const LocalDateTime& local, const Zone& from, const Zone& to) {
  const DateTime moved = at_zone(instant_of(at_zone(local, from)), to);
  if (type == Type::time) return Time{moved.local.time, moved.offset};
  return moved;
}

std::optional<Instant> epoch(Fields& fields) {
  const auto seconds = fields.integer("epochSeconds");
  const auto milliseconds = fields.integer("epochMillis");
  if (!seconds && !milliseconds) return std::nullopt;
  if (seconds && milliseconds) fail("give epochSeconds or epochMillis, not both");
  const std::int64_t limit = seconds ? 999'999'999 : 999'999;
  const std::int64_t rest = fields.integer("nanosecond", 0, 0, limit);
  const std::int64_t whole = seconds ? *seconds : floor_div(*milliseconds, 1000);
  const std::int64_t part = seconds ? 0 : floor_mod(*milliseconds, 1000) * 1'000'000;
  // A day less at either end, which a zone's offset may need.
  if (whole <= kMinDate.days * kSecondsPerDay + kSecondsPerDay || whole >= kMaxDate.days * kSecondsPerDay)
    fail(fmt::format("{} seconds from 1970 are beyond the years ±999,999,999", whole));
  return Instant{whole, static_cast<std::int32_t>(part + rest)};
}

// ---- Truncation --------------------------------------------------------------------------------

constexpr std::array<std::string_view, 14> kUnits = {
    "millennium", "century", "decade", "year",   "weekYear", "quarter",     "month",
    "week",       "day",     "hour",   "minute", "second",   "millisecond", "microsecond"};

std::size_t unit_index(std::string_view unit) {
  const auto found = std::find(kUnits.begin(), kUnits.end(), unit);
  if (found == kUnits.end())
    fail(fmt::format("'{}' is no unit to truncate to; use one of {}", unit, fmt::join(kUnits, ", ")));
  return static_cast<std::size_t>(found - kUnits.begin());
}
const std::size_t kDay = 8;

Date truncate_date(std::string_view unit, Date date) {
  const CivilDate civil = to_civil(date);
  const auto first_of = [&](std::int64_t years) {
    return from_civil({floor_div(civil.year, years) * years, 1, 1});
  };
  if (unit == "millennium") return first_of(1000);
  if (unit == "century") return first_of(100);
  if (unit == "decade") return first_of(10);
  if (unit == "year") return first_of(1);
  if (unit == "weekYear") return first_day_of_week_year(to_week(date).week_year);
  if (unit == "quarter") return from_civil({civil.year, month_of_quarter(civil.month), 1});
  if (unit == "month") return from_civil({civil.year, civil.month, 1});
  if (unit == "week") return {date.days - (day_of_week(date) - 1)};
  return date;
}

LocalTime truncate_time(std::size_t unit, LocalTime time) {
  constexpr std::array<std::int64_t, 5> sizes = {3600 * kNanosPerSecond, 60 * kNanosPerSecond,
                                                 kNanosPerSecond, 1'000'000, 1'000};
  if (unit <= kDay) return {};
  const std::int64_t size = sizes[unit - kDay - 1];
  return {time.nanoseconds / size * size};
}

/// A finer fraction set after cutting to milli- or microseconds keeps what the cut left.
Map keep_fraction(Map fields, std::string_view unit, LocalTime time) {
  const std::int64_t fraction = time.nanoseconds % kNanosPerSecond;
  if (unit == "millisecond" && (fields.contains("microsecond") || fields.contains("nanosecond")))
    fields.emplace("millisecond", fraction / 1'000'000);
  if (unit == "microsecond" && fields.contains("nanosecond") && !fields.contains("millisecond"))
    fields.emplace("microsecond", fraction / 1'000);
  return fields;
}

}  // namespace

Components components(const Value& temporal) {
  switch (temporal.type()) {
    case Type::date:
      return {temporal.date(), std::nullopt, std::nullopt};
    case Type::local_time:
      return {std::nullopt, temporal.local_time(), std::nullopt};
    case Type::time:
      return {std::nullopt, temporal.time().local, Zone{"", temporal.time().offset}};
    case Type::local_date_time:
      return {temporal.local_date_time().date, temporal.local_date_time().time, std::nullopt};
    default: {
      const DateTime& value = temporal.date_time();
      return {value.local.date, value.local.time, zone_of(value)};
    }
  }
}

Value temporal_now(Type type, const Instant& now, const Zone& zone) {
  const DateTime value = at_zone(now, zone);
  if (type == Type::time) return Time{value.local.time, value.offset};
  if (type == Type::date_time) return value;
  return assemble(type, value.local, zone, zone);
}

Value convert_temporal(Type type, const Value& other, const Zone& fallback) {
  if (other.type() == type) return other;
  const Components parts = components(other);
  if (has_date(type) && !parts.date)
    fail(fmt::format("{} has no date to make a {} of", type_name(other.type()), type_name(type)));
  if ((type == Type::local_time || type == Type::time) && !parts.time)
    fail(fmt::format("{} has no time to make a {} of", type_name(other.type()), type_name(type)));
  if (type == Type::time && other.type() == Type::date_time)
    return Time{*parts.time, other.date_time().offset};
  return assemble(type, {parts.date.value_or(Date{}), parts.time.value_or(LocalTime{})}, parts.zone,
                  fallback);
}

Value make_temporal(Type type, const Map& map, const Zone& fallback, const Instant& now) {
  Fields fields(map);
  std::optional<Zone> wanted;
  if (const Value* name = has_zone(type) || map.size() == 1 ? fields.find("timezone") : nullptr)
    wanted = zone_named(*name);
  if (wanted && map.size() == 1) return temporal_now(type, now, *wanted);
  if (has_date(type) && has_time(type)) {
    if (const auto instant = epoch(fields)) {
      fields.finish(type);
      const DateTime value = at_zone(*instant, wanted.value_or(fallback));
      return type == Type::date_time ? Value(value) : Value(value.local);
    }
  }
  const Components base = starting_point(fields, type);
  LocalDateTime local{at_zone(now, fallback).local.date, {}};  // a time's named zone is taken as of today
  if (has_date(type)) local.date = build_date(fields, base.date);
  if (has_time(type)) {
    if (!has_date(type) && !base.time && !fields.has("hour")) fail("a time needs an hour");
    local.time = build_time(fields, base.time);
  }
  fields.finish(type);
  if (has_zone(type) && base.zone && wanted) return move_to_zone(type, local, *base.zone, *wanted);
  return assemble(type, local, base.zone ? base.zone : wanted, fallback);
}

Value truncate_temporal(Type type, std::string_view unit, const Value& other, const Map& fields,
                        const Zone& fallback) {
  const std::size_t index = unit_index(unit);
  const Components parts = components(other);
  if ((has_date(type) && !parts.date) || (!has_date(type) && !parts.time))
    fail(fmt::format("a {} cannot be truncated to a {}", type_name(other.type()), type_name(type)));
  if ((type == Type::date && index > kDay) || (!has_date(type) && index < kDay))
    fail(fmt::format("{} cannot be truncated to '{}'", type_name(type), unit));
  const LocalDateTime cut{truncate_date(unit, parts.date.value_or(Date{})),
                          truncate_time(index, parts.time.value_or(LocalTime{}))};
  Map rest = keep_fraction(fields, unit, cut.time);
  std::optional<Zone> zone = parts.zone;
  if (const auto named = rest.find("timezone"); named != rest.end() && has_zone(type)) {
    zone = zone_named(named->second);
    rest.erase(named);
  }
  Fields reader(rest);
  LocalDateTime local = cut;
  if (has_date(type)) local.date = build_date(reader, cut.date);
  if (has_time(type)) local.time = build_time(reader, cut.time);
  reader.finish(type);
  return assemble(type, local, zone, fallback);
}

Duration make_duration(const Map& map) {
  DurationParts parts;
  const std::pair<std::string_view, long double*> units[] = {{"years", &parts.years},
                                                             {"quarters", &parts.quarters},
                                                             {"months", &parts.months},
                                                             {"weeks", &parts.weeks},
                                                             {"days", &parts.days},
                                                             {"hours", &parts.hours},
                                                             {"minutes", &parts.minutes},
                                                             {"seconds", &parts.seconds},
                                                             {"milliseconds", &parts.milliseconds},
                                                             {"microseconds", &parts.microseconds},
                                                             {"nanoseconds", &parts.nanoseconds}};
  for (const auto& entry : map) {
    const Value& value = entry.second;
    const auto unit = std::find_if(std::begin(units), std::end(units),
                                   [&](const auto& candidate) { return candidate.first == entry.first; });
    if (unit == std::end(units))
      fail(fmt::format("a duration has no '{}'; its units are years … nanoseconds", entry.first));
    if (!value.is_number())
      fail(fmt::format("{} must be a number, not {}", entry.first, type_name(value.type())));
    *unit->second =
        value.type() == Type::integer ? static_cast<long double>(value.integer()) : value.floating();
  }
  return make_duration(parts);
}

}  // namespace attest
