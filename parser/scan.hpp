// Blanks and comments: what stands between tokens; and the place that reading has come to.
#pragma once

#include <cstddef>
#include <string_view>

#include <attest/parser/ast.hpp>

namespace attest::parser_detail {

/// Byte length of the blank (space, line end, Unicode space) at `offset`; 0 where there is none.
std::size_t blank_length(std::string_view text, std::size_t offset);

/// Whether a comment starts at `offset`.
bool at_comment(std::string_view text, std::size_t offset);
/// Byte offset behind the comment that starts at `offset`; npos where a /* is not closed.
std::size_t end_of_comment(std::string_view text, std::size_t offset);

/// Moves `place` on to the byte offset `end`, counting lines and columns (code points).
void advance(ast::Position& place, std::string_view text, std::size_t end);

}  // namespace attest::parser_detail
