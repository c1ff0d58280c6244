// Places that are meant without their name: "the village", "there".
#pragma once

#include <map>
#include <string>
#include <vector>

#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {

/// Which place a word stands for: by its own name, or as a noun that the text used of a place a few sentences
/// before ("the village of N … the village"), as "there" after a place where something happened, or as "here"
/// in a text with a dateline.
class PlaceReferences {
 public:
  explicit PlaceReferences(const Reading& reading);

  /// The place that a token names or stands for; no_entity where it is none.
  EntityIndex place_at(TokenIndex t) const;
  /// The country that an adjective of nationality points to, where the document names it.
  EntityIndex country_of(TokenIndex adjective) const;

 private:
  struct Called {
    EntityIndex place = no_entity;
    std::uint32_t sentence = 0;
  };
  void learn(const Mention& mention);
  bool is_called_before(TokenIndex noun, TokenIndex t) const;
  void resolve(TokenIndex t);
  void call(const std::string& noun, EntityIndex place, TokenIndex t);

  const Reading& reading_;
  Demonyms demonyms_;
  std::map<std::string, Called, std::less<>> called_;  // noun → the place last called so
  EntityIndex dateline_ = no_entity;
  Called located_;  // the place last told with a preposition of place
  std::map<TokenIndex, EntityIndex> meant_;
};

/// The place of a dateline in capitals: "OSLO, 5 March 2020 —", also behind a title line; no_entity where
/// there is none.
EntityIndex dateline_place(const Reading& reading);

/// The country of "Austrian" or "South Korean", by the word `last` and the one before it; no_entity where
/// they are no such adjective or the document does not name the country.
EntityIndex country_ending_at(const Reading& reading, const Demonyms& demonyms, TokenIndex last);

/// "the U.S. army", "UK firms": an abbreviation in front of a noun is the adjective of its country.
bool is_adjective_of_country(const Reading& reading, TokenIndex t);

}  // namespace attest::extract
