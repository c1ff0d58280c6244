#include <attest/extractor/structure/lines.hpp>

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <array>
#include <cctype>

#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// White space of any script at the ends; U+00A0 and the zero-width marks are common in converted text.
Span trim(std::string_view text, Span span) {
  constexpr std::array<std::string_view, 6> wide{"\xC2\xA0",     "\xE2\x80\x8B", "\xEF\xBB\xBF",
                                                 "\xE2\x80\xAF", "\xE2\x80\x89", "\xE3\x80\x80"};
  const auto step = [&](bool front) -> std::uint32_t {
    const std::string_view rest = text.substr(span.begin, span.size());
    if (rest.empty()) return 0;
    if (is_one_of(front ? rest.front() : rest.back(), " \t\v")) return 1;
    for (const auto space : wide)
      if (front ? rest.starts_with(space) : rest.ends_with(space))
        return static_cast<std::uint32_t>(space.size());
    return 0;
  };
  while (const std::uint32_t width = step(true)) span.begin += width;
  while (const std::uint32_t width = step(false)) span.end -= width;
  return span;
}

std::size_t count_front(std::string_view text, char c) {
  return std::min(text.find_first_not_of(c), text.size());
}

bool is_rule(std::string_view line) {
  if (line.size() < 3 || !is_one_of(line.front(), "-*_=~")) return false;
  const std::size_t shown = static_cast<std::size_t>(std::count(line.begin(), line.end(), line.front()));
  return shown >= 3 && line.find_first_not_of(std::string{line.front(), ' '}) == std::string_view::npos;
}

/// "12", "- 12 -", "Page 3 of 10", "xiv".
bool is_page_number(std::string_view line) {
  if (line.empty() || line.size() > 24) return false;
  std::string bare;
  for (const char c : line)
    if (!is_one_of(c, " -|/.")) bare += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (bare.starts_with("page")) bare.erase(0, 4);
  if (bare.ends_with("page")) bare.erase(bare.size() - 4);
  if (const auto of = bare.find("of"); of != std::string::npos) bare.erase(of, 2);
  if (bare.empty() || bare.size() > 8) return false;
  const bool digits = bare.find_first_not_of("0123456789") == std::string::npos;
  const bool roman = bare.size() <= 6 && bare.find_first_not_of("ivxl") == std::string::npos;
  return digits || (roman && line.size() <= 8);
}

/// Bytes of a list marker at the front ("- ", "• ", "12. ", "a) ", "(iv) "), 0 where there is none.
std::size_t list_marker(std::string_view line) {
  constexpr std::array<std::string_view, 12> bullets{"-",
                                                     "*",
                                                     "+",
                                                     "\xE2\x80\xA2",
                                                     "\xE2\x80\xA3",
                                                     "\xE2\x97\xA6",
                                                     "\xE2\x96\xAA",
                                                     "\xE2\x97\x8F",
                                                     "\xC2\xB7",
                                                     "\xE2\x80\x93",
                                                     "\xE2\x96\xA0",
                                                     "\xEF\x82\xB7"};
  std::size_t at = 0;
  for (const auto bullet : bullets)
    if (line.starts_with(bullet)) at = bullet.size();
  const auto gap = [&](std::size_t from) {
    std::size_t end = from;
    while (end < line.size() && (line[end] == ' ' || line[end] == '\t')) ++end;
    return end;
  };
  if (at) {
    const std::size_t end = gap(at);
    if (end == at || end == line.size()) return 0;
    const std::size_t more = list_marker(line.substr(end));  // "- a. text"
    return end + (is_digit(line[end]) ? 0 : more);
  }
  const bool bracket = !line.empty() && line.front() == '(';
  at = bracket;
  const std::size_t first = at;
  while (at < line.size() && at - first < 4 && is_digit(line[at])) ++at;
  if (at == first) {
    while (at < line.size() && at - first < 5 && is_one_of(line[at], "ivx")) ++at;
    if (at == first && at < line.size() && is_alpha(line[at]) && (bracket || line[at] >= 'a')) ++at;
  } else if (at - first > 3) {
    return 0;  // a year, not a number of a list
  }
  if (at == first || at >= line.size()) return 0;
  if (bracket ? line[at] != ')' : !is_one_of(line[at], ".)")) return 0;
  const std::size_t end = gap(at + 1);
  return end == at + 1 || end == line.size() ? 0 : end;
}

/// "<sup>12</sup> …", "[12] …", "[^1]: …".
bool is_footnote(std::string_view line) {
  if (line.starts_with("<sup>")) return true;
  if (line.size() < 3 || line.front() != '[') return false;
  std::size_t at = 1;
  if (line[at] == '^') return line.substr(0, 24).find("]:") != std::string_view::npos;
  while (at < line.size() && at < 5 && is_digit(line[at])) ++at;
  return at > 1 && at < line.size() && line[at] == ']';
}

bool is_link(std::string_view line) {
  if (!line.empty() && line.front() == '<') line.remove_prefix(1);
  if (!line.starts_with("http://") && !line.starts_with("https://") && !line.starts_with("www."))
    return false;
  return line.find(' ') == std::string_view::npos || line.substr(line.find(' ')).starts_with(" (accessed");
}

/// A row of a table of contents: dot leaders and a page number.
bool is_contents_row(std::string_view line) {
  if (line.empty() || !is_digit(line.back())) return false;
  const std::string_view tail = line.substr(line.size() - std::min<std::size_t>(line.size(), 40));
  return tail.find("....") != std::string_view::npos || tail.find(". . .") != std::string_view::npos ||
         tail.find("\xE2\x80\xA6\xE2\x80\xA6") != std::string_view::npos;
}

/// Between bars, or in cells between tabs; a paragraph in which tabs happen to stand is none.
bool is_table_row(std::string_view line) {
  constexpr std::size_t longest_cell = 160;  // bytes, on average
  if (line.front() == '|' && line.back() == '|' && line.size() > 2) return true;
  const auto tabs = static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
  return tabs >= 2 && line.size() <= longest_cell * (tabs + 1);
}

std::string lower_words(std::string_view line) {
  std::string words;
  for (const char c : line) {
    const auto u = static_cast<unsigned char>(c);
    if (is_alpha(c) || u >= 0x80)
      words += static_cast<char>(u < 0x80 ? std::tolower(u) : u);
    else if (!words.empty() && words.back() != ' ')
      words += ' ';
  }
  while (!words.empty() && words.back() == ' ') words.pop_back();
  return words;
}

}  // namespace

bool is_furniture_label(std::string_view line) {
  if (line.size() > 90) return false;
  static constexpr auto labels = std::to_array<std::string_view>({"about us",
                                                                  "accept all cookies",
                                                                  "ad",
                                                                  "add to favorites",
                                                                  "ads",
                                                                  "advertisement",
                                                                  "advertising",
                                                                  "all rights reserved",
                                                                  "back to top",
                                                                  "bookmark",
                                                                  "breaking news",
                                                                  "click to share",
                                                                  "comment",
                                                                  "comments",
                                                                  "contact us",
                                                                  "continue reading",
                                                                  "cookie policy",
                                                                  "cookie settings",
                                                                  "copy link",
                                                                  "download pdf",
                                                                  "email",
                                                                  "email this",
                                                                  "facebook",
                                                                  "follow us",
                                                                  "home",
                                                                  "instagram",
                                                                  "latest news",
                                                                  "leave a comment",
                                                                  "leave a reply",
                                                                  "like this",
                                                                  "linkedin",
                                                                  "listen",
                                                                  "load more",
                                                                  "log in",
                                                                  "login",
                                                                  "main menu",
                                                                  "menu",
                                                                  "most popular",
                                                                  "most read",
                                                                  "news",
                                                                  "newsletter",
                                                                  "next",
                                                                  "next article",
                                                                  "pin it",
                                                                  "pinterest",
                                                                  "previous",
                                                                  "previous article",
                                                                  "print",
                                                                  "print this",
                                                                  "privacy policy",
                                                                  "read also",
                                                                  "read more",
                                                                  "recommended",
                                                                  "related",
                                                                  "related articles",
                                                                  "related news",
                                                                  "related posts",
                                                                  "reply",
                                                                  "save",
                                                                  "search",
                                                                  "share",
                                                                  "share this",
                                                                  "sign in",
                                                                  "sign up",
                                                                  "skip to content",
                                                                  "skip to main content",
                                                                  "subscribe",
                                                                  "subscribe now",
                                                                  "support us",
                                                                  "tags",
                                                                  "telegram",
                                                                  "terms of service",
                                                                  "terms of use",
                                                                  "trending",
                                                                  "tweet",
                                                                  "twitter",
                                                                  "view all",
                                                                  "whatsapp",
                                                                  "you may also like",
                                                                  "youtube"});
  static constexpr auto openings = std::to_array<std::string_view>(
      {"click here to", "copyright", "follow us on", "pin it on", "please enable javascript", "share on",
       "share this article", "share this on", "share via", "sign up for", "subscribe to our",
       "this site uses cookies", "we use cookies", "your email address will not"});
  const std::string words = lower_words(line);
  if (words.empty() || words.size() > 80) return false;
  const auto is = [&](std::string_view label) { return words == label; };
  const auto opens = [&](std::string_view label) {
    return words.starts_with(label) && (words.size() == label.size() || words[label.size()] == ' ');
  };
  return std::any_of(labels.begin(), labels.end(), is) ||
         std::any_of(openings.begin(), openings.end(), opens);
}

namespace {

void set(Line& line, LineKind kind, std::size_t marker = 0) {
  line.kind = kind;
  line.content.begin = line.span.begin + static_cast<std::uint32_t>(marker);
}

void classify(std::string_view text, Line& line) {
  const std::string_view shown = text.substr(line.span.begin, line.span.size());
  if (shown.empty()) return set(line, LineKind::blank);
  if (const std::size_t marks = count_front(shown, '#'); marks && marks <= 6) {
    const std::size_t start = std::min(shown.find_first_not_of(" \t", marks), shown.size());
    if (start > marks) {
      line.level = static_cast<std::uint8_t>(marks);
      return set(line, LineKind::heading, start);
    }
  }
  if (is_rule(shown)) return set(line, LineKind::rule);
  if (shown.starts_with("```") || shown.starts_with("~~~")) return set(line, LineKind::fence);
  if (is_footnote(shown)) return set(line, LineKind::footnote);
  if (is_link(shown)) return set(line, LineKind::link);
  if (is_page_number(shown)) return set(line, LineKind::page_number);
  if (is_furniture_label(shown)) return set(line, LineKind::furniture);
  if (shown.starts_with("> ")) return set(line, LineKind::quotation, 2);
  if (abbreviation_row(text, line.span).found()) return set(line, LineKind::abbreviation);
  if (is_contents_row(shown) || is_table_row(shown)) return set(line, LineKind::table);
  if (const std::size_t marker = list_marker(shown)) return set(line, LineKind::list_item, marker);
  set(line, LineKind::text);
}

/// "ICRC", "CoE", "U.N.", "ECtHR": short, no space, at least two capitals or all capitals.
bool is_acronym(std::string_view word) {
  if (word.size() < 2 || word.size() > 14) return false;
  std::size_t upper = 0;
  for (const char c : word) {
    if (!is_alpha(c) && !is_digit(c) && !is_one_of(c, "&./-")) return false;
    upper += c >= 'A' && c <= 'Z';
  }
  return upper >= 2 && word.front() >= 'A' && word.front() <= 'Z';
}

std::size_t line_end(std::string_view text, std::size_t from) {
  // U+2028 and U+2029 begin with E2 80; searched for only where that byte stands.
  for (std::size_t at = text.find_first_of("\n\r\f\xE2", from); at != std::string_view::npos;
       at = text.find_first_of("\n\r\f\xE2", at + 1)) {
    if (text[at] != '\xE2') return at;
    const std::string_view c = text.substr(at, 3);
    if (c == "\xE2\x80\xA8" || c == "\xE2\x80\xA9") return at;
  }
  return text.size();
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = line_end(text, at);
    Line line;
    line.span = trim(text, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    line.content = line.span;
    classify(text, line);
    const bool page = end < text.size() && text[end] == '\f';
    if (!page || line.kind != LineKind::blank) lines.push_back(line);
    if (page) {
      line.span = line.content = {static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(end + 1)};
      line.kind = LineKind::page_break;
      lines.push_back(line);
    }
    at = end + 1;
    if (end < text.size() && text[end] == '\r' && at < text.size() && text[at] == '\n') ++at;
    if (end < text.size() && text[end] == '\xE2') at = end + 3;
  }
  return lines;
}

AbbreviationRow abbreviation_row(std::string_view text, Span line) {
  Span rest = line;
  std::string_view shown = text.substr(line.begin, line.size());
  if (shown.size() > 200) return {};
  if (shown.size() > 2 && shown.starts_with("|") && shown.ends_with("|")) {
    rest = trim(text, {line.begin + 1, line.end - 1});
    shown = text.substr(rest.begin, rest.size());
  }
  const std::size_t word = std::min(shown.find_first_of(" \t|:\xE2"), shown.size());
  if (!is_acronym(shown.substr(0, word))) return {};
  std::size_t gap = word, wide = 0;
  while (gap < shown.size()) {
    const std::string_view here = shown.substr(gap);
    if (here.front() == '\t' || here.front() == '|' || here.front() == ':' || here.starts_with("- ")) {
      wide += 2;
    } else if (here.starts_with("\xE2\x80\x93") || here.starts_with("\xE2\x80\x94")) {
      wide += 2;
      gap += 2;
    } else if (here.front() == ' ') {
      ++wide;
    } else {
      break;
    }
    ++gap;
  }
  if (wide < 2 || gap >= shown.size()) return {};
  const std::string_view expansion = shown.substr(gap);
  const bool words =
      expansion.find(' ') != std::string_view::npos || expansion.find('-') != std::string_view::npos;
  if (!words || expansion.find('|') != std::string_view::npos ||
      expansion.find('\t') != std::string_view::npos || expansion.front() < 'A' || expansion.front() > 'Z' ||
      ends_sentence(expansion))
    return {};
  const auto at = rest.begin;
  return {{at, at + static_cast<std::uint32_t>(word)}, {at + static_cast<std::uint32_t>(gap), rest.end}};
}

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 8> closing{"\"",           "'",           ")", "]", "*", "_",
                                                    "\xE2\x80\x9D", "\xE2\x80\x99"};
  for (bool more = true; more && !text.empty();) {
    more = false;
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (text.ends_with("</sup>")) {
      const std::size_t open = text.rfind("<sup>");
      if (open == std::string_view::npos) break;
      text = text.substr(0, open);
      more = true;
    } else if (text.ends_with("]") && text.size() > 2 && is_digit(text[text.size() - 2])) {
      const std::size_t open = text.rfind('[');
      if (open == std::string_view::npos || text.size() - open > 6) break;
      text = text.substr(0, open);
      more = true;
    }
    for (const auto mark : closing)
      if (text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        more = true;
        break;
      }
  }
  return text.empty() || is_one_of(text.back(), ".!?:;") || text.ends_with("\xE2\x80\xA6");
}

bool starts_lower(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    UChar32 c;
    U8_NEXT(text.data(), at, text.size(), c);
    if (c < 0) return false;
    if (u_isalpha(c)) return u_islower(c);
    const auto type = u_charType(c);
    const bool opening =
        type == U_START_PUNCTUATION || type == U_INITIAL_PUNCTUATION || c == '"' || c == '\'';
    if (!opening) return false;
  }
  return false;
}

}  // namespace attest::extract
