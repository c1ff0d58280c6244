// labels, type, keys, nodes, degree …: nodes, relationships and paths.
#include <string>

#include <fmt/format.h>

#include <attest/query/functions_registry.hpp>
#include <attest/query/operators.hpp>
#include <attest/query/run_time_error.hpp>
#include <attest/query/unicode.hpp>

namespace attest::registry {
namespace {

using Type = Value::Type;

void check_alive(const Graph& graph, const Value& element) {
  const bool alive =
      element.type() == Type::node ? graph.contains(element.node()) : graph.contains(element.relationship());
  if (alive) return;
  throw run_time_error("EntityNotFound", "DeletedEntityAccess",
                       fmt::format("the {} has been deleted in this statement",
                                   element.type() == Type::node ? "node" : "relationship"));
}

Value id(FunctionContext&, Arguments args) {
  const std::uint32_t id =
      args[0].type() == Type::node ? index(args[0].node()) : index(args[0].relationship());
  return std::int64_t{id};
}

Value element_id(FunctionContext& context, Arguments args) {
  return std::to_string(id(context, args).integer());
}

Value labels(FunctionContext& context, Arguments args) {
  check_alive(context.graph, args[0]);
  List names;
  for (const LabelId label : context.graph.labels_of(args[0].node()))
    names.emplace_back(context.graph.labels().name(label));
  return names;
}

/// A deleted relationship keeps its type.
Value type(FunctionContext& context, Arguments args) {
  return context.graph.types().name(context.graph.type_of(args[0].relationship()));
}

Value start_node(FunctionContext& context, Arguments args) {
  return context.graph.start_of(args[0].relationship());
}
Value end_node(FunctionContext& context, Arguments args) {
  return context.graph.end_of(args[0].relationship());
}

Value properties_of(FunctionContext& context, Arguments args) {
  return properties(context.graph, args[0]);
}

Value keys(FunctionContext& context, Arguments args) {
  const Value map = properties(context.graph, args[0]);
  List names;
  for (const auto& [key, value] : map.map()) names.emplace_back(key);
  return names;
}

// ---- Paths -------------------------------------------------------------------------------------

Value nodes(FunctionContext&, Arguments args) {
  return List(args[0].path().nodes.begin(), args[0].path().nodes.end());
}

Value relationships(FunctionContext&, Arguments args) {
  return List(args[0].path().relationships.begin(), args[0].path().relationships.end());
}

Value length(FunctionContext&, Arguments args) {
  const std::size_t count = args[0].type() == Type::path     ? args[0].path().relationships.size()
                            : args[0].type() == Type::string ? unicode::length(args[0].string())
                                                             : args[0].list().size();
  return static_cast<std::int64_t>(count);
}

// ---- Degrees -----------------------------------------------------------------------------------

std::int64_t count_relationships(const Graph& graph, NodeId node, Direction direction) {
  std::size_t count = 0;
  for (std::uint32_t type = 0; type < graph.types().size(); ++type)
    count += graph.degree(node, TypeId{type}, direction);
  return static_cast<std::int64_t>(count);
}

Value out_degree(FunctionContext& context, Arguments args) {
  check_alive(context.graph, args[0]);
  return count_relationships(context.graph, args[0].node(), Direction::out);
}
Value in_degree(FunctionContext& context, Arguments args) {
  check_alive(context.graph, args[0]);
  return count_relationships(context.graph, args[0].node(), Direction::in);
}
Value degree(FunctionContext& context, Arguments args) {
  return out_degree(context, args).integer() + in_degree(context, args).integer();
}

}  // namespace

void add_graph(Functions& functions) {
  const auto add = [&](std::string_view name, Parameter parameter, Purity purity, TypeSet result,
                       std::string_view doc, std::string_view example,
                       Value (*call)(FunctionContext&, Arguments)) {
    functions.push_back({.name = name,
                         .section = "Graph",
                         .parameters = {parameter},
                         .required = 1,
                         .purity = purity,
                         .result = result,
                         .doc = doc,
                         .example = example,
                         .call = call});
  };
  const Parameter node{"node", types::node};
  const Parameter relationship{"relationship", types::relationship};
  const Parameter element{"element", types::element};
  const Parameter path{"path", types::path};
  const Parameter holder{"holder", types::element | types::map};
  add("id", element, Purity::pure, types::integer, "The number of a node or relationship in this graph.",
      "id(n)", id);
  add("elementId", element, Purity::pure, types::string, "The same number as text.", "elementId(n)",
      element_id);
  add("labels", node, Purity::stable, types::list, "The node's labels.", "labels(n)", labels);
  add("type", relationship, Purity::stable, types::string, "The relationship's type.", "type(r)", type);
  add("startNode", relationship, Purity::stable, types::node, "The node the relationship starts from.",
      "startNode(r)", start_node);
  add("endNode", relationship, Purity::stable, types::node, "The node the relationship leads to.",
      "endNode(r)", end_node);
  add("properties", holder, Purity::stable, types::map, "All properties as a map.", "properties(n)",
      properties_of);
  add("keys", holder, Purity::stable, types::list, "The names of the properties, in alphabetical order.",
      "keys({name: 'Porto', kind: 'city'})", keys);
  add("nodes", path, Purity::pure, types::list, "The path's nodes, from its start on.", "nodes(p)", nodes);
  add("relationships", path, Purity::pure, types::list, "The path's relationships, from its start on.",
      "relationships(p)", relationships);
  add("rels", path, Purity::pure, types::list, "The same as relationships().", "rels(p)", relationships);
  add("length", {"path", types::path | types::string | types::list}, Purity::pure, types::integer,
      "How many relationships the path has.", "length(p)", length);
  add("degree", node, Purity::stable, types::integer,
      "How many relationships the node has; a loop counts twice.", "degree(n)", degree);
  add("outDegree", node, Purity::stable, types::integer, "How many relationships start from the node.",
      "outDegree(n)", out_degree);
  add("inDegree", node, Purity::stable, types::integer, "How many relationships lead to the node.",
      "inDegree(n)", in_degree);
}

}  // namespace attest::registry
