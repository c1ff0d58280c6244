// Names as they stand in a document: where, and in what form.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/entities/lexicon.hpp>

namespace attest::extract {

class Lexicon;

/// One occurrence of a name.
struct NameMention {
  std::uint32_t first = 0;  ///< tokens [first, last): without title, leading article and possessive mark
  std::uint32_t last = 0;
  Span span;               ///< without the small noun of its kind ("Evora" of "Evora region"), too
  std::uint32_t form = 0;  ///< index into Names::forms
  NameClass label = NameClass::none;
  float confidence = 0;
  Gender gender = Gender::unknown;  ///< of the title before it
  bool titled = false;              ///< a title goes before it
};

/// All occurrences that fold to one key.
struct NameForm {
  std::string key;                                ///< fold_name of every one of them
  std::vector<std::string> words;                 ///< of the key
  std::map<std::string, std::uint32_t> surfaces;  ///< as written (white space collapsed) → how often; also
                                                  ///< without the small noun of its kind
  std::vector<std::uint32_t> mentions;            ///< indices into Names::mentions, ascending
  std::array<float, 6> votes{};                   ///< by NameClass
  NameClass defined = NameClass::none;            ///< what the text says it is: "Elm is a town"
  float placed = 0;                               ///< how often the words around it speak of a place
  bool listed_city = false;
  bool listed_region = false;
  bool listed_place = false;  ///< a city or region, and no person's name
  bool acronym = false;       ///< written like one: "ICRC", "U.N.", "CoE"
  Gender gender = Gender::unknown;

  NameClass type() const;  ///< the class with most votes; person, place, organization or event
};

struct Names {
  std::vector<NameMention> mentions;  ///< by first token; only a place in an organization's name overlaps
  std::vector<NameForm> forms;        ///< by first mention
};

/// Names of the running text: what the tagger labelled, trimmed; and what it missed of the forms it labelled
/// elsewhere.
Names find_names(const AnnotatedDocument& document, const Lexicon& lexicon);

/// "ICRC", "U.S.", "CoE": letters of which at least two are capitals and no lower-case word is longer
/// than the capitals allow.
bool is_acronym(std::string_view surface);

}  // namespace attest::extract
