// The best tree over scored arcs.
#pragma once

#include <cstdint>
#include <vector>

namespace attest::extract {

/// Scores of all arcs: `at(child, head)`, where head 0 is the root and head i + 1 is token i.
struct ArcScores {
  const std::int32_t* values = nullptr;
  std::size_t size = 0;   ///< tokens
  std::size_t width = 0;  ///< of a row
  const std::int32_t* row(std::size_t child) const { return values + child * width; }
  std::int32_t at(std::size_t child, std::size_t head) const { return row(child)[head]; }
};

/// Heads of the maximum spanning tree with one child of the root: -1 for it, else the head's token. The
/// root's child is the token that gains most by it; the tree below is the best one (Chu & Liu 1965, Edmonds
/// 1967). Of equal arcs the first is taken.
void best_tree(const ArcScores& scores, std::vector<std::int32_t>& heads);

}  // namespace attest::extract
