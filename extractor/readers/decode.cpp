#include <attest/extractor/readers/decode.hpp>

#include <unicode/ucnv.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>

#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
// UTF-32LE before UTF-16LE: its mark begins with the other's.
constexpr std::array<Mark, 5> marks{{{{"\xEF\xBB\xBF", 3}, "UTF-8"},
                                     {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                                     {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                                     {{"\xFF\xFE", 2}, "UTF-16LE"},
                                     {{"\xFE\xFF", 2}, "UTF-16BE"}}};

std::optional<Mark> mark_of(std::string_view bytes) {
  for (const Mark& mark : marks)
    if (bytes.starts_with(mark.bytes)) return mark;
  return std::nullopt;
}

/// English text in UTF-16 has a zero in nearly every other byte.
const char* encoding_by_zeros(std::string_view bytes) {
  const std::size_t sample = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  if (sample < 4) return nullptr;
  std::size_t even = 0, odd = 0;
  for (std::size_t i = 0; i < sample; i += 2) {
    even += bytes[i] == '\0';
    odd += bytes[i + 1] == '\0';
  }
  const std::size_t many = sample / 2 * 7 / 10, few = sample / 2 / 20;
  if (odd >= many && even <= few) return "UTF-16LE";
  if (even >= many && odd <= few) return "UTF-16BE";
  return nullptr;
}

std::size_t ascii_prefix(std::string_view bytes) {
  std::size_t i = 0;
  for (; i + 8 <= bytes.size(); i += 8) {
    std::uint64_t word;
    std::memcpy(&word, bytes.data() + i, 8);
    // Any high bit, or any zero byte, ends the fast stretch.
    if ((word & 0x8080808080808080u) || ((word - 0x0101010101010101u) & ~word & 0x8080808080808080u)) break;
  }
  return i;
}

Decoded decode_utf8(std::string_view bytes) {
  Decoded result;
  result.encoding = "UTF-8";
  result.text.reserve(bytes.size());
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (const std::size_t plain = ascii_prefix(bytes.substr(at))) {
      result.text.append(bytes.substr(at, plain));
      at += plain;
      if (at == bytes.size()) break;
    }
    const std::size_t start = at;
    UChar32 c;
    const char* text = bytes.data();
    U8_NEXT(text, at, bytes.size(), c);
    if (c > 0) {
      result.text.append(bytes.substr(start, at - start));
    } else {
      result.text.append(replacement);
      ++result.replaced;
    }
  }
  return result;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// Streams through a small buffer, so that memory stays at input plus output.
std::optional<Decoded> convert(std::string_view bytes, const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter from(ucnv_open(charset, &status));
  const Converter to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return std::nullopt;
  Decoded result;
  std::array<char, 16384> out;
  std::array<UChar, 8192> pivot;
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  bool first = true;
  do {
    status = U_ZERO_ERROR;
    char* target = out.data();
    ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, end, pivot.data(),
                   &pivot_source, &pivot_target, pivot.data() + pivot.size(), first, true, &status);
    result.text.append(out.data(), target);
    first = false;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status)) return std::nullopt;
  Decoded clean = decode_utf8(result.text);  // NULs, and a count of what was replaced
  for (std::size_t at = result.text.find(replacement); at != std::string::npos;
       at = result.text.find(replacement, at + 3))
    ++clean.replaced;
  clean.encoding = charset;
  return clean;
}

}  // namespace

Decoded decode(std::string_view bytes) {
  if (const auto mark = mark_of(bytes)) {
    bytes.remove_prefix(mark->bytes.size());
    if (std::string_view(mark->encoding) != "UTF-8")
      if (auto text = convert(bytes, mark->encoding)) return *std::move(text);
    return decode_utf8(bytes);
  }
  if (const char* encoding = encoding_by_zeros(bytes))
    if (auto text = convert(bytes, encoding)) return *std::move(text);
  return decode_utf8(bytes);
}

Decoded decode_as(std::string_view bytes, const std::string& charset) {
  if (charset.empty() || mark_of(bytes)) return decode(bytes);
  UErrorCode status = U_ZERO_ERROR;
  const char* canonical = ucnv_getAlias(charset.c_str(), 0, &status);
  if (!canonical || U_FAILURE(status) || std::string_view(canonical) == "UTF-8") return decode(bytes);
  if (auto text = convert(bytes, canonical)) return *std::move(text);
  return decode(bytes);
}

bool looks_binary(std::string_view bytes) {
  if (mark_of(bytes) || encoding_by_zeros(bytes)) return false;
  const std::string_view sample = bytes.substr(0, 65536);
  if (sample.substr(0, 8192).find('\0') != std::string_view::npos) return true;
  const Decoded decoded = decode_utf8(sample);
  std::size_t controls = 0;
  for (const char c : decoded.text)
    controls += static_cast<unsigned char>(c) < 0x20 && !is_one_of(c, "\t\n\r\f\v\b\x1B");
  return controls + decoded.replaced > decoded.text.size() * 3 / 10;
}

}  // namespace attest::extract
