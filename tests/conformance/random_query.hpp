// Random graphs and random valid queries over them, for holding the planner against the naive matcher.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/graph.hpp>

namespace attest::conformance {

/// Up to six nodes with labels A, B, C, up to nine relationships of types R, S, T, integer properties x and
/// y that are often missing. Loops and parallel relationships occur.
Graph random_graph(std::mt19937_64& random);

/// Writes one query. All it draws comes from the generator, so that a seed gives the query again.
class QueryWriter {
 public:
  explicit QueryWriter(std::mt19937_64& random) : random_(random) {}
  /// A query that reads: valid, with answers that do not depend on the order of matching.
  std::string write();

 private:
  enum class Kind { node, relationship, path, value, list };
  struct Variable {
    std::string name;
    Kind kind;
  };

  // Draws.
  std::size_t below(std::size_t limit);
  bool chance(int percent);
  template <std::size_t n>
  std::string_view one_of(const std::string_view (&choices)[n]) {
    return choices[below(n)];
  }
  const Variable* any(Kind kind);
  std::string fresh(Kind kind);

  // Clauses.
  std::string match();
  std::string unwind();
  std::string with();
  std::string call();
  std::string finish();
  std::string projection(bool last, std::vector<Variable>& scope);

  // Patterns.
  std::string path(bool named);
  std::string node(bool may_bind);
  std::string relationship(bool may_bind);
  std::string labels();
  std::string types();
  std::string properties();

  // Conditions and values.
  std::string condition(int depth);
  std::string simple_condition();
  std::string pattern_condition();
  std::string value();
  std::string aggregate();

  std::mt19937_64& random_;
  std::vector<Variable> scope_;
  std::size_t names_ = 0;
};

}  // namespace attest::conformance
