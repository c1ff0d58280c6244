#include <attest/extractor/model/word_vectors.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include <attest/graph/error.hpp>

namespace attest::extract {

namespace {

constexpr std::int32_t widest = 32767;

}  // namespace

ByteRows::ByteRows(const Container& container, const std::string& name, std::uint32_t dimensions)
    : numbers_(container.section(name + " numbers")),
      rows_(container.array<std::int8_t>(name)),
      shifts_(container.array<std::uint8_t>(name + " shifts")),
      dimensions_(dimensions) {
  bool fits = rows_.size() == shifts_.size() * std::size_t{dimensions};
  for (const std::uint8_t shift : shifts_) fits = fits && shift <= most_shift;
  if (!fits) throw Error("the model's '" + name + "' do not fit together");
}

ByteRows::Sections ByteRows::write(std::span<const float> values, std::span<const std::uint64_t> keys) {
  const std::size_t dimensions = values.size() / keys.size();
  std::vector<std::int8_t> rows;
  std::vector<std::uint8_t> shifts;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> numbers;
  for (std::size_t r = 0; r < keys.size(); ++r) {
    const std::span<const float> row = values.subspan(r * dimensions, dimensions);
    float greatest = 0;
    for (const float x : row) greatest = std::max(greatest, std::abs(x));
    int shift = 0;
    while (shift < most_shift && std::ldexp(greatest, shift + 1) <= 127.0F) ++shift;
    shifts.push_back(static_cast<std::uint8_t>(shift));
    for (const float x : row)
      rows.push_back(static_cast<std::int8_t>(std::clamp(std::round(std::ldexp(x, shift)), -127.0F, 127.0F)));
    numbers.emplace_back(keys[r], static_cast<std::uint32_t>(r + 1));
  }
  return {bytes_of(rows), bytes_of(shifts), HashMap::write(numbers)};
}

WordVectors::WordVectors(const Container& container)
    : bias_(container.array<std::int32_t>("row bias")), meaning_(container, "meaning") {
  rows_ = ByteRows(container, "rows", dimensions());
  meanings_ = ByteRows(container, "meanings", meaning_.inputs());
  if (bias_.size() != dimensions() || meaning_.width() != dimensions())
    throw Error("the parts of the network do not fit together");
}

void WordVectors::read(std::span<const Word> words, Scratch& scratch,
                       std::vector<std::int16_t>& vectors) const {
  vectors.resize(words.size() * dimensions());
  read_meanings(words, scratch, vectors);
  for (std::size_t w = 0; w < words.size(); ++w)
    add_features(words[w], scratch, vectors.data() + w * dimensions());
}

void WordVectors::read_meanings(std::span<const Word> words, Scratch& scratch,
                                std::vector<std::int16_t>& vectors) const {
  const std::size_t inputs = meaning_.inputs();
  scratch.meanings.assign(words.size() * inputs, 0);
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::uint32_t number = meanings_.find(words[w].form->lower);
    if (number == 0) continue;
    scratch.row.assign(inputs, 0);
    meanings_.add(number, scratch.row);
    kernels().narrow(scratch.row.data(), inputs, ByteRows::most_shift - scale::state, -widest, widest,
                     scratch.meanings.data() + w * inputs);
  }
  meaning_.apply(scratch.meanings.data(), inputs, words.size(), -widest, widest, scratch.sums,
                 vectors.data());
}

// Adds the word's features to what its meaning gives.
void WordVectors::add_features(const Word& word, Scratch& scratch, std::int16_t* vector) const {
  scratch.keys.clear();
  word_keys(word.text, *word.form, scratch.keys);
  // Most of the time goes into waiting for memory: all rows are asked for before any is used.
  std::array<std::uint32_t, 64> rows;
  std::size_t count = 0;
  for (const std::uint64_t key : scratch.keys) {
    const std::uint32_t row = rows_.find(key);
    if (row == 0 || count == rows.size()) continue;
    rows[count++] = row;
    rows_.prefetch(row);
  }
  scratch.row.assign(bias_.begin(), bias_.end());
  for (std::size_t i = 0; i < scratch.row.size(); ++i)
    scratch.row[i] += vector[i] << (ByteRows::most_shift - scale::state);
  for (std::size_t k = 0; k < count; ++k) rows_.add(rows[k], scratch.row);
  kernels().narrow(scratch.row.data(), scratch.row.size(), ByteRows::most_shift - scale::state, 0, widest,
                   vector);
}

}  // namespace attest::extract
