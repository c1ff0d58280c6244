// A connected graph as the layout sees it, and its coarser forms.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <attest/exporters/layout/layout.hpp>

namespace attest {

struct Neighbour {
  std::uint32_t node;
  double weight;  ///< of all edges between the two
};

/// Adjacency in rows; each edge stands in the rows of both its ends.
struct Level {
  std::vector<double> masses;           ///< what a node repels with
  std::vector<std::uint32_t> row_ends;  ///< by node: where its neighbours end
  std::vector<Neighbour> neighbours;
  std::vector<std::uint32_t> parent;  ///< by node: its node in the next coarser level; empty in the coarsest

  std::uint32_t size() const { return static_cast<std::uint32_t>(masses.size()); }
  std::span<const Neighbour> row(std::uint32_t node) const {
    const std::uint32_t begin = node == 0 ? 0 : row_ends[node - 1];
    return {neighbours.data() + begin, neighbours.data() + row_ends[node]};
  }
};

/// The graph of `size` nodes; a node's mass is one more than its degree.
Level make_level(std::uint32_t size, std::span<const LayoutEdge> edges);

/// The graph and its coarser forms, down to some twenty nodes or where merging no longer pays.
std::vector<Level> coarsened(Level finest);

}  // namespace attest
