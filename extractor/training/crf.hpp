// Training of the linear-chain conditional random field of names by stochastic gradient ascent (AdaGrad) of
// the likelihood of all label sequences that a sentence's partial annotation allows.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <attest/extractor/model/linear_model.hpp>
#include <attest/extractor/names/name_labels.hpp>
#include <attest/extractor/training/perceptron.hpp>

namespace attest::extract::training {

/// Set of labels, a bit each.
using LabelSet = std::uint32_t;

struct CrfToken {
  std::vector<std::uint32_t> features;  ///< numbers of a KeyIndex
  LabelSet allowed = 0;
};
using CrfSentence = std::vector<CrfToken>;

struct CrfOptions {
  float rate = 0.15F;
  float decay = 2e-6F;  ///< L2 penalty, applied to the weights that a sentence touches
};

class Crf {
 public:
  Crf(std::size_t features, const CrfOptions& options)
      : options_(options), weights_(features * name_labels), squares_(features * name_labels) {}

  /// One step on one sentence, its gradient scaled by `weight`.
  void learn(const CrfSentence& sentence, float weight);
  /// The best labels.
  std::vector<std::uint8_t> label(const CrfSentence& sentence) const;

  std::span<const float> weights(std::uint32_t feature) const {
    return {&weights_[std::size_t{feature} * name_labels], name_labels};
  }
  float transition(std::size_t from, std::size_t to) const { return transitions_[from][to]; }

 private:
  using Row = std::array<float, name_labels>;
  void emissions(const CrfSentence& sentence, std::vector<Row>& scores) const;
  void forward_backward(const std::vector<Row>& scores, const CrfSentence& sentence, bool constrained,
                        float sign);

  CrfOptions options_;
  std::vector<float> weights_;
  std::vector<float> squares_;
  std::array<Row, name_labels> transitions_{};
  std::array<Row, name_labels> transition_squares_{};
  // Scratch of learn().
  std::vector<Row> scores_, psi_, alpha_, beta_, gradient_;
  std::array<Row, name_labels> exp_transitions_{};
  std::array<Row, name_labels> transition_gradient_{};
};

}  // namespace attest::extract::training
