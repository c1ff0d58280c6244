#include "graphs.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <attest/graph/value_text.hpp>

namespace attest::test {
namespace {

using Random = std::mt19937_64;

std::size_t below(Random& random, std::size_t limit) {
  return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
}

const std::vector<std::string>& hostile_texts() {
  static const std::vector<std::string> texts{
      "",
      " ",
      "plain",
      "]]>",
      "<!--&amp;--><script>alert('x')</script>",
      "\"quotes\" 'and' `ticks` \\ back\\slash \\n \\u0041",
      "line\nbreak\r\nand\ttab\r",
      std::string("nul\0inside", 10),
      "\x01\x02\x1f\x7f",
      "_x0001_ _x005F_ _x",
      "😀 👩‍👩‍👧 ﷽ ñ 漢字 עברית",
      "\xEF\xBF\xBE\xEF\xBF\xBF",  // U+FFFE U+FFFF
      "\xC2\x85 \xE2\x80\xA8",     // NEL, LINE SEPARATOR
      "a;b,c|d:e",
      ":A:B",
      "true",
      "42",
      "NaN",
      "null",
      "{\"@type\": \"date\", \"@value\": \"x\"}",
      "trailing\\",
      "${x} %s {0} #",
      "=1+1",
  };
  return texts;
}

std::string random_text(Random& random) {
  const auto& texts = hostile_texts();
  std::string text = texts[below(random, texts.size())];
  if (below(random, 3) == 0) text += texts[below(random, texts.size())];
  return text;
}

std::string random_name(Random& random) {
  std::string name = random_text(random);
  return name.empty() ? "name" : name;
}

std::int64_t random_integer(Random& random) {
  switch (below(random, 4)) {
    case 0:
      return std::numeric_limits<std::int64_t>::min();
    case 1:
      return std::numeric_limits<std::int64_t>::max();
    case 2:
      return static_cast<std::int64_t>(random());
    default:
      return static_cast<std::int64_t>(below(random, 100)) - 50;
  }
}

double random_double(Random& random) {
  constexpr double special[] = {0.0, -0.0, 1.0, 0.1, -1e300, 5e-324, 1e21, 123456789.125};
  switch (below(random, 5)) {
    case 0:
      return std::numeric_limits<double>::quiet_NaN();
    case 1:
      return std::numeric_limits<double>::infinity() * (below(random, 2) ? 1 : -1);
    default:
      return special[below(random, std::size(special))];
  }
}

LocalTime random_clock(Random& random) {
  const auto seconds = static_cast<std::int64_t>(below(random, 86400));
  return {seconds * 1'000'000'000 +
          (below(random, 2) ? 0 : static_cast<std::int64_t>(below(random, 1'000'000'000)))};
}

Date random_date(Random& random) {
  return {static_cast<std::int64_t>(below(random, 2'000'000)) - 1'000'000};
}

Value random_temporal(Random& random) {
  const auto offset = (static_cast<std::int32_t>(below(random, 73)) - 36) * 1800;
  switch (below(random, 6)) {
    case 0:
      return random_date(random);
    case 1:
      return random_clock(random);
    case 2:
      return Time{random_clock(random), offset};
    case 3:
      return LocalDateTime{random_date(random), random_clock(random)};
    case 4: {
      // A zone's offset has a history; UTC has none.
      const bool named = below(random, 2) == 0;
      return DateTime{
          {random_date(random), random_clock(random)}, named ? 0 : offset, named ? "Etc/UTC" : ""};
    }
    default:
      return Duration{static_cast<std::int64_t>(below(random, 40)) - 20,
                      static_cast<std::int64_t>(below(random, 9)) - 4,
                      static_cast<std::int64_t>(below(random, 200000)) - 100000,
                      static_cast<std::int32_t>(below(random, 3) * 250'000'000)};
  }
}

List random_list(Random& random, int depth) {
  List list;
  const std::size_t size = below(random, 4);
  if (below(random, 2) == 0)  // of one type, as most lists are
    for (std::size_t i = 0; i < size; ++i) list.emplace_back(random_text(random));
  else
    for (std::size_t i = 0; i < size; ++i)
      list.push_back(below(random, 6) ? random_value(random, depth + 1) : Value());
  return list;
}

Map random_map(Random& random, int depth) {
  Map map;
  for (std::size_t i = below(random, 4); i > 0; --i)
    map[below(random, 5) ? random_text(random) : "@type"] = random_value(random, depth + 1);
  return map;
}

/// A node or relationship as text that is equal where they are.
std::string describe(const Graph& graph, const std::vector<Property>& properties) {
  Map map;
  for (const auto& [key, value] : properties) map.emplace(graph.keys().name(key), value);
  std::string text;
  append_json(text, Value(std::move(map)));
  return text;
}

std::int64_t number_of(const Graph& graph, NodeId node) {
  const auto key = graph.keys().find("number");
  const Value value = key ? graph.property(node, *key) : Value();
  return value.type() == Value::Type::integer ? value.integer() : -1;
}

std::map<std::int64_t, std::string> describe_nodes(const Graph& graph) {
  std::map<std::int64_t, std::string> all;
  for (std::uint32_t i = 0; i < graph.node_limit(); ++i) {
    const NodeId node{i};
    if (!graph.contains(node)) continue;
    std::vector<std::string> labels;
    for (const LabelId label : graph.labels_of(node)) labels.push_back(graph.labels().name(label));
    std::sort(labels.begin(), labels.end());
    std::string text;
    for (const std::string& label : labels) append_json_string(text, label);
    all[number_of(graph, node)] += text + describe(graph, graph.properties(node));
  }
  return all;
}

std::vector<std::string> describe_relationships(const Graph& graph) {
  std::vector<std::string> all;
  for (std::uint32_t i = 0; i < graph.relationship_limit(); ++i) {
    const RelationshipId id{i};
    if (!graph.contains(id)) continue;
    std::string text = std::to_string(number_of(graph, graph.start_of(id))) + " → " +
                       std::to_string(number_of(graph, graph.end_of(id))) + " ";
    append_json_string(text, graph.types().name(graph.type_of(id)));
    all.push_back(text + describe(graph, graph.properties(id)));
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

Graph small_graph() {
  Graph graph;
  const NodeId anna = add_node(graph, {"Person"}, {{"name", "Anna Berg"}, {"born", 1970}, {"height", 1.75}});
  const NodeId omar =
      add_node(graph, {"Person", "Author"}, {{"name", "Omar & \"Sons\" <omar>"}, {"alive", true}});
  const NodeId village =
      add_node(graph, {"Place"}, {{"name", "Älvsjö"}, {"aliases", List{"Alvsjo", "Elfsjö"}}});
  const NodeId event =
      add_node(graph, {"Event"}, {{"name", "meeting"}, {"type", "meeting"}, {"date", "2023-09"}});
  add_node(graph, {}, {});
  add_relationship(graph, "LIVES_IN", anna, village, {{"confidence", 0.5}});
  add_relationship(graph, "LIVES_IN", omar, village);
  add_relationship(graph, "KNOWS", anna, omar, {{"since", 1999}});
  add_relationship(graph, "KNOWS", anna, omar, {{"since", 2001}});
  add_relationship(graph, "PARTICIPATED_IN", omar, event, {{"role", "agent"}});
  return graph;
}

Value random_value(Random& random, int depth) {
  switch (below(random, depth < 3 ? 9 : 7)) {
    case 0:
      return below(random, 2) == 0;
    case 1:
      return random_integer(random);
    case 2:
      return random_double(random);
    case 3:
      return random_temporal(random);
    case 7:
      return random_list(random, depth);
    case 8:
      return random_map(random, depth);
    default:
      return random_text(random);
  }
}

Graph random_graph(Random& random, std::size_t nodes) {
  Graph graph;
  std::vector<std::string> keys;
  std::vector<Value> samples;  // half of the keys keep to one type
  for (int i = 0; i < 8; ++i) keys.push_back(random_name(random));
  const std::vector<std::string> labels{random_name(random), random_name(random), "Person"};
  const auto random_properties = [&] {
    Map map;
    for (std::size_t i = below(random, 5); i > 0; --i) {
      const std::size_t at = below(random, keys.size());
      Value value = random_value(random);
      if (at >= 4) value = at % 2 ? Value(random_integer(random)) : Value(random_text(random));
      map[keys[at]] = std::move(value);
    }
    return map;
  };
  std::vector<NodeId> ids;
  for (std::size_t i = 0; i < nodes; ++i) {
    Map map = random_properties();
    map["number"] = static_cast<std::int64_t>(i);
    std::vector<std::string> names;
    for (const std::string& label : labels)
      if (below(random, 2) == 0) names.push_back(label);
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    ids.push_back(add_node(graph, names, map));
  }
  for (std::size_t i = 0; i < 2 * nodes; ++i)
    add_relationship(graph, random_name(random).c_str(), ids[below(random, nodes)], ids[below(random, nodes)],
                     random_properties());
  return graph;
}

std::string difference(const Graph& a, const Graph& b) {
  const auto nodes_a = describe_nodes(a);
  const auto nodes_b = describe_nodes(b);
  for (const auto& [number, text] : nodes_a) {
    const auto found = nodes_b.find(number);
    if (found == nodes_b.end()) return "node " + std::to_string(number) + " is missing";
    if (found->second != text)
      return "node " + std::to_string(number) + ": " + text + "\nbecame " + found->second;
  }
  if (nodes_a.size() != nodes_b.size()) return "there are more nodes";
  const auto left = describe_relationships(a);
  const auto right = describe_relationships(b);
  if (left.size() != right.size()) return "the number of relationships differs";
  for (std::size_t i = 0; i < left.size(); ++i)
    if (left[i] != right[i]) return "relationship " + left[i] + "\nbecame " + right[i];
  return {};
}

}  // namespace attest::test
