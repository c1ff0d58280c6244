#include <attest/extractor/entities/fiction.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr std::array<std::string_view, 26> works{
    "album", "albums", "ballet",  "comedy",     "documentary", "drama",    "episode",    "film",    "films",
    "movie", "movies", "mixtape", "miniseries", "musical",     "musicals", "novel",      "novella", "novels",
    "opera", "operas", "poem",    "poems",      "series",      "sitcom",   "soundtrack", "thriller"};

class Fiction {
 public:
  explicit Fiction(const TokenWords& words) : words_(words) {}

  bool is_title(const NameRange& range) const {
    std::uint32_t at = before_quote(range.first);
    const bool comma = at > 0 && words_.text(at - 1) == ",";
    if (comma) at = before_quote(at - 1);
    if (at == 0) return false;
    if (!is_one_of(words_.text(at - 1), works)) return !comma && is_listed_title(range);
    if (at > 1 && words_.is_possessive(at - 2)) return true;  // "Elm's thriller Hale"
    // "In the film Ada Hale plays a spy", "in her novel, Ada Hale, …": an author, or an actor.
    return range.label != NameClass::person || (!is_forename(range) && !comma) || !acts(range);
  }

  /// "cast as Ada Hale", "the role of Hale", "who played Ada Hale" of an actor
  bool is_part(const NameRange& range) const {
    if (range.label != NameClass::person || range.first < 2) return false;
    const std::string& before = words_.lower(range.first - 1);
    if (before == "of") return is_one_of(words_.lower(range.first - 2), parts) && is_of_stage(range.first);
    if (before == "as") return is_cast_before(range.first - 1) && is_of_stage(range.first);
    return is_one_of(before, playing) && is_of_stage(range.first);
  }

 private:
  static constexpr std::array<std::string_view, 6> parts{"role",       "roles",     "character",
                                                         "characters", "portrayal", "part"};
  static constexpr std::array<std::string_view, 10> playing{"play",    "played",    "plays",    "playing",
                                                            "portray", "portrayed", "portrays", "portraying",
                                                            "voiced",  "voicing"};
  static constexpr std::array<std::string_view, 15> casting{
      "cast",  "starred", "starring", "stars",      "appeared",      "appears",  "appearing", "role",
      "roles", "debut",   "debuted",  "co-starred", "guest-starred", "reprised", "featured"};
  static constexpr std::array<std::string_view, 15> stage{
      "actor",  "actors",     "actress", "actresses", "film",   "films",   "movie",     "movies",
      "sitcom", "miniseries", "theatre", "broadway",  "screen", "episode", "television"};

  std::uint32_t before_quote(std::uint32_t at) const {
    while (at > 0 && (words_.text(at - 1) == "\"" || words_.text(at - 1) == "“" ||
                      words_.text(at - 1) == "'" || words_.text(at - 1) == "*"))
      --at;
    return at;
  }
  bool is_forename(const NameRange& range) const {
    return range.last - range.first > 1 &&
           gender_of_forename(words_.folded(range.first, range.first + 1)) != Gender::unknown;
  }
  bool acts(const NameRange& range) const {
    if (range.last >= words_.size()) return false;
    const Upos next = words_.token(range.last).upos;
    return next == Upos::VERB || next == Upos::AUX || words_.text(range.last) == ",";
  }

  /// "the films Elm Street, Hale and Lake of Ice"
  bool is_listed_title(const NameRange& range) const {
    constexpr std::uint32_t reach = 24;
    constexpr std::array<std::string_view, 7> links{",", "and", "or", "\"", "“", "”", "as"};
    const std::uint32_t begin = range.first > reach ? range.first - reach : 0;
    if (range.first == 0 || (words_.text(range.first - 1) != "," && words_.lower(range.first - 1) != "and"))
      return false;
    for (std::uint32_t i = range.first; i > begin; --i) {
      const std::string& word = words_.lower(i - 1);
      if (is_one_of(words_.text(i - 1), works)) return word.back() == 's' && word != "series";
      const bool title = words_.is_capitalized(i - 1) || !words_.has_letter(i - 1) ||
                         is_function_word(word) || is_one_of(word, links);
      if (!title || words_.text(i - 1) == "." || words_.text(i - 1) == ";") return false;
    }
    return false;
  }

  bool is_cast_before(std::uint32_t as) const {
    constexpr std::uint32_t reach = 14;
    for (std::uint32_t i = as; i > 0 && as - i < reach; --i) {
      if (words_.text(i - 1) == "." || words_.text(i - 1) == ";") return false;
      if (is_one_of(words_.lower(i - 1), casting)) return true;
    }
    return false;
  }
  /// Whether the text around is about stage or screen.
  bool is_of_stage(std::uint32_t at) const {
    constexpr std::uint32_t reach = 80;
    const std::uint32_t first = at > reach ? at - reach : 0, last = std::min(words_.size(), at + reach);
    for (std::uint32_t i = first; i < last; ++i)
      if (is_one_of(words_.lower(i), stage)) return true;
    return false;
  }

  const TokenWords& words_;
};

}  // namespace

void drop_fiction(const TokenWords& words, std::vector<NameRange>& ranges) {
  const Fiction fiction(words);
  std::unordered_set<std::string> played, real;  // words of the names
  std::vector<char> dropped(ranges.size(), 0);
  for (std::size_t r = 0; r < ranges.size(); ++r) {
    const bool part = fiction.is_part(ranges[r]);
    dropped[r] = part || fiction.is_title(ranges[r]);
    auto& bearers = part ? played : real;
    const bool full = ranges[r].last - ranges[r].first > 1 && !dropped[r];
    if (ranges[r].label == NameClass::person && (part || full))
      for (std::uint32_t i = ranges[r].first; i < ranges[r].last; ++i) bearers.insert(words.lower(i));
  }
  if (played.empty() && std::find(dropped.begin(), dropped.end(), 1) == dropped.end()) return;
  std::size_t kept = 0;
  for (std::size_t r = 0; r < ranges.size(); ++r) {
    const std::string& word = words.lower(ranges[r].first);
    const bool short_form = ranges[r].label == NameClass::person && ranges[r].last - ranges[r].first == 1 &&
                            played.contains(word) && !real.contains(word);
    if (!dropped[r] && !short_form) ranges[kept++] = ranges[r];
  }
  ranges.resize(kept);
}

}  // namespace attest::extract
