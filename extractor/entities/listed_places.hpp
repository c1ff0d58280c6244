// Names of places that everybody can look up: the model's lists of cities, regions and countries.
#pragma once

#include <cstdint>

#include <attest/extractor/entities/token_words.hpp>
#include <attest/extractor/model/lexicon.hpp>

namespace attest::extract {

class ListedPlaces {
 public:
  ListedPlaces(const Lexicon& lexicon, const TokenWords& words) : lexicon_(lexicon), words_(words) {}

  /// Tokens [first, last) are a city's, region's or country's name.
  bool contains(std::uint32_t first, std::uint32_t last) const;
  /// They are a city's name.
  bool is_city(std::uint32_t first, std::uint32_t last) const;
  /// They are the name of a country's first division.
  bool is_region(std::uint32_t first, std::uint32_t last) const;
  /// As contains, and no single word that is a forename or surname, too.
  bool only_place(std::uint32_t first, std::uint32_t last) const;

 private:
  std::uint32_t lists_of(std::uint32_t first, std::uint32_t last) const;

  const Lexicon& lexicon_;
  const TokenWords& words_;
};

}  // namespace attest::extract
