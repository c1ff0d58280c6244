// The sentences behind an answer: what :quote shows.
#pragma once

#include <attest/graph/value.hpp>
#include <iosfwd>
#include <span>

#include "session.hpp"

namespace attest::shell {

/// For every node, relationship and path of the row: what it is, then each sentence that attests it, with its
/// document and, for a claim, its speaker.
void print_sources(std::ostream& out, Session& session, std::span<const Value> row, bool colours);

}  // namespace attest::shell
