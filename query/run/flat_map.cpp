#include <attest/query/run/flat_map.hpp>

#include <algorithm>

namespace attest::query {

void FlatMap::reset() {
  Operator::reset();
  if (in_) {
    in_->clear();
    in_->capacity = 16;
  }
  row_ = 0;
  open_ = false;
}

void FlatMap::carry(const SlotSet& through, const SlotSet& read) {
  carried_ = through.slots();
  SlotSet below = through;
  below.insert(read);
  child()->prepare(below);
}

void FlatMap::flush(Batch& out) {
  out.gather(*in_, sources_, carried_);
  if (!in_->weights.empty()) {
    for (const std::uint32_t row : sources_) out.weights.push_back(in_->weights[row]);
  } else if (!out.weights.empty()) {
    out.weights.resize(out.weights.size() + sources_.size(), 1);
  }
  out.size += sources_.size();
  sources_.clear();
}

/// To the next input row; pulls ever larger batches, so that a reader of few rows causes little work.
bool FlatMap::advance(Context& context) {
  if (row_ < in_->size) return true;
  if (!child()->next(*in_, context)) {
    in_->clear();
    row_ = 0;
    return false;
  }
  in_->capacity = std::min(in_->capacity * 4, Batch::maximum);
  row_ = 0;
  return true;
}

bool FlatMap::produce(Batch& out, Context& context) {
  if (!in_) {
    in_ = std::make_unique<Batch>(out.layout());
    in_->capacity = 16;
  }
  while (true) {
    if (!open_) {
      if (row_ >= in_->size) flush(out);
      if (out.full() || !advance(context)) break;
      open(*in_, row_, context);
      open_ = true;
    }
    const std::size_t room = out.capacity - out.size - sources_.size();
    const std::size_t count = emit(out, room, context);
    sources_.insert(sources_.end(), count, static_cast<std::uint32_t>(row_));
    if (count == room) break;
    ++row_;
    open_ = false;
    context.limits.tick();
  }
  flush(out);
  return out.size > 0;
}

}  // namespace attest::query
