// A property graph as RDF resources, before any syntax.
//
// Nodes are resources with schema.org's classes and properties where it has them, and terms of the graph's
// own vocabulary (BASE + "vocab#…") elsewhere. A relationship is one triple; what it carries (evidence,
// confidence, other properties) stands at the statement: reified (RDF 1.1), or as a quoted triple (RDF-star).
// Evidence and mentions are specific resources of the W3C Web Annotation model with a TextPositionSelector,
// tied to the fact by PROV-O.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <attest/exporters/export.hpp>

namespace attest::rdf {

struct Term {
  enum class Kind { iri, blank, literal };
  Kind kind = Kind::iri;
  std::string text;      ///< IRI, label of the blank node, or lexical form
  std::string datatype;  ///< IRI; of a literal, empty for xsd:string
};

/// Predicate IRI and object.
using Statement = std::pair<std::string, Term>;

/// A triple that other statements are about (RDF-star).
struct Triple {
  Term subject;
  std::string predicate;
  Term object;
};

struct Resource {
  Term subject;
  std::optional<Triple> quoted;  ///< stands in the subject's place
  std::vector<Statement> statements;
};

/// Prefixes that the syntaxes may use, in alphabetical order.
std::vector<std::pair<std::string, std::string>> prefixes(const ExportOptions& options);

/// Calls emit for every resource, in the order of nodes and relationships.
void each_resource(const GraphView& view, const ExportOptions& options,
                   const std::function<void(const Resource&)>& emit);

}  // namespace attest::rdf
