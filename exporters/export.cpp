#include <attest/exporters/export.hpp>

#include <array>

#include <attest/exporters/csv_writer.hpp>
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

template <char... name>
void draw(const GraphView& view, std::ostream& out, const ExportOptions& options) {
  write_picture({name...}, view, out, options);
}

void csv_in_stream(const GraphView&, std::ostream&, const ExportOptions&) {
  throw UsageError(
      "csv makes several files, which standard output cannot hold: name a folder for them with -o");
}

constexpr std::array<Entry, 13> table{{
    {{"csv", "", "CSV with Neo4j's bulk-import headers: a folder, a file for each label and type"},
     csv_in_stream},
    {{"cypher", ".cypher", "openCypher statements that build the graph again (--dialect neo4j, memgraph)"},
     write_cypher},
    {{"dot", ".dot", "DOT for Graphviz"}, write_dot},
    {{"gexf", ".gexf", "GEXF 1.3 for Gephi, with colours and the dates of events"}, write_gexf},
    {{"graphml", ".graphml", "GraphML for Gephi, Cytoscape, yEd, networkx, igraph"}, write_graphml},
    {{"html", ".html", "a page that draws the graph, with search, filters, a timeline and the evidence"},
     write_html},
    {{"json", ".json", "JSON: Attest's own form, or --style d3, cytoscape, node-link"}, write_json},
    {{"jsonld", ".jsonld", "JSON-LD with schema.org, PROV-O and Web Annotation terms"}, write_jsonld},
    {{"ntriples", ".nt", "N-Triples, the same statements one a line"}, write_ntriples},
    {{"pdf", ".pdf", "a page drawn by Graphviz"}, draw<'p', 'd', 'f'>},
    {{"png", ".png", "an image drawn by Graphviz"}, draw<'p', 'n', 'g'>},
    {{"svg", ".svg", "a vector image drawn by Graphviz"}, draw<'s', 'v', 'g'>},
    {{"turtle", ".ttl", "Turtle, the same statements for reading (--rdf-star for quoted triples)"},
     write_turtle},
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

void write_csv_folder(const GraphView& view, const std::filesystem::path& path) {
  const auto fill = [&](const std::filesystem::path& folder) {
    write_csv(view, [&](const std::string& name, const std::function<void(std::ostream&)>& write) {
      write_file(folder / name, write);
    });
  };
  write_folder(path, fill, is_csv_export_name);
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
  if (format == "csv") return write_csv_folder(view, path);
  write_file(path, [&](std::ostream& out) { writer.write(view, out, options); });
}

}  // namespace attest
