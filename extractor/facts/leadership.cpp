#include <algorithm>

#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr std::string_view leading_verbs[] = {
    "head", "lead",    "chair",    "direct", "run",       "command", "govern", "rule",    "edit",   "manage",
    "own",  "captain", "co-chair", "coach",  "spearhead", "co-lead", "helm",   "skipper", "co-edit"};

/// Who leads what, told by verbs: "P heads O", "O, led by P", "P is in charge of O", "P took over O".
class LeadershipFinder {
 public:
  LeadershipFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (syntax_.is_noun(t)) in_charge(t);
      if (syntax_.preposition(t) == "under" && reading_.token(t).relation == Deprel::obl) under(t);
      if (reading_.token(t).upos != Upos::VERB || syntax_.is_negated(t)) continue;
      if (is_one_of(reading_.token(t).lemma, leading_verbs)) leading(t);
      if (syntax_.lemma_is(t, "preside") || syntax_.lemma_is(t, "take")) over(t);
    }
  }

 private:
  Relation* hold(const Bound& who, const Bound& body, TokenIndex t, std::string title) {
    Relation* relation =
        relations_.add("HOLDS_POSITION", who.entity, body.entity, std::min({t, who.token, body.token}),
                       std::max({t, who.token, body.token}) + 1, 0.7f);
    if (relation && relation->title.empty()) relation->title = std::move(title);
    return relation;
  }

  // "P heads O", "O, led by P"
  void leading(TokenIndex t) {
    const auto chosen = chosen_for(t);
    const auto agent = chosen ? chosen : syntax_.agent(t), patient = syntax_.patient(t);
    const Deprel relation = reading_.token(t).relation;
    const auto above = syntax_.head(t);
    const bool used = relation == Deprel::xcomp && above && reading_.text(*above) == "used";  // "used to run"
    const bool told =
        used || (relation != Deprel::xcomp && relation != Deprel::advcl && relation != Deprel::acl);
    if (!agent || !patient) return;
    const bool first =
        relation == Deprel::acl && syntax_.child(t, Deprel::mark) && is_person_noun(reading_, *agent);
    if (!told && !first && !chosen && !syntax_.is_reduced_passive(t) && !syntax_.child(t, Deprel::nsubj))
      return;
    if (leads_group(t, *agent, *patient)) return;
    const bool rules = syntax_.lemma_is(t, "rule") || syntax_.lemma_is(t, "govern");
    std::vector<Bound> bodies = referents(reading_, *patient);
    if (bodies.empty()) bodies = owners_of_unit(*patient);
    const EntityIndex settlement = bodies.empty() ? settlement_of(*patient) : no_entity;
    if (settlement != no_entity) bodies.push_back({settlement, *patient, "of", false, 0.7f});
    for (const Bound& body : bodies) {
      const EntityType type = reading_.type_of(body.entity);
      const bool governed = type == EntityType::place && (rules || body.entity == settlement);
      if (type != EntityType::organization && !governed) continue;
      for (const Bound& who : referents(reading_, *agent))
        if (Relation* held = hold(who, body, t, title_by(t))) held->former |= used;
    }
  }

  // "edited": editor.
  std::string title_by(TokenIndex verb) const {
    constexpr std::pair<std::string_view, std::string_view> titles[] = {
        {"rule", "ruler"},      {"govern", "ruler"},      {"edit", "editor"},      {"own", "owner"},
        {"chair", "chair"},     {"co-chair", "co-chair"}, {"direct", "director"},  {"manage", "manager"},
        {"captain", "captain"}, {"coach", "coach"},       {"command", "commander"}};
    for (const auto& [lemma, title] : titles)
      if (syntax_.lemma_is(verb, lemma)) return std::string(title);
    return "head";
  }

  // "P leads the community of L"
  EntityIndex settlement_of(TokenIndex noun) const {
    constexpr std::string_view settlements[] = {"community", "village", "town", "municipality", "settlement"};
    if (!is_one_of(reading_.token(noun).lemma, settlements)) return no_entity;
    for (TokenIndex c : syntax_.children(noun))
      if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "of")
        if (const EntityIndex place = reading_.actor_at(c); reading_.is_type(place, EntityType::place))
          return place;
    return no_entity;
  }
  // "P leads O's space programme", "P directs the department of physics at O", "P chairs the board of O"
  std::vector<Bound> owners_of_unit(TokenIndex noun) const {
    constexpr std::string_view units[] = {
        "department", "division",  "programme", "program",    "unit",    "laboratory", "lab",    "section",
        "branch",     "office",    "operation", "business",   "project", "mission",    "board",  "faculty",
        "school",     "centre",    "center",    "council",    "arm",     "committee",  "staff",  "delegation",
        "commission", "panel",     "campaign",  "bureau",     "chapter", "fleet",      "team",   "brigade",
        "service",    "desk",      "institute", "wing",       "squad",   "trustee",    "blog",   "website",
        "magazine",   "newspaper", "journal",   "newsletter", "podcast", "chain",      "agency", "foundation",
        "charity",    "studio",    "weekly",    "site"};
    if (!is_one_of(reading_.token(noun).lemma, units)) return {};
    return bodies_of_unit(reading_, noun);
  }
  // "researchers at O, led by P"
  bool leads_group(TokenIndex t, TokenIndex agent, TokenIndex patient) {
    constexpr std::string_view groups[] = {"team",       "group",    "researcher", "scientist",
                                           "astronomer", "engineer", "expert",     "student"};
    const auto above = syntax_.head(patient);
    const TokenIndex noun =
        above && reading_.actor_at(patient) != no_entity && reading_.token(patient).relation == Deprel::nmod
            ? *above
            : patient;
    if (!is_one_of(reading_.token(noun).lemma, groups)) return false;
    for (TokenIndex c : syntax_.children(noun)) {
      const std::string_view preposition = syntax_.preposition(c);
      const bool belongs = preposition == "at" || preposition == "from" || preposition == "of" ||
                           reading_.token(c).relation == Deprel::nmod_poss ||
                           reading_.token(c).relation == Deprel::compound;
      if (!belongs) continue;
      for (const Bound& who : referents(reading_, agent))
        relations_.add("MEMBER_OF", who.entity, reading_.actor_at(c), std::min({who.token, c, t}),
                       std::max({who.token, c, t}) + 1, 0.75f);
    }
    return true;
  }

  // "O chose P to head Q", "P was picked to lead Q", "P went on to lead Q", "P left O to run Q": P.
  std::optional<TokenIndex> chosen_for(TokenIndex t) const {
    constexpr std::string_view choosing[] = {"choose", "pick",   "select", "tap",      "appoint",
                                             "name",   "elect",  "hire",   "nominate", "bring",
                                             "invite", "assign", "promote"};
    constexpr std::string_view moving[] = {"go",     "leave",    "return", "resign",
                                           "retire", "continue", "join",   "come"};
    const Deprel relation = reading_.token(t).relation;
    const auto verb = syntax_.head(t);
    const auto mark = syntax_.child(t, Deprel::mark);
    if ((relation != Deprel::xcomp && relation != Deprel::advcl) || !verb || !mark ||
        reading_.text(*mark) != "to" || syntax_.is_negated(*verb) || syntax_.has_modal(*verb))
      return std::nullopt;
    if (is_one_of(reading_.token(*verb).lemma, choosing)) return syntax_.patient(*verb);
    return is_one_of(reading_.token(*verb).lemma, moving) ? syntax_.subject(*verb) : std::nullopt;
  }

  // "P is in charge of O", "P was put at the head of O", "P took the helm of O"
  void in_charge(TokenIndex noun) {
    constexpr std::string_view nouns[] = {"charge",  "helm",  "head",      "command",
                                          "control", "reins", "leadership"};
    constexpr std::string_view taking[] = {"take", "assume", "hold", "have"};
    constexpr std::string_view putting[] = {"put", "place", "leave", "install"};
    if (!is_one_of(reading_.text(noun), nouns)) return;
    const std::string_view preposition = syntax_.preposition(noun);
    std::optional<TokenIndex> leader;
    const auto verb = syntax_.head(noun);
    if (preposition == "in" || preposition == "at") {
      if (syntax_.child(noun, Deprel::cop) && !syntax_.is_negated(noun))
        leader = syntax_.subject(noun);
      else if (verb && is_one_of(reading_.token(*verb).lemma, putting))
        leader = syntax_.patient(*verb);
      else if (reading_.token(noun).relation == Deprel::nmod && verb && is_person_noun(reading_, *verb))
        leader = verb;  // "the man in charge of O"
    } else if (verb && reading_.token(noun).relation == Deprel::obj && !syntax_.is_negated(*verb)) {
      if (is_one_of(reading_.token(*verb).lemma, taking)) leader = syntax_.subject(*verb);
      if (syntax_.lemma_is(*verb, "give") && syntax_.is_passive(*verb)) leader = syntax_.patient(*verb);
    }
    if (!leader) return;
    for (TokenIndex c : syntax_.children(noun)) {
      const bool of = reading_.token(c).relation == Deprel::nmod &&
                      (syntax_.preposition(c) == "of" || syntax_.preposition(c) == "at");
      if (of) lead(*leader, c, noun, reading_.text(noun) == "command" ? "commander" : "head");
    }
  }

  // "O grew under P", "Under the leadership of P, O grew", "Under P's command O sailed"
  void under(TokenIndex t) {
    constexpr std::pair<std::string_view, std::string_view> titles[] = {
        {"leadership", "leader"},  {"command", "commander"},     {"presidency", "president"},
        {"direction", "director"}, {"chairmanship", "chairman"}, {"management", "manager"},
        {"stewardship", "head"},   {"guidance", "head"},         {"editorship", "editor"}};
    const auto verb = syntax_.head(t);
    const auto subject = verb && syntax_.is_verb(*verb) ? syntax_.subject(*verb) : std::nullopt;
    if (!subject || !reading_.is_type(reading_.actor_at(*subject), EntityType::organization)) return;
    std::optional<TokenIndex> leader = t;
    std::string_view title = "head";
    for (const auto& [noun, held] : titles)
      if (reading_.text(t) == noun) {
        title = held;
        leader = syntax_.child(t, Deprel::nmod_poss);
        for (TokenIndex c : syntax_.children(t))
          if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "of") leader = c;
      }
    if (leader) lead(*leader, *subject, t, title);
  }

  // "P presides over O", "P took over O"
  void over(TokenIndex verb) {
    const auto subject = syntax_.subject(verb);
    if (!subject || syntax_.has_modal(verb)) return;
    const bool particle = syntax_.child(verb, Deprel::compound_prt) &&
                          reading_.text(*syntax_.child(verb, Deprel::compound_prt)) == "over";
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      if ((relation == Deprel::obl && syntax_.preposition(c) == "over") ||
          (relation == Deprel::obj && particle))
        lead(*subject, c, verb, "head");
    }
  }
  void lead(TokenIndex leader, TokenIndex led, TokenIndex t, std::string_view title) {
    for (const Bound& body : referents(reading_, led))
      for (const Bound& who : referents(reading_, leader))
        if (reading_.is_type(body.entity, EntityType::organization) &&
            reading_.type_of(who.entity) == EntityType::person)
          hold(who, body, t, std::string(title));
  }

  const Reading& reading_;
  const Syntax& syntax_;
  RelationCollector& relations_;
};

}  // namespace

void find_leadership(const Reading& reading, RelationCollector& relations) {
  LeadershipFinder(reading, relations).run();
}

}  // namespace attest::extract
