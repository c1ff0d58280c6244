#include <attest/extractor/training/files.hpp>

#include <cstdio>
#include <cstring>
#include <fstream>

#include <attest/graph/error.hpp>

namespace attest::extract::training {

ModelFile::ModelFile(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError("cannot read the model file " + path.string() + "; train the earlier steps first");
  std::vector<std::byte> bytes(std::filesystem::file_size(path));
  in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  lines_.resize(bytes.size() / sizeof(Line) + 1);
  if (!bytes.empty()) std::memcpy(lines_.data(), bytes.data(), bytes.size());
  bytes_ = Bytes(reinterpret_cast<const std::byte*>(lines_.data()), bytes.size());
}

void write_file(const std::filesystem::path& path, const std::vector<std::byte>& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) throw IoError("cannot write " + path.string());
  std::printf("%s: %.2f MB\n", path.string().c_str(), static_cast<double>(bytes.size()) / 1e6);
}

}  // namespace attest::extract::training
