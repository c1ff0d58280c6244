// General English abbreviations that keep their period.
#pragma once

#include <string_view>

namespace attest::extract {

enum class Abbreviation : unsigned char {
  none,
  title,  ///< "Mr.", "Gen.": a name follows, a sentence never ends here
  month,  ///< "Sept."
  inner,  ///< "vs.", "e.g.", "No.": something follows
  either  ///< "Inc.", "etc.", "a.m.": may end a sentence
};

/// `word` without its final period, in any case.
Abbreviation abbreviation_kind(std::string_view word);

}  // namespace attest::extract
