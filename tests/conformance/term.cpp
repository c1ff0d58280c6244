#include "term.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <stdexcept>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace attest::conformance {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "'";
  for (char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string float_text(double number) {
  if (std::isnan(number)) return "NaN";
  if (std::isinf(number)) return number > 0 ? "Inf" : "-Inf";
  if (number == 0) return "0.0";
  std::string text = fmt::format("{}", number);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

Term scalar(Value value, std::string text) {
  Term term;
  term.text = std::move(text);
  term.value = std::move(value);
  return term;
}

class TermReader {
 public:
  explicit TermReader(std::string_view text) : text_(text) {}

  Term whole() {
    Term term = value();
    skip();
    if (at_ != text_.size()) fail();
    return term;
  }

 private:
  [[noreturn]] void fail() const {
    throw std::runtime_error(fmt::format("not a value at {}: {}", at_ + 1, text_));
  }
  void skip() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n')) ++at_;
  }
  char peek() {
    skip();
    return at_ < text_.size() ? text_[at_] : '\0';
  }
  bool take(std::string_view sign) {
    skip();
    if (!text_.substr(at_).starts_with(sign)) return false;
    at_ += sign.size();
    return true;
  }
  void need(std::string_view sign) {
    if (!take(sign)) fail();
  }

  Term value() {
    switch (peek()) {
      case '\'':
        return string();
      case '[':
        return relationship_or_list();
      case '{':
        return map();
      case '(':
        return node();
      case '<':
        return path();
      default:
        return word();
    }
  }

  Term string() {
    std::string content;
    for (++at_; at_ < text_.size() && text_[at_] != '\''; ++at_) {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      content += text_[at_];
    }
    need("'");
    return scalar(content, quoted(content));
  }

  Term word() {
    std::size_t end = std::min(text_.find_first_of(",]}) \t\n", at_), text_.size());
    std::string_view word = text_.substr(at_, end - at_);
    at_ = end;
    if (word == "null") return scalar({}, "null");
    if (word == "true") return scalar(true, "true");
    if (word == "false") return scalar(false, "false");
    if (word == "NaN") return scalar(std::numeric_limits<double>::quiet_NaN(), "NaN");
    if (word == "Inf" || word == "-Inf") {
      double infinity = std::numeric_limits<double>::infinity();
      return scalar(word == "Inf" ? infinity : -infinity, std::string(word));
    }
    return number(word);
  }

  Term number(std::string_view word) {
    const char* last = word.data() + word.size();
    std::int64_t integer = 0;
    if (auto [end, error] = std::from_chars(word.data(), last, integer); error == std::errc() && end == last)
      return scalar(integer, std::to_string(integer));
    double floating = 0;
    auto [end, error] = std::from_chars(word.data(), last, floating);
    if (error != std::errc() || end != last) fail();
    return scalar(floating, float_text(floating));
  }

  std::string name() {
    skip();
    if (take("`")) {
      std::size_t end = text_.find('`', at_);
      if (end == std::string_view::npos) fail();
      std::string quoted_name(text_.substr(at_, end - at_));
      at_ = end + 1;
      return quoted_name;
    }
    std::size_t end = std::min(text_.find_first_of(" :{}[](),'<>", at_), text_.size());
    std::string plain(text_.substr(at_, end - at_));
    if (plain.empty()) fail();
    at_ = end;
    return plain;
  }

  std::vector<Term::Entry> entries() {
    std::vector<Term::Entry> read;
    need("{");
    while (peek() != '}') {
      std::string key = name();
      need(":");
      read.push_back({std::move(key), value()});
      if (!take(",") && peek() != '}') fail();
    }
    need("}");
    return read;
  }

  Term map() {
    Term term;
    term.kind = Term::Kind::map;
    term.entries = entries();
    return term;
  }

  Term relationship_or_list() {
    need("[");
    Term term;
    if (take(":")) {
      term.kind = Term::Kind::relationship;
      term.text = name();
      if (peek() == '{') term.entries = entries();
      need("]");
      return term;
    }
    term.kind = Term::Kind::list;
    while (peek() != ']') {
      term.items.push_back(value());
      if (!take(",") && peek() != ']') fail();
    }
    need("]");
    return term;
  }

  Term node() {
    Term term;
    term.kind = Term::Kind::node;
    need("(");
    while (take(":")) term.names.push_back(name());
    if (peek() == '{') term.entries = entries();
    need(")");
    return term;
  }

  Term path() {
    Term term;
    term.kind = Term::Kind::path;
    need("<");
    term.items.push_back(node());
    while (peek() != '>') {
      bool left = take("<");
      need("-");
      term.items.push_back(relationship_or_list());
      need("-");
      if (!left) need(">");
      term.names.emplace_back(left ? "<-" : "->");
      term.items.push_back(node());
    }
    need(">");
    return term;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// ---- Actual values ----

std::vector<Term::Entry> entries_of(const std::vector<Property>& properties, const Graph& graph) {
  std::vector<Term::Entry> entries;
  for (const auto& [key, value] : properties)
    entries.push_back({graph.keys().name(key), to_term(value, graph)});
  return entries;
}

Term node_term(NodeId node, const Graph& graph) {
  Term term;
  term.kind = Term::Kind::node;
  for (LabelId label : graph.labels_of(node)) term.names.push_back(graph.labels().name(label));
  term.entries = entries_of(graph.properties(node), graph);
  return term;
}

Term relationship_term(RelationshipId relationship, const Graph& graph) {
  Term term;
  term.kind = Term::Kind::relationship;
  term.text = graph.types().name(graph.type_of(relationship));
  term.entries = entries_of(graph.properties(relationship), graph);
  return term;
}

Term path_term(const Path& path, const Graph& graph) {
  Term term;
  term.kind = Term::Kind::path;
  term.items.push_back(node_term(path.nodes.front(), graph));
  for (std::size_t i = 0; i < path.relationships.size(); ++i) {
    term.items.push_back(relationship_term(path.relationships[i], graph));
    term.items.push_back(node_term(path.nodes[i + 1], graph));
    term.names.emplace_back(graph.start_of(path.relationships[i]) == path.nodes[i] ? "->" : "<-");
  }
  return term;
}

Term list_term(const List& list, const Graph& graph) {
  Term term;
  term.kind = Term::Kind::list;
  for (const Value& item : list) term.items.push_back(to_term(item, graph));
  return term;
}

Term map_term(const Map& map, const Graph& graph) {
  Term term;
  term.kind = Term::Kind::map;
  for (const auto& [key, value] : map) term.entries.push_back({key, to_term(value, graph)});
  return term;
}

// ---- Canonical text ----

std::string map_text(const std::vector<Term::Entry>& entries, bool free_list_order) {
  std::vector<std::string> parts;
  for (const Term::Entry& entry : entries)
    parts.push_back(entry.key + ": " + canonical(entry.value, free_list_order));
  std::sort(parts.begin(), parts.end());
  return fmt::format("{{{}}}", fmt::join(parts, ", "));
}

std::string list_text(const std::vector<Term>& items, bool free_list_order) {
  std::vector<std::string> parts;
  for (const Term& item : items) parts.push_back(canonical(item, free_list_order));
  if (free_list_order) std::sort(parts.begin(), parts.end());
  return fmt::format("[{}]", fmt::join(parts, ", "));
}

std::string element_text(const Term& term, bool free_list_order) {
  bool node = term.kind == Term::Kind::node;
  std::vector<std::string> labels = term.names;
  std::sort(labels.begin(), labels.end());
  std::string text = node ? "" : ":" + term.text;
  for (const std::string& label : labels) text += ":" + label;
  if (!term.entries.empty()) text += (text.empty() ? "" : " ") + map_text(term.entries, free_list_order);
  return node ? "(" + text + ")" : "[" + text + "]";
}

std::string path_text(const Term& term, bool free_list_order) {
  std::string text = "<";
  for (std::size_t i = 0; i < term.items.size(); ++i) {
    bool relationship = i % 2 == 1;
    bool left = relationship && term.names[i / 2] == "<-";
    if (relationship) text += left ? "<-" : "-";
    text += canonical(term.items[i], free_list_order);
    if (relationship) text += left ? "-" : "->";
  }
  return text + ">";
}

}  // namespace

Term parse_term(std::string_view text) {
  return TermReader(text).whole();
}

Term to_term(const Value& value, const Graph& graph) {
  using T = Value::Type;
  switch (value.type()) {
    case T::null:
      return scalar(value, "null");
    case T::boolean:
      return scalar(value, value.boolean() ? "true" : "false");
    case T::integer:
      return scalar(value, std::to_string(value.integer()));
    case T::floating:
      return scalar(value, float_text(value.floating()));
    case T::string:
      return scalar(value, quoted(value.string()));
    case T::list:
      return list_term(value.list(), graph);
    case T::map:
      return map_term(value.map(), graph);
    case T::node:
      return node_term(value.node(), graph);
    case T::relationship:
      return relationship_term(value.relationship(), graph);
    case T::path:
      return path_term(value.path(), graph);
    case T::date:
      return scalar(value, quoted(to_string(value.date())));
    case T::local_time:
      return scalar(value, quoted(to_string(value.local_time())));
    case T::time:
      return scalar(value, quoted(to_string(value.time())));
    case T::local_date_time:
      return scalar(value, quoted(to_string(value.local_date_time())));
    case T::date_time:
      return scalar(value, quoted(to_string(value.date_time())));
    case T::duration:
      return scalar(value, quoted(to_string(value.duration())));
  }
  throw std::logic_error("a value of no type");
}

std::string canonical(const Term& term, bool free_list_order) {
  switch (term.kind) {
    case Term::Kind::scalar:
      return term.text;
    case Term::Kind::list:
      return list_text(term.items, free_list_order);
    case Term::Kind::map:
      return map_text(term.entries, free_list_order);
    case Term::Kind::node:
    case Term::Kind::relationship:
      return element_text(term, free_list_order);
    case Term::Kind::path:
      return path_text(term, free_list_order);
  }
  throw std::logic_error("a term of no kind");
}

Value to_value(const Term& term) {
  if (term.kind == Term::Kind::scalar) return term.value;
  if (term.kind == Term::Kind::list) {
    List list;
    for (const Term& item : term.items) list.push_back(to_value(item));
    return list;
  }
  if (term.kind != Term::Kind::map) throw std::runtime_error("only scalars, lists and maps can be given");
  Map map;
  for (const Term::Entry& entry : term.entries) map[entry.key] = to_value(entry.value);
  return map;
}

}  // namespace attest::conformance
