#include <algorithm>
#include <optional>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/lexicon.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/place_references.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr TokenIndex reach = 14;  // tokens looked at behind a noun

class OwnerFinder {
 public:
  OwnerFinder(const Reading& reading, const Demonyms& demonyms, TokenIndex noun)
      : reading_(reading), syntax_(reading.syntax), demonyms_(demonyms), noun_(noun) {}

  std::vector<Bound> run() {
    for (TokenIndex c : syntax_.children(noun_)) modifier(c);
    if (std::all_of(found_.begin(), found_.end(), [&](const Bound& b) { return says_little(b); })) {
      const std::size_t little = found_.size();
      in_front();  // "the O envoy for L": L is the task
      constexpr std::string_view seats[] = {"mp", "member", "councillor", "deputy", "senator", "congressman"};
      const bool seat = is_one_of(lower_case(syntax_.token(noun_).lemma), seats);  // "the O MP for L"
      if (found_.size() > little && little > 0 && found_[0].preposition == "for" && !seat)
        found_.erase(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(little));
    }
    drop_tasks();
    if (found_.empty()) of_conjunct();
    if (found_.empty()) further_right();
    if (found_.empty()) where_told();
    if (found_.empty()) appointed_by();
    if (found_.empty()) ambassador_to();
    if (found_.empty()) as_told_by_verb();
    if (found_.empty()) leading_subject();
    listed_schools();
    if (std::all_of(found_.begin(), found_.end(),
                    [&](const Bound& b) { return reading_.is_type(b.entity, EntityType::place); }))
      from_body();
    return std::move(found_);
  }

 private:
  // "visiting professor at O (1990), P in L and Q"
  void listed_schools() {
    const std::size_t found = found_.size();
    for (std::size_t i = 0; i < found; ++i) {
      if (found_[i].preposition != "at") continue;
      for (TokenIndex body : bodies_listed(reading_, found_[i].token)) {
        const EntityIndex entity = reading_.actor_at(body);
        const bool known =
            std::any_of(found_.begin(), found_.end(), [&](const Bound& b) { return b.entity == entity; });
        if (!known) add(entity, body, "at", 0.75f);
      }
    }
  }
  // "O's envoy for L": L is the task.
  void drop_tasks() {
    const bool owned =
        std::any_of(found_.begin(), found_.end(), [](const Bound& b) { return b.preposition == "'s"; });
    if (owned)
      std::erase_if(found_, [&](const Bound& b) {
        return b.preposition == "for" && reading_.is_type(b.entity, EntityType::place);
      });
  }
  // "a member of L's parliament from the ruling O"
  void from_body() {
    constexpr TokenIndex longest = 9;
    const TokenIndex end = std::min(reading_.sentence(noun_).last, noun_ + longest);
    if (syntax_.word(noun_).noun_role != NounRole::membership &&
        syntax_.word(noun_).noun_role != NounRole::office)
      return;
    TokenIndex t = noun_ + 1;
    while (t < end && reading_.text(t) != "from") {
      if (reading_.token(t).upos == Upos::PUNCT || opens_clause(reading_, t)) return;
      ++t;
    }
    for (++t; t < end; ++t) {
      const EntityIndex body = reading_.actor_at(t);
      if (body != no_entity) {
        if (reading_.type_of(body) == EntityType::organization) add(body, t, "from", 0.65f);
        return;
      }
      const Upos upos = reading_.token(t).upos;
      if (upos != Upos::DET && upos != Upos::ADJ && upos != Upos::NOUN && !is_double_mark(reading_.text(t)))
        return;
    }
  }
  // "from L", "in L": where somebody comes from or serves, not whom.
  bool says_little(const Bound& b) const {
    return b.preposition == "from" || ((b.preposition == "in" || b.preposition == "for") &&
                                       reading_.type_of(b.entity) == EntityType::place);
  }

  void add(EntityIndex entity, TokenIndex t, std::string_view preposition, float confidence) {
    if (entity == no_entity || reading_.type_of(entity) == EntityType::person) return;
    if ((preposition == "of" || preposition == "for") && names_portfolio(entity, t)) return;
    if (preposition == "on" && reading_.is_type(entity, EntityType::place)) return;  // "rapporteur on L"
    if (const auto whole = body_of_department(t))
      return add(reading_.actor_at(*whole), *whole, "at", confidence);
    if (is_seat_of_another(entity, t)) {
      if (const auto body = body_based_at(t)) add(*body, t, preposition, confidence);
      return;
    }
    found_.push_back({entity, t, preposition, false, confidence});
  }

  // "chair of the Department of Physics at O": O's, since any O has such a department.
  std::optional<TokenIndex> body_of_department(TokenIndex t) const {
    constexpr std::string_view departments[] = {"Department", "Faculty", "School", "Division", "Section"};
    constexpr TokenIndex reach_of_body = 3;
    const Mention* part = reading_.outer_mention_at(t);
    const TokenIndex end = reading_.sentence(t).last;
    if (!part || part->first + 2 >= part->last || !is_one_of(reading_.text(part->first), departments) ||
        reading_.text(part->first + 1) != "of" || part->last + 1 >= end || reading_.text(part->last) != "at")
      return std::nullopt;
    for (TokenIndex i = part->last + 1; i < std::min(end, part->last + reach_of_body); ++i)
      if (const EntityIndex body = reading_.actor_at(i); reading_.is_type(body, EntityType::organization))
        return i;
    return std::nullopt;
  }
  // "a director at Oslo-based O", "of the Reno, Nev.-based chain", "of the Oslo chain": not Oslo's
  bool is_seat_of_another(EntityIndex entity, TokenIndex t) const {
    const Mention* place = reading_.mention_at(t);
    const TokenIndex end = reading_.sentence(t).last;
    if (!place || reading_.type_of(entity) != EntityType::place || place->first <= noun_) return false;
    if (behind_seat(t) != 0) return true;
    return place->last < end && is_firm_noun(reading_.token(place->last).lemma);
  }
  // One past "based" of "Oslo-based" and "Reno, Nev.-based"; 0 where that is not what stands there.
  TokenIndex behind_seat(TokenIndex t) const {
    const Mention* place = reading_.mention_at(t);
    const TokenIndex end = reading_.sentence(t).last;
    if (place->last + 1 < end && reading_.text(place->last) == ",")
      if (const Mention* wider = reading_.mention_at(place->last + 1);
          wider && wider->first == place->last + 1)
        place = wider;
    const bool based = place->last + 2 < end && reading_.text(place->last) == "-" &&
                       reading_.text(place->last + 1) == "based";
    return based ? place->last + 2 : 0;
  }
  std::optional<EntityIndex> body_based_at(TokenIndex t) const {
    const TokenIndex from = behind_seat(t), end = reading_.sentence(t).last;
    constexpr TokenIndex longest = 5;
    for (TokenIndex i = from; from != 0 && i < std::min(end, from + longest); ++i)
      if (const EntityIndex body = reading_.actor_at(i); body != no_entity)
        return reading_.type_of(body) == EntityType::organization ? std::optional(body) : std::nullopt;
    return std::nullopt;
  }
  // "Secretary of State", "Minister of Defence": the end of a title, though it look like a body's name.
  bool names_portfolio(EntityIndex entity, TokenIndex t) const {
    constexpr std::string_view titles[] = {"minister", "secretary", "undersecretary", "under-secretary"};
    const Mention* mention = reading_.mention_at(t);
    const bool article = mention && mention->first > reading_.sentence(t).first &&
                         reading_.token(mention->first - 1).upos == Upos::DET;  // "Secretary of the Navy"
    if (article || !is_one_of(lower_case(reading_.token(noun_).lemma), titles)) return false;
    const Entity& named = reading_.entities.entities[entity];
    if (named.type == EntityType::place) return named.name == "State";
    constexpr std::string_view bodies[] = {
        "Department", "Ministry",  "Office",  "Union",  "Council",     "Nations",    "Party",      "League",
        "Cabinet",    "Committee", "Society", "Agency", "Association", "Commission", "Government", "Church"};
    const std::string& name = named.name;
    return std::none_of(std::begin(bodies), std::end(bodies),
                        [&](std::string_view body) { return name.find(body) != std::string::npos; }) &&
           std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  void modifier(TokenIndex c) {
    const Deprel relation = reading_.token(c).relation;
    if (relation == Deprel::nmod_poss) return possessor(c);
    if (relation != Deprel::nmod && relation != Deprel::obl) return;
    const std::string_view preposition = syntax_.preposition(c);
    const bool belongs = preposition == "of" || preposition == "for" || preposition == "at" ||
                         preposition == "in" || preposition == "with" || preposition == "from" ||
                         preposition == "on" || preposition == "within";
    const bool serves =
        preposition == "to" && (syntax_.word(c).noun_role == NounRole::office || is_sent_to(c));
    if (belongs && is_relative(c)) return relative(c, preposition);
    if (belongs || serves) descend(c, preposition, 0);
  }

  // "O, whose president is P", "O, of which P is president"
  bool is_relative(TokenIndex t) const { return reading_.text(t) == "whose" || reading_.text(t) == "which"; }
  void relative(TokenIndex pronoun, std::string_view preposition) {
    for (const Bound& one : referents(reading_, pronoun)) add(one.entity, one.token, preposition, 0.75f);
  }

  // "executive director to the O", "counsel to O": O's; an ambassador to O is who sent him's.
  bool is_sent_to(TokenIndex c) const {
    constexpr std::string_view nouns[] = {"director", "counsel",    "adviser",  "advisor",
                                          "auditor",  "consultant", "chaplain", "clerk"};
    const EntityIndex body = reading_.actor_at(c);
    return reading_.is_type(body, EntityType::organization) &&
           is_one_of(lower_case(reading_.token(noun_).lemma), nouns);
  }
  void possessor(TokenIndex c) {
    if (const auto joined = joined_name(c)) return add(*joined, c, "'s", 0.85f);
    if (const auto state = state_of_body(c)) return add(*state, c, "'s", 0.7f);
    if (is_relative(c)) return relative(c, "'s");
    const EntityIndex entity = reading_.actor_at(c);
    if (entity != no_entity) return add(entity, c, "'s", 0.85f);
    descend(c, "'s", 1);
  }

  // "Norland's parliament removed its speaker": the pronoun is the parliament's, whose name is not told.
  std::optional<EntityIndex> state_of_body(TokenIndex c) const {
    if (reading_.text(c) != "its") return std::nullopt;
    const TokenIndex begin = reading_.sentence(c).first;
    for (TokenIndex t = c; t > begin && c - t < 2 * reach; --t) {
      if (reading_.actor_at(t - 1) != no_entity || syntax_.word(t - 1).noun_role != NounRole::body) continue;
      for (TokenIndex owner : syntax_.children(t - 1)) {
        const bool owns = reading_.token(owner).relation == Deprel::nmod_poss;
        const EntityIndex place = owns ? reading_.actor_at(owner) : demonyms_.place_of(reading_.text(owner));
        if (reading_.is_type(place, EntityType::place)) return place;
      }
    }
    return std::nullopt;
  }
  // "O and its leader P": the pronoun is O's.
  std::optional<EntityIndex> joined_name(TokenIndex c) const {
    const std::string_view word = reading_.text(c);
    if ((word != "its" && word != "their") || c < reading_.sentence(c).first + 2) return std::nullopt;
    const Mention* before = reading_.mention_at(c - 2);
    const bool joined = reading_.text(c - 1) == "and" && before && before->kind == MentionKind::name &&
                        before->entity != no_entity && reading_.type_of(before->entity) != EntityType::person;
    return joined ? std::optional(before->entity) : std::nullopt;
  }

  // "minister of foreign affairs of O", "head of the department of O": to the first name.
  void descend(TokenIndex t, std::string_view preposition, int depth) {
    for (TokenIndex one : listed(reading_, t)) {
      if (one != t && has_own_role(one)) continue;
      const EntityIndex entity = reading_.actor_at(one);
      if (entity != no_entity) {
        add(entity, one, preposition, depth == 0 ? 0.9f : 0.75f);
        continue;
      }
      if (depth >= 2 || tells_origin(one)) continue;
      const std::size_t before = found_.size();
      if (syntax_.word(one).noun_role == NounRole::region)  // "the N village of L": N
        if (const EntityIndex place = place_of_phrase(reading_, one); place != no_entity) {
          add(place, one, preposition, 0.75f);
          continue;
        }
      for (TokenIndex c : syntax_.children(one))  // "of O forces in L": O
        if (c < one && reading_.token(c).relation == Deprel::compound && found_.size() == before &&
            reading_.actor_at(c) != no_entity && !reading_.is_type(reading_.actor_at(c), EntityType::place))
          add(reading_.actor_at(c), c, preposition, 0.75f);
      for (TokenIndex c : syntax_.children(one))  // "of O and its unit, P": P
        if (c > one && reading_.token(c).relation == Deprel::appos && found_.size() == before)
          add(reading_.actor_at(c), c, preposition, 0.75f);
      if (found_.size() > before) continue;
      for (TokenIndex c : syntax_.children(one)) {
        const Deprel relation = reading_.token(c).relation;
        const std::string_view of = syntax_.preposition(c);
        const bool within = of == "in" && is_branch(one);
        const bool down = relation == Deprel::nmod && (of == "of" || of == "for" || within);
        if (down || relation == Deprel::nmod_poss) descend(c, preposition, depth + 1);
        if (found_.size() > before) break;
      }
      for (TokenIndex c : syntax_.children(one)) {
        if (found_.size() > before) break;
        const Deprel relation = reading_.token(c).relation;
        if (relation == Deprel::compound || relation == Deprel::appos || relation == Deprel::amod)
          name_or_demonym(c, preposition);
      }
    }
  }
  // "a general of Scottish origin"
  bool tells_origin(TokenIndex noun) const {
    constexpr std::string_view nouns[] = {"origin",   "descent",     "birth",     "ancestry", "extraction",
                                          "heritage", "nationality", "parentage", "stock"};
    return is_one_of(reading_.token(noun).lemma, nouns);
  }
  // "head of the Russian community in L", "of the mission in L"
  bool is_branch(TokenIndex noun) const {
    constexpr std::string_view branches[] = {"community",  "diaspora", "church",    "branch",  "office",
                                             "mission",    "embassy",  "consulate", "chapter", "delegation",
                                             "department", "party",    "troop",     "force"};
    return is_one_of(reading_.token(noun).lemma, branches);
  }

  // "president of A and a member of B": B is the member's.
  bool has_own_role(TokenIndex t) const {
    const NounRole role = syntax_.word(t).noun_role;
    return role == NounRole::office || role == NounRole::membership || role == NounRole::founder;
  }

  void name_or_demonym(TokenIndex t, std::string_view preposition) {
    const EntityIndex entity = reading_.actor_at(t);
    if (entity != no_entity) return add(entity, t, preposition, 0.75f);
    add(demonyms_.place_of(reading_.text(t)), t, preposition, 0.7f);
  }

  // "U.S. President P", "Norwegian foreign minister", "London mayor's office spokesman"
  void in_front() {
    const Sentence& sentence = reading_.sentence(noun_);
    TokenIndex t = noun_;
    for (TokenIndex steps = 0; t > sentence.first && steps < 7; ++steps) {
      --t;
      const Upos upos = reading_.token(t).upos;
      const Mention* mention = reading_.outer_mention_at(t);
      if (mention && mention->kind == MentionKind::name && mention->entity != no_entity) {
        if (reading_.type_of(mention->entity) != EntityType::event) add(mention->entity, t, "", 0.85f);
        return;
      }
      if (const EntityIndex country = country_ending_at(reading_, demonyms_, t); country != no_entity) {
        found_.push_back({country, t, "", false, 0.8f, true});
        const bool pair = t > sentence.first + 1 && reading_.text(t - 1) == "-";  // "Franco - German"
        if (const EntityIndex other = pair ? country_ending_at(reading_, demonyms_, t - 2) : no_entity;
            other != no_entity)
          found_.push_back({other, t - 2, "", false, 0.8f, true});
        return;
      }
      const bool modifies = upos == Upos::ADJ || upos == Upos::NOUN || upos == Upos::PROPN ||
                            upos == Upos::PART || reading_.text(t) == "-";
      if (!modifies) return;
    }
  }

  // "Norwegian", "South Korean"
  // "chairman and founder of O"
  void of_conjunct() {
    for (TokenIndex c : syntax_.children(noun_)) {
      if (reading_.token(c).relation != Deprel::conj || !syntax_.is_noun(c)) continue;
      for (TokenIndex d : syntax_.children(c))
        if (reading_.token(d).relation == Deprel::nmod && syntax_.preposition(d) == "of") descend(d, "of", 0);
    }
  }

  // "Professor of Old Norse Studies and Law at O", "an MP from the ruling O": the first organization or
  // place after it, where the tree has none.
  void further_right() {
    const Sentence& sentence = reading_.sentence(noun_);
    for (TokenIndex t = noun_ + 1; t < std::min(sentence.last, noun_ + reach); ++t) {
      const Mention* mention = reading_.mention_at(t);
      const bool name = mention && mention->kind == MentionKind::name && mention->entity != no_entity;
      if (!name) {
        const Upos upos = reading_.token(t).upos;
        const bool ends = (opens_clause(reading_, t) && !is_participle_in_front(t)) || upos == Upos::SCONJ ||
                          (upos == Upos::PUNCT && !is_double_mark(reading_.text(t)));
        if (ends) return;
        continue;
      }
      if (reading_.type_of(mention->entity) == EntityType::person) return;
      const std::string_view preposition = preposition_before(mention->first);
      if (preposition == "of" || preposition == "at" || preposition == "for" || preposition == "from")
        add(mention->entity, t, preposition, 0.7f);
      return;
    }
  }
  // "founder and controlling shareholder of O"
  bool is_participle_in_front(TokenIndex t) const {
    return reading_.text(t).ends_with("ing") && reading_.text(t - 1) == "and" &&
           t + 1 < reading_.sentence(t).last && syntax_.is_noun(t + 1);
  }
  std::string_view preposition_before(TokenIndex t) const {
    for (int steps = 0; t > noun_ + 1 && steps < 5; ++steps) {
      --t;
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::ADP) return reading_.text(t);
      const bool modifies = upos == Upos::DET || upos == Upos::ADJ || upos == Upos::NOUN ||
                            is_double_mark(reading_.text(t)) || upos == Upos::VERB || upos == Upos::PROPN;
      if (!modifies) return {};
    }
    return {};
  }

  // "P moved to O, where he was director"
  void where_told() {
    auto clause = syntax_.child(noun_, Deprel::cop) ? std::optional(noun_) : syntax_.head(noun_);
    if (!clause) return;
    for (TokenIndex c : syntax_.children(*clause)) {
      if (reading_.text(c) != "where" || c < reading_.sentence(c).first + 2) continue;
      const TokenIndex name = reading_.text(c - 1) == "," ? c - 2 : c - 1;
      const Mention* body = reading_.outer_mention_at(name);
      if (body && reading_.is_type(body->entity, EntityType::organization))
        add(body->entity, body->head, "at", 0.75f);
    }
  }

  // "O appointed P as director"
  void appointed_by() {
    constexpr std::string_view making[] = {"appoint",  "name",    "elect", "hire",     "choose", "promote",
                                           "nominate", "confirm", "fire",  "dismiss",  "sack",   "oust",
                                           "replace",  "retain",  "keep",  "suspend",  "pick",   "select",
                                           "install",  "tap",     "drop",  "reinstate"};
    auto verb = syntax_.head(noun_);
    if (verb && reading_.text(*verb) == "post") verb = syntax_.head(*verb);  // "to the post of director"
    if (!verb || !is_one_of(reading_.token(*verb).lemma, making)) return;
    if (const auto maker = syntax_.agent(*verb))
      if (const EntityIndex body = reading_.actor_at(*maker);
          reading_.is_type(body, EntityType::organization))
        add(body, *maker, "'s", 0.7f);
  }

  // "P joined O as director", "P served in O as a captain"
  void as_told_by_verb() {
    constexpr std::string_view taking_object[] = {"join", "rejoin", "leave", "quit", "enter", "serve"};
    constexpr std::string_view elsewhere[] = {"work", "serve", "stay", "remain", "return", "start"};
    const auto counted = verb_including(reading_, noun_);
    const auto verb = counted ? counted : syntax_.head(noun_);
    if (!verb || !syntax_.is_verb(*verb)) return;
    const auto mark = syntax_.child(noun_, Deprel::mark);
    if (!counted && syntax_.preposition(noun_) != "as" && !(mark && reading_.text(*mark) == "as")) return;
    const std::string& lemma = reading_.token(*verb).lemma;
    for (TokenIndex c : syntax_.children(*verb)) {
      if (c == noun_) continue;
      const std::string_view preposition = syntax_.preposition(c);
      const bool object = reading_.token(c).relation == Deprel::obj && is_one_of(lemma, taking_object);
      const bool there = reading_.token(c).relation == Deprel::obl && is_one_of(lemma, elsewhere) &&
                         (preposition == "at" || preposition == "for" || preposition == "with" ||
                          preposition == "in" || preposition == "on");
      const EntityIndex body = object || there ? reading_.actor_at(c) : no_entity;
      if (reading_.is_type(body, EntityType::organization)) return add(body, c, "at", 0.75f);
    }
  }
  // "Under chief executive P, O grew"
  void leading_subject() {
    const TokenIndex start = phrase_start(reading_, noun_);
    if (start == 0 || noun_ + 1 >= reading_.sentence(noun_).last) return;
    const std::string_view under = reading_.text(start - 1);
    const Mention* name = reading_.mention_at(noun_ + 1);
    if ((under != "Under" && under != "under") || !name || name->first != noun_ + 1) return;
    const auto verb = syntax_.head(name->head);
    const auto subject = verb ? syntax_.subject(*verb) : std::nullopt;
    const EntityIndex body = subject ? reading_.actor_at(*subject) : no_entity;
    if (reading_.is_type(body, EntityType::organization)) add(body, *subject, "'s", 0.7f);
  }

  // What an ambassador is sent to is not what he stands for; only where nothing else is known.
  void ambassador_to() {
    for (TokenIndex c : syntax_.children(noun_))
      if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "to") descend(c, "to", 1);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Demonyms& demonyms_;
  TokenIndex noun_;
  std::vector<Bound> found_;
};

}  // namespace

std::vector<Bound> owners_of(const Reading& reading, const Demonyms& demonyms, TokenIndex noun) {
  return OwnerFinder(reading, demonyms, noun).run();
}

}  // namespace attest::extract
