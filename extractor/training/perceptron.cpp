#include <attest/extractor/training/perceptron.hpp>

#include <algorithm>
#include <cmath>

namespace attest::extract::training {

std::uint32_t KeyIndex::find(std::uint64_t key) const {
  for (std::size_t at = key & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at] == none || keys_[slots_[at]] == key) return slots_[at];
  }
}

std::uint32_t KeyIndex::find_or_add(std::uint64_t key) {
  std::size_t at = key & (slots_.size() - 1);
  for (; slots_[at] != none; at = (at + 1) & (slots_.size() - 1)) {
    if (keys_[slots_[at]] == key) return slots_[at];
  }
  const auto number = static_cast<std::uint32_t>(keys_.size());
  slots_[at] = number;
  keys_.push_back(key);
  if (keys_.size() * 2 > slots_.size()) grow();
  return number;
}

void KeyIndex::grow() {
  slots_.assign(slots_.size() * 2, none);
  for (std::uint32_t i = 0; i < keys_.size(); ++i) {
    std::size_t at = keys_[i] & (slots_.size() - 1);
    while (slots_[at] != none) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = i;
  }
}

// Most of the time goes into waiting for memory: ask for all of it before using any.
void Perceptron::score(std::span<const std::uint64_t> features, float* scores) {
  for (const std::uint64_t f : features) index_.prefetch(f);
  numbers_.clear();
  for (const std::uint64_t f : features) {
    const std::uint32_t number = index_.find(f);
    if (number == KeyIndex::none) continue;
    __builtin_prefetch(&rows_[number]);
    numbers_.push_back(number);
  }
  for (const std::uint32_t number : numbers_) __builtin_prefetch(rows_[number].data());
  for (const std::uint32_t number : numbers_)
    for (const Cell& cell : rows_[number]) scores[cell.which] += cell.weight;
}

void Perceptron::move(std::vector<Cell>& row, std::uint8_t which, float by) {
  auto cell = std::find_if(row.begin(), row.end(), [&](const Cell& c) { return c.which == which; });
  if (cell == row.end()) {
    row.push_back({0, 0, now_, 0, which});
    cell = row.end() - 1;
  }
  cell->sum += static_cast<double>(cell->weight) * (now_ - cell->since);
  cell->since = now_;
  cell->weight += by / std::sqrt(static_cast<float>(++cell->moves));
}

void Perceptron::update(std::span<const std::uint64_t> features, std::uint8_t up, std::uint8_t down) {
  for (const std::uint64_t f : features) {
    const std::uint32_t number = index_.find_or_add(f);
    if (number == rows_.size()) {
      rows_.emplace_back();
      updates_.push_back(0);
    }
    if (updates_[number] + 1U < least_updates_) {
      ++updates_[number];
      continue;
    }
    move(rows_[number], up, 1);
    move(rows_[number], down, -1);
  }
}

std::vector<LinearModel::Row> Perceptron::averaged(float smallest) const {
  std::vector<LinearModel::Row> rows;
  for (std::uint32_t i = 0; i < rows_.size(); ++i) {
    LinearModel::Row row{index_.key(i), {}};
    for (const Cell& cell : rows_[i]) {
      const double sum = cell.sum + static_cast<double>(cell.weight) * (now_ - cell.since);
      const auto weight = static_cast<float>(sum / now_);
      if (std::abs(weight) >= smallest) row.weights.emplace_back(cell.which, weight);
    }
    if (!row.weights.empty()) rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace attest::extract::training
