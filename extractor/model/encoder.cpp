#include <attest/extractor/model/encoder.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <numeric>

#include <attest/graph/error.hpp>

namespace attest::extract {

namespace {

constexpr std::size_t group_size = 8;  // pieces that are read in step
constexpr std::int32_t widest = 32767;

void prefetch(const std::int16_t* values, std::size_t count) {
  constexpr std::size_t cache_line = 64 / sizeof *values;
  for (std::size_t i = 0; i < count; i += cache_line) __builtin_prefetch(values + i);
}

}  // namespace

Encoder::Encoder(const Container& container)
    : vectors_(container),
      word_gates_(container, "word gates"),
      context_gates_(container.array<std::int16_t>("context gates")),
      middle_gates_(container, "middle gates") {
  units_ = word_gates_.outputs() / 8;
  static constexpr const char* names[2][2] = {{"recurrent 1 forward", "recurrent 1 backward"},
                                              {"recurrent 2 forward", "recurrent 2 backward"}};
  bool fits = units_ % 4 == 0 && units_ <= most_units && word_gates_.outputs() == 8 * units_ &&
              middle_gates_.inputs() == 2 * units_ && middle_gates_.outputs() == 8 * units_ &&
              word_gates_.inputs() == vectors_.dimensions() &&
              context_gates_.size() == context_rows * 8 * units_;
  for (int layer = 0; layer < 2; ++layer)
    for (int direction = 0; direction < 2; ++direction) {
      Matrix& m = recurrent_[layer][direction] = Matrix(container, names[layer][direction]);
      fits = fits && m.inputs() == units_ && m.outputs() == 4 * units_;
    }
  if (!fits) throw Error("the parts of the network do not fit together");
}

void Encoder::Reader::start(const AnnotatedDocument& document, const Forms& forms) {
  document_ = &document;
  forms_ = &forms;
  kept_.drop_unfinished();
  place_.assign(forms.size(), 0);
}

// Gates of all forms of the pieces: all new ones in one multiplication.
void Encoder::Reader::know_forms(std::span<const Piece> pieces) {
  std::size_t tokens = 0;
  for (const Piece& piece : pieces) tokens += piece.size();
  if (kept_.make_room(tokens)) std::fill(place_.begin(), place_.end(), 0);
  const std::size_t known = kept_.size();
  words_.clear();
  for (const Piece& piece : pieces)
    for (std::size_t token = piece.first; token < piece.last; ++token) {
      std::uint32_t& place = place_[forms_->index(token)];
      if (place != 0) continue;
      const Form& form = forms_->of(token);
      const std::uint32_t at = kept_.place(form.exact);
      place = at + 1;
      if (at == known + words_.size()) words_.push_back({document_->text(document_->tokens[token]), &form});
    }
  encoder_.vectors_.read(words_, scratch_, vectors_);
  kept_.add_values();
  encoder_.word_gates_.apply(vectors_.data(), encoder_.word_gates_.inputs(), words_.size(), -widest, widest,
                             sums_, kept_.values(known));
  kept_.finish();
}

// A token without context takes its form's gates as they are.
void Encoder::Reader::first_layer_inputs(std::span<const Piece> pieces, std::span<const Context> contexts) {
  const std::size_t width = 8 * std::size_t{encoder_.units_};
  inputs_.clear();
  for (const Piece& piece : pieces)
    for (std::size_t token = piece.first; token < piece.last; ++token) {
      const std::int16_t* const form = kept_.values(place_[forms_->index(token)] - 1);
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
    kernels().add(from, row, width, -widest, out);
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

// Several sequences are read in step, so that the weights are loaded once for all. Where one ends, the next
// takes its place.
void Encoder::Reader::run(std::uint32_t layer, std::uint32_t direction, std::span<const Piece> pieces,
                          States& states) {
  const std::size_t units = encoder_.units_;
  const Matrix& recurrent = encoder_.recurrent_[layer][direction];
  const std::size_t width = recurrent.width();
  const Kernels& k = kernels();
  struct Sequence {
    std::uint32_t piece;
    std::uint32_t read;  // tokens
  };
  const auto token_of = [&](const Sequence& s) {
    return offsets_[s.piece] + (direction == 0 ? s.read : pieces[s.piece].size() - 1 - s.read);
  };
  std::array<Sequence, group_size> group;
  std::size_t active = 0;
  std::size_t next = 0;
  cells_.resize(group_size * units);
  last_.resize(group_size * units);
  if (sums_.size() < group_size * width) sums_.resize(group_size * width);
  while (true) {
    for (; active < group_size && next < order_.size(); ++active, ++next) {
      group[active] = {order_[next], 0};
      std::fill_n(cells_.data() + active * units, units, 0);
      std::fill_n(last_.data() + active * units, units, std::int16_t{0});
    }
    if (active == 0) return;
    // Inputs lie scattered in memory; they arrive while the states are multiplied.
    for (std::size_t g = 0; g < active; ++g)
      prefetch(inputs_[token_of(group[g])] + direction * 4 * units, 4 * units);
    recurrent.multiply(last_.data(), units, active, sums_.data());
    for (std::size_t g = active; g-- > 0;) {
      Sequence& s = group[g];
      const std::size_t token = token_of(s);
      std::int16_t* const state = last_.data() + g * units;
      k.step(units, inputs_[token] + direction * 4 * units, sums_.data() + g * width, recurrent.shift(),
             cells_.data() + g * units, state);
      std::memcpy(states.values.data() + token * states.width + (2 * layer + direction) * units, state,
                  units * sizeof *state);
      if (++s.read < pieces[s.piece].size()) continue;
      // The group's last, which has taken its step, moves up.
      if (g == --active) continue;
      s = group[active];
      std::copy_n(cells_.data() + active * units, units, cells_.data() + g * units);
      std::copy_n(last_.data() + active * units, units, state);
    }
  }
}

}  // namespace attest::extract
