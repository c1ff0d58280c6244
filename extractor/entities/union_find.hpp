// Disjoint sets of small integers; the representative is always the least member.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

namespace attest::extract {

class UnionFind {
 public:
  explicit UnionFind(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t find(std::uint32_t i) const {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void join(std::uint32_t a, std::uint32_t b) {
    a = find(a), b = find(b);
    if (a < b)
      parent_[b] = a;
    else
      parent_[a] = b;
  }

 private:
  mutable std::vector<std::uint32_t> parent_;  // paths are shortened by look-ups
};

}  // namespace attest::extract
