#include <algorithm>
#include <optional>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/place_nouns.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// What lies in a place or belongs to a body by words of parts and wholes: "part of", "incorporated into",
/// "including", "on the coast of". By the words alone where these are fixed.
class PartFinder {
 public:
  PartFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (syntax_.lemma_is(t, "part")) part_of(t);
      if (syntax_.is_verb(t)) taken_in(t);
      if (is_listing(t)) listing(t);
      if (is_side(reading_.token(t).lemma) || is_wide_region(t)) side_of(t);
      if (reading_.text(t) == "all" || reading_.text(t) == "both") all_in(t);
      if (syntax_.word(t).noun_role == NounRole::region) region_noun(t);
      if (reading_.text(t) == "them" || reading_.text(t) == "which" || reading_.text(t) == "whom") some_of(t);
      if (reading_.token(t).penn == Penn::POS) owned(t);
    }
  }

 private:
  const Mention* name_from(TokenIndex t) const {
    const Mention* mention = reading_.mention_at(t);
    const bool name = mention && mention->first == t && mention->kind == MentionKind::name;
    return name && mention->entity != no_entity ? mention : nullptr;
  }
  const Mention* name_up_to(TokenIndex end, TokenIndex begin) const {
    const Mention* mention = end > begin ? reading_.outer_mention_at(end - 1) : nullptr;
    const bool name = mention && mention->last == end && mention->kind == MentionKind::name;
    return name && mention->entity != no_entity ? mention : nullptr;
  }
  bool is_type(const Mention* mention, EntityType type) const {
    return mention && reading_.type_of(mention->entity) == type;
  }
  bool is_place(const Mention* mention) const { return is_type(mention, EntityType::place); }

  /// The name that a preposition at `t` leads to past articles and adjectives: "of the former Norland".
  const Mention* name_behind(TokenIndex t, TokenIndex end, bool through_land = true) const {
    constexpr TokenIndex longest = 4;
    for (const TokenIndex limit = std::min(end, t + longest); ++t < limit;) {
      if (const Mention* name = name_from(t)) return name;
      if (through_land && t + 1 < end && reading_.text(t + 1) == "of" && is_land(t))
        return name_behind(t + 1, end, false);
      const Upos upos = reading_.token(t).upos;
      if (upos != Upos::DET && upos != Upos::ADJ && upos != Upos::ADV) return nullptr;
    }
    return nullptr;
  }
  /// "A", "A and B", "A, B and C" up to `end`, the last first.
  std::vector<const Mention*> names_before(TokenIndex end, TokenIndex begin) const {
    constexpr std::size_t most = 8;
    std::vector<const Mention*> names;
    for (const Mention* name = name_up_to(end, begin); name && names.size() < most;) {
      names.push_back(name);
      TokenIndex t = name->first;
      if (t > begin && lower_case(reading_.text(t - 1)) == "the") --t;
      if (t < begin + 2 || (reading_.text(t - 1) != "and" && reading_.text(t - 1) != ",")) break;
      const bool comma_and = reading_.text(t - 1) == "and" && reading_.text(t - 2) == ",";
      name = name_up_to(comma_and ? t - 2 : t - 1, begin);
    }
    return names;
  }

  void say(const Mention& part, const Mention& whole, float confidence) {
    const bool body = is_type(&part, EntityType::organization);
    if (body != is_type(&whole, EntityType::organization)) return;
    relations_.add(body ? "PART_OF" : "LOCATED_IN", part.entity, whole.entity,
                   std::min(part.first, whole.first), std::max(part.last, whole.last), confidence);
  }

  // "A is an integral part of B", "A, then part of B", "see A as part of B", "A to be part of B"
  void part_of(TokenIndex t) {
    constexpr std::string_view passed[] = {
        "a",       "an",   "as",        "be",         "been",        "became",      "become",      "being",
        "also",    "are",  "forms",     "formed",     "form",        "formally",    "formerly",    "had",
        "has",     "have", "integral",  "important",  "inalienable", "indivisible", "inseparable", "is",
        "legally", "long", "now",       "officially", "once",        "remain",      "remained",    "remains",
        "still",   "that", "the",       "then",       "to",          "today",       "was",         "were",
        "which",   ",",    "currently", "sovereign",  "making",      "constituent", "historically"};
    constexpr TokenIndex longest = 7;
    const Sentence& sentence = reading_.sentence(t);
    if (t + 2 >= sentence.last || reading_.text(t + 1) != "of") return;
    const Mention* whole = name_behind(t + 1, sentence.last);
    if (!whole) return;
    TokenIndex start = t;
    while (start > sentence.first && t - start < longest &&
           is_one_of(lower_case(reading_.text(start - 1)), passed) && !is_wished(start - 1))
      --start;
    if (start == t || is_article_only(start, t)) return;
    for (const Mention* part : names_before(start, sentence.first)) {
      say(*part, *whole, 0.75f);
      if (!is_plural(start)) break;
    }
  }
  // "that A become part of B", "wants A to become part of B"
  bool is_wished(TokenIndex t) const {
    const std::string_view before = t > 0 ? reading_.text(t - 1) : "";
    return reading_.text(t) == "become" && before != "has" && before != "have" && before != "had";
  }
  bool is_article_only(TokenIndex start, TokenIndex t) const {
    return start + 1 == t && reading_.token(start).upos == Upos::DET;
  }
  bool is_plural(TokenIndex t) const {
    const std::string_view word = reading_.text(t);
    return word == "are" || word == "were" || word == "remain" || word == "form";
  }

  // "A was included in B", "A, ceded to B in 1878,"
  void taken_in(TokenIndex t) {
    constexpr std::string_view verbs[] = {"absorb", "annex",       "attach",    "cede",  "include",
                                          "join",   "incorporate", "integrate", "merge", "transfer"};
    if (!is_one_of(reading_.token(t).lemma, verbs) || syntax_.is_negated(t)) return;
    if (!syntax_.is_passive(t) && !syntax_.is_reduced_passive(t)) return;
    const auto patient = syntax_.patient(t);
    if (!patient) return;
    for (TokenIndex c : syntax_.children(t)) {
      const std::string_view preposition = syntax_.preposition(c);
      if (reading_.token(c).relation != Deprel::obl ||
          (preposition != "in" && preposition != "into" && preposition != "to" && preposition != "within"))
        continue;
      const Mention* whole = reading_.mention_at(c);
      if (!is_place(whole) || whole->kind != MentionKind::name) continue;
      for (const Bound& part : referents(reading_, *patient))
        if (reading_.type_of(part.entity) == EntityType::place)
          relations_.add("LOCATED_IN", part.entity, whole->entity, std::min({part.token, t, c}),
                         std::max({part.token, t, c}) + 1, 0.75f);
    }
  }

  // "towns in L, including A and B", "the L land, such as A"
  bool is_listing(TokenIndex t) const {
    const std::string_view word = reading_.text(t);
    return word == "including" || word == "notably" || word == "namely" ||
           (word == "as" && t > reading_.sentence(t).first && reading_.text(t - 1) == "such");
  }
  void listing(TokenIndex t) {
    const Sentence& sentence = reading_.sentence(t);
    const Mention* whole = place_up_to(reading_.text(t) == "as" ? t - 1 : t, sentence.first);
    if (!whole) return;
    ++t;
    for (int names = 0; names < 16 && t < sentence.last; ++names) {
      while (t < sentence.last && is_list_word(t)) ++t;
      if (t + 2 < sentence.last && syntax_.word(t).noun_role == NounRole::region &&
          reading_.text(t + 1) == "of")
        t += 2;
      const Mention* part = t < sentence.last ? name_from(t) : nullptr;
      const bool owner = part && part->last < sentence.last && reading_.token(part->last).penn == Penn::POS;
      if (!is_place(part) || owner || (is_country(*part) && is_country(*whole))) return;
      const bool last = reading_.text(part->first - 1) == "and" || reading_.text(part->first - 1) == "or";
      say(*part, *whole, 0.7f);
      t = part->last;
      if (last || t >= sentence.last || (reading_.text(t) != "," && reading_.text(t) != "and")) return;
    }
  }
  bool is_country(const Mention& place) const {
    return reading_.entities.entities[place.entity].kind == "country";
  }
  bool is_list_word(TokenIndex t) const {
    constexpr std::string_view words[] = {",", "and", "or", "the", "in", "also"};
    return is_one_of(reading_.text(t), words);
  }
  /// "in L,", "the L lands,", "L's towns,": what the listed are in.
  const Mention* place_up_to(TokenIndex end, TokenIndex begin) const {
    if (end > begin && reading_.text(end - 1) == ",") --end;
    const Mention* place = name_up_to(end, begin);
    if (!place && end > begin + 1 && reading_.token(end - 1).upos == Upos::NOUN) {
      TokenIndex t = end - 1;
      while (t > begin && reading_.token(t - 1).upos == Upos::ADJ) --t;
      if (t > begin && reading_.text(t - 1).ends_with('s') && reading_.token(t - 1).upos == Upos::PART) --t;
      place = syntax_.word(end - 1).noun_role == NounRole::region || is_land(end - 1) ? name_up_to(t, begin)
                                                                                      : nullptr;
      return is_place(place) ? place : nullptr;
    }
    if (!is_place(place)) return nullptr;
    return follows_holding(*place, begin) ? place : nullptr;
  }
  bool is_land(TokenIndex t) const {
    constexpr std::string_view lands[] = {"land", "territory", "area", "region", "island", "settlement"};
    return is_one_of(reading_.token(t).lemma, lands);
  }

  // "A on the coast of L", "A, in the north of L", "A, in the county of L"
  bool is_wide_region(TokenIndex t) const {
    constexpr std::string_view regions[] = {"archipelago", "island",   "peninsula",   "canton",    "county",
                                            "department",  "district", "governorate", "oblast",    "province",
                                            "region",      "republic", "state",       "prefecture"};
    return reading_.token(t).penn == Penn::NN && is_one_of(reading_.token(t).lemma, regions) &&
           !reading_.mention_at(t);
  }
  void side_of(TokenIndex t) {
    constexpr std::string_view places[] = {"in", "on", "off", "along", "at"};
    constexpr TokenIndex longest = 4;
    const Sentence& sentence = reading_.sentence(t);
    if (t + 2 >= sentence.last || reading_.text(t + 1) != "of") return;
    const Mention* whole = name_behind(t + 1, sentence.last);
    if (!is_place(whole)) return;
    TokenIndex start = t;
    while (start > sentence.first && t - start < longest && !reading_.mention_at(start) &&
           !is_one_of(reading_.text(start), places))
      --start;
    if (start <= sentence.first + 1 || !is_one_of(reading_.text(start), places)) return;
    if (reading_.text(start - 1) == ",") --start;
    if (const Mention* part = name_up_to(start, sentence.first); is_place(part)) say(*part, *whole, 0.7f);
  }

  void region_noun(TokenIndex t) {
    one_of_several(t);
    towns_of(t);
  }

  // "in L, in the towns of A and B"; "the villages of A and B in L"
  void towns_of(TokenIndex t) {
    const Sentence& sentence = reading_.sentence(t);
    if (t + 2 >= sentence.last || reading_.text(t + 1) != "of") return;
    const std::vector<const Mention*> towns = places_from(reading_, t + 2, sentence.last);
    if (towns.empty()) return;
    if (const TokenIndex end = towns.back()->last; end + 1 < sentence.last && reading_.text(end) == "in")
      if (const Mention* whole = name_behind(end, sentence.last); is_place(whole) && towns.size() > 1)
        say_all(towns, *whole);
    TokenIndex start = phrase_start(reading_, t);
    if (opens_with_region(start, sentence)) return say_all(towns, *name_up_to(start - 1, sentence.first));
    if (start < sentence.first + 2 || lower_case(reading_.text(start - 1)) != "in") return;
    if (reading_.text(start - 2) != ",") return;
    const Mention* whole = name_up_to(start - 2, sentence.first);
    if (is_place(whole) && follows_holding(*whole, sentence.first)) say_all(towns, *whole);
  }
  // "In L province, the village of A"
  bool opens_with_region(TokenIndex start, const Sentence& sentence) const {
    if (start < sentence.first + 3 || reading_.text(start - 1) != ",") return false;
    const Mention* whole = name_up_to(start - 1, sentence.first);
    return is_place(whole) && reading_.entities.entities[whole->entity].kind == "region" &&
           follows_holding(*whole, sentence.first) && whole->first <= sentence.first + 2;
  }
  void say_all(const std::vector<const Mention*>& parts, const Mention& whole) {
    for (const Mention* part : parts) say(*part, whole, 0.7f);
  }
  // "three people in L, two of them in A"
  void some_of(TokenIndex t) {
    constexpr TokenIndex ahead = 10, back = 25;
    const Sentence& sentence = reading_.sentence(t);
    if (t < sentence.first + 2 || reading_.text(t - 1) != "of") return;
    const Mention* whole = nullptr;
    for (TokenIndex i = t - 1; i > sentence.first && t - i < back && !whole; --i)
      if (const Mention* name = name_up_to(i, sentence.first); is_place(name)) whole = name;
    if (!whole || !(follows_holding(*whole, sentence.first) || is_owner(*whole))) return;
    for (TokenIndex i = t + 1; i + 1 < std::min(sentence.last, t + ahead); ++i) {
      if (reading_.mention_at(i) && reading_.mention_at(i)->kind == MentionKind::name) return;
      if (reading_.text(i) != "in") continue;
      if (const Mention* part = name_from(i + 1); is_place(part)) say(*part, *whole, 0.7f);
      return;
    }
  }
  bool is_owner(const Mention& place) const {
    return place.last < reading_.sentence(place.first).last && reading_.token(place.last).penn == Penn::POS;
  }
  bool follows_holding(const Mention& place, TokenIndex begin) const {
    constexpr std::string_view holding[] = {"in",         "of",     "across", "through",
                                            "throughout", "within", "over",   "inside"};
    TokenIndex t = place.first;
    while (t > begin && (reading_.token(t - 1).upos == Upos::DET || reading_.token(t - 1).upos == Upos::ADJ))
      --t;
    return t > begin && is_one_of(lower_case(reading_.text(t - 1)), holding);
  }

  // "A, B and C, all in L"; "A and B, both of which are situated in L"
  void all_in(TokenIndex t) {
    const Sentence& sentence = reading_.sentence(t);
    const TokenIndex in = behind_all(t + 1, sentence.last);
    if (t < sentence.first + 2 || in + 1 >= sentence.last || reading_.text(t - 1) != ",") return;
    if (reading_.text(in) != "in" && reading_.text(in) != "of") return;
    const Mention* whole = name_behind(in, sentence.last);
    const std::vector<const Mention*> parts = names_before(t - 1, sentence.first);
    if (!is_place(whole) || parts.size() < 2) return;
    for (const Mention* part : parts)
      relations_.add("LOCATED_IN", part->entity, whole->entity, part->first, whole->last, 0.75f);
  }
  // Past "of which are located"
  TokenIndex behind_all(TokenIndex t, TokenIndex end) const {
    constexpr std::string_view words[] = {"which", "them", "are", "were", "located", "situated", "based"};
    if (t + 1 < end && reading_.text(t) == "of" && is_one_of(reading_.text(t + 1), words)) ++t;
    while (t < end && is_one_of(reading_.text(t), words)) ++t;
    return t;
  }

  // "L's Saint Anna Cathedral", "L's main airport, A"
  void owned(TokenIndex t) {
    constexpr TokenIndex longest = 5;
    const Sentence& sentence = reading_.sentence(t);
    const Mention* owner = name_up_to(t, sentence.first);
    if (!is_place(owner)) return;
    bool site = false;
    for (TokenIndex i = t + 1; i < std::min(sentence.last, t + 1 + longest); ++i) {
      if (is_side(reading_.token(i).lemma)) return by_side(*owner, sentence.first);
      if (const Mention* part = name_from(i)) {
        if (is_place(part)) say(*part, *owner, 0.65f);
        return;
      }
      if (names_another_place(reading_.token(i).lemma)) return;
      const bool comma = site && reading_.text(i) == ",";
      if (reading_.token(i).upos != Upos::ADJ && !comma && !is_kind_of_site(i)) return;
      site |= is_kind_of_site(i);
    }
  }
  bool is_kind_of_site(TokenIndex t) const {
    return reading_.token(t).penn == Penn::NN && !place_kind(reading_.token(t).lemma).empty();
  }

  // "A, on L's west coast"
  void by_side(const Mention& owner, TokenIndex begin) {
    if (owner.first < begin + 2) return;
    TokenIndex t = owner.first - 1;
    if (reading_.text(t) != "on" && reading_.text(t) != "in" && reading_.text(t) != "off") return;
    if (reading_.text(t - 1) == ",") --t;
    if (const Mention* part = name_up_to(t, begin); is_place(part)) say(*part, owner, 0.65f);
  }

  // "one of the largest towns in L, A,", "in one of the border villages of L, the village of A"
  void one_of_several(TokenIndex t) {
    constexpr TokenIndex longest = 7;
    const Sentence& sentence = reading_.sentence(t);
    if (reading_.token(t).penn != Penn::NNS || t + 3 >= sentence.last) return;
    if (reading_.text(t + 1) != "of" && reading_.text(t + 1) != "in") return;
    TokenIndex start = t;
    while (start > sentence.first && t - start < longest && lower_case(reading_.text(start)) != "one")
      --start;
    if (lower_case(reading_.text(start)) != "one" || reading_.text(start + 1) != "of") return;
    const Mention* whole = name_behind(t + 1, sentence.last);
    if (!is_place(whole) || whole->last + 1 >= sentence.last || reading_.text(whole->last) != ",") return;
    TokenIndex name = whole->last + 1;
    if (reading_.text(name) == "in") ++name;
    if (name + 2 < sentence.last && reading_.text(name) == "the" && reading_.text(name + 2) == "of")
      name += 3;
    const Mention* part = name < sentence.last ? name_from(name) : nullptr;
    if (is_place(part) && (part->last >= sentence.last || reading_.token(part->last).upos == Upos::PUNCT))
      say(*part, *whole, 0.7f);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  RelationCollector& relations_;
};

}  // namespace

void find_parts(const Reading& reading, RelationCollector& relations) {
  PartFinder(reading, relations).run();
}

}  // namespace attest::extract
