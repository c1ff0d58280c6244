#include <attest/extractor/readers/reader.hpp>

#include <fmt/format.h>
#include <algorithm>
#include <limits>

#include <attest/extractor/dates.hpp>
#include <attest/extractor/readers/bytes.hpp>
#include <attest/extractor/readers/decode.hpp>
#include <attest/extractor/readers/formats.hpp>
#include <attest/extractor/structure.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract {
namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

void read_plain(const std::string& bytes, Document& document) {
  if (looks_binary(bytes))
    throw FormatError(fmt::format("{}: binary data, not text; skipped", document.path), document.path, 0);
  Decoded decoded = decode(bytes);
  if (decoded.replaced)
    document.warnings.push_back(fmt::format("{} place{} not valid {}; replaced by U+FFFD", decoded.replaced,
                                            decoded.replaced == 1 ? " is" : "s are", decoded.encoding));
  document.text = std::move(decoded.text);
}

}  // namespace

Format format_of(const std::filesystem::path& file, std::string_view bytes) {
  const std::string extension = lower(file.extension().string());
  if (extension == ".txt" || extension == ".text") return Format::text;
  if (extension == ".md" || extension == ".markdown") return Format::markdown;
  if (extension == ".html" || extension == ".htm" || extension == ".xhtml") return Format::html;
  if (extension == ".pdf" || bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos)
    return Format::pdf;
  if (extension == ".docx") return Format::docx;
  if (bytes.starts_with("PK\x03\x04") && bytes.find("word/document.xml") != std::string_view::npos)
    return Format::docx;
  const std::string head = lower(std::string(bytes.substr(0, 512)));
  if (head.find("<!doctype html") != std::string::npos || head.find("<html") != std::string::npos)
    return Format::html;
  return Format::text;
}

Document read_document(std::string bytes, Format format, std::string name, std::string path) {
  // Inside the extractor places are 32-bit byte offsets, and replacing bytes may make a text longer.
  if (bytes.size() > std::numeric_limits<std::uint32_t>::max() / 4)
    throw FormatError(fmt::format("{}: larger than 1 GB; split it into parts", path), path, 0);
  Document document;
  document.name = std::move(name);
  document.path = std::move(path);
  document.sha256 = sha256_hex(bytes);
  switch (format) {
    case Format::html:
      read_html(bytes, document);
      break;
    case Format::docx:
      read_docx(bytes, document);
      break;
    case Format::pdf:
      document.text = decode(pdf_text(bytes, document.path)).text;
      find_structure(document);
      break;
    case Format::text:
    case Format::markdown:
      read_plain(bytes, document);
      find_structure(document);
      break;
  }
  if (document.date.empty())
    if (const auto date = find_document_date(document.text)) document.date = date->edtf;
  if (document.text.empty()) document.warnings.push_back("no text in it");
  return document;
}

Document read_document(const std::filesystem::path& file) {
  std::string bytes = read_bytes(file);
  const Format format = format_of(file, bytes);
  return read_document(std::move(bytes), format, file.filename().string(), file.string());
}

}  // namespace attest::extract
