// From graph elements to the characters that attest them.
//
// Facts, events and claims carry `evidence`, strings "<document>#char=a,b"; MENTIONED_IN carries `spans`,
// strings "char=a,b" (RFC 5147) of the document it leads to. Offsets count code points, the end is exclusive.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/graph.hpp>
#include <attest/graph/value.hpp>

namespace attest {

struct EvidenceSpan {
  std::string document;
  std::uint64_t start = 0;
  std::uint64_t end = 0;
  auto operator<=>(const EvidenceSpan&) const = default;
};

/// Of "<document>#char=a,b" or, with a document of its own, "char=a,b"; nothing where the text is neither.
std::optional<EvidenceSpan> parse_evidence(std::string_view text, std::string_view document = {});

/// Where a node, relationship or path, or each item of a list, is attested: its own evidence; for what has
/// none, its mentions (a node) or the evidence of the claim it belongs to (a relationship). Ascending, each
/// span once.
std::vector<EvidenceSpan> evidence_of(const Graph& graph, const Value& value);

/// The characters of a span; nothing where the text is not so long.
std::optional<std::string_view> text_of(std::string_view document, const EvidenceSpan& span);

/// The sentences that the span touches, white space in them drawn together.
std::optional<std::string> sentences_of(std::string_view document, const EvidenceSpan& span);

/// The same, parted at the span.
struct Quotation {
  std::string before;
  std::string words;  ///< of the span
  std::string after;
};
std::optional<Quotation> quotation_of(std::string_view document, const EvidenceSpan& span);

}  // namespace attest
