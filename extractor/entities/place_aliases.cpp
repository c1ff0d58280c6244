#include <attest/extractor/entities/place_aliases.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/form_rules.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class Places {
 public:
  explicit Places(FormSets& forms) : forms_(forms) {}

  void run() {
    join_state_forms();
    join_divisions();
    join_strips();
    join_cities();
    join_sites();
    join_directions();
  }

 private:
  void join_state_forms() {
    for (FormIndex f = 0; f < forms_.count(); ++f) {
      if (!forms_.is(f, NameClass::place)) continue;
      const Words bare = without_state_form(forms_.form(f).words);
      if (bare.size() == forms_.form(f).words.size()) continue;
      const auto other = forms_.find(join(bare));
      if (other && forms_.is(*other, NameClass::place)) forms_.join(f, *other);
    }
  }
  /// "Norland region" beside "Norland", where that is no town's name and no sentence has both.
  void join_divisions() {
    for (FormIndex f = 0; f < forms_.count(); ++f) {
      const Words& words = forms_.form(f).words;
      if (!forms_.is(f, NameClass::place) || words.size() < 2 || !is_division_noun(words.back())) continue;
      const auto bare = forms_.find(join({words.begin(), words.end() - 1}));
      if (!bare || !forms_.is(*bare, NameClass::place)) continue;
      if (!forms_.form(*bare).listed_city && !is_settled(*bare) && !share_sentence(f, *bare))
        forms_.join(f, *bare);
    }
  }
  /// "Rahn" beside "Rahn Air Force Base": a site that has no town of that name.
  void join_sites() {
    constexpr std::array<std::string_view, 6> kinds{"aerodrome", "airfield",   "barracks",
                                                    "base",      "cosmodrome", "spaceport"};
    for (FormIndex h = 0; h < forms_.count(); ++h) {
      const Words& words = forms_.form(h).words;
      if (!forms_.is(h, NameClass::place) || words.size() < 2 || !is_one_of(words.back(), kinds)) continue;
      const auto bare = forms_.find(words.front());
      if (bare && forms_.is(*bare, NameClass::place) && !forms_.form(*bare).listed_place &&
          !is_settled(*bare) && !is_somewhere(*bare))
        forms_.join(*bare, h);
    }
  }
  /// "in Rahn": said of towns, and of no base
  bool is_somewhere(FormIndex f) const {
    const auto& mentions = forms_.form(f).mentions;
    return std::any_of(mentions.begin(), mentions.end(),
                       [&](std::uint32_t m) { return forms_.word_before(m) == "in"; });
  }
  /// "Elm Strip", "Elm Island", "Elm Desert" beside "Elm": features that their names are often used without.
  void join_strips() {
    constexpr std::array<std::string_view, 10> kinds{"archipelago", "desert", "island",    "islands",
                                                     "mountains",   "ocean",  "peninsula", "plateau",
                                                     "sea",         "strip"};
    for (FormIndex f = 0; f < forms_.count(); ++f) {
      const Words& words = forms_.form(f).words;
      if (!forms_.is(f, NameClass::place) || words.size() < 2 || !is_one_of(words.back(), kinds)) continue;
      const auto bare = forms_.find(join({words.begin(), words.end() - 1}));
      if (!bare || !forms_.is(*bare, NameClass::place) || is_settled(*bare)) continue;
      const bool strip = words.back() == "strip";
      if (words.back() == "peninsula" && forms_.form(*bare).listed_place) continue;  // a state on it
      if ((strip || !forms_.form(*bare).listed_city) && country_code(forms_.form(*bare).key).empty() &&
          !is_direction(forms_.form(*bare).key))
        forms_.join(f, *bare);
    }
  }
  /// "City of Elm", "Elm City" and "Elm"
  void join_cities() {
    for (FormIndex f = 0; f < forms_.count(); ++f) {
      const Words& words = forms_.form(f).words;
      if (!forms_.is(f, NameClass::place) || words.size() < 3 || words[0] != "city" || words[1] != "of")
        continue;
      const Words bare{words.begin() + 2, words.end()};
      for (const std::string& key : {join(bare), join(bare) + " city"})
        if (const auto city = forms_.find(key); city && forms_.is(*city, NameClass::place)) {
          forms_.join(f, *city);
          break;
        }
    }
  }
  /// "the city of Evora", "the capital, Evora"
  bool is_settled(FormIndex f) const {
    constexpr std::array<std::string_view, 5> settled{"capital", "city", "town", "village", "villages"};
    return std::any_of(forms_.form(f).mentions.begin(), forms_.form(f).mentions.end(), [&](std::uint32_t m) {
      const std::uint32_t first = forms_.names().mentions[m].first;
      for (std::uint32_t t = first; t > 0 && first - t < 2; --t)
        if (is_one_of(lower_case(forms_.document().text(forms_.document().tokens[t - 1])), settled))
          return true;
      return false;
    });
  }
  bool share_sentence(FormIndex a, FormIndex b) const {
    std::set<std::size_t> seen;
    for (const std::uint32_t m : forms_.form(a).mentions) seen.insert(forms_.sentence_of(m));
    return std::any_of(forms_.form(b).mentions.begin(), forms_.form(b).mentions.end(),
                       [&](std::uint32_t m) { return seen.contains(forms_.sentence_of(m)); });
  }
  /// "the North" beside "North Norland".
  void join_directions() {
    for (FormIndex f = 0; f < forms_.count(); ++f) {
      if (forms_.is(f, NameClass::person) || forms_.form(f).words.size() != 1 ||
          !is_direction(forms_.form(f).key))
        continue;
      const auto found = forms_.by_first().find(forms_.form(f).key);
      if (found == forms_.by_first().end()) continue;
      std::vector<FormIndex> hosts;
      for (const FormIndex h : found->second)
        if (forms_.is(h, NameClass::place)) hosts.push_back(h);
      if (const auto host = forms_.single(hosts)) {
        forms_.set_type(f, NameClass::place);
        forms_.join(f, *host);
      }
    }
  }

  FormSets& forms_;
};

}  // namespace

void join_places(FormSets& forms) {
  Places(forms).run();
}

}  // namespace attest::extract
