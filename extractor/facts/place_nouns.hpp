// Words of places: sites that something can be at, the sides of a place that lie in it, parts of the world.
#pragma once

#include <string_view>

namespace attest::extract {

/// "road", "base", "village", "north": a noun that something can be at, so that the names behind it say
/// where.
bool is_site(std::string_view noun_lemma);

/// "north", "southwest": a point of the compass.
bool is_compass_point(std::string_view word);

/// "north", "coast", "outskirts": what lies on this side of a place lies in it or at it.
bool is_side(std::string_view noun_lemma);

/// "region", "county": a name goes before it ("the Styria region of Austria"), not behind it as with others
/// ("the Austrian city of Graz").
bool is_named_in_front(std::string_view noun_lemma);

/// "neighbouring", "successor": what stands so beside a place's name is another place.
bool names_another_place(std::string_view word);

/// "Europe", "Southeast Asia", "the Americas".
bool is_continent(std::string_view name);

/// "the Indian Ocean", "the Barents Sea": lies in no country.
bool is_open_water(std::string_view name);

/// "Africa", "the Balkans", "the Ottoman Empire": parts of the world and states that a country lies in.
bool holds_countries(std::string_view name);

}  // namespace attest::extract
