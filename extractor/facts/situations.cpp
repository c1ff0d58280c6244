#include <algorithm>

#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/place_nouns.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class SituationFinder {
 public:
  SituationFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (reading_.token(t).upos == Upos::VERB || reading_.token(t).upos == Upos::ADJ) {
        situated(t);
        holds(t);
      }
      if (reading_.text(t) == "home") home_to(t);
    }
  }

 private:
  // "X is located in L", "O, based in L,"
  void situated(TokenIndex t) {
    constexpr std::string_view words[] = {
        "base",        "based",         "locate",      "located",      "situate",  "situated",
        "headquarter", "headquartered", "incorporate", "incorporated", "domicile", "domiciled",
        "lie",         "stand",         "sit",         "station",      "garrison"};
    constexpr std::string_view building[] = {"build", "erect",     "construct", "open",
                                             "found", "establish", "form"};
    const std::string& lemma = reading_.token(t).lemma;
    const bool builds = is_one_of(lemma, building), belongs = lemma == "belong";
    if ((!builds && !belongs && !is_one_of(lemma, words)) || syntax_.is_negated(t)) return;
    if (builds) return built(t);
    if (belongs) return belonging(t);
    auto subject = syntax_.patient(t);
    if (!subject) subject = syntax_.subject(t);
    if (!subject) return;
    if (syntax_.is_reduced_passive(t)) subject = described_by(*subject);
    where_seated(t, *subject);
    for (TokenIndex c : syntax_.children(t)) {
      const std::string_view preposition = syntax_.preposition(c);
      if (reading_.token(c).relation != Deprel::obl ||
          (preposition != "in" && preposition != "at" && preposition != "on" && preposition != "within"))
        continue;
      for (const Bound& who : referents(reading_, *subject))
        relations_.add("LOCATED_IN", who.entity, place_of_phrase(reading_, c), std::min({who.token, t, c}),
                       std::max({who.token, t, c}) + 1, 0.85f);
    }
  }
  // "O, a maker of drugs incorporated in L": said of the maker
  TokenIndex described_by(TokenIndex noun) const {
    const auto above = syntax_.head(noun);
    const bool hangs_on =
        above && reading_.token(noun).relation == Deprel::nmod && reading_.actor_at(noun) == no_entity;
    return hangs_on && referents(reading_, noun).empty() ? *above : noun;
  }
  // "O moved to L, where it is based"
  void where_seated(TokenIndex t, TokenIndex subject) {
    for (TokenIndex c : syntax_.children(t)) {
      if (reading_.text(c) != "where" || c < reading_.sentence(t).first + 2) continue;
      const TokenIndex place = reading_.text(c - 1) == "," ? c - 2 : c - 1;
      const auto above = reading_.text(subject) == "it" ? syntax_.head(t) : std::nullopt;
      const auto meant = above ? syntax_.subject(*above) : std::optional(subject);
      if (!meant) return;
      for (const Bound& who : referents(reading_, *meant))
        if (reading_.is_type(who.entity, EntityType::organization))
          relations_.add("LOCATED_IN", who.entity, reading_.actor_at(place), std::min({who.token, t, place}),
                         std::max({who.token, t, place}) + 1, 0.8f);
      return;
    }
  }
  // "Crete belongs to Greece"
  void belonging(TokenIndex t) {
    const auto subject = syntax_.subject(t);
    if (!subject) return;
    for (TokenIndex c : syntax_.children(t)) {
      if (reading_.token(c).relation != Deprel::obl || syntax_.preposition(c) != "to") continue;
      for (const Bound& what : referents(reading_, *subject))
        if (reading_.is_type(what.entity, EntityType::place))
          relations_.add("LOCATED_IN", what.entity, place_of_phrase(reading_, c),
                         std::min({what.token, t, c}), std::max({what.token, t, c}) + 1, 0.75f);
    }
  }
  // "the church was built in L"
  void built(TokenIndex t) {
    const bool opens = syntax_.lemma_is(t, "open") && !syntax_.child(t, Deprel::obj);
    const auto building = opens ? syntax_.subject(t) : syntax_.patient(t);
    if (!building) return;
    for (TokenIndex c : syntax_.children(t)) {
      if (reading_.token(c).relation != Deprel::obl || syntax_.preposition(c) != "in") continue;
      for (const Bound& what : referents(reading_, *building))
        if (reading_.is_type(what.entity, EntityType::place) || !syntax_.lemma_is(t, "build"))
          relations_.add("LOCATED_IN", what.entity, place_of_phrase(reading_, c),
                         std::min({what.token, t, c}), std::max({what.token, t, c}) + 1, 0.75f);
    }
  }

  // "L is home to the O and the P"
  void home_to(TokenIndex t) {
    const TokenIndex end = reading_.sentence(t).last;
    if (t + 2 >= end || reading_.text(t + 1) != "to") return;
    auto subject = syntax_.child(t, Deprel::nsubj);
    if (!subject) subject = syntax_.subject(syntax_.clause_of(t));
    if (!subject || syntax_.is_negated(t)) return;
    for (TokenIndex c : syntax_.children(t))
      if (c > t && (reading_.token(c).relation == Deprel::nmod || reading_.token(c).relation == Deprel::obl))
        contain(*subject, c, t);
  }

  // "the city houses the O", "the island includes the villages of A and B", "O comprises P and Q", "towns in
  // L include A"
  void holds(TokenIndex verb) {
    constexpr std::string_view holding[] = {"house",   "include", "comprise",
                                            "contain", "consist", "encompass"};
    if (!is_one_of(reading_.token(verb).lemma, holding) || syntax_.is_negated(verb) ||
        syntax_.is_passive(verb) || syntax_.has_modal(verb))
      return;
    const auto subject = syntax_.child(verb, Deprel::nsubj);
    if (!subject) return;
    const bool consists = syntax_.lemma_is(verb, "consist");
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      const bool held =
          consists ? relation == Deprel::obl && syntax_.preposition(c) == "of" : relation == Deprel::obj;
      if (held) contain(*subject, c, verb);
    }
  }
  void contain(TokenIndex subject, TokenIndex object, TokenIndex word) {
    const bool group = reading_.token(subject).penn == Penn::NNS;
    const bool house = syntax_.lemma_is(word, "house") || syntax_.lemma_is(word, "home");
    for (const Bound& whole : group ? wholes_of(subject) : referents(reading_, subject))
      for (const Bound& part : parts_of(object)) {
        const bool body = reading_.is_type(part.entity, EntityType::organization);
        const bool in_place = reading_.is_type(whole.entity, EntityType::place);
        const bool of_body = reading_.is_type(whole.entity, EntityType::organization) && body && !house;
        if (of_body && (group || syntax_.lemma_is(word, "include"))) continue;  // those may be members
        if (!of_body && (!in_place || (body && !house && !group))) continue;
        relations_.add(of_body ? "PART_OF" : "LOCATED_IN", part.entity, whole.entity,
                       std::min({whole.token, word, part.token}),
                       std::max({whole.token, word, part.token}) + 1, 0.7f);
      }
  }
  // "L" of "towns in L", "the largest cities of L"
  std::vector<Bound> wholes_of(TokenIndex group) const {
    std::vector<Bound> wholes;
    const std::string& noun = reading_.token(group).lemma;
    if (syntax_.word(group).noun_role != NounRole::region && !is_site(noun)) return wholes;
    for (TokenIndex c : syntax_.children(group)) {
      const std::string_view preposition = syntax_.preposition(c);
      const bool inside = reading_.token(c).relation == Deprel::nmod &&
                          (preposition == "in" || preposition == "of" || preposition == "on");
      if (!inside && reading_.token(c).relation != Deprel::nmod_poss) continue;
      if (const EntityIndex place = place_of_phrase(reading_, c); place != no_entity)
        wholes.push_back({place, c, preposition, false, 0.7f});
    }
    return wholes;
  }
  // "the O, the P and Q", "the villages of A and B"
  std::vector<Bound> parts_of(TokenIndex object) const {
    std::vector<Bound> parts = referents(reading_, object);
    if (!parts.empty() || syntax_.word(object).noun_role != NounRole::region) return parts;
    for (TokenIndex c : syntax_.children(object))
      if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "of")
        for (const Bound& part : referents(reading_, c)) parts.push_back(part);
    return parts;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  RelationCollector& relations_;
};

}  // namespace

void find_situations(const Reading& reading, RelationCollector& relations) {
  SituationFinder(reading, relations).run();
}

}  // namespace attest::extract
