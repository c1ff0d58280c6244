#include <attest/extractor/edtf.hpp>

#include <chrono>
#include <cstdlib>

#include <fmt/format.h>

namespace attest::extract {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

sys_days to_days(int year, int month, int day) {
  return sys_days{year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                 std::chrono::day{static_cast<unsigned>(day)}}};
}

std::string year_text(int year) {
  return year < 0 ? fmt::format("-{:04}", -year) : fmt::format("{:04}", year);
}

std::string stem(const PartialDate& date) {
  switch (date.precision) {
    case Precision::century:
      return fmt::format("{:02}XX", date.year / 100);
    case Precision::decade:
      return fmt::format("{:03}X", date.year / 10);
    case Precision::year:
      return year_text(date.year);
    case Precision::season:
    case Precision::month:
      return fmt::format("{}-{:02}", year_text(date.year), date.month);
    case Precision::day:
      return fmt::format("{}-{:02}-{:02}", year_text(date.year), date.month, date.day);
  }
  return {};
}

bool read_digits(std::string_view text, int& value) {
  if (text.empty()) return false;
  value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + (c - '0');
  }
  return true;
}

bool read_year(std::string_view text, PartialDate& date) {
  if (text.size() != 4) return false;
  if (text.substr(2) == "XX") {
    date.precision = Precision::century;
    return read_digits(text.substr(0, 2), date.year) && (date.year *= 100, true);
  }
  if (text[3] == 'X') {
    date.precision = Precision::decade;
    return read_digits(text.substr(0, 3), date.year) && (date.year *= 10, true);
  }
  return read_digits(text, date.year);
}

std::optional<PartialDate> parse_point(std::string_view text) {
  PartialDate date;
  if (!text.empty() && text.back() == '~') {
    date.approximate = true;
    text.remove_suffix(1);
  }
  const bool before_christ = !text.empty() && text.front() == '-';
  if (before_christ) text.remove_prefix(1);
  if (!read_year(text.substr(0, 4), date)) return std::nullopt;
  if (before_christ) date.year = -date.year;
  text.remove_prefix(4);
  if (text.empty()) return date;
  if (text.size() != 3 && text.size() != 6) return std::nullopt;
  if (date.precision != Precision::year || text[0] != '-' || !read_digits(text.substr(1, 2), date.month))
    return std::nullopt;
  date.precision = date.month > 12 ? Precision::season : Precision::month;
  if (text.size() == 3) {
    const bool known = date.month > 12 ? date.month >= 21 && date.month <= 24 : date.month >= 1;
    return known ? std::optional(date) : std::nullopt;
  }
  if (text[3] != '-' || !read_digits(text.substr(4, 2), date.day)) return std::nullopt;
  date.precision = Precision::day;
  return is_valid_day(date.year, date.month, date.day) ? std::optional(date) : std::nullopt;
}

int first_month(const PartialDate& date) {
  if (date.precision == Precision::season) return (date.month - 20) * 3;
  return date.precision >= Precision::month ? date.month : 1;
}

}  // namespace

std::string to_edtf(const PartialDate& date) {
  return stem(date) + (date.approximate ? "~" : "");
}

std::string to_edtf(const DateRange& range) {
  if (range.open) return to_edtf(range.first) + "/..";
  return range.last ? to_edtf(range.first) + "/" + to_edtf(*range.last) : to_edtf(range.first);
}

std::optional<DateRange> parse_edtf(std::string_view text) {
  const auto slash = text.find('/');
  const auto first = parse_point(text.substr(0, slash));
  if (!first) return std::nullopt;
  DateRange range{*first, std::nullopt, false};
  if (slash == std::string_view::npos) return range;
  const std::string_view rest = text.substr(slash + 1);
  range.open = rest == "..";
  if (range.open) return range;
  range.last = parse_point(rest);
  return range.last ? std::optional(range) : std::nullopt;
}

bool is_valid_day(int year, int month, int day) {
  if (month < 1 || month > 12 || day < 1 || day > 31 || std::abs(year) > 9999) return false;
  return year_month_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                        std::chrono::day{static_cast<unsigned>(day)}}
      .ok();
}

PartialDate add_days(const PartialDate& day, std::int64_t days) {
  const year_month_day moved{to_days(day.year, day.month, day.day) + std::chrono::days{days}};
  return {static_cast<int>(moved.year()), static_cast<int>(static_cast<unsigned>(moved.month())),
          static_cast<int>(static_cast<unsigned>(moved.day())), Precision::day, day.approximate};
}

PartialDate add_months(const PartialDate& date, int months) {
  const int count = date.year * 12 + (first_month(date) - 1) + months;
  const int year = count >= 0 ? count / 12 : -((11 - count) / 12);
  return {year, count - year * 12 + 1, 0, Precision::month, date.approximate};
}

int weekday_of(const PartialDate& day) {
  return static_cast<int>(std::chrono::weekday{to_days(day.year, day.month, day.day)}.iso_encoding()) - 1;
}

std::int64_t first_day_number(const PartialDate& date) {
  const int day = date.precision == Precision::day ? date.day : 1;
  return to_days(date.year, first_month(date), day).time_since_epoch().count();
}

}  // namespace attest::extract
