#include <attest/query/edtf.hpp>

#include <algorithm>
#include <charconv>
#include <string>

#include <attest/graph/calendar.hpp>

namespace attest::edtf {
namespace {

/// A number whose last digits may be unspecified: "202X" is 2020 … 2029.
struct Span {
  std::int64_t least = 0;
  std::int64_t most = 0;
};

std::optional<std::int64_t> number(std::string_view digits) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = error == std::errc() && end == digits.data() + digits.size() && digits[0] != '-';
  return whole ? std::optional(value) : std::nullopt;
}

/// Digits, then X's.
std::optional<Span> masked(std::string_view text) {
  const std::size_t known = std::min(text.find('X'), text.size());
  if (text.empty() || text.find_first_not_of('X', known) != std::string_view::npos) return std::nullopt;
  const auto prefix = known == 0 ? std::optional<std::int64_t>(0) : number(text.substr(0, known));
  if (!prefix) return std::nullopt;
  Span span{*prefix, *prefix};
  for (std::size_t i = known; i < text.size(); ++i) span = {span.least * 10, span.most * 10 + 9};
  return span;
}

struct Days {
  Date first;
  Date last;
};

Date last_of_month(std::int64_t year, int month) {
  return from_civil({year, month, days_in_month(year, month)});
}

/// 21 spring is March … May; winter, 24, runs into the next year.
Days season(std::int64_t year, int number) {
  const int first_month = (number - 20) * 3;
  const bool winter = first_month == 12;
  return {from_civil({year, first_month, 1}),
          winter ? last_of_month(year + 1, 2) : last_of_month(year, first_month + 2)};
}

std::optional<Span> parse_year(std::string_view& text) {
  if (text.starts_with('Y')) {  // any number of digits, alone
    text.remove_prefix(1);
    const bool negative = text.starts_with('-');
    const auto year = number(text.substr(negative ? 1 : 0));
    text = {};
    if (!year || *year > kMaxYear) return std::nullopt;
    return negative ? Span{-*year, -*year} : Span{*year, *year};
  }
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.size() < 4) return std::nullopt;
  const auto year = masked(text.substr(0, 4));
  text.remove_prefix(4);
  if (!year || !negative) return year;
  return Span{-year->most, -year->least};
}

/// Behind the year: "-09", "-XX", "-21".
std::optional<Days> parse_month(const Span& year, std::string_view text) {
  if (text == "XX") return Days{from_civil({year.least, 1, 1}), from_civil({year.most, 12, 31})};
  const auto month = masked(text);
  if (!month || text.size() != 2) return std::nullopt;
  if (month->least >= 21 && month->most <= 24 && month->least == month->most)
    return Days{season(year.least, static_cast<int>(month->least)).first,
                season(year.most, static_cast<int>(month->least)).last};
  const auto least = static_cast<int>(std::max<std::int64_t>(month->least, 1));
  const auto most = static_cast<int>(std::min<std::int64_t>(month->most, 12));
  if (least > most || (month->least == month->most && month->least > 12)) return std::nullopt;
  return Days{from_civil({year.least, least, 1}), last_of_month(year.most, most)};
}

/// Behind the month: "-19", "-1X", "-XX"; `text` is "09-19".
std::optional<Days> parse_day(const Span& year, std::string_view text) {
  const auto month = parse_month(year, text.substr(0, 2));
  const auto day = masked(text.substr(3));
  if (!month || !day || text[2] != '-' || text.size() != 5) return std::nullopt;
  if (text.substr(3) == "XX") return month;
  const CivilDate first = to_civil(month->first);
  const CivilDate last = to_civil(month->last);
  const bool one_month =
      text.substr(0, 2) != "XX" && text.find('X') != 0 && number(text.substr(0, 2)).value_or(99) <= 12;
  const auto least = static_cast<int>(std::max<std::int64_t>(day->least, 1));
  const int most = static_cast<int>(std::min<std::int64_t>(day->most, last.day));
  if (!one_month || least > most || (day->least == day->most && day->least != least)) return std::nullopt;
  const int first_day = std::min(least, days_in_month(first.year, first.month));
  return Days{from_civil({first.year, first.month, first_day}), from_civil({last.year, last.month, most})};
}

/// One date, its qualifier taken off.
std::optional<Days> parse_date(std::string_view text) {
  const std::size_t time = text.find('T');
  if (time != std::string_view::npos && time != 10) return std::nullopt;
  text = text.substr(0, time);
  const auto year = parse_year(text);
  if (!year) return std::nullopt;
  if (text.empty()) return Days{from_civil({year->least, 1, 1}), from_civil({year->most, 12, 31})};
  if (!text.starts_with('-')) return std::nullopt;
  text.remove_prefix(1);
  return text.size() == 2   ? parse_month(*year, text)
         : text.size() == 5 ? parse_day(*year, text)
                            : std::nullopt;
}

/// A date with its qualifier; marks the interval.
std::optional<Days> parse_qualified(std::string_view text, Interval& interval) {
  if (text.empty()) return std::nullopt;
  const char qualifier = text.back();
  if (qualifier == '?' || qualifier == '~' || qualifier == '%') {
    interval.uncertain |= qualifier != '~';
    interval.approximate |= qualifier != '?';
    text.remove_suffix(1);
  }
  return parse_date(text);
}

bool is_open(std::string_view side) {
  return side.empty() || side == "..";
}

}  // namespace

std::optional<Interval> parse(std::string_view text) {
  Interval interval;
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) {
    const auto days = parse_qualified(text, interval);
    if (!days) return std::nullopt;
    interval.first = days->first;
    interval.last = days->last;
    return interval;
  }
  const std::string_view left = text.substr(0, slash);
  const std::string_view right = text.substr(slash + 1);
  const auto from = is_open(left) ? std::nullopt : parse_qualified(left, interval);
  const auto to = is_open(right) ? std::nullopt : parse_qualified(right, interval);
  if ((!is_open(left) && !from) || (!is_open(right) && !to) || (!from && !to)) return std::nullopt;
  if (from) interval.first = from->first;
  if (to) interval.last = to->last;
  if (from && to && to->last < from->first) return std::nullopt;
  return interval;
}

Ternary before(const Interval& a, const Interval& b) {
  if (a.last && b.first && *a.last < *b.first) return Ternary::yes;
  if (a.first && b.last && *a.first >= *b.last) return Ternary::no;
  return Ternary::unknown;
}

Ternary within(const Interval& a, const Interval& b) {
  if (!overlaps(a, b)) return Ternary::no;
  const bool starts_in = a.first && b.first && *a.first >= *b.first;
  const bool ends_in = a.last && b.last && *a.last <= *b.last;
  return starts_in && ends_in ? Ternary::yes : Ternary::unknown;
}

bool overlaps(const Interval& a, const Interval& b) {
  const bool a_before = a.last && b.first && *a.last < *b.first;
  const bool b_before = b.last && a.first && *b.last < *a.first;
  return !a_before && !b_before;
}

}  // namespace attest::edtf
