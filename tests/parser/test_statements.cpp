#include <catch2/catch.hpp>

#include <attest/parser/parse.hpp>

#include "tree_text.hpp"

using attest::is_incomplete;
using attest::parse;
using attest::split_script;
using attest::test::statement_tree;

TEST_CASE("patterns") {
  CHECK(statement_tree("MATCH (a:A {x: 1})-[r:T|U*1..3 {y: $p}]->()<--(b) RETURN a") ==
        "MATCH (a:A (map x:1))-[r:(| T U)*1..3 (map y:$p)]->()<-[]-(b); RETURN a AS `a`");
  CHECK(statement_tree("MATCH (a)-[:T|:U]-(b) RETURN 1") == "MATCH (a)-[:(| T U)]-(b); RETURN 1 AS `1`");
  CHECK(statement_tree("MATCH (a)<-->(b) RETURN 1") == "MATCH (a)<-[]->(b); RETURN 1 AS `1`");
  CHECK(statement_tree("MATCH p = (a)-[*2]-(b), (c) RETURN 1") ==
        "MATCH p=(a)-[*2..2]-(b) (c); RETURN 1 AS `1`");
  CHECK(statement_tree("MATCH ()-[*..3]-(), ()-[*2..]-(), ()-[*]-() RETURN 1") ==
        "MATCH ()-[*..3]-() ()-[*2..]-() ()-[*..]-(); RETURN 1 AS `1`");
  CHECK(statement_tree("MATCH ((a)-->(b)) RETURN 1") == "MATCH (a)-[]->(b); RETURN 1 AS `1`");
  CHECK(statement_tree("MATCH p = allShortestPaths((a)-[:T*]->(b)) RETURN p") ==
        "MATCH p=all-shortest (a)-[:T*..]->(b); RETURN p AS `p`");
  CHECK(statement_tree("MATCH (n:A&!B|%) RETURN n") == "MATCH (n:(| (& A !B) %)); RETURN n AS `n`");
  CHECK(statement_tree("MATCH (n:A WHERE n.x > 1)-[r WHERE r.y]->() RETURN n") ==
        "MATCH (n:A where (compare (. n x) > 1))-[r where (. r y)]->(); RETURN n AS `n`");
  CHECK(statement_tree("MATCH (:`a b`)-[:MATCH {in: 1}]->(:Return) RETURN 1") ==
        "MATCH (:a b)-[:MATCH (map in:1)]->(:Return); RETURN 1 AS `1`");
}

TEST_CASE("reading clauses") {
  CHECK(
      statement_tree(
          "optional match (a) where a.x unwind [1] as x with distinct a, x order by x desc, a skip 1 "
          "limit 2 where x return *") ==
      "OPTIONAL MATCH (a) where (. a x); UNWIND (list 1) AS x; WITH DISTINCT a AS `a` x AS `x` desc x asc a "
      "skip 1 limit 2 where x; RETURN *");
  CHECK(statement_tree("MATCH (n) RETURN *, n.x AS y") == "MATCH (n); RETURN * (. n x) AS y");
  CHECK(statement_tree("RETURN 1 AS a UNION ALL RETURN 2 AS a") == "RETURN 1 AS a UNION ALL RETURN 2 AS a");
}

TEST_CASE("a column without alias is named by its text") {
  CHECK(statement_tree("RETURN  cOuNt( * ),  (1+2) ") ==
        "RETURN (count *) AS `cOuNt( * )` (+ 1 2) AS `(1+2)`");
  CHECK(statement_tree("RETURN n . x /* why */ + -  1 // end") ==
        "RETURN (+ (. n x) -1) AS `n . x /* why */ + -  1`");
}

TEST_CASE("updating clauses") {
  CHECK(statement_tree("CREATE (a:A)-[:T]->(b), (c)") == "CREATE (a:A)-[:T]->(b) (c)");
  CHECK(statement_tree("MERGE (a) ON CREATE SET a.x = 1, a:B:C ON MATCH SET a += {y: 2}") ==
        "MERGE (a) on-create (. a x)=1 a:B:C on-match a+=(map y:2)");
  CHECK(statement_tree("MATCH (n) SET n = m, n.x.y = 1, n['k'] = 2, (n).z = 3") ==
        "MATCH (n); SET n=m (. (. n x) y)=1 ([] n 'k')=2 (. n z)=3");
  CHECK(statement_tree("MATCH (n) REMOVE n:A:B, n.x, n[$k]") == "MATCH (n); REMOVE n:A:B (. n x) ([] n $k)");
  CHECK(statement_tree("MATCH (n) DETACH DELETE n, m[0]") == "MATCH (n); DETACH DELETE n ([] m 0)");
  CHECK(statement_tree("FOREACH (x IN [1] | CREATE (:A {x: x}) SET y.z = x)") ==
        "FOREACH x (list 1) | CREATE (:A (map x:x)) | SET (. y z)=x");
}

TEST_CASE("calls") {
  CHECK(statement_tree("CALL db.labels") == "CALL db.labels");
  CHECK(statement_tree("CALL db.labels()") == "CALL db.labels( )");
  CHECK(statement_tree("CALL p(1, $x) YIELD a AS b, c WHERE b > 1 RETURN b") ==
        "CALL p( 1 $x ) yield a AS b c where (compare b > 1); RETURN b AS `b`");
  CHECK(statement_tree("CALL p() YIELD *") == "CALL p( ) yield *");
  CHECK(statement_tree("MATCH (n) CALL { WITH n RETURN 1 AS x } RETURN x") ==
        "MATCH (n); CALL {WITH n AS `n`; RETURN 1 AS x}; RETURN x AS `x`");
  CHECK(statement_tree("CALL (n, m) { RETURN 1 AS x } RETURN x") ==
        "CALL ( n m ) {RETURN 1 AS x}; RETURN x AS `x`");
  CHECK(statement_tree("OPTIONAL CALL (*) { RETURN 1 AS x } RETURN x") ==
        "OPTIONAL CALL (*) {RETURN 1 AS x}; RETURN x AS `x`");
}

TEST_CASE("prefixes and the final semicolon") {
  using Mode = attest::ast::Statement::Mode;
  CHECK(parse("RETURN 1;").mode == Mode::run);
  CHECK(parse("explain RETURN 1").mode == Mode::explain);
  CHECK(parse("PROFILE RETURN 1 ;").mode == Mode::profile);
}

TEST_CASE("spans are exact") {
  auto statement = parse("MATCH (n)\n  WHERE n.é = 1\nRETURN n");
  const auto* match = statement.query.first.clauses[0].as<attest::ast::Match>();
  REQUIRE(match);
  CHECK(match->where->span.begin == attest::ast::Position{18, 2, 9});
  CHECK(match->where->span.end == 18 + std::string("n.é = 1").size());
  CHECK(statement.query.first.clauses[1].span.begin.line == 3);
}

TEST_CASE("a script is cut at semicolons that are code") {
  auto statements = split_script("RETURN ';' AS a; // one; two\nRETURN \"\\\";\" ;; /* ; */\n  RETURN `;`\n");
  REQUIRE(statements.size() == 3);
  CHECK(statements[0].text == "RETURN ';' AS a");
  CHECK(statements[1].text == "RETURN \"\\\";\"");
  CHECK(statements[1].begin.line == 2);
  CHECK(statements[2].text == "RETURN `;`");
  CHECK(statements[2].begin == attest::ast::Position{55, 3, 3});
  CHECK(split_script(" ; // nothing\n;").empty());
}

TEST_CASE("a shell asks for more until the semicolon") {
  CHECK(is_incomplete("MATCH (n)"));
  CHECK(is_incomplete("RETURN 1; RETURN"));
  CHECK(is_incomplete("RETURN ';"));
  CHECK(is_incomplete("/* open"));
  CHECK_FALSE(is_incomplete("RETURN 1;"));
  CHECK_FALSE(is_incomplete("RETURN 1; // done"));
  CHECK_FALSE(is_incomplete("  // nothing\n"));
}
