// The time a statement runs at.
#pragma once

#include <cstdint>
#include <string>

namespace attest {

/// A point on the UTC time line.
struct Instant {
  std::int64_t seconds = 0;      ///< since 1970-01-01T00:00:00Z
  std::int32_t nanoseconds = 0;  ///< 0 … 999,999,999
  bool operator==(const Instant&) const = default;
};

/// The system's time.
Instant now();

/// What temporal functions read. Within one statement `statement` never moves; `zone` is the zone that
/// values made without one get.
struct Clock {
  Instant transaction;
  Instant statement;
  std::string zone = "Z";

  /// Both readings at the system's time.
  static Clock at_now();
};

}  // namespace attest
