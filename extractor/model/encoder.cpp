#include <attest/extractor/model/encoder.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

#include <attest/graph/error.hpp>

namespace attest::extract {

namespace {

constexpr int row_scale = 16;             // of sums of rows
constexpr std::size_t most_kept = 16384;  // forms whose gates are kept
constexpr std::size_t group_size = 8;     // pieces that are read in step
constexpr std::int32_t widest = 32767;

}  // namespace

Encoder::Encoder(const Container& container)
    : row_numbers_(container.section("row numbers")),
      row_shifts_(container.array<std::uint8_t>("row shifts")),
      row_bias_(container.array<std::int32_t>("row bias")),
      word_gates_(container, "word gates"),
      context_gates_(container.array<std::int16_t>("context gates")),
      middle_gates_(container, "middle gates") {
  rows_ = container.array<std::int8_t>("rows");
  dimensions_ = word_gates_.inputs();
  units_ = word_gates_.outputs() / 8;
  static constexpr const char* names[2][2] = {{"recurrent 1 forward", "recurrent 1 backward"},
                                              {"recurrent 2 forward", "recurrent 2 backward"}};
  bool fits = units_ % 4 == 0 && units_ <= most_units && word_gates_.outputs() == 8 * units_ &&
              middle_gates_.inputs() == 2 * units_ && middle_gates_.outputs() == 8 * units_ &&
              row_bias_.size() == dimensions_ && rows_.size() == row_shifts_.size() * dimensions_ &&
              context_gates_.size() == context_rows * 8 * units_;
  for (int layer = 0; layer < 2; ++layer)
    for (int direction = 0; direction < 2; ++direction) {
      Matrix& m = recurrent_[layer][direction] = Matrix(container, names[layer][direction]);
      fits = fits && m.inputs() == units_ && m.outputs() == 4 * units_;
    }
  for (const std::uint8_t shift : row_shifts_) fits = fits && shift <= row_scale;
  if (!fits) throw Error("the parts of the network do not fit together");
}

Encoder::Reader::Reader(const Encoder& encoder, const Lexicon& lexicon, const AnnotatedDocument& document,
                        const Forms& forms)
    : encoder_(encoder), lexicon_(lexicon), document_(document), forms_(forms), place_(forms.size()) {
  kept_.reserve(std::min(forms.size(), most_kept) * 8 * encoder.units_);
}

void Encoder::Reader::word_vector(std::string_view form, std::int16_t* vector) {
  const Encoder& e = encoder_;
  keys_.clear();
  word_keys(form, lexicon_, keys_);
  // Most of the time goes into waiting for memory: all rows are asked for before any is used.
  std::array<std::uint32_t, 64> rows;
  std::size_t count = 0;
  for (const std::uint64_t key : keys_) {
    const std::uint32_t row = e.row_numbers_.find(key);
    if (row == 0 || row > e.row_shifts_.size() || count == rows.size()) continue;
    rows[count++] = row - 1;
    __builtin_prefetch(&e.rows_[(row - 1) * std::size_t{e.dimensions_}]);
    __builtin_prefetch(&e.rows_[(row - 1) * std::size_t{e.dimensions_} + e.dimensions_ / 2]);
  }
  sums_.assign(e.row_bias_.begin(), e.row_bias_.end());
  for (std::size_t k = 0; k < count; ++k) {
    const std::int8_t* const row = &e.rows_[rows[k] * std::size_t{e.dimensions_}];
    const int shift = row_scale - e.row_shifts_[rows[k]];
    for (std::uint32_t i = 0; i < e.dimensions_; ++i) sums_[i] += row[i] << shift;
  }
  kernels().narrow(sums_.data(), e.dimensions_, row_scale - scale::state, 0, widest, vector);
}

// Gates of all forms of the pieces into the cache: all new ones in one multiplication.
void Encoder::Reader::know_forms(std::span<const Piece> pieces) {
  const std::size_t width = 8 * std::size_t{encoder_.units_};
  std::size_t tokens = 0;
  for (const Piece& piece : pieces) tokens += piece.size();
  // A cache that may overflow starts anew: documents repeat what they said a while ago.
  if (kept_.size() / width + tokens > most_kept) {
    std::fill(place_.begin(), place_.end(), 0);
    kept_.clear();
  }
  const std::size_t known = kept_.size() / width;
  words_.clear();
  std::size_t fresh = 0;
  for (const Piece& piece : pieces)
    for (std::size_t token = piece.first; token < piece.last; ++token) {
      std::uint32_t& place = place_[forms_.index(token)];
      if (place != 0) continue;
      place = static_cast<std::uint32_t>(known + ++fresh);
      words_.resize(fresh * encoder_.dimensions_);
      word_vector(document_.text(document_.tokens[token]), &words_[(fresh - 1) * encoder_.dimensions_]);
    }
  kept_.resize(kept_.size() + fresh * width);
  encoder_.word_gates_.apply(words_.data(), encoder_.dimensions_, fresh, -widest, widest, sums_,
                             kept_.data() + known * width);
}

// A token without context takes its form's gates as they are.
void Encoder::Reader::first_layer_inputs(std::span<const Piece> pieces, std::span<const Context> contexts) {
  const std::size_t width = 8 * std::size_t{encoder_.units_};
  inputs_.clear();
  for (const Piece& piece : pieces)
    for (std::size_t token = piece.first; token < piece.last; ++token) {
      const std::int16_t* const form = kept_.data() + (place_[forms_.index(token)] - 1) * width;
      const std::size_t at = inputs_.size();
      inputs_.push_back(contexts[at] == 0 ? form
                                          : add_contexts(form, contexts[at], gates_.data() + at * width));
    }
}

const std::int16_t* Encoder::Reader::add_contexts(const std::int16_t* form, Context context,
                                                  std::int16_t* out) {
  const std::size_t width = 8 * std::size_t{encoder_.units_};
  for (const std::int16_t* from = form; context != 0; context &= context - 1, from = out) {
    const std::int16_t* const row =
        &encoder_.context_gates_[static_cast<std::size_t>(__builtin_ctz(context)) * width];
    for (std::size_t i = 0; i < width; ++i)
      out[i] = static_cast<std::int16_t>(std::clamp(from[i] + row[i], -widest, widest));
  }
  return out;
}

void Encoder::Reader::read(std::span<const Piece> pieces, std::span<const Context> contexts, States& states) {
  const std::size_t units = encoder_.units_;
  std::size_t tokens = 0;
  offsets_.clear();
  for (const Piece& p : pieces) {
    offsets_.push_back(static_cast<std::uint32_t>(tokens));
    tokens += p.size();
  }
  order_.resize(pieces.size());
  std::iota(order_.begin(), order_.end(), 0U);
  std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return pieces[a].size() != pieces[b].size() ? pieces[a].size() > pieces[b].size() : a < b;
  });
  states.width = encoder_.width();
  states.values.resize(std::max(states.values.size(), tokens * states.width));
  gates_.resize(std::max(gates_.size(), tokens * 8 * units));
  know_forms(pieces);
  first_layer_inputs(pieces, contexts);
  run(0, 0, pieces, states);
  run(0, 1, pieces, states);
  encoder_.middle_gates_.apply(states.values.data(), states.width, tokens, -widest, widest, sums_,
                               gates_.data());
  for (std::size_t i = 0; i < tokens; ++i) inputs_[i] = gates_.data() + i * 8 * units;
  run(1, 0, pieces, states);
  run(1, 1, pieces, states);
}

void Encoder::Reader::run(std::uint32_t layer, std::uint32_t direction, std::span<const Piece> pieces,
                          States& states) {
  const std::span<const std::uint32_t> order(order_);
  for (std::size_t i = 0; i < order.size(); i += group_size)
    run_group(layer, direction, pieces, order.subspan(i, std::min(group_size, order.size() - i)), states);
}

// Several sequences at once read the weights once for all.
void Encoder::Reader::run_group(std::uint32_t layer, std::uint32_t direction, std::span<const Piece> pieces,
                                std::span<const std::uint32_t> group, States& states) {
  const std::size_t units = encoder_.units_;
  const Matrix& recurrent = encoder_.recurrent_[layer][direction];
  const std::size_t width = recurrent.width();
  const Kernels& k = kernels();
  cells_.assign(group_size * units, 0);
  last_.assign(group_size * units, 0);
  sums_.resize(group_size * width);
  std::size_t active = group.size();
  for (std::uint32_t t = 0; t < pieces[group[0]].size(); ++t) {
    while (pieces[group[active - 1]].size() <= t) --active;
    recurrent.multiply(last_.data(), units, active, sums_.data());
    for (std::size_t g = 0; g < active; ++g) {
      const std::uint32_t place = direction == 0 ? t : pieces[group[g]].size() - 1 - t;
      const std::size_t token = offsets_[group[g]] + place;
      std::int16_t* const state = last_.data() + g * units;
      k.step(units, inputs_[token] + direction * 4 * units, sums_.data() + g * width, recurrent.shift(),
             cells_.data() + g * units, state);
      std::memcpy(states.values.data() + token * states.width + (2 * layer + direction) * units, state,
                  units * sizeof *state);
    }
  }
}

}  // namespace attest::extract
