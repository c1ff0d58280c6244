// What the surroundings say of a token beyond its form: listed names that it is part of, how its sentence is
// written, how else the document writes the word. Each is a row of a small table of the network.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/model/lexicon.hpp>
#include <attest/extractor/tagging/forms.hpp>

namespace attest::extract {

constexpr std::uint32_t context_rows = 32;
/// Rows of a token, a bit each.
using Context = std::uint32_t;

namespace context {
/// Place of the token in a listed phrase: its only, first, inner or last word; lists without organizations.
constexpr Context listed(std::uint32_t list, std::uint32_t place) {
  return Context{1} << (list * 4 + place);
}
constexpr Context first = 1U << 24;              ///< of its sentence
constexpr Context all_upper = 1U << 25;          ///< the sentence is in capitals
constexpr Context title = 1U << 26;              ///< the sentence capitalizes its words
constexpr Context all_lower = 1U << 27;          ///< the sentence has no capitals
constexpr Context lower_elsewhere = 1U << 28;    ///< the document has the capitalized word in lower case, too
constexpr Context capital_elsewhere = 1U << 29;  ///< … has it with a capital within a sentence
constexpr Context trusted = 1U << 30;            ///< set in training alone (network/examples.py)
constexpr Context organization = 1U << 31;       ///< in a listed organization's name
}  // namespace context

/// How often the document writes a word how.
class Spellings {
 public:
  Spellings(const AnnotatedDocument& document, const Forms& forms);
  /// context::lower_elsewhere and capital_elsewhere.
  Context of(const Form& form, bool first) const;

 private:
  struct Counts {
    std::uint32_t lower = 0;
    std::uint32_t inner_capital = 0;
  };
  std::unordered_map<std::uint64_t, Counts> counts_;  // by lower-cased word
};

/// Contexts of the tokens of a sentence.
void contexts_of(const Sentence& sentence, const Forms& forms, const Lexicon& lexicon,
                 const Spellings& spellings, std::vector<Context>& contexts);

}  // namespace attest::extract
