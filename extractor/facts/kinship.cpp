#include <algorithm>

#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>

namespace attest::extract {
namespace {

bool is_kin(NounRole role) {
  return role >= NounRole::kin_parent && role <= NounRole::kin_other;
}

// `kin` is the one the noun names, `of` the one whose kin it is.
void relate(RelationCollector& relations, NounRole role, EntityIndex kin, EntityIndex of, TokenIndex first,
            TokenIndex last, float confidence) {
  switch (role) {
    case NounRole::kin_parent:
      relations.add("PARENT_OF", kin, of, first, last, confidence);
      return;
    case NounRole::kin_child:
      relations.add("PARENT_OF", of, kin, first, last, confidence);
      return;
    case NounRole::kin_spouse:
      relations.add("SPOUSE_OF", kin, of, first, last, confidence);
      return;
    case NounRole::kin_sibling:
      relations.add("SIBLING_OF", kin, of, first, last, confidence);
      return;
    default:
      relations.add("RELATIVE_OF", kin, of, first, last, confidence);
  }
}

// "his wife P", "the son of P", "P's father"
void find_kin_of_noun(const Reading& reading, TokenIndex noun, RelationCollector& relations) {
  const Syntax& syntax = reading.syntax;
  const NounRole role = syntax.word(noun).noun_role;
  std::vector<TokenIndex> owners;
  for (TokenIndex c : syntax.children(noun)) {
    const Deprel relation = reading.token(c).relation;
    const bool of =
        relation == Deprel::nmod && (syntax.preposition(c) == "of" || syntax.preposition(c) == "to");
    if (relation == Deprel::nmod_poss || of)
      for (TokenIndex one : syntax.conjuncts(c)) owners.push_back(one);
  }
  if (owners.empty()) return;
  for (const Bound& holder : holders_of(reading, noun))
    for (TokenIndex owner : owners) {
      const TokenIndex first = std::min({noun, owner, holder.token}),
                       last = std::max({noun, owner, holder.token}) + 1;
      relate(relations, role, holder.entity, reading.actor_at(owner), first, last, holder.confidence);
    }
}

// "P married Q", "P and Q married", "P was married to Q"
void find_marriage(const Reading& reading, TokenIndex verb, RelationCollector& relations) {
  const Syntax& syntax = reading.syntax;
  const auto subject = syntax.subject(verb);
  if (!subject || syntax.is_negated(verb)) return;
  const std::vector<TokenIndex> couple = syntax.conjuncts(*subject);
  for (TokenIndex c : syntax.children(verb)) {
    const Deprel relation = reading.token(c).relation;
    const bool partner =
        relation == Deprel::obj || (relation == Deprel::obl && syntax.preposition(c) == "to");
    if (!partner) continue;
    EntityIndex other = reading.actor_at(c);
    if (other == no_entity) other = reading.actor_of_phrase(c);
    relations.add("SPOUSE_OF", reading.actor_at(*subject), other, std::min({verb, c, *subject}),
                  std::max({verb, c, *subject}) + 1, 0.85f);
    return;
  }
  if (couple.size() == 2)
    relations.add("SPOUSE_OF", reading.actor_at(couple[0]), reading.actor_at(couple[1]), couple[0],
                  std::max(couple[1], verb) + 1, 0.7f);
}

// "P was born to Q and R"
void find_parents(const Reading& reading, TokenIndex verb, RelationCollector& relations) {
  const Syntax& syntax = reading.syntax;
  const auto child = syntax.subject(verb);
  if (!child) return;
  for (TokenIndex c : syntax.children(verb)) {
    if (reading.token(c).relation != Deprel::obl) continue;
    const std::string_view preposition = syntax.preposition(c);
    if (preposition != "to" && preposition != "of") continue;
    for (TokenIndex parent : syntax.conjuncts(c))
      relations.add("PARENT_OF", reading.actor_of_phrase(parent), reading.actor_at(*child),
                    std::min(verb, *child), std::max(verb, parent) + 1, 0.8f);
  }
}

}  // namespace

void find_kinship(const Reading& reading, RelationCollector& relations) {
  for (TokenIndex t = 0; t < reading.document.tokens.size(); ++t) {
    const Upos upos = reading.token(t).upos;
    if (upos == Upos::NOUN || upos == Upos::PROPN) {
      if (is_kin(reading.syntax.word(t).noun_role)) find_kin_of_noun(reading, t, relations);
    } else if (upos == Upos::VERB || upos == Upos::ADJ) {
      if (reading.syntax.lemma_is(t, "marry") || reading.text(t) == "married")
        find_marriage(reading, t, relations);
      if (reading.text(t) == "born") find_parents(reading, t, relations);
    }
  }
}

}  // namespace attest::extract
