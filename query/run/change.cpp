#include <attest/query/run/change.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <attest/error.hpp>
#include <attest/query/operators.hpp>

namespace attest::query {

namespace {

[[noreturn]] void fail(const char* type, const char* detail, const std::string& message) {
  throw QueryError(type, detail, QueryError::Phase::run_time, message);
}

bool storable(const Value& value, bool nested) {
  switch (value.type()) {
    case Value::Type::map:
    case Value::Type::node:
    case Value::Type::relationship:
    case Value::Type::path:
      return false;
    case Value::Type::list:
      return !nested && std::all_of(value.list().begin(), value.list().end(),
                                    [](const Value& item) { return storable(item, true); });
    default:
      return !nested || !value.is_null();
  }
}

void check_storable(const std::string& key, const Value& value) {
  if (storable(value, false)) return;
  fail("TypeError", "InvalidPropertyType",
       fmt::format(
           "the property \"{}\" cannot hold this {}: properties are numbers, strings, booleans, temporal "
           "values, or lists of these",
           key, type_name(value.type())));
}

std::vector<Property> stored_properties(const Map& map, Context& context) {
  std::vector<Property> result;
  for (const auto& [key, value] : map) {
    if (value.is_null()) continue;
    check_storable(key, value);
    result.emplace_back(context.graph.key(key), value);
  }
  return result;
}

/// The property of a node or relationship, through one of two overloads.
template <class Id>
void set_property(Id id, const std::string& key, const Value& value, Context& context) {
  check_storable(key, value);
  const KeyId key_id = context.graph.key(key);
  if (value.is_null() && context.graph.property(id, key_id).is_null()) return;
  context.graph.set_property(id, key_id, value);
  ++context.statistics.properties_set;
}

void set_property(const Value& object, const std::string& key, const Value& value, Context& context) {
  if (object.type() == Value::Type::node) {
    set_property(object.node(), key, value, context);
  } else {
    set_property(object.relationship(), key, value, context);
  }
}

/// False for null and for deleted elements, which are passed over.
bool is_target(const Value& object, const Graph& graph) {
  switch (object.type()) {
    case Value::Type::null:
      return false;
    case Value::Type::node:
      return graph.contains(object.node());
    case Value::Type::relationship:
      return graph.contains(object.relationship());
    default:
      fail("TypeError", "InvalidArgumentType",
           fmt::format("SET and REMOVE change nodes and relationships, not a {}", type_name(object.type())));
  }
}

std::string key_of(const Value& key) {
  if (key.type() == Value::Type::string) return key.string();
  fail("TypeError", "InvalidArgumentType",
       fmt::format("a property key is a STRING, not a {}", type_name(key.type())));
}

void apply_to(const PropertyChange& change, const Frame& frame) {
  const Value object = evaluate(change.object, frame);
  const Value value = evaluate(change.value, frame);
  if (!is_target(object, frame.context.graph)) return;
  set_property(object, key_of(evaluate(change.key, frame)), value, frame.context);
}

void apply_to(const PropertiesChange& change, const Frame& frame) {
  const Value object = evaluate(change.object, frame);
  if (!is_target(object, frame.context.graph)) return;
  const Value source = evaluate(change.map, frame);
  if (source.is_null() && change.merge) return;
  const Value given = source.is_null() ? Value(Map()) : properties(frame.context.graph, source);
  if (!change.merge) {
    const Value present = properties(frame.context.graph, object);
    for (const auto& [key, value] : present.map()) {
      if (!given.map().contains(key)) set_property(object, key, Value(), frame.context);
    }
  }
  for (const auto& [key, value] : given.map()) set_property(object, key, value, frame.context);
}

void apply_to(const LabelsChange& change, const Frame& frame) {
  const Value object = evaluate(change.object, frame);
  Graph& graph = frame.context.graph;
  if (!is_target(object, graph)) return;
  if (object.type() != Value::Type::node) {
    fail("TypeError", "InvalidArgumentType", "labels are set and removed on nodes only");
  }
  for (const LabelId label : change.labels) {
    if (graph.has_label(object.node(), label) != change.remove) continue;
    if (change.remove) {
      graph.remove_label(object.node(), label);
      ++frame.context.statistics.labels_removed;
    } else {
      graph.add_label(object.node(), label);
      ++frame.context.statistics.labels_added;
    }
  }
}

Value make(const NewNode& spec, const Frame& frame) {
  const std::vector<Property> properties = stored_properties(evaluate(spec.properties, frame), frame.context);
  Statistics& statistics = frame.context.statistics;
  ++statistics.nodes_created;
  statistics.labels_added += spec.labels.size();
  statistics.properties_set += properties.size();
  return frame.context.graph.add_node(spec.labels, properties);
}

NodeId end_node(Slot slot, const Frame& frame) {
  const std::uint32_t id = frame.batch.ids(slot)[frame.row];
  if (id == null_id) {
    fail("TypeError", "InvalidArgumentType",
         "a relationship cannot be created: one of its nodes is null (an OPTIONAL MATCH found none)");
  }
  if (!frame.context.graph.contains(NodeId{id})) {
    fail("EntityNotFound", "DeletedEntityAccess",
         "a relationship cannot be created: one of its nodes was deleted by this statement");
  }
  return NodeId{id};
}

Value make(const NewRelationship& spec, const Frame& frame) {
  const std::vector<Property> properties = stored_properties(evaluate(spec.properties, frame), frame.context);
  const NodeId start = end_node(spec.start, frame);
  const NodeId end = end_node(spec.end, frame);
  Statistics& statistics = frame.context.statistics;
  ++statistics.relationships_created;
  statistics.properties_set += properties.size();
  return frame.context.graph.add_relationship(spec.type, start, end, properties);
}

}  // namespace

void collect_slots(const PropertySpec& spec, SlotSet& slots) {
  for (const auto& [key, value] : spec.entries) collect_slots(value, slots);
  if (spec.map) collect_slots(*spec.map, slots);
}

void collect_slots(const NewElement& element, SlotSet& slots) {
  std::visit([&](const auto& each) { collect_slots(each.properties, slots); }, element);
  if (const auto* relationship = std::get_if<NewRelationship>(&element)) {
    slots.insert(relationship->start);
    slots.insert(relationship->end);
  }
}

void collect_slots(const ElementChange& change, SlotSet& slots) {
  std::visit([&](const auto& each) { collect_slots(each.object, slots); }, change);
  if (const auto* property = std::get_if<PropertyChange>(&change)) {
    collect_slots(property->key, slots);
    collect_slots(property->value, slots);
  }
  if (const auto* all = std::get_if<PropertiesChange>(&change)) collect_slots(all->map, slots);
}

Slot slot_of(const NewElement& element) {
  return std::visit([](const auto& each) { return each.slot; }, element);
}

Map evaluate(const PropertySpec& spec, const Frame& frame) {
  Map map;
  for (const auto& [key, value] : spec.entries) map.insert_or_assign(key, evaluate(value, frame));
  if (!spec.map) return map;
  const Value given = evaluate(*spec.map, frame);
  if (given.is_null()) return map;
  return properties(frame.context.graph, given).map();
}

Value create(const NewElement& element, const Frame& frame) {
  return std::visit([&](const auto& each) { return make(each, frame); }, element);
}

void apply(const ElementChange& change, const Frame& frame) {
  std::visit([&](const auto& each) { apply_to(each, frame); }, change);
}

// ---- Deletion ----------------------------------------------------------------------------------

void Deletion::add(const Value& value) {
  switch (value.type()) {
    case Value::Type::null:
      return;
    case Value::Type::node:
      nodes_.push_back(value.node());
      return;
    case Value::Type::relationship:
      relationships_.push_back(value.relationship());
      return;
    case Value::Type::path:
      nodes_.insert(nodes_.end(), value.path().nodes.begin(), value.path().nodes.end());
      relationships_.insert(relationships_.end(), value.path().relationships.begin(),
                            value.path().relationships.end());
      return;
    default:
      fail("TypeError", "InvalidArgumentType",
           fmt::format("DELETE takes nodes, relationships and paths, not a {}", type_name(value.type())));
  }
}

void Deletion::detach_nodes(const Graph& graph) {
  for (const NodeId node : nodes_) {
    if (!graph.contains(node)) continue;
    for (std::uint32_t type = 0; type < graph.types().size(); ++type) {
      for (const Direction direction : {Direction::out, Direction::in}) {
        const Adjacency row = graph.adjacency(node, TypeId{type}, direction);
        relationships_.insert(relationships_.end(), row.relationships.begin(), row.relationships.end());
      }
    }
  }
}

void Deletion::run(bool detach, Context& context) {
  Graph& graph = context.graph;
  if (detach) detach_nodes(graph);
  for (const RelationshipId relationship : relationships_) {
    if (!graph.contains(relationship)) continue;
    graph.remove(relationship);
    ++context.statistics.relationships_deleted;
  }
  for (const NodeId node : nodes_) {
    if (!graph.contains(node)) continue;
    for (std::uint32_t type = 0; type < graph.types().size(); ++type) {
      if (graph.degree(node, TypeId{type}, Direction::out) +
              graph.degree(node, TypeId{type}, Direction::in) ==
          0) {
        continue;
      }
      fail("ConstraintVerificationFailed", "DeleteConnectedNode",
           "a node that still has relationships cannot be deleted; use DETACH DELETE to delete them with it");
    }
    graph.remove(node);
    ++context.statistics.nodes_deleted;
  }
}

}  // namespace attest::query
