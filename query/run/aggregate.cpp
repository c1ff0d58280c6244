#include <attest/query/run/aggregate.hpp>

#include <algorithm>

#include <attest/query/run/rows.hpp>

namespace attest::query {

bool takes_weights(const AggregateCall& call) {
  return call.distinct || call.function == attest::Aggregate::count ||
         call.function == attest::Aggregate::min || call.function == attest::Aggregate::max;
}

void AggregateStates::resize(std::size_t groups, Context& context) {
  if (counts()) {
    counts_.resize(groups);
    return;
  }
  if (aggregators_.size() < groups) {
    context.limits.charge(static_cast<std::int64_t>((groups - aggregators_.size()) * sizeof(Aggregator)));
  }
  while (aggregators_.size() < groups) aggregators_.emplace_back(call_->function, call_->distinct);
  started_.resize(groups);
}

void AggregateStates::count(const Batch& batch, const std::vector<std::uint32_t>& groups, Context& context) {
  const std::optional<Expr>& argument = call_->argument;
  const auto group = [&](std::size_t row) { return groups.empty() ? 0 : groups[row]; };
  if (!argument && groups.empty() && batch.weights.empty()) {
    counts_[0] += static_cast<std::int64_t>(batch.size);
    return;
  }
  const bool by_id = argument && argument->is_slot() && batch.kind(argument->index) != SlotKind::value;
  for (std::size_t row = 0; row < batch.size; ++row) {
    if (by_id && batch.ids(argument->index)[row] == null_id) continue;
    if (argument && !by_id && evaluate(*argument, {context, batch, row}).is_null()) continue;
    counts_[group(row)] += batch.weight(row);
  }
}

void AggregateStates::step(const Batch& batch, const std::vector<std::uint32_t>& groups, Context& context) {
  if (counts()) return count(batch, groups, context);
  std::size_t bytes = 0;
  const bool grows = call_->distinct || call_->function == attest::Aggregate::collect ||
                     call_->function == attest::Aggregate::percentile_cont ||
                     call_->function == attest::Aggregate::percentile_disc;
  for (std::size_t row = 0; row < batch.size; ++row) {
    const std::size_t group = groups.empty() ? 0 : groups[row];
    const Frame frame{context, batch, row};
    Aggregator& aggregator = aggregators_[group];
    if (call_->percentile && !started_[group]) {
      aggregator.set_percentile(evaluate(*call_->percentile, frame));
      started_[group] = true;
    }
    const Value value = evaluate(*call_->argument, frame);
    if (grows) bytes += sizeof(Value) + heap_size(value);
    aggregator.step(value);
  }
  if (bytes > 0) context.limits.charge(static_cast<std::int64_t>(bytes));
}

Value AggregateStates::finish(std::size_t group) const {
  return counts() ? Value(counts_[group]) : aggregators_[group].finish();
}

Aggregation::Aggregation(OperatorPtr input, std::vector<Slot> keys, std::optional<Expr> computed,
                         std::vector<AggregateCall> calls, std::string details)
    : Operator("Aggregation", std::move(details)),
      keys_(std::move(keys)),
      computed_(std::move(computed)),
      calls_(std::move(calls)) {
  add_child(std::move(input));
}

void Aggregation::prepare(const SlotSet&) {
  SlotSet below;
  if (computed_) {
    collect_slots(*computed_, below);
  } else {
    for (const Slot key : keys_) below.insert(key);
  }
  for (const AggregateCall& call : calls_) {
    if (call.argument) collect_slots(*call.argument, below);
    if (call.percentile) collect_slots(*call.percentile, below);
  }
  child()->prepare(below);
}

void Aggregation::reset() {
  Operator::reset();
  done_ = false;
  position_ = 0;
}

/// The column that the key is read from without making values, where there is one. (A statement that writes
/// may change it, and may meet deleted nodes, whose properties are an error.)
const attest::Column* Aggregation::text_column(const Layout& layout, const Context& context) const {
  if (!computed_ || context.writes || !computed_->key || !computed_->children[0].is_slot()) return nullptr;
  if (layout[static_cast<std::size_t>(computed_->children[0].index)] != SlotKind::node) return nullptr;
  const attest::Column* column = context.graph.node_column(*computed_->key);
  return column && column->kind() == attest::Column::Kind::string ? column : nullptr;
}

void Aggregation::find_groups(Batch& batch, std::vector<std::uint32_t>& groups, Context& context) {
  std::size_t before = 0;
  std::size_t after = 0;
  if (texts_) {
    before = texts_->memory();
    texts_->find(batch.ids(computed_->children[0].index), groups);
    context.hits += batch.size;
    groups_ = texts_->size();
    after = texts_->memory();
  } else {
    if (computed_) {
      auto& values = batch.values(keys_[0]);
      values.clear();
      for (std::size_t row = 0; row < batch.size; ++row)
        values.push_back(evaluate(*computed_, {context, batch, row}));
    }
    before = table_->memory();
    table_->find(batch, groups);
    groups_ = table_->size();
    after = table_->memory();
  }
  context.limits.charge(static_cast<std::int64_t>(after - before));
}

void Aggregation::consume(const Layout& layout, Context& context) {
  done_ = true;
  table_.reset();
  texts_.reset();
  states_.clear();
  for (const AggregateCall& call : calls_) states_.emplace_back(call);
  groups_ = keys_.empty() ? 1 : 0;
  if (const attest::Column* column = text_column(layout, context)) {
    texts_ = std::make_unique<TextGroups>(*column);
  } else if (!keys_.empty()) {
    table_ = std::make_unique<GroupTable>(layout, keys_);
  }
  for (AggregateStates& state : states_) state.resize(groups_, context);
  std::vector<std::uint32_t> groups;
  Batch batch(layout);
  while (child()->next(batch, context)) {
    if (!keys_.empty()) find_groups(batch, groups, context);
    for (AggregateStates& state : states_) {
      state.resize(groups_, context);
      state.step(batch, groups, context);
    }
  }
}

void Aggregation::write_keys(Batch& out, std::size_t count) {
  if (table_) out.append(table_->rows(), position_, count, keys_);
  if (!texts_) return;
  for (std::size_t k = 0; k < count; ++k) out.push(keys_[0], texts_->value(position_ + k));
}

bool Aggregation::produce(Batch& out, Context& context) {
  if (!done_) consume(out.layout(), context);
  const std::size_t count = std::min(out.capacity, groups_ - position_);
  write_keys(out, count);
  for (std::size_t i = 0; i < calls_.size(); ++i) {
    for (std::size_t k = 0; k < count; ++k) out.push(calls_[i].output, states_[i].finish(position_ + k));
  }
  position_ += count;
  out.size = count;
  return count > 0;
}

}  // namespace attest::query
