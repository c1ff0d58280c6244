// Documents to fragments: the stages of the extractor in their order, each behind one function.
//
//   read → structure → annotate → find_entities → find_facts → fragment
//
// All stages are pure functions of their arguments and the models, safe to call from many threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/document.hpp>
#include <attest/extractor/entity.hpp>
#include <attest/graph/fragment.hpp>

namespace attest::extract {

/// Trained parameters of tagging, syntax and names; immutable, shared by all threads.
class Models;
/// The models compiled into the library.
const Models& builtin_models();

/// Sentences, tokens, tags, trees and names of the running text. For many documents an Annotator is faster.
AnnotatedDocument annotate(Document document, const Models& models);

/// Names, descriptions and pronouns, resolved to the entities of the document.
Entities find_entities(const AnnotatedDocument& document, const Models& models);

/// A relation of the ontology between two entities of the document.
struct Relation {
  std::string type;  ///< HOLDS_POSITION, MEMBER_OF …
  EntityIndex subject = no_entity;
  EntityIndex object = no_entity;
  std::string title;  ///< of a HOLDS_POSITION
  bool former = false;
  std::string modality;        ///< empty for asserted
  std::vector<Span> evidence;  ///< unordered, a span may be there twice
  float confidence = 0;
};

enum class Role : std::uint8_t { agent, target, participant };

struct Event {
  std::string type;  ///< attack, blockade …
  std::string name;
  bool named = false;
  EntityIndex entity = no_entity;  ///< of a named event
  std::string date;                ///< EDTF, empty where unknown
  std::string modality;            ///< empty for asserted
  std::vector<std::pair<EntityIndex, Role>> participants;
  std::vector<EntityIndex> places;
  std::vector<Span> triggers;  ///< each mention of the occurrence
  std::vector<Span> evidence;  ///< unordered, a span may be there twice
  float confidence = 0;
};

struct Claim {
  EntityIndex speaker = no_entity;
  Span text;
  bool denied = false;
  bool quoted = false;
  std::vector<EntityIndex> about;
  std::vector<std::uint32_t> about_events;  ///< indices into Facts::events
  float confidence = 0;
};

struct Facts {
  std::vector<Relation> relations;
  std::vector<Event> events;
  std::vector<Claim> claims;
};

/// Relations, events and claims that the document states.
Facts find_facts(const AnnotatedDocument& document, const Entities& entities);

/// The ontology's small graph of one document: nodes, relationships, provenance in code points.
Fragment make_fragment(const AnnotatedDocument& document, const Entities& entities, const Facts& facts);

/// All stages at once.
Fragment extract_fragment(Document document, const Models& models = builtin_models());

}  // namespace attest::extract
