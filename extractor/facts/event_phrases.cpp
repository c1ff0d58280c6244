#include <attest/extractor/facts/event_phrases.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/facts/event_clues.hpp>

namespace attest::extract {
namespace {

// `verbs`: lemmas, with their particle where they have one ("take-over"). `link`: how `nouns` hang on the
// verb: "object", "subject", "complement" (what the object is made or the verb has as its infinitive), ""
// where nothing need stand there, or prepositions ("in|on"). `nouns` and `subjects`: lemmas, or in capitals a
// class of words (see `is_of_class`); no subjects: any.
struct EventPhrase {
  EventType type;
  Strength strength;
  std::string_view verbs;
  std::string_view link;
  std::string_view nouns;
  std::string_view subjects;
};

constexpr std::string_view courts = "court judge tribunal jury magistrate justice";
constexpr std::string_view crimes =
    "genocide fraud murder treason espionage bribery terrorism corruption theft robbery assault manslaughter "
    "embezzlement laundering perjury rape arson conspiracy kidnapping spying smuggling extortion";
constexpr std::string_view chambers =
    "senate house parliament congress assembly council committee board lawmaker legislator legislature "
    "deputy chamber parliamentarian mp commission senator bundestag knesset duma riksdag folketing storting "
    "sejm rada seimas";
constexpr std::string_view rulers =
    "PLACE ORG BODY OFFICE government regulator authority senate house parliament congress voter cabinet "
    "council board shareholder minister lawmaker";

using enum EventType;
using enum Strength;
constexpr EventPhrase phrases[] = {
    {publication, weak, "report post book", "object",
     "loss profit earnings revenue income deficit sales drop rise decline fall jump surge", ""},
    {publication, argument, "announce disclose", "object", "ANY", "ORG PLACE BODY government"},
    {publication, argument, "announce", "clause", "", "ORG PLACE BODY government"},
    {publication, weak, "show air screen", "object", "footage video documentary film program programme", ""},
    {publication, weak, "tweet retweet blog", "", "", ""},
    {publication, weak, "post write share announce", "on|to|via",
     "twitter facebook instagram youtube weibo telegram website blog", ""},
    {publication, weak, "release issue circulate", "object",
     "finding result data figure statistics transcript footage image detail guideline guidance draft survey "
     "analysis review bulletin text translation update recording list forecast",
     ""},
    {publication, weak, "report describe present publish detail propose outline announce introduce", "in",
     "paper article study book thesis dissertation monograph treatise essay pamphlet journal magazine", ""},
    {publication, argument, "complete finish defend", "object", "dissertation thesis manuscript", ""},

    {appointment, weak, "replace confirm select choose pick tap approve engage", "as",
     "OFFICE astronaut cosmonaut candidate member", ""},
    {appointment, weak, "select choose", "object", "PERSON", "ORG"},
    {appointment, weak, "replace", "object", "PERSON", "PERSON"},
    {appointment, weak, "serve", "as", "ANY", "PERSON"},
    {appointment, weak, "approve confirm endorse", "object", "OFFICE", ""},
    {appointment, weak, "give", "object", "command", ""},
    {appointment, weak, "take-over", "from", "PERSON", "PERSON"},
    {appointment, weak, "elect", "as", "OFFICE", "board council"},
    {appointment, weak, "serve", "in|with|for",
     "service police army navy force regiment corps cabinet government militia guard infantry cavalry "
     "artillery battalion "
     "senate parliament congress legislature administration military reserve marines",
     ""},
    {appointment, weak, "serve sit", "on", "staff board council committee commission court panel", ""},
    {appointment, weak, "discharge demobilize demobilise retire", "from",
     "army navy force service military corps marines guard politics", ""},
    {appointment, weak, "remove suspend oust expel fire retire resign dismiss", "from",
     "office post position board leadership presidency command job role government cabinet party school "
     "academy service",
     ""},
    {appointment, weak, "relieve strip", "of", "command duty post office title position", ""},
    {appointment, weak, "come rise return", "to", "power throne office", ""},
    {appointment, weak, "accede succeed ascend", "to", "throne presidency title papacy seat", ""},
    {appointment, weak, "take take-over take-up assume accept receive obtain resume", "object",
     "command office leadership helm reins chairmanship professorship chair commission lectureship captaincy "
     "post duties",
     ""},
    {appointment, argument, "hold occupy", "object",
     "post office chair professorship chairmanship lectureship", ""},
    {appointment, weak, "leave vacate relinquish resign quit lose", "object",
     "post office role command job service army navy government presidency leadership", ""},
    {appointment, weak, "enter join", "object", "service army navy government cabinet", ""},
    {appointment, argument, "head chair", "object", "BODY ORG", "PERSON"},
    {appointment, weak, "elect name appoint admit", "to",
     "society academy order board panel cabinet commission bench post position", ""},
    {appointment, weak, "elect", "complement", "fellow member associate", ""},
    {appointment, weak, "dismiss sack fire", "object", "OFFICE", ""},
    {appointment, weak, "quit", "", "", "PERSON"},

    {meeting, weak, "gather assemble congregate convene", "subject",
     "OFFICE minister leader official delegate delegation representative expert scientist", ""},
    {meeting, weak, "address", "object",
     "assembly parliament congress conference rally crowd audience gathering session council convention "
     "senate summit forum",
     ""},
    {meeting, argument, "give deliver make", "object", "speech lecture address sermon talk keynote", ""},
    {meeting, argument, "speak", "to|before|at|in",
     "congress parliament assembly senate university hall forum conference summit council PLACE", ""},
    {meeting, weak, "speak talk", "to|with", "press reporter journalist media PERSON", "PERSON"},
    {meeting, weak, "testify appear", "before|to",
     "congress committee parliament senate panel subcommittee commission house", ""},
    {meeting, argument, "question grill", "object", "PERSON", chambers},
    {meeting, argument, "travel fly", "to", "PLACE", "OFFICE"},
    {meeting, weak, "receive welcome host", "object", "PERSON OFFICE delegation", "PERSON OFFICE PLACE"},

    {founding, weak, "charter", "object", "ORG BODY lodge city", ""},
    {founding, weak, "start create form launch institute organize organise establish set-up", "object",
     "project programme program laboratory centre center clinic hospital theatre theater orchestra charity "
     "fund branch startup venture shop store factory abbey convent lodge commission ministry observatory "
     "journal",
     "PERSON ORG PLACE BODY OFFICE"},
    {founding, weak, "create proclaim form", "object", "republic state", ""},
    {founding, weak, "open", "object",
     "branch office shop store restaurant factory clinic hospital theatre centre laboratory plant gallery",
     ""},

    {agreement, weak, "acquire buy purchase sell take-over buy-out", "object",
     "ORG company firm business stake share unit division subsidiary bank asset airline brand", ""},
    {agreement, weak, "agree", "complement", "ANY", "ORG PLACE PERSON BODY OFFICE government creditor"},
    {agreement, weak, "agree", "in|on", "principle term plan deal framework settlement package", ""},
    {agreement, weak, "offer bid", "complement", "buy acquire purchase merge", ""},
    {agreement, weak, "trade", "object", "PERSON", "ORG"},
    {agreement, weak, "merge", "with|into", "ORG BODY", ""},
    {agreement, weak, "merge", "subject", "ORG company bank firm", ""},
    {agreement, weak, "form enter forge announce", "object", "partnership alliance coalition", ""},
    {agreement, weak, "negotiate", "object", "loan deal treaty agreement contract ceasefire truce settlement",
     ""},
    {agreement, weak, "settle", "object", "lawsuit case suit dispute", ""},

    {attack, weak, "fall", "to", "rebel force army troop insurgent PLACE",
     "PLACE city town fortress capital"},
    {attack, weak, "liberate", "object", "PLACE land territory homeland village city town region", ""},
    {attack, weak, "take recapture retake", "object", "PLACE",
     "ORG PLACE troop force army rebel soldier militant fighter general"},
    {attack, weak, "enter storm", "object", "PLACE village city town building palace",
     "troop soldier force army tank rebel militant fighter police"},
    {attack, weak, "breach infiltrate penetrate", "object", "network computer server system database", ""},
    {attack, weak, "fire shoot", "on|at|into",
     "crowd protester demonstrator people position village civilian PLACE", ""},
    {attack, weak, "shoot-down", "object", "drone plane jet aircraft helicopter airliner", ""},
    {attack, weak, "defeat rout crush repel", "object", "army force troop fleet rebel", ""},

    {deployment, weak, "land touch-down dock splash-down orbit", "subject",
     "spacecraft probe lander rover shuttle capsule orbiter module astronaut cosmonaut crew troop marine "
     "peacekeeper mission rocket",
     ""},
    {deployment, weak, "land", "object", "rover probe lander spacecraft troop capsule", ""},
    {deployment, weak, "lift-off blast-off", "", "", ""},
    {deployment, weak, "land", "on", "moon mars surface venus titan asteroid comet", ""},
    {deployment, weak, "launch", "into|from|aboard|atop|on", "orbit space pad cape rocket shuttle spaceport",
     ""},
    {deployment, argument, "fly", "aboard|on|to|in", "shuttle station capsule mission moon orbit space", ""},
    {deployment, weak, "enter reach", "object", "orbit", ""},
    {deployment, weak, "station garrison", "in|at", "PLACE base", ""},
    {deployment, weak, "send dispatch", "on", "mission expedition", ""},

    {aid, weak, "grant give lend provide extend pledge approve receive secure", "object",
     "loan bailout relief donation", ""},
    {legislation, weak, "sign veto", "object", "bill law act decree legislation order measure", ""},
    {legislation, weak, "veto", "object", "ANY", ""},
    {legislation, weak, "vote", "complement", "ANY", chambers},
    {legislation, weak, "vote", "for|against|on|in", "bill law resolution motion measure budget amendment",
     chambers},
    {legislation, weak, "approve authorize authorise endorse", "object", "ANY", rulers},
    {legislation, weak, "grant", "object",
     "independence autonomy amnesty pardon citizenship licence license approval status immunity charter", ""},
    {legislation, argument, "raise cut lower increase", "object", "rate tax",
     "ORG bank government parliament"},
    {legislation, weak, "declare", "object", "independence emergency curfew amnesty", ""},

    {trial, weak, "file", "for", "bankruptcy protection insolvency divorce", ""},
    {trial, weak, "file submit", "object", "plan brief", "ORG PERSON"},
    {trial, weak, "open launch begin start order", "object", "investigation inquiry enquiry", ""},
    {trial, weak, "open begin start order", "object", "probe", ""},
    {trial, weak, "uphold overturn quash reverse dismiss reject affirm annul", "object",
     "ruling verdict conviction sentence appeal case lawsuit suit decision judgment complaint petition law",
     courts},
    {trial, weak, "order hold find decide award block strike-down", "", "", courts},
    {trial, weak, "accuse", "under", "article law code statute", ""},
    {trial, weak, "accuse", "of", crimes, ""},
    {trial, weak, "appeal", "object", "verdict sentence ruling decision conviction", ""},
    {trial, weak, "appeal", "against", "verdict sentence ruling decision conviction fine", ""},
    {trial, weak, "adopt issue make deliver hand-down give", "object",
     "decision ruling verdict judgment judgement order", courts},
    {trial, weak, "present", "object", "claim charge", ""},

    {destruction, strong, "knock-down tear-down pull-down burn-down", "object",
     "house building church monument statue home school bridge wall mosque temple", ""},
    {destruction, weak, "devastate ravage gut obliterate", "object", "ANY", ""},
    {destruction, strong, "sink capsize derail", "subject", "ship boat ferry vessel submarine train", ""},

    {displacement, strong, "force", "complement", "leave flee abandon", ""},
    {displacement, weak, "cross", "object", "border frontier",
     "refugee migrant people resident civilian family thousand"},
    {displacement, weak, "move arrive relocate come", "from", "PLACE",
     "refugee resident people family civilian thousand villager population"},
    {displacement, weak, "seek take find", "object", "refuge asylum sanctuary",
     "PERSON people family thousand"},

    {aid, weak, "pledge give provide donate send promise", "in", "aid assistance relief", ""},
    {aid, weak, "bail-out", "object", "ANY", ""},
    {aid, weak, "fund finance support sponsor", "object", "study research work project", "ORG PLACE PERSON"},
    {aid, strong, "rescue", "object",
     "people sailor migrant refugee passenger seeker survivor fisherman crew", ""},

    {protest, weak, "go come", "on", "strike", ""},
    {protest, weak, "walk-out", "", "", ""},
    {protest, strong, "take pour", "to|into", "street", ""},
    {protest, strong, "clash", "with", "protester demonstrator protestor", ""},
    {protest, weak, "occupy", "object", "ANY", "student protester demonstrator activist worker"},

    {election, weak, "run stand campaign", "for|in",
     "president governor senate parliament mayor office seat election congress chancellor re-election "
     "presidency council legislature senator primary",
     ""},
    {election, weak, "defeat beat", "in", "election vote primary runoff race ballot", ""},
    {election, weak, "defeat beat", "object", "opponent rival incumbent candidate", ""},

    {arrest, strong, "take hold keep", "complement", "prisoner captive hostage", ""},
    {arrest, strong, "become", "complement", "prisoner", ""},
    {arrest, weak, "surrender", "to", "police", ""},

    {killing, strong, "stab beat strangle hack burn trample put crush", "to", "death", ""},
    {death, weak, "lose", "object", "father mother parent son daughter brother sister husband wife child",
     "PERSON"},
    {killing, weak, "fall die perish", "in", "battle combat action fighting war attack", ""},
    {killing, strong, "leave", "complement", "dead", ""},

    {dissolution, weak, "collapse fail", "subject", "bank company firm business airline lender ORG", ""},
    {dissolution, weak, "place put go fall", "into|in", "administration receivership liquidation bankruptcy",
     ""},
    {dissolution, weak, "enter", "object", "administration receivership liquidation bankruptcy", ""},
    {dissolution, weak, "cease", "object", "operation publication production trading", ""},
    {dissolution, weak, "break-up wind-up", "subject", "ORG PLACE BODY band party", ""},
    {dissolution, weak, "close shut close-down shut-down", "object",
     "plant factory branch office school bank mine store newspaper consulate embassy hospital", ""},
};

template <class Function>
void each_of(std::string_view list, char separator, const Function& function) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    function(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}
bool holds(std::string_view list, char separator, std::string_view word) {
  bool found = false;
  each_of(list, separator, [&](std::string_view item) { found |= item == word; });
  return found;
}

// Phrases of a verb, in the order of the table.
const std::vector<const EventPhrase*>& phrases_of(const std::string& verb) {
  using Index = std::unordered_map<std::string_view, std::vector<const EventPhrase*>>;
  static const Index index = [] {
    Index made;
    for (const EventPhrase& phrase : phrases)
      each_of(phrase.verbs, ' ', [&](std::string_view item) { made[item].push_back(&phrase); });
    return made;
  }();
  static const std::vector<const EventPhrase*> none;
  const auto found = index.find(verb);
  return found == index.end() ? none : found->second;
}

class PhraseReader {
 public:
  PhraseReader(const Reading& reading, TokenIndex verb)
      : reading_(reading), syntax_(reading.syntax), clues_(reading), verb_(verb) {}

  std::optional<Trigger> read() const {
    const std::string& lemma = reading_.token(verb_).lemma;
    if (const auto particle = this->particle(); !particle.empty())
      if (const auto found = first_of(phrases_of(lemma + "-" + std::string(particle)))) return found;
    return first_of(phrases_of(lemma));
  }

 private:
  std::string_view particle() const {
    for (TokenIndex c : syntax_.children(verb_)) {
      const Deprel relation = reading_.token(c).relation;
      if (c == verb_ + 1 && (relation == Deprel::compound_prt || relation == Deprel::advmod))
        return reading_.token(c).lemma;
    }
    return {};
  }

  std::optional<Trigger> first_of(const std::vector<const EventPhrase*>& known) const {
    std::optional<Trigger> surest;
    for (const EventPhrase* phrase : known)
      if ((!surest || phrase->strength < surest->strength) && has_link(*phrase) && has_subject(*phrase))
        surest = Trigger{phrase->type, phrase->strength};
    return surest;
  }

  bool has_subject(const EventPhrase& phrase) const {
    if (phrase.subjects.empty()) return true;
    const auto subject = syntax_.agent(verb_);
    return subject && is_one_of_list(syntax_.antecedent(*subject), phrase.subjects);
  }

  bool has_link(const EventPhrase& phrase) const {
    if (phrase.link.empty()) return true;
    if (phrase.link == "clause") return syntax_.child(verb_, Deprel::ccomp).has_value();
    if (phrase.link == "complement") return has_complement(phrase.nouns);
    if (phrase.link == "object") {
      const auto object = syntax_.child(verb_, Deprel::obj), patient = syntax_.patient(verb_);
      return (object && is_any_of_list(*object, phrase)) || (patient && is_any_of_list(*patient, phrase));
    }
    if (phrase.link == "subject") {
      if (syntax_.child(verb_, {Deprel::obj, Deprel::xcomp})) return false;
      const auto subject = syntax_.subject(verb_);
      return subject && is_any_of_list(*subject, phrase);
    }
    return has_oblique(phrase);
  }

  bool has_complement(std::string_view nouns) const {
    for (TokenIndex c : syntax_.children(verb_)) {
      const Deprel relation = reading_.token(c).relation;
      // "was elected a member", "became a prisoner"
      const bool made =
          relation == Deprel::obj && (syntax_.is_passive(verb_) || syntax_.lemma_is(verb_, "become"));
      if (c < verb_ || (relation != Deprel::xcomp && !made)) continue;
      if (nouns == "ANY" ? relation == Deprel::xcomp : is_one_of_list(c, nouns)) return true;
    }
    return false;
  }

  // Also behind the object: "described the fossil in a paper".
  bool has_oblique(const EventPhrase& phrase) const {
    const auto among = [&](TokenIndex head) {
      for (TokenIndex c : syntax_.children(head))
        if (holds(phrase.link, '|', syntax_.preposition(c)) &&
            (phrase.nouns == "ANY" || is_one_of_list(c, phrase.nouns)))
          return true;
      return false;
    };
    const auto object = syntax_.child(verb_, Deprel::obj);
    return among(verb_) || (object && among(*object));
  }

  bool is_any_of_list(TokenIndex head, const EventPhrase& phrase) const {
    if (phrase.nouns == "ANY") {
      // "announced the resignation": the resignation is what happened.
      const EventType told = syntax_.word(head).noun.type;
      return told == EventType::none || told == phrase.type || phrase.type != EventType::publication;
    }
    const auto all = syntax_.conjuncts(syntax_.antecedent(head));
    return std::any_of(all.begin(), all.end(), [&](TokenIndex t) { return is_one_of_list(t, phrase.nouns); });
  }

  // Of a name each word counts: "Republic of N", "N Court of Appeal".
  bool is_one_of_list(TokenIndex t, std::string_view list) const {
    const Mention* mention = reading_.mention_at(t);
    const bool named = mention && mention->kind == MentionKind::name && mention->entity != no_entity;
    std::vector<std::string> words;
    for (TokenIndex k = named ? mention->first : t; k < (named ? mention->last : t + 1); ++k)
      words.push_back(lower_case(named ? reading_.text(k) : std::string_view(reading_.token(k).lemma)));
    bool found = false;
    each_of(list, ' ', [&](std::string_view item) {
      found |= std::find(words.begin(), words.end(), item) != words.end() || is_of_class(t, item);
    });
    return found;
  }

  bool is_of_class(TokenIndex t, std::string_view name) const {
    if (name.front() < 'A' || name.front() > 'Z') return false;
    const EntityIndex actor = reading_.actor_at(t);
    const NounRole role = syntax_.word(t).noun_role;
    if (name == "OFFICE") return clues_.names_office(t);
    if (name == "BODY") return role == NounRole::body || is_firm_noun(reading_.token(t).lemma);
    if (name == "PERSON") return clues_.is_personal(t);
    if (actor == no_entity) return false;
    return reading_.type_of(actor) == (name == "ORG" ? EntityType::organization : EntityType::place);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  EventClues clues_;
  TokenIndex verb_;
};

}  // namespace

std::optional<Trigger> trigger_of_phrase(const Reading& reading, TokenIndex verb) {
  return PhraseReader(reading, verb).read();
}

}  // namespace attest::extract
