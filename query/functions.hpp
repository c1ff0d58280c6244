// The scalar functions of the query language: what they are called, what they take, what they do.
// Aggregating functions (count, collect …) are in aggregates.hpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/graph.hpp>
#include <attest/graph/value.hpp>
#include <attest/query/clock.hpp>
#include <attest/query/types.hpp>

namespace attest {

/// The text of a document by its name, or nothing where it is not known. The view is valid while the
/// statement runs.
using DocumentText = std::function<std::optional<std::string_view>(std::string_view name)>;

/// What a function may know besides its arguments. One per running statement (and thread).
struct FunctionContext {
  const Graph& graph;
  DocumentText document_text;  ///< may be empty: quote() then gives no sentences
  Clock clock;
  std::mt19937_64 random;  ///< what rand() and randomUUID() draw from; seed it for repeatable runs
  /// Called before much memory is taken, and now and then in long work; throws LimitError where the statement
  /// may not go on. May be empty.
  std::function<void(std::size_t bytes)> need = {};
};

/// How far a call may be moved or its value reused.
enum class Purity : std::uint8_t {
  pure,     ///< the arguments decide: constant arguments fold at compile time
  stable,   ///< also reads the graph or the clock: the same within a statement that does not write
  unstable  ///< another value at every call
};

struct Parameter {
  std::string_view name;
  TypeSet types;
};

struct Function {
  std::string_view name = {};     ///< as documentation spells it: "toUpper", "date.truncate"
  std::string_view section = {};  ///< heading of the manual: "Mathematical", "String" …
  std::vector<Parameter> parameters = {};
  std::size_t required = 0;  ///< how many of them must be given
  bool variadic = false;     ///< the last may be given any number of times
  bool null_is_null = true;  ///< a null argument gives null without a call
  Purity purity = Purity::pure;
  TypeSet result = {};
  std::string_view doc = {};      ///< one sentence
  std::string_view example = {};  ///< an expression
  Value (*call)(FunctionContext&, std::span<const Value>) = nullptr;
};

/// All functions, ascending by name.
std::span<const Function> functions();
/// Upper and lower case are one; nullptr where there is none of that name.
const Function* find_function(std::string_view name);
/// "round(value :: INTEGER or FLOAT, [precision :: INTEGER]) :: FLOAT".
std::string signature(const Function& function);

/// Calls a function whose number of arguments has been checked. Throws QueryError at run time:
/// TypeError/InvalidArgumentValue where an argument has a type the function does not take, and what the
/// function itself throws.
Value invoke(const Function& function, FunctionContext& context, std::span<const Value> arguments);

}  // namespace attest
