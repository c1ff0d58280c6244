#include "display_width.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace attest {
namespace {

std::size_t width_of(UChar32 c) {
  const int8_t category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const auto width = static_cast<UEastAsianWidth>(u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH));
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// The code point at `at`, which moves past it; ill-formed bytes count as one column each.
UChar32 next_code_point(std::string_view text, std::size_t& at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  auto place = static_cast<std::int64_t>(at);
  UChar32 c = 0;
  U8_NEXT(bytes, place, static_cast<std::int64_t>(text.size()), c);
  at = static_cast<std::size_t>(place);
  return c < 0 ? 0xFFFD : c;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += width_of(next_code_point(text, at));
  return width;
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
  width = std::max<std::size_t>(width, 2);
  std::vector<std::string> lines;
  std::size_t begin = 0, filled = 0, blank = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const UChar32 c = next_code_point(text, at);
    filled += width_of(c);
    if (c == ' ') blank = here;
    if (filled <= width) continue;
    const bool at_blank = blank != std::string_view::npos && blank > begin;
    const std::size_t end = at_blank ? blank : here;
    lines.emplace_back(text.substr(begin, end - begin));
    begin = at_blank ? blank + 1 : here;
    blank = std::string_view::npos;
    filled = display_width(text.substr(begin, at - begin));
  }
  lines.emplace_back(text.substr(begin));
  return lines;
}

}  // namespace attest
