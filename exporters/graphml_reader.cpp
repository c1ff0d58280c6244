// GraphML as Attest writes it, back to the very same values; and as networkx, igraph, yEd and Neo4j (APOC)
// write it.
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

constexpr std::string_view attest_note = "Attest property graph";
constexpr std::string_view default_type = "RELATED";

struct Key {
  enum class Role { property, labels, type, value_type, graphics, caption };
  Role role = Role::property;
  std::string name;
  std::string type = "string";
  std::string element = "all";  // node, edge, graph, all
  std::string typed_key;        // Role::value_type: the key whose values it tells the type of
  std::optional<std::string> fallback;
};

/// What <data> elements say of one node or edge, before it is known which of them are what.
struct Data {
  Map properties;
  std::vector<std::string> labels;
  std::string type;
  std::unordered_map<std::string, std::string> value_types;  // by key id
};

class GraphMLReader {
 public:
  explicit GraphMLReader(const std::filesystem::path& file) : xml_(file) {}

  Fragment read() {
    if (xml_.next() != Event::start || xml_.name() != "graphml") throw xml_.error("expected <graphml>");
    for (Event event = xml_.next(); event != Event::done; event = xml_.next()) {
      if (event != Event::start) continue;
      if (xml_.name() == "desc")
        ours_ = xml_.text() == attest_note;
      else if (xml_.name() == "key")
        read_key();
      else if (xml_.name() == "graph")
        read_graph();
      else
        xml_.skip();
    }
    check_ends();
    return std::move(fragment_);
  }

 private:
  void read_key() {
    Key key;
    const std::string id = xml_.required("id");
    key.name = decoded(xml_.attribute("attr.name").value_or(id));
    key.type = xml_.attribute("attr.type").value_or("string");
    key.element = xml_.attribute("for").value_or("all");
    if (xml_.attribute("yfiles.type")) key.role = Key::Role::graphics;
    std::string note;
    for (Event event = xml_.next(); event != Event::end; event = xml_.next()) {
      if (event != Event::start) continue;
      if (xml_.name() == "default")
        key.fallback = xml_.text();
      else if (xml_.name() == "desc")
        note = xml_.text();
      else
        xml_.skip();
    }
    if (ours_)
      adopt_note(key, note);
    else
      guess_role(key, id);
    if (key.role == Key::Role::property && !is_scalar(key.type) && !ours_)
      throw xml_.error("key \"" + id + "\" has the type \"" + key.type +
                       "\"; expected boolean, int, long, float, double or string");
    keys_.insert_or_assign(id, std::move(key));
  }

  static bool is_scalar(std::string_view type) {
    for (const std::string_view known : {"boolean", "int", "long", "float", "double", "string"})
      if (type == known) return true;
    return false;
  }

  static void adopt_note(Key& key, const std::string& note) {
    constexpr std::string_view type_of = "type of ";
    if (note == "labels")
      key.role = Key::Role::labels;
    else if (note == "type")
      key.role = Key::Role::type;
    else if (note == "caption")
      key.role = Key::Role::caption;
    else if (note.starts_with(type_of)) {
      key.role = Key::Role::value_type;
      key.typed_key = note.substr(type_of.size());
    } else if (!note.empty() && note != "mixed") {
      key.type = note;
    }
  }

  static void guess_role(Key& key, const std::string& id) {
    if (key.element == "node" && (key.name == "labels" || id == "labels")) key.role = Key::Role::labels;
    if (key.element == "edge" && key.name == "label") key.role = Key::Role::type;
  }

  void read_graph() {
    for (Event event = xml_.next(); event != Event::end; event = xml_.next()) {
      if (event == Event::done) return;
      if (event != Event::start) continue;
      if (xml_.name() == "node")
        read_node();
      else if (xml_.name() == "edge")
        read_edge();
      else if (xml_.name() == "hyperedge")
        throw xml_.error("<hyperedge> has no place in a property graph");
      else
        xml_.skip();
    }
  }

  void read_node() {
    FragmentNode node;
    node.id = xml_.required("id");
    if (!nodes_.insert(node.id).second) throw xml_.error("the node id \"" + node.id + "\" is given twice");
    const auto marked = xml_.attribute("labels");
    Data data = read_data("node");
    node.labels = marked ? split_labels(*marked) : std::move(data.labels);
    node.properties = std::move(data.properties);
    if (!ours_) node.properties.try_emplace("id", node.id);
    fragment_.nodes.push_back(std::move(node));
  }

  void read_edge() {
    FragmentRelationship edge;
    edge.id = xml_.attribute("id").value_or("");
    edge.start = xml_.required("source");
    edge.end = xml_.required("target");
    if (edge.start.empty() || edge.end.empty())
      throw xml_.error("expected the id of a node in source and target");
    const auto marked = xml_.attribute("label");
    Data data = read_data("edge");
    edge.type = marked ? *marked : std::move(data.type);
    if (edge.type.empty() && !ours_) edge.type = default_type;
    edge.properties = std::move(data.properties);
    unchecked_.emplace_back(fragment_.relationships.size(), xml_.line());
    fragment_.relationships.push_back(std::move(edge));
  }

  /// Reads to the end of the node or edge. Graphs inside a node (groups of yEd) give their nodes to this one.
  Data read_data(std::string_view element) {
    Data data;
    for (Event event = xml_.next(); event != Event::end; event = xml_.next()) {
      if (event == Event::done) break;
      if (event != Event::start) continue;
      if (xml_.name() == "data")
        read_datum(data);
      else if (xml_.name() == "graph")
        read_graph();
      else
        xml_.skip();
    }
    retype(data);
    add_fallbacks(data, element);
    return data;
  }

  void read_datum(Data& data) {
    const std::string id = xml_.required("key");
    const auto found = keys_.find(id);
    if (found == keys_.end()) throw xml_.error("no <key> has the id \"" + id + "\"");
    const Key& key = found->second;
    if (key.role == Key::Role::graphics) {
      if (auto label = read_yed_label(); !label.empty() && !ours_)
        data.properties.try_emplace("label", label);
      return;
    }
    std::string text = xml_.text();
    switch (key.role) {
      case Key::Role::labels:
        data.labels = split_labels(decoded(text));
        return;
      case Key::Role::type:
        data.type = decoded(text);
        return;
      case Key::Role::caption:
        return;  // of properties that come by themselves
      case Key::Role::value_type:
        data.value_types[key.typed_key] = text;
        return;
      default:
        data.properties.insert_or_assign(key.name, value(key, key.type, text));
    }
  }

  Value value(const Key& key, const std::string& type, const std::string& text) const {
    auto parsed = parse_text(type, decoded(text));
    if (!parsed && text.empty()) return {};  // what igraph writes for a missing number
    if (!parsed)
      throw xml_.error("\"" + key.name + "\" is declared " + type + "; expected one, found \"" + text + "\"");
    return std::move(*parsed);
  }

  /// Values of a mixed key come as strings; the second key says what they are.
  void retype(Data& data) {
    for (const auto& [id, type] : data.value_types) {
      const auto found = keys_.find(id);
      if (found == keys_.end()) continue;
      const auto property = data.properties.find(found->second.name);
      if (property == data.properties.end()) continue;
      auto parsed = parse_text(type, property->second.string());
      if (!parsed)
        throw xml_.error("\"" + property->first + "\" is said to be of type " + type + " and is not");
      property->second = std::move(*parsed);
    }
  }

  void add_fallbacks(Data& data, std::string_view element) const {
    for (const auto& [id, key] : keys_)
      if (key.fallback && key.role == Key::Role::property && (key.element == element || key.element == "all"))
        data.properties.try_emplace(key.name, value(key, key.type, *key.fallback));
  }

  /// The first <y:NodeLabel> or <y:EdgeLabel> inside the <data>.
  std::string read_yed_label() {
    std::string label;
    for (int depth = 1; depth > 0;) {
      const Event event = xml_.next();
      if (event == Event::end) --depth;
      if (event == Event::done) break;
      if (event != Event::start) continue;
      if (label.empty() && (xml_.name() == "NodeLabel" || xml_.name() == "EdgeLabel"))
        label = xml_.text();
      else
        ++depth;
    }
    return label;
  }

  std::string decoded(const std::string& text) const { return ours_ ? unspell_controls(text) : text; }

  void check_ends() const {
    for (const auto& [at, line] : unchecked_) {
      const FragmentRelationship& edge = fragment_.relationships[at];
      for (const std::string& end : {edge.start, edge.end})
        if (!nodes_.contains(end))
          throw xml_.error_at(line, "the edge names a node \"" + end + "\" that is not there");
    }
  }

  XmlReader xml_;
  bool ours_ = false;
  std::unordered_map<std::string, Key> keys_;
  std::unordered_set<std::string> nodes_;
  std::vector<std::pair<std::size_t, std::uint64_t>> unchecked_;  // edges, and the lines they end on
  Fragment fragment_;
};

}  // namespace

Fragment read_graphml(const std::filesystem::path& file) {
  return GraphMLReader(file).read();
}

}  // namespace attest
