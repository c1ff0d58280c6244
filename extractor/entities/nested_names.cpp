#include <attest/extractor/entities/nested_names.hpp>

#include <algorithm>
#include <optional>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/known_names.hpp>
#include <attest/extractor/entities/lexicon.hpp>
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
      // Listed towns count for bodies only (no "Treaty of Utrecht"), but for none that may be of any field,
      // and not with an article ("the Union").
      const bool may_be_listed = tail == link + 1 && holds_body_noun(words_, range.first, link) &&
                                 !is_body_of_fields(words_.lower(link - 1));
      if (known_.is_place(tail, range.last) || (may_be_listed && places_.contains(tail, range.last)))
        return part(tail, range.last, NameClass::place, range);
    }
    return std::nullopt;
  }

  /// "US" of "US Department of Energy", "Elm City" of "Elm City Police Department"
  std::optional<NameRange> place_in_front(const NameRange& range) const {
    constexpr std::uint32_t longest = 3;
    if (!is_state_organ(range)) return std::nullopt;
    for (std::uint32_t end = std::min(range.first + longest, range.last - 1); end > range.first; --end) {
      if (end - range.first > 1 && words_.lower(end - 1) == "city") continue;  // "New York" + "City Council"
      if (known_.is_place(range.first, end) || (is_local_organ(range) && is_listed(range.first, end)))
        return part(range.first, end, NameClass::place, range);
    }
    return std::nullopt;
  }

  /// "UN" of "UN Security Council"
  std::optional<NameRange> body_in_front(const NameRange& range) const {
    constexpr std::string_view bodies[] = {"african union", "arab league", "eu", "european union",
                                           "nato",          "osce",        "un", "united nations"};
    constexpr std::uint32_t longest = 2;
    if (!is_state_organ(range)) return std::nullopt;
    for (std::uint32_t end = range.first + 1; end <= range.first + longest && end < range.last; ++end)
      if (is_one_of(words_.folded(range.first, end), bodies))
        return part(range.first, end, NameClass::organization, range);
    return std::nullopt;
  }

  /// "House of Commons" of "Energy Committee of the House of Commons"
  std::optional<NameRange> body_behind(const NameRange& range) const {
    for (std::uint32_t link = range.first + 1; link + 2 < range.last; ++link) {
      if (words_.lower(link) != "of" || !is_organization_noun(words_.lower(link - 1))) continue;
      const std::uint32_t tail = behind_article(words_, link + 1);
      if (tail >= range.last || known_.is_place(tail, range.last) || is_state_form(words_.lower(tail)))
        continue;
      const bool noun = tail > link + 1 && range.last - tail > 1 && is_parent(tail, range.last);
      if (known_.is_named_body(tail, range.last) || noun)
        return part(tail, range.last, NameClass::organization, range);
    }
    return std::nullopt;
  }

 private:
  static NameRange part(std::uint32_t first, std::uint32_t last, NameClass label, const NameRange& of) {
    return {first, last, label, of.confidence * 0.8F};
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
  /// "House of Commons", "United Nations", "Royal Army"
  bool is_parent(std::uint32_t first, std::uint32_t last) const {
    constexpr std::string_view others[] = {"house", "nations", "commons", "lords"};
    for (std::uint32_t i = first; i < last; ++i)
      if (is_one_of(words_.lower(i), others) ||
          (is_organization_noun(words_.lower(i)) && words_.is_capitalized(i)))
        return true;
    return false;
  }

  const TokenWords& words_;
  const ListedPlaces& places_;
  const KnownNames known_;
};

}  // namespace

std::vector<NameRange> names_within(const TokenWords& words, const ListedPlaces& places,
                                    const std::vector<NameRange>& ranges) {
  const NestedNames nested(words, places, ranges);
  std::vector<NameRange> found;
  const auto take = [&](const std::optional<NameRange>& name) {
    if (name) found.push_back(*name);
  };
  for (const NameRange& range : ranges) {
    if (range.label != NameClass::organization) continue;
    const auto front = nested.place_in_front(range);
    take(front ? front : nested.body_in_front(range));
    const auto place = nested.place_behind(range);
    take(place ? place : nested.body_behind(range));
  }
  return found;
}

}  // namespace attest::extract
