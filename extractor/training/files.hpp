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
  /// A file that is not on disk yet.
  explicit ModelFile(const std::vector<std::byte>& bytes) { assign(bytes); }
  Container container() const { return Container(bytes_); }

 private:
  void assign(Bytes bytes);
  struct alignas(64) Line {
    std::byte bytes[64];
  };
  std::vector<Line> lines_;
  Bytes bytes_;
};

void write_file(const std::filesystem::path& path, const std::vector<std::byte>& bytes);

}  // namespace attest::extract::training
