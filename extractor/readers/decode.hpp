// Bytes to Unicode text, whatever they hold. Never throws; what could not be read is counted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace attest::extract {

struct Decoded {
  std::string text;            ///< valid UTF-8, without a byte-order mark
  std::string encoding;        ///< "UTF-8", "UTF-16LE" …: what the bytes were read as
  std::uint64_t replaced = 0;  ///< ill-formed sequences (and NULs) that became U+FFFD
};

/// Decodes by byte-order mark, by the pattern of zero bytes (UTF-16 without a mark), else as UTF-8 with
/// each maximal ill-formed subpart replaced (Unicode 15, section 3.9). Linear time.
Decoded decode(std::string_view bytes);

/// Decodes bytes of a named charset ("windows-1252"), as HTML declares it; as `decode` does where the name is
/// unknown.
Decoded decode_as(std::string_view bytes, const std::string& charset);

/// True where the bytes are no text in any encoding that decode knows.
bool looks_binary(std::string_view bytes);

}  // namespace attest::extract
