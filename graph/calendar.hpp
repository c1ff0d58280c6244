// The proleptic Gregorian calendar (ISO 8601) on day numbers: pure integer arithmetic, years of any sign.
#pragma once

#include <cstdint>

#include <attest/graph/temporal.hpp>

namespace attest {

inline constexpr std::int64_t kMaxYear = 999'999'999;
inline constexpr std::int64_t kMinYear = -kMaxYear;
inline constexpr std::int64_t kSecondsPerDay = 86'400;
inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
inline constexpr std::int64_t kNanosPerDay = kSecondsPerDay * kNanosPerSecond;

/// A day by year, month 1 … 12 and day of the month from 1.
struct CivilDate {
  std::int64_t year = 1970;
  int month = 1;
  int day = 1;
  bool operator==(const CivilDate&) const = default;
};

/// A day by ISO week: week 1 holds the year's first Thursday, day 1 is Monday.
struct WeekDate {
  std::int64_t week_year = 1970;
  int week = 1;
  int day = 4;
  bool operator==(const WeekDate&) const = default;
};

/// Division and remainder towards minus infinity; `divisor` > 0.
constexpr std::int64_t floor_div(std::int64_t value, std::int64_t divisor) {
  return value / divisor - (value % divisor < 0 ? 1 : 0);
}
constexpr std::int64_t floor_mod(std::int64_t value, std::int64_t divisor) {
  const std::int64_t rest = value % divisor;
  return rest < 0 ? rest + divisor : rest;
}

constexpr bool is_leap_year(std::int64_t year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

constexpr int days_in_month(std::int64_t year, int month) {
  if (month == 2) return is_leap_year(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Years are counted from March, so that the leap day is a year's last; 400 of them have 146,097 days.
constexpr Date from_civil(const CivilDate& civil) {
  const std::int64_t year = civil.year - (civil.month <= 2 ? 1 : 0);
  const std::int64_t era = floor_div(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * ((civil.month + 9) % 12) + 2) / 5 + civil.day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return {era * 146'097 + day_of_era - 719'468};
}

constexpr CivilDate to_civil(Date date) {
  const std::int64_t days = date.days + 719'468;
  const std::int64_t era = floor_div(days, 146'097);
  const std::int64_t day_of_era = days - era * 146'097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1'460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = static_cast<int>((5 * day_of_year + 2) / 153);
  const int day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  return {era * 400 + year_of_era + (month <= 2 ? 1 : 0), month, day};
}

/// Monday 1 … Sunday 7. (1970-01-01 was a Thursday.)
constexpr int day_of_week(Date date) {
  return static_cast<int>(floor_mod(date.days + 3, 7)) + 1;
}

constexpr int day_of_year(Date date) {
  return static_cast<int>(date.days - from_civil({to_civil(date).year, 1, 1}).days) + 1;
}

/// Monday of week 1; 4 January is always in it.
constexpr Date first_day_of_week_year(std::int64_t week_year) {
  const Date fourth = from_civil({week_year, 1, 4});
  return {fourth.days - (day_of_week(fourth) - 1)};
}

constexpr int weeks_in_year(std::int64_t week_year) {
  return static_cast<int>(
      (first_day_of_week_year(week_year + 1).days - first_day_of_week_year(week_year).days) / 7);
}

constexpr Date from_week(const WeekDate& week) {
  return {first_day_of_week_year(week.week_year).days + 7 * (week.week - 1) + week.day - 1};
}

constexpr WeekDate to_week(Date date) {
  const int day = day_of_week(date);
  const std::int64_t week_year = to_civil({date.days + 4 - day}).year;  // the year its Thursday is in
  return {week_year, static_cast<int>((date.days - first_day_of_week_year(week_year).days) / 7) + 1, day};
}

constexpr Date kMinDate = from_civil({kMinYear, 1, 1});
constexpr Date kMaxDate = from_civil({kMaxYear, 12, 31});

}  // namespace attest
