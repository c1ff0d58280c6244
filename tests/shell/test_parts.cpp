// Parts of the shell that need no process: the progress bar's line, parameters, completion.
#include <attest/error.hpp>
#include <attest/query/query.hpp>
#include <catch2/catch.hpp>

#include "completion.hpp"
#include "parameters.hpp"
#include "progress.hpp"

using namespace attest;
using namespace attest::shell;
using Catch::Matchers::Contains;
using Catch::Matchers::VectorContains;

TEST_CASE("the progress bar shows share, documents, rate and time left") {
  const std::string line = progress_line(5'000'000, 20'000'000, 3, 12, 10.0, 100);
  CHECK_THAT(
      line, Contains("25 %") && Contains("3/12 documents") && Contains("0.50 MB/s") && Contains("0:30 left"));
  SECTION("it never is wider than the terminal") {
    CHECK(progress_line(1, 2, 1, 2, 1.0, 20).size() <= 20);
  }
  SECTION("it knows no time before the first byte") {
    CHECK_THAT(progress_line(0, 9, 0, 1, 0.0, 100), Contains("-:-- left"));
  }
}

TEST_CASE("parameters are JSON, or else strings") {
  CHECK(parse_parameter("n=41").second.integer() == 41);
  CHECK(parse_parameter("s=Ada Lovelace").second.string() == "Ada Lovelace");
  CHECK(parse_parameter("l=[1, \"a\"]").second.list().size() == 2);
  CHECK(parse_parameter("e==").second.string() == "=");
  CHECK_THROWS_AS(parse_parameter("no value"), UsageError);
  CHECK_THROWS_AS(parse_parameter("=1"), UsageError);
}

TEST_CASE("completion knows the graph and where the cursor stands") {
  Graph graph;
  Engine engine(graph);
  engine.run("CREATE (:Person {name: 'Ada Lovelace', born: 1815})-[:PARENT_OF]->(:Person {name: 'Ralph'})");
  const auto candidates = [&](std::string_view text) { return complete(text, engine).candidates; };
  SECTION("labels in a node pattern") {
    CHECK(candidates("MATCH (p:Pe") == std::vector<std::string>{"Person"});
  }
  SECTION("types in a relationship pattern") {
    CHECK(candidates("MATCH (p)-[:PA") == std::vector<std::string>{"PARENT_OF"});
  }
  SECTION("property keys after a dot and in a map") {
    CHECK(candidates("MATCH (p) RETURN p.bo") == std::vector<std::string>{"born"});
    CHECK(candidates("MATCH (p {na") == std::vector<std::string>{"name"});
  }
  SECTION("names in quotation marks") {
    CHECK(candidates("MATCH (p {name: 'Ada") == std::vector<std::string>{"Ada Lovelace"});
  }
  SECTION("keywords in the case that is typed") {
    CHECK_THAT(candidates("MAT"), VectorContains(std::string("MATCH")));
    CHECK_THAT(candidates("mat"), VectorContains(std::string("match")));
  }
  SECTION("functions, procedures, variables, commands") {
    CHECK_THAT(candidates("RETURN toUp"), VectorContains(std::string("toUpper(")));
    CHECK_THAT(candidates("CALL db.la"), VectorContains(std::string("db.labels")));
    CHECK_THAT(candidates("MATCH (person) RETURN per"), VectorContains(std::string("person")));
    CHECK_THAT(candidates(":he"), VectorContains(std::string(":help")));
  }
}
