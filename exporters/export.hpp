// Graph → file formats: GraphML, GEXF, JSON, DOT and its pictures, CSV, Cypher script, RDF, HTML.
//
// Every exporter streams: apart from a table of property keys, memory does not grow with the graph. Nodes and
// relationships come in the order of their ids, so the same graph gives the same bytes. What each
// format holds, and how it spells the values that it has no type for: docs/exporters.md.
#pragma once

#include <filesystem>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>

#include <attest/exporters/view.hpp>

namespace attest {

/// One format, as help and completion show it.
struct ExportFormat {
  std::string_view name;         ///< "graphml": what --format takes
  std::string_view extension;    ///< ".graphml"; empty where the format is a folder
  std::string_view description;  ///< one line
};

/// Choices that some formats offer; the others ignore them.
struct ExportOptions {
  std::string style;  ///< json: fragment (or empty), d3, cytoscape, node-link; gexf: 1.2, 1.3
  bool yed = false;   ///< graphml: add what yEd draws (shapes, colours, labels)
  std::string dialect = "opencypher";  ///< cypher: opencypher, neo4j, memgraph (their index statements)
  bool rdf_star = false;               ///< turtle: quoted triples in place of reified statements
  std::string base = "urn:attest:";    ///< turtle, ntriples, jsonld: what IRIs of the graph start with
  std::string layout;                  ///< dot and pictures: dot, sfdp, neato …; empty chooses by size
  std::string title = "Attest";        ///< html, gexf: what the picture is called
};

/// All formats, by name.
std::span<const ExportFormat> export_formats();
/// The format of that name. Throws UsageError that lists the names.
const ExportFormat& export_format(std::string_view name);
/// The format that a file of this name has by its extension; nullptr where none does.
const ExportFormat* export_format_of(const std::filesystem::path& file);

/// Writes the view to a stream. A format made of several files (csv) has no stream: UsageError.
/// Throws UsageError for an unknown format, style or dialect, and IoError where the stream fails or a
/// program it needs (Graphviz) is not installed.
void export_graph(const GraphView& view, std::string_view format, std::ostream& out,
                  const ExportOptions& options = {});

/// Writes the view to `path`: first to a temporary file beside it, flushed to the disk, then renamed, so that
/// a full disk or a kill leaves what was there before. csv makes a folder, and replaces one only where
/// every file in it came from an export.
void export_file(const GraphView& view, std::string_view format, const std::filesystem::path& path,
                 const ExportOptions& options = {});

}  // namespace attest
