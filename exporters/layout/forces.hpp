// The places of a connected graph by forces: neighbours draw, everything repels.
#pragma once

#include <vector>

#include <attest/exporters/layout/level.hpp>

namespace attest {

/// Places for the finest of the levels, from the coarsest on.
std::vector<Place> settled(const std::vector<Level>& levels);

}  // namespace attest
