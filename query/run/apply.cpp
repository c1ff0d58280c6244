#include <attest/query/run/apply.hpp>

#include <algorithm>

#include <attest/query/run/evaluate.hpp>
#include <attest/query/run/rows.hpp>

namespace attest::query {

// ---- Optional ----------------------------------------------------------------------------------

Optional::Optional(OperatorPtr outer, OperatorPtr inner, std::shared_ptr<Outer> outer_rows,
                   const Argument* argument, Slot number, std::vector<Slot> introduced)
    : Operator("Optional", ""),
      outer_rows_(std::move(outer_rows)),
      argument_(argument),
      number_(number),
      introduced_(std::move(introduced)) {
  add_child(std::move(outer));
  add_child(std::move(inner));
}

void Optional::prepare(const SlotSet& needed) {
  SlotSet inner;
  SlotSet outer = needed;
  bound_.clear();
  for (const Slot slot : introduced_) {
    outer.erase(slot);
    if (!needed.contains(slot)) continue;
    inner.insert(slot);
    bound_.push_back(slot);
  }
  through_ = outer.slots();
  inner.insert(number_);
  children_[1]->prepare(inner);
  outer.insert(argument_->imports());
  children_[0]->prepare(outer);
}

void Optional::reset() {
  children_[0]->reset();
  next_ = 0;
  inner_done_ = true;
  if (outer_) outer_->clear();
}

bool Optional::pull(Context& context) {
  if (!children_[0]->next(*outer_, context)) return false;
  outer_->capacity = std::min(outer_->capacity * 4, Batch::maximum);
  *outer_rows_ = {outer_.get(), 0, outer_->size};
  children_[1]->reset();
  inner_->clear();
  position_ = 0;
  next_ = 0;
  inner_done_ = false;
  return true;
}

/// Rows with nulls for the outer rows from next_ on that come before `until`, as far as there is room.
void Optional::pad(Batch& out, std::size_t until) {
  const std::size_t count = std::min(out.capacity - out.size, until - next_);
  out.append(*outer_, next_, count, through_);
  for (const Slot slot : bound_) {
    for (std::size_t i = 0; i < count; ++i) out.push_null(slot);
  }
  next_ += count;
  out.size += count;
}

bool Optional::produce(Batch& out, Context& context) {
  if (!outer_) {
    outer_ = std::make_unique<Batch>(out.layout());
    outer_->capacity = 16;
    inner_ = std::make_unique<Batch>(out.layout());
  }
  while (!out.full()) {
    if (inner_done_) {
      if (next_ < outer_->size) pad(out, outer_->size);
      if (out.full()) break;
      if (!pull(context)) break;
    }
    if (position_ == inner_->size) {
      position_ = 0;
      if (!children_[1]->next(*inner_, context)) {
        inner_->clear();
        inner_done_ = true;
        continue;
      }
    }
    const std::size_t number = inner_->ids(number_)[position_];
    if (next_ < number) {
      pad(out, number);
      continue;
    }
    const auto source = static_cast<std::uint32_t>(number);
    out.gather(*outer_, std::span(&source, 1), through_);
    out.append(*inner_, position_++, 1, bound_);
    ++out.size;
    next_ = number + 1;
  }
  return out.size > 0;
}

// ---- CallSubquery ------------------------------------------------------------------------------

CallSubquery::CallSubquery(OperatorPtr input, std::shared_ptr<Subplan> plan, std::vector<Slot> output,
                           bool unit, bool optional)
    : FlatMap("CallSubquery", ""),
      plan_(std::move(plan)),
      output_(std::move(output)),
      unit_(unit),
      optional_(optional) {
  add_child(std::move(input));
}

void CallSubquery::prepare(const SlotSet& needed) {
  SlotSet through = needed;
  for (const Slot slot : output_) through.erase(slot);
  carry(through, plan_->imports);
}

void CallSubquery::open(const Batch& in, std::size_t row, Context& context) {
  *plan_->outer = {&in, row, 1};
  plan_->root->reset();
  if (!plan_->batch) plan_->batch = std::make_unique<Batch>(in.layout());
  plan_->batch->clear();
  position_ = 0;
  more_ = true;
  any_ = false;
  if (!unit_) return;
  while (plan_->root->next(*plan_->batch, context)) context.limits.tick();
}

std::size_t CallSubquery::emit(Batch& out, std::size_t room, Context& context) {
  if (unit_) {
    if (!more_ || room == 0) return 0;
    more_ = false;
    return 1;
  }
  Batch& rows = *plan_->batch;
  std::size_t count = 0;
  while (count < room && more_) {
    if (position_ == rows.size) {
      position_ = 0;
      more_ = plan_->root->next(rows, context);
      if (!more_) rows.clear();
      if (!more_ && optional_ && !any_) {
        for (const Slot slot : output_) out.push_null(slot);
        return count + 1;
      }
      continue;
    }
    for (std::size_t i = 0; i < output_.size(); ++i)
      out.push(output_[i], rows.value(plan_->results[i], position_));
    any_ = true;
    ++position_;
    ++count;
  }
  return count;
}

// ---- Unwind ------------------------------------------------------------------------------------

Unwind::Unwind(OperatorPtr input, Expr list, Slot element, std::string details)
    : FlatMap("Unwind", std::move(details)), list_(std::move(list)), element_(element) {
  add_child(std::move(input));
}

void Unwind::prepare(const SlotSet& needed) {
  SlotSet through = needed;
  through.erase(element_);
  carry(through, slots_of(list_));
}

void Unwind::open(const Batch& in, std::size_t row, Context& context) {
  value_ = evaluate(list_, {context, in, row});
  position_ = 0;
  if (!value_.is_null() && value_.type() != Value::Type::list) value_ = Value(List{value_});
}

std::size_t Unwind::emit(Batch& out, std::size_t room, Context&) {
  if (value_.is_null()) return 0;
  const List& list = value_.list();
  const std::size_t count = std::min(room, list.size() - position_);
  for (std::size_t i = 0; i < count; ++i) out.push(element_, list[position_++]);
  return count;
}

// ---- ProcedureCall -----------------------------------------------------------------------------

ProcedureCall::ProcedureCall(OperatorPtr input, const Procedure& procedure, std::vector<Expr> arguments,
                             std::vector<Yield> yields)
    : FlatMap("ProcedureCall", procedure.name),
      procedure_(procedure),
      arguments_(std::move(arguments)),
      yields_(std::move(yields)) {
  add_child(std::move(input));
}

void ProcedureCall::prepare(const SlotSet& needed) {
  SlotSet through = needed;
  for (const auto& [column, slot] : yields_) through.erase(slot);
  SlotSet read;
  for (const Expr& argument : arguments_) collect_slots(argument, read);
  carry(through, read);
}

void ProcedureCall::open(const Batch& in, std::size_t row, Context& context) {
  rows_.clear();
  position_ = 0;
  std::vector<Value> arguments;
  for (const Expr& argument : arguments_) arguments.push_back(evaluate(argument, {context, in, row}));
  const ProcedureContext reach{context.graph, context.store, [&context] { context.limits.check(); }};
  std::size_t bytes = 0;
  procedure_.run(reach, arguments, [&](std::vector<Value> result) {
    context.limits.tick();
    for (const Value& value : result) bytes += sizeof(Value) + heap_size(value);
    context.limits.allow(bytes);
    rows_.push_back(std::move(result));
  });
  if (procedure_.results.empty()) rows_.assign(1, {});  // called for its effect: the row goes on
}

std::size_t ProcedureCall::emit(Batch& out, std::size_t room, Context&) {
  const std::size_t count = std::min(room, rows_.size() - position_);
  for (std::size_t i = 0; i < count; ++i, ++position_) {
    for (const auto& [column, slot] : yields_) out.push(slot, rows_[position_][column]);
  }
  return count;
}

}  // namespace attest::query
