// Scores that depend on a word form alone, computed when first asked for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include <attest/extractor/model/linear_model.hpp>

namespace attest::extract {

inline void add_scores(const std::int16_t* part, std::int16_t* scores, std::size_t width) {
  for (std::size_t i = 0; i < width; ++i) scores[i] = static_cast<std::int16_t>(scores[i] + part[i]);
}

/// For each form and role a vector of scores. Forms beyond a fixed number are computed anew each time, so
/// that the cache stays small whatever the document.
class ScoreCache {
 public:
  ScoreCache(std::size_t forms, std::uint32_t roles, std::uint32_t classes)
      : roles_(roles),
        width_(LinearModel::width_of(classes)),
        kept_(std::min<std::size_t>(forms, most_forms)),
        scores_(kept_ * roles * width_),
        known_(kept_ * roles, 0),
        scratch_(width_) {}

  std::size_t width() const { return width_; }

  template <class Fill>
  const std::int16_t* get(std::size_t form, std::uint32_t role, Fill&& fill) {
    if (form >= kept_) {
      std::fill(scratch_.begin(), scratch_.end(), std::int16_t{0});
      fill(scratch_.data());
      return scratch_.data();
    }
    const std::size_t at = form * roles_ + role;
    std::int16_t* const scores = scores_.data() + at * width_;
    if (!known_[at]) {
      fill(scores);
      known_[at] = 1;
    }
    return scores;
  }

 private:
  static constexpr std::size_t most_forms = 1 << 15;
  std::uint32_t roles_;
  std::size_t width_;
  std::size_t kept_;
  std::vector<std::int16_t> scores_;
  std::vector<std::uint8_t> known_;
  std::vector<std::int16_t> scratch_;
};

}  // namespace attest::extract
