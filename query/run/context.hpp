// What a running statement knows: the graph, its parameters, its limits, and what it has changed.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <attest/graph/graph.hpp>
#include <attest/query/functions.hpp>
#include <attest/query/query.hpp>

namespace attest::query {

/// Ends a statement that runs too long, holds too much or was interrupted.
class Limits {
 public:
  explicit Limits(const QueryOptions& options);

  /// Cheap enough for inner loops; looks at the clock and the flag now and then.
  void tick(std::uint32_t cost = 1) {
    if (countdown_ <= cost) return check();
    countdown_ -= cost;
  }
  /// Looks now. Throws LimitError.
  void check();

  /// Accounts for memory taken (or, negative, given back). Throws LimitError above the limit.
  void charge(std::int64_t bytes);
  /// Throws LimitError where so many bytes more would be above the limit; accounts for nothing.
  void allow(std::size_t bytes) const;

 private:
  static constexpr std::uint32_t interval = 2048;
  std::chrono::steady_clock::time_point deadline_;
  bool timed_;
  std::int64_t memory_limit_;
  std::int64_t memory_ = 0;
  const std::atomic<bool>* interrupt_;
  std::uint32_t countdown_ = interval;
};

struct Context {
  Context(Graph& graph, const Store* store, const Map& parameters, const QueryOptions& options);

  Graph& graph;
  const Store* store;
  const Map& parameters;
  FunctionContext functions;
  Limits limits;
  Statistics statistics;
  std::vector<Value> locals;  ///< variables of comprehensions, by Expr::index
  bool profile = false;
  bool writes = false;                                        ///< the statement changes the graph
  std::uint64_t hits = 0;                                     ///< graph accesses so far
  std::map<std::string, std::string, std::less<>> documents;  ///< texts read for quote()
};

}  // namespace attest::query
