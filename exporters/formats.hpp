// The writers behind export_graph, one function a format; each ends with a flush of its output.
#pragma once

#include <iosfwd>

#include <attest/exporters/export.hpp>

namespace attest {

void write_graphml(const GraphView& view, std::ostream& out, const ExportOptions& options);
void write_json(const GraphView& view, std::ostream& out, const ExportOptions& options);

}  // namespace attest
