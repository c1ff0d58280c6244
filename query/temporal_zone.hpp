// Time zones: fixed offsets and the IANA zones of ICU, with the offsets they had at any time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <attest/graph/temporal.hpp>
#include <attest/query/clock.hpp>

namespace attest {

/// Where `name` is empty, a fixed offset in seconds east of UTC.
struct Zone {
  std::string name;
  std::int32_t offset = 0;
  bool operator==(const Zone&) const = default;
};

/// "Z", "+01:00", "-0130", "+18", "+02:05:59", "Europe/Stockholm"; nothing where the text is no zone known.
std::optional<Zone> parse_zone(std::string_view text);
/// "+01:00" or the name.
std::string to_string(const Zone& zone);
Zone zone_of(const DateTime& value);

/// The wall-clock reading `local` in `zone`. Of a reading that comes twice the earlier is taken; one that is
/// left out when clocks go forward is moved behind the gap.
DateTime at_zone(const LocalDateTime& local, const Zone& zone);
/// What the clocks of `zone` show at `instant`.
DateTime at_zone(const Instant& instant, const Zone& zone);

Instant instant_of(const DateTime& value);
/// Read as UTC.
Instant instant_of(const LocalDateTime& value);
LocalDateTime local_of(const Instant& instant);

}  // namespace attest
