#include <attest/graph/store.hpp>

#include <catch2/catch.hpp>
#include <fstream>

#include <attest/graph/error.hpp>

#include "../support.hpp"
#include "model.hpp"

namespace attest {
namespace {

using test::below;
using test::difference;
using test::Model;
using test::model_of;
using test::Random;
using test::TemporaryDirectory;
using test::Writer;

StoredDocument document(const std::string& name, const std::string& text) {
  return {name, "/in/" + name, "hash of " + text, text, R"({"nodes": [], "relationships": []})", "{}"};
}

NodeId named(Graph& graph, const std::string& label, const std::string& name) {
  return graph.add_node(std::vector{graph.label(label)}, std::vector{Property{graph.key("name"), name}});
}

NodeId find(const Graph& graph, const std::string& label, const std::string& name) {
  const auto found = graph.find_nodes(*graph.labels().find(label), *graph.keys().find("name"), name);
  REQUIRE(found.size() == 1);
  return found.front();
}

/// One statement: `change` made in a transaction and journalled.
template <class Statement>
void run(Store& store, Graph& graph, Statement&& change) {
  graph.begin();
  change();
  store.append(graph.commit(), graph);
}

std::string value_text(const Graph& graph, NodeId node, std::string_view key) {
  const auto id = graph.keys().find(key);
  return id ? to_literal(graph.property(node, *id)) : "null";
}

}  // namespace

TEST_CASE("documents come back as they went in") {
  const TemporaryDirectory folder;
  const std::string file = (folder.path() / "g.attest").string();
  {
    Store store = Store::open(file, Store::Mode::write);
    CHECK_FALSE(store.graph_is_stale());
    const std::vector documents{document("b.txt", "two"), document("a.txt", std::string("nul \0 in", 8)),
                                document("c.txt", "")};
    store.put_documents(documents);
    CHECK(store.graph_is_stale());
    store.put_documents(std::vector{document("b.txt", "two, changed")});
  }
  const Store store = Store::open(file, Store::Mode::read);
  CHECK(store.document_names() == std::vector<std::string>{"a.txt", "b.txt", "c.txt"});
  CHECK(store.document("b.txt")->text == "two, changed");
  CHECK(store.document("a.txt")->text == std::string("nul \0 in", 8));
  CHECK(store.document("c.txt")->text.empty());
  CHECK_FALSE(store.document("d.txt"));
  CHECK(store.hash_of_path("/in/b.txt") == "hash of two, changed");
  CHECK_FALSE(store.hash_of_path("/in/none"));
  CHECK(store.fragments().size() == 3);
  CHECK(store.verify() == std::vector<std::string>{});
}

TEST_CASE("a later decision on a pair replaces the earlier, in either order of the names") {
  Store store = Store::open(":memory:", Store::Mode::write);
  store.decide({"A", "B", true});
  store.decide({"C", "D", false});
  store.decide({"B", "A", false});
  const std::vector<Decision> decisions = store.decisions();
  REQUIRE(decisions.size() == 2);
  CHECK(decisions[0].a == "C");
  CHECK(decisions[1].a == "B");
  CHECK_FALSE(decisions[1].same);
  CHECK(store.graph_is_stale());
}

TEST_CASE("a graph reopened equals the graph saved, statements after the save included") {
  for (unsigned seed = 0; seed < 12; ++seed) {
    const TemporaryDirectory folder;
    const std::string file = (folder.path() / "g.attest").string();
    Random random(seed);
    Graph graph;
    Model model;
    Writer writer(graph, model, random);
    for (int i = 0; i < 200; ++i) writer.step();
    {
      Store store = Store::open(file, Store::Mode::write);
      store.save_graph(graph);
      for (int round = 0; round < 10; ++round) {
        graph.begin();
        for (std::size_t i = below(random, 20); i > 0; --i) writer.step();
        store.append(graph.commit(), graph);
        if (round == 6) store.save_graph(graph);
      }
    }
    const Store store = Store::open(file, Store::Mode::read);
    Graph loaded = store.load_graph();
    INFO("seed " << seed);
    CHECK(difference(model_of(loaded), model) == "");
    CHECK(loaded.node_limit() == graph.node_limit());
    CHECK(store.verify() == std::vector<std::string>{});
    Writer again(loaded, model, random);
    for (int i = 0; i < 50; ++i) again.step();
    CHECK(difference(model_of(loaded), model) == "");
  }
}

TEST_CASE("a journal that has grown is folded and nothing is lost") {
  const TemporaryDirectory folder;
  const std::string file = (folder.path() / "g.attest").string();
  {
    Store store = Store::open(file, Store::Mode::write);
    Graph graph;
    for (int i = 0; i < 12; ++i) {
      run(store, graph, [&] { named(graph, "N", std::string(1 << 20, static_cast<char>('a' + i))); });
    }
  }
  const Graph graph = Store::open(file, Store::Mode::read).load_graph();
  CHECK(graph.node_count() == 12);
}

TEST_CASE("a quotation is the very characters, counted in code points") {
  Store store = Store::open(":memory:", Store::Mode::write);
  std::string text = "Ādaži lies in Latvia. 𝄞 Said Ilze: “Jā!”";
  store.put_documents(std::vector{document("a#b.txt", text)});
  CHECK(store.quote("a#b.txt#char=0,5") == "Ādaži");
  CHECK(store.quote("a#b.txt#char=22,23") == "𝄞");
  CHECK(store.quote("a#b.txt#char=35,40") == "“Jā!”");
  CHECK(store.quote("a#b.txt#char=40,40") == "");
  CHECK_FALSE(store.quote("a#b.txt#char=35,41"));
  CHECK_FALSE(store.quote("a#b.txt#char=5,4"));
  CHECK_FALSE(store.quote("a#b.txt#char=x,4"));
  CHECK_FALSE(store.quote("other.txt#char=0,1"));
  CHECK_FALSE(store.quote("a#b.txt"));

  std::string book;
  for (int i = 0; i < 5000; ++i) book += "ā" + std::to_string(i) + "𝄞 ";
  store.put_documents(std::vector{document("book", book)});
  std::size_t at = 0;
  for (int i = 0; i < 5000; ++i) {
    const std::string number = std::to_string(i);
    const std::string place =
        "book#char=" + std::to_string(at) + "," + std::to_string(at + number.size() + 2);
    if (i % 37 == 0) REQUIRE(store.quote(place) == "ā" + number + "𝄞");
    at += number.size() + 3;
  }
}

TEST_CASE("search finds words in names, aliases and texts, and follows every change") {
  Store store = Store::open(":memory:", Store::Mode::write);
  store.put_documents(std::vector{document("a.txt", "The court of Riga heard the \"quick\" case."),
                                  document("b.txt", "Nothing of note.")});
  Graph graph;
  const NodeId court = named(graph, "Organization", "Riga Court");
  graph.set_property(court, graph.key("aliases"), List{"RC", "Rīgas tiesa"});
  const NodeId paper = named(graph, "Document", "a.txt");

  const auto hits = store.search("riga", 10, graph);
  REQUIRE(hits.size() == 2);
  const bool name_first = hits[0].document.empty();
  const SearchHit& name = hits[name_first ? 0 : 1];
  const SearchHit& text = hits[name_first ? 1 : 0];
  CHECK(name.node == court);
  CHECK(name.snippet == "[Riga] Court · RC · Rīgas tiesa");
  CHECK(text.node == paper);
  CHECK(text.document == "a.txt");
  CHECK(text.snippet == "The court of [Riga] heard the \"quick\" case.");

  CHECK(store.search("rigas ties*", 10, graph).size() == 1);
  CHECK(store.search("\"heard the\"", 10, graph).size() == 1);
  CHECK(store.search("\"the heard\"", 10, graph).empty());
  CHECK(store.search("riga absent", 10, graph).empty());
  CHECK(store.search("riga", 1, graph).size() == 1);
  CHECK(store.search("", 10, graph).empty());
  for (const char* odd : {"\"", "* * *", "AND", "NOT OR", "a:b (c", "\"\"\"", "^x", "-"}) {
    CHECK_NOTHROW(store.search(odd, 10, graph));
  }
  graph.set_property(court, graph.key("name"), "Supreme Court");
  store.remove_document("a.txt");
  CHECK(store.search("riga", 10, graph).empty());
  CHECK(store.search("supreme", 10, graph).size() == 1);
}

// What a rebuild keeps.

namespace {

Fragment resolved(const std::vector<std::string>& people) {
  Fragment fragment;
  for (const std::string& name : people) {
    fragment.nodes.push_back(
        {"id:" + name, {"Person"}, {{"name", name}, {"aliases", List{name[0] == 'A' ? "x" : "y"}}}});
  }
  for (std::size_t i = 1; i < people.size(); ++i) {
    const std::string id = people[i - 1] + "-" + people[i];
    fragment.relationships.push_back(
        {id, "RELATIVE_OF", "id:" + people[i - 1], "id:" + people[i], {{"w", 1}}});
  }
  return fragment;
}

}  // namespace

TEST_CASE("what statements did outlives the rebuild of what documents say") {
  const TemporaryDirectory folder;
  const std::string file = (folder.path() / "g.attest").string();
  Store store = Store::open(file, Store::Mode::write);
  store.put_documents(std::vector{document("a.txt", "…")});
  store.replace_derived(resolved({"Ada", "Bob", "Cy", "Dee"}));
  CHECK_FALSE(store.graph_is_stale());
  Graph graph = store.load_graph();
  run(store, graph, [&] {
    const NodeId ada = find(graph, "Person", "Ada");
    const NodeId bob = find(graph, "Person", "Bob");
    graph.set_property(ada, graph.key("born"), 1815);
    graph.set_property(ada, graph.key("aliases"), Value());
    graph.add_label(ada, graph.label("Pioneer"));
    const NodeId own = named(graph, "Note", "mine");
    graph.add_relationship(graph.type("ON"), own, bob, std::vector{Property{graph.key("k"), 7}});
    graph.add_relationship(graph.type("ON"), own, ada, {});
  });
  run(store, graph, [&] {
    const NodeId dee = find(graph, "Person", "Dee");
    const TypeId type = *graph.types().find("RELATIVE_OF");
    const RelationshipId last = graph.adjacency(dee, type, Direction::in).relationships[0];
    graph.remove(last);
    graph.remove(dee);
    const NodeId cy = find(graph, "Person", "Cy");
    graph.set_property(graph.adjacency(cy, type, Direction::in).relationships[0], graph.key("w"), 2);
  });

  const auto check_edits = [&](const Graph& rebuilt) {
    const NodeId ada = find(rebuilt, "Person", "Ada");
    CHECK(value_text(rebuilt, ada, "born") == "1815");
    CHECK(value_text(rebuilt, ada, "aliases") == "null");
    CHECK(rebuilt.labels_of(ada).size() == 2);
    CHECK(rebuilt.degree(ada, *rebuilt.types().find("ON"), Direction::in) == 1);
    CHECK(rebuilt.find_nodes(*rebuilt.labels().find("Person"), *rebuilt.keys().find("name"), "Dee").empty());
    find(rebuilt, "Note", "mine");
  };

  SECTION("as long as the elements are there") {
    store.replace_derived(resolved({"Eve", "Ada", "Bob", "Cy", "Dee"}));
    const Graph rebuilt = store.load_graph();
    CHECK(rebuilt.node_count() == 5);  // Dee stays deleted, the note stays
    check_edits(rebuilt);
    const NodeId cy = find(rebuilt, "Person", "Cy");
    const TypeId type = *rebuilt.types().find("RELATIVE_OF");
    const RelationshipId r = rebuilt.adjacency(cy, type, Direction::in).relationships[0];
    CHECK(to_literal(rebuilt.property(r, *rebuilt.keys().find("w"))) == "2");
    CHECK(rebuilt.degree(find(rebuilt, "Note", "mine"), *rebuilt.types().find("ON"), Direction::out) == 2);
  }
  SECTION("and again when an element comes back") {
    store.replace_derived(resolved({"Ada"}));
    {
      const Graph rebuilt = store.load_graph();
      CHECK(rebuilt.node_count() == 2);
      check_edits(rebuilt);
      CHECK(rebuilt.relationship_count() == 1);  // the one to Bob waits
    }
    store.replace_derived(resolved({"Bob"}));
    store.replace_derived(resolved({"Ada", "Bob"}));
    const Graph rebuilt = store.load_graph();
    CHECK(rebuilt.node_count() == 3);
    check_edits(rebuilt);
    CHECK(rebuilt.degree(find(rebuilt, "Person", "Bob"), *rebuilt.types().find("ON"), Direction::in) == 1);
  }
  SECTION("also where the journal was folded in between") {
    store.save_graph(graph);
    store.replace_derived(resolved({"Ada", "Bob", "Cy", "Dee"}));
    check_edits(store.load_graph());
  }
  SECTION("a user's node that was deleted stays so, with what waited for it") {
    store.replace_derived(resolved({"Ada"}));
    Graph now = store.load_graph();
    run(store, now, [&] {
      const NodeId own = find(now, "Note", "mine");
      const Adjacency row = now.adjacency(own, *now.types().find("ON"), Direction::out);
      now.remove(row.relationships[0]);
      now.remove(own);
    });
    store.replace_derived(resolved({"Ada", "Bob"}));
    const Graph rebuilt = store.load_graph();
    CHECK(rebuilt.node_count() == 2);
    CHECK(rebuilt.relationship_count() == 1);
  }
  CHECK(store.verify() == std::vector<std::string>{});
}

TEST_CASE("the same rebuild gives the same bytes") {
  const TemporaryDirectory folder;
  std::vector<std::string> bytes;
  for (const char* name : {"1.attest", "2.attest"}) {
    const std::string file = (folder.path() / name).string();
    {
      Store store = Store::open(file, Store::Mode::write);
      store.put_documents(std::vector{document("a.txt", "…")});
      store.replace_derived(resolved({"Ada", "Bob", "Cy", "Dee"}));
    }
    std::ifstream in(file, std::ios::binary);
    bytes.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  CHECK(bytes[0] == bytes[1]);
  CHECK_FALSE(bytes[0].empty());
}

TEST_CASE("verify says what is wrong with evidence") {
  Store store = Store::open(":memory:", Store::Mode::write);
  StoredDocument d = document("a.txt", "Ādaži");
  d.fragment =
      R"({"nodes": [{"id": "e", "labels": ["Event"], "properties": {"evidence": ["a.txt#char=0,6"]}}], "relationships": []})";
  store.put_documents(std::vector{d});
  Graph graph;
  const NodeId node = named(graph, "Event", "e");
  graph.set_property(node, graph.key("evidence"), List{"b.txt#char=0,1", "nonsense"});
  store.save_graph(graph);
  CHECK(store.verify() ==
        std::vector<std::string>{
            ":memory:: fragment of \"a.txt\": \"a.txt#char=0,6\" lies beyond the document's 5 characters",
            ":memory:: node 0: \"b.txt#char=0,1\" names a document that is not in the file",
            ":memory:: node 0: \"nonsense\" is not a place in a document"});
}

}  // namespace attest
