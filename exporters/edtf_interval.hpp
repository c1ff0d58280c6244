// The days that an EDTF date (ISO 8601-2) may mean: what timelines need.
#pragma once

#include <optional>
#include <string_view>

#include <attest/graph/temporal.hpp>

namespace attest {

/// First and last day, inclusive; an open side is absent.
struct DayInterval {
  std::optional<Date> first;
  std::optional<Date> last;
};

/// Years, months, days and seasons; "X" for unknown digits; intervals; the marks ? ~ % are passed over.
/// Nothing where the text is none of these.
std::optional<DayInterval> edtf_interval(std::string_view text);

}  // namespace attest
