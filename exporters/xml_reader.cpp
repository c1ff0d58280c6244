#include <attest/exporters/xml_reader.hpp>

#include <libxml/xmlreader.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

namespace attest {
namespace {

std::string_view view(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

struct FreeReader {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

int read_block(void* file, char* buffer, int size) {
  auto& in = *static_cast<std::ifstream*>(file);
  in.read(buffer, size);
  return in.bad() ? -1 : static_cast<int>(in.gcount());
}

}  // namespace

struct XmlReader::Impl {
  std::string file;
  std::ifstream in;
  std::unique_ptr<xmlTextReader, FreeReader> reader;
  bool end_is_due = false;  // of an element written <a/>
  std::string problem;
  int problem_line = 0;

  static void note(void* self, xmlErrorPtr error) {
    auto& impl = *static_cast<Impl*>(self);
    if (!impl.problem.empty() || error->level < XML_ERR_ERROR) return;
    impl.problem = error->message ? error->message : "not well-formed";
    while (!impl.problem.empty() && impl.problem.back() == '\n') impl.problem.pop_back();
    impl.problem_line = error->line;
  }
};

XmlReader::XmlReader(const std::filesystem::path& file) : impl_(std::make_unique<Impl>()) {
  impl_->file = file.string();
  impl_->in.open(file, std::ios::binary);
  if (!impl_->in) throw IoError(impl_->file + ": cannot be read: " + std::strerror(errno));
  impl_->reader.reset(
      xmlReaderForIO(read_block, nullptr, &impl_->in, nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_HUGE));
  if (!impl_->reader) throw IoError(impl_->file + ": cannot be read: out of memory");
  xmlTextReaderSetStructuredErrorHandler(
      impl_->reader.get(), [](void* self, xmlErrorPtr error) { Impl::note(self, error); }, impl_.get());
}

XmlReader::~XmlReader() = default;

XmlReader::Event XmlReader::next() {
  xmlTextReader* reader = impl_->reader.get();
  if (std::exchange(impl_->end_is_due, false)) return Event::end;
  for (;;) {
    const int status = xmlTextReaderRead(reader);
    if (status == 0) return Event::done;
    if (status < 0)
      throw error_at(static_cast<std::uint64_t>(impl_->problem_line), "not XML: " + impl_->problem);
    switch (xmlTextReaderNodeType(reader)) {
      case XML_READER_TYPE_ELEMENT:
        impl_->end_is_due = xmlTextReaderIsEmptyElement(reader) == 1;
        return Event::start;
      case XML_READER_TYPE_END_ELEMENT:
        return Event::end;
      case XML_READER_TYPE_TEXT:
      case XML_READER_TYPE_CDATA:
      case XML_READER_TYPE_WHITESPACE:
      case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
        return Event::text;
      default:
        break;
    }
  }
}

void XmlReader::skip() {
  for (int depth = 1; depth > 0;) {
    switch (next()) {
      case Event::start:
        ++depth;
        break;
      case Event::end:
        --depth;
        break;
      case Event::done:
        return;
      case Event::text:
        break;
    }
  }
}

std::string XmlReader::text() {
  std::string all;
  for (;;) {
    switch (next()) {
      case Event::start:
        skip();
        break;
      case Event::text:
        all += content();
        break;
      default:
        return all;
    }
  }
}

std::string_view XmlReader::name() const {
  return view(xmlTextReaderConstLocalName(impl_->reader.get()));
}

std::string_view XmlReader::content() const {
  return view(xmlTextReaderConstValue(impl_->reader.get()));
}

std::optional<std::string> XmlReader::attribute(const char* name) const {
  xmlChar* value = xmlTextReaderGetAttribute(impl_->reader.get(), reinterpret_cast<const xmlChar*>(name));
  if (!value) return {};
  std::string text(view(value));
  xmlFree(value);
  return text;
}

std::string XmlReader::required(const char* attribute_name) const {
  auto value = attribute(attribute_name);
  if (!value)
    throw error("expected an attribute \"" + std::string(attribute_name) + "\" in <" + std::string(name()) +
                ">");
  return std::move(*value);
}

std::uint64_t XmlReader::line() const {
  // The parser reads ahead; the node knows its own line, as far as 16 bits go.
  constexpr long most = 65535;
  const long of_node = xmlGetLineNo(xmlTextReaderCurrentNode(impl_->reader.get()));
  const long line =
      of_node > 0 && of_node < most ? of_node : xmlTextReaderGetParserLineNumber(impl_->reader.get());
  return static_cast<std::uint64_t>(line);
}

FormatError XmlReader::error(const std::string& message) const {
  return error_at(line(), message);
}

FormatError XmlReader::error_at(std::uint64_t line, const std::string& message) const {
  return FormatError(impl_->file + ":" + std::to_string(line) + ": " + message, impl_->file, line);
}

}  // namespace attest
