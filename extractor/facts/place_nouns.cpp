#include <attest/extractor/facts/place_nouns.hpp>

#include <attest/extractor/one_of.hpp>

#include <unordered_set>

namespace attest::extract {
namespace {

std::string_view last_word(std::string_view name) {
  const std::size_t space = name.rfind(' ');
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

}  // namespace

bool is_compass_point(std::string_view word) {
  constexpr std::string_view points[] = {"north",     "northeast", "northwest", "south",
                                         "southeast", "southwest", "east",      "west"};
  return is_one_of(word, points);
}

bool is_side(std::string_view noun_lemma) {
  constexpr std::string_view sides[] = {"bank",  "center", "centre",   "coast",  "corner",   "edge",
                                        "foot",  "heart",  "interior", "middle", "outskirt", "outskirts",
                                        "shore", "suburb", "tip",      "slope",  "top"};
  return is_compass_point(noun_lemma) || is_one_of(noun_lemma, sides);
}

bool is_site(std::string_view noun_lemma) {
  static const std::unordered_set<std::string_view> sites = {
      "road",      "highway",      "route",      "street",       "square",     "bridge",    "border",
      "frontier",  "line",         "corridor",   "checkpoint",   "crossing",   "airport",   "airfield",
      "port",      "harbour",      "harbor",     "base",         "camp",       "barracks",  "headquarters",
      "building",  "house",        "home",       "hotel",        "hospital",   "school",    "university",
      "college",   "church",       "mosque",     "cathedral",    "temple",     "monastery", "palace",
      "prison",    "jail",         "court",      "station",      "post",       "village",   "city",
      "town",      "capital",      "district",   "province",     "region",     "county",    "state",
      "republic",  "territory",    "area",       "zone",         "part",       "sea",       "lake",
      "river",     "island",       "valley",     "mountain",     "hill",       "forest",    "field",
      "desert",    "site",         "place",      "location",     "embassy",    "consulate", "office",
      "stadium",   "arena",        "park",       "market",       "factory",    "plant",     "mine",
      "warehouse", "depot",        "position",   "trench",       "front",      "vicinity",  "proximity",
      "way",       "entrance",     "gate",       "country",      "enclave",    "exclave",   "side",
      "section",   "sector",       "cemetery",   "theatre",      "theater",    "museum",    "venue",
      "studio",    "hall",         "restaurant", "club",         "facility",   "complex",   "compound",
      "peninsula", "strait",       "canal",      "community",    "settlement", "land",      "soil",
      "waters",    "airspace",     "metro",      "railway",      "refinery",   "reservoir", "dam",
      "farm",      "ranch",        "quarter",    "neighborhood", "stronghold", "outpost",   "garrison",
      "dockyard",  "neighbourhood"};
  return is_side(noun_lemma) || sites.contains(noun_lemma);
}

bool is_named_in_front(std::string_view noun_lemma) {
  constexpr std::string_view nouns[] = {
      "area",          "canton",       "county",     "department", "district", "governorate", "neighborhood",
      "neighbourhood", "oblast",       "prefecture", "province",   "quarter",  "region",      "section",
      "voivodeship",   "municipality", "raion",      "parish",     "commune"};
  return is_one_of(noun_lemma, nouns);
}

bool names_another_place(std::string_view word) {
  constexpr std::string_view words[] = {"successor",   "predecessor",  "neighbor", "neighbour",
                                        "neighboring", "neighbouring", "rival",    "sister",
                                        "twin",        "nearby",       "adjacent"};
  return is_one_of(word, words);
}

bool is_continent(std::string_view name) {
  constexpr std::string_view words[] = {"Europe",  "Asia",       "Africa", "Americas",
                                        "Oceania", "Antarctica", "Eurasia"};
  return name == "North America" || name == "South America" || name == "Latin America" ||
         is_one_of(last_word(name), words);
}

bool is_open_water(std::string_view name) {
  const std::string_view last = last_word(name);
  return last == "Ocean" || last == "Sea";
}

bool holds_countries(std::string_view name) {
  constexpr std::string_view words[] = {
      "America", "Caucasus", "Balkans",   "Scandinavia", "Maghreb",  "Caribbean", "Levant",  "Peninsula",
      "East",    "Pacific",  "Indochina", "Baltics",     "Sahel",    "Region",    "world",   "Horn",
      "Benelux", "Sahara",   "Basin",     "Empire",      "Republic", "Union",     "Kingdom", "Federation"};
  return is_continent(name) || is_one_of(last_word(name), words);
}

}  // namespace attest::extract
