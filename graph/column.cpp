#include <attest/graph/column.hpp>

#include <algorithm>
#include <limits>
#include <optional>
#include <type_traits>

namespace attest {

namespace {

constexpr std::size_t ids_per_rank = 512;
constexpr std::size_t words_per_rank = ids_per_rank / 64;
// A column is packed below one value in sixteen ids and spread out again above one in eight.
constexpr std::size_t small_column = 1024;
constexpr std::size_t packed_below = 16;
constexpr std::size_t dense_above = 8;
constexpr std::size_t garbage_worth_collecting = std::size_t{1} << 20;

bool wants_packing(std::size_t count, std::size_t size) {
  return size >= small_column && count * packed_below < size;
}

Column::Kind kind_for(const Value& value) {
  switch (value.type()) {
    case Value::Type::boolean:
      return Column::Kind::boolean;
    case Value::Type::integer:
      return Column::Kind::integer;
    case Value::Type::floating:
      return Column::Kind::floating;
    case Value::Type::string:
      return Column::Kind::string;
    default:
      return Column::Kind::mixed;
  }
}

Column::Values no_values(Column::Kind kind) {
  switch (kind) {
    case Column::Kind::boolean:
      return std::vector<std::uint8_t>{};
    case Column::Kind::integer:
      return std::vector<std::int64_t>{};
    case Column::Kind::floating:
      return std::vector<double>{};
    case Column::Kind::string:
      return std::vector<Column::Slice>{};
    case Column::Kind::mixed:
      break;
  }
  return std::vector<Value>{};
}

}  // namespace

Column::Column(Bitmap present, Values values, std::vector<char> characters, bool dense)
    : present_(std::move(present)),
      values_(std::move(values)),
      characters_(std::move(characters)),
      count_(present_.count()),
      dense_(dense) {
  if (!dense_) rebuild_ranks(0);
}

std::size_t Column::rank(std::uint32_t id) const {
  const std::span<const std::uint64_t> words = present_.words();
  std::size_t total = ranks_[id / ids_per_rank];
  for (std::size_t word = id / ids_per_rank * words_per_rank; word < id / 64; ++word) {
    total += static_cast<std::size_t>(std::popcount(words[word]));
  }
  const std::uint64_t below = (std::uint64_t{1} << (id & 63)) - 1;
  return total + static_cast<std::size_t>(std::popcount(words[id / 64] & below));
}

void Column::rebuild_ranks(std::size_t from_id) {
  const std::span<const std::uint64_t> words = present_.words();
  const std::size_t blocks = (present_.size() + ids_per_rank - 1) / ids_per_rank;
  std::size_t block = std::min(from_id / ids_per_rank, ranks_.size());
  if (block > 0) --block;  // the count before the first block built anew comes from the one before it
  if (block == 0 && ranks_.empty()) ranks_.push_back(0);
  ranks_.resize(std::max<std::size_t>(blocks, 1));
  for (; block + 1 < blocks; ++block) {
    std::uint32_t total = ranks_[block];
    for (std::size_t i = 0; i < words_per_rank; ++i) {
      total += static_cast<std::uint32_t>(std::popcount(words[block * words_per_rank + i]));
    }
    ranks_[block + 1] = total;
  }
}

Value Column::at(std::uint32_t id) const {
  if (!has(id)) return {};
  const std::size_t where = slot(id);
  switch (kind()) {
    case Kind::boolean:
      return booleans()[where] != 0;
    case Kind::integer:
      return integers()[where];
    case Kind::floating:
      return floatings()[where];
    case Kind::string:
      return string(where);
    case Kind::mixed:
      break;
  }
  return mixed()[where];
}

void Column::set(std::uint32_t id, const Value& value) {
  if (value.is_null()) {
    erase(id);
    return;
  }
  if (count_ == 0) {
    *this = Column();
    values_ = no_values(kind_for(value));
  } else if (kind() != Kind::mixed && kind() != kind_for(value)) {
    make_mixed();
  }
  if (kind() == Kind::string &&
      characters_.size() + value.string().size() > std::numeric_limits<std::uint32_t>::max()) {
    make_mixed();
  }
  if (has(id)) {
    write(slot(id), value);
  } else {
    insert(id, value);
  }
}

void Column::insert(std::uint32_t id, const Value& value) {
  const std::size_t size = std::max<std::size_t>(present_.size(), std::size_t{id} + 1);
  if (dense_ && wants_packing(count_ + 1, size)) make_packed();
  if (!dense_ && (count_ + 1) * dense_above >= size) make_dense();
  const std::size_t old_size = present_.size();
  present_.set(id);
  ++count_;
  if (dense_) {
    std::visit([&](auto& values) { values.resize(present_.size()); }, values_);
  } else {
    if (size > old_size) {
      rebuild_ranks(old_size);
    } else {
      for (std::size_t block = id / ids_per_rank + 1; block < ranks_.size(); ++block) ++ranks_[block];
    }
    const auto where = static_cast<std::ptrdiff_t>(rank(id));
    std::visit([&](auto& values) { values.emplace(values.begin() + where); }, values_);
  }
  write(slot(id), value);
}

Column::Slice Column::store(std::string_view text) {
  const Slice slice{static_cast<std::uint32_t>(characters_.size()), static_cast<std::uint32_t>(text.size())};
  characters_.insert(characters_.end(), text.begin(), text.end());
  return slice;
}

void Column::write(std::size_t slot, const Value& value) {
  switch (kind()) {
    case Kind::boolean:
      std::get<std::vector<std::uint8_t>>(values_)[slot] = value.boolean() ? 1 : 0;
      return;
    case Kind::integer:
      std::get<std::vector<std::int64_t>>(values_)[slot] = value.integer();
      return;
    case Kind::floating:
      std::get<std::vector<double>>(values_)[slot] = value.floating();
      return;
    case Kind::string: {
      Slice& slice = std::get<std::vector<Slice>>(values_)[slot];
      garbage_ += slice.length;
      slice = store(value.string());
      if (garbage_ > garbage_worth_collecting && garbage_ > characters_.size() / 2) compact();
      return;
    }
    case Kind::mixed:
      std::get<std::vector<Value>>(values_)[slot] = value;
  }
}

void Column::erase(std::uint32_t id) {
  if (!has(id)) return;
  const std::size_t where = slot(id);
  if (kind() == Kind::string) garbage_ += slices()[where].length;
  present_.reset(id);
  --count_;
  if (dense_) {
    std::visit([&](auto& values) { values[where] = {}; }, values_);
    return;
  }
  std::visit([&](auto& values) { values.erase(values.begin() + static_cast<std::ptrdiff_t>(where)); },
             values_);
  for (std::size_t block = id / ids_per_rank + 1; block < ranks_.size(); ++block) --ranks_[block];
}

void Column::make_dense() {
  if (dense_) return;
  std::visit(
      [&](auto& values) {
        std::decay_t<decltype(values)> spread(present_.size());
        std::size_t next = 0;
        present_.for_each([&](std::uint32_t id) { spread[id] = std::move(values[next++]); });
        values = std::move(spread);
      },
      values_);
  ranks_.clear();
  dense_ = true;
}

void Column::make_packed() {
  if (!dense_) return;
  std::visit(
      [&](auto& values) {
        std::decay_t<decltype(values)> packed;
        packed.reserve(count_);
        present_.for_each([&](std::uint32_t id) { packed.push_back(std::move(values[id])); });
        values = std::move(packed);
      },
      values_);
  dense_ = false;
  rebuild_ranks(0);
}

void Column::make_mixed() {
  std::vector<Value> values(dense_ ? present_.size() : count_);
  present_.for_each([&](std::uint32_t id) { values[slot(id)] = at(id); });
  values_ = std::move(values);
  characters_.clear();
  characters_.shrink_to_fit();
  garbage_ = 0;
}

void Column::append(std::uint32_t first, const Block& block, const Bitmap* present) {
  std::visit(
      [&](auto source) {
        using T = std::remove_const_t<typename decltype(source)::element_type>;
        using Stored = std::conditional_t<std::is_same_v<T, std::string_view>, Slice, T>;
        const auto there = [&](std::size_t i) { return !present || present->test(i); };
        std::size_t added = 0;
        std::size_t text = 0;
        for (std::size_t i = 0; i < source.size(); ++i) {
          if (!there(i)) continue;
          ++added;
          if constexpr (std::is_same_v<T, std::string_view>) text += source[i].size();
        }
        if (added == 0) return;
        if (count_ == 0) *this = Column();
        if (count_ == 0 && !std::is_same_v<T, Value>) values_ = std::vector<Stored>{};
        auto* values = std::get_if<std::vector<Stored>>(&values_);
        if (std::is_same_v<T, Value> || !values || first < present_.size() ||
            characters_.size() + text > std::numeric_limits<std::uint32_t>::max()) {
          for (std::size_t i = 0; i < source.size(); ++i) {
            if (!there(i)) continue;
            const auto id = static_cast<std::uint32_t>(first + i);
            if constexpr (std::is_same_v<T, std::uint8_t>) {
              set(id, Value(source[i] != 0));
            } else {
              set(id, Value(source[i]));
            }
          }
          return;
        }
        if constexpr (!std::is_same_v<T, Value>) {
          const std::size_t size = first + source.size();
          if (dense_ && wants_packing(count_ + added, size)) make_packed();
          if (!dense_ && (count_ + added) * dense_above >= size) make_dense();
          const std::size_t old_size = present_.size();
          if (dense_) values->resize(first);
          for (std::size_t i = 0; i < source.size(); ++i) {
            if (!there(i)) {
              if (dense_) values->emplace_back();
            } else if constexpr (std::is_same_v<T, std::string_view>) {
              values->push_back(store(source[i]));
            } else {
              values->push_back(source[i]);
            }
          }
          present_.resize(first);
          present_.resize(size, !present);
          if (present)
            present->for_each([&](std::uint32_t i) {
              if (i < source.size()) present_.set(first + i);
            });
          count_ += added;
          if (!dense_) rebuild_ranks(old_size);
        }
      },
      block);
}

void Column::compact() {
  if (kind() == Kind::mixed || garbage_ > 0) {
    Column tight;
    bool one_kind = true;
    if (kind() == Kind::mixed) {
      std::optional<Kind> kind;
      present_.for_each([&](std::uint32_t id) {
        const Kind own = kind_for(mixed()[slot(id)]);
        one_kind = one_kind && own != Kind::mixed && own == kind.value_or(own);
        kind = own;
      });
    }
    if (one_kind) {
      present_.for_each([&](std::uint32_t id) { tight.set(id, at(id)); });
      *this = std::move(tight);
    }
  }
  if (wants_packing(count_, present_.size())) make_packed();
}

}  // namespace attest
