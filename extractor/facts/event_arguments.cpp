#include <algorithm>

#include <attest/extractor/facts/events.hpp>

namespace attest::extract {
namespace {

bool is_mutual(EventType type) {
  return type == EventType::meeting || type == EventType::agreement;
}
// The one it happens to is the subject of the verb: "X was born", "X died", "X fled".
bool befalls_subject(EventType type) {
  return type == EventType::birth || type == EventType::death;
}

constexpr std::string_view place_prepositions[] = {
    "in",     "at",     "near",   "on",         "into",   "to",   "from", "outside",
    "inside", "around", "across", "throughout", "aboard", "over", "of",   "through"};

class Describer {
 public:
  Describer(const Reading& reading, const EventTrigger& trigger)
      : reading_(reading), syntax_(reading.syntax) {
    telling_.trigger = trigger;
    telling_.clause = syntax_.clause_of(trigger.token);
  }

  Telling run() {
    if (telling_.trigger.nominal) {
      describe_noun();
    } else {
      describe_verb(telling_.trigger.token);
    }
    find_places();
    find_date();
    set_evidence();
    telling_.definite = is_definite();
    telling_.modality = modality();
    telling_.confidence = confidence();
    return std::move(telling_);
  }

 private:
  EventType type() const { return telling_.trigger.type; }

  void add(EntityIndex entity, Role role) {
    if (entity == no_entity || reading_.type_of(entity) == EntityType::event) return;
    for (const auto& [known, as] : telling_.participants)
      if (known == entity) return;
    telling_.participants.emplace_back(entity, role);
  }
  void add_phrase(TokenIndex head, Role role) {
    for (TokenIndex t : syntax_.conjuncts(head)) add(actor_of_group(t), role);
  }
  // "the people of L", "L's troops": who acts or suffers through them is the name.
  EntityIndex actor_of_group(TokenIndex head) const {
    if (const EntityIndex actor = reading_.actor_of_phrase(head); actor != no_entity) return actor;
    constexpr std::string_view groups[] = {"people",      "population", "force",      "troop",
                                           "citizen",     "aircraft",   "warplane",   "soldier",
                                           "leadership",  "state",      "parliament", "chamber",
                                           "competition", "city",       "town",       "village"};
    if (std::find(std::begin(groups), std::end(groups), reading_.token(head).lemma) == std::end(groups))
      return no_entity;
    for (TokenIndex c : syntax_.children(head)) {
      const Deprel relation = reading_.token(c).relation;
      const bool of = relation == Deprel::nmod && syntax_.preposition(c) == "of";
      if (!of && relation != Deprel::nmod_poss && relation != Deprel::compound && relation != Deprel::appos)
        continue;
      const EntityIndex named = reading_.actor_at(c);
      if (named != no_entity && reading_.type_of(named) != EntityType::person) return named;
    }
    return no_entity;
  }

  // ---- verbs --------------------------------------------------------------------------------------

  Role role_of_subject() const {
    if (befalls_subject(type())) return Role::target;
    if (type() == EventType::agreement) return Role::participant;
    if (type() == EventType::meeting && !syntax_.lemma_is(telling_.trigger.token, "visit"))
      return Role::participant;
    return Role::agent;
  }
  Role role_of_object() const { return is_mutual(type()) ? Role::participant : Role::target; }

  void describe_verb(TokenIndex verb) {
    const bool born = type() == EventType::birth;
    if (const auto agent = syntax_.agent(verb); agent && !born) {
      const bool own_office = type() == EventType::appointment && !syntax_.is_passive(verb) &&
                              !syntax_.lemma_is(verb, "appoint") && !syntax_.lemma_is(verb, "name");
      add_phrase(*agent, own_office ? Role::agent : role_of_subject());
    }
    const auto patient = syntax_.patient(verb);
    if (patient) {
      add_object(*patient);
    } else if (born) {
      if (const auto subject = syntax_.subject(verb)) add_phrase(*subject, Role::target);
    }
    for (TokenIndex c : syntax_.children(verb)) add_oblique(c);
  }

  void add_object(TokenIndex object) {
    for (TokenIndex t : syntax_.conjuncts(object)) {
      const EntityIndex actor = actor_of_group(t);
      if (actor == no_entity) {
        add_owner_of(t);
        continue;
      }
      const bool place = reading_.type_of(actor) == EntityType::place;
      if (place && type() == EventType::meeting) {
        add_place(actor);
      } else {
        add(actor, role_of_object());
      }
    }
  }

  // "killed three civilians of Sarushen", "aimed at a loudspeaker in South Korea": the victim's name is in
  // the object.
  void add_owner_of(TokenIndex object) {
    if (type() != EventType::attack && type() != EventType::destruction && type() != EventType::founding)
      return;
    for (TokenIndex c : syntax_.children(object)) {
      const Deprel relation = reading_.token(c).relation;
      if (relation == Deprel::appos || relation == Deprel::nmod_poss ||
          (relation == Deprel::nmod && syntax_.preposition(c) == "of"))
        add(reading_.actor_at(c), role_of_object());
    }
  }

  void add_oblique(TokenIndex c) {
    const Deprel relation = reading_.token(c).relation;
    if (relation != Deprel::obl && relation != Deprel::nmod) return;
    const std::string_view preposition = syntax_.preposition(c);
    if (preposition == "with") {
      add_phrase(c, is_mutual(type()) ? Role::participant : Role::target);
    } else if (preposition == "against" || (preposition == "at" && type() == EventType::attack)) {
      add_phrase(c, Role::target);
    } else if (preposition == "between" && is_mutual(type())) {
      add_phrase(c, Role::participant);
    } else if (preposition == "by") {
      add_phrase(c, is_mutual(type()) ? Role::participant : Role::agent);
    } else if (preposition == "to" && type() == EventType::aid) {
      add_phrase(c, Role::target);
    }
  }

  // ---- nouns --------------------------------------------------------------------------------------

  void describe_noun() {
    const TokenIndex noun = telling_.trigger.token;
    for (TokenIndex c : syntax_.children(noun)) add_modifier(c);
    TokenIndex link = noun;
    const auto verb = governor(link);
    if (!verb) return;
    const Deprel relation = reading_.token(link).relation;
    const bool object = link == noun && (relation == Deprel::obj || relation == Deprel::nsubj_pass);
    const bool inside = relation == Deprel::obl || relation == Deprel::nmod;
    const VerbRole role = syntax_.word(*verb).verb_role;
    const bool same_event = syntax_.word(*verb).verb.type == type() && object;
    const bool told =
        inside && type() == EventType::publication && syntax_.word(*verb).speech != Speech::none;
    if (object && (role == VerbRole::light || same_event || goes_to_court(*verb))) {
      if (const auto agent = syntax_.agent(*verb)) add_phrase(*agent, role_of_doer());
      for (TokenIndex c : syntax_.children(*verb)) add_oblique(c);
    } else if (role == VerbRole::attend || (inside && is_mutual(type()))) {
      if (const auto agent = syntax_.agent(*verb)) add_phrase(*agent, Role::participant);
    } else if (object && role == VerbRole::suffer) {
      if (const auto agent = syntax_.agent(*verb)) add_phrase(*agent, Role::target);
    } else if (told) {
      if (const auto agent = syntax_.agent(*verb)) add_phrase(*agent, Role::agent);
    }
  }
  Role role_of_doer() const {
    return is_mutual(type()) ? Role::participant : befalls_subject(type()) ? Role::target : Role::agent;
  }
  bool goes_to_court(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"lose", "win", "file", "bring", "settle"};
    return type() == EventType::trial &&
           std::find(std::begin(verbs), std::end(verbs), reading_.token(verb).lemma) != std::end(verbs);
  }
  // The verb that a noun depends on, also through another noun: "spoke at a speech during the conference".
  std::optional<TokenIndex> governor(TokenIndex& link) const {
    for (int step = 0; step < 3; ++step) {
      const auto head = syntax_.head(link);
      if (!head) return std::nullopt;
      if (syntax_.is_verb(*head)) return head;
      const std::string_view preposition = syntax_.preposition(link);
      const bool during = preposition == "during" || preposition == "at" || preposition == "in";
      if (!is_mutual(type()) || reading_.token(link).relation != Deprel::nmod || !during) return std::nullopt;
      link = *head;
    }
    return std::nullopt;
  }

  void add_modifier(TokenIndex c) {
    const Deprel relation = reading_.token(c).relation;
    if (relation == Deprel::nmod_poss || relation == Deprel::compound) {
      const EntityIndex actor = reading_.actor_of_phrase(c);
      if (actor == no_entity) return;
      const bool place = relation == Deprel::compound && reading_.type_of(actor) == EntityType::place;
      if (place) return add_place(actor);
      return add(actor, role_of_owner());
    }
    if (relation == Deprel::acl) {
      if (const auto agent = syntax_.agent(c))
        add_phrase(*agent, is_mutual(type()) ? Role::participant : Role::agent);
      for (TokenIndex d : syntax_.children(c)) add_oblique(d);
      const auto object = syntax_.child(c, Deprel::obj);
      if (object && !is_mutual(type()) && type() != EventType::publication) add_phrase(*object, Role::target);
      return;
    }
    if (relation != Deprel::nmod) return;
    const std::string_view preposition = syntax_.preposition(c);
    if (preposition == "of") return add_phrase_of(c);
    if (preposition == "on" && type() == EventType::attack) return add_phrase(c, Role::target);
    if (preposition == "from" && type() == EventType::publication) return add_phrase(c, Role::agent);
    add_oblique(c);
  }
  Role role_of_owner() const {
    if (type() == EventType::meeting)
      return syntax_.lemma_is(telling_.trigger.token, "visit") ? Role::agent : Role::participant;
    if (type() == EventType::agreement) return Role::participant;
    const bool befalls = befalls_subject(type()) || type() == EventType::killing ||
                         type() == EventType::arrest || type() == EventType::trial ||
                         type() == EventType::appointment || type() == EventType::displacement;
    return befalls ? Role::target : Role::agent;
  }
  void add_phrase_of(TokenIndex c) {
    for (TokenIndex t : syntax_.conjuncts(c)) {
      const EntityIndex actor = reading_.actor_of_phrase(t);
      if (actor == no_entity) continue;
      const bool place = reading_.type_of(actor) == EntityType::place;
      if (place && (type() == EventType::displacement || type() == EventType::meeting ||
                    type() == EventType::election)) {
        add_place(actor);
      } else {
        add(actor, is_mutual(type()) || type() == EventType::election ? Role::participant : Role::target);
      }
    }
  }

  // ---- where --------------------------------------------------------------------------------------

  void add_place(EntityIndex place) {
    if (std::find(telling_.places.begin(), telling_.places.end(), place) == telling_.places.end())
      telling_.places.push_back(place);
  }

  void find_places() {
    places_under(telling_.trigger.token);
    if (telling_.trigger.nominal && telling_.clause != telling_.trigger.token && leads_clause())
      places_under(telling_.clause);
    if (telling_.places.empty() && !telling_.trigger.nominal)
      if (const auto patient = syntax_.patient(telling_.trigger.token)) places_under(*patient);
    if (telling_.places.empty()) places_in_clause();
    if (type() == EventType::attack) places_attacked();
  }
  // What is attacked is also where it happened.
  void places_attacked() {
    for (const auto& [entity, role] : telling_.participants)
      if (role == Role::target && reading_.type_of(entity) == EntityType::place) add_place(entity);
  }
  // Any place of the same clause that a preposition of place stands before.
  void places_in_clause() {
    const Sentence& sentence = reading_.sentence(telling_.trigger.token);
    const TokenIndex trigger = telling_.trigger.token;
    const TokenIndex first =
        std::max({sentence.first, syntax_.left(telling_.clause), trigger > 30 ? trigger - 30 : 0});
    const TokenIndex last = std::min({sentence.last, syntax_.right(telling_.clause), trigger + 30});
    for (TokenIndex t = first; t < last; ++t) {
      const Mention* mention = reading_.mention_at(t);
      if (!mention || mention->head != t || mention->kind != MentionKind::name ||
          mention->entity == no_entity)
        continue;
      if (reading_.type_of(mention->entity) != EntityType::place || takes_part(mention->entity)) continue;
      const std::string_view preposition = syntax_.preposition(t);
      const bool locates = preposition == "in" || preposition == "at" || preposition == "near" ||
                           preposition == "aboard" || preposition == "into" || preposition == "outside";
      if (locates && syntax_.clause_of(t) == telling_.clause) add_place(mention->entity);
    }
  }
  // The clause is about the event: its subject or its object.
  bool leads_clause() const {
    const Deprel relation = reading_.token(telling_.trigger.token).relation;
    return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::obj ||
           relation == Deprel::root;
  }

  void places_under(TokenIndex head) {
    for (TokenIndex c : syntax_.children(head)) {
      const Deprel relation = reading_.token(c).relation;
      const bool adverbial = relation == Deprel::obl || relation == Deprel::nmod;
      if (adverbial) place_in_phrase(c, 0);
      if (!adverbial && relation == Deprel::acl) places_under(c);
    }
  }

  // "in the town of Yeoncheon", "at a base in Florida": down to the name.
  void place_in_phrase(TokenIndex t, int depth) {
    const std::string_view preposition = syntax_.preposition(t);
    if (!is_place_preposition(preposition)) return;
    if (preposition == "of" && depth == 0 && type() != EventType::displacement) return;
    if ((preposition == "to" || preposition == "from") && type() != EventType::displacement &&
        type() != EventType::meeting)
      return;
    for (TokenIndex c : syntax_.conjuncts(t)) {
      const EntityIndex place = reading_.actor_at(c);
      if (place != no_entity && reading_.type_of(place) == EntityType::place && !takes_part(place))
        add_place(place);
      if (place == no_entity && depth == 0)
        for (TokenIndex d : syntax_.children(c))
          if (reading_.token(d).relation == Deprel::nmod || reading_.token(d).relation == Deprel::appos) {
            if (reading_.token(d).relation == Deprel::appos) {
              const EntityIndex named = reading_.actor_at(d);
              if (named != no_entity && reading_.type_of(named) == EntityType::place) add_place(named);
            } else {
              place_in_phrase(d, 1);
            }
          }
    }
  }
  bool is_place_preposition(std::string_view preposition) const {
    return std::find(std::begin(place_prepositions), std::end(place_prepositions), preposition) !=
           std::end(place_prepositions);
  }
  bool takes_part(EntityIndex entity) const {
    return std::any_of(telling_.participants.begin(), telling_.participants.end(),
                       [&](const auto& p) { return p.first == entity && p.second != Role::target; });
  }

  // ---- when ---------------------------------------------------------------------------------------

  // The date nearest to the trigger, best under it in the tree, then in its clause, then in its sentence
  // where no other verb has it.
  void find_date() {
    const Sentence& sentence = reading_.sentence(telling_.trigger.token);
    auto at = std::lower_bound(reading_.dates.begin(), reading_.dates.end(), sentence.first,
                               [](const DateMention& d, TokenIndex token) { return d.first < token; });
    int best = 0;
    for (int seen = 0; at != reading_.dates.end() && at->first < sentence.last && seen < 24; ++at, ++seen) {
      const int score = closeness(*at);
      if (score > best) best = score, telling_.date = at->edtf;
    }
  }

  int closeness(const DateMention& date) const {
    if (telling_.trigger.span.begin <= date.span.begin && date.span.end <= telling_.trigger.span.end)
      return 2000;
    const TokenIndex trigger = telling_.trigger.token;
    const int distance = static_cast<int>(date.first > trigger ? date.first - trigger : trigger - date.first);
    const int near = std::max(0, 100 - distance);
    if (reaches(date, trigger)) return 900 + near;
    if (telling_.clause != trigger && leads_clause() && reaches(date, telling_.clause)) return 600 + near;
    const TokenIndex governor = syntax_.clause_of(date.first);
    if (governor == telling_.clause) return 400 + near;
    if (shares_time(governor)) return 100 + near;
    return distance <= 8 && no_verb_between(date, trigger) ? near / 2 : 0;
  }
  // Where the tree says nothing, a date close by with no other verb between.
  bool no_verb_between(const DateMention& date, TokenIndex trigger) const {
    const TokenIndex first = std::min(date.last, trigger + 1), last = std::max(date.first, trigger);
    for (TokenIndex t = first; t < last; ++t)
      if (t != telling_.clause && syntax_.is_verb(t)) return false;
    return true;
  }
  // Whether the date hangs on the token with no other clause between.
  bool reaches(const DateMention& date, TokenIndex top) const {
    TokenIndex t = date.last - 1;
    for (int step = 0; step < 8; ++step) {
      if (t == top) return true;
      const auto head = syntax_.head(t);
      if (!head) return false;
      if (*head == top) return true;
      const Deprel relation = reading_.token(t).relation;
      if (relation == Deprel::ccomp || relation == Deprel::advcl || relation == Deprel::acl_relcl ||
          (relation == Deprel::conj && syntax_.is_verb(t)))
        return false;
      t = *head;
    }
    return false;
  }
  // A verb above dates what is told below it: "On Tuesday they met and signed", "In 1945 he left to become
  // …".
  bool shares_time(TokenIndex governor) const {
    TokenIndex t = telling_.clause;
    for (int step = 0; step < 4; ++step) {
      const auto head = syntax_.head(t);
      const Deprel relation = reading_.token(t).relation;
      const bool passes = relation == Deprel::conj || relation == Deprel::advcl ||
                          relation == Deprel::xcomp || relation == Deprel::parataxis || !syntax_.is_verb(t);
      if (!head || !passes) return false;
      t = *head;
      if (t == governor) return true;
    }
    return false;
  }

  // ---- the rest -----------------------------------------------------------------------------------

  void set_evidence() {
    const Sentence& sentence = reading_.sentence(telling_.trigger.token);
    TokenIndex first = std::max(syntax_.left(telling_.clause), sentence.first);
    TokenIndex last = std::min(syntax_.right(telling_.clause), sentence.last);
    first = std::min(first, telling_.trigger.token);
    last = std::max(last, telling_.trigger.token + 1);
    if (last - first > 60) {
      first = std::max(first, telling_.trigger.token > 30 ? telling_.trigger.token - 30 : 0);
      last = std::min(last, telling_.trigger.token + 31);
    }
    telling_.evidence = syntax_.span(first, last);
    while (telling_.evidence.size() > 1 && reading_.document.document.text[telling_.evidence.end - 1] == '.')
      --telling_.evidence.end;
  }

  bool is_definite() const {
    if (!telling_.trigger.nominal) return false;
    const auto determiner = syntax_.child(telling_.trigger.token, Deprel::det);
    if (!determiner) return false;
    const std::string& lemma = reading_.token(*determiner).lemma;
    return lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those" ||
           lemma == "such";
  }

  std::string modality() const {
    if (reading_.quotation_of[telling_.trigger.token] >= 0) return "reported";
    TokenIndex t = telling_.clause;
    for (int step = 0; step < 6; ++step) {
      const auto head = syntax_.head(t);
      if (!head) break;
      const Deprel relation = reading_.token(t).relation;
      const Speech speech = syntax_.word(*head).speech;
      const bool complement = relation == Deprel::ccomp || relation == Deprel::xcomp;
      if (complement && syntax_.is_verb(*head) && speech == Speech::deny) return "denied";
      if (complement && syntax_.is_verb(*head) && speech != Speech::none) return "reported";
      t = *head;
    }
    for (TokenIndex c : syntax_.children(telling_.clause))
      if (reading_.token(c).relation == Deprel::aux && syntax_.lemma_is(c, "will")) return "hypothetical";
    for (TokenIndex c : syntax_.children(telling_.trigger.token))
      if (syntax_.lemma_is(c, "alleged") || syntax_.lemma_is(c, "allegedly") ||
          syntax_.lemma_is(c, "suspected"))
        return "reported";
    return {};
  }

  float confidence() const {
    float value = telling_.trigger.strength == Strength::strong ? 0.7f : 0.5f;
    if (!telling_.participants.empty()) value += 0.15f;
    if (!telling_.date.empty()) value += 0.05f;
    if (!telling_.places.empty()) value += 0.05f;
    return telling_.modality.empty() ? value : value * 0.9f;
  }

  const Reading& reading_;
  const Syntax& syntax_;
  Telling telling_;
};

}  // namespace

Telling describe(const Reading& reading, const EventTrigger& trigger) {
  return Describer(reading, trigger).run();
}

bool is_told(const Telling& telling) {
  if (telling.trigger.named != no_entity || telling.trigger.strength == Strength::strong) return true;
  return !telling.participants.empty() || !telling.places.empty() || !telling.date.empty();
}

}  // namespace attest::extract
