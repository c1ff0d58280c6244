// Which nodes of one label have a value of one key: a hash table of node ids, built when first asked.
// Inside of Graph.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <utility>
#include <vector>

#include <attest/graph/bitmap.hpp>
#include <attest/graph/column.hpp>
#include <attest/graph/symbols.hpp>

namespace attest {

/// Nodes by the hash of their value. Entries may be out of date (the caller looks at the node again) but none
/// is missing.
class PropertyIndex {
 public:
  PropertyIndex(const Bitmap& labelled, const Column& column);

  /// Calls `visit(NodeId)` for every node whose value may have this hash, in no order, maybe twice.
  template <class Visitor>
  void candidates(std::size_t hash, Visitor&& visit) const {
    const std::size_t bucket = bucket_of(hash);
    for (std::uint32_t i = offsets_[bucket]; i < offsets_[bucket + 1]; ++i) visit(nodes_[i]);
    const auto [from, to] = added_.equal_range(hash);
    for (auto entry = from; entry != to; ++entry) visit(entry->second);
  }
  void add(std::size_t hash, NodeId node) { added_.emplace(hash, node); }
  /// True where so much was added that building anew pays.
  bool outgrown() const { return added_.size() > 1024 + nodes_.size(); }

 private:
  std::size_t bucket_of(std::size_t hash) const { return hash * 0x9e3779b97f4a7c15 >> shift_; }

  std::vector<std::uint32_t> offsets_;
  std::vector<NodeId> nodes_;
  unsigned shift_ = 63;
  std::unordered_multimap<std::size_t, NodeId> added_;
};

/// All indexes of a graph. get() may be called by many threads; the others need the graph to themselves.
class PropertyIndexes {
 public:
  const PropertyIndex& get(LabelId label, KeyId key, const Bitmap& labelled, const Column& column) const;
  bool empty() const { return indexes_.empty(); }
  /// Calls `visit(LabelId, KeyId, PropertyIndex&)` for each; true from it drops the index.
  template <class Visitor>
  void update(Visitor&& visit) {
    std::erase_if(indexes_,
                  [&](auto& entry) { return visit(entry.first.first, entry.first.second, *entry.second); });
  }
  void clear() { indexes_.clear(); }

 private:
  mutable std::mutex building_;
  mutable std::map<std::pair<LabelId, KeyId>, std::unique_ptr<PropertyIndex>> indexes_;
};

/// Equality as an index needs it: numbers by value, all else identical; NaN equals nothing.
bool index_equal(const Value& a, const Value& b);
/// The same for one entry of a column.
bool index_equal(const Column& column, std::uint32_t id, const Value& value);

}  // namespace attest
