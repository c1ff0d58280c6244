// A graph as plain maps, slow and obvious: what the real one is compared with. And random values and steps.
#pragma once

#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <attest/graph/graph.hpp>

namespace attest::test {

using Properties = std::map<std::string, Value>;

struct ModelNode {
  std::set<std::string> labels;
  Properties properties;
};
struct ModelRelationship {
  std::string type;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  Properties properties;
};
struct Model {
  std::map<std::uint32_t, ModelNode> nodes;
  std::map<std::uint32_t, ModelRelationship> relationships;
};

/// The graph, read through every accessor that yields elements, labels and properties.
inline Model model_of(const Graph& graph) {
  Model out;
  graph.nodes().for_each([&](std::uint32_t id) {
    ModelNode& node = out.nodes[id];
    for (const LabelId label : graph.labels_of(NodeId{id})) node.labels.insert(graph.labels().name(label));
    for (const auto& [key, value] : graph.properties(NodeId{id})) {
      node.properties[graph.keys().name(key)] = value;
    }
  });
  graph.relationships().for_each([&](std::uint32_t id) {
    const RelationshipId r{id};
    ModelRelationship& relationship = out.relationships[id];
    relationship.type = graph.types().name(graph.type_of(r));
    relationship.start = index(graph.start_of(r));
    relationship.end = index(graph.end_of(r));
    for (const auto& [key, value] : graph.properties(r)) {
      relationship.properties[graph.keys().name(key)] = value;
    }
  });
  return out;
}

inline bool same(const Properties& a, const Properties& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](const auto& x, const auto& y) {
           return x.first == y.first && identical(x.second, y.second);
         });
}

/// Empty where they are equal, else the first difference.
inline std::string difference(const Model& a, const Model& b) {
  if (a.nodes.size() != b.nodes.size()) return "number of nodes";
  if (a.relationships.size() != b.relationships.size()) return "number of relationships";
  for (const auto& [id, node] : a.nodes) {
    const auto other = b.nodes.find(id);
    if (other == b.nodes.end()) return "node " + std::to_string(id) + " is missing";
    if (node.labels != other->second.labels) return "labels of node " + std::to_string(id);
    if (!same(node.properties, other->second.properties)) return "properties of node " + std::to_string(id);
  }
  for (const auto& [id, relationship] : a.relationships) {
    const auto found = b.relationships.find(id);
    if (found == b.relationships.end()) return "relationship " + std::to_string(id) + " is missing";
    const ModelRelationship& other = found->second;
    if (std::tie(relationship.type, relationship.start, relationship.end) !=
        std::tie(other.type, other.start, other.end)) {
      return "ends of relationship " + std::to_string(id);
    }
    if (!same(relationship.properties, other.properties)) {
      return "properties of relationship " + std::to_string(id);
    }
  }
  return {};
}

using Random = std::mt19937;

inline std::size_t below(Random& random, std::size_t limit) {
  return random() % limit;
}

inline Value random_value(Random& random, int depth = 0) {
  static const std::vector<std::string> texts{"",       "a",        "Ādaži",     "it's \"so\"\n\t\\",
                                              "\u0001", "@type",    "𝄞 clef",    std::string(3000, 'x'),
                                              "{}",     "Person 7", "\u007f del"};
  const auto whole = [&] { return static_cast<std::int64_t>((std::uint64_t{random()} << 32) | random()); };
  switch (below(random, depth > 2 ? 10 : 12)) {
    case 0:
      return below(random, 2) == 0;
    case 1:
      return static_cast<std::int64_t>(below(random, 5));
    case 2:
      return whole();
    case 3:
      return static_cast<double>(whole()) / 1024.0;
    case 4: {
      static const std::vector<double> odd{0.0,
                                           -0.0,
                                           1.0,
                                           0.1,
                                           1e300,
                                           std::numeric_limits<double>::infinity(),
                                           -std::numeric_limits<double>::infinity(),
                                           std::numeric_limits<double>::quiet_NaN()};
      return odd[below(random, odd.size())];
    }
    case 5:
      return texts[below(random, texts.size())];
    case 6:
      return "Person " + std::to_string(below(random, 20));
    case 7:
      return Date{whole() % 300000};
    case 8: {
      const LocalTime time{static_cast<std::int64_t>(below(random, 86'400)) * 1'000'000'000 +
                           static_cast<std::int64_t>(below(random, 1'000'000'000))};
      const auto offset = static_cast<std::int32_t>(below(random, 64'800)) - 32'400;
      const LocalDateTime both{Date{whole() % 300000}, time};
      switch (below(random, 4)) {
        case 0:
          return time;
        case 1:
          return Time{time, offset};
        case 2:
          return both;
        default:
          return DateTime{both, offset, below(random, 2) == 0 ? "" : "Europe/Stockholm"};
      }
    }
    case 9:
      return Duration{whole() % 1000, whole() % 1000, whole() % 100000,
                      static_cast<std::int32_t>(below(random, 1'000'000'000))};
    case 10: {
      List list;
      for (std::size_t i = below(random, 4); i > 0; --i) list.push_back(random_value(random, depth + 1));
      return list;
    }
    default: {
      Map map;
      for (std::size_t i = below(random, 3); i > 0; --i) {
        map[texts[1 + below(random, texts.size() - 1)]] = random_value(random, depth + 1);
      }
      return map;
    }
  }
}

/// Steps of one random writer, made on a graph and on a model alike.
class Writer {
 public:
  Writer(Graph& graph, Model& model, Random& random) : graph_(graph), model_(model), random_(random) {}

  void step() {
    switch (below(random_, 10)) {
      case 0:
      case 1:
      case 2:
        add_node();
        break;
      case 3:
      case 4:
      case 5:
        add_relationship();
        break;
      case 6:
        set_property();
        break;
      case 7:
        toggle_label();
        break;
      case 8:
        remove_relationship();
        break;
      default:
        remove_node();
    }
  }

 private:
  std::string name(const char* stem, std::size_t kinds) {
    return stem + std::to_string(below(random_, kinds));
  }
  template <class Elements>
  auto any(Elements& elements) {
    auto chosen = elements.lower_bound(
        static_cast<std::uint32_t>(below(random_, elements.empty() ? 1 : elements.rbegin()->first + 1)));
    return chosen == elements.end() ? elements.begin() : chosen;
  }

  void add_node() {
    const std::string label = name("L", 4);
    const std::string key = name("k", 5);
    const Value value = random_value(random_);
    const std::vector<LabelId> labels{graph_.label(label)};
    const std::vector<Property> properties{{graph_.key(key), value}};
    const NodeId node = graph_.add_node(labels, properties);
    model_.nodes[index(node)] = {{label}, {{key, value}}};
  }
  void add_relationship() {
    if (model_.nodes.empty()) return;
    const std::uint32_t start = any(model_.nodes)->first;
    const std::uint32_t end = any(model_.nodes)->first;
    const std::string type = name("T", 3);
    const Value value = random_value(random_);
    const std::vector<Property> properties{{graph_.key("w"), value}};
    const RelationshipId r =
        graph_.add_relationship(graph_.type(type), NodeId{start}, NodeId{end}, properties);
    model_.relationships[index(r)] = {type, start, end, {{"w", value}}};
  }
  void set_property() {
    const std::string key = name("k", 5);
    const Value value = below(random_, 4) == 0 ? Value() : random_value(random_);
    const auto change = [&](auto& properties) {
      if (value.is_null()) {
        properties.erase(key);
      } else {
        properties[key] = value;
      }
    };
    if (below(random_, 2) == 0 && !model_.relationships.empty()) {
      auto r = any(model_.relationships);
      graph_.set_property(RelationshipId{r->first}, graph_.key(key), value);
      change(r->second.properties);
    } else if (!model_.nodes.empty()) {
      auto node = any(model_.nodes);
      graph_.set_property(NodeId{node->first}, graph_.key(key), value);
      change(node->second.properties);
    }
  }
  void toggle_label() {
    if (model_.nodes.empty()) return;
    auto node = any(model_.nodes);
    const std::string label = name("L", 4);
    if (node->second.labels.erase(label) > 0) {
      graph_.remove_label(NodeId{node->first}, graph_.label(label));
    } else {
      graph_.add_label(NodeId{node->first}, graph_.label(label));
      node->second.labels.insert(label);
    }
  }
  void remove_relationship() {
    if (model_.relationships.empty()) return;
    auto r = any(model_.relationships);
    graph_.remove(RelationshipId{r->first});
    model_.relationships.erase(r);
  }
  void remove_node() {
    if (model_.nodes.empty()) return;
    auto node = any(model_.nodes);
    std::erase_if(model_.relationships, [&](const auto& r) {
      if (r.second.start != node->first && r.second.end != node->first) return false;
      graph_.remove(RelationshipId{r.first});
      return true;
    });
    graph_.remove(NodeId{node->first});
    model_.nodes.erase(node);
  }

  Graph& graph_;
  Model& model_;
  Random& random_;
};

using Row = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // neighbour, relationship

inline Row expected_row(const Model& model, std::uint32_t node, const std::string& type,
                        Direction direction) {
  Row row;
  for (const auto& [id, r] : model.relationships) {
    if (r.type != type) continue;
    if (direction == Direction::out && r.start == node) row.emplace_back(r.end, id);
    if (direction == Direction::in && r.end == node) row.emplace_back(r.start, id);
  }
  std::sort(row.begin(), row.end());
  return row;
}

}  // namespace attest::test
