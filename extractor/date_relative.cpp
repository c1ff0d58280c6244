// Expressions that hang on the day the document was written or on what was told before.
#include <attest/extractor/date_rules.hpp>

namespace attest::extract {
namespace {

using Anchor = DateExpression::Anchor;
using Shape = DateExpression::Shape;

class RelativeReader {
 public:
  explicit RelativeReader(LexemeView lexemes) : lexemes_(lexemes) {}

  std::optional<DateExpression> relative(std::size_t i) const {
    if (auto found = today(i)) return found;
    if (is(i, TimeWord::recent) && is(i + 1, TimeWord::unit) && lexemes_[i + 1].plural) {
      auto found = lately(i + 1);
      if (found) found->first = i;
      return found;
    }
    if (auto found = counted(i)) return found;
    if (auto found = day_of_that_month(i)) return found;
    if (auto found = bare_day(i)) return found;
    if (auto found = day_before(i)) return found;
    if (auto found = the_weekend(i)) return found;
    return modified(i);
  }

  // "in May last year", "5 March of the same year", "October 12 this year", "the spring of the following
  // year"
  std::optional<DateExpression> of_year(std::size_t i) const {
    std::size_t at = skip(skip(i, TimeWord::the), TimeWord::early);
    DateExpression expression;
    const bool leads = is_day(at) && is(skip(at + 1, TimeWord::of), TimeWord::month);
    if (leads) expression.day = value(at), at = skip(at + 1, TimeWord::of);
    if (!is(at, TimeWord::month) && !is(at, TimeWord::season)) return std::nullopt;
    expression.month = value(at);
    if (++at; !leads && is_day(at) && expression.month <= 12) expression.day = value(at++);
    const std::size_t year = skip(skip(skip(at, TimeWord::comma), TimeWord::of), TimeWord::in);
    const auto which = modified(year);
    const bool whole = which && which->shape == Shape::point && which->unit == TimeUnit::year;
    if (!whole || lexemes_[which->last - 1].plural) return std::nullopt;
    expression.anchor = which->anchor;
    expression.shape = Shape::of_year;
    expression.unit = TimeUnit::year;
    expression.amount = which->amount;
    expression.first = i;
    expression.last = which->last;
    return expression;
  }

 private:
  TimeWord word(std::size_t i) const { return lexemes_.word(i); }
  bool is(std::size_t i, TimeWord expected) const { return lexemes_.is(i, expected); }
  int value(std::size_t i) const { return lexemes_.value(i); }
  std::size_t skip(std::size_t i, TimeWord optional) const { return lexemes_.skip(i, optional); }

  bool is_day(std::size_t i) const { return lexemes_.is_day(i); }

  static DateExpression shifted(Anchor anchor, TimeUnit unit, int amount, std::size_t last) {
    DateExpression expression;
    expression.anchor = anchor;
    expression.unit = unit;
    expression.amount = amount;
    expression.last = last;
    return expression;
  }

  std::optional<DateExpression> today(std::size_t i) const {
    if (!is(i, TimeWord::today)) return std::nullopt;
    auto expression = shifted(Anchor::document, TimeUnit::day, value(i), i + 1);
    expression.first = i;
    if (is(i + 1, TimeWord::part_of_day)) ++expression.last;
    return expression;
  }

  // "two days ago", "three weeks later", "a year earlier"
  std::optional<DateExpression> counted(std::size_t i) const {
    const bool rounded = is(i, TimeWord::about);
    const std::size_t at = rounded ? i + 1 : i;
    const bool number = is(at, TimeWord::count) || (is(at, TimeWord::number) && lexemes_[at].digits <= 3);
    const bool half = is(at + 1, TimeWord::and_) && is(at + 2, TimeWord::count) && is(at + 3, TimeWord::half);
    const std::size_t of = half ? at + 4 : at + 1;
    if (!number || !is(of, TimeWord::unit)) return std::nullopt;
    const auto unit = static_cast<TimeUnit>(value(of));
    const int direction = direction_of(of + 1);
    if (direction == 0) return counted_from_date(i, at, of);
    const int amount = direction * value(at);
    const Anchor anchor = is(of + 1, TimeWord::ago) ? Anchor::document : Anchor::context;
    auto expression = counted_from(anchor, unit, amount, half, of + 2);
    expression.approximate |= rounded;
    expression.first = i;
    return expression;
  }

  // "a week before 5 May 1990", "ten years after 1990"; "a day after Tuesday" hangs on another such
  // expression.
  std::optional<DateExpression> counted_from_date(std::size_t i, std::size_t number, std::size_t unit) const {
    const bool beside = is(unit + 1, TimeWord::in) && (value(unit + 1) == 1 || value(unit + 1) == -1);
    auto from = beside ? read_calendar(lexemes_, unit + 2) : std::nullopt;
    if (!from || from->anchor != Anchor::none || from->value.last) return std::nullopt;
    const int amount = value(unit + 1) * value(number);
    PartialDate& date = from->value.first;
    switch (static_cast<TimeUnit>(value(unit))) {
      case TimeUnit::day:
      case TimeUnit::week:
        if (date.precision != Precision::day) return std::nullopt;
        date = add_days(date, lexemes_.is_unit(unit, TimeUnit::day) ? amount : 7 * amount);
        break;
      case TimeUnit::month:
        if (date.precision < Precision::month) return std::nullopt;
        date = add_months(date, amount);
        break;
      case TimeUnit::year:
        if (date.precision < Precision::year || date.year <= 0) return std::nullopt;
        date = PartialDate{date.year + amount, 0, 0, Precision::year, false};
        break;
      default:
        return std::nullopt;
    }
    from->value.open = false;
    from->first = i;
    return from;
  }

  // "a week later" is the day a week on, "ten decades later" a year that is only roughly said.
  // Half of it more is counted in the smaller unit.
  static DateExpression counted_from(Anchor anchor, TimeUnit unit, int amount, bool half, std::size_t last) {
    const auto in_smaller = [&](int size) {
      const int rest = half ? size / 2 : 0;
      return amount < 0 ? amount * size - rest : amount * size + rest;
    };
    if (unit == TimeUnit::week) return shifted(anchor, TimeUnit::day, in_smaller(7), last);
    auto expression = shifted(anchor, unit, amount, last);
    if (unit < TimeUnit::decade) {
      expression.half = half;
      return expression;
    }
    expression.unit = TimeUnit::year;
    expression.amount = in_smaller(unit == TimeUnit::decade ? 10 : 100);
    expression.approximate = true;
    return expression;
  }

  // 1 later, -1 ago and earlier; "before" and "after" only where no other time follows them.
  int direction_of(std::size_t i) const {
    if (is(i, TimeWord::ago) || is(i, TimeWord::earlier)) return -1;
    if (is(i, TimeWord::later)) return 1;
    return is(i, TimeWord::in) && value(i) <= 1 && ends_phrase(i + 1) ? value(i) : 0;
  }
  bool ends_phrase(std::size_t i) const {
    if (i >= lexemes_.size()) return true;
    const TimeWord after = word(i);
    return after == TimeWord::comma || after == TimeWord::dot || after == TimeWord::mark ||
           after == TimeWord::close_bracket || after == TimeWord::and_ || after == TimeWord::in;
  }

  // "the day before", "the year after"
  std::optional<DateExpression> day_before(std::size_t i) const {
    if (!is(i, TimeWord::the) || !is(i + 1, TimeWord::unit) || !is(i + 2, TimeWord::in)) return std::nullopt;
    const int direction = direction_of(i + 2);
    if (direction == 0 || lexemes_[i + 1].plural) return std::nullopt;
    auto expression = shifted(Anchor::context, static_cast<TimeUnit>(value(i + 1)), direction, i + 3);
    expression.first = i;
    return expression;
  }

  // "over the weekend"
  std::optional<DateExpression> the_weekend(std::size_t i) const {
    const bool bare = is(i, TimeWord::the) && lexemes_.is_unit(i + 1, TimeUnit::weekend);
    if (!bare || is(i + 2, TimeWord::of)) return std::nullopt;
    auto expression = shifted(Anchor::document, TimeUnit::weekend, 0, i + 2);
    expression.first = i;
    return expression;
  }

  // "On the 19th, …": of the month told last
  std::optional<DateExpression> bare_day(std::size_t i) const {
    const bool ordinal = is(i, TimeWord::the) && is(i + 1, TimeWord::ordinal) && lexemes_[i + 1].digits > 0;
    if (!ordinal || i == 0 || !is(i - 1, TimeWord::in) || value(i + 1) > 31 || !ends_phrase(i + 2))
      return std::nullopt;
    auto expression = shifted(Anchor::context, TimeUnit::month, 0, i + 2);
    expression.shape = Shape::day;
    expression.day = value(i + 1);
    expression.first = i;
    return expression;
  }

  // "the 25th of the month", "the 3rd of that month"
  std::optional<DateExpression> day_of_that_month(std::size_t i) const {
    const std::size_t at = skip(i, TimeWord::the);
    if (at == i || !is(at, TimeWord::ordinal) || value(at) > 31 || !is(at + 1, TimeWord::of))
      return std::nullopt;
    const std::size_t which = at + 2;
    const bool pointed = is(which, TimeWord::the) || is(which, TimeWord::that) || is(which, TimeWord::this_);
    const std::size_t unit = skip(which + 1, TimeWord::same);
    if (!pointed || !is(unit, TimeWord::unit) || value(unit) != static_cast<int>(TimeUnit::month))
      return std::nullopt;
    auto expression = shifted(Anchor::context, TimeUnit::month, 0, unit + 1);
    expression.shape = Shape::day;
    expression.day = value(at);
    expression.first = i;
    return expression;
  }

  // A modifier before a unit, a weekday or a month: "last week", "that September", "the following day".
  std::optional<DateExpression> modified(std::size_t i) const {
    std::size_t at = i;
    Anchor anchor = Anchor::document;
    int amount = 0;
    const bool definite = is(at, TimeWord::the) || is(at, TimeWord::that) || is(at, TimeWord::this_);
    if (is(at, TimeWord::the) || is(at, TimeWord::that)) anchor = Anchor::context;
    if (definite) ++at;
    const bool same = is(at, TimeWord::same);
    if (same) {
      ++at;
      anchor = Anchor::context;
    }
    const bool turned = is(at, TimeWord::last) || is(at, TimeWord::next);
    if (turned) amount = is(at++, TimeWord::last) ? -1 : 1;
    if (is(i, TimeWord::the) && !same && !turned) return std::nullopt;
    if (!definite && !same && !turned && !is(at, TimeWord::weekday)) return std::nullopt;
    auto expression = target(at, anchor, amount, i);
    if (expression) expression->first = i;
    return expression;
  }

  std::optional<DateExpression> target(std::size_t at, Anchor anchor, int amount, std::size_t start) const {
    if (is(at, TimeWord::unit)) {
      const auto unit = static_cast<TimeUnit>(value(at));
      if (lexemes_[at].plural) return std::nullopt;
      // "the past week" is the week up to now; "the previous week" the one before what was told.
      const bool past = anchor == Anchor::context && amount < 0 && lexemes_[at - 1].span.size() == 4 &&
                        unit < TimeUnit::decade;
      auto expression = shifted(past ? Anchor::document : anchor, unit, amount, at + 1);
      if (past) expression.shape = Shape::interval;
      return expression;
    }
    const bool hour = is(at, TimeWord::part_of_day) && value(at) != 0;
    if (is(at, TimeWord::part_of_day) && (!hour || (anchor == Anchor::context && amount == 0)))
      return shifted(anchor, TimeUnit::day, amount, at + 1);
    if (is(at, TimeWord::few) && amount < 0 && is(at + 1, TimeWord::unit)) return lately(at + 1);
    const bool number = is(at, TimeWord::count) || (is(at, TimeWord::number) && lexemes_[at].digits <= 2);
    if (number && amount < 0 && is(at + 1, TimeWord::unit)) {
      auto expression = shifted(Anchor::document, static_cast<TimeUnit>(value(at + 1)), -value(at), at + 2);
      expression.shape = Shape::interval;
      return expression;
    }
    if (is(at, TimeWord::weekday)) return on_weekday(at, anchor, amount);
    if (at == start || !(is(at, TimeWord::month) || is(at, TimeWord::season))) return std::nullopt;
    auto expression = shifted(anchor, TimeUnit::year, amount, at + 1);
    expression.shape = Shape::month;
    expression.month = value(at);
    if (anchor == Anchor::document && amount < 0 && is_day(at + 1)) {  // "last May 5"
      expression.day = value(at + 1);
      ++expression.last;
    }
    return expression;
  }

  // "the past few days" and "recent weeks" are of this month, "recent months" of this year; years say less.
  std::optional<DateExpression> lately(std::size_t at) const {
    const auto unit = static_cast<TimeUnit>(value(at));
    if (unit > TimeUnit::month) return std::nullopt;
    return shifted(Anchor::document, unit == TimeUnit::month ? TimeUnit::year : TimeUnit::month, 0, at + 1);
  }

  std::optional<DateExpression> on_weekday(std::size_t at, Anchor anchor, int amount) const {
    auto expression = shifted(anchor, TimeUnit::day, amount, at + 1);
    expression.shape = Shape::weekday;
    expression.weekday = value(at);
    if (is(at + 1, TimeWord::part_of_day)) ++expression.last;
    return expression;
  }

  LexemeView lexemes_;
};

}  // namespace

std::optional<DateExpression> read_of_year(LexemeView lexemes, std::size_t i) {
  return RelativeReader(lexemes).of_year(i);
}

std::optional<DateExpression> read_relative(LexemeView lexemes, std::size_t i) {
  return RelativeReader(lexemes).relative(i);
}

}  // namespace attest::extract
