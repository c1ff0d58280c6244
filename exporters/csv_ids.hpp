// From the ids of CSV files to nodes: one space of ids.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <attest/exporters/csv_table.hpp>

namespace attest {

/// Where the nodes of one space stand. Integers that lie close together (most bulk files count from 0 or 1)
/// are looked up in an array, others in an open-addressing table, texts in a hash map.
class IdSpace {
 public:
  /// Collects the range first, so that the array's size is known: announce all columns, then add all.
  void announce(const CsvIds& ids);
  /// Row r is node `first` + r. Gives the row of an id that was there before.
  std::optional<std::uint32_t> add(const CsvIds& ids, std::uint32_t first);
  /// The nodes of a column of ends; the first row that names none is given in `unknown`.
  std::vector<NodeId> find(const CsvIds& ids, std::optional<std::uint32_t>& unknown) const;

 private:
  static constexpr std::uint32_t none = UINT32_MAX;
  struct Slot {
    std::int64_t number = 0;
    std::uint32_t node = none;
  };

  bool is_array() const;
  std::uint32_t& slot(std::int64_t number);
  std::uint32_t find(std::int64_t number) const;
  std::size_t home(std::int64_t number) const;

  std::int64_t least_ = INT64_MAX;
  std::int64_t most_ = INT64_MIN;
  std::size_t count_ = 0;
  std::vector<std::uint32_t> array_;  // by number - least_
  std::vector<Slot> table_;           // a power of two, at most half full
  std::unordered_map<std::string_view, std::uint32_t> texts_;
};

}  // namespace attest
