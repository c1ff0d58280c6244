#include <attest/extractor/entities/known_names.hpp>

#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/lexicon.hpp>

namespace attest::extract {
namespace {

/// What ranges name, by class.
std::set<std::string> names_of(const TokenWords& words, const std::vector<NameRange>& ranges,
                               NameClass label) {
  std::set<std::string> names;
  for (const NameRange& range : ranges)
    if (range.label == label) names.insert(words.folded(range.first, range.last));
  return names;
}

}  // namespace

KnownNames::KnownNames(const TokenWords& words, const std::vector<NameRange>& ranges)
    : words_(words),
      places_(names_of(words, ranges, NameClass::place)),
      bodies_(names_of(words, ranges, NameClass::organization)) {
  for (const NameRange& range : ranges) {
    if (range.label != NameClass::person) continue;
    for (std::uint32_t i = range.first; i < range.last; ++i) persons_.insert(words.folded(i, range.last));
  }
  for (const std::string& place : places_)
    if (const std::string_view code = country_code(place); !code.empty()) countries_.insert(code);
}

bool KnownNames::is_place(std::uint32_t first, std::uint32_t last) const {
  const std::string key = words_.folded(first, last);
  return places_.contains(key) || !country_code(key).empty();
}

bool KnownNames::is_named_place(std::uint32_t first, std::uint32_t last) const {
  const std::string key = words_.folded(first, last);
  return places_.contains(key) || countries_.contains(country_code(key));
}

bool KnownNames::is_named_body(std::uint32_t first, std::uint32_t last) const {
  return bodies_.contains(words_.folded(first, last));
}

bool KnownNames::is_person(std::uint32_t first, std::uint32_t last) const {
  return persons_.contains(words_.folded(first, last));
}

bool KnownNames::is_body(std::uint32_t first, std::uint32_t last) const {
  return is_named_body(first, last) || is_organization_noun(words_.lower(last - 1));
}

}  // namespace attest::extract
