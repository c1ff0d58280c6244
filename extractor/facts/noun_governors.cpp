// Who took part in an event that a noun tells of: from the verb or the noun that it hangs on, or that says
// where somebody is: "came under attack", "is on trial", "won the election".
#include <attest/extractor/facts/event_arguments.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

class NounGovernors {
 public:
  NounGovernors(const Reading& reading, const PlaceReferences& references, Telling& telling)
      : reading_(reading), syntax_(reading.syntax), telling_(telling), cast_(reading, references, telling) {}

  // Before what hangs on the noun is read.
  void run_first() {
    const TokenIndex noun = telling_.trigger.token;
    if (type() == EventType::arrest || type() == EventType::trial) add_one_held(noun);
    if (type() == EventType::appointment) add_holder(noun);
  }
  void run_last() {
    if (telling_.trigger.named != no_entity || type() == EventType::election ||
        is_fought_by_sides(reading_, telling_.trigger))
      add_attending();
    if (const auto doer = one_charged_with(telling_.trigger.token)) cast_.add_phrase(*doer, Role::agent);
    if (type() == EventType::election) add_standing();
    add_from_predicate();
    add_from_signing();
    add_from_verb();
  }

 private:
  // How the noun, or what counts it, hangs on its verb.
  struct Link {
    TokenIndex noun = 0, verb = 0;
    bool object = false;
    bool inside = false;  ///< in a phrase of the verb
    bool direct = false;  ///< not through another noun
  };

  EventType type() const { return telling_.trigger.type; }

  void add_from_verb() {
    const TokenIndex noun = whole_of(telling_.trigger.token);
    TokenIndex last = noun;
    const auto verb = governor(last);
    if (!verb || (is_visit(reading_, telling_.trigger) && cast_.has(Role::agent))) return;
    const Deprel relation = reading_.token(last).relation;
    Link link{noun, *verb};
    link.direct = last == noun;
    link.object = link.direct && (relation == Deprel::obj || relation == Deprel::nsubj_pass);
    link.inside = !link.direct || relation == Deprel::obl || relation == Deprel::nmod;
    if (link.direct && passes_contract(*verb)) return add_parties(*verb);
    const auto role = role_of_subject(link);
    if (!role) return;
    const bool told = told_in(link), under = is_under(link);
    const auto who = under || is_locked_in(*verb) ? syntax_.subject(*verb) : syntax_.agent(*verb);
    if (under) add_obliques(*verb);
    if (who) cast_.add_phrase(*who, *role);
    if (link.object && does(link)) add_obliques(*verb);
    if (const auto told_to = syntax_.child(*verb, Deprel::iobj); told && told_to)
      cast_.add_phrase(*told_to, Role::participant);
  }

  // The part in the event that the subject of the verb has; none where the verb says nothing of it.
  std::optional<Role> role_of_subject(const Link& link) const {
    const Role meets = is_visit(reading_, telling_.trigger) ? Role::agent : Role::participant;
    if (link.object && does(link)) return role_of_doer(reading_, telling_.trigger);
    if (is_locked_in(link.verb) || attends(link)) return Role::participant;
    if (link.inside && is_mutual(type())) return meets;
    if (is_spoken_to(link.verb)) return meets;
    if (link.object && comes_to_pass(link.verb)) return meets;
    if (link.inside && type() == EventType::displacement && syntax_.preposition(link.noun) == "in")
      return Role::target;  // "lived in exile"
    if (link.object && syntax_.word(link.verb).verb_role == VerbRole::suffer) return Role::target;
    if (told_in(link)) return Role::agent;
    return is_under(link) ? std::optional(Role::target) : std::nullopt;
  }
  bool does(const Link& link) const {
    const WordInfo& verb = syntax_.word(link.verb);
    return verb.verb_role == VerbRole::light || is_begun(link.verb) || verb.verb.type == type() ||
           goes_to_court(link.verb);
  }
  bool attends(const Link& link) const {
    return syntax_.word(link.verb).verb_role == VerbRole::attend &&
           (link.object || !syntax_.child(link.verb, Deprel::obj) || syntax_.lemma_is(link.verb, "take"));
  }
  // "said in a statement"
  bool told_in(const Link& link) const {
    return link.inside && is_text(type()) && syntax_.preposition(link.noun) == "in" &&
           !cast_.has(Role::agent);
  }
  // "came under attack from L"
  bool is_under(const Link& link) const {
    return link.inside && type() == EventType::attack && syntax_.preposition(link.noun) == "under";
  }
  void add_obliques(TokenIndex verb) {
    for (TokenIndex c : syntax_.children(verb)) add_oblique(reading_, telling_.trigger, cast_, c);
  }

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
    cast_.add_phrase(*said_of, held                                   ? Role::target
                               : is_visit(reading_, telling_.trigger) ? Role::agent
                                                                      : Role::participant);
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

  // "completed a visit", "broke the agreement": what is done with a meeting or a deal by those who have it.
  bool comes_to_pass(TokenIndex verb) const {
    constexpr std::string_view verbs[] = {
        "complete",  "conclude", "end",     "finish", "wrap",  "cut",       "cancel",  "postpone",
        "delay",     "plan",     "reach",   "strike", "agree", "negotiate", "close",   "finalize",
        "finalise",  "renew",    "extend",  "ink",    "seal",  "clinch",    "break",   "violate",
        "terminate", "scrap",    "enter",   "make",   "need",  "accept",    "prepare", "chair",
        "moderate",  "address",  "suspend", "pay"};
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

  // "P told a news conference"
  bool is_spoken_to(TokenIndex verb) const {
    const Deprel relation = reading_.token(telling_.trigger.token).relation;
    return type() == EventType::meeting && (relation == Deprel::obj || relation == Deprel::iobj) &&
           (syntax_.lemma_is(verb, "tell") || syntax_.lemma_is(verb, "address"));
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
        syntax_.is_negated(telling_.clause) || is_bereft())
      return;
    cast_.add_phrase(*subject, is_harmed() ? Role::target : Role::participant);
  }

  // "P lost his father in the war"
  bool is_bereft() const {
    return type() == EventType::attack && syntax_.lemma_is(telling_.clause, "lose") &&
           syntax_.child(telling_.clause, Deprel::obj);
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

  const Reading& reading_;
  const Syntax& syntax_;
  Telling& telling_;
  Cast cast_;
};

}  // namespace

void find_arguments_of_noun(const Reading& reading, const PlaceReferences& references, Telling& telling) {
  NounGovernors governors(reading, references, telling);
  governors.run_first();
  find_modifiers_of_noun(reading, references, telling);
  governors.run_last();
}

}  // namespace attest::extract
