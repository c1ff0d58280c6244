// Temporal functions: reading, making, cutting, measuring.
#include <catch2/catch.hpp>

#include <string>

#include <attest/query/operators.hpp>

#include "calls.hpp"

using namespace attest;
using attest::test::call;
using attest::test::error;
using attest::test::result;
using attest::test::shown;

namespace {

constexpr std::string_view kBadArgument = "ArgumentError/InvalidArgumentValue";

struct Text {
  std::string_view text;
  std::string_view expected;
};

void reads(std::string_view function, std::initializer_list<Text> cases) {
  for (const auto& [text, expected] : cases) {
    INFO(function << " " << text);
    CHECK(result(function, {text}) == expected);
  }
}

void refuses(std::string_view function, std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    INFO(function << " " << text);
    CHECK(error(function, {text}) == kBadArgument);
  }
}

Value component(const Value& temporal, std::string_view name) {
  return property(attest::test::context().graph, temporal, name);
}

Value date(std::string_view text) {
  return call("date", {text});
}

}  // namespace

TEST_CASE("dates are read in every ISO 8601 form") {
  reads("date", {{"2023-09-19", "2023-09-19"},
                 {"20230919", "2023-09-19"},
                 {"2023-09", "2023-09-01"},
                 {"202309", "2023-09-01"},
                 {"2023", "2023-01-01"},
                 {"2023-W38-2", "2023-09-19"},
                 {"2023W382", "2023-09-19"},
                 {"2023-W38", "2023-09-18"},
                 {"2023W38", "2023-09-18"},
                 {"2023-262", "2023-09-19"},
                 {"2023262", "2023-09-19"},
                 {"2023-Q3-81", "2023-09-19"},
                 {"2023Q381", "2023-09-19"},
                 {"2023-Q3", "2023-07-01"},
                 {"2020-W53-5", "2021-01-01"},
                 {"-0044-03-15", "-0044-03-15"},
                 {"+999999999-12-31", "+999999999-12-31"}});
  refuses("date", {"", "2023-13", "2023-02-29", "2023-1-1", "2023-00-10", "2023-366", "2023-W53",
                   "2023-W38-8", "2023-Q5", "2023-Q1-91", "19 September 2023", "2023-09-19T10:00",
                   "+9999999999-01-01", "2023-09-1 "});
}

TEST_CASE("times are read with as much as they have") {
  reads("localtime", {{"21:40:32.142", "21:40:32.142"},
                      {"214032.142", "21:40:32.142"},
                      {"21:40:32,5", "21:40:32.500"},
                      {"2140", "21:40"},
                      {"21", "21:00"},
                      {"00:00:00.000000001", "00:00:00.000000001"}});
  reads("time", {{"21:40:32+0100", "21:40:32+01:00"},
                 {"2140Z", "21:40Z"},
                 {"21:40-01:30", "21:40-01:30"},
                 {"21:40", "21:40Z"},
                 {"21:40+02:05:59", "21:40+02:05:59"}});
  refuses("localtime",
          {"24:00", "12:60", "12:00:60", "1:00", "12:0", "12:00Z", "12:00.", "12:00:00.1234567890"});
  refuses("time", {"12:00+19:00", "12:00+1", "12:00 +01:00"});
}

TEST_CASE("date-times are read in a zone, which is checked") {
  reads("localdatetime", {{"2023-09-19T13:05", "2023-09-19T13:05"},
                          {"20230919T1305", "2023-09-19T13:05"},
                          {"2023-W38-2T13", "2023-09-19T13:00"},
                          {"2023-09-19", "2023-09-19T00:00"}});
  reads("datetime", {{"2023-09-19T13:05:00+04:00", "2023-09-19T13:05+04:00"},
                     {"2023-09-19T13:05", "2023-09-19T13:05Z"},
                     {"2023-09-19T13:05[Asia/Dubai]", "2023-09-19T13:05+04:00[Asia/Dubai]"},
                     {"2023-09-19T13:05+04:00[Asia/Dubai]", "2023-09-19T13:05+04:00[Asia/Dubai]"},
                     {"1879-01-01T00:00[Europe/Berlin]", "1879-01-01T00:00+00:53:28[Europe/Berlin]"}});
  refuses("datetime",
          {"2023-09-19T13:05+05:00[Asia/Dubai]", "2023-09-19T13:05[Asia/Nowhere]", "2023-09-19T"});

  SECTION("of an hour that comes twice the offset says which, and the first where there is none") {
    reads("datetime",
          {{"2017-10-29T02:30+02:00[Europe/Stockholm]", "2017-10-29T02:30+02:00[Europe/Stockholm]"},
           {"2017-10-29T02:30+01:00[Europe/Stockholm]", "2017-10-29T02:30+01:00[Europe/Stockholm]"},
           {"2017-10-29T02:30[Europe/Stockholm]", "2017-10-29T02:30+02:00[Europe/Stockholm]"}});
  }
  SECTION("an hour that is left out is moved behind the gap") {
    reads("datetime", {{"2017-03-26T02:30[Europe/Stockholm]", "2017-03-26T03:30+02:00[Europe/Stockholm]"}});
  }
}

TEST_CASE("durations are read by unit, with fractions running over") {
  reads("duration", {{"P14DT16H12M", "P14DT16H12M"},
                     {"P5M1.5D", "P5M1DT12H"},
                     {"P0.75M", "P22DT19H51M49.5S"},
                     {"P2.5W", "P17DT12H"},
                     {"PT-0.001S", "PT-0.001S"},
                     {"-P1Y2M", "P-1Y-2M"},
                     {"P1Y-2M", "P10M"},
                     {"P2012-02-02T14:37:21.545", "P2012Y2M2DT14H37M21.545S"},
                     {"PT9007199254740993S", "PT2501999792983H36M33S"},
                     {"P20120202T143721", "P2012Y2M2DT14H37M21S"}});
  refuses("duration", {"", "P", "PT", "P1", "P1H", "PT1D", "1D", "P1YT", "PxD"});
}

TEST_CASE("values are made of fields") {
  const auto make = [](std::string_view function, Map fields) {
    return result(function, {std::move(fields)});
  };
  CHECK(make("date", {{"year", 2023}, {"month", 9}, {"day", 19}}) == "2023-09-19");
  CHECK(make("date", {{"year", 2023}, {"week", 38}, {"dayOfWeek", 2}}) == "2023-09-19");
  CHECK(make("date", {{"year", 2023}, {"ordinalDay", 262}}) == "2023-09-19");
  CHECK(make("date", {{"year", 2023}, {"quarter", 3}, {"dayOfQuarter", 81}}) == "2023-09-19");
  CHECK(make("date", {{"year", 1818}, {"week", 53}}) == "1818-12-28");
  CHECK(make("localtime", {{"hour", 12},
                           {"minute", 31},
                           {"second", 14},
                           {"millisecond", 1},
                           {"microsecond", 2},
                           {"nanosecond", 3}}) == "12:31:14.001002003");
  CHECK(make("time", {{"hour", 12}, {"timezone", "+04:00"}}) == "12:00+04:00");
  CHECK(make("datetime", {{"year", 2023}, {"timezone", "Europe/Stockholm"}}) ==
        "2023-01-01T00:00+01:00[Europe/Stockholm]");
  CHECK(make("datetime", {{"epochSeconds", 1'695'110'400}, {"nanosecond", 5}, {"timezone", "Asia/Dubai"}}) ==
        "2023-09-19T12:00:00.000000005+04:00[Asia/Dubai]");
  CHECK(make("datetime", {{"epochMillis", -1}}) == "1969-12-31T23:59:59.999Z");
  CHECK(make("duration", {{"months", 5}, {"days", 1.5}}) == "P5M1DT12H");
  CHECK(make("duration", {{"years", 12}, {"weeks", -2}, {"seconds", 70}, {"nanoseconds", -1}}) ==
        "P12Y-14DT1M9.999999999S");

  SECTION("a field that is wrong, missing or of no use is named") {
    CHECK(error("date", {Map{{"month", 9}}}) == kBadArgument);
    CHECK(error("date", {Map{{"year", 2023}, {"day", 9}}}) == kBadArgument);
    CHECK(error("date", {Map{{"year", 2023}, {"month", 2}, {"day", 30}}}) == kBadArgument);
    CHECK(error("date", {Map{{"year", 2023}, {"week", 3}, {"month", 1}}}) == kBadArgument);
    CHECK(error("date", {Map{{"year", 2023.0}}}) == kBadArgument);
    CHECK(error("date", {Map{{"yaer", 2023}}}) == kBadArgument);
    CHECK(error("localtime", {Map{{"minute", 3}}}) == kBadArgument);
    CHECK(error("localtime", {Map{{"hour", 24}}}) == kBadArgument);
    CHECK(error("localtime", {Map{{"hour", 2}, {"timezone", "Z"}}}) == kBadArgument);
    CHECK(error("datetime", {Map{{"year", 2023}, {"timezone", "Nowhere"}}}) == kBadArgument);
    CHECK(error("duration", {Map{{"fortnights", 1}}}) == kBadArgument);
    CHECK(error("duration", {Map{{"years", 1e300}}}) == "ArithmeticError/NumberOutOfRange");
  }
}

TEST_CASE("values are made of one another") {
  const Value moment = call("datetime", {"2023-09-19T13:05:20.5[Asia/Dubai]"});
  CHECK(result("date", {moment}) == "2023-09-19");
  CHECK(result("time", {moment}) == "13:05:20.500+04:00");
  CHECK(result("localdatetime", {moment}) == "2023-09-19T13:05:20.500");
  CHECK(result("datetime", {date("2023-09-19")}) == "2023-09-19T00:00Z");
  CHECK(result("date", {Map{{"date", moment}, {"day", 1}}}) == "2023-09-01");
  CHECK(result("date", {Map{{"date", moment}, {"week", 1}}}) == "2023-01-03");
  CHECK(result("date", {Map{{"date", moment}, {"quarter", 1}}}) == "2023-03-22");
  CHECK(result("localtime", {Map{{"time", moment}, {"minute", 0}}}) == "13:00:20.500");
  CHECK(error("date", {call("localtime", {"12:00"})}) == kBadArgument);
  CHECK(error("localtime", {date("2023-09-19")}) == kBadArgument);

  SECTION("a zone given to what has one moves the clocks, to what has none is put on") {
    CHECK(result("datetime", {Map{{"datetime", moment}, {"timezone", "+00:00"}}}) ==
          "2023-09-19T09:05:20.500Z");
    CHECK(result("time", {Map{{"time", moment}, {"timezone", "+05:00"}}}) == "14:05:20.500+05:00");
    CHECK(result("datetime", {Map{{"date", moment}, {"hour", 10}, {"timezone", "+05:00"}}}) ==
          "2023-09-19T10:00+05:00");
    CHECK(result("datetime",
                 {Map{{"date", date("2023-12-01")}, {"time", moment}, {"timezone", "Europe/Stockholm"}}}) ==
          "2023-12-01T10:05:20.500+01:00[Europe/Stockholm]");
  }
}

TEST_CASE("truncation cuts to the start of a unit, then sets fields") {
  const Value moment = call("datetime", {"2023-09-19T13:05:20.123456789+04:00"});
  const auto cut = [&](std::string_view unit) { return result("datetime.truncate", {unit, moment}); };
  CHECK(cut("millennium") == "2000-01-01T00:00+04:00");
  CHECK(cut("century") == "2000-01-01T00:00+04:00");
  CHECK(cut("decade") == "2020-01-01T00:00+04:00");
  CHECK(cut("year") == "2023-01-01T00:00+04:00");
  CHECK(cut("weekYear") == "2023-01-02T00:00+04:00");
  CHECK(cut("quarter") == "2023-07-01T00:00+04:00");
  CHECK(cut("month") == "2023-09-01T00:00+04:00");
  CHECK(cut("week") == "2023-09-18T00:00+04:00");
  CHECK(cut("day") == "2023-09-19T00:00+04:00");
  CHECK(cut("hour") == "2023-09-19T13:00+04:00");
  CHECK(cut("second") == "2023-09-19T13:05:20+04:00");
  CHECK(cut("millisecond") == "2023-09-19T13:05:20.123+04:00");
  CHECK(cut("microsecond") == "2023-09-19T13:05:20.123456+04:00");
  CHECK(result("date.truncate", {"week", moment, Map{{"dayOfWeek", 7}}}) == "2023-09-24");
  CHECK(result("localtime.truncate", {"millisecond", moment, Map{{"nanosecond", 2}}}) ==
        "13:05:20.123000002");
  CHECK(result("datetime.truncate", {"year", moment, Map{{"timezone", "Europe/Stockholm"}}}) ==
        "2023-01-01T00:00+01:00[Europe/Stockholm]");
  CHECK(result("date.truncate", {"decade", date("-0001-05-05")}) == "-0010-01-01");
  CHECK(error("date.truncate", {"hour", moment}) == kBadArgument);
  CHECK(error("localtime.truncate", {"month", moment}) == kBadArgument);
  CHECK(error("date.truncate", {"fortnight", moment}) == kBadArgument);
}

TEST_CASE("components can be read") {
  const Value moment = call("datetime", {"1984-11-11T12:31:14.645876123[Europe/Stockholm]"});
  const std::pair<std::string_view, std::string_view> expected[] = {{"year", "1984"},
                                                                    {"quarter", "4"},
                                                                    {"month", "11"},
                                                                    {"week", "45"},
                                                                    {"weekYear", "1984"},
                                                                    {"day", "11"},
                                                                    {"ordinalDay", "316"},
                                                                    {"weekDay", "7"},
                                                                    {"dayOfQuarter", "42"},
                                                                    {"hour", "12"},
                                                                    {"millisecond", "645"},
                                                                    {"microsecond", "645876"},
                                                                    {"nanosecond", "645876123"},
                                                                    {"offset", "'+01:00'"},
                                                                    {"timezone", "'Europe/Stockholm'"},
                                                                    {"offsetMinutes", "60"},
                                                                    {"offsetSeconds", "3600"},
                                                                    {"epochSeconds", "469020674"},
                                                                    {"epochMillis", "469020674645"}};
  for (const auto& [name, value] : expected) {
    INFO(name);
    CHECK(shown(component(moment, name)) == value);
  }
  const Value duration = call("duration", {"P1Y4M10DT1H1M1.111111111S"});
  CHECK(shown(component(duration, "months")) == "16");
  CHECK(shown(component(duration, "monthsOfYear")) == "4");
  CHECK(shown(component(duration, "daysOfWeek")) == "3");
  CHECK(shown(component(duration, "seconds")) == "3661");
  CHECK(shown(component(duration, "nanoseconds")) == "3661111111111");
  CHECK(attest::test::error_of([&] { component(duration, "year"); }) == "TypeError/InvalidArgumentValue");
  CHECK(attest::test::error_of([&] { component(date("2023-09-19"), "hour"); }) ==
        "TypeError/InvalidArgumentValue");
}

TEST_CASE("the time between two values, in months, days and seconds") {
  const auto between = [](std::string_view function, const Value& a, const Value& b) {
    return result(function, {a, b});
  };
  CHECK(between("duration.between", date("2022-12-12"), date("2023-09-19")) == "P9M7D");
  CHECK(between("duration.between", date("2023-09-19"), date("2022-12-12")) == "P-9M-7D");
  CHECK(between("duration.between", date("2024-01-31"), date("2024-03-01")) == "P1M1D");
  CHECK(between("duration.inMonths", date("2018-07-21"), call("datetime", {"2016-07-21T21:40+01:00"})) ==
        "P-1Y-11M");
  CHECK(between("duration.inDays", date("2022-12-12"), date("2023-09-19")) == "P281D");
  CHECK(between("duration.inSeconds", call("localtime", {"14:30"}), call("time", {"16:30+0100"})) == "PT2H");
  CHECK(between("duration.inDays", call("localtime", {"14:30"}), date("2023-09-19")) == "PT0S");
  CHECK(between("duration.between", date("-999999999-01-01"), date("+999999999-12-31")) ==
        "P1999999998Y11M30D");

  SECTION("the day on which clocks go back has 25 hours") {
    const Value start = call("datetime", {"2017-10-29T00:00[Europe/Stockholm]"});
    CHECK(between("duration.inSeconds", start, date("2017-10-30")) == "PT25H");
    CHECK(between("duration.between", start, date("2017-10-30")) == "P1D");
    CHECK(shown(add(start, call("duration", {"PT24H"}))) == "2017-10-29T23:00+01:00[Europe/Stockholm]");
    CHECK(shown(add(start, call("duration", {"P1D"}))) == "2017-10-30T00:00+01:00[Europe/Stockholm]");
  }
  SECTION("what is added and taken away again is the same") {
    const Value day = date("2023-09-19");
    for (int days = -1000; days <= 1000; days += 37) {
      const Value duration = Duration{0, days, 0, 0};
      CHECK(shown(subtract(add(day, duration), duration)) == "2023-09-19");
      CHECK(shown(call("duration.inDays", {day, add(day, duration)})) == shown(duration));
    }
  }
  SECTION("results out of range are errors") {
    CHECK(error("datetime.fromepoch", {INT64_MAX}) == kBadArgument);
    CHECK(result("datetime.fromepochmillis", {INT64_MIN}) == "-292275055-05-16T16:47:04.192Z");
    CHECK(attest::test::error_of([] {
            component(call("datetime", {"+999999999-12-31T00:00Z"}), "epochMillis");
          }) == "ArithmeticError/NumberOutOfRange");
    CHECK(attest::test::error_of([] {
            add(date("+999999999-12-31"), Duration{0, 1, 0, 0});
          }) == "ArithmeticError/NumberOutOfRange");
    CHECK(attest::test::error_of([] {
            add(Duration{INT64_MAX, 0, 0, 0}, Duration{1, 0, 0, 0});
          }) == "ArithmeticError/NumberOutOfRange");
  }
}

TEST_CASE("the clock stands still in a statement") {
  CHECK(result("date", {}) == "2023-09-19");
  CHECK(result("datetime", {}) == "2023-09-19T09:00:00.500Z");
  CHECK(result("localtime.statement", {"Asia/Dubai"}) == "13:00:00.500");
  CHECK(result("datetime.transaction", {"+02:00"}) == "2023-09-19T11:00:00.500+02:00");
  CHECK(result("date", {Map{{"timezone", "Pacific/Kiritimati"}}}) == "2023-09-19");
  CHECK(result("timestamp", {}) == "1695114000500");
  CHECK(result("datetime.fromepoch", {416'779, 999'999'999}) == "1970-01-05T19:46:19.999999999Z");
  CHECK(result("datetime.fromepochmillis", {237'821'673'987}) == "1977-07-15T13:34:33.987Z");
  CHECK(call("datetime.realtime", {}).date_time().local.date.days > 19'000);
}
