// CALL algo.…: thin calls of graph/algorithms.hpp. Every procedure takes a map of options:
//
//   labels: 'Person' or ['Person', 'Place']   only these nodes; all where it is left out
//   types: 'KNOWS' or ['KNOWS', …]            only these relationships
//   direction: 'out' (default), 'in', 'both'
//
// and those that its description names. An unknown option, label or type is an error, not an empty answer.
#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include <attest/graph/algorithms.hpp>
#include <attest/query/procedures_registry.hpp>
#include <attest/query/run_time_error.hpp>
#include <attest/query/types.hpp>

namespace attest::registry {
namespace {

using Arguments = std::span<const Value>;
using Type = Value::Type;

[[noreturn]] void fail(const std::string& message) {
  throw argument_error("InvalidArgumentValue", message);
}

/// The options of one call. Each name is asked for once; finish() refuses what nobody asked for.
class Options {
 public:
  Options(const ProcedureContext& context, const Value& map) : context_(context) {
    if (!map.is_null()) map_ = map.map();
  }

  algo::Selection selection(Direction fallback = Direction::out) {
    algo::Selection selection;
    for (const std::string& name : names("labels"))
      selection.labels.push_back(known(labels(), name, "label"));
    for (const std::string& name : names("types")) selection.types.push_back(known(types(), name, "type"));
    selection.direction = direction(fallback);
    selection.check = context_.check_limits;
    return selection;
  }
  std::int64_t integer(const char* name, std::int64_t fallback) {
    return take(name, types::integer, fallback).integer();
  }
  double real(const char* name, double fallback) {
    const Value value = take(name, types::number, fallback);
    return value.type() == Type::integer ? static_cast<double>(value.integer()) : value.floating();
  }
  bool boolean(const char* name, bool fallback) { return take(name, types::boolean, fallback).boolean(); }
  std::optional<KeyId> weight() {
    const Value name = take("weight", types::string, "");
    if (name.string().empty()) return std::nullopt;
    return known(context_.graph.keys(), name.string(), "property");
  }
  void finish() const {
    if (map_.empty()) return;
    fail(fmt::format("'{}' is no option of this procedure; its options are {}", map_.begin()->first,
                     fmt::join(asked_, ", ")));
  }

 private:
  const Symbols<LabelId>& labels() const { return context_.graph.labels(); }
  const Symbols<TypeId>& types() const { return context_.graph.types(); }

  Value take(const char* name, TypeSet takes, Value fallback) {
    asked_.push_back(name);
    const auto found = map_.find(name);
    if (found == map_.end()) return fallback;
    Value value = std::move(found->second);
    map_.erase(found);
    if (value.is_null()) return fallback;
    if (!takes.contains(value.type()))
      fail(fmt::format("the option {} takes {}, not {}", name, to_string(takes), type_name(value.type())));
    return value;
  }
  std::vector<std::string> names(const char* option) {
    const Value value = take(option, types::string | types::list, List{});
    if (value.type() == Type::string) return {value.string()};
    std::vector<std::string> result;
    for (const Value& item : value.list()) {
      if (item.type() != Type::string)
        fail(fmt::format("the option {} takes a name or a list of names", option));
      result.push_back(item.string());
    }
    return result;
  }
  Direction direction(Direction fallback) {
    const std::string name = take("direction", types::string, "").string();
    if (name.empty()) return fallback;
    if (name == "out") return Direction::out;
    if (name == "in") return Direction::in;
    if (name == "both") return Direction::both;
    fail(fmt::format("'{}' is no direction; use 'out', 'in' or 'both'", name));
  }
  template <class Id>
  static Id known(const Symbols<Id>& symbols, const std::string& name, const char* what) {
    if (const auto id = symbols.find(name)) return *id;
    fail(fmt::format("the graph has no {} '{}'", what, name));
  }

  const ProcedureContext& context_;
  Map map_;
  std::vector<std::string> asked_;
};

void emit_rows(const std::vector<algo::Score>& scores, const RowSink& emit) {
  for (const algo::Score& score : scores) emit({score.node, score.score});
}

void emit_rows(const std::vector<algo::Membership>& groups, const RowSink& emit) {
  for (const algo::Membership& member : groups) emit({member.node, std::int64_t{member.group}});
}

/// A procedure whose only options are the selection's.
template <auto Algorithm>
void run(const ProcedureContext& context, Arguments arguments, const RowSink& emit) {
  Options options(context, arguments[0]);
  const algo::Selection selection = options.selection();
  options.finish();
  emit_rows(Algorithm(context.graph, selection), emit);
}

void pagerank(const ProcedureContext& context, Arguments arguments, const RowSink& emit) {
  Options options(context, arguments[0]);
  const algo::Selection selection = options.selection();
  algo::PageRankOptions settings;
  const std::int64_t iterations = options.integer("iterations", settings.iterations);
  settings.damping = options.real("damping", settings.damping);
  settings.tolerance = options.real("tolerance", settings.tolerance);
  options.finish();
  if (iterations < 1 || iterations > 1'000'000) fail("iterations must be in 1 … 1,000,000");
  if (!(settings.damping >= 0 && settings.damping <= 1)) fail("damping must be in 0 … 1");
  settings.iterations = static_cast<int>(iterations);
  emit_rows(algo::pagerank(context.graph, selection, settings), emit);
}

void betweenness(const ProcedureContext& context, Arguments arguments, const RowSink& emit) {
  Options options(context, arguments[0]);
  const algo::Selection selection = options.selection();
  const bool normalized = options.boolean("normalized", false);
  options.finish();
  emit_rows(algo::betweenness(context.graph, selection, normalized), emit);
}

void communities(const ProcedureContext& context, Arguments arguments, const RowSink& emit) {
  Options options(context, arguments[0]);
  const algo::Selection selection = options.selection();
  algo::CommunityOptions settings;
  settings.seed = static_cast<std::uint64_t>(options.integer("seed", 1));
  settings.weight = options.weight();
  settings.resolution = options.real("resolution", settings.resolution);
  options.finish();
  emit_rows(algo::communities(context.graph, selection, settings), emit);
}

void shortest_path(const ProcedureContext& context, Arguments arguments, const RowSink& emit) {
  if (arguments[0].is_null() || arguments[1].is_null()) return;
  Options options(context, arguments[2]);
  const algo::Selection selection = options.selection();
  const auto weight = options.weight();
  options.finish();
  const NodeId from = arguments[0].node();
  const NodeId to = arguments[1].node();
  const auto found = weight ? algo::shortest_path(context.graph, selection, from, to, *weight)
                            : algo::shortest_path(context.graph, selection, from, to);
  if (found) emit({found->path, found->distance});
}

void minimum_spanning_tree(const ProcedureContext& context, Arguments arguments, const RowSink& emit) {
  Options options(context, arguments[0]);
  const algo::Selection selection = options.selection();
  const auto weight = options.weight();
  options.finish();
  for (const RelationshipId relationship : algo::minimum_spanning_tree(context.graph, selection, weight)) {
    const Value cost = weight ? context.graph.property(relationship, *weight) : Value();
    emit({relationship, cost.is_number() ? cost : Value(1)});
  }
}

const Procedure::Field kOptions{"options", "MAP?", Value(Map{})};

Procedure scores(const char* name, auto run, const char* description) {
  return {.name = name,
          .arguments = {kOptions},
          .results = {{"node", "NODE"}, {"score", "FLOAT"}},
          .run = run,
          .description = description};
}

Procedure groups(const char* name, const char* result, auto run, const char* description) {
  return {.name = name,
          .arguments = {kOptions},
          .results = {{"node", "NODE"}, {result, "INTEGER"}},
          .run = run,
          .description = description};
}

}  // namespace

void add_algorithms(std::vector<Procedure>& procedures) {
  procedures.push_back(
      scores("algo.pagerank", pagerank,
             "PageRank; scores add up to 1. Options: labels, types, direction, iterations (20), "
             "damping (0.85), tolerance (0: all iterations)."));
  procedures.push_back(
      scores("algo.betweenness", betweenness,
             "How many shortest paths lead through a node (Brandes). Options: labels, types, "
             "direction, normalized (false)."));
  procedures.push_back(
      scores("algo.closeness", run<algo::closeness>,
             "How near a node is to all that reach it (Wasserman and Faust). Options: labels, types, "
             "direction."));
  procedures.push_back(scores("algo.degree", run<algo::degree>,
                              "How many relationships a node has in the direction. Options: labels, types, "
                              "direction."));
  procedures.push_back(
      scores("algo.clusteringCoefficient", run<algo::clustering_coefficient>,
             "Which share of a node's pairs of neighbours are neighbours. Options: labels, types."));
  procedures.push_back(
      groups("algo.connectedComponents", "component", run<algo::connected_components>,
             "The parts of the graph that nothing joins; direction is ignored. Options: labels, "
             "types."));
  procedures.push_back(groups("algo.stronglyConnectedComponents", "component",
                              run<algo::strongly_connected_components>,
                              "Groups whose nodes can all reach each other (Tarjan). Options: labels, types, "
                              "direction."));
  procedures.push_back(
      groups("algo.kCore", "core", run<algo::core_numbers>,
             "The largest k such that the node is in a part where each has k neighbours. Options: "
             "labels, types."));
  procedures.push_back(
      groups("algo.communities", "community", communities,
             "Groups of high modularity (Louvain). Options: labels, types, weight (a property), "
             "seed (1), resolution (1)."));
  procedures.push_back({.name = "algo.shortestPath",
                        .arguments = {{"from", "NODE?"}, {"to", "NODE?"}, kOptions},
                        .results = {{"path", "PATH"}, {"distance", "FLOAT"}},
                        .run = shortest_path,
                        .description = "A path of fewest relationships, or of least total weight (Dijkstra). "
                                       "Options: labels, types, direction, weight (a property)."});
  procedures.push_back({.name = "algo.minimumSpanningTree",
                        .arguments = {kOptions},
                        .results = {{"relationship", "RELATIONSHIP"}, {"weight", "INTEGER | FLOAT"}},
                        .run = minimum_spanning_tree,
                        .description =
                            "The relationships that join all that can be joined at the least total weight "
                            "(Kruskal). Options: labels, types, weight (a property)."});
}

}  // namespace attest::registry
