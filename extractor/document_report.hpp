// What a build says of one document: how much was read, what was set aside and why, what was found.
#pragma once

#include <attest/extractor/build.hpp>
#include <attest/extractor/document.hpp>
#include <attest/graph/fragment.hpp>

namespace attest::extract {

/// The name of a kind of block as reports spell it: "running_head".
std::string_view block_kind_name(BlockKind kind);

/// True for the kinds that are not read for facts.
bool is_set_aside(BlockKind kind);

/// Counts a document and its fragment.
DocumentReport make_report(const Document& document, const Fragment& fragment, std::uint64_t bytes);

}  // namespace attest::extract
