// The built-in procedures, put together, and those that describe the graph: db.*, dbms.*.
#include <algorithm>
#include <string>

#include <attest/graph/graph.hpp>
#include <attest/query/aggregates.hpp>
#include <attest/query/functions.hpp>
#include <attest/query/procedures_registry.hpp>

namespace attest {
namespace registry {
namespace {

using Arguments = std::span<const Value>;

/// The names of a table that are in use, in alphabetical order, one a row.
template <class Id, class InUse>
void emit_names(const Symbols<Id>& symbols, InUse in_use, const RowSink& emit) {
  std::vector<std::string> names;
  for (std::uint32_t i = 0; i < symbols.size(); ++i)
    if (in_use(Id{i})) names.push_back(symbols.name(Id{i}));
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) emit({name});
}

void labels(const ProcedureContext& context, Arguments, const RowSink& emit) {
  emit_names(
      context.graph.labels(), [&](LabelId label) { return context.graph.count_nodes(label) > 0; }, emit);
}

void relationship_types(const ProcedureContext& context, Arguments, const RowSink& emit) {
  emit_names(
      context.graph.types(), [&](TypeId type) { return context.graph.count_relationships(type) > 0; }, emit);
}

void property_keys(const ProcedureContext& context, Arguments, const RowSink& emit) {
  const auto in_use = [&](KeyId key) {
    return context.graph.node_column(key) != nullptr || context.graph.relationship_column(key) != nullptr;
  };
  emit_names(context.graph.keys(), in_use, emit);
}

// ---- db.schema ---------------------------------------------------------------------------------

/// What the elements of one label or type have: key → types → how many.
struct Usage {
  std::int64_t elements = 0;
  std::map<std::string, std::map<std::string, std::int64_t>> keys;

  void add(const Graph& graph, const std::vector<Property>& properties) {
    ++elements;
    for (const auto& [key, value] : properties)
      ++keys[graph.keys().name(key)][std::string(type_name(value.type()))];
  }
};

using Schema = std::map<std::string, Usage>;

Schema node_schema(const ProcedureContext& context) {
  const Graph& graph = context.graph;
  Schema schema;
  for (std::uint32_t i = 0; i < graph.node_limit(); ++i) {
    if (i % 4096 == 0) context.check_limits();
    if (!graph.contains(NodeId{i})) continue;
    const auto properties = graph.properties(NodeId{i});
    for (const LabelId label : graph.labels_of(NodeId{i}))
      schema[graph.labels().name(label)].add(graph, properties);
  }
  return schema;
}

Schema relationship_schema(const ProcedureContext& context) {
  const Graph& graph = context.graph;
  Schema schema;
  for (std::uint32_t i = 0; i < graph.relationship_limit(); ++i) {
    if (i % 4096 == 0) context.check_limits();
    if (graph.contains(RelationshipId{i}))
      schema[graph.types().name(graph.type_of(RelationshipId{i}))].add(graph,
                                                                       graph.properties(RelationshipId{i}));
  }
  return schema;
}

void emit_schema(const Schema& schema, const char* kind, const RowSink& emit) {
  for (const auto& [name, usage] : schema) {
    if (usage.keys.empty()) emit({kind, name, usage.elements, {}, List{}, 0, false});
    for (const auto& [key, types] : usage.keys) {
      List type_names;
      std::int64_t count = 0;
      for (const auto& [type, uses] : types) {
        type_names.emplace_back(type);
        count += uses;
      }
      emit({kind, name, usage.elements, key, type_names, count, count == usage.elements});
    }
  }
}

void schema(const ProcedureContext& context, Arguments, const RowSink& emit) {
  emit_schema(node_schema(context), "node", emit);
  emit_schema(relationship_schema(context), "relationship", emit);
}

// ---- dbms --------------------------------------------------------------------------------------

void list_functions(const ProcedureContext&, Arguments, const RowSink& emit) {
  for (const Function& function : functions())
    emit({function.name, signature(function), function.section, function.doc, false});
  for (const AggregateFunction& function : aggregates())
    emit({function.name, std::string(function.name) + "(…) :: " + to_string(function.result), "Aggregating",
          function.doc, true});
}

void list_procedures(const ProcedureContext&, Arguments, const RowSink& emit) {
  std::vector<Procedure> all = builtin_procedures();
  for (const Procedure& procedure : all) emit({procedure.name, signature(procedure), procedure.description});
}

}  // namespace

void add_descriptive(std::vector<Procedure>& procedures) {
  procedures.push_back({.name = "db.labels",
                        .arguments = {},
                        .results = {{"label", "STRING"}},
                        .run = labels,
                        .description = "The labels that some node has."});
  procedures.push_back({.name = "db.relationshipTypes",
                        .arguments = {},
                        .results = {{"relationshipType", "STRING"}},
                        .run = relationship_types,
                        .description = "The types that some relationship has."});
  procedures.push_back({.name = "db.propertyKeys",
                        .arguments = {},
                        .results = {{"propertyKey", "STRING"}},
                        .run = property_keys,
                        .description = "The names of properties that some node or relationship had."});
  procedures.push_back(
      {.name = "db.schema",
       .arguments = {},
       .results = {{"kind", "STRING"},
                   {"name", "STRING"},
                   {"elements", "INTEGER"},
                   {"propertyKey", "STRING?"},
                   {"propertyTypes", "LIST OF STRING"},
                   {"propertyCount", "INTEGER"},
                   {"mandatory", "BOOLEAN"}},
       .run = schema,
       .description =
           "Each label and relationship type with the properties its elements have: their types, how many "
           "elements have them, and whether all do."});
  procedures.push_back({.name = "dbms.functions",
                        .arguments = {},
                        .results = {{"name", "STRING"},
                                    {"signature", "STRING"},
                                    {"category", "STRING"},
                                    {"description", "STRING"},
                                    {"aggregating", "BOOLEAN"}},
                        .run = list_functions,
                        .description = "The functions of the query language."});
  procedures.push_back({.name = "dbms.procedures",
                        .arguments = {},
                        .results = {{"name", "STRING"}, {"signature", "STRING"}, {"description", "STRING"}},
                        .run = list_procedures,
                        .description = "The procedures that are built in."});
}

}  // namespace registry

std::vector<Procedure> builtin_procedures() {
  std::vector<Procedure> procedures;
  registry::add_descriptive(procedures);
  registry::add_algorithms(procedures);
  registry::add_search(procedures);
  std::sort(procedures.begin(), procedures.end(),
            [](const Procedure& a, const Procedure& b) { return a.name < b.name; });
  return procedures;
}

std::string signature(const Procedure& procedure) {
  const auto fields = [](const std::vector<Procedure::Field>& all) {
    std::string text;
    for (const Procedure::Field& field : all) {
      const std::string typed = field.name + " :: " + field.type;
      text += (text.empty() ? "" : ", ") + (field.fallback ? "[" + typed + "]" : typed);
    }
    return text;
  };
  return procedure.name + "(" + fields(procedure.arguments) + ") :: (" + fields(procedure.results) + ")";
}

}  // namespace attest
