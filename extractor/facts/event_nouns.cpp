// Nouns that tell of events, told from their look-alikes by what stands around them.
#include <attest/extractor/facts/event_clues.hpp>

#include <algorithm>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/event_phrases.hpp>
#include <attest/extractor/facts/word_list.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class NounReader {
 public:
  explicit NounReader(const Reading& reading) : reading_(reading), syntax_(reading.syntax), clues_(reading) {}

  std::optional<EventTrigger> read(TokenIndex t) {
    add_noun(t);
    return found_;
  }

 private:
  void push(EventType type, Strength strength, TokenIndex t) {
    found_ = EventTrigger{type, strength, t, true, no_entity, reading_.token(t).span};
  }

  void add_noun(TokenIndex t) {
    const Deprel relation = reading_.token(t).relation;
    if (relation == Deprel::compound || relation == Deprel::flat || relation == Deprel::amod) return;
    if (was_office(t)) return push(EventType::appointment, Strength::argument, t);
    const Trigger trigger = syntax_.word(t).noun;
    const auto phrase = trigger_of_noun_phrase(reading_, t);
    if (trigger.type == EventType::none && !phrase) return;
    if (reading_.actor_at(t) != no_entity && reading_.mention_at(t)->kind == MentionKind::name) return;
    if (syntax_.is_negated(t) || is_figure(t) || is_manner(t) || is_only_wanted(t) || would_do(t) ||
        !clues_.is_stated(syntax_.clause_of(t)))
      return;
    if (phrase && (trigger.type != phrase->type || trigger.strength == Strength::argument))
      return push(phrase->type, phrase->strength, t);
    if (trigger.strength == Strength::argument && !names_law(t) && !is_made(t, trigger.type)) return;
    if (trigger.type == EventType::election && is_counted(t)) return;
    if (is_charge(t) || syntax_.preposition(t) == "without") return;
    if (trigger.type == EventType::founding && trigger.strength == Strength::weak && is_of_nothing(t)) return;
    if (trigger.type == EventType::appointment && is_for_prize(t)) return;
    if (trigger.type == EventType::appointment && trigger.strength == Strength::weak && is_of_a_thing(t))
      return;
    if (names_law(t)) return push(EventType::legislation, Strength::strong, t);
    if (trigger.type == EventType::legislation && trigger.strength == Strength::weak && !is_passed(t)) return;
    if (trigger.type == EventType::legislation && syntax_.lemma_is(t, "act") && is_committed(t)) return;
    if (syntax_.lemma_is(t, "signing") && is_of_agreement(t)) return;
    if (syntax_.lemma_is(t, "demonstration") && is_of_a_thing(t)) return;
    if (is_of_goods(t) || is_journey(t) || is_end_of_use(t) || is_sort(t, trigger.type)) return;
    const bool under = syntax_.preposition(t) == "under";  // "came under fire"
    const Strength strength =
        trigger.strength == Strength::strong || under ? Strength::strong : Strength::weak;
    push(type_of_noun(t, trigger.type), strength, t);
  }

  // "In 1983 she was head of the jury"
  bool was_office(TokenIndex t) const {
    const auto copula = syntax_.child(t, Deprel::cop);
    const auto subject = syntax_.child(t, Deprel::nsubj);
    if (!copula || !subject || !clues_.names_office(t) || !clues_.is_personal(*subject)) return false;
    return (reading_.text(*copula) == "was" || reading_.text(*copula) == "were") && !syntax_.is_negated(t);
  }

  // "said a visit would help": of the visit nothing is announced.
  bool would_do(TokenIndex t) const {
    const auto verb = syntax_.head(t);
    if (!verb || reading_.token(t).relation != Deprel::nsubj) return false;
    const auto modal = syntax_.child(*verb, Deprel::aux);
    return modal && syntax_.lemma_is(*modal, "would") && syntax_.word(*verb).verb_role != VerbRole::happen;
  }

  // "demanded talks", "calls for an election", "the threat of war": nothing has happened yet.
  bool is_only_wanted(TokenIndex t) const {
    constexpr std::pair<std::string_view, std::string_view> links[] = {
        {"",
         "demand seek request urge propose prevent avoid avert require need threaten deter forbid risk "
         "advocate preclude favor favour encourage cease"},
        {"for", "call appeal push press ask hope plead wish demand need request bid proposal reward"},
        {"of", "possibility threat risk fear prospect danger likelihood prevention hope lack absence chance"},
        {"against", "warn guard protect defend warning protection"},
        {"on", "depend rely insist"},
        {"from", "protect refrain abstain"}};
    const auto head = syntax_.head(t);
    if (!head) return false;
    const Deprel relation = reading_.token(t).relation;
    const bool object = relation == Deprel::obj || relation == Deprel::nsubj_pass;
    if (!object && relation != Deprel::obl && relation != Deprel::nmod) return false;
    const std::string_view preposition = object ? std::string_view() : syntax_.preposition(t);
    return std::any_of(std::begin(links), std::end(links), [&](const auto& link) {
      return link.first == preposition && (object || !preposition.empty()) &&
             has_word(link.second, reading_.token(*head).lemma);
    });
  }

  // "the Clean Streets Act"
  bool names_law(TokenIndex t) const {
    if (reading_.text(t) != "Act") return false;
    for (TokenIndex c : syntax_.children(t)) {
      const char initial = reading_.text(c).front();
      const Deprel relation = reading_.token(c).relation;
      if (c < t && initial >= 'A' && initial <= 'Z' && relation != Deprel::det && relation != Deprel::case_)
        return true;
    }
    return false;
  }

  // "committed an act", "an act of war", "terrorist acts": a deed, no law.
  bool is_committed(TokenIndex t) const {
    const auto verb = syntax_.head(t);
    if (verb && syntax_.lemma_is(*verb, "commit")) return true;
    for (TokenIndex c : syntax_.children(t))
      if (is_military(c) || (syntax_.preposition(c) == "of" && reading_.token(c).upos == Upos::NOUN))
        return true;
    return false;
  }

  // "the acquisition of aircraft"
  bool is_of_goods(TokenIndex t) const {
    if (!syntax_.lemma_is(t, "acquisition")) return false;
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.preposition(c) == "of")
        return clues_.is_unnamed(c) && !is_firm_noun(reading_.token(c).lemma) &&
               !syntax_.lemma_is(c, "stake") && !syntax_.lemma_is(c, "share");
    return false;
  }

  // "the signing of the treaty": told by the treaty.
  bool is_of_agreement(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.preposition(c) == "of" && syntax_.word(c).noun.type == EventType::agreement) return true;
    return false;
  }

  // "the effect of mergers": of no one in particular
  bool is_sort(TokenIndex t, EventType type) const {
    if (type != EventType::agreement || reading_.token(t).penn != Penn::NNS) return false;
    for (TokenIndex c : syntax_.children(t))
      if (reading_.token(c).relation == Deprel::det || reading_.token(c).relation == Deprel::nmod_poss ||
          reading_.token(c).relation == Deprel::nummod || reading_.token(c).relation == Deprel::acl ||
          reading_.actor_of_phrase(c) != no_entity)
        return false;
    return reading_.token(t).relation == Deprel::nmod;
  }

  // "a flight to Velden": people flee from something, or it is their flight.
  bool is_journey(TokenIndex t) const {
    if (!syntax_.lemma_is(t, "flight")) return false;
    for (TokenIndex c : syntax_.children(t)) {
      const std::string_view preposition = syntax_.preposition(c);
      if (preposition == "of" || preposition == "from") return false;
    }
    return true;
  }

  // "the discharge of water", "a tenure of five years": only of somebody.
  bool is_end_of_use(TokenIndex t) const {
    if (!syntax_.lemma_is(t, "discharge") && !syntax_.lemma_is(t, "tenure") && !syntax_.lemma_is(t, "firing"))
      return false;
    for (TokenIndex c : syntax_.children(t)) {
      const bool owner = reading_.token(c).relation == Deprel::nmod_poss;
      const bool of_office = syntax_.preposition(c) == "as" && clues_.names_office(c);
      if ((owner && clues_.is_personal(c)) || of_office || is_pronoun_of_person(c)) return false;
    }
    return true;
  }
  bool is_pronoun_of_person(TokenIndex t) const {
    return reading_.text(t) == "his" || reading_.text(t) == "her";
  }

  // "the launch of the probe", "a rocket launch", "the launch from L"
  bool is_liftoff(TokenIndex t) const {
    if (!syntax_.lemma_is(t, "launch")) return false;
    for (TokenIndex c : syntax_.children(t)) {
      const Mention* mention = reading_.mention_at(c);
      const std::string_view word =
          mention ? reading_.text(mention->last - 1) : std::string_view(reading_.token(c).lemma);
      if (fits_as_object(EventType::deployment, word)) return true;
      if (syntax_.preposition(c) == "from" && reading_.actor_at(c) != no_entity) return true;
    }
    return false;
  }

  // "the committee's hearing", "the Senate held a hearing"
  bool is_of_chamber(TokenIndex t) const {
    constexpr std::string_view words[] = {"committee",    "subcommittee", "senate",        "congress",
                                          "house",        "parliament",   "congressional", "parliamentary",
                                          "confirmation", "select"};
    const Sentence& sentence = reading_.sentence(t);
    constexpr TokenIndex reach = 10;
    const TokenIndex first = t > sentence.first + reach ? t - reach : sentence.first;
    for (TokenIndex k = first; k < std::min(sentence.last, t + reach); ++k)
      if (is_one_of(lower_case(reading_.text(k)), words)) return true;
    return false;
  }

  // "the party convention", "the 1964 convention"; a convention on something is signed.
  bool is_of_delegates(TokenIndex t) const {
    constexpr std::string_view words[] = {"national",   "party",      "annual",     "constitutional",
                                          "democratic", "republican", "nominating", "state",
                                          "labor",      "labour"};
    for (TokenIndex c : syntax_.children(t)) {
      if (c > t) continue;
      if (is_one_of(lower_case(reading_.text(c)), words)) return true;
      if (reading_.token(c).upos == Upos::NUM && reading_.text(c).size() == 4) return true;
    }
    return false;
  }

  // "an expedition to the pole", but "an expedition against N"
  bool is_against_somebody(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.preposition(c) == "against") return true;
    for (TokenIndex c : syntax_.children(t))
      if (is_military(c)) return true;
    return false;
  }

  // "carried out strikes", "strikes on a base"
  bool is_bombing(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.lemma_is(c, "hunger")) return false;
    constexpr std::string_view verbs[] = {"carry", "conduct", "launch"};
    const auto verb = syntax_.head(t);
    if (verb && reading_.token(t).relation == Deprel::obj && is_one_of(reading_.token(*verb).lemma, verbs))
      return true;
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.preposition(c) == "on" && reading_.token(c).relation == Deprel::nmod) return true;
    return false;
  }

  // "a missile strike"
  bool is_of_weapons(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (is_military(c)) return true;
    return false;
  }

  // "pleaded guilty to murder", "charged with arson": what somebody is charged with, not a deed that is told.
  bool is_charge(TokenIndex t) const {
    const Deprel relation = reading_.token(t).relation;
    if (relation != Deprel::obl && relation != Deprel::nmod) return false;
    const std::string_view preposition = syntax_.preposition(t);
    if (preposition != "of" && preposition != "with" && preposition != "to" && preposition != "for")
      return false;
    for (TokenIndex c : syntax_.children(t))
      if (reading_.token(c).relation != Deprel::case_ && c < t) return false;
    const auto head = syntax_.head(t);
    if (!head) return false;
    return syntax_.lemma_is(*head, "guilty") || syntax_.lemma_is(*head, "accuse") ||
           (syntax_.is_verb(*head) && syntax_.word(*head).verb.type == EventType::trial);
  }

  // "shortly after launch": of what is not told.
  bool is_of_nothing(TokenIndex t) const {
    if (syntax_.child(t, {Deprel::nmod_poss, Deprel::compound})) return false;
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.preposition(c) == "of") return false;
    return true;
  }

  // "the closure of the road"
  bool is_of_way(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (fits_as_object(EventType::blockade, reading_.token(c).lemma)) return true;
    return false;
  }

  // "10,694 votes", "the last ballot was cast": what is counted is no election.
  bool is_counted(TokenIndex t) const {
    if (!syntax_.lemma_is(t, "vote") && !syntax_.lemma_is(t, "ballot")) return false;
    const auto verb = syntax_.head(t);
    if (syntax_.preposition(t) == "by") return true;  // "adopted by a vote of 60"
    return syntax_.child(t, Deprel::nummod) ||
           (verb && (syntax_.lemma_is(*verb, "cast") || syntax_.lemma_is(*verb, "count")));
  }

  // "a nomination for Best Picture", "received a Silver Fern nomination"
  bool is_for_prize(TokenIndex t) const {
    if (!syntax_.lemma_is(t, "nomination")) return false;
    const auto verb = syntax_.head(t);
    constexpr std::string_view verbs[] = {"receive", "earn", "gain", "get", "garner"};
    if (verb && is_one_of(reading_.token(*verb).lemma, verbs)) return true;
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.preposition(c) == "for" && !clues_.names_office(c)) return true;
    return false;
  }

  // "artillery fire" burns nothing; "ten deaths" in an attack are killings.
  EventType type_of_noun(TokenIndex t, EventType type) const {
    if (syntax_.lemma_is(t, "fire") && is_gunfire(t)) return EventType::attack;
    if (syntax_.lemma_is(t, "closure") && !is_of_way(t)) return EventType::dissolution;
    if (type == EventType::arrest && syntax_.lemma_is(t, "capture") && is_of_ground(t))
      return EventType::attack;
    if (syntax_.lemma_is(t, "establishment") && is_of_post(t)) return EventType::deployment;
    if (syntax_.lemma_is(t, "expulsion") && is_from_body(t)) return EventType::appointment;
    if (syntax_.lemma_is(t, "statement") && is_signed(t)) return EventType::agreement;
    if (syntax_.lemma_is(t, "order") && is_of_court(t)) return EventType::trial;
    if (syntax_.lemma_is(t, "strike") && (is_of_weapons(t) || is_bombing(t))) return EventType::attack;
    if (syntax_.lemma_is(t, "hearing") && is_of_chamber(t)) return EventType::meeting;
    if (syntax_.lemma_is(t, "convention") && is_of_delegates(t)) return EventType::meeting;
    if (is_liftoff(t) || (syntax_.lemma_is(t, "expedition") && !is_against_somebody(t)))
      return EventType::deployment;
    if (type == EventType::publication && is_of_several_parties(t)) return EventType::agreement;
    const bool deaths = syntax_.lemma_is(t, "death") || syntax_.lemma_is(t, "fatality");
    if (deaths && reading_.token(t).penn == Penn::NNS && clues_.near_violence(t)) return EventType::killing;
    return type;
  }

  // "the capture of N", "of the city"
  bool is_of_ground(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t)) {
      if (syntax_.preposition(c) != "of") continue;
      const EntityIndex actor = reading_.actor_at(c);
      return actor != no_entity ? reading_.type_of(actor) == EntityType::place
                                : fits_as_object(EventType::attack, reading_.token(c).lemma);
    }
    return false;
  }
  // "his expulsion from the school"
  bool is_from_body(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t)) {
      if (syntax_.preposition(c) != "from") continue;
      const EntityIndex actor = reading_.actor_at(c);
      return actor != no_entity ? reading_.type_of(actor) == EntityType::organization
                                : syntax_.word(c).noun_role == NounRole::body;
    }
    return false;
  }
  // "the establishment of a checkpoint"
  bool is_of_post(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.preposition(c) == "of" && syntax_.word(c).noun.type == EventType::deployment) return true;
    return false;
  }
  // "the court issued an order"
  bool is_of_court(TokenIndex t) const {
    const auto verb = syntax_.head(t);
    const auto agent = verb && syntax_.is_verb(*verb) ? syntax_.agent(*verb) : std::nullopt;
    if (!agent) return false;
    const Mention* mention = reading_.mention_at(*agent);
    for (TokenIndex k = mention ? mention->first : 0; mention && k < mention->last; ++k)
      if (reading_.text(k) == "Court" || reading_.text(k) == "Tribunal") return true;
    return syntax_.lemma_is(*agent, "court") || syntax_.lemma_is(*agent, "judge");
  }
  bool is_signed(TokenIndex t) const {
    const auto verb = syntax_.head(t);
    const Deprel relation = reading_.token(t).relation;
    return verb && syntax_.lemma_is(*verb, "sign") &&
           (relation == Deprel::obj || relation == Deprel::nsubj_pass);
  }

  // "the trilateral statement": what several parties sign.
  bool is_of_several_parties(TokenIndex t) const {
    constexpr std::string_view words[] = {"trilateral", "tripartite", "bilateral", "quadripartite"};
    for (TokenIndex c : syntax_.children(t)) {
      std::string word(reading_.text(c));
      if (!word.empty() && word[0] >= 'A' && word[0] <= 'Z') word[0] = static_cast<char>(word[0] + 32);
      if (is_one_of(word, words)) return true;
    }
    return false;
  }

  // "adopted a law", "the president's ban"; but not "the law was void"
  bool is_passed(TokenIndex t) const {
    if (syntax_.child(t, Deprel::nmod_poss)) return true;
    const auto verb = syntax_.head(t);
    for (TokenIndex c : syntax_.children(t)) {
      if (syntax_.preposition(c) == "by") return true;
      if (reading_.token(c).relation == Deprel::acl && syntax_.word(c).verb.type == EventType::legislation)
        return true;
    }
    if (!verb || !syntax_.is_verb(*verb)) return false;
    const WordInfo& word = syntax_.word(*verb);
    if (syntax_.lemma_is(*verb, "come") ||
        syntax_.lemma_is(*verb, "take"))  // "came into force", "took effect"
      for (TokenIndex c : syntax_.children(*verb))
        if (syntax_.lemma_is(c, "force") || syntax_.lemma_is(c, "effect")) return true;
    return word.verb.type == EventType::legislation || word.verb_role == VerbRole::light;
  }

  // "the removal of asbestos"
  bool is_of_a_thing(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "of")
        return reading_.token(c).upos == Upos::NOUN && clues_.is_unnamed(c);
    return false;
  }

  // "left in protest", "prisoners of war"
  bool is_manner(TokenIndex t) const {
    const auto head =
        syntax_.lemma_is(t, "war") && syntax_.preposition(t) == "of" ? syntax_.head(t) : std::nullopt;
    if (head && (syntax_.lemma_is(*head, "prisoner") || syntax_.lemma_is(*head, "act"))) return true;
    if (syntax_.lemma_is(t, "death") && syntax_.preposition(t) == "to") return true;  // "stabbed to death"
    if (!syntax_.lemma_is(t, "protest")) return false;
    const auto verb = syntax_.head(t);  // "filed a protest with the agency": a complaint
    if (verb && (syntax_.lemma_is(*verb, "file") || syntax_.lemma_is(*verb, "lodge"))) return true;
    return syntax_.preposition(t) == "in" && !syntax_.child(t, Deprel::det);
  }

  // "heart attack", "information war", "price war"
  bool is_figure(TokenIndex t) const {
    if (syntax_.lemma_is(t, "damage") && reading_.token(t).penn == Penn::NNS) return true;  // paid in money
    constexpr std::string_view words[] = {"heart",   "panic",   "asthma",    "information", "price",
                                          "trade",   "bidding", "charm",     "word",        "star",
                                          "culture", "media",   "propaganda"};
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      if ((relation == Deprel::compound || relation == Deprel::amod) &&
          is_one_of(reading_.token(c).lemma, words))
        return true;
    }
    return false;
  }

  // "issued a letter", "a book by X", "his article", "military operation"
  bool is_made(TokenIndex t, EventType type) const {
    if (type == EventType::attack && syntax_.lemma_is(t, "fire")) return is_gunfire(t);
    if (syntax_.lemma_is(t, "author")) return is_of_work(t);
    if (type == EventType::blockade && is_of_way(t)) return true;
    if (syntax_.lemma_is(t, "call")) return is_by_wire(t);
    if (syntax_.lemma_is(t, "cleansing") && is_ethnic(t)) return true;
    if (syntax_.lemma_is(t, "activity") || syntax_.lemma_is(t, "measure") || syntax_.lemma_is(t, "campaign"))
      return is_of_weapons(t);
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::nmod_poss)
        return reading_.actor_of_phrase(c) != no_entity && type == EventType::publication;
      if (relation == Deprel::nmod && syntax_.preposition(c) == "by")
        return reading_.actor_of_phrase(c) != no_entity;
      const bool legal = type == EventType::trial && syntax_.lemma_is(t, "case") && is_legal(c);
      if (legal) return true;
      const bool military =
          type == EventType::attack && (relation == Deprel::amod || relation == Deprel::compound);
      if (military && is_military(c)) return true;
    }
    const auto verb = syntax_.head(t);
    if (syntax_.lemma_is(t, "case")) return false;
    // "In a letter to the king, P asked"
    if (type == EventType::publication && verb && syntax_.preposition(t) == "in" &&
        syntax_.word(*verb).speech != Speech::none && reading_.token(t).relation == Deprel::obl)
      return true;
    return verb && syntax_.is_verb(*verb) && syntax_.word(*verb).verb_role == VerbRole::light &&
           type != EventType::publication;
  }

  // "the author of "The Long Way"", "author of two novels"
  bool is_of_work(TokenIndex author) const {
    for (TokenIndex c : syntax_.children(author))
      if (syntax_.preposition(c) == "of")
        return reading_.quotation_of[c] >= 0 ||
               fits_as_object(EventType::publication, reading_.token(c).lemma);
    return false;
  }

  // "a telephone call"
  bool is_by_wire(TokenIndex t) const {
    constexpr std::string_view words[] = {"phone", "telephone", "video", "conference"};
    for (TokenIndex c : syntax_.children(t))
      if (is_one_of(reading_.token(c).lemma, words)) return true;
    return false;
  }
  bool is_ethnic(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.lemma_is(c, "ethnic")) return true;
    return false;
  }

  // "artillery fire", "came under fire"
  bool is_gunfire(TokenIndex t) const {
    constexpr std::string_view verbs[] = {"open", "return", "exchange", "cease"};
    const auto verb = syntax_.head(t);
    if (verb && reading_.token(t).relation == Deprel::obj && is_one_of(reading_.token(*verb).lemma, verbs))
      return true;
    for (TokenIndex c : syntax_.children(t)) {
      const std::string& lemma = reading_.token(c).lemma;
      constexpr std::string_view words[] = {"under", "gun",   "mortar", "sniper", "direct", "enemy",
                                            "heavy", "small", "tank",   "rifle",  "return", "hostile"};
      if (is_military(c) || is_one_of(lemma, words)) return true;
    }
    return false;
  }

  bool is_legal(TokenIndex t) const {
    constexpr std::string_view words[] = {"criminal", "court",      "legal", "civil",
                                          "murder",   "corruption", "fraud"};
    return is_one_of(reading_.token(t).lemma, words);
  }

  bool is_military(TokenIndex t) const {
    constexpr std::string_view words[] = {"military",    "air",       "drone",   "missile", "anti-terrorist",
                                          "anti-terror", "artillery", "rocket",  "combat",  "punitive",
                                          "special",     "terrorist", "nuclear", "bombing", "guerrilla"};
    return is_one_of(reading_.token(t).lemma, words);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  EventClues clues_;
  std::optional<EventTrigger> found_;
};

}  // namespace

std::optional<EventTrigger> trigger_of_noun(const Reading& reading, TokenIndex noun) {
  return NounReader(reading).read(noun);
}

}  // namespace attest::extract
