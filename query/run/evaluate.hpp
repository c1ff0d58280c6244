// Computes bound expressions on the rows of a batch.
#pragma once

#include <cstddef>

#include <attest/query/compare.hpp>
#include <attest/query/expression.hpp>
#include <attest/query/run/batch.hpp>
#include <attest/query/run/context.hpp>

namespace attest::query {

/// Where an expression is computed: one row of a batch.
struct Frame {
  Context& context;
  const Batch& batch;
  std::size_t row;
};

/// Throws QueryError at run time where the value cannot be computed.
Value evaluate(const Expr& expr, const Frame& frame);
/// The truth of a predicate; the same as truth(evaluate(expr, frame)) without the value.
Ternary test(const Expr& expr, const Frame& frame);

/// An empty batch of no slots at row 0: for constants and parameters.
Value evaluate_constant(const Expr& expr, Context& context);

// Parts of evaluate(), by kind.
Value evaluate_comprehension(const Expr& expr, const Frame& frame);
Value evaluate_quantifier(const Expr& expr, const Frame& frame);
Value evaluate_reduce(const Expr& expr, const Frame& frame);
Value evaluate_subquery(const Expr& expr, const Frame& frame);
Value evaluate_path(const Expr& expr, const Frame& frame);
Value evaluate_map_projection(const Expr& expr, const Frame& frame);

}  // namespace attest::query
