#include <attest/query/run/operator.hpp>

namespace attest::query {

bool Operator::next(Batch& out, Context& context) {
  context.limits.tick(64);  // a batch may be a thousand rows
  if (!context.profile) {
    out.clear();
    return produce(out, context);
  }
  out.clear();
  const auto begin = std::chrono::steady_clock::now();
  const std::uint64_t hits = context.hits;
  const bool more = produce(out, context);
  milliseconds_ +=
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
  hits_ += context.hits - hits;
  rows_ += out.size;
  return more;
}

PlanNode Operator::describe() const {
  PlanNode node;
  node.name = name_;
  node.details = details_;
  node.estimated_rows = estimate_;
  node.rows = rows_;
  node.hits = hits_;
  node.milliseconds = milliseconds_;
  for (const auto& child : children_) {
    node.hits -= std::min(node.hits, child->hits_);
    node.milliseconds -= std::min(node.milliseconds, child->milliseconds_);
    node.children.push_back(child->describe());
  }
  return node;
}

}  // namespace attest::query
