#include <algorithm>

#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class SituationFinder {
 public:
  SituationFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t)
      if (reading_.token(t).upos == Upos::VERB || reading_.token(t).upos == Upos::ADJ) situated(t);
  }

 private:
  bool is_type(EntityIndex entity, EntityType type) const {
    return entity != no_entity && reading_.type_of(entity) == type;
  }

  // "X is located in L", "O, based in L,"
  void situated(TokenIndex t) {
    constexpr std::string_view words[] = {"base",        "based",        "locate",      "located",
                                          "situate",     "situated",     "headquarter", "headquartered",
                                          "incorporate", "incorporated", "domicile",    "domiciled",
                                          "lie",         "stand",        "sit"};
    constexpr std::string_view building[] = {"build", "erect", "construct", "open", "found", "establish"};
    const std::string& lemma = reading_.token(t).lemma;
    const bool builds = is_one_of(lemma, building), belongs = lemma == "belong";
    if ((!builds && !belongs && !is_one_of(lemma, words)) || syntax_.is_negated(t)) return;
    if (builds) return built(t);
    if (belongs) return belonging(t);
    auto subject = syntax_.patient(t);
    if (!subject) subject = syntax_.subject(t);
    if (!subject) return;
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
  // "O moved to L, where it is based"
  void where_seated(TokenIndex t, TokenIndex subject) {
    for (TokenIndex c : syntax_.children(t)) {
      if (reading_.text(c) != "where" || c < reading_.sentence(t).first + 2) continue;
      const TokenIndex place = reading_.text(c - 1) == "," ? c - 2 : c - 1;
      const auto above = reading_.text(subject) == "it" ? syntax_.head(t) : std::nullopt;
      const auto meant = above ? syntax_.subject(*above) : std::optional(subject);
      if (!meant) return;
      for (const Bound& who : referents(reading_, *meant))
        if (is_type(who.entity, EntityType::organization))
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
        if (is_type(what.entity, EntityType::place) && is_type(reading_.actor_at(c), EntityType::place))
          relations_.add("LOCATED_IN", what.entity, reading_.actor_at(c), std::min({what.token, t, c}),
                         std::max({what.token, t, c}) + 1, 0.75f);
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
        if (is_type(what.entity, EntityType::place) || !syntax_.lemma_is(t, "build"))
          relations_.add("LOCATED_IN", what.entity, place_of_phrase(reading_, c),
                         std::min({what.token, t, c}), std::max({what.token, t, c}) + 1, 0.75f);
    }
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
