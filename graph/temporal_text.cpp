#include <attest/graph/temporal_text.hpp>

#include <charconv>
#include <chrono>

namespace attest {
namespace {

constexpr std::int64_t second_ns = 1'000'000'000;

/// A cursor over the text; every take_… advances only where it succeeds.
struct Cursor {
  std::string_view rest;

  bool done() const { return rest.empty(); }
  bool take(char c) {
    if (rest.empty() || rest[0] != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  int sign() {
    if (take('-')) return -1;
    take('+');
    return 1;
  }
  /// Digits, `least` of them or more (at most `most`).
  std::optional<std::int64_t> digits(std::size_t least, std::size_t most) {
    std::size_t n = 0;
    while (n < rest.size() && n < most && rest[n] >= '0' && rest[n] <= '9') ++n;
    if (n < least) return {};
    std::int64_t number = 0;
    if (std::from_chars(rest.data(), rest.data() + n, number).ec != std::errc()) return {};
    rest.remove_prefix(n);
    return number;
  }
  /// What follows a decimal point, in nanoseconds; 0 where there is no point.
  std::optional<std::int64_t> fraction() {
    if (!take('.')) return 0;
    const std::size_t before = rest.size();
    auto number = digits(1, 9);
    if (!number) return {};
    for (std::size_t n = before - rest.size(); n < 9; ++n) *number *= 10;
    return number;
  }
};

std::optional<Date> date(Cursor& in) {
  const bool is_signed = !in.done() && (in.rest[0] == '-' || in.rest[0] == '+');
  const int sign = in.sign();
  const auto year = in.digits(4, is_signed ? 9 : 4);
  if (!year || !in.take('-')) return {};
  const auto month = in.digits(2, 2);
  if (!month || *month < 1 || *month > 12 || !in.take('-')) return {};
  const auto day = in.digits(2, 2);
  if (!day || *day < 1) return {};
  // std::chrono::year ends at ±32767: count whole 400-year cycles (146,097 days) apart.
  const std::int64_t y = sign * *year;
  const std::int64_t cycle = (y >= 0 ? y : y - 399) / 400;
  const std::chrono::year_month_day ymd{std::chrono::year(static_cast<int>(y - cycle * 400)),
                                        std::chrono::month(static_cast<unsigned>(*month)),
                                        std::chrono::day(static_cast<unsigned>(*day))};
  if (!ymd.ok()) return {};
  return Date{std::chrono::sys_days(ymd).time_since_epoch().count() + cycle * 146097};
}

std::optional<LocalTime> clock(Cursor& in) {
  const auto hour = in.digits(2, 2);
  if (!hour || *hour > 23 || !in.take(':')) return {};
  const auto minute = in.digits(2, 2);
  if (!minute || *minute > 59) return {};
  std::int64_t second = 0;
  std::int64_t nanoseconds = 0;
  if (in.take(':')) {
    const auto whole = in.digits(2, 2);
    if (!whole || *whole > 59) return {};
    const auto part = in.fraction();
    if (!part) return {};
    second = *whole;
    nanoseconds = *part;
  }
  return LocalTime{((*hour * 60 + *minute) * 60 + second) * second_ns + nanoseconds};
}

/// Z, +01, +0100, +01:00 or +01:00:30, in seconds east.
std::optional<std::int32_t> offset(Cursor& in) {
  if (in.take('Z')) return 0;
  if (in.done() || (in.rest[0] != '+' && in.rest[0] != '-')) return {};
  const int sign = in.sign();
  const auto hour = in.digits(2, 2);
  if (!hour || *hour > 18) return {};
  std::int64_t seconds = *hour * 3600;
  for (const std::int64_t unit : {60, 1}) {
    const bool colon = in.take(':');
    const auto part = in.digits(2, 2);
    if (!part && colon) return {};
    if (!part) break;
    if (*part > 59) return {};
    seconds += *part * unit;
  }
  return static_cast<std::int32_t>(sign * seconds);
}

std::optional<LocalDateTime> date_and_clock(Cursor& in) {
  const auto day = date(in);
  if (!day) return {};
  if (!in.take('T')) return {};
  const auto time = clock(in);
  if (!time) return {};
  return LocalDateTime{*day, *time};
}

template <class T, class Read>
std::optional<T> whole(std::string_view text, Read read) {
  Cursor in{text};
  auto value = read(in);
  return value && in.done() ? value : std::nullopt;
}

/// One "-1.5H" of a duration: the number in nanounits, and the letter.
struct Part {
  std::int64_t units = 0;
  std::int64_t nano_units = 0;
  char letter = 0;
};

std::optional<Part> duration_part(Cursor& in) {
  const int sign = in.sign();
  const auto units = in.digits(1, 19);
  if (!units) return {};
  const auto nanos = in.fraction();
  if (!nanos || in.done()) return {};
  Part part{sign * *units, sign * *nanos, in.rest[0]};
  in.rest.remove_prefix(1);
  return part;
}

/// Adds the part; false where the letter is out of place or only seconds may have a fraction.
bool add(Duration& sum, const Part& part, bool clock_part) {
  if (part.nano_units != 0 && !(clock_part && part.letter == 'S')) return false;
  std::int64_t scaled = 0;
  const auto add_to = [&](std::int64_t& total, std::int64_t scale) {
    return !__builtin_mul_overflow(part.units, scale, &scaled) &&
           !__builtin_add_overflow(total, scaled, &total);
  };
  if (!clock_part) {
    switch (part.letter) {
      case 'Y':
        return add_to(sum.months, 12);
      case 'M':
        return add_to(sum.months, 1);
      case 'W':
        return add_to(sum.days, 7);
      case 'D':
        return add_to(sum.days, 1);
      default:
        return false;
    }
  }
  switch (part.letter) {
    case 'H':
      return add_to(sum.seconds, 3600);
    case 'M':
      return add_to(sum.seconds, 60);
    case 'S':
      break;
    default:
      return false;
  }
  if (!add_to(sum.seconds, 1)) return false;
  std::int64_t nanos = sum.nanoseconds + part.nano_units;
  if (nanos < 0) {
    nanos += second_ns;
    if (__builtin_sub_overflow(sum.seconds, 1, &sum.seconds)) return false;
  }
  sum.nanoseconds = static_cast<std::int32_t>(nanos);
  return true;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  return whole<Date>(text, date);
}

std::optional<LocalTime> parse_local_time(std::string_view text) {
  return whole<LocalTime>(text, clock);
}

std::optional<Time> parse_time(std::string_view text) {
  return whole<Time>(text, [](Cursor& in) -> std::optional<Time> {
    const auto local = clock(in);
    if (!local) return {};
    const auto east = offset(in);
    if (!east) return {};
    return Time{*local, *east};
  });
}

std::optional<LocalDateTime> parse_local_date_time(std::string_view text) {
  return whole<LocalDateTime>(text, date_and_clock);
}

std::optional<DateTime> parse_date_time(std::string_view text) {
  return whole<DateTime>(text, [](Cursor& in) -> std::optional<DateTime> {
    const auto local = date_and_clock(in);
    if (!local) return {};
    const auto east = offset(in);
    if (!east) return {};
    DateTime value{*local, *east, {}};
    if (in.take('[')) {
      if (in.rest.size() < 2 || in.rest.back() != ']') return {};
      value.zone = in.rest.substr(0, in.rest.size() - 1);
      in.rest = {};
    }
    return value;
  });
}

std::optional<Duration> parse_duration(std::string_view text) {
  Cursor in{text};
  if (!in.take('P') || in.done()) return {};
  Duration sum;
  bool clock_part = false;
  while (!in.done()) {
    if (!clock_part && in.take('T')) {
      clock_part = true;
      if (in.done()) return {};
      continue;
    }
    const auto part = duration_part(in);
    if (!part || !add(sum, *part, clock_part)) return {};
  }
  return sum;
}

}  // namespace attest
