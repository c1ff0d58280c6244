#include <algorithm>

#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

struct WorkVerb {
  std::string_view lemma;
  std::string_view prepositions;  // between commas; "obj" for a direct object
};

// "studied at O", "joined O", "works for O"
constexpr WorkVerb work_verbs[] = {{"join", ",obj,"},           {"study", ",at,in,"},
                                   {"teach", ",at,in,"},        {"work", ",for,at,with,in,"},
                                   {"graduate", ",from,at,"},   {"attend", ",obj,"},
                                   {"serve", ",in,with,on,"},   {"play", ",for,"},
                                   {"enroll", ",at,in,"},       {"enlist", ",in,"},
                                   {"lecture", ",at,"},         {"belong", ",to,"},
                                   {"educate", ",at,"},         {"employ", ",by,at,"},
                                   {"matriculate", ",at,"},     {"train", ",at,with,"},
                                   {"research", ",at,"},        {"sign", ",for,"},
                                   {"leave", ",obj,"},          {"enter", ",obj,"},
                                   {"represent", ",obj,"},      {"write", ",for,"},
                                   {"report", ",for,"},         {"elect", ",to,for,"},
                                   {"quit", ",obj,"},           {"rejoin", ",obj,"},
                                   {"appoint", ",to,"},         {"transfer", ",to,"},
                                   {"recruit", ",by,to,into,"}, {"enrol", ",at,in,"},
                                   {"defect", ",from,to,"},     {"apprentice", ",at,"},
                                   {"intern", ",at,with,"},     {"volunteer", ",for,with,at,"},
                                   {"practise", ",at,with,"},   {"practice", ",at,with,"},
                                   {"fight", ",for,with,in,"},  {"hire", ",by,"}};

constexpr std::string_view leading_verbs[] = {"head",   "lead", "chair", "direct", "run",     "command",
                                              "govern", "rule", "edit",  "manage", "captain", "own"};

constexpr std::string_view taking_on[] = {"hire", "recruit", "employ", "sign", "draft", "enlist", "poach"};

/// Who works, studies or serves where, and who leads what, told by verbs.
class EmploymentFinder {
 public:
  EmploymentFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t)
      if (reading_.token(t).upos == Upos::VERB) verb(t);
  }

 private:
  void verb(TokenIndex t) {
    if (syntax_.is_negated(t)) return;
    const std::string& lemma = reading_.token(t).lemma;
    if (is_one_of(lemma, leading_verbs)) leading(t);
    if (is_one_of(lemma, taking_on)) taken_on(t);
    for (const WorkVerb& work : work_verbs)
      if (work.lemma == lemma) employment(t, work.prepositions);
  }

  // "O hired P", "O signed the striker P"
  void taken_on(TokenIndex t) {
    const auto agent = syntax_.agent(t), patient = syntax_.patient(t);
    if (!agent || !patient) return;
    for (const Bound& body : referents(reading_, *agent)) {
      if (reading_.type_of(body.entity) != EntityType::organization) continue;
      for (const Bound& who : referents(reading_, *patient))
        if (reading_.type_of(who.entity) == EntityType::person)
          relations_.add("MEMBER_OF", who.entity, body.entity, std::min({t, who.token, body.token}),
                         std::max({t, who.token, body.token}) + 1, 0.7f);
    }
  }
  // "P went to L to study at O", "P returned to L, teaching at O": O is in L.
  void on_the_way(TokenIndex t, EntityIndex body, TokenIndex name) {
    constexpr std::string_view moving[] = {"go", "move", "return", "travel", "come", "emigrate", "relocate"};
    constexpr std::string_view working[] = {"study", "teach", "work", "lecture", "enroll", "train"};
    const Deprel relation = reading_.token(t).relation;
    const auto verb = syntax_.head(t);
    const bool aim = relation == Deprel::xcomp || relation == Deprel::advcl;
    if (!aim || !verb || *verb > t || !is_one_of(reading_.token(*verb).lemma, moving) ||
        !is_one_of(reading_.token(t).lemma, working))
      return;
    for (TokenIndex c : syntax_.children(*verb))
      if (reading_.token(c).relation == Deprel::obl && syntax_.preposition(c) == "to")
        relations_.add("LOCATED_IN", body, place_of_phrase(reading_, c), *verb, name + 1, 0.6f);
  }

  // "P heads O", "O, led by P"
  void leading(TokenIndex t) {
    const auto agent = syntax_.agent(t), patient = syntax_.patient(t);
    const Deprel relation = reading_.token(t).relation;
    const bool told = relation != Deprel::xcomp && relation != Deprel::advcl && relation != Deprel::acl;
    if (!agent || !patient) return;
    if (!told && !syntax_.is_reduced_passive(t) && !syntax_.child(t, Deprel::nsubj)) return;
    for (const Bound& body : referents(reading_, *patient)) {
      if (reading_.type_of(body.entity) != EntityType::organization) continue;
      for (const Bound& who : referents(reading_, *agent)) {
        Relation* relation =
            relations_.add("HOLDS_POSITION", who.entity, body.entity, std::min({t, who.token, body.token}),
                           std::max({t, who.token, body.token}) + 1, 0.7f);
        if (relation && relation->title.empty()) relation->title = "head";
      }
    }
  }

  void employment(TokenIndex t, std::string_view prepositions) {
    const bool passive = syntax_.is_passive(t);
    const auto subject = passive ? syntax_.patient(t) : worker(t);
    if (!subject) return;
    if (prepositions.find(",at,") != std::string_view::npos) at_the_end(t, *subject, "at");
    if (prepositions.starts_with(",from,")) at_the_end(t, *subject, "from");
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      std::string key = ",obj,";
      if (relation == Deprel::obl || relation == Deprel::obl_agent) {
        key = "," + std::string(syntax_.preposition(c)) + ",";
      } else if (relation != Deprel::obj) {
        continue;
      }
      if (prepositions.find(key) == std::string_view::npos) continue;
      for (TokenIndex body : listed(reading_, c))
        for (const Bound& who : workers(*subject)) member(who, body, t);
    }
  }
  // "P taught classes in history at O": the body hangs on the object, or on nothing.
  void at_the_end(TokenIndex t, TokenIndex subject, std::string_view preposition) {
    constexpr TokenIndex reach = 10;
    const TokenIndex end = std::min(reading_.sentence(t).last, t + reach);
    for (TokenIndex i = t + 1; i + 1 < end && !opens_clause(reading_, i); ++i) {
      if (reading_.text(i) != preposition || reading_.token(i).upos != Upos::ADP) continue;
      const TokenIndex name = i + 1 + (reading_.token(i + 1).upos == Upos::DET);
      if (name < reading_.sentence(t).last)
        for (const Bound& who : workers(subject)) member(who, name, t);
      return;
    }
  }
  // The subject, also of "left O to join Q".
  std::optional<TokenIndex> worker(TokenIndex t) const {
    if (reading_.token(t).relation == Deprel::xcomp || reading_.token(t).relation == Deprel::advcl)
      if (const auto verb = syntax_.head(t); verb && !syntax_.child(t, Deprel::nsubj))
        if (const auto object = syntax_.child(*verb, Deprel::obj);
            object && reading_.actor_at(*object) != no_entity &&
            reading_.type_of(reading_.actor_at(*object)) != EntityType::person)
          return syntax_.subject(*verb);
    return syntax_.agent(t);
  }
  // Also the P of "P and Captain Q served …" where the tree makes Q alone the subject.
  std::vector<Bound> workers(TokenIndex subject) const {
    std::vector<Bound> found = referents(reading_, subject);
    const TokenIndex begin = reading_.sentence(subject).first;
    const Mention* first = reading_.mention_at(begin);
    const Mention* second = reading_.mention_at(subject);
    if (found.size() != 1 || !first || !second || first == second || first->entity == no_entity ||
        first->last >= second->first || reading_.text(first->last) != "and" ||
        second->first - first->last > 3 || reading_.type_of(first->entity) != EntityType::person)
      return found;
    found.push_back({first->entity, begin, "", false, found[0].confidence * 0.8f});
    return found;
  }
  void member(const Bound& who, TokenIndex body, TokenIndex verb) {
    const EntityIndex organization = reading_.actor_at(body);
    if (organization == no_entity || reading_.type_of(organization) != EntityType::organization) return;
    const bool person = reading_.type_of(who.entity) == EntityType::person;
    if (!person && !syntax_.lemma_is(verb, "join") && !syntax_.lemma_is(verb, "rejoin")) return;
    if (person) on_the_way(verb, organization, body);
    relations_.add("MEMBER_OF", who.entity, organization, std::min({who.token, body, verb}),
                   std::max({who.token, body, verb}) + 1, 0.75f);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  RelationCollector& relations_;
};

}  // namespace

void find_employment(const Reading& reading, RelationCollector& relations) {
  EmploymentFinder(reading, relations).run();
}

}  // namespace attest::extract
