#include <attest/query/temporal_arithmetic.hpp>

#include <algorithm>
#include <cmath>
#include <tuple>

#include <attest/graph/calendar.hpp>
#include <attest/query/run_time_error.hpp>
#include <attest/query/temporal_fields.hpp>
#include <attest/query/temporal_zone.hpp>

namespace attest {
namespace {

__extension__ using Wide = __int128;  // nanoseconds of 64 bits of seconds

constexpr std::int64_t kNanosPerMonth = 2'629'746 * kNanosPerSecond;

[[noreturn]] void fail_range(const char* what) {
  throw arithmetic_error("NumberOutOfRange", std::string(what) + " is out of range");
}

std::int64_t narrow(Wide value) {
  if (value > INT64_MAX || value < INT64_MIN) fail_range("the duration");
  return static_cast<std::int64_t>(value);
}

Wide total_nanoseconds(const Duration& duration) {
  return Wide(duration.seconds) * kNanosPerSecond + duration.nanoseconds;
}

Duration from_nanoseconds(std::int64_t months, std::int64_t days, Wide nanoseconds) {
  Wide seconds = nanoseconds / kNanosPerSecond;
  Wide rest = nanoseconds % kNanosPerSecond;
  if (rest < 0) {
    rest += kNanosPerSecond;
    --seconds;
  }
  return {months, days, narrow(seconds), static_cast<std::int32_t>(rest)};
}

/// The whole part of `amount`; the fraction, in nanoseconds of a unit of `unit` nanoseconds, goes to `rest`.
std::int64_t split(long double amount, std::int64_t unit, Wide& rest) {
  if (!(std::fabs(amount) < 9.2e18L)) fail_range("the duration");
  const long double whole = std::trunc(amount);
  rest += static_cast<Wide>(std::round((amount - whole) * unit));
  return static_cast<std::int64_t>(whole);
}

/// Months, days and nanoseconds, the first two with fractions that run over into what is finer.
Duration normalized(long double months, long double days, Wide nanoseconds) {
  Wide of_months = 0;
  const std::int64_t whole_months = split(months, kNanosPerMonth, of_months);
  const auto extra_days = static_cast<std::int64_t>(of_months / kNanosPerDay);
  nanoseconds += of_months % kNanosPerDay;
  const std::int64_t whole_days = split(days + extra_days, kNanosPerDay, nanoseconds);
  return from_nanoseconds(whole_months, whole_days, nanoseconds);
}

/// Fractions of a nanosecond are dropped.
Duration scaled(long double months, long double days, long double nanoseconds) {
  if (!(std::fabs(nanoseconds) < 9.2e27L)) fail_range("the duration");
  return normalized(months, days, static_cast<Wide>(std::trunc(nanoseconds)));
}

Wide to_nanoseconds(long double amount, std::int64_t unit) {
  Wide rest = 0;
  const std::int64_t whole = split(amount, unit, rest);
  return Wide(whole) * unit + rest;
}

// ---- Instants ----------------------------------------------------------------------------------

Date checked(Wide days) {
  if (days < kMinDate.days || days > kMaxDate.days) fail_range("the date");
  return {static_cast<std::int64_t>(days)};
}

/// A day the month does not have becomes its last.
Date add_months(Date date, Wide months) {
  const CivilDate civil = to_civil(date);
  const Wide total = Wide(civil.year) * 12 + (civil.month - 1) + months;
  if (total < Wide(kMinYear) * 12 || total > Wide(kMaxYear) * 12 + 11) fail_range("the date");
  const std::int64_t year = floor_div(static_cast<std::int64_t>(total), 12);
  const int month = static_cast<int>(floor_mod(static_cast<std::int64_t>(total), 12)) + 1;
  return from_civil({year, month, std::min(civil.day, days_in_month(year, month))});
}

Date add_days(Date date, Wide days) {
  return checked(Wide(date.days) + days);
}

LocalTime add_nanoseconds(LocalTime time, Wide nanoseconds) {
  Wide sum = (time.nanoseconds + nanoseconds) % kNanosPerDay;
  if (sum < 0) sum += kNanosPerDay;
  return {static_cast<std::int64_t>(sum)};
}

LocalDateTime add_nanoseconds(const LocalDateTime& value, Wide nanoseconds) {
  const Wide sum = value.time.nanoseconds + nanoseconds;
  const Wide carried = sum / kNanosPerDay - (sum % kNanosPerDay < 0 ? 1 : 0);
  return {add_days(value.date, carried), add_nanoseconds(value.time, nanoseconds)};
}

/// Months and days are reckoned on the calendar, seconds on the time line.
DateTime add_to(const DateTime& value, const Duration& duration, int sign) {
  const Date date =
      add_days(add_months(value.local.date, Wide(sign) * duration.months), Wide(sign) * duration.days);
  const Zone zone = zone_of(value);
  const DateTime moved =
      date == value.local.date ? value : at_zone(LocalDateTime{date, value.local.time}, zone);
  const LocalDateTime utc = add_nanoseconds(local_of(instant_of(moved)), sign * total_nanoseconds(duration));
  const DateTime result = at_zone(instant_of(utc), zone);
  checked(result.local.date.days);
  return result;
}

// ---- Between -----------------------------------------------------------------------------------

/// Two moments brought into one zone, so that their local readings can be compared.
struct Interval {
  DateTime a;
  DateTime b;
  bool dated = false;  // both had a date of their own
};

Interval align(const Value& first, const Value& second) {
  const Components a = components(first);
  const Components b = components(second);
  Interval interval;
  interval.dated = a.date && b.date;
  const auto complete = [](const Value& value, const Components& own, const Components& other) {
    if (value.type() == Value::Type::date_time) return value.date_time();
    const LocalDateTime local{own.date.value_or(other.date.value_or(Date{})), own.time.value_or(LocalTime{})};
    return at_zone(local, own.zone.value_or(other.zone.value_or(Zone{})));
  };
  interval.a = complete(first, a, b);
  interval.b = at_zone(instant_of(complete(second, b, a)), zone_of(interval.a));
  return interval;
}

/// Whole months from a to b by the calendar, towards zero.
std::int64_t months_until(const LocalDateTime& a, const LocalDateTime& b) {
  const CivilDate from = to_civil(a.date);
  const CivilDate to = to_civil(b.date);
  std::int64_t months = (to.year - from.year) * 12 + to.month - from.month;
  const auto in_month = [](const CivilDate& day, const LocalDateTime& at) {
    return std::tuple(day.day, at.time.nanoseconds);
  };
  if (months > 0 && in_month(to, b) < in_month(from, a)) --months;
  if (months < 0 && in_month(to, b) > in_month(from, a)) ++months;
  return months;
}

std::int64_t days_until(const LocalDateTime& a, const LocalDateTime& b) {
  std::int64_t days = b.date.days - a.date.days;
  if (days > 0 && b.time < a.time) --days;
  if (days < 0 && b.time > a.time) ++days;
  return days;
}

Duration elapsed(const DateTime& a, const DateTime& b) {
  const Instant from = instant_of(a);
  const Instant to = instant_of(b);
  return from_nanoseconds(
      0, 0, Wide(to.seconds - from.seconds) * kNanosPerSecond + to.nanoseconds - from.nanoseconds);
}

}  // namespace

Duration make_duration(const DurationParts& parts) {
  using Real = long double;
  const Real months = Real(parts.years) * 12 + Real(parts.quarters) * 3 + parts.months;
  const Real days = Real(parts.weeks) * 7 + parts.days;
  const Wide nanoseconds = to_nanoseconds(parts.hours, 3600 * kNanosPerSecond) +
                           to_nanoseconds(parts.minutes, 60 * kNanosPerSecond) +
                           to_nanoseconds(parts.seconds, kNanosPerSecond) +
                           to_nanoseconds(parts.milliseconds, 1'000'000) +
                           to_nanoseconds(parts.microseconds, 1'000) + to_nanoseconds(parts.nanoseconds, 1);
  return normalized(months, days, nanoseconds);
}

Duration negate(const Duration& duration) {
  return from_nanoseconds(narrow(-Wide(duration.months)), narrow(-Wide(duration.days)),
                          -total_nanoseconds(duration));
}

Duration add(const Duration& a, const Duration& b) {
  return from_nanoseconds(narrow(Wide(a.months) + b.months), narrow(Wide(a.days) + b.days),
                          total_nanoseconds(a) + total_nanoseconds(b));
}

Duration multiply(const Duration& duration, double factor) {
  using Real = long double;
  return scaled(Real(duration.months) * factor, Real(duration.days) * factor,
                static_cast<Real>(total_nanoseconds(duration)) * factor);
}

Duration divide(const Duration& duration, double divisor) {
  using Real = long double;
  return scaled(Real(duration.months) / divisor, Real(duration.days) / divisor,
                static_cast<Real>(total_nanoseconds(duration)) / divisor);
}

Value add_to_instant(const Value& instant, const Duration& duration, int sign) {
  const Wide months = Wide(sign) * duration.months;
  const Wide days = Wide(sign) * duration.days;
  const Wide nanoseconds = sign * total_nanoseconds(duration);
  switch (instant.type()) {
    case Value::Type::date:
      return add_days(add_months(instant.date(), months), days + nanoseconds / kNanosPerDay);
    case Value::Type::local_time:
      return add_nanoseconds(instant.local_time(), nanoseconds);
    case Value::Type::time:
      return Time{add_nanoseconds(instant.time().local, nanoseconds), instant.time().offset};
    case Value::Type::local_date_time: {
      const LocalDateTime& value = instant.local_date_time();
      return add_nanoseconds(LocalDateTime{add_days(add_months(value.date, months), days), value.time},
                             nanoseconds);
    }
    default:
      return add_to(instant.date_time(), duration, sign);
  }
}

Duration duration_between(const Value& a, const Value& b) {
  const Interval interval = align(a, b);
  if (!interval.dated) return elapsed(interval.a, interval.b);
  const std::int64_t months = months_until(interval.a.local, interval.b.local);
  const DateTime after_months = add_to(interval.a, {months, 0, 0, 0}, 1);
  const std::int64_t days = days_until(after_months.local, interval.b.local);
  const DateTime after_days = add_to(after_months, {0, days, 0, 0}, 1);
  Duration duration = elapsed(after_days, interval.b);
  duration.months = months;
  duration.days = days;
  return duration;
}

Duration duration_in_months(const Value& a, const Value& b) {
  const Interval interval = align(a, b);
  return {interval.dated ? months_until(interval.a.local, interval.b.local) : 0, 0, 0, 0};
}

Duration duration_in_days(const Value& a, const Value& b) {
  const Interval interval = align(a, b);
  return {0, interval.dated ? days_until(interval.a.local, interval.b.local) : 0, 0, 0};
}

Duration duration_in_seconds(const Value& a, const Value& b) {
  const Interval interval = align(a, b);
  return elapsed(interval.a, interval.b);
}

}  // namespace attest
