// Operators on rows as they pass: filter, compute, skip and limit, sort, distinct, union, eager.
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <attest/query/run/flat_map.hpp>
#include <attest/query/run/group_table.hpp>
#include <attest/query/run/predicate.hpp>

namespace attest::query {

/// Keeps the rows for which all predicates are true.
class Filter final : public Operator {
 public:
  Filter(OperatorPtr input, std::vector<Expr> predicates, std::string details);
  void prepare(const SlotSet& needed) override;
  const std::vector<Expr>& predicates() const { return predicates_; }

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  std::vector<Expr> predicates_;
  std::vector<Slot> live_;
  std::vector<std::uint32_t> kept_;
};

/// Computes new slots of each row.
class Compute final : public Operator {
 public:
  using Item = std::pair<Slot, Expr>;
  Compute(OperatorPtr input, std::vector<Item> items, std::string details);
  void prepare(const SlotSet& needed) override;
  const std::vector<Item>& items() const { return items_; }

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  std::vector<Item> items_;
};

/// Leaves out the first rows.
class Skip final : public Operator {
 public:
  Skip(OperatorPtr input, Expr count, std::string details);
  void prepare(const SlotSet& needed) override;
  void reset() override;

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  Expr count_;
  std::vector<Slot> live_;
  std::optional<std::int64_t> left_;
};

/// Ends after so many rows.
class Limit final : public Operator {
 public:
  /// `always_run`: what is below changes the graph, and does so even if no row of it is wanted.
  Limit(OperatorPtr input, Expr count, bool always_run, std::string details);
  void prepare(const SlotSet& needed) override;
  void reset() override;

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  Expr count_;
  bool always_run_;
  std::optional<std::int64_t> left_;
};

/// The number that SKIP or LIMIT gives. Throws SyntaxError/InvalidArgumentType or NegativeIntegerArgument.
std::int64_t row_count_of(const Expr& expr, Context& context);

/// Rows put aside, whole: what sorting, updating and joining operators work on.
class RowStore {
 public:
  /// Takes all rows of `input`.
  void fill(Operator& input, const Layout& layout, std::vector<Slot> slots, Context& context);
  void append(const Batch& rows, Context& context);
  void open(const Layout& layout, std::vector<Slot> slots);
  /// Hands out rows [position, …) as long as `out` has room.
  bool read(Batch& out, std::size_t& position) const;
  void release(Context& context);
  bool filled() const { return rows_ != nullptr; }
  Batch& rows() { return *rows_; }
  const Batch& rows() const { return *rows_; }
  const std::vector<Slot>& slots() const { return slots_; }
  void drop() { rows_.reset(); }

 private:
  std::unique_ptr<Batch> rows_;
  std::vector<Slot> slots_;
  std::int64_t charged_ = 0;
};

/// Rough heap bytes of a value.
std::size_t heap_size(const Value& value);

struct SortKey {
  Slot slot = no_slot;
  bool descending = false;
};

/// All rows in order; with a limit only the first of them are kept.
class Sort final : public Operator {
 public:
  /// `wanted`: counts whose sum is the number of rows to keep; all are kept where there is none.
  Sort(OperatorPtr input, std::vector<SortKey> keys, std::vector<Expr> wanted, std::string details);
  void prepare(const SlotSet& needed) override;
  void reset() override;

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  bool before(std::uint32_t a, std::uint32_t b) const;
  void load(const Layout& layout, Context& context);
  void cut(std::size_t limit, Context& context);
  void drop_late(Batch& batch);

  std::vector<SortKey> keys_;
  std::vector<Expr> wanted_;
  std::vector<Slot> live_;
  std::vector<Slot> output_;
  RowStore store_;
  std::vector<std::uint32_t> order_;
  std::size_t position_ = 0;
  std::optional<Value>
      last_;  // the first key of the last row that is still among the first, where rows were cut
};

/// The first of each set of rows that are equal in the key slots.
class Distinct final : public Operator {
 public:
  Distinct(OperatorPtr input, std::vector<Slot> keys, std::string details);
  void prepare(const SlotSet& needed) override;
  void reset() override;

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  std::vector<Slot> keys_;
  std::vector<Slot> live_;
  std::unique_ptr<GroupTable> table_;
  std::vector<std::uint32_t> kept_;
  std::vector<std::uint32_t> groups_;
};

/// The rows of one child after the other, under common slots.
class Union final : public Operator {
 public:
  /// columns[i][k]: the slot of child i that becomes output[k].
  Union(std::vector<OperatorPtr> children, std::vector<std::vector<Slot>> columns, std::vector<Slot> output);
  void prepare(const SlotSet& needed) override;
  void reset() override;

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  std::vector<std::vector<Slot>> columns_;
  std::vector<Slot> output_;
  std::size_t current_ = 0;
  std::unique_ptr<Batch> in_;
};

}  // namespace attest::query
