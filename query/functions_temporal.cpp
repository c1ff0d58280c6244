// date, datetime, duration and what is named after them.
#include <string>

#include <fmt/format.h>

#include <attest/query/functions_registry.hpp>
#include <attest/query/run_time_error.hpp>
#include <attest/query/temporal_arithmetic.hpp>
#include <attest/query/temporal_fields.hpp>
#include <attest/query/temporal_parse.hpp>
#include <attest/query/temporal_zone.hpp>

namespace attest::registry {
namespace {

using Type = Value::Type;

Zone zone_or_fail(const std::string& text) {
  if (const auto zone = parse_zone(text)) return *zone;
  throw argument_error("InvalidArgumentValue",
                       fmt::format("'{}' is no time zone known; write '+01:00' or 'Europe/Stockholm'", text));
}

Zone default_zone(const FunctionContext& context) {
  return parse_zone(context.clock.zone).value_or(Zone{});
}

// ---- Text --------------------------------------------------------------------------------------

template <class T>
Value parsed(const std::optional<T>& value, Type type, const std::string& text, std::string_view forms) {
  if (value) return *value;
  throw argument_error("InvalidArgumentValue",
                       fmt::format("'{}' is no {}; write {}", text, type_name(type), forms));
}

std::optional<Time> parse_time(const std::string& text, const Zone& fallback, const Instant& now) {
  const auto zoned = iso::parse_zoned_time(text);
  if (!zoned) return std::nullopt;
  if (zoned->offset) return Time{zoned->time, *zoned->offset};
  const Zone zone = zoned->zone.value_or(fallback);
  const Date today = at_zone(now, zone).local.date;
  return Time{zoned->time, at_zone(LocalDateTime{today, zoned->time}, zone).offset};
}

Value parse(Type type, const std::string& text, const FunctionContext& context) {
  switch (type) {
    case Type::date:
      return parsed(iso::parse_date(text), type, text,
                    "'2023-09-19', '20230919', '2023-W38-2', '2023-262' or '2023-09'");
    case Type::local_time:
      return parsed(iso::parse_local_time(text), type, text, "'13:00:05.5' or '130005'");
    case Type::time:
      return parsed(parse_time(text, default_zone(context), context.clock.statement), type, text,
                    "'13:00:05+04:00', '13:00Z' or '130005'");
    case Type::local_date_time:
      return parsed(iso::parse_local_date_time(text), type, text, "'2023-09-19T13:00:05'");
    default:
      return parsed(iso::parse_date_time(text, default_zone(context)), type, text,
                    "'2023-09-19T13:00:05+04:00' or '2023-09-19T13:00[Asia/Dubai]', with an offset the "
                    "zone has then");
  }
}

// ---- Constructors ------------------------------------------------------------------------------

template <Type T>
Value create(FunctionContext& context, Arguments args) {
  const Zone zone = default_zone(context);
  if (args.empty()) return temporal_now(T, context.clock.statement, zone);
  if (args[0].type() == Type::string) return parse(T, args[0].string(), context);
  if (args[0].type() == Type::map) return make_temporal(T, args[0].map(), zone, context.clock.statement);
  return convert_temporal(T, args[0], zone);
}

Zone wanted_zone(const FunctionContext& context, Arguments args) {
  return args.empty() ? default_zone(context) : zone_or_fail(args[0].string());
}

template <Type T>
Value at_transaction(FunctionContext& context, Arguments args) {
  return temporal_now(T, context.clock.transaction, wanted_zone(context, args));
}
template <Type T>
Value at_statement(FunctionContext& context, Arguments args) {
  return temporal_now(T, context.clock.statement, wanted_zone(context, args));
}
template <Type T>
Value at_realtime(FunctionContext& context, Arguments args) {
  return temporal_now(T, now(), wanted_zone(context, args));
}

template <Type T>
Value truncate(FunctionContext& context, Arguments args) {
  const Zone zone = default_zone(context);
  const Value other =
      args.size() > 1 ? args[1] : temporal_now(Type::date_time, context.clock.statement, zone);
  return truncate_temporal(T, args[0].string(), other, args.size() > 2 ? args[2].map() : Map(), zone);
}

Value from_epoch(FunctionContext&, Arguments args) {
  const std::int64_t nanoseconds = args.size() > 1 ? args[1].integer() : 0;
  return make_temporal(Type::date_time, {{"epochSeconds", args[0]}, {"nanosecond", nanoseconds}}, Zone{},
                       Instant{});
}
Value from_epoch_millis(FunctionContext&, Arguments args) {
  return make_temporal(Type::date_time, {{"epochMillis", args[0]}}, Zone{}, Instant{});
}

Value timestamp(FunctionContext& context, Arguments) {
  return context.clock.statement.seconds * 1000 + context.clock.statement.nanoseconds / 1'000'000;
}

// ---- Durations ---------------------------------------------------------------------------------

Value create_duration(FunctionContext&, Arguments args) {
  if (args[0].type() == Type::duration) return args[0];
  if (args[0].type() == Type::map) return make_duration(args[0].map());
  return parsed(iso::parse_duration(args[0].string()), Type::duration, args[0].string(),
                "'P1Y2M3DT4H5M6.5S' or 'P2.5W'");
}

template <Duration (*Measure)(const Value&, const Value&)>
Value measure(FunctionContext&, Arguments args) {
  return Measure(args[0], args[1]);
}

// ---- Registration ------------------------------------------------------------------------------

/// The names and examples of one temporal type.
struct Naming {
  std::string_view create, create_doc, create_example;
  std::string_view transaction, statement, realtime, truncate, truncate_example;
};

template <Type T>
void add_now(Functions& functions, std::string_view name, Purity purity, std::string_view doc,
             Value (*call)(FunctionContext&, Arguments)) {
  functions.push_back({.name = name,
                       .section = "Temporal",
                       .parameters = {{"timezone", types::string}},
                       .purity = purity,
                       .result = T,
                       .doc = doc,
                       .example = "datetime.statement('Asia/Dubai') = datetime.statement('Asia/Dubai')",
                       .call = call});
}

template <Type T>
void add_type(Functions& functions, const Naming& names) {
  functions.push_back({.name = names.create,
                       .section = "Temporal",
                       .parameters = {{"value", types::string | types::map | types::instant}},
                       .purity = Purity::stable,
                       .result = T,
                       .doc = names.create_doc,
                       .example = names.create_example,
                       .call = create<T>});
  add_now<T>(functions, names.transaction, Purity::stable, "The time at which the transaction began.",
             at_transaction<T>);
  add_now<T>(functions, names.statement, Purity::stable, "The time at which the statement began.",
             at_statement<T>);
  add_now<T>(functions, names.realtime, Purity::unstable, "The time at the moment of the call.",
             at_realtime<T>);
  functions.push_back(
      {.name = names.truncate,
       .section = "Temporal",
       .parameters = {{"unit", types::string}, {"value", types::instant}, {"fields", types::map}},
       .required = 1,
       .purity = Purity::stable,
       .result = T,
       .doc = "The value cut down to a unit, 'millennium' … 'microsecond', with the fields set after.",
       .example = names.truncate_example,
       .call = truncate<T>});
}

void add_types(Functions& functions) {
  add_type<Type::date>(functions,
                       {"date",
                        "A date from ISO 8601 text, from fields or from another temporal value; today "
                        "without an argument.",
                        "date('2023-09-19')", "date.transaction", "date.statement", "date.realtime",
                        "date.truncate", "date.truncate('week', date('2023-09-19'))"});
  add_type<Type::local_time>(
      functions, {"localtime", "A time of day with no zone, likewise.", "localtime({hour: 13, minute: 5})",
                  "localtime.transaction", "localtime.statement", "localtime.realtime", "localtime.truncate",
                  "localtime.truncate('hour', localtime('13:05:20'))"});
  add_type<Type::time>(functions,
                       {"time", "A time of day at an offset from UTC, likewise.", "time('13:05+04:00')",
                        "time.transaction", "time.statement", "time.realtime", "time.truncate",
                        "time.truncate('minute', time('13:05:20+04:00'))"});
  add_type<Type::local_date_time>(
      functions,
      {"localdatetime", "A date and time with no zone, likewise.", "localdatetime('2023-09-19T13:05')",
       "localdatetime.transaction", "localdatetime.statement", "localdatetime.realtime",
       "localdatetime.truncate", "localdatetime.truncate('month', localdatetime('2023-09-19T13:05'))"});
  add_type<Type::date_time>(
      functions, {"datetime", "A date and time in a zone, likewise.",
                  "datetime({year: 2023, month: 9, day: 19, hour: 13, timezone: 'Asia/Dubai'})",
                  "datetime.transaction", "datetime.statement", "datetime.realtime", "datetime.truncate",
                  "datetime.truncate('day', datetime('2023-09-19T13:05+04:00'))"});
}

void add_epoch(Functions& functions) {
  functions.push_back({.name = "datetime.fromepoch",
                       .section = "Temporal",
                       .parameters = {{"seconds", types::integer}, {"nanoseconds", types::integer}},
                       .required = 1,
                       .result = types::date_time,
                       .doc = "The time so many seconds after 1970-01-01T00:00Z.",
                       .example = "datetime.fromepoch(1695110400)",
                       .call = from_epoch});
  functions.push_back({.name = "datetime.fromepochmillis",
                       .section = "Temporal",
                       .parameters = {{"milliseconds", types::integer}},
                       .required = 1,
                       .result = types::date_time,
                       .doc = "The time so many milliseconds after 1970-01-01T00:00Z.",
                       .example = "datetime.fromepochmillis(1695110400000)",
                       .call = from_epoch_millis});
  functions.push_back({.name = "timestamp",
                       .section = "Temporal",
                       .purity = Purity::stable,
                       .result = types::integer,
                       .doc = "Milliseconds from 1970-01-01T00:00Z to the start of the statement.",
                       .example = "timestamp() > 1700000000000",
                       .call = timestamp});
}

void add_durations(Functions& functions) {
  functions.push_back(
      {.name = "duration",
       .section = "Temporal",
       .parameters = {{"value", types::string | types::map | types::duration}},
       .required = 1,
       .result = types::duration,
       .doc = "A duration from ISO 8601 text or from amounts of units, which may have fractions.",
       .example = "duration({days: 14, hours: 16.5})",
       .call = create_duration});
  const auto add = [&](std::string_view name, std::string_view doc, std::string_view example,
                       Value (*call)(FunctionContext&, Arguments)) {
    functions.push_back({.name = name,
                         .section = "Temporal",
                         .parameters = {{"from", types::instant}, {"to", types::instant}},
                         .required = 2,
                         .result = types::duration,
                         .doc = doc,
                         .example = example,
                         .call = call});
  };
  add("duration.between", "The time between two values, in months, then days, then seconds.",
      "duration.between(date('2022-12-12'), date('2023-09-19'))", measure<duration_between>);
  add("duration.inMonths", "The whole months between two values.",
      "duration.inMonths(date('2022-12-12'), date('2023-09-19'))", measure<duration_in_months>);
  add("duration.inDays", "The whole days between two values.",
      "duration.inDays(date('2022-12-12'), date('2023-09-19'))", measure<duration_in_days>);
  add("duration.inSeconds", "The hours, minutes and seconds between two values.",
      "duration.inSeconds(localtime('09:00'), localtime('13:05'))", measure<duration_in_seconds>);
}

}  // namespace

void add_temporal(Functions& functions) {
  add_types(functions);
  add_epoch(functions);
  add_durations(functions);
}

}  // namespace attest::registry
