// What a Graph is made of; seen by graph.cpp, the builder and the store's codec only.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <tuple>
#include <vector>

#include <attest/graph/adjacency.hpp>
#include <attest/graph/graph.hpp>
#include <attest/graph/property_index.hpp>

namespace attest {

struct Graph::Impl {
  struct Type {
    explicit Type(TypeId id) : out(id, Direction::out), in(id, Direction::in) {}
    TypeExtent extent;
    TypeRows out;
    TypeRows in;
    TypeRows& rows(Direction direction) { return direction == Direction::out ? out : in; }
  };
  struct Label {
    Bitmap nodes;
    std::size_t count = 0;
  };
  using Columns = std::vector<std::unique_ptr<Column>>;  // by key; null where no element ever had it

  Symbols<LabelId> labels;
  Symbols<TypeId> types;
  Symbols<KeyId> keys;

  Bitmap nodes;  // its size is the limit of ids
  std::size_t node_count = 0;
  std::vector<Label> labelled;
  Columns node_columns;

  RelationshipTable table;
  std::size_t relationship_count = 0;
  std::vector<std::unique_ptr<Type>> by_type;
  Columns relationship_columns;

  PropertyIndexes indexes;
  std::optional<std::vector<Change>> log;  // of the open transaction
  std::uint64_t version = 0;

  using EstimateKey = std::tuple<std::optional<LabelId>, TypeId, std::optional<LabelId>>;
  mutable std::mutex estimating;
  mutable std::map<EstimateKey, double> estimates;
  mutable std::uint64_t estimates_version = 0;

  const Label* label_or_null(LabelId id) const;
  Label& label_for_write(LabelId id);
  Type* type_or_null(TypeId id) const;
  Type& type_for_write(TypeId id);
  static const Column* column_or_null(const Columns& columns, KeyId key);
  static Column& column_for_write(Columns& columns, KeyId key);

  /// Makes the change, or its opposite; recorded nowhere.
  void apply(const Change& change, bool forward);
  /// Makes the change and records it where a transaction is open.
  void make(Change change);

  void place_node(std::uint32_t id);
  void take_node(std::uint32_t id, bool shrink);
  void place_relationship(const Change& change);
  void take_relationship(const Change& change, bool shrink);
  void place_label(NodeId node, LabelId label);
  void take_label(NodeId node, LabelId label);
  void place_node_property(NodeId node, KeyId key, const Value& value);

  void require(NodeId node) const;
  void require(RelationshipId relationship) const;
  double sample(const EstimateKey& key) const;
};

}  // namespace attest
