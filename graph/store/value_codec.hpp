// Values and changes as bytes, exactly.
#pragma once

#include <span>
#include <vector>

#include <attest/graph/change.hpp>
#include <attest/graph/graph.hpp>
#include <attest/graph/store/bytes.hpp>

namespace attest::store {

void write_value(ByteWriter& out, const Value& value);
Value read_value(ByteReader& in);

/// One statement's changes with the names they use, so that the entry stands on its own.
std::vector<char> encode_changes(std::span<const Change> changes, const Graph& graph);
/// The changes, their names given the ids of `graph`.
std::vector<Change> decode_changes(std::span<const char> bytes, Graph& graph);

}  // namespace attest::store
