// Attest as a library: a graph from a string, a question, a Boost.Graph algorithm over the same graph with no
// copy, and an export. Build against an installed Attest with find_package(Attest), see docs/library.md.
#include <attest/exporters/export.hpp>
#include <attest/extractor/build.hpp>
#include <attest/graph/boost_graph.hpp>
#include <attest/graph/store.hpp>
#include <attest/query/format.hpp>
#include <attest/query/query.hpp>
#include <boost/graph/connected_components.hpp>
#include <iostream>
#include <vector>

int main(int argc, char** argv) {
  // A store that is not kept; a file name would keep it.
  attest::Store store = attest::Store::open(":memory:", attest::Store::Mode::write);
  attest::extract::build_text(
      store, "note.txt",
      "Grace Hopper, an admiral of the United States Navy, was born in New York City in 1906. "
      "\"The most dangerous phrase is that we have always done it this way,\" Hopper said.\n");
  attest::Graph graph = store.load_graph();

  // A question, with a parameter.
  attest::Engine engine(graph, &store);
  const attest::Result answer = engine.run(
      "MATCH (c:Claim)-[:MADE_BY]->(p:Person) WHERE p.name CONTAINS $name RETURN p.name AS who, c.text AS "
      "said",
      {{"name", "Hopper"}});
  attest::print_result(std::cout, answer, graph, attest::OutputFormat::table, 100);

  // Boost.Graph runs on the graph as it is.
  const attest::UndirectedView view(graph);
  std::vector<int> component(num_vertices(view));
  const int components = boost::connected_components(
      view, boost::make_iterator_property_map(component.begin(), get(boost::vertex_index, view)));
  std::cout << "connected components: " << components << "\n";

  // For other tools.
  attest::export_file(attest::GraphView(graph), "graphml", argc > 1 ? argv[1] : "note.graphml");
  return answer.row_count > 0 ? 0 : 1;
}
