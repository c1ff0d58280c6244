// Number and string literals: where they end and what they are worth.
#pragma once

#include <cstddef>
#include <string_view>

#include <attest/parser/token.hpp>

namespace attest::parser_detail {

/// Reads the number that starts at `offset` into the token (kind, value, end).
/// Throws QueryError at the token's begin.
void scan_number(std::string_view text, std::size_t offset, Token& token);

/// Byte offset behind the closing quote of the literal that starts at `offset` with ', " or `.
/// npos where it is not closed. Escapes are not checked.
std::size_t end_of_quoted(std::string_view text, std::size_t offset);

/// What is wrong with the escapes of a string literal; offset npos: nothing.
struct EscapeFault {
  std::size_t offset = std::string_view::npos;
  bool unicode = false;  ///< a \u or \U without a code point
};
EscapeFault find_escape_fault(std::string_view literal);

}  // namespace attest::parser_detail
