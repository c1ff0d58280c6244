// GEXF 1.1 to 1.3: nodes (also nested ones), edges, their attributes. Looks (viz:…) are passed over.
#include <unordered_map>
#include <unordered_set>

#include <attest/exporters/label_text.hpp>
#include <attest/exporters/readers.hpp>
#include <attest/exporters/xml_reader.hpp>
#include <attest/exporters/xml_text.hpp>
#include <attest/graph/value_text.hpp>

namespace attest {
namespace {

using Event = XmlReader::Event;

struct Attribute {
  std::string title;
  std::string type;
  std::optional<std::string> fallback;
};
using Attributes = std::unordered_map<std::string, Attribute>;

class GexfReader {
 public:
  explicit GexfReader(const std::filesystem::path& file) : xml_(file) {}

  Fragment read() {
    if (xml_.next() != Event::start || xml_.name() != "gexf") throw xml_.error("expected <gexf>");
    each_child([&] {
      if (xml_.name() == "graph")
        read_graph();
      else if (xml_.name() == "meta")
        read_meta();
      else
        xml_.skip();
    });
    for (const auto& [at, line] : unchecked_) {
      const FragmentRelationship& edge = fragment_.relationships[at];
      for (const std::string& end : {edge.start, edge.end})
        if (!ids_.contains(end))
          throw xml_.error_at(line, "the edge names a node \"" + end + "\" that is not there");
    }
    return std::move(fragment_);
  }

 private:
  /// Calls visit() at the start of each child of the element just started, and stops at its end.
  template <class Visit>
  void each_child(Visit visit) {
    for (Event event = xml_.next(); event != Event::end && event != Event::done; event = xml_.next())
      if (event == Event::start) visit();
  }

  void read_meta() {
    each_child([&] {
      if (xml_.name() == "creator")
        ours_ = xml_.text() == "Attest";
      else
        xml_.skip();
    });
  }

  void read_graph() {
    each_child([&] {
      if (xml_.name() == "attributes")
        read_attributes();
      else if (xml_.name() == "nodes")
        read_nodes();
      else if (xml_.name() == "edges")
        read_edges();
      else
        xml_.skip();
    });
  }

  void read_attributes() {
    Attributes& of = xml_.required("class") == "edge" ? edge_attributes_ : node_attributes_;
    each_child([&] {
      const std::string id = xml_.required("id");
      Attribute attribute{decoded(xml_.required("title")), xml_.attribute("type").value_or("string"), {}};
      each_child([&] {
        if (xml_.name() == "default")
          attribute.fallback = xml_.text();
        else
          xml_.skip();
      });
      of.insert_or_assign(id, std::move(attribute));
    });
  }

  void read_nodes() {
    each_child([&] {
      if (xml_.name() == "node")
        read_node();
      else
        xml_.skip();
    });
  }

  void read_node() {
    FragmentNode node;
    node.id = xml_.required("id");
    if (!ids_.insert(node.id).second) throw xml_.error("the node id \"" + node.id + "\" is given twice");
    const auto label = xml_.attribute("label");
    node.properties = read_values(node_attributes_, &node.labels);
    if (!ours_) {
      node.properties.try_emplace("id", node.id);
      if (label) node.properties.try_emplace("label", *label);
    }
    fragment_.nodes.push_back(std::move(node));
  }

  void read_edges() {
    each_child([&] {
      if (xml_.name() == "edge")
        read_edge();
      else
        xml_.skip();
    });
  }

  void read_edge() {
    FragmentRelationship edge;
    edge.id = xml_.attribute("id").value_or("");
    edge.start = xml_.required("source");
    edge.end = xml_.required("target");
    const auto kind = xml_.attribute("kind");
    const auto label = xml_.attribute("label");
    edge.type = decoded(kind ? *kind : label.value_or("RELATED"));
    const auto weight = xml_.attribute("weight");
    unchecked_.emplace_back(fragment_.relationships.size(), xml_.line());
    edge.properties = read_values(edge_attributes_, nullptr);
    if (weight && !ours_) edge.properties.try_emplace("weight", value({"weight", "double", {}}, *weight));
    fragment_.relationships.push_back(std::move(edge));
  }

  Map read_values(const Attributes& attributes, std::vector<std::string>* labels) {
    Map map;
    each_child([&] {
      if (xml_.name() == "nodes") return read_nodes();
      if (xml_.name() == "edges") return read_edges();
      if (xml_.name() != "attvalues") return xml_.skip();
      each_child([&] {
        auto id = xml_.attribute("for");
        if (!id) id = xml_.required("id");  // 1.0
        const std::string text = decoded(xml_.required("value"));
        xml_.skip();
        if (labels && ours_ && *id == "labels") {
          *labels = split_labels(text);
          return;
        }
        const auto found = attributes.find(*id);
        if (found == attributes.end()) throw xml_.error("no <attribute> has the id \"" + *id + "\"");
        map.insert_or_assign(found->second.title, value(found->second, text));
      });
    });
    for (const auto& [id, attribute] : attributes)
      if (attribute.fallback) map.try_emplace(attribute.title, value(attribute, *attribute.fallback));
    return map;
  }

  Value value(const Attribute& attribute, const std::string& text) const {
    const bool is_text = !is_number_or_boolean(attribute.type);
    auto parsed = parse_text(is_text ? "string" : attribute.type, text);
    if (!parsed)
      throw xml_.error("\"" + attribute.title + "\" is declared " + attribute.type +
                       "; expected one, found \"" + text + "\"");
    return std::move(*parsed);
  }

  static bool is_number_or_boolean(std::string_view type) {
    for (const std::string_view known :
         {"integer", "int", "long", "short", "byte", "float", "double", "boolean"})
      if (type == known) return true;
    return false;
  }

  std::string decoded(const std::string& text) const { return ours_ ? unspell_controls(text) : text; }

  XmlReader xml_;
  bool ours_ = false;
  Attributes node_attributes_;
  Attributes edge_attributes_;
  std::unordered_set<std::string> ids_;
  std::vector<std::pair<std::size_t, std::uint64_t>> unchecked_;  // edges, and the lines they end on
  Fragment fragment_;
};

}  // namespace

Fragment read_gexf(const std::filesystem::path& file) {
  return GexfReader(file).read();
}

}  // namespace attest
