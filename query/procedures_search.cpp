// CALL search.text: names and document text by words, through the graph file's full-text index.
#include <string>

#include <attest/graph/store.hpp>
#include <attest/query/procedures_registry.hpp>
#include <attest/query/run_time_error.hpp>

namespace attest::registry {
namespace {

void text(const ProcedureContext& context, std::span<const Value> arguments, const RowSink& emit) {
  if (arguments[0].is_null()) return;
  if (context.store == nullptr)
    throw run_time_error("ProcedureError", "ProcedureCallFailed",
                         "search.text() looks into a graph file, and this graph has none");
  const std::int64_t limit = arguments[1].is_null() ? 100 : arguments[1].integer();
  if (limit < 0)
    throw argument_error("NegativeIntegerArgument", "the limit of search.text() must not be negative");
  const auto hits =
      context.store->search(arguments[0].string(), static_cast<std::size_t>(limit), context.graph);
  for (const SearchHit& hit : hits)
    emit({hit.node ? Value(*hit.node) : Value(), hit.score, hit.snippet,
          hit.document.empty() ? Value() : Value(hit.document)});
}

}  // namespace

void add_search(std::vector<Procedure>& procedures) {
  procedures.push_back(
      {.name = "search.text",
       .arguments = {{"words", "STRING?"}, {"limit", "INTEGER?", Value(100)}},
       .results = {{"node", "NODE?"}, {"score", "FLOAT"}, {"snippet", "STRING"}, {"document", "STRING?"}},
       .run = text,
       .description = "Nodes whose names, and documents whose text, have all the words, best first: "
                      "\"…\" is a phrase, a trailing * a prefix."});
}

}  // namespace attest::registry
