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
constexpr WorkVerb work_verbs[] = {{"join", ",obj,"},
                                   {"study", ",at,in,"},
                                   {"teach", ",at,in,"},
                                   {"work", ",for,at,with,in,"},
                                   {"graduate", ",from,at,"},
                                   {"attend", ",obj,"},
                                   {"serve", ",in,with,on,at,"},
                                   {"play", ",for,"},
                                   {"enroll", ",at,in,"},
                                   {"enlist", ",in,"},
                                   {"lecture", ",at,"},
                                   {"belong", ",to,"},
                                   {"educate", ",at,"},
                                   {"employ", ",by,at,"},
                                   {"matriculate", ",at,"},
                                   {"train", ",at,with,"},
                                   {"research", ",at,"},
                                   {"sign", ",for,with,to,"},
                                   {"leave", ",obj,for,"},
                                   {"enter", ",obj,"},
                                   {"represent", ",obj,in,on,"},
                                   {"write", ",for,"},
                                   {"report", ",for,"},
                                   {"elect", ",to,for,"},
                                   {"re-elect", ",to,for,"},
                                   {"quit", ",obj,"},
                                   {"rejoin", ",obj,"},
                                   {"appoint", ",to,"},
                                   {"transfer", ",to,"},
                                   {"recruit", ",by,to,into,"},
                                   {"enrol", ",at,in,"},
                                   {"defect", ",from,to,"},
                                   {"apprentice", ",at,"},
                                   {"intern", ",at,with,"},
                                   {"volunteer", ",for,with,at,"},
                                   {"practise", ",at,with,"},
                                   {"practice", ",at,with,"},
                                   {"fight", ",for,with,in,"},
                                   {"hire", ",by,from,"},
                                   {"resign", ",from,"},
                                   {"read", ",at,"},
                                   {"desert", ",from,"},
                                   {"fly", ",with,for,"},
                                   {"retire", ",from,"},
                                   {"expel", ",from,"},
                                   {"dismiss", ",from,by,"},
                                   {"fire", ",from,by,"},
                                   {"oust", ",from,"},
                                   {"admit", ",to,"},
                                   {"affiliate", ",with,to,"},
                                   {"base", ",at,"},
                                   {"commission", ",in,into,"},
                                   {"draft", ",by,into,"},
                                   {"conscript", ",into,"},
                                   {"sit", ",on,in,"},
                                   {"trade", ",to,"},
                                   {"switch", ",from,to,"},
                                   {"loan", ",to,from,"},
                                   {"assign", ",to,"},
                                   {"induct", ",into,"},
                                   {"initiate", ",into,"},
                                   {"drop", ",of,out,"},
                                   {"freelance", ",for,"},
                                   {"spy", ",for,"},
                                   {"race", ",for,"},
                                   {"remain", ",with,"},
                                   {"stay", ",with,"},
                                   {"co-opt", ",to,onto,into,"},
                                   {"reinstate", ",to,at,"},
                                   {"suspend", ",from,by,"},
                                   {"move", ",to,from,"},
                                   {"withdraw", ",from,"},
                                   {"accede", ",to,"},
                                   {"name", ",to,"},
                                   {"speak", ",for,"},
                                   {"sell", ",to,"},
                                   {"release", ",by,from,"},
                                   {"waive", ",by,"},
                                   {"consult", ",for,"},
                                   {"perform", ",with,for,"},
                                   {"sing", ",with,for,"},
                                   {"tour", ",with,"},
                                   {"dance", ",with,for,"},
                                   {"act", ",with,for,"},
                                   {"debut", ",for,with,"},
                                   {"skate", ",for,"},
                                   {"row", ",for,"},
                                   {"drive", ",for,"},
                                   {"ride", ",for,"},
                                   {"pitch", ",for,"},
                                   {"star", ",for,"},
                                   {"appear", ",for,"},
                                   {"compete", ",for,"},
                                   {"score", ",for,"},
                                   {"clerk", ",for,at,"},
                                   {"blog", ",for,"},
                                   {"broadcast", ",for,"},
                                   {"design", ",for,"},
                                   {"photograph", ",for,"},
                                   {"preach", ",at,"},
                                   {"school", ",at,"},
                                   {"tutor", ",at,"},
                                   {"attach", ",to,"},
                                   {"second", ",to,from,"},
                                   {"post", ",to,with,"},
                                   {"detail", ",to,"},
                                   {"deploy", ",with,"},
                                   {"swear", ",into,"},
                                   {"readmit", ",to,"},
                                   {"discharge", ",from,by,"},
                                   {"depart", ",obj,from,"},
                                   {"exit", ",obj,"},
                                   {"demote", ",from,"},
                                   {"eject", ",from,"},
                                   {"sack", ",by,from,"},
                                   {"purge", ",from,"},
                                   {"disbar", ",from,by,"},
                                   {"rise", ",through,in,"},
                                   {"qualify", ",at,"},
                                   {"major", ",at,"}};

// Work verbs of which the one who works is the object.
constexpr std::string_view done_to_somebody[] = {"name", "sell",   "release", "waive",  "attach", "second",
                                                 "post", "detail", "school",  "demote", "eject",  "discharge",
                                                 "sack", "purge",  "swear",   "deploy", "disbar"};

// What states and bodies do, too.
constexpr std::string_view of_states[] = {"join",  "rejoin", "leave", "quit",    "withdraw", "accede",
                                          "admit", "belong", "expel", "suspend", "readmit",  "exit"};

constexpr std::string_view taking_on[] = {"hire", "recruit", "employ", "sign", "draft", "enlist", "poach"};

/// Who works, studies or serves where, told by verbs.
class EmploymentFinder {
 public:
  EmploymentFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (reading_.token(t).upos == Upos::VERB) verb(t);
      if (syntax_.child(t, Deprel::cop)) being_with(t);
      if (reading_.text(t) == "active" || reading_.text(t) == "involved") active(t);
    }
  }

 private:
  void verb(TokenIndex t) {
    if (syntax_.is_negated(t)) return;
    const std::string& lemma = reading_.token(t).lemma;
    if (is_one_of(lemma, taking_on)) taken_on(t);
    if (lemma == "sign") signed_deal(t);
    for (const WorkVerb& work : work_verbs)
      if (work.lemma == lemma) employment(t, work.prepositions);
  }

  // "P was active in the Labour Party", "P became involved with O"
  void active(TokenIndex t) {
    const auto subject = syntax_.subject(t);
    if (!subject || syntax_.is_negated(t)) return;
    for (TokenIndex c : syntax_.children(t)) {
      const std::string_view preposition = syntax_.preposition(c);
      if (reading_.token(c).relation != Deprel::obl || (preposition != "in" && preposition != "with"))
        continue;
      for (const Bound& who : referents(reading_, *subject))
        if (reading_.type_of(who.entity) == EntityType::person) member(who, c, t);
    }
  }
  // "P is with O", "P was in the Royal Navy"
  void being_with(TokenIndex name) {
    constexpr std::string_view services[] = {"Army",   "Navy",    "Force", "Corps",  "Guard", "Marines",
                                             "Guards", "Cabinet", "Party", "Legion", "Scouts"};
    const Mention* body = reading_.mention_at(name);
    const auto subject = syntax_.child(name, Deprel::nsubj);
    if (!body || body->kind != MentionKind::name || !subject || syntax_.is_negated(name)) return;
    const std::string_view preposition = syntax_.preposition(name);
    const bool service = preposition == "in" && is_one_of(reading_.text(body->last - 1), services);
    if (preposition == "with" || service)
      for (const Bound& who : referents(reading_, *subject))
        if (reading_.type_of(who.entity) == EntityType::person) member(who, name, name);
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

  void employment(TokenIndex t, std::string_view prepositions) {
    const bool passive = syntax_.is_passive(t) || syntax_.is_reduced_passive(t);
    const auto moved = passive ? std::nullopt : person_moved(t);
    if (!passive && !moved && is_one_of(reading_.token(t).lemma, done_to_somebody)) return;
    const auto subject = passive ? syntax_.patient(t) : moved ? moved : worker(t);
    if (!subject) return;
    if (prepositions.find(",at,") != std::string_view::npos) at_the_end(t, *subject, "at");
    where_worked(t, *subject);
    for (const std::string_view first : {"from", "for", "to"})
      if (prepositions.substr(1).starts_with(first) && !syntax_.lemma_is(t, "write"))
        at_the_end(t, *subject, first);
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      std::string key = ",obj,";
      if (relation == Deprel::obl || relation == Deprel::obl_agent) {
        key = "," + std::string(syntax_.preposition(c)) + ",";
      } else if (relation != Deprel::obj) {
        continue;
      }
      if (prepositions.find(key) == std::string_view::npos) continue;
      joined_staff(t, c, *subject);
      for (TokenIndex body : listed(reading_, c))
        for (const Bound& who : workers(*subject)) member(who, body, t);
      if (relation != Deprel::obj) further(t, c, *subject);
    }
  }
  // "O loaned P to Q", "shareholders elected P to the board of Q": P.
  std::optional<TokenIndex> person_moved(TokenIndex t) const {
    constexpr std::string_view verbs[] = {"loan",    "trade",     "transfer", "sell",   "assign", "second",
                                          "appoint", "elect",     "recruit",  "attach", "post",   "detail",
                                          "admit",   "re-elect",  "expel",    "induct", "move",   "dismiss",
                                          "draft",   "reinstate", "suspend",  "fire",   "release"};
    const auto object = syntax_.child(t, Deprel::obj);
    const EntityIndex who = object ? reading_.actor_at(*object) : no_entity;
    const bool person = reading_.is_type(who, EntityType::person);
    return person && is_one_of(reading_.token(t).lemma, verbs) ? object : std::nullopt;
  }
  // "P signed a recording contract with O", "P signed a two-year deal with O"
  void signed_deal(TokenIndex t) {
    constexpr std::string_view papers[] = {"contract", "deal", "agreement"};
    constexpr std::string_view kinds[] = {
        "record",       "recording", "publishing", "songwriting", "management", "modeling",  "modelling",
        "professional", "year",      "month",      "first-team",  "playing",    "full-time", "season"};
    const auto object = syntax_.child(t, Deprel::obj), subject = syntax_.subject(t);
    if (!object || !subject || !is_one_of(reading_.token(*object).lemma, papers)) return;
    bool personal = syntax_.lemma_is(*object, "contract");
    for (TokenIndex i = phrase_start(reading_, *object); i < *object; ++i)
      personal |= is_one_of(reading_.token(i).lemma, kinds);
    if (personal) at_the_end(t, *subject, "with");
  }
  // "P joined the faculty of O", "P was elected to the board of directors of O", "P sat on O's council"
  void joined_staff(TokenIndex t, TokenIndex staff, TokenIndex subject) {
    constexpr std::string_view staffs[] = {"faculty",
                                           "staff",
                                           "board",
                                           "team",
                                           "crew",
                                           "rank",
                                           "squad",
                                           "cabinet",
                                           "panel",
                                           "roster",
                                           "bench",
                                           "council",
                                           "bureau",
                                           "chapter",
                                           "wing",
                                           "presidium",
                                           "firm",
                                           "company",
                                           "bank",
                                           "party",
                                           "army"
                                           "club",
                                           "band"};
    if (!is_one_of(reading_.token(staff).lemma, staffs) || reading_.actor_at(staff) != no_entity) return;
    for (const Bound& body : bodies_of_unit(reading_, staff))
      for (const Bound& who : workers(subject)) member(who, body.token, t);
  }
  // "P returned to O, where he taught"
  void where_worked(TokenIndex t, TokenIndex subject) {
    for (TokenIndex c : syntax_.children(t)) {
      if (reading_.text(c) != "where" || c < reading_.sentence(t).first + 2) continue;
      const TokenIndex name = reading_.text(c - 1) == "," ? c - 2 : c - 1;
      const Mention* body = reading_.outer_mention_at(name);
      if (body && body->kind == MentionKind::name)
        for (const Bound& who : workers(subject)) member(who, body->head, t);
    }
  }
  // "P studied at O in L, Q in M and at R": those that the tree hangs elsewhere
  void further(TokenIndex t, TokenIndex first, TokenIndex subject) {
    const std::vector<TokenIndex> bodies = bodies_listed(reading_, first);
    for (std::size_t b = 1; b < bodies.size(); ++b)
      for (const Bound& who : workers(subject)) member(who, bodies[b], t);
  }
  // "P taught classes in history at O", "P played two seasons for O": the body hangs on the object, or on
  // nothing.
  void at_the_end(TokenIndex t, TokenIndex subject, std::string_view preposition) {
    constexpr TokenIndex reach = 12;
    const TokenIndex end = std::min(reading_.sentence(t).last, t + reach);
    for (TokenIndex i = t + 1; i + 1 < end && !opens_clause(reading_, i); ++i) {
      if (reading_.text(i) != preposition || reading_.token(i).upos != Upos::ADP) continue;
      const auto name = body_named(i + 1);
      if (!name) continue;
      for (const Bound& who : workers(subject)) member(who, *name, t);
      further(t, *name, subject);
      return;
    }
  }
  // "the O", "the league's club O", "O side P": P; "a Dutch club O", "clubs such as O"
  std::optional<TokenIndex> body_named(TokenIndex t) const {
    const TokenIndex end = reading_.sentence(t).last;
    if (t < end && reading_.token(t).upos == Upos::DET) ++t;
    t = past_team_noun(t, end);
    const Mention* name = t < end ? reading_.outer_mention_at(t) : nullptr;
    if (!name) return std::nullopt;
    if (const Mention* part = name->last + 1 < end && is_possessive(name->last)
                                  ? reading_.outer_mention_at(name->last + 1)
                                  : nullptr)
      name = part;  // "at O's P": P
    if (name->last < end && is_one_of(reading_.text(name->last), teams))
      name = name->last + 1 < end ? reading_.outer_mention_at(name->last + 1) : nullptr;
    const EntityIndex body = name && name->kind == MentionKind::name ? name->entity : no_entity;
    const bool organization = reading_.is_type(body, EntityType::organization);
    return organization ? std::optional(name->head) : std::nullopt;
  }
  static constexpr std::string_view teams[] = {"club", "side", "team", "outfit", "franchise"};
  // Past "Dutch club" and "clubs such as:"; `t` where that is not what stands there.
  TokenIndex past_team_noun(TokenIndex t, TokenIndex end) const {
    constexpr TokenIndex longest = 5;
    TokenIndex i = t;
    while (i < std::min(end, t + longest) && !reading_.mention_at(i) && reading_.text(i) != "such" &&
           (reading_.token(i).upos == Upos::ADJ || reading_.token(i).upos == Upos::NOUN))
      ++i;
    if (i == t || !is_one_of(reading_.token(i - 1).lemma, teams)) return t;
    if (i + 1 < end && reading_.text(i) == "such" && reading_.text(i + 1) == "as") i += 2;
    if (i < end && (reading_.text(i) == ":" || reading_.text(i) == "like")) ++i;
    return i;
  }
  bool is_possessive(TokenIndex t) const {
    return reading_.text(t) == "'s" || reading_.text(t) == "\u2019s" || reading_.text(t) == "'";
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
  // "read law at Brown University"
  bool is_school(EntityIndex body) const {
    const std::string& name = reading_.entities.entities[body].name;
    return name.find("University") != std::string::npos || name.find("College") != std::string::npos;
  }
  void member(const Bound& who, TokenIndex body, TokenIndex verb) {
    EntityIndex organization = reading_.actor_at(body);
    if (organization == no_entity)  // "works for the newspaper O"
      for (const Bound& named : referents(reading_, body))
        if (organization == no_entity && named.token > body) organization = named.entity;
    if (organization == no_entity || reading_.type_of(organization) != EntityType::organization) return;
    const bool person = reading_.type_of(who.entity) == EntityType::person;
    if (syntax_.lemma_is(verb, "read") && !is_school(organization)) return;
    if (!person && !is_one_of(reading_.token(verb).lemma, of_states)) return;
    if (person && syntax_.lemma_is(verb, "withdraw")) return;  // from a race
    if (reading_.type_of(who.entity) == EntityType::organization && syntax_.lemma_is(verb, "belong"))
      return;  // a part of it
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
