#include <attest/extractor/tokenize.hpp>

#include <algorithm>
#include <array>

#include <attest/extractor/abbreviations.hpp>
#include <attest/extractor/characters.hpp>

namespace attest::extract {

namespace {

constexpr char32_t right_quote = 0x2019;
constexpr char32_t ellipsis = 0x2026;

template <std::size_t N>
bool one_of(std::string_view word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool equal_ignoring_case(std::string_view a, std::string_view lower) {
  return a.size() == lower.size() && std::equal(a.begin(), a.end(), lower.begin(), [](char x, char y) {
           return (x >= 'A' && x <= 'Z' ? x + 32 : x) == y;
         });
}

// Prefixes that are no words: what they join stays one token.
constexpr std::array<std::string_view, 34> bound_prefixes = {
    "anti",  "bi",  "co",   "counter", "cross", "de",    "e",     "ex",   "hyper", "infra", "inter", "intra",
    "meta",  "mid", "mini", "multi",   "neo",   "non",   "pan",   "poly", "post",  "pre",   "pro",   "proto",
    "quasi", "re",  "semi", "socio",   "sub",   "super", "trans", "tri",  "ultra", "un"};
constexpr std::array<std::string_view, 22> units = {"am",  "pm",  "a.m",  "p.m", "km",  "kg", "cm",  "mm",
                                                    "mph", "kph", "km/h", "kb",  "mb",  "gb", "ghz", "mhz",
                                                    "kw",  "mw",  "ml",   "lb",  "lbs", "ft"};
constexpr std::array<std::string_view, 24> domains = {
    "com", "org", "net", "edu", "gov", "int", "info", "uk", "de", "fr",   "ru",  "am",
    "az",  "io",  "tv",  "co",  "us",  "eu",  "ca",   "au", "ch", "html", "htm", "pdf"};

// Splits one stretch between white space.
class Chunk {
 public:
  Chunk(std::string_view text, Span range, std::vector<Span>& tokens)
      : text_(text), begin_(range.begin), end_(range.end), tokens_(tokens) {}

  void split() {
    if (is_address()) {
      address();
      return;
    }
    std::size_t at = begin_;
    while (at < end_) {
      const Character c = get(at);
      const CharClass k = class_of(c.code);
      if (is_word(k))
        at = word(at);
      else if (is_apostrophe(c.code))
        at = apostrophe(at);
      else
        at = punctuation(at, c);
    }
  }

 private:
  Character get(std::size_t at) const { return character_at(text_.substr(0, end_), at); }
  CharClass kind(std::size_t at) const {
    const Character c = get(at);
    return c.size == 0 ? CharClass::space : class_of(c.code);
  }
  std::string_view slice(std::size_t from, std::size_t to) const { return text_.substr(from, to - from); }
  void put(std::size_t from, std::size_t to) {
    if (from < to) tokens_.push_back({static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)});
  }

  // URLs and e-mail addresses.
  bool is_address() const {
    const std::string_view s = slice(begin_, end_);
    if (s.size() > 2048) return false;
    if (s.find("://") != std::string_view::npos || s.starts_with("www.") || s.starts_with("(www."))
      return true;
    const std::size_t sign = s.find('@');
    return sign != std::string_view::npos && sign > 0 && sign + 1 < s.size() &&
           is_word(class_of(character_before(s, sign).code)) &&
           is_word(class_of(character_at(s, sign + 1).code));
  }

  static bool closes_address(char32_t c) {
    return std::u32string_view(U".,;:!?)]}>\"'*”’»").find(c) != std::u32string_view::npos;
  }

  void address() {
    std::size_t first = begin_;
    std::size_t last = end_;
    while (first < last) {
      const Character c = get(first);
      if (std::u32string_view(U"([{<\"'“‘«*").find(c.code) == std::u32string_view::npos) break;
      put(first, first + c.size);
      first += c.size;
    }
    while (last > first) {
      const Character c = character_before(text_.substr(0, last), last);
      const bool balanced = c.code == ')' && slice(first, last).find('(') != std::string_view::npos;
      if (!closes_address(c.code) || balanced) break;
      last -= c.size;
    }
    put(first, last);
    for (std::size_t at = last; at < end_;) at = punctuation(at, get(at));
  }

  // Words -------------------------------------------------------------------------------------------

  std::size_t run_of_word(std::size_t at) const {
    while (at < end_ && is_word(kind(at))) at += get(at).size;
    return at;
  }

  // May the character at `at`, between two word characters, stand inside a word?
  bool joins(std::size_t first, std::size_t at, const Character& c) const {
    const CharClass before = class_of(character_before(text_, at).code);
    const CharClass after = kind(at + c.size);
    if (!is_word(after)) return false;
    const bool digits = before == CharClass::digit && after == CharClass::digit;
    switch (c.code) {
      case '\'':
      case right_quote:
      case 0x2018:
      case '`':
        return !digits;
      case '.':
        return digits || joins_letters(first, at, before, after);
      case ',':
        return digits && thousands(at + 1);
      case ':':
      case '/':
        return digits;
      case '&':
        return before == CharClass::upper && after == CharClass::upper;
      case '_':
      case '@':
      case 0xAD:
        return true;
      case '-':
      case 0x2010:
      case 0x2011:
        return joins_hyphen(first, at, c.size, digits);
      default:
        return false;
    }
  }

  bool thousands(std::size_t at) const {
    std::size_t count = 0;
    while (at < end_ && kind(at) == CharClass::digit) ++count, ++at;
    return count == 3;
  }

  // "U.S", "a.m", "Ph.D", "enron.com" but not "end.Next" or "it.12".
  bool joins_letters(std::size_t first, std::size_t at, CharClass before, CharClass after) const {
    if (!is_cased_or_letter(before) || !is_cased_or_letter(after)) return false;
    const std::size_t next = run_of_word(at + 1);
    const std::size_t last_dot = slice(first, at).rfind('.');
    const std::size_t piece = last_dot == std::string_view::npos ? first : first + last_dot + 1;
    const bool short_pieces = at - piece <= 2 && next - (at + 1) <= 2;
    return short_pieces || one_of(lower_case(slice(at + 1, next).substr(0, 8)), domains);
  }

  // A bound prefix, a telephone number or a date keeps its hyphens.
  bool joins_hyphen(std::size_t first, std::size_t at, std::size_t size, bool digits) const {
    const std::string_view left = slice(first, at);
    if (digits) {
      const std::size_t next = run_of_word(at + size);
      const bool more = next < end_ && text_[next] == '-' && kind(next + 1) == CharClass::digit;
      return more || left.find('-') != std::string_view::npos || (left.size() == 3 && next - at - size == 4);
    }
    if (left.size() > 8) return false;
    return one_of(lower_case(left), bound_prefixes);
  }

  std::size_t word(std::size_t first) {
    std::size_t at = run_of_word(first);
    while (at < end_) {
      const Character c = get(at);
      if (!joins(first, at, c)) break;
      at = run_of_word(at + c.size);
    }
    at = closing_period(first, at);
    split_word(first, at);
    return at;
  }

  // The end of the word, with the period that belongs to it.
  std::size_t closing_period(std::size_t first, std::size_t at) const {
    if (at >= end_ || text_[at] != '.' || (at + 1 < end_ && text_[at + 1] == '.')) return at;
    const std::string_view w = slice(first, at);
    if (abbreviation_kind(w) != Abbreviation::none) return at + 1;
    if (w.find('.') != std::string_view::npos) return is_dotted(w) ? at + 1 : at;
    const Character c = character_at(w, 0);
    const bool initial = c.size == w.size() && class_of(c.code) == CharClass::upper && w != "I";
    return initial || dates_a_life(w, at + 1) ? at + 1 : at;
  }

  // "c. 1818", "b. 1950", "d. 5 May": about, born, died, reigned, flourished.
  bool dates_a_life(std::string_view w, std::size_t next) const {
    if (w != "c" && w != "b" && w != "d" && w != "r" && w != "fl") return false;
    while (next < text_.size() && text_[next] == ' ') ++next;
    return next < text_.size() && text_[next] >= '0' && text_[next] <= '9';
  }

  // "U.S", "p.m", "Ph.D": short pieces of letters.
  static bool is_dotted(std::string_view w) {
    std::size_t piece = 0;
    for (const char c : w) {
      if (c == '.')
        piece = 0;
      else if (++piece > 2 || (c >= '0' && c <= '9'))
        return false;
    }
    return true;
  }

  void split_word(std::size_t first, std::size_t last) {
    const std::string_view w = slice(first, last);
    if (const std::size_t at = unit_at(w)) {
      put(first, first + at);
      put(first + at, last);
      return;
    }
    for (const auto& [joined, at] : std::array<std::pair<std::string_view, std::size_t>, 5>{
             {{"cannot", 3}, {"gonna", 3}, {"wanna", 3}, {"gotta", 3}, {"lemme", 3}}}) {
      if (equal_ignoring_case(w, joined)) {
        put(first, first + at);
        put(first + at, last);
        return;
      }
    }
    const std::size_t clitic = clitic_at(w);
    put(first, first + clitic);
    put(first + clitic, last);
  }

  // Where the unit starts in "5km", "7:30pm", "10a.m."; 0 where there is none.
  static std::size_t unit_at(std::string_view w) {
    if (w.empty() || w[0] < '0' || w[0] > '9' || w.size() > 16) return 0;
    std::size_t at = w.size();
    while (at > 0 && (w[at - 1] < '0' || w[at - 1] > '9')) --at;
    std::string_view unit = w.substr(at);
    if (unit.ends_with('.')) unit.remove_suffix(1);
    return !unit.empty() && one_of(lower_case(unit), units) ? at : 0;
  }

  // Where the clitic starts in "don't", "Porto's", "they've"; the size of the word where there is none.
  static std::size_t clitic_at(std::string_view w) {
    const std::size_t none = w.size();
    const std::size_t from = w.size() > 6 ? w.size() - 6 : 0;
    for (std::size_t at = from; at < w.size(); ++at) {
      if ((static_cast<unsigned char>(w[at]) & 0xC0) == 0x80) continue;
      const Character c = character_at(w, at);
      if (!is_apostrophe(c.code)) continue;
      const std::string_view rest = w.substr(at + c.size);
      if (equal_ignoring_case(rest, "t") && at > 1 && (w[at - 1] == 'n' || w[at - 1] == 'N')) return at - 1;
      for (const std::string_view clitic : {"s", "m", "d", "re", "ve", "ll"})
        if (at > 0 && equal_ignoring_case(rest, clitic)) return at;
    }
    return none;
  }

  // Punctuation -------------------------------------------------------------------------------------

  // An apostrophe outside a word: part of "'90s", "'em", "''", or a token of its own.
  std::size_t apostrophe(std::size_t at) {
    const Character c = get(at);
    std::size_t next = at + c.size;
    if (next < end_ && get(next).code == c.code) {
      next += c.size;
    } else if (next < end_ && kind(next) == CharClass::digit) {
      const std::size_t last = run_of_word(next);
      if (last - next <= 3) next = last;
    } else if (const std::size_t last = run_of_word(next); last > next) {
      const std::string_view w = slice(next, last);
      static constexpr std::array<std::string_view, 12> clipped = {"em", "tis", "twas", "cause", "s",   "ll",
                                                                   "re", "ve",  "m",    "d",     "til", "n"};
      if (w.size() <= 5 && one_of(lower_case(w), clipped)) next = last;
    }
    put(at, next);
    return next;
  }

  static bool repeats(char32_t c) {
    return c == '.' || c == ellipsis || c == '-' || c == '!' || c == '?' || c == '*' || c == '=' ||
           c == '_' || c == '~' || c == '<' || c == '>' || c == '#';
  }
  static bool exclaims(char32_t c) { return c == '!' || c == '?'; }

  std::size_t punctuation(std::size_t at, const Character& c) {
    std::size_t next = at + c.size;
    if (repeats(c.code)) {
      for (Character d = get(next);
           d.size > 0 && (d.code == c.code || (exclaims(c.code) && exclaims(d.code))); d = get(next))
        next += d.size;
    } else if (const std::size_t face = emoticon(at)) {
      next = at + face;
    }
    put(at, next);
    return next;
  }

  // Size of a smiley that ends the chunk, or 0.
  std::size_t emoticon(std::size_t at) const {
    if (text_[at] != ':' && text_[at] != ';' && text_[at] != '=') return 0;
    static constexpr std::array<std::string_view, 12> faces = {":)",  ":(",  ";)",  ":D",  ":P",  "=)",
                                                               ":-)", ":-(", ";-)", ":-D", ":-/", ":/"};
    const std::string_view rest = slice(at, end_);
    return rest.size() <= 3 && one_of(rest, faces) ? rest.size() : 0;
  }

  std::string_view text_;
  std::size_t begin_;
  std::size_t end_;
  std::vector<Span>& tokens_;
};

}  // namespace

void tokenize(std::string_view text, Span range, std::vector<Span>& tokens) {
  text = text.substr(0, range.end);
  std::size_t at = range.begin;
  while (at < text.size()) {
    const Character c = character_at(text, at);
    if (class_of(c.code) == CharClass::space) {
      at += c.size;
      continue;
    }
    std::size_t last = at;
    for (Character d = c; d.size > 0 && class_of(d.code) != CharClass::space; d = character_at(text, last))
      last += d.size;
    Chunk(text, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(last)}, tokens).split();
    at = last;
  }
}

}  // namespace attest::extract
