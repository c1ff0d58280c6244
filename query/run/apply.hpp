// Operators that run something for each row: OPTIONAL MATCH, subqueries, UNWIND, procedures.
#pragma once

#include <memory>
#include <vector>

#include <attest/query/run/flat_map.hpp>
#include <attest/query/run/scan.hpp>

namespace attest::query {

/// OPTIONAL MATCH: the rows of the inner plan, or the outer row with nulls where it has none. The inner plan
/// runs on whole batches of the outer one and keeps their order.
class Optional final : public Operator {
 public:
  /// `number` carries the index of the outer row through the inner plan; `introduced` are the slots it binds.
  Optional(OperatorPtr outer, OperatorPtr inner, std::shared_ptr<Outer> outer_rows, const Argument* argument,
           Slot number, std::vector<Slot> introduced);
  void prepare(const SlotSet& needed) override;
  void reset() override;

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  bool pull(Context& context);
  void pad(Batch& out, std::size_t until);

  std::shared_ptr<Outer> outer_rows_;
  const Argument* argument_;  // the inner plan's first operator
  Slot number_;
  std::vector<Slot> introduced_;
  std::vector<Slot> through_;
  std::vector<Slot> bound_;  // those of introduced_ that are read above
  std::unique_ptr<Batch> outer_;
  std::unique_ptr<Batch> inner_;
  std::size_t next_ = 0;      // the first outer row that no output row stands for yet
  std::size_t position_ = 0;  // in inner_
  bool inner_done_ = true;
};

/// CALL { … RETURN … }: for each row the rows of the subquery; without RETURN the row itself, once it has
/// run.
class CallSubquery final : public FlatMap {
 public:
  /// results[i] of the plan becomes output[i].
  CallSubquery(OperatorPtr input, std::shared_ptr<Subplan> plan, std::vector<Slot> output, bool unit,
               bool optional = false);
  void prepare(const SlotSet& needed) override;

 protected:
  void open(const Batch& in, std::size_t row, Context& context) override;
  std::size_t emit(Batch& out, std::size_t room, Context& context) override;

 private:
  std::shared_ptr<Subplan> plan_;
  std::vector<Slot> output_;
  bool unit_;
  bool optional_;
  std::size_t position_ = 0;
  bool more_ = false;
  bool any_ = false;
};

/// One row for each element of a list; none for null; a value that is no list stands for itself.
class Unwind final : public FlatMap {
 public:
  Unwind(OperatorPtr input, Expr list, Slot element, std::string details);
  void prepare(const SlotSet& needed) override;

 protected:
  void open(const Batch& in, std::size_t row, Context& context) override;
  std::size_t emit(Batch& out, std::size_t room, Context& context) override;

 private:
  Expr list_;
  Slot element_;
  Value value_;
  std::size_t position_ = 0;
};

/// CALL procedure(…) YIELD …
class ProcedureCall final : public FlatMap {
 public:
  /// Result column `first` of the procedure becomes slot `second`.
  using Yield = std::pair<std::size_t, Slot>;
  ProcedureCall(OperatorPtr input, const Procedure& procedure, std::vector<Expr> arguments,
                std::vector<Yield> yields);
  void prepare(const SlotSet& needed) override;

 protected:
  void open(const Batch& in, std::size_t row, Context& context) override;
  std::size_t emit(Batch& out, std::size_t room, Context& context) override;

 private:
  const Procedure& procedure_;
  std::vector<Expr> arguments_;
  std::vector<Yield> yields_;
  std::vector<std::vector<Value>> rows_;
  std::size_t position_ = 0;
};

}  // namespace attest::query
