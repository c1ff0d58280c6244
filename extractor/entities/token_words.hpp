// The words of a document as name rules look at them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <attest/extractor/annotation.hpp>

namespace attest::extract {

class TokenWords {
 public:
  explicit TokenWords(const AnnotatedDocument& document);

  std::uint32_t size() const { return static_cast<std::uint32_t>(lower_.size()); }
  const Token& token(std::uint32_t i) const { return document_.tokens[i]; }
  std::string_view text(std::uint32_t i) const { return document_.text(document_.tokens[i]); }
  const std::string& lower(std::uint32_t i) const { return lower_[i]; }
  /// In lower case, without a final period.
  std::string bare(std::uint32_t i) const;
  bool is_capitalized(std::uint32_t i) const;
  bool has_letter(std::uint32_t i) const;
  bool has_lower_case(std::uint32_t i) const;
  bool is_possessive(std::uint32_t i) const;
  bool is_title(std::uint32_t i) const;
  /// "Ada Marlow (née Hale)": no other person, and none of the Hales that are named elsewhere.
  bool is_maiden_name(std::uint32_t i) const;
  /// Token i stands right behind token i - 1, or one blank (no tab) after it.
  bool follows(std::uint32_t i) const;
  /// The text of tokens [first, last), folded.
  std::string folded(std::uint32_t first, std::uint32_t last) const;

 private:
  const AnnotatedDocument& document_;
  std::vector<std::string> lower_;
};

}  // namespace attest::extract
