#include <attest/extractor/entities/name_words.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/entities/known_bodies.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// "Acme AG", not "Mendes Sa".
bool ends_in_capitals(const NameForm& form) {
  const std::string& surface = form.surfaces.begin()->first;
  return surface.size() > 3 && std::isupper(static_cast<unsigned char>(surface[surface.size() - 1])) &&
         std::isupper(static_cast<unsigned char>(surface[surface.size() - 2]));
}

/// "elm open", "norland grand prix": what sportsmen play at.
bool is_contest(const std::vector<std::string>& words) {
  const std::string &last = words.back(), &before = words[words.size() - 2];
  return last == "open" || (last == "prix" && before == "grand");
}

/// "adolf berg strasse", "elmplatz": streets and squares of towns that speak German.
bool is_german_street(std::string_view word) {
  constexpr std::array<std::string_view, 3> tails{"platz", "strasse", "gasse"};
  return std::any_of(tails.begin(), tails.end(), [&](std::string_view tail) { return word.ends_with(tail); });
}

/// "2004 summer olympic games"
bool are_games(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 7> kinds{"asian",       "commonwealth", "olympic", "paralympic",
                                                  "panamerican", "summer",       "winter"};
  return words.back() == "games" && std::any_of(words.begin(), words.end(), [&](const std::string& word) {
           return is_one_of(word, kinds);
         });
}

/// "opera house", "convention centre": what the word before makes a building.
bool is_hall(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 8> houses{"concert", "court", "customs", "manor",
                                                   "opera",   "power", "state",   "town"};
  constexpr std::array<std::string_view, 15> centres{"aquatic",    "arts",          "city",     "conference",
                                                     "congress",   "convention",    "cultural", "detention",
                                                     "exhibition", "entertainment", "leisure",  "shopping",
                                                     "space",      "sports",        "visitor"};
  const std::string &last = words.back(), &before = words[words.size() - 2];
  return (last == "house" && is_one_of(before, houses)) ||
         ((last == "center" || last == "centre") && is_one_of(before, centres));
}
/// "elm independent school district"
bool is_school_district(const std::vector<std::string>& words) {
  return words.back() == "district" && words[words.size() - 2] == "school";
}

/// "russian orthodox church": all before its noun tells a creed or a nation.
bool is_denomination(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 20> creeds{
      "adventist", "anglican",    "apostolic",    "baptist",    "catholic",  "coptic", "eastern",
      "episcopal", "evangelical", "latin",        "lutheran",   "methodist", "old",    "orthodox",
      "oriental",  "pentecostal", "presbyterian", "protestant", "reformed",  "roman"};
  return words.back() == "church" &&
         std::all_of(words.begin(), words.end() - 1, [&](const std::string& word) {
           std::string name = word;
           name.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.front())));
           return is_one_of(word, creeds) || is_demonym(name);
         });
}

/// Parliaments that go by a word of their own language; folded.
bool is_legislature(std::string_view word) {
  constexpr std::array<std::string_view, 17> names{
      "althing", "bundesrat", "bundestag",  "duma",     "eduskunta", "folketing",
      "knesset", "majlis",    "oireachtas", "rada",     "riigikogu", "riksdag",
      "saeima",  "sejm",      "seimas",     "sobranie", "storting"};
  return is_one_of(word, names);
}

}  // namespace

bool is_paper_noun(std::string_view word) {
  constexpr std::array<std::string_view, 14> papers{"bee",      "eagle",  "globe", "guardian", "independent",
                                                    "standard", "ledger", "mail",  "mirror",   "record",
                                                    "sentinel", "star",   "sun",   "world"};
  return is_one_of(word, papers);
}

void vote_by_words(NameForm& form, bool town_paper) {
  const auto vote = [&](NameClass type, float weight) {
    form.votes[static_cast<std::size_t>(type)] += weight;
  };
  const auto n = static_cast<float>(form.mentions.size());
  if (!country_code(form.key).empty()) return vote(NameClass::place, 2 * n + 1);
  if (is_known_body(form.key) || is_known_body_acronym(form.surfaces.begin()->first))
    return vote(NameClass::organization, 2 * n);
  // Bodies are called members and leaders, too.
  if (form.defined != NameClass::none &&
      !(form.defined == NameClass::person && form.type() == NameClass::organization))
    vote(form.defined, 1.5F * n);
  // "Elmton denies it": its government, named by the place
  if (form.type() == NameClass::organization && is_capital(form.key)) vote(NameClass::place, 1.2F * n);
  if (form.listed_place) vote(NameClass::place, form.type() == NameClass::person ? 1.0F * n : 0.2F * n);
  // "Rahn village … the people of Rahn … came to Rahn": rarely said of persons, so some times are enough.
  if (form.words.size() < 3 && form.type() == NameClass::person && form.gender == Gender::unknown &&
      gender_of_forename(form.words.front()) == Gender::unknown && form.placed >= std::max(1.0F, 0.3F * n))
    vote(NameClass::place, 1.2F * n);
  if (form.words.size() < 2) {
    if (is_legislature(form.key)) vote(NameClass::organization, 2 * n);
    return;
  }
  if (form.words.back() == "jr" || form.words.back() == "sr") return vote(NameClass::person, 1.5F * n);
  if (is_firm_suffix(form.words.back()) && (form.words.back().size() > 2 || ends_in_capitals(form)))
    return vote(NameClass::organization, 1.2F * n);
  if (is_leading_organization_noun(form.words.front())) return vote(NameClass::organization, 1.2F * n);
  if (is_denomination(form.words) || town_paper) return vote(NameClass::organization, 2 * n);
  if (is_hall(form.words)) return vote(NameClass::place, 1.2F * n);
  if (is_school_district(form.words)) return vote(NameClass::organization, 1.5F * n);
  const std::string& last = form.words.back();
  const std::string& first = form.words.front();
  // "circuit court of elm": the head stands before "of".
  auto link = std::find(form.words.begin() + 1, form.words.end(), "of");
  if (const auto other = std::find(form.words.begin() + 1, form.words.end(), "for"); other < link)
    link = other;
  const bool of = link != form.words.end();
  const std::string& head = of ? *(link - 1) : first;
  const bool forename = gender_of_forename(first) != Gender::unknown;
  if (last == "bank" && form.words.size() == 2 && is_direction(first))  // "the West Bank"
    return vote(NameClass::place, 1.2F * n);
  if (is_german_street(last)) return vote(NameClass::place, 1.5F * n);
  if (is_event_noun(last) || are_games(form.words) || is_contest(form.words) ||
      (of && (is_event_noun(first) || is_event_noun(head))))
    return vote(NameClass::event, 1.0F * n);
  if (of && is_organization_noun(head) && (head == first || place_kind(head).empty()))
    return vote(NameClass::organization, 1.2F * n);
  if (forename && !is_organization_noun(last) && form.words.size() < 4) vote(NameClass::person, 0.4F * n);
  const bool person = form.type() == NameClass::person;
  if (person && (forename || form.gender != Gender::unknown)) return;
  const float weight = person ? 0.7F : 1.1F;  // a surname may be such a noun
  if (is_organization_noun(last) && place_kind(last).empty())
    vote(NameClass::organization, weight * n);
  else if (!place_kind(last).empty() || (of && !place_kind(first).empty()))
    vote(NameClass::place, std::min(weight, 0.8F) * n);
  else if (of && place_kind(head) == "facility" && country_code(form.words.back()).empty())
    vote(NameClass::place, 1.1F * n);  // "calvary church of elm"
}

}  // namespace attest::extract
