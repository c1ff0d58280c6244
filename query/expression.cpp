#include <attest/query/expression.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <attest/query/run/operator.hpp>

namespace attest::query {

Expr constant_expr(Value value) {
  Expr expr;
  expr.types = value.is_null() ? TypeSet() : TypeSet(value.type());
  if (value.type() == Value::Type::list) {
    expr.elements = TypeSet();
    for (const Value& item : value.list()) {
      if (!item.is_null()) expr.elements = expr.elements | TypeSet(item.type());
    }
  }
  expr.value = std::move(value);
  return expr;
}

Expr slot_expr(Slot slot, TypeSet types) {
  Expr expr;
  expr.kind = Expr::Kind::slot;
  expr.index = slot;
  expr.types = types;
  return expr;
}

Expr unary_expr(Expr::Kind kind, Expr operand, TypeSet types) {
  Expr expr;
  expr.kind = kind;
  expr.types = types;
  expr.line = operand.line;
  expr.column = operand.column;
  expr.children.push_back(std::move(operand));
  return expr;
}

Expr binary_expr(Expr::Kind kind, Expr left, Expr right, TypeSet types) {
  Expr expr = unary_expr(kind, std::move(left), types);
  expr.children.push_back(std::move(right));
  return expr;
}

bool same(const Expr& a, const Expr& b) {
  if (a.is_slot() && b.is_slot()) return a.index == b.index;  // whatever each is called
  return a.kind == b.kind && a.quantifier == b.quantifier && a.subquery == b.subquery &&
         a.has_from == b.has_from && a.has_to == b.has_to && a.index == b.index && a.index2 == b.index2 &&
         a.name == b.name && a.function == b.function && a.keys == b.keys && a.subplan == b.subplan &&
         identical(a.value, b.value) &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), same);
}

void collect_slots(const Expr& expr, SlotSet& slots) {
  if (expr.kind == Expr::Kind::slot) slots.insert(expr.index);
  if (expr.subplan) slots.insert(expr.subplan->imports);
  for (const Expr& child : expr.children) collect_slots(child, slots);
}

SlotSet slots_of(const Expr& expr) {
  SlotSet slots;
  collect_slots(expr, slots);
  return slots;
}

bool has_kind(const Expr& expr, Expr::Kind kind) {
  return expr.kind == kind || std::any_of(expr.children.begin(), expr.children.end(),
                                          [&](const Expr& child) { return has_kind(child, kind); });
}

void split_conjunction(Expr expr, std::vector<Expr>& conjuncts) {
  if (expr.kind != Expr::Kind::logical_and) {
    conjuncts.push_back(std::move(expr));
    return;
  }
  for (Expr& child : expr.children) split_conjunction(std::move(child), conjuncts);
}

}  // namespace attest::query
