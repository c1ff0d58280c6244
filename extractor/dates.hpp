// Expressions of time in running text, resolved to EDTF (see edtf.hpp): absolute ones ("19–20 September
// 2023", "the early 1990s"), and those that hang on the document's date ("Thursday", "last week") or on the
// sentences before ("that September", "two days later", "On 19 September" in a report on 2023).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/edtf.hpp>

namespace attest::extract {

struct DateMention {
  Span span;                ///< of the expression, without its preposition
  std::uint32_t first = 0;  ///< tokens [first, last) of the document
  std::uint32_t last = 0;
  std::string edtf;
};

/// All expressions of time of the running text that can be resolved, in text order. Linear time.
std::vector<DateMention> find_dates(const AnnotatedDocument& document);

/// The date that a document gives itself in its first lines: a line that is a date ("Friday, July 21, 2017"),
/// a label ("Published: 12 May 2023") or a dateline ("LONDON, 5 March 2020 (PA) —"). `text` may be the whole
/// text; only its first 3000 bytes are read. The mention's tokens are not set.
std::optional<DateMention> find_document_date(std::string_view text);

/// The date that a document gives itself where its text goes on behind it on the same line: "Monday, May 18,
/// 2015 Two ships collided". It is no part of the sentence.
std::optional<Span> find_stamp(std::string_view text);

/// The day that a document was written: its own date where the reader knew one, else that of its first lines.
std::optional<PartialDate> date_written(const Document& document);

}  // namespace attest::extract
