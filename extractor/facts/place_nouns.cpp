#include <attest/extractor/facts/place_nouns.hpp>

#include <attest/extractor/one_of.hpp>

#include <unordered_set>

namespace attest::extract {

bool is_side(std::string_view noun_lemma) {
  constexpr std::string_view sides[] = {"bank",      "center",    "centre",   "coast",     "corner", "east",
                                        "edge",      "foot",      "heart",    "interior",  "middle", "north",
                                        "northeast", "northwest", "outskirt", "outskirts", "shore",  "south",
                                        "southeast", "southwest", "suburb",   "tip",       "west"};
  return is_one_of(noun_lemma, sides);
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

}  // namespace attest::extract
