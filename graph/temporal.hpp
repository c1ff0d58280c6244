// Temporal values of openCypher 9: dates, times, date-times and durations, as plain structs.
// Calendar: proleptic Gregorian, ISO 8601. Years -999,999,999 … 999,999,999.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace attest {

/// A calendar date: days since 1970-01-01.
struct Date {
  std::int64_t days = 0;
  auto operator<=>(const Date&) const = default;
};

/// A wall-clock time with no zone: nanoseconds since midnight, 0 … 86,399,999,999,999.
struct LocalTime {
  std::int64_t nanoseconds = 0;
  auto operator<=>(const LocalTime&) const = default;
};

/// A wall-clock time at an offset from UTC (seconds east, -64,800 … 64,800).
struct Time {
  LocalTime local;
  std::int32_t offset = 0;
  bool operator==(const Time&) const = default;
};

/// Date and wall-clock time with no zone.
struct LocalDateTime {
  Date date;
  LocalTime time;
  auto operator<=>(const LocalDateTime&) const = default;
};

/// Date and time in a zone: the local reading, its offset (seconds east of UTC) and, where the zone has
/// a name ("Europe/Stockholm"), that name.
struct DateTime {
  LocalDateTime local;
  std::int32_t offset = 0;
  std::string zone;
  bool operator==(const DateTime&) const = default;
};

/// A duration in openCypher's four independent parts. Seconds carry the sign; 0 <= nanoseconds < 1e9.
struct Duration {
  std::int64_t months = 0;
  std::int64_t days = 0;
  std::int64_t seconds = 0;
  std::int32_t nanoseconds = 0;
  bool operator==(const Duration&) const = default;
};

/// ISO 8601 text, in the form openCypher prints: "2023-09-19", "12:31:14.645+01:00",
/// "1984-10-11T12:31:14.645+01:00[Europe/Stockholm]", "P5M1DT12H".
std::string to_string(const Date&);
std::string to_string(const LocalTime&);
std::string to_string(const Time&);
std::string to_string(const LocalDateTime&);
std::string to_string(const DateTime&);
std::string to_string(const Duration&);

}  // namespace attest
