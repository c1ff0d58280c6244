#include <fmt/format.h>
#include <algorithm>
#include <cmath>

#include <attest/extractor/pipeline.hpp>

namespace attest::extract {
namespace {

const char* label_of(EntityType type) {
  switch (type) {
    case EntityType::person:
      return "Person";
    case EntityType::place:
      return "Place";
    case EntityType::organization:
      return "Organization";
    case EntityType::event:
      break;
  }
  return "Event";
}

const char* name_of(Role role) {
  switch (role) {
    case Role::agent:
      return "agent";
    case Role::target:
      return "target";
    case Role::participant:
      break;
  }
  return "participant";
}

Value list_of(const std::vector<std::string>& texts) {
  List list;
  list.reserve(texts.size());
  for (const std::string& text : texts) list.emplace_back(text);
  return Value(std::move(list));
}

/// Two decimals: more would print noise.
Value confidence_of(float confidence) {
  return Value(std::round(std::clamp(static_cast<double>(confidence), 0.0, 1.0) * 100) / 100);
}

class FragmentBuilder {
 public:
  FragmentBuilder(const AnnotatedDocument& document, const Entities& entities, const Facts& facts)
      : document_(document),
        entities_(entities),
        facts_(facts),
        points_(document.document.text),
        event_of_(entities.entities.size(), no_event) {
    for (std::uint32_t v = 0; v < facts.events.size(); ++v)
      if (facts.events[v].entity != no_entity) event_of_[facts.events[v].entity] = v;
  }

  Fragment build() {
    add_document();
    for (EntityIndex e = 0; e < entities_.entities.size(); ++e)
      if (entities_.entities[e].type != EntityType::event) add_entity(e);
    for (std::size_t v = 0; v < facts_.events.size(); ++v) add_event(v);
    for (const Relation& relation : facts_.relations) add_relation(relation);
    for (std::size_t c = 0; c < facts_.claims.size(); ++c) add_claim(c);
    return std::move(fragment_);
  }

 private:
  static constexpr std::uint32_t no_event = ~std::uint32_t{0};

  static std::string entity_id(EntityIndex e) { return fmt::format("e{}", e + 1); }
  static std::string event_id(std::size_t v) { return fmt::format("v{}", v + 1); }
  static std::string claim_id(std::size_t c) { return fmt::format("c{}", c + 1); }

  std::string range(Span span) const {
    return fmt::format("char={},{}", points_.at(span.begin), points_.at(span.end));
  }
  std::string place(Span span) const { return document_.document.name + "#" + range(span); }

  Value ranges(std::vector<Span> spans, bool with_name) const {
    std::sort(spans.begin(), spans.end());
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
    std::vector<std::string> texts;
    for (const Span span : spans) texts.push_back(with_name ? place(span) : range(span));
    return list_of(texts);
  }

  /// Nothing where the entity is nobody, or a named event that no fact is about.
  void relate_entity(const char* type, std::string start, EntityIndex entity) {
    if (has_node(entity)) relate(type, std::move(start), node_of(entity), {});
  }

  void relate(std::string type, std::string start, std::string end, Map properties) {
    fragment_.relationships.push_back({fmt::format("r{}", fragment_.relationships.size() + 1),
                                       std::move(type), std::move(start), std::move(end),
                                       std::move(properties)});
  }

  void add_document() {
    const Document& d = document_.document;
    Map properties;
    properties["name"] = Value(d.name);
    if (!d.title.empty()) properties["title"] = Value(d.title);
    if (!d.date.empty()) properties["date"] = Value(d.date);
    properties["path"] = Value(d.path);
    properties["sha256"] = Value(d.sha256);
    fragment_.nodes.push_back({"d1", {"Document"}, std::move(properties)});
  }

  void add_entity(EntityIndex e) {
    const Entity& entity = entities_.entities[e];
    Map properties;
    properties["name"] = Value(entity.name);
    properties["aliases"] = list_of(entity.aliases);
    if (!entity.kind.empty()) properties["kind"] = Value(entity.kind);
    fragment_.nodes.push_back({entity_id(e), {label_of(entity.type)}, std::move(properties)});
    mention(entity_id(e), mention_spans(e));
  }

  std::vector<Span> mention_spans(EntityIndex e) const {
    std::vector<Span> spans;
    for (const std::uint32_t m : entities_.entities[e].mentions) spans.push_back(entities_.mentions[m].span);
    return spans;
  }

  void mention(const std::string& id, const std::vector<Span>& spans) {
    Map properties;
    properties["spans"] = ranges(spans, false);
    relate("MENTIONED_IN", id, "d1", std::move(properties));
  }

  /// Evidence, confidence and modality, as every stated fact carries them.
  Map provenance(const std::vector<Span>& evidence, float confidence, const std::string& modality) const {
    Map properties;
    properties["evidence"] = ranges(evidence, true);
    properties["confidence"] = confidence_of(confidence);
    if (!modality.empty() && modality != "asserted") properties["modality"] = Value(modality);
    return properties;
  }

  void add_event(std::size_t v) {
    const Event& event = facts_.events[v];
    Map properties = provenance(event.evidence, event.confidence, event.modality);
    properties["name"] = Value(event.name);
    properties["type"] = Value(event.type);
    properties["named"] = Value(event.named);
    if (!event.date.empty()) properties["date"] = Value(event.date);
    std::vector<Span> spans = event.triggers;
    if (event.entity != no_entity) {
      properties["aliases"] = list_of(entities_.entities[event.entity].aliases);
      const std::vector<Span> named = mention_spans(event.entity);
      spans.insert(spans.end(), named.begin(), named.end());
    }
    fragment_.nodes.push_back({event_id(v), {"Event"}, std::move(properties)});
    mention(event_id(v), spans);
    for (const auto& [entity, role] : event.participants) {
      if (!has_node(entity)) continue;
      Map with = provenance(event.evidence, event.confidence, event.modality);
      with["role"] = Value(std::string(name_of(role)));
      relate("PARTICIPATED_IN", node_of(entity), event_id(v), std::move(with));
    }
    for (const EntityIndex where : event.places)
      if (has_node(where))
        relate("LOCATED_IN", event_id(v), node_of(where),
               provenance(event.evidence, event.confidence, event.modality));
  }

  void add_relation(const Relation& relation) {
    if (!has_node(relation.subject) || !has_node(relation.object)) return;
    Map properties = provenance(relation.evidence, relation.confidence, relation.modality);
    if (!relation.title.empty()) properties["title"] = Value(relation.title);
    if (relation.type == "HOLDS_POSITION") properties["former"] = Value(relation.former);
    relate(relation.type, node_of(relation.subject), node_of(relation.object), std::move(properties));
  }

  bool has_node(EntityIndex entity) const {
    return entity != no_entity &&
           (entities_.entities[entity].type != EntityType::event || event_of_[entity] != no_event);
  }
  /// A named event is the node of its Event.
  std::string node_of(EntityIndex entity) const {
    return event_of_[entity] == no_event ? entity_id(entity) : event_id(event_of_[entity]);
  }

  void add_claim(std::size_t c) {
    const Claim& claim = facts_.claims[c];
    Map properties;
    properties["text"] = Value(std::string(document_.text(claim.text)));
    properties["polarity"] = Value(std::string(claim.denied ? "denied" : "affirmed"));
    properties["quoted"] = Value(claim.quoted);
    properties["evidence"] = list_of({place(claim.text)});
    properties["confidence"] = confidence_of(claim.confidence);
    fragment_.nodes.push_back({claim_id(c), {"Claim"}, std::move(properties)});
    relate_entity("MADE_BY", claim_id(c), claim.speaker);
    for (const EntityIndex about : claim.about) relate_entity("ABOUT", claim_id(c), about);
    for (const std::uint32_t about : claim.about_events) relate("ABOUT", claim_id(c), event_id(about), {});
    relate("STATED_IN", claim_id(c), "d1", {});
  }

  const AnnotatedDocument& document_;
  const Entities& entities_;
  const Facts& facts_;
  CodePoints points_;
  std::vector<std::uint32_t> event_of_;  // by entity: its event, where it is one
  Fragment fragment_;
};

}  // namespace

Fragment make_fragment(const AnnotatedDocument& document, const Entities& entities, const Facts& facts) {
  return FragmentBuilder(document, entities, facts).build();
}

}  // namespace attest::extract
