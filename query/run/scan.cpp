#include <attest/query/run/scan.hpp>

#include <algorithm>
#include <numeric>

#include <attest/query/run/evaluate.hpp>

namespace attest::query {

void Argument::prepare(const SlotSet& needed) {
  imports_ = needed;
  imports_.erase(number_);
  slots_ = imports_.slots();
}

bool Argument::produce(Batch& out, Context&) {
  const std::size_t count = std::min(out.capacity, outer_->count - done_);
  if (count == 0) return false;
  out.append(*outer_->batch, outer_->first + done_, count, slots_);
  if (number_ != no_slot) {
    for (std::size_t i = 0; i < count; ++i) out.ids(number_).push_back(static_cast<std::uint32_t>(done_ + i));
  }
  done_ += count;
  out.size = count;
  return true;
}

NodeScan::NodeScan(OperatorPtr input, Slot node, std::optional<LabelId> label, std::string details)
    : FlatMap(label ? "NodeByLabelScan" : "AllNodesScan", std::move(details)), node_(node), label_(label) {
  add_child(std::move(input));
}

void NodeScan::prepare(const SlotSet& needed) {
  SlotSet through = needed;
  through.erase(node_);
  write_ = needed.contains(node_);
  carry(through, {});
}

std::size_t NodeScan::emit(Batch& out, std::size_t room, Context& context) {
  const Bitmap& nodes = label_ ? context.graph.nodes_with(*label_) : context.graph.nodes();
  auto& ids = out.ids(node_);
  std::size_t count = 0;
  while (count < room && position_ < nodes.size()) {
    const bool whole = (position_ & 63) == 0 && room - count >= 64;
    if (whole && nodes.words()[position_ >> 6] == ~std::uint64_t{0}) {  // 64 nodes side by side
      if (write_) {
        const std::size_t at = ids.size();
        ids.resize(at + 64);
        std::iota(ids.begin() + static_cast<std::ptrdiff_t>(at), ids.end(),
                  static_cast<std::uint32_t>(position_));
      }
      position_ += 64;
      count += 64;
      continue;
    }
    position_ = nodes.next(position_);
    if (position_ >= nodes.size()) break;
    if (write_) ids.push_back(static_cast<std::uint32_t>(position_));
    ++position_;
    ++count;
  }
  context.hits += count;
  return count;
}

IndexSeek::IndexSeek(OperatorPtr input, Slot node, LabelId label, KeyId key, Expr value, std::string details)
    : FlatMap("NodeIndexSeek", std::move(details)),
      node_(node),
      label_(label),
      key_(key),
      value_(std::move(value)) {
  add_child(std::move(input));
}

void IndexSeek::prepare(const SlotSet& needed) {
  SlotSet through = needed;
  through.erase(node_);
  carry(through, slots_of(value_));
}

void IndexSeek::open(const Batch& in, std::size_t row, Context& context) {
  const Value value = evaluate(value_, {context, in, row});
  found_.clear();
  position_ = 0;
  ++context.hits;
  if (!value.is_null()) found_ = context.graph.find_nodes(label_, key_, value);
}

std::size_t IndexSeek::emit(Batch& out, std::size_t room, Context&) {
  const std::size_t count = std::min(room, found_.size() - position_);
  for (std::size_t i = 0; i < count; ++i) out.ids(node_).push_back(index(found_[position_++]));
  return count;
}

IdSeek::IdSeek(OperatorPtr input, Slot node, Expr value, std::string details)
    : FlatMap("NodeByIdSeek", std::move(details)), node_(node), value_(std::move(value)) {
  add_child(std::move(input));
}

void IdSeek::prepare(const SlotSet& needed) {
  SlotSet through = needed;
  through.erase(node_);
  carry(through, slots_of(value_));
}

void IdSeek::open(const Batch& in, std::size_t row, Context& context) {
  const Value value = evaluate(value_, {context, in, row});
  found_.reset();
  if (value.type() != Value::Type::integer) return;
  const std::int64_t id = value.integer();
  if (id < 0 || id >= static_cast<std::int64_t>(context.graph.node_limit())) return;
  const NodeId node{static_cast<std::uint32_t>(id)};
  if (context.graph.contains(node)) found_ = node;
}

std::size_t IdSeek::emit(Batch& out, std::size_t room, Context&) {
  if (!found_ || room == 0) return 0;
  out.ids(node_).push_back(index(*found_));
  found_.reset();
  return 1;
}

}  // namespace attest::query
