// DOT, the language of Graphviz.
#include <fmt/format.h>

#include <attest/exporters/arrangement.hpp>
#include <attest/exporters/formats.hpp>
#include <attest/exporters/label_text.hpp>
#include <attest/exporters/palette.hpp>
#include <attest/exporters/quotes.hpp>
#include <attest/exporters/sink.hpp>
#include <attest/graph/utf8.hpp>

namespace attest {
namespace {

constexpr std::size_t longest_caption = 60;

/// A quoted string whose text is shown as it is: in DOT '\' starts an escape and '&' an entity.
std::string dot_text(std::string_view text) {
  return in_double_quotes(text, [](char32_t code) -> std::string {
    if (code == '&') return "&amp;";
    return code < 0x20 || code == 0x7F ? " " : "";
  });
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

constexpr double box_flatness = 0.45;       // boxes are low: the picture's height can be so much of its width
constexpr std::size_t most_captions = 500;  // of relationships; beyond, they are a blur

/// About half of the width of a caption's box, in points.
double half_width(const std::string& shown) {
  double points = 0;
  for (std::size_t at = 0; at < shown.size(); ++points) next_code_point(shown, at);
  return 12 + 3.4 * points;
}

class Writer {
 public:
  Writer(const GraphView& view, std::ostream& out, const ExportOptions& options)
      : view_(view), graph_(view.graph()), out_(out), options_(options) {}

  void place_nodes() {
    places_ =
        arrange(view_, [&](NodeId node) { return half_width(shortened(caption(graph_, node))); }).places;
    std::size_t relationships = 0;
    view_.each_relationship([&](RelationshipId) { ++relationships; });
    captions_ = relationships <= most_captions;
  }

  void write() {
    out_ << "digraph " << dot_text(options_.title) << " {\n";
    if (!options_.layout.empty()) out_ << "  layout=" << dot_text(options_.layout) << ";\n";
    out_ << "  graph [overlap=prism, outputorder=edgesfirst, splines=" << (places_.empty() ? "true" : "line")
         << ", fontname=\"Helvetica\"];\n"
            "  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", fontcolor=white, "
            "color=white];\n"
            "  edge [fontname=\"Helvetica\", fontsize=9, color=\"#888888\", fontcolor=\"#555555\"];\n";
    view_.each_node([&](NodeId node) { write_node(node); });
    view_.each_relationship([&](RelationshipId id) { write_edge(id); });
    out_ << "}\n";
    out_.flush();
  }

 private:
  void write_node(NodeId node) {
    const std::string text = caption(graph_, node);
    out_ << "  n" << std::to_string(index(node)) << " [label=" << dot_text(shortened(text))
         << ", fillcolor=\"" << node_colour(graph_, node)
         << "\", tooltip=" << dot_text(join_labels(label_names(graph_, node)) + " " + text);
    if (!places_.empty()) {
      const Place& at = places_[index(node)];
      out_ << fmt::format(", pos=\"{:.1f},{:.1f}\"", at.x, box_flatness * at.y);
    }
    out_ << "];\n";
  }

  void write_edge(RelationshipId id) {
    out_ << "  n" << std::to_string(index(graph_.start_of(id))) << " -> n"
         << std::to_string(index(graph_.end_of(id))) << (captions_ ? " [label=" : " [tooltip=")
         << dot_text(graph_.types().name(graph_.type_of(id))) << "];\n";
  }

  const GraphView& view_;
  const Graph& graph_;
  Sink out_;
  const ExportOptions& options_;
  std::vector<Place> places_;  // by node id; empty where Graphviz finds them
  bool captions_ = true;
};

}  // namespace

void write_dot(const GraphView& view, std::ostream& out, const ExportOptions& options) {
  Writer(view, out, options).write();
}

void write_placed_dot(const GraphView& view, std::ostream& out, const ExportOptions& options) {
  Writer writer(view, out, options);
  writer.place_nodes();
  writer.write();
}

}  // namespace attest
