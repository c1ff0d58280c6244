#include <attest/graph/graph.hpp>

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include <attest/graph/error.hpp>
#include <attest/graph/graph_impl.hpp>

namespace attest {

namespace {

constexpr std::size_t most_ids = std::numeric_limits<std::uint32_t>::max() - 1;

std::uint32_t next_id(std::size_t limit, std::string_view what) {
  if (limit >= most_ids) throw UsageError(fmt::format("a graph holds at most {} {}", most_ids, what));
  return static_cast<std::uint32_t>(limit);
}

template <class Columns>
std::vector<Property> properties_in(const Columns& columns, std::uint32_t id) {
  std::vector<Property> out;
  for (std::size_t key = 0; key < columns.size(); ++key) {
    if (columns[key] && columns[key]->has(id)) {
      out.emplace_back(KeyId{static_cast<std::uint32_t>(key)}, columns[key]->at(id));
    }
  }
  return out;
}

}  // namespace

Graph::Graph() : impl_(std::make_unique<Impl>()) {}
Graph::~Graph() = default;
Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;

const Symbols<LabelId>& Graph::labels() const {
  return impl_->labels;
}
const Symbols<TypeId>& Graph::types() const {
  return impl_->types;
}
const Symbols<KeyId>& Graph::keys() const {
  return impl_->keys;
}
LabelId Graph::label(std::string_view name) {
  const LabelId id = impl_->labels.intern(name);
  impl_->label_for_write(id);
  return id;
}
TypeId Graph::type(std::string_view name) {
  const TypeId id = impl_->types.intern(name);
  impl_->type_for_write(id);
  return id;
}
KeyId Graph::key(std::string_view name) {
  return impl_->keys.intern(name);
}

// Nodes.

std::size_t Graph::node_limit() const {
  return impl_->nodes.size();
}
std::size_t Graph::node_count() const {
  return impl_->node_count;
}
bool Graph::contains(NodeId node) const {
  return impl_->nodes.test(index(node));
}
bool Graph::has_label(NodeId node, LabelId label) const {
  const Impl::Label* entry = impl_->label_or_null(label);
  return entry && entry->nodes.test(index(node));
}

std::vector<LabelId> Graph::labels_of(NodeId node) const {
  std::vector<LabelId> out;
  for (std::size_t i = 0; i < impl_->labelled.size(); ++i) {
    if (impl_->labelled[i].nodes.test(index(node))) out.push_back(LabelId{static_cast<std::uint32_t>(i)});
  }
  return out;
}

const Bitmap& Graph::nodes() const {
  return impl_->nodes;
}
const Bitmap& Graph::nodes_with(LabelId label) const {
  static const Bitmap none;
  const Impl::Label* entry = impl_->label_or_null(label);
  return entry ? entry->nodes : none;
}
std::size_t Graph::count_nodes(LabelId label) const {
  const Impl::Label* entry = impl_->label_or_null(label);
  return entry ? entry->count : 0;
}

// Relationships.

std::size_t Graph::relationship_limit() const {
  return impl_->table.present.size();
}
std::size_t Graph::relationship_count() const {
  return impl_->relationship_count;
}
bool Graph::contains(RelationshipId relationship) const {
  return impl_->table.present.test(index(relationship));
}
TypeId Graph::type_of(RelationshipId relationship) const {
  return impl_->table.types[index(relationship)];
}
NodeId Graph::start_of(RelationshipId relationship) const {
  return impl_->table.starts[index(relationship)];
}
NodeId Graph::end_of(RelationshipId relationship) const {
  return impl_->table.ends[index(relationship)];
}
std::size_t Graph::count_relationships(TypeId type) const {
  const Impl::Type* entry = impl_->type_or_null(type);
  return entry ? entry->extent.count : 0;
}
const Bitmap& Graph::relationships() const {
  return impl_->table.present;
}
std::span<const NodeId> Graph::starts() const {
  return impl_->table.starts;
}
std::span<const NodeId> Graph::ends() const {
  return impl_->table.ends;
}
std::span<const TypeId> Graph::relationship_types() const {
  return impl_->table.types;
}

double Graph::estimate_relationships(std::optional<LabelId> start, TypeId type,
                                     std::optional<LabelId> end) const {
  const std::scoped_lock lock(impl_->estimating);
  if (impl_->estimates_version != impl_->version) impl_->estimates.clear();
  impl_->estimates_version = impl_->version;
  const Impl::EstimateKey key{start, type, end};
  const auto [found, fresh] = impl_->estimates.try_emplace(key, 0.0);
  if (fresh) found->second = impl_->sample(key);
  return found->second;
}

// Adjacency.

Adjacency Graph::adjacency(NodeId node, TypeId type, Direction direction) const {
  Impl::Type* entry = impl_->type_or_null(type);
  if (!entry || entry->extent.count == 0) return {};
  return entry->rows(direction).row(node, impl_->table, entry->extent, impl_->nodes.size());
}

std::size_t Graph::degree(NodeId node, TypeId type, Direction direction) const {
  if (direction != Direction::both) return adjacency(node, type, direction).size();
  return adjacency(node, type, Direction::out).size() + adjacency(node, type, Direction::in).size();
}

SparseRows Graph::rows(TypeId type, Direction direction) const {
  Impl::Type* entry = impl_->type_or_null(type);
  if (!entry) throw UsageError("rows() of a relationship type that the graph does not know");
  return entry->rows(direction).all(impl_->table, entry->extent, impl_->nodes.size());
}

// Properties.

Value Graph::property(NodeId node, KeyId key) const {
  const Column* column = node_column(key);
  return column ? column->at(index(node)) : Value();
}
Value Graph::property(RelationshipId relationship, KeyId key) const {
  const Column* column = relationship_column(key);
  return column ? column->at(index(relationship)) : Value();
}
std::vector<Property> Graph::properties(NodeId node) const {
  return properties_in(impl_->node_columns, index(node));
}
std::vector<Property> Graph::properties(RelationshipId relationship) const {
  return properties_in(impl_->relationship_columns, index(relationship));
}
const Column* Graph::node_column(KeyId key) const {
  return Impl::column_or_null(impl_->node_columns, key);
}
const Column* Graph::relationship_column(KeyId key) const {
  return Impl::column_or_null(impl_->relationship_columns, key);
}

std::vector<NodeId> Graph::find_nodes(LabelId label, KeyId key, const Value& value) const {
  std::vector<NodeId> out;
  const Impl::Label* entry = impl_->label_or_null(label);
  const Column* column = node_column(key);
  if (!entry || !column || value.is_null()) return out;
  impl_->indexes.get(label, key, entry->nodes, *column).candidates(hash(value), [&](NodeId node) {
    if (entry->nodes.test(index(node)) && index_equal(*column, index(node), value)) out.push_back(node);
  });
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Writes.

NodeId Graph::add_node(std::span<const LabelId> labels, std::span<const Property> properties) {
  const NodeId node{next_id(node_limit(), "nodes")};
  impl_->make({.kind = Change::Kind::add_node, .element = index(node)});
  for (const LabelId label : labels) add_label(node, label);
  for (const auto& [key, value] : properties) set_property(node, key, value);
  return node;
}

RelationshipId Graph::add_relationship(TypeId type, NodeId start, NodeId end,
                                       std::span<const Property> properties) {
  impl_->require(start);
  impl_->require(end);
  const RelationshipId relationship{next_id(relationship_limit(), "relationships")};
  impl_->make({.kind = Change::Kind::add_relationship,
               .element = index(relationship),
               .name = static_cast<std::uint32_t>(type),
               .start = start,
               .end = end});
  for (const auto& [key, value] : properties) set_property(relationship, key, value);
  return relationship;
}

void Graph::add_label(NodeId node, LabelId label) {
  impl_->require(node);
  if (has_label(node, label)) return;
  impl_->make(
      {.kind = Change::Kind::add_label, .element = index(node), .name = static_cast<std::uint32_t>(label)});
}

void Graph::remove_label(NodeId node, LabelId label) {
  if (!has_label(node, label)) return;
  impl_->make({.kind = Change::Kind::remove_label,
               .element = index(node),
               .name = static_cast<std::uint32_t>(label)});
}

void Graph::set_property(NodeId node, KeyId key, Value value) {
  impl_->require(node);
  Value before = property(node, key);
  if (before.is_null() && value.is_null()) return;
  impl_->make({.kind = Change::Kind::set_node_property,
               .element = index(node),
               .name = static_cast<std::uint32_t>(key),
               .before = std::move(before),
               .after = std::move(value)});
}

void Graph::set_property(RelationshipId relationship, KeyId key, Value value) {
  impl_->require(relationship);
  Value before = property(relationship, key);
  if (before.is_null() && value.is_null()) return;
  impl_->make({.kind = Change::Kind::set_relationship_property,
               .element = index(relationship),
               .name = static_cast<std::uint32_t>(key),
               .before = std::move(before),
               .after = std::move(value)});
}

void Graph::remove(NodeId node) {
  impl_->require(node);
  for (const auto& type : impl_->by_type) {
    if (type->extent.count == 0) continue;
    const TypeId id{static_cast<std::uint32_t>(&type - impl_->by_type.data())};
    if (degree(node, id, Direction::both) == 0) continue;
    throw UsageError(fmt::format("node {} still has relationships of type {}; remove them first", index(node),
                                 impl_->types.name(id)));
  }
  for (const auto& [key, value] : properties(node)) set_property(node, key, Value());
  for (const LabelId label : labels_of(node)) remove_label(node, label);
  impl_->make({.kind = Change::Kind::remove_node, .element = index(node)});
}

void Graph::remove(RelationshipId relationship) {
  impl_->require(relationship);
  for (const auto& [key, value] : properties(relationship)) set_property(relationship, key, Value());
  impl_->make({.kind = Change::Kind::remove_relationship,
               .element = index(relationship),
               .name = static_cast<std::uint32_t>(type_of(relationship)),
               .start = start_of(relationship),
               .end = end_of(relationship)});
}

// Transactions.

void Graph::begin() {
  if (impl_->log) throw UsageError("a transaction is open already");
  impl_->log.emplace();
}

std::vector<Change> Graph::commit() {
  if (!impl_->log) throw UsageError("commit() without begin()");
  std::vector<Change> changes = std::move(*impl_->log);
  impl_->log.reset();
  return changes;
}

void Graph::rollback() {
  if (!impl_->log) throw UsageError("rollback() without begin()");
  const std::vector<Change> changes = std::move(*impl_->log);
  impl_->log.reset();
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) impl_->apply(*change, false);
}

void Graph::redo(const Change& change) {
  impl_->apply(change, true);
}

void Graph::compact() {
  for (const auto& type : impl_->by_type) {
    type->out.drop();
    type->in.drop();
  }
  for (const auto& column : impl_->node_columns) {
    if (column) column->compact();
  }
  for (const auto& column : impl_->relationship_columns) {
    if (column) column->compact();
  }
  ++impl_->version;
}

std::uint64_t Graph::version() const {
  return impl_->version;
}

}  // namespace attest
