// The writers behind export_graph, one function a format; each ends with a flush of its output.
#pragma once

#include <iosfwd>
#include <string>

#include <attest/exporters/export.hpp>

namespace attest {

void write_graphml(const GraphView& view, std::ostream& out, const ExportOptions& options);
void write_gexf(const GraphView& view, std::ostream& out, const ExportOptions& options);
void write_dot(const GraphView& view, std::ostream& out, const ExportOptions& options);
void write_cypher(const GraphView& view, std::ostream& out, const ExportOptions& options);
void write_turtle(const GraphView& view, std::ostream& out, const ExportOptions& options);
void write_ntriples(const GraphView& view, std::ostream& out, const ExportOptions& options);
void write_jsonld(const GraphView& view, std::ostream& out, const ExportOptions& options);
void write_html(const GraphView& view, std::ostream& out, const ExportOptions& options);
void write_json(const GraphView& view, std::ostream& out, const ExportOptions& options);

/// DOT whose nodes have places: `neato -n2` draws it as it is, graphs of thousands of nodes in seconds.
void write_placed_dot(const GraphView& view, std::ostream& out, const ExportOptions& options);

/// `picture` is svg, png or pdf.
void write_picture(const std::string& picture, const GraphView& view, std::ostream& out,
                   const ExportOptions& options);

}  // namespace attest
