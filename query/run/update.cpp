#include <attest/query/run/update.hpp>

#include <algorithm>

#include <attest/error.hpp>

namespace attest::query {

// ---- Eager -------------------------------------------------------------------------------------

Eager::Eager(OperatorPtr input, std::string name, std::string details)
    : Operator(std::move(name), std::move(details)) {
  add_child(std::move(input));
}

void Eager::prepare(const SlotSet& needed) {
  output_ = needed.slots();
  SlotSet below = needed;
  below.insert(read());
  for (const Slot slot : made().slots()) below.erase(slot);
  taken_ = below.slots();
  child()->prepare(below);
}

void Eager::reset() {
  Operator::reset();
  store_.drop();
  position_ = 0;
}

void Eager::change(Batch&, Context&) {}

bool Eager::produce(Batch& out, Context& context) {
  if (!store_.filled()) {
    store_.fill(*child(), out.layout(), taken_, context);
    change(store_.rows(), context);
  }
  const std::size_t count = std::min(out.capacity, store_.rows().size - position_);
  out.append(store_.rows(), position_, count, output_);
  out.size = count;
  position_ += count;
  return count > 0;
}

// ---- Create ------------------------------------------------------------------------------------

Create::Create(OperatorPtr input, std::vector<NewElement> elements)
    : Eager(std::move(input), "Create", ""), elements_(std::move(elements)) {}

SlotSet Create::made() const {
  SlotSet slots;
  for (const NewElement& element : elements_) slots.insert(slot_of(element));
  return slots;
}

SlotSet Create::read() const {
  SlotSet slots;
  for (const NewElement& element : elements_) collect_slots(element, slots);
  return slots;
}

void Create::change(Batch& rows, Context& context) {
  for (std::size_t row = 0; row < rows.size; ++row) {
    context.limits.tick();
    for (const NewElement& element : elements_) {
      rows.push(slot_of(element), create(element, {context, rows, row}));
    }
  }
}

// ---- ChangeElements ----------------------------------------------------------------------------

ChangeElements::ChangeElements(OperatorPtr input, std::vector<ElementChange> changes)
    : Eager(std::move(input), "SetProperties", ""), changes_(std::move(changes)) {}

SlotSet ChangeElements::read() const {
  SlotSet slots;
  for (const ElementChange& change : changes_) collect_slots(change, slots);
  return slots;
}

void ChangeElements::change(Batch& rows, Context& context) {
  for (std::size_t row = 0; row < rows.size; ++row) {
    context.limits.tick();
    for (const ElementChange& change : changes_) apply(change, {context, rows, row});
  }
}

// ---- Delete ------------------------------------------------------------------------------------

Delete::Delete(OperatorPtr input, std::vector<Expr> targets, bool detach)
    : Eager(std::move(input), detach ? "DetachDelete" : "Delete", ""),
      targets_(std::move(targets)),
      detach_(detach) {}

SlotSet Delete::read() const {
  SlotSet slots;
  for (const Expr& target : targets_) collect_slots(target, slots);
  return slots;
}

void Delete::change(Batch& rows, Context& context) {
  Deletion deletion;
  for (std::size_t row = 0; row < rows.size; ++row) {
    context.limits.tick();
    for (const Expr& target : targets_) deletion.add(evaluate(target, {context, rows, row}));
  }
  deletion.run(detach_, context);
}

// ---- Merge -------------------------------------------------------------------------------------

Merge::Merge(OperatorPtr input, Spec spec) : Operator("Merge", ""), spec_(std::move(spec)) {
  add_child(std::move(input));
  for (const NewElement& element : spec_.elements) made_.push_back(slot_of(element));
}

void Merge::prepare(const SlotSet& needed) {
  output_ = needed.slots();
  SlotSet below = needed;
  for (const NewElement& element : spec_.elements) collect_slots(element, below);
  for (const auto* changes : {&spec_.on_create, &spec_.on_match}) {
    for (const ElementChange& change : *changes) collect_slots(change, below);
  }
  below.insert(spec_.match->imports);
  for (const Slot slot : made_) below.erase(slot);
  taken_ = below.slots();
  child()->prepare(below);
}

void Merge::reset() {
  Operator::reset();
  result_.reset();
  position_ = 0;
}

void Merge::check_no_null(const Batch& rows, std::size_t row, Context& context) const {
  for (const NewElement& element : spec_.elements) {
    // Entries may read elements of the pattern that are not there yet; those cannot be checked beforehand.
    const PropertySpec& spec =
        std::visit([](const auto& each) -> const PropertySpec& { return each.properties; }, element);
    for (const auto& [key, value] : spec.entries) {
      const SlotSet read = slots_of(value);
      const bool own =
          std::any_of(made_.begin(), made_.end(), [&](Slot slot) { return read.contains(slot); });
      if (own || !evaluate(value, {context, rows, row}).is_null()) continue;
      throw QueryError(
          "SemanticError", "MergeReadOwnWrites", QueryError::Phase::run_time,
          "MERGE cannot match or create an element by the property \"" + key + "\", which is null",
          value.line, value.column);
    }
  }
}

bool Merge::match_row(const Batch& rows, std::size_t row, Context& context) {
  Subplan& plan = *spec_.match;
  *plan.outer = {&rows, row, 1};
  plan.root->reset();
  if (!plan.batch) plan.batch = std::make_unique<Batch>(rows.layout());
  const std::size_t first = result_->size;
  while (plan.root->next(*plan.batch, context)) {
    const auto source = static_cast<std::uint32_t>(row);
    for (std::size_t i = 0; i < plan.batch->size; ++i) {
      result_->gather(rows, std::span(&source, 1), taken_);
      result_->append(*plan.batch, i, 1, made_);
      ++result_->size;
    }
  }
  for (std::size_t i = first; i < result_->size; ++i) {
    for (const ElementChange& change : spec_.on_match) apply(change, {context, *result_, i});
  }
  return result_->size > first;
}

void Merge::create_row(const Batch& rows, std::size_t row, Context& context) {
  result_->append(rows, row, 1, taken_);
  const std::size_t at = result_->size++;
  for (const NewElement& element : spec_.elements) {
    result_->push(slot_of(element), create(element, {context, *result_, at}));
  }
  for (const ElementChange& change : spec_.on_create) apply(change, {context, *result_, at});
}

void Merge::merge_row(const Batch& rows, std::size_t row, Context& context) {
  context.limits.tick();
  check_no_null(rows, row, context);
  if (!match_row(rows, row, context)) create_row(rows, row, context);
}

bool Merge::produce(Batch& out, Context& context) {
  if (!result_) {
    RowStore store;
    store.fill(*child(), out.layout(), taken_, context);
    result_ = std::make_unique<Batch>(out.layout());
    for (std::size_t row = 0; row < store.rows().size; ++row) merge_row(store.rows(), row, context);
  }
  const std::size_t count = std::min(out.capacity, result_->size - position_);
  out.append(*result_, position_, count, output_);
  out.size = count;
  position_ += count;
  return count > 0;
}

}  // namespace attest::query
