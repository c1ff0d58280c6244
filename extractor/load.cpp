// Fragments from elsewhere into a store: the other half of `extract`, for work that was spread over machines.
#include <fmt/format.h>
#include <attest/error.hpp>
#include <attest/extractor/readers/bytes.hpp>
#include <attest/extractor/readers/reader.hpp>
#include <istream>
#include <map>

#include "build.hpp"

namespace attest::extract {
namespace {

const FragmentNode* document_node(const Fragment& fragment) {
  for (const FragmentNode& node : fragment.nodes) {
    for (const std::string& label : node.labels) {
      if (label == "Document") return &node;
    }
  }
  return nullptr;
}

std::string string_property(const FragmentNode& node, std::string_view key) {
  const auto found = node.properties.find(key);
  const bool is_text = found != node.properties.end() && found->second.type() == Value::Type::string;
  return is_text ? found->second.string() : "";
}

/// The text that the fragment's places point into: read again, if the file is still the one that was
/// extracted.
std::string text_at(const std::string& path, const std::string& sha256) {
  try {
    std::string bytes = read_bytes(path);
    if (sha256.empty() || sha256_hex(bytes) != sha256) return "";
    const Format format = format_of(path, bytes);
    return read_document(std::move(bytes), format, path, path).text;
  } catch (const Error&) {
    return "";
  }
}

StoredDocument document_of(Fragment fragment, const std::string& source, std::size_t line) {
  const FragmentNode* node = document_node(fragment);
  const std::string name = node ? string_property(*node, "name") : "";
  if (name.empty()) {
    throw FormatError(fmt::format("{}:{}: expected a fragment with one Document node that has a name, as "
                                  "'attest extract' prints it",
                                  source, line),
                      source, line);
  }
  StoredDocument document;
  document.name = name;
  document.path = string_property(*node, "path");
  document.sha256 = string_property(*node, "sha256");
  document.text = text_at(document.path, document.sha256);
  document.fragment = to_json(fragment);
  document.report = "{}";
  return document;
}

}  // namespace

LoadSummary load(Store& store, std::istream& lines, const std::string& source) {
  LoadSummary summary;
  std::map<std::string, StoredDocument> documents;  // by name: the order of lines must not matter
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    StoredDocument document = document_of(parse_fragment(line, source, number), source, number);
    const auto [place, fresh] = documents.emplace(document.name, document);
    if (!fresh && place->second.fragment != document.fragment) {
      throw FormatError(fmt::format("{}:{}: a second, different fragment of the document '{}'", source,
                                    number, document.name),
                        source, number);
    }
  }
  std::vector<StoredDocument> all;
  for (auto& [name, document] : documents) {
    summary.without_text += document.text.empty();
    all.push_back(std::move(document));
  }
  summary.fragments = all.size();
  store.put_documents(all);
  refresh(store);
  return summary;
}

}  // namespace attest::extract
