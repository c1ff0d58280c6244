#include <attest/query/run/group_table.hpp>

#include <cstring>

#include <algorithm>

#include <attest/query/compare.hpp>
#include <attest/query/run/rows.hpp>

namespace attest::query {
namespace {

/// `RETURN DISTINCT a AS x, a AS y` names one slot twice; its values are kept once.
std::vector<Slot> each_once(std::vector<Slot> keys) {
  std::vector<Slot> once;
  for (const Slot key : keys) {
    if (std::find(once.begin(), once.end(), key) == once.end()) once.push_back(key);
  }
  return once;
}

}  // namespace

GroupTable::GroupTable(const Layout& layout, std::vector<Slot> keys)
    : keys_(each_once(std::move(keys))),
      rows_(layout),
      buckets_(64),
      single_id_(keys_.size() == 1 && rows_.kind(keys_[0]) != SlotKind::value) {}

std::size_t GroupTable::hash_row(const Batch& batch, std::size_t row) const {
  std::size_t result = 0x9E3779B97F4A7C15;
  for (const Slot key : keys_) {
    const std::size_t part =
        batch.kind(key) == SlotKind::value ? hash(batch.values(key)[row]) : batch.ids(key)[row];
    result = (result ^ part) * 0xFF51AFD7ED558CCD;
    result ^= result >> 32;
  }
  return result;
}

bool GroupTable::equal_rows(const Batch& batch, std::size_t row, std::uint32_t group) const {
  for (const Slot key : keys_) {
    if (batch.kind(key) == SlotKind::value) {
      if (!equivalent(batch.values(key)[row], rows_.values(key)[group])) return false;
    } else if (batch.ids(key)[row] != rows_.ids(key)[group]) {
      return false;
    }
  }
  return true;
}

void GroupTable::grow() {
  buckets_.assign(buckets_.size() * 2, 0);
  const std::size_t mask = buckets_.size() - 1;
  for (std::uint32_t group = 0; group < rows_.size; ++group) {
    std::size_t at = hashes_[group] & mask;
    while (buckets_[at] != 0) at = (at + 1) & mask;
    buckets_[at] = group + 1;
  }
}

std::uint32_t GroupTable::add(const Batch& batch, std::size_t row, std::size_t hash) {
  rows_.append(batch, row, 1, keys_);
  memory_ += sizeof(std::uint32_t) * 2 + sizeof(std::size_t);
  for (const Slot key : keys_) {
    memory_ += batch.kind(key) == SlotKind::value ? sizeof(Value) + heap_size(batch.values(key)[row]) : 4;
  }
  hashes_.push_back(hash);
  return static_cast<std::uint32_t>(rows_.size++);
}

std::uint32_t GroupTable::find_or_add(const Batch& batch, std::size_t row) {
  const std::size_t hash = hash_row(batch, row);
  const std::size_t mask = buckets_.size() - 1;
  std::size_t at = hash & mask;
  for (; buckets_[at] != 0; at = (at + 1) & mask) {
    const std::uint32_t group = buckets_[at] - 1;
    if (hashes_[group] == hash && equal_rows(batch, row, group)) return group;
  }
  const std::uint32_t group = add(batch, row, hash);
  buckets_[at] = group + 1;
  if (rows_.size * 2 > buckets_.size()) grow();
  return group;
}

void GroupTable::find(const Batch& batch, std::vector<std::uint32_t>& groups) {
  groups.resize(batch.size);
  if (!single_id_) {
    for (std::size_t row = 0; row < batch.size; ++row) groups[row] = find_or_add(batch, row);
    return;
  }
  const auto& ids = batch.ids(keys_[0]);
  for (std::size_t row = 0; row < batch.size; ++row) {
    const std::size_t at = (static_cast<std::size_t>(ids[row]) + 1) & 0xFFFFFFFF;  // null comes first
    if (at >= by_id_.size()) by_id_.resize(at + at / 2 + 1);
    if (by_id_[at] == 0) by_id_[at] = add(batch, row, 0) + 1;
    groups[row] = by_id_[at] - 1;
  }
}

// ---- TextGroups --------------------------------------------------------------------------------

namespace {

/// Up to eight characters as a number; `end` is where all characters end.
std::uint64_t packed(const char* text, std::size_t size, const char* end) {
  std::uint64_t word = 0;
  if (end - text >= 8) {
    std::memcpy(&word, text, 8);
    return size == 8 ? word : word & ((std::uint64_t{1} << (8 * size)) - 1);
  }
  std::memcpy(&word, text, size);
  return word;
}

}  // namespace

/// Short texts are told apart by their characters as two numbers, with no call to compare them.
TextGroups::Group TextGroups::group_of(std::size_t slot) const {
  const attest::Column::Slice slice = column_.slices()[slot];
  const char* text = column_.characters().data() + slice.offset;
  const char* end = column_.characters().data() + column_.characters().size();
  Group group{{text, slice.length}, 0, 0, 0};
  if (slice.length == 0) return group;
  if (slice.length <= 8) {
    group.first = packed(text, slice.length, end);
  } else if (slice.length <= 16) {
    group.first = packed(text, 8, end);
    group.second = packed(text + 8, slice.length - 8, end);
  } else {
    group.first = std::hash<std::string_view>()(group.text);
  }
  const std::uint64_t mixed =
      (group.first ^ (group.second * 0x9E3779B97F4A7C15)) * 0xBF58476D1CE4E5B9 + slice.length;
  group.hash = mixed ^ mixed >> 32;
  return group;
}

bool TextGroups::same(const Group& a, const Group& b) {
  if (a.first != b.first || a.second != b.second || a.text.size() != b.text.size()) return false;
  return a.text.size() <= 16 || a.text == b.text;
}

void TextGroups::grow() {
  buckets_.assign(buckets_.size() * 4, 0);
  const std::size_t mask = buckets_.size() - 1;
  for (std::uint32_t group = 0; group < texts_.size(); ++group) {
    if (group == null_group_) continue;
    std::size_t at = texts_[group].hash & mask;
    while (buckets_[at] != 0) at = (at + 1) & mask;
    buckets_[at] = group + 1;
  }
}

std::uint32_t TextGroups::find_or_add(const Group& wanted) {
  const std::size_t mask = buckets_.size() - 1;
  std::size_t at = wanted.hash & mask;
  for (; buckets_[at] != 0; at = (at + 1) & mask) {
    if (same(texts_[buckets_[at] - 1], wanted)) return buckets_[at] - 1;
  }
  texts_.push_back(wanted);
  const auto group = static_cast<std::uint32_t>(texts_.size() - 1);
  buckets_[at] = group + 1;
  if (texts_.size() * 2 > buckets_.size()) grow();
  return group;
}

void TextGroups::find(std::span<const std::uint32_t> nodes, std::vector<std::uint32_t>& groups) {
  groups.resize(nodes.size());
  std::uint32_t last = null_id;
  std::size_t slot = 0;
  for (std::size_t row = 0; row < nodes.size(); ++row) {
    const std::uint32_t node = nodes[row];
    if (node != null_id && column_.has(node)) {
      // Values of nodes side by side stand side by side, in whatever form the column is.
      slot = last != null_id && node == last + 1 ? slot + 1 : column_.slot(node);
      last = node;
      groups[row] = find_or_add(group_of(slot));
      continue;
    }
    last = null_id;
    if (null_group_ == 0xFFFFFFFF) {
      null_group_ = static_cast<std::uint32_t>(texts_.size());
      texts_.push_back({});
    }
    groups[row] = null_group_;
  }
}

Value TextGroups::value(std::size_t group) const {
  return group == null_group_ ? Value() : Value(texts_[group].text);
}

}  // namespace attest::query
