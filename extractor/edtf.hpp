// Dates of any precision, as EDTF writes them (Extended Date/Time Format, ISO 8601-2:2019, levels 0 and 1
// and the unspecified digits of level 2): "2023-09-19", "2023-09", "199X", "2023~", "2023-09-19/2023-09-20",
// "2013/..". Proleptic Gregorian calendar; year 0 is 1 BC.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace attest::extract {

enum class Precision : std::uint8_t { century, decade, year, season, month, day };

/// A point in time as precise as the text has it. `month` of a season is 21 (spring) … 24 (winter).
struct PartialDate {
  int year = 0;
  int month = 0;
  int day = 0;
  Precision precision = Precision::year;
  bool approximate = false;
  bool operator==(const PartialDate&) const = default;
};

/// One date, a closed interval, or an interval open to the right.
struct DateRange {
  PartialDate first;
  std::optional<PartialDate> last;
  bool open = false;
  bool operator==(const DateRange&) const = default;
};

std::string to_edtf(const PartialDate& date);
std::string to_edtf(const DateRange& range);

/// Reads what to_edtf writes; nothing where the text is not such a date.
std::optional<DateRange> parse_edtf(std::string_view text);

/// A day of the calendar that exists.
bool is_valid_day(int year, int month, int day);

/// The day `days` after (before, where negative) a date of day precision.
PartialDate add_days(const PartialDate& day, std::int64_t days);
/// The month `months` after that of a date of at least month precision, as a date of month precision.
PartialDate add_months(const PartialDate& date, int months);
/// 0 Monday … 6 Sunday, of a date of day precision.
int weekday_of(const PartialDate& day);
/// Days since 1970-01-01 of the first day that the date may mean.
std::int64_t first_day_number(const PartialDate& date);

}  // namespace attest::extract
