#include <attest/graph/graph_impl.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <attest/graph/error.hpp>

namespace attest {

namespace {

// Relationships looked at to estimate how a type's ends are labelled.
constexpr std::size_t sample_size = 4096;

template <class Id>
std::size_t number(Id id) {
  return static_cast<std::size_t>(id);
}

}  // namespace

const Graph::Impl::Label* Graph::Impl::label_or_null(LabelId id) const {
  return number(id) < labelled.size() ? &labelled[number(id)] : nullptr;
}

Graph::Impl::Label& Graph::Impl::label_for_write(LabelId id) {
  if (number(id) >= labelled.size()) labelled.resize(number(id) + 1);
  return labelled[number(id)];
}

Graph::Impl::Type* Graph::Impl::type_or_null(TypeId id) const {
  return number(id) < by_type.size() ? by_type[number(id)].get() : nullptr;
}

Graph::Impl::Type& Graph::Impl::type_for_write(TypeId id) {
  while (number(id) >= by_type.size()) {
    by_type.push_back(std::make_unique<Type>(TypeId{static_cast<std::uint32_t>(by_type.size())}));
  }
  return *by_type[number(id)];
}

const Column* Graph::Impl::column_or_null(const Columns& columns, KeyId key) {
  return number(key) < columns.size() ? columns[number(key)].get() : nullptr;
}

Column& Graph::Impl::column_for_write(Columns& columns, KeyId key) {
  if (number(key) >= columns.size()) columns.resize(number(key) + 1);
  if (!columns[number(key)]) columns[number(key)] = std::make_unique<Column>();
  return *columns[number(key)];
}

void Graph::Impl::require(NodeId node) const {
  if (!nodes.test(index(node))) throw UsageError(fmt::format("the graph has no node {}", index(node)));
}

void Graph::Impl::require(RelationshipId relationship) const {
  if (!table.present.test(index(relationship))) {
    throw UsageError(fmt::format("the graph has no relationship {}", index(relationship)));
  }
}

void Graph::Impl::place_node(std::uint32_t id) {
  nodes.set(id);
  ++node_count;
}

void Graph::Impl::take_node(std::uint32_t id, bool shrink) {
  nodes.reset(id);
  --node_count;
  if (shrink && id + std::size_t{1} == nodes.size()) nodes.resize(id);
}

void Graph::Impl::place_relationship(const Change& change) {
  const std::uint32_t id = change.element;
  if (id >= table.types.size()) {
    table.types.resize(id + std::size_t{1});
    table.starts.resize(id + std::size_t{1});
    table.ends.resize(id + std::size_t{1});
  }
  const TypeId type_id{change.name};
  table.present.set(id);
  table.types[id] = type_id;
  table.starts[id] = change.start;
  table.ends[id] = change.end;
  ++relationship_count;
  Type& type = type_for_write(type_id);
  type.extent.first = type.extent.last == 0 ? id : std::min(type.extent.first, id);
  type.extent.last = std::max(type.extent.last, id + 1);
  ++type.extent.count;
  type.out.add(change.start, change.end, RelationshipId{id}, nodes.size());
  type.in.add(change.end, change.start, RelationshipId{id}, nodes.size());
}

void Graph::Impl::take_relationship(const Change& change, bool shrink) {
  const std::uint32_t id = change.element;
  Type& type = type_for_write(TypeId{change.name});
  type.out.remove(change.start, change.end, RelationshipId{id});
  type.in.remove(change.end, change.start, RelationshipId{id});
  --type.extent.count;
  --relationship_count;
  table.present.reset(id);
  if (shrink && id + std::size_t{1} == table.types.size()) {
    table.present.resize(id);
    table.types.pop_back();
    table.starts.pop_back();
    table.ends.pop_back();
    type.extent.last = std::min(type.extent.last, id);
  }
}

void Graph::Impl::place_label(NodeId node, LabelId label) {
  Label& entry = label_for_write(label);
  entry.nodes.set(index(node));
  ++entry.count;
  indexes.update([&](LabelId indexed, KeyId key, PropertyIndex& entries) {
    if (indexed != label) return false;
    const Column* column = column_or_null(node_columns, key);
    if (column && column->has(index(node))) entries.add(hash(column->at(index(node))), node);
    return entries.outgrown();
  });
}

void Graph::Impl::take_label(NodeId node, LabelId label) {
  Label& entry = label_for_write(label);
  entry.nodes.reset(index(node));
  --entry.count;
}

void Graph::Impl::place_node_property(NodeId node, KeyId key, const Value& value) {
  column_for_write(node_columns, key).set(index(node), value);
  if (value.is_null()) return;
  indexes.update([&](LabelId label, KeyId indexed, PropertyIndex& entries) {
    if (indexed != key || !labelled[number(label)].nodes.test(index(node))) return false;
    entries.add(hash(value), node);
    return entries.outgrown();
  });
}

void Graph::Impl::apply(const Change& change, bool forward) {
  using Kind = Change::Kind;
  const NodeId node{change.element};
  switch (change.kind) {
    case Kind::add_node:
      forward ? place_node(change.element) : take_node(change.element, true);
      break;
    case Kind::remove_node:
      forward ? take_node(change.element, false) : place_node(change.element);
      break;
    case Kind::add_relationship:
      forward ? place_relationship(change) : take_relationship(change, true);
      break;
    case Kind::remove_relationship:
      forward ? take_relationship(change, false) : place_relationship(change);
      break;
    case Kind::add_label:
      forward ? place_label(node, LabelId{change.name}) : take_label(node, LabelId{change.name});
      break;
    case Kind::remove_label:
      forward ? take_label(node, LabelId{change.name}) : place_label(node, LabelId{change.name});
      break;
    case Kind::set_node_property:
      place_node_property(node, KeyId{change.name}, forward ? change.after : change.before);
      break;
    case Kind::set_relationship_property:
      column_for_write(relationship_columns, KeyId{change.name})
          .set(change.element, forward ? change.after : change.before);
      break;
  }
  ++version;
}

void Graph::Impl::make(Change change) {
  apply(change, true);
  if (log) log->push_back(std::move(change));
}

double Graph::Impl::sample(const EstimateKey& key) const {
  const auto& [start, type_id, end] = key;
  const Type* type = type_or_null(type_id);
  if (!type || type->extent.count == 0) return 0;
  const auto labelled_as = [&](std::optional<LabelId> label, NodeId node) {
    if (!label) return true;
    const Label* entry = label_or_null(*label);
    return entry && entry->nodes.test(index(node));
  };
  const TypeExtent& extent = type->extent;
  const std::uint32_t stride = std::max<std::uint32_t>(1, (extent.last - extent.first) / sample_size);
  std::size_t seen = 0;
  std::size_t fitting = 0;
  for (std::uint64_t id = extent.first; id < extent.last; id += stride) {
    if (table.types[id] != type_id || !table.present.test(id)) continue;
    ++seen;
    if (labelled_as(start, table.starts[id]) && labelled_as(end, table.ends[id])) ++fitting;
  }
  if (seen == 0) return static_cast<double>(extent.count);
  return static_cast<double>(extent.count) * static_cast<double>(fitting) / static_cast<double>(seen);
}

}  // namespace attest
