#include <attest/exporters/layout/layout.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <attest/exporters/layout/discs.hpp>
#include <attest/exporters/layout/forces.hpp>
#include <attest/exporters/layout/level.hpp>

namespace attest {
namespace {

constexpr double room = 5;  // times the area of the discs that a component is given
constexpr double least_wideness = 1.3;
constexpr double margin = 8;  // around a component

/// A connected component, its nodes numbered anew.
struct Component {
  std::vector<std::uint32_t> nodes;
  std::vector<LayoutEdge> edges;
  std::vector<Place> places;
  Place half_axes;    // of an ellipse around its discs
  double radius = 0;  // of a disc around them
};

std::uint32_t root_of(std::vector<std::uint32_t>& above, std::uint32_t node) {
  while (above[node] != node) node = above[node] = above[above[node]];
  return node;
}

/// The components, those of most nodes first.
std::vector<Component> components_of(std::uint32_t size, std::span<const LayoutEdge> edges) {
  std::vector<std::uint32_t> above(size);
  std::iota(above.begin(), above.end(), 0u);
  for (const auto& [from, to] : edges) above[root_of(above, from)] = root_of(above, to);
  constexpr auto none = std::numeric_limits<std::uint32_t>::max();
  std::vector<std::uint32_t> component(size, none);
  std::vector<std::uint32_t> number(size);
  std::vector<Component> components;
  for (std::uint32_t node = 0; node < size; ++node) {
    std::uint32_t& at = component[root_of(above, node)];
    if (at == none) {
      at = static_cast<std::uint32_t>(components.size());
      components.emplace_back();
    }
    number[node] = static_cast<std::uint32_t>(components[at].nodes.size());
    components[at].nodes.push_back(node);
  }
  for (const auto& [from, to] : edges)
    components[component[root_of(above, from)]].edges.emplace_back(number[from], number[to]);
  std::stable_sort(components.begin(), components.end(),
                   [](const Component& a, const Component& b) { return a.nodes.size() > b.nodes.size(); });
  return components;
}

/// To the middle, the long way across, and so large that the discs have room.
void frame(std::vector<Place>& places, std::span<const double> radii) {
  const double count = static_cast<double>(places.size());
  Place middle;
  for (const Place& at : places) middle.x += at.x / count, middle.y += at.y / count;
  double xx = 0, yy = 0, xy = 0;
  for (Place& at : places) {
    at = {at.x - middle.x, at.y - middle.y};
    xx += at.x * at.x, yy += at.y * at.y, xy += at.x * at.y;
  }
  // The eigenvector of the larger eigenvalue of the covariance points along the long way.
  const double larger = (xx + yy) / 2 + std::sqrt((xx - yy) * (xx - yy) / 4 + xy * xy);
  Place along = std::abs(xy) > 1e-12 ? Place{larger - yy, xy} : xx >= yy ? Place{1, 0} : Place{0, 1};
  const double length = std::sqrt(along.x * along.x + along.y * along.y);
  along = {along.x / length, along.y / length};
  double discs = 0;
  for (const double radius : radii) discs += (radius + 2) * (radius + 2);
  // Places spread evenly over a disc of radius R have a mean square of R²/2.
  const double scale = std::sqrt(room * discs / std::max(2 * (xx + yy) / count, 1e-9));
  for (Place& at : places)
    at = {scale * (at.x * along.x + at.y * along.y), scale * (at.y * along.x - at.x * along.y)};
}

void measure(Component& component, std::span<const double> radii) {
  Place low{1e300, 1e300}, high{-1e300, -1e300};
  for (std::size_t i = 0; i < component.places.size(); ++i) {
    const Place& at = component.places[i];
    low = {std::min(low.x, at.x - radii[i]), std::min(low.y, at.y - radii[i])};
    high = {std::max(high.x, at.x + radii[i]), std::max(high.y, at.y + radii[i])};
  }
  const Place middle{(low.x + high.x) / 2, (low.y + high.y) / 2};
  for (std::size_t i = 0; i < component.places.size(); ++i) {
    Place& at = component.places[i];
    at = {at.x - middle.x, at.y - middle.y};
    component.radius = std::max(component.radius, std::sqrt(at.x * at.x + at.y * at.y) + radii[i]);
  }
  component.half_axes = {(high.x - low.x) / 2, (high.y - low.y) / 2};
}

void lay_out(Component& component, std::span<const double> all_radii) {
  const auto size = static_cast<std::uint32_t>(component.nodes.size());
  std::vector<double> radii;
  for (const std::uint32_t node : component.nodes) radii.push_back(all_radii[node]);
  component.places.resize(size);
  if (size > 1) {
    component.places = settled(coarsened(make_level(size, component.edges)));
    frame(component.places, radii);
    part_discs(component.places, radii);
  }
  measure(component, radii);
}

}  // namespace

std::vector<Place> lay_out(std::span<const double> radii, std::span<const LayoutEdge> edges) {
  std::vector<Place> places(radii.size());
  std::vector<Component> components = components_of(static_cast<std::uint32_t>(radii.size()), edges);
  if (components.empty()) return places;
  for (Component& component : components) lay_out(component, radii);
  std::stable_sort(components.begin() + 1, components.end(),
                   [](const Component& a, const Component& b) { return a.radius > b.radius; });
  std::vector<double> sizes;
  for (std::size_t i = 1; i < components.size(); ++i) sizes.push_back(components[i].radius + margin / 2);
  Place field = components[0].half_axes;
  field.x = std::max(field.x, least_wideness * field.y);
  const std::vector<Place> centres = packed_around({field.x + margin, field.y + margin}, sizes);
  for (std::size_t i = 0; i < components.size(); ++i) {
    const Place centre = i == 0 ? Place{} : centres[i - 1];
    for (std::size_t k = 0; k < components[i].nodes.size(); ++k)
      places[components[i].nodes[k]] = {centre.x + components[i].places[k].x,
                                        centre.y + components[i].places[k].y};
  }
  return places;
}

}  // namespace attest
