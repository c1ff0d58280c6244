// Numbers the distinct rows of some key slots in the order of their first appearance.
#pragma once

#include <cstdint>
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

}  // namespace attest::query
