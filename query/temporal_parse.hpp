// ISO 8601 text to temporal values: calendar, week, ordinal and quarter dates, extended ("2015-07-21") and
// basic ("20150721"); durations by units ("P1Y2M3.5D") and in the alternative form ("P2012-02-02T14:37:21").
// Every function gives nothing where the text is not in one of these forms or names no real date.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <attest/graph/temporal.hpp>
#include <attest/query/temporal_zone.hpp>

namespace attest::iso {

// Checked construction; nothing where a part is out of its range.
std::optional<Date> date_of_month(std::int64_t year, std::int64_t month, std::int64_t day);
std::optional<Date> date_of_week(std::int64_t week_year, std::int64_t week, std::int64_t day);
std::optional<Date> date_of_ordinal(std::int64_t year, std::int64_t day);
std::optional<Date> date_of_quarter(std::int64_t year, std::int64_t quarter, std::int64_t day);

/// A wall-clock time with the zone that follows it, where one does.
struct ZonedText {
  LocalTime time;
  std::optional<std::int32_t> offset;
  std::optional<Zone> zone;  ///< named, in brackets
};

std::optional<Date> parse_date(std::string_view text);
std::optional<LocalTime> parse_local_time(std::string_view text);
std::optional<ZonedText> parse_zoned_time(std::string_view text);
/// A date alone is its midnight.
std::optional<LocalDateTime> parse_local_date_time(std::string_view text);
/// In `fallback` where the text names no zone. Nothing where the offset given is none the named zone has
/// then.
std::optional<DateTime> parse_date_time(std::string_view text, const Zone& fallback);
std::optional<Duration> parse_duration(std::string_view text);

}  // namespace attest::iso
