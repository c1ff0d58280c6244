#include <attest/parser/ast.hpp>

namespace attest::ast {
namespace {

std::optional<std::vector<Name>> names_joined_by(LabelExpression::Kind kind, const LabelExpression& labels) {
  if (labels.kind == LabelExpression::Kind::name) return std::vector{labels.name};
  if (labels.kind != kind) return std::nullopt;
  std::vector<Name> names;
  for (const LabelExpression& operand : labels.operands) {
    auto below = names_joined_by(kind, operand);
    if (!below) return std::nullopt;
    names.insert(names.end(), below->begin(), below->end());
  }
  return names;
}

}  // namespace

std::optional<std::vector<Name>> plain_labels(const LabelExpression& labels) {
  return names_joined_by(LabelExpression::Kind::conjunction, labels);
}

std::optional<std::vector<Name>> plain_types(const LabelExpression& types) {
  return names_joined_by(LabelExpression::Kind::disjunction, types);
}

}  // namespace attest::ast
