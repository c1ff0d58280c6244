#include <attest/query/temporal_parse.hpp>

#include <charconv>
#include <cmath>
#include <string>

#include <attest/graph/calendar.hpp>
#include <attest/query/temporal_arithmetic.hpp>

namespace attest::iso {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// A view that is eaten from the front.
struct Cursor {
  std::string_view rest;

  bool done() const { return rest.empty(); }
  bool eat(char c) {
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  std::size_t digits_ahead() const {
    std::size_t count = 0;
    while (count < rest.size() && is_digit(rest[count])) ++count;
    return count;
  }
  /// Exactly `count` digits.
  std::optional<std::int64_t> number(std::size_t count) {
    if (count == 0 || digits_ahead() < count || count > 18) return std::nullopt;
    std::int64_t value = 0;
    std::from_chars(rest.data(), rest.data() + count, value);
    rest.remove_prefix(count);
    return value;
  }
};

// ---- Dates -------------------------------------------------------------------------------------

/// Four digits, or a sign and one to nine.
std::optional<std::int64_t> parse_year(Cursor& cursor) {
  const bool negative = cursor.eat('-');
  if (!negative && !cursor.eat('+')) return cursor.number(4);
  const std::size_t digits = cursor.digits_ahead();
  if (digits > 9) return std::nullopt;
  const auto year = cursor.number(digits);
  return year && negative ? std::optional(-*year) : year;
}

/// Behind "W": the week and, where more follows, the day.
std::optional<Date> parse_week(Cursor& cursor, std::int64_t year) {
  const auto week = cursor.number(2);
  if (!week) return std::nullopt;
  if (cursor.done()) return date_of_week(year, *week, 1);
  cursor.eat('-');
  const auto day = cursor.number(1);
  return day && cursor.done() ? date_of_week(year, *week, *day) : std::nullopt;
}

/// Behind "Q".
std::optional<Date> parse_quarter(Cursor& cursor, std::int64_t year) {
  const auto quarter = cursor.number(1);
  if (!quarter) return std::nullopt;
  if (cursor.done()) return date_of_quarter(year, *quarter, 1);
  cursor.eat('-');
  const auto day = cursor.number(2);
  return day && cursor.done() ? date_of_quarter(year, *quarter, *day) : std::nullopt;
}

std::optional<Date> parse_month_or_ordinal(Cursor& cursor, std::int64_t year, bool extended) {
  const std::size_t digits = cursor.digits_ahead();
  if (digits == 3) {
    const auto day = cursor.number(3);
    return cursor.done() ? date_of_ordinal(year, *day) : std::nullopt;
  }
  const auto month = cursor.number(2);
  if (!month) return std::nullopt;
  if (cursor.done()) return date_of_month(year, *month, 1);
  if (extended && !cursor.eat('-')) return std::nullopt;
  const auto day = cursor.number(2);
  return day && cursor.done() ? date_of_month(year, *month, *day) : std::nullopt;
}

// ---- Times -------------------------------------------------------------------------------------

/// Up to nine digits behind the point, as nanoseconds.
std::optional<std::int64_t> parse_fraction(Cursor& cursor) {
  const std::size_t digits = cursor.digits_ahead();
  if (digits == 0 || digits > 9) return std::nullopt;
  std::int64_t value = *cursor.number(digits);
  for (std::size_t i = digits; i < 9; ++i) value *= 10;
  return value;
}

std::optional<LocalTime> parse_clock(Cursor& cursor) {
  std::int64_t parts[3] = {0, 0, 0};
  bool extended = false;
  for (int i = 0; i < 3; ++i) {
    if (i == 1) extended = cursor.eat(':');
    if (i == 2 && extended && !cursor.eat(':')) break;
    if (i > 0 && !extended && cursor.digits_ahead() == 0) break;
    const auto number = cursor.number(2);
    if (!number || *number > (i == 0 ? 23 : 59)) return std::nullopt;
    parts[i] = *number;
  }
  std::int64_t nanoseconds = 0;
  if (cursor.eat('.') || cursor.eat(',')) {
    const auto fraction = parse_fraction(cursor);
    if (!fraction) return std::nullopt;
    nanoseconds = *fraction;
  }
  return LocalTime{((parts[0] * 60 + parts[1]) * 60 + parts[2]) * kNanosPerSecond + nanoseconds};
}

// ---- Durations ---------------------------------------------------------------------------------

/// A signed decimal number taken off the front.
std::optional<long double> parse_amount(Cursor& cursor) {
  const bool negative = cursor.eat('-');
  if (!negative) cursor.eat('+');
  if (cursor.done() || !is_digit(cursor.rest.front())) return std::nullopt;
  std::size_t length = 0;
  while (length < cursor.rest.size() &&
         (is_digit(cursor.rest[length]) || cursor.rest[length] == '.' || cursor.rest[length] == ','))
    ++length;
  std::string text(cursor.rest.substr(0, length));
  for (char& c : text)
    if (c == ',') c = '.';
  long double value = 0;
  if (std::from_chars(text.data(), text.data() + text.size(), value).ptr != text.data() + text.size())
    return std::nullopt;
  cursor.rest.remove_prefix(length);
  return negative ? -value : value;
}

/// Adds `amount` of the unit; false where there is no such unit on this side of the T.
bool add_unit(DurationParts& parts, char unit, bool behind_t, long double amount) {
  switch (unit) {
    case 'Y':
      parts.years += amount;
      return !behind_t;
    case 'M':
      (behind_t ? parts.minutes : parts.months) += amount;
      return true;
    case 'W':
      parts.weeks += amount;
      return !behind_t;
    case 'D':
      parts.days += amount;
      return !behind_t;
    case 'H':
      parts.hours += amount;
      return behind_t;
    case 'S':
      parts.seconds += amount;
      return behind_t;
    default:
      return false;
  }
}

std::optional<Duration> parse_units(Cursor cursor) {
  DurationParts parts;
  bool behind_t = false;
  bool any = false;
  while (!cursor.done()) {
    if (!behind_t && cursor.eat('T')) {
      behind_t = true;
      if (cursor.done()) return std::nullopt;
    }
    const auto amount = parse_amount(cursor);
    if (!amount || cursor.done()) return std::nullopt;
    if (!add_unit(parts, cursor.rest.front(), behind_t, *amount)) return std::nullopt;
    cursor.rest.remove_prefix(1);
    any = true;
  }
  return any ? std::optional(make_duration(parts)) : std::nullopt;
}

/// "2012-02-02T14:37:21.545" or "20120202T143721": amounts, not a date, but written like one.
std::optional<Duration> parse_date_like(Cursor cursor) {
  const auto years = cursor.number(4);
  const bool extended = cursor.eat('-');
  const auto months = cursor.number(2);
  if (extended && !cursor.eat('-')) return std::nullopt;
  const auto days = cursor.number(2);
  if (!years || !months || !days || *months > 12 || *days > 31) return std::nullopt;
  Duration duration{*years * 12 + *months, *days, 0, 0};
  if (cursor.done()) return duration;
  if (!cursor.eat('T')) return std::nullopt;
  const auto time = parse_clock(cursor);
  if (!time || !cursor.done()) return std::nullopt;
  duration.seconds = time->nanoseconds / kNanosPerSecond;
  duration.nanoseconds = static_cast<std::int32_t>(time->nanoseconds % kNanosPerSecond);
  return duration;
}

}  // namespace

std::optional<Date> date_of_month(std::int64_t year, std::int64_t month, std::int64_t day) {
  if (year < kMinYear || year > kMaxYear || month < 1 || month > 12) return std::nullopt;
  if (day < 1 || day > days_in_month(year, static_cast<int>(month))) return std::nullopt;
  return from_civil({year, static_cast<int>(month), static_cast<int>(day)});
}

std::optional<Date> date_of_week(std::int64_t week_year, std::int64_t week, std::int64_t day) {
  if (week_year < kMinYear || week_year > kMaxYear || day < 1 || day > 7) return std::nullopt;
  if (week < 1 || week > weeks_in_year(week_year)) return std::nullopt;
  return from_week({week_year, static_cast<int>(week), static_cast<int>(day)});
}

std::optional<Date> date_of_ordinal(std::int64_t year, std::int64_t day) {
  if (year < kMinYear || year > kMaxYear || day < 1 || day > (is_leap_year(year) ? 366 : 365))
    return std::nullopt;
  return Date{from_civil({year, 1, 1}).days + day - 1};
}

std::optional<Date> date_of_quarter(std::int64_t year, std::int64_t quarter, std::int64_t day) {
  if (year < kMinYear || year > kMaxYear || quarter < 1 || quarter > 4 || day < 1) return std::nullopt;
  const int first_month = static_cast<int>(quarter) * 3 - 2;
  const Date first = from_civil({year, first_month, 1});
  const std::int64_t length = days_in_month(year, first_month) + days_in_month(year, first_month + 1) +
                              days_in_month(year, first_month + 2);
  return day <= length ? std::optional(Date{first.days + day - 1}) : std::nullopt;
}

std::optional<Date> parse_date(std::string_view text) {
  Cursor cursor{text};
  const auto year = parse_year(cursor);
  if (!year) return std::nullopt;
  if (cursor.done()) return date_of_month(*year, 1, 1);
  const bool extended = cursor.eat('-');
  if (cursor.eat('W')) return parse_week(cursor, *year);
  if (cursor.eat('Q')) return parse_quarter(cursor, *year);
  return parse_month_or_ordinal(cursor, *year, extended);
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
  Cursor cursor{text};
  const auto time = parse_clock(cursor);
  return cursor.done() ? time : std::nullopt;
}

std::optional<ZonedText> parse_zoned_time(std::string_view text) {
  Cursor cursor{text};
  const auto time = parse_clock(cursor);
  if (!time) return std::nullopt;
  ZonedText result{*time, std::nullopt, std::nullopt};
  std::string_view offset = cursor.rest.substr(0, cursor.rest.find('['));
  cursor.rest.remove_prefix(offset.size());
  if (!offset.empty()) {
    const auto zone = parse_zone(offset);
    if (!zone || !zone->name.empty()) return std::nullopt;
    result.offset = zone->offset;
  }
  if (cursor.eat('[')) {
    if (!cursor.rest.ends_with(']')) return std::nullopt;
    cursor.rest.remove_suffix(1);
    result.zone = parse_zone(cursor.rest);
    if (!result.zone) return std::nullopt;
  }
  return result;
}

std::optional<LocalDateTime> parse_local_date_time(std::string_view text) {
  const std::size_t t = text.find('T');
  const auto date = parse_date(text.substr(0, t));
  if (!date) return std::nullopt;
  if (t == std::string_view::npos) return LocalDateTime{*date, {}};
  const auto time = parse_local_time(text.substr(t + 1));
  return time ? std::optional(LocalDateTime{*date, *time}) : std::nullopt;
}

std::optional<DateTime> parse_date_time(std::string_view text, const Zone& fallback) {
  const std::size_t t = text.find('T');
  const auto date = parse_date(text.substr(0, t));
  if (!date) return std::nullopt;
  if (t == std::string_view::npos) return at_zone(LocalDateTime{*date, {}}, fallback);
  const auto clock = parse_zoned_time(text.substr(t + 1));
  if (!clock) return std::nullopt;
  const LocalDateTime local{*date, clock->time};
  if (!clock->zone) return at_zone(local, clock->offset ? Zone{"", *clock->offset} : fallback);
  if (!clock->offset) return at_zone(local, *clock->zone);
  // Both are given: the offset says which of two readings is meant, and must be one the zone has.
  const Instant instant = instant_of(at_zone(local, Zone{"", *clock->offset}));
  const DateTime result = at_zone(instant, *clock->zone);
  return result.offset == *clock->offset ? std::optional(result) : std::nullopt;
}

std::optional<Duration> parse_duration(std::string_view text) {
  Cursor cursor{text};
  const bool negative = cursor.eat('-');
  if (!negative) cursor.eat('+');
  if (!cursor.eat('P')) return std::nullopt;
  const std::size_t digits = cursor.digits_ahead();
  const bool date_like = digits == 8 || (digits == 4 && cursor.rest.substr(4).starts_with('-'));
  const auto duration = date_like ? parse_date_like(cursor) : parse_units(cursor);
  return duration && negative ? std::optional(negate(*duration)) : duration;
}

}  // namespace attest::iso
