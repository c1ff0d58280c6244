// An operator of a running plan: pulls batches of rows from those that feed it, hands on its own.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include <attest/query/query.hpp>
#include <attest/query/run/batch.hpp>
#include <attest/query/run/context.hpp>

namespace attest::query {

class Operator {
 public:
  Operator(std::string name, std::string details) : name_(std::move(name)), details_(std::move(details)) {}
  virtual ~Operator() = default;
  Operator(const Operator&) = delete;
  Operator& operator=(const Operator&) = delete;

  /// Fills `out` with up to out.capacity rows, at least one; false when there are no more.
  bool next(Batch& out, Context& context);
  /// To the beginning, for a subplan that runs again.
  virtual void reset() {
    for (auto& child : children_) child->reset();
  }
  /// Called once, from the top down, with the slots that are read above this operator.
  virtual void prepare(const SlotSet& needed) = 0;

  PlanNode describe() const;
  double estimate() const { return estimate_; }
  void set_estimate(double rows) { estimate_ = rows; }
  const std::string& name() const { return name_; }
  Operator* child() const { return children_.empty() ? nullptr : children_.front().get(); }
  void add_child(std::unique_ptr<Operator> child) { children_.push_back(std::move(child)); }
  std::unique_ptr<Operator> take_child() {
    auto taken = std::move(children_.front());
    children_.erase(children_.begin());
    return taken;
  }

 protected:
  virtual bool produce(Batch& out, Context& context) = 0;

  std::string name_;
  std::string details_;
  std::vector<std::unique_ptr<Operator>> children_;

 private:
  double estimate_ = 0;
  std::uint64_t rows_ = 0;
  std::uint64_t hits_ = 0;   // of this operator and those that feed it
  double milliseconds_ = 0;  // likewise
};

using OperatorPtr = std::unique_ptr<Operator>;

/// The rows that a subplan starts from: one row of the outer plan, or a whole batch of it.
struct Outer {
  const Batch* batch = nullptr;
  std::size_t first = 0;
  std::size_t count = 0;
};

/// A plan that runs again and again inside another.
struct Subplan {
  std::shared_ptr<Outer> outer = std::make_shared<Outer>();
  OperatorPtr root;
  std::vector<Slot> results;  ///< columns of its RETURN
  SlotSet imports;            ///< slots of the outer row it reads
  std::unique_ptr<Batch> batch;
};

}  // namespace attest::query
