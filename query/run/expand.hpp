// Walks from bound nodes along one relationship.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <attest/query/run/flat_map.hpp>

namespace attest::query {

/// One relationship of a pattern, seen from the node it is walked from.
struct Step {
  Slot from = no_slot;
  Slot relationship = no_slot;
  Slot to = no_slot;
  Direction direction = Direction::out;
  bool any_type = true;
  std::vector<TypeId> types;  ///< where not any_type; empty: of no type there is, so that nothing matches
  std::vector<LabelId> to_labels;  ///< all of which `to` must carry
  /// Relationship slots (single or lists) of the same MATCH that this one must differ from.
  std::vector<Slot> distinct_from;
};

/// Stretches of adjacency rows that lead from a node along a step.
class Stretches {
 public:
  struct Stretch {
    Adjacency row;
    TypeId type{};
    bool skip_loops = false;  // the second time of an undirected walk
  };

  /// All of the rows.
  void open(const Step& step, NodeId from, const Graph& graph);
  /// Only what leads to `to`.
  void open(const Step& step, NodeId from, NodeId to, const Graph& graph);
  void clear() { stretches_.clear(); }
  std::span<const Stretch> stretches() const { return stretches_; }

 private:
  void add(NodeId from, TypeId type, Direction direction, bool skip_loops, const Graph& graph);
  void add_into(NodeId from, NodeId to, TypeId type, Direction direction, bool skip_loops,
                const Graph& graph);
  template <class Visit>
  void for_each_row(const Step& step, const Graph& graph, Visit visit) const;

  std::vector<Stretch> stretches_;
};

/// The relationships that a row's other slots already hold.
class Taken {
 public:
  void open(const Step& step, const Batch& in, std::size_t row);
  bool contains(RelationshipId relationship) const;
  std::span<const std::uint32_t> ids() const { return ids_; }

 private:
  std::vector<std::uint32_t> ids_;
};

/// Whether a node carries all of a step's labels.
class LabelFilter {
 public:
  void open(const Step& step, const Graph& graph);
  bool accepts(NodeId node) const;
  bool always() const { return bitmaps_.empty(); }

 private:
  std::vector<const Bitmap*> bitmaps_;
};

/// One row for each relationship that the step can take. Into: the far node is bound already.
class Expand final : public FlatMap {
 public:
  Expand(OperatorPtr input, Step step, bool into, std::string details);
  void prepare(const SlotSet& needed) override;
  const Step& step() const { return step_; }
  bool into() const { return into_; }

 protected:
  void open(const Batch& in, std::size_t row, Context& context) override;
  std::size_t emit(Batch& out, std::size_t room, Context& context) override;

 private:
  Step step_;
  bool into_;
  bool write_relationship_ = true;
  bool write_to_ = true;
  Stretches stretches_;
  Taken taken_;
  LabelFilter labels_;
  std::size_t stretch_ = 0;
  std::size_t position_ = 0;
};

/// Instead of a row for each relationship, multiplies the row's weight by how many there are.
class CountStep final : public Operator {
 public:
  CountStep(OperatorPtr input, Step step, bool into, std::string details);
  void prepare(const SlotSet& needed) override;

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  std::int64_t count(const Batch& in, std::size_t row, Context& context);
  std::int64_t taken_in_row(const Batch& in, std::size_t row, const Graph& graph) const;

  Step step_;
  bool into_;
  std::vector<Slot> live_;
  Stretches stretches_;
  Taken taken_;
  LabelFilter labels_;
  std::vector<std::uint32_t> kept_;
};

/// Multiplies the row's weight by the number of pairs of different relationships that lead from one node, the
/// first along one step and the second along another. Both steps have a direction.
class CountPair final : public Operator {
 public:
  CountPair(OperatorPtr input, Step first, Step second);
  void prepare(const SlotSet& needed) override;

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  bool open_rows(const Context& context);
  std::int64_t count(NodeId from, Context& context);
  std::int64_t count_in_rows(NodeId from) const;

  Step first_;
  Step second_;
  std::vector<Slot> live_;
  SparseRows first_rows_;  // where each step has one type and asks for no labels
  SparseRows second_rows_;
  Stretches first_stretches_;
  Stretches second_stretches_;
  LabelFilter first_labels_;
  LabelFilter second_labels_;
  std::vector<std::uint32_t> kept_;
};

/// Closes triangles by counting: multiplies the row's weight by the number of ways to go from one bound node
/// along `first`, and from another along `second`, to the same third node. Both steps have a direction.
/// `distinct`: not twice by the same relationship.
class CountMeeting final : public Operator {
 public:
  CountMeeting(OperatorPtr input, Step first, Step second, bool distinct, std::string details);
  void prepare(const SlotSet& needed) override;

 protected:
  bool produce(Batch& out, Context& context) override;

 private:
  std::int64_t count(const Batch& in, std::size_t row, Context& context);
  std::int64_t meet(const Adjacency& one, const Adjacency& other, bool swapped) const;

  Step first_;
  Step second_;
  bool distinct_;
  std::vector<Slot> live_;
  Stretches first_stretches_;
  Stretches second_stretches_;
  std::uint32_t opened_ = null_id;  // the node that second_stretches_ are of
  Taken first_taken_;
  Taken second_taken_;
  LabelFilter labels_;
  std::vector<std::uint32_t> kept_;
};

/// From a bound relationship to its two ends: one row where they fit the pattern, or two where the pattern
/// has no direction.
class Endpoints final : public FlatMap {
 public:
  /// `from_bound` and `to_bound`: the end must equal what the slot already holds.
  Endpoints(OperatorPtr input, Step step, bool from_bound, bool to_bound, std::string details);
  void prepare(const SlotSet& needed) override;

 protected:
  void open(const Batch& in, std::size_t row, Context& context) override;
  std::size_t emit(Batch& out, std::size_t room, Context& context) override;

 private:
  void try_ends(const Batch& in, std::size_t row, NodeId from, NodeId to, const Graph& graph);

  Step step_;
  bool from_bound_;
  bool to_bound_;
  std::vector<std::pair<NodeId, NodeId>> found_;
};

}  // namespace attest::query
