// When a bare number is a year: by itself, and by what stands around it.
#include <attest/extractor/date_rules.hpp>

namespace attest::extract {
namespace {

class YearReader {
 public:
  explicit YearReader(LexemeView lexemes) : lexemes_(lexemes) {}

  bool is_number(std::size_t i) const {
    if (!is(i, TimeWord::number) || lexemes_[i].digits != 4 || value(i) < 1000 || value(i) > 2100)
      return false;
    const bool decimal = i > 0 && adjacent(i - 1) &&
                         (is(i - 1, TimeWord::comma) || is(i - 1, TimeWord::dot)) && i > 1 &&
                         is(i - 2, TimeWord::number) && adjacent(i - 2);
    const bool goes_on = adjacent(i) && (is(i + 1, TimeWord::comma) || is(i + 1, TimeWord::dot)) &&
                         adjacent(i + 1) && is(i + 2, TimeWord::number);
    const bool numbers = i > 0 && (is(i - 1, TimeWord::money) || is(i - 1, TimeWord::label));
    return !decimal && !goes_on && !numbers && !is(i + 1, TimeWord::money);
  }
  bool counts_things(std::size_t i) const { return i + 1 < lexemes_.size() && lexemes_[i + 1].plural; }

  bool is_in_context(std::size_t i) const {
    if (heads_entry(i) || is_named_year(i)) return true;
    if (!is_number(i) || i == 0) return false;
    if (counts_things(i)) return may_date_things(i);
    switch (word(i - 1)) {
      case TimeWord::of:
      case TimeWord::in:
      case TimeWord::since:
      case TimeWord::from:
      case TimeWord::between:
      case TimeWord::to:
      case TimeWord::early:
      case TimeWord::about:
      case TimeWord::open_bracket:
      case TimeWord::last:
      case TimeWord::next:
      case TimeWord::season:
      case TimeWord::the:
        return true;
      case TimeWord::born:  // no "Plan B 1999"
        return lexemes_[i - 1].span.size() > 1 || !lexemes_[i - 1].capital;
      case TimeWord::and_:
        return value(i) >= 1900 || follows_year(i);
      case TimeWord::comma:
        return follows_year(i) || is(i + 1, TimeWord::close_bracket);
      case TimeWord::dot:
        return i > 1 && is(i - 2, TimeWord::born);
      case TimeWord::none:
        return (i > 1 && is(i - 2, TimeWord::early) && lexemes_[i - 1].span.size() == 2) || stands_by_name(i);
      case TimeWord::hyphen:
        return i > 1 && is(i - 2, TimeWord::early);
      case TimeWord::unit:
        return lexemes_.is_unit(i - 1, TimeUnit::year);  // "in the year 1492"
      case TimeWord::count:
      case TimeWord::whose:
        return value(i - 1) <= 1 && modifies_noun(i);
      default:
        return stands_by_name(i);
    }
  }

 private:
  TimeWord word(std::size_t i) const { return lexemes_.word(i); }
  bool is(std::size_t i, TimeWord expected) const { return lexemes_.is(i, expected); }
  int value(std::size_t i) const { return lexemes_.value(i); }
  bool adjacent(std::size_t i) const { return lexemes_.adjacent(i); }
  bool is_rule(std::size_t i) const { return lexemes_.is_rule(i); }

  // "in the year 71"
  bool is_named_year(std::size_t i) const {
    return i > 2 && is(i, TimeWord::number) && value(i) > 0 && value(i) < 1000 && is(i - 2, TimeWord::the) &&
           lexemes_.is_unit(i - 1, TimeUnit::year) && is(i - 3, TimeWord::in) && !counts_things(i) &&
           !is(i + 1, TimeWord::money);
  }

  // "1976. The ship sank": a year that opens a sentence and is set off.
  bool heads_entry(std::size_t i) const {
    for (std::size_t k = 0; k < i; ++k)
      if (!is(k, TimeWord::mark)) return false;
    const TimeWord after = word(i + 1);
    const bool set_off = after == TimeWord::dot || after == TimeWord::dash || after == TimeWord::mark;
    return i + 1 < lexemes_.size() && set_off && is_number(i) && value(i) >= 1500;
  }

  // "the 2014 protests", "after 2014 elections"; a round number rather counts.
  bool may_date_things(std::size_t i) const {
    if (value(i) < 1900) return false;
    if (is(i - 1, TimeWord::the) || is(i - 1, TimeWord::whose)) return true;
    return is(i - 1, TimeWord::in) && value(i) % 50 != 0;
  }
  // "in 1956, 1959 and 1962"
  bool follows_year(std::size_t i) const {
    std::size_t before = i - 1;
    if (before > 0 && is(before, TimeWord::and_) && is(before - 1, TimeWord::comma)) --before;
    return before > 0 && is_number(before - 1) && value(before - 1) >= 1500 && value(before - 1) < value(i);
  }
  // "a 1999 order", "her 2004 album"
  bool modifies_noun(std::size_t i) const {
    const bool round = value(i) < 1900 && value(i) % 50 == 0;
    return value(i) >= 1700 && !round && is(i + 1, TimeWord::none);
  }
  // "the Norland 1994 Games", "the Song Contest 2009": beside a word with a capital that opens no sentence.
  bool stands_by_name(std::size_t i) const {
    const bool goes_on = adjacent(i) && is_rule(i + 1);
    if (value(i) < 1900 || goes_on || !is(i - 1, TimeWord::none) || !lexemes_[i - 1].capital) return false;
    return i > 1 || (i + 1 < lexemes_.size() && lexemes_[i + 1].capital);
  }

  LexemeView lexemes_;
};

}  // namespace

bool counts_things(LexemeView lexemes, std::size_t i) {
  return YearReader(lexemes).counts_things(i);
}

bool is_year_number(LexemeView lexemes, std::size_t i) {
  return YearReader(lexemes).is_number(i);
}

bool is_year_in_context(LexemeView lexemes, std::size_t i) {
  return YearReader(lexemes).is_in_context(i);
}

}  // namespace attest::extract
