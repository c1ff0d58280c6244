#include <attest/extractor/entities/known_bodies.hpp>

#include <array>

#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/sorted_words.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr auto acronyms = sorted(std::to_array<std::string_view>(
    {"afp",    "aiadmk", "ap",     "apec",  "asean", "bbc",      "bjp",    "brics", "cbs",    "cern",
     "cia",    "cnn",    "darpa",  "dfb",   "ebrd",  "ecb",      "ecowas", "eu",    "farc",   "fbi",
     "fcc",    "fda",    "fema",   "fifa",  "fsb",   "gestapo",  "gru",    "iaea",  "iata",   "ibm",
     "icao",   "icc",    "icrc",   "ilo",   "imf",   "interpol", "ioc",    "iom",   "jaxa",   "kgb",
     "mi5",    "mi6",    "mossad", "naacp", "nasa",  "nato",     "nba",    "nbc",   "ncaa",   "nfl",
     "nhl",    "nhs",    "noaa",   "npr",   "nypd",  "oas",      "oecd",   "opcw",  "opec",   "osce",
     "pbs",    "pkk",    "plo",    "raf",   "saarc", "uefa",     "un",     "undp",  "unesco", "unhcr",
     "unicef", "unrwa",  "upi",    "usaid", "voa",   "wfp",      "who",    "wto"}));

constexpr auto spelt = sorted(std::to_array<std::string_view>({"african union",
                                                               "airbus",
                                                               "al arabiya",
                                                               "al jazeera",
                                                               "al shabaab",
                                                               "al shabab",
                                                               "amnesty international",
                                                               "arab league",
                                                               "associated press",
                                                               "bloomberg",
                                                               "boeing",
                                                               "boko haram",
                                                               "chatham house",
                                                               "comintern",
                                                               "commonwealth of independent states",
                                                               "council of europe",
                                                               "doctors without borders",
                                                               "european commission",
                                                               "european community",
                                                               "european parliament",
                                                               "european union",
                                                               "facebook",
                                                               "fatah",
                                                               "federal bureau of investigation",
                                                               "federal reserve",
                                                               "freedom house",
                                                               "gazprom",
                                                               "general motors",
                                                               "google",
                                                               "greenpeace",
                                                               "hamas",
                                                               "hezbollah",
                                                               "hizballah",
                                                               "hizbollah",
                                                               "human rights watch",
                                                               "interfax",
                                                               "international atomic energy agency",
                                                               "international monetary fund",
                                                               "islamic jihad",
                                                               "islamic state",
                                                               "itar tass",
                                                               "kadima",
                                                               "khmer rouge",
                                                               "kuomintang",
                                                               "kyodo",
                                                               "league of nations",
                                                               "likud",
                                                               "lockheed martin",
                                                               "microsoft",
                                                               "mujahideen",
                                                               "muslim brotherhood",
                                                               "pentagon",
                                                               "red crescent",
                                                               "red cross",
                                                               "reporters without borders",
                                                               "reuters",
                                                               "ria novosti",
                                                               "salvation army",
                                                               "samsung",
                                                               "scotland yard",
                                                               "security council",
                                                               "shining path",
                                                               "siemens",
                                                               "sinn fein",
                                                               "solidarnosc",
                                                               "taleban",
                                                               "taliban",
                                                               "toyota",
                                                               "twitter",
                                                               "united nations",
                                                               "volkswagen",
                                                               "warsaw pact",
                                                               "wikileaks",
                                                               "world bank",
                                                               "world health organization",
                                                               "world trade organization",
                                                               "xinhua",
                                                               "youtube",
                                                               "yukos"}));

}  // namespace

bool begins_network(std::string_view folded) {
  constexpr std::array<std::string_view, 6> spellings{"al qa eda", "al qa ida", "al qaeda",
                                                      "al qaida",  "alqaeda",   "alqaida"};
  return std::any_of(spellings.begin(), spellings.end(), [&](std::string_view name) {
    return folded.starts_with(name) && (folded.size() == name.size() || folded[name.size()] == ' ');
  });
}

bool is_known_body(std::string_view folded) {
  return begins_network(folded) || has(spelt, folded);
}

bool is_known_body_acronym(std::string_view surface) {
  const bool capitals =
      std::none_of(surface.begin(), surface.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return capitals && surface.size() > 1 && has(acronyms, fold_name(surface));
}

}  // namespace attest::extract
