// GraphML 1.0 (graphml.graphdrawing.org), as networkx, igraph, Gephi and yEd read it.
//
// GraphML's types are boolean, long, double and string. A key whose values are all of one other type is a
// string and says the type in its <desc>; a key whose values differ in type is a string with a second key
// beside it that holds the type of each value that is not a string.
#include <map>
#include <set>

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

constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance")"
                                  R"( xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns )"
                                  R"(http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd")";
constexpr std::string_view yed_namespace = R"( xmlns:y="http://www.yworks.com/xml/graphml")";
constexpr std::string_view note = "  <desc>Attest property graph</desc>\n";

struct Key {
  std::string id;
  bool mixed = false;
};

/// The <key> elements of nodes or of edges, and what to call each property by.
class Keys {
 public:
  Keys(const Graph& graph, const KeyUses& uses, std::string_view element)
      : element_(element), prefix_(element[0]) {
    for (const KeyUse& use : uses) taken_.insert(graph.keys().name(use.key));
    for (const KeyUse& use : uses) declare(graph.keys().name(use.key), use);
  }

  bool has(const std::string& name) const { return taken_.contains(name); }

  /// A key of the format itself; its name makes way for a property's.
  void declare_own(std::string_view id, std::string name, std::string_view what) {
    declaration(id, unique(std::move(name)), "string", what);
  }

  const std::string& declarations() const { return declarations_; }

  void write(Sink& out, const std::vector<Property>& properties) const {
    for (const auto& [key, value] : properties) {
      const Key& of = keys_.at(key);
      std::string text;
      append_text(text, value);
      data(out, of.id, text);
      if (of.mixed && value.type() != Type::string) data(out, of.id + "t", type_word(value.type()));
    }
  }

  static void data(Sink& out, std::string_view key, std::string_view text) {
    out << "<data key=\"" << key << "\">";
    append_xml(out.buffer(), text);
    out << "</data>";
  }

 private:
  void declare(const std::string& name, const KeyUse& use) {
    Key key{prefix_ + std::to_string(keys_.size()), !use.single()};
    const std::string_view word = key.mixed ? "mixed" : type_word(*use.single());
    const bool native = word == "boolean" || word == "long" || word == "double" || word == "string";
    declaration(key.id, name, native ? word : "string", native ? "" : word);
    if (key.mixed) declaration(key.id + "t", unique(name + " (type)"), "string", "type of " + key.id);
    keys_.emplace(use.key, std::move(key));
  }

  void declaration(std::string_view id, std::string_view name, std::string_view type, std::string_view desc) {
    ((declarations_ += "  <key id=\"") += id) += "\" for=\"";
    (declarations_ += element_) += "\" attr.name=\"";
    append_xml(declarations_, name);
    ((declarations_ += "\" attr.type=\"") += type) += '"';
    if (desc.empty())
      declarations_ += "/>\n";
    else
      ((declarations_ += "><desc>") += desc) += "</desc></key>\n";
  }

  std::string unique(std::string name) {
    while (!taken_.insert(name).second) name += '_';
    return name;
  }

  std::string_view element_;
  char prefix_;
  std::map<KeyId, Key> keys_;
  std::set<std::string> taken_;
  std::string declarations_;
};

void write_yed_label(Sink& out, std::string_view shape, std::string_view fill, std::string_view label) {
  const std::string_view kind = shape == "ShapeNode" ? "Node" : "Edge";
  out << "<data key=\"" << (kind == "Node" ? "yn" : "ye") << "\"><y:" << shape << '>';
  if (!fill.empty()) out << "<y:Fill color=\"" << fill << "\" transparent=\"false\"/>";
  out << "<y:" << kind << "Label>";
  append_xml(out.buffer(), label);
  out << "</y:" << kind << "Label></y:" << shape << "></data>";
}

}  // namespace

void write_graphml(const GraphView& view, std::ostream& stream, const ExportOptions& options) {
  const Graph& graph = view.graph();
  const Inventory inventory = take_inventory(view);
  Keys node_keys(graph, inventory.node_keys, "node");
  Keys edge_keys(graph, inventory.relationship_keys, "edge");
  if (inventory.labelled) node_keys.declare_own("labels", "labels", "labels");
  const bool captioned = !node_keys.has("label");  // what Gephi shows, where no property says so already
  if (captioned) node_keys.declare_own("caption", "label", "caption");
  edge_keys.declare_own("label", "label", "type");

  Sink out(stream);
  out << head << (options.yed ? yed_namespace : "") << ">\n" << note;
  out << node_keys.declarations() << edge_keys.declarations();
  if (options.yed)
    out << "  <key id=\"yn\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
           "  <key id=\"ye\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";
  out << "  <graph id=\"G\" edgedefault=\"directed\">\n";
  view.each_node([&](NodeId node) {
    out << "    <node id=\"n" << std::to_string(index(node)) << "\">";
    const auto names = label_names(graph, node);
    if (!names.empty()) Keys::data(out, "labels", join_labels(names));
    if (captioned) Keys::data(out, "caption", caption(graph, node));
    node_keys.write(out, graph.properties(node));
    if (options.yed) write_yed_label(out, "ShapeNode", node_colour(graph, node), caption(graph, node));
    out << "</node>\n";
  });
  view.each_relationship([&](RelationshipId id) {
    const std::string& type = graph.types().name(graph.type_of(id));
    out << "    <edge id=\"e" << std::to_string(index(id)) << "\" source=\"n"
        << std::to_string(index(graph.start_of(id))) << "\" target=\"n"
        << std::to_string(index(graph.end_of(id))) << "\">";
    Keys::data(out, "label", type);
    edge_keys.write(out, graph.properties(id));
    if (options.yed) write_yed_label(out, "PolyLineEdge", "", type);
    out << "</edge>\n";
  });
  out << "  </graph>\n</graphml>\n";
  out.flush();
}

}  // namespace attest
