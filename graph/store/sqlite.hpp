// SQLite behind two small classes and the error family. The only header that includes sqlite3.h.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <sqlite3.h>

namespace attest::store {

/// One connection. Every failure is a StoreError that names the file.
class Database {
 public:
  enum class Access { read, write };
  /// `file` may be ":memory:". Access::write creates it.
  Database(const std::string& file, Access access, std::chrono::milliseconds wait);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  const std::string& file() const { return file_; }
  sqlite3* handle() const { return handle_; }
  /// Runs statements that return nothing.
  void run(const char* sql) const;
  std::int64_t integer(const char* sql) const;
  std::int64_t last_row() const { return sqlite3_last_insert_rowid(handle_); }
  /// The last error, as a StoreError that says what happened to the file and what to do.
  [[noreturn]] void fail(int code) const;

 private:
  void open(const std::string& name, int flags);

  std::string file_;
  sqlite3* handle_ = nullptr;
};

/// A prepared statement, run once: bind in order, then step.
class Statement {
 public:
  Statement(const Database& database, std::string_view sql);
  ~Statement() { sqlite3_finalize(handle_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(std::int64_t value);
  Statement& bind(std::string_view text);
  Statement& bind_blob(std::span<const char> bytes);
  /// True where there is a row.
  bool step();
  /// Steps to the end, and makes ready to be bound again.
  void run();

  std::int64_t integer(int column) const { return sqlite3_column_int64(handle_, column); }
  double floating(int column) const { return sqlite3_column_double(handle_, column); }
  /// Valid until the next step.
  std::string_view text(int column) const;
  std::span<const char> blob(int column) const;

 private:
  const Database& database_;
  sqlite3_stmt* handle_ = nullptr;
  int bound_ = 0;
};

/// A transaction that is rolled back unless committed.
class Transaction {
 public:
  enum class Kind { read, write };
  Transaction(const Database& database, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  const Database& database_;
  bool open_ = true;
};

}  // namespace attest::store
