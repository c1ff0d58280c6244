// Whose "President P" is in a text about several countries: of the one that the sentences just before tell of
// as acting.
#pragma once

#include <map>
#include <string>
#include <vector>

#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {

/// Where a document tells of countries as acting: "Norway's", "Norway signed", "the Norwegian army".
class ActingCountries {
 public:
  ActingCountries(const Reading& reading, const Demonyms& demonyms);

  /// The country told of in the nearest of the sentences up to an office that tells of one; one whose same
  /// office is somebody else's does not count. no_entity where there is none or more than one, or where an
  /// adjective points to a country that the document does not name.
  EntityIndex before(TokenIndex office, EntityIndex holder) const;

 private:
  struct Telling {
    TokenIndex at = 0;
    EntityIndex country = no_entity;  ///< no_entity: by adjective only
    EntityIndex holder = no_entity;   ///< of "the Norwegian president P": P
  };
  bool is_taken(EntityIndex country, const std::string& office, EntityIndex holder) const;
  void tell(TokenIndex at, EntityIndex country);

  const Reading& reading_;
  std::vector<Telling> tellings_;                                                 // by token
  std::map<std::pair<EntityIndex, std::string>, std::vector<EntityIndex>> held_;  // by country and office
};

}  // namespace attest::extract
