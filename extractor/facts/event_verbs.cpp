// Verbs that tell of events: by themselves, by what is done to whom, or with their particle.
#include <attest/extractor/facts/event_clues.hpp>

#include <algorithm>

#include <attest/extractor/facts/event_phrases.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class VerbReader {
 public:
  explicit VerbReader(const Reading& reading) : reading_(reading), syntax_(reading.syntax), clues_(reading) {}

  std::optional<EventTrigger> read(TokenIndex t) {
    add_verb(t);
    return found_;
  }

 private:
  void push(EventType type, Strength strength, TokenIndex t) {
    found_ = EventTrigger{type, strength, t, false, no_entity, reading_.token(t).span};
  }

  void add_verb(TokenIndex t) {
    const auto complement = syntax_.complement_above(t);
    if ((reading_.token(t).relation == Deprel::amod && !complement) ||
        !clues_.is_stated(complement.value_or(t)))
      return;
    if (reading_.text(t) == "born" || reading_.text(t) == "Born")
      return push(EventType::birth, Strength::strong, t);
    if (clues_.takes_office(t)) return push(EventType::appointment, Strength::weak, t);
    if (clues_.changes_service(t)) {
      const bool own = !syntax_.child(t, Deprel::obj);
      return push(EventType::appointment, own ? Strength::weak : Strength::argument, t);
    }
    if (const auto phrase = trigger_of_phrase(reading_, t)) {
      const bool dies = phrase->type == EventType::death;
      if (!is_agreed(t, phrase->type))
        push(dies ? by_cause_of_death(t) : phrase->type,
             std::min(phrase->strength, strength_alone(t, phrase->type)), t);
      return;
    }
    const Trigger trigger = syntax_.word(t).verb;
    if (trigger.type == EventType::none) return add_phrase(t);
    if (means_something_else(reading_, t)) return;
    if (trigger.strength == Strength::argument) {
      const EventType fitting = fitting_type(t, trigger.type);
      return fitting == EventType::none ? add_phrase(t) : push(fitting, strength_of_fit(fitting), t);
    }
    if (trigger.type == EventType::appointment && !clues_.about_office(t) &&
        trigger.strength == Strength::weak)
      return;
    if (syntax_.lemma_is(t, "shoot") && (clues_.is_said_of(t, "dead") || shoots_somebody(t)))
      return push(EventType::killing, Strength::strong, t);
    const EventType type = sets_up_post(t, trigger.type) ? EventType::deployment : by_cause(t, trigger.type);
    if (type != EventType::none) push(type, burns_down(t, type) ? Strength::strong : trigger.strength, t);
  }

  // "agreed to buy O": the agreement is told by the verb above.
  bool is_agreed(TokenIndex t, EventType type) const {
    const auto above = reading_.token(t).relation == Deprel::xcomp ? syntax_.head(t) : std::nullopt;
    return type == EventType::agreement && above &&
           (syntax_.lemma_is(*above, "agree") || syntax_.lemma_is(*above, "offer"));
  }

  // How surely the verb with its object alone, without the rest of a phrase, tells of an event of a type.
  Strength strength_alone(TokenIndex t, EventType type) const {
    const Trigger alone = syntax_.word(t).verb;
    if (alone.type == type && alone.strength != Strength::argument) return alone.strength;
    const bool fits = alone.strength == Strength::argument && fitting_type(t, alone.type) == type;
    return fits ? strength_of_fit(type) : Strength::argument;
  }

  // Verb and object together leave little doubt for these types.
  static Strength strength_of_fit(EventType type) {
    const bool sure = type == EventType::blockade || type == EventType::aid ||
                      type == EventType::legislation || type == EventType::deployment ||
                      type == EventType::agreement || type == EventType::killing;
    return sure ? Strength::strong : Strength::weak;
  }

  // "burned our houses"
  bool burns_down(TokenIndex t, EventType type) const {
    const auto object = type == EventType::destruction ? syntax_.patient(t) : std::nullopt;
    return object && fits_as_object(type, reading_.token(*object).lemma);
  }

  // "established a checkpoint"
  bool sets_up_post(TokenIndex t, EventType type) const {
    const auto patient = type == EventType::founding ? syntax_.patient(t) : std::nullopt;
    if (!patient) return false;
    const std::string& lemma = reading_.token(*patient).lemma;
    return lemma == "checkpoint" || lemma == "roadblock" || lemma == "outpost" || lemma == "post";
  }

  // "killed in a stampede" is a death, "died" beside an attack a killing; a person who collapses is not
  // destroyed.
  EventType by_cause(TokenIndex t, EventType type) const {
    if (type == EventType::destruction) {
      const auto victim = syntax_.patient(t) ? syntax_.patient(t) : syntax_.subject(t);
      const EntityIndex actor = victim ? reading_.actor_at(*victim) : no_entity;
      const bool person = reading_.is_type(actor, EntityType::person);
      return person && syntax_.lemma_is(t, "collapse") ? EventType::none : type;
    }
    if (type == EventType::killing && is_by_accident(t)) return EventType::death;
    if (type == EventType::killing && syntax_.is_passive(t) && !syntax_.agent(t)) {
      for (TokenIndex c : syntax_.children(t))
        if ((reading_.token(c).relation == Deprel::obl && is_accident(c)) ||
            (reading_.token(c).relation == Deprel::advcl && tells_accident(c)))
          return EventType::death;
      if (follows_accident(t) && !clues_.near_violence(t)) return EventType::death;
    }
    if (type == EventType::death && syntax_.lemma_is(t, "die") && clues_.near_violence(t))
      return EventType::killing;
    return type;
  }

  // "A storm hit N, killing 300 people", "cholera killed many"
  bool is_by_accident(TokenIndex t) const {
    const auto agent = syntax_.agent(t);
    if (agent && is_accident(*agent)) return true;
    const auto above = syntax_.head(t);  // "a train derailed, killing four"
    return above && reading_.token(t).relation == Deprel::advcl && tells_accident(*above);
  }

  // "A train derailed; four people were killed"
  bool follows_accident(TokenIndex t) const {
    for (TokenIndex k = reading_.sentence(t).first; k < t; ++k)
      if (syntax_.is_verb(k) && tells_accident(k)) return true;
    return false;
  }

  bool is_accident(TokenIndex t) const {
    constexpr std::string_view words[] = {
        "accident",  "crash",    "stampede",  "earthquake", "flood",     "fire",     "avalanche", "storm",
        "hurricane", "collapse", "landslide", "collision",  "explosion", "disaster", "tornado",   "crush",
        "tsunami",   "wreck",    "outbreak",  "epidemic",   "cholera",   "plague",   "famine",    "disease",
        "typhoon",   "virus",    "cyclone",   "heatwave",   "blizzard",  "flu",      "influenza", "pandemic",
        "malaria",   "fever",    "infection", "cancer",     "tragedy",   "wave",     "mudslide"};
    return is_one_of(reading_.token(t).lemma, words);
  }

  // "when the roof collapsed"
  bool tells_accident(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"collapse", "crash",    "sink", "capsize",
                                          "derail",   "overturn", "erupt"};
    return is_one_of(reading_.token(verb).lemma, verbs);
  }

  // What neither a phrase nor the verb alone tells of: "spoke by phone", "found guilty".
  void add_phrase(TokenIndex t) {
    const std::string& lemma = reading_.token(t).lemma;
    const auto particle = syntax_.child(t, {Deprel::compound_prt, Deprel::advmod});
    const std::string_view with =
        particle ? std::string_view(reading_.token(*particle).lemma) : std::string_view();
    if ((lemma == "speak" || lemma == "talk" || lemma == "consult") &&
        (is_with_somebody(t) || is_by_phone(t)))
      return push(EventType::meeting, Strength::weak, t);
    if ((lemma == "appear" || lemma == "come") && appears_in_print(t, with))
      return push(EventType::publication, Strength::weak, t);
    if ((lemma == "report" || lemma == "announce" || lemma == "describe" || lemma == "write") &&
        is_in_journal(t))
      return push(EventType::publication, Strength::weak, t);
    if (lemma == "find" && clues_.is_said_of(t, "guilty")) return push(EventType::trial, Strength::weak, t);
    if ((lemma == "go" || lemma == "file") && clues_.is_said_of(t, "bankrupt"))
      return push(EventType::dissolution, Strength::weak, t);
    if (lemma == "march" && !is_of_troops(t)) return push(EventType::protest, Strength::weak, t);
  }

  bool is_by_phone(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.lemma_is(c, "phone") || syntax_.lemma_is(c, "telephone")) return true;
    return false;
  }

  // "appeared in the journal", "her book came out"
  bool appears_in_print(TokenIndex t, std::string_view particle) const {
    const auto subject = syntax_.subject(t);
    const bool work = subject && fits_as_object(EventType::publication, reading_.token(*subject).lemma);
    if (syntax_.lemma_is(t, "come")) return work && particle == "out";
    if (subject && clues_.is_personal(*subject)) return false;
    return is_in_journal(t) || (work && reading_.token(t).penn == Penn::VBD);
  }

  bool is_in_journal(TokenIndex verb) const {
    const auto object = syntax_.child(verb, Deprel::obj);
    return has_journal(verb) || (object && has_journal(*object));
  }
  bool has_journal(TokenIndex t) const {
    constexpr std::string_view nouns[] = {"journal", "magazine", "newspaper", "proceedings", "issue"};
    for (TokenIndex c : syntax_.children(t)) {
      const auto kind = syntax_.child(c, Deprel::compound);  // "the journal Cell"
      const bool journal = is_one_of(reading_.token(c).lemma, nouns) ||
                           (kind && is_one_of(reading_.token(*kind).lemma, nouns));
      if (journal && syntax_.preposition(c) == "in") return true;
    }
    return false;
  }

  EventType by_cause_of_death(TokenIndex verb) const {
    return clues_.near_violence(verb) ? EventType::killing : EventType::death;
  }

  bool is_of_troops(TokenIndex verb) const {
    const auto subject = syntax_.subject(verb);
    return !subject || fits_as_object(EventType::deployment, reading_.token(*subject).lemma);
  }

  // "spoke with P by telephone"
  bool is_with_somebody(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.preposition(c) == "with" && reading_.actor_of_phrase(c) != no_entity) return true;
    return false;
  }

  EventType fitting_type(TokenIndex t, EventType listed) const {
    auto patient = syntax_.patient(t);
    if (patient && reading_.actor_at(*patient) == no_entity) patient = syntax_.antecedent(*patient);
    if (!patient && syntax_.lemma_is(t, "launch"))
      return lifts_off(t) ? EventType::deployment : EventType::none;
    const bool by_itself = listed == EventType::destruction || syntax_.lemma_is(t, "arrive") ||
                           syntax_.lemma_is(t, "open") || syntax_.lemma_is(t, "close");
    if (!patient && by_itself) patient = syntax_.subject(t);  // "the ship sank", "troops arrived"
    if (rules(t)) return EventType::trial;
    if (!patient) return EventType::none;
    if (syntax_.lemma_is(t, "launch") && is_sent_up(t, *patient)) return EventType::deployment;
    for (TokenIndex noun : syntax_.conjuncts(*patient)) {
      const std::string& lemma = reading_.token(noun).lemma;
      if (fits(listed, t, noun, lemma)) return listed;
      constexpr EventType others[] = {EventType::arrest,      EventType::killing,    EventType::publication,
                                      EventType::founding,    EventType::deployment, EventType::legislation,
                                      EventType::appointment, EventType::aid,        EventType::dissolution};
      for (EventType other : others)
        if (may_mean(t, other) && fits(other, t, noun, lemma)) return other;
    }
    return EventType::none;
  }

  // "shot three civilians", "was shot by a gunman"; not "shot at them"
  bool shoots_somebody(TokenIndex verb) const {
    const auto victim = syntax_.patient(verb);
    return victim && (clues_.is_personal(*victim) || names_person(*victim) ||
                      fits_as_object(EventType::killing, reading_.token(*victim).lemma));
  }
  // "her neighbour, P"
  bool names_person(TokenIndex noun) const {
    const EntityIndex actor = reading_.actor_of_phrase(noun);
    return reading_.is_type(actor, EntityType::person);
  }
  // "it was launched from L"
  bool is_sent_up(TokenIndex verb, TokenIndex patient) const {
    if (reading_.token(patient).upos != Upos::PRON) return false;
    for (TokenIndex c : syntax_.children(verb))
      if (syntax_.preposition(c) == "from" && reading_.actor_at(c) != no_entity) return true;
    return false;
  }
  // "a rocket launched from L"
  bool lifts_off(TokenIndex verb) const {
    const auto subject = syntax_.subject(verb);
    return subject && fits_as_object(EventType::deployment, clues_.last_word_of(*subject));
  }

  // "The court ruled that …"
  bool rules(TokenIndex t) const {
    constexpr std::string_view judges[] = {"court", "judge", "tribunal", "jury", "magistrate"};
    if (!syntax_.lemma_is(t, "rule")) return false;
    const auto subject = syntax_.subject(t);
    if (!subject || syntax_.is_passive(t)) return false;
    const Mention* mention = reading_.mention_at(*subject);
    if (is_one_of(reading_.token(*subject).lemma, judges)) return true;
    for (TokenIndex k = mention ? mention->first : 0; mention && k < mention->last; ++k)
      if (reading_.text(k) == "Court" || reading_.text(k) == "Tribunal") return true;
    return false;
  }

  // Verbs of several types: the object decides.
  bool may_mean(TokenIndex t, EventType type) const {
    constexpr std::pair<std::string_view, EventType> pairs[] = {
        {"take", EventType::arrest},         {"capture", EventType::arrest},
        {"seize", EventType::arrest},        {"hold", EventType::meeting},
        {"hold", EventType::arrest},         {"launch", EventType::founding},
        {"launch", EventType::publication},  {"launch", EventType::deployment},
        {"take", EventType::appointment},    {"fire", EventType::appointment},
        {"open", EventType::founding},       {"open", EventType::attack},
        {"send", EventType::deployment},     {"send", EventType::aid},
        {"issue", EventType::legislation},   {"introduce", EventType::legislation},
        {"release", EventType::publication}, {"force", EventType::displacement},
        {"shoot", EventType::killing},       {"set", EventType::founding},
        {"set", EventType::deployment},      {"produce", EventType::publication},
        {"provide", EventType::aid},         {"put", EventType::deployment},
        {"install", EventType::deployment}};
    return std::find(std::begin(pairs), std::end(pairs),
                     std::pair(std::string_view(reading_.token(t).lemma), type)) != std::end(pairs);
  }

  bool fits(EventType type, TokenIndex verb, TokenIndex noun, const std::string& lemma) const {
    const EntityIndex own = reading_.actor_at(noun);
    const EntityIndex actor = own == no_entity && names_person(noun) ? reading_.actor_of_phrase(noun) : own;
    if (actor != no_entity) {
      const EntityType kind = reading_.type_of(actor);
      if (type == EventType::arrest) return kind == EntityType::person && held_captive(verb);
      if (type == EventType::killing) return kind == EntityType::person;
      if (type == EventType::trial) return kind == EntityType::person && is_brought_to_court(verb);
      if (type == EventType::meeting)
        return kind == EntityType::person &&
               (syntax_.lemma_is(verb, "receive") || syntax_.lemma_is(verb, "welcome"));
      if (type == EventType::appointment) return kind == EntityType::person && syntax_.lemma_is(verb, "fire");
      if (type == EventType::legislation)
        return kind == EntityType::place &&
               (syntax_.lemma_is(verb, "recognize") || syntax_.lemma_is(verb, "recognise"));
      if (type == EventType::founding && kind == EntityType::place)
        return syntax_.lemma_is(verb, "open") && fits_as_object(type, clues_.last_word_of(noun));
      // "launched the Norland Space Telescope"
      if (type == EventType::deployment)
        return syntax_.lemma_is(verb, "launch") && fits_as_object(type, clues_.last_word_of(noun));
      if (type == EventType::founding || type == EventType::dissolution)
        return kind == EntityType::organization &&
               !fits_as_object(EventType::deployment, clues_.last_word_of(noun));
      if (type == EventType::aid) return syntax_.lemma_is(verb, "assist") || syntax_.lemma_is(verb, "help");
      if (type == EventType::attack)
        return kind == EntityType::place &&
               (syntax_.lemma_is(verb, "capture") || syntax_.lemma_is(verb, "seize") ||
                syntax_.lemma_is(verb, "liberate"));
    }
    if (type == EventType::arrest && !held_captive(verb) && lemma != "prisoner" && lemma != "hostage" &&
        lemma != "captive")
      return false;
    if (type == EventType::trial && syntax_.lemma_is(verb, "try") && fits_as_object(EventType::arrest, lemma))
      return is_brought_to_court(verb);
    if (type == EventType::displacement && !is_of_people(verb)) return false;
    if (type == EventType::attack && seizes(verb) != is_ground(lemma)) return false;
    if (type == EventType::displacement && syntax_.lemma_is(verb, "leave"))
      return !syntax_.child(verb, Deprel::xcomp) &&
             (lemma == "village" || lemma == "home" || lemma == "homeland" || lemma == "house" ||
              lemma == "country");
    if (type == EventType::attack && lemma == "campaign") return is_military(noun);
    return fits_as_object(type, lemma);
  }

  // Who leaves a country is no war that leaves it in ruins.
  bool is_of_people(TokenIndex verb) const {
    if (!syntax_.lemma_is(verb, "leave") && !syntax_.lemma_is(verb, "abandon")) return true;
    const auto subject = syntax_.agent(verb);
    if (!subject || !clues_.is_unnamed(*subject)) return true;
    constexpr std::string_view things[] = {"struggle", "crisis", "move",   "decision", "result", "absence",
                                           "failure",  "death",  "impact", "storm",    "illness"};
    return syntax_.word(*subject).noun.type == EventType::none &&
           !is_one_of(reading_.token(*subject).lemma, things);
  }

  // Ground is seized, arms and attacks are launched: "captured the town", but "launched a city".
  bool seizes(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"capture", "seize", "take", "enter", "liberate"};
    return is_one_of(reading_.token(verb).lemma, verbs);
  }
  bool is_ground(std::string_view lemma) const {
    constexpr std::string_view words[] = {"city",     "town",    "village",   "fortress", "base",
                                          "position", "capital", "territory", "island",   "trench",
                                          "airport",  "region",  "bridge",    "airfield", "headquarters",
                                          "palace",   "outpost", "checkpoint"};
    return is_one_of(lemma, words);
  }

  // "a bombing campaign", but "an advertising campaign"
  bool is_military(TokenIndex noun) const {
    constexpr std::string_view words[] = {"military", "bombing", "air", "terror", "guerrilla", "terrorist"};
    for (TokenIndex c : syntax_.children(noun))
      if (is_one_of(reading_.token(c).lemma, words)) return true;
    return false;
  }

  // "was tried for treason", "tried him in absentia"
  bool is_brought_to_court(TokenIndex verb) const {
    if (!syntax_.lemma_is(verb, "try")) return false;
    if (syntax_.is_passive(verb)) return true;
    for (TokenIndex c : syntax_.children(verb))
      if (syntax_.preposition(c) == "for") return true;
    return false;
  }

  // "captured P"; "took P hostage", "held in custody": taking and holding need more than a person.
  bool held_captive(TokenIndex verb) const {
    if (syntax_.lemma_is(verb, "capture") || syntax_.lemma_is(verb, "seize")) return true;
    constexpr std::string_view words[] = {"captive", "hostage", "prisoner",  "custody", "detention",
                                          "prison",  "jail",    "captivity", "arrest",  "ransom"};
    for (TokenIndex c : syntax_.children(verb))
      if (is_one_of(reading_.token(c).lemma, words)) return true;
    return false;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  EventClues clues_;
  std::optional<EventTrigger> found_;
};

}  // namespace

std::optional<EventTrigger> trigger_of_verb(const Reading& reading, TokenIndex verb) {
  return VerbReader(reading).read(verb);
}

}  // namespace attest::extract
