#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/facts/seats.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// Bodies that stand beside a name: before it, behind it, in brackets.
class AffiliationFinder {
 public:
  AffiliationFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    for (const Mention& mention : reading_.entities.mentions) affiliation(mention);
  }

 private:
  // "P of the Daily News", "P from the Ministry", "the BBC's P", "P (Labour Party)"
  void affiliation(const Mention& mention) {
    if (mention.kind != MentionKind::name || mention.entity == no_entity) return;
    if (reading_.type_of(mention.entity) != EntityType::person) return;
    bracketed_body(mention);
    state_behind(mention);
    body_behind(mention);
    both_of(mention);
    with_companion(mention);
    for (TokenIndex c : syntax_.children(mention.head)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation != Deprel::nmod && relation != Deprel::nmod_poss) continue;
      const std::string_view preposition = syntax_.preposition(c);
      const bool belongs = relation == Deprel::nmod_poss || preposition == "of" || preposition == "from" ||
                           preposition == "at";
      if (!belongs || reading_.mention_at(c) == nullptr || reading_.mention_at(c)->kind != MentionKind::name)
        continue;
      const EntityIndex body = reading_.actor_at(c);
      if (relation == Deprel::nmod && stands_at_other(mention, c)) continue;
      if (body != no_entity && preposition == "of" && titled_of(mention, body, c)) continue;
      if (body == no_entity || reading_.type_of(body) != EntityType::organization) continue;
      if (preposition == "of" && may_be_estate(*reading_.mention_at(c))) continue;
      relations_.add("MEMBER_OF", mention.entity, body, std::min(mention.first, c),
                     std::max(mention.last, c + 1), 0.7f);
    }
  }
  // "P and Q of O": Q's, whatever the tree.
  bool stands_at_other(const Mention& mention, TokenIndex c) const {
    const auto preposition = syntax_.child(c, Deprel::case_);
    const Mention* before = preposition && *preposition > 0 ? reading_.mention_at(*preposition - 1) : nullptr;
    return before != &mention && is_name_of(before, EntityType::person);
  }
  // "P of O", "P from the ruling O", by the words alone
  void body_behind(const Mention& mention) {
    constexpr TokenIndex longest = 5;
    const TokenIndex end = std::min(reading_.sentence(mention.first).last, mention.last + longest);
    if (mention.last + 1 >= end) return;
    const std::string_view preposition = reading_.text(mention.last);
    const bool at = preposition == "at" && reading_.token(mention.head).relation != Deprel::obj &&
                    reading_.token(mention.head).relation != Deprel::nsubj_pass;
    if (preposition != "of" && preposition != "from" && !at) return;
    TokenIndex t = mention.last + 1;
    while (t + 1 < end && !reading_.mention_at(t) && modifies(t)) ++t;
    const Mention* body = reading_.mention_at(t);
    if (!body || body->first != t || body->kind != MentionKind::name || body->entity == no_entity ||
        reading_.type_of(body->entity) != EntityType::organization)
      return;
    if (preposition == "from" && is_taken(mention.head)) return;
    if (preposition == "of" && (titled_of(mention, body->entity, body->head) || may_be_estate(*body))) return;
    relations_.add("MEMBER_OF", mention.entity, body->entity, mention.first, body->last, 0.65f);
    if (preposition == "of") companions(mention, body->entity, body->head);
  }
  // "Anna Holm of Ardval, a cousin": one word told once, that neither letters nor a list speak for, is rather
  // where somebody is from; "Anna Holm of Acme said" is of a firm.
  bool may_be_estate(const Mention& body) const {
    const std::string_view word = reading_.text(body.first);
    const bool acronym = std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (body.last != body.first + 1 || acronym || body.last >= reading_.sentence(body.first).last)
      return false;
    return reading_.entities.entities[body.entity].mentions.size() == 1 &&
           reading_.token(body.last).upos != Upos::VERB;
  }
  // "P and Q, both of O"
  void both_of(const Mention& mention) {
    const TokenIndex end = reading_.sentence(mention.first).last, t = mention.last;
    if (t + 3 >= end || reading_.text(t) != ",") return;
    if (reading_.text(t + 1) != "both" && reading_.text(t + 1) != "all") return;
    const std::string_view preposition = reading_.text(t + 2);
    if (preposition != "of" && preposition != "from" && preposition != "at") return;
    const TokenIndex name = t + 3 + (reading_.token(t + 3).upos == Upos::DET);
    const Mention* body = name < end ? reading_.mention_at(name) : nullptr;
    if (is_name_of(body, EntityType::organization)) companions(mention, body->entity, body->head, 2);
  }
  bool modifies(TokenIndex t) const {
    const Upos upos = reading_.token(t).upos;
    return upos == Upos::DET || upos == Upos::ADJ || upos == Upos::NOUN;
  }
  // "dismissed P from O", "the board barred P from O"
  bool is_taken(TokenIndex t) const {
    const Deprel relation = reading_.token(t).relation;
    return relation == Deprel::obj || relation == Deprel::nsubj_pass;
  }
  // "O's P and Q"
  void with_companion(const Mention& mention) {
    const TokenIndex begin = reading_.sentence(mention.first).first;
    const TokenIndex next = mention.last + 1;
    if (mention.first < begin + 2 || next >= reading_.sentence(mention.first).last) return;
    const std::string_view mark = reading_.text(mention.first - 1);
    const Mention* body = reading_.mention_at(mention.first - 2);
    const Mention* other = reading_.mention_at(next);
    const bool owned = mark == "'s" || mark == "\xE2\x80\x99s";
    if (!owned || reading_.text(mention.last) != "and" || !is_name_of(body, EntityType::organization) ||
        !is_name_of(other, EntityType::person) || other->first != next)
      return;
    relations_.add("MEMBER_OF", other->entity, body->entity, body->first, other->last, 0.6f);
  }
  bool is_name_of(const Mention* mention, EntityType type) const {
    return mention && mention->kind == MentionKind::name && mention->entity != no_entity &&
           reading_.type_of(mention->entity) == type;
  }
  // "P, Q and R of O": of three and more the last does not stand alone.
  void companions(const Mention& last, EntityIndex body, TokenIndex c, std::size_t least = 3) {
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
    const TokenIndex first = found.back()->first;  // "researchers P and Q of O"
    const bool described =
        first > begin && reading_.token(first - 1).penn == Penn::NNS && is_person_noun(reading_, first - 1);
    if (found.size() < (described ? 2 : least)) return;
    for (const Mention* mention : found)
      relations_.add("MEMBER_OF", mention->entity, body, mention->first, c + 1, 0.6f);
  }
  // "King P of L", "Admiral P of the Navy", "Senators P of L and Q of M": the title goes with what follows.
  bool titled_of(const Mention& mention, EntityIndex place, TokenIndex c) {
    const auto before = title_before(reading_, mention);
    if (!before) return false;
    const TokenIndex title = *before;
    if (has_owner_in_front(title)) {  // "O's president P of Q"
      relations_.add("MEMBER_OF", mention.entity, place, title, c + 1, 0.65f);
      return true;
    }
    if (is_rank(title) &&
        reading_.type_of(place) == EntityType::place) {  // "General P of L": where he comes from
      if (reading_.entities.entities[place].kind == "country")
        relations_.add("CITIZEN_OF", mention.entity, place, title, c + 1, 0.6f);
      return true;
    }
    if (is_told_with_party(reading_, title, place)) {
      relations_.add("MEMBER_OF", mention.entity, place, title, c + 1, 0.75f);
      return true;
    }
    if (Relation* relation = relations_.add("HOLDS_POSITION", mention.entity, place, title, c + 1, 0.8f)) {
      if (relation->title.empty()) relation->title = title_of(reading_, title);
      relation->former |= is_former(reading_, title);
    }
    return true;
  }
  bool is_rank(TokenIndex title) const {
    constexpr std::string_view ranks[] = {"general", "gen.", "colonel",    "col.",     "captain",  "capt.",
                                          "major",   "maj.", "lieutenant", "lt.",      "sergeant", "sgt.",
                                          "admiral", "adm.", "brigadier",  "corporal", "marshal"};
    return is_one_of(lower_case(reading_.text(title)), ranks);
  }
  bool has_owner_in_front(TokenIndex title) const {
    for (TokenIndex t = phrase_start(reading_, title); t < title; ++t)
      if (const EntityIndex owner = reading_.actor_at(t);
          owner != no_entity && reading_.type_of(owner) != EntityType::person)
        return true;
    return false;
  }
  // "Sen. P, D-L", "Rep. P (R-L)", "Senator P, D., L": the state that elected him.
  void state_behind(const Mention& mention) {
    constexpr std::string_view seats[] = {"sen.",        "senator",       "rep.", "representative",
                                          "congressman", "congresswoman", "gov.", "governor"};
    constexpr std::string_view parties[] = {"D", "R", "I", "D.", "R.", "I.", "Dem.", "Rep."};
    const Sentence& sentence = reading_.sentence(mention.first);
    const TokenIndex t = mention.last, title = mention.first - 1;
    if (mention.first == sentence.first || t + 3 >= sentence.last ||
        !is_one_of(lower_case(reading_.text(title)), seats))
      return;
    const std::string_view opening = reading_.text(t), mark = reading_.text(t + 2);
    if ((opening != "," && opening != "(") || !is_one_of(reading_.text(t + 1), parties) ||
        (mark != "-" && mark != "," && mark != "\xE2\x80\x93"))
      return;
    const Mention* state = reading_.mention_at(t + 3);
    if (!is_name_of(state, EntityType::place)) return;
    Relation* relation =
        relations_.add("HOLDS_POSITION", mention.entity, state->entity, title, state->last, 0.75f);
    if (relation && relation->title.empty()) relation->title = title_of(reading_, title);
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
  RelationCollector& relations_;
};

}  // namespace

void find_affiliations(const Reading& reading, RelationCollector& relations) {
  AffiliationFinder(reading, relations).run();
}

}  // namespace attest::extract
