// The strings that tie facts to text: "a.txt#char=10,24" (RFC 5147), and "char=10,24" where the document is
// known.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace attest {

/// Code points of the document's text, the end exclusive.
struct Span {
  std::string_view document;  ///< empty where the string names none
  std::uint64_t start = 0;
  std::uint64_t end = 0;
};

/// Nothing where the text is no such string.
std::optional<Span> parse_span(std::string_view text);

}  // namespace attest
