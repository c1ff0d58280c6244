// Lines of a text, and what each looks like by itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <attest/extractor/document.hpp>

namespace attest::extract {

enum class LineKind : std::uint8_t {
  blank,
  page_break,
  text,
  heading,
  rule,
  fence,
  list_item,
  quotation,
  table,
  abbreviation,
  footnote,
  link,  ///< nothing but an address
  page_number,
  furniture,
  running_head
};

struct Line {
  Span span;     ///< without the line end and without white space around it
  Span content;  ///< without the marker of its kind: "### ", "- ", "12. ", "> "
  LineKind kind = LineKind::text;
  std::uint8_t level = 0;  ///< of a heading
};

/// Splits at LF, CRLF, CR, form feed (a line of kind page_break), U+2028 and U+2029, and classifies each line
/// by its own form. Kinds that need the neighbours are given later.
std::vector<Line> split_lines(std::string_view text);

/// "ICRC  International Committee of the Red Cross", "UN – United Nations", "| EU | European Union |": the
/// two columns; empty where the line is no such row.
struct AbbreviationRow {
  Span acronym;
  Span expansion;
  bool found() const { return !expansion.empty(); }
};
AbbreviationRow abbreviation_row(std::string_view text, Span line);

/// The label of a button, menu or notice that web pages carry around their text ("Share", "Read more").
bool is_furniture_label(std::string_view line);

/// True where a sentence may end here: ". ! ? …", with closing quotes, brackets and note marks behind it.
bool ends_sentence(std::string_view text);

/// The text starts with a lower-case letter (after an opening quote or bracket).
bool starts_lower(std::string_view text);

}  // namespace attest::extract
