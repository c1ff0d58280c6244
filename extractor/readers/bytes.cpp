#include <attest/extractor/readers/bytes.hpp>

#include <fmt/format.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <system_error>

#include <attest/graph/error.hpp>

namespace attest::extract {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

[[noreturn]] void fail(const std::filesystem::path& file, int error) {
  throw IoError(fmt::format("cannot read {}: {}", file.string(), std::generic_category().message(error)));
}

}  // namespace

std::string read_bytes(const std::filesystem::path& file) {
  const std::unique_ptr<std::FILE, CloseFile> handle(std::fopen(file.c_str(), "rb"));
  if (!handle) fail(file, errno);
  struct stat info;
  if (fstat(fileno(handle.get()), &info) != 0) fail(file, errno);
  if (S_ISDIR(info.st_mode)) fail(file, EISDIR);
  std::string bytes(static_cast<std::size_t>(info.st_size > 0 ? info.st_size : 0), '\0');
  std::size_t filled = 0;
  // A file may grow or shrink while it is read, and some (pipes) know no size.
  for (;;) {
    if (filled == bytes.size())
      bytes.resize(filled + (filled ? std::min<std::size_t>(filled, 1 << 20) : 65536));
    const std::size_t got = std::fread(bytes.data() + filled, 1, bytes.size() - filled, handle.get());
    filled += got;
    if (got == 0) break;
  }
  if (std::ferror(handle.get())) fail(file, errno);
  bytes.resize(filled);
  return bytes;
}

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned int length = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1)
    throw Error("SHA-256 is not available in this OpenSSL");
  std::string hex;
  for (unsigned int i = 0; i < length; ++i) fmt::format_to(std::back_inserter(hex), "{:02x}", digest[i]);
  return hex;
}

}  // namespace attest::extract
