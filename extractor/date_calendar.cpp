// Dates of the calendar and intervals of two.
#include <attest/extractor/date_rules.hpp>

#include <attest/extractor/edtf.hpp>

namespace attest::extract {
namespace {

using Anchor = DateExpression::Anchor;

// A date of the calendar as far as it is read: the year may still be missing.
struct Point {
  PartialDate date;
  bool has_year = false;
  std::size_t end = 0;
};

class CalendarReader {
 public:
  explicit CalendarReader(LexemeView lexemes) : lexemes_(lexemes) {}

  std::optional<DateExpression> read(std::size_t i) const {
    if (auto found = range(i)) return found;
    return calendar(i);
  }

 private:
  TimeWord word(std::size_t i) const { return lexemes_.word(i); }
  bool is(std::size_t i, TimeWord expected) const { return lexemes_.is(i, expected); }
  int value(std::size_t i) const { return lexemes_.value(i); }
  bool adjacent(std::size_t i) const { return lexemes_.adjacent(i); }
  std::size_t skip(std::size_t i, TimeWord optional) const { return lexemes_.skip(i, optional); }
  bool is_rule(std::size_t i) const { return lexemes_.is_rule(i); }

  // ---- the calendar -------------------------------------------------------------------------------

  bool is_day(std::size_t i) const { return lexemes_.is_day(i); }
  bool is_year_number(std::size_t i) const { return extract::is_year_number(lexemes_, i); }
  bool counts_things(std::size_t i) const { return extract::counts_things(lexemes_, i); }
  bool year_in_context(std::size_t i) const { return extract::is_year_in_context(lexemes_, i); }
  bool closes_bracket(std::size_t i) const { return is(i, TimeWord::close_bracket); }
  bool is_determiner(std::size_t i) const { return is(i, TimeWord::count) || is(i, TimeWord::whose); }

  // "2023", ", 2023", "of 2023" after a month or a day; two digits never.
  std::optional<std::size_t> year_after(std::size_t i) const {
    std::size_t at = skip(i, TimeWord::dot);
    at = skip(at, TimeWord::comma);
    if (at == i) at = skip(at, TimeWord::of);
    if (at == i) at = skip(at, TimeWord::in);
    return is_year_number(at) && !(at == i + 1 && counts_things(at)) ? std::optional(at) : std::nullopt;
  }

  // "420", "of 384": a year of three digits right behind the month, with no word behind it to count.
  std::optional<std::size_t> ancient_year_after(std::size_t i) const {
    const std::size_t at = skip(i, TimeWord::of);
    return is_ancient_year(at) ? std::optional(at) : std::nullopt;
  }
  bool is_ancient_year(std::size_t i) const {
    if (!is(i, TimeWord::number) || lexemes_[i].digits != 3) return false;
    return i + 1 >= lexemes_.size() || (word(i + 1) != TimeWord::none && word(i + 1) != TimeWord::money &&
                                        !(adjacent(i) && is(i + 2, TimeWord::number)));
  }

  Point finish(PartialDate date, std::size_t end) const {
    Point point{date, false, end};
    auto year = year_after(end);
    if (!year) year = ancient_year_after(end);
    if (year) {
      point.date.year = value(*year);
      point.has_year = true;
      point.end = *year + 1;
    }
    return point;
  }

  // "September 19", "Sept. 19th, 2023", "September 2023", "September"
  std::optional<Point> month_first(std::size_t i) const {
    if (!is(i, TimeWord::month)) return std::nullopt;
    PartialDate date{0, value(i), 0, Precision::month, false};
    std::size_t next = i + 1;
    if (is(next, TimeWord::dot) && adjacent(i)) ++next;
    next = skip(next, TimeWord::the);
    const bool is_clock = is(next + 1, TimeWord::mark) && adjacent(next) && is(next + 2, TimeWord::number);
    if (is_day(next) && !is_clock) {
      date.day = value(next);
      date.precision = Precision::day;
      return finish(date, next + 1);
    }
    return finish(date, i + 1);
  }

  // "19 September", "the 19th of September, 2023", "1st day of Feb."
  std::optional<Point> day_first(std::size_t i) const {
    i = skip(i, TimeWord::the);
    if (!is_day(i)) return std::nullopt;
    std::size_t at = i + 1;
    if (lexemes_.is_unit(at, TimeUnit::day)) {
      if (lexemes_[at].plural) return std::nullopt;  // "the first days of October"
      ++at;
    }
    at = skip(at, TimeWord::of);
    if (!is(at, TimeWord::month)) return std::nullopt;
    std::size_t end = at + 1;
    const bool abbreviated =
        is(end, TimeWord::dot) && lexemes_[at].span.size() <= 4 && is_year_number(end + 1);
    if (abbreviated) ++end;
    return finish({0, value(at), value(i), Precision::day, false}, end);
  }

  // "2023-09-19", "2023-09", "19.09.2023", "19/09/2023", "09/19/2023"
  std::optional<Point> numeric(std::size_t i) const {
    if (!is(i, TimeWord::number)) return std::nullopt;
    if (auto found = spaced_numeric(i)) return found;
    const bool close = adjacent(i) && adjacent(i + 1);
    if (!close || !is(i + 2, TimeWord::number) || word(i + 1) == TimeWord::dash) return std::nullopt;
    const bool whole =
        adjacent(i + 2) && adjacent(i + 3) && word(i + 1) == word(i + 3) && is(i + 4, TimeWord::number);
    if (is_year_number(i) && is(i + 1, TimeWord::hyphen) && lexemes_[i + 2].digits == 2) {
      if (whole && is_valid_day(value(i), value(i + 2), value(i + 4)))
        return Point{{value(i), value(i + 2), value(i + 4), Precision::day, false}, true, i + 5};
      if (!whole && value(i + 2) >= 1 && value(i + 2) <= 12)
        return Point{{value(i), value(i + 2), 0, Precision::month, false}, true, i + 3};
    }
    const bool separated = is(i + 1, TimeWord::dot) || is(i + 1, TimeWord::slash);
    if (separated && whole && is_year_number(i) && is_valid_day(value(i), value(i + 2), value(i + 4)))
      return Point{{value(i), value(i + 2), value(i + 4), Precision::day, false}, true, i + 5};
    if (!whole || !separated || lexemes_[i + 4].digits != 4) return std::nullopt;
    int day = value(i), month = value(i + 2);
    if (month > 12) std::swap(day, month);
    if (!is_valid_day(value(i + 4), month, day)) return std::nullopt;
    return Point{{value(i + 4), month, day, Precision::day, false}, true, i + 5};
  }

  // "2023 - 09 - 19"
  std::optional<Point> spaced_numeric(std::size_t i) const {
    const bool pattern = is_year_number(i) && is(i + 1, TimeWord::hyphen) && is(i + 2, TimeWord::number) &&
                         is(i + 3, TimeWord::hyphen) && is(i + 4, TimeWord::number);
    if (!pattern || lexemes_[i + 2].digits != 2 || lexemes_[i + 4].digits != 2) return std::nullopt;
    if (!is_valid_day(value(i), value(i + 2), value(i + 4))) return std::nullopt;
    return Point{{value(i), value(i + 2), value(i + 4), Precision::day, false}, true, i + 5};
  }

  // "1898, February 15", as chronologies write
  std::optional<Point> year_first(std::size_t i) const {
    if (!is_year_number(i)) return std::nullopt;
    const std::size_t at = skip(i + 1, TimeWord::comma);
    if (!is(at, TimeWord::month) || !is_day(at + 1) || lexemes_[at + 1].word != TimeWord::number)
      return std::nullopt;
    if (is_year_number(at + 2) || (is(at + 2, TimeWord::comma) && is_year_number(at + 3)))
      return std::nullopt;
    return Point{{value(i), value(at), value(at + 1), Precision::day, false}, true, at + 2};
  }

  // "spring 2023", "the summer of 1914"
  std::optional<Point> season(std::size_t i) const {
    i = skip(i, TimeWord::the);
    if (!is(i, TimeWord::season)) return std::nullopt;
    const Point point = finish({0, value(i), 0, Precision::season, false}, i + 1);
    return point.has_year ? std::optional(point) : std::nullopt;
  }

  // "Christmas Eve 1914", "New Year's Day, 2011"; without a year only the day itself
  std::optional<Point> feast(std::size_t i) const {
    std::size_t at = i;
    int month = 1, day = 1;
    if (is(i, TimeWord::feast)) {
      month = value(i) / 100, day = value(i) % 100;
      ++at;
    } else if (lexemes_.is_unit(i, TimeUnit::year) && lexemes_[i].capital && is(i + 1, TimeWord::mark) &&
               is(i + 2, TimeWord::whose)) {
      at = i + 3;
    } else {
      return std::nullopt;
    }
    const bool on_eve = is(at, TimeWord::eve), on_day = lexemes_.is_unit(at, TimeUnit::day);
    if (at == i + 3 && !on_eve && !on_day) return std::nullopt;
    const PartialDate date{0, month, day, Precision::day, false};
    Point point = finish(date, on_eve || on_day ? at + 1 : at);
    if (!point.has_year && !on_eve && !on_day) return std::nullopt;
    if (!on_eve) return point;
    if (day > 1) {
      --point.date.day;
    } else {  // the year named with the last of December is its own
      point.date.month = 12, point.date.day = 31;
    }
    return point;
  }

  // "the 1990s", "the '90s", "the nineties"
  std::optional<Point> decade(std::size_t i) const {
    const std::size_t at = skip(i, TimeWord::the);
    if (!is(at, TimeWord::decade)) {
      const bool short_form = at > i && is(at, TimeWord::mark) && is(at + 1, TimeWord::decade);
      return short_form ? decade(at + 1) : std::nullopt;
    }
    int year = value(at);
    if (year < 100) {
      if (at == i && !(i > 0 && (is(i - 1, TimeWord::mark) || is(i - 1, TimeWord::early))))
        return std::nullopt;
      year += year >= 20 ? 1900 : 2000;
    }
    if (year < 1000 || year > 2100) return std::nullopt;
    if (year % 100 == 0 && year <= 1800)  // "the 1700s"
      return Point{{year, 0, 0, Precision::century, false}, true, at + 1};
    const bool of_century = is(at + 1, TimeWord::of) && is(at + 2, TimeWord::the) &&
                            is(at + 3, TimeWord::last) && is(at + 4, TimeWord::unit);
    return Point{{year, 0, 0, Precision::decade, false}, true, of_century ? at + 5 : at + 1};
  }

  // "the 19th century", "the first half of the nineteenth century" (an interval, see calendar())
  std::optional<Point> century(std::size_t i) const {
    i = skip(i, TimeWord::the);
    if (!is(i, TimeWord::ordinal) || value(i) < 1 || value(i) > 21) return std::nullopt;
    const std::size_t at = skip(i + 1, TimeWord::hyphen);
    if (!is(at, TimeWord::unit) || value(at) != static_cast<int>(TimeUnit::century)) return std::nullopt;
    if (is(at + 1, TimeWord::before_christ)) return std::nullopt;  // for which EDTF has no form
    return Point{{(value(i) - 1) * 100, 0, 0, Precision::century, false}, true, at + 1};
  }

  std::optional<Point> year(std::size_t i) const {
    const bool named = is(i + 1, TimeWord::before_christ) || is(i + 1, TimeWord::anno_domini);
    if (is(i, TimeWord::number) && lexemes_[i].digits <= 4 && named) {
      const bool before = is(i + 1, TimeWord::before_christ);
      return Point{{before ? 1 - value(i) : value(i), 0, 0, Precision::year, false}, true, i + 2};
    }
    const bool after_christ = is(i, TimeWord::anno_domini) && lexemes_[i].capital;
    if (after_christ && is(i + 1, TimeWord::number) && lexemes_[i + 1].digits <= 4)
      return Point{{value(i + 1), 0, 0, Precision::year, false}, true, i + 2};
    if (!year_in_context(i)) return std::nullopt;
    return Point{{value(i), 0, 0, Precision::year, false}, true, i + 1};
  }

  // "Saturday, September 12, 2015 pilgrims came": behind a full day the number counts nothing.
  void add_year_of_weekday(Point& day) const {
    const std::size_t at = skip(day.end, TimeWord::comma);
    if (day.has_year || at == day.end || !is_year_number(at) || value(at) < 1900) return;
    day.date.year = value(at);
    day.has_year = true;
    day.end = at + 1;
  }

  std::optional<Point> bare_point(std::size_t i) const {
    if (is(i, TimeWord::weekday)) {  // "Tuesday, 19 September"
      std::size_t at = skip(i + 1, TimeWord::dot);
      at = skip(skip(at, TimeWord::comma), TimeWord::the);
      auto found = month_first(at);
      if (!found || !found->date.day) found = day_first(at);
      if (found) add_year_of_weekday(*found);
      return found;
    }
    if (auto found = numeric(i)) return found;
    if (auto found = year_first(i)) return found;
    if (auto found = day_first(i)) return found;
    if (auto found = month_first(i)) return found;
    if (auto found = season(i)) return found;
    if (auto found = century(i)) return found;
    if (auto found = decade(i)) return found;
    if (auto found = feast(i)) return found;
    return year(i);
  }

  // With what may stand before: "c. 1850", "early 2023", "the end of September", "mid-1990s".
  std::optional<Point> point(std::size_t i) const {
    if (is(i, TimeWord::about)) {
      const std::size_t at = skip(i + 1, TimeWord::dot);
      auto found = bare_point(at);
      const bool circa = value(i) != 0;
      const bool year = (is_year_number(at) && !counts_things(at)) || (circa && is_ancient_year(at));
      if (!found && year) found = Point{{value(at), 0, 0, Precision::year, false}, true, at + 1};
      if (found) found->date.approximate = true;
      return found;
    }
    std::size_t at = skip(i, TimeWord::the);
    if (is(at, TimeWord::early)) {
      at = skip(skip(at + 1, TimeWord::hyphen), TimeWord::of);
      auto found = bare_point(at);
      return found ? found : bare_point(skip(at, TimeWord::the));
    }
    return bare_point(i);
  }

  bool month_stands_free(std::size_t i) const {
    if (i == 0) return false;
    switch (word(i - 1)) {
      case TimeWord::of:
      case TimeWord::in:
      case TimeWord::since:
      case TimeWord::from:
      case TimeWord::to:
      case TimeWord::between:
      case TimeWord::early:
        return true;
      default:
        return false;
    }
  }

  std::optional<DateExpression> calendar(std::size_t i) const {
    if (auto found = half_century(i)) return found;
    if (auto found = part_of_year(i)) return found;
    const auto found = point(i);
    if (!found) return std::nullopt;
    const bool bare_month = found->date.precision == Precision::month && !found->has_year;
    if (bare_month && !month_stands_free(found->end - 1)) return std::nullopt;
    DateExpression expression;
    expression.anchor = found->has_year ? Anchor::none : Anchor::year;
    expression.value.first = found->date;
    expression.value.open = i > 0 && is(i - 1, TimeWord::since);
    expression.attributive = found->date.precision == Precision::year && i > 0 && is_determiner(i - 1) &&
                             is(found->end, TimeWord::none);
    expression.first = i;
    expression.last = found->end;
    if (bare_month && is(found->end, TimeWord::last)) ++expression.last;
    return valid(expression.value, found->has_year) ? std::optional(expression) : std::nullopt;
  }

  // "the third quarter of 2009", "the first half of 2009": the months from … to …
  std::optional<DateExpression> part_of_year(std::size_t i) const {
    const std::size_t at = skip(i, TimeWord::the), unit = skip(at + 1, TimeWord::hyphen);
    const bool half = is(unit, TimeWord::half);
    if (!is(at, TimeWord::ordinal) || !(half || is(unit, TimeWord::quarter))) return std::nullopt;
    const std::size_t year = skip(unit + 1, TimeWord::of);
    const int months = half ? 6 : 3, part = value(at);
    if (part < 1 || part > 12 / months || !is_year_number(year) || counts_things(year)) return std::nullopt;
    DateExpression expression;
    expression.value = {{value(year), (part - 1) * months + 1, 0, Precision::month, false},
                        PartialDate{value(year), part * months, 0, Precision::month, false},
                        false};
    expression.first = i;
    expression.last = year + 1;
    return expression;
  }

  std::optional<DateExpression> half_century(std::size_t i) const {
    const std::size_t at = skip(i, TimeWord::the);
    if (!is(at, TimeWord::ordinal) || !is(at + 1, TimeWord::half) || value(at) > 2) return std::nullopt;
    const auto whole = century(skip(at + 2, TimeWord::of));
    if (!whole) return std::nullopt;
    const int start = whole->date.year + (value(at) == 2 ? 51 : 1);
    DateExpression expression;
    expression.value = {
        {start, 0, 0, Precision::year, false}, PartialDate{start + 49, 0, 0, Precision::year, false}, false};
    expression.first = i;
    expression.last = whole->end;
    return expression;
  }

  static bool valid(const DateRange& range, bool has_year) {
    const auto exists = [&](const PartialDate& date) {
      return date.precision != Precision::day ||
             is_valid_day(has_year ? date.year : 2000, date.month, date.day);
    };
    return exists(range.first) && (!range.last || exists(*range.last));
  }

  // ---- intervals ----------------------------------------------------------------------------------

  std::optional<DateExpression> range(std::size_t i) const {
    const bool introduced = is(i, TimeWord::between) || is(i, TimeWord::from) || is(i, TimeWord::since);
    const std::size_t start = introduced ? i + 1 : i;
    std::optional<DateExpression> found = days_of_month(start);
    if (!found) found = years(start, introduced);
    if (!found) found = points(start, introduced);
    if (found) found->first = start;
    return found;
  }

  bool joins(std::size_t i) const {
    return is_rule(i) || is(i, TimeWord::to) || is(i, TimeWord::and_) || is(i, TimeWord::slash) ||
           (is(i, TimeWord::in) && value(i) == 2);  // "until"
  }

  DateExpression interval(const Point& first, const Point& last) const {
    DateExpression expression;
    expression.anchor = last.has_year ? Anchor::none : Anchor::year;
    expression.value.first = first.date;
    expression.value.last = last.date;
    if (last.has_year && !first.has_year) {
      const bool wraps = first.date.month > last.date.month && last.date.month > 0;
      expression.value.first.year = last.date.year - (wraps ? 1 : 0);
    }
    expression.last = last.end;
    return expression;
  }

  std::size_t skip_weekday(std::size_t i) const {
    return is(i, TimeWord::weekday) ? skip(skip(i + 1, TimeWord::dot), TimeWord::comma) : i;
  }

  // "19–20 September 2023", "September 19 and 20, 2023", "Tuesday 5 and Wednesday 6 April"
  std::optional<DateExpression> days_of_month(std::size_t i) const {
    const std::size_t month = skip(skip_weekday(i), TimeWord::the);
    const bool month_leads = is(month, TimeWord::month);
    const std::size_t first = month_leads ? month + 1 : month;
    const std::size_t second = skip(skip_weekday(first + 2), TimeWord::the);
    if (!is_day(first) || !joins(first + 1) || !is_day(second) || value(second) <= value(first))
      return std::nullopt;
    Point end;
    if (month_leads) {
      end = finish({0, value(month), value(second), Precision::day, false}, second + 1);
    } else if (const auto read = day_first(second)) {
      end = *read;
    } else {
      return std::nullopt;
    }
    Point start = end;
    start.date.day = value(first);
    const auto expression = interval(start, end);
    return valid(expression.value, end.has_year) ? std::optional(expression) : std::nullopt;
  }

  // "1992–1994", "1871–72", "between 1992 and 1994", "from 2013 to 2019"
  std::optional<DateExpression> years(std::size_t i, bool introduced) const {
    if (!is_year_number(i) || !joins(i + 1) || !is(i + 2, TimeWord::number)) return std::nullopt;
    if (spaced_numeric(i)) return std::nullopt;
    const bool season = is(i + 1, TimeWord::slash) && value(i + 2) % 100 == (value(i) + 1) % 100;
    const bool runs = is(i + 1, TimeWord::to) && value(i + 1) == 0 &&
                      (year_in_context(i) || (value(i) >= 1500 && lexemes_[i + 2].digits == 4));
    const bool paired = is(i + 1, TimeWord::and_) && value(i + 2) == value(i) + 1 && year_in_context(i);
    if (!introduced && !is_rule(i + 1) && !runs && !season && !paired) return std::nullopt;
    int last = value(i + 2);
    const bool is_month = is(i + 1, TimeWord::hyphen) && adjacent(i) && last <= 12;
    if (lexemes_[i + 2].digits == 2 && (is_rule(i + 1) || season) && !is_month) last += value(i) / 100 * 100;
    if (last <= value(i) || last > 2100 || counts_things(i + 2)) return std::nullopt;
    if (is(i + 3, TimeWord::hyphen) && adjacent(i + 2)) return std::nullopt;
    return interval({{value(i), 0, 0, Precision::year, false}, true, i + 1},
                    {{last, 0, 0, Precision::year, false}, true, i + 3});
  }

  // "(8 May 1842 – 1907)"
  std::optional<Point> year_of_death(std::size_t rule) const {
    const std::size_t at = rule + 1;
    if (!is_rule(rule) || !is_year_number(at) || !closes_bracket(at + 1)) return std::nullopt;
    return Point{{value(at), 0, 0, Precision::year, false}, true, at + 1};
  }

  // "28 September – 5 October", "November and December 2020", "from May to July 2023"
  std::optional<DateExpression> points(std::size_t i, bool introduced) const {
    const auto first = point(i);
    if (!first || !joins(first->end)) return std::nullopt;
    auto last = point(skip(first->end + 1, TimeWord::the));
    if (!last && first->has_year) last = year_of_death(first->end);
    if (!last) return std::nullopt;
    const bool lifetime = is_rule(first->end) && first->has_year && last->has_year;  // "c. 1818 – 8 May 1880"
    const bool spelled_out = introduced && first->has_year && last->has_year;  // "from 5 May 1990 until 1994"
    if (last->date.precision != first->date.precision && !lifetime && !spelled_out) return std::nullopt;
    const bool months = first->date.precision == Precision::month && !first->has_year;
    const bool paired = is(first->end, TimeWord::and_) && !introduced;
    if (is(first->end, TimeWord::slash) || (is(first->end, TimeWord::in) && !introduced)) return std::nullopt;
    const bool next_month = months && last->date.month == first->date.month + 1;
    const bool next_day = first->date.precision == Precision::day && last->date.month == first->date.month &&
                          last->date.day == first->date.day + 1;
    if (paired && !next_month && !next_day) return std::nullopt;
    if (first->has_year && !last->has_year) return std::nullopt;
    if (months && !introduced && !last->has_year && !month_stands_free(i)) return std::nullopt;
    const auto expression = interval(*first, *last);
    const bool ordered =
        !last->has_year || first_day_number(expression.value.first) < first_day_number(last->date);
    return ordered && valid(expression.value, last->has_year) ? std::optional(expression) : std::nullopt;
  }

  LexemeView lexemes_;
};

}  // namespace

std::optional<DateExpression> read_calendar(LexemeView lexemes, std::size_t i) {
  return CalendarReader(lexemes).read(i);
}

}  // namespace attest::extract
