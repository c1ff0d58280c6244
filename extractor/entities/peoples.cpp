#include <attest/extractor/entities/peoples.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// Faiths and peoples without a state: what people are, not who. In the singular.
bool is_creed_or_people(std::string_view word) {
  constexpr auto kinds = std::to_array<std::string_view>({"aboriginal",   "african",     "alawite",
                                                          "allah",        "anglican",    "arab",
                                                          "arabian",      "arabic",      "asian",
                                                          "baluch",       "baptist",     "bedouin",
                                                          "berber",       "buddhist",    "calvinist",
                                                          "catholic",     "caucasian",   "christian",
                                                          "christianity", "communist",   "congregationalist",
                                                          "cossack",      "druze",       "european",
                                                          "hazara",       "hindu",       "hispanic",
                                                          "hutu",         "inuit",       "islam",
                                                          "islamic",      "islamist",    "jew",
                                                          "jewish",       "kurd",        "kurdish",
                                                          "latino",       "lutheran",    "maori",
                                                          "methodist",    "mormon",      "muslim",
                                                          "napoleonic",   "nazi",        "nordic",
                                                          "pashtun",      "pentecostal", "presbyterian",
                                                          "protestant",   "puritan",     "quaker",
                                                          "romani",       "abbasid",     "almohad",
                                                          "almoravid",    "ayyubid",     "fatimid",
                                                          "mamluk",       "mughal",      "orthodox",
                                                          "safavid",      "seljuk",      "timurid",
                                                          "umayyad",      "bahai",       "baha'i",
                                                          "jain",         "pagan",       "rastafarian",
                                                          "shinto",       "voodoo",      "wicca",
                                                          "wiccan",       "zoroastrian", "satan",
                                                          "scandinavian", "shi'ite",     "shia",
                                                          "shiite",       "siberian",    "sikh",
                                                          "slavic",       "sunni",       "tamil",
                                                          "taoist",       "tatar",       "turkic",
                                                          "tutsi",        "uighur",      "uyghur",
                                                          "victorian",    "western",     "yazidi",
                                                          "zionist",      "zulu"});
  return is_one_of(word, kinds) || (word.ends_with('s') && is_one_of(word.substr(0, word.size() - 1), kinds));
}
/// Peoples of the past, in the singular; persons and clubs are called so, too.
bool is_old_people(std::string_view word) {
  constexpr auto peoples = std::to_array<std::string_view>(
      {"apache", "aztec",  "cherokee", "inca",       "iroquois",  "maya",  "mayan",
       "navajo", "olmec",  "sioux",    "toltec",     "byzantine", "celt",  "etruscan",
       "mongol", "norman", "ottoman",  "phoenician", "roman",     "viking"});
  return is_one_of(word, peoples) ||
         (word.ends_with('s') && is_one_of(word.substr(0, word.size() - 1), peoples));
}
/// Words in front of a creed or a nation: "Roman Catholic", "Eastern Orthodox".
bool parts_creed(std::string_view word) {
  constexpr std::array<std::string_view, 8> parts{"-",      "eastern",  "greek", "latin",
                                                  "native", "orthodox", "roman", "western"};
  return is_one_of(word, parts);
}

/// "Franco-", "Sino-": how a nation's name begins a joined one.
bool is_joining_form(std::string_view word) {
  constexpr auto forms =
      std::to_array<std::string_view>({"Afro", "Anglo", "Austro", "Euro", "Franco", "Greco", "Indo", "Italo",
                                       "Luso", "Russo", "Serbo", "Sino", "Turco", "Turko"});
  return is_one_of(word, forms);
}

/// "Peruvian-Norwegian", "Peru-Norway", "Franco-Peruvian": each part is a nationality or a country, and the
/// whole is none.
bool joins_countries(std::string_view word) {
  if (word.find('-') == std::string::npos || !country_code(fold_name(word)).empty()) return false;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t end = std::min(word.find('-', at), word.size());
    const std::string part(word.substr(at, end - at));
    if (!is_demonym(part) && country_code(fold_name(part)).empty() && !is_acronym(part) &&
        !is_joining_form(part))
      return false;
    at = end + 1;
  }
  return true;
}

/// "asian", "korean": of a part of the world that is no state, behind a direction.
bool is_regional(std::string_view word) {
  constexpr std::array<std::string_view, 9> adjectives{
      "african", "american", "asian", "caucasian", "european", "guinean", "indian", "korean", "slavic"};
  return is_one_of(word, adjectives);
}

/// "anti-Chinese", "pro-Russian"
bool is_stance(std::string_view word) {
  const std::size_t hyphen = word.find('-');
  if (hyphen == std::string_view::npos) return false;
  std::string stance(word.substr(0, hyphen));
  for (char& c : stance) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  constexpr auto stances =
      std::to_array<std::string_view>({"anti", "counter", "defeat", "non", "post", "pre", "pro"});
  const std::string_view side = word.substr(hyphen + 1);
  return is_one_of(stance, stances) && (is_demonym(side) || is_acronym(side));
}

/// "Norwegian", "Roman Catholic", "Jewish Christians", "South Australian", "Soviet republic"
bool are_people(const TokenWords& words, const NameRange& range) {
  const auto is_people_word = [&](std::uint32_t i) {
    return is_demonym(words.text(i)) || is_creed_or_people(words.lower(i)) || is_stance(words.text(i));
  };
  const bool one = range.last - range.first == 1;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    if (is_people_word(i) || (!one && i > range.first && is_regional(words.lower(i)))) continue;
    const bool kind = i > range.first && words.text(i) == words.lower(i) &&
                      !is_function_word(words.lower(i)) && is_demonym(words.text(i - 1)) &&
                      place_kind(words.lower(i)).empty();
    if (kind && range.label != NameClass::organization) continue;
    const bool front = parts_creed(words.lower(i)) || is_direction(words.lower(i)) || words.lower(i) == "and";
    if (i + 1 == range.last || !front) return false;
  }
  return range.first < range.last;
}

/// "Norland Norwegians": people of a place.
bool is_people_of_place(const TokenWords& words, const NameRange& range) {
  const std::string_view last = words.text(range.last - 1);
  const std::string& word = words.lower(range.last - 1);
  constexpr std::array<std::string_view, 4> teams{"canadians", "celtics", "texans", "vikings"};
  if (is_one_of(word, teams) && range.label == NameClass::organization) return false;
  return range.last - range.first > 1 && range.label != NameClass::person &&
         ((last.ends_with('s') && (is_demonym(last) || is_creed_or_people(word))) || word == "diaspora");
}

/// "Democratic Senators", "National Guardsmen": people by what they are and where they sit.
bool are_officers(const TokenWords& words, const NameRange& range) {
  constexpr std::array<std::string_view, 5> men{"guardsmen", "lawmakers", "legislators", "policemen",
                                                "servicemen"};
  constexpr std::array<std::string_view, 6> sides{"democratic", "federal",  "labor",
                                                  "labour",     "national", "state"};
  const std::string& last = words.lower(range.last - 1);
  if (range.last - range.first < 2 || (!is_one_of(last, men) && !is_plural_title(last))) return false;
  for (std::uint32_t i = range.first; i + 1 < range.last; ++i)
    if (!is_party_member(words.lower(i)) && !is_one_of(words.lower(i), sides) && !is_demonym(words.text(i)))
      return false;
  return true;
}

}  // namespace

bool is_nationality(const TokenWords& words, const NameRange& range) {
  std::string word;  // the tagger's tokens end at hyphens
  for (std::uint32_t i = range.first; i < range.last; ++i) word += words.text(i) == "–" ? "-" : words.text(i);
  std::string spaced;
  for (std::uint32_t i = range.first; i < range.last; ++i)
    (spaced += spaced.empty() ? "" : " ") += words.text(i);
  return are_people(words, range) || is_demonym(spaced) || joins_countries(word) || is_stance(word);
}

bool is_people(const TokenWords& words, const NameRange& range) {
  const bool old = range.label == NameClass::place && range.last - range.first == 1 &&
                   is_old_people(words.lower(range.first));
  return old || is_people_of_place(words, range) || are_officers(words, range);
}

bool is_deity(const TokenWords& words, const NameRange& range) {
  constexpr auto deities = std::to_array<std::string_view>(
      {"amaterasu", "anubis",       "aphrodite", "apollo", "ares",    "artemis",  "athena",  "baal",
       "bacchus",   "brahma",       "cronus",    "cupid",  "demeter", "dionysus", "durga",   "eros",
       "hades",     "hephaestus",   "hera",      "hermes", "horus",   "ishtar",   "jehovah", "juno",
       "jupiter",   "kronos",       "loki",      "marduk", "neptune", "odin",     "osiris",  "persephone",
       "poseidon",  "quetzalcoatl", "shiva",     "thor",   "vishnu",  "vulcan",   "yahweh",  "zeus"});
  const auto is_god = [&](std::uint32_t i) { return words.text(i) == "god" || words.text(i) == "goddess"; };
  if (range.label != NameClass::person) return false;
  if (is_god(range.first) || (range.first > 0 && is_god(range.first - 1))) return true;
  return range.last - range.first == 1 && is_one_of(words.lower(range.first), deities);
}

bool is_language_or_feast(const TokenWords& words, const NameRange& range) {
  constexpr auto languages = std::to_array<std::string_view>(
      {"basque",    "bengali", "breton",    "cantonese", "catalan",  "cyrillic", "dari",
       "esperanto", "farsi",   "flemish",   "gaelic",    "gujarati", "hebrew",   "hindi",
       "javanese",  "latin",   "malayalam", "mandarin",  "marathi",  "pashto",   "persian",
       "punjabi",   "quechua", "sanskrit",  "sinhala",   "swahili",  "tagalog",  "tamil",
       "telugu",    "tibetan", "urdu",      "yiddish",   "yoruba"});
  constexpr auto feasts =
      std::to_array<std::string_view>({"christmas", "diwali", "easter", "eid", "halloween", "hanukkah",
                                       "lent", "passover", "purim", "ramadan", "thanksgiving", "yom kippur"});
  if (range.label == NameClass::person && range.last - range.first > 1) return false;
  const std::string name = words.folded(range.first, range.last);
  return is_one_of(name, languages) || is_one_of(name, feasts);
}

}  // namespace attest::extract
