// Operator precedence: operands and operators in the order they are read become a tree.
#pragma once

#include <vector>

#include <attest/parser/ast.hpp>
#include <attest/parser/grammar_state.hpp>

namespace attest::parser_detail {

/// The precedence levels of openCypher, loosest first. All infix operators associate to the left.
enum class Precedence : std::uint8_t {
  logical_or,
  logical_xor,
  logical_and,
  logical_not,
  comparison,
  predicate,  ///< IN, STARTS WITH, ENDS WITH, CONTAINS, =~, IS NULL
  sum,
  product,
  power,
  sign
};

using Operator = std::variant<ast::Unary::Operator, ast::Binary::Operator, ast::Logical::Operator,
                              ast::Comparison::Operator>;

/// Reads `-a + b * c IS NULL` from left to right without recursion (Dijkstra's two stacks).
class OperatorChain {
 public:
  void prefix(ast::Unary::Operator op, const Token& at);
  void operand(ast::Expression expression, State& state);
  void infix(Operator op, const Token& at, State& state);
  /// `IS NULL`, `IS NOT NULL`; `end` is the byte offset behind it.
  void null_test(bool negated, const Token& at, std::uint32_t end, State& state);
  /// The tree. The chain is empty afterwards.
  ast::Expression finish(State& state);

 private:
  struct Waiting {
    Operator op;
    Precedence precedence;
    const Token* at;
  };
  struct Operand {
    ast::Expression expression;
    bool open = false;  ///< made by this chain, so that `a < b < c` and `a AND b AND c` extend it
  };
  void reduce_to(Precedence precedence, State& state);
  void reduce(State& state);

  std::vector<Waiting> operators_;
  std::vector<Operand> operands_;
};

}  // namespace attest::parser_detail
