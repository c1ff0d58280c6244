// ISO 8601 text → temporal values: the inverse of to_string in graph/temporal.hpp, and the forms that CSV
// files hold. Each gives nothing where the text is not of its form.
#pragma once

#include <optional>
#include <string_view>

#include <attest/graph/temporal.hpp>

namespace attest {

std::optional<Date> parse_date(std::string_view text);             // 2023-09-19
std::optional<LocalTime> parse_local_time(std::string_view text);  // 12:31, 12:31:14.645
std::optional<Time> parse_time(std::string_view text);             // 12:31:14+01:00, 12:31Z
std::optional<LocalDateTime> parse_local_date_time(std::string_view text);
/// An offset is required: a zone name alone ("[Europe/Paris]") would need the zone's history.
std::optional<DateTime> parse_date_time(std::string_view text);
/// P1Y2M3W4DT5H6M7.8S; every part may carry its own sign.
std::optional<Duration> parse_duration(std::string_view text);

}  // namespace attest
