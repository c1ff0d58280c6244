#include <catch2/catch.hpp>

#include <random>
#include <vector>

#include <attest/extractor/syntax/spanning_tree.hpp>

using namespace attest::extract;

namespace {

bool is_tree(const std::vector<std::int32_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    roots += heads[i] < 0;
    std::size_t steps = 0;
    for (std::int32_t at = static_cast<std::int32_t>(i); at >= 0; at = heads[static_cast<std::size_t>(at)])
      if (++steps > heads.size()) return false;
  }
  return roots == 1;
}

std::int64_t sum_of(const ArcScores& scores, const std::vector<std::int32_t>& heads) {
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) sum += scores.at(i, static_cast<std::size_t>(heads[i] + 1));
  return sum;
}

// The greatest sum of a tree below `root`, by trying all.
std::int64_t best_by_trying(const ArcScores& scores, std::size_t root) {
  std::vector<std::int32_t> heads(scores.size, 0);
  std::int64_t best = -(std::int64_t{1} << 60);
  for (;;) {
    heads[root] = -1;
    if (is_tree(heads)) best = std::max(best, sum_of(scores, heads));
    std::size_t i = 0;
    for (; i < heads.size(); ++i) {
      if (i == root) continue;
      if (++heads[i] < static_cast<std::int32_t>(heads.size())) break;
      heads[i] = 0;
    }
    if (i == heads.size()) return best;
  }
}

}  // namespace

TEST_CASE("The best tree is a tree, and no other below its root is better", "[spanning_tree]") {
  std::mt19937 random(3);
  std::vector<std::int32_t> heads;
  for (int round = 0; round < 2000; ++round) {
    const std::size_t size = 1 + random() % 5;
    const std::size_t width = size + 1 + random() % 3;
    std::vector<std::int32_t> values(size * width);
    for (std::int32_t& v : values) v = static_cast<std::int32_t>(random() % 21) - 10;
    const ArcScores scores{values.data(), size, width};
    best_tree(scores, heads);
    REQUIRE(heads.size() == size);
    REQUIRE(is_tree(heads));
    std::size_t root = 0;
    while (heads[root] >= 0) ++root;
    if (size > 1) REQUIRE(sum_of(scores, heads) == best_by_trying(scores, root));
  }
}

TEST_CASE("Long chains of cycles come apart", "[spanning_tree]") {
  // Every two tokens want each other most.
  constexpr std::size_t size = 200;
  std::vector<std::int32_t> values(size * (size + 1), 0);
  for (std::size_t i = 0; i < size; ++i) values[i * (size + 1) + (i ^ 1) + 1] = 100;
  std::vector<std::int32_t> heads;
  best_tree({values.data(), size, size + 1}, heads);
  CHECK(is_tree(heads));
}
