#include <attest/exporters/export.hpp>

#include <array>

#include <attest/exporters/file.hpp>
#include <attest/exporters/formats.hpp>
#include <attest/graph/error.hpp>

namespace attest {
namespace {

using Writer = void (*)(const GraphView&, std::ostream&, const ExportOptions&);

struct Entry {
  ExportFormat format;
  Writer write;
};

constexpr std::array<Entry, 2> table{{
    {{"graphml", ".graphml", "GraphML for Gephi, Cytoscape, yEd, networkx, igraph"}, write_graphml},
    {{"json", ".json", "JSON: Attest's own form, or --style d3, cytoscape, node-link"}, write_json},
}};

constexpr auto formats = [] {
  std::array<ExportFormat, table.size()> all{};
  for (std::size_t i = 0; i < table.size(); ++i) all[i] = table[i].format;
  return all;
}();

const Entry& entry(std::string_view name) {
  std::string names;
  for (const Entry& candidate : table) {
    if (candidate.format.name == name) return candidate;
    (names += names.empty() ? "" : ", ") += candidate.format.name;
  }
  throw UsageError("there is no export format \"" + std::string(name) + "\"; the formats are " + names);
}

}  // namespace

std::span<const ExportFormat> export_formats() {
  return formats;
}

const ExportFormat& export_format(std::string_view name) {
  return entry(name).format;
}

const ExportFormat* export_format_of(const std::filesystem::path& file) {
  const std::string extension = file.extension().string();
  for (const ExportFormat& format : formats)
    if (!extension.empty() && format.extension == extension) return &format;
  return nullptr;
}

void export_graph(const GraphView& view, std::string_view format, std::ostream& out,
                  const ExportOptions& options) {
  entry(format).write(view, out, options);
}

void export_file(const GraphView& view, std::string_view format, const std::filesystem::path& path,
                 const ExportOptions& options) {
  const Entry& writer = entry(format);
  write_file(path, [&](std::ostream& out) { writer.write(view, out, options); });
}

}  // namespace attest
