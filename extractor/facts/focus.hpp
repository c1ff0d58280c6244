// Whom an office belongs to where its clause leaves that out: "Acme denied it. Chairman P said …".
#pragma once

#include <optional>

#include <attest/extractor/facts/acting_countries.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>

namespace attest::extract {

/// What the text is about as far as offices go.
class OfficeFocus {
 public:
  OfficeFocus(const Reading& reading, const Demonyms& demonyms);

  /// The body, state or town that an office noun without an owner belongs to: a company's offices to the
  /// organization that the sentences up to here were about, a governor to the central bank or region named
  /// before, a mayor to the town, a minister to the one country that the document is about. Nothing where
  /// the noun says too little.
  std::optional<Bound> owner_of(TokenIndex office) const;
  /// Whose "President Anna Berg" is in a text about several countries: of the one that acts just before.
  /// "President Berg" without more and "the Treasury Secretary" are what American papers call their own. For
  /// a person whose office is told nowhere else.
  std::optional<Bound> likely_state_of(TokenIndex office) const;
  /// The country that the document is about; no_entity where it is about none or several.
  EntityIndex country() const { return country_; }
  /// The organization that the sentences up to here were about: their last subject that was one, else the one
  /// that the document is about.
  std::optional<Bound> body_before(TokenIndex t) const;

 private:
  template <class Predicate>
  std::optional<Bound> last_before(TokenIndex t, const Predicate& fits) const;
  std::optional<Bound> governed(TokenIndex t) const;
  std::optional<Bound> dateline_town(TokenIndex t) const;
  std::optional<Bound> body_in_clause(TokenIndex t) const;
  bool is_of_other_kind(TokenIndex t) const;
  std::optional<Bound> body_called(TokenIndex office) const;
  bool is_of_something(TokenIndex t) const;
  bool is_bracketed(const Mention& mention) const;
  bool speaks_of(TokenIndex head) const;
  bool is_of_country(TokenIndex t) const;
  const Mention* titled(TokenIndex t) const;
  bool is_followed_by_owner(const Mention& name) const;
  bool is_american(TokenIndex office, std::string_view lemma) const;
  bool is_british(TokenIndex secretary) const;
  bool leads_state_body(TokenIndex t, std::string_view lemma) const;
  bool serves_person(TokenIndex t) const;
  bool is_of_unnamed(TokenIndex t) const;
  bool told_in_sentence(EntityIndex country, TokenIndex t) const;
  bool has_unknown_owner(TokenIndex t, std::string_view lemma) const;
  bool is_of_company(TokenIndex t, std::string_view lemma) const;

  const Reading& reading_;
  ActingCountries acting_;
  EntityIndex america_ = no_entity;
  EntityIndex country_ = no_entity;  // that the document is about, if about one
  EntityIndex nation_ = no_entity;   // likewise, its adjective counted
  EntityIndex body_ = no_entity;     // likewise
};

}  // namespace attest::extract
