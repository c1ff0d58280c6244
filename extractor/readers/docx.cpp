#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <zip.h>
#include <limits>
#include <memory>

#include <attest/extractor/readers/block_writer.hpp>
#include <attest/extractor/readers/formats.hpp>
#include <attest/extractor/structure/lines.hpp>
#include <attest/graph/error.hpp>

namespace attest::extract {
namespace {

constexpr std::uint64_t largest_part = std::uint64_t{1} << 30;  // bytes; guards against archives that explode

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Archive = std::unique_ptr<zip_t, CloseArchive>;
using Tree = std::unique_ptr<xmlDoc, FreeDocument>;

[[noreturn]] void damaged(const Document& document, const std::string& what) {
  throw FormatError(document.path + ": not a Word document that can be read (" + what + ")", document.path,
                    0);
}

Archive open_archive(std::string_view bytes, const Document& document) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  Archive archive(source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr);
  if (!archive) {
    const std::string reason = zip_error_strerror(&error);
    if (source) zip_source_free(source);
    zip_error_fini(&error);
    damaged(document, reason);
  }
  zip_error_fini(&error);
  return archive;
}

/// One file of the archive; empty where it is not there.
std::string part(zip_t* archive, const char* name, const Document& document) {
  zip_stat_t info;
  if (zip_stat(archive, name, 0, &info) != 0) return "";
  if (info.size > largest_part) damaged(document, std::string(name) + " is larger than 1 GB");
  const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen(archive, name, 0));
  if (!file) damaged(document, zip_strerror(archive));
  std::string text(info.size, '\0');
  const zip_int64_t got = zip_fread(file.get(), text.data(), text.size());
  if (got < 0 || static_cast<std::uint64_t>(got) != info.size)
    damaged(document, std::string(name) + " is cut short");
  return text;
}

Tree parse(const std::string& xml, const char* name, const Document& document) {
  constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NODICT;
  if (xml.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) damaged(document, "too large");
  Tree tree(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), name, nullptr, options));
  if (!tree || !xmlDocGetRootElement(tree.get())) damaged(document, std::string(name) + " is no XML");
  return tree;
}

bool is(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && name == reinterpret_cast<const char*>(node->name);
}

std::string value_of(const xmlNode* node, const char* attribute) {
  for (const xmlAttr* a = node->properties; a; a = a->next)
    if (std::string_view(attribute) == reinterpret_cast<const char*>(a->name) && a->children)
      return reinterpret_cast<const char*>(a->children->content);
  return "";
}

const xmlNode* child(const xmlNode* node, std::string_view name) {
  for (const xmlNode* c = node->children; c; c = c->next)
    if (is(c, name)) return c;
  return nullptr;
}

class Reader {
 public:
  explicit Reader(Document& document) : document_(document), writer_(document) {}

  void body(const xmlNode* node, int depth = 0) {
    constexpr int deepest = 200;
    if (depth > deepest) return;
    for (const xmlNode* c = node->children; c; c = c->next) {
      if (is(c, "p")) {
        paragraph(c);
      } else if (is(c, "tr")) {
        row(c);
      } else if (c->type == XML_ELEMENT_NODE && !is(c, "sectPr")) {
        body(c, depth + 1);
      }
    }
  }

  void notes(const xmlNode* root) {
    for (const xmlNode* note = root->children; note; note = note->next) {
      if (!(is(note, "footnote") || is(note, "endnote")) || !value_of(note, "type").empty()) continue;
      writer_.text("[" + value_of(note, "id") + "] ");
      inline_text(note, 0);
      writer_.end(BlockKind::footnote);
    }
  }

 private:
  void paragraph(const xmlNode* node) {
    inline_text(node, 0);
    BlockKind kind = BlockKind::paragraph;
    std::uint8_t level = 0;
    if (const xmlNode* properties = child(node, "pPr")) {
      const xmlNode* style = child(properties, "pStyle");
      const std::string name = style ? value_of(style, "val") : "";
      if (name == "Title" && document_.title.empty()) document_.title = writer_.open_text();
      if (name == "Title" || name.starts_with("Heading")) {
        kind = BlockKind::heading;
        level = name.back() >= '1' && name.back() <= '6' ? static_cast<std::uint8_t>(name.back() - '0') : 1;
      } else if (name.starts_with("TOC")) {
        kind = BlockKind::table;
      } else if (name.find("Quote") != std::string::npos) {
        kind = BlockKind::quotation;
      } else if (child(properties, "numPr") || name.starts_with("List")) {
        kind = BlockKind::list_item;
      }
    }
    if (kind == BlockKind::paragraph && is_furniture_label(writer_.open_text())) kind = BlockKind::furniture;
    writer_.end(kind, level);
  }

  void inline_text(const xmlNode* node, int depth) {
    constexpr int deepest = 200;
    if (depth > deepest) return;
    for (const xmlNode* c = node->children; c; c = c->next) {
      if (is(c, "t") && c->children && c->children->content) {
        writer_.text(reinterpret_cast<const char*>(c->children->content));
      } else if (is(c, "tab")) {
        writer_.text(" ");
      } else if (is(c, "br") || is(c, "cr")) {
        writer_.line_break();
      } else if (is(c, "footnoteReference") || is(c, "endnoteReference")) {
        writer_.text("[" + value_of(c, "id") + "]");
      } else if (c->type == XML_ELEMENT_NODE && !is(c, "pPr") && !is(c, "rPr") && !is(c, "del") &&
                 !is(c, "Fallback")) {
        const bool new_paragraph = is(c, "p") && !writer_.empty();
        if (new_paragraph) writer_.text(" ");
        inline_text(c, depth + 1);
      }
    }
  }

  void row(const xmlNode* node) {
    for (const xmlNode* cell = node->children; cell; cell = cell->next) {
      if (!is(cell, "tc")) continue;
      writer_.tab();
      inline_text(cell, 0);
    }
    const std::string text(writer_.open_text());
    const bool abbreviation = abbreviation_row(text, {0, static_cast<std::uint32_t>(text.size())}).found();
    writer_.end(abbreviation ? BlockKind::abbreviations : BlockKind::table);
  }

  Document& document_;
  BlockWriter writer_;
};

void read_properties(const xmlNode* root, Document& document) {
  for (const xmlNode* c = root->children; c; c = c->next) {
    if (!c->children || !c->children->content) continue;
    const std::string text = reinterpret_cast<const char*>(c->children->content);
    if (is(c, "title")) document.title = text;
    if (is(c, "created") && text.size() >= 10) document.date = text.substr(0, 10);
  }
}

}  // namespace

void read_docx(std::string_view bytes, Document& document) {
  const Archive archive = open_archive(bytes, document);
  const std::string body = part(archive.get(), "word/document.xml", document);
  if (body.empty()) damaged(document, "word/document.xml is missing");
  if (const std::string core = part(archive.get(), "docProps/core.xml", document); !core.empty())
    read_properties(xmlDocGetRootElement(parse(core, "docProps/core.xml", document).get()), document);
  Reader reader(document);
  reader.body(xmlDocGetRootElement(parse(body, "word/document.xml", document).get()));
  for (const char* notes : {"word/footnotes.xml", "word/endnotes.xml"})
    if (const std::string xml = part(archive.get(), notes, document); !xml.empty())
      reader.notes(xmlDocGetRootElement(parse(xml, notes, document).get()));
}

}  // namespace attest::extract
