// How a text is built up: headings, paragraphs, lists, notes, tables, and what is no running text at all.
//
// Plain text and Markdown are read by the same rules, since documents converted from PDF mix both. Every
// step is linear in the length of the text.
#pragma once

#include <attest/extractor/document.hpp>

namespace attest::extract {

/// Fills `blocks` from `text`, and `title` where it is empty and the text shows one. Page breaks are form
/// feeds.
void find_structure(Document& document);

}  // namespace attest::extract
