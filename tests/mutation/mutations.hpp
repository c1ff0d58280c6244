// Documents made worse on purpose: what files on real disks look like, and what nobody would write.
#pragma once

#include <cstdint>
#include <random>
#include <span>
#include <string>

namespace attest::test {

/// Numbers that are the same everywhere: the standard's distributions are not.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}
  /// 0 … limit - 1; 0 where limit is 0.
  std::size_t below(std::size_t limit) {
    return limit == 0 ? 0 : static_cast<std::size_t>(engine_() % limit);
  }
  bool one_in(std::size_t many) { return below(many) == 0; }

 private:
  std::mt19937_64 engine_;
};

/// One to four changes: cut, shuffled, flipped or repeated bytes, mixed scripts, odd Unicode, very long
/// tokens, nested and dangling quotation marks, broken markup, lost or doubled line breaks, parts of
/// `others`. At most `most_bytes` long, as are the results of all functions here.
std::string mutate(std::string bytes, std::span<const std::string> others, Random& random);

constexpr std::size_t most_bytes = 64 * 1024;

/// A Word document, and a PDF of one page, with the lines of a text as paragraphs.
std::string docx_of(const std::string& text);
std::string pdf_of(const std::string& text);

}  // namespace attest::test
