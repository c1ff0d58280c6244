// Where the nodes of a picture stand: what is connected near, clusters apart, no disc upon another.
//
// Force-directed, after ForceAtlas2 (Jacomy, Venturini, Heymann, Bastian 2014,
// doi:10.1371/journal.pone.0098679) with Barnes-Hut repulsion, started from coarser graphs (Hu 2005,
// "Efficient, High-Quality Force-Directed Graph Drawing"). Each connected component is laid out by itself and
// turned so that it lies wide rather than tall; the components are then packed around the largest. The same
// graph gives the same places.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace attest {

/// In the unit of the radii; y grows upwards.
struct Place {
  double x = 0;
  double y = 0;
};

/// Two nodes by their number, in any order. Parallel edges draw nearer; loops count for nothing.
using LayoutEdge = std::pair<std::uint32_t, std::uint32_t>;

/// One place for each node, given the radius of the disc it is drawn as. O(n log n) a round; 5,000 nodes take
/// about half a second.
std::vector<Place> lay_out(std::span<const double> radii, std::span<const LayoutEdge> edges);

}  // namespace attest
