// JSON in four shapes: the fragment form that Attest itself reads, and what D3, Cytoscape.js and networkx
// take.
#include <initializer_list>

#include <attest/exporters/formats.hpp>
#include <attest/exporters/label_text.hpp>
#include <attest/exporters/palette.hpp>
#include <attest/exporters/sink.hpp>
#include <attest/graph/value_text.hpp>

namespace attest {
namespace {

std::string id_text(NodeId node) {
  return "\"n" + std::to_string(index(node)) + '"';
}
std::string id_text(RelationshipId relationship) {
  return "\"r" + std::to_string(index(relationship)) + '"';
}

std::string json_text(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string labels_json(const Graph& graph, NodeId node) {
  std::string out = "[";
  for (const std::string_view name : label_names(graph, node)) {
    if (out.size() > 1) out += ", ";
    append_json_string(out, name);
  }
  return out + "]";
}

/// {"key": value, …}, keys in alphabetical order.
std::string properties_json(const Graph& graph, const std::vector<Property>& properties) {
  Map map;
  for (const auto& [key, value] : properties) map.emplace(graph.keys().name(key), value);
  std::string out = "{";
  for (const auto& [key, value] : map) {
    if (out.size() > 1) out += ", ";
    append_json_string(out, key);
    out += ": ";
    append_json(out, value);
  }
  return out + "}";
}

/// , "key": value for each property. A key that the format uses itself gets '_' appended until it is free.
std::string flat_json(const Graph& graph, const std::vector<Property>& properties,
                      std::initializer_list<std::string_view> taken) {
  Map map;
  for (const auto& [key, value] : properties) map.emplace(graph.keys().name(key), value);
  for (const std::string_view name : taken) {
    auto found = map.extract(std::string(name));
    if (!found) continue;
    do found.key() += '_';
    while (map.contains(found.key()));
    map.insert(std::move(found));
  }
  std::string out;
  for (const auto& [key, value] : map) {
    out += ", ";
    append_json_string(out, key);
    out += ": ";
    append_json(out, value);
  }
  return out;
}

/// Writes the two arrays of any shape: an opening, the nodes, what stands between, the relationships, the
/// end.
template <class Node, class Relationship>
void write_arrays(const GraphView& view, Sink& out, std::string_view open, std::string_view between,
                  std::string_view close, Node node_json, Relationship relationship_json) {
  out << open;
  bool first = true;
  view.each_node([&](NodeId node) {
    out << (first ? "\n" : ",\n") << node_json(node);
    first = false;
  });
  out << between;
  first = true;
  view.each_relationship([&](RelationshipId id) {
    out << (first ? "\n" : ",\n") << relationship_json(id);
    first = false;
  });
  out << close;
}

void write_fragment(const GraphView& view, Sink& out) {
  const Graph& graph = view.graph();
  write_arrays(
      view, out, R"({"nodes": [)", R"(], "relationships": [)", "]}\n",
      [&](NodeId node) {
        return R"({"id": )" + id_text(node) + R"(, "labels": )" + labels_json(graph, node) +
               R"(, "properties": )" + properties_json(graph, graph.properties(node)) + "}";
      },
      [&](RelationshipId id) {
        return R"({"id": )" + id_text(id) + R"(, "type": )" +
               json_text(graph.types().name(graph.type_of(id))) + R"(, "start": )" +
               id_text(graph.start_of(id)) + R"(, "end": )" + id_text(graph.end_of(id)) +
               R"(, "properties": )" + properties_json(graph, graph.properties(id)) + "}";
      });
}

void write_d3(const GraphView& view, Sink& out) {
  const Graph& graph = view.graph();
  write_arrays(
      view, out, R"({"nodes": [)", R"(], "links": [)", "]}\n",
      [&](NodeId node) {
        const auto names = label_names(graph, node);
        return R"({"id": )" + id_text(node) + R"(, "labels": )" + labels_json(graph, node) +
               R"(, "group": )" + (names.empty() ? "null" : json_text(names.front())) +
               flat_json(graph, graph.properties(node), {"id", "labels", "group"}) + "}";
      },
      [&](RelationshipId id) {
        return R"({"id": )" + id_text(id) + R"(, "source": )" + id_text(graph.start_of(id)) +
               R"(, "target": )" + id_text(graph.end_of(id)) + R"(, "type": )" +
               json_text(graph.types().name(graph.type_of(id))) +
               flat_json(graph, graph.properties(id), {"id", "source", "target", "type"}) + "}";
      });
}

void write_cytoscape(const GraphView& view, Sink& out) {
  const Graph& graph = view.graph();
  write_arrays(
      view, out, R"({"elements": {"nodes": [)", R"(], "edges": [)", "]}}\n",
      [&](NodeId node) {
        std::string classes;
        for (const std::string_view name : label_names(graph, node))
          (classes += classes.empty() ? "" : " ") += name;
        return R"({"data": {"id": )" + id_text(node) + R"(, "label": )" + json_text(caption(graph, node)) +
               R"(, "labels": )" + labels_json(graph, node) +
               flat_json(graph, graph.properties(node), {"id", "label", "labels", "parent"}) +
               R"(}, "classes": )" + json_text(classes) + "}";
      },
      [&](RelationshipId id) {
        const std::string type = json_text(graph.types().name(graph.type_of(id)));
        return R"({"data": {"id": )" + id_text(id) + R"(, "source": )" + id_text(graph.start_of(id)) +
               R"(, "target": )" + id_text(graph.end_of(id)) + R"(, "label": )" + type +
               flat_json(graph, graph.properties(id), {"id", "source", "target", "label"}) +
               R"(}, "classes": )" + type + "}";
      });
}

void write_node_link(const GraphView& view, Sink& out) {
  const Graph& graph = view.graph();
  write_arrays(
      view, out, R"({"directed": true, "multigraph": true, "graph": {}, "nodes": [)", R"(], "links": [)",
      "]}\n",
      [&](NodeId node) {
        return R"({"id": )" + id_text(node) + R"(, "labels": )" + labels_json(graph, node) +
               flat_json(graph, graph.properties(node), {"id", "labels"}) + "}";
      },
      [&](RelationshipId id) {
        return R"({"source": )" + id_text(graph.start_of(id)) + R"(, "target": )" +
               id_text(graph.end_of(id)) + R"(, "key": )" + id_text(id) + R"(, "type": )" +
               json_text(graph.types().name(graph.type_of(id))) +
               flat_json(graph, graph.properties(id), {"source", "target", "key", "type"}) + "}";
      });
}

}  // namespace

void write_json(const GraphView& view, std::ostream& stream, const ExportOptions& options) {
  Sink out(stream);
  if (options.style.empty() || options.style == "fragment")
    write_fragment(view, out);
  else if (options.style == "d3")
    write_d3(view, out);
  else if (options.style == "cytoscape")
    write_cytoscape(view, out);
  else if (options.style == "node-link")
    write_node_link(view, out);
  else
    throw UsageError("JSON has no style \"" + options.style +
                     "\"; the styles are fragment, d3, cytoscape, node-link");
  out.flush();
}

}  // namespace attest
