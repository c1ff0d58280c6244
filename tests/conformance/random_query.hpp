// Random valid queries over the graphs of random_graph.hpp, for holding the planner against the naive
// matcher.
//
// What a query answers never depends on the order of matching: what is cut by LIMIT is sorted by all its
// columns first, and of lists whose order is open (collect(), pattern comprehensions) only what holds in any
// order is read.
#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace attest::conformance {

struct RandomQuery {
  std::string text;
  bool ordered = false;  ///< the order of the rows is part of the answer
  bool writes = false;   ///< changes the graph
};

/// Writes one query. All it draws comes from the generator, so that a seed gives the query again.
class QueryWriter {
 public:
  explicit QueryWriter(std::mt19937_64& random) : random_(random) {}
  RandomQuery write();

 private:
  /// What a variable stands for. Of a bag only what holds in any order is read; of one of several shortest
  /// paths only its length.
  enum class Kind { node, relationship, path, trail, shortest, integer, text, flag, list, bag, mixed };
  struct Variable {
    std::string name;
    Kind kind;
  };
  struct Typed {
    std::string text;
    Kind kind;
  };
  using Scope = std::vector<Variable>;

  // Draws.
  std::size_t below(std::size_t limit);
  bool chance(int percent);
  template <std::size_t n>
  std::string_view one_of(const std::string_view (&choices)[n]) {
    return choices[below(n)];
  }
  /// A variable of the kind; nullptr where there is none.
  const Variable* any(Kind kind);
  /// A node or a relationship.
  const Variable* any_element();
  std::string fresh_name();
  std::vector<std::string> fresh_names(std::size_t count);
  std::string fresh(Kind kind);
  static bool settled(Kind kind);

  // Clauses (random_query.cpp).
  std::string reading(int clauses);
  std::string clause();
  std::string match();
  std::string shortest_path();
  std::string unwind();
  std::string with();
  std::string cut();
  std::string call();
  std::string branch(const std::vector<std::string>& columns, Scope& result);
  std::string projection(bool last, const std::vector<std::string>& names, Scope& scope);
  std::string ordered_by(const Scope& columns);
  std::string finish(bool& ordered);
  std::string update();
  std::string one_update();

  // Patterns (random_pattern.cpp).
  std::string path(bool named);
  std::string node(bool may_bind);
  std::string relationship(bool may_bind);
  std::string bound_relationship();
  std::string labels();
  std::string types();
  std::string properties();
  std::string inner_condition(Kind kind, const std::string& name);
  std::string correlated_pattern();

  // Expressions (random_expression.cpp).
  std::string integer(int depth);
  std::string computed_integer(int depth);
  std::string text(int depth);
  std::string list(int depth);
  std::string bag(int depth);
  std::string mixed();
  std::string property(std::string_view key, std::string_view otherwise);
  std::string literal();
  Typed value();
  Typed aggregate();
  std::string collected();
  template <class Write>
  std::string with_local(Kind kind, Write write);

  // Conditions (random_condition.cpp).
  std::string condition(int depth);
  std::string simple_condition(int depth);
  std::string comparison();
  std::string element_condition();
  std::string text_condition();
  std::string list_condition(int depth);
  std::string pattern_condition();
  std::string subquery(std::string_view word);

  std::mt19937_64& random_;
  Scope scope_;
  std::vector<std::string> reusable_;  // relationships of earlier clauses that this MATCH has not named yet
  std::size_t names_ = 0;
  int nesting_ = 0;        // of subqueries
  bool as_value_ = false;  // the condition is a value
};

}  // namespace attest::conformance
