// Documents into a graph file: reads what is new or changed on all cores, keeps it, and resolves the whole.
//
// The graph is a function of the documents and the user's decisions: neither threads nor the order of paths
// nor the number of builds changes a byte of it. A document that cannot be read never stops the others.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <attest/extractor/document.hpp>
#include <attest/graph/fragment.hpp>
#include <attest/graph/store.hpp>

namespace attest::extract {

/// What became of one document.
struct DocumentReport {
  enum class Outcome : std::uint8_t {
    read,       ///< new or changed: its facts are in the graph
    unchanged,  ///< nothing to do
    skipped,    ///< no document (binary data): `message` says why
    failed      ///< could not be read: `message` says why
  };
  std::string name;
  std::string path;
  Outcome outcome = Outcome::read;
  std::string message;
  std::vector<std::string> warnings;
  std::uint64_t bytes = 0;
  std::uint64_t characters = 0;
  /// Code points that were not read for facts, by kind of block ("footnote", "furniture" …).
  std::map<std::string, std::uint64_t> set_aside;
  std::uint64_t mentions = 0;
  std::uint64_t entities = 0;
  std::uint64_t relations = 0;
  std::uint64_t events = 0;
  std::uint64_t claims = 0;
};

/// One line of JSON.
std::string to_json(const DocumentReport& report);

struct BuildProgress {
  std::uint64_t bytes = 0;
  std::uint64_t all_bytes = 0;
  std::size_t documents = 0;
  std::size_t all_documents = 0;
};

struct BuildOptions {
  unsigned threads = 0;  ///< 0: all cores
  /// Called after each document, from one thread at a time.
  std::function<void(const BuildProgress&)> progress;
  /// Called for each document, in the order of the paths.
  std::function<void(const DocumentReport&)> report;
  /// Set to end after the documents in flight; what is done is kept. Not owned.
  const std::atomic<bool>* stop = nullptr;
};

struct BuildSummary {
  std::size_t read = 0;
  std::size_t unchanged = 0;
  std::size_t skipped = 0;
  std::size_t failed = 0;
  std::uint64_t bytes = 0;       ///< of the documents read
  std::uint64_t characters = 0;  ///< likewise
  bool stopped = false;          ///< by BuildOptions::stop
};

/// Reads the documents at `paths` (files and folders) into the store and brings its graph up to date.
BuildSummary build(Store& store, std::span<const std::string> paths, const BuildOptions& options = {});

/// The fragment of one text that is in no file; what build() does with a file's, so that the library can be
/// used without a disk. The document keeps `name` as its path.
DocumentReport build_text(Store& store, std::string_view name, std::string text);

/// The fragments of the documents at `paths`, in the order of the paths; nothing is stored.
BuildSummary extract_files(std::span<const std::string> paths, const BuildOptions& options,
                           const std::function<void(const Fragment&)>& sink);

/// The fragment of one text, as extract_files gives it.
Fragment extract_text(std::string_view name, std::string text);

struct LoadSummary {
  std::size_t fragments = 0;
  std::size_t without_text = 0;  ///< whose document could not be read again at its path, unchanged
};

/// Folds fragments, one a line, into the store. Throws FormatError with `source` and the line; the store is
/// then as it was. The documents' text is read again from their paths where the hash still agrees.
LoadSummary load(Store& store, std::istream& lines, const std::string& source);

/// Takes documents, given by name or path, and their facts away. Throws UsageError where one is not there;
/// the store is then as it was.
void remove_documents(Store& store, std::span<const std::string> names_or_paths);

/// Brings the graph up to date with the documents and decisions; what build(), load() and remove_documents()
/// end with.
void refresh(Store& store);

}  // namespace attest::extract
