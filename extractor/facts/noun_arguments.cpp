// Who took part in an event that a noun tells of: from what hangs on the noun, and from the verb that it
// hangs on.

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/event_arguments.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class NounArguments {
 public:
  NounArguments(const Reading& reading, const PlaceReferences& references, Telling& telling)
      : reading_(reading),
        syntax_(reading.syntax),
        references_(references),
        telling_(telling),
        cast_(reading, references, telling) {}

  void run() {
    const TokenIndex noun = telling_.trigger.token;
    if (syntax_.lemma_is(noun, "author")) return add_author(noun);
    if (type() == EventType::arrest || type() == EventType::trial) add_one_held(noun);
    if (type() == EventType::appointment) add_holder(noun);
    const std::vector<TokenIndex> modifiers = modifiers_of(noun);
    for (TokenIndex c : modifiers)  // "the attack of N against M": N attacked
      if (type() == EventType::attack && syntax_.preposition(c) == "of" && is_against_somebody(modifiers))
        cast_.add(reading_.actor_at(c), Role::agent);
    for (TokenIndex c : modifiers) add_modifier(c);
    if (const auto first = syntax_.head(noun); first && reading_.token(noun).relation == Deprel::conj)
      for (TokenIndex c : syntax_.children(*first))  // "crimes and killings committed by L"
        if (c > noun && telling_.participants.empty()) add_modifier(c);
    if (telling_.trigger.named != no_entity || type() == EventType::election ||
        is_fought_by_sides(reading_, telling_.trigger))
      add_attending();
    if (const auto doer = one_charged_with(noun)) cast_.add_phrase(*doer, Role::agent);
    if (type() == EventType::election) add_standing();
    add_from_predicate();
    add_from_signing();
    add_from_governor();
  }

 private:
  EventType type() const { return telling_.trigger.type; }

  // "P was head of the jury"
  void add_holder(TokenIndex office) {
    const auto holder =
        syntax_.child(office, Deprel::cop) ? syntax_.child(office, Deprel::nsubj) : std::nullopt;
    if (holder) cast_.add_phrase(*holder, Role::agent);
  }

  // "a second day of talks", "a series of attacks": the noun that counts them.
  TokenIndex whole_of(TokenIndex noun) const {
    constexpr std::string_view counts[] = {"day",   "round", "series", "session", "set",
                                           "pair",  "week",  "wave",   "string",  "number",
                                           "dozen", "rash",  "spate",  "bout",    "exchange"};
    const auto head = syntax_.head(noun);
    const bool counted = head && reading_.token(noun).relation == Deprel::nmod &&
                         syntax_.preposition(noun) == "of" && is_one_of(reading_.token(*head).lemma, counts);
    return counted ? *head : noun;
  }

  // "P is on trial", "P is on a visit to N", "P is in N for talks"
  void add_from_predicate() {
    const TokenIndex noun = whole_of(telling_.trigger.token);
    const std::string_view preposition = syntax_.preposition(noun);
    auto said_of = syntax_.child(noun, Deprel::cop) ? syntax_.child(noun, Deprel::nsubj) : std::nullopt;
    if (const auto site = syntax_.head(noun); !said_of && site && preposition == "for" && is_mutual(type()))
      said_of = syntax_.child(*site, Deprel::cop) ? syntax_.subject(*site) : std::nullopt;
    const bool held = type() == EventType::arrest || type() == EventType::trial;
    if (!said_of || preposition.empty() || (!held && !is_mutual(type()))) return;
    cast_.add_phrase(*said_of, held ? Role::target : is_visit() ? Role::agent : Role::participant);
  }

  // "P's signing of the treaty", "N's breach of the ceasefire": P and N are its parties.
  void add_from_signing() {
    constexpr std::string_view acts[] = {"signing", "ratification", "conclusion", "violation",
                                         "breach",  "negotiation",  "acceptance", "approval"};
    const auto act = syntax_.head(telling_.trigger.token);
    if (type() != EventType::agreement || !act || syntax_.preposition(telling_.trigger.token) != "of" ||
        !is_one_of(reading_.token(*act).lemma, acts))
      return;
    for (TokenIndex c : syntax_.children(*act))
      if (reading_.token(c).relation == Deprel::nmod_poss || syntax_.preposition(c) == "by")
        cast_.add_phrase(c, Role::participant);
  }

  // From the verb that the noun is the object of, or stands beside.
  void add_from_governor() {
    const TokenIndex noun = whole_of(telling_.trigger.token);
    TokenIndex link = noun;
    const auto verb = governor(link);
    if (!verb || (is_visit() && cast_.has(Role::agent))) return;
    const Deprel relation = reading_.token(link).relation;
    const bool object = link == noun && (relation == Deprel::obj || relation == Deprel::nsubj_pass);
    const bool inside = link != noun || relation == Deprel::obl || relation == Deprel::nmod;
    const VerbRole role = syntax_.word(*verb).verb_role;
    const bool same_event = syntax_.word(*verb).verb.type == type() && object;
    const bool told = inside && is_text() && syntax_.preposition(noun) == "in" && !cast_.has(Role::agent);
    const bool attends = role == VerbRole::attend &&
                         (object || !syntax_.child(*verb, Deprel::obj) || syntax_.lemma_is(*verb, "take"));
    if (link == noun && passes_contract(*verb)) {
      add_parties(*verb);
    } else if (object &&
               (role == VerbRole::light || role == VerbRole::happen || same_event || goes_to_court(*verb))) {
      if (const auto agent = syntax_.agent(*verb)) cast_.add_phrase(*agent, role_of_doer());
      for (TokenIndex c : syntax_.children(*verb)) add_oblique(reading_, telling_.trigger, cast_, c);
    } else if (is_locked_in(*verb)) {
      if (const auto side = syntax_.subject(*verb)) cast_.add_phrase(*side, Role::participant);
    } else if (attends || (inside && is_mutual(type())) || is_spoken_to(*verb)) {
      const bool visits = is_visit() && role != VerbRole::attend;
      if (const auto agent = syntax_.agent(*verb))
        cast_.add_phrase(*agent, visits ? Role::agent : Role::participant);
    } else if (object && comes_to_pass(*verb)) {
      if (const auto agent = syntax_.agent(*verb))
        cast_.add_phrase(*agent, is_visit() ? Role::agent : Role::participant);
    } else if (inside && type() == EventType::displacement && syntax_.preposition(noun) == "in") {
      if (const auto agent = syntax_.agent(*verb))
        cast_.add_phrase(*agent, Role::target);  // "lived in exile"
    } else if (object && role == VerbRole::suffer) {
      if (const auto agent = syntax_.agent(*verb)) cast_.add_phrase(*agent, Role::target);
    } else if (told) {
      if (const auto agent = syntax_.agent(*verb)) cast_.add_phrase(*agent, Role::agent);
      if (const auto told_to = syntax_.child(*verb, Deprel::iobj))
        cast_.add_phrase(*told_to, Role::participant);
    } else if (inside && type() == EventType::attack) {  // "came under attack from L"
      if (syntax_.preposition(noun) != "under") return;
      for (TokenIndex c : syntax_.children(*verb)) add_oblique(reading_, telling_.trigger, cast_, c);
      if (const auto victim = syntax_.subject(*verb)) cast_.add_phrase(*victim, Role::target);
    }
  }

  // "troops began an offensive"
  bool is_begun(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"begin", "start", "continue", "commence"};
    return is_one_of(reading_.token(verb).lemma, verbs);
  }
  // "locked in litigation", "engaged in talks"
  bool is_locked_in(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"lock", "engage", "involve", "embroil", "entangle", "mire"};
    return is_one_of(reading_.token(verb).lemma, verbs) &&
           syntax_.preposition(whole_of(telling_.trigger.token)) == "in";
  }
  // One goes, to others: "P's visit to N".
  bool is_visit() const {
    constexpr std::string_view nouns[] = {"visit", "trip", "tour", "pilgrimage", "stopover", "stay"};
    return is_one_of(reading_.token(telling_.trigger.token).lemma, nouns);
  }
  // "completed a visit", "broke the agreement": what is done with a meeting or a deal by those who have it.
  bool comes_to_pass(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {
        "complete", "conclude", "end",    "finish",  "wrap",      "cut",     "cancel",    "postpone", "delay",
        "plan",     "reach",    "strike", "agree",   "negotiate", "close",   "finalize",  "finalise", "renew",
        "extend",   "ink",      "seal",   "clinch",  "break",     "violate", "terminate", "scrap",    "enter",
        "make",     "need",     "accept", "prepare", "suspend",   "attend",  "complete",  "cancel",   "pay"};
    return is_mutual(type()) && is_one_of(reading_.token(verb).lemma, verbs);
  }

  // "P remains in custody", "P was put on trial", "P was given a sentence": it befell P.
  void add_one_held(TokenIndex noun) {
    constexpr std::string_view states[] = {"remain", "stay", "languish", "find", "put", "place", "spend"};
    constexpr std::string_view gifts[] = {"give", "receive", "get", "hand", "serve"};
    const auto verb = syntax_.head(noun);
    if (!verb || !syntax_.is_verb(*verb)) return;
    const std::string_view preposition = syntax_.preposition(noun);
    const bool inside = (preposition == "in" || preposition == "on" || preposition == "under") &&
                        is_one_of(reading_.token(*verb).lemma, states);
    const bool given =
        reading_.token(noun).relation == Deprel::obj && is_one_of(reading_.token(*verb).lemma, gifts);
    if (!inside && !given) return;
    const bool active = given && !syntax_.is_passive(*verb);
    const bool gave = active && (syntax_.lemma_is(*verb, "give") || syntax_.lemma_is(*verb, "hand"));
    const auto whom = gave ? syntax_.child(*verb, Deprel::iobj) : syntax_.subject(*verb);
    if (whom) cast_.add_phrase(*whom, Role::target);
  }

  // "O claimed responsibility for the attack", "O was blamed for it", "accused O of it", "O is responsible
  // for it": the noun of who did it.
  std::optional<TokenIndex> one_charged_with(TokenIndex noun) const {
    constexpr std::string_view charges[] = {"blame", "accuse", "suspect", "convict", "condemn", "fault"};
    const std::string_view preposition = syntax_.preposition(noun);
    auto above = syntax_.head(noun);
    if (!above || (preposition != "for" && preposition != "of")) return std::nullopt;
    if (syntax_.lemma_is(*above, "responsible")) return syntax_.subject(*above);
    if (is_one_of(reading_.token(*above).lemma, charges)) return syntax_.patient(*above);
    if (syntax_.lemma_is(*above, "responsibility")) above = syntax_.head(*above);
    if (!above || (!syntax_.lemma_is(*above, "claim") && !syntax_.lemma_is(*above, "take")))
      return std::nullopt;
    const auto object = syntax_.child(*above, Deprel::obj);
    return object && syntax_.lemma_is(*object, "responsibility") ? syntax_.agent(*above) : std::nullopt;
  }

  // What hangs on a noun; also "by M" that a tree hangs on the name in "the invasion of N by M".
  std::vector<TokenIndex> modifiers_of(TokenIndex noun) const {
    const auto children = syntax_.children(noun);
    std::vector<TokenIndex> all(children.begin(), children.end());
    for (TokenIndex c : children) {
      if (reading_.token(c).relation != Deprel::nmod || reading_.actor_at(c) == no_entity) continue;
      for (TokenIndex d : syntax_.children(c))
        if (syntax_.preposition(d) == "by" || syntax_.preposition(d) == "against") all.push_back(d);
    }
    return all;
  }
  bool is_against_somebody(const std::vector<TokenIndex>& modifiers) const {
    for (TokenIndex c : modifiers)
      if (syntax_.preposition(c) == "against" ||
          (syntax_.preposition(c) == "on" && reading_.actor_at(c) != no_entity))
        return true;
    return false;
  }

  // "P told a news conference"
  bool is_spoken_to(TokenIndex verb) const {
    const Deprel relation = reading_.token(telling_.trigger.token).relation;
    return type() == EventType::meeting && (relation == Deprel::obj || relation == Deprel::iobj) &&
           (syntax_.lemma_is(verb, "tell") || syntax_.lemma_is(verb, "address"));
  }

  // "P, author of a book", "P is the author of a book"
  void add_author(TokenIndex noun) {
    const auto head = syntax_.head(noun);
    const bool beside =
        reading_.token(noun).relation == Deprel::appos || reading_.token(noun).relation == Deprel::conj;
    if (const auto subject = syntax_.child(noun, Deprel::nsubj)) {
      cast_.add_phrase(*subject, Role::agent);
    } else if (beside && head) {
      cast_.add(reading_.actor_at(*head), Role::agent);
    }
  }
  // "At the Velden Festival, P made her debut": who does something at a named event takes part in it.
  void add_attending() {
    constexpr std::string_view attending[] = {"at", "in", "during", "on", "for"};
    constexpr std::string_view verbs[] = {"win",   "lose", "fight", "join",    "attend",
                                          "enter", "lead", "sweep", "contest", "boycott"};
    const Deprel relation = reading_.token(telling_.trigger.token).relation;
    const bool phrase = (relation == Deprel::obl || relation == Deprel::nmod) &&
                        is_one_of(syntax_.preposition(telling_.trigger.token), attending);
    const bool object = relation == Deprel::obj && is_one_of(reading_.token(telling_.clause).lemma, verbs);
    if (object)
      if (const auto side = syntax_.agent(telling_.clause)) cast_.add_phrase(*side, Role::participant);
    if (!phrase || (type() == EventType::attack && syntax_.preposition(telling_.trigger.token) == "during"))
      return;
    const auto subject = syntax_.subject(telling_.clause);
    const EntityIndex actor = subject ? reading_.actor_at(referent(reading_, *subject)) : no_entity;
    if (actor == no_entity || reading_.type_of(actor) == EntityType::place ||
        syntax_.is_negated(telling_.clause))
      return;
    cast_.add_phrase(*subject, is_harmed() ? Role::target : Role::participant);
  }
  // "the regime was ousted in the war": it befell the subject.
  bool is_harmed() const {
    constexpr std::string_view verbs[] = {"wound", "injure", "hurt", "topple", "defeat", "overthrow", "maim"};
    const EventType done = syntax_.word(telling_.clause).verb.type;
    return type() == EventType::attack && syntax_.is_passive(telling_.clause) &&
           (done == EventType::killing || done == EventType::attack || done == EventType::appointment ||
            is_one_of(reading_.token(telling_.clause).lemma, verbs));
  }
  // "awarded O a contract", "O won a contract", "O was awarded a contract by M": all of them are parties.
  bool passes_contract(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"award", "win", "secure", "land", "grant", "give", "receive"};
    return type() == EventType::agreement && is_one_of(reading_.token(verb).lemma, verbs);
  }
  void add_parties(TokenIndex verb) {
    for (TokenIndex c : syntax_.children(verb)) {
      const Deprel relation = reading_.token(c).relation;
      const std::string_view preposition = syntax_.preposition(c);
      const bool by = relation == Deprel::obl_agent || preposition == "by" || preposition == "to" ||
                      preposition == "from";  // "awarded a contract to O", "won one from O"
      if (relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::obj ||
          relation == Deprel::iobj || by)
        cast_.add_phrase(c, Role::participant);
    }
    for (TokenIndex c : syntax_.children(telling_.trigger.token))
      if (syntax_.preposition(c) == "to" || syntax_.preposition(c) == "from")
        cast_.add_phrase(c, Role::participant);
  }
  // What somebody says something in: a statement, an article, a decree.
  bool is_text() const { return type() == EventType::publication || type() == EventType::legislation; }

  Role role_of_doer() const {
    if (is_purchase(reading_, telling_.trigger) || is_visit()) return Role::agent;
    return is_mutual(type()) ? Role::participant : befalls_subject(type()) ? Role::target : Role::agent;
  }
  bool goes_to_court(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {"lose",   "win",  "file",   "bring",
                                          "settle", "open", "launch", "initiate"};
    return type() == EventType::trial && is_one_of(reading_.token(verb).lemma, verbs);
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

  // "the U.S.-led invasion", "EU-hosted talks"
  void add_leader(TokenIndex participle) {
    constexpr std::string_view verbs[] = {"lead",    "host",  "mediate", "broker",  "sponsor",
                                          "convene", "back",  "impose",  "conduct", "organize",
                                          "stage",   "order", "chair",   "moderate"};
    if (!is_one_of(reading_.token(participle).lemma, verbs)) return;
    for (TokenIndex c : syntax_.children(participle))
      if (c < participle && reading_.token(c).relation == Deprel::compound)
        cast_.add(reading_.actor_at(c), is_mutual(type()) ? Role::participant : Role::agent);
  }

  // "P's victory in the election", "P, a candidate in it", "P is its winner": they stood.
  void add_standing() {
    constexpr std::string_view stands[] = {"victory",  "win",       "winner",      "candidate", "defeat",
                                           "loser",    "loss",      "triumph",     "contender", "nominee",
                                           "favorite", "favourite", "frontrunner", "opponent",  "rival"};
    const auto result = syntax_.head(telling_.trigger.token);
    if (!result || !is_one_of(reading_.token(*result).lemma, stands)) return;
    cast_.add_phrase(*result, Role::participant);
    if (const auto owner = syntax_.child(*result, Deprel::nmod_poss))
      cast_.add_phrase(*owner, Role::participant);
    constexpr std::string_view verbs[] = {"claim",  "win",     "secure",   "score",
                                          "suffer", "concede", "celebrate"};
    const auto verb = syntax_.head(*result);
    if (verb && is_one_of(reading_.token(*verb).lemma, verbs))
      if (const auto subject = syntax_.agent(*verb)) cast_.add_phrase(*subject, Role::participant);
  }

  void add_modifier(TokenIndex c) {
    const Deprel relation = reading_.token(c).relation;
    if (relation == Deprel::amod || relation == Deprel::advcl) add_leader(c);
    if (relation == Deprel::amod || relation == Deprel::compound)
      if (const EntityIndex country = references_.country_of(c); country != no_entity) {
        if (is_within_country()) return cast_.add_place(country);          // "the Norlandic civil war"
        if (type() == EventType::attack) cast_.add(country, Role::agent);  // "the Norlandic invasion"
        return;
      }
    if (relation == Deprel::nmod_poss || relation == Deprel::compound) {
      const EntityIndex actor = reading_.actor_of_phrase(c);
      if (actor == no_entity && relation == Deprel::nmod_poss) return cast_.add_phrase(c, role_of_owner());
      if (actor == no_entity) return;
      const bool place = relation == Deprel::compound && reading_.type_of(actor) == EntityType::place;
      if (place && type() == EventType::agreement) return;  // "the Velden agreement" says what it is called
      if (place && is_adjective_of_country(reading_, c))
        return cast_.add(actor, is_mutual(type()) && !is_visit() ? Role::participant : Role::agent);
      if (place) return cast_.add_place(actor);
      if (relation == Deprel::compound && is_purchase(reading_, telling_.trigger))
        return cast_.add(actor, Role::target);
      const bool body = relation == Deprel::compound && reading_.type_of(actor) == EntityType::organization;
      if (body && type() == EventType::arrest) return cast_.add(actor, Role::agent);  // "NATO custody"
      if (relation == Deprel::compound && is_visit() && reading_.type_of(actor) != EntityType::person) return;
      return cast_.add(actor, role_of_owner());
    }
    if (relation == Deprel::acl_relcl) {  // "an attack which was launched by L"
      const WordInfo& verb = syntax_.word(c);
      if (verb.verb_role == VerbRole::light || verb.verb.type == type())
        for (TokenIndex d : syntax_.children(c))
          if (syntax_.preposition(d) == "by" || reading_.token(d).relation == Deprel::obl_agent)
            cast_.add_phrase(d, role_of_doer());
      return;
    }
    if (relation == Deprel::acl) {
      if (const auto agent = syntax_.agent(c))
        cast_.add_phrase(*agent, is_mutual(type()) ? Role::participant : Role::agent);
      for (TokenIndex d : syntax_.children(c)) add_oblique(reading_, telling_.trigger, cast_, d);
      const auto object = syntax_.child(c, Deprel::obj);
      if (object && !is_mutual(type()) && type() != EventType::publication)
        cast_.add_phrase(*object, Role::target);
      if (object && type() == EventType::agreement)
        cast_.add_phrase(*object, Role::participant);  // "to buy O"
      return;
    }
    if (relation != Deprel::nmod) return;
    const std::string_view preposition = syntax_.preposition(c);
    if (preposition == "of") return add_phrase_of(c);
    if (preposition == "by" && is_visit()) return cast_.add_phrase(c, Role::agent);
    if (preposition == "from" && type() == EventType::publication) return cast_.add_phrase(c, Role::agent);
    if (preposition == "to" && type() == EventType::publication)
      return cast_.add_phrase(c, Role::participant);
    add_oblique(reading_, telling_.trigger, cast_, c);
  }
  // What a country does not do to another but lives through.
  bool is_within_country() const {
    constexpr std::string_view nouns[] = {"revolution", "coup",   "uprising", "insurgency", "rebellion",
                                          "revolt",     "mutiny", "conflict", "putsch",     "unrest"};
    const TokenIndex noun = telling_.trigger.token;
    const auto kind = syntax_.child(noun, Deprel::amod);
    bool civil = false;
    for (TokenIndex c : syntax_.children(noun)) civil |= lower_case(reading_.text(c)) == "civil";
    return kind && (civil || is_one_of(lower_case(reading_.token(noun).lemma), nouns));
  }

  Role role_of_owner() const {
    if (is_purchase(reading_, telling_.trigger)) return Role::agent;
    if (syntax_.lemma_is(telling_.trigger.token, "biography")) return Role::target;  // "her biography"
    if (is_waged()) return Role::agent;                                              // "N's campaign"
    if (is_fought_by_sides(reading_, telling_.trigger)) return Role::participant;    // "N's longest war"
    if (type() == EventType::meeting) return is_visit() ? Role::agent : Role::participant;
    if (type() == EventType::agreement) return Role::participant;
    const bool befalls = befalls_subject(type()) || type() == EventType::killing ||
                         type() == EventType::arrest || type() == EventType::trial ||
                         type() == EventType::appointment || type() == EventType::displacement;
    return befalls ? Role::target : Role::agent;
  }
  // One side wages it, on the other.
  bool is_waged() const {
    constexpr std::string_view nouns[] = {"expedition", "campaign", "operation", "offensive"};
    return is_one_of(reading_.token(telling_.trigger.token).lemma, nouns);
  }
  void add_phrase_of(TokenIndex c) {
    const bool located =
        type() == EventType::displacement || type() == EventType::meeting || type() == EventType::election;
    if (type() == EventType::agreement && !is_purchase(reading_, telling_.trigger) && names_town(c)) return;
    if (telling_.trigger.named != no_entity && is_fought_by_sides(reading_, telling_.trigger) &&
        names_town(c))
      return;
    for (TokenIndex t : syntax_.conjuncts(c)) {
      const EntityIndex place = located ? references_.place_at(t) : no_entity;
      if (place != no_entity) {
        cast_.add_place(place);
      } else {
        cast_.add_phrase(t, role_of_named_in(t));
      }
    }
  }

  // "the treaty of L" was made by others; "the agreement of N and M" by both.
  bool names_town(TokenIndex t) const {
    const EntityIndex place = reading_.actor_at(t);
    const bool alone = !syntax_.child(t, Deprel::conj);
    return alone && place != no_entity && reading_.type_of(place) == EntityType::place;
  }

  // "the sentence of the Velden Court": the court gave it.
  Role role_of_named_in(TokenIndex t) const {
    if (is_purchase(reading_, telling_.trigger)) return Role::target;
    if (is_mutual(type()) || type() == EventType::election) return Role::participant;
    if (is_issued() && reading_.actor_of_phrase(t) != no_entity) return Role::agent;
    const Mention* mention = type() == EventType::trial ? reading_.mention_at(t) : nullptr;
    for (TokenIndex k = mention ? mention->first : 0; mention && k < mention->last; ++k)
      if (reading_.text(k) == "Court" || reading_.text(k) == "Tribunal") return Role::agent;
    return Role::target;
  }

  // "the decree of P", "a statement of O": P and O issued it.
  bool is_issued() const {
    constexpr std::string_view nouns[] = {"decree",       "order",      "edict",       "statement",
                                          "letter",       "resolution", "declaration", "proclamation",
                                          "message",      "memorandum", "communique",  "communiqué",
                                          "announcement", "article",    "novel"};
    return is_text() && is_one_of(reading_.token(telling_.trigger.token).lemma, nouns);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  const PlaceReferences& references_;
  Telling& telling_;
  Cast cast_;
};

}  // namespace

void find_arguments_of_noun(const Reading& reading, const PlaceReferences& references, Telling& telling) {
  NounArguments(reading, references, telling).run();
}

}  // namespace attest::extract
