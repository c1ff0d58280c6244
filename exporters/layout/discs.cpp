#include <attest/exporters/layout/discs.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <unordered_map>
#include <unordered_set>

namespace attest {
namespace {

constexpr double gap = 1.5;

/// More rounds than these no longer show, or take longer than they are worth.
int rounds_for(std::size_t discs) {
  return discs < 10000 ? 60 : 8;
}

/// Discs by the squares of a grid that their centres are in.
class Grid {
 public:
  explicit Grid(double width) : width_(width) {}

  void add(std::uint32_t disc, const Place& at) { squares_[key(step(at.x), step(at.y))].push_back(disc); }

  /// Calls visit for the discs in the square of `at` and those within `reach` squares of it.
  template <class Visit>
  void near(const Place& at, std::int64_t reach, Visit visit) const {
    for (std::int64_t x = step(at.x) - reach; x <= step(at.x) + reach; ++x)
      for (std::int64_t y = step(at.y) - reach; y <= step(at.y) + reach; ++y)
        if (const auto found = squares_.find(key(x, y)); found != squares_.end())
          for (const std::uint32_t disc : found->second) visit(disc);
  }

 private:
  std::int64_t step(double value) const { return static_cast<std::int64_t>(std::floor(value / width_)); }
  static std::uint64_t key(std::int64_t x, std::int64_t y) {
    return static_cast<std::uint64_t>(x) << 32 ^ static_cast<std::uint32_t>(y);
  }
  double width_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> squares_;  // looked up, never walked through
};

/// Moves the second away from the first, and the first from the second, by half of what they overlap.
bool part(Place& a, Place& b, double wanted) {
  double x = b.x - a.x;
  double y = b.y - a.y;
  double distance = std::sqrt(x * x + y * y);
  if (distance >= wanted) return false;
  if (distance < 1e-6) {
    x = distance = 1e-3;
    y = 0;
  }
  const double push = (wanted - distance) / 2 / distance;
  a.x -= push * x, a.y -= push * y;
  b.x += push * x, b.y += push * y;
  return true;
}

/// The squares of a grid that discs cover.
class Squares {
 public:
  explicit Squares(double width) : width_(width) {}

  bool free(const Place& at, double radius) const {
    return each(at, radius, [&](std::uint64_t square) { return !taken_.contains(square); });
  }
  void take(const Place& at, double radius) {
    each(at, radius, [&](std::uint64_t square) { return taken_.insert(square), true; });
  }

 private:
  /// Whether `holds` is true of every square whose centre the disc covers, and of the one it stands in.
  template <class Holds>
  bool each(const Place& at, double radius, Holds holds) const {
    const std::int64_t reach = static_cast<std::int64_t>(radius / width_) + 1;
    const std::int64_t column = step(at.x), row = step(at.y);
    for (std::int64_t x = column - reach; x <= column + reach; ++x)
      for (std::int64_t y = row - reach; y <= row + reach; ++y) {
        const double dx = (static_cast<double>(x) + 0.5) * width_ - at.x;
        const double dy = (static_cast<double>(y) + 0.5) * width_ - at.y;
        const bool covered = dx * dx + dy * dy <= radius * radius || (x == column && y == row);
        if (covered && !holds(key(x, y))) return false;
      }
    return true;
  }
  std::int64_t step(double value) const { return static_cast<std::int64_t>(std::floor(value / width_)); }
  static std::uint64_t key(std::int64_t x, std::int64_t y) {
    return static_cast<std::uint64_t>(x) << 32 ^ static_cast<std::uint32_t>(y);
  }
  double width_;
  std::unordered_set<std::uint64_t> taken_;  // asked, never walked through
};

}  // namespace

void part_discs(std::span<Place> places, std::span<const double> radii) {
  if (places.empty()) return;
  const double widest = 2 * (*std::max_element(radii.begin(), radii.end()) + gap);
  bool moved = true;
  for (int round = 0; round < rounds_for(places.size()) && moved; ++round) {
    moved = false;
    Grid grid(widest);
    for (std::uint32_t i = 0; i < places.size(); ++i) {
      grid.near(places[i], 1, [&](std::uint32_t other) {
        moved |= part(places[other], places[i], radii[other] + radii[i] + gap);
      });
      grid.add(i, places[i]);
    }
  }
}

std::vector<Place> packed_around(const Place& half_axes, std::span<const double> radii) {
  std::vector<Place> centres;
  if (radii.empty()) return centres;
  const double least = 2 * radii.back() + gap;
  Squares taken(least);
  double turn = 0;
  double began = 0;  // the radius that last searched from the ellipse on, for the holes between larger discs
  for (const double radius : radii) {
    if (centres.empty() || radius < began / 2) {
      began = radius;
      turn = 2 * std::numbers::pi * half_axes.y / least;
    }
    Place at;
    for (;; turn += 2 * std::numbers::pi / std::max(turn, 1.0)) {
      const double distance = least * turn / (2 * std::numbers::pi);
      at = {distance * std::cos(turn) * half_axes.x / half_axes.y, distance * std::sin(turn)};
      const double x = at.x / (half_axes.x + radius + gap);
      const double y = at.y / (half_axes.y + radius + gap);
      if (x * x + y * y >= 1 && taken.free(at, radius + gap)) break;
    }
    taken.take(at, radius + gap);
    centres.push_back(at);
  }
  return centres;
}

}  // namespace attest
