// Reading the components of temporal values: date.weekYear, time.offset, duration.monthsOfYear …
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include <fmt/format.h>

#include <attest/graph/calendar.hpp>
#include <attest/query/run_time_error.hpp>
#include <attest/query/temporal_fields.hpp>

namespace attest {
namespace {

using Type = Value::Type;

Value of_date(Date date, std::string_view name) {
  const CivilDate civil = to_civil(date);
  const int quarter = (civil.month + 2) / 3;
  if (name == "year") return civil.year;
  if (name == "quarter") return quarter;
  if (name == "month") return civil.month;
  if (name == "week") return to_week(date).week;
  if (name == "weekYear") return to_week(date).week_year;
  if (name == "day") return civil.day;
  if (name == "ordinalDay") return day_of_year(date);
  if (name == "weekDay" || name == "dayOfWeek") return day_of_week(date);
  if (name == "dayOfQuarter") return date.days - from_civil({civil.year, quarter * 3 - 2, 1}).days + 1;
  return {};
}

Value of_time(LocalTime time, std::string_view name) {
  const std::int64_t seconds = time.nanoseconds / kNanosPerSecond;
  const std::int64_t fraction = time.nanoseconds % kNanosPerSecond;
  if (name == "hour") return seconds / 3600;
  if (name == "minute") return seconds / 60 % 60;
  if (name == "second") return seconds % 60;
  if (name == "millisecond") return fraction / 1'000'000;
  if (name == "microsecond") return fraction / 1'000;
  if (name == "nanosecond") return fraction;
  return {};
}

Value of_zone(const Zone& zone, std::int32_t offset, std::string_view name) {
  if (name == "timezone") return to_string(zone);
  if (name == "offset") return to_string(Zone{"", offset});
  if (name == "offsetMinutes") return offset / 60;
  if (name == "offsetSeconds") return offset;
  return {};
}

__extension__ using Wide = __int128;

Value narrow(Wide total) {
  if (total > INT64_MAX || total < INT64_MIN)
    throw arithmetic_error("NumberOutOfRange", "there are more of this unit than an INTEGER can hold");
  return static_cast<std::int64_t>(total);
}

Value of_instant(const Instant& instant, std::string_view name) {
  if (name == "epochSeconds") return instant.seconds;
  if (name == "epochMillis") return narrow(Wide(instant.seconds) * 1000 + instant.nanoseconds / 1'000'000);
  return {};
}

Value in_units(const Duration& duration, std::int64_t per_second) {
  return narrow(Wide(duration.seconds) * per_second + duration.nanoseconds / (kNanosPerSecond / per_second));
}

Value of_duration(const Duration& d, std::string_view name) {
  if (name == "years") return d.months / 12;
  if (name == "quarters") return d.months / 3;
  if (name == "months") return d.months;
  if (name == "quartersOfYear") return d.months % 12 / 3;
  if (name == "monthsOfQuarter") return d.months % 3;
  if (name == "monthsOfYear") return d.months % 12;
  if (name == "weeks") return d.days / 7;
  if (name == "days") return d.days;
  if (name == "daysOfWeek") return d.days % 7;
  if (name == "hours") return d.seconds / 3600;
  if (name == "minutes") return d.seconds / 60;
  if (name == "seconds") return d.seconds;
  if (name == "milliseconds") return in_units(d, 1'000);
  if (name == "microseconds") return in_units(d, 1'000'000);
  if (name == "nanoseconds") return in_units(d, kNanosPerSecond);
  if (name == "minutesOfHour") return d.seconds / 60 % 60;
  if (name == "secondsOfMinute") return d.seconds % 60;
  if (name == "millisecondsOfSecond") return d.nanoseconds / 1'000'000;
  if (name == "microsecondsOfSecond") return d.nanoseconds / 1'000;
  if (name == "nanosecondsOfSecond") return d.nanoseconds;
  return {};
}

/// The first that is not null.
Value either(Value a, Value b) {
  return a.is_null() ? b : a;
}

Value of_date_time(const DateTime& value, std::string_view name) {
  const Value local = either(of_date(value.local.date, name), of_time(value.local.time, name));
  if (!local.is_null()) return local;
  return either(of_zone(zone_of(value), value.offset, name), of_instant(instant_of(value), name));
}

Value read(const Value& temporal, std::string_view name) {
  switch (temporal.type()) {
    case Type::date:
      return of_date(temporal.date(), name);
    case Type::local_time:
      return of_time(temporal.local_time(), name);
    case Type::time: {
      const Time& time = temporal.time();
      return either(of_time(time.local, name), of_zone(Zone{"", time.offset}, time.offset, name));
    }
    case Type::local_date_time:
      return either(of_date(temporal.local_date_time().date, name),
                    of_time(temporal.local_date_time().time, name));
    case Type::date_time:
      return of_date_time(temporal.date_time(), name);
    default:
      return of_duration(temporal.duration(), name);
  }
}

}  // namespace

Value temporal_component(const Value& temporal, std::string_view name) {
  Value value = read(temporal, name);
  if (value.is_null())
    throw type_error("InvalidArgumentValue",
                     fmt::format("{} has no component '{}'", type_name(temporal.type()), name));
  return value;
}

}  // namespace attest
