#include <attest/extractor/facts/noun_phrases.hpp>

#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/entities/demonyms.hpp>
#include <attest/extractor/entities/lexicon.hpp>
#include <attest/extractor/facts/place_nouns.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr TokenIndex reach = 14;  // tokens looked at on either side of a noun

bool is_capital(std::string_view word) {
  return word[0] >= 'A' && word[0] <= 'Z';
}

/// The hyphen of "governor-general".
bool joins(const Reading& reading, TokenIndex mark) {
  return reading.text(mark) == "-" && reading.token(mark - 1).span.end == reading.token(mark).span.begin &&
         reading.token(mark).span.end == reading.token(mark + 1).span.begin;
}

/// "a 40-year-old director", "the European president", "the last speaker": the word is no part of the title.
bool tells_of_person(const Reading& reading, TokenIndex t, TokenIndex noun) {
  constexpr std::string_view others[] = {"current", "former", "last", "late", "new", "old", "then"};
  const bool chief = reading.token(t).lemma == "chief";  // "Chief executive P" at the beginning
  const bool origin = !chief && reading.token(t).upos == Upos::ADJ && is_capital(reading.text(t)) &&
                      !is_capital(reading.text(noun));
  return origin || is_one_of(reading.token(t).lemma, others) || is_demonym(reading.text(t));
}

}  // namespace

TokenIndex phrase_start(const Reading& reading, TokenIndex noun) {
  const Sentence& sentence = reading.sentence(noun);
  TokenIndex start = noun;
  while (start > sentence.first && noun - start < reach) {
    const Token& token = reading.token(start - 1);
    const bool inside = token.upos == Upos::DET || token.upos == Upos::ADJ || token.upos == Upos::NOUN ||
                        token.upos == Upos::PROPN || token.upos == Upos::PART || token.upos == Upos::NUM ||
                        token.relation == Deprel::nmod_poss || token.relation == Deprel::compound;
    const bool list_of_adjectives = token.upos == Upos::PUNCT && start - 1 > sentence.first &&
                                    reading.token(start - 2).upos == Upos::ADJ &&
                                    reading.token(start).upos == Upos::ADJ;
    const bool hyphen = reading.text(start - 1) == "-" && start - 1 > sentence.first &&
                        token.span.begin == reading.token(start - 2).span.end &&
                        token.span.end == reading.token(start).span.begin;
    if (hyphen) {  // "Under-Secretary", "Oslo-based"
      --start;
      --start;
      continue;
    }
    if (!inside && !list_of_adjectives) break;
    --start;
    if (token.upos == Upos::DET) break;
  }
  return start;
}

bool opens_clause(const Reading& reading, TokenIndex t) {
  const Token& token = reading.token(t);
  if (token.upos == Upos::AUX) return true;
  if (token.upos != Upos::VERB || token.relation == Deprel::amod || token.relation == Deprel::compound ||
      token.relation == Deprel::case_)
    return false;
  const bool behind_determiner = t > reading.sentence(t).first && reading.token(t - 1).upos == Upos::DET;
  return !behind_determiner;
}

std::vector<TokenIndex> listed(const Reading& reading, TokenIndex t) {
  std::vector<TokenIndex> all = reading.syntax.conjuncts(t);
  const EntityIndex own = reading.actor_at(t);
  if (all.size() < 2 || own == no_entity) return all;
  for (TokenIndex c : reading.syntax.children(t)) {
    if (reading.token(c).relation != Deprel::appos || c < t || c > all.back()) continue;
    const EntityIndex other = reading.actor_at(c);
    const bool alike = other != no_entity && other != own && reading.type_of(other) == reading.type_of(own);
    if (alike) all.push_back(c);
  }
  return all;
}

namespace {

/// Behind a name: past "(1990)", "in L, M", "'s"-less additions that a list of bodies has between its
/// members.
TokenIndex past_additions(const Reading& reading, TokenIndex t, TokenIndex end) {
  constexpr TokenIndex longest = 8;
  if (t < end && reading.text(t) == "(") {
    TokenIndex close = t + 1;
    while (close < end && close < t + longest && reading.text(close) != ")") ++close;
    if (close < end && reading.text(close) == ")") t = close + 1;
  }
  const auto place = [&](TokenIndex at) -> const Mention* {
    const Mention* mention = at < end ? reading.mention_at(at) : nullptr;
    const bool named = mention && mention->first == at && mention->kind == MentionKind::name &&
                       reading.is_type(mention->entity, EntityType::place);
    return named ? mention : nullptr;
  };
  const bool at = t < end && (reading.text(t) == "in" || reading.text(t) == ",");
  for (const Mention* where = at ? place(t + 1) : nullptr; where;
       where = t < end && reading.text(t) == "," ? place(t + 1) : nullptr)
    t = where->last;
  return t;
}

/// The organization that a list goes on with at a comma or "and"; nullptr where it does not.
const Mention* next_in_list(const Reading& reading, TokenIndex t, TokenIndex end) {
  const TokenIndex mark = t;
  while (t < end && (reading.text(t) == "," || reading.text(t) == "and" || reading.text(t) == "or" ||
                     reading.text(t) == ";"))
    ++t;
  if (t == mark) return nullptr;
  constexpr std::string_view links[] = {"at", "then", "later", "from", "the", "for", "with"};
  while (t < end && is_one_of(reading.text(t), links)) ++t;
  const Mention* mention = t < end ? reading.outer_mention_at(t) : nullptr;
  const bool body = mention && mention->first == t && mention->kind == MentionKind::name &&
                    reading.is_type(mention->entity, EntityType::organization);
  if (!body) return nullptr;
  const Deprel relation = reading.token(mention->head).relation;
  const bool acts =
      relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::compound;
  const bool owns = mention->last < end && reading.text(mention->last).starts_with("'");
  return acts || owns ? nullptr : mention;
}

}  // namespace

std::vector<TokenIndex> bodies_listed(const Reading& reading, TokenIndex first) {
  std::vector<TokenIndex> all{first};
  const Mention* mention = reading.outer_mention_at(first);
  const EntityIndex own = reading.actor_at(first);
  if (!mention || own == no_entity || reading.type_of(own) != EntityType::organization) return all;
  const TokenIndex end = reading.sentence(first).last;
  constexpr std::size_t most = 16;
  while (all.size() < most) {
    mention = next_in_list(reading, past_additions(reading, mention->last, end), end);
    if (!mention) break;
    all.push_back(mention->head);
  }
  return all;
}

EntityIndex place_of_phrase(const Reading& reading, TokenIndex head) {
  const auto place_at = [&](TokenIndex t) {
    const EntityIndex entity = reading.actor_at(t);
    return reading.is_type(entity, EntityType::place) ? entity : no_entity;
  };
  const auto kind_of = [&](EntityIndex place) -> std::string_view {
    return reading.entities.entities[place].kind;
  };
  if (const EntityIndex own = place_at(head); own != no_entity) return own;
  const std::string& noun = reading.token(head).lemma;
  const bool side = is_side(noun);
  const bool country = noun == "country" || noun == "nation" || noun == "homeland";
  const bool community = noun == "community";  // "the L community of M", but no "Jewish community of M"
  if (!side && !country && !community && reading.syntax.word(head).noun_role != NounRole::region)
    return no_entity;
  EntityIndex front = no_entity, behind = no_entity;
  for (TokenIndex c : reading.syntax.children(head)) {
    const Deprel relation = reading.token(c).relation;
    const bool of = relation == Deprel::nmod && reading.syntax.preposition(c) == "of";
    const bool names = relation == Deprel::appos || relation == Deprel::compound || relation == Deprel::flat;
    const EntityIndex place = names || of ? place_at(c) : no_entity;
    if (place == no_entity || (side && kind_of(place) == "water")) continue;  // "on the bank of the Thames"
    EntityIndex& found = c < head ? front : behind;
    if (found == no_entity) found = place;
  }
  if (community) return front;
  if (front == no_entity || behind == no_entity) return front == no_entity ? behind : front;
  // "the U.S. state of Oregon", but "the Durham district of England"
  const bool front_is_wider =
      kind_of(front) == "country" || (kind_of(behind) != "country" && !is_named_in_front(noun));
  return front_is_wider ? behind : front;
}

const Mention* place_phrase_from(const Reading& reading, TokenIndex t, TokenIndex end) {
  for (; t < end; ++t) {
    if (const Mention* mention = reading.mention_at(t)) {
      const bool place = mention->first == t && mention->kind == MentionKind::name &&
                         reading.is_type(mention->entity, EntityType::place);
      return place ? mention : nullptr;
    }
    const Upos upos = reading.token(t).upos;
    const bool leads_on = upos == Upos::DET || upos == Upos::ADJ || reading.text(t) == "of" ||
                          reading.syntax.word(t).noun_role == NounRole::region;
    if (!leads_on) return nullptr;
  }
  return nullptr;
}

std::vector<const Mention*> places_from(const Reading& reading, TokenIndex t, TokenIndex end) {
  constexpr std::size_t most = 16;
  std::vector<const Mention*> places;
  while (t < end && places.size() < most) {
    const Mention* name = reading.mention_at(t);
    const bool place = name && name->first == t && name->kind == MentionKind::name &&
                       reading.is_type(name->entity, EntityType::place);
    if (!place) break;
    places.push_back(name);
    t = name->last;
    if (t + 1 < end && reading.text(t) == ",") ++t;
    if (t + 1 < end && reading.text(t) == "and") ++t;
    if (t == name->last) break;
    if (t + 1 < end && reading.token(t).upos == Upos::DET) ++t;
  }
  return places;
}

std::optional<TokenIndex> title_before(const Reading& reading, const Mention& name) {
  constexpr int longest_list = 8;
  const TokenIndex begin = reading.sentence(name.first).first;
  TokenIndex first = name.first;
  for (int names = 0; first > begin && names < longest_list; ++names) {
    TokenIndex t = first - 1;
    if (reading.syntax.word(t).noun_role == NounRole::office && !inside_name(reading, t)) {
      const bool shared =
          names == 0 || reading.token(t).penn == Penn::NNS || reading.token(t).penn == Penn::NNPS;
      return shared ? std::optional(t) : std::nullopt;
    }
    while (t > begin && (reading.text(t) == "and" || reading.text(t) == ",")) --t;
    const Mention* owner = t + 1 < first ? reading.mention_at(t) : nullptr;  // the L of "P of L and"
    if (!owner || owner->kind != MentionKind::name || owner->first < begin + 2) return std::nullopt;
    t = owner->first - 1;
    if (reading.token(t).upos == Upos::DET) --t;
    const Mention* other = t > begin && reading.text(t) == "of" ? reading.mention_at(t - 1) : nullptr;
    if (!other || other->kind != MentionKind::name || other->entity == no_entity ||
        reading.type_of(other->entity) != EntityType::person)
      return std::nullopt;
    first = other->first;
  }
  return std::nullopt;
}

std::vector<Bound> bodies_of_unit(const Reading& reading, TokenIndex noun) {
  const auto bodies_under = [&](TokenIndex t, bool further, const auto& again) -> std::vector<Bound> {
    for (TokenIndex c : reading.syntax.children(t)) {
      const Deprel relation = reading.token(c).relation;
      const std::string_view preposition = reading.syntax.preposition(c);
      const bool of = relation == Deprel::nmod && (preposition == "of" || preposition == "at");
      if (!of && relation != Deprel::nmod_poss && relation != Deprel::compound) continue;
      if (const EntityIndex body = reading.actor_at(c); body != no_entity)
        return {{body, c, "'s", false, 0.7f}};
      if (!of || !further) continue;
      if (auto found = again(c, false, again); !found.empty()) return found;
    }
    return {};
  };
  return bodies_under(noun, true, bodies_under);
}

std::optional<TokenIndex> verb_including(const Reading& reading, TokenIndex noun) {
  constexpr std::string_view serving[] = {"serve", "work", "spend", "hold", "teach", "have"};
  constexpr TokenIndex longest = 30;
  const TokenIndex begin = std::max(reading.sentence(noun).first, noun > longest ? noun - longest : 0);
  TokenIndex t = phrase_start(reading, noun);
  if (t < begin + 2 || reading.text(t - 1) != "as") return std::nullopt;
  --t;
  const TokenIndex nearest = t > begin + reach ? t - reach : begin;
  while (t > nearest && reading.text(t) != "including") --t;  // "including for ten years as"
  if (reading.text(t) != "including") return std::nullopt;
  while (t > begin && !is_one_of(reading.token(t - 1).lemma, serving)) --t;
  const bool found = t > begin && reading.token(t - 1).upos == Upos::VERB;
  return found ? std::optional(t - 1) : std::nullopt;
}

std::string title_of(const Reading& reading, TokenIndex noun) {
  const Sentence& sentence = reading.sentence(noun);
  TokenIndex first = noun, last = noun + 1;
  while (first > sentence.first) {
    if (first > sentence.first + 1 && joins(reading, first - 1)) {
      first -= 2;
      continue;
    }
    const Token& token = reading.token(first - 1);
    const Mention* mention = reading.mention_at(first - 1);
    const bool modifier = token.upos == Upos::ADJ || token.upos == Upos::NOUN || token.upos == Upos::PROPN;
    if (!modifier || (mention && mention->kind == MentionKind::name)) break;
    if (token.name == NameClass::other || tells_of_person(reading, first - 1, noun)) break;
    --first;
  }
  for (TokenIndex c : reading.syntax.children(noun)) {
    if (reading.token(c).relation != Deprel::nmod || c < noun || reading.syntax.left(c) != last) continue;
    TokenIndex end = reading.syntax.right(c);
    for (TokenIndex t = last; t < end; ++t)
      if (reading.actor_at(t) != no_entity && reading.mention_at(t)->kind != MentionKind::pronoun) end = t;
    while (end > last &&
           (reading.token(end - 1).upos == Upos::ADP || reading.token(end - 1).upos == Upos::DET ||
            reading.token(end - 1).upos == Upos::PUNCT || reading.token(end - 1).penn == Penn::VBG))
      --end;
    if (end > last + 2 && reading.token(end - 2).upos == Upos::PUNCT &&
        reading.syntax.word(end - 1).noun_role == NounRole::office)
      end -= 2;  // "minister of science, Sheikh P"
    if (end > last && reading.token(end - 1).upos == Upos::PART) end = last;  // "for the army's O"
    if (end - noun < reach) last = end;
    break;
  }
  const std::string_view after = noun + 1 < sentence.last ? reading.text(noun + 1) : std::string_view();
  if (last == noun + 1 && (after == "general" || (after == "General" && is_capital(reading.text(noun))) ||
                           after == "emeritus" || after == "designate"))
    ++last;
  const bool suffixed = last == noun + 1 && noun + 2 < sentence.last && joins(reading, noun + 1) &&
                        (reading.text(noun + 2) == "elect" || reading.text(noun + 2) == "designate");
  if (suffixed) last += 2;
  std::string title(reading.document.text(reading.syntax.span(first, last)));
  if (reading.token(noun).penn == Penn::NNS && last == noun + 1) {  // "two former managers": each a manager
    title.resize(title.size() - reading.text(noun).size());
    title += reading.token(noun).lemma;
  }
  return title;
}

bool is_person_noun(const Reading& reading, TokenIndex noun) {
  const NounRole role = reading.syntax.word(noun).noun_role;
  if (role == NounRole::office || role == NounRole::membership || role == NounRole::founder ||
      role == NounRole::citizen || role == NounRole::resident || role == NounRole::native ||
      (role >= NounRole::kin_parent && role <= NounRole::kin_other))
    return true;
  if (role == NounRole::body || role == NounRole::collective || role == NounRole::region) return false;
  const std::string lemma = lower_case(reading.token(noun).lemma);
  constexpr std::string_view nouns[] = {
      "poet",     "athlete",  "artist",    "actress",  "saint",      "monk",      "noble",     "nobleman",
      "hero",     "heroine",  "rapper",    "chef",     "star",       "model",     "architect", "soprano",
      "tenor",    "mezzo",    "virtuoso",  "host",     "pioneer",    "expat",     "rebel",     "dissident",
      "exile",    "spy",      "chemist",   "idol",     "polymath",   "critic",    "mystic",    "cleric",
      "mechanic", "academic", "celebrity", "national", "aristocrat", "diplomat",  "democrat",  "bureaucrat",
      "woman",    "man",      "boy",       "girl",     "astronaut",  "cosmonaut", "gymnast",   "orphan"};
  if (is_one_of(lemma, nouns)) return true;
  constexpr std::string_view endings[] = {"er",    "or",  "ist", "ian", "man",
                                          "woman", "ant", "eur", "ess", "ard"};
  constexpr std::string_view things[] = {
      "number", "order",    "paper",      "power",   "computer", "newspaper", "letter",  "border", "corner",
      "matter", "chapter",  "tower",      "river",   "winter",   "error",     "sector",  "factor", "colour",
      "color",  "motor",    "restaurant", "plant",   "quarter",  "weather",   "centre",  "center", "theater",
      "master", "grant",    "summer",     "dinner",  "water",    "war",       "cluster", "card",   "board",
      "award",  "standard", "business",   "process", "success",  "access",    "offer"};
  return !is_one_of(lemma, things) &&
         std::any_of(std::begin(endings), std::end(endings),
                     [&](std::string_view ending) { return lemma.ends_with(ending); });
}

EntityIndex person_behind_office(const Reading& reading, TokenIndex office) {
  constexpr TokenIndex longest = 10;
  if (reading.syntax.word(office).noun_role != NounRole::office) return no_entity;
  const TokenIndex end = std::min(reading.sentence(office).last, office + longest);
  for (TokenIndex t = office + 1; t < end; ++t) {
    const Upos upos = reading.token(t).upos;
    if (upos == Upos::VERB || upos == Upos::AUX || upos == Upos::PUNCT || upos == Upos::CCONJ)
      return no_entity;
    const Mention* mention = reading.mention_at(t);
    // A name right behind the office is the tree's affair: "Senator P", "director P and director Q".
    if (!mention || mention->first != t || t == office + 1 || mention->kind != MentionKind::name) continue;
    if (mention->entity == no_entity || reading.type_of(mention->entity) != EntityType::person) continue;
    const bool possessive = mention->last < end && reading.token(mention->last).penn == Penn::POS;
    return reading.syntax.is_noun(t - 1) && !possessive ? mention->entity : no_entity;
  }
  return no_entity;
}

bool is_state_organ(const Reading& reading, const Mention& mention) {
  if (lower_case(reading.text(mention.first)) == "ministry") return true;  // of whatever field
  bool organ = false, revolt = false;
  for (TokenIndex t = mention.first; t < mention.last; ++t) {
    const std::string word = lower_case(reading.text(t));
    if (is_private_body_noun(word)) return false;
    organ |= is_state_organ_noun(word);
    revolt |= word == "liberation" ||
              (word == "armed" && t > mention.first && lower_case(reading.text(t - 1)) == "revolutionary");
  }
  const std::string first = lower_case(reading.text(mention.first));
  if (revolt && first != "people") return false;  // "Norland Liberation Army", not "People's Liberation Army"
  return organ || first == "bank";
}

bool has_fixed_seat(const Reading& reading, const Mention& mention) {
  constexpr std::string_view seats[] = {"Academy",  "Center",      "Centre",  "Clinic",     "College",
                                        "Hospital", "Institute",   "Library", "Laboratory", "Laboratories",
                                        "Museum",   "Observatory", "School",  "University"};
  return is_one_of(reading.text(mention.first), seats) || is_one_of(reading.text(mention.last - 1), seats);
}

bool inside_name(const Reading& reading, TokenIndex t) {
  const Mention* mention = reading.mention_at(t);
  return mention && mention->kind == MentionKind::name && mention->entity != no_entity;
}

bool is_former(const Reading& reading, TokenIndex noun) {
  for (TokenIndex t = phrase_start(reading, noun); t < noun; ++t) {
    const std::string& lemma = reading.token(t).lemma;
    if (lemma == "former" || lemma == "ex" || lemma == "ex-" || lemma == "late" || lemma == "then" ||
        lemma == "onetime")
      return true;
  }
  return reading.token(noun).lemma.starts_with("ex-");
}

}  // namespace attest::extract
