// Repulsion of every body by every other, approximated by a quadtree (Barnes and Hut 1986).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <attest/exporters/layout/layout.hpp>

namespace attest {

class Repulsion {
 public:
  /// Sorts the bodies into the tree. The spans must stay while the tree is asked.
  Repulsion(std::span<const Place> places, std::span<const double> masses);

  /// The force on a body: the sum over all others of mass * other's mass / distance, away from the other.
  Place on(std::uint32_t body) const;

 private:
  struct Cell {
    Place centre;  // of mass
    double mass = 0;
    double width = 0;
    std::uint32_t begin = 0, end = 0;  // its bodies in order_
    std::uint32_t after = 0;           // the next cell that is not within this one
    bool leaf = false;
  };

  void grow(std::uint32_t begin, std::uint32_t end, int depth, double width);

  std::span<const Place> places_;
  std::span<const double> masses_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order_;  // (place on the Z-order curve, body)
  std::vector<Cell> cells_;                                     // depth first
};

}  // namespace attest
