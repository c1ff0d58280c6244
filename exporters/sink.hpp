// Buffered text on its way to a stream: exporters append, whole blocks go out.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include <attest/graph/error.hpp>

namespace attest {

class Sink {
 public:
  explicit Sink(std::ostream& out) : out_(out) { buffer_.reserve(block + 4096); }

  Sink& operator<<(std::string_view text) {
    buffer_ += text;
    if (buffer_.size() >= block) flush();
    return *this;
  }
  Sink& operator<<(char c) {
    buffer_ += c;
    return *this;
  }

  /// The pending block, for writers that append to a string.
  std::string& buffer() { return buffer_; }

  /// Throws IoError where the stream does not take the text. Call once at the end.
  void flush() {
    out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    buffer_.clear();
    if (!out_) throw IoError("the output could not be written: the disk is full or the reader has gone");
  }

 private:
  static constexpr std::size_t block = std::size_t{1} << 16;
  std::ostream& out_;
  std::string buffer_;
};

}  // namespace attest
