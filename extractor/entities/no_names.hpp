// What the tagger calls a name and is none: peoples, offices, fields, laws.
#pragma once

#include <attest/extractor/entities/ranges.hpp>
#include <attest/extractor/entities/token_words.hpp>

namespace attest::extract {

/// The range names no person, place, organization or event.
bool is_no_name(const TokenWords& words, const NameRange& range);

/// "UN Secretary General", "US Secretary of State": tokens of the body or country in front of an office that
/// somebody holds; 0 where the range is something else.
std::uint32_t body_before_office(const TokenWords& words, const NameRange& range);

/// A single word that may be a name: no "Ministry", "Nation" or "UAVs".
bool may_stand_alone(const TokenWords& words, const NameRange& range);

/// "KC", "SJ", "OBE": orders and degrees that stand behind names.
bool is_honour_title(std::string_view word);

/// "Carthage-controlled", "opera-lover": the tail is a common word.
bool is_compound_adjective(std::string_view word);

}  // namespace attest::extract
