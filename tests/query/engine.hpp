// A graph and an engine to ask, with answers as text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <attest/error.hpp>
#include <attest/graph/graph.hpp>
#include <attest/query/query.hpp>

namespace attest::test {

/// A value as a test writes it: literals, (labels) of nodes, [:TYPE] of relationships, <n> for a path of n.
inline std::string text_of(const Value& value, const Graph& graph) {
  switch (value.type()) {
    case Value::Type::node: {
      std::string text;
      for (const LabelId label : graph.labels_of(value.node())) text += ":" + graph.labels().name(label);
      return "(" + text + ")";
    }
    case Value::Type::relationship:
      return "[:" + graph.types().name(graph.type_of(value.relationship())) + "]";
    case Value::Type::path:
      return "<" + std::to_string(value.path().relationships.size()) + ">";
    case Value::Type::list: {
      std::string text;
      for (const Value& item : value.list()) text += (text.empty() ? "" : ", ") + text_of(item, graph);
      return "[" + text + "]";
    }
    default:
      return to_literal(value);
  }
}

struct Asked {
  Graph graph;
  Engine engine{graph};

  /// Rows, each "a | b".
  std::vector<std::string> rows(std::string_view statement, const Map& parameters = {},
                                const QueryOptions& options = {}) {
    const Result result = engine.run(statement, parameters, options);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < result.row_count; ++i) {
      std::string line;
      for (const Value& value : result.row(i)) line += (line.empty() ? "" : " | ") + text_of(value, graph);
      lines.push_back(line);
    }
    return lines;
  }
  std::string one(std::string_view statement, const Map& parameters = {}) {
    const auto lines = rows(statement, parameters);
    return lines.size() == 1 ? lines[0] : std::to_string(lines.size()) + " rows";
  }
  /// "Detail line:column" of the error it ends with, "" where there is none.
  std::string error(std::string_view statement, const QueryOptions& options = {}) {
    try {
      engine.run(statement, {}, options);
    } catch (const QueryError& error) {
      return error.detail() + " " + std::to_string(error.line()) + ":" + std::to_string(error.column());
    }
    return "";
  }
  std::string message(std::string_view statement) {
    try {
      engine.run(statement);
    } catch (const QueryError& error) {
      return error.what();
    }
    return "";
  }
  /// Names of a plan's operators, from the top, children indented by their depth.
  std::string plan(std::string_view statement) {
    std::string text;
    const Result result = engine.run("EXPLAIN " + std::string(statement));
    if (result.plan) add(*result.plan, text);
    return text;
  }

 private:
  static void add(const PlanNode& node, std::string& text) {
    text += (text.empty() ? "" : " < ") + node.name;
    for (const PlanNode& child : node.children) add(child, text);
  }
};

}  // namespace attest::test
