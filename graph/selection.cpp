#include <attest/graph/selection.hpp>

namespace attest::algo {

Selected::Selected(const Graph& graph, const Selection& selection)
    : graph_(&graph), nodes_(&graph.nodes()), check_(selection.check) {
  if (!selection.labels.empty()) {
    own_nodes_ = std::make_unique<Bitmap>(graph.node_limit());
    for (const LabelId label : selection.labels) *own_nodes_ |= graph.nodes_with(label);
    nodes_ = own_nodes_.get();
    every_neighbour_ = false;
  }
  node_count_ = nodes_->count();
  type_selected_.assign(graph.types().size(), selection.types.empty());
  for (const TypeId type : selection.types) type_selected_.at(static_cast<std::size_t>(type)) = true;

  const Direction forward = selection.direction == Direction::in ? Direction::in : Direction::out;
  const Direction backward = forward == Direction::out ? Direction::in : Direction::out;
  reversed_ = forward == Direction::in;
  for (std::uint32_t i = 0; i < type_selected_.size(); ++i) {
    if (!type_selected_[i] || graph.count_relationships(TypeId{i}) == 0) continue;
    once_.push_back(graph.rows(TypeId{i}, forward));
    in_.push_back(graph.rows(TypeId{i}, backward));
  }
  out_ = once_;
  if (selection.direction == Direction::both) {
    out_.insert(out_.end(), in_.begin(), in_.end());
    in_ = out_;
  }
  if (node_count_ == graph.node_limit()) return;
  numbers_.resize(graph.node_limit());
  node_of_.reserve(node_count_);
  nodes_->for_each([&](std::uint32_t id) {
    numbers_[id] = static_cast<std::uint32_t>(node_of_.size());
    node_of_.push_back(NodeId{id});
  });
}

bool Selected::contains(RelationshipId relationship) const {
  return type_selected_[static_cast<std::size_t>(graph_->type_of(relationship))] &&
         contains(graph_->start_of(relationship)) && contains(graph_->end_of(relationship));
}

}  // namespace attest::algo
