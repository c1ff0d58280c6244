// Which of its forms an entity goes by.
#pragma once

#include <map>
#include <string>

namespace attest::extract {

/// The fullest of the forms: spelt out before acronyms, of most words, in mixed case, used most, longest;
/// `forms`: form → how often.
const std::string& fullest_form(const std::map<std::string, std::uint32_t>& forms, bool person);

}  // namespace attest::extract
