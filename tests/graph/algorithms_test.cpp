#include <attest/graph/algorithms.hpp>

#include <catch2/catch.hpp>
#include <cstdio>
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include <attest/graph/error.hpp>

#include "../support.hpp"
#include "model.hpp"

namespace attest::algo {
namespace {

using nlohmann::json;
using test::below;
using test::Random;
using test::TemporaryDirectory;

constexpr const char* selected_label = "N";
constexpr const char* weight_key = "weight";

/// A simple directed graph of `count` nodes that the selection sees, among others that it does not: other
/// labels, other types, removed nodes.
Graph random_graph(unsigned seed, std::size_t count, std::size_t relationships, bool hubs) {
  Random random(seed);
  Graph graph;
  const LabelId chosen = graph.label(selected_label);
  const LabelId other = graph.label("Other");
  std::vector<NodeId> nodes;
  std::vector<NodeId> others;
  while (nodes.size() < count) {
    switch (below(random, 4)) {
      case 0:
        others.push_back(graph.add_node(std::vector{other}, {}));
        break;
      case 1:
        graph.remove(graph.add_node(std::vector{chosen}, {}));
        break;
      default:
        nodes.push_back(graph.add_node(std::vector{chosen}, {}));
    }
  }
  const TypeId type[] = {graph.type("A"), graph.type("B"), graph.type("Unseen")};
  const KeyId weight = graph.key(weight_key);
  std::set<std::pair<NodeId, NodeId>> pairs;
  while (pairs.size() < relationships) {
    const double u = static_cast<double>(random()) / 4294967296.0;
    const NodeId start = nodes[below(random, count)];
    const NodeId end =
        nodes[hubs ? static_cast<std::size_t>(static_cast<double>(count) * u * u * u) : below(random, count)];
    if (start == end || !pairs.insert({start, end}).second) continue;
    const double w = 1 + static_cast<double>(random() % 1000) / 16;
    graph.add_relationship(type[below(random, 2)], start, end, std::vector{Property{weight, w}});
    graph.add_relationship(type[2], end, start, {});
    if (!others.empty()) graph.add_relationship(type[0], start, others[below(random, others.size())], {});
  }
  return graph;
}

Selection selection_of(const Graph& graph, Direction direction) {
  return {{*graph.labels().find(selected_label)},
          {*graph.types().find("A"), *graph.types().find("B")},
          direction,
          {}};
}

json description(const Graph& graph, NodeId source) {
  json out{{"nodes", json::array()},
           {"edges", json::array()},
           {"groups", json::object()},
           {"source", index(source)}};
  const LabelId chosen = *graph.labels().find(selected_label);
  graph.nodes_with(chosen).for_each([&](std::uint32_t id) { out["nodes"].push_back(id); });
  graph.relationships().for_each([&](std::uint32_t id) {
    const RelationshipId r{id};
    if (graph.types().name(graph.type_of(r)) == "Unseen" || !graph.has_label(graph.end_of(r), chosen)) return;
    out["edges"].push_back({index(graph.start_of(r)), index(graph.end_of(r)),
                            graph.property(r, *graph.keys().find(weight_key)).floating()});
  });
  for (const auto& [node, group] :
       communities(graph, selection_of(graph, Direction::both), {.weight = graph.keys().find(weight_key)})) {
    out["groups"][std::to_string(index(node))] = group;
  }
  return out;
}

bool has_networkx() {
  return std::system("/usr/bin/python3 -c 'import networkx' 2>/dev/null") == 0;
}

json networkx(const json& input) {
  const TemporaryDirectory folder;
  const std::string in = folder.path() / "in.json";
  const std::string out = folder.path() / "out.json";
  std::ofstream(in) << input;
  const std::string script = test::source_dir() / "tests/graph/networkx_reference.py";
  REQUIRE(std::system(("/usr/bin/python3 " + script + " < " + in + " > " + out).c_str()) == 0);
  return json::parse(std::ifstream(out));
}

double number(const Score& score) {
  return score.score;
}
double number(const Membership& membership) {
  return membership.group;
}

template <class Result>
void compare(const json& expected, const std::vector<Result>& results) {
  REQUIRE(results.size() == expected.size());
  for (const Result& result : results) {
    INFO("node " << index(result.node));
    const double wanted = expected.at(std::to_string(index(result.node)));
    REQUIRE(number(result) == Approx(wanted).margin(1e-9).epsilon(0));
  }
}

/// The path is one: it holds together, goes from `from` to `to` and is as long as it says.
void check_path(const Graph& graph, const WeightedPath& found, NodeId from, NodeId to,
                std::optional<KeyId> key) {
  const Path& path = found.path;
  REQUIRE(path.nodes.front() == from);
  REQUIRE(path.nodes.back() == to);
  REQUIRE(path.nodes.size() == path.relationships.size() + 1);
  double total = 0;
  for (std::size_t i = 0; i < path.relationships.size(); ++i) {
    REQUIRE(graph.start_of(path.relationships[i]) == path.nodes[i]);
    REQUIRE(graph.end_of(path.relationships[i]) == path.nodes[i + 1]);
    total += key ? graph.property(path.relationships[i], *key).floating() : 1;
  }
  REQUIRE(total == Approx(found.distance));
}

}  // namespace

TEST_CASE("algorithms agree with networkx to 1e-9") {
  if (!has_networkx()) {
    WARN("skipped: python3-networkx is not installed");
    return;
  }
  struct Shape {
    unsigned seed;
    std::size_t nodes;
    std::size_t relationships;
    bool hubs;
  };
  for (const Shape shape : {Shape{1, 60, 300, false}, Shape{2, 150, 140, false}, Shape{3, 200, 700, true}}) {
    const Graph graph = random_graph(shape.seed, shape.nodes, shape.relationships, shape.hubs);
    const Selection out = selection_of(graph, Direction::out);
    const Selection in = selection_of(graph, Direction::in);
    const Selection both = selection_of(graph, Direction::both);
    const KeyId weight = *graph.keys().find(weight_key);
    const NodeId source{static_cast<std::uint32_t>(graph.nodes_with(out.labels[0]).next(0))};
    const json input = description(graph, source);
    const json expected = networkx(input);
    INFO("graph " << shape.seed);

    compare(expected["pagerank"], pagerank(graph, out, {.iterations = 300}));
    compare(expected["betweenness"], betweenness(graph, out));
    compare(expected["betweenness_normalized"], betweenness(graph, out, true));
    compare(expected["closeness"], closeness(graph, out));
    compare(expected["out_degree"], degree(graph, out));
    compare(expected["in_degree"], degree(graph, in));
    compare(expected["degree"], degree(graph, both));
    compare(expected["components"], connected_components(graph, out));
    compare(expected["strong_components"], strongly_connected_components(graph, out));
    compare(expected["core"], core_numbers(graph, out));
    compare(expected["clustering"], clustering_coefficient(graph, out));

    for (const auto& [id, ignored] : input["groups"].items()) {
      const NodeId to{static_cast<std::uint32_t>(std::stoul(id))};
      const auto hops = shortest_path(graph, out, source, to);
      const auto far = shortest_path(graph, out, source, to, weight);
      REQUIRE(hops.has_value() == expected["hops"].contains(id));
      REQUIRE(far.has_value() == expected["distance"].contains(id));
      if (!hops) continue;
      REQUIRE(hops->distance == expected["hops"][id].get<double>());
      REQUIRE(far->distance == Approx(expected["distance"][id].get<double>()).margin(1e-9));
      check_path(graph, *hops, source, to, std::nullopt);
      check_path(graph, *far, source, to, weight);
    }

    double tree_weight = 0;
    for (const RelationshipId r : minimum_spanning_tree(graph, out, weight)) {
      tree_weight += graph.property(r, weight).floating();
    }
    CHECK(tree_weight == Approx(expected["tree_weight"]["0"].get<double>()).margin(1e-9).epsilon(0));

    const CommunityOptions weighted{.weight = weight};
    const double ours = modularity(graph, both, communities(graph, both, weighted), weighted);
    CHECK(ours == Approx(expected["modularity"]["0"].get<double>()).margin(1e-9).epsilon(0));
    CHECK(ours >= expected["louvain"]["0"].get<double>() - 0.02);
  }
}

TEST_CASE("undirected measures agree with networkx where no two nodes are joined both ways") {
  if (!has_networkx()) {
    WARN("skipped: python3-networkx is not installed");
    return;
  }
  Graph graph;
  Random random(9);
  std::vector<NodeId> nodes;
  for (int i = 0; i < 80; ++i) nodes.push_back(graph.add_node(std::vector{graph.label(selected_label)}, {}));
  graph.type("A");
  graph.type("B");
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (std::size_t j = i + 1; j < nodes.size(); ++j) {
      if (below(random, 20) != 0) continue;
      const bool turned = below(random, 2) == 0;
      graph.add_relationship(graph.type("A"), nodes[turned ? j : i], nodes[turned ? i : j],
                             std::vector{Property{graph.key(weight_key), 1.5}});
    }
  }
  const Selection both = selection_of(graph, Direction::both);
  const json expected = networkx(description(graph, nodes[0]));
  compare(expected["pagerank_both"], pagerank(graph, both, {.iterations = 400}));
  compare(expected["betweenness_both"], betweenness(graph, both));
  compare(expected["closeness_both"], closeness(graph, both));
}

TEST_CASE("the same seed gives the same communities; they are found where they are plain") {
  Graph graph;
  const TypeId t = graph.type("T");
  std::vector<NodeId> nodes;
  for (int i = 0; i < 30; ++i) nodes.push_back(graph.add_node({}, {}));
  for (std::size_t i = 0; i < 30; ++i) {
    for (std::size_t j = i + 1; j < 30; ++j) {
      if (i / 10 == j / 10) graph.add_relationship(t, nodes[i], nodes[j], {});
    }
  }
  graph.add_relationship(t, nodes[0], nodes[10], {});
  graph.add_relationship(t, nodes[10], nodes[20], {});
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    const auto found = communities(graph, {}, {.seed = seed});
    for (std::size_t i = 0; i < 30; ++i) CHECK(found[i].group == i / 10);
  }
}

TEST_CASE("loops and parallel relationships count where they should") {
  Graph graph;
  const TypeId t = graph.type("T");
  const NodeId a = graph.add_node({}, {});
  const NodeId b = graph.add_node({}, {});
  const NodeId c = graph.add_node({}, {});
  graph.add_relationship(t, a, a, {});
  graph.add_relationship(t, a, b, {});
  graph.add_relationship(t, a, b, {});
  graph.add_relationship(t, b, c, {});
  graph.add_relationship(t, c, a, {});
  Selection both;
  both.direction = Direction::both;
  CHECK(degree(graph, {})[0].score == 3);
  CHECK(degree(graph, both)[0].score == 5);
  CHECK(core_numbers(graph, {})[0].group == 2);
  CHECK(clustering_coefficient(graph, {})[0].score == 1);
  CHECK(minimum_spanning_tree(graph, {}).size() == 2);
  CHECK(communities(graph, {}).size() == 3);
}

TEST_CASE("algorithms of nothing are nothing, and wrong weights are refused") {
  Graph graph;
  CHECK(pagerank(graph, {}).empty());
  CHECK(betweenness(graph, {}).empty());
  CHECK(connected_components(graph, {}).empty());
  CHECK(strongly_connected_components(graph, {}).empty());
  CHECK(core_numbers(graph, {}).empty());
  CHECK(communities(graph, {}).empty());
  CHECK(minimum_spanning_tree(graph, {}).empty());
  const NodeId a = graph.add_node({}, {});
  CHECK(pagerank(graph, {})[0].score == Approx(1));
  CHECK(closeness(graph, {})[0].score == 0);
  const NodeId b = graph.add_node({}, {});
  const KeyId k = graph.key("k");
  graph.add_relationship(graph.type("T"), a, b, std::vector{Property{k, -1}});
  CHECK_THROWS_AS(shortest_path(graph, {}, a, b, k), UsageError);
  CHECK_THROWS_AS(shortest_path(graph, {}, a, NodeId{7}), UsageError);
  CHECK(shortest_path(graph, {}, a, a)->path.nodes.size() == 1);
  CHECK_FALSE(shortest_path(graph, {}, b, a));
}

TEST_CASE("a check that throws ends an algorithm") {
  const Graph graph = random_graph(4, 400, 4000, false);
  struct Stop {};
  Selection selection;
  selection.check = [] { throw Stop(); };
  CHECK_THROWS_AS(betweenness(graph, selection), Stop);
  CHECK_THROWS_AS(pagerank(graph, selection), Stop);
  CHECK_THROWS_AS(closeness(graph, selection), Stop);
  CHECK_THROWS_AS(communities(graph, selection), Stop);
  CHECK_THROWS_AS(clustering_coefficient(graph, selection), Stop);
}

}  // namespace attest::algo
