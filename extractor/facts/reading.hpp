// What every finder of facts looks at: the annotated document, its entities, trees, dates and quotations.
#pragma once

#include <optional>
#include <vector>

#include <attest/extractor/dates.hpp>
#include <attest/extractor/facts/quotations.hpp>
#include <attest/extractor/facts/syntax.hpp>
#include <attest/extractor/pipeline.hpp>

namespace attest::extract {

struct Reading {
  Reading(const AnnotatedDocument& document, const Entities& entities);

  const AnnotatedDocument& document;
  const Entities& entities;
  Syntax syntax;
  std::vector<DateMention> dates;
  std::vector<Quotation> quotations;
  std::vector<std::int32_t> quotation_of;  ///< of a token: index into quotations, or -1

  const Token& token(TokenIndex t) const { return document.tokens[t]; }
  std::string_view text(TokenIndex t) const { return document.text(document.tokens[t]); }
  const Sentence& sentence(TokenIndex t) const { return document.sentences[syntax.sentence_of(t)]; }
  std::uint32_t block_of(TokenIndex t) const { return sentence(t).block; }

  /// The mention over a token, where one is.
  const Mention* mention_at(TokenIndex t) const {
    const std::int32_t m = entities.mention_of_token[t];
    return m < 0 ? nullptr : &entities.mentions[static_cast<std::size_t>(m)];
  }
  /// As mention_at, but the whole name where one lies in another: "University of L", not L.
  const Mention* outer_mention_at(TokenIndex t) const;
  /// The person, place or organization that a token stands for; no_entity where it is none or an event.
  EntityIndex actor_at(TokenIndex t) const;
  EntityType type_of(EntityIndex entity) const { return entities.entities[entity].type; }
  /// Holds of no_entity for no type.
  bool is_type(EntityIndex entity, EntityType type) const {
    return entity != no_entity && type_of(entity) == type;
  }
  bool is_country(EntityIndex entity) const { return entities.entities[entity].kind == "country"; }
  /// The name of a place that begins at a token; null where none does.
  const Mention* place_from(TokenIndex t) const;
  /// "Norland" of "University of Norland, Oslo": a name in another's.
  bool is_nested(const Mention& mention) const;

  /// The actor that a noun phrase speaks of: by its head, an apposition, or the name in it that acts through
  /// the head ("Interior Ministry officials", "a spokesman for the ICRC").
  EntityIndex actor_of_phrase(TokenIndex head) const;
  /// How sure the names of an entity are: that of the mention over the token.
  float confidence_at(TokenIndex t) const;

 private:
  /// Whom a part of a noun phrase names, where what the phrase is of belongs to it.
  EntityIndex owner_at(TokenIndex part) const;
};

}  // namespace attest::extract
