// Files as bytes, and the name of bytes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace attest::extract {

/// All bytes of a regular file. Throws IoError with the file's name and the reason.
std::string read_bytes(const std::filesystem::path& file);

/// SHA-256 (FIPS 180-4) in lower-case hexadecimal.
std::string sha256_hex(std::string_view bytes);

}  // namespace attest::extract
