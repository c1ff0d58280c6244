#include <catch2/catch.hpp>

#include <chrono>
#include <string>

#include <attest/parser/parse.hpp>

using attest::parse;
using attest::QueryError;

namespace {

std::string repeat(const std::string& text, std::size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string detail_of(const std::string& text) {
  try {
    parse(text);
    return "none";
  } catch (const QueryError& error) {
    return error.detail();
  }
}

/// What opens a level, what stands inside, what closes it.
struct Nest {
  std::string before, open, inside, close, after;
  std::string at(std::size_t depth) const {
    return before + repeat(open, depth) + inside + repeat(close, depth) + after;
  }
};

const Nest nests[] = {
    {"RETURN ", "(", "1", ")", ""},
    {"RETURN ", "[", "1", "]", ""},
    {"RETURN ", "{a: ", "1", "}", ""},
    {"RETURN ", "f(", "1", ")", ""},
    {"RETURN ", "[x IN ", "xs", "]", ""},
    {"RETURN ", "[x IN [1], ", "xs", "]", ""},
    {"RETURN ", "CASE WHEN true THEN ", "1", " END", ""},
    {"RETURN ", "all(x IN xs WHERE ", "x", ")", ""},
    {"RETURN ", "EXISTS { MATCH (a) WHERE ", "1", "}", ""},
    {"RETURN ", "NOT ", "x", "", ""},
    {"RETURN ", "- ", "x", "", ""},
    {"RETURN ", "reduce(s = 0, x IN ", "xs", " | s)", ""},
    {"MATCH (n:", "(", "A", ")", ") RETURN n"},
    {"MATCH (n:", "!", "A", "", ") RETURN n"},
    {"", "CALL { ", "RETURN 1 AS x", " } RETURN x", ""},
    {"", "FOREACH (x IN [1] | ", "CREATE ()", ")", ""},
};

}  // namespace

TEST_CASE("two hundred levels of anything are read") {
  for (const Nest& nest : nests) {
    INFO(nest.open);
    CHECK(detail_of(nest.at(200)) == "none");
  }
}

TEST_CASE("a hundred thousand levels are an error, not a crash") {
  for (const Nest& nest : nests) {
    INFO(nest.open);
    CHECK(detail_of(nest.at(5000)) == "NestingTooDeep");
  }
  CHECK(detail_of("RETURN " + repeat("(", 100000) + "1" + repeat(")", 100000)) == "NestingTooDeep");
  CHECK(detail_of("RETURN " + repeat("(", 100000)) == "NestingTooDeep");
  CHECK(detail_of("MATCH " + repeat("(", 100000)) == "NestingTooDeep");
  CHECK(detail_of("MATCH (n) WHERE " + repeat("({a: ", 5000) + "1" + repeat("})-->()", 5000) + " RETURN n") ==
        "NestingTooDeep");
}

TEST_CASE("long chains are read or refused, never a crash") {
  constexpr std::size_t many = 10000;
  CHECK(detail_of("RETURN true" + repeat(" AND true", many)) == "none");
  CHECK(detail_of("RETURN 1" + repeat(" < 2", many)) == "none");
  CHECK(detail_of("RETURN [1" + repeat(", 1", many) + "]") == "none");
  CHECK(detail_of("MATCH ()" + repeat("-->()", many) + " RETURN 1") == "none");
  CHECK(detail_of(repeat("MATCH () ", many) + "RETURN 1") == "none");
  CHECK(detail_of("RETURN 1 AS x" + repeat(" UNION RETURN 1 AS x", many)) == "none");
  CHECK(detail_of("RETURN 1" + repeat(" + 1", 100000)) == "NestingTooDeep");
  CHECK(detail_of("RETURN n" + repeat(".a", many)) == "NestingTooDeep");
  CHECK(detail_of("RETURN n" + repeat(" IS NULL", many)) == "NestingTooDeep");
  CHECK(detail_of("RETURN " + repeat("(", 300) + "x" + repeat(" + 1 + 1)", 300)) == "NestingTooDeep");
}

TEST_CASE("huge literals") {
  CHECK(detail_of("RETURN " + repeat("9", 1000000)) == "IntegerOverflow");
  CHECK(detail_of("RETURN 1." + repeat("9", 1000000)) == "none");
  CHECK(detail_of("RETURN '" + repeat("x", 10000000) + "'") == "none");
  CHECK(detail_of("RETURN " + repeat("x", 1000000)) == "none");
}

TEST_CASE("time grows with the text, not with the nesting") {
  auto seconds = [](const std::string& text) {
    auto start = std::chrono::steady_clock::now();
    detail_of(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  for (const Nest& nest : nests) {
    INFO(nest.open);
    // Were it exponential, depth 200 would not end; the bound is loose for slow machines and sanitizers.
    CHECK(seconds(nest.at(200)) < 2.0);
    CHECK(seconds(nest.before + repeat(nest.open, 200) + ") ]" + repeat(nest.close, 200)) < 2.0);
  }
}
