// What the tagger calls a name and is none: peoples, offices, fields, laws.
#pragma once

#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// "Norwegian", "Catholics", "Peruvian-Norwegian": one word for what people are, or what is between two
/// peoples.
bool is_nationality(const TokenWords& words, const NameRange& range);

/// The range names no person, place, organization or event.
bool is_no_name(const TokenWords& words, const NameRange& range);

/// "UN Secretary General", "US Secretary of State": tokens of the body or country in front of an office that
/// somebody holds; 0 where the range is something else.
std::uint32_t body_before_office(const TokenWords& words, const NameRange& range);

}  // namespace attest::extract
