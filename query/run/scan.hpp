// Where rows come from: a single empty row, the rows of an outer plan, the nodes of the graph.
#pragma once

#include <optional>

#include <attest/query/run/flat_map.hpp>

namespace attest::query {

/// One row of no columns: what a statement starts from.
class Unit final : public Operator {
 public:
  Unit() : Operator("Start", "") { set_estimate(1); }
  void reset() override { done_ = false; }
  void prepare(const SlotSet&) override {}

 protected:
  bool produce(Batch& out, Context&) override {
    if (done_) return false;
    done_ = true;
    out.size = 1;
    return true;
  }

 private:
  bool done_ = false;
};

/// The rows of the outer plan that a subplan runs for.
class Argument final : public Operator {
 public:
  explicit Argument(std::shared_ptr<Outer> outer, Slot number = no_slot)
      : Operator("Argument", ""), outer_(std::move(outer)), number_(number) {
    set_estimate(1);
  }
  void reset() override { done_ = 0; }
  void prepare(const SlotSet& needed) override;
  /// The slots of the outer row that the subplan reads; known after prepare().
  const SlotSet& imports() const { return imports_; }

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  std::shared_ptr<Outer> outer_;
  Slot number_;  // gets the outer row's index, where it is a slot
  SlotSet imports_;
  std::vector<Slot> slots_;
  std::size_t done_ = 0;
};

/// For every input row, every node, or every node that carries the label.
class NodeScan final : public FlatMap {
 public:
  /// `label` is nothing for all nodes.
  NodeScan(OperatorPtr input, Slot node, std::optional<LabelId> label, std::string details);
  void prepare(const SlotSet& needed) override;
  Slot node() const { return node_; }
  std::optional<LabelId> label() const { return label_; }

 protected:
  void open(const Batch&, std::size_t, Context&) override { position_ = 0; }
  std::size_t emit(Batch& out, std::size_t room, Context& context) override;

 private:
  Slot node_;
  std::optional<LabelId> label_;
  bool write_ = true;
  std::size_t position_ = 0;
};

/// For every input row, the nodes with the label whose property equals the value.
class IndexSeek final : public FlatMap {
 public:
  IndexSeek(OperatorPtr input, Slot node, LabelId label, KeyId key, Expr value, std::string details);
  void prepare(const SlotSet& needed) override;

 protected:
  void open(const Batch& in, std::size_t row, Context& context) override;
  std::size_t emit(Batch& out, std::size_t room, Context& context) override;

 private:
  Slot node_;
  LabelId label_;
  KeyId key_;
  Expr value_;
  std::vector<NodeId> found_;
  std::size_t position_ = 0;
};

/// For every input row, the node whose id is the value: `WHERE id(n) = …`.
class IdSeek final : public FlatMap {
 public:
  IdSeek(OperatorPtr input, Slot node, Expr value, std::string details);
  void prepare(const SlotSet& needed) override;

 protected:
  void open(const Batch& in, std::size_t row, Context& context) override;
  std::size_t emit(Batch& out, std::size_t room, Context& context) override;

 private:
  Slot node_;
  Expr value_;
  std::optional<NodeId> found_;
};

}  // namespace attest::query
