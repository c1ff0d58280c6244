// Titles of politics that tell their body, where the document names it.
#pragma once

#include <map>
#include <optional>
#include <string>

#include <attest/extractor/facts/noun_phrases.hpp>

namespace attest::extract {

/// The houses, courts, committees and empires that a document names, found once.
class Houses {
 public:
  explicit Houses(const Reading& reading);

  /// "MEP P", "Senator P", "Speaker P", "Justice P", "Emperor P": of the house, court or empire with that
  /// name; nothing where the document names none, or two of one name.
  std::optional<Bound> house_of(TokenIndex office) const;
  /// "Judiciary Chair P": the one committee of that field, where the document names it.
  std::optional<Bound> committee_of(TokenIndex office, const Bound& field) const;

 private:
  const Reading& reading_;
  std::map<std::string, EntityIndex, std::less<>> houses_, committees_;  // no_entity: several
};

/// A seat or an office of the state told with a body that is no house of parliament: "Senator P of O", "O's
/// Shadow Home Secretary P". The body is the party that the holder belongs to, not what he serves.
bool is_told_with_party(const Reading& reading, TokenIndex office, EntityIndex body);

}  // namespace attest::extract
