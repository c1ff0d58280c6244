#include <algorithm>

#include <attest/extractor/facts/events.hpp>

namespace attest::extract {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view word, const std::string_view (&words)[N]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

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
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (const Mention* mention = reading_.mention_at(t); mention && mention->kind == MentionKind::name) {
        if (mention->first == t) add_named(*mention);
        if (is_event(*mention) || mention->head != t || reading_.token(t).upos == Upos::PROPN) continue;
      }
      const Upos upos = reading_.token(t).upos;
      if (upos == Upos::VERB || (upos == Upos::ADJ && reading_.text(t) == "born")) add_verb(t);
      if (upos == Upos::NOUN || upos == Upos::PROPN) add_noun(t);
    }
    return std::move(found_);
  }

 private:
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
    if (!is_stated(t)) return;
    if (reading_.text(t) == "born" || reading_.text(t) == "Born")
      return push(EventType::birth, Strength::strong, t, false);
    if (takes_office(t)) return push(EventType::appointment, Strength::weak, t, false);
    const Trigger trigger = syntax_.word(t).verb;
    if (trigger.type == EventType::none) return add_phrase(t);
    if (trigger.strength == Strength::argument) {
      const EventType fitting = fitting_type(t, trigger.type);
      if (fitting != EventType::none) push(fitting, Strength::weak, t, false);
      return;
    }
    if (needs_office(trigger.type) && !about_office(t) && trigger.strength == Strength::weak) return;
    push(trigger.type, trigger.strength, t, false);
  }

  static bool needs_office(EventType type) { return type == EventType::appointment; }
  bool about_office(TokenIndex verb) const {
    const auto patient = syntax_.patient(verb);
    if (patient && names_office(*patient)) return true;
    if (patient && reading_.actor_at(*patient) != no_entity &&
        reading_.type_of(reading_.actor_at(*patient)) == EntityType::person)
      return true;
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
    if (lemma == "gun" && with == "down") return push(EventType::killing, Strength::strong, t, false);
    if (lemma == "blow" && with == "up") return push(EventType::destruction, Strength::weak, t, false);
    if (is_journey(t)) push(EventType::meeting, Strength::weak, t, false);
  }

  // "returned to China in 1973", "went to the station": somebody named goes to a place that is named.
  bool is_journey(TokenIndex t) const {
    constexpr std::string_view verbs[] = {"go", "travel", "return", "fly", "come"};
    if (!is_one_of(reading_.token(t).lemma, verbs)) return false;
    const auto who = syntax_.agent(t);
    if (!who || reading_.actor_of_phrase(*who) == no_entity) return false;
    for (TokenIndex c : syntax_.children(t)) {
      const EntityIndex place = reading_.token(c).relation == Deprel::obl ? reading_.actor_at(c) : no_entity;
      if (place != no_entity && reading_.type_of(place) == EntityType::place &&
          syntax_.preposition(c) == "to")
        return has_date(syntax_.left(t), syntax_.right(t));
    }
    return false;
  }
  bool has_date(TokenIndex first, TokenIndex last) const {
    const auto at = std::lower_bound(reading_.dates.begin(), reading_.dates.end(), first,
                                     [](const DateMention& d, TokenIndex token) { return d.first < token; });
    return at != reading_.dates.end() && at->first < last;
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
    constexpr std::string_view verbs[] = {"become",   "serve",     "name",    "make",    "proclaim",
                                          "declare",  "crown",     "remain",  "appoint", "elect",
                                          "nominate", "reappoint", "install", "promote", "designate"};
    const std::string& lemma = reading_.token(t).lemma;
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

  EventType fitting_type(TokenIndex t, EventType listed) const {
    const auto patient = syntax_.patient(t);
    if (!patient) return EventType::none;
    for (TokenIndex noun : syntax_.conjuncts(*patient)) {
      const std::string& lemma = reading_.token(noun).lemma;
      if (fits(listed, t, noun, lemma)) return listed;
      constexpr EventType others[] = {EventType::arrest,   EventType::killing,    EventType::publication,
                                      EventType::founding, EventType::deployment, EventType::legislation,
                                      EventType::aid};
      for (EventType other : others)
        if (may_mean(t, other) && fits(other, t, noun, lemma)) return other;
    }
    return EventType::none;
  }

  // Verbs of several types: the object decides.
  bool may_mean(TokenIndex t, EventType type) const {
    constexpr std::pair<std::string_view, EventType> pairs[] = {{"take", EventType::arrest},
                                                                {"capture", EventType::arrest},
                                                                {"seize", EventType::arrest},
                                                                {"hold", EventType::meeting},
                                                                {"hold", EventType::arrest},
                                                                {"launch", EventType::founding},
                                                                {"launch", EventType::publication},
                                                                {"open", EventType::founding},
                                                                {"open", EventType::attack},
                                                                {"send", EventType::deployment},
                                                                {"send", EventType::aid},
                                                                {"issue", EventType::legislation},
                                                                {"introduce", EventType::legislation},
                                                                {"release", EventType::publication},
                                                                {"force", EventType::displacement},
                                                                {"shoot", EventType::killing},
                                                                {"set", EventType::founding},
                                                                {"set", EventType::deployment},
                                                                {"produce", EventType::publication},
                                                                {"provide", EventType::aid},
                                                                {"put", EventType::deployment}};
    return std::find(std::begin(pairs), std::end(pairs),
                     std::pair(std::string_view(reading_.token(t).lemma), type)) != std::end(pairs);
  }

  bool fits(EventType type, TokenIndex verb, TokenIndex noun, const std::string& lemma) const {
    const EntityIndex actor = reading_.actor_at(noun);
    if (actor != no_entity) {
      const EntityType kind = reading_.type_of(actor);
      if (type == EventType::arrest || type == EventType::killing) return kind == EntityType::person;
      if (type == EventType::founding || type == EventType::dissolution)
        return kind == EntityType::organization;
      if (type == EventType::aid) return syntax_.lemma_is(verb, "assist") || syntax_.lemma_is(verb, "help");
      if (type == EventType::attack)
        return kind == EntityType::place &&
               (syntax_.lemma_is(verb, "capture") || syntax_.lemma_is(verb, "seize"));
    }
    if (type == EventType::displacement && syntax_.lemma_is(verb, "leave"))
      return lemma == "village" || lemma == "home" || lemma == "homeland" || lemma == "house" ||
             lemma == "country";
    return fits_as_object(type, lemma);
  }

  // ---- nouns --------------------------------------------------------------------------------------

  void add_noun(TokenIndex t) {
    const Trigger trigger = syntax_.word(t).noun;
    if (trigger.type == EventType::none) return;
    const Deprel relation = reading_.token(t).relation;
    if (relation == Deprel::compound || relation == Deprel::flat || relation == Deprel::amod) return;
    if (reading_.actor_at(t) != no_entity && reading_.mention_at(t)->kind == MentionKind::name) return;
    if (syntax_.is_negated(t) || !is_stated(syntax_.clause_of(t))) return;
    if (trigger.strength == Strength::argument && !is_made(t, trigger.type)) return;
    const Strength strength = trigger.strength == Strength::strong ? Strength::strong : Strength::weak;
    push(trigger.type, strength, t, true);
  }

  // "issued a letter", "a book by X", "his article", "military operation"
  bool is_made(TokenIndex t, EventType type) const {
    for (TokenIndex c : syntax_.children(t)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::nmod_poss)
        return reading_.actor_of_phrase(c) != no_entity && type == EventType::publication;
      if (relation == Deprel::nmod && syntax_.preposition(c) == "by")
        return reading_.actor_of_phrase(c) != no_entity;
      const bool military =
          type == EventType::attack && (relation == Deprel::amod || relation == Deprel::compound);
      if (military && is_military(c)) return true;
    }
    const auto verb = syntax_.head(t);
    return verb && syntax_.is_verb(*verb) && syntax_.word(*verb).verb_role == VerbRole::light &&
           type != EventType::publication;
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
    const auto mark = syntax_.child(clause, Deprel::mark);
    if (!mark || !syntax_.lemma_is(*mark, "to")) return false;
    const auto governor = syntax_.head(clause);
    if (!governor) return false;
    return !(syntax_.is_verb(*governor) && is_one_of(reading_.token(*governor).lemma, factual_governors) &&
             is_stated_verb(*governor));
  }
  bool is_stated_verb(TokenIndex verb) const { return !syntax_.is_negated(verb); }

  const Reading& reading_;
  const Syntax& syntax_;
  std::vector<EventTrigger> found_;
};

}  // namespace

std::vector<EventTrigger> find_triggers(const Reading& reading) {
  return TriggerFinder(reading).run();
}

}  // namespace attest::extract
