// The errors that operators and functions throw, by the TCK's names. They carry no place: the engine adds
// that of the expression.
#pragma once

#include <string>

#include <attest/graph/error.hpp>

namespace attest {

inline QueryError run_time_error(std::string type, std::string detail, const std::string& message) {
  return QueryError(std::move(type), std::move(detail), QueryError::Phase::run_time, message);
}
/// A value of a type that cannot be used so.
inline QueryError type_error(std::string detail, const std::string& message) {
  return run_time_error("TypeError", std::move(detail), message);
}
/// A value of the right type that makes no sense here.
inline QueryError argument_error(std::string detail, const std::string& message) {
  return run_time_error("ArgumentError", std::move(detail), message);
}
inline QueryError arithmetic_error(std::string detail, const std::string& message) {
  return run_time_error("ArithmeticError", std::move(detail), message);
}

}  // namespace attest
