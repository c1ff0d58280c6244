// Word clusters from plain text: the two-sided bigram class model, fitted by the exchange algorithm
// (Kneser & Ney 1993; Martin, Liermann & Ney 1998).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace attest::extract::training {

struct ClusterOptions {
  std::uint32_t clusters = 400;
  std::uint32_t coarse = 48;      ///< clusters of clusters
  std::uint32_t least_count = 4;  ///< rarer words stay without a cluster
  std::uint32_t rounds = 6;
};

struct Cluster {
  std::string word;
  std::uint16_t cluster;  ///< 1 …
  std::uint16_t coarse;   ///< 1 …
};

/// Clusters of the words of `sentences`. The same text gives the same clusters.
std::vector<Cluster> cluster_words(const std::vector<std::vector<std::string>>& sentences,
                                   const ClusterOptions& options);

}  // namespace attest::extract::training
