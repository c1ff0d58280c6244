#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include <attest/extractor/entities/aliases.hpp>
#include <attest/extractor/entities/coreference.hpp>
#include <attest/extractor/entities/countries.hpp>
#include <attest/extractor/entities/fold.hpp>
#include <attest/extractor/entities/names.hpp>
#include <attest/extractor/entities/naming.hpp>
#include <attest/extractor/model/models.hpp>
#include <attest/extractor/pipeline.hpp>

namespace attest::extract {
namespace {

EntityType entity_type(NameClass type) {
  switch (type) {
    case NameClass::place:
      return EntityType::place;
    case NameClass::organization:
      return EntityType::organization;
    case NameClass::event:
      return EntityType::event;
    default:
      return EntityType::person;
  }
}

void name_entity(Entity& entity, const std::map<std::string, std::uint32_t>& forms) {
  entity.name = fullest_form(forms, entity.type == EntityType::person);
  for (const auto& [form, often] : forms)
    if (form != entity.name) entity.aliases.push_back(form);
}

std::string kind_of(const Entity& entity) {
  if (entity.type != EntityType::place) return "";
  std::string kind;
  const auto look = [&](const std::string& surface) {
    const std::string folded = fold_name(surface);
    if (!country_code(folded).empty()) kind = "country";
    const auto words = words_of(folded);
    if (!kind.empty() || words.size() < 2) return;
    kind = place_kind(words.back());
    if (kind.empty() && (words[1] == "of" || words.size() == 2)) kind = place_kind(words.front());
  };
  look(entity.name);
  for (const std::string& alias : entity.aliases) look(alias);
  return kind;
}

std::uint32_t head_of(const AnnotatedDocument& document, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    const std::int32_t head = document.tokens[i].head;
    if (head < static_cast<std::int32_t>(first) || head >= static_cast<std::int32_t>(last)) return i;
  }
  return last - 1;
}

/// By title, else by forename.
Gender gender_of(const NameGroup& group, const Entity& entity) {
  if (entity.type != EntityType::person || group.gender != Gender::unknown) return group.gender;
  const std::string folded = fold_name(entity.name);
  const auto words = words_of(folded);
  return words.empty() ? Gender::unknown : gender_of_forename(words.front());
}

/// "Aleksei I" of "Tsar Aleksei I"; empty where no style goes before a name.
std::string without_style(const std::string& surface) {
  const std::size_t blank = surface.find(' ');
  if (blank == std::string::npos) return {};
  const std::string style = fold_name(std::string_view(surface).substr(0, blank));
  const std::string rest = surface.substr(blank + 1);
  return is_style(style) && rest.size() > 2 && !std::islower(static_cast<unsigned char>(rest.front()))
             ? rest
             : std::string();
}

/// "State Department" of "U.S. State Department"
std::string without_state(const std::string& surface) {
  const std::size_t blank = surface.find(' ');
  if (blank == std::string::npos || surface.find(' ', blank + 1) == std::string::npos) return {};
  if (country_code(fold_name(std::string_view(surface).substr(0, blank))).empty()) return {};
  const std::string rest = surface.substr(blank + 1);
  return std::isupper(static_cast<unsigned char>(rest.front())) ? rest : std::string();
}

Entity make_entity(const NameGroup& group, const Names& names) {
  Entity entity;
  entity.type = entity_type(group.type);
  std::map<std::string, std::uint32_t> surfaces;
  for (const std::string& form : group.taught) surfaces[form];
  std::set<std::uint32_t> forms;
  for (const std::uint32_t m : group.mentions) forms.insert(names.mentions[m].form);
  for (const std::uint32_t f : forms)
    for (const auto& [surface, often] : names.forms[f].surfaces) {
      surfaces[surface] += often;
      if (entity.type == EntityType::organization)
        if (std::string bare = without_state(surface); !bare.empty()) surfaces[bare];
      if (entity.type == EntityType::person)
        if (const std::string plain = without_style(surface); !plain.empty()) surfaces[plain];
    }
  name_entity(entity, surfaces);
  entity.kind = kind_of(entity);
  return entity;
}

Mention make_mention(const NameMention& name, EntityIndex entity, const AnnotatedDocument& document) {
  Mention mention;
  mention.first = name.first;
  mention.last = name.last;
  mention.head = head_of(document, name.first, name.last);
  mention.span = name.span;
  mention.kind = MentionKind::name;
  mention.entity = entity;
  mention.confidence = name.confidence;
  return mention;
}

/// A name's head is no part of a name within it: of "University of Bologna" it is "University".
void keep_heads_apart(Entities& entities) {
  for (std::size_t m = 0; m + 1 < entities.mentions.size(); ++m) {
    Mention& outer = entities.mentions[m];
    const Mention& inner = entities.mentions[m + 1];
    if (inner.first < outer.last && inner.first > outer.first && outer.head >= inner.first)
      outer.head = outer.first;
  }
}

/// The innermost mention over each token; of two, the one that starts later is inside. What a name begins
/// with
/// ("US" of "US Senate") has no token of its own: the words there speak of the whole.
void index_tokens(Entities& entities, std::size_t tokens) {
  entities.mention_of_token.assign(tokens, -1);
  for (std::size_t m = 0; m < entities.mentions.size(); ++m) {
    const Mention& mention = entities.mentions[m];
    if (m > 0 && entities.mentions[m - 1].first == mention.first &&
        entities.mentions[m - 1].last > mention.last)
      continue;
    for (std::uint32_t i = mention.first; i < mention.last; ++i)
      entities.mention_of_token[i] = static_cast<std::int32_t>(m);
  }
}

}  // namespace

Entities find_entities(const AnnotatedDocument& document, const Models& models) {
  const Names names = find_names(document, models.lexicon);
  const std::vector<NameGroup> groups = group_names(document, names);
  Entities entities;
  std::vector<Gender> genders;
  std::vector<EntityIndex> entity_of(names.mentions.size(), no_entity);
  for (const NameGroup& group : groups) {
    for (const std::uint32_t m : group.mentions)
      entity_of[m] = static_cast<EntityIndex>(entities.entities.size());
    entities.entities.push_back(make_entity(group, names));
    genders.push_back(gender_of(group, entities.entities.back()));
  }
  for (std::uint32_t m = 0; m < names.mentions.size(); ++m) {
    entities.entities[entity_of[m]].mentions.push_back(m);
    entities.mentions.push_back(make_mention(names.mentions[m], entity_of[m], document));
  }
  keep_heads_apart(entities);
  index_tokens(entities, document.tokens.size());
  add_references(document, std::move(genders), entities);
  index_tokens(entities, document.tokens.size());
  return entities;
}

}  // namespace attest::extract
