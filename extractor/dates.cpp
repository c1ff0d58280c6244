#include <attest/extractor/dates.hpp>

#include <algorithm>
#include <cstdlib>
#include <map>

#include <attest/extractor/date_grammar.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

using Anchor = DateExpression::Anchor;
using Shape = DateExpression::Shape;

bool has_month(const PartialDate& date) {
  return date.precision == Precision::month || date.precision == Precision::day;
}

bool same_month(const PartialDate& a, const PartialDate& b) {
  return a.year == b.year && a.month == b.month;
}

// The full dates of a document, asked for the year of one that lacks it.
class Calendar {
 public:
  void add(const PartialDate& date) {
    if (date.precision < Precision::year || date.year <= 0) return;
    ++years_[date.year];
    if (has_month(date)) ++months_[{date.month, date.year}], ++dated_[date.year];
    if (date.precision == Precision::day) ++days_[{{date.month, date.day}, date.year}];
  }
  void add(const DateRange& range) {
    add(range.first);
    if (range.last) add(*range.last);
  }
  /// The year that goes with this day, else this month, elsewhere in the document; 0 where none does.
  int year_of_day(const PartialDate& date) const { return most(days_, std::pair(date.month, date.day)); }
  int year_of_month(const PartialDate& date) const { return most(months_, date.month); }
  int usual_year() const { return most(years_); }
  bool tells_of(int year) const { return years_.contains(year); }
  /// Whether the document tells of nothing later than the first months of a year.
  bool has_just_begun(int year) const {
    constexpr int march = 3;
    if (dated_.empty() || dated_.rbegin()->first != year) return false;
    return std::none_of(months_.begin(), months_.end(), [&](const auto& told) {
      return told.first.second == year && told.first.first > march;
    });
  }
  /// A year told, or, where the document tells nothing of its days and months and it is long before or after
  /// the year that most of them are of, that one: "built in 1894. On 18 March the president announced …".
  int year_of_narrative(int told) const {
    constexpr int far = 10;
    const int usual = most(dated_);
    const bool stray = told == 0 || (!dated_.contains(told) && std::abs(told - usual) > far);
    return usual != 0 && stray ? usual : told;
  }

 private:
  static int most(const std::map<int, int>& counts) {
    int best = 0, count = 0;
    for (const auto& [year, times] : counts)
      if (times >= count) best = year, count = times;
    return best;
  }
  template <class Key>
  static int most(const std::map<std::pair<Key, int>, int>& counts, const Key& key) {
    int best = 0, count = 0;
    for (auto at = counts.lower_bound({key, -10000}); at != counts.end() && at->first.first == key; ++at)
      if (at->second >= count) best = at->first.second, count = at->second;
    return best;
  }
  std::map<int, int> years_;
  std::map<int, int> dated_;  // years of dates with a month
  std::map<std::pair<int, int>, int> months_;
  std::map<std::pair<std::pair<int, int>, int>, int> days_;
};

// Where an expression stands.
struct Setting {
  std::uint32_t sentence = 0;
  bool ahead = false;       // its sentence tells of what is to come
  bool background = false;  // it looks back ("had …") or is a bound: what follows is not of its year
  bool opens_paragraph = false;
};

// Resolves expressions in text order; knows the document's date and the last date told.
class Resolver {
 public:
  Resolver(std::optional<PartialDate> written, const Calendar& calendar)
      : written_(written), calendar_(calendar) {}

  std::optional<DateRange> resolve(const DateExpression& expression, const Setting& setting) {
    setting_ = setting;
    auto range = value_of(expression);
    if (!range) return std::nullopt;
    if (expression.approximate) range->first.approximate = true;
    if (range->first.precision == Precision::day && !range->last) day_told_ = range->first;
    const bool deictic = expression.anchor == Anchor::document;
    if (!deictic || !context_) remember(*range, setting.background || expression.attributive);
    return range;
  }

 private:
  void remember(const DateRange& range, bool background) {
    context_ = range.first;
    context_sentence_ = setting_.sentence;
    const bool goes_on = !background || year_told_ == 0;
    if (goes_on && range.first.precision >= Precision::year) year_told_ = range.first.year;
    if (goes_on && has_month(range.first) && !setting_.ahead) moment_ = range.first;
    // "Three weeks later" counts from no day once another month was told.
    const bool moves_on =
        day_told_ && range.first.precision == Precision::month && !same_month(range.first, *day_told_);
    if (moves_on) day_told_.reset();
  }

  std::optional<DateRange> value_of(const DateExpression& expression) {
    if (expression.anchor == Anchor::none) return expression.value;
    if (expression.anchor == Anchor::year) return with_year(expression.value);
    if (is_nowadays(expression)) return std::nullopt;
    std::optional<PartialDate> from = written_;
    if (expression.anchor == Anchor::context || !from) from = context_ ? context_ : written_;
    // "that day", "a week later": after the day told last, however it was told.
    if (expression.anchor == Anchor::context && expression.unit <= TimeUnit::week && day_told_ &&
        expression.shape == Shape::point)
      from = day_told_;
    // "last year" in a document without a date: the years it tells of most, not the one told last.
    const bool floats =
        expression.anchor == Anchor::document && !written_ && expression.unit >= TimeUnit::year;
    if (floats && calendar_.usual_year() != 0)
      from = PartialDate{calendar_.usual_year(), 0, 0, Precision::year, false};
    if (!from || from->precision < Precision::year) return std::nullopt;
    switch (expression.shape) {
      case Shape::point:
        return point(expression, *from);
      case Shape::interval:
        return interval(expression, *from);
      case Shape::weekday:
        return weekday(expression, *from);
      case Shape::month:
        return month(expression, *from);
      case Shape::of_year:
        return of_year(expression, *from);
      case Shape::day:
        return day(expression, *from);
    }
    return std::nullopt;
  }

  // "today" in a text that nobody dated, far from any day told
  bool is_nowadays(const DateExpression& expression) const {
    constexpr std::uint32_t near = 2;  // sentences
    const bool deictic = expression.anchor == Anchor::document && expression.unit == TimeUnit::day &&
                         expression.shape == Shape::point;
    const bool day_told =
        context_ && context_->precision == Precision::day && setting_.sentence <= context_sentence_ + near;
    return deictic && !written_ && !day_told;
  }

  // The year of "19 September": that of the same day elsewhere; of the sentence just before, where it does
  // not give way to the document's date; of that date; of the same month elsewhere; of the narrative; the
  // usual one.
  int missing_year(const PartialDate& date) const {
    const bool just_told = year_told_ && context_sentence_ + 1 >= setting_.sentence;
    const bool is_of_sentence = year_told_ && context_sentence_ == setting_.sentence;
    if (date.precision == Precision::day) {
      if (const int year = calendar_.year_of_day(date)) return year;
      if (const auto known = years_given_.find(date.month);
          known != years_given_.end() && !is_of_sentence && !written_)
        return known->second;
    }
    if (just_told && !gives_way_to_own_date())
      return turned(setting_.opens_paragraph ? calendar_.year_of_narrative(year_told_) : year_told_, date);
    if (written_) {
      if (setting_.ahead)
        return written_->year + (has_month(*written_) && date.month < written_->month ? 1 : 0);
      const bool later = has_month(*written_) && date.month > written_->month + 1;
      return written_->year - (later ? 1 : 0);
    }
    if (const int year = calendar_.year_of_month(date)) return year;
    if (const auto known = years_given_.find(date.month); known != years_given_.end()) return known->second;
    if (const int year = turned(calendar_.year_of_narrative(year_told_), date); year && year_told_)
      return year;
    return year_before_all(date);
  }

  // "On 27 September they signed …" at the head of a text whose full dates are of next January.
  int year_before_all(const PartialDate& date) const {
    constexpr int september = 9;
    const int usual =
        calendar_.year_of_narrative(0) ? calendar_.year_of_narrative(0) : calendar_.usual_year();
    const bool last_autumn =
        has_month(date) && date.month >= september && !setting_.ahead && calendar_.has_just_begun(usual);
    return usual - (last_autumn ? 1 : 0);
  }

  // "On 12 December 2021 they came. On 5 January they left": the year has turned, where the document tells of
  // the next.
  int turned(int year, const PartialDate& date) const {
    constexpr int november = 11, february = 2;
    const bool turns = moment_ && moment_->year == year && moment_->month >= november && has_month(date) &&
                       date.month <= february && !setting_.background;
    return turns && calendar_.tells_of(year + 1) ? year + 1 : year;
  }

  // In a text with a date, a plan is for the next such day, and a paragraph begins with the text's own time.
  bool gives_way_to_own_date() const {
    if (!written_ || context_sentence_ == setting_.sentence) return false;
    constexpr int lately = 10;  // years: "In 2013 … In August …" in a text of 2017, but not in an obituary
    const bool of_late = !has_month(*context_) && written_->year - year_told_ <= lately;
    return setting_.ahead || setting_.opens_paragraph || of_late;
  }

  std::optional<DateRange> with_year(DateRange range) {
    const int year = missing_year(range.first);
    if (year == 0) return std::nullopt;
    range.first.year = year;
    years_given_[range.first.month] = year;
    if (range.last) range.last->year = year + (range.last->month < range.first.month ? 1 : 0);
    const auto exists = [](const PartialDate& date) {
      return date.precision != Precision::day || is_valid_day(date.year, date.month, date.day);
    };
    return exists(range.first) && (!range.last || exists(*range.last)) ? std::optional(range) : std::nullopt;
  }

  static DateRange whole(const PartialDate& date) { return {date, std::nullopt, false}; }
  static DateRange span_of_days(const PartialDate& first, int days) {
    return {first, add_days(first, days), false};
  }

  std::optional<DateRange> point(const DateExpression& expression, const PartialDate& from) const {
    if (expression.half) return between_units(expression, from);
    switch (expression.unit) {
      case TimeUnit::day:
        if (from.precision != Precision::day)
          return expression.amount == 0 && has_month(from) ? std::optional(whole(from)) : std::nullopt;
        return whole(add_days(from, expression.amount));
      case TimeUnit::weekend:
      case TimeUnit::week: {
        if (from.precision != Precision::day) return std::nullopt;
        constexpr int saturday = 5;
        const bool is_over = expression.unit == TimeUnit::weekend && expression.amount == 0 &&
                             !setting_.ahead &&
                             weekday_of(from) < saturday;  // "this weekend" of what happened
        const PartialDate monday =
            add_days(from, 7 * (expression.amount - (is_over ? 1 : 0)) - weekday_of(from));
        return expression.unit == TimeUnit::week ? span_of_days(monday, 6)
                                                 : span_of_days(add_days(monday, 5), 1);
      }
      case TimeUnit::month:
        if (!has_month(from)) return std::nullopt;
        return whole(add_months(from, expression.amount));
      case TimeUnit::year:
        return whole({from.year + expression.amount, 0, 0, Precision::year, false});
      case TimeUnit::decade:
        return round_years(from.year, 10, expression.amount, Precision::decade);
      case TimeUnit::century:
        return round_years(from.year, 100, expression.amount, Precision::century);
    }
    return std::nullopt;
  }

  // The decade or century of a year, or one some of them away; of those before our era there is no form.
  static std::optional<DateRange> round_years(int year, int years, int amount, Precision precision) {
    const int first = (year / years + amount) * years;
    return year < 0 || first < 0 ? std::nullopt : std::optional(whole({first, 0, 0, precision, false}));
  }

  // "six and a half months ago": the month half a month further; of years, the year half a year further.
  static std::optional<DateRange> between_units(const DateExpression& expression, const PartialDate& from) {
    constexpr int half_month = 15;  // days
    const int sign = expression.amount < 0 ? -1 : 1;
    if (expression.unit == TimeUnit::month && from.precision == Precision::day) {
      PartialDate at = add_days(from, sign * half_month);
      return whole(add_months(at, expression.amount));
    }
    if (expression.unit != TimeUnit::year || !has_month(from)) return std::nullopt;
    const PartialDate at = add_months(from, 12 * expression.amount + 6 * sign);
    return whole({at.year, 0, 0, Precision::year, false});
  }

  // All the time from so many units ago to the anchor.
  static std::optional<DateRange> interval(const DateExpression& expression, const PartialDate& from) {
    const int amount = expression.amount;
    switch (expression.unit) {
      case TimeUnit::day:
      case TimeUnit::weekend:
      case TimeUnit::week:
        if (from.precision != Precision::day) return std::nullopt;
        return DateRange{add_days(from, amount * (expression.unit == TimeUnit::day ? 1 : 7)), from, false};
      case TimeUnit::month:
        if (!has_month(from)) return std::nullopt;
        return DateRange{add_months(from, amount), add_months(from, 0), false};
      default:
        break;
    }
    const int years = amount * (expression.unit == TimeUnit::year     ? 1
                                : expression.unit == TimeUnit::decade ? 10
                                                                      : 100);
    return DateRange{{from.year + years, 0, 0, Precision::year, false},
                     PartialDate{from.year, 0, 0, Precision::year, false},
                     false};
  }

  std::optional<DateRange> weekday(const DateExpression& expression, const PartialDate& from) const {
    if (from.precision != Precision::day) return std::nullopt;
    const int ahead = (expression.weekday - weekday_of(from) + 7) % 7;
    if (expression.amount > 0) return whole(add_days(from, ahead == 0 ? 7 : ahead));
    if (expression.amount < 0) return whole(add_days(from, ahead == 0 ? -7 : ahead - 7));
    return whole(add_days(from, ahead == 0 || setting_.ahead ? ahead : ahead - 7));
  }

  static std::optional<DateRange> month(const DateExpression& expression, const PartialDate& from) {
    const Precision precision = expression.month > 12 ? Precision::season : Precision::month;
    PartialDate date{from.year, expression.month, 0, precision, false};
    const bool known = has_month(from);
    const int now = expression.month > 12 ? 20 + from.month / 3 : from.month;
    if (known && expression.amount < 0 && expression.month >= now) --date.year;
    if (known && expression.amount > 0 && expression.month <= now) ++date.year;
    if (expression.day == 0) return whole(date);
    if (!is_valid_day(date.year, date.month, expression.day)) return std::nullopt;
    return whole({date.year, date.month, expression.day, Precision::day, false});
  }

  static std::optional<DateRange> of_year(const DateExpression& expression, const PartialDate& from) {
    const int year = from.year + expression.amount;
    if (expression.day == 0)
      return whole(
          {year, expression.month, 0, expression.month > 12 ? Precision::season : Precision::month, false});
    if (!is_valid_day(year, expression.month, expression.day)) return std::nullopt;
    return whole({year, expression.month, expression.day, Precision::day, false});
  }

  static std::optional<DateRange> day(const DateExpression& expression, const PartialDate& from) {
    if (!has_month(from) || !is_valid_day(from.year, from.month, expression.day)) return std::nullopt;
    return whole({from.year, from.month, expression.day, Precision::day, false});
  }

  std::optional<PartialDate> written_;
  const Calendar& calendar_;
  std::optional<PartialDate> context_;
  std::optional<PartialDate> day_told_;
  std::optional<PartialDate> moment_;  // the month that the narrative has reached
  std::map<int, int> years_given_;     // to months told without one
  std::uint32_t context_sentence_ = 0;
  Setting setting_;
  int year_told_ = 0;
};

struct Found {
  DateExpression expression;
  Span span;
  std::uint32_t first = 0, last = 0;
  Setting setting;
};

// Words after which a sentence tells of what is to come: "will", "is to be", "scheduled for".
bool points_ahead(const AnnotatedDocument& document, const Sentence& sentence, std::uint32_t t) {
  constexpr std::string_view words[] = {"will", "shall", "'ll", "scheduled", "planned", "upcoming", "slated"};
  const std::string_view text = document.text(document.tokens[t]);
  if (is_one_of(text, words)) return true;
  const bool is_to = text == "is" || text == "are" || text == "was" || text == "were";
  return is_to && t + 1 < sentence.last && document.text(document.tokens[t + 1]) == "to";
}

// "Dahl, who took office in October, will travel": the date is of the clause between the commas.
bool stands_in_relative_clause(const AnnotatedDocument& document, const Sentence& sentence,
                               std::uint32_t first) {
  constexpr std::uint32_t reach = 10;
  constexpr std::string_view pronouns[] = {"who", "which", "whose", "whom", "where", "that"};
  for (std::uint32_t t = first; t > sentence.first && first - t < reach; --t) {
    const std::string_view text = document.text(document.tokens[t - 1]);
    if (text == ",") return false;
    if (is_one_of(text, pronouns)) return true;
  }
  return false;
}

// Whether a date of tokens [first, last) is ahead: such a word stands before it, or behind it in the same
// clause.
bool looks_ahead(const AnnotatedDocument& document, const Sentence& sentence, std::uint32_t first,
                 std::uint32_t last) {
  constexpr std::uint32_t reach = 16;
  constexpr std::string_view parting[] = {"and", "but", "while", ";"};
  for (std::uint32_t t = first; t > sentence.first && first - t < reach; --t)
    if (points_ahead(document, sentence, t - 1)) return true;
  const bool in_clause = stands_in_relative_clause(document, sentence, first);
  for (std::uint32_t t = last; t < std::min(sentence.last, last + reach); ++t) {
    const std::string_view text = document.text(document.tokens[t]);
    if (is_one_of(text, parting) || (in_clause && text == ",")) return false;
    if (points_ahead(document, sentence, t)) return true;
  }
  return false;
}

// "Rebels had taken the town in May", "as of 1 January", "until May": no time that the narrative has reached.
bool looks_aside(const AnnotatedDocument& document, const Sentence& sentence, std::uint32_t first) {
  constexpr std::uint32_t reach = 12;
  constexpr std::string_view bounds[] = {"until", "till", "by", "before", "effective"};
  const auto text = [&](std::uint32_t t) { return document.text(document.tokens[t]); };
  if (first > sentence.first && is_one_of(text(first - 1), bounds)) return true;
  if (first > sentence.first + 1 && text(first - 2) == "as" && text(first - 1) == "of") return true;
  for (std::uint32_t t = first; t > sentence.first && first - t < reach; --t)
    if (text(t - 1) == "had") return true;
  return false;
}

std::vector<Found> read_sentences(const AnnotatedDocument& document) {
  std::vector<Found> found;
  std::vector<Lexeme> lexemes;
  for (std::uint32_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    const bool opens_paragraph = s > 0 && document.sentences[s - 1].block != sentence.block;
    lexemes.clear();
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t)
      append_lexemes(document.document.text, document.tokens[t].span, t, lexemes);
    for (const DateExpression& expression : read_expressions(lexemes)) {
      const Lexeme &first = lexemes[expression.first], &last = lexemes[expression.last - 1];
      const Setting setting{s, looks_ahead(document, sentence, first.token, last.token + 1),
                            looks_aside(document, sentence, first.token), opens_paragraph};
      found.push_back({expression, {first.span.begin, last.span.end}, first.token, last.token + 1, setting});
    }
  }
  return found;
}

// "(accessed on 17 January 2024)": when somebody read a page, not when anything happened.
bool is_access_date(std::string_view text, std::uint32_t at) {
  const std::string_view before = text.substr(at > 20 ? at - 20 : 0, std::min<std::uint32_t>(at, 20));
  for (std::string_view word : {"accessed", "retrieved", "Accessed", "Retrieved", "visited"})
    if (before.find(word) != std::string_view::npos) return true;
  return false;
}

// Footnotes and headings date a document too: their full dates count for the years that its text leaves out.
void add_dates_set_aside(const Document& document, Calendar& calendar) {
  std::vector<Lexeme> lexemes;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::footnote && block.kind != BlockKind::table) continue;
    lexemes.clear();
    append_lexemes(document.text, block.span, 0, lexemes);
    for (const DateExpression& expression : read_expressions(lexemes))
      if (expression.anchor == Anchor::none &&
          !is_access_date(document.text, lexemes[expression.first].span.begin))
        calendar.add(expression.value);
  }
}

}  // namespace

std::vector<DateMention> find_dates(const AnnotatedDocument& document) {
  const std::vector<Found> found = read_sentences(document);
  Calendar calendar;
  for (const Found& one : found)
    if (one.expression.anchor == Anchor::none) calendar.add(one.expression.value);
  add_dates_set_aside(document.document, calendar);
  Resolver resolver(date_written(document.document), calendar);
  const auto stamp = find_stamp(document.document.text);
  std::vector<DateMention> mentions;
  for (const Found& one : found) {
    if (stamp == one.span) continue;
    if (const auto range = resolver.resolve(one.expression, one.setting))
      mentions.push_back({one.span, one.first, one.last, to_edtf(*range)});
  }
  return mentions;
}

}  // namespace attest::extract
