// Common nouns of places: sites that something can be at, and the sides of a place that lie in it.
#pragma once

#include <string_view>

namespace attest::extract {

/// "road", "base", "village", "north": a noun that something can be at, so that the names behind it say
/// where.
bool is_site(std::string_view noun_lemma);

/// "north", "coast", "outskirts": what lies on this side of a place lies in it or at it.
bool is_side(std::string_view noun_lemma);

/// "region", "county": a name goes before it ("the Styria region of Austria"), not behind it as with others
/// ("the Austrian city of Graz").
bool is_named_in_front(std::string_view noun_lemma);

}  // namespace attest::extract
