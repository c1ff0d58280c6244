// quote and evidence: from facts to the sentences that state them.
#include <algorithm>
#include <string>

#include <attest/query/evidence.hpp>
#include <attest/query/functions_registry.hpp>

namespace attest::registry {
namespace {

std::optional<std::string_view> document_text(const FunctionContext& context, const std::string& name) {
  return context.document_text ? context.document_text(name) : std::nullopt;
}

/// Each sentence once: two spans may be of one.
Value quote(FunctionContext& context, Arguments args) {
  List sentences;
  std::string last;
  for (const EvidenceSpan& span : evidence_of(context.graph, args[0])) {
    const auto document = document_text(context, span.document);
    auto sentence = document ? sentences_of(*document, span) : std::nullopt;
    if (!sentence || *sentence == last) continue;
    last = *sentence;
    sentences.emplace_back(std::move(*sentence));
  }
  return sentences;
}

Value evidence(FunctionContext& context, Arguments args) {
  List spans;
  for (const EvidenceSpan& span : evidence_of(context.graph, args[0])) {
    const auto document = document_text(context, span.document);
    const auto text = document ? text_of(*document, span) : std::nullopt;
    spans.emplace_back(Map{{"document", span.document},
                           {"start", static_cast<std::int64_t>(span.start)},
                           {"end", static_cast<std::int64_t>(span.end)},
                           {"text", text ? Value(*text) : Value()}});
  }
  return spans;
}

}  // namespace

void add_evidence(Functions& functions) {
  constexpr TypeSet attested = types::element | types::path | types::list;
  functions.push_back(
      {.name = "quote",
       .section = "Provenance",
       .parameters = {{"fact", attested}},
       .required = 1,
       .purity = Purity::stable,
       .result = types::list,
       .doc = "The sentences of the documents that attest a relationship, an event, a claim, a node "
              "(its mentions), a path, or each item of a list.",
       .example = "quote(r)",
       .call = quote});
  functions.push_back(
      {.name = "evidence",
       .section = "Provenance",
       .parameters = {{"fact", attested}},
       .required = 1,
       .purity = Purity::stable,
       .result = types::list,
       .doc = "Where the same is attested: maps {document, start, end, text}, offsets in characters.",
       .example = "evidence(r)",
       .call = evidence});
}

}  // namespace attest::registry
