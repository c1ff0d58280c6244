#include <attest/graph/property_index.hpp>

#include <algorithm>
#include <bit>
#include <cmath>

namespace attest {

namespace {

std::size_t hash_at(const Column& column, std::uint32_t id) {
  const std::size_t slot = column.slot(id);
  switch (column.kind()) {
    case Column::Kind::boolean:
      return hash(Value(column.booleans()[slot] != 0));
    case Column::Kind::integer:
      return hash_of_number(static_cast<double>(column.integers()[slot]));
    case Column::Kind::floating:
      return hash_of_number(column.floatings()[slot]);
    case Column::Kind::string:
      return hash_of_string(column.string(slot));
    case Column::Kind::mixed:
      break;
  }
  return hash(column.mixed()[slot]);
}

/// Exact, where a conversion of the integer to double would round.
bool equal_numbers(std::int64_t a, double b) {
  constexpr double limit = 9223372036854775808.0;  // 2^63
  return b >= -limit && b < limit && std::trunc(b) == b && static_cast<std::int64_t>(b) == a;
}

}  // namespace

PropertyIndex::PropertyIndex(const Bitmap& labelled, const Column& column) {
  Bitmap members = labelled;
  members &= column.present();
  const std::size_t count = members.count();
  const auto bits = static_cast<unsigned>(std::max<std::size_t>(1, std::bit_width(count)));
  shift_ = 64 - bits;
  offsets_.assign((std::size_t{1} << bits) + 1, 0);
  std::vector<std::uint32_t> buckets;
  buckets.reserve(count);
  members.for_each([&](std::uint32_t id) {
    const std::size_t bucket = bucket_of(hash_at(column, id));
    buckets.push_back(static_cast<std::uint32_t>(bucket));
    ++offsets_[bucket + 1];
  });
  for (std::size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
  std::vector<std::uint32_t> place(offsets_.begin(), offsets_.end() - 1);
  nodes_.resize(count);
  std::size_t next = 0;
  members.for_each([&](std::uint32_t id) { nodes_[place[buckets[next++]]++] = NodeId{id}; });
}

const PropertyIndex& PropertyIndexes::get(LabelId label, KeyId key, const Bitmap& labelled,
                                          const Column& column) const {
  const std::scoped_lock lock(building_);
  std::unique_ptr<PropertyIndex>& index = indexes_[{label, key}];
  if (!index) index = std::make_unique<PropertyIndex>(labelled, column);
  return *index;
}

bool index_equal(const Value& a, const Value& b) {
  if (a.type() == Value::Type::floating && b.type() == Value::Type::floating) {
    return a.floating() == b.floating();
  }
  if (a.type() == Value::Type::integer && b.type() == Value::Type::floating) {
    return equal_numbers(a.integer(), b.floating());
  }
  if (a.type() == Value::Type::floating && b.type() == Value::Type::integer) {
    return equal_numbers(b.integer(), a.floating());
  }
  return identical(a, b);
}

bool index_equal(const Column& column, std::uint32_t id, const Value& value) {
  if (!column.has(id)) return false;
  if (column.kind() == Column::Kind::string) {
    return value.type() == Value::Type::string && column.string(column.slot(id)) == value.string();
  }
  return index_equal(column.at(id), value);
}

}  // namespace attest
