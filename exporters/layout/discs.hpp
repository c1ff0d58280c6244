// Discs in the plane: none upon another, and groups of them packed closely.
#pragma once

#include <span>
#include <vector>

#include <attest/exporters/layout/layout.hpp>

namespace attest {

/// Pushes discs apart that overlap, as far as some rounds bring them.
void part_discs(std::span<Place> places, std::span<const double> radii);

/// Centres for discs around an ellipse of these half axes at the origin, given the largest first: each where
/// it fits nearest to the ellipse.
std::vector<Place> packed_around(const Place& half_axes, std::span<const double> radii);

}  // namespace attest
