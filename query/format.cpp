#include "format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <sstream>
#include <type_traits>
#include <utility>

#include "format_parts.hpp"
#include "text.hpp"

namespace attest {
namespace {

constexpr std::array<std::pair<std::string_view, OutputFormat>, 4> formats = {{{"table", OutputFormat::table},
                                                                               {"json", OutputFormat::json},
                                                                               {"jsonl", OutputFormat::jsonl},
                                                                               {"csv", OutputFormat::csv}}};

std::string properties_text(const std::vector<Property>& properties, const Graph& graph) {
  std::string out;
  for (const auto& [key, value] : properties) {
    out += fmt::format("{}{}: {}", out.empty() ? "{" : ", ", graph.keys().name(key), to_literal(value));
  }
  return out.empty() ? out : out + "}";
}

std::string node_text(NodeId node, const Graph& graph) {
  std::string out = "(";
  for (const LabelId label : graph.labels_of(node)) out += ":" + graph.labels().name(label);
  const std::string properties = properties_text(graph.properties(node), graph);
  if (out.size() > 1 && !properties.empty()) out += ' ';
  return out + properties + ")";
}

std::string relationship_text(RelationshipId relationship, const Graph& graph) {
  const std::string properties = properties_text(graph.properties(relationship), graph);
  return fmt::format("[:{}{}{}]", graph.types().name(graph.type_of(relationship)),
                     properties.empty() ? "" : " ", properties);
}

std::string path_text(const Path& path, const Graph& graph) {
  std::string out = node_text(path.nodes.front(), graph);
  for (std::size_t i = 0; i < path.relationships.size(); ++i) {
    const bool forward = graph.start_of(path.relationships[i]) == path.nodes[i];
    out += fmt::format("{}{}{}{}", forward ? "-" : "<-", relationship_text(path.relationships[i], graph),
                       forward ? "->" : "-", node_text(path.nodes[i + 1], graph));
  }
  return out;
}

/// Inside lists and maps strings keep their quotes.
std::string nested_text(const Value& value, const Graph& graph) {
  if (value.is_null()) return "null";
  return value.type() == Value::Type::string ? to_literal(value) : to_text(value, graph);
}

std::string list_text(const List& list, const Graph& graph) {
  std::string out;
  for (const Value& item : list) out += (out.empty() ? "[" : ", ") + nested_text(item, graph);
  return out.empty() ? "[]" : out + "]";
}

std::string map_text(const Map& map, const Graph& graph) {
  std::string out;
  for (const auto& [key, item] : map)
    out += fmt::format("{}{}: {}", out.empty() ? "{" : ", ", key, nested_text(item, graph));
  return out.empty() ? "{}" : out + "}";
}

std::string csv_cell(const Value& value, const Graph& graph) {
  const bool nested = value.type() == Value::Type::list || value.type() == Value::Type::map ||
                      value.type() == Value::Type::node || value.type() == Value::Type::relationship ||
                      value.type() == Value::Type::path;
  std::string text = nested ? to_json(value, graph) : to_text(value, graph);
  const bool empty_text = value.type() == Value::Type::string && text.empty();  // told apart from null
  if (!empty_text && text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) quoted += c == '"' ? "\"\"" : std::string(1, c);
  return quoted + "\"";
}

}  // namespace

OutputFormat parse_output_format(std::string_view name) {
  for (const auto& [known, format] : formats) {
    if (known == name) return format;
  }
  throw UsageError(fmt::format("there is no output format '{}'; there are table, json, jsonl and csv", name));
}

std::string_view output_format_name(OutputFormat format) {
  return std::find_if(formats.begin(), formats.end(), [&](const auto& f) { return f.second == format; })
      ->first;
}

std::string to_text(const Value& value, const Graph& graph) {
  switch (value.type()) {
    case Value::Type::null:
      return "";
    case Value::Type::boolean:
    case Value::Type::integer:
    case Value::Type::floating:
      return to_literal(value);
    case Value::Type::string:
      return value.string();
    case Value::Type::list:
      return list_text(value.list(), graph);
    case Value::Type::map:
      return map_text(value.map(), graph);
    case Value::Type::node:
      return node_text(value.node(), graph);
    case Value::Type::relationship:
      return relationship_text(value.relationship(), graph);
    case Value::Type::path:
      return path_text(value.path(), graph);
    default:
      return text_of(value);
  }
}

void print_csv(std::ostream& out, const Result& result, const Graph& graph) {
  const auto print_row = [&](std::size_t columns, const auto& cell) {
    for (std::size_t i = 0; i < columns; ++i) out << (i ? "," : "") << cell(i);
    out << "\r\n";  // RFC 4180, section 2
  };
  const std::size_t columns = result.columns.size();
  if (columns == 0) return;
  print_row(columns, [&](std::size_t i) { return csv_cell(result.columns[i], graph); });
  for (std::size_t r = 0; r < result.row_count; ++r) {
    print_row(columns, [&](std::size_t i) { return csv_cell(result.row(r)[i], graph); });
  }
}

void print_result(std::ostream& out, const Result& result, const Graph& graph, OutputFormat format,
                  std::size_t width) {
  switch (format) {
    case OutputFormat::table:
      return print_table(out, result, graph, width);
    case OutputFormat::json:
      print_json(out, result, graph);
      out << "\n";
      return;
    case OutputFormat::jsonl:
      return print_jsonl(out, result, graph);
    case OutputFormat::csv:
      return print_csv(out, result, graph);
  }
}

std::string to_json(const Result& result, const Graph& graph) {
  std::ostringstream out;
  print_json(out, result, graph);
  return out.str();
}

}  // namespace attest
