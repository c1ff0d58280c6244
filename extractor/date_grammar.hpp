// The grammar of time expressions: lexemes of a stretch of text → expressions, not yet resolved.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <attest/extractor/document.hpp>
#include <attest/extractor/edtf.hpp>

namespace attest::extract {

/// What a word can be in an expression of time.
enum class TimeWord : std::uint8_t {
  none,     ///< a word that means nothing here
  number,   ///< digits: `value`, `digits` of them
  ordinal,  ///< "19th", "first"
  decade,   ///< "1990s", "90s", "nineties": `value` 1990 or 90
  count,    ///< "two", "a"
  month,
  weekday,
  season,
  unit,
  today,        ///< today, yesterday, tomorrow: `value` 0, -1, 1
  part_of_day,  ///< morning … night; `value` 1 of hour
  last,
  next,
  this_,
  that,
  the,
  same,
  of,
  in,  ///< in, by, during, within …: a time may follow; `value` -1 before, 1 after
  since,
  from,
  between,
  to,
  and_,
  early,  ///< early, late, mid, beginning, end
  half,
  quarter,
  born,   ///< born, died, founded …: a year may follow
  whose,  ///< its, 's: "its 1999 report"
  label,  ///< resolution, flight, room: the number behind is no year
  feast,  ///< "Christmas": `value` 1225, its day
  eve,
  few,  ///< few, several
  recent,
  about,  ///< about, around; `value` 1 of circa and its short forms
  ago,
  later,    ///< later, afterwards
  earlier,  ///< earlier, previously
  before_christ,
  anno_domini,
  comma,
  hyphen,
  dash,
  dot,
  slash,
  open_bracket,
  close_bracket,
  money,  ///< "$", "%", "people", "km": the number beside it is no year
  mark    ///< any other punctuation
};

enum class TimeUnit : std::uint8_t { day, weekend, week, month, year, decade, century };

struct Lexeme {
  Span span;
  std::uint32_t token = 0;  ///< of the annotated document
  TimeWord word = TimeWord::none;
  std::int16_t digits = 0;
  std::int32_t value = 0;
  bool capital = false;
  bool plural = false;  ///< a word in lower case that a number may count: "villages"
};

/// "january"; "monday": in lower case, not shortened.
bool is_month(std::string_view word);
bool is_weekday(std::string_view word);

/// Appends the lexemes of `text[span]`.
void append_lexemes(std::string_view text, Span span, std::uint32_t token, std::vector<Lexeme>& lexemes);

struct DateExpression {
  enum class Anchor : std::uint8_t {
    none,      ///< `value` is complete
    year,      ///< the years of `value` are missing
    document,  ///< `amount` `unit`s after the day the document was written
    context    ///< the same, after the date told before
  };
  enum class Shape : std::uint8_t {
    point,     ///< the unit that many units away: "last year", "two days later"
    interval,  ///< all of the last `amount` units: "the past three weeks"
    weekday,   ///< `amount` < 0 before, 0 not after, > 0 after: "last Tuesday", "Tuesday", "next Tuesday"
    month,     ///< the month or season `month` of the anchor's year, `amount` as for weekday
    of_year,   ///< the month or season `month`, or its `day`, `amount` years away: "5 May last year"
    day        ///< the `day`th of the anchor's month: "the 25th of that month"
  };
  Anchor anchor = Anchor::none;
  Shape shape = Shape::point;
  DateRange value;
  TimeUnit unit = TimeUnit::day;
  int amount = 0;
  int weekday = 0;
  int month = 0;
  int day = 0;
  bool approximate = false;
  bool attributive = false;  ///< "a 1999 order": it dates the noun, not the time of the narrative
  bool half = false;         ///< and half a `unit` more: "six and a half months ago"
  std::size_t first = 0;     ///< lexemes [first, last)
  std::size_t last = 0;
};

/// All expressions, in order, none overlapping; linear time.
std::vector<DateExpression> read_expressions(std::span<const Lexeme> lexemes);

}  // namespace attest::extract
