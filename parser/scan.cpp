#include <attest/parser/scan.hpp>

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace attest::parser_detail {

std::size_t blank_length(std::string_view text, std::size_t offset) {
  unsigned char c = static_cast<unsigned char>(text[offset]);
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F) ? 1 : 0;
  const char* bytes = text.data() + offset;
  auto length = static_cast<int32_t>(std::min<std::size_t>(text.size() - offset, U8_MAX_LENGTH));
  int32_t at = 0;
  UChar32 point = 0;
  U8_NEXT(bytes, at, length, point);
  bool blank = point == 0xFEFF || (point >= 0 && u_isUWhiteSpace(point));
  return blank ? static_cast<std::size_t>(at) : 0;
}

bool at_comment(std::string_view text, std::size_t offset) {
  std::string_view sign = text.substr(offset, 2);
  return sign == "//" || sign == "/*";
}

std::size_t end_of_comment(std::string_view text, std::size_t offset) {
  if (text[offset + 1] == '/') return std::min(text.find('\n', offset), text.size());
  std::size_t close = text.find("*/", offset + 2);
  return close == std::string_view::npos ? close : close + 2;
}

void advance(ast::Position& place, std::string_view text, std::size_t end) {
  for (; place.offset < end; ++place.offset) {
    const auto c = static_cast<unsigned char>(text[place.offset]);
    if (c == '\n') {
      ++place.line;
      place.column = 1;
    } else if ((c & 0xC0) != 0x80) {
      ++place.column;
    }
  }
}

}  // namespace attest::parser_detail
