// A bound expression: names resolved to slots of the row or to local variables, labels and keys to ids,
// constants folded. What the builder makes of a syntax tree and evaluate.hpp computes.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <attest/graph/graph.hpp>
#include <attest/graph/value.hpp>
#include <attest/query/functions.hpp>
#include <attest/query/types.hpp>

namespace attest::query {

/// A column of the rows that flow between operators; numbered over the whole statement.
using Slot = std::int32_t;
inline constexpr Slot no_slot = -1;

/// Nodes and relationships travel as bare ids, everything else as values.
enum class SlotKind : std::uint8_t { value, node, relationship };

/// A set of slots.
class SlotSet {
 public:
  void insert(Slot slot) {
    if (slot < 0) return;
    if (static_cast<std::size_t>(slot) >= bits_.size()) bits_.resize(static_cast<std::size_t>(slot) + 1);
    bits_[static_cast<std::size_t>(slot)] = true;
  }
  void insert(const SlotSet& other) {
    for (Slot slot : other.slots()) insert(slot);
  }
  void erase(Slot slot) {
    if (contains(slot)) bits_[static_cast<std::size_t>(slot)] = false;
  }
  bool contains(Slot slot) const {
    return slot >= 0 && static_cast<std::size_t>(slot) < bits_.size() &&
           bits_[static_cast<std::size_t>(slot)];
  }
  bool contains(const SlotSet& other) const {
    for (Slot slot : other.slots()) {
      if (!contains(slot)) return false;
    }
    return true;
  }
  std::vector<Slot> slots() const {
    std::vector<Slot> result;
    for (std::size_t i = 0; i < bits_.size(); ++i) {
      if (bits_[i]) result.push_back(static_cast<Slot>(i));
    }
    return result;
  }

 private:
  std::vector<bool> bits_;
};

struct Subplan;

struct Expr {
  enum class Kind : std::uint8_t {
    constant,   // value
    parameter,  // name
    slot,       // index
    local,      // index: a variable of a comprehension, quantifier or reduce
    list,       // children
    map,        // keys, children
    property,   // children[0], name, key
    subscript,
    slice,      // children[0]; flags: has_from, has_to
    has_label,  // children[0], name
    has_any_label,
    call,  // function, children
    negate,
    affirm,
    add,
    subtract,
    multiply,
    divide,
    modulo,
    power,
    in,
    starts_with,
    ends_with,
    contains,
    matches,
    logical_not,
    logical_and,  // children
    logical_or,
    logical_xor,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    is_null,
    is_not_null,
    case_when,           // children: when, then, when, then …, otherwise
    list_comprehension,  // index: the local; children: list, where, projection
    quantifier,          // index, quantifier; children: list, where
    reduce,              // index: accumulator, index2: variable; children: initial, list, expression
    map_projection,      // children[0]: object; then values under keys; an empty key is `.*`
    subquery,            // subplan, subquery
    path,                // children: node, relationship(s), node …
    as_node,             // children[0] must be a node or null
    as_relationship,
    as_relationships
  };
  enum class Quantifier : std::uint8_t { all, any, none, single };
  enum class Subquery : std::uint8_t { exists, count, collect };

  Kind kind = Kind::constant;
  Quantifier quantifier = Quantifier::all;
  Subquery subquery = Subquery::exists;
  bool has_from = false;
  bool has_to = false;
  std::int32_t index = -1;
  std::int32_t index2 = -1;
  Value value;
  std::string name;
  std::optional<KeyId> key;
  std::optional<LabelId> label;
  std::optional<TypeId> type;
  const Function* function = nullptr;
  std::vector<std::string> keys;
  std::vector<Expr> children;
  std::shared_ptr<Subplan> subplan;
  /// What it may give beside null, and what the elements of a list may be.
  TypeSet types = attest::types::any;
  TypeSet elements = attest::types::any;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  bool is_constant() const { return kind == Kind::constant; }
  bool is_slot() const { return kind == Kind::slot; }
};

Expr constant_expr(Value value);
Expr slot_expr(Slot slot, TypeSet types = types::any);
Expr unary_expr(Expr::Kind kind, Expr operand, TypeSet types);
Expr binary_expr(Expr::Kind kind, Expr left, Expr right, TypeSet types);

/// Same computation, places apart.
bool same(const Expr& a, const Expr& b);
/// The slots of the row it reads, those that its subqueries import included.
void collect_slots(const Expr& expr, SlotSet& slots);
SlotSet slots_of(const Expr& expr);
/// Whether any part of it is of the kind.
bool has_kind(const Expr& expr, Expr::Kind kind);
/// The operands of a conjunction, nested ones included; the expression itself where it is none.
void split_conjunction(Expr expr, std::vector<Expr>& conjuncts);
/// For plans: "p.born >= 1950".
std::string to_string(const Expr& expr);

}  // namespace attest::query
