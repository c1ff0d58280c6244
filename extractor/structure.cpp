#include <attest/extractor/structure.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include <attest/extractor/structure/lines.hpp>
#include <attest/extractor/structure/pages.hpp>

namespace attest::extract {
namespace {

constexpr std::uint32_t longest_wrap = 130;     // columns; longer lines are paragraphs of their own
constexpr std::uint32_t longest_heading = 120;  // bytes

BlockKind block_kind(LineKind kind) {
  switch (kind) {
    case LineKind::heading:
      return BlockKind::heading;
    case LineKind::list_item:
      return BlockKind::list_item;
    case LineKind::quotation:
      return BlockKind::quotation;
    case LineKind::table:
      return BlockKind::table;
    case LineKind::abbreviation:
      return BlockKind::abbreviations;
    case LineKind::footnote:
      return BlockKind::footnote;
    case LineKind::page_number:
    case LineKind::running_head:
      return BlockKind::running_head;
    case LineKind::furniture:
    case LineKind::link:
      return BlockKind::furniture;
    default:
      return BlockKind::paragraph;
  }
}

class Builder {
 public:
  explicit Builder(Document& document) : document_(document), text_(document.text) {}

  void run() {
    lines_ = split_lines(text_);
    mark_page_furniture(text_, lines_);
    keep_abbreviation_tables();
    wrapped_ = is_hard_wrapped();
    std::size_t i = skip_front_matter();
    while (i < lines_.size()) i = add_block(i);
    mark_continuations();
    if (document_.title.empty()) document_.title = title();
  }

 private:
  std::string_view shown(Span span) const { return text_.substr(span.begin, span.size()); }
  const Line* next(std::size_t i) const { return i + 1 < lines_.size() ? &lines_[i + 1] : nullptr; }
  static bool goes_on(const Line* line) { return line && line->kind == LineKind::text; }

  /// A single "FBI  Federal Bureau" is more likely prose; a table has rows together.
  void keep_abbreviation_tables() {
    std::size_t run = 0;
    for (std::size_t i = 0; i <= lines_.size(); ++i) {
      const bool row = i < lines_.size() && lines_[i].kind == LineKind::abbreviation;
      if (row) {
        ++run;
      } else if (i < lines_.size() && lines_[i].kind == LineKind::blank && run) {
        continue;
      } else {
        if (run == 1)
          for (std::size_t k = i; k-- > 0;)
            if (lines_[k].kind == LineKind::abbreviation) {
              lines_[k].kind = LineKind::text;
              break;
            }
        run = 0;
      }
    }
  }

  /// Line i is full: the first word of the next line would not have fitted into `width`.
  bool is_full(std::size_t i, std::uint32_t width) const {
    const std::string_view after = shown(lines_[i + 1].span);
    const auto word = static_cast<std::uint32_t>(std::min(after.find(' '), after.size()));
    return lines_[i].span.size() + 1 + word > width;
  }

  bool is_hard_wrapped() {
    std::vector<std::uint32_t> widths;
    for (const Line& line : lines_)
      if (line.kind == LineKind::text) widths.push_back(line.span.size());
    if (widths.size() < 4) return false;
    const auto at = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
    std::nth_element(widths.begin(), at, widths.end());
    if (*at > longest_wrap || *at < 20) return false;
    width_ = *at;
    std::size_t full = 0, pairs = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (lines_[i].kind != LineKind::text || !goes_on(next(i))) continue;
      ++pairs;
      full += is_full(i, width_ - width_ / 8);
    }
    return pairs >= 3 && full * 10 >= pairs * 6;
  }

  /// The line goes on in the next one as the same paragraph.
  bool joins_next(std::size_t i) const {
    const Line* after = next(i);
    if (!goes_on(after)) return false;
    if (!ends_sentence(shown(lines_[i].span))) return wrapped_ || starts_lower(shown(after->span));
    return wrapped_ && is_full(i, width_ - width_ / 4);
  }

  /// YAML front matter of Markdown: title and date are taken, the rest set aside.
  std::size_t skip_front_matter() {
    if (lines_.empty() || lines_[0].kind != LineKind::rule || shown(lines_[0].span) != "---") return 0;
    for (std::size_t i = 1; i < lines_.size() && i < 60; ++i) {
      if (lines_[i].kind == LineKind::rule) {
        document_.blocks.push_back({{lines_[0].span.begin, lines_[i].span.end}, BlockKind::furniture});
        return i + 1;
      }
      const std::string_view line = shown(lines_[i].span);
      const std::size_t colon = line.find(':');
      if (colon == std::string_view::npos) continue;
      std::string_view value = line.substr(std::min(line.find_first_not_of(" \"'", colon + 1), line.size()));
      while (!value.empty() && (value.back() == '"' || value.back() == '\'')) value.remove_suffix(1);
      if (line.substr(0, colon) == "title") document_.title = value;
      if (line.substr(0, colon) == "date" && document_.date.empty()) document_.date = value.substr(0, 10);
    }
    document_.title.clear();
    document_.date.clear();
    return 0;
  }

  std::size_t add_block(std::size_t i) {
    const Line& line = lines_[i];
    switch (line.kind) {
      case LineKind::blank:
      case LineKind::rule:
      case LineKind::page_break:
        return i + 1;
      case LineKind::fence:
        return add_code(i);
      case LineKind::text:
      case LineKind::list_item:
      case LineKind::quotation:
      case LineKind::footnote:
        return add_paragraph(i);
      default:
        document_.blocks.push_back({line.content, block_kind(line.kind), line.level});
        return i + 1;
    }
  }

  std::size_t add_code(std::size_t i) {
    std::size_t end = i + 1;
    while (end < lines_.size() && lines_[end].kind != LineKind::fence) ++end;
    if (end == lines_.size()) return i + 1;  // an opening mark without its end is no code
    document_.blocks.push_back({{lines_[i].span.begin, lines_[end].span.end}, BlockKind::code});
    return end + 1;
  }

  std::size_t add_paragraph(std::size_t i) {
    const std::size_t first = i;
    Block block{lines_[i].content, block_kind(lines_[i].kind)};
    if (lines_[i].kind == LineKind::footnote) {
      while (next(i) && (next(i)->kind == LineKind::text || next(i)->kind == LineKind::link) &&
             !ends_sentence(shown(lines_[i].span)))
        ++i;
    } else if (lines_[i].kind == LineKind::quotation) {
      // Each line is a block: the marks between them are no part of the text.
    } else {
      while (joins_next(i)) ++i;
    }
    block.span.end = lines_[i].span.end;
    if (i == first && is_heading(i)) {
      block.kind = BlockKind::heading;
      block.level = 2;
    }
    document_.blocks.push_back(block);
    return i + 1;
  }

  bool is_blank(std::size_t i) const {
    return i >= lines_.size() || lines_[i].kind == LineKind::blank ||
           lines_[i].kind == LineKind::page_break || lines_[i].kind == LineKind::rule;
  }

  /// A short line by itself that is no sentence; an underlined one is a heading anywhere.
  bool is_heading(std::size_t i) const {
    const Line& line = lines_[i];
    if (line.kind != LineKind::text || line.span.size() > longest_heading) return false;
    const std::string_view words = shown(line.span);
    if (const Line* after = next(i); after && after->kind == LineKind::rule && after->span.size() >= 3 &&
                                     shown(after->span).find_first_not_of("=-") == std::string_view::npos &&
                                     !ends_sentence(words))
      return true;
    const bool alone = (i == 0 || is_blank(i - 1)) && is_blank(i + 1);
    return alone && !ends_sentence(words) && !is_cut(words) && !starts_lower(words) && !goes_on_below(i);
  }

  /// The words call for more: a comma or an article, a preposition, a conjunction at the end.
  static bool is_cut(std::string_view words) {
    constexpr std::array<std::string_view, 22> open{
        "a",  "an", "and", "as", "at",   "but", "by", "for", "from", "in",   "into",
        "is", "of", "on",  "or", "that", "the", "to", "was", "were", "with", "which"};
    const std::size_t space = words.rfind(' ');
    const std::string_view last = words.substr(space == std::string_view::npos ? 0 : space + 1);
    return words.back() == ',' || std::find(open.begin(), open.end(), last) != open.end();
  }

  /// The next text starts in lower case, so that this line is the beginning of its sentence.
  bool goes_on_below(std::size_t i) const {
    for (std::size_t k = i + 1; k < lines_.size() && k < i + 8; ++k)
      if (lines_[k].kind == LineKind::text) return starts_lower(shown(lines_[k].span));
    return false;
  }

  /// A paragraph that breaks off is taken up by the next one that starts in lower case, or that follows a
  /// page's notes and heads.
  void mark_continuations() {
    const Block* open = nullptr;
    bool between = false;
    for (Block& block : document_.blocks) {
      if (!is_running_text(block.kind)) {
        between = between || block.kind == BlockKind::footnote || block.kind == BlockKind::running_head;
        continue;
      }
      if (open && block.kind == BlockKind::paragraph)
        block.continues = starts_lower(shown(block.span)) || (between && block.span.size() > 20);
      const std::string_view words = shown(block.span);
      const bool breaks_off = block.kind != BlockKind::heading && words.size() >= 40 && !ends_sentence(words);
      open = breaks_off ? &block : nullptr;
      between = false;
    }
  }

  /// The first heading near the top, one marked as such before others.
  std::string title() const {
    constexpr std::size_t near_top = 12;
    const Block* best = nullptr;
    for (std::size_t i = 0; i < std::min(near_top, document_.blocks.size()); ++i) {
      const Block& block = document_.blocks[i];
      if (block.kind == BlockKind::paragraph && block.span.size() > longest_heading) break;
      if (block.kind != BlockKind::heading) continue;
      const bool marked = text_[block.span.begin - (block.span.begin > 1 ? 2 : 0)] == '#';
      if (!best) best = &block;
      if (marked) {
        best = &block;
        break;
      }
    }
    std::string words(best ? shown(best->span) : "");
    std::erase(words, '*');
    return words;
  }

  Document& document_;
  std::string_view text_;
  std::vector<Line> lines_;
  bool wrapped_ = false;
  std::uint32_t width_ = 0;
};

}  // namespace

void find_structure(Document& document) {
  document.blocks.clear();
  Builder(document).run();
}

}  // namespace attest::extract
