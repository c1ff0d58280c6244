// The graph file: one SQLite database that holds the documents' text, their fragments, the user's
// decisions and the resolved graph. Every method that writes is one transaction: `kill -9` leaves the file as
// it was before or after the call. A file may be read while another process writes it.
//
// Layout and versions: docs/file-format.md.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/fragment.hpp>
#include <attest/graph/graph.hpp>

namespace attest {

/// A document as the store keeps it.
struct StoredDocument {
  std::string name;      ///< unique in the file; what evidence strings name
  std::string path;      ///< as the user gave it
  std::string sha256;    ///< of the bytes read, lower-case hexadecimal
  std::string text;      ///< UTF-8; every offset in the graph counts its code points
  std::string fragment;  ///< JSON form, one line
  std::string report;    ///< JSON: characters read, set aside and why, mentions, facts
};

/// What one document says: its name and its fragment in the JSON form.
struct StoredFragment {
  std::string name;
  std::string json;
};

/// A place where the words of a search were found.
struct SearchHit {
  std::optional<NodeId>
      node;              ///< the node with the name, or the Document node of the text, where there is one
  std::string document;  ///< name of the document whose text was hit; empty for a node's name
  double score = 0;      ///< BM25, higher is better
  std::string snippet;   ///< the name, or the words around the hit, which stand in [brackets]
};

/// What the user said of two names: never joined, or always.
struct Decision {
  std::string a;
  std::string b;
  bool same = false;
};

class Store {
 public:
  enum class Mode : std::uint8_t { read, write };

  /// Opens FILE (":memory:" for one that is not kept); Mode::write creates it and keeps other writers out
  /// until the store is closed, readers never. Throws StoreError where the file is not a graph file, is
  /// damaged, is newer than this program, or is still being written by another process after `wait`.
  static Store open(const std::string& file, Mode mode,
                    std::chrono::milliseconds wait = std::chrono::seconds(10));
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // Documents, by name, ascending.
  std::vector<std::string> document_names() const;
  std::optional<StoredDocument> document(std::string_view name) const;
  /// The hash of the document read from `path`, where there is one.
  std::optional<std::string> hash_of_path(std::string_view path) const;
  /// Where the document of that name was read, and the other way round; nothing where there is no such
  /// document.
  std::optional<std::string> path_of_document(std::string_view name) const;
  std::optional<std::string> document_of_path(std::string_view path) const;
  /// All fragments, by document name, ascending: what resolution folds.
  std::vector<StoredFragment> fragments() const;
  /// The text that an evidence string ("<document>#char=10,240", RFC 5147) points at; nothing where the file
  /// has no such document or the document no such characters.
  std::optional<std::string> quote(std::string_view evidence) const;
  /// Adds documents, each in place of the one of its name.
  void put_documents(std::span<const StoredDocument> documents);
  /// False where there was none of that name.
  bool remove_document(std::string_view name);

  // Decisions, in the order they were made; a later one on the same pair replaces the earlier.
  std::vector<Decision> decisions() const;
  void decide(const Decision& decision);

  // The resolved graph. Elements that documents gave ("derived") are known by the ids of the resolved
  // fragment; all others are the user's, made by statements or imports.
  /// Puts what resolution made of the documents in place of what it made before. The user's nodes and
  /// relationships stay. What statements did to a derived element (properties and labels set or removed,
  /// the element deleted) is done again to the element of the same id; while there is none, and while an
  /// end of a user's relationship is gone, it is kept in the file and waits.
  void replace_derived(const Fragment& resolved);
  /// True where documents or decisions have changed since the graph was last derived from them.
  bool graph_is_stale() const;
  /// The graph as last saved, with the journal replayed.
  Graph load_graph() const;
  /// Saves the whole graph (columnar segments) and empties the journal: after a bulk import. Where the file
  /// holds derived elements the graph must have come from load_graph().
  void save_graph(const Graph& graph);
  /// Appends one statement's changes to the journal; folds a journal that has grown into the segments.
  void append(std::span<const Change> changes, const Graph& graph);

  /// Words found in the names and aliases of the graph's nodes and in the documents' text, best first. Words
  /// are joined by AND; "…" is a phrase, a trailing * a prefix.
  std::vector<SearchHit> search(std::string_view words, std::size_t limit, const Graph& graph) const;

  /// Everything found wrong with the file, one sentence each; empty where it is sound.
  std::vector<std::string> verify() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace attest
