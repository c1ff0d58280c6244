// Where a name ends, by what general knowledge says of its words.
#pragma once

#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// Persons over initials and particles ("A." + "Jon Hale", "Pedro" + "del Canto"), organizations over what
/// belongs to their noun ("Ministry" + "of Foreign Affairs"); bodies that no label covers. Ranges that come
/// to lie in another one go. In text order.
void grow_names(const AnnotatedDocument& document, const TokenWords& words, std::vector<NameRange>& ranges);

/// Two names run together: "Institute of Physics of Acme University", "Sentinel of Dublin"; and what stands
/// in front of a name: "Music at Acme University"; owners: "Elm's Faculty of Law".
void part_names(const TokenWords& words, const ListedPlaces& places, std::vector<NameRange>& ranges);

/// "Oslo-based Acme", "an Oslo-born singer": the place is a name of its own.
void part_seats(const TokenWords& words, std::vector<NameRange>& ranges);

}  // namespace attest::extract
