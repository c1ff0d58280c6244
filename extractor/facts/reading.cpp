#include <attest/extractor/facts/reading.hpp>

namespace attest::extract {
namespace {

std::vector<std::int32_t> quotation_of_tokens(const std::vector<Quotation>& quotations, std::size_t tokens) {
  std::vector<std::int32_t> of(tokens, -1);
  for (std::size_t q = 0; q < quotations.size(); ++q)
    for (TokenIndex t = quotations[q].first; t < quotations[q].last; ++t)
      of[t] = static_cast<std::int32_t>(q);
  return of;
}

bool names_a_part(Deprel relation) {
  return relation == Deprel::appos || relation == Deprel::flat || relation == Deprel::compound;
}

}  // namespace

Reading::Reading(const AnnotatedDocument& document_, const Entities& entities_)
    : document(document_),
      entities(entities_),
      syntax(document_),
      dates(find_dates(document_)),
      quotations(find_quotations(document_)),
      quotation_of(quotation_of_tokens(quotations, document_.tokens.size())) {}

const Mention* Reading::outer_mention_at(TokenIndex t) const {
  const std::int32_t m = entities.mention_of_token[t];
  if (m < 0) return nullptr;
  const auto& mentions = entities.mentions;
  const auto inner = static_cast<std::size_t>(m);
  constexpr std::size_t most_nested = 2;
  for (std::size_t before = 1; before <= most_nested && before <= inner; ++before)
    if (const Mention& outer = mentions[inner - before];
        outer.first < mentions[inner].first && outer.last > t)
      return &outer;
  return &mentions[inner];
}

EntityIndex Reading::actor_at(TokenIndex t) const {
  const EntityIndex entity = entities.entity_at(t);
  return entity == no_entity || type_of(entity) == EntityType::event ? no_entity : entity;
}

// "the minister for trade, P, …": a person between commas at the end of a phrase about an office is its
// holder, whatever noun of the phrase the tree hangs him on.
static EntityIndex named_at_end(const Reading& reading, TokenIndex head) {
  if (reading.syntax.word(head).noun_role != NounRole::office) return no_entity;
  const Sentence& sentence = reading.sentence(head);
  TokenIndex end = std::min(reading.syntax.right(head), sentence.last);
  if (end > head + 1 && reading.text(end - 1) == ",") --end;
  const Mention* mention = end > head + 1 ? reading.mention_at(end - 1) : nullptr;
  const bool set_off = mention && mention->first > head + 1 && reading.text(mention->first - 1) == "," &&
                       mention->last < sentence.last && reading.text(mention->last) == ",";
  if (!set_off || mention->kind != MentionKind::name || mention->entity == no_entity) return no_entity;
  return reading.type_of(mention->entity) == EntityType::person ? mention->entity : no_entity;
}

const Mention* Reading::place_from(TokenIndex t) const {
  const Mention* mention = mention_at(t);
  const bool name = mention && mention->first == t && mention->kind == MentionKind::name;
  return name && is_type(mention->entity, EntityType::place) ? mention : nullptr;
}

bool Reading::is_nested(const Mention& mention) const {
  const Mention* before = mention.first > 0 ? mention_at(mention.first - 1) : nullptr;
  return before && before->last >= mention.last && before->first < mention.first;
}

EntityIndex Reading::actor_of_phrase(TokenIndex head) const {
  if (const EntityIndex own = actor_at(head); own != no_entity) return own;
  for (TokenIndex c : syntax.children(head))
    if (names_a_part(token(c).relation))
      if (const EntityIndex named = actor_at(c); named != no_entity && type_of(named) == EntityType::person)
        return named;
  if (const EntityIndex named = named_at_end(*this, head); named != no_entity) return named;
  if (syntax.word(head).noun_role != NounRole::collective &&
      syntax.word(head).noun_role != NounRole::office && syntax.word(head).noun_role != NounRole::body)
    return no_entity;
  EntityIndex found = no_entity;
  for (TokenIndex c : syntax.children(head)) {
    const EntityIndex named = owner_at(c);
    if (named == no_entity || type_of(named) == EntityType::person) continue;
    // Of "Norway's Bergen Times newspaper" the newspaper, not the country.
    if (found == no_entity ||
        (type_of(found) == EntityType::place && c < head && token(c).relation == Deprel::compound &&
         type_of(named) == EntityType::organization))
      found = named;
  }
  return found;
}

EntityIndex Reading::owner_at(TokenIndex part) const {
  const Deprel relation = token(part).relation;
  const bool belongs = relation == Deprel::compound || relation == Deprel::nmod_poss ||
                       relation == Deprel::nmod || relation == Deprel::amod;
  if (!belongs) return no_entity;
  const std::string_view preposition = relation == Deprel::nmod ? syntax.preposition(part) : "of";
  if (preposition != "of" && preposition != "for" && preposition != "from" && preposition != "at")
    return no_entity;
  const EntityIndex named = actor_at(part);
  const auto inner = relation == Deprel::compound ? syntax.child(part, Deprel::compound) : std::nullopt;
  return named == no_entity && inner ? actor_at(*inner) : named;  // "O trade officials"
}

float Reading::confidence_at(TokenIndex t) const {
  const Mention* mention = mention_at(t);
  return mention && mention->confidence > 0 ? mention->confidence : 0.5f;
}

}  // namespace attest::extract
