// The aggregating functions: count, sum, avg, min, max, collect, percentileCont, percentileDisc, stDev,
// stDevP.
//
// An Aggregator is the state of one aggregate in one group: step() per row, merge() of states built apart,
// finish() once. Nulls are skipped, as openCypher has it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <attest/graph/value.hpp>
#include <attest/query/compare.hpp>
#include <attest/query/types.hpp>

namespace attest {

enum class Aggregate : std::uint8_t {
  count,
  sum,
  avg,
  min,
  max,
  collect,
  percentile_cont,
  percentile_disc,
  st_dev,
  st_dev_p
};

struct AggregateFunction {
  std::string_view name;  ///< as documentation spells it: "percentileCont"
  Aggregate aggregate;
  std::size_t arity;  ///< 2 for percentiles: the value and the percentile
  TypeSet argument;   ///< what the first argument may be
  TypeSet result;
  std::string_view doc;
  std::string_view example;
};

/// All, ascending by name.
std::span<const AggregateFunction> aggregates();
/// Upper and lower case are one; nullptr where there is none of that name.
const AggregateFunction* find_aggregate(std::string_view name);

class Aggregator {
 public:
  explicit Aggregator(Aggregate aggregate, bool distinct = false);

  /// Takes the value of one row. Throws TypeError/InvalidArgumentType on a type the aggregate does not take.
  void step(const Value& value);
  /// The percentile of percentileCont and percentileDisc, read once per group. Throws
  /// ArgumentError/NumberOutOfRange outside 0 … 1.
  void set_percentile(const Value& percentile);
  /// count(*): counts `rows` rows whatever they hold. Only of Aggregate::count.
  void count_rows(std::int64_t rows);
  /// As if the other's rows had been stepped here after one's own.
  void merge(const Aggregator& other);
  /// Throws ArithmeticError/NumberOutOfRange where a sum of integers does not fit 64 bits.
  Value finish() const;

  /// Heap bytes held, roughly; for memory limits.
  std::size_t memory() const;

 private:
  void accumulate(const Value& value);
  void add_number(const Value& value);
  void add_duration(const Duration& value);
  Value sum() const;
  Value average() const;
  Value percentile() const;
  Value deviation() const;

  using Distinct = std::unordered_set<Value, ValueHash, ValueEquivalent>;

  Aggregate aggregate_;
  bool distinct_;
  bool floating_ = false;   // a FLOAT has been summed
  std::int64_t count_ = 0;  // of values that were not null
  __extension__ __int128 integers_ = 0;
  double floats_ = 0;  // Neumaier's compensated sum of FLOATs
  double compensation_ = 0;
  double mean_ = 0;  // Welford's running mean and squared deviations
  double squares_ = 0;
  double percentile_ = 0;
  Value best_;                 // of min and max; the running sum of durations
  std::vector<Value> values_;  // collect, percentiles; of DISTINCT in order of first appearance
  Distinct seen_;
};

}  // namespace attest
