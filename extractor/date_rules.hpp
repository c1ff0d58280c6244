// The rules of the grammar of time expressions: each takes the index of the lexeme where it starts and, where
// it holds, returns what it read. All look-ahead is bounded. Private to date_*.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include <attest/extractor/date_grammar.hpp>

namespace attest::extract {

/// Lexemes asked by index. Past the end `word` tells of marks, `is` holds of nothing; `value` and `[]` are
/// not to be asked there.
class LexemeView {
 public:
  explicit LexemeView(std::span<const Lexeme> lexemes) : lexemes_(lexemes) {}

  std::size_t size() const { return lexemes_.size(); }
  const Lexeme& operator[](std::size_t i) const { return lexemes_[i]; }
  TimeWord word(std::size_t i) const { return i < lexemes_.size() ? lexemes_[i].word : TimeWord::mark; }
  bool is(std::size_t i, TimeWord expected) const {
    return i < lexemes_.size() && lexemes_[i].word == expected;
  }
  bool is_unit(std::size_t i, TimeUnit unit) const {
    return is(i, TimeWord::unit) && value(i) == static_cast<int>(unit);
  }
  int value(std::size_t i) const { return lexemes_[i].value; }
  /// No blank between a lexeme and the next.
  bool adjacent(std::size_t i) const {
    return i + 1 < lexemes_.size() && lexemes_[i].span.end == lexemes_[i + 1].span.begin;
  }
  /// "9", "9th": a number that a day of a month may have.
  bool is_day(std::size_t i) const {
    const bool number = is(i, TimeWord::number) && lexemes_[i].digits <= 2;
    return (number || is(i, TimeWord::ordinal)) && value(i) >= 1 && value(i) <= 31;
  }
  std::size_t skip(std::size_t i, TimeWord optional) const { return is(i, optional) ? i + 1 : i; }
  bool is_rule(std::size_t i) const { return is(i, TimeWord::hyphen) || is(i, TimeWord::dash); }

 private:
  std::span<const Lexeme> lexemes_;
};

/// A number of four digits that could be a year, whatever stands around it.
bool is_year_number(LexemeView lexemes, std::size_t i);
/// A number that could be a year, and is one by what stands around: "in 1998", "a 1998 order".
bool is_year_in_context(LexemeView lexemes, std::size_t i);
/// Whether a word follows that a number may count: "2000 villages".
bool counts_things(LexemeView lexemes, std::size_t i);

/// Dates of the calendar, whole or without their year, and intervals of two: "19 September", "1992–1994".
std::optional<DateExpression> read_calendar(LexemeView lexemes, std::size_t i);

/// Days, months and seasons of a year that hangs on another: "in May last year", "5 March of that year".
std::optional<DateExpression> read_of_year(LexemeView lexemes, std::size_t i);

/// Expressions that hang on the document's date or on what was told: "two days later", "last week".
std::optional<DateExpression> read_relative(LexemeView lexemes, std::size_t i);

}  // namespace attest::extract
