#include <attest/extractor/entities/nested_names.hpp>

#include <algorithm>
#include <optional>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/known_names.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/range_words.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class NestedNames {
 public:
  NestedNames(const TokenWords& words, const ListedPlaces& places, const std::vector<NameRange>& ranges)
      : words_(words), places_(places), known_(words, ranges) {}

  /// "Bologna" of "University of Bologna"
  std::optional<NameRange> place_behind(const NameRange& range) const {
    for (std::uint32_t link = find_link(words_, range.first + 1, range.last); link + 1 < range.last;
         link = find_link(words_, link + 1, range.last)) {
      const std::uint32_t tail = behind_article(words_, link + 1);
      if (tail >= range.last) break;
      const std::uint32_t end = comma_in(tail, range.last);  // "University of California, Berkeley"
      if (end == tail) break;
      // Listed towns count for bodies only (no "Treaty of Utrecht"), but for none that may be of any field,
      // and not with an article ("the Union").
      const bool may_be_listed = tail == link + 1 && holds_body_noun(words_, range.first, link) &&
                                 !is_body_of_fields(words_.lower(link - 1));
      if (known_.is_place(tail, end) || (may_be_listed && places_.contains(tail, end)))
        return part(tail, end, NameClass::place, range);
    }
    return std::nullopt;
  }

  /// "US" of "US Department of Energy", "Elm City" of "Elm City Police Department"
  std::optional<NameRange> place_in_front(const NameRange& range) const {
    constexpr std::uint32_t longest = 3;
    const bool joined = range.first > 0 && words_.lower(range.first - 1) == "and";
    if (!is_state_organ(range) || joined) return std::nullopt;
    for (std::uint32_t end = std::min(range.first + longest, range.last - 1); end > range.first; --end) {
      if (end - range.first > 1 && words_.lower(end - 1) == "city") continue;  // "New York" + "City Council"
      if (known_.is_named_place(range.first, end)) return std::nullopt;        // has its node without that
      if (known_.is_place(range.first, end) || (is_local_organ(range) && is_listed(range.first, end)))
        return part(range.first, end, NameClass::place, range);
    }
    return std::nullopt;
  }

  /// "Elm" of "Siege of Elm", "Elm City" of "33rd Elm City Film Festival": where it was.
  std::optional<NameRange> place_of_event(const NameRange& range) const {
    constexpr std::string_view fights[] = {"battle",   "siege",    "sack",  "fall",
                                           "massacre", "storming", "relief"};
    constexpr std::string_view shows[] = {"festival", "marathon",   "biennale", "olympics",
                                          "fair",     "exhibition", "carnival", "regatta",
                                          "expo",     "exposition", "summit",   "conference"};
    if (range.last - range.first < 2) return std::nullopt;
    const bool fought = is_one_of(words_.lower(range.first), fights) && words_.lower(range.first + 1) == "of";
    if (fought && places_.contains(range.first + 2, range.last))
      return part(range.first + 2, range.last, NameClass::place, range);
    if (!is_one_of(words_.lower(range.last - 1), shows)) return std::nullopt;
    constexpr std::uint32_t longest = 3;
    std::uint32_t first = range.first;  // past "33rd", "2012"
    while (first < range.last && !words_.text(first).empty() && words_.text(first)[0] <= '9') ++first;
    for (std::uint32_t end = std::min(first + longest, range.last - 1); end > first; --end)
      if (is_listed(first, end)) return part(first, end, NameClass::place, range);
    return std::nullopt;
  }

 private:
  static NameRange part(std::uint32_t first, std::uint32_t last, NameClass label, const NameRange& of) {
    return {first, last, label, of.confidence * 0.8F};
  }

  std::uint32_t comma_in(std::uint32_t first, std::uint32_t last) const {
    while (first < last && words_.text(first) != ",") ++first;
    return first;
  }
  bool is_state_organ(const NameRange& range) const {
    bool organ = false;
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      if (is_private_body_noun(words_.lower(i))) return false;
      organ |= is_state_organ_noun(words_.lower(i));
    }
    return organ;
  }
  /// What towns, counties and provinces have, too.
  bool is_local_organ(const NameRange& range) const {
    constexpr std::string_view nouns[] = {"assembly", "authority",  "board",   "council",
                                          "court",    "department", "hall",    "municipality",
                                          "office",   "police",     "sheriff", "sheriff's"};
    for (std::uint32_t i = range.first + 1; i < range.last; ++i)
      if (is_one_of(words_.lower(i), nouns)) return true;
    return false;
  }
  bool is_listed(std::uint32_t first, std::uint32_t last) const {
    constexpr std::string_view common[] = {"federal", "union",  "national", "capital",      "home",
                                           "centre",  "center", "republic", "metropolitan", "general"};
    const std::string& word = words_.lower(first);
    const bool county = last - first > 1 && words_.lower(last - 1) == "county";
    return places_.contains(first, county ? last - 1 : last) &&
           (last - first > 1 || (!is_one_of(word, common) && !is_direction(word)));
  }
  const TokenWords& words_;
  const ListedPlaces& places_;
  const KnownNames known_;
};

/// "Gate Cathedral of Elm", "Municipality of Elm"
bool is_building(const TokenWords& words, const NameRange& range) {
  if (range.label != NameClass::place) return false;
  const std::uint32_t link = find_link(words, range.first, range.last);
  return link > range.first && link < range.last &&
         (place_kind(words.lower(link - 1)) == "facility" || words.lower(range.first) == "municipality");
}

}  // namespace

std::vector<NameRange> names_within(const TokenWords& words, const ListedPlaces& places,
                                    const std::vector<NameRange>& ranges) {
  const NestedNames nested(words, places, ranges);
  std::vector<NameRange> found;
  const auto take = [&](const std::optional<NameRange>& name) {
    if (name) found.push_back(*name);
  };
  for (const NameRange& range : ranges) {
    if (range.label == NameClass::event) take(nested.place_of_event(range));
    if (range.label != NameClass::organization && !is_building(words, range)) continue;
    take(nested.place_in_front(range));
    take(nested.place_behind(range));
  }
  return found;
}

}  // namespace attest::extract
