#include <algorithm>
#include <map>
#include <optional>
#include <span>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/place_nouns.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class ContainmentFinder {
 public:
  ContainmentFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    for (const Mention& mention : reading_.entities.mentions) {
      if (mention.kind != MentionKind::name || mention.entity == no_entity) continue;
      const EntityType type = reading_.type_of(mention.entity);
      if (type != EntityType::place && type != EntityType::organization) continue;
      if (reading_.is_nested(mention))
        continue;  // "in L" behind "University of Norland" tells of the university
      modifiers(mention);
      described(mention);
      is_in(mention);
      beside(mention);
    }
  }

 private:
  // "X in L", "X of L", "L's X", "O of P", "O's P"
  void modifiers(const Mention& mention) {
    for (TokenIndex c : syntax_.children(mention.head)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation != Deprel::nmod && relation != Deprel::nmod_poss) continue;
      if (c >= mention.first && c < mention.last) continue;
      const Mention* whole = reading_.outer_mention_at(c);
      if (whole && whole->first <= mention.first && whole->last >= mention.last) continue;
      const EntityIndex other = whole && whole != reading_.mention_at(c) ? whole->entity : named_at(c);
      if (other == no_entity || reading_.type_of(other) == EntityType::person) {
        if (relation == Deprel::nmod) region_phrase(mention, c);
        continue;
      }
      const std::string_view preposition = relation == Deprel::nmod_poss ? "'s" : syntax_.preposition(c);
      if (relation == Deprel::nmod && (!follows_preposition(c) || is_parted(mention.last, c))) continue;
      if (lies_beside(c)) continue;
      if (is_other_place_between(mention, c)) continue;
      contained(mention, other, preposition, c);
    }
  }
  // "Elm, south of M"
  bool lies_beside(TokenIndex c) const {
    const auto preposition = syntax_.child(c, Deprel::case_);
    if (!preposition || *preposition < 2 || reading_.text(*preposition) != "of") return false;
    const std::string_view before = reading_.text(*preposition - 1), at = reading_.text(*preposition - 2);
    return is_direction(before) && at != "the" && at != "in";
  }
  // "offices in A and B, in L": B's, whatever the tree
  bool is_other_place_between(const Mention& mention, TokenIndex c) const {
    const auto preposition = syntax_.child(c, Deprel::case_);
    if (!preposition || *preposition <= mention.last + 1 || reading_.text(*preposition - 1) != ",")
      return false;
    const Mention* other = reading_.mention_at(*preposition - 2);
    return other && other != &mention && other->kind == MentionKind::name &&
           reading_.is_type(other->entity, EntityType::place);
  }
  // "(1874, in L – 1915, in M)": a dash between tells of another time; "L, the School of Q in M": another
  // body.
  bool is_parted(TokenIndex t, TokenIndex end) const {
    for (TokenIndex i = t; i < end; ++i)
      if (const Mention* other = reading_.mention_at(i);
          other && other->last <= end && other->kind == MentionKind::name &&
          reading_.is_type(other->entity, EntityType::organization))
        return true;
    int open = 0;  // "L (e.g. in M)"
    for (; t < end; ++t) {
      const std::string_view sign = reading_.text(t);
      if (sign == "\u2013" || sign == "\u2014" || sign == "-") return true;
      open += sign == "(";
      open -= sign == ")";
    }
    return open > 0;
  }
  // Not "Florida" of "in Tampa, Florida": the preposition is the first name's.
  bool follows_preposition(TokenIndex c) const {
    const auto preposition = syntax_.child(c, Deprel::case_);
    if (!preposition) return true;
    for (TokenIndex t = *preposition + 1; t < reading_.mention_at(c)->first; ++t) {
      const Mention* mention = reading_.mention_at(t);
      if (mention && mention->kind == MentionKind::name) return false;
    }
    return true;
  }

  void contained(const Mention& mention, EntityIndex other, std::string_view preposition, TokenIndex c) {
    const TokenIndex first = std::min(mention.first, c), last = std::max(mention.last, c + 1);
    const bool body = reading_.is_type(mention.entity, EntityType::organization);
    const bool in_place = reading_.is_type(other, EntityType::place);
    if (in_place &&
        (preposition == "in" || preposition == "at" || preposition == "near" || preposition == "on")) {
      if (preposition == "at" && body && !has_fixed_seat(reading_, mention))
        return;  // "soldiers of O at L", "beat O at L"
      if (body && preposition == "in" && (are_troops(mention) || is_movement(mention)))
        return;  // "he served with O in L"
      const bool organ =
          body && preposition == "in" && reading_.is_country(other) && names_one_of(mention, organs);
      if (preposition != "near" && !is_same_country(mention.entity))
        relations_.add(organ ? "PART_OF" : "LOCATED_IN", mention.entity, other, first, last, 0.8f);
    } else if (preposition == "of" || preposition == "'s") {
      const bool organ = body && (!in_place || is_state_organ(reading_, mention));
      const bool plays = organ && !in_place && is_league(other);  // "the Orwell Bears of the Eastern League"
      if (organ) relations_.add(plays ? "MEMBER_OF" : "PART_OF", mention.entity, other, first, last, 0.75f);
      if (!organ && in_place && !reading_.is_country(mention.entity))
        relations_.add("LOCATED_IN", mention.entity, other, first, last, 0.7f);
    } else if ((preposition == "within" || preposition == "at") && body && !in_place) {
      relations_.add("PART_OF", mention.entity, other, first, last, 0.75f);
    }
  }
  static constexpr std::string_view centres[] = {"downtown", "central"};
  // What a state has one of, and troops that are sent anywhere.
  static constexpr std::string_view organs[] = {"legislature", "ministry", "parliament", "senate", "supreme"};
  static constexpr std::string_view troops[] = {"army",     "battalion", "brigade",   "corps",   "engineers",
                                                "fleet",    "forces",    "infantry",  "marines", "navy",
                                                "regiment", "squadron",  "artillery", "guards"};
  bool names_one_of(const Mention& mention, std::span<const std::string_view> nouns) const {
    for (TokenIndex t = mention.first; t < mention.last; ++t)
      if (is_one_of(lower_case(reading_.text(t)), nouns)) return true;
    return false;
  }
  bool is_league(EntityIndex body) const {
    constexpr std::string_view ends[] = {"League", "Premiership", "Bundesliga", "Liga"};
    constexpr std::string_view wholes[] = {"Major League Baseball",
                                           "Major League Soccer",
                                           "NBA",
                                           "National Basketball Association",
                                           "WNBA",
                                           "Women's National Basketball Association",
                                           "NFL",
                                           "NHL",
                                           "MLB",
                                           "MLS"};
    const std::string_view name = reading_.entities.entities[body].name;
    if (is_one_of(name, wholes)) return true;
    const std::size_t space = name.rfind(' ');
    return is_one_of(space == std::string_view::npos ? name : name.substr(space + 1), ends);
  }
  // By the whole name, too, where an acronym stands for it.
  bool are_troops(const Mention& mention) const {
    std::string_view name = reading_.entities.entities[mention.entity].name;
    while (!name.empty()) {
      const std::size_t end = std::min(name.find(' '), name.size());
      if (is_one_of(lower_case(name.substr(0, end)), troops)) return true;
      name.remove_prefix(std::min(end + 1, name.size()));
    }
    return names_one_of(mention, troops);
  }
  // Armed movements and their branches: "al-Salam in Norland" is a name, or where it fights.
  bool is_movement(const Mention& mention) const {
    constexpr std::string_view words[] = {"jihad",      "taliban",    "brigades",   "militia",
                                          "mujahideen", "hezbollah",  "hamas",      "isis",
                                          "isil",       "guerrillas", "militants",  "front",
                                          "insurgents", "rebels",     "resistance", "separatists"};
    const std::string first = lower_case(reading_.text(mention.first));
    return first.starts_with("al-") || (first == "al" && mention.last > mention.first + 1) ||
           lower_case(reading_.entities.entities[mention.entity].name).starts_with("islamic state") ||
           names_one_of(mention, words);
  }
  bool is_same_country(EntityIndex entity) const {
    return reading_.is_type(entity, EntityType::place) && reading_.is_country(entity);
  }

  // "X in the town of L", "X in the north of L"
  void region_phrase(const Mention& mention, TokenIndex c) {
    if (syntax_.preposition(c) != "in") return;
    if (const EntityIndex place = place_of_phrase(reading_, c); place != no_entity)
      relations_.add("LOCATED_IN", mention.entity, place, mention.first, syntax_.right(c), 0.7f);
  }

  // By the words alone: "X in L", "the Institute of X of O", "X (a village in L)", "X, a town in L".
  void beside(const Mention& mention) {
    const TokenIndex end = reading_.sentence(mention.first).last;
    const auto [at, apart] = lead_behind(mention, end);
    if (at == 0 || at + 1 >= end) return;
    const bool place = reading_.is_type(mention.entity, EntityType::place);
    const std::string_view word = reading_.text(at);
    const bool downtown = word == "near" && is_one_of(reading_.text(at + 1), centres);
    const bool on = word == "on" && !apart && place;
    if (word != "in" && word != "of" && (word != "at" || place) && !downtown && !on) return;
    if (apart && word == "of" && names_settlement(at - 1)) return;
    const Mention* other = name_led_to(at + 1, end);
    if (!other || (on && !has_ground(*other))) return;
    contained(mention, other->entity, downtown ? "in" : word, other->head);
    if (word != "at" && !apart && reading_.is_type(other->entity, EntityType::place))
      if (const Mention* twin = joined_body(mention)) contained(*twin, other->entity, word, other->head);
  }
  struct Lead {
    TokenIndex preposition = 0;  ///< 0 where none may stand
    bool apart = false;          ///< behind a comma or in brackets
  };
  // The token behind a name where a preposition may lead on: "X in", "X (19th century) in", "X, a town in".
  Lead lead_behind(const Mention& mention, TokenIndex end) const {
    const bool body = reading_.is_type(mention.entity, EntityType::organization);
    TokenIndex t = behind_building(mention, end);
    if (body || reading_.entities.entities[mention.entity].kind == "facility") t = behind_bracket(t, end);
    if (t + 1 >= end) return {};
    const std::string_view sign = reading_.text(t);
    if (sign != "(" && sign != "," && sign != "[") return {t, false};
    if (is_measured_from(mention)) return {};
    t = behind_time(t + 1, end);
    if (reading_.text(t) == "in" && (body || is_region_named(t, end))) return {t, true};
    return {after_describing_noun(t, end, body), true};
  }
  // The place or body that a preposition leads to: "the old town of L", "the U.S. state of L".
  const Mention* name_led_to(TokenIndex t, TokenIndex end) const {
    constexpr int most = 5;
    for (int steps = 0; steps < most && t + 1 < end && !reading_.mention_at(t); ++steps) {
      const Upos upos = reading_.token(t).upos;
      const bool region = syntax_.word(t).noun_role == NounRole::region && reading_.text(t + 1) == "of";
      if (upos != Upos::DET && upos != Upos::ADJ && !region && !is_one_of(reading_.text(t), centres)) break;
      t += region ? 2 : 1;
    }
    const Mention* other = t < end ? reading_.mention_at(t) : nullptr;
    if (!other || other->first != t || other->kind != MentionKind::name) return nullptr;
    const bool whole = reading_.is_type(other->entity, EntityType::place) ||
                       reading_.is_type(other->entity, EntityType::organization);
    return whole ? &named_behind(*other, end) : nullptr;
  }
  // "L" of "the U.S. state of L", "the Norland town of L", "Norland's northern L"
  const Mention& named_behind(const Mention& front, TokenIndex end) const {
    if (!reading_.is_type(front.entity, EntityType::place) || front.last + 1 >= end) return front;
    const TokenIndex noun = front.last;
    if (reading_.token(noun).penn == Penn::POS) {
      const Mention* owned = reading_.place_from(noun + 1);
      if (!owned && noun + 2 < end && reading_.token(noun + 1).upos == Upos::ADJ)
        owned = reading_.place_from(noun + 2);
      return owned ? *owned : front;
    }
    if (noun + 2 >= end || reading_.text(noun + 1) != "of" ||
        syntax_.word(noun).noun_role != NounRole::region || reading_.token(noun).penn != Penn::NN)
      return front;
    const Mention* named = reading_.place_from(noun + 2);
    const bool wider = reading_.is_country(front.entity) || !is_named_in_front(reading_.token(noun).lemma);
    return named && wider ? *named : front;
  }
  // The actor at a token; of "the U.S. state of L", whatever the tree, L.
  EntityIndex named_at(TokenIndex t) const {
    const EntityIndex own = reading_.actor_at(t);
    const Mention* mention = reading_.mention_at(t);
    if (own == no_entity || mention->kind != MentionKind::name) return own;
    return named_behind(*mention, reading_.sentence(t).last).entity;
  }
  // "O" of "the schools O and Q in L"
  const Mention* joined_body(const Mention& mention) const {
    if (mention.first < reading_.sentence(mention.first).first + 2 ||
        reading_.text(mention.first - 1) != "and")
      return nullptr;
    const Mention* twin = reading_.outer_mention_at(mention.first - 2);
    const bool body = twin && twin->last + 1 == mention.first && twin->kind == MentionKind::name &&
                      reading_.is_type(twin->entity, EntityType::organization);
    return body && reading_.is_type(mention.entity, EntityType::organization) ? twin : nullptr;
  }
  // "20 km from Elm, in Norland": what is measured from Elm is there
  bool is_measured_from(const Mention& mention) const {
    constexpr std::string_view measures[] = {"km",    "kilometers", "kilometres", "kilometer",
                                             "miles", "mile",       "metres",     "meters"};
    const TokenIndex t = mention.first;
    if (t < reading_.sentence(t).first + 2 || reading_.token(t - 1).upos != Upos::ADP) return false;
    const std::string_view before = reading_.text(t - 2);
    return is_one_of(before, measures) || is_direction(before) || reading_.text(t - 1) == "outside";
  }
  // "on Elm Island", "on Mars": what something lies on as others lie in a land
  bool has_ground(const Mention& place) const {
    constexpr std::string_view worlds[] = {"Mars",  "Venus", "Mercury", "Jupiter",
                                           "Titan", "Moon",  "Ceres",   "Pluto"};
    constexpr std::string_view lands[] = {"Coast",     "Island",  "Islands", "Isle",
                                          "Peninsula", "Plateau", "Atoll",   "Archipelago"};
    const std::string& name = reading_.entities.entities[place.entity].name;
    const std::size_t space = name.rfind(' ');
    return is_one_of(name, worlds) || is_one_of(std::string_view(name).substr(space + 1), lands);
  }
  // Past "(19th century)" where "in" comes behind it; else `t`.
  TokenIndex behind_bracket(TokenIndex t, TokenIndex end) const {
    constexpr TokenIndex longest = 12;
    if (t >= end || reading_.text(t) != "(") return t;
    TokenIndex i = t;
    while (i < std::min(end, t + longest) && reading_.text(i) != ")") ++i;
    return i + 2 < end && reading_.text(i) == ")" && reading_.text(i + 1) == "in" ? i + 1 : t;
  }
  // Past "now", "at that time", "then" where "in" comes behind; else `t`.
  TokenIndex behind_time(TokenIndex t, TokenIndex end) const {
    constexpr std::string_view words[] = {"now",  "then", "today", "currently", "at",
                                          "that", "the",  "time",  "day"};
    constexpr TokenIndex longest = 4;
    TokenIndex i = t;
    while (i < std::min(end, t + longest) && is_one_of(reading_.text(i), words)) ++i;
    return i + 1 < end && reading_.text(i) == "in" ? i : t;
  }
  // "in southern L,", "in L.", "in the L,"
  bool is_region_named(TokenIndex in, TokenIndex end) const {
    TokenIndex t = in + 1;
    if (t < end && reading_.token(t).upos == Upos::DET) ++t;
    if (t < end && is_direction(lower_case(reading_.text(t)))) ++t;
    const Mention* other = t < end ? reading_.place_from(t) : nullptr;
    return other && reading_.entities.entities[other->entity].kind != "facility" &&
           (other->last >= end || reading_.token(other->last).upos == Upos::PUNCT);
  }
  // Past "monastery" of "Elm monastery in L"
  TokenIndex behind_building(const Mention& mention, TokenIndex end) const {
    const TokenIndex t = mention.last;
    const bool building = t + 1 < end && reading_.is_type(mention.entity, EntityType::place) &&
                          reading_.token(t).upos == Upos::NOUN && reading_.text(t + 1) == "in" &&
                          place_kind(reading_.text(t)) == "facility";
    return building ? t + 1 : t;
  }
  // Past "a village", "the largest city", of a body also past "a think tank"; 0 where no such noun stands
  // there.
  TokenIndex after_describing_noun(TokenIndex t, TokenIndex end, bool body) const {
    for (TokenIndex steps = 0; t < end && steps < 5; ++t, ++steps) {
      const bool last = body && t + 1 < end && reading_.text(t + 1) == "in";
      if ((syntax_.word(t).noun_role == NounRole::region || last) && reading_.token(t).upos == Upos::NOUN)
        return t + 1;
      const Upos upos = reading_.token(t).upos;
      if (upos != Upos::DET && upos != Upos::ADJ && upos != Upos::NOUN) return 0;
    }
    return 0;
  }

  // "X, a village in L", "X is the capital of L", "O, a branch of P", "L, the capital of M"
  void described(const Mention& mention) {
    for (TokenIndex c : syntax_.children(mention.head))
      if (reading_.token(c).relation == Deprel::appos && !inside_name(reading_, c))
        describing_noun(nearest(mention, c), c);
    if (reading_.token(mention.head).relation == Deprel::nsubj)
      if (const auto predicate = predicate_of(mention.head)) describing_noun(mention, *predicate);
    kind_before_name(mention);
  }
  // "X is a town", "X became one of the towns": the noun.
  std::optional<TokenIndex> predicate_of(TokenIndex subject) const {
    auto predicate = syntax_.head(subject);
    if (!predicate || syntax_.is_negated(*predicate)) return std::nullopt;
    constexpr std::string_view told[] = {"became", "becomes", "remained", "remains"};  // no "that L become"
    if (is_one_of(reading_.text(*predicate), told))
      predicate = syntax_.child(*predicate, {Deprel::xcomp, Deprel::obj});
    else if (!syntax_.child(*predicate, Deprel::cop))
      return std::nullopt;
    if (predicate && reading_.text(*predicate) == "one")
      if (const auto group = syntax_.child(*predicate, Deprel::nmod)) return group;
    return predicate;
  }
  // "L is in M", "L, which is in M"
  void is_in(const Mention& place) {
    const auto subject = syntax_.child(place.head, Deprel::nsubj);
    if (!subject || syntax_.preposition(place.head) != "in" || !syntax_.child(place.head, Deprel::cop) ||
        syntax_.is_negated(place.head) || !reading_.is_type(place.entity, EntityType::place))
      return;
    for (const Bound& what : referents(reading_, *subject))
      if (reading_.type_of(what.entity) != EntityType::person && !reading_.is_country(what.entity) &&
          what.token < place.first)
        relations_.add("LOCATED_IN", what.entity, place.entity, std::min(what.token, place.first),
                       std::max(what.token + 1, place.last), 0.75f);
  }
  // "A, B, a province of C": C holds B.
  const Mention& nearest(const Mention& mention, TokenIndex noun) const {
    const TokenIndex start = phrase_start(reading_, noun);
    for (TokenIndex t = start; t > mention.last && start - t < 4; --t)
      if (const Mention* other = reading_.mention_at(t - 1); other && other->kind == MentionKind::name)
        return reading_.is_type(other->entity, EntityType::place) ? *other : mention;
    return mention;
  }
  void describing_noun(const Mention& mention, TokenIndex noun) {
    const bool place = reading_.is_type(mention.entity, EntityType::place);
    const NounRole role = syntax_.word(noun).noun_role;
    for (TokenIndex c : syntax_.children(noun)) {
      const bool owner = reading_.token(c).relation == Deprel::nmod_poss;  // "X, Norland's highest peak"
      if (owner && place && is_kind_of_place(noun) &&
          reading_.is_type(reading_.actor_at(c), EntityType::place))
        relations_.add("LOCATED_IN", mention.entity, reading_.actor_at(c), std::min(mention.first, c),
                       std::max(mention.last, noun + 1), 0.75f);
      if (reading_.token(c).relation != Deprel::nmod) continue;
      const std::string_view preposition = syntax_.preposition(c);
      EntityIndex other = named_at(c);
      if (other == no_entity && preposition == "in") other = place_of_phrase(reading_, c);  // "Kalmar county"
      if (other == no_entity) continue;
      const TokenIndex first = std::min(mention.first, c), last = std::max(mention.last, c + 1);
      const bool inside =
          preposition == "in" || (place && preposition == "within") ||
          (preposition == "of" && (role == NounRole::region || (place && is_kind_of_place(noun))));
      if (place && preposition == "of" && names_settlement(noun) &&
          reading_.is_type(other, EntityType::place)) {
        if (!reading_.entities.entities[mention.entity].kind.empty())  // "in Elm province, the village of L"
          relations_.add("LOCATED_IN", other, mention.entity, first, last, 0.7f);
      } else if (inside && reading_.is_type(other, EntityType::place)) {
        relations_.add("LOCATED_IN", mention.entity, other, first, last, 0.8f);
      } else if (preposition == "of" && !place &&
                 ((role == NounRole::body && !is_superior(noun)) || syntax_.lemma_is(noun, "part"))) {
        relations_.add("PART_OF", mention.entity, other, first, last, 0.75f);
      } else if (preposition == "of" && syntax_.lemma_is(noun, "member")) {
        relations_.add("MEMBER_OF", mention.entity, other, first, last, 0.85f);
      }
    }
  }

  // "the village" of "the village of L": L itself, where "a village of L" is in L
  bool names_settlement(TokenIndex noun) const {
    constexpr std::string_view nouns[] = {"village", "town", "city", "hamlet"};
    return noun > 0 && is_one_of(reading_.token(noun).lemma, nouns) && reading_.text(noun - 1) == "the";
  }
  // "an exclave of L", "an autonomous community of L"
  bool is_kind_of_place(TokenIndex noun) const {
    return !place_kind(reading_.token(noun).lemma).empty() || syntax_.lemma_is(noun, "community");
  }
  // "the parent company of O", "a rival bank of O": no part of it.
  bool is_superior(TokenIndex noun) const {
    constexpr std::string_view words[] = {"parent", "holding", "rival", "sister", "partner", "successor"};
    return noun > 0 && is_one_of(reading_.token(noun - 1).lemma, words);
  }

  // "the town of L in M": the second place hangs on the noun, not on the name.
  void kind_before_name(const Mention& mention) {
    const auto noun = syntax_.head(mention.head);
    const Deprel relation = reading_.token(mention.head).relation;
    if (!noun || syntax_.word(*noun).noun_role != NounRole::region ||
        !reading_.is_type(mention.entity, EntityType::place))
      return;
    const bool names =
        (relation == Deprel::nmod && syntax_.preposition(mention.head) == "of") || relation == Deprel::appos;
    if (!names) return;
    for (TokenIndex c : syntax_.children(*noun)) {
      const bool owner = relation == Deprel::appos && reading_.token(c).relation == Deprel::nmod_poss;
      if (owner && reading_.is_type(reading_.actor_at(c), EntityType::place))  // "M's old quarter, the L"
        relations_.add("LOCATED_IN", mention.entity, reading_.actor_at(c), c, mention.last, 0.75f);
      if (reading_.token(c).relation != Deprel::nmod || c <= mention.head) continue;
      const std::string_view preposition = syntax_.preposition(c);
      const EntityIndex other = reading_.actor_at(c);
      const bool in = preposition == "in" || (preposition == "of" && relation != Deprel::nmod);
      if (in && reading_.is_type(other, EntityType::place))
        relations_.add("LOCATED_IN", mention.entity, other, mention.first, c + 1, 0.75f);
    }
  }
  const Reading& reading_;
  const Syntax& syntax_;
  RelationCollector& relations_;
};

}  // namespace

void find_containment(const Reading& reading, RelationCollector& relations) {
  ContainmentFinder(reading, relations).run();
}

}  // namespace attest::extract
