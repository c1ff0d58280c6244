#include <attest/query/plan/rewrite.hpp>

namespace attest::query {

OperatorPtr rewrite_for_aggregation(OperatorPtr root, const std::vector<Slot>&,
                                    const std::vector<AggregateCall>&) {
  return root;
}

OperatorPtr rewrite_for_distinct(OperatorPtr root, const std::vector<Slot>&) {
  return root;
}

}  // namespace attest::query
