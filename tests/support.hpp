// What tests share: where the project, the optional data and the binary are.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace attest::test {

inline std::filesystem::path from_environment(const char* variable) {
  const char* value = std::getenv(variable);
  return value ? value : "";
}

/// Root of the project's sources.
inline std::filesystem::path source_dir() {
  return from_environment("ATTEST_SOURCE_DIR");
}
/// The optional evaluation data; a test that needs it skips with a message where the folder is absent.
inline std::filesystem::path shared_dir() {
  return from_environment("ATTEST_SHARED_DIR");
}
/// The built `attest` binary.
inline std::filesystem::path binary() {
  return from_environment("ATTEST_BINARY");
}

/// A folder of its own for one test, removed when the test ends.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string pattern = (std::filesystem::temp_directory_path() / "attest-test-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace attest::test
