#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/place_references.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// Where somebody was born and lived, told by verbs ("settled in") and by what one has there ("her house
/// in").
class ResidenceFinder {
 public:
  ResidenceFinder(const Reading& reading, const PlaceReferences& places, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), places_(places), relations_(relations) {
    for (const Relation& relation : relations.found())
      if (relation.type == "SPOUSE_OF")
        couples_.push_back({relation.evidence[0].end, relation.subject, relation.object});
    std::sort(couples_.begin(), couples_.end());
  }

  void run() {
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      const Upos upos = reading_.token(t).upos;
      if (reading_.text(t) == "born" || reading_.text(t) == "Born") {
        at_verb(t, "BORN_IN", ",in,at,near,");
      } else if (upos == Upos::VERB || (reading_.text(t) == "lives" && syntax_.child(t, Deprel::nsubj))) {
        verb(t);
      } else if (upos == Upos::NOUN || upos == Upos::PROPN) {
        dwelling(t);
        if (syntax_.lemma_is(t, "exile")) exile(t);
      }
      if (reading_.text(t) == "native" || upos == Upos::NOUN) native_place(t);
    }
  }

 private:
  void verb(TokenIndex t) {
    if (syntax_.is_negated(t)) return;
    const std::string& lemma = reading_.token(t).lemma;
    constexpr std::string_view living[] = {"live",     "reside", "dwell",  "settle",
                                           "resettle", "base",   "station"};
    constexpr std::string_view moving[] = {"move", "emigrate", "relocate", "immigrate", "flee", "migrate"};
    constexpr std::string_view driving[] = {"displace", "deport", "expel",  "evacuate",
                                            "uproot",   "evict",  "banish", "exile"};
    if (is_one_of(lemma, living) || lemma == "life") at_verb(t, "LIVES_IN", ",in,at,");
    const bool on_the_way = reading_.token(t).penn == Penn::VBG && syntax_.child(t, Deprel::aux);
    if (is_one_of(lemma, moving) && !on_the_way) at_verb(t, "LIVES_IN", ",to,into,");
    if (is_one_of(lemma, moving) || is_one_of(lemma, driving)) driven_out(t);
    if (lemma == "grow" && syntax_.child(t, Deprel::compound_prt)) at_verb(t, "LIVES_IN", ",in,");
    const bool raised = reading_.token(t).penn == Penn::VBN && !syntax_.child(t, Deprel::obj);
    if (lemma == "raise" && (raised || syntax_.is_passive(t))) at_verb(t, "LIVES_IN", ",in,");
    if (lemma == "spend" && spends_life(t)) at_verb(t, "LIVES_IN", ",in,");
    if (lemma == "exile" && reading_.token(t).penn == Penn::VBN) at_verb(t, "LIVES_IN", ",in,to,");
    if (lemma == "hail" || lemma == "come") at_verb(t, "LIVES_IN", ",from,");
    if ((lemma == "make" || lemma == "find" || lemma == "found") && makes_home(t))
      at_verb(t, "LIVES_IN", ",in,");
  }
  bool spends_life(TokenIndex t) const {
    const auto object = syntax_.child(t, Deprel::obj);
    constexpr std::string_view times[] = {"life", "childhood", "youth", "year", "decade", "most", "rest"};
    return object && is_one_of(reading_.token(*object).lemma, times);
  }

  bool makes_home(TokenIndex t) const {
    const auto object = syntax_.child(t, Deprel::obj);
    return object && syntax_.lemma_is(*object, "home");
  }

  void at_verb(TokenIndex t, std::string_view type, std::string_view prepositions) {
    auto subject = syntax_.subject(t);
    // "her parents moved her to L"
    if (const auto moved = syntax_.child(t, Deprel::obj); moved && syntax_.lemma_is(t, "move"))
      if (reading_.actor_at(*moved) != no_entity) subject = moved;
    if (!subject && reading_.text(t) == "Born") subject = subject_before(t);
    if (!subject && reading_.token(t).relation == Deprel::appos) subject = syntax_.head(t);
    if (!subject) return;
    if (syntax_.lemma_is(*subject, "family")) {
      subject = head_of_family(*subject, t);
    } else if (lower_case(reading_.text(*subject)) == "they") {
      if (const auto kin = with_kin(*subject)) subject = kin;
    }
    if (!subject) return;
    bool found = false;
    for (TokenIndex c : places_of(t)) {
      const bool there = reading_.token(c).relation == Deprel::advmod;
      if (!there &&
          prepositions.find("," + std::string(syntax_.preposition(c)) + ",") == std::string_view::npos)
        continue;
      for (const TokenIndex one : places_listed(c)) {
        EntityIndex place = place_of_phrase(reading_, one);
        if (place == no_entity) place = places_.place_at(one);  // "the village", "there"
        found |= place != no_entity;
        for (const Bound& who : dwellers(*subject))
          relations_.add(type, who.entity, place, std::min({who.token, t, one}),
                         std::max({who.token, t, one}) + 1, 0.85f);
      }
    }
    if (found) return;
    if (const Mention* place = place_behind(t, prepositions, type == "LIVES_IN"))
      for (const Bound& who : dwellers(*subject))
        relations_.add(type, who.entity, place->entity, std::min(who.token, t),
                       std::max(who.token + 1, place->last), 0.7f);
  }
  // Also "the couple", "the parents", "they": the two that were told last to be married.
  std::vector<Bound> dwellers(TokenIndex subject) const {
    std::vector<Bound> found = referents(reading_, subject);
    constexpr std::string_view pairs[] = {"couple", "parents", "newlyweds"};
    const std::string word = lower_case(reading_.text(subject));
    const bool they = word == "they";
    if (!found.empty() || (!they && !is_one_of(word, pairs))) return found;
    const auto article = syntax_.child(subject, Deprel::det);
    if (!they && (!article || lower_case(reading_.text(*article)) != "the")) return found;
    const Couple here{reading_.token(subject).span.begin, no_entity, no_entity};
    const auto behind = std::upper_bound(couples_.begin(), couples_.end(), here);
    if (behind == couples_.begin()) return found;
    const auto& [end, one, other] = *std::prev(behind);
    const std::uint32_t sentence = syntax_.sentence_of(subject);
    const TokenIndex near = reading_.document.sentences[sentence > 0 ? sentence - 1 : 0].first;
    if (they && end < reading_.token(near).span.begin) return found;  // others by now
    return {{one, subject, "", false, 0.7f}, {other, subject, "", false, 0.7f}};
  }
  // "P has lived for years with his sister Q in L": by the words alone.
  const Mention* place_behind(TokenIndex t, std::string_view prepositions, bool past_commas) const {
    constexpr TokenIndex longest = 14;
    constexpr std::string_view ends[] = {";", "and"};
    const TokenIndex end = std::min(reading_.sentence(t).last, t + longest);
    for (TokenIndex i = t + 1; i + 1 < end && !opens_clause(reading_, i); ++i) {
      const Upos upos = reading_.token(i).upos;
      if (upos == Upos::SCONJ || is_one_of(reading_.text(i), ends)) return nullptr;
      if (!past_commas && reading_.text(i) == ",") return nullptr;
      if (upos != Upos::ADP ||
          prepositions.find("," + std::string(reading_.text(i)) + ",") == std::string_view::npos)
        continue;
      if (const Mention* place = place_phrase_from(reading_, i + 1, end)) return place;
    }
    return nullptr;
  }
  // "with her parents they settled in L": hers, at least.
  std::optional<TokenIndex> with_kin(TokenIndex they) const {
    if (!referents(reading_, they).empty()) return they;
    constexpr TokenIndex longest = 30;
    const TokenIndex begin = std::max(reading_.sentence(they).first, they > longest ? they - longest : 0);
    for (TokenIndex i = they; i > begin; --i) {
      const EntityIndex one = reading_.actor_at(i - 1);
      const auto kin =
          reading_.token(i - 1).relation == Deprel::nmod_poss ? syntax_.head(i - 1) : std::nullopt;
      if (kin && is_kin_noun(*kin) && reading_.is_type(one, EntityType::person)) return i - 1;
    }
    return std::nullopt;
  }

  bool is_kin_noun(TokenIndex t) const {
    const NounRole role = syntax_.word(t).noun_role;
    return (role >= NounRole::kin_parent && role <= NounRole::kin_other) || syntax_.lemma_is(t, "family");
  }

  // "P fled L", "P was displaced from L": where P had lived.
  void driven_out(TokenIndex t) {
    const bool flees = syntax_.lemma_is(t, "flee");
    const bool leaves = flees || syntax_.lemma_is(t, "move") || syntax_.lemma_is(t, "emigrate") ||
                        syntax_.lemma_is(t, "relocate") || syntax_.lemma_is(t, "migrate") ||
                        syntax_.lemma_is(t, "immigrate");
    auto who = leaves && !syntax_.is_passive(t) ? syntax_.subject(t) : syntax_.patient(t);
    if (who) who = head_of_family(*who, t);
    if (!who) return;
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      const bool there = (flees && relation == Deprel::obj && c > t) ||
                         (relation == Deprel::obl && syntax_.preposition(c) == "from");
      const EntityIndex place = there ? place_of_phrase(reading_, c) : no_entity;
      if (place == no_entity) continue;
      for (const Bound& one : referents(reading_, *who))
        relations_.add("LIVES_IN", one.entity, place, std::min({one.token, t, c}),
                       std::max({one.token, t, c}) + 1, 0.65f);
    }
  }
  // "her house in L", "P's apartment in L", "P has a home in L"
  void dwelling(TokenIndex t) {
    constexpr std::string_view homes[] = {"home", "house",     "apartment", "flat",  "residence",
                                          "farm", "household", "villa",     "estate"};
    constexpr std::string_view having[] = {"have", "own", "find", "found", "make", "establish", "share"};
    const TokenIndex end = reading_.sentence(t).last;
    if (!is_one_of(reading_.token(t).lemma, homes) || t + 2 >= end) return;
    if (reading_.text(t + 1) != "in" && reading_.text(t + 1) != "at") return;
    auto whose = syntax_.child(t, Deprel::nmod_poss);
    if (const auto verb = syntax_.head(t); !whose && verb && reading_.token(t).relation == Deprel::obj &&
                                           is_one_of(reading_.token(*verb).lemma, having))
      whose = syntax_.subject(*verb);
    if (!whose) return;
    if (const Mention* place = place_phrase_from(reading_, t + 2, end))
      for (const Bound& one : referents(reading_, *whose))
        relations_.add("LIVES_IN", one.entity, place->entity, std::min(one.token, t), place->last, 0.65f);
  }
  // "P attended school in exile in A and B"
  void exile(TokenIndex t) {
    const TokenIndex end = reading_.sentence(t).last;
    if (t + 2 >= end || reading_.text(t + 1) != "in") return;
    const auto who = syntax_.subject(syntax_.clause_of(t));
    if (!who) return;
    const TokenIndex first = t + 2 + (reading_.token(t + 2).upos == Upos::DET);
    for (const Mention* place : places_from(reading_, first, end)) {
      if (place->first > first && reading_.text(place->first - 1) == ",") break;  // "in Graz, Austria"
      for (const Bound& one : referents(reading_, *who))
        relations_.add("LIVES_IN", one.entity, place->entity, std::min(one.token, t),
                       std::max(one.token + 1, place->last), 0.7f);
    }
  }
  // "his native L", "in her hometown of L", "their native village, L"
  void native_place(TokenIndex t) {
    constexpr TokenIndex longest = 5;
    const bool town = syntax_.lemma_is(t, "hometown") || syntax_.lemma_is(t, "birthplace");
    const TokenIndex end = std::min(reading_.sentence(t).last, t + longest);
    if (t == reading_.sentence(t).first) return;
    const bool mark = reading_.text(t - 1) == "\u2019s" || reading_.text(t - 1) == "'s";
    if (mark && t == 1) return;
    const TokenIndex owner = mark ? t - 2 : t - 1;
    const EntityIndex who = reading_.actor_at(owner);
    if (who == no_entity || reading_.type_of(who) != EntityType::person) return;
    TokenIndex from = t + 1;
    while (from < end && (syntax_.word(from).noun_role == NounRole::region ||
                          reading_.token(from).upos == Upos::PUNCT || reading_.text(from) == "of"))
      ++from;
    const bool native = reading_.text(t) == "native" || syntax_.lemma_is(t, "birthplace");
    if (!native && !town) return;
    if (const Mention* place = place_phrase_from(reading_, from, end))
      relations_.add(native ? "BORN_IN" : "LIVES_IN", who, place->entity, owner, place->last, 0.7f);
  }

  // "Born in L, enlisted in 1941": of whom the sentence before had as its subject.
  std::optional<TokenIndex> subject_before(TokenIndex t) const {
    const std::uint32_t sentence = syntax_.sentence_of(t);
    if (sentence == 0) return std::nullopt;
    const Sentence& before = reading_.document.sentences[sentence - 1];
    constexpr TokenIndex reach = 60;
    for (TokenIndex i = before.first; i < std::min(before.last, before.first + reach); ++i) {
      const EntityIndex one = reading_.actor_at(i);
      const Deprel relation = reading_.token(i).relation;
      const bool subject =
          relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::root;
      if (one != no_entity && subject && reading_.type_of(one) == EntityType::person) return i;
    }
    return std::nullopt;
  }

  // "her family moved to L": she, too; anybody else speaks for himself.
  std::optional<TokenIndex> head_of_family(TokenIndex subject, TokenIndex t) const {
    if (!syntax_.lemma_is(subject, "family")) return subject;
    const auto whose = syntax_.child(subject, Deprel::nmod_poss);
    return whose ? whose : head_of_family(t);
  }
  // "The family lived in L": that of who was spoken of last.
  std::optional<TokenIndex> head_of_family(TokenIndex t) const {
    constexpr std::uint32_t sentences_back = 6;
    constexpr TokenIndex reach = 300;
    const std::uint32_t sentence = syntax_.sentence_of(t);
    const TokenIndex begin =
        std::max(reading_.document.sentences[sentence > sentences_back ? sentence - sentences_back : 0].first,
                 t > reach ? t - reach : 0);
    for (TokenIndex i = t; i > begin; --i) {
      const Mention* mention = reading_.mention_at(i - 1);
      const bool person = mention && mention->kind == MentionKind::name &&
                          reading_.is_type(mention->entity, EntityType::person);
      if (person && reading_.token(mention->head).relation == Deprel::nsubj) return mention->head;
    }
    return std::nullopt;
  }

  // "in A, B and C"; not "B" of "in A, B", which says where A is.
  std::vector<TokenIndex> places_listed(TokenIndex t) const {
    std::vector<TokenIndex> all{t};
    for (TokenIndex c : listed(reading_, t)) {
      const TokenIndex first = reading_.mention_at(c) ? reading_.mention_at(c)->first : c;
      if (c != t && first > t && (reading_.text(first - 1) == "and" || reading_.text(first - 1) == ";"))
        all.push_back(c);
    }
    return all;
  }

  // Phrases with a preposition at a verb; at "spent her life in L" they may hang on the object.
  std::vector<TokenIndex> places_of(TokenIndex verb) const {
    std::vector<TokenIndex> found;
    for (TokenIndex c : syntax_.children(verb)) {
      if (reading_.token(c).relation == Deprel::obl || reading_.text(c) == "there") found.push_back(c);
      constexpr std::string_view joined[] = {"raise", "work", "teach", "study", "practice"};
      if (reading_.token(c).relation == Deprel::conj &&
          is_one_of(reading_.token(c).lemma, joined))  // "born and raised in L", "lives and works in L"
        for (TokenIndex d : syntax_.children(c))
          if (reading_.token(d).relation == Deprel::obl) found.push_back(d);
      if (reading_.token(c).relation != Deprel::obj || !syntax_.lemma_is(verb, "spend")) continue;
      for (TokenIndex d : syntax_.children(c)) {
        if (reading_.token(d).relation == Deprel::nmod) found.push_back(d);
        for (TokenIndex e : syntax_.children(d))
          if (reading_.token(e).relation == Deprel::nmod) found.push_back(e);
      }
    }
    return found;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const PlaceReferences& places_;
  RelationCollector& relations_;
  using Couple = std::tuple<std::size_t, EntityIndex, EntityIndex>;
  std::vector<Couple> couples_;  // by the end of what tells of them
};

}  // namespace

void find_residence(const Reading& reading, const PlaceReferences& places, RelationCollector& relations) {
  ResidenceFinder(reading, places, relations).run();
}

}  // namespace attest::extract
