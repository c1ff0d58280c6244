// Groups rows and aggregates each group.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include <attest/query/aggregates.hpp>
#include <attest/query/run/evaluate.hpp>
#include <attest/query/run/group_table.hpp>
#include <attest/query/run/operator.hpp>

namespace attest::query {

/// One aggregating call: `count(*)` where there is no argument.
struct AggregateCall {
  attest::Aggregate function = attest::Aggregate::count;
  bool distinct = false;
  std::optional<Expr> argument;
  std::optional<Expr> percentile;
  Slot output = no_slot;
};

/// Whether its result is the same when a row of weight n stands for n rows.
bool takes_weights(const AggregateCall& call);

/// The states of one call in every group. Counting rows, and distinct nodes, has forms of its own.
class AggregateStates {
 public:
  explicit AggregateStates(const AggregateCall& call) : call_(&call) {}
  void resize(std::size_t groups, Context& context);
  void step(const Batch& batch, const std::vector<std::uint32_t>& groups, Context& context);
  Value finish(std::size_t group) const;

 private:
  bool counts() const { return call_->function == attest::Aggregate::count && !call_->distinct; }
  void count(const Batch& batch, const std::vector<std::uint32_t>& groups, Context& context);

  const AggregateCall* call_;
  std::vector<std::int64_t> counts_;
  std::deque<Aggregator> aggregators_;
  std::vector<bool> started_;
};

/// One row for each group: the key slots, and a slot for each call. Without keys one row, whatever comes in.
class Aggregation final : public Operator {
 public:
  /// `computed`: what the one key is, where it is not in its slot already.
  Aggregation(OperatorPtr input, std::vector<Slot> keys, std::optional<Expr> computed,
              std::vector<AggregateCall> calls, std::string details);
  void prepare(const SlotSet& needed) override;
  void reset() override;

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  void consume(const Layout& layout, Context& context);
  void find_groups(Batch& batch, std::vector<std::uint32_t>& groups, Context& context);
  const attest::Column* text_column(const Layout& layout, const Context& context) const;
  void write_keys(Batch& out, std::size_t count);

  std::vector<Slot> keys_;
  std::optional<Expr> computed_;
  std::vector<AggregateCall> calls_;
  std::deque<AggregateStates> states_;  // states do not move
  std::unique_ptr<GroupTable> table_;
  std::unique_ptr<TextGroups> texts_;  // instead of table_ where the key is a column of strings
  std::size_t groups_ = 0;
  std::size_t position_ = 0;
  bool done_ = false;
};

}  // namespace attest::query
