#include <attest/graph/graph.hpp>

#include <catch2/catch.hpp>
#include <thread>

#include <attest/graph/builder.hpp>
#include <attest/graph/error.hpp>

#include "model.hpp"

namespace attest {
namespace {

using test::below;
using test::difference;
using test::expected_row;
using test::Model;
using test::model_of;
using test::Random;
using test::Row;
using test::Writer;

Row row_of(const Adjacency& adjacency) {
  Row row;
  for (std::size_t i = 0; i < adjacency.size(); ++i) {
    row.emplace_back(index(adjacency.neighbours[i]), index(adjacency.relationships[i]));
  }
  return row;
}

Row row_of(const SparseRows& rows, std::uint32_t node) {
  Row row;
  for (std::uint32_t i = rows.offsets[node]; i < rows.offsets[node + 1]; ++i) {
    row.emplace_back(index(rows.neighbours[i]), index(rows.relationships[i]));
  }
  return row;
}

void check_adjacency(const Graph& graph, const Model& model) {
  for (std::size_t t = 0; t < graph.types().size(); ++t) {
    const TypeId type{static_cast<std::uint32_t>(t)};
    std::size_t count = 0;
    for (const auto& [id, r] : model.relationships) count += r.type == graph.types().name(type) ? 1 : 0;
    REQUIRE(graph.count_relationships(type) == count);
    for (const Direction direction : {Direction::out, Direction::in}) {
      for (const auto& [node, ignored] : model.nodes) {
        const Row expected = expected_row(model, node, graph.types().name(type), direction);
        REQUIRE(row_of(graph.adjacency(NodeId{node}, type, direction)) == expected);
        REQUIRE(graph.degree(NodeId{node}, type, direction) == expected.size());
      }
    }
  }
}

void check_rows(const Graph& graph, const Model& model) {
  for (std::size_t t = 0; t < graph.types().size(); ++t) {
    const TypeId type{static_cast<std::uint32_t>(t)};
    for (const Direction direction : {Direction::out, Direction::in}) {
      const SparseRows rows = graph.rows(type, direction);
      REQUIRE(rows.offsets.size() == graph.node_limit() + 1);
      for (const auto& [node, ignored] : model.nodes) {
        REQUIRE(row_of(rows, node) == expected_row(model, node, graph.types().name(type), direction));
      }
    }
  }
}

/// Every value of every label and key is found where it is, and nowhere else.
void check_index(const Graph& graph, const Model& model) {
  for (std::size_t l = 0; l < graph.labels().size(); ++l) {
    const LabelId label{static_cast<std::uint32_t>(l)};
    std::size_t labelled = 0;
    for (const auto& [id, node] : model.nodes) labelled += node.labels.count(graph.labels().name(label));
    REQUIRE(graph.count_nodes(label) == labelled);
    for (const auto& [id, node] : model.nodes) {
      for (const auto& [key, value] : node.properties) {
        const auto found = graph.find_nodes(label, *graph.keys().find(key), value);
        const bool self = std::binary_search(found.begin(), found.end(), NodeId{id});
        const bool not_a_number =
            value.type() == Value::Type::floating && value.floating() != value.floating();
        REQUIRE(self == (node.labels.count(graph.labels().name(label)) > 0 && !not_a_number));
        REQUIRE(std::is_sorted(found.begin(), found.end()));
      }
    }
  }
}

}  // namespace

TEST_CASE("a graph answers as a naive model does after any sequence of writes") {
  for (unsigned seed = 0; seed < 20; ++seed) {
    Random random(seed);
    Graph graph;
    Model model;
    Writer writer(graph, model, random);
    for (int i = 0; i < 400; ++i) {
      writer.step();
      if (i % 40 == 0) check_adjacency(graph, model);
      if (i % 80 == 0) check_index(graph, model);
      if (i % 150 == 0) check_rows(graph, model);
      if (i % 190 == 0) graph.compact();
    }
    INFO("seed " << seed);
    CHECK(difference(model_of(graph), model) == "");
    CHECK(graph.node_count() == model.nodes.size());
    CHECK(graph.relationship_count() == model.relationships.size());
    check_adjacency(graph, model);
    check_rows(graph, model);
    check_index(graph, model);
  }
}

TEST_CASE("rollback restores the graph exactly, ids included; the changes of a commit replay it") {
  for (unsigned seed = 100; seed < 120; ++seed) {
    Random random(seed);
    Graph graph;
    Graph replica;
    Model model;
    Writer writer(graph, model, random);
    for (int round = 0; round < 15; ++round) {
      const Model before = model;
      const std::size_t node_limit = graph.node_limit();
      const std::size_t relationship_limit = graph.relationship_limit();
      graph.begin();
      for (std::size_t i = below(random, 40); i > 0; --i) writer.step();
      if (below(random, 2) == 0) {
        graph.rollback();
        model = before;
        REQUIRE(graph.node_limit() == node_limit);
        REQUIRE(graph.relationship_limit() == relationship_limit);
      } else {
        for (const Change& change : graph.commit()) {
          using Kind = Change::Kind;
          Change named = change;
          if (change.kind == Kind::add_label || change.kind == Kind::remove_label) {
            named.name = static_cast<std::uint32_t>(replica.label(graph.labels().name(LabelId{change.name})));
          } else if (change.kind == Kind::add_relationship || change.kind == Kind::remove_relationship) {
            named.name = static_cast<std::uint32_t>(replica.type(graph.types().name(TypeId{change.name})));
          } else if (change.kind != Kind::add_node && change.kind != Kind::remove_node) {
            named.name = static_cast<std::uint32_t>(replica.key(graph.keys().name(KeyId{change.name})));
          }
          replica.redo(named);
        }
      }
      INFO("seed " << seed << " round " << round);
      REQUIRE(difference(model_of(graph), model) == "");
      REQUIRE(difference(model_of(replica), model) == "");
      check_adjacency(graph, model);
      check_index(graph, model);
    }
  }
}

TEST_CASE("what makes no sense is refused and changes nothing") {
  Graph graph;
  const LabelId person = graph.label("Person");
  const NodeId a = graph.add_node(std::vector{person}, {});
  const NodeId b = graph.add_node({}, {});
  const TypeId knows = graph.type("KNOWS");
  const RelationshipId r = graph.add_relationship(knows, a, b, {});
  const Model before = model_of(graph);
  CHECK_THROWS_AS(graph.remove(a), UsageError);
  CHECK_THROWS_AS(graph.remove(b), UsageError);
  CHECK_THROWS_AS(graph.add_relationship(knows, a, NodeId{9}, {}), UsageError);
  CHECK_THROWS_AS(graph.set_property(NodeId{9}, graph.key("k"), 1), UsageError);
  CHECK_THROWS_AS(graph.add_label(NodeId{9}, person), UsageError);
  CHECK_THROWS_AS(graph.commit(), UsageError);
  CHECK_THROWS_AS(graph.rollback(), UsageError);
  CHECK(difference(model_of(graph), before) == "");
  graph.remove(r);
  graph.remove(a);
  CHECK_FALSE(graph.contains(a));
  CHECK_THROWS_AS(graph.remove(a), UsageError);
}

TEST_CASE("find_nodes uses openCypher equality on numbers") {
  Graph graph;
  const LabelId l = graph.label("L");
  const KeyId k = graph.key("k");
  const auto add = [&](Value value) {
    return graph.add_node(std::vector{l}, std::vector{Property{k, value}});
  };
  const NodeId one = add(1);
  const NodeId one_point = add(1.0);
  add("1");
  const NodeId big = add((std::int64_t{1} << 53) + 1);
  add(static_cast<double>(std::int64_t{1} << 53));
  add(std::numeric_limits<double>::quiet_NaN());
  const NodeId zero = add(-0.0);
  CHECK(graph.find_nodes(l, k, 1) == std::vector{one, one_point});
  CHECK(graph.find_nodes(l, k, 1.0) == std::vector{one, one_point});
  CHECK(graph.find_nodes(l, k, (std::int64_t{1} << 53) + 1) == std::vector{big});
  CHECK(graph.find_nodes(l, k, 0) == std::vector{zero});
  CHECK(graph.find_nodes(l, k, std::numeric_limits<double>::quiet_NaN()).empty());
  CHECK(graph.find_nodes(l, k, Value()).empty());
  CHECK(graph.find_nodes(graph.label("other"), k, 1).empty());
}

TEST_CASE("a builder's graph equals one written element by element") {
  Random random(7);
  Graph bulk;
  Graph single;
  GraphBuilder builder(bulk);
  constexpr std::size_t count = 5000;
  for (int block = 0; block < 3; ++block) {
    const std::string label = "L" + std::to_string(block);
    std::vector<std::string> texts;
    std::vector<std::string_view> names;
    std::vector<std::int64_t> numbers;
    Bitmap some(count);
    for (std::size_t i = 0; i < count; ++i) {
      texts.push_back("name " + std::to_string(below(random, 1000)));
      numbers.push_back(static_cast<std::int64_t>(random()));
      if (below(random, block == 1 ? 2 : 200) == 0) some.set(i);
    }
    names.assign(texts.begin(), texts.end());
    const NodeId first = builder.add_nodes(count, std::vector{bulk.label(label)});
    builder.set(first, bulk.key("name"), std::span<const std::string_view>(names));
    builder.set(first, bulk.key("rare"), std::span<const std::int64_t>(numbers), &some);
    for (std::size_t i = 0; i < count; ++i) {
      const NodeId node = single.add_node(std::vector{single.label(label)}, {});
      single.set_property(node, single.key("name"), texts[i]);
      if (some.test(i)) single.set_property(node, single.key("rare"), numbers[i]);
    }
  }
  std::vector<NodeId> starts;
  std::vector<NodeId> ends;
  std::vector<double> weights;
  for (int i = 0; i < 20000; ++i) {
    starts.push_back(NodeId{static_cast<std::uint32_t>(below(random, 3 * count))});
    ends.push_back(NodeId{static_cast<std::uint32_t>(below(random, 3 * count))});
    weights.push_back(i / 8.0);
  }
  const RelationshipId first = builder.add_relationships(bulk.type("T"), starts, ends);
  builder.set(first, bulk.key("weight"), std::span<const double>(weights));
  for (std::size_t i = 0; i < starts.size(); ++i) {
    single.add_relationship(single.type("T"), starts[i], ends[i],
                            std::vector{Property{single.key("weight"), weights[i]}});
  }
  const Model model = model_of(single);
  CHECK(difference(model_of(bulk), model) == "");
  for (std::uint32_t node = 0; node < 3 * count; node += 97) {
    for (const Direction direction : {Direction::out, Direction::in}) {
      CHECK(row_of(bulk.adjacency(NodeId{node}, bulk.type("T"), direction)) ==
            row_of(single.adjacency(NodeId{node}, single.type("T"), direction)));
    }
  }
  CHECK_THROWS_AS(
      builder.add_relationships(bulk.type("T"), std::vector{NodeId{99999}}, std::vector{NodeId{0}}),
      UsageError);
}

TEST_CASE("estimates are exact for small types and near for large ones") {
  Graph graph;
  GraphBuilder builder(graph);
  const LabelId a = graph.label("A");
  const LabelId b = graph.label("B");
  const TypeId t = graph.type("T");
  builder.add_nodes(1000, std::vector{a});
  builder.add_nodes(1000, std::vector{b});
  std::vector<NodeId> starts;
  std::vector<NodeId> ends;
  for (std::uint32_t i = 0; i < 40000; ++i) {
    starts.push_back(NodeId{i % 1000});
    ends.push_back(NodeId{i % 4 == 0 ? i % 1000 : 1000 + i % 1000});
  }
  const std::span<const NodeId> few_starts(starts.data(), 400);
  builder.add_relationships(graph.type("FEW"), few_starts, std::span<const NodeId>(ends.data(), 400));
  builder.add_relationships(t, starts, ends);
  CHECK(graph.estimate_relationships(a, graph.type("FEW"), b) == 300);
  CHECK(graph.estimate_relationships(b, graph.type("FEW"), std::nullopt) == 0);
  CHECK(graph.estimate_relationships(std::nullopt, t, std::nullopt) == 40000);
  CHECK(graph.estimate_relationships(a, t, b) == Approx(30000).epsilon(0.1));
}

TEST_CASE("many threads may read at once, first readers included") {
  Graph graph;
  GraphBuilder builder(graph);
  const LabelId l = graph.label("L");
  const KeyId k = graph.key("k");
  const TypeId t = graph.type("T");
  constexpr std::uint32_t count = 20000;
  builder.add_nodes(count, std::vector{l});
  std::vector<std::int64_t> numbers(count);
  std::vector<NodeId> starts;
  std::vector<NodeId> ends;
  for (std::uint32_t i = 0; i < count; ++i) {
    numbers[i] = i % 100;
    starts.push_back(NodeId{i});
    ends.push_back(NodeId{(i * 7) % count});
  }
  builder.set(NodeId{0}, k, std::span<const std::int64_t>(numbers));
  builder.add_relationships(t, starts, ends);
  std::vector<std::size_t> found(4);
  {
    std::vector<std::jthread> threads;
    for (std::size_t& result : found) {
      threads.emplace_back([&graph, &result, l, k, t] {
        result = graph.find_nodes(l, k, 42).size();
        for (std::uint32_t i = 0; i < count; i += 13) {
          result += graph.adjacency(NodeId{i}, t, Direction::in).size();
          result += graph.rows(t, Direction::out).offsets[i + 1];
        }
      });
    }
  }
  for (const std::size_t result : found) CHECK(result == found[0]);
}

}  // namespace attest
