#include <attest/extractor/entities/token_words.hpp>

#include <algorithm>

#include <array>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {

TokenWords::TokenWords(const AnnotatedDocument& document) : document_(document) {
  lower_.reserve(document.tokens.size());
  for (const Token& token : document.tokens) lower_.push_back(lower_case(document.text(token)));
}

std::string TokenWords::bare(std::uint32_t i) const {
  std::string word = lower_[i];
  if (word.size() > 1 && word.ends_with('.')) word.pop_back();
  return word;
}

bool TokenWords::is_capitalized(std::uint32_t i) const {
  const CharClass c = class_of(character_at(text(i), 0).code);
  return c == CharClass::upper || c == CharClass::digit || c == CharClass::letter;
}

bool TokenWords::has_lower_case(std::uint32_t i) const {
  const std::string_view word = text(i);
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool TokenWords::has_letter(std::uint32_t i) const {
  const std::string_view word = text(i);
  for (std::size_t at = 0; at < word.size();) {
    const Character c = character_at(word, at);
    if (is_cased_or_letter(class_of(c.code))) return true;
    at += c.size;
  }
  return false;
}

bool TokenWords::is_possessive(std::uint32_t i) const {
  const std::string_view mark = text(i);
  return mark == "'s" || mark == "\u2019s" || mark == "'" || mark == "\u2019" || mark == "'S";
}

bool TokenWords::is_title(std::uint32_t i) const {
  return attest::extract::is_title(bare(i));
}
bool TokenWords::is_maiden_name(std::uint32_t i) const {
  constexpr std::array<std::string_view, 3> marks{"né", "nee", "née"};
  return i > 0 && is_one_of(lower_[i - 1], marks);
}

bool TokenWords::follows(std::uint32_t i) const {
  const std::uint32_t end = i > 0 ? token(i - 1).span.end : 0, begin = token(i).span.begin;
  return i > 0 && (begin == end || (begin == end + 1 && document_.document.text[end] != '\t'));
}

std::string TokenWords::folded(std::uint32_t first, std::uint32_t last) const {
  return fold_name(document_.text(Span{token(first).span.begin, token(last - 1).span.end}));
}

}  // namespace attest::extract
