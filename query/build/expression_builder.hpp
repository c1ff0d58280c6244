// Binds the expressions of the syntax tree: names to slots, functions to what they are, types checked as far
// as they can be known before the statement runs.
#pragma once

#include <vector>

#include <attest/query/build/environment.hpp>
#include <attest/query/run/aggregate.hpp>

namespace attest::query {

class ExpressionBuilder {
 public:
  /// `calls` collects the aggregating calls that the expressions hold; where it is nullptr they are an error.
  ExpressionBuilder(Environment& environment, const Scope& scope, std::vector<AggregateCall>* calls = nullptr)
      : environment_(environment), scope_(scope), calls_(calls) {}

  Expr build(const ast::Expression& expression);
  /// A predicate: its type must be able to be BOOLEAN.
  Expr build_predicate(const ast::Expression& expression);
  /// `object:A|B` as an expression.
  Expr build_labels(const Expr& object, const ast::LabelExpression& labels);

 private:
  Expr build_node(const ast::Expression& expression);
  Expr bind(const ast::Literal& node, const ast::Span& span);
  Expr bind(const ast::Parameter& node, const ast::Span& span);
  Expr bind(const ast::Variable& node, const ast::Span& span);
  Expr bind(const ast::ListLiteral& node, const ast::Span& span);
  Expr bind(const ast::MapLiteral& node, const ast::Span& span);
  Expr bind(const ast::Property& node, const ast::Span& span);
  Expr bind(const ast::Subscript& node, const ast::Span& span);
  Expr bind(const ast::Slice& node, const ast::Span& span);
  Expr bind(const ast::LabelPredicate& node, const ast::Span& span);
  Expr bind(const ast::FunctionCall& node, const ast::Span& span);
  Expr bind(const ast::CountStar& node, const ast::Span& span);
  Expr bind(const ast::Unary& node, const ast::Span& span);
  Expr bind(const ast::Binary& node, const ast::Span& span);
  Expr bind(const ast::Logical& node, const ast::Span& span);
  Expr bind(const ast::Comparison& node, const ast::Span& span);
  Expr bind(const ast::NullTest& node, const ast::Span& span);
  Expr bind(const ast::Case& node, const ast::Span& span);
  Expr bind(const ast::ListComprehension& node, const ast::Span& span);
  Expr bind(const ast::PatternComprehension& node, const ast::Span& span);
  Expr bind(const ast::Quantifier& node, const ast::Span& span);
  Expr bind(const ast::Reduce& node, const ast::Span& span);
  Expr bind(const ast::PatternExpression& node, const ast::Span& span);
  Expr bind(const ast::MapProjection& node, const ast::Span& span);
  Expr bind(const ast::Subquery& node, const ast::Span& span);

  Expr aggregate(const ast::FunctionCall& node, const AggregateFunction& function, const ast::Span& span);
  Expr add_call(AggregateCall call, TypeSet result, const ast::Span& span);
  Expr exists_property(const ast::FunctionCall& node, const ast::Span& span);
  Expr without_aggregates(const ast::Expression& expression, const Scope& scope);
  Scope with_local(const ast::Name& name, TypeSet types);
  Expr fold(Expr expr);

  Environment& environment_;
  const Scope& scope_;
  std::vector<AggregateCall>* calls_;
  bool inside_aggregate_ = false;
};

}  // namespace attest::query
