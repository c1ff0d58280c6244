#include <attest/exporters/layout/forces.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

#include <attest/exporters/layout/repulsion.hpp>

namespace attest {
namespace {

constexpr double repulsion = 4;   // against an attraction of 1 an edge and unit of length
constexpr double gravity = 0.02;  // keeps long tails from leaving the picture

int rounds_for(std::size_t nodes, bool coarsest) {
  if (coarsest || nodes < 200) return 300;
  if (nodes < 2000) return 200;
  return nodes < 20000 ? 120 : 50;
}

/// The n-th point of a sunflower, about one unit from its neighbours.
Place sunflower(std::size_t n) {
  const double radius = 0.6 * std::sqrt(n + 0.5);
  const double angle = static_cast<double>(n) * std::numbers::pi * (3 - std::sqrt(5.0));
  return {radius * std::cos(angle), radius * std::sin(angle)};
}

double length(const Place& at) {
  return std::sqrt(at.x * at.x + at.y * at.y);
}

Place force_on(const Level& level, const std::vector<Place>& places, const Repulsion& tree,
               std::uint32_t node) {
  Place force = tree.on(node);
  force.x = repulsion * force.x - gravity * level.masses[node] * places[node].x;
  force.y = repulsion * force.y - gravity * level.masses[node] * places[node].y;
  for (const Neighbour& to : level.row(node)) {
    force.x += to.weight * (places[to.node].x - places[node].x);
    force.y += to.weight * (places[to.node].y - places[node].y);
  }
  return force;
}

/// One round after another, each as fast as the swinging of the nodes allows (section "Adapting the speed").
void settle(const Level& level, std::vector<Place>& places, int rounds) {
  std::vector<Place> before(places.size());
  std::vector<Place> forces(places.size());
  double speed = 1;
  for (int round = 0; round < rounds; ++round) {
    const Repulsion tree(places, level.masses);
    double swinging = 0;
    double traction = 0;
    for (std::uint32_t node = 0; node < level.size(); ++node) {
      const Place force = forces[node] = force_on(level, places, tree, node);
      swinging += level.masses[node] * length({force.x - before[node].x, force.y - before[node].y});
      traction += level.masses[node] * length({force.x + before[node].x, force.y + before[node].y}) / 2;
    }
    speed = std::min(traction / std::max(swinging, 1e-9), 1.5 * speed);
    for (std::uint32_t node = 0; node < level.size(); ++node) {
      const double swing =
          level.masses[node] * length({forces[node].x - before[node].x, forces[node].y - before[node].y});
      const double factor = speed / (1 + std::sqrt(speed * swing));
      places[node].x += factor * forces[node].x;
      places[node].y += factor * forces[node].y;
    }
    before.swap(forces);
  }
}

/// Each node near its parent, those of one parent around it.
std::vector<Place> refined(const Level& fine, const std::vector<Place>& coarse) {
  std::vector<std::size_t> children(coarse.size());
  std::vector<Place> places;
  places.reserve(fine.size());
  for (std::uint32_t node = 0; node < fine.size(); ++node) {
    const std::uint32_t parent = fine.parent[node];
    const Place offset = sunflower(children[parent]++);
    places.push_back({coarse[parent].x + offset.x, coarse[parent].y + offset.y});
  }
  return places;
}

}  // namespace

std::vector<Place> settled(const std::vector<Level>& levels) {
  std::vector<Place> places;
  for (std::uint32_t i = 0; i < levels.back().size(); ++i) places.push_back(sunflower(i));
  settle(levels.back(), places, rounds_for(levels.back().size(), true));
  for (std::size_t at = levels.size() - 1; at-- > 0;) {
    places = refined(levels[at], places);
    settle(levels[at], places, rounds_for(levels[at].size(), false));
  }
  return places;
}

}  // namespace attest
