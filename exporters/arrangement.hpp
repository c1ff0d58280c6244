// A view as a picture: where each node stands and how large it is drawn.
#pragma once

#include <functional>
#include <vector>

#include <attest/exporters/layout/layout.hpp>
#include <attest/exporters/view.hpp>

namespace attest {

struct Arrangement {
  std::vector<Place> places;  ///< by node id
  std::vector<double> radii;  ///< by node id, from the number of relationships that are drawn
  bool folds_documents =
      false;  ///< the places were made without the documents, which stand amid what they state
};

/// For discs that grow with the number of relationships. Documents are left out where anything else is
/// connected: everything hangs on them, so that they would draw all into one clump.
Arrangement arrange(const GraphView& view);

/// For all nodes, with the radius given for each.
Arrangement arrange(const GraphView& view, const std::function<double(NodeId)>& radius);

}  // namespace attest
