#include <attest/extractor/entities/listed_places.hpp>

#include <attest/extractor/model/hashing.hpp>

namespace attest::extract {

std::uint32_t ListedPlaces::lists_of(std::uint32_t first, std::uint32_t last) const {
  std::uint64_t key = 0;
  for (std::uint32_t i = first; i < last; ++i) key = combine(key, hash_of(words_.text(i)));
  return lexicon_.phrase(key);
}

bool ListedPlaces::contains(std::uint32_t first, std::uint32_t last) const {
  constexpr std::uint32_t places = lists::city | lists::region | lists::country;
  return (lists_of(first, last) & places) != 0;
}

bool ListedPlaces::is_city(std::uint32_t first, std::uint32_t last) const {
  return (lists_of(first, last) & lists::city) != 0;
}

bool ListedPlaces::is_region(std::uint32_t first, std::uint32_t last) const {
  return (lists_of(first, last) & lists::region) != 0;
}

bool ListedPlaces::only_place(std::uint32_t first, std::uint32_t last) const {
  if (!contains(first, last)) return false;
  if (last - first > 1) return true;
  const std::uint64_t word = hash_of(words_.text(first));
  return (lexicon_.word(word, word).lists & (lists::forename | lists::surname)) == 0;
}

}  // namespace attest::extract
