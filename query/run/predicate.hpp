// Filters a whole batch by a predicate, by columns where the predicate allows it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <attest/query/run/evaluate.hpp>

namespace attest::query {

/// Leaves in `rows` (ascending row numbers of the batch) those for which the predicate is true.
void filter(const Expr& predicate, const Batch& batch, std::vector<std::uint32_t>& rows, Context& context);

/// `node.key OP value` where the value is the same for every row.
struct ColumnPredicate {
  Expr::Kind op = Expr::Kind::equal;
  Slot slot = no_slot;
  const Column* column = nullptr;
  Value value;
};

/// The predicate in that form, the property on the left; nothing where it has another form, or no node has
/// the key.
std::optional<ColumnPredicate> column_predicate(const Expr& expr, const Batch& batch, Context& context);

}  // namespace attest::query
