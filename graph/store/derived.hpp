// What is of the documents and what is of the user: ids that outlive a rebuild, and the edits done again
// after one.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/fragment.hpp>
#include <attest/graph/graph.hpp>
#include <attest/graph/store/sqlite.hpp>

namespace attest::store {

/// What statements did to one derived element.
struct Edit {
  bool removed = false;
  std::map<std::string, Value> properties;  // null: removed
  std::map<std::string, bool> labels;       // true: added; false: removed
};

/// A user's relationship, an end of which is not in the graph at present.
struct WaitingRelationship {
  std::string type;
  std::string start;  // stable ids
  std::string end;
  Map properties;
};

struct Edits {
  std::map<std::string, Edit> nodes;  // by the id of the resolved fragment
  std::map<std::string, Edit> relationships;
  std::vector<WaitingRelationship> waiting;
};

/// Stable ids by NodeId and RelationshipId. Derived elements come first; the user's nodes that were there at
/// the last rebuild follow. Later ones have none yet.
struct Identity {
  std::vector<std::string> nodes;
  std::size_t derived_nodes = 0;
  std::vector<std::string> relationships;
  std::uint64_t user_nodes = 0;  // ids given out to the user's nodes
};

Identity load_identity(const Database& database);
void save_identity(const Database& database, const Identity& identity);
Edits load_edits(const Database& database);
void save_edits(const Database& database, const Edits& edits);

/// Takes up what the journal did to derived elements.
void absorb_journal(const Database& database, const Identity& identity, Edits& edits);

/// The graph of `resolved` and of what is the user's in `old`; `identity` and `edits` become the new graph's.
Graph rebuild(const Fragment& resolved, const Graph& old, Identity& identity, Edits& edits);

}  // namespace attest::store
