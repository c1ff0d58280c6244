#include <attest/exporters/layout/repulsion.hpp>

#include <algorithm>
#include <cmath>

namespace attest {
namespace {

constexpr int depths = 20;  // bits of a coordinate on the curve
constexpr std::uint32_t leaf_size = 6;
constexpr double openness = 1.2;  // a cell seen under a smaller width / distance than this is one body
constexpr double least_distance = 1e-3;

/// The bits of a number with a zero before each.
std::uint64_t spread(std::uint64_t bits) {
  bits = (bits | bits << 16) & 0x0000FFFF0000FFFF;
  bits = (bits | bits << 8) & 0x00FF00FF00FF00FF;
  bits = (bits | bits << 4) & 0x0F0F0F0F0F0F0F0F;
  bits = (bits | bits << 2) & 0x3333333333333333;
  return (bits | bits << 1) & 0x5555555555555555;
}

}  // namespace

Repulsion::Repulsion(std::span<const Place> places, std::span<const double> masses)
    : places_(places), masses_(masses) {
  Place low = places.front();
  Place high = low;
  for (const Place& at : places) {
    low = {std::min(low.x, at.x), std::min(low.y, at.y)};
    high = {std::max(high.x, at.x), std::max(high.y, at.y)};
  }
  const double width = std::max({high.x - low.x, high.y - low.y, least_distance});
  const double scale = ((1 << depths) - 1) / width;
  const auto step = [&](double distance) { return static_cast<std::uint64_t>(distance * scale); };
  order_.reserve(places.size());
  for (std::uint32_t i = 0; i < places.size(); ++i)
    order_.emplace_back(spread(step(places[i].x - low.x)) | spread(step(places[i].y - low.y)) << 1, i);
  std::sort(order_.begin(), order_.end());
  cells_.reserve(places.size());
  grow(0, static_cast<std::uint32_t>(order_.size()), depths, width);
}

void Repulsion::grow(std::uint32_t begin, std::uint32_t end, int depth, double width) {
  const std::size_t at = cells_.size();
  Cell cell{{}, 0, width, begin, end, 0, end - begin <= leaf_size || depth == 0};
  for (std::uint32_t i = begin; i < end; ++i) {
    const std::uint32_t body = order_[i].second;
    cell.mass += masses_[body];
    cell.centre.x += masses_[body] * places_[body].x;
    cell.centre.y += masses_[body] * places_[body].y;
  }
  cell.centre.x /= cell.mass;
  cell.centre.y /= cell.mass;
  cells_.push_back(cell);
  if (!cell.leaf) {
    const int shift = 2 * (depth - 1);
    for (std::uint32_t from = begin; from < end;) {
      const std::uint64_t quarter = order_[from].first >> shift;
      std::uint32_t to = from + 1;
      while (to < end && order_[to].first >> shift == quarter) ++to;
      grow(from, to, depth - 1, width / 2);
      from = to;
    }
  }
  cells_[at].after = static_cast<std::uint32_t>(cells_.size());
}

Place Repulsion::on(std::uint32_t body) const {
  const Place here = places_[body];
  Place force;
  const auto push = [&](double mass, double x, double y, double squared) {
    const double factor = mass / squared;
    force.x += factor * x;
    force.y += factor * y;
  };
  for (std::uint32_t i = 0; i < cells_.size();) {
    const Cell& cell = cells_[i];
    const double x = here.x - cell.centre.x;
    const double y = here.y - cell.centre.y;
    const double squared = x * x + y * y;
    if (cell.width * cell.width < openness * openness * squared) {
      push(cell.mass, x, y, squared);
      i = cell.after;
    } else if (cell.leaf) {
      for (std::uint32_t k = cell.begin; k < cell.end; ++k) {
        const std::uint32_t other = order_[k].second;
        if (other == body) continue;
        const double dx = here.x - places_[other].x;
        const double dy = here.y - places_[other].y;
        push(masses_[other], dx, dy, std::max(dx * dx + dy * dy, least_distance));
      }
      i = cell.after;
    } else {
      ++i;
    }
  }
  return {force.x * masses_[body], force.y * masses_[body]};
}

}  // namespace attest
