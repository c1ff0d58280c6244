#include <attest/exporters/edtf_interval.hpp>

#include <string>

#include <attest/graph/calendar.hpp>

namespace attest {
namespace {

struct Range {
  int low = 0;
  int high = 0;
};

/// Digits, of which some may be X.
std::optional<Range> number(std::string_view text) {
  if (text.empty()) return {};
  Range range;
  for (const char c : text) {
    if (c != 'X' && (c < '0' || c > '9')) return {};
    range.low = range.low * 10 + (c == 'X' ? 0 : c - '0');
    range.high = range.high * 10 + (c == 'X' ? 9 : c - '0');
  }
  return range;
}

/// A season (21 spring … 24 winter) as the months it begins and ends with; winter reaches into the next year.
DayInterval season(const Range& year, int code) {
  const int month = 3 * (code - 20);
  const CivilDate first{year.low, month, 1};
  const int last_year = year.high + (month == 12 ? 1 : 0);
  const int last_month = month == 12 ? 2 : month + 2;
  return {from_civil(first), from_civil({last_year, last_month, days_in_month(last_year, last_month)})};
}

std::optional<DayInterval> point(std::string_view text) {
  text = text.substr(0, text.find('T'));
  const bool before_christ = text.starts_with('-');
  if (before_christ) text.remove_prefix(1);
  if (text.size() < 4) return {};
  auto year = number(text.substr(0, 4));
  if (!year) return {};
  if (before_christ) year = Range{-year->high, -year->low};
  Range month{1, 12};
  Range day{1, 31};
  if (text.size() > 4) {
    if (text.size() < 7 || text[4] != '-') return {};
    const auto given = number(text.substr(5, 2));
    if (!given) return {};
    if (text.size() == 7 && given->low >= 21 && given->high <= 24) return season(*year, given->low);
    month = {std::max(given->low, 1), std::min(given->high, 12)};
  }
  if (text.size() > 7) {
    if (text.size() != 10 || text[7] != '-') return {};
    const auto given = number(text.substr(8, 2));
    if (!given) return {};
    day = {std::max(given->low, 1), given->high};
  }
  if (month.low > month.high) return {};
  day.high = std::min(day.high, days_in_month(year->high, month.high));
  if (day.low > days_in_month(year->low, month.low) || day.low > day.high) return {};
  return DayInterval{from_civil({year->low, month.low, day.low}),
                     from_civil({year->high, month.high, day.high})};
}

bool is_open(std::string_view side) {
  return side.empty() || side == "..";
}

}  // namespace

std::optional<DayInterval> edtf_interval(std::string_view marked) {
  std::string text;
  for (const char c : marked)
    if (c != '?' && c != '~' && c != '%') text += c;
  const auto slash = text.find('/');
  if (slash == std::string::npos) return point(text);
  const std::string_view left = std::string_view(text).substr(0, slash);
  const std::string_view right = std::string_view(text).substr(slash + 1);
  DayInterval interval;
  if (!is_open(left)) {
    const auto start = point(left);
    if (!start) return {};
    interval.first = start->first;
  }
  if (!is_open(right)) {
    const auto end = point(right);
    if (!end) return {};
    interval.last = end->last;
  }
  if (!interval.first && !interval.last) return {};
  return interval;
}

}  // namespace attest
