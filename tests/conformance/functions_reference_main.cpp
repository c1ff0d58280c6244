// attest_functions_reference: prints docs/query-functions.md from the functions the engine registers, each
// with its signature, its sentence and its example run. A test compares the page with what this prints.
#include <algorithm>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <attest/error.hpp>
#include <attest/query/aggregates.hpp>
#include <attest/query/functions.hpp>
#include <attest/query/query.hpp>

#include "term.hpp"

namespace {

using namespace attest;

constexpr std::string_view graph_script =
    "CREATE (:Person {name: 'Ada', age: 36})-[:KNOWS {since: 1833}]->(:Person {name: 'Charles', age: 41})";
constexpr std::string_view graph_match = "MATCH p = (n:Person {name: 'Ada'})-[r:KNOWS]->(m)\n";

struct Entry {
  std::string name;
  std::string signature;
  std::string doc;
  std::string example;
  bool repeatable = true;
  bool aggregate = false;
};

std::string heading(const Entry& entry) {
  return fmt::format("### {}\n\n`{}`\n\n{}\n\n", entry.name, entry.signature, entry.doc);
}

std::string table(const Result& result, const Graph& graph) {
  std::string text = "| value |\n|---|\n";
  for (std::size_t i = 0; i < result.row_count; ++i) {
    std::string cell;
    for (char c : conformance::canonical(conformance::to_term(result.row(i)[0], graph))) {
      if (c == '|' || c == '\\') cell += '\\';
      cell += c;
    }
    text += fmt::format("| {} |\n", cell);
  }
  return text;
}

/// The example as a statement that runs, with its answer; as code alone where it needs documents.
std::string example(const Entry& entry, Engine& engine) {
  std::string aggregate_match = "MATCH (n:Person)\n";
  std::vector<std::string> prefixes{""};
  if (entry.aggregate) prefixes = {aggregate_match};
  prefixes.emplace_back(graph_match);
  for (const std::string& prefix : prefixes) {
    std::string statement = fmt::format("{}RETURN {} AS value", prefix, entry.example);
    try {
      Result result = engine.run(statement);
      std::string text = fmt::format("```cypher\n{}\n```\n\n", statement);
      return entry.repeatable ? text + table(result, engine.graph()) + "\n" : text;
    } catch (const QueryError&) {
    }
  }
  return fmt::format("Example: `{}`\n\n", entry.example);
}

std::string aggregate_signature(const AggregateFunction& function) {
  return fmt::format("{}(value :: {}{}) :: {}", function.name, to_string(function.argument),
                     function.arity > 1 ? ", percentile :: FLOAT" : "", to_string(function.result));
}

std::map<std::string, std::vector<Entry>> sections() {
  std::map<std::string, std::vector<Entry>> all;
  for (const Function& function : functions()) {
    bool clock = function.purity == Purity::stable && function.example.ends_with("()");
    all[std::string(function.section)].push_back({std::string(function.name), signature(function),
                                                  std::string(function.doc), std::string(function.example),
                                                  function.purity != Purity::unstable && !clock});
  }
  for (const AggregateFunction& function : aggregates())
    all["Aggregating"].push_back({std::string(function.name), aggregate_signature(function),
                                  std::string(function.doc), std::string(function.example), true, true});
  return all;
}

}  // namespace

int main() {
  Graph graph;
  Engine engine(graph);
  engine.run(graph_script);
  std::cout << "# Functions of the query language\n\n"
               "Names are the same in any case. A function given null gives null unless it says otherwise. "
               "The page is\n"
               "printed by `attest_functions_reference`; its examples are run by the tests. `n`, `r`, `m` "
               "and `p` stand\n"
               "for elements of this graph:\n\n";
  std::cout << fmt::format("```cypher graph\n{}\n```\n\n", graph_script);
  for (const auto& [section, entries] : sections()) {
    std::cout << fmt::format("## {}\n\n", section);
    for (const Entry& entry : entries) std::cout << heading(entry) << example(entry, engine);
  }
  return 0;
}
