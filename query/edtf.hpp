// Dates as sources give them: EDTF, ISO 8601-2:2019 levels 0 and 1.
//
//   2023-09-19   2023-09   2023          a day, a month, a year: some time in it
//   2023-09-19T13:00:00Z                 a time of a day: taken as the day
//   2023-09-XX   20XX                    digits not known: some time in what they leave open
//   2023-21                              a season (21 spring … 24 winter), as quarters from March; winter
//   runs on Y170000002   -0043                   years far off and before the common era
//   2020-09-27/2020-11-10                an interval; ".." or nothing on one side: open or not known
//   1988?  1988~  1988%                  uncertain, approximate, both; the bounds stay those of the date
//
// Every form stands for the days from `first` to `last`. What is said of two of them is three-valued: yes
// where it holds whichever days are meant, no where it cannot hold, unknown otherwise.
#pragma once

#include <optional>
#include <string_view>

#include <attest/graph/temporal.hpp>
#include <attest/query/compare.hpp>

namespace attest::edtf {

struct Interval {
  std::optional<Date> first;  ///< nothing: open or not known
  std::optional<Date> last;
  bool uncertain = false;    ///< "?" or "%" on either side
  bool approximate = false;  ///< "~" or "%" on either side
  bool operator==(const Interval&) const = default;
};

/// Nothing where the text is none of these forms.
std::optional<Interval> parse(std::string_view text);

/// All of `a` lies before all of `b`.
Ternary before(const Interval& a, const Interval& b);
/// All of `a` lies in `b`.
Ternary within(const Interval& a, const Interval& b);
/// Some day is in both: whether the two may be of one time.
bool overlaps(const Interval& a, const Interval& b);

}  // namespace attest::edtf
