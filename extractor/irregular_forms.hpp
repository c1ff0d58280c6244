// Irregular English inflection.
#pragma once

#include <string_view>

namespace attest::extract {

enum class Inflection : unsigned char { verb, noun, adjective, pronoun };

/// The lemma of an irregular form in lower case, or an empty view.
std::string_view irregular_lemma(std::string_view form, Inflection kind);

}  // namespace attest::extract
