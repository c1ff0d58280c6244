#include <attest/graph/boost_graph.hpp>

#include <boost/concept/assert.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/topological_sort.hpp>
#include <catch2/catch.hpp>

#include "model.hpp"

namespace attest {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<DirectedView>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<DirectedView>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<DirectedView>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<DirectedView>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<UndirectedView>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<UndirectedView>));

TEST_CASE("the view shows what the selection says and nothing else") {
  test::Random random(11);
  Graph graph;
  test::Model model;
  test::Writer writer(graph, model, random);
  for (int i = 0; i < 3000; ++i) writer.step();
  const LabelId l0 = graph.label("L0");
  const LabelId l1 = graph.label("L1");
  const TypeId t0 = graph.type("T0");
  const auto seen = [&](std::uint32_t node) {
    const auto& labels = model.nodes.at(node).labels;
    return labels.contains("L0") || labels.contains("L1");
  };
  std::set<std::uint32_t> nodes;
  for (const auto& [id, node] : model.nodes) {
    if (seen(id)) nodes.insert(id);
  }
  std::multiset<std::pair<std::uint32_t, std::uint32_t>> pairs;
  for (const auto& [id, r] : model.relationships) {
    if (r.type == "T0" && seen(r.start) && seen(r.end)) pairs.insert({r.start, r.end});
  }
  REQUIRE(pairs.size() > 5);
  for (const Direction direction : {Direction::out, Direction::in}) {
    const DirectedView view(graph, {{l0, l1}, {t0}, direction, {}});
    std::set<std::uint32_t> shown;
    std::set<std::size_t> numbers;
    std::multiset<std::pair<std::uint32_t, std::uint32_t>> outgoing;
    std::multiset<std::pair<std::uint32_t, std::uint32_t>> incoming;
    std::multiset<std::pair<std::uint32_t, std::uint32_t>> listed;
    const auto as_stored = [&](const ViewEdge& edge) {
      const std::pair stored(index(edge.source), index(edge.target));
      return direction == Direction::out ? stored : std::pair(stored.second, stored.first);
    };
    for (auto [v, end] = vertices(view); v != end; ++v) {
      shown.insert(index(*v));
      numbers.insert(get(boost::vertex_index, view, *v));
      CHECK(degree(*v, view) == out_degree(*v, view) + in_degree(*v, view));
      for (auto [e, last] = out_edges(*v, view); e != last; ++e) {
        CHECK(source(*e, view) == *v);
        outgoing.insert(as_stored(*e));
      }
      for (auto [e, last] = in_edges(*v, view); e != last; ++e) {
        CHECK(target(*e, view) == *v);
        incoming.insert(as_stored(*e));
      }
    }
    for (auto [e, end] = edges(view); e != end; ++e) listed.insert(as_stored(*e));
    CHECK(shown == nodes);
    CHECK(num_vertices(view) == nodes.size());
    CHECK(numbers.size() == nodes.size());
    CHECK((numbers.empty() || *numbers.rbegin() == nodes.size() - 1));
    CHECK(outgoing == pairs);
    CHECK(incoming == pairs);
    CHECK(listed == pairs);
    CHECK(num_edges(view) == pairs.size());
  }
}

TEST_CASE("an algorithm of Boost.Graph that we do not wrap runs on the view") {
  Graph graph;
  std::vector<NodeId> nodes;
  for (int i = 0; i < 5; ++i) nodes.push_back(graph.add_node({}, {}));
  const TypeId before = graph.type("BEFORE");
  graph.add_relationship(before, nodes[4], nodes[2], {});
  graph.add_relationship(before, nodes[2], nodes[0], {});
  graph.add_relationship(before, nodes[0], nodes[3], {});
  graph.add_relationship(before, nodes[3], nodes[1], {});
  const DirectedView view(graph);
  std::vector<NodeId> order;
  boost::topological_sort(view, std::back_inserter(order));
  std::reverse(order.begin(), order.end());
  CHECK(order == std::vector{nodes[4], nodes[2], nodes[0], nodes[3], nodes[1]});
}

}  // namespace attest
