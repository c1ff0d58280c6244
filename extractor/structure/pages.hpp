// What pages leave in a text: running heads, page numbers, notes at the foot, sentences cut in two.
#pragma once

#include <string_view>
#include <vector>

#include <attest/extractor/structure/lines.hpp>

namespace attest::extract {

/// Gives the kinds that show only over the whole document: lines repeated from page to page become
/// running_head, numbered notes below the text of a page become footnote.
void mark_page_furniture(std::string_view text, std::vector<Line>& lines);

}  // namespace attest::extract
