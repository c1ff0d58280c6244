// The distinct word forms of a document with all that features ask of them, computed once a form.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include <attest/extractor/annotation.hpp>
#include <attest/extractor/model/lexicon.hpp>

namespace attest::extract {

/// How a form is written.
enum class Casing : std::uint8_t { none, lower, capital, initial, upper, mixed };

struct Form {
  std::uint64_t exact = 0;
  std::uint64_t lower = 0;                ///< of the lower-cased form
  std::array<std::uint64_t, 4> prefix{};  ///< of 1 … 4 characters, lower-cased; 0 where the form is shorter
  std::array<std::uint64_t, 4> suffix{};  ///< of 1 … 4 characters
  std::uint64_t shape = 0;                ///< "Xxx-00"
  std::uint64_t short_shape = 0;          ///< "Xx-0"
  WordFacts facts;
  Casing casing = Casing::none;
  bool digit = false;
  bool hyphen = false;
  bool closed_by_period = false;
  std::uint8_t size = 0;  ///< characters, at most 255
};

Form make_form(std::string_view text, const Lexicon& lexicon);

/// Appends keys of the features of a word by itself: its spelling, its parts, what the lexicon knows of it.
/// `form` is the text's.
void word_keys(std::string_view text, const Form& form, std::vector<std::uint64_t>& keys);

/// Index of every token's form in `forms`.
class Forms {
 public:
  Forms(std::string_view text, const std::vector<Token>& tokens, const Lexicon& lexicon);

  const Form& of(std::size_t token) const { return forms_[index_[token]]; }
  std::uint32_t index(std::size_t token) const { return index_[token]; }
  std::size_t size() const { return forms_.size(); }

 private:
  std::vector<Form> forms_;
  std::vector<std::uint32_t> index_;
};

}  // namespace attest::extract
