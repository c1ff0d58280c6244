#include <catch2/catch.hpp>

#include "tree_text.hpp"

using attest::test::expression_tree;

TEST_CASE("arithmetic binds as in openCypher") {
  CHECK(expression_tree("1 + 2 * 3") == "(+ 1 (* 2 3))");
  CHECK(expression_tree("1 - 2 - 3") == "(- (- 1 2) 3)");
  CHECK(expression_tree("4 * 2 % 3 / x") == "(/ (% (* 4 2) 3) x)");
  CHECK(expression_tree("2 ^ 3 ^ 4") == "(^ (^ 2 3) 4)");
  CHECK(expression_tree("-3 ^ 2") == "(^ -3 2)");
  CHECK(expression_tree("-n.x ^ 2") == "(^ (neg (. n x)) 2)");
  CHECK(expression_tree("2 ^ -x") == "(^ 2 (neg x))");
  CHECK(expression_tree("1 - -1") == "(- 1 -1)");
  CHECK(expression_tree("(1 + 2) * 3") == "(* (+ 1 2) 3)");
}

TEST_CASE("logic binds loosest, NOT between AND and comparison") {
  CHECK(expression_tree("a OR b XOR c AND NOT d = e") == "(OR a (XOR b (AND c (NOT (compare d = e)))))");
  CHECK(expression_tree("NOT NOT a") == "(NOT (NOT a))");
  CHECK(expression_tree("NOT a AND b") == "(AND (NOT a) b)");
  SECTION("a chain of one operator is one node") {
    CHECK(expression_tree("a AND b AND c") == "(AND a b c)");
    CHECK(expression_tree("a OR b OR c OR d") == "(OR a b c d)");
  }
  SECTION("parentheses keep their own node") {
    CHECK(expression_tree("(a AND b) AND c") == "(AND (AND a b) c)");
    CHECK(expression_tree("a AND (b AND c)") == "(AND a (AND b c))");
  }
}

TEST_CASE("comparisons chain") {
  CHECK(expression_tree("1 < x <= 3 <> y") == "(compare 1 < x <= 3 <> y)");
  CHECK(expression_tree("(1 < x) = true") == "(compare (compare 1 < x) = true)");
  CHECK(expression_tree("a < b AND b > c") == "(AND (compare a < b) (compare b > c))");
}

TEST_CASE("predicates bind tighter than comparison and looser than sums") {
  CHECK(expression_tree("a = b IS NULL") == "(compare a = (null b))");
  CHECK(expression_tree("[1] + 2 IN [3] + 4") == "(IN (+ (list 1) 2) (+ (list 3) 4))");
  CHECK(expression_tree("NOT x IS NOT NULL") == "(NOT (not-null x))");
  CHECK(expression_tree("x + 1 IS NULL") == "(null (+ x 1))");
  CHECK(expression_tree("a STARTS WITH 'x' + 'y'") == "(STARTS a (+ 'x' 'y'))");
  CHECK(expression_tree("a ENDS WITH b OR c CONTAINS d") == "(OR (ENDS a b) (CONTAINS c d))");
  CHECK(expression_tree("a =~ '.*'") == "(=~ a '.*')");
  CHECK(expression_tree("x IS NULL IS NULL") == "(null (null x))");
}

TEST_CASE("what follows an atom binds tightest") {
  CHECK(expression_tree("a.b.c") == "(. (. a b) c)");
  CHECK(expression_tree("-a.b[0]") == "(neg ([] (. a b) 0))");
  CHECK(expression_tree("list[1..]") == "(slice list 1 _)");
  CHECK(expression_tree("list[..2]") == "(slice list _ 2)");
  CHECK(expression_tree("list[1..2]") == "(slice list 1 2)");
  CHECK(expression_tree("list[..]") == "(slice list _ _)");
  CHECK(expression_tree("n:A:B") == "(is n (& A B))");
  CHECK(expression_tree("n:A|B") == "(is n (| A B))");
  CHECK(expression_tree("n:!(A|B)&C") == "(is n (& !(| A B) C))");
  CHECK(expression_tree("n.where") == "(. n where)");
}

TEST_CASE("numbers") {
  CHECK(expression_tree("0x1F") == "31");
  CHECK(expression_tree("0o17") == "15");
  CHECK(expression_tree("007") == "7");
}

TEST_CASE("the least integer needs its sign") {
  CHECK(expression_tree("-9223372036854775808") == "-9223372036854775808");
  CHECK(expression_tree("9223372036854775807") == "9223372036854775807");
  CHECK(expression_tree("-0x8000000000000000") == "-9223372036854775808");
  CHECK(expression_tree("1 + -9223372036854775808") == "(+ 1 -9223372036854775808)");
}

TEST_CASE("floats") {
  CHECK(expression_tree(".5") == "0.5f");
  CHECK(expression_tree("1e3") == "1000.f");
  CHECK(expression_tree("-1.5E-1") == "-0.15f");
  CHECK(expression_tree("1.0") == "1.f");
}

TEST_CASE("strings") {
  CHECK(expression_tree("'it\\'s'") == "'it's'");
  CHECK(expression_tree("\"a'b\"") == "'a'b'");
  CHECK(expression_tree("'\\u00e9\\U0001F9D0\\uD83E\\uDDD0'") == "'é🧐🧐'");
  CHECK(expression_tree("'a\\tb\\\\n'") == "'a\tb\\n'");
  CHECK(expression_tree("'// no comment'") == "'// no comment'");
}

TEST_CASE("lists, maps and comprehensions are told apart") {
  CHECK(expression_tree("[]") == "(list)");
  CHECK(expression_tree("[1, [2], {a: 3}]") == "(list 1 (list 2) (map a:3))");
  CHECK(expression_tree("{a: 1, `b c`: {}}") == "(map a:1 b c:(map))");
  CHECK(expression_tree("[x IN xs]") == "(for x xs where _ | _)");
  CHECK(expression_tree("[x IN xs, y]") == "(list (IN x xs) y)");
  CHECK(expression_tree("[(x) IN xs]") == "(list (IN x xs))");
  CHECK(expression_tree("[x IN xs WHERE x > 1 | x * 2]") == "(for x xs where (compare x > 1) | (* x 2))");
  CHECK(expression_tree("[x IN xs WHERE x:A | x.name]") == "(for x xs where (is x A) | (. x name))");
  CHECK(expression_tree("[x IN xs WHERE x:(A|B) | x]") == "(for x xs where (is x (| A B)) | x)");
  CHECK(expression_tree("[(a)-->(b) | b.x]") == "(match (a)-[]->(b) where _ | (. b x))");
  CHECK(expression_tree("[p = (a)-[:T]-(:B) WHERE a.x | p]") == "(match p=(a)-[:T]-(:B) where (. a x) | p)");
}

TEST_CASE("parentheses and patterns are told apart") {
  CHECK(expression_tree("(a) - (b)") == "(- a b)");
  CHECK(expression_tree("(a)-[b]") == "(- a (list b))");
  CHECK(expression_tree("(a) < -(b)") == "(compare a < (neg b))");
  CHECK(expression_tree("NOT (a)-->(b)") == "(NOT (pattern (a)-[]->(b)))");
  CHECK(expression_tree("NOT (a)<-[:T]-()") == "(NOT (pattern (a)<-[:T]-()))");
  CHECK(expression_tree("NOT (a {x: (1)})--()") == "(NOT (pattern (a (map x:1))-[]-()))");
}

TEST_CASE("words of calls are names too") {
  CHECK(expression_tree("count(*)") == "(count *)");
  CHECK(expression_tree("count( * )") == "(count *)");
  CHECK(expression_tree("count(DISTINCT n.x)") == "(count DISTINCT (. n x))");
  CHECK(expression_tree("duration.between(a, b)") == "(duration.between a b)");
  CHECK(expression_tree("count + any.all") == "(+ count (. any all))");
  CHECK(expression_tree("ALL(x IN xs WHERE x)") == "(all x xs where x)");
  CHECK(expression_tree("any(x)") == "(any x)");
  CHECK(expression_tree("reduce(s = 0, x IN xs | s + x)") == "(reduce s 0 x xs | (+ s x))");
  CHECK(expression_tree("n {.a, .*, b: 1, c}") == "(project n .a .* b:1 =c)");
  CHECK(expression_tree("`weird name`.`a b`") == "(. weird name a b)");
}

TEST_CASE("keywords are variables where they cannot be mistaken") {
  CHECK(expression_tree("start + end + desc + contains + on") ==
        "(+ (+ (+ (+ start end) desc) contains) on)");
  CHECK(expression_tree("CASE WHEN end THEN end ELSE end END") == "(case _ end->end else end)");
  CHECK(expression_tree("contains CONTAINS starts") == "(CONTAINS contains starts)");
}

TEST_CASE("CASE has two forms") {
  CHECK(expression_tree("CASE x WHEN 1 THEN 'a' WHEN 2 THEN 'b' END") == "(case x 1->'a' 2->'b' else _)");
  CHECK(expression_tree("case when a then b else c end") == "(case _ a->b else c)");
}

TEST_CASE("subqueries take a query or a bare pattern") {
  CHECK(expression_tree("EXISTS { (a)-->(b) WHERE b.x }") == "(exists {MATCH (a)-[]->(b) where (. b x)})");
  CHECK(expression_tree("COUNT { MATCH (a) RETURN a }") == "(count {MATCH (a); RETURN a AS `a`})");
  CHECK(expression_tree("collect { MATCH (a) RETURN a.x }") ==
        "(collect {MATCH (a); RETURN (. a x) AS `a.x`})");
  CHECK(expression_tree("exists { (a) }") == "(exists {MATCH (a)})");
  CHECK(expression_tree("shortestPath((a)-[*]-(b))") == "(pattern shortest (a)-[*..]-(b))");
}

TEST_CASE("parameters") {
  CHECK(expression_tree("$name + $0 + $`a b` + $where") == "(+ (+ (+ $name $0) $a b) $where)");
}
