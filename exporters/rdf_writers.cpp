// Turtle, N-Triples and JSON-LD: three spellings of the same resources.
#include <algorithm>

#include <attest/exporters/formats.hpp>
#include <attest/exporters/quotes.hpp>
#include <attest/exporters/rdf.hpp>
#include <attest/exporters/sink.hpp>
#include <attest/graph/error.hpp>
#include <attest/graph/value_text.hpp>

namespace attest {
namespace {

using rdf::Resource;
using rdf::Term;

using Prefixes = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view hex = "0123456789ABCDEF";

/// A literal in double quotes, with the escapes that Turtle and N-Triples share.
std::string quoted_text(std::string_view text) {
  return in_double_quotes(text, [](char32_t code) -> std::string {
    if (code == '\r') return "\\r";
    if (code == '\t') return "\\t";
    if (code >= 0x20 && code != 0x7F) return {};
    return {'\\', 'u', '0', '0', hex[code >> 4], hex[code & 15]};
  });
}

std::string in_brackets(std::string_view iri) {
  return "<" + std::string(iri) + ">";
}

/// schema:name where a prefix fits and the rest is a plain name, else the IRI in full.
std::string shortened(std::string_view iri, const Prefixes& prefixes) {
  for (const auto& [prefix, start] : prefixes) {
    if (!iri.starts_with(start)) continue;
    const std::string_view local = iri.substr(start.size());
    const bool plain = !local.empty() && std::all_of(local.begin(), local.end(), [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
    });
    if (plain) return prefix + ":" + std::string(local);
  }
  return in_brackets(iri);
}

/// `prefixes` is empty for N-Triples.
std::string text_of(const Term& term, const Prefixes& prefixes) {
  switch (term.kind) {
    case Term::Kind::iri:
      return shortened(term.text, prefixes);
    case Term::Kind::blank:
      return "_:" + term.text;
    case Term::Kind::literal:
      break;
  }
  return quoted_text(term.text) + (term.datatype.empty() ? "" : "^^" + shortened(term.datatype, prefixes));
}

std::string turtle_subject(const Resource& resource, const Prefixes& prefixes) {
  if (!resource.quoted) return text_of(resource.subject, prefixes);
  const auto& [subject, predicate, object] = *resource.quoted;
  return "<< " + text_of(subject, prefixes) + " " + shortened(predicate, prefixes) + " " +
         text_of(object, prefixes) + " >>";
}

bool is_type(const std::string& predicate) {
  return predicate == "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
}

void write_turtle_resource(Sink& out, const Resource& resource, const Prefixes& prefixes) {
  out << turtle_subject(resource, prefixes);
  const std::string* before = nullptr;
  for (const auto& [predicate, object] : resource.statements) {
    if (before && *before == predicate)
      out << ", ";
    else
      out << (before ? " ;\n  " : " ") << (is_type(predicate) ? "a" : shortened(predicate, prefixes)) << " ";
    out << text_of(object, prefixes);
    before = &predicate;
  }
  out << " .\n";
}

std::string json_text(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string json_id(const Term& term) {
  return json_text(term.kind == Term::Kind::blank ? "_:" + term.text : term.text);
}

std::string compact(std::string_view iri, const Prefixes& prefixes) {
  const std::string text = shortened(iri, prefixes);
  return text.starts_with('<') ? std::string(iri) : text;
}

std::string json_object(const Term& term, const Prefixes& prefixes) {
  if (term.kind != Term::Kind::literal) return "{\"@id\": " + json_id(term) + "}";
  if (term.datatype.empty()) return json_text(term.text);
  return "{\"@value\": " + json_text(term.text) +
         ", \"@type\": " + json_text(compact(term.datatype, prefixes)) + "}";
}

/// Statements of one predicate stand together: JSON has a key once.
std::string json_resource(const Resource& resource, const Prefixes& prefixes) {
  std::string out = "{\"@id\": " + json_id(resource.subject);
  for (auto at = resource.statements.begin(); at != resource.statements.end();) {
    const std::string& predicate = at->first;
    const bool type = is_type(predicate);
    std::string objects;
    std::size_t count = 0;
    for (; at != resource.statements.end() && at->first == predicate; ++at, ++count) {
      if (count > 0) objects += ", ";
      objects += type ? json_text(compact(at->second.text, prefixes)) : json_object(at->second, prefixes);
    }
    out += ", " + (type ? std::string("\"@type\"") : json_text(compact(predicate, prefixes))) + ": ";
    out += count > 1 ? "[" + objects + "]" : objects;
  }
  return out + "}";
}

/// Statements of one predicate brought together, the order otherwise kept.
Resource grouped(Resource resource) {
  std::vector<std::string> order;
  for (const auto& [predicate, object] : resource.statements)
    if (std::find(order.begin(), order.end(), predicate) == order.end()) order.push_back(predicate);
  std::stable_sort(resource.statements.begin(), resource.statements.end(), [&](const auto& a, const auto& b) {
    return std::find(order.begin(), order.end(), a.first) < std::find(order.begin(), order.end(), b.first);
  });
  return resource;
}

void refuse_star(const ExportOptions& options, std::string_view format) {
  if (options.rdf_star)
    throw UsageError("RDF-star is written as turtle; " + std::string(format) + " has reified statements");
}

}  // namespace

void write_turtle(const GraphView& view, std::ostream& stream, const ExportOptions& options) {
  const Prefixes prefixes = rdf::prefixes(options);
  Sink out(stream);
  for (const auto& [prefix, start] : prefixes) out << "@prefix " << prefix << ": <" << start << "> .\n";
  out << "\n";
  rdf::each_resource(view, options, [&](const Resource& resource) {
    if (!resource.statements.empty()) write_turtle_resource(out, grouped(resource), prefixes);
  });
  out.flush();
}

void write_ntriples(const GraphView& view, std::ostream& stream, const ExportOptions& options) {
  refuse_star(options, "ntriples");
  Sink out(stream);
  rdf::each_resource(view, options, [&](const Resource& resource) {
    const std::string subject = text_of(resource.subject, {});
    for (const auto& [predicate, object] : resource.statements)
      out << subject << ' ' << in_brackets(predicate) << ' ' << text_of(object, {}) << " .\n";
  });
  out.flush();
}

void write_jsonld(const GraphView& view, std::ostream& stream, const ExportOptions& options) {
  refuse_star(options, "jsonld");
  const Prefixes prefixes = rdf::prefixes(options);
  Sink out(stream);
  out << "{\"@context\": {";
  for (const auto& [prefix, start] : prefixes)
    out << (prefix == prefixes.front().first ? "" : ", ") << json_text(prefix) << ": " << json_text(start);
  out << "},\n\"@graph\": [";
  bool first = true;
  rdf::each_resource(view, options, [&](const Resource& resource) {
    if (resource.statements.empty()) return;
    out << (first ? "\n" : ",\n") << json_resource(grouped(resource), prefixes);
    first = false;
  });
  out << "\n]}\n";
  out.flush();
}

}  // namespace attest
