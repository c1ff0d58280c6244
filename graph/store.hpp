// The graph file: one SQLite database that holds the documents' text, their fragments, the user's
// decisions and the resolved graph. Every method that writes is one transaction: `kill -9` leaves the file as
// it was before or after the call. A file may be read while another process writes it.
//
// Layout and versions: docs/file-format.md.
#pragma once

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

/// What the user said of two names: never joined, or always.
struct Decision {
  std::string a;
  std::string b;
  bool same = false;
};

class Store {
 public:
  enum class Mode : std::uint8_t { read, write };

  /// Opens FILE (":memory:" for one that is not kept); Mode::write creates it. Throws StoreError where the
  /// file is not a graph file, is damaged, is newer than this program, or is being written by another
  /// process.
  static Store open(const std::string& file, Mode mode);
  ~Store();
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;

  // Documents, by name, ascending.
  std::vector<std::string> document_names() const;
  std::optional<StoredDocument> document(std::string_view name) const;
  /// The hash of the document read from `path`, where there is one.
  std::optional<std::string> hash_of_path(std::string_view path) const;
  void put_documents(std::span<const StoredDocument> documents);
  /// False where there was none of that name.
  bool remove_document(std::string_view name);

  // Decisions, in the order they were made; a later one on the same pair replaces the earlier.
  std::vector<Decision> decisions() const;
  void decide(const Decision& decision);

  // The resolved graph.
  /// The graph as last saved, with the journal replayed.
  Graph load_graph() const;
  /// Replaces the stored graph (columnar segments) and empties the journal.
  void save_graph(const Graph& graph);
  /// Appends one statement's changes to the journal.
  void append(std::span<const Change> changes, const Graph& graph);
  /// True where documents or decisions have changed since the graph was last saved.
  bool graph_is_stale() const;

  /// Everything found wrong with the file, one sentence each; empty where it is sound.
  std::vector<std::string> verify() const;

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace attest
