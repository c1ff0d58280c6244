// From "the grammar got no further than this token" to a message a person can act on.
#pragma once

#include <span>

#include <attest/parser/grammar_state.hpp>

namespace attest::parser_detail {

/// Throws the SyntaxError for a statement whose reading stopped at `furthest`.
[[noreturn]] void fail_at(const Furthest& furthest, std::span<const Token> tokens, std::string_view source);

}  // namespace attest::parser_detail
