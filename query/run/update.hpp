// Operators that change the graph. Each takes all its rows before it changes anything, and hands none on
// before it is done: a clause never sees half of another.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <attest/query/run/change.hpp>
#include <attest/query/run/rows.hpp>

namespace attest::query {

/// Holds the rows back until there are no more: between clauses that read and clauses that change.
class Eager : public Operator {
 public:
  explicit Eager(OperatorPtr input) : Eager(std::move(input), "Eager", "") {}
  void prepare(const SlotSet& needed) override;
  void reset() override;

 protected:
  Eager(OperatorPtr input, std::string name, std::string details);
  bool produce(Batch& out, Context& context) final;

  /// Slots that change() appends to, and slots that it reads.
  virtual SlotSet made() const { return {}; }
  virtual SlotSet read() const { return {}; }
  /// Called once with all rows; `rows` is what is handed on.
  virtual void change(Batch& rows, Context& context);

 private:
  std::vector<Slot> taken_;
  std::vector<Slot> output_;
  RowStore store_;
  std::size_t position_ = 0;
};

class Create final : public Eager {
 public:
  Create(OperatorPtr input, std::vector<NewElement> elements);

 protected:
  SlotSet made() const override;
  SlotSet read() const override;
  void change(Batch& rows, Context& context) override;

 private:
  std::vector<NewElement> elements_;
};

/// SET and REMOVE.
class ChangeElements final : public Eager {
 public:
  ChangeElements(OperatorPtr input, std::vector<ElementChange> changes);

 protected:
  SlotSet read() const override;
  void change(Batch& rows, Context& context) override;

 private:
  std::vector<ElementChange> changes_;
};

class Delete final : public Eager {
 public:
  Delete(OperatorPtr input, std::vector<Expr> targets, bool detach);

 protected:
  SlotSet read() const override;
  void change(Batch& rows, Context& context) override;

 private:
  std::vector<Expr> targets_;
  bool detach_;
};

/// For each row the rows that the pattern matches; where there are none, the pattern is created.
class Merge final : public Operator {
 public:
  struct Spec {
    std::shared_ptr<Subplan> match;
    std::vector<NewElement> elements;  ///< those that are not bound already
    std::vector<ElementChange> on_create;
    std::vector<ElementChange> on_match;
  };
  Merge(OperatorPtr input, Spec spec);
  void prepare(const SlotSet& needed) override;
  void reset() override;

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  void merge_row(const Batch& rows, std::size_t row, Context& context);
  void check_no_null(const Batch& rows, std::size_t row, Context& context) const;
  bool match_row(const Batch& rows, std::size_t row, Context& context);
  void create_row(const Batch& rows, std::size_t row, Context& context);

  Spec spec_;
  std::vector<Slot> made_;
  std::vector<Slot> taken_;
  std::vector<Slot> output_;
  std::unique_ptr<Batch> result_;
  std::size_t position_ = 0;
};

}  // namespace attest::query
