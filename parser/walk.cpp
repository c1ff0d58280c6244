#include <attest/parser/walk.hpp>

namespace attest::ast {
namespace {

class Children {
 public:
  explicit Children(const ExpressionVisitor& visit) : visit_(visit) {}

  void operator()(const Literal&) const {}
  void operator()(const Parameter&) const {}
  void operator()(const Variable&) const {}
  void operator()(const CountStar&) const {}
  void operator()(const Subquery&) const {}
  void operator()(const ListLiteral& list) const { all(list.items); }
  void operator()(const MapLiteral& map) const {
    for (const MapEntry& entry : map.entries) visit_(entry.value);
  }
  void operator()(const Property& property) const { one(property.object); }
  void operator()(const Subscript& subscript) const {
    one(subscript.object);
    one(subscript.index);
  }
  void operator()(const Slice& slice) const {
    one(slice.object);
    one(slice.from);
    one(slice.to);
  }
  void operator()(const LabelPredicate& predicate) const { one(predicate.object); }
  void operator()(const FunctionCall& call) const { all(call.arguments); }
  void operator()(const Unary& unary) const { one(unary.operand); }
  void operator()(const Binary& binary) const {
    one(binary.left);
    one(binary.right);
  }
  void operator()(const Logical& logical) const { all(logical.operands); }
  void operator()(const Comparison& comparison) const {
    one(comparison.first);
    for (const ComparisonLink& link : comparison.rest) visit_(link.operand);
  }
  void operator()(const NullTest& test) const { one(test.operand); }
  void operator()(const Case& choice) const {
    one(choice.subject);
    for (const CaseBranch& branch : choice.branches) {
      visit_(branch.when);
      visit_(branch.then);
    }
    one(choice.otherwise);
  }
  void operator()(const ListComprehension& comprehension) const {
    one(comprehension.list);
    one(comprehension.where);
    one(comprehension.projection);
  }
  void operator()(const PatternComprehension& comprehension) const {
    for_each_expression(*comprehension.pattern, visit_);
    one(comprehension.where);
    one(comprehension.projection);
  }
  void operator()(const Quantifier& quantifier) const {
    one(quantifier.list);
    one(quantifier.where);
  }
  void operator()(const Reduce& reduce) const {
    one(reduce.initial);
    one(reduce.list);
    one(reduce.expression);
  }
  void operator()(const PatternExpression& pattern) const { for_each_expression(*pattern.pattern, visit_); }
  void operator()(const MapProjection& projection) const {
    for (const MapProjectionItem& item : projection.items) one(item.value);
  }

 private:
  void one(const Ptr<Expression>& child) const {
    if (child) visit_(*child);
  }
  void all(const Expressions& children) const {
    for (const Expression& child : children) visit_(child);
  }
  const ExpressionVisitor& visit_;
};

}  // namespace

void for_each_child(const Expression& expression, const ExpressionVisitor& visit) {
  std::visit(Children(visit), expression.node);
}

void for_each_expression(const PathPattern& pattern, const ExpressionVisitor& visit) {
  auto visit_present = [&](const Ptr<Expression>& child) {
    if (child) visit(*child);
  };
  visit_present(pattern.start.properties);
  visit_present(pattern.start.where);
  for (const PathStep& step : pattern.steps) {
    visit_present(step.relationship.properties);
    visit_present(step.relationship.where);
    visit_present(step.node.properties);
    visit_present(step.node.where);
  }
}

}  // namespace attest::ast
