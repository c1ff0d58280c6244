#include <algorithm>
#include <string>

#include <fmt/format.h>

#include <attest/parser/parse.hpp>

namespace attest {
namespace {

/// Code points shown of a line; of longer lines, those around the error.
constexpr std::size_t widest = 100;

std::string_view line_of(std::string_view source, std::uint32_t line) {
  for (; line > 1; --line) {
    std::size_t end = source.find('\n');
    if (end == std::string_view::npos) return {};
    source.remove_prefix(end + 1);
  }
  std::string_view text = source.substr(0, source.find('\n'));
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

bool starts_point(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

/// Byte offset of a code point, counted from 0; the size where there are fewer.
std::size_t byte_of(std::string_view text, std::size_t point) {
  std::size_t at = 0;
  while (at < text.size() && (point > 0 || !starts_point(text[at]))) {
    ++at;
    while (at < text.size() && !starts_point(text[at])) ++at;
    --point;
  }
  return at;
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_point));
}

bool in_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// The word that starts at the error, else one character.
std::size_t marked(std::string_view rest) {
  std::size_t end = 0;
  while (end < rest.size() && in_word(rest[end])) ++end;
  return std::max<std::size_t>(1, length(rest.substr(0, end)));
}

/// Control characters would move the caret; a tab counts as one column.
std::string printable(std::string_view text) {
  std::string out(text);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return out;
}

}  // namespace

std::string render_error(const QueryError& error, std::string_view source) {
  std::string text = fmt::format("{}: {}", error.type(), error.what());
  if (error.line() == 0) return text;
  std::string_view line = line_of(source, error.line());
  std::size_t column = error.column() > 0 ? error.column() - 1 : 0;
  std::size_t from = column > widest * 3 / 4 ? column - widest / 2 : 0;
  std::string_view window = line.substr(byte_of(line, from));
  std::string_view rest = window.substr(byte_of(window, column - from));
  bool cut_right = length(window) > widest;
  window = window.substr(0, byte_of(window, widest));
  std::size_t carets = std::min(marked(rest), from + widest > column ? from + widest - column : 1);
  std::string number = std::to_string(error.line());
  std::string margin(number.size(), ' ');
  std::string before = from > 0 ? "…" : "";
  text += fmt::format("\n {}--> line {}, column {}\n {} |\n {} | {}{}{}\n {} | {}{}", margin, error.line(),
                      error.column(), margin, number, before, printable(window), cut_right ? "…" : "", margin,
                      std::string(column - from + (from > 0 ? 1 : 0), ' '), std::string(carets, '^'));
  return text;
}

}  // namespace attest
