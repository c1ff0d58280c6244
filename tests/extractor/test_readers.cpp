// Reading: whatever the bytes are, a document or a clear error comes out.
#include <zip.h>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>

#include <attest/extractor/readers/bytes.hpp>
#include <attest/extractor/readers/decode.hpp>
#include <attest/extractor/readers/reader.hpp>
#include <attest/graph/error.hpp>

#include "support.hpp"

namespace attest::extract {
namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

Document read(std::string bytes, Format format = Format::text, std::string name = "a.txt") {
  return read_document(std::move(bytes), format, name, "folder/" + name);
}

std::string block_text(const Document& document, const Block& block) {
  return document.text.substr(block.span.begin, block.span.size());
}

/// The blocks of one kind, one string each.
std::vector<std::string> texts(const Document& document, BlockKind kind) {
  std::vector<std::string> found;
  for (const Block& block : document.blocks)
    if (block.kind == kind) found.push_back(block_text(document, block));
  return found;
}

TEST_CASE("plain text is stored character for character", "[readers]") {
  const std::string text = "One line.\r\n\r\n\tAnother “line” — of 3\xE2\x80\xA6\r\n";
  const Document document = read(text);
  CHECK(document.text == text);
  CHECK(document.warnings.empty());
  CHECK(document.name == "a.txt");
  CHECK(document.path == "folder/a.txt");
  CHECK(document.sha256 == sha256_hex(text));
  CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("encodings are told by their marks and their zeros", "[readers]") {
  CHECK(decode("\xEF\xBB\xBFplain").text == "plain");
  CHECK(decode(std::string("\xFF\xFEh\0\xE9\0", 6)).text == "hé");
  CHECK(decode(std::string("\xFE\xFF\0h\0\xE9", 6)).text == "hé");
  CHECK(decode(std::string("\xFF\xFE\0\0h\0\0\0", 8)).text == "h");
  std::string wide;
  for (const char c : std::string("No mark at the front.")) (wide += c) += '\0';
  CHECK(decode(wide).text == "No mark at the front.");
  CHECK(decode(wide).encoding == "UTF-16LE");
  CHECK(decode_as("caf\xE9 \x93", "windows-1252").text == "café “");
  CHECK(decode_as("caf\xC3\xA9", "no-such-charset").text == "café");
}

TEST_CASE("what is not UTF-8 is replaced and told once a file", "[readers]") {
  const Document document = read("Good \xC3\xA9, bad \xFF\xFE and cut \xE2\x82");
  CHECK(document.text == "Good é, bad \uFFFD\uFFFD and cut \uFFFD");
  REQUIRE(document.warnings.size() == 1);
  CHECK_THAT(document.warnings[0], StartsWith("3 places are not valid UTF-8"));
}

TEST_CASE("binary data is refused by name", "[readers]") {
  std::string bytes;
  for (int i = 0; i < 4000; ++i) bytes += static_cast<char>(i * 37 % 256);
  CHECK_THROWS_WITH(read(bytes), Contains("folder/a.txt: binary data"));
  CHECK_THROWS_AS(read(bytes), FormatError);
}

TEST_CASE("an empty file is a document without text", "[readers]") {
  const Document document = read("");
  CHECK(document.blocks.empty());
  CHECK(document.warnings == std::vector<std::string>{"no text in it"});
}

TEST_CASE("a file that cannot be read says why", "[readers]") {
  const test::TemporaryDirectory folder;
  CHECK_THROWS_WITH(read_document(folder.path() / "none.txt"), Contains("none.txt: No such file"));
  CHECK_THROWS_WITH(read_document(folder.path()), Contains("Is a directory"));
}

TEST_CASE("formats are told by name, then by content", "[readers]") {
  CHECK(format_of("a.md", "") == Format::markdown);
  CHECK(format_of("a.HTM", "") == Format::html);
  CHECK(format_of("a.txt", "<html>") == Format::text);
  CHECK(format_of("page", "\n<!DOCTYPE html>") == Format::html);
  CHECK(format_of("paper", "%PDF-1.7") == Format::pdf);
  CHECK(format_of("notes", "Dear all,") == Format::text);
}

const char* const page = R"(<!DOCTYPE html><html><head><title>Bridge opens | Daily Post</title>
<meta property="article:published_time" content="2021-03-04T08:00:00Z"><meta charset="utf-8">
<style>p {color: red}</style><script>var a = "<p>no</p>";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World affairs</a></li></ul></nav>
<article><h1>Bridge&nbsp;opens
 at last</h1><div class="social-share"><a>Facebook</a></div>
<p>The <b>mayor</b> of Testford, Ann Lee,<sup>12</sup> opened the bridge on Monday.<br>Crowds cheered.</p>
<blockquote><p>"It was time," she said.</p></blockquote>
<ul><li>Cost: 3 million</li></ul>
<table><tr><td>TFC</td><td>Testford Football Club</td></tr><tr><td>1</td><td>2</td></tr></table>
<p><a href="/more">Ten more bridges you must see</a></p>
<div class="footnotes"><p>12. City archive.</p></div>
</article><footer>All rights reserved</footer></body></html>)";

TEST_CASE("a web page's own text is kept apart from its furniture", "[readers][html]") {
  const Document document = read(page, Format::html, "a.html");
  CHECK(document.title == "Bridge opens at last");
  CHECK(document.date == "2021-03-04");
  CHECK(texts(document, BlockKind::heading) == std::vector<std::string>{"Bridge opens at last"});
  CHECK(texts(document, BlockKind::paragraph) ==
        std::vector<std::string>{
            "The mayor of Testford, Ann Lee,[12] opened the bridge on Monday.\nCrowds cheered."});
  CHECK(texts(document, BlockKind::quotation) == std::vector<std::string>{"\"It was time,\" she said."});
  CHECK(texts(document, BlockKind::list_item) == std::vector<std::string>{"Cost: 3 million"});
  CHECK(texts(document, BlockKind::abbreviations) == std::vector<std::string>{"TFC\tTestford Football Club"});
  CHECK(texts(document, BlockKind::footnote) == std::vector<std::string>{"12. City archive."});
  CHECK(texts(document, BlockKind::furniture) == std::vector<std::string>{"Home", "World affairs", "Facebook",
                                                                          "Ten more bridges you must see",
                                                                          "All rights reserved"});
}

TEST_CASE("a web page in an old charset is read as it declares", "[readers][html]") {
  const Document document = read(
      "<html><head><meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'></head>"
      "<body><p>Caf\xE9 society met again today.</p></body></html>",
      Format::html);
  CHECK(document.text == "Café society met again today.");
}

TEST_CASE("a page nested without measure does not end the program", "[readers][html]") {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<div>";
  CHECK_NOTHROW(read(deep + "text", Format::html));
}

std::string docx(const std::string& body) {
  const test::TemporaryDirectory folder;
  const std::string file = (folder.path() / "a.docx").string();
  const auto add = [](zip_t* archive, const char* name, const std::string& content) {
    zip_file_add(archive, name, zip_source_buffer(archive, content.data(), content.size(), 0), 0);
  };
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE, nullptr);
  const std::string space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  const std::string xml = "<w:document " + space + "><w:body>" + body + "</w:body></w:document>";
  const std::string notes =
      "<w:footnotes " + space +
      "><w:footnote w:type=\"separator\" w:id=\"0\"/><w:footnote w:id=\"1\">"
      "<w:p><w:r><w:t>See the annual report.</w:t></w:r></w:p></w:footnote></w:footnotes>";
  add(archive, "word/document.xml", xml);
  add(archive, "word/footnotes.xml", notes);
  zip_close(archive);
  return read_bytes(file);
}

TEST_CASE("a Word document gives its paragraphs, lists, tables and notes", "[readers][docx]") {
  const std::string bytes = docx(
      "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Report</w:t></w:r></w:p>"
      "<w:p><w:r><w:t xml:space=\"preserve\">Ann </w:t></w:r><w:r><w:t>Lee spoke.</w:t></w:r>"
      "<w:r><w:footnoteReference "
      "w:id=\"1\"/></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
      "<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>First</w:t></w:r></w:p>"
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>TFC</w:t></w:r></w:p></w:tc>"
      "<w:tc><w:p><w:r><w:t>Testford Football Club</w:t></w:r></w:p></w:tc></w:tr></w:tbl>");
  CHECK(format_of("a", bytes) == Format::docx);
  const Document document = read(bytes, Format::docx);
  CHECK(texts(document, BlockKind::heading) == std::vector<std::string>{"Report"});
  CHECK(texts(document, BlockKind::paragraph) == std::vector<std::string>{"Ann Lee spoke.[1]"});
  CHECK(texts(document, BlockKind::list_item) == std::vector<std::string>{"First"});
  CHECK(texts(document, BlockKind::abbreviations) == std::vector<std::string>{"TFC\tTestford Football Club"});
  CHECK(texts(document, BlockKind::footnote) == std::vector<std::string>{"[1] See the annual report."});
}

TEST_CASE("a damaged Word document or PDF is an error with a reason", "[readers]") {
  std::string bytes = docx("<w:p/>");
  CHECK_THROWS_AS(read(bytes.substr(0, bytes.size() / 2), Format::docx), FormatError);
  CHECK_THROWS_AS(read("PK\x03\x04 not really", Format::docx), FormatError);
  CHECK_THROWS_AS(read("%PDF-1.7 and nothing more", Format::pdf), FormatError);
}

/// A PDF of one page per text, by hand: ISO 32000 asks for little.
std::string pdf(const std::vector<std::string>& pages) {
  std::string out = "%PDF-1.4\n", kids, objects;
  std::vector<std::size_t> offsets;
  const auto object = [&](const std::string& body) {
    offsets.push_back(out.size());
    out += std::to_string(offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
  };
  for (std::size_t i = 0; i < pages.size(); ++i) kids += std::to_string(4 + 2 * i) + " 0 R ";
  object("<</Type/Catalog/Pages 2 0 R>>");
  object("<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>");
  object("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  for (std::size_t i = 0; i < pages.size(); ++i) {
    object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents " +
           std::to_string(5 + 2 * i) + " 0 R>>");
    const std::string stream = "BT /F 12 Tf 50 700 Td 14 TL " + pages[i] + " ET";
    object("<</Length " + std::to_string(stream.size()) + ">>\nstream\n" + stream + "\nendstream");
  }
  const std::size_t table = out.size();
  out += "xref\n0 " + std::to_string(offsets.size() + 1) + "\n0000000000 65535 f \n";
  for (const std::size_t offset : offsets) {
    const std::string digits = std::to_string(offset);
    out += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
  }
  return out + "trailer<</Size " + std::to_string(offsets.size() + 1) + "/Root 1 0 R>>\nstartxref\n" +
         std::to_string(table) + "\n%%EOF\n";
}

TEST_CASE("a PDF is read through pdftotext, words broken at a line's end made whole", "[readers][pdf]") {
  if (std::system("command -v pdftotext >/dev/null 2>&1") != 0) {
    WARN("pdftotext is not installed; skipped");
    return;
  }
  const Document document =
      read(pdf({"(The mayor opened the inter-) Tj T* (national bridge on Monday.) Tj", "(Second page.) Tj"}),
           Format::pdf, "a.pdf");
  CHECK_THAT(document.text, StartsWith("The mayor opened the international bridge on Monday."));
  CHECK_THAT(document.text, Contains("\fSecond page."));
}

TEST_CASE("byte offsets become code points in one place", "[document]") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "aé—𝄞";
  const CodePoints points(text);
  std::uint32_t count = 0;
  for (std::uint32_t byte = 0; byte < text.size(); ++byte) {
    if ((static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) continue;
    CHECK(points.at(byte) == count++);
  }
  CHECK(points.at(static_cast<std::uint32_t>(text.size())) == 400);
}

}  // namespace
}  // namespace attest::extract
