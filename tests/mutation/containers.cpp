// Documents that come wrapped: the least that readers of Word files and PDFs accept.
#include <fmt/format.h>
#include <zip.h>
#include <stdexcept>
#include <vector>

#include "mutations.hpp"

namespace attest::test {
namespace {

template <class Function>
void each_line(const std::string& text, const Function& function) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    function(text.substr(at, end - at));
    at = end + 1;
  }
}

std::string escaped(const std::string& text, std::string_view special, const char* (*escape)(char)) {
  std::string result;
  for (const char c : text)
    if (special.find(c) == std::string_view::npos)
      result += c;
    else
      result += escape(c);
  return result;
}

const char* xml_escape(char c) {
  return c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&amp;";
}
const char* pdf_escape(char c) {
  return c == '(' ? "\\(" : c == ')' ? "\\)" : "\\\\";
}

std::string written(zip_source_t* source) {
  zip_stat_t info;
  zip_source_stat(source, &info);
  std::string bytes(info.size, '\0');
  zip_source_open(source);
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  return bytes;
}

}  // namespace

std::string docx_of(const std::string& text) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document "
      "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
  each_line(text, [&](const std::string& line) {
    xml += "<w:p><w:r><w:t xml:space=\"preserve\">" + escaped(line, "<>&", xml_escape) + "</w:t></w:r></w:p>";
  });
  xml += "</w:body></w:document>";
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
  zip_source_t* part = archive ? zip_source_buffer(archive, xml.data(), xml.size(), 0) : nullptr;
  if (!part || zip_file_add(archive, "word/document.xml", part, 0) < 0 || zip_close(archive) != 0)
    throw std::runtime_error("cannot make a Word document");
  std::string bytes = written(source);
  zip_source_free(source);
  return bytes;
}

std::string pdf_of(const std::string& text) {
  std::string page = "BT /F1 10 Tf 12 TL 40 760 Td\n";
  each_line(text,
            [&](const std::string& line) { page += "(" + escaped(line, "()\\", pdf_escape) + ") Tj T*\n"; });
  page += "ET";
  const std::string objects[] = {"<< /Type /Catalog /Pages 2 0 R >>",
                                 "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                                 "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2000 800] /Contents 4 0 R "
                                 "/Resources << /Font << /F1 5 0 R >> >> >>",
                                 fmt::format("<< /Length {} >>\nstream\n{}\nendstream", page.size(), page),
                                 "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  std::string pdf = "%PDF-1.4\n", table = "xref\n0 6\n0000000000 65535 f \n";
  int number = 0;
  for (const std::string& object : objects) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", ++number, object);
  }
  const std::size_t start = pdf.size();
  return pdf + table + fmt::format("trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", start);
}

}  // namespace attest::test
