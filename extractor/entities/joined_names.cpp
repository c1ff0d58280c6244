#include <attest/extractor/entities/joined_names.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/name_edges.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/peoples.hpp>
#include <attest/extractor/entities/range_words.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class Splitter {
 public:
  Splitter(const TokenWords& words, std::vector<NameRange>& ranges) : words_(words), ranges_(ranges) {}

  /// "Evora and Beja" are two where one of them is named alone elsewhere, or is a country.
  void split_conjunctions() {
    std::unordered_set<std::string> alone;  // a class and a name
    const auto key_of = [&](NameClass label, std::uint32_t first, std::uint32_t last) {
      return std::to_string(static_cast<int>(label)) + words_.folded(first, last);
    };
    for (const NameRange& range : ranges_)
      if (!find_and(range)) alone.insert(key_of(range.label, range.first, range.last));
    std::vector<NameRange> split;
    for (const NameRange& range : ranges_) {
      const auto at = find_and(range);
      const std::string all = words_.folded(range.first, range.last);
      // "Norland and Elm County Court": a body may have two places in its name.
      const bool body =
          range.label == NameClass::organization && is_organization_noun(words_.lower(range.last - 1));
      const auto is_name = [&](std::uint32_t first, std::uint32_t last) {
        return alone.contains(key_of(range.label, first, last)) ||
               (!body && !country_code(words_.folded(first, last)).empty());
      };
      const bool two = at && !are_twins(range.first, *at, range.last) && !names_field(*at + 1, range.last) &&
                       (is_between(range, *at) || are_houses(range, *at) || are_bodies(range, *at) ||
                        is_name(range.first, *at) || is_name(*at + 1, range.last));
      if (!two || !country_code(all).empty()) {
        split.push_back(range);
        continue;
      }
      for (NameRange part : {NameRange{range.first, *at, range.label, range.confidence},
                             NameRange{*at + 1, range.last, range.label, range.confidence}})
        if (trim_name(words_, part) && !is_nationality(words_, part)) split.push_back(part);
    }
    ranges_ = std::move(split);
  }

  /// "Elm Museum" + "and" + "Art Gallery": one house, where the second name is nobody's own.
  void join_twins() {
    std::sort(ranges_.begin(), ranges_.end(),
              [](const NameRange& a, const NameRange& b) { return a.first < b.first; });
    for (std::size_t r = 1; r < ranges_.size(); ++r) {
      NameRange& whole = ranges_[r - 1];
      if (ranges_[r].first != whole.last + 1 || words_.lower(whole.last) != "and") continue;
      if (are_twins(whole.first, whole.last, ranges_[r].last))
        whole.last = ranges_[r].last, ranges_[r] = whole;
    }
    const auto same = [](const NameRange& a, const NameRange& b) { return a.first == b.first; };
    ranges_.erase(std::unique(ranges_.begin(), ranges_.end(), same), ranges_.end());
  }

  /// "in Evora Ana Torres said": a place and a person, both named alone elsewhere, run together.
  void split_neighbours() {
    std::unordered_set<std::string> places, persons;
    for (const NameRange& range : ranges_) {
      if (range.label == NameClass::place) places.insert(words_.folded(range.first, range.last));
      if (range.label == NameClass::person) persons.insert(words_.folded(range.first, range.last));
    }
    const std::size_t before = ranges_.size();
    for (std::size_t r = 0; r < before; ++r) {
      const NameRange range = ranges_[r];
      if (range.last - range.first < 2 || range.label == NameClass::organization) continue;
      const std::uint32_t second = range.first + 1;
      const std::string before = range.first > 0 ? words_.lower(range.first - 1) : "";
      const bool place = before == "in" || before == "at" || before == "near" ||
                         places.contains(words_.folded(range.first, second));
      if (!place || !persons.contains(words_.folded(second, range.last))) continue;
      ranges_[r] = {range.first, second, NameClass::place, range.confidence};
      ranges_.push_back({second, range.last, NameClass::person, range.confidence});
    }
  }

 private:
  /// "the Institute of Physics and Calder University": each has a house's noun of its own.
  bool are_houses(const NameRange& range, std::uint32_t conjunction) const {
    constexpr std::array<std::string_view, 8> houses{"academy", "college",     "hospital", "institute",
                                                     "museum",  "polytechnic", "seminary", "university"};
    if (range.label != NameClass::organization || range.last - conjunction < 3) return false;
    if (!is_one_of(words_.lower(range.last - 1), houses)) return false;
    for (std::uint32_t i = range.first; i < conjunction; ++i)
      if (is_one_of(words_.lower(i), houses)) return true;
    return false;
  }

  /// "the Acme Union and Elm Organization", "the AC and the EO": each side ends as bodies' names do, and the
  /// first has no link that may reach over "and" ("Union of Oil and Gas Workers").
  bool are_bodies(const NameRange& range, std::uint32_t conjunction) const {
    if (range.label != NameClass::organization || words_.text(conjunction) == "&") return false;
    const std::uint32_t second = behind_article(words_, conjunction + 1);
    if (second >= range.last) return false;
    const bool acronyms = conjunction == range.first + 1 && second + 1 == range.last &&
                          is_acronym(words_.text(range.first)) && is_acronym(words_.text(second));
    if (acronyms || second > conjunction + 1) return true;
    for (std::uint32_t i = range.first; i < conjunction; ++i)
      if (is_function_word(words_.lower(i))) return false;
    return conjunction - range.first > 1 && range.last - second > 1 && is_whole_body(conjunction - 1) &&
           is_whole_body(range.last - 1);
  }
  bool is_whole_body(std::uint32_t last) const {
    constexpr std::array<std::string_view, 14> more{"airlines", "alliance", "army",   "brigades", "coalition",
                                                    "corp",     "force",    "herald", "inc",      "jihad",
                                                    "nations",  "post",     "times",  "telegraph"};
    constexpr std::array<std::string_view, 4> parts{"bank", "board", "office", "service"};
    const std::string& word = words_.lower(last);
    return (is_body_with_of(word) && !is_one_of(word, parts)) || is_one_of(word, more);
  }

  /// "Marlow Electric and" + "Engineering Corporation": a field and a kind, and no name of its own.
  bool names_field(std::uint32_t first, std::uint32_t last) const {
    constexpr std::array<std::string_view, 14> fields{
        "chemical", "development", "electric", "engineering", "gas",        "insurance", "investment",
        "light",    "loan",        "mining",   "power",       "technology", "trading",   "trust"};
    return last - first == 2 && is_one_of(words_.lower(first), fields) &&
           (is_firm_suffix(words_.lower(last - 1)) || is_organization_noun(words_.lower(last - 1)));
  }
  bool are_twins(std::uint32_t first, std::uint32_t conjunction, std::uint32_t last) const {
    constexpr std::array<std::string_view, 9> houses{"aquarium",  "archive", "archives",
                                                     "galleries", "gallery", "gardens",
                                                     "library",   "museum",  "planetarium"};
    const bool house = conjunction > first + 1 && is_one_of(words_.lower(conjunction - 1), houses) &&
                       is_one_of(words_.lower(last - 1), houses);
    for (std::uint32_t i = conjunction + 1; house && i + 1 < last; ++i)
      if (words_.lower(i) != "art" && words_.lower(i) != "botanical") return false;
    return house;
  }

  /// "the road between Evora and Beja", and any two words that the tagger takes for one place.
  bool is_between(const NameRange& range, std::uint32_t conjunction) const {
    const std::string before = range.first > 0 ? words_.lower(range.first - 1) : std::string();
    const bool from = before == "from" && words_.lower(conjunction) == "to";
    return before == "between" || from || (range.label == NameClass::place && range.last - range.first == 3);
  }

  /// "and" between two names; what follows it in "Marlow & Co.", "Hale and Sons" is none.
  std::optional<std::uint32_t> find_and(const NameRange& range) const {
    constexpr std::array<std::string_view, 10> kin{"associates", "bros",    "brothers", "co",      "company",
                                                   "daughters",  "friends", "partners", "sisters", "sons"};
    if (is_one_of(words_.bare(range.last - 1), kin) && range.last - range.first > 2) {
      const std::string& before = words_.lower(range.last - 2);
      if (before == "and" || before == "&") return std::nullopt;
    }
    constexpr std::array<std::string_view, 4> links{"&", "and", "nor", "or"};
    const bool from = range.first > 0 && words_.lower(range.first - 1) == "from";
    for (std::uint32_t i = range.first + 1; i + 1 < range.last; ++i)
      if (is_one_of(words_.lower(i), links) || (from && words_.lower(i) == "to")) return i;
    return std::nullopt;
  }

  const TokenWords& words_;
  std::vector<NameRange>& ranges_;
};

}  // namespace

void split_joined_names(const TokenWords& words, std::vector<NameRange>& ranges) {
  Splitter splitter(words, ranges);
  splitter.split_conjunctions();
  splitter.split_neighbours();
  splitter.join_twins();
}

}  // namespace attest::extract
