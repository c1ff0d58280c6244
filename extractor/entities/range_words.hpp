// Questions about the words of a stretch of tokens.
#pragma once

#include <cstdint>

#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// One of the words is a noun of bodies (is_organization_noun).
bool holds_organization_noun(const TokenWords& words, std::uint32_t first, std::uint32_t last);
/// One of the words is such a noun or written like an acronym: no person is called so.
bool holds_body_mark(const TokenWords& words, std::uint32_t first, std::uint32_t last);
/// One of the words is such a noun, or one that goes on with "of" and is a building, too ("museum").
bool holds_body_noun(const TokenWords& words, std::uint32_t first, std::uint32_t last);
/// "House of Commons", "Royal Army", "Ministry of Health": what committees, brigades and services are of.
bool is_parent_body(const TokenWords& words, std::uint32_t first, std::uint32_t last);
/// One of the words is "university" or "college".
bool holds_school(const TokenWords& words, std::uint32_t first, std::uint32_t last);
/// "£5m"
bool is_sum(const TokenWords& words, std::uint32_t i);
/// The first of the tokens [from, last) that is "of", "at" or "in"; last where there is none.
std::uint32_t find_link(const TokenWords& words, std::uint32_t from, std::uint32_t last);
/// `t`, or the token behind it where it is "the".
std::uint32_t behind_article(const TokenWords& words, std::uint32_t t);

}  // namespace attest::extract
