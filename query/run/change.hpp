// The elementary changes that updating clauses make, checked and counted.
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <attest/query/run/evaluate.hpp>

namespace attest::query {

/// Properties of a new element: keys with expressions, or one expression that gives a map.
struct PropertySpec {
  std::vector<std::pair<std::string, Expr>> entries;
  std::optional<Expr> map;
};

struct NewNode {
  Slot slot = no_slot;
  std::vector<LabelId> labels;
  PropertySpec properties;
};
struct NewRelationship {
  Slot slot = no_slot;
  TypeId type{};
  Slot start = no_slot;
  Slot end = no_slot;
  PropertySpec properties;
};
using NewElement = std::variant<NewNode, NewRelationship>;

/// `object.key = value`, or `object[key] = value`; REMOVE sets null.
struct PropertyChange {
  Expr object;
  Expr key;
  Expr value;
};
/// `object = map`, `object += map`
struct PropertiesChange {
  Expr object;
  bool merge = false;
  Expr map;
};
/// `object:A:B`, or its removal.
struct LabelsChange {
  Expr object;
  std::vector<LabelId> labels;
  bool remove = false;
};
using ElementChange = std::variant<PropertyChange, PropertiesChange, LabelsChange>;

void collect_slots(const PropertySpec& spec, SlotSet& slots);
void collect_slots(const NewElement& element, SlotSet& slots);
void collect_slots(const ElementChange& change, SlotSet& slots);
Slot slot_of(const NewElement& element);

/// What a property specification gives in a row; nulls included.
Map evaluate(const PropertySpec& spec, const Frame& frame);
/// Makes the element and returns it. Throws TypeError/InvalidPropertyType on a value that no property can
/// hold, and where an end of a relationship is null or deleted.
Value create(const NewElement& element, const Frame& frame);
/// Null objects are passed over. Throws TypeError/InvalidArgumentType on what is no node or relationship.
void apply(const ElementChange& change, const Frame& frame);

/// What DELETE has been told to delete in all rows; deleted together, relationships first.
class Deletion {
 public:
  /// Takes a node, relationship, path or null. Throws TypeError/InvalidArgumentType on others.
  void add(const Value& value);
  /// Throws ConstraintVerificationFailed/DeleteConnectedNode where a node still has relationships, unless
  /// `detach`.
  void run(bool detach, Context& context);

 private:
  void detach_nodes(const Graph& graph);

  std::vector<NodeId> nodes_;
  std::vector<RelationshipId> relationships_;
};

}  // namespace attest::query
