// Rows as operators hand them on: a batch of columns, one per slot.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <attest/query/expression.hpp>

namespace attest::query {

/// Stands for null in a column of ids.
inline constexpr std::uint32_t null_id = 0xFFFFFFFF;

/// A column of a batch: ids of a node or relationship slot, or values of any other; the slot's kind says
/// which is used.
struct Lane {
  std::vector<std::uint32_t> ids;
  std::vector<Value> values;
};

/// What every batch of a statement has in common: the kinds of its slots.
using Layout = std::vector<SlotKind>;

class Batch {
 public:
  static constexpr std::size_t maximum = 1024;

  explicit Batch(const Layout& layout) : layout_(&layout), lanes_(layout.size()) {}

  std::size_t size = 0;
  /// How many rows the reader wants at most.
  std::size_t capacity = maximum;
  /// How many equal rows each row stands for; empty where each stands for itself.
  std::vector<std::int64_t> weights;

  bool full() const { return size >= capacity; }
  SlotKind kind(Slot slot) const { return (*layout_)[static_cast<std::size_t>(slot)]; }
  const Layout& layout() const { return *layout_; }

  std::vector<std::uint32_t>& ids(Slot slot) { return lanes_[static_cast<std::size_t>(slot)].ids; }
  const std::vector<std::uint32_t>& ids(Slot slot) const {
    return lanes_[static_cast<std::size_t>(slot)].ids;
  }
  std::vector<Value>& values(Slot slot) { return lanes_[static_cast<std::size_t>(slot)].values; }
  const std::vector<Value>& values(Slot slot) const { return lanes_[static_cast<std::size_t>(slot)].values; }
  Lane& lane(Slot slot) { return lanes_[static_cast<std::size_t>(slot)]; }
  const Lane& lane(Slot slot) const { return lanes_[static_cast<std::size_t>(slot)]; }

  /// The value at a row, whatever the slot's kind.
  Value value(Slot slot, std::size_t row) const;
  /// Appends to the column. A node or relationship slot takes an element of its kind or null.
  void push(Slot slot, const Value& value);
  void push_null(Slot slot);
  std::int64_t weight(std::size_t row) const { return weights.empty() ? 1 : weights[row]; }

  /// No rows; columns keep their storage.
  void clear();
  /// Keeps the selected rows, ascending, of the given slots; other columns become meaningless.
  void select(std::span<const std::uint32_t> rows, std::span<const Slot> slots);
  /// Appends the slots of the given rows of another batch of the same layout. Does not count them in `size`.
  void gather(const Batch& from, std::span<const std::uint32_t> rows, std::span<const Slot> slots);
  /// The same for consecutive rows.
  void append(const Batch& from, std::size_t begin, std::size_t count, std::span<const Slot> slots);

 private:
  const Layout* layout_;
  std::vector<Lane> lanes_;
};

}  // namespace attest::query
