#include <attest/parser/operators.hpp>

#include <limits>
#include <utility>

namespace attest::parser_detail {
namespace {

using ast::Binary;
using ast::Comparison;
using ast::Expression;
using ast::Literal;
using ast::Logical;
using ast::Unary;

Precedence precedence_of(Unary::Operator op) {
  return op == Unary::Operator::logical_not ? Precedence::logical_not : Precedence::sign;
}
Precedence precedence_of(Binary::Operator op) {
  switch (op) {
    case Binary::Operator::add:
    case Binary::Operator::subtract:
      return Precedence::sum;
    case Binary::Operator::multiply:
    case Binary::Operator::divide:
    case Binary::Operator::modulo:
      return Precedence::product;
    case Binary::Operator::power:
      return Precedence::power;
    default:
      return Precedence::predicate;
  }
}
Precedence precedence_of(Logical::Operator op) {
  switch (op) {
    case Logical::Operator::logical_or:
      return Precedence::logical_or;
    case Logical::Operator::logical_xor:
      return Precedence::logical_xor;
    default:
      return Precedence::logical_and;
  }
}
Precedence precedence_of(Comparison::Operator) {
  return Precedence::comparison;
}

ast::Span join(const ast::Span& left, const ast::Span& right) {
  return {left.begin, right.end};
}

/// A sign before a number is part of the number.
bool fold_sign(Unary::Operator op, Expression& operand) {
  auto* literal = std::get_if<Literal>(&operand.node);
  if (!literal || op != Unary::Operator::minus) return false;
  if (auto* integer = std::get_if<std::int64_t>(&literal->value)) {
    if (*integer == std::numeric_limits<std::int64_t>::min()) return false;
    *integer = -*integer;
    return true;
  }
  if (auto* floating = std::get_if<double>(&literal->value)) {
    *floating = -*floating;
    return true;
  }
  return false;
}

void apply(Unary::Operator op, const Token& at, Expression& operand) {
  ast::Span span{at.begin, operand.span.end};
  if (!fold_sign(op, operand)) operand.node = Unary{op, Expression(std::move(operand))};
  operand.span = span;
}

void apply(Binary::Operator op, Expression& left, Expression right) {
  ast::Span span = join(left.span, right.span);
  left.node = Binary{op, Expression(std::move(left)), std::move(right)};
  left.span = span;
}

/// Returns whether the tree grew higher.
bool apply(Logical::Operator op, Expression& left, bool open, Expression right) {
  ast::Span span = join(left.span, right.span);
  auto* chain = open ? std::get_if<Logical>(&left.node) : nullptr;
  bool grows = !chain || chain->op != op;
  if (grows) {
    Logical pair{op, {}};
    pair.operands.push_back(std::move(left));
    left.node = std::move(pair);
    chain = std::get_if<Logical>(&left.node);
  }
  chain->operands.push_back(std::move(right));
  left.span = span;
  return grows;
}

bool apply(Comparison::Operator op, Expression& left, bool open, Expression right) {
  ast::Span span = join(left.span, right.span);
  auto* chain = open ? std::get_if<Comparison>(&left.node) : nullptr;
  bool grows = !chain;
  if (grows) {
    left.node = Comparison{Expression(std::move(left)), {}};
    chain = std::get_if<Comparison>(&left.node);
  }
  chain->rest.push_back({op, std::move(right)});
  left.span = span;
  return grows;
}

void grow(State& state, const Token& at) {
  require_shallow(++state.height, at);
}

}  // namespace

void OperatorChain::prefix(Unary::Operator op, const Token& at) {
  Precedence precedence = precedence_of(op);
  if (!operators_.empty() && operators_.back().precedence > precedence)
    fail("UnexpectedSyntax", "NOT binds looser than the operator before it; put NOT … in parentheses", at);
  operators_.push_back({op, precedence, &at});
}

void OperatorChain::operand(Expression expression, State& state) {
  if (std::exchange(state.least_integer, false)) {
    bool negative = !operators_.empty() && operators_.back().op == Operator(Unary::Operator::minus);
    if (!negative || !expression.as<Literal>())
      throw QueryError("SyntaxError", "IntegerOverflow", QueryError::Phase::compile_time,
                       "the integer 9223372036854775808 does not fit in 64 bits", expression.span.begin.line,
                       expression.span.begin.column);
    expression.span.begin = operators_.back().at->begin;
    operators_.pop_back();
  }
  operands_.push_back({std::move(expression), false});
}

void OperatorChain::infix(Operator op, const Token& at, State& state) {
  Precedence precedence = std::visit([](auto o) { return precedence_of(o); }, op);
  reduce_to(precedence, state);
  operators_.push_back({op, precedence, &at});
}

void OperatorChain::null_test(bool negated, const Token& at, std::uint32_t end, State& state) {
  reduce_to(Precedence::predicate, state);
  Operand& tested = operands_.back();
  ast::Span span{tested.expression.span.begin, end};
  tested.expression.node = ast::NullTest{Expression(std::move(tested.expression)), negated};
  tested.expression.span = span;
  tested.open = false;
  grow(state, at);
}

Expression OperatorChain::finish(State& state) {
  reduce_to(Precedence::logical_or, state);
  Expression result = std::move(operands_.back().expression);
  operands_.clear();
  return result;
}

void OperatorChain::reduce_to(Precedence precedence, State& state) {
  while (!operators_.empty() && operators_.back().precedence >= precedence) reduce(state);
}

void OperatorChain::reduce(State& state) {
  Waiting waiting = operators_.back();
  operators_.pop_back();
  if (const auto* unary = std::get_if<Unary::Operator>(&waiting.op)) {
    apply(*unary, *waiting.at, operands_.back().expression);
    operands_.back().open = false;
    return grow(state, *waiting.at);
  }
  Expression right = std::move(operands_.back().expression);
  operands_.pop_back();
  Operand& left = operands_.back();
  bool grows = true;
  if (const auto* binary = std::get_if<Binary::Operator>(&waiting.op))
    apply(*binary, left.expression, std::move(right));
  else if (const auto* logical = std::get_if<Logical::Operator>(&waiting.op))
    grows = apply(*logical, left.expression, left.open, std::move(right));
  else
    grows = apply(std::get<Comparison::Operator>(waiting.op), left.expression, left.open, std::move(right));
  left.open = true;
  if (grows) grow(state, *waiting.at);
}

}  // namespace attest::parser_detail
