#include <attest/query/run/evaluate.hpp>

#include <array>

#include <fmt/format.h>

#include <attest/error.hpp>
#include <attest/query/operators.hpp>

namespace attest::query {

namespace {

using Kind = Expr::Kind;

Value child(const Expr& expr, std::size_t i, const Frame& frame) {
  return evaluate(expr.children[i], frame);
}

/// What a value holds itself, without what its items hold.
std::size_t own_size(const Value& value) {
  if (value.type() == Value::Type::list) return value.list().size() * sizeof(Value);
  return value.type() == Value::Type::string ? value.string().size() : 0;
}

/// A value that was put together: large ones cost time and memory.
Value made(Value value, Context& context) {
  const std::size_t bytes = own_size(value);
  if (bytes < 1024) return value;
  context.limits.tick(static_cast<std::uint32_t>(std::min<std::size_t>(bytes / 256, UINT32_MAX)));
  context.limits.allow(bytes);
  return value;
}

Value list_literal(const Expr& expr, const Frame& frame) {
  List list;
  list.reserve(expr.children.size());
  for (const Expr& item : expr.children) list.push_back(evaluate(item, frame));
  return list;
}

Value map_literal(const Expr& expr, const Frame& frame) {
  Map map;
  for (std::size_t i = 0; i < expr.keys.size(); ++i)
    map.insert_or_assign(expr.keys[i], child(expr, i, frame));
  return map;
}

Value property_of(const Expr& expr, const Frame& frame) {
  Context& context = frame.context;
  const Expr& owner = expr.children[0];
  ++context.hits;
  if (owner.is_slot() && expr.key && frame.batch.kind(owner.index) == SlotKind::node) {
    const std::uint32_t id = frame.batch.ids(owner.index)[frame.row];
    if (id == null_id) return {};
    if (context.graph.contains(NodeId{id})) return context.graph.property(NodeId{id}, *expr.key);
  }
  return property(context.graph, evaluate(owner, frame), expr.name, expr.key);
}

Value slice_of(const Expr& expr, const Frame& frame) {
  const Value list = child(expr, 0, frame);
  const Value from = expr.has_from ? child(expr, 1, frame) : Value();
  const Value to = expr.has_to ? child(expr, expr.children.size() - 1, frame) : Value();
  return slice(list, expr.has_from ? &from : nullptr, expr.has_to ? &to : nullptr);
}

Value label_test(const Expr& expr, const Frame& frame) {
  const Value owner = child(expr, 0, frame);
  if (expr.label && owner.type() == Value::Type::node) {
    return frame.context.graph.has_label(owner.node(), *expr.label);
  }
  return has_label(frame.context.graph, owner, expr.name);
}

Value any_label_test(const Expr& expr, const Frame& frame) {
  const Value owner = child(expr, 0, frame);
  if (owner.is_null()) return {};
  return owner.type() != Value::Type::node || !frame.context.graph.labels_of(owner.node()).empty();
}

Value call(const Expr& expr, const Frame& frame) {
  constexpr std::size_t few = 4;
  const std::size_t count = expr.children.size();
  if (count <= few) {
    std::array<Value, few> arguments;
    for (std::size_t i = 0; i < count; ++i) arguments[i] = child(expr, i, frame);
    return made(invoke(*expr.function, frame.context.functions, std::span(arguments.data(), count)),
                frame.context);
  }
  List arguments;
  for (const Expr& argument : expr.children) arguments.push_back(evaluate(argument, frame));
  return invoke(*expr.function, frame.context.functions, arguments);
}

Value case_when(const Expr& expr, const Frame& frame) {
  std::size_t i = 0;
  for (; i + 1 < expr.children.size(); i += 2) {
    if (test(expr.children[i], frame) == Ternary::yes) return child(expr, i + 1, frame);
  }
  return child(expr, i, frame);
}

Value checked(const Expr& expr, const Frame& frame, TypeSet types) {
  Value value = child(expr, 0, frame);
  if (types.contains(value.type())) return value;
  throw QueryError("TypeError", "InvalidArgumentType", QueryError::Phase::run_time,
                   fmt::format("a pattern takes a {} here, but the value is a {}", to_string(types),
                               type_name(value.type())),
                   expr.line, expr.column);
}

Value arithmetic(const Expr& expr, const Frame& frame) {
  const Value a = child(expr, 0, frame);
  const Value b = child(expr, 1, frame);
  switch (expr.kind) {
    case Kind::add:
      return made(add(a, b), frame.context);
    case Kind::subtract:
      return subtract(a, b);
    case Kind::multiply:
      return multiply(a, b);
    case Kind::divide:
      return divide(a, b);
    case Kind::modulo:
      return modulo(a, b);
    case Kind::power:
      return power(a, b);
    case Kind::in:
      return in_list(a, b);
    case Kind::starts_with:
      return starts_with(a, b);
    case Kind::ends_with:
      return ends_with(a, b);
    case Kind::contains:
      return contains(a, b);
    case Kind::matches:
      return matches(a, b);
    default:
      return subscript(frame.context.graph, a, b);
  }
}

Ternary comparison(const Expr& expr, const Frame& frame) {
  const Value a = child(expr, 0, frame);
  const Value b = child(expr, 1, frame);
  switch (expr.kind) {
    case Kind::equal:
      return equal(a, b);
    case Kind::not_equal:
      return !equal(a, b);
    case Kind::less:
      return less(a, b);
    case Kind::less_equal:
      return less_or_equal(a, b);
    case Kind::greater:
      return less(b, a);
    default:
      return less_or_equal(b, a);
  }
}

Ternary logical(const Expr& expr, const Frame& frame) {
  Ternary result = test(expr.children[0], frame);
  for (std::size_t i = 1; i < expr.children.size(); ++i) {
    if (expr.kind == Kind::logical_and && result == Ternary::no) return result;
    if (expr.kind == Kind::logical_or && result == Ternary::yes) return result;
    const Ternary next = test(expr.children[i], frame);
    result = expr.kind == Kind::logical_and  ? conjunction(result, next)
             : expr.kind == Kind::logical_or ? disjunction(result, next)
                                             : exclusive(result, next);
  }
  return result;
}

/// Runs `compute` of `expr`; an error without a place gets that of the expression.
template <class Compute>
auto at_place_of(const Expr& expr, Compute compute) {
  try {
    return compute();
  } catch (const LimitError&) {
    throw;
  } catch (const QueryError& error) {
    if (error.line() != 0 || expr.line == 0) throw;
    throw QueryError(error.type(), error.detail(), error.phase(), error.what(), expr.line, expr.column);
  }
}

Value compute(const Expr& expr, const Frame& frame);

}  // namespace

Ternary test(const Expr& expr, const Frame& frame) {
  switch (expr.kind) {
    case Kind::logical_and:
    case Kind::logical_or:
    case Kind::logical_xor:
      return logical(expr, frame);
    case Kind::logical_not:
      return !test(expr.children[0], frame);
    case Kind::equal:
    case Kind::not_equal:
    case Kind::less:
    case Kind::less_equal:
    case Kind::greater:
    case Kind::greater_equal:
      return comparison(expr, frame);
    case Kind::is_null:
      return ternary(child(expr, 0, frame).is_null());
    case Kind::is_not_null:
      return ternary(!child(expr, 0, frame).is_null());
    default:
      return at_place_of(expr, [&] { return truth(compute(expr, frame)); });
  }
}

Value evaluate(const Expr& expr, const Frame& frame) {
  return at_place_of(expr, [&] { return compute(expr, frame); });
}

namespace {

Value compute(const Expr& expr, const Frame& frame) {
  switch (expr.kind) {
    case Kind::constant:
      return expr.value;
    case Kind::parameter:
      return frame.context.parameters.find(expr.name)->second;  // was there when it was bound
    case Kind::slot:
      return frame.batch.value(expr.index, frame.row);
    case Kind::local:
      return frame.context.locals[static_cast<std::size_t>(expr.index)];
    case Kind::list:
      return list_literal(expr, frame);
    case Kind::map:
      return map_literal(expr, frame);
    case Kind::property:
      return property_of(expr, frame);
    case Kind::slice:
      return slice_of(expr, frame);
    case Kind::has_label:
      return label_test(expr, frame);
    case Kind::has_any_label:
      return any_label_test(expr, frame);
    case Kind::call:
      return call(expr, frame);
    case Kind::negate:
      return negate(child(expr, 0, frame));
    case Kind::affirm:
      return affirm(child(expr, 0, frame));
    case Kind::subscript:
    case Kind::add:
    case Kind::subtract:
    case Kind::multiply:
    case Kind::divide:
    case Kind::modulo:
    case Kind::power:
    case Kind::in:
    case Kind::starts_with:
    case Kind::ends_with:
    case Kind::contains:
    case Kind::matches:
      return arithmetic(expr, frame);
    case Kind::case_when:
      return case_when(expr, frame);
    case Kind::list_comprehension:
      return evaluate_comprehension(expr, frame);
    case Kind::quantifier:
      return evaluate_quantifier(expr, frame);
    case Kind::reduce:
      return evaluate_reduce(expr, frame);
    case Kind::map_projection:
      return evaluate_map_projection(expr, frame);
    case Kind::subquery:
      return evaluate_subquery(expr, frame);
    case Kind::path:
      return evaluate_path(expr, frame);
    case Kind::as_node:
      return checked(expr, frame, types::node);
    case Kind::as_relationship:
      return checked(expr, frame, types::relationship);
    case Kind::as_relationships:
      return checked(expr, frame, types::list);
    default:
      return to_value(test(expr, frame));
  }
}

}  // namespace

Value evaluate_constant(const Expr& expr, Context& context) {
  static const Layout no_slots;
  const Batch empty(no_slots);
  return evaluate(expr, {context, empty, 0});
}

}  // namespace attest::query
