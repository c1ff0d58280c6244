// What a Store is made of, and the parts of its work: documents, graph, search, verification.
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/store.hpp>
#include <attest/graph/store/lock.hpp>
#include <attest/graph/store/sqlite.hpp>

namespace attest {

namespace store {

/// The texts quoted of late, with a count of code points at every block, so that a span is found without
/// walking a whole book.
class TextCache {
 public:
  /// Characters [begin, end) of the document, counted in code points; nothing where it has none such.
  std::optional<std::string> slice(const Database& database, std::string_view name, std::uint64_t begin,
                                   std::uint64_t end);
  void clear() { texts_.clear(); }

 private:
  struct Text {
    std::string name;
    std::string utf8;
    std::vector<std::uint32_t> every_block;  // code points before each block of bytes
    std::uint64_t code_points = 0;
  };
  const Text* find(const Database& database, std::string_view name);
  std::list<Text> texts_;  // the last used first
};

/// Names of nodes, for words to be found in: an FTS5 table in memory, made from a graph when first asked.
class NameIndex {
 public:
  struct Hit {
    NodeId node;
    double score = 0;
    std::string snippet;
  };
  std::vector<Hit> search(std::string_view expression, std::size_t limit, const Graph& graph);

 private:
  void build(const Graph& graph);
  std::unique_ptr<Database> database_;
  const Graph* graph_ = nullptr;
  std::uint64_t version_ = 0;
};

/// "<document>#char=10,240" in its parts.
struct Evidence {
  std::string_view document;
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};
std::optional<Evidence> parse_evidence(std::string_view text);

std::uint64_t count_code_points(std::string_view utf8);

// documents.cpp
std::vector<std::string> document_names(const Database& database);
/// The first column of the first row that a query with one argument gives; nothing where it gives none.
std::optional<std::string> first_text(const Database& database, const char* query, std::string_view argument);
std::optional<StoredDocument> document(const Database& database, std::string_view name);
std::vector<StoredFragment> fragments(const Database& database);
/// False where there was none of that name.
bool remove_document(const Database& database, std::string_view name);
void put_document(const Database& database, const StoredDocument& document);
std::vector<Decision> decisions(const Database& database);
void decide(const Database& database, const Decision& decision);

// journal.cpp
void append_journal(const Database& database, std::span<const char> entry);
std::int64_t journal_size(const Database& database);
/// Calls `take` for each entry in order, its checksum having been compared.
void for_each_entry(const Database& database, const std::function<void(std::span<const char>)>& take);
/// Makes the journalled changes again.
void replay_journal(const Database& database, Graph& graph);

// search.cpp
/// The words as an FTS5 expression that cannot be malformed; empty where there is no word.
std::string match_expression(std::string_view words);
std::vector<SearchHit> search(const Database& database, NameIndex& names, std::string_view words,
                              std::size_t limit, const Graph& graph);

// verify.cpp
std::vector<std::string> verify(const Database& database);

}  // namespace store

struct Store::Impl {
  std::optional<store::WriterLock> lock;  // first in, last out
  store::Database database;
  Mode mode;
  mutable store::TextCache texts;
  mutable store::NameIndex names;

  Impl(const std::string& file, Mode mode, std::chrono::milliseconds wait);
  /// Throws UsageError where the store was opened for reading.
  void require_write() const;
};

}  // namespace attest
