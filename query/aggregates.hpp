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

#include <attest/graph/value.hpp>
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
  Aggregator(Aggregator&&) noexcept;
  Aggregator& operator=(Aggregator&&) noexcept;
  ~Aggregator();

  /// Takes the value of one row. Throws TypeError/InvalidArgumentValue on a type the aggregate does not take.
  void step(const Value& value);
  /// The percentile of percentileCont and percentileDisc, read once per group. Throws
  /// ArgumentError/NumberOutOfRange outside 0 … 1.
  void set_percentile(const Value& percentile);
  /// count(*): counts `rows` rows whatever they hold. Only of Aggregate::count.
  void count_rows(std::int64_t rows) { count_ += rows; }
  /// As if the other's rows had been stepped here after one's own.
  void merge(const Aggregator& other);
  /// Throws ArithmeticError/NumberOutOfRange where a sum of integers does not fit 64 bits.
  Value finish() const;

  /// Heap bytes held, roughly; for memory limits.
  std::size_t memory() const;

 private:
  struct Sums;
  struct Values;

  void accumulate(const Value& value);
  Sums& sums();
  Values& values();
  Value sum() const;
  Value average() const;

  Aggregate aggregate_;
  bool distinct_;
  std::int64_t count_ = 0;      // of values that were not null
  Value best_;                  // of min and max
  std::unique_ptr<Sums> sums_;  // what only some aggregates need is made when they do
  std::unique_ptr<Values> values_;
};

}  // namespace attest
