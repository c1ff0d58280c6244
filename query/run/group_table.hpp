// Numbers the distinct rows of some key slots in the order of their first appearance.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <attest/query/run/batch.hpp>

namespace attest::query {

class GroupTable {
 public:
  GroupTable(const Layout& layout, std::vector<Slot> keys);

  /// The group of each row of the batch; new ones are made.
  void find(const Batch& batch, std::vector<std::uint32_t>& groups);
  std::size_t size() const { return rows_.size; }
  /// The key slots of each group, by its number.
  const Batch& rows() const { return rows_; }
  /// Heap bytes held, roughly.
  std::size_t memory() const { return memory_; }

 private:
  std::size_t hash_row(const Batch& batch, std::size_t row) const;
  bool equal_rows(const Batch& batch, std::size_t row, std::uint32_t group) const;
  std::uint32_t find_or_add(const Batch& batch, std::size_t row);
  std::uint32_t add(const Batch& batch, std::size_t row, std::size_t hash);
  void grow();

  std::vector<Slot> keys_;
  Batch rows_;
  std::vector<std::size_t> hashes_;     // of each group
  std::vector<std::uint32_t> buckets_;  // open addressing; group + 1, 0 where free
  std::vector<std::uint32_t> by_id_;    // of a single key of ids: group + 1
  bool single_id_;
  std::size_t memory_ = 0;
};

/// The same for the strings that nodes have in a column: no value is made for a row, only for a group. The
/// column must not change meanwhile.
class TextGroups {
 public:
  explicit TextGroups(const attest::Column& column) : column_(column), buckets_(64) {}

  void find(std::span<const std::uint32_t> nodes, std::vector<std::uint32_t>& groups);
  std::size_t size() const { return texts_.size(); }
  Value value(std::size_t group) const;
  std::size_t memory() const { return texts_.capacity() * sizeof(Group) + buckets_.capacity() * 4; }

 private:
  struct Group {
    std::string_view text = {};
    std::uint64_t first = 0;  // the characters of a short text, the hash of a long one
    std::uint64_t second = 0;
    std::size_t hash = 0;
  };
  Group group_of(std::size_t slot) const;
  static bool same(const Group& a, const Group& b);
  std::uint32_t find_or_add(const Group& wanted);
  void grow();

  const attest::Column& column_;
  std::vector<Group> texts_;
  std::vector<std::uint32_t> buckets_;  // open addressing; group + 1, 0 where free
  std::uint32_t null_group_ = 0xFFFFFFFF;
};

}  // namespace attest::query
