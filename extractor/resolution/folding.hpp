// The graph of clusters: nodes and relationships with the evidence of all documents.
#pragma once

#include <attest/extractor/resolution/clusters.hpp>
#include <attest/extractor/resolution/records.hpp>
#include <attest/graph/fragment.hpp>

namespace attest::extract {

/// One node a cluster, one relationship for all that say the same of the same nodes. Ids are made of names
/// and contents.
Fragment fold(const Records& records, const Clusters& clusters);

}  // namespace attest::extract
