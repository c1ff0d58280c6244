#include <attest/exporters/rdf.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include <attest/exporters/evidence.hpp>
#include <attest/exporters/label_text.hpp>
#include <attest/graph/value_text.hpp>

namespace attest::rdf {
namespace {

using Type = Value::Type;

constexpr std::string_view rdf_ns = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
constexpr std::string_view rdfs_ns = "http://www.w3.org/2000/01/rdf-schema#";
constexpr std::string_view xsd_ns = "http://www.w3.org/2001/XMLSchema#";
constexpr std::string_view schema_ns = "https://schema.org/";
constexpr std::string_view prov_ns = "http://www.w3.org/ns/prov#";
constexpr std::string_view oa_ns = "http://www.w3.org/ns/oa#";
constexpr std::string_view edtf_type = "http://id.loc.gov/datatypes/edtf";

std::string in(std::string_view ns, std::string_view name) {
  return std::string(ns).append(name);
}

struct Mapping {
  std::string_view ours;
  std::string_view iri_namespace;
  std::string_view name;
};

constexpr std::array<Mapping, 6> classes{{{"Person", schema_ns, "Person"},
                                          {"Place", schema_ns, "Place"},
                                          {"Organization", schema_ns, "Organization"},
                                          {"Event", schema_ns, "Event"},
                                          {"Claim", schema_ns, "Claim"},
                                          {"Document", schema_ns, "DigitalDocument"}}};

constexpr std::array<Mapping, 4> node_properties{{{"name", schema_ns, "name"},
                                                  {"aliases", schema_ns, "alternateName"},
                                                  {"title", schema_ns, "headline"},
                                                  {"text", schema_ns, "text"}}};

// Only where the direction and the meaning are schema.org's or PROV-O's for every pair of labels of the
// ontology.
constexpr std::array<Mapping, 13> relationship_types{{{"MEMBER_OF", schema_ns, "memberOf"},
                                                      {"LOCATED_IN", schema_ns, "location"},
                                                      {"BORN_IN", schema_ns, "birthPlace"},
                                                      {"LIVES_IN", schema_ns, "homeLocation"},
                                                      {"CITIZEN_OF", schema_ns, "nationality"},
                                                      {"SPOUSE_OF", schema_ns, "spouse"},
                                                      {"PARENT_OF", schema_ns, "children"},
                                                      {"SIBLING_OF", schema_ns, "sibling"},
                                                      {"RELATIVE_OF", schema_ns, "relatedTo"},
                                                      {"MADE_BY", prov_ns, "wasAttributedTo"},
                                                      {"ABOUT", schema_ns, "about"},
                                                      {"STATED_IN", prov_ns, "hadPrimarySource"},
                                                      {"MENTIONED_IN", schema_ns, "subjectOf"}}};

template <std::size_t n>
std::optional<std::string> mapped(const std::array<Mapping, n>& table, std::string_view ours) {
  for (const Mapping& mapping : table)
    if (mapping.ours == ours) return in(mapping.iri_namespace, mapping.name);
  return {};
}

/// Percent-encodes what may not stand in a part of an IRI.
std::string encoded(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
    if (plain)
      out += c;
    else
      ((out += '%') += hex[byte >> 4]) += hex[byte & 15];
  }
  return out;
}

Term iri(std::string text) {
  return {Term::Kind::iri, std::move(text), {}};
}

Term literal(std::string text, std::string_view type = {}) {
  return {Term::Kind::literal, std::move(text),
          type.empty() || type == "string" ? std::string() : in(xsd_ns, type)};
}

/// A date as the documents tell it: a type of XML Schema where it is a plain date, month or year, else EDTF.
Term date_term(const std::string& text) {
  const bool digits =
      std::all_of(text.begin(), text.end(), [](char c) { return c == '-' || (c >= '0' && c <= '9'); });
  const bool season = text.size() == 7 && text[5] == '2';
  if (digits && !season && text.size() == 10) return literal(text, "date");
  if (digits && !season && text.size() == 7) return literal(text, "gYearMonth");
  if (digits && text.size() == 4) return literal(text, "gYear");
  return {Term::Kind::literal, text, std::string(edtf_type)};
}

/// XML Schema wants the seconds that ISO 8601 lets go: 12:31 is 12:31:00.
std::string with_seconds(std::string text, std::size_t clock) {
  constexpr std::size_t minutes = 5;
  if (text.size() == clock + minutes || text[clock + minutes] != ':') text.insert(clock + minutes, ":00");
  return text;
}

Term value_term(const Value& value) {
  std::string text;
  append_text(text, value);
  switch (value.type()) {
    case Type::boolean:
      return literal(text, "boolean");
    case Type::integer:
      return literal(text, "integer");
    case Type::floating:
      return literal(text, "double");
    case Type::string:
      return literal(text);
    case Type::date:
      return literal(text, "date");
    case Type::local_time:
    case Type::time:
      return literal(with_seconds(text, 0), "time");
    case Type::local_date_time:
    case Type::date_time:
      return literal(with_seconds(text.substr(0, text.find('[')), text.find('T') + 1), "dateTime");
    case Type::duration:
      return literal(text, text.find('-') == std::string::npos ? "duration" : "string");
    default:
      return {Term::Kind::literal, text, in(rdf_ns, "JSON")};
  }
}

class Converter {
 public:
  Converter(const GraphView& view, const ExportOptions& options,
            const std::function<void(const Resource&)>& emit)
      : view_(view), graph_(view.graph()), options_(options), emit_(emit) {}

  void run() {
    note_documents();
    view_.each_node([&](NodeId node) { emit_(node_resource(node)); });
    view_.each_node([&](NodeId node) { emit_evidence_of(node); });
    view_.each_relationship([&](RelationshipId id) { emit_relationship(id); });
  }

 private:
  Term node_iri(NodeId node) const { return iri(options_.base + "n" + std::to_string(index(node))); }
  std::string own(std::string_view name) const { return options_.base + "vocab#" + encoded(name); }

  void note_documents() {
    const auto label = graph_.labels().find("Document");
    const auto name = graph_.keys().find("name");
    if (!label || !name) return;
    view_.each_node([&](NodeId node) {
      if (!graph_.has_label(node, *label)) return;
      if (const Value value = graph_.property(node, *name); value.type() == Type::string)
        documents_.emplace(value.string(), node);
    });
  }

  Term document_iri(std::string_view name) const {
    const auto found = documents_.find(name);
    return found != documents_.end() ? node_iri(found->second)
                                     : iri(options_.base + "document/" + encoded(name));
  }

  static Term rdf_type(std::string_view ns, std::string_view name) { return iri(in(ns, name)); }

  Resource node_resource(NodeId node) const {
    Resource resource{node_iri(node), {}, {}};
    for (const std::string_view label : label_names(graph_, node)) {
      resource.statements.emplace_back(in(rdf_ns, "type"), iri(mapped(classes, label).value_or(own(label))));
      if (label == "Document" || label == "Claim")
        resource.statements.emplace_back(in(rdf_ns, "type"), rdf_type(prov_ns, "Entity"));
    }
    for (const auto& [key, value] : graph_.properties(node)) {
      const std::string& name = graph_.keys().name(key);
      if (name == "evidence" && value.type() == Type::list) continue;  // at its selector
      add_property(resource, name, value, mapped(node_properties, name));
    }
    return resource;
  }

  void add_property(Resource& resource, const std::string& name, const Value& value,
                    std::optional<std::string> predicate) const {
    const std::string iri_of_key = predicate ? *predicate : own(name);
    const bool is_date = name == "date" && value.type() == Type::string;
    if (value.type() != Type::list) {
      resource.statements.emplace_back(iri_of_key, is_date ? date_term(value.string()) : value_term(value));
      return;
    }
    const bool flat = std::all_of(value.list().begin(), value.list().end(),
                                  [](const Value& item) { return item.type() == Type::string; });
    if (!flat || value.list().empty())
      return (void)resource.statements.emplace_back(iri_of_key, value_term(value));
    std::vector<std::string> seen;  // RDF has sets: an item that is there twice is one statement
    for (const Value& item : value.list()) {
      if (std::find(seen.begin(), seen.end(), item.string()) != seen.end()) continue;
      seen.push_back(item.string());
      resource.statements.emplace_back(iri_of_key, value_term(item));
    }
  }

  /// The blank nodes of one list of spans; their labels come from `name`.
  std::vector<Term> emit_spans(const Value& spans, const std::string& name, std::optional<NodeId> document) {
    std::vector<Term> sources;
    if (spans.type() != Type::list) return sources;
    for (const Value& item : spans.list()) {
      if (item.type() != Type::string) continue;
      const auto span = parse_span(item.string());
      if (!span) continue;
      const std::string label = name + "s" + std::to_string(sources.size());
      const Term source{Term::Kind::blank, label, {}};
      const Term selector{Term::Kind::blank, label + "p", {}};
      const Term of = document ? node_iri(*document) : document_iri(span->document);
      emit_({source,
             {},
             {{in(rdf_ns, "type"), rdf_type(oa_ns, "SpecificResource")},
              {in(oa_ns, "hasSource"), of},
              {in(oa_ns, "hasSelector"), selector}}});
      emit_({selector,
             {},
             {{in(rdf_ns, "type"), rdf_type(oa_ns, "TextPositionSelector")},
              {in(oa_ns, "start"), literal(std::to_string(span->start), "nonNegativeInteger")},
              {in(oa_ns, "end"), literal(std::to_string(span->end), "nonNegativeInteger")}}});
      sources.push_back(source);
    }
    return sources;
  }

  Value property(const std::vector<Property>& properties, std::string_view name) const {
    const auto key = graph_.keys().find(name);
    for (const auto& [of, value] : properties)
      if (key && of == *key) return value;
    return {};
  }

  void emit_evidence_of(NodeId node) {
    const Term subject = node_iri(node);
    Resource resource{subject, {}, {}};
    const auto spans =
        emit_spans(property(graph_.properties(node), "evidence"), "n" + std::to_string(index(node)), {});
    for (const Term& source : spans) resource.statements.emplace_back(in(prov_ns, "wasDerivedFrom"), source);
    if (!spans.empty()) emit_(resource);
  }

  void emit_relationship(RelationshipId id) {
    const std::string& type = graph_.types().name(graph_.type_of(id));
    const Triple triple{node_iri(graph_.start_of(id)), mapped(relationship_types, type).value_or(own(type)),
                        node_iri(graph_.end_of(id))};
    emit_({triple.subject, {}, {{triple.predicate, triple.object}}});
    const auto properties = graph_.properties(id);
    const std::string name = "r" + std::to_string(index(id));
    if (type == "MENTIONED_IN") return emit_mentions(id, name, property(properties, "spans"));
    Resource about{iri(options_.base + name), {}, {}};
    for (const auto& [key, value] : properties) {
      const std::string& key_name = graph_.keys().name(key);
      if (key_name == "evidence" && value.type() == Type::list)
        for (const Term& source : emit_spans(value, name, {}))
          about.statements.emplace_back(in(prov_ns, "wasDerivedFrom"), source);
      else
        add_property(about, key_name, value, {});
    }
    if (about.statements.empty()) return;
    if (options_.rdf_star)
      about.quoted = triple;
    else
      add_reification(about, triple);
    emit_(about);
  }

  static void add_reification(Resource& about, const Triple& triple) {
    about.statements.insert(about.statements.begin(), {{in(rdf_ns, "type"), rdf_type(rdf_ns, "Statement")},
                                                       {in(rdf_ns, "subject"), triple.subject},
                                                       {in(rdf_ns, "predicate"), iri(triple.predicate)},
                                                       {in(rdf_ns, "object"), triple.object}});
  }

  /// Where a node is mentioned: one annotation with the node as its body and each span as a target.
  void emit_mentions(RelationshipId id, const std::string& name, const Value& spans) {
    const auto sources = emit_spans(spans, name, graph_.end_of(id));
    if (sources.empty()) return;
    Resource annotation{iri(options_.base + name),
                        {},
                        {{in(rdf_ns, "type"), rdf_type(oa_ns, "Annotation")},
                         {in(oa_ns, "motivatedBy"), rdf_type(oa_ns, "identifying")},
                         {in(oa_ns, "hasBody"), node_iri(graph_.start_of(id))}}};
    for (const Term& source : sources) annotation.statements.emplace_back(in(oa_ns, "hasTarget"), source);
    emit_(annotation);
  }

  const GraphView& view_;
  const Graph& graph_;
  const ExportOptions& options_;
  const std::function<void(const Resource&)>& emit_;
  std::map<std::string, NodeId, std::less<>> documents_;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> prefixes(const ExportOptions& options) {
  return {{"attest", options.base + "vocab#"}, {"oa", std::string(oa_ns)},
          {"prov", std::string(prov_ns)},      {"rdf", std::string(rdf_ns)},
          {"rdfs", std::string(rdfs_ns)},      {"schema", std::string(schema_ns)},
          {"xsd", std::string(xsd_ns)}};
}

void each_resource(const GraphView& view, const ExportOptions& options,
                   const std::function<void(const Resource&)>& emit) {
  Converter(view, options, emit).run();
}

}  // namespace attest::rdf
