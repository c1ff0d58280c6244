#include <attest/graph/store/sqlite.hpp>

#include <fmt/format.h>

#include <attest/graph/error.hpp>

namespace attest::store {

namespace {

bool cannot_share(int code) {
  return code == SQLITE_CANTOPEN || code == SQLITE_READONLY;
}

/// file: URI of a path, so that options can follow it.
std::string uri_of(const std::string& path) {
  std::string out = "file:";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '/' || c == '.' || c == '_' || c == '-';
    if (plain) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return out;
}

}  // namespace

Database::Database(const std::string& file, Access access, std::chrono::milliseconds wait) : file_(file) {
  const int mode =
      access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  open(file, mode);
  sqlite3_busy_timeout(handle_, static_cast<int>(wait.count()));
  if (access == Access::read) {
    // A write-ahead log needs a folder that can be written; where it cannot, nobody else writes there either.
    const int code = sqlite3_exec(handle_, "SELECT 1 FROM sqlite_schema LIMIT 1", nullptr, nullptr, nullptr);
    if (cannot_share(code & 0xff)) {
      sqlite3_close(handle_);
      open(uri_of(file) + "?immutable=1", mode | SQLITE_OPEN_URI);
    }
  }
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

Database::~Database() {
  sqlite3_close(handle_);
}

void Database::open(const std::string& name, int flags) {
  const int code = sqlite3_open_v2(name.c_str(), &handle_, flags | SQLITE_OPEN_EXRESCODE, nullptr);
  if (code == SQLITE_OK) return;
  const std::string why = handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code);
  sqlite3_close(handle_);
  handle_ = nullptr;
  throw StoreError(fmt::format("{}: cannot be opened: {}", file_, why));
}

void Database::run(const char* sql) const {
  const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) fail(code);
}

std::int64_t Database::integer(const char* sql) const {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

void Database::fail(int code) const {
  const std::string why = sqlite3_errmsg(handle_);
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw StoreError(
          fmt::format("{}: is being written by another process; try again when it is done", file_));
    case SQLITE_NOTADB:
      throw StoreError(fmt::format("{}: is not an Attest graph file", file_));
    case SQLITE_CORRUPT:
      throw StoreError(fmt::format(
          "{}: is damaged ({}); `attest verify` says where, build or restore it anew", file_, why));
    case SQLITE_FULL:
      throw StoreError(fmt::format(
          "{}: the disk is full; the file is as it was before. Free some space and try again", file_));
    case SQLITE_READONLY:
    case SQLITE_PERM:
      throw StoreError(fmt::format("{}: may not be written ({})", file_, why));
    case SQLITE_TOOBIG:
      throw StoreError(
          fmt::format("{}: a text is longer than the billion bytes a graph file can hold", file_));
    case SQLITE_IOERR:
      throw StoreError(
          fmt::format("{}: cannot be read or written ({}); is the disk full or failing?", file_, why));
    default:
      throw StoreError(fmt::format("{}: {}", file_, why));
  }
}

Statement::Statement(const Database& database, std::string_view sql) : database_(database) {
  const int code =
      sqlite3_prepare_v2(database.handle(), sql.data(), static_cast<int>(sql.size()), &handle_, nullptr);
  if (code != SQLITE_OK) database.fail(code);
}

Statement& Statement::bind(std::int64_t value) {
  sqlite3_bind_int64(handle_, ++bound_, value);
  return *this;
}

Statement& Statement::bind(std::string_view text) {
  // An empty view may have no address, which SQLite would take for NULL.
  const char* data = text.data() ? text.data() : "";
  const int code = sqlite3_bind_text64(handle_, ++bound_, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
  if (code != SQLITE_OK) database_.fail(code);
  return *this;
}

Statement& Statement::bind_blob(std::span<const char> bytes) {
  const char* data = bytes.data() ? bytes.data() : "";
  const int code = sqlite3_bind_blob64(handle_, ++bound_, data, bytes.size(), SQLITE_STATIC);
  if (code != SQLITE_OK) database_.fail(code);
  return *this;
}

bool Statement::step() {
  const int code = sqlite3_step(handle_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.fail(code);
  return false;
}

void Statement::run() {
  while (step()) {
  }
  sqlite3_reset(handle_);
  bound_ = 0;
}

std::string_view Statement::text(int column) const {
  const unsigned char* data = sqlite3_column_text(handle_, column);
  if (!data) return {};
  return {reinterpret_cast<const char*>(data),
          static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

std::span<const char> Statement::blob(int column) const {
  const void* data = sqlite3_column_blob(handle_, column);
  if (!data) return {};
  return {static_cast<const char*>(data), static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

Transaction::Transaction(const Database& database, Kind kind) : database_(database) {
  database.run(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
  database_.run("COMMIT");
  open_ = false;
}

}  // namespace attest::store
