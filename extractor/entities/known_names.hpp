// What the names of a document say of each other: which stretches are places, bodies or persons elsewhere.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// Knows which stretches of a document are places, bodies or persons by what stands elsewhere in it.
class KnownNames {
 public:
  KnownNames(const TokenWords& words, const std::vector<NameRange>& ranges);

  /// What the document has as a place elsewhere, or a country.
  bool is_place(std::uint32_t first, std::uint32_t last) const;
  /// A place that the document names elsewhere, by this or another name of the country.
  bool is_named_place(std::uint32_t first, std::uint32_t last) const;
  /// What the document has as a body elsewhere.
  bool is_named_body(std::uint32_t first, std::uint32_t last) const;
  /// A person's name elsewhere, or its last words.
  bool is_person(std::uint32_t first, std::uint32_t last) const;
  /// What the document has as a body elsewhere, or what ends in a noun of bodies.
  bool is_body(std::uint32_t first, std::uint32_t last) const;

 private:
  const TokenWords& words_;
  std::set<std::string> places_, bodies_, persons_;
  std::set<std::string_view> countries_;  // codes of those among the places
};

}  // namespace attest::extract
