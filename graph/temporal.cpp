#include <attest/graph/temporal.hpp>

#include <cstdlib>
#include <iterator>

#include <fmt/format.h>

#include <attest/graph/calendar.hpp>

namespace attest {
namespace {

/// ".645", ".645876" or ".645876123": as many groups of three digits as are needed.
std::string grouped_fraction(std::int64_t nanoseconds) {
  if (nanoseconds == 0) return {};
  if (nanoseconds % 1'000'000 == 0) return fmt::format(".{:03}", nanoseconds / 1'000'000);
  if (nanoseconds % 1'000 == 0) return fmt::format(".{:06}", nanoseconds / 1'000);
  return fmt::format(".{:09}", nanoseconds);
}

std::string offset_text(std::int32_t offset) {
  if (offset == 0) return "Z";
  const int size = std::abs(offset);
  std::string text = fmt::format("{}{:02}:{:02}", offset < 0 ? '-' : '+', size / 3600, size / 60 % 60);
  if (size % 60 != 0) fmt::format_to(std::back_inserter(text), ":{:02}", size % 60);
  return text;
}

std::string year_text(std::int64_t year) {
  if (year < 0) return fmt::format("-{:04}", -year);
  return year > 9999 ? fmt::format("+{}", year) : fmt::format("{:04}", year);
}

/// "-1.999": seconds and their fraction with the sign in front, zeros at the end dropped.
std::string signed_seconds(std::int64_t seconds, std::int64_t nanoseconds) {
  const bool negative = seconds < 0 || nanoseconds < 0;
  std::string text = fmt::format("{}{}", negative ? "-" : "", std::llabs(seconds));
  if (nanoseconds == 0) return text;
  fmt::format_to(std::back_inserter(text), ".{:09}", std::llabs(nanoseconds));
  text.erase(text.find_last_not_of('0') + 1);
  return text;
}

std::string date_part(const Duration& duration) {
  std::string text;
  const auto add = [&](std::int64_t amount, char unit) {
    if (amount != 0) fmt::format_to(std::back_inserter(text), "{}{}", amount, unit);
  };
  add(duration.months / 12, 'Y');
  add(duration.months % 12, 'M');
  add(duration.days, 'D');
  return text;
}

/// The stored form keeps 0 <= nanoseconds; the printed one gives every unit the sign of the whole.
std::string time_part(const Duration& duration) {
  std::int64_t seconds = duration.seconds;
  std::int64_t nanoseconds = duration.nanoseconds;
  if (seconds < 0 && nanoseconds > 0) {
    ++seconds;
    nanoseconds -= kNanosPerSecond;
  }
  std::string text;
  if (seconds / 3600 != 0) fmt::format_to(std::back_inserter(text), "{}H", seconds / 3600);
  if (seconds / 60 % 60 != 0) fmt::format_to(std::back_inserter(text), "{}M", seconds / 60 % 60);
  if (seconds % 60 != 0 || nanoseconds != 0) text += signed_seconds(seconds % 60, nanoseconds) + "S";
  return text;
}

}  // namespace

std::string to_string(const Date& date) {
  const CivilDate civil = to_civil(date);
  return fmt::format("{}-{:02}-{:02}", year_text(civil.year), civil.month, civil.day);
}

std::string to_string(const LocalTime& time) {
  const std::int64_t seconds = time.nanoseconds / kNanosPerSecond;
  const std::int64_t fraction = time.nanoseconds % kNanosPerSecond;
  std::string text = fmt::format("{:02}:{:02}", seconds / 3600, seconds / 60 % 60);
  if (seconds % 60 != 0 || fraction != 0)
    fmt::format_to(std::back_inserter(text), ":{:02}{}", seconds % 60, grouped_fraction(fraction));
  return text;
}

std::string to_string(const Time& time) {
  return to_string(time.local) + offset_text(time.offset);
}

std::string to_string(const LocalDateTime& value) {
  return to_string(value.date) + "T" + to_string(value.time);
}

std::string to_string(const DateTime& value) {
  std::string text = to_string(value.local) + offset_text(value.offset);
  if (!value.zone.empty()) text += "[" + value.zone + "]";
  return text;
}

std::string to_string(const Duration& duration) {
  const std::string time = time_part(duration);
  std::string text = "P" + date_part(duration);
  if (!time.empty()) text += "T" + time;
  return text == "P" ? "PT0S" : text;
}

}  // namespace attest
