#include <attest/extractor/entities/range_words.hpp>

#include <algorithm>
#include <array>
#include <string_view>

#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/entities/names.hpp>

namespace attest::extract {

bool holds_organization_noun(const TokenWords& words, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i)
    if (is_organization_noun(words.lower(i))) return true;
  return false;
}

bool holds_body_mark(const TokenWords& words, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i)
    if (is_organization_noun(words.lower(i)) || is_acronym(words.text(i))) return true;
  return false;
}

bool holds_body_noun(const TokenWords& words, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i)
    if (is_organization_noun(words.lower(i)) || is_body_with_of(words.lower(i))) return true;
  return false;
}

bool is_parent_body(const TokenWords& words, std::uint32_t first, std::uint32_t last) {
  if (last - first < 2 || is_state_form(words.lower(first))) return false;
  for (std::uint32_t i = first; i < last; ++i)
    if (words.is_capitalized(i) && is_parent_body_noun(words.lower(i))) return true;
  return false;
}

bool holds_school(const TokenWords& words, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i)
    if (words.lower(i) == "university" || words.lower(i) == "college") return true;
  return false;
}

bool is_sum(const TokenWords& words, std::uint32_t i) {
  constexpr std::array<std::string_view, 4> signs{"$", "£", "€", "¥"};
  return std::any_of(signs.begin(), signs.end(),
                     [&](std::string_view sign) { return words.text(i).starts_with(sign); });
}

std::uint32_t find_link(const TokenWords& words, std::uint32_t from, std::uint32_t last) {
  while (from < last && words.lower(from) != "of" && words.lower(from) != "at" && words.lower(from) != "in")
    ++from;
  return from;
}

std::uint32_t behind_article(const TokenWords& words, std::uint32_t t) {
  return words.lower(t) == "the" ? t + 1 : t;
}

}  // namespace attest::extract
