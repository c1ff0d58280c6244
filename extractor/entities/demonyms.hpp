// Adjectives of countries: what "the Norwegian president" presides over.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include <attest/extractor/entity.hpp>

namespace attest::extract {

/// "Norwegian", "Norwegians": an adjective of nationality, or the people.
bool is_demonym(std::string_view word);

/// "norwegian" → "Norway": the country's first name in the table; empty where the word, in lower case, is
/// none.
std::string_view country_of_adjective(std::string_view lower);

/// Which place of the document an adjective of nationality points to, where the document names that country.
class Demonyms {
 public:
  explicit Demonyms(const Entities& entities);
  /// The country's entity, or no_entity.
  EntityIndex place_of(std::string_view adjective) const;
  /// The same by any of the country's names: "United Kingdom" where the document writes "UK", or no_entity.
  EntityIndex place_called(std::string_view name) const;

 private:
  EntityIndex at(std::string_view key) const;

  std::unordered_map<std::string_view, EntityIndex> countries_;  // by the key that the table gives
};

}  // namespace attest::extract
