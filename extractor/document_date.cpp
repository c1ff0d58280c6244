// The date that a document gives itself: a line of its own, a label, a dateline, the stamp of a wire report.
#include <attest/extractor/dates.hpp>

#include <algorithm>

#include <attest/extractor/date_grammar.hpp>

namespace attest::extract {
namespace {

using Anchor = DateExpression::Anchor;

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
  }));
}

bool contains_label(std::string_view before) {
  std::string lower(before);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  for (auto label : {"publish", "posted", "updated", "date", "issued", "released"})
    if (lower.find(label) != std::string::npos) return true;
  return false;
}

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "Monday, May 18, 2015 Two ships collided": the day of the week leads, and nothing joins the date to the
// text that goes on behind it.
bool opens_item(std::string_view before, std::string_view date, std::string_view after) {
  const bool leads = before.empty() && !date.empty() && is_upper(date[0]) && date.find("day") < 10;
  return leads && after.size() > 1 && after[0] == ' ' && (is_upper(after[1]) || is_lower(after[1]));
}

// "Address To The Council August 8, 1974 Good evening": behind a title, before a sentence. `line` is one of
// the first.
bool ends_title(std::string_view before, std::string_view after) {
  if (after.size() < 2 || after[0] != ' ' || !is_upper(after[1])) return false;
  constexpr std::size_t short_word = 3;  // letters: "of", "the"
  std::size_t words = 0;
  for (std::size_t at = 0; at < before.size();) {
    const std::size_t end = std::min(before.find(' ', at), before.size());
    const std::string_view word = before.substr(at, end - at);
    if (word.find_first_of(".,;:!?") != std::string_view::npos) return false;
    if (word.size() > short_word && !is_upper(word[0])) return false;
    words += word.size() > short_word;
    at = end + 1;
  }
  return words >= 2;
}

// "Remarks at the Club, Norwood, Ohio, May 12, 2023", "Speech by the Governor, 12 May 2023, Oslo": behind a
// comma, at the end of a line that is no sentence.
bool closes_title(std::string_view before, std::string_view after) {
  constexpr std::size_t longest = 120, short_tail = 24;  // bytes, letters
  if (before.empty() || before.size() > longest || !is_upper(before[0]) || !before.ends_with(", "))
    return false;
  const bool bare = after.empty() || (after[0] == ',' && letters_in(after) <= short_tail);
  return bare && after.find('.') == std::string_view::npos;
}

// "XYZ 0312 2002-07-31 21:30": the time of day behind it, and no word in small letters before.
bool is_stamp(std::string_view before, std::string_view after) {
  if (before.size() > 60 || std::any_of(before.begin(), before.end(), is_lower)) return false;
  return after.size() > 3 && (after[0] == ' ' || after[0] == 'T') && is_digit(after[1]) &&
         is_digit(after[2]) && after[3] == ':';
}

// A stop behind more than one letter, unlike those of "D.C." and "N. Y.".
bool ends_sentence(std::string_view text) {
  for (auto at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
    const bool initial = at > 0 && is_upper(text[at - 1]) && (at == 1 || !is_lower(text[at - 2])) &&
                         (at == 1 || !is_upper(text[at - 2]));
    if (!initial) return true;
  }
  return false;
}

// "LONDON, ", "Washington, D.C. (AP), ": nothing but a short line head in front of the date.
bool is_dateline(std::string_view before, std::string_view after) {
  if (before.size() > 50 || before.find_first_of("!?;") != std::string_view::npos || ends_sentence(before))
    return false;
  if (!before.empty() && !(before[0] >= 'A' && before[0] <= 'Z')) return false;
  const auto next = after.find_first_not_of(" )");
  if (next == std::string_view::npos) return true;
  const std::string_view rest = after.substr(next);
  return rest[0] == '(' || rest[0] == '-' || rest.substr(0, 2) == "\xE2\x80" || rest.substr(0, 2) == "//";
}

bool dates_the_document(std::string_view line, Span date, bool among_first) {
  const std::string_view before = line.substr(0, date.begin), after = line.substr(date.end);
  if (opens_item(before, line.substr(date.begin, date.size()), after) || is_stamp(before, after)) return true;
  if (among_first && ends_title(before, after)) return true;
  if (among_first && closes_title(before, after)) return true;
  constexpr std::size_t short_line = 16, short_tail = 24;  // letters
  const std::size_t behind = letters_in(after), around = letters_in(before) + behind;
  if (around == 0) return true;
  if (around <= short_line && line.find_first_of("()") == std::string_view::npos) return true;
  return (before.size() < 60 && behind <= short_tail && contains_label(before)) || is_dateline(before, after);
}

// Without the marks of emphasis or of a heading: "*By A. Writer, London, 9 May 2008*".
Span without_markup(std::string_view text, Span line) {
  const auto is_markup = [&](std::uint32_t at) {
    return text[at] == '*' || text[at] == '_' || text[at] == '#' || text[at] == '>' || text[at] == ' ';
  };
  while (line.begin < line.end && is_markup(line.begin)) ++line.begin;
  while (line.end > line.begin && is_markup(line.end - 1)) --line.end;
  return line;
}

// Three digits in a row, which most lines have not.
bool may_have_year(std::string_view line) {
  std::size_t digits = 0;
  for (std::size_t at = 0; at < line.size() && digits < 3; ++at) digits = is_digit(line[at]) ? digits + 1 : 0;
  return digits == 3;
}

std::optional<DateMention> date_of_line(std::string_view text, Span line) {
  constexpr std::uint32_t head = 300;  // bytes
  line = without_markup(text, line);
  const std::string_view written = text.substr(line.begin, line.size());
  if (!may_have_year(written)) return std::nullopt;
  std::vector<Lexeme> lexemes;
  append_lexemes(text, line, 0, lexemes);
  for (const DateExpression& expression : read_expressions(lexemes)) {
    if (expression.anchor != Anchor::none || expression.value.last || expression.value.open) continue;
    if (expression.value.first.precision != Precision::day) continue;
    const Span span{lexemes[expression.first].span.begin, lexemes[expression.last - 1].span.end};
    const Span within{span.begin - line.begin, span.end - line.begin};
    if (!dates_the_document(written, within, line.begin < head)) continue;
    return DateMention{span, 0, 0, to_edtf(expression.value)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<DateMention> find_document_date(std::string_view text) {
  text = text.substr(0, 3000);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const Span line{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(std::min(end, at + 300))};
    if (auto found = date_of_line(text, line)) return found;
    at = end + 1;
  }
  return std::nullopt;
}

std::optional<Span> find_stamp(std::string_view text) {
  constexpr std::size_t shortest = 24;  // bytes; with less behind it the date has the line for itself
  const auto own = find_document_date(text);
  if (!own) return std::nullopt;
  const std::size_t at = own->span.end, end = std::min(text.find('\n', at), text.size());
  const bool goes_on = end - at >= shortest && text[at] == ' ' &&
                       (is_upper(text[at + 1]) || is_lower(text[at + 1]) || is_digit(text[at + 1]));
  return goes_on ? std::optional(own->span) : std::nullopt;
}

std::optional<PartialDate> date_written(const Document& document) {
  if (const auto given = parse_edtf(document.date)) return given->first;
  if (const auto found = find_document_date(document.text))
    if (const auto read = parse_edtf(found->edtf)) return read->first;
  return std::nullopt;
}

}  // namespace attest::extract
