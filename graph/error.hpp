// The errors of Attest: one small family. Every message says what was wrong, where, and what to do.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

namespace attest {

/// Base of every exception the library throws on purpose.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The caller asked for something that makes no sense (unknown format, bad option value).
class UsageError : public Error {
 public:
  using Error::Error;
};

/// A file or stream could not be opened, read or written. The message names it.
class IoError : public Error {
 public:
  using Error::Error;
};

/// Input that is not what it should be: a malformed GraphML, CSV, JSON or fragment line.
class FormatError : public Error {
 public:
  /// `line` counts from 1; 0 where the place is not known.
  FormatError(const std::string& message, std::string file, std::uint64_t line)
      : Error(message), file_(std::move(file)), line_(line) {}
  const std::string& file() const { return file_; }
  std::uint64_t line() const { return line_; }

 private:
  std::string file_;
  std::uint64_t line_;
};

/// A graph file that is not one, is damaged, is locked by another build, or is of a newer version.
class StoreError : public Error {
 public:
  using Error::Error;
};

/// A statement of the query language that cannot be run, in the terms of the openCypher TCK.
class QueryError : public Error {
 public:
  enum class Phase : std::uint8_t { compile_time, run_time };

  /// `type` and `detail` are the TCK's names ("SyntaxError", "UndefinedVariable"); line and column
  /// count from 1 in code points, 0 where the error has no place.
  QueryError(std::string type, std::string detail, Phase phase, const std::string& message,
             std::uint32_t line = 0, std::uint32_t column = 0)
      : Error(message),
        type_(std::move(type)),
        detail_(std::move(detail)),
        phase_(phase),
        line_(line),
        column_(column) {}
  const std::string& type() const { return type_; }
  const std::string& detail() const { return detail_; }
  Phase phase() const { return phase_; }
  std::uint32_t line() const { return line_; }
  std::uint32_t column() const { return column_; }

 private:
  std::string type_;
  std::string detail_;
  Phase phase_;
  std::uint32_t line_;
  std::uint32_t column_;
};

/// A time limit, a memory limit or an interruption ended a statement.
class LimitError : public QueryError {
 public:
  LimitError(std::string detail, const std::string& message)
      : QueryError("LimitError", std::move(detail), Phase::run_time, message) {}
};

}  // namespace attest
