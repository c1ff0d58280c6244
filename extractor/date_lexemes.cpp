#include <algorithm>
#include <string>
#include <unordered_map>

#include <attest/extractor/date_grammar.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

struct Meaning {
  TimeWord word;
  int value;
};

using Dictionary = std::unordered_map<std::string_view, Meaning>;

constexpr std::string_view months[] = {"january", "february", "march",     "april",   "may",      "june",
                                       "july",    "august",   "september", "october", "november", "december"};
constexpr std::string_view days[] = {"monday", "tuesday",  "wednesday", "thursday",
                                     "friday", "saturday", "sunday"};

void add_names(Dictionary& words) {
  for (int i = 0; i < 12; ++i) {
    words[months[i]] = {TimeWord::month, i + 1};
    words[months[i].substr(0, 3)] = {TimeWord::month, i + 1};
  }
  words["sept"] = {TimeWord::month, 9};
  for (int i = 0; i < 7; ++i) words[days[i]] = {TimeWord::weekday, i};
  constexpr std::string_view short_days[] = {"mon", "tue", "wed", "thu", "fri"};
  for (int i = 0; i < 5; ++i) words[short_days[i]] = {TimeWord::weekday, i};
  words["spring"] = {TimeWord::season, 21};
  words["summer"] = {TimeWord::season, 22};
  words["autumn"] = words["fall"] = {TimeWord::season, 23};
  words["winter"] = {TimeWord::season, 24};
}

void add_numbers(Dictionary& words) {
  constexpr std::string_view counts[] = {"one",     "two",       "three",    "four",     "five",
                                         "six",     "seven",     "eight",    "nine",     "ten",
                                         "eleven",  "twelve",    "thirteen", "fourteen", "fifteen",
                                         "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  for (int i = 0; i < 20; ++i) words[counts[i]] = {TimeWord::count, i + 1};
  words["thirty"] = {TimeWord::count, 30};
  words["forty"] = {TimeWord::count, 40};
  words["fifty"] = {TimeWord::count, 50};
  words["a"] = words["an"] = {TimeWord::count, 1};
  constexpr std::string_view ordinals[] = {
      "first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
      "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
      "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
  for (int i = 0; i < 20; ++i) words[ordinals[i]] = {TimeWord::ordinal, i + 1};
  constexpr std::string_view decades[] = {"twenties", "thirties",  "forties",  "fifties",
                                          "sixties",  "seventies", "eighties", "nineties"};
  for (int i = 0; i < 8; ++i) words[decades[i]] = {TimeWord::decade, 20 + 10 * i};
}

void add_units(Dictionary& words) {
  const std::pair<std::string_view, TimeUnit> units[] = {
      {"day", TimeUnit::day},          {"days", TimeUnit::day},       {"weekend", TimeUnit::weekend},
      {"week", TimeUnit::week},        {"weeks", TimeUnit::week},     {"month", TimeUnit::month},
      {"months", TimeUnit::month},     {"year", TimeUnit::year},      {"years", TimeUnit::year},
      {"decade", TimeUnit::decade},    {"decades", TimeUnit::decade}, {"century", TimeUnit::century},
      {"centuries", TimeUnit::century}};
  for (const auto& [text, unit] : units) words[text] = {TimeWord::unit, static_cast<int>(unit)};
  for (auto text : {"morning", "afternoon", "evening", "night"}) words[text] = {TimeWord::part_of_day, 0};
  words["hour"] = {TimeWord::part_of_day, 1};
}

void add_keywords(Dictionary& words) {
  const std::pair<TimeWord, std::string_view> keywords[] = {
      {TimeWord::last, "last past previous preceding"},
      {TimeWord::next, "next following coming subsequent"},
      {TimeWord::this_, "this"},
      {TimeWord::that, "that"},
      {TimeWord::the, "the"},
      {TimeWord::same, "same"},
      {TimeWord::of, "of"},
      {TimeWord::in, "in by during within on throughout"},
      {TimeWord::since, "since"},
      {TimeWord::from, "from"},
      {TimeWord::between, "between"},
      {TimeWord::to, "to through"},
      {TimeWord::and_, "and"},
      {TimeWord::early, "early late mid beginning end start middle"},
      {TimeWord::about, "about around approximately roughly"},
      {TimeWord::ago, "ago"},
      {TimeWord::later, "later afterwards"},
      {TimeWord::earlier, "earlier previously"},
      {TimeWord::before_christ, "bc bce"},
      {TimeWord::anno_domini, "ad ce"},
      {TimeWord::half, "half"},
      {TimeWord::quarter, "quarter"},
      {TimeWord::born,
       "born died b d est founded established formed built opened incorporated dissolved crowned ordained"},
      {TimeWord::whose, "his her its their our my s"},
      {TimeWord::label,
       "resolution flight highway route room article section paragraph chapter page pages no number"},
      {TimeWord::eve, "eve"},
      {TimeWord::few, "few several"},
      {TimeWord::recent, "recent"},
      {TimeWord::money,
       "people men women km kilometres kilometers kilometre kilometer miles mile metres meters metre meter "
       "percent million billion thousand dollars dollar euros euro pounds pound children word words foot "
       "feet"}};
  for (auto [word, rest] : keywords)
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      words[rest.substr(0, end)] = {word, 0};
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  words["before"] = words["prior"] = {TimeWord::in, -1};
  words["after"] = {TimeWord::in, 1};
  words["until"] = words["till"] = {TimeWord::in, 2};
  words["christmas"] = {TimeWord::feast, 1225};
  words["halloween"] = {TimeWord::feast, 1031};
  words["circa"] = words["ca"] = words["c"] = {TimeWord::about, 1};
  words["today"] = words["tonight"] = {TimeWord::today, 0};
  words["yesterday"] = {TimeWord::today, -1};
  words["tomorrow"] = {TimeWord::today, 1};
}

const Dictionary& dictionary() {
  static const Dictionary words = [] {
    Dictionary all;
    add_names(all);
    add_numbers(all);
    add_units(all);
    add_keywords(all);
    return all;
  }();
  return words;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// En and em dash, in UTF-8; 0 where something else stands at `at`.
std::size_t dash_length(std::string_view text, std::size_t at) {
  if (text[at] != '\xE2') return 0;
  const std::string_view three = text.substr(at, 3);
  return three == "\xE2\x80\x93" || three == "\xE2\x80\x94" ? 3 : 0;
}
// Curly quotation marks and dots, which are no letters.
std::size_t mark_length(std::string_view text, std::size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return 0;
  const std::string_view two = text.substr(at, 2);
  return two == "\xE2\x80" ? 3 : two == "\xC2\xAB" || two == "\xC2\xBB" || two == "\xC2\xA0" ? 2 : 0;
}

TimeWord punctuation(char c) {
  switch (c) {
    case ',':
      return TimeWord::comma;
    case '-':
      return TimeWord::hyphen;
    case '.':
      return TimeWord::dot;
    case '/':
      return TimeWord::slash;
    case '(':
    case '[':
      return TimeWord::open_bracket;
    case ')':
    case ']':
      return TimeWord::close_bracket;
    case '$':
    case '#':
    case '%':
      return TimeWord::money;
    default:
      return TimeWord::mark;
  }
}

std::size_t read_number(std::string_view text, std::size_t at, std::size_t end, Lexeme& lexeme) {
  std::size_t stop = at;
  while (stop < end && is_digit(text[stop])) {
    if (stop - at < 8) lexeme.value = lexeme.value * 10 + (text[stop] - '0');
    ++stop;
  }
  lexeme.word = TimeWord::number;
  lexeme.digits = static_cast<std::int16_t>(std::min<std::size_t>(stop - at, 9));
  std::size_t tail = stop;
  while (tail < end && is_letter(text[tail]) && dash_length(text, tail) == 0 && mark_length(text, tail) == 0)
    ++tail;
  const std::string_view suffix = text.substr(stop, tail - stop);
  if (suffix == "s" && lexeme.value % 10 == 0) {
    lexeme.word = TimeWord::decade;
  } else if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") {
    lexeme.word = TimeWord::ordinal;
  } else if (!suffix.empty()) {
    lexeme.word = TimeWord::none;
  }
  return tail;
}

// "B.C.", "A.D.", "B.C.E.", "C.E.": one lexeme each; nothing where letters go on.
std::size_t read_era(std::string_view text, std::size_t at, std::size_t end, Lexeme& lexeme) {
  constexpr std::pair<std::string_view, TimeWord> eras[] = {{"B.C.E", TimeWord::before_christ},
                                                            {"B.C", TimeWord::before_christ},
                                                            {"A.D", TimeWord::anno_domini},
                                                            {"C.E", TimeWord::anno_domini}};
  for (const auto& [era, word] : eras) {
    if (text.substr(at, end - at).substr(0, era.size()) != era) continue;
    const std::size_t stop = at + era.size();
    if (stop < end && is_letter(text[stop])) return at;
    lexeme.word = word;
    lexeme.capital = true;
    return stop < end && text[stop] == '.' ? stop + 1 : stop;
  }
  return at;
}

// A word in small letters that a number before it may count: "villages", not "this", "across" or "always".
bool is_plural(std::string_view word) {
  constexpr std::string_view adverbs[] = {"always",  "perhaps", "towards",    "besides",   "whereas",
                                          "onwards", "upwards", "afterwards", "sometimes", "does"};
  if (word.size() <= 3 || word.back() != 's' || is_one_of(word, adverbs)) return false;
  const char before = word[word.size() - 2];
  return before != 's' && before != 'u' && before != 'i';
}

std::size_t read_word(std::string_view text, std::size_t at, std::size_t end, Lexeme& lexeme) {
  std::size_t stop = at;
  while (stop < end && is_letter(text[stop]) && dash_length(text, stop) == 0 && mark_length(text, stop) == 0)
    ++stop;
  if (stop == at) return at + 1;
  lexeme.capital = text[at] >= 'A' && text[at] <= 'Z';
  lexeme.plural = !lexeme.capital && is_plural(text.substr(at, stop - at));
  if (stop - at > 12) return stop;
  char lower[12];
  for (std::size_t i = at; i < stop; ++i)
    lower[i - at] = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] + 32) : text[i];
  const auto found = dictionary().find(std::string_view(lower, stop - at));
  if (found == dictionary().end()) return stop;
  const TimeWord word = found->second.word;
  const bool is_name = word == TimeWord::month || word == TimeWord::weekday || word == TimeWord::feast;
  if (is_name && !lexeme.capital) return stop;
  lexeme.word = word;
  lexeme.value = found->second.value;
  return stop;
}

}  // namespace

bool is_month(std::string_view word) {
  return is_one_of(word, months);
}
bool is_weekday(std::string_view word) {
  return is_one_of(word, days);
}

void append_lexemes(std::string_view text, Span span, std::uint32_t token, std::vector<Lexeme>& lexemes) {
  std::size_t at = span.begin;
  while (at < span.end) {
    if (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r') {
      ++at;
      continue;
    }
    Lexeme lexeme;
    lexeme.token = token;
    std::size_t stop = at + 1;
    if (is_digit(text[at])) {
      stop = read_number(text, at, span.end, lexeme);
    } else if (const auto dash = dash_length(text, at)) {
      lexeme.word = TimeWord::dash;
      stop = at + dash;
    } else if (const auto mark = mark_length(text, at)) {
      lexeme.word = TimeWord::mark;
      stop = at + mark;
    } else if (const std::size_t era = read_era(text, at, span.end, lexeme); era > at) {
      stop = era;
    } else if (is_letter(text[at])) {
      stop = read_word(text, at, span.end, lexeme);
    } else {
      lexeme.word = punctuation(text[at]);
    }
    stop = std::min<std::size_t>(stop, span.end);
    lexeme.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(stop)};
    lexemes.push_back(lexeme);
    at = stop;
  }
}

}  // namespace attest::extract
