#include <algorithm>

#include <attest/extractor/facts/events.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

constexpr std::string_view conditional_modals[] = {"would", "could", "may",   "might", "should",
                                                   "can",   "must",  "ought", "shall"};
constexpr std::string_view conditional_marks[] = {"if", "unless", "whether", "lest"};
// Verbs whose infinitive has come true, or is fixed.
constexpr std::string_view factual_governors[] = {
    "begin",  "start", "continue", "manage", "agree", "travel", "come",   "go",      "help",
    "decide", "plan",  "schedule", "arrive", "force", "order",  "gather", "proceed", "prepare",
    "return", "send",  "fly",      "set",    "cease", "use",    "seem",   "appear"};

class TriggerFinder {
 public:
  explicit TriggerFinder(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  std::vector<EventTrigger> run() {
    mark_dates();
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (asks(t)) continue;
      if (const Mention* mention = reading_.mention_at(t); mention && mention->kind == MentionKind::name) {
        if (mention->first == t) add_named(*mention);  // also "the 2010 Games"
        if (is_event(*mention) || mention->head != t || reading_.token(t).upos == Upos::PROPN) continue;
      }
      if (in_date_[t]) continue;
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::VERB || (upos == Upos::ADJ && reading_.text(t) == "born")) add_verb(t);
      if (upos == Upos::NOUN || upos == Upos::PROPN) add_noun(t);
    }
    return std::move(found_);
  }

 private:
  // "March" is no march.
  void mark_dates() {
    in_date_.assign(reading_.document.tokens.size(), false);
    for (const DateMention& date : reading_.dates)
      for (TokenIndex t = date.first; t < date.last; ++t) in_date_[t] = true;
  }
  // A question tells of nothing.
  bool asks(TokenIndex t) const {
    const Sentence& sentence = reading_.sentence(t);
    for (TokenIndex last = sentence.last; last > sentence.first && sentence.last - last < 3; --last)
      if (reading_.text(last - 1) == "?") return true;
    return false;
  }

  bool is_event(const Mention& mention) const {
    return mention.entity != no_entity && reading_.type_of(mention.entity) == EntityType::event;
  }

  void add_named(const Mention& mention) {
    if (!is_event(mention)) return;
    EventType type = EventType::other;
    for (TokenIndex t = mention.first; t < mention.last; ++t)
      if (const auto told = syntax_.word(t).noun.type; told != EventType::none) type = told;
    if (type == EventType::publication || type == EventType::aid) type = EventType::other;
    found_.push_back({type, Strength::strong, mention.head, true, mention.entity, mention.span});
  }

  void push(EventType type, Strength strength, TokenIndex t, bool nominal) {
    found_.push_back({type, strength, t, nominal, no_entity, reading_.token(t).span});
  }

  // ---- verbs --------------------------------------------------------------------------------------

  void add_verb(TokenIndex t) {
    if (reading_.token(t).relation == Deprel::amod || !is_stated(t)) return;
    if (reading_.text(t) == "born" || reading_.text(t) == "Born")
      return push(EventType::birth, Strength::strong, t, false);
    if (takes_office(t)) return push(EventType::appointment, Strength::weak, t, false);
    if (changes_service(t)) return push(EventType::appointment, Strength::argument, t, false);
    const Trigger trigger = syntax_.word(t).verb;
    if (trigger.type == EventType::none) return add_phrase(t);
    if (means_something_else(t)) return;
    if (trigger.strength == Strength::argument) {
      const EventType fitting = fitting_type(t, trigger.type);
      if (fitting != EventType::none) push(fitting, strength_of_fit(fitting), t, false);
      return;
    }
    if (needs_office(trigger.type) && !about_office(t) && trigger.strength == Strength::weak) return;
    if (trigger.type == EventType::attack && syntax_.lemma_is(t, "shoot") && is_said_of(t, "dead"))
      return push(EventType::killing, Strength::strong, t, false);
    const EventType type = sets_up_post(t, trigger.type) ? EventType::deployment : by_cause(t, trigger.type);
    if (type != EventType::none) push(type, trigger.strength, t, false);
  }

  // Verb and object together leave little doubt for these types.
  static Strength strength_of_fit(EventType type) {
    const bool sure = type == EventType::blockade || type == EventType::aid ||
                      type == EventType::legislation || type == EventType::deployment ||
                      type == EventType::agreement || type == EventType::killing;
    return sure ? Strength::strong : Strength::weak;
  }

  // "demonstrated that", "helped him leave", "met his wife", "deployed a mirror", "it arrests us"
  bool means_something_else(TokenIndex t) const {
    const std::string& lemma = reading_.token(t).lemma;
    const auto object = syntax_.child(t, Deprel::obj);
    const bool clause = syntax_.child(t, {Deprel::ccomp, Deprel::xcomp}).has_value();
    if (lemma == "seize") return is_gripped(t);
    if (lemma == "demonstrate") return object || clause;
    if (lemma == "help" || lemma == "assist") return clause;
    if (lemma == "deploy") return is_equipment(t);
    if (lemma == "strike" || lemma == "hit") return is_disaster(t);
    if (lemma == "establish" || lemma == "found") return object && is_reflexive(*object);
    if (lemma == "meet") return object && is_unnamed(*object) && !syntax_.is_passive(t);
    const auto subject = syntax_.child(t, Deprel::nsubj);
    if (!subject) return false;
    if (lemma == "collapse" || lemma == "erupt" || lemma == "crash" || lemma == "burn")
      return !is_thing(*subject);
    return syntax_.lemma_is(*subject, "it") && syntax_.word(t).verb.type == EventType::arrest;
  }
  // "an earthquake struck"
  bool is_disaster(TokenIndex verb) const {
    const auto subject = syntax_.agent(verb);
    return subject && syntax_.word(*subject).noun.type == EventType::destruction;
  }
  // "seized with fear"
  bool is_gripped(TokenIndex verb) const {
    for (TokenIndex c : syntax_.children(verb))
      if (c > verb && syntax_.preposition(c) == "with" && reading_.actor_at(c) == no_entity) return true;
    return false;
  }
  // What is deployed is neither troops nor weapons nor anybody.
  bool is_equipment(TokenIndex verb) const {
    const auto object = syntax_.patient(verb);
    return object && is_unnamed(*object) &&
           !fits_as_object(EventType::deployment, reading_.token(*object).lemma);
  }
  // "established herself as"
  bool is_reflexive(TokenIndex t) const {
    return reading_.text(t).ends_with("self") || reading_.text(t).ends_with("selves");
  }
  // What can fall, crash or burn: not talks, markets or governments.
  bool is_thing(TokenIndex noun) const {
    constexpr std::string_view words[] = {
        "plane",  "airplane",   "jet",   "helicopter", "aircraft",  "train",   "bus",      "car",
        "truck",  "tower",      "roof",  "wall",       "volcano",   "ceiling", "crane",    "satellite",
        "rocket", "spacecraft", "drone", "vehicle",    "structure", "shaft",   "airliner", "balloon"};
    const std::string& lemma = reading_.token(noun).lemma;
    const EntityIndex actor = reading_.actor_at(noun);
    if (actor != no_entity) return reading_.type_of(actor) == EntityType::place;
    return is_one_of(lemma, words) || fits_as_object(EventType::destruction, lemma) ||
           reading_.token(noun).upos == Upos::PRON || reading_.token(noun).upos == Upos::PROPN;
  }
  // "a woman", "her future husband", "the requirements": one thing or person that nobody names.
  bool is_unnamed(TokenIndex noun) const {
    if (reading_.token(noun).upos != Upos::NOUN || reading_.actor_of_phrase(noun) != no_entity) return false;
    const NounRole role = syntax_.word(noun).noun_role;
    return role != NounRole::office && role != NounRole::body && role != NounRole::collective;
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
      const bool person = actor != no_entity && reading_.type_of(actor) == EntityType::person;
      return person && syntax_.lemma_is(t, "collapse") ? EventType::none : type;
    }
    if (type == EventType::killing && is_by_accident(t)) return EventType::death;
    if (type == EventType::killing && syntax_.is_passive(t) && !syntax_.agent(t)) {
      for (TokenIndex c : syntax_.children(t))
        if ((reading_.token(c).relation == Deprel::obl && is_accident(c)) ||
            (reading_.token(c).relation == Deprel::advcl && tells_accident(c)))
          return EventType::death;
    }
    if (type == EventType::death && syntax_.lemma_is(t, "die") && near_violence(t)) return EventType::killing;
    return type;
  }
  // "A storm hit N, killing 300 people", "cholera killed many"
  bool is_by_accident(TokenIndex t) const {
    const auto agent = syntax_.agent(t);
    return agent && is_accident(*agent);
  }
  bool is_accident(TokenIndex t) const {
    constexpr std::string_view words[] = {
        "accident",  "crash",    "stampede",  "earthquake", "flood",     "fire",     "avalanche", "storm",
        "hurricane", "collapse", "landslide", "collision",  "explosion", "disaster", "tornado",   "crush",
        "tsunami",   "wreck",    "outbreak",  "epidemic",   "cholera",   "plague",   "famine",    "disease",
        "typhoon",   "virus",    "tornado",   "cyclone",    "heatwave",  "blizzard"};
    return is_one_of(reading_.token(t).lemma, words);
  }
  // "when the roof collapsed"
  bool tells_accident(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"collapse", "crash",    "sink", "capsize",
                                          "derail",   "overturn", "erupt"};
    return is_one_of(reading_.token(verb).lemma, verbs);
  }
  // An attack or a killing told in the same sentence or the one before.
  bool near_violence(TokenIndex t) const {
    const std::uint32_t s = syntax_.sentence_of(t);
    const bool look_back = s > 0 && dies_among_others(t);
    const TokenIndex first = reading_.document.sentences[look_back ? s - 1 : s].first;
    const TokenIndex last = reading_.document.sentences[s].last;
    for (TokenIndex i = std::max(first, t > 60 ? t - 60 : 0); i < std::min(last, t + 40); ++i) {
      const WordInfo& word = syntax_.word(i);
      const Upos upos = reading_.token(i).upos;
      const EventType told = upos == Upos::VERB   ? word.verb.type
                             : upos == Upos::NOUN ? word.noun.type
                                                  : EventType::none;
      const bool sure = (upos == Upos::VERB ? word.verb.strength : word.noun.strength) != Strength::argument;
      if (i != t && sure && (told == EventType::attack || told == EventType::killing))
        return !says_disease(t);
    }
    return false;
  }
  // "ten people died", "they died": one whose name stands there may have died of anything.
  bool dies_among_others(TokenIndex t) const {
    const auto subject = syntax_.subject(t);
    if (!subject) return false;
    return reading_.actor_at(*subject) == no_entity || reading_.token(*subject).penn == Penn::NNS;
  }
  bool says_disease(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (reading_.token(c).relation == Deprel::obl && syntax_.preposition(c) == "of") return true;
    return false;
  }

  static bool needs_office(EventType type) { return type == EventType::appointment; }
  bool about_office(TokenIndex verb) const {
    const auto patient = syntax_.patient(verb);
    if (patient && names_office(*patient)) return true;
    if (patient && is_personal(*patient)) return true;
    for (TokenIndex c : syntax_.children(verb))
      if (names_office(c)) return true;
    return false;
  }

  // "committed suicide" is told by its noun; "passed away", "stepped down", "set up" by their particle.
  void add_phrase(TokenIndex t) {
    const std::string& lemma = reading_.token(t).lemma;
    const auto particle = syntax_.child(t, {Deprel::compound_prt, Deprel::advmod});
    const std::string_view with =
        particle ? std::string_view(reading_.token(*particle).lemma) : std::string_view();
    if (lemma == "pass" && with == "away") return push(EventType::death, Strength::strong, t, false);
    if (lemma == "step" && (with == "down" || with == "aside"))
      return push(EventType::appointment, Strength::weak, t, false);
    if ((lemma == "speak" || lemma == "talk" || lemma == "consult") &&
        (is_with_somebody(t) || is_by_phone(t)))
      return push(EventType::meeting, Strength::weak, t, false);
    if ((lemma == "appear" || lemma == "come") && appears_in_print(t, with))
      return push(EventType::publication, Strength::weak, t, false);
    if (lemma == "report" && is_in_journal(t)) return push(EventType::publication, Strength::weak, t, false);
    if (lemma == "round" && with == "up") return push(EventType::arrest, Strength::weak, t, false);
    if (lemma == "find" && is_said_of(t, "guilty")) return push(EventType::trial, Strength::weak, t, false);
    if (lemma == "lose" && has_object(t, "life"))
      return push(by_cause_of_death(t), Strength::strong, t, false);
    if ((lemma == "go" || lemma == "file") && is_said_of(t, "bankrupt"))
      return push(EventType::dissolution, Strength::weak, t, false);
    if (lemma == "march" && !is_of_troops(t)) return push(EventType::protest, Strength::weak, t, false);
    if ((lemma == "go" || lemma == "head") && goes_to(t, "poll"))
      return push(EventType::election, Strength::weak, t, false);
    if (lemma == "gun" && with == "down") return push(EventType::killing, Strength::strong, t, false);
    if (lemma == "blow" && with == "up") return push(EventType::destruction, Strength::weak, t, false);
  }

  bool is_by_phone(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.lemma_is(c, "phone") || syntax_.lemma_is(c, "telephone")) return true;
    return false;
  }
  // "took over as director"
  bool is_as_office(TokenIndex t) const {
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.preposition(c) == "as" && names_office(c)) return true;
    return false;
  }
  // "appeared in the journal", "her book came out"
  bool appears_in_print(TokenIndex t, std::string_view particle) const {
    const auto subject = syntax_.subject(t);
    const bool work = subject && fits_as_object(EventType::publication, reading_.token(*subject).lemma);
    if (syntax_.lemma_is(t, "come")) return work && particle == "out";
    return is_in_journal(t) || (work && reading_.token(t).penn == Penn::VBD);
  }
  bool is_in_journal(TokenIndex t) const {
    constexpr std::string_view nouns[] = {"journal", "magazine", "newspaper", "proceedings", "issue"};
    for (TokenIndex c : syntax_.children(t)) {
      const auto kind = syntax_.child(c, Deprel::compound);  // "the journal Cell"
      const bool journal = is_one_of(reading_.token(c).lemma, nouns) ||
                           (kind && is_one_of(reading_.token(*kind).lemma, nouns));
      if (journal && syntax_.preposition(c) == "in") return true;
      if (reading_.token(c).relation == Deprel::obj && is_in_journal(c)) return true;
    }
    return false;
  }
  // "found guilty", "went bankrupt", "shot dead"
  bool is_said_of(TokenIndex verb, std::string_view adjective) const {
    for (TokenIndex c : syntax_.children(verb))
      if (c > verb && syntax_.lemma_is(c, adjective)) return true;
    return false;
  }
  bool has_object(TokenIndex verb, std::string_view noun) const {
    const auto object = syntax_.child(verb, Deprel::obj);
    return object && syntax_.lemma_is(*object, noun);
  }
  // "went to the polls"
  bool goes_to(TokenIndex verb, std::string_view noun) const {
    for (TokenIndex c : syntax_.children(verb))
      if (syntax_.lemma_is(c, noun) && syntax_.preposition(c) == "to") return true;
    return false;
  }
  EventType by_cause_of_death(TokenIndex verb) const {
    return near_violence(verb) ? EventType::killing : EventType::death;
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

  bool names_office(TokenIndex t) const {
    if (syntax_.word(t).noun_role == NounRole::office) return true;
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      if ((relation == Deprel::flat || relation == Deprel::compound) &&
          syntax_.word(c).noun_role == NounRole::office)
        return true;
    }
    return false;
  }

  // "became president", "served as minister", "was named director", "was sworn in"
  bool takes_office(TokenIndex t) const {
    constexpr std::string_view verbs[] = {"become",  "serve",   "name",      "make",  "proclaim", "declare",
                                          "crown",   "remain",  "appoint",   "elect", "nominate", "reappoint",
                                          "install", "promote", "designate", "create"};
    const std::string& lemma = reading_.token(t).lemma;
    if (lemma == "take" && is_said_of(t, "over")) return is_as_office(t);
    if (lemma == "swear") return syntax_.child(t, Deprel::compound_prt).has_value() || syntax_.is_passive(t);
    if (!is_one_of(lemma, verbs)) return false;
    if (lemma == "appoint" || lemma == "elect" || lemma == "nominate") return lemma == "appoint";
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      const bool as = relation == Deprel::obl && syntax_.preposition(c) == "as";
      const bool complement = as || relation == Deprel::xcomp || relation == Deprel::obj;
      if (complement && c > t && (as || lemma != "serve") && names_office(c)) return true;
    }
    return false;
  }

  // "P retired", "P joined O", "enlisted in the army": a person's own coming and going.
  bool changes_service(TokenIndex t) const {
    constexpr std::string_view of_bodies[] = {"join", "leave", "quit"};
    const std::string& lemma = reading_.token(t).lemma;
    const bool body = is_one_of(lemma, of_bodies);
    if (!body && lemma != "retire" && lemma != "enlist") return false;
    const auto subject = syntax_.subject(t);
    if (!subject || !is_personal(*subject)) return false;
    const auto object = syntax_.child(t, Deprel::obj);
    if (!body) return !object || lemma == "enlist";
    if (!object) return false;
    const EntityIndex joined = reading_.actor_at(*object);
    if (joined != no_entity) return reading_.type_of(joined) == EntityType::organization;
    return syntax_.word(*object).noun_role == NounRole::body;
  }
  // A named person, "she", "the manager"
  bool is_personal(TokenIndex t) const {
    constexpr std::string_view pronouns[] = {"he", "she", "i", "I", "who", "him", "her", "me"};
    const EntityIndex actor = reading_.actor_at(t);
    if (actor != no_entity) return reading_.type_of(actor) == EntityType::person;
    if (reading_.token(t).upos == Upos::PRON) return is_one_of(reading_.token(t).lemma, pronouns);
    const NounRole role = syntax_.word(t).noun_role;
    return role == NounRole::office || role == NounRole::membership;
  }

  EventType fitting_type(TokenIndex t, EventType listed) const {
    auto patient = syntax_.patient(t);
    if (!patient && syntax_.lemma_is(t, "launch"))
      return lifts_off(t) ? EventType::deployment : EventType::none;
    const bool by_itself = listed == EventType::destruction || syntax_.lemma_is(t, "arrive") ||
                           syntax_.lemma_is(t, "open") || syntax_.lemma_is(t, "close");
    if (!patient && by_itself) patient = syntax_.subject(t);  // "the ship sank", "troops arrived"
    if (rules(t)) return EventType::trial;
    if (!patient) return EventType::none;
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

  // "a rocket launched from L"
  bool lifts_off(TokenIndex verb) const {
    const auto subject = syntax_.subject(verb);
    return subject && fits_as_object(EventType::deployment, last_word_of(*subject));
  }

  // "The court ruled that …"
  bool rules(TokenIndex t) const {
    constexpr std::string_view judges[] = {"court", "judge", "tribunal", "jury", "magistrate"};
    if (!syntax_.lemma_is(t, "rule")) return false;
    const auto subject = syntax_.child(t, Deprel::nsubj);
    if (!subject) return false;
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
    const EntityIndex actor = reading_.actor_at(noun);
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
        return syntax_.lemma_is(verb, "open") && fits_as_object(type, last_word_of(noun));
      // "launched the Norland Space Telescope"
      if (type == EventType::deployment)
        return syntax_.lemma_is(verb, "launch") && fits_as_object(type, last_word_of(noun));
      if (type == EventType::founding || type == EventType::dissolution)
        return kind == EntityType::organization && !fits_as_object(EventType::deployment, last_word_of(noun));
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
    if (type == EventType::displacement && syntax_.lemma_is(verb, "leave"))
      return lemma == "village" || lemma == "home" || lemma == "homeland" || lemma == "house" ||
             lemma == "country";
    return fits_as_object(type, lemma);
  }

  std::string_view last_word_of(TokenIndex named) const {
    const Mention* mention = reading_.mention_at(named);
    return mention ? reading_.text(mention->last - 1) : reading_.text(named);
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

  // ---- nouns --------------------------------------------------------------------------------------

  void add_noun(TokenIndex t) {
    const Trigger trigger = syntax_.word(t).noun;
    if (trigger.type == EventType::none) return;
    const Deprel relation = reading_.token(t).relation;
    if (relation == Deprel::compound || relation == Deprel::flat || relation == Deprel::amod) return;
    if (reading_.actor_at(t) != no_entity && reading_.mention_at(t)->kind == MentionKind::name) return;
    if (syntax_.is_negated(t) || is_figure(t) || is_manner(t) || !is_stated(syntax_.clause_of(t))) return;
    if (trigger.strength == Strength::argument && !is_made(t, trigger.type)) return;
    if (trigger.type == EventType::election && is_counted(t)) return;
    if (is_charge(t) || syntax_.preposition(t) == "without") return;
    if (trigger.type == EventType::founding && trigger.strength == Strength::weak && is_of_nothing(t)) return;
    if (trigger.type == EventType::appointment && is_for_prize(t)) return;
    if (trigger.type == EventType::appointment && trigger.strength == Strength::weak && is_of_a_thing(t))
      return;
    if (trigger.type == EventType::legislation && trigger.strength == Strength::weak && !is_passed(t)) return;
    const Strength strength = trigger.strength == Strength::strong ? Strength::strong : Strength::weak;
    push(type_of_noun(t, trigger.type), strength, t, true);
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
    return syntax_.child(t, Deprel::nummod) ||
           (verb && (syntax_.lemma_is(*verb, "cast") || syntax_.lemma_is(*verb, "count")));
  }
  // "a nomination for Best Picture", "received a Golden Reel nomination"
  bool is_for_prize(TokenIndex t) const {
    if (!syntax_.lemma_is(t, "nomination")) return false;
    const auto verb = syntax_.head(t);
    constexpr std::string_view verbs[] = {"receive", "earn", "gain", "get", "garner"};
    if (verb && is_one_of(reading_.token(*verb).lemma, verbs)) return true;
    for (TokenIndex c : syntax_.children(t))
      if (syntax_.preposition(c) == "for" && !names_office(c)) return true;
    return false;
  }

  // "artillery fire" burns nothing; "ten deaths" in an attack are killings.
  EventType type_of_noun(TokenIndex t, EventType type) const {
    if (syntax_.lemma_is(t, "fire") && is_gunfire(t)) return EventType::attack;
    if (syntax_.lemma_is(t, "closure") && !is_of_way(t)) return EventType::dissolution;
    if (syntax_.lemma_is(t, "strike") && is_of_weapons(t)) return EventType::attack;
    if (type == EventType::publication && is_of_several_parties(t)) return EventType::agreement;
    const bool deaths = syntax_.lemma_is(t, "death") || syntax_.lemma_is(t, "fatality");
    if (deaths && reading_.token(t).penn == Penn::NNS && near_violence(t)) return EventType::killing;
    return type;
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
        return reading_.token(c).upos == Upos::NOUN && is_unnamed(c);
    return false;
  }

  // "left in protest"
  bool is_manner(TokenIndex t) const {
    return syntax_.lemma_is(t, "protest") && syntax_.preposition(t) == "in" && !syntax_.child(t, Deprel::det);
  }

  // "heart attack", "information war", "price war"
  bool is_figure(TokenIndex t) const {
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
  // "artillery fire", "came under fire"
  bool is_gunfire(TokenIndex t) const {
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
    constexpr std::string_view words[] = {"military",    "air",       "drone",  "missile", "anti-terrorist",
                                          "anti-terror", "artillery", "rocket", "combat",  "punitive",
                                          "special",     "terrorist", "nuclear"};
    return is_one_of(reading_.token(t).lemma, words);
  }

  // ---- is it stated as having happened ------------------------------------------------------------

  bool is_stated(TokenIndex clause) const {
    if (syntax_.is_negated(clause)) return false;
    for (TokenIndex c : syntax_.children(clause)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::aux && is_one_of(reading_.token(c).lemma, conditional_modals)) return false;
      if (relation == Deprel::mark && is_one_of(reading_.token(c).lemma, conditional_marks)) return false;
    }
    return !is_wish(clause);
  }

  // An infinitive tells of something that happened only under verbs that bring it about.
  bool is_wish(TokenIndex clause) const {
    if (reading_.token(clause).upos != Upos::VERB) return false;
    const auto mark = syntax_.child(clause, Deprel::mark);
    const bool marked = mark && syntax_.lemma_is(*mark, "to");
    const bool bare =
        reading_.token(clause).penn == Penn::VB && !syntax_.child(clause, {Deprel::aux, Deprel::nsubj});
    if (!marked && !bare) return false;
    const auto governor = syntax_.head(clause);
    if (!governor) return bare;
    return !(syntax_.is_verb(*governor) && is_one_of(reading_.token(*governor).lemma, factual_governors) &&
             is_stated_verb(*governor));
  }
  bool is_stated_verb(TokenIndex verb) const {
    const auto modal = syntax_.child(verb, Deprel::aux);
    return !syntax_.is_negated(verb) &&
           !(modal && is_one_of(reading_.token(*modal).lemma, conditional_modals));
  }

  const Reading& reading_;
  const Syntax& syntax_;
  std::vector<bool> in_date_;
  std::vector<EventTrigger> found_;
};

}  // namespace

std::vector<EventTrigger> find_triggers(const Reading& reading) {
  return TriggerFinder(reading).run();
}

}  // namespace attest::extract
