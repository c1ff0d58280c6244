// A procedure: what `CALL name(arguments) YIELD columns` runs.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <attest/graph/value.hpp>

namespace attest {

class Graph;
class Store;

/// What a procedure may reach while it runs.
struct ProcedureContext {
  const Graph& graph;
  const Store* store = nullptr;  ///< nullptr where the engine runs over a graph alone
  /// Throws LimitError where the statement is to end (time limit, interruption); long loops call it often.
  std::function<void()> check_limits;
};

/// Takes one row of results, in the order of Procedure::results.
using RowSink = std::function<void(std::vector<Value> row)>;

struct Procedure {
  struct Field {
    std::string name;
    std::string type;  ///< as a signature writes it: "INTEGER?", "STRING?", "LIST OF STRING?", "NODE", "ANY?"
    /// For an argument: the value it has when the call leaves it out.
    std::optional<Value> fallback = std::nullopt;
  };

  std::string name;  ///< "algo.pagerank"; matched without regard to case
  std::vector<Field> arguments;
  std::vector<Field> results;  ///< empty for a procedure called for its effect alone
  std::function<void(const ProcedureContext&, std::span<const Value> arguments, const RowSink& emit)> run;
  std::string description = {};  ///< one sentence, for :help and the manual
};

/// The procedures every engine knows: db.*, algo.*, search.*.
std::vector<Procedure> builtin_procedures();

}  // namespace attest
