#include <attest/extractor/document.hpp>

#include <algorithm>

namespace attest::extract {
namespace {

constexpr std::uint32_t stride = 64;

std::uint32_t count_starts(std::string_view text) {
  std::uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  every_block_.reserve(text.size() / stride + 1);
  std::uint32_t count = 0;
  for (std::size_t at = 0; at <= text.size(); at += stride) {
    every_block_.push_back(count);
    count += count_starts(text.substr(at, stride));
  }
}

std::uint32_t CodePoints::at(std::uint32_t byte) const {
  const std::uint32_t start = byte / stride * stride;
  return every_block_[byte / stride] + count_starts(text_.substr(start, byte - start));
}

}  // namespace attest::extract
