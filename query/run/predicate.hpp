// Filters a whole batch by a predicate, by columns where the predicate allows it.
#pragma once

#include <cstdint>
#include <vector>

#include <attest/query/run/evaluate.hpp>

namespace attest::query {

/// Leaves in `rows` (ascending row numbers of the batch) those for which the predicate is true.
void filter(const Expr& predicate, const Batch& batch, std::vector<std::uint32_t>& rows, Context& context);

}  // namespace attest::query
