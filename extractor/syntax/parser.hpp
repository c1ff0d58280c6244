// Dependency trees: every pair of tokens is scored as head and dependent by a bilinear form of their states
// (Dozat & Manning 2017), the best tree is taken, and its arcs are labelled.
#pragma once

#include <span>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/model/container.hpp>
#include <attest/extractor/model/encoder.hpp>

namespace attest::extract {

/// The tree of one piece.
struct Tree {
  std::vector<std::int32_t> heads;      ///< of each token, -1 for the root
  std::vector<std::uint8_t> relations;  ///< as the model numbers them (training tells more apart)
};

class Parser {
 public:
  explicit Parser(const Container& container);

  /// What it makes of the tokens of several pieces, and memory to share between calls.
  struct Scratch {
    std::vector<std::int16_t> words;  ///< [tokens][as dependent and as head, for arcs, then for labels]
    std::vector<std::int16_t> asked;
    std::vector<std::int16_t> heads;
    std::vector<std::int16_t> arcs;
    std::vector<std::int32_t> no_bias;
    std::vector<std::int32_t> scores;
    std::vector<std::int32_t> sums;
  };
  /// Reads the first `tokens` states.
  void read(const States& states, std::size_t tokens, Scratch& scratch) const;
  /// The tree of a piece: of `tokens` of those read, from `first` on.
  void parse(std::size_t first, std::size_t tokens, Scratch& scratch, Tree& tree) const;
  Deprel relation(std::uint8_t number) const { return relations_[number]; }

 private:
  void score_arcs(const std::int16_t* words, std::size_t tokens, Scratch& scratch, Tree& tree) const;
  void label_arcs(const std::int16_t* words, std::size_t tokens, Scratch& scratch, Tree& tree) const;

  Matrix words_;     // of a state: as dependent and as head, for arcs, then for labels
  Matrix bilinear_;  // of a dependent: what it asks of its head
  Matrix labels_;
  std::span<const std::int16_t> arc_root_;  // the root as head
  std::span<const std::int16_t> label_root_;
  std::span<const Deprel> relations_;
  std::vector<std::size_t> root_relations_;
  std::uint32_t arc_ = 0;    // dimensions of arcs
  std::uint32_t label_ = 0;  // of labels
};

}  // namespace attest::extract
