// Rewrites of a finished plan's top for what will be done with its rows.
#pragma once

#include <vector>

#include <attest/query/run/aggregate.hpp>

namespace attest::query {

/// Rows that an aggregation groups by `keys` (or by what `computed` gives): relationships that nothing reads
/// are counted instead of walked.
OperatorPtr rewrite_for_aggregation(OperatorPtr root, const std::vector<Slot>& keys,
                                    const std::optional<Expr>& computed,
                                    const std::vector<AggregateCall>& calls);
/// Rows that DISTINCT makes different in `keys`: walks of any length become searches for what they reach.
OperatorPtr rewrite_for_distinct(OperatorPtr root, const std::vector<Slot>& keys);

}  // namespace attest::query
