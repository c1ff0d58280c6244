#include <algorithm>
#include <optional>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/place_nouns.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// The opening sentence of entries on places and bodies, by the words alone: "X (…), formerly Y, is a small
/// village in the A district of B", "O is a public school located in L". Trees lose their way in the
/// brackets.
class DefinitionFinder {
 public:
  DefinitionFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    for (const Mention& mention : reading_.entities.mentions) {
      if (mention.entity == no_entity) continue;
      const EntityType type = reading_.type_of(mention.entity);
      if (type == EntityType::place || type == EntityType::organization) defined(mention);
    }
  }

 private:
  bool is_place(const Mention* mention) const {
    return mention && mention->kind == MentionKind::name &&
           reading_.is_type(mention->entity, EntityType::place);
  }

  void defined(const Mention& mention) {
    const TokenIndex end = reading_.sentence(mention.first).last;
    TokenIndex copula = behind_other_names(mention.last, end);
    while (copula + 1 < end && reading_.token(copula).upos == Upos::AUX &&
           reading_.token(copula + 1).upos == Upos::AUX)
      ++copula;  // "had been"
    if (copula + 2 >= end || !is_copula(copula)) return;
    const TokenIndex noun = predicate_noun(copula + 1, end);
    if (noun == 0 || !says_what(noun, reading_.type_of(mention.entity))) return;
    TokenIndex t = past_situation(noun + 1, end);
    const Mention* whole = container_behind(t, end);
    if (!whole || whole->entity == mention.entity) return;
    relations_.add("LOCATED_IN", mention.entity, whole->entity, mention.first, whole->last, 0.8f);
    nested(*whole, end);
  }

  bool is_copula(TokenIndex t) const {
    constexpr std::string_view words[] = {"is", "was", "are", "were", "been", "remains", "became"};
    return is_one_of(reading_.text(t), words);
  }

  // Past "(…)", "[1]" and ", formerly known as Y,".
  TokenIndex behind_other_names(TokenIndex t, TokenIndex end) const {
    constexpr TokenIndex longest = 60;
    const TokenIndex limit = std::min(end, t + longest);
    while (t < limit) {
      const std::string_view text = reading_.text(t);
      if (text == "(" || text == "[") {
        t = past_bracket(t, limit);
      } else if (text == "," && t + 1 < limit && tells_name(t + 1)) {
        const TokenIndex comma = next_comma(t + 1, limit);
        if (comma == limit) return end;
        t = comma + 1;
      } else {
        return t;
      }
    }
    return end;
  }
  TokenIndex past_bracket(TokenIndex t, TokenIndex limit) const {
    int open = 0;
    for (; t < limit; ++t) {
      const std::string_view text = reading_.text(t);
      open += text == "(" || text == "[";
      open -= text == ")" || text == "]";
      if (open == 0) return t + 1;
    }
    return limit;
  }
  bool tells_name(TokenIndex t) const {
    constexpr std::string_view words[] = {"formerly",   "also", "officially", "known",
                                          "called",     "or",   "locally",    "originally",
                                          "previously", "then", "simply",     "abbreviated"};
    return is_one_of(reading_.text(t), words);
  }
  TokenIndex next_comma(TokenIndex t, TokenIndex limit) const {
    while (t < limit && reading_.text(t) != "," && reading_.token(t).upos != Upos::AUX) ++t;
    return t < limit && reading_.text(t) == "," ? t : limit;
  }

  /// The head of "a small mining town", "one of the oldest villages": the last noun before a preposition, a
  /// participle or a comma; 0 where something else stands there.
  TokenIndex predicate_noun(TokenIndex t, TokenIndex end) const {
    constexpr TokenIndex longest = 16;
    const TokenIndex limit = std::min(end, t + longest);
    const auto opens = [&](TokenIndex i) {
      return reading_.token(i).upos == Upos::DET || reading_.token(i).upos == Upos::ADV;
    };
    if (t + 2 < limit && reading_.text(t) == "one" && reading_.text(t + 1) == "of") t += 2;
    if (t >= limit || !opens(t)) return 0;
    TokenIndex noun = 0;
    for (; t < limit; ++t) {
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::NOUN || upos == Upos::PROPN) noun = t;
      const bool inside =
          upos == Upos::DET || upos == Upos::ADJ || upos == Upos::NOUN || upos == Upos::PROPN ||
          upos == Upos::NUM || upos == Upos::CCONJ || upos == Upos::ADV || reading_.text(t) == "-" ||
          reading_.token(t).relation == Deprel::amod || reading_.token(t).relation == Deprel::compound;
      if (inside) continue;
      const bool list = reading_.text(t) == "," && t + 1 < limit && reading_.token(t + 1).upos == Upos::ADJ;
      if (!list) break;
    }
    return noun;
  }

  // "village", "church"; of a body also "company", "university"
  bool says_what(TokenIndex noun, EntityType type) const {
    const std::string lemma = lower_case(reading_.token(noun).lemma);
    if (is_compass_point(lemma)) return false;  // "a town north of L"
    if (type == EntityType::place)
      return syntax_.word(noun).noun_role == NounRole::region || !place_kind(lemma).empty() || is_site(lemma);
    return is_firm_noun(lemma) || is_organization_noun(lemma) || place_kind(lemma) == "facility" ||
           (syntax_.word(noun).noun_role == NounRole::body && lemma != "government");
  }

  // Past "located", "situated about 5 km west of": what only leads on to the preposition.
  TokenIndex past_situation(TokenIndex t, TokenIndex end) const {
    constexpr std::string_view words[] = {"located", "situated", "based", "lying",   "headquartered",
                                          "set",     "sited",    "found", "standing"};
    if (t < end && (reading_.text(t) == "," || is_quotation_mark(reading_.text(t)))) ++t;
    if (t < end && reading_.token(t).upos == Upos::ADV && !is_side(reading_.token(t).lemma)) ++t;
    return t < end && is_one_of(reading_.text(t), words) ? t + 1 : t;
  }

  /// "in L", "in the south of L", "in the A region of L": the place that a preposition leads to.
  const Mention* container_behind(TokenIndex t, TokenIndex end) const {
    constexpr std::string_view prepositions[] = {"in", "within", "of"};
    constexpr TokenIndex longest = 8;
    if (t >= end) return nullptr;
    const bool on_side = reading_.text(t) == "on" || reading_.text(t) == "at";
    if (!on_side && !is_one_of(reading_.text(t), prepositions)) return nullptr;
    bool side = false;
    for (const TokenIndex limit = std::min(end, t + longest); ++t < limit;) {
      if (const Mention* place = reading_.place_from(t)) return region_named(*place, end, on_side && side);
      const Upos upos = reading_.token(t).upos;
      side |= is_side(reading_.token(t).lemma);
      const bool list = reading_.text(t) == "," && reading_.token(t - 1).upos == Upos::ADJ;
      const bool leads_on = upos == Upos::DET || upos == Upos::ADJ || reading_.text(t) == "of" || list ||
                            is_side(reading_.token(t).lemma) || syntax_.word(t).noun_role == NounRole::region;
      if (!leads_on || reading_.mention_at(t)) return nullptr;
    }
    return nullptr;
  }
  // "the U.S. state of L": L. Not what a bank or a shore belongs to.
  const Mention* region_named(const Mention& place, TokenIndex end, bool beside) const {
    if (beside && reading_.entities.entities[place.entity].kind == "water") return nullptr;
    const TokenIndex noun = place.last;
    if (modifies(noun, end)) return nullptr;
    if (noun + 2 < end && reading_.text(noun + 1) == "of" && reading_.token(noun).penn == Penn::NN &&
        (reading_.token(noun).lemma == "state" || reading_.token(noun).lemma == "province"))
      if (const Mention* named = reading_.place_from(noun + 2)) return named;
    return &place;
  }

  // "major L victories", "the L side": the name is no place's to be in
  bool modifies(TokenIndex next, TokenIndex end) const {
    if (next >= end) return false;
    const Upos upos = reading_.token(next).upos;
    return reading_.token(next).penn == Penn::POS ||
           ((upos == Upos::NOUN || upos == Upos::ADJ) && syntax_.word(next).noun_role != NounRole::region);
  }

  // "in A, in B", "in A, in the province of B"
  void nested(const Mention& part, TokenIndex end) {
    TokenIndex t = part.last;
    if (t < end && syntax_.word(t).noun_role == NounRole::region) ++t;
    if (t + 2 >= end || reading_.text(t) != "," || reading_.text(t + 1) != "in") return;
    if (const Mention* whole = container_behind(t + 1, end); whole && whole->entity != part.entity)
      relations_.add("LOCATED_IN", part.entity, whole->entity, part.first, whole->last, 0.7f);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  RelationCollector& relations_;
};

}  // namespace

void find_definitions(const Reading& reading, RelationCollector& relations) {
  DefinitionFinder(reading, relations).run();
}

}  // namespace attest::extract
