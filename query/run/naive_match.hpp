// Pattern matching with nothing clever about it: every relationship and every node is tried for each place of
// the pattern, in the order written, and all conditions are looked at in the end. What the planner is tested
// against.
#pragma once

#include <functional>
#include <vector>

#include <attest/query/plan/pattern.hpp>
#include <attest/query/run/flat_map.hpp>

namespace attest::query {

class NaiveMatch final : public FlatMap {
 public:
  NaiveMatch(OperatorPtr input, Pattern pattern);
  void prepare(const SlotSet& needed) override;

 protected:
  void open(const Batch& in, std::size_t row, Context& context) override;
  std::size_t emit(Batch& out, std::size_t room, Context& context) override;

 private:
  using Trail = std::vector<RelationshipId>;
  using Visit = std::function<void(NodeId end, const Trail& trail)>;

  void match_relationships(std::size_t next, Context& context);
  void match_nodes(std::size_t next, Context& context);
  void match_shortest(std::size_t next, NodeId start, Context& context);
  void take(std::size_t next, NodeId end, const Trail& trail, Context& context);
  void walk(std::size_t next, NodeId at, Trail& trail, Context& context, const Visit& visit);
  bool bind(std::size_t node, NodeId id);
  void finish(Context& context);
  bool allowed(const PatternRelationship& wanted, RelationshipId relationship, NodeId from, NodeId to,
               const Trail& trail, Context& context) const;
  bool taken(const PatternRelationship& wanted, RelationshipId relationship) const;

  Pattern pattern_;
  std::vector<Slot> made_;
  std::vector<Slot> below_;
  std::vector<std::optional<NodeId>> nodes_;
  std::vector<std::optional<Trail>> trails_;
  std::unique_ptr<Batch> found_;
  std::size_t position_ = 0;
};

}  // namespace attest::query
