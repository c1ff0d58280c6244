// The HTML picture: one page that needs nothing else, filled with the graph and the text of its documents.
//
// The page itself is the package in exporters/html, made at build time and kept in the library. Text of
// documents gets into it as JSON in which '<' is spelled \u003c, so that nothing in it can end the script it
// stands in; the page's policy lets only its own script run.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include <attest/exporters/arrangement.hpp>
#include <attest/exporters/edtf_interval.hpp>
#include <attest/exporters/evidence.hpp>
#include <attest/exporters/formats.hpp>
#include <attest/exporters/label_text.hpp>
#include <attest/exporters/palette.hpp>
#include <attest/exporters/sink.hpp>
#include <attest/graph/error.hpp>
#include <attest/graph/value_text.hpp>

extern "C" {
extern const char attest_picture_page[];
extern const char attest_picture_page_end[];
}

namespace attest {
namespace {

using Type = Value::Type;

constexpr std::size_t most_nodes = 100'000;               // more than any browser moves
constexpr std::size_t most_text = std::size_t{64} << 20;  // bytes of documents in one page
constexpr std::int64_t exact_in_javascript = std::int64_t{1} << 53;
constexpr std::string_view place_of_graph = "<!--{{graph}}-->";

std::string_view page() {
  const std::string_view all(attest_picture_page,
                             static_cast<std::size_t>(attest_picture_page_end - attest_picture_page));
  if (all.find(place_of_graph) == std::string_view::npos)
    throw UsageError(
        "this build of Attest has no HTML picture: Node.js was missing when it was built. Install nodejs and "
        "npm, configure and build again; or write --format graphml for Gephi");
  return all;
}

/// JSON text that may stand in a <script>.
std::string safe(std::string json) {
  for (std::size_t at = 0; (at = json.find('<', at)) != std::string::npos; at += 6)
    json.replace(at, 1, "\\u003c");
  return json;
}

std::string json_text(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

/// Integers that a JavaScript number cannot hold come as text.
std::string property_json(const Value& value) {
  std::string out;
  const bool wide = value.type() == Type::integer &&
                    (value.integer() > exact_in_javascript || value.integer() < -exact_in_javascript);
  if (!wide)
    append_json(out, value);
  else
    append_json_string(out, std::to_string(value.integer()));
  return out;
}

class Writer {
 public:
  Writer(const GraphView& view, Sink& out, const ExportOptions& options)
      : view_(view), graph_(view.graph()), out_(out), options_(options) {}

  void write() {
    survey();
    arrangement_ = arrange(view_);
    out_ << "<script type=\"application/json\" id=\"graph\">{\"title\": " << safe(json_text(options_.title));
    out_ << ",\n\"folded\": [" << (arrangement_.folds_documents ? "\"Document\"" : "") << "]";
    write_names();
    write_nodes();
    write_relationships();
    write_documents();
    out_ << "}</script>\n";
  }

 private:
  /// Labels, colours, types and documents that the view holds.
  void survey() {
    std::size_t nodes = 0;
    view_.each_node([&](NodeId node) {
      ++nodes;
      for (const std::string_view label : label_names(graph_, node)) ++label_counts_[std::string(label)];
      colours_.try_emplace(std::string(node_colour(graph_, node)), colours_.size());
      note_documents(graph_.properties(node));
      if (graph_.labels().find("Document") && graph_.has_label(node, *graph_.labels().find("Document")))
        if (const Value name = property(node, "name"); name.type() == Type::string)
          documents_.insert(name.string());
    });
    if (nodes > most_nodes)
      throw UsageError("the graph has " + std::to_string(nodes) + " nodes; a browser draws up to " +
                       std::to_string(most_nodes) + ": choose a part of it with --query");
    view_.each_relationship([&](RelationshipId id) {
      types_.try_emplace(graph_.type_of(id), types_.size());
      note_documents(graph_.properties(id));
    });
  }

  void note_documents(const std::vector<Property>& properties) {
    const auto evidence = graph_.keys().find("evidence");
    for (const auto& [key, value] : properties) {
      if (!evidence || key != *evidence || value.type() != Type::list) continue;
      for (const Value& item : value.list())
        if (item.type() == Type::string)
          if (const auto span = parse_span(item.string())) documents_.emplace(span->document);
    }
  }

  Value property(NodeId node, std::string_view name) const {
    const auto key = graph_.keys().find(name);
    return key ? graph_.property(node, *key) : Value();
  }

  void write_names() {
    out_ << ",\n\"labels\": [";
    std::uint32_t next = 0;
    for (const auto& [name, count] : label_counts_) {
      label_index_[name] = next;
      out_ << (next++ ? ", " : "")
           << safe("{\"name\": " + json_text(name) + ", \"colour\": " + json_text(label_colour(name)) +
                   ", \"count\": " + std::to_string(count) + "}");
    }
    out_ << "],\n\"colours\": ";
    write_strings(colours_, [](const std::string& colour) { return colour; });
    out_ << ",\n\"types\": ";
    write_strings(types_, [&](TypeId type) { return graph_.types().name(type); });
  }

  /// The keys of a map from key to place, in the order of the places.
  template <class Key, class Text>
  void write_strings(const std::map<Key, std::size_t>& places, Text text) {
    std::vector<std::string> ordered(places.size());
    for (const auto& [key, place] : places) ordered[place] = text(key);
    out_ << "[";
    for (std::size_t i = 0; i < ordered.size(); ++i) out_ << (i ? ", " : "") << safe(json_text(ordered[i]));
    out_ << "]";
  }

  void write_nodes() {
    out_ << ",\n\"nodes\": [";
    bool first = true;
    view_.each_node([&](NodeId node) {
      std::string json = first ? "\n" : ",\n";
      first = false;
      json += "{\"id\": \"n" + std::to_string(index(node)) + "\", \"labels\": [";
      for (const std::string_view label : label_names(graph_, node)) {
        if (json.back() != '[') json += ", ";
        json += std::to_string(label_index_.at(std::string(label)));
      }
      json += "], \"colour\": " + std::to_string(colours_.at(std::string(node_colour(graph_, node))));
      json += ", \"caption\": " + json_text(caption(graph_, node));
      json +=
          place(node) + days(node) + ", \"properties\": " + properties_json(graph_.properties(node)) + "}";
      out_ << safe(std::move(json));
    });
    out_ << "]";
  }

  std::string place(NodeId node) const {
    const Place& at = arrangement_.places[index(node)];
    return fmt::format(", \"x\": {:.1f}, \"y\": {:.1f}, \"size\": {:.1f}", at.x, at.y,
                       arrangement_.radii[index(node)]);
  }

  /// First and last day of an event, as days since 1970.
  std::string days(NodeId node) const {
    const auto event = graph_.labels().find("Event");
    if (!event || !graph_.has_label(node, *event)) return {};
    const Value date = property(node, "date");
    std::optional<DayInterval> interval;
    if (date.type() == Type::string) interval = edtf_interval(date.string());
    if (date.type() == Type::date) interval = DayInterval{date.date(), date.date()};
    if (!interval) return {};
    const Date first = interval->first.value_or(interval->last.value_or(Date{}));
    const Date last = interval->last.value_or(first);
    return ", \"days\": [" + std::to_string(first.days) + ", " + std::to_string(last.days) + "]";
  }

  void write_relationships() {
    out_ << ",\n\"relationships\": [";
    bool first = true;
    view_.each_relationship([&](RelationshipId id) {
      out_ << safe((first ? "\n" : ",\n") + std::string("{\"id\": \"r") + std::to_string(index(id)) +
                   "\", \"type\": " + std::to_string(types_.at(graph_.type_of(id))) + ", \"start\": \"n" +
                   std::to_string(index(graph_.start_of(id))) + "\", \"end\": \"n" +
                   std::to_string(index(graph_.end_of(id))) +
                   "\", \"properties\": " + properties_json(graph_.properties(id)) + "}");
      first = false;
    });
    out_ << "]";
  }

  std::string properties_json(const std::vector<Property>& properties) const {
    std::string json = "{";
    for (const auto& [key, value] : properties) {
      if (json.size() > 1) json += ", ";
      json += json_text(graph_.keys().name(key)) + ": " + property_json(value);
    }
    return json + "}";
  }

  void write_documents() {
    const std::map<std::string, std::string> titles = document_titles();
    out_ << ",\n\"documents\": [";
    std::size_t total = 0;
    bool first = true;
    for (const std::string& name : documents_) {
      std::string json = (first ? "\n{\"name\": " : ",\n{\"name\": ") + json_text(name);
      first = false;
      if (const auto title = titles.find(name); title != titles.end())
        json += ", \"title\": " + json_text(title->second);
      std::optional<std::string> text;
      if (view_.document_text) text = view_.document_text(name);
      if (text && (total += text->size()) <= most_text) json += ", \"text\": " + json_text(*text);
      out_ << safe(json + "}");
    }
    out_ << "]";
  }

  /// Of all documents of the graph: a view may show facts without their documents.
  std::map<std::string, std::string> document_titles() const {
    std::map<std::string, std::string> titles;
    const auto label = graph_.labels().find("Document");
    if (!label) return titles;
    for (std::uint32_t i = 0; i < graph_.node_limit(); ++i) {
      const NodeId node{i};
      if (!graph_.contains(node) || !graph_.has_label(node, *label)) continue;
      const Value name = property(node, "name");
      const Value title = property(node, "title");
      if (name.type() == Type::string && title.type() == Type::string)
        titles.emplace(name.string(), title.string());
    }
    return titles;
  }

  const GraphView& view_;
  const Graph& graph_;
  Sink& out_;
  const ExportOptions& options_;
  std::map<std::string, std::size_t> label_counts_;
  std::map<std::string, std::uint32_t> label_index_;
  std::map<std::string, std::size_t> colours_;
  std::map<TypeId, std::size_t> types_;
  std::set<std::string> documents_;
  Arrangement arrangement_;
};

}  // namespace

void write_html(const GraphView& view, std::ostream& stream, const ExportOptions& options) {
  const std::string_view template_text = page();
  const std::size_t at = template_text.find(place_of_graph);
  Sink out(stream);
  out << template_text.substr(0, at);
  Writer(view, out, options).write();
  out << template_text.substr(at + place_of_graph.size());
  out.flush();
}

}  // namespace attest
