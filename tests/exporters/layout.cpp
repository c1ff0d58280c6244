// Where pictures put their nodes.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <random>

#include <attest/exporters/layout/layout.hpp>

namespace attest {
namespace {

double distance(const Place& a, const Place& b) {
  return std::hypot(a.x - b.x, a.y - b.y);
}

/// Two groups of `size`, each closely knit, with one edge between them.
std::vector<LayoutEdge> two_groups(std::uint32_t size) {
  std::mt19937 random(7);
  std::vector<LayoutEdge> edges{{0, size}};
  for (std::uint32_t group : {0u, size})
    for (std::uint32_t i = 0; i < 6 * size; ++i)
      edges.emplace_back(group + static_cast<std::uint32_t>(random() % size),
                         group + static_cast<std::uint32_t>(random() % size));
  return edges;
}

TEST_CASE("Small graphs have places too") {
  CHECK(lay_out({}, {}).empty());
  const std::vector<double> one{5};
  const std::vector<LayoutEdge> loop{{0, 0}};
  CHECK(lay_out(one, loop).size() == 1);
  const std::vector<double> two{5, 5};
  const std::vector<LayoutEdge> edge{{0, 1}, {1, 0}};
  const auto places = lay_out(two, edge);
  CHECK(distance(places[0], places[1]) >= 10);
}

TEST_CASE("The same graph gives the same places") {
  const std::vector<double> radii(200, 4);
  const auto edges = two_groups(100);
  const auto first = lay_out(radii, edges);
  const auto second = lay_out(radii, edges);
  CHECK(std::equal(first.begin(), first.end(), second.begin(),
                   [](const Place& a, const Place& b) { return a.x == b.x && a.y == b.y; }));
}

TEST_CASE("Discs overlap hardly anywhere") {
  std::vector<double> radii(300, 4);
  std::vector<LayoutEdge> edges = two_groups(100);
  for (std::uint32_t leaf = 200; leaf < 280; ++leaf)
    edges.emplace_back(leaf, 5);  // a hub; the rest stand alone
  radii[5] = 20;
  const auto places = lay_out(radii, edges);
  int overlaps = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    REQUIRE(std::isfinite(places[i].x));
    REQUIRE(std::isfinite(places[i].y));
    for (std::size_t k = 0; k < i; ++k)
      overlaps += distance(places[i], places[k]) < 0.9 * (radii[i] + radii[k]);
  }
  CHECK(overlaps <= 3);
}

TEST_CASE("What is connected stands together, groups apart, what has no connection outside") {
  const std::vector<double> radii(210, 4);
  const auto places = lay_out(radii, two_groups(100));
  double within = 0, between = 0;
  for (std::size_t i = 0; i < 100; ++i)
    for (std::size_t k = 0; k < 100; ++k) {
      within += distance(places[i], places[k]) + distance(places[100 + i], places[100 + k]);
      between += 2 * distance(places[i], places[100 + k]);
    }
  CHECK(between > 1.5 * within);
  double widest = 0;
  for (std::size_t i = 0; i < 200; ++i) widest = std::max(widest, std::abs(places[i].y));
  for (std::size_t i = 200; i < 210; ++i) CHECK(std::hypot(places[i].x, places[i].y) > widest);
}

TEST_CASE("The picture lies wide rather than tall") {
  std::vector<LayoutEdge> chain;
  for (std::uint32_t i = 1; i < 60; ++i) chain.emplace_back(i - 1, i);
  const auto places = lay_out(std::vector<double>(60, 4), chain);
  const auto [left, right] =
      std::minmax_element(places.begin(), places.end(), [](auto& a, auto& b) { return a.x < b.x; });
  const auto [bottom, top] =
      std::minmax_element(places.begin(), places.end(), [](auto& a, auto& b) { return a.y < b.y; });
  CHECK(right->x - left->x > top->y - bottom->y);
}

TEST_CASE("Many nodes on one place, and stars, come apart") {
  std::vector<LayoutEdge> star;
  for (std::uint32_t i = 1; i < 3000; ++i) star.emplace_back(0, i);
  const auto places = lay_out(std::vector<double>(3000, 3), star);
  for (const Place& at : places) REQUIRE(std::isfinite(at.x + at.y));
}

}  // namespace
}  // namespace attest
