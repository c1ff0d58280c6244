// Counts nodes without naming them: what is left of a scan and its conditions where nothing above reads the
// node. Ranges of numbers are tested column by column, 64 nodes at a time, on bits.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <attest/query/run/operator.hpp>
#include <attest/query/run/predicate.hpp>

namespace attest::query {

/// The nodes whose number in a column lies in [low, high].
template <class T>
struct ColumnRange {
  const Column* column;
  T low;
  T high;
  std::size_t next = 0;  ///< of a packed column: where the value of the next node that has one stands
};

/// One row that stands for all nodes with the label (all nodes, where there is none) for which the predicates
/// are true; no row where there is no such node.
class CountNodes final : public Operator {
 public:
  CountNodes(Slot node, std::optional<LabelId> label, std::vector<Expr> predicates, std::string details);
  void reset() override { done_ = false; }
  void prepare(const SlotSet&) override {}

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  void open(const Batch& layout, Context& context);
  bool add_range(const ColumnPredicate& predicate);
  std::int64_t count_rest(Batch& nodes, Context& context);

  Slot node_;
  std::optional<LabelId> label_;
  std::vector<Expr> predicates_;
  std::vector<std::span<const std::uint64_t>> labels_;  // words of the bitmaps that must all be set
  std::vector<ColumnRange<std::int64_t>> integers_;
  std::vector<ColumnRange<double>> floatings_;
  std::vector<const Expr*> rest_;  // what has no such form
  std::vector<std::uint32_t> kept_;
  bool done_ = false;
};

}  // namespace attest::query
