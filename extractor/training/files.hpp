// Model files on disk.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include <attest/extractor/model/container.hpp>

namespace attest::extract::training {

/// A file's bytes, aligned for reading in place.
class ModelFile {
 public:
  explicit ModelFile(const std::filesystem::path& path);
  Bytes bytes() const { return bytes_; }

 private:
  struct alignas(64) Line {
    std::byte bytes[64];
  };
  std::vector<Line> lines_;
  Bytes bytes_;
};

void write_file(const std::filesystem::path& path, const std::vector<std::byte>& bytes);

}  // namespace attest::extract::training
