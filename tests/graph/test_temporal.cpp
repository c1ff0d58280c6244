// The calendar's arithmetic and the ISO 8601 text of temporal values.
#include <catch2/catch.hpp>

#include <attest/graph/calendar.hpp>
#include <attest/graph/temporal.hpp>

using namespace attest;

namespace {

LocalTime clock(int hour, int minute, int second = 0, std::int64_t nanoseconds = 0) {
  return {(hour * 3600 + minute * 60 + second) * kNanosPerSecond + nanoseconds};
}

}  // namespace

TEST_CASE("days and civil dates are two readings of one calendar") {
  SECTION("known days") {
    CHECK(from_civil({1970, 1, 1}).days == 0);
    CHECK(from_civil({1969, 12, 31}).days == -1);
    CHECK(from_civil({2000, 3, 1}).days == 11'017);
    CHECK(to_civil({0}) == CivilDate{1970, 1, 1});
  }
  SECTION("every day of eight centuries around year 0 goes there and back, one after the other") {
    CivilDate last = to_civil({from_civil({-400, 1, 1}).days - 1});
    for (std::int64_t day = from_civil({-400, 1, 1}).days; day <= from_civil({400, 12, 31}).days; ++day) {
      const CivilDate civil = to_civil({day});
      REQUIRE(from_civil(civil).days == day);
      const bool next_day = civil.day == last.day + 1 && civil.month == last.month;
      const bool next_month = civil.day == 1 && last.day == days_in_month(last.year, last.month);
      REQUIRE((next_day || next_month));
      last = civil;
    }
  }
  SECTION("the ends of the range") {
    CHECK(to_civil(kMinDate) == CivilDate{-999'999'999, 1, 1});
    CHECK(to_civil(kMaxDate) == CivilDate{999'999'999, 12, 31});
  }
}

TEST_CASE("ISO weeks belong to the year of their Thursday") {
  CHECK(to_week(from_civil({2021, 1, 3})) == WeekDate{2020, 53, 7});
  CHECK(to_week(from_civil({2021, 1, 4})) == WeekDate{2021, 1, 1});
  CHECK(to_week(from_civil({2018, 12, 31})) == WeekDate{2019, 1, 1});
  CHECK(weeks_in_year(2020) == 53);
  CHECK(weeks_in_year(2021) == 52);
  CHECK(day_of_week(from_civil({2023, 9, 19})) == 2);
  for (std::int64_t day = -100'000; day < 100'000; day += 13) REQUIRE(from_week(to_week({day})).days == day);
}

TEST_CASE("dates print with four digits of year at least, and a sign outside of them") {
  CHECK(to_string(from_civil({2023, 9, 19})) == "2023-09-19");
  CHECK(to_string(from_civil({28, 1, 2})) == "0028-01-02");
  CHECK(to_string(from_civil({0, 1, 1})) == "0000-01-01");
  CHECK(to_string(from_civil({-44, 3, 15})) == "-0044-03-15");
  CHECK(to_string(from_civil({12'345, 1, 1})) == "+12345-01-01");
  CHECK(to_string(kMaxDate) == "+999999999-12-31");
}

TEST_CASE("times print what they have: seconds and fractions only where they are not zero") {
  CHECK(to_string(clock(0, 0)) == "00:00");
  CHECK(to_string(clock(12, 31, 14)) == "12:31:14");
  CHECK(to_string(clock(12, 31, 0, 500'000'000)) == "12:31:00.500");
  CHECK(to_string(clock(12, 31, 14, 645'876'000)) == "12:31:14.645876");
  CHECK(to_string(clock(23, 59, 59, 1)) == "23:59:59.000000001");
}

TEST_CASE("offsets print as Z, hours and minutes, and seconds where a zone of old had them") {
  CHECK(to_string(Time{clock(10, 0), 0}) == "10:00Z");
  CHECK(to_string(Time{clock(10, 0), 3600}) == "10:00+01:00");
  CHECK(to_string(Time{clock(10, 0), -(9 * 3600 + 1800)}) == "10:00-09:30");
  CHECK(to_string(Time{clock(10, 0), 3208}) == "10:00+00:53:28");
  CHECK(to_string(DateTime{{from_civil({2023, 9, 19}), clock(13, 0)}, 14'400, "Asia/Dubai"}) ==
        "2023-09-19T13:00+04:00[Asia/Dubai]");
}

TEST_CASE("durations print every part with its own sign") {
  CHECK(to_string(Duration{}) == "PT0S");
  CHECK(to_string(Duration{14, 3, 3661, 0}) == "P1Y2M3DT1H1M1S");
  CHECK(to_string(Duration{-13, 0, 0, 0}) == "P-1Y-1M");
  CHECK(to_string(Duration{1, -14, 57'600, 0}) == "P1M-14DT16H");
  CHECK(to_string(Duration{0, 0, 1, 500'000'000}) == "PT1.5S");
  SECTION("a fraction below zero borrows from the second") {
    CHECK(to_string(Duration{0, 0, -1, 999'000'000}) == "PT-0.001S");
    CHECK(to_string(Duration{0, 0, -2, 1'000'000}) == "PT-1.999S");
    CHECK(to_string(Duration{0, 0, -61, 999'000'000}) == "PT-1M-0.001S");
  }
}
