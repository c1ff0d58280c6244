#include <attest/query/run/rows.hpp>

#include <algorithm>
#include <numeric>

#include <attest/error.hpp>

namespace attest::query {

// ---- Filter and Compute ------------------------------------------------------------------------

Filter::Filter(OperatorPtr input, std::vector<Expr> predicates, std::string details)
    : Operator("Filter", std::move(details)), predicates_(std::move(predicates)) {
  add_child(std::move(input));
}

void Filter::prepare(const SlotSet& needed) {
  live_ = needed.slots();
  SlotSet below = needed;
  for (const Expr& predicate : predicates_) collect_slots(predicate, below);
  child()->prepare(below);
}

bool Filter::produce(Batch& out, Context& context) {
  while (child()->next(out, context)) {
    kept_.resize(out.size);
    std::iota(kept_.begin(), kept_.end(), 0u);
    for (const Expr& predicate : predicates_) filter(predicate, out, kept_, context);
    out.select(kept_, live_);
    if (out.size > 0) return true;
  }
  return false;
}

Compute::Compute(OperatorPtr input, std::vector<Item> items, std::string details)
    : Operator("Projection", std::move(details)), items_(std::move(items)) {
  add_child(std::move(input));
}

void Compute::prepare(const SlotSet& needed) {
  SlotSet below = needed;
  std::erase_if(items_, [&](const Item& item) { return !needed.contains(item.first); });
  for (const auto& [slot, expr] : items_) below.erase(slot);
  for (const auto& [slot, expr] : items_) collect_slots(expr, below);
  child()->prepare(below);
}

bool Compute::produce(Batch& out, Context& context) {
  if (!child()->next(out, context)) return false;
  for (const auto& [slot, expr] : items_) {
    Lane& lane = out.lane(slot);
    lane.ids.clear();
    lane.values.clear();
    for (std::size_t row = 0; row < out.size; ++row) out.push(slot, evaluate(expr, {context, out, row}));
  }
  return true;
}

// ---- Skip and Limit ----------------------------------------------------------------------------

std::int64_t row_count_of(const Expr& expr, Context& context) {
  const Value value = evaluate_constant(expr, context);
  const auto fail = [&](const char* detail, const char* message) {
    throw QueryError("SyntaxError", detail, QueryError::Phase::run_time, message, expr.line, expr.column);
  };
  if (value.type() != Value::Type::integer) {
    fail("InvalidArgumentType", "SKIP and LIMIT take an INTEGER that is not negative");
  }
  if (value.integer() < 0)
    fail("NegativeIntegerArgument", "SKIP and LIMIT take a number that is not negative");
  return value.integer();
}

Skip::Skip(OperatorPtr input, Expr count, std::string details)
    : Operator("Skip", std::move(details)), count_(std::move(count)) {
  add_child(std::move(input));
}

void Skip::prepare(const SlotSet& needed) {
  live_ = needed.slots();
  child()->prepare(needed);
}

void Skip::reset() {
  Operator::reset();
  left_.reset();
}

bool Skip::produce(Batch& out, Context& context) {
  if (!left_) left_ = row_count_of(count_, context);
  while (child()->next(out, context)) {
    if (*left_ == 0) return true;
    const auto drop = static_cast<std::size_t>(std::min(*left_, static_cast<std::int64_t>(out.size)));
    *left_ -= static_cast<std::int64_t>(drop);
    if (drop == out.size) continue;
    std::vector<std::uint32_t> kept(out.size - drop);
    std::iota(kept.begin(), kept.end(), static_cast<std::uint32_t>(drop));
    out.select(kept, live_);
    return true;
  }
  return false;
}

Limit::Limit(OperatorPtr input, Expr count, bool always_run, std::string details)
    : Operator("Limit", std::move(details)), count_(std::move(count)), always_run_(always_run) {
  add_child(std::move(input));
}

void Limit::prepare(const SlotSet& needed) {
  child()->prepare(needed);
}

void Limit::reset() {
  Operator::reset();
  left_.reset();
}

bool Limit::produce(Batch& out, Context& context) {
  if (!left_) {
    left_ = row_count_of(count_, context);
    if (*left_ == 0 && always_run_) child()->next(out, context);
  }
  if (*left_ == 0) {
    out.clear();
    return false;
  }
  const std::size_t wanted = out.capacity;
  out.capacity = static_cast<std::size_t>(std::min(*left_, static_cast<std::int64_t>(wanted)));
  const bool more = child()->next(out, context);
  out.capacity = wanted;
  if (more) *left_ -= static_cast<std::int64_t>(out.size);
  return more;
}

// ---- RowStore ----------------------------------------------------------------------------------

std::size_t heap_size(const Value& value) {
  switch (value.type()) {
    case Value::Type::string:
      return 40 + value.string().size();
    case Value::Type::list: {
      std::size_t total = 32;
      for (const Value& item : value.list()) total += sizeof(Value) + heap_size(item);
      return total;
    }
    case Value::Type::map: {
      std::size_t total = 56;
      for (const auto& [key, item] : value.map()) total += 80 + key.size() + heap_size(item);
      return total;
    }
    case Value::Type::path:
      return 64 + value.path().nodes.size() * 8;
    default:
      return 0;
  }
}

void RowStore::open(const Layout& layout, std::vector<Slot> slots) {
  rows_ = std::make_unique<Batch>(layout);
  slots_ = std::move(slots);
}

void RowStore::append(const Batch& rows, Context& context) {
  rows_->append(rows, 0, rows.size, slots_);
  rows_->size += rows.size;
  std::size_t bytes = 0;
  for (const Slot slot : slots_) {
    if (rows.kind(slot) != SlotKind::value) {
      bytes += 4 * rows.size;
      continue;
    }
    bytes += sizeof(Value) * rows.size;
    for (const Value& value : rows.values(slot)) bytes += heap_size(value);
  }
  charged_ += static_cast<std::int64_t>(bytes);
  context.limits.charge(static_cast<std::int64_t>(bytes));
}

void RowStore::fill(Operator& input, const Layout& layout, std::vector<Slot> slots, Context& context) {
  open(layout, std::move(slots));
  Batch batch(layout);
  while (input.next(batch, context)) append(batch, context);
}

bool RowStore::read(Batch& out, std::size_t& position) const {
  const std::size_t count = std::min(out.capacity, rows_->size - position);
  out.append(*rows_, position, count, slots_);
  out.size += count;
  position += count;
  return count > 0;
}

void RowStore::release(Context& context) {
  context.limits.charge(-charged_);
  charged_ = 0;
  rows_.reset();
}

// ---- Sort --------------------------------------------------------------------------------------

Sort::Sort(OperatorPtr input, std::vector<SortKey> keys, std::vector<Expr> wanted, std::string details)
    : Operator(wanted.empty() ? "Sort" : "Top", std::move(details)),
      keys_(std::move(keys)),
      wanted_(std::move(wanted)) {
  add_child(std::move(input));
}

void Sort::prepare(const SlotSet& needed) {
  output_ = needed.slots();
  SlotSet below = needed;
  for (const SortKey& key : keys_) below.insert(key.slot);
  live_ = below.slots();
  child()->prepare(below);
}

void Sort::reset() {
  Operator::reset();
  store_.drop();
  last_.reset();
  position_ = 0;
}

bool Sort::before(std::uint32_t a, std::uint32_t b) const {
  const Batch& rows = store_.rows();
  for (const SortKey& key : keys_) {
    const auto result = rows.kind(key.slot) == SlotKind::value
                            ? order(rows.values(key.slot)[a], rows.values(key.slot)[b])
                            : order(rows.value(key.slot, a), rows.value(key.slot, b));
    if (result != 0) return (result < 0) != key.descending;
  }
  return a < b;  // equal rows keep their order
}

/// Keeps the first `limit` rows.
void Sort::cut(std::size_t limit, Context& context) {
  Batch& rows = store_.rows();
  order_.resize(rows.size);
  std::iota(order_.begin(), order_.end(), 0u);
  const auto less = [&](std::uint32_t a, std::uint32_t b) {
    context.limits.tick();
    return before(a, b);
  };
  const std::size_t kept = std::min(limit, rows.size);
  std::nth_element(order_.begin(), order_.begin() + static_cast<std::ptrdiff_t>(kept), order_.end(), less);
  order_.resize(kept);
  if (kept > 0) last_ = rows.value(keys_[0].slot, *std::max_element(order_.begin(), order_.end(), less));
  std::sort(order_.begin(), order_.end());
  rows.select(order_, live_);
}

/// Leaves out rows whose first key alone puts them behind all that are kept.
void Sort::drop_late(Batch& batch) {
  if (!last_) return;
  std::vector<std::uint32_t> kept;
  for (std::size_t row = 0; row < batch.size; ++row) {
    const auto result = order(batch.value(keys_[0].slot, row), *last_);
    if (result == 0 || (result < 0) != keys_[0].descending) kept.push_back(static_cast<std::uint32_t>(row));
  }
  batch.select(kept, live_);
}

void Sort::load(const Layout& layout, Context& context) {
  std::size_t limit = wanted_.empty() ? SIZE_MAX : 0;
  for (const Expr& count : wanted_) limit += static_cast<std::size_t>(row_count_of(count, context));
  store_.open(layout, live_);
  Batch batch(layout);
  while (child()->next(batch, context)) {
    drop_late(batch);
    store_.append(batch, context);
    if (limit < SIZE_MAX / 4 && store_.rows().size > 2 * limit + 4 * Batch::maximum) {
      cut(limit, context);
    }
  }
  order_.resize(store_.rows().size);
  std::iota(order_.begin(), order_.end(), 0u);
  context.limits.check();
  std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    context.limits.tick();
    return before(a, b);
  });
  if (order_.size() > limit) order_.resize(limit);
}

bool Sort::produce(Batch& out, Context& context) {
  if (!store_.filled()) load(out.layout(), context);
  const std::size_t count = std::min(out.capacity, order_.size() - position_);
  out.gather(store_.rows(), std::span(order_).subspan(position_, count), output_);
  position_ += count;
  out.size = count;
  return count > 0;
}

// ---- Distinct ----------------------------------------------------------------------------------

Distinct::Distinct(OperatorPtr input, std::vector<Slot> keys, std::string details)
    : Operator("Distinct", std::move(details)), keys_(std::move(keys)) {
  add_child(std::move(input));
}

void Distinct::prepare(const SlotSet& needed) {
  live_ = needed.slots();
  SlotSet below = needed;
  for (const Slot key : keys_) below.insert(key);
  child()->prepare(below);
}

void Distinct::reset() {
  Operator::reset();
  table_.reset();
}

bool Distinct::produce(Batch& out, Context& context) {
  if (!table_) table_ = std::make_unique<GroupTable>(out.layout(), keys_);
  while (child()->next(out, context)) {
    std::size_t seen = table_->size();
    const std::size_t memory = table_->memory();
    table_->find(out, groups_);
    context.limits.charge(static_cast<std::int64_t>(table_->memory() - memory));
    kept_.clear();
    for (std::size_t row = 0; row < out.size; ++row) {
      if (groups_[row] != seen) continue;  // groups are numbered as they appear
      kept_.push_back(static_cast<std::uint32_t>(row));
      ++seen;
    }
    out.select(kept_, live_);
    out.weights.clear();
    if (out.size > 0) return true;
  }
  return false;
}

// ---- Union -------------------------------------------------------------------------------------

Union::Union(std::vector<OperatorPtr> children, std::vector<std::vector<Slot>> columns,
             std::vector<Slot> output)
    : Operator("Union", ""), columns_(std::move(columns)), output_(std::move(output)) {
  for (OperatorPtr& each : children) add_child(std::move(each));
}

void Union::prepare(const SlotSet&) {
  for (std::size_t i = 0; i < children_.size(); ++i) {
    SlotSet below;
    for (const Slot slot : columns_[i]) below.insert(slot);
    children_[i]->prepare(below);
  }
}

void Union::reset() {
  Operator::reset();
  current_ = 0;
}

bool Union::produce(Batch& out, Context& context) {
  if (!in_) in_ = std::make_unique<Batch>(out.layout());
  for (; current_ < children_.size(); ++current_) {
    in_->capacity = out.capacity;
    if (!children_[current_]->next(*in_, context)) continue;
    for (std::size_t i = 0; i < output_.size(); ++i) {
      for (std::size_t row = 0; row < in_->size; ++row) {
        out.push(output_[i], in_->value(columns_[current_][i], row));
      }
    }
    out.size = in_->size;
    return true;
  }
  return false;
}

}  // namespace attest::query
