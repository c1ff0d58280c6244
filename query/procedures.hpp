// The procedures that CALL runs: db.labels(), search.text('…'), algo.pagerank({…}) …
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/graph.hpp>
#include <attest/graph/store.hpp>
#include <attest/graph/value.hpp>
#include <attest/query/functions.hpp>
#include <attest/query/types.hpp>

namespace attest {

/// Takes one row of outputs; returns false to end the procedure early.
using RowSink = std::function<bool(std::vector<Value> row)>;

/// What a procedure may reach. `store` is nullptr for a graph that is not backed by a file.
struct ProcedureContext {
  FunctionContext& functions;
  const Store* store = nullptr;
  std::function<void()> check;  ///< throws LimitError when the statement must end; call it in long loops
};

struct ProcedureField {
  std::string name;
  TypeSet types;
};

struct Procedure {
  std::string name;     ///< "algo.pagerank"
  std::string section;  ///< heading of the manual
  std::vector<ProcedureField> inputs;
  std::size_t required = 0;  ///< how many inputs must be given
  std::vector<ProcedureField> outputs;
  std::string doc;
  std::string example;  ///< a whole statement
  std::function<void(ProcedureContext&, std::span<const Value>, const RowSink&)> run;
};

/// All that are built in, ascending by name.
std::span<const Procedure> procedures();
/// Upper and lower case are one; nullptr where there is none of that name.
const Procedure* find_procedure(std::string_view name);
/// "algo.pagerank([options :: MAP]) :: (node :: NODE, score :: FLOAT)".
std::string signature(const Procedure& procedure);

}  // namespace attest
