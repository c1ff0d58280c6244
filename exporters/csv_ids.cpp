#include <attest/exporters/csv_ids.hpp>

#include <algorithm>
#include <bit>

namespace attest {
namespace {

/// Calls visit(row, number) or visit(row, text) for each row until one gives false; the row it stopped at.
template <class Number, class Text>
std::optional<std::uint32_t> each_id(const CsvIds& ids, Number number, Text text) {
  auto next = ids.texts.begin();
  for (std::uint32_t row = 0; row < ids.numbers.size(); ++row) {
    const bool is_text = next != ids.texts.end() && next->first == row;
    if (!(is_text ? text(row, (next++)->second) : number(row, ids.numbers[row]))) return row;
  }
  return {};
}

}  // namespace

void IdSpace::announce(const CsvIds& ids) {
  each_id(
      ids,
      [&](std::uint32_t, std::int64_t number) {
        least_ = std::min(least_, number);
        most_ = std::max(most_, number);
        ++count_;
        return true;
      },
      [](std::uint32_t, std::string_view) { return true; });
}

bool IdSpace::is_array() const {
  return count_ > 0 &&
         static_cast<std::uint64_t>(most_) - static_cast<std::uint64_t>(least_) < 8 * count_ + 1024;
}

std::size_t IdSpace::home(std::int64_t number) const {
  const std::uint64_t hash = static_cast<std::uint64_t>(number) * 0x9E3779B97F4A7C15u;
  return (hash ^ hash >> 32) & (table_.size() - 1);
}

std::uint32_t& IdSpace::slot(std::int64_t number) {
  if (is_array()) {
    if (array_.empty()) array_.assign(static_cast<std::size_t>(most_ - least_) + 1, none);
    return array_[static_cast<std::size_t>(number - least_)];
  }
  if (table_.empty()) table_.resize(std::bit_ceil(count_ * 2));
  std::size_t at = home(number);
  while (table_[at].node != none && table_[at].number != number) at = (at + 1) & (table_.size() - 1);
  table_[at].number = number;
  return table_[at].node;
}

std::uint32_t IdSpace::find(std::int64_t number) const {
  if (number < least_ || number > most_) return none;
  if (is_array()) return array_[static_cast<std::size_t>(number - least_)];
  std::size_t at = home(number);
  while (table_[at].node != none && table_[at].number != number) at = (at + 1) & (table_.size() - 1);
  return table_[at].node;
}

std::optional<std::uint32_t> IdSpace::add(const CsvIds& ids, std::uint32_t first) {
  return each_id(
      ids,
      [&](std::uint32_t row, std::int64_t number) {
        std::uint32_t& node = slot(number);
        return node == none && (node = first + row, true);
      },
      [&](std::uint32_t row, std::string_view text) { return texts_.try_emplace(text, first + row).second; });
}

std::vector<NodeId> IdSpace::find(const CsvIds& ids, std::optional<std::uint32_t>& unknown) const {
  std::vector<NodeId> nodes(ids.numbers.size());
  unknown = each_id(
      ids,
      [&](std::uint32_t row, std::int64_t number) {
        nodes[row] = NodeId{find(number)};
        return index(nodes[row]) != none;
      },
      [&](std::uint32_t row, std::string_view text) {
        const auto found = texts_.find(text);
        if (found == texts_.end()) return false;
        nodes[row] = NodeId{found->second};
        return true;
      });
  return nodes;
}

}  // namespace attest
