#include <catch2/catch.hpp>

#include <attest/parser/parse.hpp>

using attest::parse;
using attest::QueryError;

namespace {

struct Failure {
  std::string detail;
  std::string message;
  std::uint32_t line;
  std::uint32_t column;
};

Failure failure_of(std::string_view text) {
  try {
    parse(text);
  } catch (const QueryError& error) {
    CHECK(error.type() == "SyntaxError");
    CHECK(error.phase() == QueryError::Phase::compile_time);
    return {error.detail(), error.what(), error.line(), error.column()};
  }
  FAIL("no error for: " << text);
  return {};
}

void check_failure(std::string_view text, std::uint32_t line, std::uint32_t column, std::string_view detail,
                   std::string_view message) {
  INFO(text);
  Failure failure = failure_of(text);
  CHECK(failure.detail == detail);
  CHECK(failure.message == message);
  CHECK(failure.line == line);
  CHECK(failure.column == column);
}

std::string detail_of(std::string_view text) {
  return failure_of(text).detail;
}

}  // namespace

TEST_CASE("a misspelled keyword is named") {
  check_failure("MTACH (n) RETURN n", 1, 1, "UnexpectedSyntax", "unexpected \"MTACH\"; did you mean MATCH?");
  check_failure("MATCH (n)\nRETRUN n", 2, 1, "UnexpectedSyntax",
                "unexpected \"RETRUN\"; did you mean RETURN?");
  check_failure("MATCH (n) WHRE n.x = 1 RETURN n", 1, 11, "UnexpectedSyntax",
                "unexpected \"WHRE\"; did you mean WHERE?");
  check_failure("MATCH (n) RETURN n ODER BY n.x", 1, 20, "UnexpectedSyntax",
                "unexpected \"ODER\"; did you mean ORDER?");
  check_failure("optinal match (n) RETURN n", 1, 1, "UnexpectedSyntax",
                "unexpected \"optinal\"; did you mean OPTIONAL?");
}

TEST_CASE("an error says what was expected") {
  check_failure("MATCH n RETURN n", 1, 7, "UnexpectedSyntax", "unexpected \"n\"; expected a pattern");
  check_failure("RETURN 1 +", 1, 11, "UnexpectedSyntax",
                "unexpected end of the statement; expected an expression");
  check_failure(
      "RETURN (1 + 2", 1, 14, "UnexpectedSyntax",
      "unexpected end of the statement; expected an operator or \")\" (\"(\" at line 1, column 8 is not "
      "closed)");
  check_failure("", 1, 1, "UnexpectedSyntax",
                "unexpected end of the statement; expected EXPLAIN, PROFILE or a clause");
  check_failure(
      "RETURN 1 2", 1, 10, "UnexpectedSyntax",
      "unexpected \"2\"; expected an operator, AS, \",\", ORDER, SKIP, LIMIT, a clause, UNION or the "
      "end of the statement");
}

TEST_CASE("columns count code points") {
  check_failure("RETURN 'Ünïcödé 🧐' AS é +", 1, 25, "UnexpectedSyntax",
                "unexpected \"+\"; expected \",\", ORDER, SKIP, LIMIT, a clause, UNION or the end of the "
                "statement");
}

TEST_CASE("habits of other languages are answered") {
  CHECK(failure_of("MATCH (n) WHERE n.x != 1 RETURN n").message == "unexpected \"!\"; unequal is written <>");
  CHECK(failure_of("MATCH (n) WHERE n.x == 1 RETURN n").message ==
        "unexpected \"=\"; equality is written with one =");
  CHECK(failure_of("RETURN true && false").message == "unexpected \"&\"; write AND instead of &&");
  CHECK(failure_of("RETURN {name}").message == "unexpected \"}\"; a parameter is written $name");
  CHECK(failure_of("RETURN 1 AS order").message ==
        "unexpected \"order\"; ORDER is a reserved word, as a name it is written `order`");
}

TEST_CASE("features that are not supported are named") {
  CHECK(detail_of("LOAD CSV FROM 'x' AS row RETURN row") == "UnsupportedFeature");
  CHECK(detail_of("CREATE INDEX FOR (n:A) ON (n.x)") == "UnsupportedFeature");
  CHECK(detail_of("MATCH (n) USING INDEX n:A(x) RETURN n") == "UnsupportedFeature");
  CHECK(detail_of("MATCH ((a)-->(b)){1,3} RETURN a") == "UnsupportedFeature");
}

TEST_CASE("literals that cannot be") {
  CHECK(detail_of("RETURN 9223372036854775808") == "IntegerOverflow");
  CHECK(detail_of("RETURN 1 - 9223372036854775808") == "IntegerOverflow");
  CHECK(detail_of("RETURN -9223372036854775809") == "IntegerOverflow");
  CHECK(detail_of("RETURN -(9223372036854775808)") == "IntegerOverflow");
  CHECK(detail_of("RETURN 0x8000000000000000") == "IntegerOverflow");
  CHECK(detail_of("RETURN 0x") == "InvalidNumberLiteral");
  CHECK(detail_of("RETURN 0o8") == "InvalidNumberLiteral");
  CHECK(detail_of("RETURN 12a") == "InvalidNumberLiteral");
  CHECK(detail_of("RETURN 1e") == "InvalidNumberLiteral");
  CHECK(detail_of("RETURN 1e999") == "FloatingPointOverflow");
  CHECK(detail_of("RETURN '\\uH'") == "InvalidUnicodeLiteral");
  CHECK(detail_of("RETURN '\\uD83D'") == "InvalidUnicodeLiteral");
  CHECK(detail_of("RETURN '\\q'") == "UnexpectedSyntax");
  CHECK(detail_of("RETURN 'open") == "UnexpectedSyntax");
  CHECK(detail_of("RETURN 42 — 41") == "InvalidUnicodeCharacter");
  CHECK(detail_of("RETURN “x”") == "InvalidUnicodeCharacter");
  CHECK(detail_of("RETURN '\xff'") == "InvalidUnicodeCharacter");
  CHECK(detail_of("RETURN 1 /* open") == "UnexpectedSyntax");
}

TEST_CASE("clauses stand in an order") {
  CHECK(detail_of("MATCH (n)") == "InvalidClauseComposition");
  CHECK(detail_of("RETURN 1 AS a MATCH (n) RETURN n") == "InvalidClauseComposition");
  CHECK(detail_of("RETURN 1 AS a UNION RETURN 2 AS a UNION ALL RETURN 3 AS a") == "InvalidClauseComposition");
  CHECK(detail_of("RETURN EXISTS { MATCH (n) SET n.x = 1 }") == "InvalidClauseComposition");
  CHECK(detail_of("RETURN COLLECT { MATCH (n) }") == "InvalidClauseComposition");
  CHECK(detail_of("MATCH (n) CALL p() YIELD * RETURN n") == "UnexpectedSyntax");
  CHECK(detail_of("FOREACH (x IN [1] | MATCH (n))") == "UnexpectedSyntax");
}

TEST_CASE("a pattern is a condition, not a value") {
  CHECK(detail_of("MATCH (n) RETURN (n)-->()") == "UnexpectedSyntax");
  CHECK(detail_of("MATCH (n) SET n.x = head(nodes((n)-->()))") == "UnexpectedSyntax");
  CHECK(detail_of("MATCH (n) RETURN size((n)-->())") == "UnexpectedSyntax");
  CHECK_NOTHROW(parse("MATCH (n) WHERE NOT (n)-->() OR exists((n)<--()) RETURN n"));
  CHECK_NOTHROW(parse("MATCH (n) RETURN CASE WHEN (n)-->() THEN 1 END"));
  CHECK_NOTHROW(parse("MATCH (n) RETURN [x IN [n] WHERE (x)-->() | x]"));
}

TEST_CASE("lengths of relationships") {
  CHECK(detail_of("MATCH ()-[*-2]->() RETURN 1") == "InvalidRelationshipPattern");
  CHECK(detail_of("MATCH ()-[:A..]->() RETURN 1") == "InvalidRelationshipPattern");
}

TEST_CASE("an error is shown with its line and a caret") {
  std::string source = "MATCH (n)\nWHRE n.name = 'Ünï'\nRETURN n";
  try {
    parse(source);
    FAIL("parsed");
  } catch (const QueryError& error) {
    CHECK(attest::render_error(error, source) ==
          "SyntaxError: unexpected \"WHRE\"; did you mean WHERE?\n"
          "  --> line 2, column 1\n"
          "   |\n"
          " 2 | WHRE n.name = 'Ünï'\n"
          "   | ^^^^");
  }
}

TEST_CASE("the shown part of a long line holds the caret") {
  std::string source = "RETURN " + std::string(5000, ' ') + ")" + std::string(500, ' ');
  try {
    parse(source);
    FAIL("parsed");
  } catch (const QueryError& error) {
    std::string text = attest::render_error(error, source);
    std::size_t line = text.rfind("| …"), caret = text.rfind("| ");
    REQUIRE(line != std::string::npos);
    std::string shown = text.substr(line + 2, text.find('\n', line) - line - 2);
    std::size_t at = text.size() - 1 - caret - 2;
    CHECK(shown.substr(at + std::string("…").size() - 1, 1) == ")");
  }
}
