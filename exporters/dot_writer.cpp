// DOT, the language of Graphviz.
#include <attest/exporters/formats.hpp>
#include <attest/exporters/label_text.hpp>
#include <attest/exporters/palette.hpp>
#include <attest/exporters/sink.hpp>
#include <attest/graph/utf8.hpp>

namespace attest {
namespace {

constexpr std::size_t longest_caption = 60;

/// A quoted string whose text is shown as it is: in DOT '\' starts an escape and '&' an entity.
std::string dot_text(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = next_code_point(text, at);
    if (code == '"')
      out += "\\\"";
    else if (code == '\\')
      out += "\\\\";
    else if (code == '&')
      out += "&amp;";
    else if (code == '\n')
      out += "\\n";
    else if (code < 0x20 || code == 0x7F)
      out += ' ';
    else
      append_code_point(out, code);
  }
  return out + '"';
}

/// The first code points of a long text.
std::string shortened(const std::string& text) {
  std::size_t at = 0;
  for (std::size_t points = 0; at < text.size(); ++points) {
    if (points == longest_caption) return text.substr(0, at) + "…";
    next_code_point(text, at);
  }
  return text;
}

}  // namespace

void write_dot(const GraphView& view, std::ostream& stream, const ExportOptions& options) {
  const Graph& graph = view.graph();
  Sink out(stream);
  out << "digraph " << dot_text(options.title) << " {\n";
  if (!options.layout.empty()) out << "  layout=" << dot_text(options.layout) << ";\n";
  out << "  graph [overlap=prism, outputorder=edgesfirst, splines=true, fontname=\"Helvetica\"];\n"
         "  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", fontcolor=white, "
         "color=white];\n"
         "  edge [fontname=\"Helvetica\", fontsize=9, color=\"#888888\", fontcolor=\"#555555\"];\n";
  view.each_node([&](NodeId node) {
    const std::string text = caption(graph, node);
    out << "  n" << std::to_string(index(node)) << " [label=" << dot_text(shortened(text)) << ", fillcolor=\""
        << node_colour(graph, node)
        << "\", tooltip=" << dot_text(join_labels(label_names(graph, node)) + " " + text) << "];\n";
  });
  view.each_relationship([&](RelationshipId id) {
    out << "  n" << std::to_string(index(graph.start_of(id))) << " -> n"
        << std::to_string(index(graph.end_of(id)))
        << " [label=" << dot_text(graph.types().name(graph.type_of(id))) << "];\n";
  });
  out << "}\n";
  out.flush();
}

}  // namespace attest
