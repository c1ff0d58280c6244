// EDTF dates: what days they stand for, and what can be said of two.
#include <catch2/catch.hpp>

#include <string>

#include <attest/query/edtf.hpp>

#include "calls.hpp"

using namespace attest;
using attest::test::error;
using attest::test::result;

namespace {

/// "2023-09-01…2023-09-30", with the marks behind.
std::string days(std::string_view text) {
  const auto interval = edtf::parse(text);
  if (!interval) return "not EDTF";
  const auto shown = [](const std::optional<Date>& date) { return date ? to_string(*date) : "?"; };
  return shown(interval->first) + "…" + shown(interval->last) + (interval->uncertain ? " uncertain" : "") +
         (interval->approximate ? " approximate" : "");
}

}  // namespace

TEST_CASE("every form stands for days") {
  CHECK(days("2023-09-19") == "2023-09-19…2023-09-19");
  CHECK(days("2023-09") == "2023-09-01…2023-09-30");
  CHECK(days("2024-02") == "2024-02-01…2024-02-29");
  CHECK(days("2023") == "2023-01-01…2023-12-31");
  CHECK(days("2023-09-19T13:00:00Z") == "2023-09-19…2023-09-19");
  CHECK(days("-0044-03-15") == "-0044-03-15…-0044-03-15");
  CHECK(days("Y17000") == "+17000-01-01…+17000-12-31");

  SECTION("digits that are not known leave all days open that they can mean") {
    CHECK(days("202X") == "2020-01-01…2029-12-31");
    CHECK(days("19XX") == "1900-01-01…1999-12-31");
    CHECK(days("2023-XX") == "2023-01-01…2023-12-31");
    CHECK(days("2023-XX-XX") == "2023-01-01…2023-12-31");
    CHECK(days("2023-02-XX") == "2023-02-01…2023-02-28");
    CHECK(days("2023-02-2X") == "2023-02-20…2023-02-28");
    CHECK(days("2023-1X") == "2023-10-01…2023-12-31");
    CHECK(days("199X-05") == "1990-05-01…1999-05-31");
  }
  SECTION("seasons are quarters from March, winter the one that ends in the next year") {
    CHECK(days("2023-21") == "2023-03-01…2023-05-31");
    CHECK(days("2023-23") == "2023-09-01…2023-11-30");
    CHECK(days("2023-24") == "2023-12-01…2024-02-29");
  }
  SECTION("intervals, open and not known") {
    CHECK(days("2020-09-27/2020-11-10") == "2020-09-27…2020-11-10");
    CHECK(days("2022-12/2023") == "2022-12-01…2023-12-31");
    CHECK(days("2022-12-12/..") == "2022-12-12…?");
    CHECK(days("/1994") == "?…1994-12-31");
  }
  SECTION("qualifiers are marks") {
    CHECK(days("1988?") == "1988-01-01…1988-12-31 uncertain");
    CHECK(days("1988-02~") == "1988-02-01…1988-02-29 approximate");
    CHECK(days("1988%/1994") == "1988-01-01…1994-12-31 uncertain approximate");
  }
  SECTION("other text is refused") {
    for (const char* text :
         {"", "?", "/", "../..", "2023-9", "2023-13", "2023-25", "2023-02-30", "2023-09-00", "X023", "20X3",
          "2023/2022", "19 September", "2023-09-19-01", "2023-21-05", "202", "2023-"}) {
      INFO(text);
      CHECK(days(text) == "not EDTF");
    }
  }
}

TEST_CASE("before, after and within are true or false where the precision can tell, null where not") {
  CHECK(result("edtf.before", {"2023-08", "2023-09-19"}) == "true");
  CHECK(result("edtf.before", {"2023-09-19", "2023-09-19"}) == "false");
  CHECK(result("edtf.before", {"2023-10", "2023-09"}) == "false");
  CHECK(result("edtf.before", {"2023-09", "2023-09-19"}) == "null");
  CHECK(result("edtf.before", {"../2022", "2023"}) == "true");
  CHECK(result("edtf.before", {"2022/..", "2023"}) == "null");
  CHECK(result("edtf.after", {"2023-10", "2023-09"}) == "true");
  CHECK(result("edtf.within", {"2023-09-19", "2023-09"}) == "true");
  CHECK(result("edtf.within", {"2023-09", "2023-09-19"}) == "null");
  CHECK(result("edtf.within", {"2023-09-19", "2022"}) == "false");
  CHECK(result("edtf.within", {"2023-09-19", "2022-12-12/2023-09-20"}) == "true");
  CHECK(result("edtf.overlaps", {"2023", "2023-09-19"}) == "true");
  CHECK(result("edtf.overlaps", {"2020-09-27/2020-11-10", "2021"}) == "false");
  CHECK(result("edtf.overlaps", {"2020/..", "2999"}) == "true");
}

TEST_CASE("bounds and marks can be read, and temporal values taken for dates") {
  CHECK(result("edtf.start", {"2023-09"}) == "2023-09-01");
  CHECK(result("edtf.end", {"2023-09"}) == "2023-09-30");
  CHECK(result("edtf.end", {"2023/.."}) == "null");
  CHECK(result("edtf.within", {Date{19'619}, "2023-09"}) == "true");
  CHECK(result("edtf.isApproximate", {"1988~"}) == "true");
  CHECK(result("edtf.isUncertain", {"1988"}) == "false");
  CHECK(result("edtf.isValid", {"soon"}) == "false");
  CHECK(error("edtf.start", {"soon"}) == "ArgumentError/InvalidArgumentValue");
}

TEST_CASE("what is within something is not before or after it") {
  const char* dates[] = {"2023-09-19", "2023-09", "2023",    "202X", "2023-09-10/2023-10", "2022/..",
                         "../2023-09", "2023-23", "2023-1X", "2024", "2023-10-01",         "1988~"};
  for (const char* left : dates)
    for (const char* right : dates) {
      INFO(left << " and " << right);
      const auto a = *edtf::parse(left);
      const auto b = *edtf::parse(right);
      if (edtf::within(a, b) == Ternary::yes) {
        CHECK(edtf::before(a, b) != Ternary::yes);
        CHECK(edtf::before(b, a) != Ternary::yes);
      }
      if (edtf::before(a, b) == Ternary::yes) CHECK(edtf::before(b, a) == Ternary::no);
      CHECK(edtf::overlaps(a, b) == edtf::overlaps(b, a));
    }
}
