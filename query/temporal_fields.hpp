// Temporal values by their fields: made from maps, projected from one another, cut to a unit, and read.
//
// Field names are openCypher's: year, quarter, month, week, day, dayOfWeek, ordinalDay, dayOfQuarter; hour,
// minute, second, millisecond, microsecond, nanosecond; timezone; epochSeconds, epochMillis; and date, time,
// datetime for the value to start from. Errors: ArgumentError/InvalidArgumentValue with the field and what it
// may be.
#pragma once

#include <optional>
#include <string_view>

#include <attest/graph/temporal.hpp>
#include <attest/graph/value.hpp>
#include <attest/query/temporal_zone.hpp>
#include <attest/query/types.hpp>

namespace attest {

/// What a temporal value has.
struct Components {
  std::optional<Date> date;
  std::optional<LocalTime> time;
  std::optional<Zone> zone;
};

/// Of any temporal type but DURATION.
Components components(const Value& temporal);

/// The value of type `type` (any temporal one but DURATION) that `fields` describe; `fallback` is the zone of
/// one that names none, `now` what a map with nothing but a timezone means.
Value make_temporal(Value::Type type, const Map& fields, const Zone& fallback, const Instant& now);

/// `other` as a value of type `type`.
Value convert_temporal(Value::Type type, const Value& other, const Zone& fallback);

/// The clock's reading as a value of type `type`.
Value temporal_now(Value::Type type, const Instant& now, const Zone& zone);

/// `other` cut down to `unit` ("millennium" … "microsecond"), as a value of type `type`, with `fields` set
/// after.
Value truncate_temporal(Value::Type type, std::string_view unit, const Value& other, const Map& fields,
                        const Zone& fallback);

/// A duration from {years, months, weeks, days, hours, minutes, seconds, milliseconds …}.
Duration make_duration(const Map& fields);

/// `temporal.name` ("weekYear", "epochMillis", "monthsOfYear" …). Throws TypeError/InvalidArgumentValue where
/// the type has no such component.
Value temporal_component(const Value& temporal, std::string_view name);

}  // namespace attest
