#include <attest/query/run/batch.hpp>

namespace attest::query {

Value Batch::value(Slot slot, std::size_t row) const {
  switch (kind(slot)) {
    case SlotKind::value:
      return values(slot)[row];
    case SlotKind::node: {
      const std::uint32_t id = ids(slot)[row];
      return id == null_id ? Value() : Value(NodeId{id});
    }
    case SlotKind::relationship: {
      const std::uint32_t id = ids(slot)[row];
      return id == null_id ? Value() : Value(RelationshipId{id});
    }
  }
  return {};
}

void Batch::push(Slot slot, const Value& value) {
  switch (kind(slot)) {
    case SlotKind::value:
      values(slot).push_back(value);
      break;
    case SlotKind::node:
      ids(slot).push_back(value.is_null() ? null_id : index(value.node()));
      break;
    case SlotKind::relationship:
      ids(slot).push_back(value.is_null() ? null_id : index(value.relationship()));
      break;
  }
}

void Batch::push_null(Slot slot) {
  if (kind(slot) == SlotKind::value) {
    values(slot).emplace_back();
  } else {
    ids(slot).push_back(null_id);
  }
}

void Batch::clear() {
  size = 0;
  weights.clear();
  for (Lane& lane : lanes_) {
    lane.ids.clear();
    lane.values.clear();
  }
}

namespace {

template <class T>
void keep(std::vector<T>& items, std::span<const std::uint32_t> rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i] != i) items[i] = std::move(items[rows[i]]);
  }
  items.resize(rows.size());
}

}  // namespace

void Batch::select(std::span<const std::uint32_t> rows, std::span<const Slot> slots) {
  if (rows.size() == size) return;
  for (const Slot slot : slots) {
    if (kind(slot) == SlotKind::value) {
      keep(values(slot), rows);
    } else {
      keep(ids(slot), rows);
    }
  }
  if (!weights.empty()) keep(weights, rows);
  size = rows.size();
}

void Batch::gather(const Batch& from, std::span<const std::uint32_t> rows, std::span<const Slot> slots) {
  for (const Slot slot : slots) {
    if (kind(slot) == SlotKind::value) {
      auto& to = values(slot);
      const auto& source = from.values(slot);
      to.reserve(to.size() + rows.size());
      for (const std::uint32_t row : rows) to.push_back(source[row]);
    } else {
      auto& to = ids(slot);
      const auto& source = from.ids(slot);
      const std::size_t begin = to.size();
      to.resize(begin + rows.size());
      for (std::size_t i = 0; i < rows.size(); ++i) to[begin + i] = source[rows[i]];
    }
  }
}

void Batch::append(const Batch& from, std::size_t begin, std::size_t count, std::span<const Slot> slots) {
  const auto add = [&](auto& to, const auto& source) {
    const auto first = source.begin() + static_cast<std::ptrdiff_t>(begin);
    to.insert(to.end(), first, first + static_cast<std::ptrdiff_t>(count));
  };
  for (const Slot slot : slots) {
    if (kind(slot) == SlotKind::value) {
      add(values(slot), from.values(slot));
    } else {
      add(ids(slot), from.ids(slot));
    }
  }
}

}  // namespace attest::query
