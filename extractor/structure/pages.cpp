#include <attest/extractor/structure/pages.hpp>

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace attest::extract {
namespace {

constexpr std::size_t title_page = 40;  // lines at the top, where a running head may be the title itself

bool is_break(const std::vector<Line>& lines, std::size_t i) {
  return i >= lines.size() || lines[i].kind == LineKind::blank || lines[i].kind == LineKind::page_break ||
         lines[i].kind == LineKind::rule || lines[i].kind == LineKind::page_number;
}

/// Lower case, digits as one mark, markup and runs of space dropped: "## Report 2023 | 12" = "report # #".
std::string head_key(std::string_view shown) {
  std::string key;
  for (const char c : shown) {
    const auto u = static_cast<unsigned char>(c);
    const char k = u >= '0' && u <= '9' ? '#' : static_cast<char>(u < 0x80 ? std::tolower(u) : u);
    const bool mark = (u < 0x80 && !std::isalnum(u)) || k == '#';
    if (k == '#' && (key.empty() || key.back() != '#')) key += '#';
    if (!mark) key += k;
    if (mark && k != '#' && !key.empty() && key.back() != ' ') key += ' ';
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

/// A line that may be a running head: short, alone, words without the stop of a sentence.
bool may_be_head(std::string_view text, const std::vector<Line>& lines, std::size_t i) {
  const Line& line = lines[i];
  if (line.span.size() > 160 || line.span.size() < 6) return false;
  if (line.kind != LineKind::heading && line.kind != LineKind::text && line.kind != LineKind::table)
    return false;
  const std::string_view shown = text.substr(line.span.begin, line.span.size());
  const bool alone = (i == 0 || is_break(lines, i - 1)) && is_break(lines, i + 1);
  const bool words = shown.find(' ') != std::string_view::npos;
  return alone && words && !ends_sentence(shown);
}

void mark_running_heads(std::string_view text, std::vector<Line>& lines) {
  std::unordered_map<std::string, std::vector<std::size_t>> seen;  // looked up, never listed
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (may_be_head(text, lines, i))
      seen[head_key(text.substr(lines[i].span.begin, lines[i].span.size()))].push_back(i);
  for (auto& [key, places] : seen) {
    if (places.size() < 3 || key.empty() || key == "#") continue;
    for (std::size_t k = 1; k < places.size(); ++k) lines[places[k]].kind = LineKind::running_head;
    if (places.front() > title_page) lines[places.front()].kind = LineKind::running_head;
  }
}

/// The number that opens a note ("12 See …", "12. Ibid."), where the line looks like one.
std::optional<unsigned> note_number(std::string_view shown) {
  std::size_t at = 0;
  unsigned number = 0;
  while (at < shown.size() && at < 4 && shown[at] >= '0' && shown[at] <= '9')
    number = number * 10 + static_cast<unsigned>(shown[at++] - '0');
  if (at == 0 || at > 3 || at + 1 >= shown.size() || shown[at] != ' ') return std::nullopt;
  return number;
}

/// In paged text a note block is numbered on from the last note and reaches to the end of its page.
void mark_notes_of_page(std::string_view text, std::vector<Line>& lines, std::size_t first, std::size_t last,
                        unsigned& expected) {
  const std::size_t lower_half = first + (last - first) / 3;
  for (std::size_t i = lower_half; i < last; ++i) {
    if (lines[i].kind != LineKind::text) continue;
    const auto number = note_number(text.substr(lines[i].span.begin, lines[i].span.size()));
    if (!number || (*number != expected && *number != 1)) continue;
    unsigned next = *number + 1;
    for (std::size_t k = i; k < last; ++k) {
      if (lines[k].kind == LineKind::blank || lines[k].kind == LineKind::page_number) continue;
      if (k > i && note_number(text.substr(lines[k].span.begin, lines[k].span.size())) == next) ++next;
      if (lines[k].kind != LineKind::running_head) lines[k].kind = LineKind::footnote;
    }
    expected = next;
    return;
  }
}

void mark_notes(std::string_view text, std::vector<Line>& lines) {
  const auto is_page = [](const Line& line) { return line.kind == LineKind::page_break; };
  if (std::none_of(lines.begin(), lines.end(), is_page)) return;
  unsigned expected = 1;
  std::size_t first = 0;
  for (std::size_t i = 0; i <= lines.size(); ++i) {
    if (i < lines.size() && !is_page(lines[i])) continue;
    mark_notes_of_page(text, lines, first, i, expected);
    first = i + 1;
  }
}

/// An address that follows a note belongs to it.
void mark_note_links(std::vector<Line>& lines) {
  bool after_note = false;
  for (Line& line : lines) {
    if (line.kind == LineKind::blank) continue;
    if (after_note && line.kind == LineKind::link) line.kind = LineKind::footnote;
    after_note = line.kind == LineKind::footnote;
  }
}

}  // namespace

void mark_page_furniture(std::string_view text, std::vector<Line>& lines) {
  mark_running_heads(text, lines);
  mark_notes(text, lines);
  mark_note_links(lines);
}

}  // namespace attest::extract
