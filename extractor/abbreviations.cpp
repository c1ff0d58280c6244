#include <attest/extractor/abbreviations.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace attest::extract {

namespace {

using Entry = std::pair<std::string_view, Abbreviation>;
constexpr auto title = Abbreviation::title;
constexpr auto month = Abbreviation::month;
constexpr auto inner = Abbreviation::inner;
constexpr auto either = Abbreviation::either;

// Sorted by the word.
constexpr std::array entries{
    Entry{"a.k.a", inner}, Entry{"adm", title},  Entry{"al", either},    Entry{"approx", inner},
    Entry{"apr", month},   Entry{"arch", title}, Entry{"assoc", either}, Entry{"asst", title},
    Entry{"atty", title},  Entry{"aug", month},  Entry{"ave", either},   Entry{"b", inner},
    Entry{"blvd", either}, Entry{"brig", title}, Entry{"bros", either},  Entry{"ca", inner},
    Entry{"capt", title},  Entry{"cf", inner},   Entry{"ch", inner},     Entry{"cmdr", title},
    Entry{"co", either},   Entry{"col", title},  Entry{"comdr", title},  Entry{"corp", either},
    Entry{"cpl", title},   Entry{"d", inner},    Entry{"dec", month},    Entry{"dept", inner},
    Entry{"dr", title},    Entry{"ed", either},  Entry{"eds", either},   Entry{"esp", inner},
    Entry{"esq", either},  Entry{"est", inner},  Entry{"etc", either},   Entry{"feb", month},
    Entry{"fig", inner},   Entry{"figs", inner}, Entry{"fr", title},     Entry{"fri", month},
    Entry{"ft", inner},    Entry{"gen", title},  Entry{"gov", title},    Entry{"govt", inner},
    Entry{"hon", title},   Entry{"inc", either}, Entry{"incl", inner},   Entry{"jan", month},
    Entry{"jr", either},   Entry{"jul", month},  Entry{"jun", month},    Entry{"lt", title},
    Entry{"ltd", either},  Entry{"maj", title},  Entry{"messrs", title}, Entry{"mfg", inner},
    Entry{"misc", inner},  Entry{"mlle", title}, Entry{"mme", title},    Entry{"mr", title},
    Entry{"mrs", title},   Entry{"ms", title},   Entry{"msgr", title},   Entry{"mt", title},
    Entry{"nos", inner},   Entry{"nov", month},  Entry{"oct", month},    Entry{"pp", inner},
    Entry{"pres", title},  Entry{"prof", title}, Entry{"pt", inner},     Entry{"pvt", title},
    Entry{"rd", either},   Entry{"rep", title},  Entry{"reps", title},   Entry{"rev", title},
    Entry{"sec", inner},   Entry{"sen", title},  Entry{"sens", title},   Entry{"sep", month},
    Entry{"sept", month},  Entry{"sgt", title},  Entry{"sq", inner},     Entry{"sr", either},
    Entry{"st", title},    Entry{"ste", title},  Entry{"supt", title},   Entry{"thurs", month},
    Entry{"tues", month},  Entry{"univ", inner}, Entry{"v", inner},      Entry{"viz", inner},
    Entry{"vol", inner},   Entry{"vols", inner}, Entry{"vs", inner},     Entry{"wed", month},
};
static_assert(std::is_sorted(entries.begin(), entries.end(),
                             [](const Entry& a, const Entry& b) { return a.first < b.first; }));

}  // namespace

Abbreviation abbreviation_kind(std::string_view word) {
  if (word.empty() || word.size() > 8) return Abbreviation::none;
  std::array<char, 8> lower{};
  std::transform(word.begin(), word.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string_view key(lower.data(), word.size());
  const auto* found = std::lower_bound(entries.begin(), entries.end(), key,
                                       [](const Entry& e, std::string_view k) { return e.first < k; });
  if (found != entries.end() && found->first == key) {
    const bool capital = word[0] >= 'A' && word[0] <= 'Z';
    return capital || (found->second != title && found->second != month) ? found->second : Abbreviation::none;
  }
  // In lower case these are words, and so are most titles and months.
  if (word == "No") return inner;
  if (word == "Mon" || word == "Sat" || word == "Mar") return month;
  return Abbreviation::none;
}

}  // namespace attest::extract
