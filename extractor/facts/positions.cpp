#include <algorithm>
#include <tuple>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/focus.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/facts/seats.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class PositionFinder {
 public:
  PositionFinder(const Reading& reading, const Demonyms& demonyms, const OfficeFocus& focus,
                 RelationCollector& relations)
      : reading_(reading),
        syntax_(reading.syntax),
        demonyms_(demonyms),
        relations_(relations),
        focus_(focus),
        houses_(reading) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::NOUN || upos == Upos::PROPN || is_executive(t)) noun(t);
    }
    for (const auto& [t, holder, owner] : likely_)
      if (!relations_.office_of(holder.entity, 0)) relate(t, NounRole::office, holder, owner);
  }

 private:
  void noun(TokenIndex t) {
    const NounRole role = role_of(t);
    const bool known = role == NounRole::office || role == NounRole::membership ||
                       role == NounRole::founder || (role == NounRole::collective && upholds_office(t));
    if (inside_name(reading_, t) || begins_title(t)) return;
    if (!known) return working(t);
    auto holders = holders_of(reading_, t);
    if (holders.empty()) return members_listed(t);
    auto owners = owners_of(reading_, demonyms_, t);
    if (owners.empty())
      if (const auto body = shared_body(holders.back())) owners.push_back(*body);
    if (owners.empty() && role == NounRole::office) owners = owners_before(t);
    if (owners.empty() && role == NounRole::office)
      if (const auto owner = owner_in_list(t)) owners.push_back(*owner);
    if (role == NounRole::office) {
      for (Bound& owner : owners)
        if (const auto committee = houses_.committee_of(t, owner)) owner = *committee;
      remember(t, holders, owners);
    }
    if (owners.empty() && (role == NounRole::office || role == NounRole::founder))
      if (const auto owner = focus_.owner_of(t)) owners.push_back(*owner);
    if (owners.empty() && (role == NounRole::office || role == NounRole::collective))
      if (const auto house = houses_.house_of(t)) owners.push_back(*house);
    if (owners.empty() && role == NounRole::office)
      if (const auto state = focus_.likely_state_of(t)) likely_.emplace_back(t, holders.back(), *state);
    // "the leaders of A and B, P and Q"
    const bool each = owners.size() > 1 && owners.size() == holders.size() && role == NounRole::office &&
                      reading_.token(t).penn == Penn::NNS;
    if (each) in_order(holders), in_order(owners);
    for (std::size_t o = 0; o < owners.size(); ++o)
      for (std::size_t h = 0; h < holders.size(); ++h)
        if (!each || o == h) relate(t, role, holders[h], owners[o]);
  }
  // "Deputy" of "Deputy Minister P"
  bool begins_title(TokenIndex t) const {
    return t + 1 < reading_.sentence(t).last && syntax_.lemma_is(t, "deputy") &&
           role_of(t + 1) == NounRole::office && !inside_name(reading_, t + 1);
  }
  static void in_order(std::vector<Bound>& all) {
    std::sort(all.begin(), all.end(), [](const Bound& a, const Bound& b) { return a.token < b.token; });
  }
  // "former L presidents P and Q, generals R and S, foreign minister T": all of L, or of the same body.
  std::optional<Bound> owner_in_list(TokenIndex t) const {
    const TokenIndex start = phrase_start(reading_, t);
    if (list_end_ == 0 || start < list_end_ || syntax_.sentence_of(t) != syntax_.sentence_of(list_end_ - 1) ||
        start == list_end_ || !only_joins(list_end_, start))
      return std::nullopt;
    constexpr std::string_view of_states[] = {"president", "minister",  "premier",    "secretary",
                                              "general",   "ombudsman", "ambassador", "prosecutor",
                                              "commander", "chancellor"};
    const bool state = is_one_of(lower_case(reading_.token(t).lemma), of_states);
    const Bound& owner = state ? list_state_ : list_body_;
    return owner.entity == no_entity ? std::nullopt : std::optional(owner);
  }
  bool only_joins(TokenIndex from, TokenIndex to) const {
    for (TokenIndex t = from; t < to; ++t) {
      const std::string_view text = reading_.text(t);
      if (text != "," && text != "and" && text != ";") return false;
    }
    return true;
  }
  void remember(TokenIndex t, const std::vector<Bound>& holders, const std::vector<Bound>& owners) {
    if (list_end_ == 0 ||
        !only_joins(std::min(list_end_, phrase_start(reading_, t)), phrase_start(reading_, t)))
      list_state_ = list_body_ = {};
    for (const Bound& owner : owners) {
      const bool state = reading_.type_of(owner.entity) == EntityType::place;
      if (owner.preposition != "from" && owner.preposition != "in") {
        Bound& kept = state ? list_state_ : list_body_;
        kept = owner;
        kept.nationality = false;
      }
    }
    list_end_ = 0;
    for (const Bound& holder : holders)
      if (const Mention* mention = reading_.mention_at(holder.token); mention && holder.token > t)
        list_end_ = std::max<TokenIndex>(list_end_, mention->last);
  }
  // "O chairman P and chief executive Q": the first title's body.
  std::vector<Bound> owners_before(TokenIndex t) const {
    const TokenIndex start = phrase_start(reading_, t), begin = reading_.sentence(t).first;
    if (start < begin + 3 || reading_.text(start - 1) != "and") return {};
    const Mention* other = reading_.mention_at(start - 2);
    if (!other || other->kind != MentionKind::name || other->first <= begin) return {};
    const TokenIndex title = other->first - 1;
    if (syntax_.word(title).noun_role != NounRole::office || inside_name(reading_, title)) return {};
    return owners_of(reading_, demonyms_, title);
  }
  // "P, a politician for O", "O guitarist P": any work that a body is named with.
  void working(TokenIndex t) {
    constexpr std::string_view strangers[] = {
        "critic",    "opponent",  "author",      "winner",     "customer", "buyer",     "investor",
        "creditor",  "rival",     "enemy",       "victim",     "attacker", "lover",     "writer",
        "owner",     "founder",   "neighbour",   "neighbor",   "client",   "visitor",   "shareholder",
        "holder",    "successor", "predecessor", "contender",  "user",     "reader",    "viewer",
        "protester", "creator",   "man",         "woman",      "boy",      "girl",      "recipient",
        "nominee",   "pioneer",   "finalist",    "contestant", "entrant",  "applicant", "bidder",
        "suitor",    "scorer",    "namesake"};
    if (reading_.token(t).upos != Upos::NOUN || !is_person_noun(reading_, t) ||
        is_one_of(syntax_.token(t).lemma, strangers))
      return;
    if (syntax_.word(t).noun_role != NounRole::none) return;
    std::vector<Bound> bodies;
    for (const Bound& owner : owners_of(reading_, demonyms_, t)) {
      const bool within = owner.preposition == "for" || owner.preposition == "in" ||
                          owner.preposition == "with" || owner.preposition == "at" ||
                          owner.preposition == "from" || owner.preposition.empty();
      if (within && reading_.type_of(owner.entity) == EntityType::organization) bodies.push_back(owner);
    }
    if (bodies.empty()) return;
    for (const Bound& holder : holders_of(reading_, t))
      for (const Bound& body : bodies)
        relations_.add("MEMBER_OF", holder.entity, body.entity, std::min({holder.token, body.token, t}),
                       std::max({holder.token, body.token, t}) + 1,
                       0.8f * holder.confidence * body.confidence);
  }
  // A "chief financial officer" holds an office; other officers are members.
  NounRole role_of(TokenIndex t) const {
    constexpr std::string_view leading[] = {"chief", "presiding", "commanding", "returning"};
    const bool chief = syntax_.lemma_is(t, "officer") || lower_case(reading_.text(t)) == "officer";
    for (TokenIndex i = t; chief && i > reading_.sentence(t).first && t - i < 3; --i)
      if (is_one_of(lower_case(reading_.text(i - 1)), leading)) return NounRole::office;
    if (lower_case(reading_.text(t)) == "defender" && t > 0 && lower_case(reading_.text(t - 1)) == "rights")
      return NounRole::office;
    const NounRole role = syntax_.word(t).noun_role;  // "chief scientist"
    const bool first = t > reading_.sentence(t).first && lower_case(reading_.text(t - 1)) == "chief";
    return first && role == NounRole::membership ? NounRole::office : role;
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
  // Often taken for an adjective.
  bool is_executive(TokenIndex t) const {
    if (reading_.text(t) == "official" || reading_.text(t) == "representative")  // "former O official P"
      return reading_.token(t).upos == Upos::ADJ && t + 1 < reading_.sentence(t).last &&
             reading_.mention_at(t + 1);
    if (reading_.text(t) == "general")  // "was a general in O"
      return syntax_.child(t, Deprel::det) && syntax_.child(t, Deprel::cop);
    if (reading_.text(t) == "fellow" && t + 1 < reading_.sentence(t).last)
      return reading_.token(t + 1).upos == Upos::ADP;  // "a senior fellow at O"
    if (reading_.text(t) != "executive" || t == 0) return false;
    const Deprel relation = reading_.token(t).relation;
    return lower_case(reading_.text(t - 1)) == "chief" ||
           (relation != Deprel::amod && relation != Deprel::compound);
  }
  bool upholds_office(TokenIndex t) const {
    return syntax_.lemma_is(t, "representative") || syntax_.lemma_is(t, "official");
  }

  void relate(TokenIndex t, NounRole role, const Bound& holder, const Bound& owner) {
    const TokenIndex first = std::min({holder.token, owner.token, t}),
                     last = std::max({holder.token, owner.token, t}) + 1;
    const float confidence = holder.confidence * owner.confidence;
    if (role == NounRole::founder || is_founding_member(t))
      relations_.add("FOUNDED", holder.entity, owner.entity, first, last, confidence);
    if (role == NounRole::founder) return;
    const bool body = reading_.type_of(owner.entity) == EntityType::organization;
    if ((role == NounRole::membership && !(body && (is_trade(t) || serves_as(t) || takes_office_as(t)))) ||
        (owner.preposition == "from" && body) || is_told_with_party(reading_, t, owner.entity)) {
      relations_.add("MEMBER_OF", holder.entity, owner.entity, first, last, confidence);
      return;
    }
    if (owner.nationality && is_profession(t)) {
      relations_.add("CITIZEN_OF", holder.entity, owner.entity, first, last, 0.8f * confidence);
      return;
    }
    if (!body && owner.preposition.empty() && !owner.nationality && syntax_.lemma_is(t, "correspondent"))
      return;                                                       // "its Oslo correspondent"
    if (!body && owner.preposition.empty() && works_anywhere(t)) {  // "the Oslo lawyer P"
      relations_.add("LIVES_IN", holder.entity, owner.entity, first, last, 0.7f * confidence);
      return;
    }
    if (!body &&
        ((owner.preposition == "in" && !is_local(t)) || (owner.preposition == "from" && !speaks_for(t))))
      return;
    if (Relation* relation =
            relations_.add("HOLDS_POSITION", holder.entity, owner.entity, first, last, confidence)) {
      if (relation->title.empty()) relation->title = title_of(reading_, t);
      relation->former |= holder.former || is_former(reading_, t);
    }
  }

  // "a research scientist at O", "the O astronaut P": what somebody does for a body is the title he holds.
  bool is_trade(TokenIndex t) const {
    constexpr std::string_view trades[] = {
        "scientist",    "researcher",  "engineer",      "astronaut",  "cosmonaut",  "journalist",
        "reporter",     "teacher",     "chemist",       "historian",  "linguist",   "mathematician",
        "clerk",        "nurse",       "physician",     "surgeon",    "programmer", "developer",
        "designer",     "technician",  "pilot",         "consultant", "negotiator", "investigator",
        "detective",    "librarian",   "archivist",     "tutor",      "presenter",  "commentator",
        "photographer", "agent",       "docent",        "expert",     "astronomer", "neuroscientist",
        "psychiatrist", "botanist",    "statistician",  "geographer", "biochemist", "translator",
        "interpreter",  "demographer", "oceanographer", "cameraman",  "bodyguard",  "caseworker"};
    const std::string& lemma = syntax_.token(t).lemma;
    return is_one_of(lemma, trades) || lemma.ends_with("ologist") || lemma.ends_with("icist");
  }

  // "served as an engineer in O": a post, which a mere member or student has not.
  bool serves_as(TokenIndex t) const {
    constexpr std::string_view posts[] = {"serve", "work", "act", "employ", "hire", "spend", "appoint"};
    constexpr std::string_view mere[] = {"member",  "student",   "soldier",   "volunteer",
                                         "pupil",   "graduate",  "employee",  "follower",
                                         "recruit", "supporter", "candidate", "player"};
    const auto verb = syntax_.head(t);
    const auto mark = syntax_.child(t, {Deprel::mark, Deprel::case_});
    return verb && mark && reading_.text(*mark) == "as" && is_one_of(reading_.token(*verb).lemma, posts) &&
           !is_one_of(syntax_.token(t).lemma, mere);
  }
  // "took office as a member of O", "another term as Member of O": a seat that is an office.
  bool takes_office_as(TokenIndex t) const {
    constexpr std::string_view terms[] = {"term", "office", "oath", "seat", "nominee"};
    if (!syntax_.lemma_is(t, "member")) return false;
    const TokenIndex start = phrase_start(reading_, t), begin = reading_.sentence(t).first;
    return start > begin + 1 && reading_.text(start - 1) == "as" &&
           is_one_of(reading_.token(start - 2).lemma, terms);
  }
  // "the Norwegian economist P" is a citizen, "the Norwegian president P" holds an office.
  bool is_profession(TokenIndex t) const {
    constexpr std::string_view nouns[] = {
        "lawyer",  "director",   "solicitor", "economist",     "analyst",  "professor", "lecturer",
        "priest",  "curator",    "conductor", "colonel",       "general",  "brigadier", "captain",
        "admiral", "strategist", "columnist", "imam",          "rabbi",    "diplomat",  "executive",
        "sheikh",  "owner",      "trainer",   "correspondent", "attorney", "earl",      "count",
        "baron",   "commissar",  "manager",   "warlord"};
    if (t > 0 && syntax_.word(t - 1).noun_role == NounRole::office) return false;  // "consul general"
    const std::string lemma = lower_case(syntax_.token(t).lemma);
    return is_one_of(lemma, nouns);
  }
  // Offices that are where they serve: "a judge in L", "the consul in L".
  bool is_local(TokenIndex t) const {
    constexpr std::string_view nouns[] = {"attorney",   "prosecutor", "consul", "judge",
                                          "magistrate", "sheriff",    "bishop", "commissioner",
                                          "admiral",    "governor",   "viceroy"};
    const std::string& lemma = syntax_.token(t).lemma;
    return is_one_of(lemma, nouns) || lemma == "general";
  }
  bool works_anywhere(TokenIndex t) const {
    constexpr std::string_view nouns[] = {"lawyer",    "owner",   "executive", "economist",
                                          "professor", "analyst", "columnist", "priest",
                                          "rabbi",     "imam",    "solicitor"};
    return is_one_of(syntax_.token(t).lemma, nouns);
  }
  bool is_founding_member(TokenIndex t) const {
    if (!syntax_.lemma_is(t, "member")) return false;
    const TokenIndex begin = std::max(reading_.sentence(t).first, t > 3 ? t - 3 : 0);
    for (TokenIndex m = begin; m < t; ++m)
      if (reading_.text(m) == "founding") return true;
    return false;
  }

  // "the ambassador from L", "a senator from L"
  bool speaks_for(TokenIndex t) const {
    constexpr std::string_view nouns[] = {"ambassador", "envoy",       "delegate",     "representative",
                                          "senator",    "congressman", "congresswoman"};
    return is_one_of(lower_case(syntax_.token(t).lemma), nouns);
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
      const bool named = mention && mention->first == i && mention->kind == MentionKind::name &&
                         mention->entity != no_entity;
      const bool fits =
          named && (reading_.type_of(mention->entity) == EntityType::person ||
                    (syntax_.lemma_is(t, "member") && list <= t + 2 && mention->entity != owners[0].entity));
      if (fits) relations_.add("MEMBER_OF", mention->entity, owners[0].entity, t, mention->last, 0.6f);
    }
  }
  bool introduces_list(TokenIndex t) const {
    return reading_.text(t) == "including" || (reading_.text(t) == "as" && reading_.text(t - 1) == "such");
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Demonyms& demonyms_;
  RelationCollector& relations_;
  const OfficeFocus& focus_;
  Houses houses_;
  std::vector<std::tuple<TokenIndex, Bound, Bound>>
      likely_;               // offices, holders and states of the last resort
  TokenIndex list_end_ = 0;  // one past the last name with an office in front of it; 0 where that was none
  Bound list_state_, list_body_;  // whose the offices of the list are, of those that tell
};

}  // namespace

void find_positions(const Reading& reading, const Demonyms& demonyms, const OfficeFocus& focus,
                    RelationCollector& relations) {
  PositionFinder(reading, demonyms, focus, relations).run();
}

}  // namespace attest::extract
