#include <attest/query/run/predicate.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <optional>
#include <string_view>

namespace attest::query {

namespace {

using Kind = Expr::Kind;
using Rows = std::vector<std::uint32_t>;

template <class Keep>
void keep_rows(Rows& rows, Keep keep) {
  std::size_t kept = 0;
  for (const std::uint32_t row : rows) {
    rows[kept] = row;
    kept += keep(row) ? 1 : 0;
  }
  rows.resize(kept);
}

bool constant_over_rows(const Expr& expr) {
  return expr.kind == Kind::constant || expr.kind == Kind::parameter;
}

Kind mirrored(Kind op) {
  switch (op) {
    case Kind::less:
      return Kind::greater;
    case Kind::less_equal:
      return Kind::greater_equal;
    case Kind::greater:
      return Kind::less;
    case Kind::greater_equal:
      return Kind::less_equal;
    default:
      return op;
  }
}

bool is_comparison(Kind kind) {
  return kind == Kind::equal || kind == Kind::not_equal || kind == Kind::less || kind == Kind::less_equal ||
         kind == Kind::greater || kind == Kind::greater_equal;
}

}  // namespace

std::optional<ColumnPredicate> column_predicate(const Expr& expr, const Batch& batch, Context& context) {
  const bool text =
      expr.kind == Kind::contains || expr.kind == Kind::starts_with || expr.kind == Kind::ends_with;
  if (!text && !is_comparison(expr.kind)) return std::nullopt;
  const Expr* left = &expr.children[0];
  const Expr* right = &expr.children[1];
  ColumnPredicate result;
  result.op = expr.kind;
  if (left->kind != Kind::property && !text) {
    std::swap(left, right);
    result.op = mirrored(result.op);
  }
  if (left->kind != Kind::property || !left->key || !constant_over_rows(*right)) return std::nullopt;
  const Expr& owner = left->children[0];
  if (!owner.is_slot() || batch.kind(owner.index) != SlotKind::node) return std::nullopt;
  result.slot = owner.index;
  result.column = context.graph.node_column(*left->key);
  if (!result.column) return std::nullopt;
  result.value = evaluate(*right, {context, batch, 0});
  return result;
}

namespace {

/// Keeps the rows whose element has a value of the column for which `accept(slot)` holds.
template <class Accept>
void by_column(const ColumnPredicate& predicate, const Batch& batch, Rows& rows, Accept accept) {
  const Column& column = *predicate.column;
  const std::uint32_t* ids = batch.ids(predicate.slot).data();
  if (column.dense() && column.count() == column.size()) {
    const std::size_t size = column.size();
    keep_rows(rows, [&](std::uint32_t row) { return ids[row] < size && accept(ids[row]); });
  } else if (column.dense()) {
    keep_rows(rows, [&](std::uint32_t row) { return column.has(ids[row]) && accept(ids[row]); });
  } else {
    keep_rows(rows, [&](std::uint32_t row) { return column.has(ids[row]) && accept(column.slot(ids[row])); });
  }
}

template <class T, class U>
void compare_column(const ColumnPredicate& predicate, const Batch& batch, Rows& rows,
                    std::span<const T> values, U wanted) {
  const auto run = [&](auto accept) {
    by_column(predicate, batch, rows, [&](std::size_t slot) { return accept(static_cast<U>(values[slot])); });
  };
  switch (predicate.op) {
    case Kind::equal:
      return run([&](U v) { return v == wanted; });
    case Kind::not_equal:
      return run([&](U v) { return v != wanted; });
    case Kind::less:
      return run([&](U v) { return v < wanted; });
    case Kind::less_equal:
      return run([&](U v) { return v <= wanted; });
    case Kind::greater:
      return run([&](U v) { return v > wanted; });
    default:
      return run([&](U v) { return v >= wanted; });
  }
}

template <class Word>
bool contains_from(std::string_view text, std::string_view part) {
  Word first;
  std::memcpy(&first, part.data(), sizeof first);
  for (std::size_t i = 0; i + part.size() <= text.size(); ++i) {
    Word here;
    std::memcpy(&here, text.data() + i, sizeof here);
    if (here == first && std::memcmp(text.data() + i, part.data(), part.size()) == 0) return true;
  }
  return false;
}

/// In short texts, such as names, a call of memmem() costs more than the search.
bool contains_text(std::string_view text, std::string_view part) {
  constexpr std::size_t short_text = 48;
  if (part.empty()) return true;  // memmem() is not for texts at no address
  if (text.size() < part.size()) return false;
  if (text.size() <= short_text && part.size() >= 4) return contains_from<std::uint32_t>(text, part);
  if (text.size() <= short_text && part.size() >= 2) return contains_from<std::uint16_t>(text, part);
  return memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

void compare_strings(const ColumnPredicate& predicate, const Batch& batch, Rows& rows) {
  const Column& column = *predicate.column;
  const std::string_view wanted = predicate.value.string();
  const std::span<const attest::Column::Slice> slices = column.slices();
  const char* characters = column.characters().data();
  const auto run = [&](auto accept) {
    by_column(predicate, batch, rows, [&](std::size_t slot) {
      return accept(std::string_view(characters + slices[slot].offset, slices[slot].length));
    });
  };
  switch (predicate.op) {
    case Kind::equal:
      return run([&](std::string_view v) { return v == wanted; });
    case Kind::not_equal:
      return run([&](std::string_view v) { return v != wanted; });
    case Kind::less:
      return run([&](std::string_view v) { return v < wanted; });
    case Kind::less_equal:
      return run([&](std::string_view v) { return v <= wanted; });
    case Kind::greater:
      return run([&](std::string_view v) { return v > wanted; });
    case Kind::greater_equal:
      return run([&](std::string_view v) { return v >= wanted; });
    case Kind::starts_with:
      return run([&](std::string_view v) { return v.starts_with(wanted); });
    case Kind::ends_with:
      return run([&](std::string_view v) { return v.ends_with(wanted); });
    default:
      return run([&](std::string_view v) { return contains_text(v, wanted); });
  }
}

/// Integers up to here are exact as doubles.
bool exact_double(std::int64_t value) {
  constexpr std::int64_t limit = std::int64_t{1} << 53;
  return value >= -limit && value <= limit;
}

bool deleted_free(const ColumnPredicate& predicate, const Batch& batch, const Rows& rows,
                  const Context& context) {
  if (!context.writes) return true;  // such a statement meets no deleted element
  const Graph& graph = context.graph;
  const auto& ids = batch.ids(predicate.slot);
  return std::all_of(rows.begin(), rows.end(),
                     [&](std::uint32_t row) { return ids[row] == null_id || graph.nodes().test(ids[row]); });
}

/// False where the column's kind and the value's type have no fast comparison.
bool filter_by_column(const ColumnPredicate& predicate, const Batch& batch, Rows& rows, Context& context) {
  const Value::Type type = predicate.value.type();
  const bool ordering = is_comparison(predicate.op);
  switch (predicate.column->kind()) {
    case Column::Kind::integer:
      if (!ordering || type != Value::Type::integer) return false;
      break;
    case Column::Kind::floating:
      if (!ordering || !predicate.value.is_number()) return false;
      if (type == Value::Type::integer && !exact_double(predicate.value.integer())) return false;
      break;
    case Column::Kind::string:
      if (type != Value::Type::string) return false;
      break;
    default:
      return false;
  }
  if (!deleted_free(predicate, batch, rows, context)) return false;
  context.hits += rows.size();
  if (predicate.column->kind() == Column::Kind::string) {
    compare_strings(predicate, batch, rows);
  } else if (predicate.column->kind() == Column::Kind::integer) {
    compare_column(predicate, batch, rows, predicate.column->integers(), predicate.value.integer());
  } else {
    const double wanted = type == Value::Type::integer ? static_cast<double>(predicate.value.integer())
                                                       : predicate.value.floating();
    compare_column(predicate, batch, rows, predicate.column->floatings(), wanted);
  }
  return true;
}

bool filter_by_label(const Expr& predicate, const Batch& batch, Rows& rows, Context& context) {
  if (predicate.kind != Kind::has_label || !predicate.label) return false;
  const Expr& owner = predicate.children[0];
  if (!owner.is_slot() || batch.kind(owner.index) != SlotKind::node) return false;
  const Bitmap& nodes = context.graph.nodes_with(*predicate.label);
  const auto& ids = batch.ids(owner.index);
  keep_rows(rows, [&](std::uint32_t row) { return nodes.test(ids[row]); });
  return true;
}

}  // namespace

void filter(const Expr& predicate, const Batch& batch, Rows& rows, Context& context) {
  if (rows.empty()) return;
  if (predicate.kind == Kind::logical_and) {
    for (const Expr& child : predicate.children) filter(child, batch, rows, context);
    return;
  }
  if (filter_by_label(predicate, batch, rows, context)) return;
  if (const auto column = column_predicate(predicate, batch, context)) {
    if (filter_by_column(*column, batch, rows, context)) return;
  }
  keep_rows(rows, [&](std::uint32_t row) {
    context.limits.tick();
    return test(predicate, {context, batch, row}) == Ternary::yes;
  });
}

}  // namespace attest::query
