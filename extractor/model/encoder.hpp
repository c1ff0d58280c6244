// Words in context: two bidirectional recurrent layers (Graves & Schmidhuber 2005) over word vectors, in
// integers. What a token means to tagging, syntax and names is read from its state.
//
// All that depends on a word's form alone is computed once a form.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <attest/extractor/model/container.hpp>
#include <attest/extractor/model/kept_words.hpp>
#include <attest/extractor/model/matrix.hpp>
#include <attest/extractor/model/word_vectors.hpp>
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

  /// Reads documents one after another; what it computed of their words serves the next.
  class Reader;

 private:
  WordVectors vectors_;
  std::uint32_t units_ = 0;                      // of one direction of a layer
  Matrix word_gates_;                            // of the first layer: forward, backward
  std::span<const std::int16_t> context_gates_;  // [context_rows][8 units]
  Matrix middle_gates_;                          // of the second layer
  Matrix recurrent_[2][2];                       // [layer][direction]
};

class Encoder::Reader {
 public:
  explicit Reader(const Encoder& encoder) : encoder_(encoder), kept_(8 * std::size_t{encoder.units_}) {}

  /// What is read from now on is of this document.
  void start(const AnnotatedDocument& document, const Forms& forms);
  /// The states of the tokens of `pieces`.
  void read(std::span<const Piece> pieces, std::span<const Context> contexts, States& states);

 private:
  void know_forms(std::span<const Piece> pieces);
  void first_layer_inputs(std::span<const Piece> pieces, std::span<const Context> contexts);
  const std::int16_t* add_contexts(const std::int16_t* form, Context context, std::int16_t* out);
  void run(std::uint32_t layer, std::uint32_t direction, std::span<const Piece> pieces, States& states);

  const Encoder& encoder_;
  const AnnotatedDocument* document_ = nullptr;
  const Forms* forms_ = nullptr;
  KeptWords kept_;                           // gates of forms
  std::vector<std::uint32_t> place_;         // of a form among them, from 1; 0: not looked for yet
  std::vector<std::int16_t> gates_;          // [tokens][8 units] of the layer
  std::vector<const std::int16_t*> inputs_;  // of each token, among `kept_` or `gates_`
  std::vector<std::uint32_t> offsets_;       // of each piece's first token among the states
  std::vector<std::uint32_t> order_;         // pieces by length, the longest first
  std::vector<std::int32_t> sums_;
  std::vector<std::int32_t> cells_;
  std::vector<std::int16_t> last_;        // states of the group's tokens read last
  std::vector<WordVectors::Word> words_;  // forms that are new
  std::vector<std::int16_t> vectors_;     // of these
  WordVectors::Scratch scratch_;
};

}  // namespace attest::extract
