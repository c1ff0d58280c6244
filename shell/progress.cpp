#include "progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "terminal.hpp"

namespace attest::shell {
namespace {

std::string clock_text(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
  if (whole >= 3600) return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
  return fmt::format("{}:{:02}", whole / 60, whole % 60);
}

}  // namespace

std::string progress_line(std::uint64_t bytes, std::uint64_t all_bytes, std::size_t documents,
                          std::size_t all_documents, double seconds, std::size_t width) {
  const double share = all_bytes == 0 ? 1.0 : std::min(1.0, double(bytes) / double(all_bytes));
  const double rate = seconds > 0 ? double(bytes) / seconds : 0;
  const std::string left =
      rate > 0 ? clock_text(double(all_bytes - std::min(bytes, all_bytes)) / rate) : "-:--";
  const std::string text = fmt::format(" {:3.0f} %  {}/{} documents  {:.2f} MB/s  {} left", 100 * share,
                                       documents, all_documents, rate / 1e6, left);
  if (width < text.size() + 8) return text.substr(0, width);
  const std::size_t cells = std::min<std::size_t>(30, width - text.size() - 2);
  const auto full = static_cast<std::size_t>(share * double(cells));
  return "[" + std::string(full, '#') + std::string(cells - full, '.') + "]" + text;
}

ProgressBar::ProgressBar(bool shown) : shown_(shown), start_(std::chrono::steady_clock::now()) {}

ProgressBar::~ProgressBar() {
  clear();
}

void ProgressBar::update(std::uint64_t bytes, std::uint64_t all_bytes, std::size_t documents,
                         std::size_t all_documents) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (drawn_ && now - last_ < std::chrono::milliseconds(100)) return;
  last_ = now;
  drawn_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const std::string line =
      progress_line(bytes, all_bytes, documents, all_documents, seconds, terminal_width() - 1);
  std::fprintf(stderr, "\r\033[K%s", line.c_str());
  std::fflush(stderr);
}

void ProgressBar::clear() {
  if (drawn_) std::fputs("\r\033[K", stderr);
  drawn_ = false;
}

}  // namespace attest::shell
