// Values as feature files write them: 1, 'text', [1, 2], {k: 'v'}, (:A {n: 1}), [:T], <(:A)-[:T]->(:B)>.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/graph.hpp>
#include <attest/graph/value.hpp>

namespace attest::conformance {

/// One value, expected or actual, in a form that can be compared: nodes are their labels and properties.
struct Term {
  enum class Kind { scalar, list, map, node, relationship, path };
  struct Entry;
  Kind kind = Kind::scalar;
  std::string text;                ///< of a scalar: canonical; of a relationship: its type
  std::vector<std::string> names;  ///< labels of a node; of a path: "->" or "<-" per relationship
  std::vector<Term> items;         ///< of a list; of a path: node, relationship, node, …
  std::vector<Entry> entries;      ///< of a map; properties of a node or a relationship
  Value value;                     ///< of a scalar
};
struct Term::Entry {
  std::string key;
  Term value;
};

/// Throws std::runtime_error on text that is not a value.
Term parse_term(std::string_view text);
/// Temporal values become their text in quotes, which is how features expect them.
Term to_term(const Value& value, const Graph& graph);

/// Equal texts stand for equal values: labels and keys sorted; list elements too where their order is free.
std::string canonical(const Term& term, bool free_list_order = false);

/// Of scalars, lists and maps. Throws std::runtime_error on nodes, relationships and paths.
Value to_value(const Term& term);

}  // namespace attest::conformance
