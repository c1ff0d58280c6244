#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/focus.hpp>
#include <attest/extractor/facts/lexicon.hpp>
#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// What a noun beside an organization's name says of its state or place: "Norland's largest bank, O", "the
/// Norwegian carmaker O", "O, an Oslo-based retailer". What only states have is part of one; the rest is
/// there.
class BodyDescriptionFinder {
 public:
  BodyDescriptionFinder(const Reading& reading, const Demonyms& demonyms, const OfficeFocus& focus,
                        RelationCollector& relations)
      : reading_(reading),
        syntax_(reading.syntax),
        demonyms_(demonyms),
        focus_(focus),
        relations_(relations) {}

  void run() {
    for (const Mention& mention : reading_.entities.mentions) {
      if (mention.kind != MentionKind::name) continue;
      if (reading_.is_type(mention.entity, EntityType::place)) described_by_place(mention);
      if (!reading_.is_type(mention.entity, EntityType::organization)) continue;
      organ_before_name(mention);
      owned_by_place(mention);
      nationality(mention);
    }
  }

 private:
  // "the Oslo-based carmaker", "the Reno, Nev., lender": the one that the text is about
  void described_by_place(const Mention& place) {
    const Sentence& sentence = reading_.sentence(place.first);
    if (place.first == sentence.first) return;
    TokenIndex t = behind_chain(place, sentence.last);
    for (std::string_view mark : {".", ",", "-", "based"})
      if (t < sentence.last && reading_.text(t) == mark) ++t;
    const bool based = reading_.text(t - 1) == "based";
    const TokenIndex noun = firm_from(t, sentence.last);
    if (noun == 0 && !based) return;
    if (const Mention* body = introduced_before(place.first, sentence.first))
      relations_.add("LOCATED_IN", body->entity, place.entity, body->first, std::max(noun + 1, t), 0.75f);
    if (noun == 0 || lower_case(reading_.text(place.first - 1)) != "the") return;
    if (is_named_behind(noun, sentence.last)) return;
    if (const auto body = focus_.body_before(place.first))
      relations_.add("LOCATED_IN", body->entity, place.entity, place.first, noun + 1, 0.6f);
  }
  // "the L carmaker O", "the L-based group - the O": of another name
  bool is_named_behind(TokenIndex noun, TokenIndex end) const {
    TokenIndex t = noun + 1;
    if (t < end && reading_.token(t).upos == Upos::PUNCT) ++t;
    if (t < end && reading_.token(t).upos == Upos::DET) ++t;
    const Mention* name = t < end ? reading_.mention_at(t) : nullptr;
    const bool close = t == noun + 1 || (name && reading_.is_type(name->entity, EntityType::organization));
    return name && close;
  }
  // "O" of "O, a fast-growing, L-based jeweller", "O is an L firm", seen from L
  const Mention* introduced_before(TokenIndex t, TokenIndex begin) const {
    constexpr TokenIndex longest = 14;
    const TokenIndex first = std::max(begin, t > longest ? t - longest : 0);
    while (t > first && reading_.text(t - 1) != "a" && reading_.text(t - 1) != "an") {
      const Upos upos = reading_.token(t - 1).upos;
      const bool modifies = upos == Upos::ADJ || upos == Upos::ADV || upos == Upos::NUM ||
                            upos == Upos::NOUN || upos == Upos::PUNCT ||
                            reading_.token(t - 1).relation == Deprel::amod;
      if (!modifies || reading_.mention_at(t - 1)) return nullptr;
      --t;
    }
    if (t < begin + 3) return nullptr;
    const std::string_view joint = reading_.text(t - 2);
    if (joint != "," && joint != "is" && joint != "was") return nullptr;
    const Mention* body = reading_.outer_mention_at(t - 3);
    const bool name = body && body->last == t - 2 && body->kind == MentionKind::name;
    return name && reading_.is_type(body->entity, EntityType::organization) ? body : nullptr;
  }
  // Past "Reno, Nev."
  TokenIndex behind_chain(const Mention& place, TokenIndex end) const {
    TokenIndex t = place.last;
    while (t + 1 < end && reading_.text(t) == ",") {
      const Mention* next = reading_.mention_at(t + 1);
      if (!next || next->first != t + 1 || !reading_.is_type(next->entity, EntityType::place)) break;
      t = next->last;
    }
    return t;
  }
  // The noun of a firm that a few modifiers lead to: "cable television concern"; 0 where there is none.
  TokenIndex firm_from(TokenIndex t, TokenIndex end) const {
    constexpr TokenIndex longest = 6;
    for (const TokenIndex limit = std::min(end, t + longest); t < limit; ++t) {
      if (is_firm_noun(reading_.token(t).lemma) && syntax_.is_noun(t)) return t;
      const Upos upos = reading_.token(t).upos;
      const bool modifies =
          upos == Upos::NOUN || upos == Upos::ADJ || upos == Upos::CCONJ || upos == Upos::PROPN;
      if (!modifies || reading_.mention_at(t)) return 0;
    }
    return 0;
  }
  // "Norland's main news agency N.N.A.", "the O publication P"
  void organ_before_name(const Mention& mention) {
    const Sentence& sentence = reading_.sentence(mention.first);
    if (mention.first == sentence.first) return;
    TokenIndex noun = mention.first - 1;
    if (reading_.text(noun) == "," && noun > sentence.first && closes(mention.last, sentence)) --noun;
    if (reading_.token(noun).upos != Upos::NOUN || reading_.actor_at(noun) != no_entity) return;
    const NounRole role = syntax_.word(noun).noun_role;
    if (role != NounRole::body && role != NounRole::collective) return;
    constexpr std::string_view of_states[] = {
        "agency",     "ministry",       "department", "authority", "army",    "navy",        "force",
        "police",     "parliament",     "senate",     "court",     "bureau",  "directorate", "secretariat",
        "government", "administration", "service",    "assembly",  "cabinet", "military"};
    const bool of_state = is_one_of(reading_.token(noun).lemma, of_states);
    for (TokenIndex t = noun; t > sentence.first && noun - t < 6; --t) {
      const Upos upos = reading_.token(t - 1).upos;
      const EntityIndex owner = reading_.actor_at(t - 1);
      if (owner != no_entity && reading_.is_type(owner, EntityType::place) && !of_state &&
          !is_of_state(noun)) {
        if (role == NounRole::body)  // "Norland's largest bank O"
          relations_.add("LOCATED_IN", mention.entity, owner, t - 1, mention.last, 0.65f);
        return;
      }
      if (owner != no_entity) {
        constexpr std::string_view sides[] = {"team", "club", "side", "franchise"};
        const bool member =
            reading_.is_type(owner, EntityType::organization) && is_one_of(reading_.token(noun).lemma, sides);
        relations_.add(member ? "MEMBER_OF" : "PART_OF", mention.entity, owner, t - 1, mention.last, 0.7f);
        return;
      }
      if (upos != Upos::NOUN && upos != Upos::ADJ && upos != Upos::PART && upos != Upos::PROPN) return;
    }
  }

  bool closes(TokenIndex t, const Sentence& sentence) const {
    return t >= sentence.last || reading_.token(t).upos == Upos::PUNCT;
  }
  // "Norland's Orwell Bank", "Norland's official O news agency"; not "Norland's O membership"
  void owned_by_place(const Mention& mention) {
    constexpr std::string_view of_state[] = {"official", "state", "government", "owned", "run"};
    constexpr TokenIndex longest = 5;
    const Sentence& sentence = reading_.sentence(mention.first);
    if (mention.last < sentence.last && !stays_a_body(mention.last)) return;
    bool state = is_state_organ(reading_, mention);
    TokenIndex t = mention.first;
    while (t > sentence.first && mention.first - t < longest && is_modifier(t - 1))
      state |= is_one_of(lower_case(reading_.text(--t)), of_state);
    if (t < sentence.first + 2 || reading_.token(t - 1).penn != Penn::POS) return;
    const Mention* owner = reading_.outer_mention_at(t - 2);
    if (!owner || owner->last != t - 1 || owner->kind != MentionKind::name ||
        !reading_.is_type(owner->entity, EntityType::place))
      return;
    relations_.add(state ? "PART_OF" : "LOCATED_IN", mention.entity, owner->entity, owner->first,
                   mention.last, 0.7f);
  }
  bool is_modifier(TokenIndex t) const {
    if (reading_.mention_at(t)) return false;
    const Upos upos = reading_.token(t).upos;
    return upos == Upos::ADJ || upos == Upos::NOUN || reading_.text(t) == "-" ||
           reading_.token(t).relation == Deprel::amod;
  }
  // What stands behind a name is no noun that it goes with, or one for bodies like it: "O party", "O rebels"
  bool stays_a_body(TokenIndex t) const {
    constexpr std::string_view nouns[] = {"agency",   "faction", "fighter",  "guerrilla",
                                          "militant", "militia", "movement", "network",
                                          "news",     "party",   "rebel",    "television"};
    if (reading_.text(t) == "-") return false;  // "Norland's O-backed court"
    if (reading_.token(t).upos != Upos::NOUN && reading_.token(t).upos != Upos::PROPN) return true;
    const std::string& lemma = reading_.token(t).lemma;
    return is_one_of(lemma, nouns) || is_firm_noun(lemma);
  }

  // "O is a Norwegian carmaker", "O, a Norwegian carmaker," "Norwegian carmaker O"
  void nationality(const Mention& mention) {
    if (const TokenIndex noun = noun_behind_comma(mention); noun != 0) national(mention, noun);
    for (TokenIndex c : syntax_.children(mention.head))
      if (reading_.token(c).relation == Deprel::appos) national(mention, c);
    if (reading_.token(mention.head).relation == Deprel::nsubj)
      if (const auto predicate = syntax_.head(mention.head);
          predicate && syntax_.child(*predicate, Deprel::cop) && !syntax_.is_negated(*predicate))
        national(mention, *predicate);
    if (mention.first > reading_.sentence(mention.first).first &&
        reading_.token(mention.first - 1).upos == Upos::NOUN)
      national(mention, mention.first - 1);
  }
  // "bank" of "O, the U.S. central bank," by the words alone; 0 where no such noun stands there
  TokenIndex noun_behind_comma(const Mention& mention) const {
    constexpr TokenIndex longest = 8;
    const TokenIndex end = std::min(reading_.sentence(mention.first).last, mention.last + longest);
    TokenIndex t = mention.last + 1;
    if (t + 1 >= end || reading_.text(mention.last) != "," || reading_.token(t).upos != Upos::DET) return 0;
    for (++t; t < end; ++t) {
      const Upos upos = reading_.token(t).upos;
      const bool inside = upos == Upos::ADJ || upos == Upos::NOUN || upos == Upos::PROPN ||
                          upos == Upos::NUM || reading_.text(t) == "-" || reading_.token(t).penn == Penn::POS;
      if (!inside) break;
    }
    const bool closed = t < end && (reading_.text(t) == "," || reading_.text(t) == ".");
    return closed && reading_.token(t - 1).upos == Upos::NOUN && !reading_.mention_at(t - 1) ? t - 1 : 0;
  }
  void national(const Mention& mention, TokenIndex noun) {
    const bool state = is_of_state(noun);
    if (!state && !is_firm_noun(reading_.token(noun).lemma)) return;
    for (TokenIndex t = phrase_start(reading_, noun); t < noun; ++t)
      if (const EntityIndex country = demonyms_.place_of(reading_.text(t)); country != no_entity)
        relations_.add(state ? "PART_OF" : "LOCATED_IN", mention.entity, country, std::min(mention.first, t),
                       std::max(mention.last, noun + 1), 0.7f);
    const Mention* owner = owner_in_front(noun);
    if (owner && owner != &mention && reading_.is_type(owner->entity, EntityType::place))
      relations_.add(state ? "PART_OF" : "LOCATED_IN", mention.entity, owner->entity,
                     std::min(mention.first, owner->first), std::max(mention.last, noun + 1), 0.7f);
  }
  // "Norland" of "Norland's lower house of parliament", "the U.S. central bank"
  const Mention* owner_in_front(TokenIndex noun) const {
    constexpr TokenIndex longest = 5;
    const TokenIndex begin = reading_.sentence(noun).first;
    for (TokenIndex t = noun; t > begin && noun - t < longest; --t) {
      const Mention* owner = reading_.mention_at(t - 1);
      if (owner && owner->kind == MentionKind::name) return owner;
      const Upos upos = reading_.token(t - 1).upos;
      if (upos != Upos::ADJ && upos != Upos::NOUN && upos != Upos::PART && upos != Upos::PUNCT)
        return nullptr;
      if (upos == Upos::PUNCT && reading_.text(t - 1) != "-") return nullptr;
    }
    return nullptr;
  }
  // "parliament", "central bank", "state broadcaster": what only states have
  bool is_of_state(TokenIndex noun) const {
    constexpr std::string_view organs[] = {"army",       "military", "ministry", "navy",       "parliament",
                                           "government", "senate",   "police",   "legislature"};
    constexpr std::string_view kinds[] = {"agency", "authority", "bank",      "broadcaster", "channel",
                                          "court",  "service",   "regulator", "watchdog"};
    constexpr std::string_view marks[] = {"central",      "constitutional", "domestic", "foreign",  "highest",
                                          "intelligence", "national",       "nuclear",  "security", "space",
                                          "spy",          "state",          "supreme",  "top",      "weather",
                                          "tax",          "border",         "owned",    "run"};
    const std::string& lemma = reading_.token(noun).lemma;
    if (is_one_of(lemma, organs)) return true;
    if (!is_one_of(lemma, kinds)) return false;
    for (TokenIndex t = phrase_start(reading_, noun); t < noun; ++t)
      if (is_one_of(reading_.token(t).lemma, marks)) return true;
    return false;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const Demonyms& demonyms_;
  const OfficeFocus& focus_;
  RelationCollector& relations_;
};

}  // namespace

void find_described_bodies(const Reading& reading, const Demonyms& demonyms, const OfficeFocus& focus,
                           RelationCollector& relations) {
  BodyDescriptionFinder(reading, demonyms, focus, relations).run();
}

}  // namespace attest::extract
