#include <algorithm>

#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr std::string_view founding_verbs[] = {"found", "co-found", "cofound",    "establish",
                                               "start", "create",   "launch",     "form",
                                               "set",   "charter",  "incorporate"};
constexpr std::string_view owning_verbs[] = {"own",    "acquire", "buy",     "purchase",
                                             "absorb", "control", "operate", "publish"};
constexpr std::string_view holding_verbs[] = {"own", "hold", "control", "acquire", "buy", "purchase"};

class FoundingFinder {
 public:
  FoundingFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (syntax_.is_noun(t) || reading_.text(t) == "founding") creation(t);
      if (reading_.token(t).upos != Upos::VERB || syntax_.is_negated(t)) continue;
      const std::string& lemma = reading_.token(t).lemma;
      const bool base =
          reading_.text(t) == "found" && (reading_.token(t).penn == Penn::VB || is_infinitive(t) ||
                                          reading_.token(t).relation == Deprel::xcomp);  // "helped found O"
      if (base || (is_one_of(lemma, founding_verbs) && (lemma != "set" || sets_up(t)))) founding(t);
      if (is_one_of(lemma, owning_verbs)) owning(t);
      if (is_one_of(lemma, holding_verbs)) holding_share(t);
      if (lemma == "belong") belonging(t, "to");
      if (lemma == "merge") belonging(t, "into");
    }
  }

 private:
  bool is_infinitive(TokenIndex t) const {
    const auto mark = syntax_.child(t, Deprel::mark);
    return mark && reading_.text(*mark) == "to";
  }
  // "P's founding of O", "the founding of O by P", "O's founding by P", "P is credited with founding O"
  void creation(TokenIndex t) {
    constexpr std::string_view nouns[] = {"founding", "foundation", "establishment", "creation", "formation"};
    if (!is_one_of(reading_.text(t), nouns)) return;
    const auto verb = credited_above(t);
    const auto whose = syntax_.child(t, Deprel::nmod_poss);
    std::optional<TokenIndex> of = verb ? std::optional(t + 1) : std::nullopt, by;
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation != Deprel::nmod && relation != Deprel::obl && relation != Deprel::obl_agent) continue;
      if (syntax_.preposition(c) == "of") of = c;
      if (syntax_.preposition(c) == "by") by = c;
    }
    if (verb) by = syntax_.patient(*verb);
    if (whose && of && !by) by = whose;
    if (whose && by && !of) of = whose;
    if (of && by) founded(*by, *of, t, 0.75f);
  }
  // "credited with founding O", whatever the tree makes of it
  std::optional<TokenIndex> credited_above(TokenIndex t) const {
    if (t < 2 || t + 1 >= reading_.sentence(t).last || reading_.text(t - 1) != "with") return std::nullopt;
    const bool credited = reading_.text(t - 2) == "credited" && syntax_.is_verb(t - 2);
    return credited ? std::optional(t - 2) : std::nullopt;
  }
  void founded(TokenIndex founder, TokenIndex body, TokenIndex t, float confidence) {
    for (const Bound& who : referents(reading_, founder))
      for (const Bound& what : bodies(body))
        relations_.add("FOUNDED", who.entity, what.entity, std::min({t, who.token, what.token}),
                       std::max({t, who.token, what.token}) + 1, confidence);
  }
  bool sets_up(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (reading_.text(c) == "up") return true;
    return false;
  }

  // "P founded O", "O, founded by P", "O is a bank that P founded"
  void founding(TokenIndex t) {
    const auto agent = syntax_.agent(t), patient = syntax_.patient(t);
    if (!agent || !patient) return;
    std::vector<Bound> all = founders(*agent);
    for (TokenIndex c : syntax_.children(t))  // "P founded O with Q"
      if (reading_.token(c).relation == Deprel::obl && syntax_.preposition(c) == "with")
        for (const Bound& one : referents(reading_, c))
          if (reading_.type_of(one.entity) == EntityType::person) all.push_back(one);
    const float sure = reading_.token(t).lemma.ends_with("found") ? 0.9f : 0.7f;
    for (const Bound& who : all)
      for (const Bound& what : bodies(*patient))
        relations_.add("FOUNDED", who.entity, what.entity, std::min({t, who.token, what.token}),
                       std::max({t, who.token, what.token}) + 1, sure);
  }
  std::vector<Bound> founders(TokenIndex t) const {
    std::vector<Bound> found = referents(reading_, t);
    if (found.empty())
      if (const EntityIndex actor = reading_.actor_of_phrase(t); actor != no_entity)
        found.push_back({actor, t, "", false, 0.6f});
    return found;
  }
  // The organizations of an object; also in front of its noun: "the Acme competition".
  std::vector<Bound> bodies(TokenIndex t) const {
    std::vector<Bound> found = referents(reading_, t);
    if (found.empty())
      for (TokenIndex c : syntax_.children(t))
        if (reading_.token(c).relation == Deprel::compound)
          if (const EntityIndex named = reading_.actor_at(c);
              reading_.is_type(named, EntityType::organization))
            found.push_back({named, c, "", false, 0.6f});
    return found;
  }

  // "O owns Q", "Q was bought by O": what an organization owns is part of it.
  void owning(TokenIndex t) {
    const auto agent = syntax_.agent(t), patient = syntax_.patient(t);
    if (!agent || !patient) return;
    for (const Bound& owner : referents(reading_, *agent))
      for (const Bound& owned : referents(reading_, *patient)) part(owned, owner, t);
  }

  // "O owns 72% of Q's shares": a majority
  void holding_share(TokenIndex t) {
    constexpr TokenIndex longest = 8;
    constexpr std::string_view signs[] = {"%", "percent", "pct"};
    const TokenIndex end = std::min(reading_.sentence(t).last, t + longest);
    TokenIndex sign = t + 1;
    while (sign < end && !is_one_of(reading_.text(sign), signs)) ++sign;
    if (sign + 2 >= end || sign < t + 2 || !is_majority(reading_.text(sign - 1)) ||
        reading_.text(sign + 1) != "of")
      return;
    const TokenIndex name = sign + 2 + (reading_.token(sign + 2).upos == Upos::DET);
    const auto agent = syntax_.subject(t);
    if (!agent || name >= reading_.sentence(t).last ||
        !reading_.is_type(reading_.actor_at(name), EntityType::organization))
      return;
    for (const Bound& owner : referents(reading_, *agent))
      part({reading_.actor_at(name), name, "", false, 0.7f}, owner, t);
  }
  static bool is_majority(std::string_view number) {
    const bool two_digits = number.size() >= 2 && number[0] >= '5' && number[0] <= '9' && number[1] >= '0' &&
                            number[1] <= '9' && (number.size() == 2 || number[2] == '.');
    return number == "100" || (two_digits && number != "50");
  }

  // "Q belongs to O"
  void belonging(TokenIndex t, std::string_view preposition) {
    const auto subject = syntax_.subject(t);
    if (!subject) return;
    for (TokenIndex c : syntax_.children(t)) {
      if (reading_.token(c).relation != Deprel::obl || syntax_.preposition(c) != preposition) continue;
      for (const Bound& owner : referents(reading_, c))
        for (const Bound& owned : referents(reading_, *subject)) part(owned, owner, t);
    }
  }
  void part(const Bound& owned, const Bound& owner, TokenIndex t) {
    if (reading_.is_type(owned.entity, EntityType::organization) &&
        reading_.is_type(owner.entity, EntityType::organization))
      relations_.add("PART_OF", owned.entity, owner.entity, std::min({t, owned.token, owner.token}),
                     std::max({t, owned.token, owner.token}) + 1, 0.75f);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  RelationCollector& relations_;
};

}  // namespace

void find_founding(const Reading& reading, RelationCollector& relations) {
  FoundingFinder(reading, relations).run();
}

}  // namespace attest::extract
