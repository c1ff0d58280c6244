#include <attest/graph/store.hpp>

#include <filesystem>

#include <fmt/format.h>

#include <attest/graph/error.hpp>
#include <attest/graph/store/derived.hpp>
#include <attest/graph/store/graph_codec.hpp>
#include <attest/graph/store/impl.hpp>
#include <attest/graph/store/schema.hpp>
#include <attest/graph/store/value_codec.hpp>

namespace attest {

using store::Database;
using store::Statement;
using store::Transaction;

namespace {

// Replaying a journal of this size takes about as long as opening a graph of a million nodes.
constexpr std::int64_t journal_worth_folding = 8 << 20;

bool in_memory(const std::string& file) {
  return file == ":memory:";
}

std::optional<store::WriterLock> lock_for(const std::string& file, Store::Mode mode,
                                          std::chrono::milliseconds wait) {
  if (mode == Store::Mode::read || in_memory(file)) return std::nullopt;
  return std::make_optional<store::WriterLock>(file, wait);
}

const std::string& readable(const std::string& file, Store::Mode mode) {
  std::error_code error;
  const std::filesystem::file_status status = std::filesystem::status(file, error);
  if (in_memory(file)) return file;
  if (std::filesystem::is_directory(status)) throw StoreError(fmt::format("{}: is a folder", file));
  if (mode == Store::Mode::read && !std::filesystem::exists(status)) {
    throw StoreError(fmt::format("{}: no such file", file));
  }
  return file;
}

void save(const Database& database, const Graph& graph) {
  GraphCodec::save(graph, database);
  database.run("DELETE FROM journal");
}

/// What statements did to derived elements goes from the journal into the edits, before the journal is
/// emptied.
void fold(const Database& database, const Graph& graph) {
  const store::Identity identity = store::load_identity(database);
  if (!identity.nodes.empty()) {
    store::Edits edits = store::load_edits(database);
    store::absorb_journal(database, identity, edits);
    store::save_edits(database, edits);
  }
  save(database, graph);
}

Graph load(const Database& database) {
  Graph graph = GraphCodec::load(database);
  store::replay_journal(database, graph);
  return graph;
}

}  // namespace

Store::Impl::Impl(const std::string& file, Mode open_mode, std::chrono::milliseconds wait)
    : lock(lock_for(readable(file, open_mode), open_mode, wait)),
      database(file,
               open_mode == Mode::write || in_memory(file) ? Database::Access::write : Database::Access::read,
               wait),
      mode(open_mode) {
  if (mode == Mode::write || in_memory(file)) {
    store::prepare_for_writing(database);
  } else {
    store::check_for_reading(database);
  }
}

void Store::Impl::require_write() const {
  if (mode == Mode::read) throw UsageError(fmt::format("{}: was opened for reading only", database.file()));
}

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store Store::open(const std::string& file, Mode mode, std::chrono::milliseconds wait) {
  return Store(std::make_unique<Impl>(file, mode, wait));
}

// Documents.

std::vector<std::string> Store::document_names() const {
  return store::document_names(impl_->database);
}

std::optional<StoredDocument> Store::document(std::string_view name) const {
  return store::document(impl_->database, name);
}

std::optional<std::string> Store::hash_of_path(std::string_view path) const {
  return store::first_text(impl_->database,
                           "SELECT sha256 FROM documents WHERE path = ? ORDER BY name LIMIT 1", path);
}

std::optional<std::string> Store::path_of_document(std::string_view name) const {
  return store::first_text(impl_->database, "SELECT path FROM documents WHERE name = ?", name);
}

std::optional<std::string> Store::document_of_path(std::string_view path) const {
  return store::first_text(impl_->database, "SELECT name FROM documents WHERE path = ? ORDER BY name LIMIT 1",
                           path);
}

std::vector<StoredFragment> Store::fragments() const {
  const Transaction snapshot(impl_->database, Transaction::Kind::read);
  return store::fragments(impl_->database);
}

std::optional<std::string> Store::quote(std::string_view evidence) const {
  const auto place = store::parse_evidence(evidence);
  if (!place) return std::nullopt;
  return impl_->texts.slice(impl_->database, place->document, place->begin, place->end);
}

void Store::put_documents(std::span<const StoredDocument> documents) {
  impl_->require_write();
  Transaction transaction(impl_->database, Transaction::Kind::write);
  for (const StoredDocument& document : documents) store::put_document(impl_->database, document);
  store::touch_content(impl_->database);
  transaction.commit();
  impl_->texts.clear();
}

bool Store::remove_document(std::string_view name) {
  impl_->require_write();
  Transaction transaction(impl_->database, Transaction::Kind::write);
  const bool removed = store::remove_document(impl_->database, name);
  if (removed) store::touch_content(impl_->database);
  transaction.commit();
  impl_->texts.clear();
  return removed;
}

// Decisions.

std::vector<Decision> Store::decisions() const {
  return store::decisions(impl_->database);
}

void Store::decide(const Decision& decision) {
  impl_->require_write();
  Transaction transaction(impl_->database, Transaction::Kind::write);
  store::decide(impl_->database, decision);
  store::touch_content(impl_->database);
  transaction.commit();
}

// The graph.

void Store::replace_derived(const Fragment& resolved) {
  impl_->require_write();
  const Database& database = impl_->database;
  Transaction transaction(database, Transaction::Kind::write);
  store::Identity identity = store::load_identity(database);
  store::Edits edits = store::load_edits(database);
  store::absorb_journal(database, identity, edits);
  const Graph old = load(database);
  const Graph graph = store::rebuild(resolved, old, identity, edits);
  save(database, graph);
  store::save_identity(database, identity);
  store::save_edits(database, edits);
  store::set_counter(database, "derived", store::counter(database, "content"));
  transaction.commit();
}

bool Store::graph_is_stale() const {
  return store::counter(impl_->database, "content") != store::counter(impl_->database, "derived");
}

Graph Store::load_graph() const {
  const Transaction snapshot(impl_->database, Transaction::Kind::read);
  return load(impl_->database);
}

void Store::save_graph(const Graph& graph) {
  impl_->require_write();
  Transaction transaction(impl_->database, Transaction::Kind::write);
  fold(impl_->database, graph);
  transaction.commit();
}

void Store::append(std::span<const Change> changes, const Graph& graph) {
  impl_->require_write();
  if (changes.empty()) return;
  Transaction transaction(impl_->database, Transaction::Kind::write);
  store::append_journal(impl_->database, store::encode_changes(changes, graph));
  if (store::journal_size(impl_->database) > journal_worth_folding) fold(impl_->database, graph);
  transaction.commit();
}

std::vector<SearchHit> Store::search(std::string_view words, std::size_t limit, const Graph& graph) const {
  return store::search(impl_->database, impl_->names, words, limit, graph);
}

std::vector<std::string> Store::verify() const {
  const Transaction snapshot(impl_->database, Transaction::Kind::read);
  return store::verify(impl_->database);
}

}  // namespace attest
