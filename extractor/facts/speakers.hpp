// Who speaks, when the subject of a verb of speech is a name, a description, a pronoun or a document.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {

/// "report", "letter", "statement": what is written or said by somebody, and speaks for them.
bool is_document_noun(std::string_view lemma);

/// Resolves subjects to entities in text order; remembers who spoke last, whom a bare "he said" may mean.
class Speakers {
 public:
  explicit Speakers(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  /// The entity that speaks as the token: named, held by the office ("the president"), the organ that an
  /// official, a member or a document speaks for ("a spokesman for O", "scientists at O", "O's report"), or
  /// who spoke before; no_entity where nobody known does.
  EntityIndex at(TokenIndex who) const;
  /// Whom "both", "they" or "the two" stand for: the heads of two or more names that were joined in the
  /// sentences before; empty where the word is no such, or no names were.
  std::vector<TokenIndex> together(TokenIndex who) const;
  /// Notes that an entity spoke by the verb, through the noun or name `as`.
  void spoke(EntityIndex speaker, TokenIndex verb, TokenIndex as);
  /// Notes a subject: a body that is one may be what "a spokesman" speaks for.
  void note_subject(TokenIndex t);
  /// Notes the person that an office is said of: its title alone means the same one from then on.
  void note_office(TokenIndex noun);
  /// Who issued a document by the verb that its noun is the object of; no_entity where nobody known did.
  EntityIndex issuer(TokenIndex document) const;
  /// Notes that an entity issued a document: "the statement" is its own from then on.
  void issued(EntityIndex author, TokenIndex document);

  bool is_person(EntityIndex entity) const { return reading_.is_type(entity, EntityType::person); }

 private:
  EntityIndex of_pronoun(TokenIndex who) const;
  EntityIndex of_noun(TokenIndex who) const;
  EntityIndex of_antecedent(TokenIndex noun) const;
  EntityIndex behind(TokenIndex noun) const;
  EntityIndex holder_before(TokenIndex noun) const;
  bool is_of_several(TokenIndex who) const;
  bool only_lives_in(TokenIndex who, EntityIndex place) const;
  EntityIndex called(TokenIndex noun) const;
  EntityIndex example_of(TokenIndex noun) const;
  bool of_state(TokenIndex document) const;
  EntityIndex of_they(TokenIndex who) const;
  EntityIndex last_if_meant(TokenIndex who) const;
  EntityIndex spoken_for(TokenIndex who) const;
  bool is_of_other_nation(TokenIndex who) const;
  bool may_be_called(EntityIndex body, std::string_view noun) const;
  EntityIndex officer_before(TokenIndex who) const;
  bool is_same_voice(TokenIndex who) const;
  EntityIndex person_before(TokenIndex who) const;
  bool stands_for_two(TokenIndex who) const;
  std::vector<TokenIndex> joined_names(TokenIndex last) const;
  std::optional<TokenIndex> antecedent(TokenIndex relative) const;
  bool named_only_in_quotation(TokenIndex who, EntityIndex named) const;
  bool named_in_passing(TokenIndex who, EntityIndex named) const;
  const Mention* mention_before(TokenIndex who, EntityIndex named) const;

  const Reading& reading_;
  const Syntax& syntax_;
  EntityIndex last_ = no_entity;
  EntityIndex last_person_ = no_entity;
  std::uint32_t last_block_ = 0;
  std::string last_noun_;         // through which the last one spoke: "military" of "Norway's military said"
  EntityIndex body_ = no_entity;  // the last that was a subject
  std::uint32_t body_block_ = 0;
  EntityIndex author_ = no_entity;              // of the document issued last
  TokenIndex document_ = 0;                     // its noun
  std::map<std::string, EntityIndex> holders_;  // by title
  std::map<std::string, std::pair<EntityIndex, std::uint32_t>>
      ranks_;  // the last holder, with the block, by the title's noun
};

}  // namespace attest::extract
