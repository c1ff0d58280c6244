// A progress bar on standard error: share done, rate, time left. Nothing is drawn where there is no terminal.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace attest::shell {

class ProgressBar {
 public:
  /// `shown` false draws nothing.
  explicit ProgressBar(bool shown);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// Bytes done of all, documents done of all. Draws at most ten times a second.
  void update(std::uint64_t bytes, std::uint64_t all_bytes, std::size_t documents, std::size_t all_documents);
  /// Wipes the bar.
  void clear();

 private:
  bool shown_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

/// The bar's line for a given state, `width` columns at most: what update() draws.
std::string progress_line(std::uint64_t bytes, std::uint64_t all_bytes, std::size_t documents,
                          std::size_t all_documents, double seconds, std::size_t width);

}  // namespace attest::shell
