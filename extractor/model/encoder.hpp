// Words in context: two bidirectional recurrent layers (Graves & Schmidhuber 2005) over word vectors, in
// integers. What a token means to tagging, syntax and names is read from its state.
//
// A word's vector is the sum of the vectors of its spelling, its parts and what the lexicon knows of it
// (after Bojanowski et al. 2017), through one layer; all that depends on the form alone is computed once a
// form.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <attest/extractor/model/container.hpp>
#include <attest/extractor/model/lexicon.hpp>
#include <attest/extractor/model/matrix.hpp>
#include <attest/extractor/tagging/contexts.hpp>
#include <attest/extractor/tagging/forms.hpp>

namespace attest::extract {

/// Tokens [first, last) that are read as one sequence: a sentence, or a part of one that is overlong.
struct Piece {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t size() const { return last - first; }
};

/// States of the tokens of some pieces, one after another.
struct States {
  std::vector<std::int16_t> values;  ///< [tokens][width], at scale::state; there may be more behind
  std::uint32_t width = 0;
  const std::int16_t* row(std::size_t i) const { return values.data() + i * width; }
};

class Encoder {
 public:
  explicit Encoder(const Container& container);

  std::uint32_t width() const { return 4 * units_; }

  /// Reads one document.
  class Reader;

 private:
  HashMap row_numbers_;
  std::span<const std::int8_t> rows_;         // [count][dimensions]
  std::span<const std::uint8_t> row_shifts_;  // a row is stored times 2^shift
  std::span<const std::int32_t> row_bias_;    // [dimensions], times 2^row_scale
  std::uint32_t dimensions_ = 0;
  std::uint32_t units_ = 0;                      // of one direction of a layer
  Matrix word_gates_;                            // of the first layer: forward, backward
  std::span<const std::int16_t> context_gates_;  // [context_rows][8 units]
  Matrix middle_gates_;                          // of the second layer
  Matrix recurrent_[2][2];                       // [layer][direction]
};

class Encoder::Reader {
 public:
  Reader(const Encoder& encoder, const Lexicon& lexicon, const AnnotatedDocument& document,
         const Forms& forms);

  /// The states of the tokens of `pieces`.
  void read(std::span<const Piece> pieces, std::span<const Context> contexts, States& states);

 private:
  void word_vector(std::string_view form, std::int16_t* vector);
  void know_forms(std::span<const Piece> pieces);
  void first_layer_inputs(std::span<const Piece> pieces, std::span<const Context> contexts);
  const std::int16_t* add_contexts(const std::int16_t* form, Context context, std::int16_t* out);
  void run(std::uint32_t layer, std::uint32_t direction, std::span<const Piece> pieces, States& states);
  void run_group(std::uint32_t layer, std::uint32_t direction, std::span<const Piece> pieces,
                 std::span<const std::uint32_t> group, States& states);

  const Encoder& encoder_;
  const Lexicon& lexicon_;
  const AnnotatedDocument& document_;
  const Forms& forms_;
  std::vector<std::int16_t> kept_;           // gates of forms, as many as the cache holds
  std::vector<std::uint32_t> place_;         // of a form in the cache, from 1; 0: not there yet
  std::vector<std::int16_t> gates_;          // [tokens][8 units] of the layer
  std::vector<const std::int16_t*> inputs_;  // of each token, among `kept_` or `gates_`
  std::vector<std::uint32_t> offsets_;       // of each piece's first token among the states
  std::vector<std::uint32_t> order_;         // pieces by length, the longest first
  std::vector<std::int32_t> sums_;
  std::vector<std::int32_t> cells_;
  std::vector<std::int16_t> last_;  // states of the group's tokens read last
  std::vector<std::uint64_t> keys_;
  std::vector<std::int16_t> words_;  // vectors of forms that are new
};

}  // namespace attest::extract
