#include <attest/extractor/sentences.hpp>

#include <algorithm>
#include <array>

#include <attest/extractor/abbreviations.hpp>
#include <attest/extractor/characters.hpp>
#include <attest/extractor/dates.hpp>
#include <attest/extractor/tokenize.hpp>

namespace attest::extract {

namespace {

// Words that open a sentence far more often than they stand in a name.
constexpr std::array<std::string_view, 66> openers = {
    "A",       "After",  "All",   "Also", "Although",  "An",     "And",     "Another", "As",           "At",
    "Because", "Before", "But",   "By",   "Despite",   "During", "Each",    "Even",    "Every",        "For",
    "From",    "He",     "Her",   "Here", "His",       "How",    "However", "I",       "If",           "In",
    "It",      "Its",    "Later", "Many", "Meanwhile", "More",   "Most",    "My",      "Nevertheless", "No",
    "Nor",     "Not",    "Now",   "On",   "One",       "Only",   "Our",     "She",     "Since",        "So",
    "Some",    "Such",   "That",  "The",  "Their",     "Then",   "There",   "These",   "They",         "This",
    "Those",   "Thus",   "To",    "We",   "When",      "While"};
constexpr std::array<std::string_view, 28> speech_verbs = {
    "said",    "says",      "asked",     "asks",      "added",     "replied",  "told",
    "wrote",   "answered",  "cried",     "declared",  "stated",    "noted",    "insisted",
    "argued",  "explained", "exclaimed", "responded", "continued", "warned",   "announced",
    "claimed", "recalled",  "shouted",   "thought",   "wondered",  "remarked", "urged"};

struct View {
  std::string_view text;
  std::span<const Span> tokens;

  std::string_view operator[](std::size_t i) const {
    return i < tokens.size() ? text.substr(tokens[i].begin, tokens[i].size()) : std::string_view();
  }
  std::size_t size() const { return tokens.size(); }
  bool space_before(std::size_t i) const {
    return i == 0 || i >= tokens.size() || tokens[i].begin > tokens[i - 1].end;
  }
  CharClass first_class(std::size_t i) const { return class_of(character_at((*this)[i], 0).code); }
};

bool is_terminal(std::string_view t) {
  return t.find_first_not_of(".!?") == std::string_view::npos || t == "…" || t == "。" || t == "！" ||
         t == "？";
}
bool is_ellipsis(std::string_view t) {
  return t == "…" || (t.size() > 1 && t[0] == '.' && t[1] == '.');
}
bool closes(std::string_view t) {
  return t == ")" || t == "]" || t == "}" || t == "”" || t == "’" || t == "''" || t == "»" || t == "\"" ||
         t == "'";
}
bool opens(std::string_view t) {
  return t == "(" || t == "[" || t == "“" || t == "‘" || t == "``" || t == "«";
}
// Markdown's: "*The end.*"
bool is_emphasis(std::string_view t) {
  return t == "*" || t == "**" || t == "_";
}
bool ends_with_period(std::string_view t) {
  return t.size() > 1 && t.back() == '.' && t[t.size() - 2] != '.';
}

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_number(std::string_view t) {
  return !t.empty() && std::all_of(t.begin(), t.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Width of filled lines, in bytes; 0 where the text is not wrapped (a line as long as no screen).
std::size_t wrap_width(std::string_view text) {
  constexpr std::size_t widest_wrapped_line = 120;
  std::size_t widest = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    widest = std::max(widest, end - at);
    at = end + 1;
  }
  return widest <= widest_wrapped_line ? widest : 0;
}

class Splitter {
 public:
  Splitter(std::string_view text, std::span<const Span> tokens) : view_{text, tokens} {
    if (tokens.empty()) return;
    width_ = wrap_width(text.substr(tokens.front().begin, tokens.back().end - tokens.front().begin));
  }

  std::vector<bool> ends() {
    std::vector<bool> ends(view_.size(), false);
    for (std::size_t i = 0; i < view_.size(); ++i) {
      quotes_ += view_[i] == "\"";
      if (i + 1 < view_.size() && breaks_line(i)) {
        close(ends, i);
      } else if (const std::size_t last = end_of_sentence(i); last != npos) {
        for (std::size_t k = i + 1; k <= last; ++k) quotes_ += view_[k] == "\"";
        close(ends, last);
        i = last;
      }
    }
    return ends;
  }

 private:
  static constexpr std::size_t npos = ~std::size_t{0};

  void close(std::vector<bool>& ends, std::size_t last) {
    ends[last] = true;
    start_ = last + 1;
    // Quotations run over sentences, hardly over line breaks between paragraphs.
    if (gap(last).find('\n') != std::string_view::npos) quotes_ = 0;
  }

  std::string_view gap(std::size_t i) const {
    if (i + 1 >= view_.size()) return {};
    return view_.text.substr(view_.tokens[i].end, view_.tokens[i + 1].begin - view_.tokens[i].end);
  }

  // A line break that is no wrapping: an empty line, or a line that had room for the next word.
  bool breaks_line(std::size_t i) {
    const std::string_view between = gap(i);
    const std::size_t at = between.find('\n');
    if (at == std::string_view::npos) return false;
    if (between.find('\n', at + 1) != std::string_view::npos) return true;
    const std::size_t end = view_.tokens[i].end;
    while (line_ < end) {  // start of the line that ends here; moves forward only
      const std::size_t next = view_.text.find('\n', line_);
      if (next == std::string_view::npos || next >= end) break;
      line_ = next + 1;
    }
    if (width_ == 0) return true;
    return end - line_ + 1 + view_.tokens[i + 1].size() + 2 < width_ && starts_new(i + 1);
  }

  // Could a heading, list item or paragraph start here?
  bool starts_new(std::size_t i) const {
    const CharClass k = view_.first_class(i);
    return k != CharClass::lower && view_[i] != ",";
  }

  // The last token of the sentence if token `i` ends one (closing quotes and brackets go with it), or npos.
  std::size_t end_of_sentence(std::size_t i) const {
    const std::string_view t = view_[i];
    const bool terminal = is_terminal(t);
    if (!terminal && !ends_with_period(t)) return npos;
    std::size_t last = i;
    int quotes = quotes_;
    while (last + 1 < view_.size() && goes_with(last + 1, quotes)) {
      ++last;
      quotes += view_[last] == "\"";
    }
    if (last + 1 >= view_.size()) return npos;
    if (terminal ? !starts_sentence(i, last) : !ends_at_abbreviation(i, last)) return npos;
    return last;
  }

  // Closing marks, and footnote marks set without a space ("region.12", "region.[3]").
  bool goes_with(std::size_t i, int quotes) const {
    const std::string_view t = view_[i];
    if (view_.space_before(i)) return t == "\"" && quotes % 2 == 1 && !next_is_tight(i);
    if (t == "\"") return quotes % 2 == 1 || !next_is_tight(i);
    if (closes(t) || is_terminal(t)) return true;
    if (is_emphasis(t)) return !next_is_tight(i) || closes(view_[i + 1]);
    if (t == "[" && is_number(view_[i + 1])) return true;
    if (!is_number(t) || i + 1 >= view_.size()) return false;
    return view_[i - 1] == "[" || view_.space_before(i + 1);
  }
  bool next_is_tight(std::size_t i) const { return i + 1 < view_.size() && !view_.space_before(i + 1); }

  bool starts_sentence(std::size_t i, std::size_t last) const {
    const std::size_t next = last + 1;
    if (!view_.space_before(next) && !opens(view_[next]) && view_.first_class(next) != CharClass::upper)
      return false;
    if (numbering(i) || opens_life_dates(i)) return false;
    const std::size_t word = opens(view_[next]) || view_[next] == "\"" ? next + 1 : next;
    const CharClass k = view_.first_class(word);
    if (k == CharClass::lower) return false;
    if (view_[next] == "," || view_[next] == ";" || view_[next] == ":" || closes_only(view_[next]))
      return false;
    if (is_ellipsis(view_[i]) && k != CharClass::upper) return false;
    return !(last > i && speech_follows(next));
  }
  static bool closes_only(std::string_view t) { return t == ")" || t == "]" || t == "”" || t == "»"; }

  // "(b. March 2009)", "(m. 1949; div. 1964; d. 1990)"
  bool opens_life_dates(std::size_t i) const {
    if (view_[i] != "." || i < 2 || (view_[i - 2] != "(" && view_[i - 2] != ";")) return false;
    const std::string_view word = view_[i - 1];
    return word == "b" || word == "d" || word == "m" || word == "r" || word == "fl";
  }

  // "1." or "A." at the start: a number of a list, not a sentence.
  bool numbering(std::size_t i) const {
    return view_[i] == "." && i == start_ + 1 && view_[start_].size() <= 3 &&
           view_.first_class(start_) == CharClass::digit && gap(i).find('\n') == std::string_view::npos;
  }

  // "“Why?” Smith asked": the sentence goes on after the quotation.
  bool speech_follows(std::size_t next) const {
    if (gap(next - 1).find('\n') != std::string_view::npos) return false;
    for (std::size_t k = next; k < std::min(next + 4, view_.size()); ++k) {
      if (one_of(view_[k], speech_verbs)) return view_[i_of_terminal(next)] != ".";
      if (is_terminal(view_[k]) || view_[k] == ",") return false;
    }
    return false;
  }
  std::size_t i_of_terminal(std::size_t next) const {
    std::size_t k = next - 1;
    while (k > 0 && closes(view_[k])) --k;
    return k;
  }

  bool ends_at_abbreviation(std::size_t i, std::size_t last) const {
    std::string_view word = view_[i];
    word.remove_suffix(1);
    const std::size_t next = last + 1;
    if (!view_.space_before(next)) return false;
    const Abbreviation kind = abbreviation_kind(word);
    if (kind == Abbreviation::title || kind == Abbreviation::inner || kind == Abbreviation::month)
      return false;
    const bool after_open = opens(view_[next]) || view_[next] == "\"";
    const std::string_view follower = view_[after_open ? next + 1 : next];
    if (view_.first_class(after_open ? next + 1 : next) != CharClass::upper) return false;
    const bool initial = word.find('.') == std::string_view::npos && kind == Abbreviation::none;
    if (initial && i > 0 && view_.first_class(i - 1) != CharClass::lower) return false;
    return one_of(follower, openers) || (after_open && last > i);
  }

  View view_;
  std::size_t width_ = 0;
  std::size_t line_ = 0;
  std::size_t start_ = 0;
  int quotes_ = 0;
};

bool is_read(BlockKind kind) {
  return is_running_text(kind) || kind == BlockKind::abbreviations;
}

// Does the sentence that `last` token closes go on in a block that says so?
bool is_open(std::string_view last) {
  return !is_terminal(last) && !closes(last);
}

bool is_dash(std::string_view token) {
  return token == "-" || token == "--" || token == "\xE2\x80\x93" || token == "\xE2\x80\x94";
}

// "LONDON, 5 March 2020 (AB) - The council met": the dash of a dateline, a head of words in capital letters
// that a text begins with; npos where there is none.
std::size_t end_of_dateline(std::string_view text, std::span<const Span> tokens) {
  constexpr std::size_t longest = 16, shortest_place = 3;
  const std::string_view place = text.substr(tokens[0].begin, tokens[0].size());
  if (place.size() < shortest_place) return std::string_view::npos;
  for (char c : place)
    if (c < 'A' || c > 'Z') return std::string_view::npos;
  for (std::size_t i = 1; i + 2 < tokens.size() && i < longest; ++i) {
    const std::string_view token = text.substr(tokens[i].begin, tokens[i].size());
    const bool apart = tokens[i].begin > tokens[i - 1].end && tokens[i + 1].begin > tokens[i].end;
    if (is_dash(token)) return apart ? i : std::string_view::npos;
    if (token[0] >= 'a' && token[0] <= 'z') return std::string_view::npos;
  }
  return std::string_view::npos;
}

// `stamp` is where the document's own date ends in front of its text: a sentence ends there.
void append_block(AnnotatedDocument& document, std::uint32_t index, std::uint32_t stamp,
                  std::vector<Span>& spans) {
  const Block& block = document.document.blocks[index];
  const std::string_view text = std::string_view(document.document.text).substr(0, block.span.end);
  spans.clear();
  tokenize(text, block.span, spans);
  if (spans.empty()) return;
  const std::string_view local = text.substr(block.span.begin);
  for (Span& s : spans) s = {s.begin - block.span.begin, s.end - block.span.begin};
  std::vector<bool> ends = sentence_ends(local, spans);
  if (const std::size_t dash = end_of_dateline(local, spans); dash < ends.size()) ends[dash] = true;

  const bool joined =
      block.continues && !document.sentences.empty() && is_open(document.text(document.tokens.back()));
  std::uint32_t first = static_cast<std::uint32_t>(document.tokens.size());
  if (joined) {
    first = document.sentences.back().first;
    index = document.sentences.back().block;
    document.sentences.pop_back();
  }
  for (std::size_t i = 0; i < spans.size(); ++i) {
    Token& token = document.tokens.emplace_back();
    token.span = {spans[i].begin + block.span.begin, spans[i].end + block.span.begin};
    if (!ends[i] && i + 1 < spans.size() && token.span.end != stamp) continue;
    const auto last = static_cast<std::uint32_t>(document.tokens.size());
    document.sentences.push_back({first, last, index});
    first = last;
    index = static_cast<std::uint32_t>(&block - document.document.blocks.data());
  }
}

}  // namespace

std::vector<bool> sentence_ends(std::string_view text, std::span<const Span> tokens) {
  return Splitter(text, tokens).ends();
}

void segment(AnnotatedDocument& document) {
  document.tokens.clear();
  document.sentences.clear();
  std::vector<Span> spans;
  const auto stamp = find_stamp(document.document.text);
  for (std::uint32_t i = 0; i < document.document.blocks.size(); ++i) {
    if (is_read(document.document.blocks[i].kind)) append_block(document, i, stamp ? stamp->end : 0, spans);
  }
}

}  // namespace attest::extract
