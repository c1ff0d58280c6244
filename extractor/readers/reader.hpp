// Files to documents: text, structure, title and date.
//
// Of plain text and Markdown the stored text is the file's own, character for character (without a
// byte-order mark; what is not Unicode becomes U+FFFD). Of HTML, PDF and Word it is the text as extracted.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <attest/extractor/document.hpp>

namespace attest::extract {

enum class Format : std::uint8_t { text, markdown, html, pdf, docx };

/// By the name's ending, and by the first bytes where the ending says nothing ("%PDF-", a ZIP with a Word
/// document in it, "<!doctype html").
Format format_of(const std::filesystem::path& file, std::string_view bytes);

/// Reads bytes that came from `path`. Throws FormatError where they are no document of that format (binary
/// data, a damaged archive) and IoError where a helper program (pdftotext) is missing.
Document read_document(std::string bytes, Format format, std::string name, std::string path);

/// Reads a file; its name is the last part of its path.
Document read_document(const std::filesystem::path& file);

}  // namespace attest::extract
