// The formats that are not plain text, each behind one function. All throw FormatError where the bytes
// are not of their format.
#pragma once

#include <string>
#include <string_view>

#include <attest/extractor/document.hpp>

namespace attest::extract {

/// Text, blocks, title and date of a web page; navigation, notices and the like become furniture blocks.
void read_html(std::string_view bytes, Document& document);

/// Text of a PDF as `pdftotext` gives it, with a form feed after each page.
std::string pdf_text(std::string_view bytes, const std::string& path);

/// Text, blocks, title and date of an Office Open XML text document (ECMA-376).
void read_docx(std::string_view bytes, Document& document);

}  // namespace attest::extract
