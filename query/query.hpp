// The query engine's public face: statements of openCypher over a graph.
//
//   Engine engine(graph);
//   Result result = engine.run("MATCH (p:Person) WHERE p.name = $name RETURN p", {{"name", "Ada"}});
//
// A statement is parsed, checked, planned and run; it is atomic: one that throws leaves the graph as it
// was. Errors are QueryError (with the place, see graph/error.hpp) and LimitError.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/graph.hpp>
#include <attest/graph/value.hpp>
#include <attest/query/procedure.hpp>

namespace attest {

struct QueryOptions {
  std::chrono::milliseconds timeout{0};  ///< 0: none. Ends the statement with LimitError("Timeout")
  std::size_t memory_limit = 0;          ///< bytes held by rows and groups; 0: none
  /// Set by another thread or a signal handler to end the statement within 100 ms. Not owned.
  const std::atomic<bool>* interrupt = nullptr;
  /// Match patterns by nested loops in the order written, with no planner: the reference that tests compare
  /// with.
  bool naive = false;
  /// Refuse every statement that would change the graph.
  bool read_only = false;
  /// Of rand() and randomUUID(): the same seed, the same answers. Without one every statement draws anew.
  std::optional<std::uint64_t> seed = std::nullopt;
};

/// What a statement changed.
struct Statistics {
  std::uint64_t nodes_created = 0;
  std::uint64_t nodes_deleted = 0;
  std::uint64_t relationships_created = 0;
  std::uint64_t relationships_deleted = 0;
  std::uint64_t properties_set = 0;  ///< includes those removed
  std::uint64_t labels_added = 0;
  std::uint64_t labels_removed = 0;
  bool operator==(const Statistics&) const = default;
};

/// One operator of a plan, with those that feed it.
struct PlanNode {
  std::string name;     ///< "Expand"
  std::string details;  ///< "(a)-[:KNOWS]->(b)"
  double estimated_rows = 0;
  // Filled by PROFILE alone.
  std::uint64_t rows = 0;
  std::uint64_t hits = 0;   ///< graph accesses: rows of adjacency, property reads, index look-ups
  double milliseconds = 0;  ///< of this operator, without those that feed it
  std::vector<PlanNode> children;
};

/// The answer. Node, relationship and path values are ids into the graph the engine runs over.
struct Result {
  std::vector<std::string> columns;
  std::vector<Value> cells;  ///< row by row; row_count * columns.size() of them
  std::size_t row_count = 0;
  Statistics statistics;
  std::optional<PlanNode> plan;  ///< for EXPLAIN (which runs nothing) and PROFILE
  bool profiled = false;

  std::span<const Value> row(std::size_t i) const {
    return std::span(cells).subspan(i * columns.size(), columns.size());
  }
};

class Store;

/// Runs statements over one graph. One statement at a time; the graph must outlive the engine.
class Engine {
 public:
  /// With a store, what a statement changes is appended to its journal, and quote() and search.text() can
  /// read the documents; both must outlive the engine.
  explicit Engine(Graph& graph, Store* store = nullptr);
  ~Engine();
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;

  /// Adds a procedure, or replaces the one of that name.
  void add_procedure(Procedure procedure);
  /// All known procedures, ascending by name.
  std::vector<const Procedure*> procedures() const;

  /// Runs one statement (EXPLAIN and PROFILE prefixes included).
  Result run(std::string_view statement, const Map& parameters = {}, const QueryOptions& options = {});

  /// Parses and checks only. Throws QueryError as run() would at compile time.
  void check(std::string_view statement, const Map& parameters = {}) const;

  const Graph& graph() const;
  const Store* store() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace attest
