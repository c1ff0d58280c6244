#include <attest/query/unicode.hpp>

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace attest::unicode {
namespace {

/// One code point from `offset` on, which moves behind it; -1 for a byte that is no UTF-8.
UChar32 next(std::string_view text, std::size_t& offset) {
  auto i = static_cast<std::int64_t>(offset);
  const auto size = static_cast<std::int64_t>(text.size());
  UChar32 c = 0;
  U8_NEXT(reinterpret_cast<const std::uint8_t*>(text.data()), i, size, c);
  offset = c < 0 ? offset + 1 : static_cast<std::size_t>(i);
  return c;
}

/// One code point back from `offset`, which moves to its start.
UChar32 previous(std::string_view text, std::size_t& offset) {
  const std::size_t end = offset;
  std::size_t start = end - 1;
  while (start > 0 && end - start < 4 && U8_IS_TRAIL(text[start])) --start;
  std::size_t reached = start;
  const UChar32 c = next(text, reached);
  offset = reached == end ? start : end - 1;
  return reached == end ? c : -1;
}

bool is_in(UChar32 c, std::string_view set) {
  if (set.empty()) return c >= 0 && (u_isUWhiteSpace(c) || u_isWhitespace(c));
  for (std::size_t offset = 0; offset < set.size();)
    if (next(set, offset) == c) return true;
  return false;
}

const icu::Normalizer2& normalizer(NormalForm form) {
  UErrorCode status = U_ZERO_ERROR;
  switch (form) {
    case NormalForm::nfc:
      return *icu::Normalizer2::getNFCInstance(status);
    case NormalForm::nfd:
      return *icu::Normalizer2::getNFDInstance(status);
    case NormalForm::nfkc:
      return *icu::Normalizer2::getNFKCInstance(status);
    default:
      return *icu::Normalizer2::getNFKDInstance(status);
  }
}

}  // namespace

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) next(text, offset);
  return count;
}

std::size_t offset_of(std::string_view text, std::size_t index) {
  std::size_t offset = 0;
  for (; index > 0 && offset < text.size(); --index) next(text, offset);
  return offset;
}

std::string_view part(std::string_view text, std::size_t start, std::size_t count) {
  text.remove_prefix(offset_of(text, start));
  return text.substr(0, offset_of(text, count));
}

std::string_view last_part(std::string_view text, std::size_t count) {
  std::size_t offset = text.size();
  for (; count > 0 && offset > 0; --count) previous(text, offset);
  return text.substr(offset);
}

std::string reversed(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t end = text.size(); end > 0;) {
    std::size_t start = end;
    previous(text, start);
    result.append(text.substr(start, end - start));
    end = start;
  }
  return result;
}

std::string upper(std::string_view text) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToUpper("", 0, text, sink, nullptr, status);
  return result;
}

std::string lower(std::string_view text) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, text, sink, nullptr, status);
  return result;
}

std::string_view trim_start(std::string_view text, std::string_view set) {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    if (!is_in(next(text, offset), set)) return text.substr(start);
  }
  return {};
}

std::string_view trim_end(std::string_view text, std::string_view set) {
  for (std::size_t offset = text.size(); offset > 0;) {
    const std::size_t end = offset;
    if (!is_in(previous(text, offset), set)) return text.substr(0, end);
  }
  return {};
}

std::string normalize(std::string_view text, NormalForm form) {
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  UErrorCode status = U_ZERO_ERROR;
  normalizer(form).normalizeUTF8(0, text, sink, nullptr, status);
  return result;
}

}  // namespace attest::unicode
