#include "sources.hpp"

#include <fmt/format.h>

#include <attest/query/evidence.hpp>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>

#include "terminal.hpp"

namespace attest::shell {
namespace {

/// What has sentences of its own: nodes and relationships, also inside paths, lists and maps.
void collect(const Value& value, std::vector<Value>& found) {
  switch (value.type()) {
    case Value::Type::node:
    case Value::Type::relationship:
      found.push_back(value);
      break;
    case Value::Type::path:
      for (const NodeId node : value.path().nodes) found.emplace_back(node);
      for (const RelationshipId relationship : value.path().relationships) found.emplace_back(relationship);
      break;
    case Value::Type::list:
      for (const Value& item : value.list()) collect(item, found);
      break;
    case Value::Type::map:
      for (const auto& [key, item] : value.map()) collect(item, found);
      break;
    default:
      break;
  }
}

std::string text_of(const Value& value) {
  return value.type() == Value::Type::string ? value.string() : value.is_null() ? "" : to_literal(value);
}

std::string heading(const Session& session, const Value& element) {
  const Graph& graph = session.graph;
  if (element.type() == Value::Type::relationship) {
    const RelationshipId id = element.relationship();
    const auto name = graph.keys().find("name");
    const auto end_name = [&](NodeId node) {
      return name ? text_of(graph.property(node, *name)) : std::string();
    };
    return fmt::format("({})-[:{}]->({})", end_name(graph.start_of(id)),
                       graph.types().name(graph.type_of(id)), end_name(graph.end_of(id)));
  }
  std::string labels;
  for (const LabelId label : graph.labels_of(element.node())) labels += ":" + graph.labels().name(label);
  for (const char* key : {"name", "text", "title"}) {
    const auto id = graph.keys().find(key);
    const Value value = id ? graph.property(element.node(), *id) : Value();
    if (!value.is_null()) return fmt::format("({} {})", labels, text_of(value));
  }
  return "(" + labels + ")";
}

/// The speakers of a claim, joined; empty for all else.
std::string speakers(Session& session, const Value& element) {
  if (element.type() != Value::Type::node || !session.graph.types().find("MADE_BY")) return "";
  const Result result = session.engine.run(
      "WITH $element AS claim MATCH (claim)-[:MADE_BY]->(speaker) RETURN speaker.name ORDER BY speaker.name",
      {{"element", element}});
  std::string names;
  for (const Value& name : result.cells) names += (names.empty() ? "" : ", ") + text_of(name);
  return names;
}

/// Texts of documents, each read once.
class Texts {
 public:
  explicit Texts(const Store& store) : store_(store) {}
  const std::optional<std::string>& of(const std::string& name) {
    const auto [at, added] = texts_.try_emplace(name);
    if (added)
      if (auto document = store_.document(name)) at->second = std::move(document->text);
    return at->second;
  }

 private:
  const Store& store_;
  std::map<std::string, std::optional<std::string>> texts_;
};

/// The sentence, with the words that attest it marked: in colour, or else in [brackets] where they are a
/// part.
void print_sentence(std::ostream& out, const std::optional<std::string>& document, const EvidenceSpan& span,
                    bool colours) {
  out << "  "
      << styled(fmt::format("{}#char={},{}", span.document, span.start, span.end), Style::dim, colours)
      << "\n    ";
  const auto quotation = document ? quotation_of(*document, span) : std::nullopt;
  if (!quotation) {
    out << "(the text of the document is not kept)\n";
    return;
  }
  const bool whole = quotation->before.empty() && quotation->after.empty();
  const std::string words = colours || whole ? styled(quotation->words, Style::yellow, colours && !whole)
                                             : fmt::format("[{}]", quotation->words);
  out << quotation->before << words << quotation->after << "\n";
}

}  // namespace

void print_sources(std::ostream& out, Session& session, std::span<const Value> row, bool colours) {
  std::vector<Value> elements;
  for (const Value& value : row) collect(value, elements);
  if (elements.empty())
    out << "This row holds no node and no relationship: return one to see its sentences.\n";
  std::set<std::string> told;
  Texts texts(session.store);
  for (const Value& element : elements) {
    const std::string title = heading(session, element);
    if (!told.insert(title).second) continue;
    out << styled(title, Style::bold, colours);
    if (const std::string by = speakers(session, element); !by.empty()) out << "  said by " << by;
    out << "\n";
    const std::vector<EvidenceSpan> evidence = evidence_of(session.graph, element);
    if (evidence.empty()) out << "  no sentence is kept for it\n";
    for (const EvidenceSpan& span : evidence) print_sentence(out, texts.of(span.document), span, colours);
  }
}

}  // namespace attest::shell
