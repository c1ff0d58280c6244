// Answers as JSON, written as they are walked: no tree of the whole is built.
#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "format.hpp"
#include "format_parts.hpp"
#include "text.hpp"

namespace attest {
namespace {

using nlohmann::json;

void append_quoted(std::string& out, const std::string& text) {
  out += json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

void append_float(std::string& out, double number) {
  if (std::isnan(number)) {
    out += "\"NaN\"";
  } else if (std::isinf(number)) {
    out += number > 0 ? "\"Infinity\"" : "\"-Infinity\"";
  } else {
    out += json(number).dump();
  }
}

void append(std::string& out, const Value& value, const Graph& graph);

/// Items between brackets, each appended by `one`.
template <class Items, class One>
void append_array(std::string& out, const Items& items, One one) {
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!std::exchange(first, false)) out += ", ";
    one(item);
  }
  out += ']';
}

void append_properties(std::string& out, const std::vector<Property>& properties, const Graph& graph) {
  out += '{';
  bool first = true;
  for (const auto& [key, value] : properties) {
    if (!std::exchange(first, false)) out += ", ";
    append_quoted(out, graph.keys().name(key));
    out += ": ";
    append(out, value, graph);
  }
  out += '}';
}

void append_node(std::string& out, NodeId node, const Graph& graph) {
  out += fmt::format("{{\"id\": {}, \"labels\": ", index(node));
  append_array(out, graph.labels_of(node),
               [&](LabelId label) { append_quoted(out, graph.labels().name(label)); });
  out += ", \"properties\": ";
  append_properties(out, graph.properties(node), graph);
  out += '}';
}

void append_relationship(std::string& out, RelationshipId relationship, const Graph& graph) {
  out += fmt::format("{{\"id\": {}, \"type\": ", index(relationship));
  append_quoted(out, graph.types().name(graph.type_of(relationship)));
  out += fmt::format(", \"start\": {}, \"end\": {}, \"properties\": ", index(graph.start_of(relationship)),
                     index(graph.end_of(relationship)));
  append_properties(out, graph.properties(relationship), graph);
  out += '}';
}

void append_path(std::string& out, const Path& path, const Graph& graph) {
  out += "{\"nodes\": ";
  append_array(out, path.nodes, [&](NodeId node) { append_node(out, node, graph); });
  out += ", \"relationships\": ";
  append_array(out, path.relationships, [&](RelationshipId id) { append_relationship(out, id, graph); });
  out += '}';
}

void append_map(std::string& out, const Map& map, const Graph& graph) {
  out += '{';
  bool first = true;
  for (const auto& [key, value] : map) {
    if (!std::exchange(first, false)) out += ", ";
    append_quoted(out, key);
    out += ": ";
    append(out, value, graph);
  }
  out += '}';
}

void append(std::string& out, const Value& value, const Graph& graph) {
  switch (value.type()) {
    case Value::Type::null:
      out += "null";
      break;
    case Value::Type::boolean:
      out += value.boolean() ? "true" : "false";
      break;
    case Value::Type::integer:
      out += fmt::format("{}", value.integer());
      break;
    case Value::Type::floating:
      append_float(out, value.floating());
      break;
    case Value::Type::string:
      append_quoted(out, value.string());
      break;
    case Value::Type::list:
      append_array(out, value.list(), [&](const Value& item) { append(out, item, graph); });
      break;
    case Value::Type::map:
      append_map(out, value.map(), graph);
      break;
    case Value::Type::node:
      append_node(out, value.node(), graph);
      break;
    case Value::Type::relationship:
      append_relationship(out, value.relationship(), graph);
      break;
    case Value::Type::path:
      append_path(out, value.path(), graph);
      break;
    default:
      append_quoted(out, text_of(value));
      break;
  }
}

nlohmann::ordered_json plan_json(const PlanNode& plan, bool profiled) {
  nlohmann::ordered_json node = {
      {"operator", plan.name}, {"details", plan.details}, {"estimated_rows", plan.estimated_rows}};
  if (profiled) {
    node["rows"] = plan.rows;
    node["hits"] = plan.hits;
    node["milliseconds"] = plan.milliseconds;
  }
  node["children"] = nlohmann::ordered_json::array();
  for (const PlanNode& child : plan.children) node["children"].push_back(plan_json(child, profiled));
  return node;
}

std::string stats_json(const Statistics& s) {
  const nlohmann::ordered_json stats = {{"nodes_created", s.nodes_created},
                                        {"nodes_deleted", s.nodes_deleted},
                                        {"relationships_created", s.relationships_created},
                                        {"relationships_deleted", s.relationships_deleted},
                                        {"properties_set", s.properties_set},
                                        {"labels_added", s.labels_added},
                                        {"labels_removed", s.labels_removed}};
  return stats.dump();
}

std::string columns_json(const Result& result) {
  std::string out;
  append_array(out, result.columns, [&](const std::string& column) { append_quoted(out, column); });
  return out;
}

std::string row_json(const Result& result, std::size_t i, const Graph& graph) {
  std::string out;
  append_array(out, result.row(i), [&](const Value& value) { append(out, value, graph); });
  return out;
}

Value value_of(const json& from) {
  switch (from.type()) {
    case json::value_t::boolean:
      return from.get<bool>();
    case json::value_t::number_integer:
      return from.get<std::int64_t>();
    case json::value_t::number_unsigned: {
      const auto number = from.get<std::uint64_t>();
      if (number > static_cast<std::uint64_t>(INT64_MAX)) return static_cast<double>(number);
      return static_cast<std::int64_t>(number);
    }
    case json::value_t::number_float:
      return from.get<double>();
    case json::value_t::string:
      return from.get<std::string>();
    case json::value_t::array: {
      List list;
      for (const json& item : from) list.push_back(value_of(item));
      return list;
    }
    case json::value_t::object: {
      Map map;
      for (const auto& [key, item] : from.items()) map.emplace(key, value_of(item));
      return map;
    }
    default:
      return Null{};
  }
}

}  // namespace

std::string to_json(const Value& value, const Graph& graph) {
  std::string out;
  append(out, value, graph);
  return out;
}

void print_json(std::ostream& out, const Result& result, const Graph& graph) {
  out << "{\"columns\": " << columns_json(result) << ", \"rows\": [";
  for (std::size_t i = 0; i < result.row_count; ++i)
    out << (i ? ",\n  " : "\n  ") << row_json(result, i, graph);
  out << (result.row_count ? "\n" : "") << "],\n \"stats\": " << stats_json(result.statistics)
      << ", \"plan\": " << (result.plan ? plan_json(*result.plan, result.profiled).dump() : "null") << "}";
}

void print_jsonl(std::ostream& out, const Result& result, const Graph& graph) {
  out << columns_json(result) << "\n";
  for (std::size_t i = 0; i < result.row_count; ++i) out << row_json(result, i, graph) << "\n";
}

std::string to_json(const QueryError& error) {
  const nlohmann::ordered_json json = {{"error",
                                        {{"type", error.type()},
                                         {"detail", error.detail()},
                                         {"message", error.what()},
                                         {"line", error.line()},
                                         {"column", error.column()}}}};
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Value value_from_json(std::string_view text) {
  const json parsed = json::parse(text, nullptr, false);
  if (parsed.is_discarded()) throw UsageError(fmt::format("not JSON: {}", text.substr(0, 60)));
  return value_of(parsed);
}

}  // namespace attest
