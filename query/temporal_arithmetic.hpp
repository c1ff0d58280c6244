// Reckoning with durations: making, adding, scaling, and measuring between two instants.
//
// A duration has months, days and seconds that never turn into each other, but for fractions: a fraction of a
// month becomes days and seconds of an average month (2,629,746 s), a fraction of a day seconds.
// Results beyond 64 bits or year ±999,999,999 throw ArithmeticError/NumberOutOfRange.
#pragma once

#include <cstdint>

#include <attest/graph/temporal.hpp>
#include <attest/graph/value.hpp>

namespace attest {

/// Amounts of each unit, any of them fractional or negative; exact for integers of 64 bits.
struct DurationParts {
  long double years = 0;
  long double quarters = 0;
  long double months = 0;
  long double weeks = 0;
  long double days = 0;
  long double hours = 0;
  long double minutes = 0;
  long double seconds = 0;
  long double milliseconds = 0;
  long double microseconds = 0;
  long double nanoseconds = 0;
};

Duration make_duration(const DurationParts& parts);
Duration negate(const Duration& duration);
Duration add(const Duration& a, const Duration& b);
Duration multiply(const Duration& duration, double factor);
/// `divisor` is not 0.
Duration divide(const Duration& duration, double divisor);

/// `instant` + `sign` * `duration`, of any temporal type but DURATION; the same type comes back. A date takes
/// whole days of the seconds; a time wraps at midnight and ignores months and days.
Value add_to_instant(const Value& instant, const Duration& duration, int sign);

// The duration from `a` to `b`, each of any temporal type but DURATION. What one of them lacks it takes from
// the other: its date, its zone; a missing time is midnight.
Duration duration_between(const Value& a, const Value& b);
Duration duration_in_months(const Value& a, const Value& b);
Duration duration_in_days(const Value& a, const Value& b);
Duration duration_in_seconds(const Value& a, const Value& b);

}  // namespace attest
