#include <attest/exporters/import.hpp>

#include <algorithm>
#include <array>
#include <unordered_map>

#include <attest/exporters/csv_import.hpp>
#include <attest/exporters/readers.hpp>
#include <attest/graph/error.hpp>

namespace attest {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 4> names{"graphml", "gexf", "json", "csv"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> extensions{{{".graphml", "graphml"},
                                                                                   {".xml", "graphml"},
                                                                                   {".gexf", "gexf"},
                                                                                   {".json", "json"},
                                                                                   {".jsonl", "json"},
                                                                                   {".csv", "csv"}}};

std::string_view format_by_extension(const fs::path& file) {
  const std::string extension = file.extension().string();
  for (const auto& [known, format] : extensions)
    if (extension == known) return format;
  return {};
}

struct Input {
  fs::path file;
  std::string_view format;
};

Input input(const fs::path& file, std::string_view format) {
  if (format.empty()) format = format_by_extension(file);
  if (format.empty())
    throw UsageError(file.string() + ": the extension tells no format; name one of graphml, gexf, json, csv");
  return {file, format};
}

/// Files as given, folders replaced by their files of a known extension in alphabetical order.
std::vector<Input> inputs(std::span<const fs::path> paths, std::string_view format) {
  if (!format.empty() && std::find(names.begin(), names.end(), format) == names.end())
    throw UsageError("there is no import format \"" + std::string(format) +
                     "\"; the formats are graphml, gexf, json, csv");
  std::vector<Input> all;
  for (const fs::path& path : paths) {
    if (!fs::is_directory(path)) {
      if (!fs::exists(path)) throw IoError(path.string() + ": there is no such file");
      all.push_back(input(path, format));
      continue;
    }
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(path)) {
      const std::string_view known = format_by_extension(entry.path());
      if (!known.empty() && (format.empty() || known == format)) files.push_back(entry.path());
    }
    if (files.empty()) throw UsageError(path.string() + ": the folder holds no file of a known format");
    std::sort(files.begin(), files.end());
    for (const fs::path& file : files) all.push_back(input(file, format));
  }
  return all;
}

std::vector<Property> interned(Graph& graph, const Map& map) {
  std::vector<Property> properties;
  for (const auto& [key, value] : map)
    if (!value.is_null()) properties.emplace_back(graph.key(key), value);
  return properties;
}

ImportSummary add_fragment(Graph& graph, const Fragment& fragment) {
  std::unordered_map<std::string_view, NodeId> nodes;
  for (const FragmentNode& node : fragment.nodes) {
    std::vector<LabelId> labels;
    for (const std::string& label : node.labels) labels.push_back(graph.label(label));
    nodes.emplace(node.id, graph.add_node(labels, interned(graph, node.properties)));
  }
  for (const FragmentRelationship& relationship : fragment.relationships)
    graph.add_relationship(graph.type(relationship.type), nodes.at(relationship.start),
                           nodes.at(relationship.end), interned(graph, relationship.properties));
  return {fragment.nodes.size(), fragment.relationships.size()};
}

}  // namespace

std::span<const std::string_view> import_formats() {
  return names;
}

ImportSummary import_files(Graph& graph, std::span<const fs::path> paths, const ImportOptions& options) {
  std::vector<Fragment> fragments;
  std::vector<fs::path> tables;
  for (const auto& [file, format] : inputs(paths, options.format)) {
    if (format == "csv")
      tables.push_back(file);
    else if (format == "graphml")
      fragments.push_back(read_graphml(file));
    else if (format == "gexf")
      fragments.push_back(read_gexf(file));
    else
      std::ranges::move(read_json(file), std::back_inserter(fragments));
  }
  const CsvImport csv(tables, options);
  ImportSummary summary = csv.add_to(graph);
  for (const Fragment& fragment : fragments) {
    const ImportSummary added = add_fragment(graph, fragment);
    summary.nodes += added.nodes;
    summary.relationships += added.relationships;
  }
  return summary;
}

}  // namespace attest
