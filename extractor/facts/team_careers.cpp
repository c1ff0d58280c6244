#include <algorithm>

#include <attest/extractor/facts/noun_phrases.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

/// Lives of players: seasons begun with a team, moves from team to team, what was scored for one. MEMBER_OF.
class TeamCareerFinder {
 public:
  TeamCareerFinder(const Reading& reading, RelationCollector& relations)
      : reading_(reading), syntax_(reading.syntax), relations_(relations) {}

  void run() {
    constexpr std::string_view spending[] = {"begin",  "open",   "start", "finish", "end",
                                             "close",  "spend",  "split", "play",   "conclude",
                                             "resume", "launch", "pass",  "enjoy"};
    constexpr std::string_view moving[] = {"promote", "call",   "recall", "option",  "send",   "assign",
                                           "trade",   "loan",   "deal",   "advance", "return", "move",
                                           "demote",  "switch", "go",     "step",    "bring",  "transfer"};
    constexpr std::string_view scoring[] = {
        "post",  "hit",    "bat",     "score", "rush",    "throw",   "average", "tally", "record",
        "start", "appear", "play",    "pitch", "catch",   "collect", "earn",    "win",   "notch",
        "net",   "debut",  "feature", "bowl",  "captain", "sign",    "lead",    "make",  "register"};
    constexpr std::string_view taking[] = {"select", "acquire", "claim",  "draft", "sign",    "trade",
                                           "pick",   "call",    "recall", "waive", "release", "re-sign"};
    for (TokenIndex t = 0; t < reading_.document.tokens.size(); ++t) {
      if (reading_.token(t).upos != Upos::VERB || syntax_.is_negated(t)) continue;
      const std::string& lemma = reading_.token(t).lemma;
      if (is_one_of(lemma, spending)) season_with(t);
      if (is_one_of(lemma, moving)) at_team(t, {"to"});
      if (is_one_of(lemma, scoring)) at_team(t, {"for", "with"});
      if (is_one_of(lemma, taking)) taken(t);
    }
  }

 private:
  // Names of teams are plurals ("Oslo Owls") or end in a word of clubs.
  bool is_team(EntityIndex entity) const {
    constexpr std::string_view ends[] = {"Sox",    "Jazz",      "Heat",  "Magic",     "Thunder", "United",
                                         "City",   "Rovers",    "FC",    "F.C.",      "SC",      "Athletic",
                                         "Wild",   "Lightning", "Town",  "Wednesday", "Albion",  "Hotspur",
                                         "Galaxy", "Fire",      "Storm", "Liberty",   "Sun",     "Dynamo",
                                         "County", "Orient",    "Villa", "Forest",    "Palace",  "Team"};
    if (entity == no_entity || reading_.type_of(entity) != EntityType::organization) return false;
    const std::string& name = reading_.entities.entities[entity].name;
    const std::size_t space = name.rfind(' ');
    if (space == std::string::npos) return false;
    const std::string_view last = std::string_view(name).substr(space + 1);
    constexpr std::string_view firms[] = {
        "Industries", "Systems",   "Holdings",    "Motors",         "Airlines", "Airways",      "Services",
        "States",     "Nations",   "Affairs",     "Sciences",       "Arts",     "Studies",      "Studios",
        "Pictures",   "Forces",    "Brothers",    "News",           "Press",    "Business",     "Congress",
        "Associates", "Partners",  "Records",     "Times",          "Sports",   "Technologies", "Statistics",
        "Works",      "Claims",    "Appeals",     "Commons",        "Lords",    "Trustees",     "Governors",
        "Directors",  "Democrats", "Republicans", "Representatives"};
    return is_one_of(last, ends) ||
           (last.ends_with("s") && last[0] >= 'A' && last[0] <= 'Z' && !is_one_of(last, firms));
  }

  // "P began his career with O", "P opened 2012 with O's affiliate, Q": Q
  void season_with(TokenIndex t) {
    constexpr std::string_view spans[] = {"career", "season", "campaign", "year",   "stint", "month",
                                          "half",   "game",   "rest",     "spring", "term",  "time"};
    constexpr TokenIndex reach = 16;
    const TokenIndex end = std::min(reading_.sentence(t).last, t + reach);
    bool span = false;
    for (TokenIndex i = t + 1; i + 1 < end && !opens_clause(reading_, i); ++i) {
      span |= is_one_of(reading_.token(i).lemma, spans) || reading_.token(i).upos == Upos::NUM;
      const std::string_view preposition = reading_.text(i);
      if (preposition != "with" && preposition != "at") continue;
      if (const auto team = span ? team_at(i + 1) : std::nullopt) member(t, *team);
      return;
    }
  }

  // "promoted to O", "a .348 average for O"
  void at_team(TokenIndex t, std::initializer_list<std::string_view> prepositions) {
    constexpr TokenIndex reach = 22;
    const TokenIndex end = std::min(reading_.sentence(t).last, t + reach);
    for (TokenIndex i = t + 1; i + 1 < end && !opens_clause(reading_, i); ++i) {
      if (std::find(prepositions.begin(), prepositions.end(), reading_.text(i)) == prepositions.end())
        continue;
      const auto team = team_at(i + 1);
      if (team && is_team(team->entity)) return member(t, *team);
    }
  }

  // "O selected P in the ninth round"
  void taken(TokenIndex t) {
    const auto agent = syntax_.agent(t), patient = syntax_.patient(t);
    if (!agent || !patient || !is_team(reading_.actor_at(*agent))) return;
    for (const Bound& who : referents(reading_, *patient))
      add(who, {reading_.actor_at(*agent), *agent, "", false, 0.7f}, t);
  }

  // The body named here; behind "O's Double-A affiliate," the affiliate.
  std::optional<Bound> team_at(TokenIndex t) const {
    constexpr std::string_view lower_teams[] = {"affiliate", "club", "team", "side", "farm", "squad"};
    constexpr TokenIndex reach = 20;
    const TokenIndex end = std::min(reading_.sentence(t).last, t + reach);
    const Mention* team = next_body(t, end);
    if (!team) return std::nullopt;
    const TokenIndex behind = team->last;
    if (behind < end &&
        (reading_.text(behind).starts_with("'") || reading_.text(behind).starts_with("\u2019")))
      for (TokenIndex i = behind + 1; i < end && !opens_clause(reading_, i); ++i) {
        if (!is_one_of(reading_.token(i).lemma, lower_teams)) continue;
        const TokenIndex comma = i + 1;
        const TokenIndex name = comma < end && reading_.text(comma) == "," ? comma + 1 : comma;
        team = name < end ? next_body(name, end) : nullptr;
        break;
      }
    return team ? std::optional(Bound{team->entity, team->head, "with", false, 0.7f}) : std::nullopt;
  }
  // Past an article, "Triple-A" and "the minor league".
  const Mention* next_body(TokenIndex t, TokenIndex end) const {
    for (TokenIndex steps = 0; t < end && steps < 6; ++t, ++steps) {
      const Mention* mention = reading_.outer_mention_at(t);
      if (mention && mention->entity != no_entity && mention->kind == MentionKind::name) {
        const bool body = reading_.type_of(mention->entity) == EntityType::organization;
        return body ? mention : nullptr;
      }
      const Upos upos = reading_.token(t).upos;
      const bool leads_on = upos == Upos::DET || upos == Upos::ADJ || upos == Upos::NOUN ||
                            upos == Upos::PROPN || reading_.text(t) == "-";
      if (!leads_on) return nullptr;
    }
    return nullptr;
  }

  void member(TokenIndex t, const Bound& team) {
    const bool passive = syntax_.is_passive(t) || syntax_.is_reduced_passive(t);
    const auto who = passive ? syntax_.patient(t) : syntax_.subject(t);
    if (!who) return;
    for (const Bound& one : referents(reading_, *who)) add(one, team, t);
  }
  void add(const Bound& who, const Bound& team, TokenIndex t) {
    if (reading_.type_of(who.entity) != EntityType::person) return;
    relations_.add("MEMBER_OF", who.entity, team.entity, std::min({who.token, team.token, t}),
                   std::max({who.token, team.token, t}) + 1, 0.7f);
  }

  const Reading& reading_;
  const Syntax& syntax_;
  RelationCollector& relations_;
};

}  // namespace

void find_team_careers(const Reading& reading, RelationCollector& relations) {
  TeamCareerFinder(reading, relations).run();
}

}  // namespace attest::extract
