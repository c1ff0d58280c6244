#include <algorithm>
#include <cctype>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>

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
                                   {"report", ",for,"},         {"elect", ",to,"},
                                   {"quit", ",obj,"},           {"rejoin", ",obj,"},
                                   {"appoint", ",to,"},         {"transfer", ",to,"},
                                   {"recruit", ",by,to,into,"}, {"enrol", ",at,in,"},
                                   {"defect", ",from,to,"},     {"apprentice", ",at,"},
                                   {"intern", ",at,with,"},     {"volunteer", ",for,with,at,"},
                                   {"practise", ",at,with,"},   {"practice", ",at,with,"},
                                   {"fight", ",for,with,in,"},  {"hire", ",by,"}};

constexpr std::string_view leading_verbs[] = {"head",   "lead", "chair", "direct", "run",     "command",
                                              "govern", "rule", "edit",  "manage", "captain", "own"};
class PositionFinder {
 public:
  PositionFinder(const Reading& reading, const Demonyms& demonyms, RelationCollector& relations)
      : reading_(reading),
        syntax_(reading.syntax),
        demonyms_(demonyms),
        relations_(relations),
        country_(country_in_focus(reading)) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::NOUN || upos == Upos::PROPN || is_chief_executive(t)) noun(t);
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
    auto owners = owners_of(reading_, demonyms_, t);
    if (owners.empty())
      if (const auto body = shared_body(holders.back())) owners.push_back(*body);
    if (owners.empty() && speaks_for_body(t)) {
      if (const auto body = body_in_focus(t)) owners.push_back(*body);
    } else if (owners.empty() && is_bare_title(t)) {
      if (const auto owner = owner_in_focus(t)) owners.push_back(*owner);
    }
    // "the leaders of A and B, P and Q"
    const bool each = owners.size() > 1 && owners.size() == holders.size() && role == NounRole::office &&
                      reading_.token(t).penn == Penn::NNS;
    for (std::size_t o = 0; o < owners.size(); ++o)
      for (std::size_t h = 0; h < holders.size(); ++h)
        if (!each || o == h) relate(t, role, holders[h], owners[o]);
  }
  // "deputy leader P and treasurer Q of O", by the words alone
  std::optional<Bound> shared_body(const Bound& holder) const {
    const Mention* first = reading_.mention_at(holder.token);
    const TokenIndex end = reading_.sentence(holder.token).last;
    if (!first || first->last >= end || reading_.text(first->last) != "and") return std::nullopt;
    TokenIndex t = first->last + 1;
    while (t < end && !reading_.mention_at(t) && t < first->last + 5 &&
           (reading_.token(t).upos == Upos::ADJ || syntax_.word(t).noun_role == NounRole::office))
      ++t;
    if (t == first->last + 1 || t >= end) return std::nullopt;
    const Mention* second = reading_.mention_at(t);
    if (!second || second->entity == no_entity || reading_.type_of(second->entity) != EntityType::person ||
        second->last + 1 >= end || reading_.text(second->last) != "of")
      return std::nullopt;
    t = second->last + 1;
    if (t + 1 < end && reading_.token(t).upos == Upos::DET) ++t;
    const Mention* body = reading_.mention_at(t);
    if (!body || body->entity == no_entity || reading_.type_of(body->entity) != EntityType::organization)
      return std::nullopt;
    return Bound{body->entity, t, "of", false, 0.7f};
  }
  bool is_chief_executive(TokenIndex t) const {
    return reading_.text(t) == "executive" && t > 0 && lower_case(reading_.text(t - 1)) == "chief";
  }
  bool upholds_office(TokenIndex t) const {
    return syntax_.lemma_is(t, "representative") || syntax_.lemma_is(t, "official");
  }

  // Offices of bodies that are often named without them: "Acme denied it. Spokesman P said …"
  bool speaks_for_body(TokenIndex t) const {
    constexpr std::string_view offices[] = {"spokesman", "spokeswoman", "spokesperson",
                                            "chairman",  "chairwoman",  "chairperson",
                                            "ceo",       "executive",   "administrator"};
    return std::find(std::begin(offices), std::end(offices), syntax_.token(t).lemma) != std::end(offices) ||
           std::find(std::begin(offices), std::end(offices), lower_case(reading_.text(t))) !=
               std::end(offices);
  }
  // The organization that the sentences up to here were about: the last one that was a subject.
  std::optional<Bound> body_in_focus(TokenIndex t) const {
    const std::uint32_t sentence = syntax_.sentence_of(t);
    const std::uint32_t earliest = sentence >= 2 ? sentence - 2 : 0;
    constexpr TokenIndex reach = 200;  // tokens; keeps huge sentences linear
    const TokenIndex begin = std::max(reading_.document.sentences[earliest].first, t > reach ? t - reach : 0);
    for (TokenIndex i = t; i > begin; --i) {
      const Mention* mention = reading_.mention_at(i - 1);
      if (!mention || mention->head != i - 1 || mention->entity == no_entity ||
          reading_.type_of(mention->entity) != EntityType::organization)
        continue;
      const Deprel relation = reading_.token(i - 1).relation;
      if (relation == Deprel::nsubj || relation == Deprel::nsubj_pass)
        return Bound{mention->entity, i - 1, "", false, 0.55f};
    }
    return std::nullopt;
  }

  // "Governor P", with nothing that says of what.
  bool is_bare_title(TokenIndex t) const {
    const bool capital = std::isupper(static_cast<unsigned char>(reading_.text(t)[0])) != 0;
    return capital && t + 1 < reading_.sentence(t).last && reading_.mention_at(t + 1) &&
           reading_.mention_at(t + 1)->first == t + 1;
  }
  // The central bank that a governor has been named beside; of the offices of a state the one country that
  // the document is about.
  std::optional<Bound> owner_in_focus(TokenIndex t) const {
    constexpr std::string_view of_state[] = {"president", "minister", "premier", "chancellor"};
    const std::string title = lower_case(reading_.text(t));
    if (title == "governor") return central_bank_before(t);
    if (std::find(std::begin(of_state), std::end(of_state), title) == std::end(of_state)) return std::nullopt;
    if (country_ == no_entity) return std::nullopt;
    return Bound{country_, t, "", false, 0.5f};
  }
  std::optional<Bound> central_bank_before(TokenIndex t) const {
    const std::uint32_t sentence = syntax_.sentence_of(t);
    constexpr TokenIndex reach = 100;  // tokens; keeps huge sentences linear
    const TokenIndex begin = std::max(reading_.document.sentences[sentence >= 2 ? sentence - 2 : 0].first,
                                      t > reach ? t - reach : 0);
    for (TokenIndex i = t; i > begin; --i) {
      const Mention* mention = reading_.mention_at(i - 1);
      if (mention && mention->head == i - 1 && mention->entity != no_entity &&
          is_central_bank(reading_.entities.entities[mention->entity]))
        return Bound{mention->entity, i - 1, "", false, 0.6f};
    }
    return std::nullopt;
  }
  static bool is_central_bank(const Entity& entity) {
    if (entity.type != EntityType::organization) return false;
    const std::string name = lower_case(entity.name);
    return name.find("bank of ") != std::string::npos || name.find("central bank") != std::string::npos ||
           name.find("national bank") != std::string::npos || name.find("reserve bank") != std::string::npos;
  }
  // Named more often than all other countries together, and not once or twice.
  static EntityIndex country_in_focus(const Reading& reading) {
    std::size_t all = 0, most = 0;
    EntityIndex best = no_entity;
    for (EntityIndex e = 0; e < reading.entities.entities.size(); ++e) {
      const Entity& entity = reading.entities.entities[e];
      if (entity.type != EntityType::place || entity.kind != "country") continue;
      all += entity.mentions.size();
      if (entity.mentions.size() > most) most = entity.mentions.size(), best = e;
    }
    return most >= 3 && 2 * most > all ? best : no_entity;
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
    if (!body && (owner.preposition == "in" || (owner.preposition == "from" && !speaks_for(t)))) return;
    if (Relation* relation =
            relations_.add("HOLDS_POSITION", holder.entity, owner.entity, first, last, confidence)) {
      if (relation->title.empty()) relation->title = title_of(reading_, t);
      relation->former |= holder.former || is_former(reading_, t);
    }
  }

  // "the ambassador from L"; a senator from L holds no office of L's.
  bool speaks_for(TokenIndex t) const {
    return syntax_.lemma_is(t, "ambassador") || syntax_.lemma_is(t, "envoy") ||
           syntax_.lemma_is(t, "delegate") || syntax_.lemma_is(t, "representative");
  }

  // "former members of O, including the singer P and Q", by the words alone
  void members_listed(TokenIndex t) {
    if (syntax_.word(t).noun_role != NounRole::membership) return;
    const TokenIndex end = std::min(reading_.sentence(t).last, t + 14);
    TokenIndex list = t + 1;
    while (list < end && !introduces_list(list) && !opens_clause(reading_, list)) ++list;
    if (list >= end || !introduces_list(list)) return;
    const auto owners = owners_of(reading_, demonyms_, t);
    if (owners.empty()) return;
    const TokenIndex limit = std::min(reading_.sentence(t).last, t + 100);
    for (TokenIndex i = list + 1; i < limit && !opens_clause(reading_, i); ++i) {
      if (reading_.token(i).upos == Upos::PUNCT && reading_.text(i) != ",") return;
      const Mention* mention = reading_.mention_at(i);
      const bool person = mention && mention->first == i && mention->kind == MentionKind::name &&
                          mention->entity != no_entity &&
                          reading_.type_of(mention->entity) == EntityType::person;
      if (person) relations_.add("MEMBER_OF", mention->entity, owners[0].entity, t, mention->last, 0.6f);
    }
  }
  bool introduces_list(TokenIndex t) const {
    return reading_.text(t) == "including" || (reading_.text(t) == "as" && reading_.text(t - 1) == "such");
  }

  void verb(TokenIndex t) {
    if (syntax_.is_negated(t)) return;
    const std::string& lemma = reading_.token(t).lemma;
    if (std::find(std::begin(leading_verbs), std::end(leading_verbs), lemma) != std::end(leading_verbs))
      leading(t);
    for (const WorkVerb& work : work_verbs)
      if (work.lemma == lemma) employment(t, work.prepositions);
  }

  // "P heads O", "O, led by P"
  void leading(TokenIndex t) {
    const auto agent = syntax_.agent(t), patient = syntax_.patient(t);
    if (!agent || !patient) return;
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
    relations_.add("MEMBER_OF", who.entity, organization, std::min({who.token, body, verb}),
                   std::max({who.token, body, verb}) + 1, 0.75f);
  }

  // "P of the Daily News", "P from the Ministry", "the BBC's P", "P (Labour Party)"
  void affiliation(const Mention& mention) {
    if (mention.kind != MentionKind::name || mention.entity == no_entity) return;
    if (reading_.type_of(mention.entity) != EntityType::person) return;
    bracketed_body(mention);
    for (TokenIndex c : syntax_.children(mention.head)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation != Deprel::nmod && relation != Deprel::nmod_poss) continue;
      const std::string_view preposition = syntax_.preposition(c);
      const bool belongs = relation == Deprel::nmod_poss || preposition == "of" || preposition == "from" ||
                           preposition == "at";
      if (!belongs || reading_.mention_at(c) == nullptr || reading_.mention_at(c)->kind != MentionKind::name)
        continue;
      const EntityIndex body = reading_.actor_at(c);
      if (body != no_entity && preposition == "of" && titled_of(mention, body, c)) continue;
      if (body == no_entity || reading_.type_of(body) != EntityType::organization) continue;
      relations_.add("MEMBER_OF", mention.entity, body, std::min(mention.first, c),
                     std::max(mention.last, c + 1), 0.7f);
      const auto of = syntax_.child(c, Deprel::case_);
      const Mention* last = of && *of > 0 ? reading_.mention_at(*of - 1) : nullptr;
      if (preposition == "of" && last) companions(*last, body, c);
    }
  }
  // "P, Q and R of O": of three and more the last does not stand alone.
  void companions(const Mention& last, EntityIndex body, TokenIndex c) {
    std::vector<const Mention*> found{&last};
    const TokenIndex begin = reading_.sentence(last.first).first;
    constexpr std::size_t longest_list = 32;
    for (TokenIndex first = last.first; first > begin + 1 && found.size() < longest_list;) {
      TokenIndex t = first - 1;
      while (t > begin && (reading_.text(t) == "," || reading_.text(t) == "and")) --t;
      const Mention* mention = t + 1 < first ? reading_.mention_at(t) : nullptr;
      if (!mention || mention->kind != MentionKind::name || mention->entity == no_entity ||
          reading_.type_of(mention->entity) != EntityType::person)
        break;
      found.push_back(mention);
      first = mention->first;
    }
    if (found.size() < 3) return;
    for (const Mention* mention : found)
      relations_.add("MEMBER_OF", mention->entity, body, mention->first, c + 1, 0.6f);
  }
  // "King P of L", "Admiral P of the Navy": the title goes with what follows.
  bool titled_of(const Mention& mention, EntityIndex place, TokenIndex c) {
    const TokenIndex title = mention.first - 1;
    if (mention.first == reading_.sentence(mention.first).first ||
        syntax_.word(title).noun_role != NounRole::office || inside_name(title))
      return false;
    if (Relation* relation = relations_.add("HOLDS_POSITION", mention.entity, place, title, c + 1, 0.8f)) {
      if (relation->title.empty()) relation->title = title_of(reading_, title);
      relation->former |= is_former(reading_, title);
    }
    return true;
  }
  void bracketed_body(const Mention& mention) {
    const TokenIndex end = reading_.sentence(mention.first).last;
    if (mention.last + 2 >= end || reading_.text(mention.last) != "(") return;
    const Mention* body = reading_.mention_at(mention.last + 1);
    if (!body || body->first != mention.last + 1 || body->kind != MentionKind::name ||
        body->entity == no_entity || body->last >= end ||
        reading_.type_of(body->entity) != EntityType::organization)
      return;
    const std::string_view sign = reading_.text(body->last);
    if (sign == ")" || sign == "," || sign == "-" || sign == ";")
      relations_.add("MEMBER_OF", mention.entity, body->entity, mention.first, body->last, 0.7f);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Demonyms& demonyms_;
  RelationCollector& relations_;
  EntityIndex country_;  // that the document is about, if about one
};

}  // namespace

void find_positions(const Reading& reading, const Demonyms& demonyms, RelationCollector& relations) {
  PositionFinder(reading, demonyms, relations).run();
}

}  // namespace attest::extract
