#include <algorithm>

#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>

namespace attest::extract {
namespace {

struct WorkVerb {
  std::string_view lemma;
  std::string_view prepositions;  // between commas; "obj" for a direct object
};

// "studied at O", "joined O", "works for O"
constexpr WorkVerb work_verbs[] = {{"join", ",obj,"},         {"study", ",at,in,"},
                                   {"teach", ",at,in,"},      {"work", ",for,at,with,in,"},
                                   {"graduate", ",from,at,"}, {"attend", ",obj,"},
                                   {"serve", ",in,with,on,"}, {"play", ",for,"},
                                   {"enroll", ",at,in,"},     {"enrol", ",at,in,"},
                                   {"enlist", ",in,"},        {"lecture", ",at,"},
                                   {"belong", ",to,"},        {"educate", ",at,"},
                                   {"employ", ",by,at,"},     {"matriculate", ",at,"},
                                   {"train", ",at,with,"},    {"research", ",at,"},
                                   {"sign", ",for,"},         {"leave", ",obj,"},
                                   {"enter", ",obj,"},        {"represent", ",obj,"},
                                   {"write", ",for,"},        {"report", ",for,"},
                                   {"elect", ",to,"},         {"quit", ",obj,"},
                                   {"rejoin", ",obj,"}};

constexpr std::string_view leading_verbs[] = {"head",   "lead", "chair", "direct", "run",     "command",
                                              "govern", "rule", "edit",  "manage", "captain", "own"};
constexpr std::string_view founding_verbs[] = {"found", "co-found", "cofound", "establish",
                                               "start", "create",   "launch",  "form"};

class PositionFinder {
 public:
  PositionFinder(const Reading& reading, const Demonyms& demonyms, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), demonyms_(demonyms), relations_(relations) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::NOUN || upos == Upos::PROPN) noun(t);
      if (upos == Upos::VERB) verb(t);
      if (const Mention* mention = reading_.mention_at(t); mention && mention->head == t)
        affiliation(*mention);
    }
  }

 private:
  void noun(TokenIndex t) {
    const NounRole role = syntax_.word(t).noun_role;
    const bool known = role == NounRole::office || role == NounRole::membership ||
                       role == NounRole::founder || (role == NounRole::collective && upholds_office(t));
    if (!known || inside_name(t)) return;
    const auto holders = holders_of(reading_, t);
    if (holders.empty()) return members_listed(t);
    for (const Bound& owner : owners_of(reading_, demonyms_, t))
      for (const Bound& holder : holders) relate(t, role, holder, owner);
  }
  bool upholds_office(TokenIndex t) const {
    return syntax_.lemma_is(t, "representative") || syntax_.lemma_is(t, "official");
  }

  // Part of a longer name ("Defense Minister's Cup"), not a title.
  bool inside_name(TokenIndex t) const {
    const Mention* mention = reading_.mention_at(t);
    return mention && mention->kind == MentionKind::name && mention->entity != no_entity;
  }

  void relate(TokenIndex t, NounRole role, const Bound& holder, const Bound& owner) {
    const TokenIndex first = std::min({holder.token, owner.token, t}),
                     last = std::max({holder.token, owner.token, t}) + 1;
    const float confidence = holder.confidence * owner.confidence;
    if (role == NounRole::founder) {
      relations_.add("FOUNDED", holder.entity, owner.entity, first, last, confidence);
      return;
    }
    const bool body = reading_.type_of(owner.entity) == EntityType::organization;
    if (role == NounRole::membership || (owner.preposition == "from" && body)) {
      relations_.add("MEMBER_OF", holder.entity, owner.entity, first, last, confidence);
      return;
    }
    if (owner.preposition == "in" && !body) return;
    if (Relation* relation =
            relations_.add("HOLDS_POSITION", holder.entity, owner.entity, first, last, confidence)) {
      if (relation->title.empty()) relation->title = title_of(reading_, t);
      relation->former |= holder.former || is_former(reading_, t);
    }
  }

  // "former members of O, including P and Q"
  void members_listed(TokenIndex t) {
    if (syntax_.word(t).noun_role != NounRole::membership) return;
    for (TokenIndex c : syntax_.children(t)) {
      if (reading_.token(c).relation != Deprel::nmod && reading_.token(c).relation != Deprel::appos) continue;
      const std::string_view preposition = syntax_.preposition(c);
      if (preposition != "include" && preposition != "including" && preposition != "like" &&
          preposition != "as")
        continue;
      for (const Bound& owner : owners_of(reading_, demonyms_, t))
        for (TokenIndex person : syntax_.conjuncts(c))
          relations_.add("MEMBER_OF", reading_.actor_at(person), owner.entity, t, person + 1, 0.6f);
    }
  }

  void verb(TokenIndex t) {
    if (syntax_.is_negated(t)) return;
    const std::string& lemma = reading_.token(t).lemma;
    if (std::find(std::begin(founding_verbs), std::end(founding_verbs), lemma) != std::end(founding_verbs))
      founding(t);
    if (std::find(std::begin(leading_verbs), std::end(leading_verbs), lemma) != std::end(leading_verbs))
      leading(t);
    for (const WorkVerb& work : work_verbs)
      if (work.lemma == lemma) employment(t, work.prepositions);
  }

  void founding(TokenIndex t) {
    const auto agent = syntax_.agent(t), patient = syntax_.patient(t);
    if (!agent || !patient) return;
    const bool sure = reading_.token(t).lemma.ends_with("found");
    for (TokenIndex who : syntax_.conjuncts(*agent))
      for (TokenIndex what : syntax_.conjuncts(*patient))
        relations_.add("FOUNDED", reading_.actor_of_phrase(who), named_in(what), std::min(t, who),
                       std::max({t, what, who}) + 1, sure ? 0.9f : 0.7f);
  }
  // The organization of an object: "the FIRST competition", "a party called X".
  EntityIndex named_in(TokenIndex t) const {
    if (const EntityIndex own = reading_.actor_at(t); own != no_entity) return own;
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation != Deprel::appos && relation != Deprel::compound && relation != Deprel::flat) continue;
      const EntityIndex named = reading_.actor_at(c);
      if (named != no_entity && reading_.type_of(named) == EntityType::organization) return named;
    }
    return no_entity;
  }

  void leading(TokenIndex t) {
    const auto agent = syntax_.agent(t), patient = syntax_.patient(t);
    if (!agent || !patient) return;
    const EntityIndex who = reading_.actor_of_phrase(*agent), what = reading_.actor_at(*patient);
    if (who == no_entity || what == no_entity || reading_.type_of(what) != EntityType::organization) return;
    Relation* relation = relations_.add("HOLDS_POSITION", who, what, std::min({t, *agent, *patient}),
                                        std::max({t, *agent, *patient}) + 1, 0.7f);
    if (relation && relation->title.empty()) relation->title = "head";
  }

  void employment(TokenIndex t, std::string_view prepositions) {
    const bool passive = syntax_.is_passive(t);
    const auto subject = passive ? syntax_.patient(t) : syntax_.agent(t);
    if (!subject) return;
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      std::string key = ",obj,";
      if (relation == Deprel::obl || relation == Deprel::obl_agent) {
        key = "," + std::string(syntax_.preposition(c)) + ",";
      } else if (relation != Deprel::obj) {
        continue;
      }
      if (prepositions.find(key) == std::string_view::npos) continue;
      for (TokenIndex body : syntax_.conjuncts(c))
        for (TokenIndex who : syntax_.conjuncts(*subject)) member(who, body, t);
    }
  }
  void member(TokenIndex who, TokenIndex body, TokenIndex verb) {
    const EntityIndex organization = reading_.actor_at(body), person = reading_.actor_at(who);
    if (organization == no_entity || reading_.type_of(organization) != EntityType::organization) return;
    const bool state = person != no_entity && reading_.type_of(person) == EntityType::place;
    if (person == no_entity || (state && !syntax_.lemma_is(verb, "join"))) return;
    relations_.add("MEMBER_OF", person, organization, std::min({who, body, verb}),
                   std::max({who, body, verb}) + 1, 0.75f);
  }

  // "P of the Daily News", "P from the Ministry"
  void affiliation(const Mention& mention) {
    if (mention.kind != MentionKind::name || mention.entity == no_entity) return;
    if (reading_.type_of(mention.entity) != EntityType::person) return;
    for (TokenIndex c : syntax_.children(mention.head)) {
      if (reading_.token(c).relation != Deprel::nmod) continue;
      const std::string_view preposition = syntax_.preposition(c);
      if (preposition != "of" && preposition != "from" && preposition != "at") continue;
      const EntityIndex body = reading_.actor_at(c);
      if (body != no_entity && reading_.type_of(body) == EntityType::organization)
        relations_.add("MEMBER_OF", mention.entity, body, mention.first, c + 1, 0.7f);
    }
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Demonyms& demonyms_;
  RelationCollector& relations_;
};

}  // namespace

void find_positions(const Reading& reading, const Demonyms& demonyms, RelationCollector& relations) {
  PositionFinder(reading, demonyms, relations).run();
}

}  // namespace attest::extract
