#include <attest/extractor/training/crf.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace attest::extract::training {

namespace {

constexpr LabelSet every_label = (LabelSet{1} << name_labels) - 1;

template <class Row>
float normalize(Row& row) {
  float sum = 0;
  for (const float v : row) sum += v;
  if (sum <= 0) sum = std::numeric_limits<float>::min();
  for (float& v : row) v /= sum;
  return sum;
}

}  // namespace

void Crf::emissions(const CrfSentence& sentence, std::vector<Row>& scores) const {
  scores.assign(sentence.size(), Row{});
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    for (const std::uint32_t f : sentence[i].features) {
      const float* w = &weights_[std::size_t{f} * name_labels];
      for (std::size_t k = 0; k < name_labels; ++k) scores[i][k] += w[k];
    }
  }
}

// Adds sign × the expected counts of labels and transitions to the gradient, over all sequences or those that
// the annotation allows.
void Crf::forward_backward(const std::vector<Row>& scores, const CrfSentence& sentence, bool constrained,
                           float sign) {
  const std::size_t n = scores.size();
  psi_.resize(n);
  alpha_.resize(n);
  beta_.resize(n);
  for (std::size_t i = 0; i < n; ++i) {
    const float most = *std::max_element(scores[i].begin(), scores[i].end());
    const LabelSet allowed = constrained ? sentence[i].allowed : every_label;
    for (std::size_t k = 0; k < name_labels; ++k)
      psi_[i][k] = allowed >> k & 1 ? std::max(std::exp(scores[i][k] - most), 1e-30F) : 0.0F;
  }
  for (std::uint8_t k = 0; k < name_labels; ++k) alpha_[0][k] = may_start(k) ? psi_[0][k] : 0.0F;
  normalize(alpha_[0]);
  for (std::size_t i = 1; i < n; ++i) {
    for (std::uint8_t to = 0; to < name_labels; ++to) {
      const Predecessors& before = name_predecessors[to];
      float sum = 0;
      for (std::uint32_t p = 0; p < before.count; ++p)
        sum += alpha_[i - 1][before.from[p]] * exp_transitions_[before.from[p]][to];
      alpha_[i][to] = sum * psi_[i][to];
    }
    normalize(alpha_[i]);
  }
  for (std::uint8_t k = 0; k < name_labels; ++k) beta_[n - 1][k] = is_open(k) ? 0.0F : 1.0F;
  for (std::size_t i = n; i-- > 0;) {
    Row marginal;
    for (std::size_t k = 0; k < name_labels; ++k) marginal[k] = alpha_[i][k] * beta_[i][k];
    normalize(marginal);
    for (std::size_t k = 0; k < name_labels; ++k) gradient_[i][k] += sign * marginal[k];
    if (i == 0) break;
    beta_[i - 1] = Row{};
    std::array<Row, name_labels> pair{};
    float all = 0;
    for (std::uint8_t to = 0; to < name_labels; ++to) {
      const float ahead = psi_[i][to] * beta_[i][to];
      if (ahead == 0) continue;
      const Predecessors& before = name_predecessors[to];
      for (std::uint32_t p = 0; p < before.count; ++p) {
        const std::uint8_t from = before.from[p];
        const float step = exp_transitions_[from][to] * ahead;
        beta_[i - 1][from] += step;
        pair[from][to] = alpha_[i - 1][from] * step;
        all += pair[from][to];
      }
    }
    normalize(beta_[i - 1]);
    if (all <= 0) continue;
    for (std::size_t from = 0; from < name_labels; ++from)
      for (std::size_t to = 0; to < name_labels; ++to)
        transition_gradient_[from][to] += sign * pair[from][to] / all;
  }
}

void Crf::learn(const CrfSentence& sentence, float weight) {
  if (sentence.empty()) return;
  emissions(sentence, scores_);
  gradient_.assign(sentence.size(), Row{});
  transition_gradient_ = {};
  for (std::size_t a = 0; a < name_labels; ++a)
    for (std::size_t b = 0; b < name_labels; ++b) exp_transitions_[a][b] = std::exp(transitions_[a][b]);
  forward_backward(scores_, sentence, true, 1);
  forward_backward(scores_, sentence, false, -1);

  const auto step = [&](float& w, float& square, float gradient) {
    gradient = weight * gradient - options_.decay * w;
    square += gradient * gradient;
    w += options_.rate * gradient / (std::sqrt(square) + 0.05F);
  };
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    for (std::size_t k = 0; k < name_labels; ++k) {
      if (std::abs(gradient_[i][k]) < 5e-3F) continue;
      for (const std::uint32_t f : sentence[i].features) {
        const std::size_t at = std::size_t{f} * name_labels + k;
        step(weights_[at], squares_[at], gradient_[i][k]);
      }
    }
  }
  for (std::uint8_t a = 0; a < name_labels; ++a)
    for (std::uint8_t b = 0; b < name_labels; ++b)
      if (may_follow(a, b)) step(transitions_[a][b], transition_squares_[a][b], transition_gradient_[a][b]);
}

std::vector<std::uint8_t> Crf::label(const CrfSentence& sentence) const {
  std::vector<Row> scores;
  emissions(sentence, scores);
  const std::size_t n = sentence.size();
  std::vector<std::array<std::uint8_t, name_labels>> back(n);
  Row best{};
  constexpr float impossible = -1e30F;
  for (std::uint8_t k = 0; k < name_labels; ++k) best[k] = may_start(k) ? scores[0][k] : impossible;
  for (std::size_t i = 1; i < n; ++i) {
    Row next{};
    for (std::uint8_t to = 0; to < name_labels; ++to) {
      float most = std::numeric_limits<float>::lowest();
      for (std::uint32_t p = 0; p < name_predecessors[to].count; ++p) {
        const std::uint8_t from = name_predecessors[to].from[p];
        const float score = best[from] + transitions_[from][to];
        if (score <= most) continue;
        most = score;
        back[i][to] = from;
      }
      next[to] = most + scores[i][to];
    }
    best = next;
  }
  std::uint8_t last = 0;
  for (std::uint8_t k = 1; k < name_labels; ++k)
    if (!is_open(k) && best[k] > best[last]) last = k;
  std::vector<std::uint8_t> labels(n);
  for (std::size_t i = n; i-- > 0;) {
    labels[i] = last;
    last = back[i][last];
  }
  return labels;
}

}  // namespace attest::extract::training
