#include <attest/graph/store/schema.hpp>

#include <fmt/format.h>

#include <attest/graph/error.hpp>

namespace attest::store {

namespace {

constexpr std::int64_t application_id = 0x41545354;  // "ATST"
constexpr std::int64_t format_version = 1;

constexpr const char* tables = R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE documents(
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  checksum INTEGER NOT NULL,
  report TEXT NOT NULL,
  fragment TEXT NOT NULL,
  text TEXT NOT NULL);
CREATE INDEX documents_by_path ON documents(path);
CREATE VIRTUAL TABLE document_text USING fts5(
  text, content='documents', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
CREATE TABLE decisions(
  id INTEGER PRIMARY KEY,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  same INTEGER NOT NULL,
  checksum INTEGER NOT NULL);
CREATE TABLE segments(
  segment TEXT NOT NULL,
  part INTEGER NOT NULL,
  checksum INTEGER NOT NULL,
  data BLOB NOT NULL,
  UNIQUE(segment, part));
CREATE TABLE journal(id INTEGER PRIMARY KEY, checksum INTEGER NOT NULL, data BLOB NOT NULL);
)sql";

/// True where the file holds nothing at all yet, as one that was just made does.
bool is_blank(const Database& database) {
  return database.integer("PRAGMA application_id") == 0 &&
         database.integer("SELECT count(*) FROM sqlite_schema") == 0;
}

void check(const Database& database) {
  if (database.integer("PRAGMA application_id") != application_id) {
    throw StoreError(fmt::format("{}: is not an Attest graph file", database.file()));
  }
  const std::int64_t version = database.integer("PRAGMA user_version");
  if (version > format_version) {
    throw StoreError(
        fmt::format("{}: is of format {}, newer than this program, which reads up to {}; update Attest",
                    database.file(), version, format_version));
  }
}

void create(const Database& database) {
  Transaction transaction(database, Transaction::Kind::write);
  if (is_blank(database)) {
    database.run(tables);
    database.run(fmt::format("PRAGMA application_id = {}", application_id).c_str());
    database.run(fmt::format("PRAGMA user_version = {}", format_version).c_str());
  }
  transaction.commit();
}

}  // namespace

void prepare_for_writing(const Database& database) {
  if (sqlite3_db_readonly(database.handle(), "main") == 1) {
    throw StoreError(fmt::format("{}: may not be written: no permission", database.file()));
  }
  if (is_blank(database)) {
    // Blobs of a megabyte want pages larger than the usual. The log lets readers read while we write.
    database.run("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL");
    create(database);
  }
  check(database);
  database.run("PRAGMA synchronous = NORMAL; PRAGMA cell_size_check = ON");
}

void check_for_reading(const Database& database) {
  if (is_blank(database)) throw StoreError(fmt::format("{}: is empty, not a graph file", database.file()));
  check(database);
  database.run("PRAGMA cell_size_check = ON");
}

std::int64_t counter(const Database& database, std::string_view name) {
  Statement select(database, "SELECT value FROM meta WHERE name = ?");
  return select.bind(name).step() ? select.integer(0) : 0;
}

void set_counter(const Database& database, std::string_view name, std::int64_t value) {
  Statement(database, "INSERT OR REPLACE INTO meta(name, value) VALUES(?, ?)").bind(name).bind(value).run();
}

void touch_content(const Database& database) {
  set_counter(database, "content", counter(database, "content") + 1);
}

}  // namespace attest::store
