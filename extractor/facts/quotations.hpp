// Stretches of a document in quotation marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <attest/extractor/annotation.hpp>

namespace attest::extract {

/// An outermost quotation: what stands between its marks. Marks inside it belong to it.
struct Quotation {
  Span inner;               ///< without the marks
  Span outer;               ///< with them
  std::uint32_t first = 0;  ///< tokens inside: [first, last)
  std::uint32_t last = 0;
  std::uint32_t block = 0;  ///< in which it opens
  bool closed = true;       ///< false where the paragraph ends first, to go on in the next
};

/// A token that opens or closes a quotation, of whatever form.
bool is_quotation_mark(std::string_view token);

/// One of ", “ and ”.
bool is_double_mark(std::string_view token);

/// Straight (") and curly (“ ”) double marks, `` '' and «», and single marks (‘ ’ ') that stand as quotation
/// marks, not as apostrophes; in text order. A quotation that a page break interrupts is one.
std::vector<Quotation> find_quotations(const AnnotatedDocument& document);

}  // namespace attest::extract
