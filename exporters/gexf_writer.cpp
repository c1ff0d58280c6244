// GEXF (gexf.net), as Gephi and networkx read it.
//
// networkx knows the format by the namespaces of 1.1 and 1.2 alone; Gephi by the version. So GEXF 1.3 comes
// in the namespace of 1.2 unless a style asks for the one or the other by the book. Events with a date, and
// relationships that touch them, have a spell.
#include <cmath>
#include <map>
#include <numbers>
#include <optional>

#include <attest/exporters/arrangement.hpp>
#include <attest/exporters/edtf_interval.hpp>
#include <attest/exporters/formats.hpp>
#include <attest/exporters/inventory.hpp>
#include <attest/exporters/label_text.hpp>
#include <attest/exporters/palette.hpp>
#include <attest/exporters/sink.hpp>
#include <attest/exporters/xml_text.hpp>
#include <attest/graph/value_text.hpp>

namespace attest {
namespace {

using Type = Value::Type;

constexpr std::size_t most_placed = 20000;  // nodes that are laid out; places beyond would not stay in memory

/// The root element's start. Throws UsageError for an unknown style.
std::string head(const std::string& style) {
  if (!style.empty() && style != "1.2" && style != "1.3")
    throw UsageError("GEXF has no style \"" + style +
                     "\"; the styles are 1.2 and 1.3; without one, 1.3 in the namespace that networkx knows");
  const std::string name = style == "1.3" ? "http://gexf.net/1.3" : "http://www.gexf.net/1.2draft";
  const std::string schema =
      style == "1.3" ? "http://gexf.net/1.3/gexf.xsd" : "http://www.gexf.net/1.2draft/gexf.xsd";
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"" + name + "\" xmlns:viz=\"" + name +
         "/viz\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"" + name + " " +
         schema + "\" version=\"" + (style == "1.2" ? "1.2" : "1.3") + "\">\n";
}

/// The types that all readers know; what has none of them is written as a string.
std::string_view gexf_type(const KeyUse& use) {
  const auto type = use.single();
  if (type == Type::boolean) return "boolean";
  if (type == Type::integer) return "long";
  if (type == Type::floating) return "double";
  return "string";
}

class Writer {
 public:
  Writer(const GraphView& view, std::ostream& out, const ExportOptions& options)
      : view_(view), graph_(view.graph()), out_(out), options_(options), date_(graph_.keys().find("date")) {}

  void write() {
    const Inventory inventory = take_inventory(view_);
    out_ << head(options_.style);
    place_nodes();
    out_ << "  <meta><creator>Attest</creator><description>" << xml(options_.title)
         << "</description></meta>\n";
    const bool dated = has_spells();
    out_ << "  <graph defaultedgetype=\"directed\" mode=\"" << (dated ? "dynamic" : "static") << '"'
         << (dated ? " timeformat=\"date\"" : "") << ">\n";
    write_attributes("node", inventory.node_keys, inventory.labelled);
    write_attributes("edge", inventory.relationship_keys, false);
    out_ << "    <nodes>\n";
    view_.each_node([&](NodeId node) { write_node(node); });
    out_ << "    </nodes>\n    <edges>\n";
    view_.each_relationship([&](RelationshipId id) { write_edge(id); });
    out_ << "    </edges>\n  </graph>\n</gexf>\n";
    out_.flush();
  }

 private:
  void place_nodes() {
    std::size_t nodes = 0;
    view_.each_node([&](NodeId) { ++nodes; });
    if (nodes <= most_placed) places_ = arrange(view_).places;
  }

  /// In a large graph a place on a sunflower's spiral: a start that no layout has to untangle from one point.
  Place place(NodeId node) const {
    if (!places_.empty()) return places_[index(node)];
    const double radius = 10 * std::sqrt(index(node) + 1.0);
    const double angle = index(node) * std::numbers::pi * (3 - std::sqrt(5.0));
    return {radius * std::cos(angle), radius * std::sin(angle)};
  }

  bool has_spells() {
    bool dated = false;
    view_.each_node([&](NodeId node) { dated = dated || !spell(node).empty(); });
    return dated;
  }

  /// ' start="…" end="…"' of an event with a date.
  std::string spell(NodeId node) const {
    const auto event = graph_.labels().find("Event");
    if (!date_ || !event || !graph_.has_label(node, *event)) return {};
    const Value value = graph_.property(node, *date_);
    std::optional<DayInterval> days;
    if (value.type() == Type::string) days = edtf_interval(value.string());
    if (value.type() == Type::date) days = DayInterval{value.date(), value.date()};
    if (!days) return {};
    std::string text;
    if (days->first) text += " start=\"" + to_string(*days->first) + '"';
    if (days->last) text += " end=\"" + to_string(*days->last) + '"';
    return text;
  }

  std::string spell(RelationshipId id) const {
    const std::string of_end = spell(graph_.end_of(id));
    return of_end.empty() ? spell(graph_.start_of(id)) : of_end;
  }

  void write_attributes(std::string_view element, const KeyUses& uses, bool labelled) {
    out_ << "    <attributes class=\"" << element << "\">\n";
    if (labelled) out_ << "      <attribute id=\"labels\" title=\"labels\" type=\"string\"/>\n";
    for (const KeyUse& use : uses)
      out_ << "      <attribute id=\"" << id_of(use.key) << "\" title=\"" << xml(graph_.keys().name(use.key))
           << "\" type=\"" << gexf_type(use) << "\"/>\n";
    out_ << "    </attributes>\n";
  }

  static std::string id_of(KeyId key) { return std::to_string(static_cast<std::uint32_t>(key)); }

  void write_values(const std::vector<Property>& properties, std::string_view labels) {
    if (properties.empty() && labels.empty()) return;
    out_ << "<attvalues>";
    if (!labels.empty()) out_ << "<attvalue for=\"labels\" value=\"" << xml(labels) << "\"/>";
    for (const auto& [key, value] : properties) {
      std::string text;
      append_text(text, value);
      out_ << "<attvalue for=\"" << id_of(key) << "\" value=\"";
      append_xml(out_.buffer(), text);
      out_ << "\"/>";
    }
    out_ << "</attvalues>";
  }

  void write_node(NodeId node) {
    out_ << "      <node id=\"n" << std::to_string(index(node)) << "\" label=\"" << xml(caption(graph_, node))
         << '"' << spell(node) << '>';
    write_values(graph_.properties(node), join_labels(label_names(graph_, node)));
    write_looks(node);
    out_ << "</node>\n";
  }

  /// Colour by label, size by degree, and a place.
  void write_looks(NodeId node) {
    const std::string_view colour = node_colour(graph_, node);
    const auto channel = [&](std::size_t at) {
      return std::to_string(std::stoi(std::string(colour.substr(at, 2)), nullptr, 16));
    };
    out_ << "<viz:color r=\"" << channel(1) << "\" g=\"" << channel(3) << "\" b=\"" << channel(5) << "\"/>";
    const Place at = place(node);
    out_ << "<viz:position x=\"" << number(at.x) << "\" y=\"" << number(at.y)
         << "\" z=\"0\"/><viz:size value=\"" << number(4 + 2 * std::sqrt(static_cast<double>(degree(node))))
         << "\"/>";
  }

  std::size_t degree(NodeId node) const {
    std::size_t sum = 0;
    for (std::uint32_t i = 0; i < graph_.types().size(); ++i)
      sum += graph_.degree(node, TypeId{i}, Direction::out) + graph_.degree(node, TypeId{i}, Direction::in);
    return sum;
  }

  static std::string number(double value) {
    const std::string text = std::to_string(value);
    return text.substr(0, text.find('.') + 3);
  }

  void write_edge(RelationshipId id) {
    const std::string type = xml(graph_.types().name(graph_.type_of(id)));
    out_ << "      <edge id=\"e" << std::to_string(index(id)) << "\" source=\"n"
         << std::to_string(index(graph_.start_of(id))) << "\" target=\"n"
         << std::to_string(index(graph_.end_of(id))) << "\" kind=\"" << type << "\" label=\"" << type << '"'
         << spell(id) << '>';
    write_values(graph_.properties(id), "");
    out_ << "</edge>\n";
  }

  const GraphView& view_;
  const Graph& graph_;
  Sink out_;
  const ExportOptions& options_;
  std::optional<KeyId> date_;
  std::vector<Place> places_;  // by node id
};

}  // namespace

void write_gexf(const GraphView& view, std::ostream& out, const ExportOptions& options) {
  Writer(view, out, options).write();
}

}  // namespace attest
