// Walks along several relationships: variable-length patterns and shortest paths.
#pragma once

#include <cstdint>
#include <deque>
#include <limits>
#include <unordered_map>
#include <vector>

#include <attest/query/run/expand.hpp>

namespace attest::query {

/// A variable-length relationship `-[r:T*minimum..maximum {…}]-`.
struct Walk {
  Step step;  ///< its `relationship` slot holds the list, in the order of the pattern as written
  std::uint64_t minimum = 1;
  std::uint64_t maximum = std::numeric_limits<std::uint64_t>::max();
  bool reversed = false;  ///< walked from the pattern's right end: lists are turned round
  /// What each relationship must hold; it is the local variable `local`. Empty: nothing.
  std::vector<Expr> conditions;
  std::int32_t local = -1;
};

/// Whether a relationship fits a walk's conditions.
bool holds(const Walk& walk, RelationshipId relationship, const Batch& in, std::size_t row, Context& context);

/// One row for each trail (a walk that repeats no relationship), depth first.
class ExpandTrail final : public FlatMap {
 public:
  ExpandTrail(OperatorPtr input, Walk walk, bool into, std::string details);
  void prepare(const SlotSet& needed) override;
  const Walk& walk() const { return walk_; }
  bool into() const { return into_; }

 protected:
  void open(const Batch& in, std::size_t row, Context& context) override;
  std::size_t emit(Batch& out, std::size_t room, Context& context) override;

 private:
  struct Level {
    NodeId node;
    Stretches stretches;
    std::size_t stretch = 0;
    std::size_t position = 0;
  };
  void push(NodeId node, Context& context);
  bool advance(Context& context);
  bool on_trail(RelationshipId relationship) const;
  bool accepted(NodeId node) const;
  void write(Batch& out) const;

  Walk walk_;
  bool into_;
  bool write_relationships_ = true;
  bool write_to_ = true;
  std::uint32_t target_ = null_id;
  std::vector<Level> levels_;  // a pool: only the first depth_ are in use
  std::size_t depth_ = 0;
  std::vector<RelationshipId> trail_;
  bool pending_ = false;  // the node at the top has not been handed out
  Taken taken_;
  LabelFilter labels_;
};

/// One row for each node that a trail of minimum … maximum relationships reaches, however many there are:
/// for DISTINCT ends. Requires minimum 0, or 1 and a direction: a shortest walk repeats no node, so it is a
/// trail, and so is a shortest directed walk back to the start.
class ExpandReach final : public FlatMap {
 public:
  ExpandReach(OperatorPtr input, Walk walk, std::string details);
  void prepare(const SlotSet& needed) override;

 protected:
  void open(const Batch& in, std::size_t row, Context& context) override;
  std::size_t emit(Batch& out, std::size_t room, Context& context) override;

 private:
  void search(NodeId from, Context& context);

  Walk walk_;
  bool write_to_ = true;
  std::vector<NodeId> found_;
  std::size_t position_ = 0;
  Bitmap seen_;
  LabelFilter labels_;
};

/// A list of relationships that is bound already must be a trail from one node to the next.
class FollowTrail final : public FlatMap {
 public:
  FollowTrail(OperatorPtr input, Walk walk, bool into, std::string details);
  void prepare(const SlotSet& needed) override;

 protected:
  void open(const Batch& in, std::size_t row, Context& context) override;
  std::size_t emit(Batch& out, std::size_t room, Context& context) override;

 private:
  std::optional<NodeId> follow(const Batch& in, std::size_t row, Context& context) const;

  Walk walk_;
  bool into_;
  std::optional<NodeId> found_;
};

/// The shortest trail between two bound nodes, or all that are as short. Breadth first.
class ShortestPaths final : public FlatMap {
 public:
  ShortestPaths(OperatorPtr input, Walk walk, bool all, std::string details);
  void prepare(const SlotSet& needed) override;

 protected:
  void open(const Batch& in, std::size_t row, Context& context) override;
  std::size_t emit(Batch& out, std::size_t room, Context& context) override;

 private:
  struct Arrival {
    NodeId before;
    RelationshipId relationship;
  };
  struct Reached {
    std::uint64_t distance = 0;
    std::vector<Arrival> arrivals;  // one, or all of that distance
  };
  bool search(NodeId from, NodeId to, const Batch& in, std::size_t row, Context& context);
  void collect(NodeId from, NodeId to, Context& context);

  Walk walk_;
  bool all_;
  std::unordered_map<std::uint32_t, Reached> reached_;
  std::vector<Value> found_;  // lists of relationships
  std::size_t position_ = 0;
};

}  // namespace attest::query
