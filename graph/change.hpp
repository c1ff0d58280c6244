// One elementary change of a graph: what a transaction undoes and what a store journals.
#pragma once

#include <cstdint>

#include <attest/graph/value.hpp>

namespace attest {

/// Adding a node with labels and properties is one add_node, then an add_label and a set_node_property for
/// each; removing is the same backwards. So each change is undone, or done again, on its own.
struct Change {
  enum class Kind : std::uint8_t {
    add_node,
    remove_node,
    add_label,
    remove_label,
    set_node_property,
    add_relationship,
    remove_relationship,
    set_relationship_property
  };
  Kind kind = Kind::add_node;
  std::uint32_t element = 0;  ///< NodeId or RelationshipId
  std::uint32_t name = 0;     ///< LabelId, TypeId or KeyId, as the kind wants
  NodeId start{};             ///< of a relationship added or removed
  NodeId end{};
  Value before{};  ///< of a property; null where there was, or will be, none
  Value after{};
};

}  // namespace attest
