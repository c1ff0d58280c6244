// Mentions and entities of one document: who and what is spoken of, and where.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <attest/extractor/annotation.hpp>

namespace attest::extract {

enum class EntityType : std::uint8_t { person, place, organization, event };
enum class MentionKind : std::uint8_t {
  name,         ///< a proper form: "Ada Lovelace", "ICRC"
  description,  ///< "the president", "the ministry"
  pronoun       ///< "he", "they"
};

using EntityIndex = std::uint32_t;
constexpr EntityIndex no_entity = ~EntityIndex{0};

struct Mention {
  std::uint32_t first = 0;  ///< tokens [first, last) of the document
  std::uint32_t last = 0;
  std::uint32_t head = 0;  ///< token that the rest hangs on
  Span span;               ///< characters; of a name without its title, leading article and possessive mark
  MentionKind kind = MentionKind::name;
  EntityIndex entity = no_entity;
  float confidence = 0;
};

struct Entity {
  EntityType type = EntityType::person;
  std::string name;                     ///< fullest proper form, without title and leading article
  std::vector<std::string> aliases;     ///< the other proper forms, sorted, without doubles
  std::string kind;                     ///< of a place: "country", "city" …; empty where not known
  std::vector<std::uint32_t> mentions;  ///< indices into Entities::mentions, ascending
};

struct Entities {
  std::vector<Mention> mentions;               ///< by first token
  std::vector<Entity> entities;                ///< by first mention
  std::vector<std::int32_t> mention_of_token;  ///< index of the innermost mention over a token, or -1

  /// The entity that a token belongs to or stands for, where one is known.
  EntityIndex entity_at(std::uint32_t token) const {
    const std::int32_t mention = mention_of_token[token];
    return mention < 0 ? no_entity : mentions[static_cast<std::size_t>(mention)].entity;
  }
};

}  // namespace attest::extract
