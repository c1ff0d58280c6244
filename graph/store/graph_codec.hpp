// A whole graph as segments, and back: arrays as they lie in memory, so that opening a file copies and does
// not build.
#pragma once

#include <attest/graph/graph.hpp>
#include <attest/graph/store/bytes.hpp>
#include <attest/graph/store/sqlite.hpp>

namespace attest {

class GraphCodec {
 public:
  /// Writes the segments of the group "graph", in place of those that are there.
  static void save(const Graph& graph, const store::Database& database);
  /// An empty graph where none was saved. Throws StoreError where what was read cannot be a graph.
  static Graph load(const store::Database& database);

 private:
  static void check_relationships(const Graph::Impl& graph);
  /// What each type's relationships are, from the table.
  static void find_extents(Graph::Impl& graph);
};

}  // namespace attest
