#include "highlight.hpp"

#include <algorithm>
#include <attest/parser/token.hpp>
#include <cctype>

#include "terminal.hpp"

namespace attest::shell {
namespace {

bool is_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return std::isalnum(byte) || c == '_' || byte >= 0x80;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_keyword(std::string_view word) {
  std::string capitals(word);
  std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                 [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  const auto all = keywords();
  return std::find(all.begin(), all.end(), capitals) != all.end();
}

/// The end of a string or name in quotes that begins at `begin`.
std::size_t end_of_quoted(std::string_view text, std::size_t begin) {
  for (std::size_t i = begin + 1; i < text.size(); ++i) {
    if (text[i] == '\\' && text[begin] != '`')
      ++i;
    else if (text[i] == text[begin])
      return i + 1;
  }
  return text.size();
}

std::size_t end_of_comment(std::string_view text, std::size_t begin) {
  const bool line = text[begin + 1] == '/';
  const std::size_t end = text.find(line ? "\n" : "*/", begin + 2);
  return end == std::string_view::npos ? text.size() : line ? end : end + 2;
}

struct Piece {
  std::size_t end;
  Style style;
};

/// `before` is the last character that is no blank in front of the piece, 0 at the start.
Piece next_piece(std::string_view text, std::size_t at, char before) {
  const char c = text[at];
  const auto while_word = [&](std::size_t from) {
    return static_cast<std::size_t>(
        std::find_if_not(text.begin() + static_cast<std::ptrdiff_t>(from), text.end(), is_word) -
        text.begin());
  };
  if (c == '\'' || c == '"') return {end_of_quoted(text, at), Style::green};
  if (c == '`') return {end_of_quoted(text, at), before == ':' ? Style::cyan : Style::plain};
  if (c == '/' && at + 1 < text.size() && (text[at + 1] == '/' || text[at + 1] == '*'))
    return {end_of_comment(text, at), Style::dim};
  if (c == '$') return {while_word(at + 1), Style::yellow};
  if (is_digit(c)) return {while_word(at), Style::yellow};
  if (!is_word(c)) return {at + 1, Style::plain};
  const std::size_t end = while_word(at);
  if (before == ':' || before == '|') return {end, Style::cyan};
  const bool keyword = before != '.' && is_keyword(text.substr(at, end - at));
  return {end, keyword ? Style::blue : Style::plain};
}

}  // namespace

std::string highlighted(std::string_view text) {
  std::string out;
  char before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Piece piece = next_piece(text, at, before);
    const std::string_view raw = text.substr(at, piece.end - at);
    out += styled(raw, piece.style, true);
    if (!std::isspace(static_cast<unsigned char>(raw.back()))) before = raw.back();
    at = piece.end;
  }
  return out;
}

}  // namespace attest::shell
