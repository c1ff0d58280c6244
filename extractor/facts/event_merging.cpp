// Tellings to occurrences: which of them tell of one event (event coreference), by type, word, date, place,
// those who took part, and by how they are told ("a raid" is new, "the raid" points back).
#include <algorithm>
#include <map>

#include <attest/extractor/characters.hpp>
#include <attest/extractor/edtf.hpp>
#include <attest/extractor/facts/event_likeness.hpp>
#include <attest/extractor/facts/events.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

// The days that a date may mean, for asking whether two dates may be one.
struct Days {
  std::int64_t first = 0, last = 0;
};

std::int64_t last_day_number(PartialDate date) {
  switch (date.precision) {
    case Precision::day:
      return first_day_number(date);
    case Precision::month:
      return first_day_number(add_months(date, 1)) - 1;
    case Precision::season:
      return first_day_number(add_months(date, 3)) - 1;
    case Precision::year:
      ++date.year;
      break;
    case Precision::decade:
      date.year += 10;
      break;
    case Precision::century:
      date.year += 100;
      break;
  }
  return first_day_number(date) - 1;
}

std::optional<Days> days_of(const std::string& edtf) {
  const auto range = parse_edtf(edtf);
  if (!range) return std::nullopt;
  Days days{first_day_number(range->first), last_day_number(range->last ? *range->last : range->first)};
  if (range->open) days.last = days.first + 366 * 200;
  if (range->first.approximate) days.first -= 366, days.last += 366;
  return days;
}

enum class Agreement : std::uint8_t { conflict, open, same };

Agreement compare_dates(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return Agreement::open;
  if (a == b) return Agreement::same;
  const auto x = days_of(a), y = days_of(b);
  if (!x || !y) return Agreement::open;
  return x->first <= y->last && y->first <= x->last ? Agreement::open : Agreement::conflict;
}

bool is_more_precise(const std::string& a, const std::string& b) {
  if (b.empty()) return !a.empty();
  const auto x = days_of(a), y = days_of(b);
  return x && y && x->last - x->first < y->last - y->first;
}

// What is known so far of an event that one or more tellings share.
struct Occurrence {
  Event event;
  EventType type = EventType::none;
  std::vector<TokenIndex> tokens;  // that tell of it
  TokenIndex object = no_token;
  bool date_carried = false;
  bool vague = true;  // nobody, nowhere, never
};

bool is_vague(const Telling& telling) {
  return telling.trigger.named == no_entity && telling.participants.empty() && telling.places.empty() &&
         telling.date.empty();
}

using Participants = std::vector<std::pair<EntityIndex, Role>>;

std::vector<EntityIndex> in_role(const Participants& participants, Role role) {
  std::vector<EntityIndex> found;
  for (const auto& [entity, as] : participants)
    if (as == role) found.push_back(entity);
  return found;
}

std::size_t common(const std::vector<EntityIndex>& a, const std::vector<EntityIndex>& b) {
  return static_cast<std::size_t>(std::count_if(
      a.begin(), a.end(), [&](EntityIndex e) { return std::find(b.begin(), b.end(), e) != b.end(); }));
}

struct Match {
  bool shared = false, clash = false;
};

// Role by role: those who met agree where one party is part of the other, agents and targets where one is.
Match match(const Participants& a, const Participants& b) {
  Match result;
  for (const Role role : {Role::agent, Role::target, Role::participant}) {
    const auto x = in_role(a, role), y = in_role(b, role);
    if (x.empty() || y.empty()) continue;
    const std::size_t both = common(x, y);
    const bool agree = role == Role::participant ? both == std::min(x.size(), y.size()) : both > 0;
    (agree ? result.shared : result.clash) = true;
  }
  return result;
}
Match match(const std::vector<EntityIndex>& a, const std::vector<EntityIndex>& b) {
  if (a.empty() || b.empty()) return {};
  const bool shared = common(a, b) > 0;
  return {shared, !shared};
}

bool stands_in_heading(const Reading& reading, TokenIndex t) {
  const std::uint32_t block = reading.block_of(t);
  if (reading.document.document.blocks[block].kind == BlockKind::heading) return true;
  const Sentence& sentence = reading.sentence(t);
  return sentence.first == 0 && reading.token(sentence.last - 1).upos != Upos::PUNCT;
}

class Merger {
 public:
  explicit Merger(const Reading& reading) : reading_(reading), syntax_(reading.syntax) {}

  std::vector<Event> run(std::vector<Telling> tellings) {
    for (Telling& telling : tellings) fold(telling);
    lend_settings();
    std::vector<Event> events;
    for (Occurrence& occurrence : occurrences_) events.push_back(std::move(occurrence.event));
    return events;
  }

 private:
  static constexpr std::size_t most_compared = 24;  // back from the newest of a type: keeps folding linear
  static constexpr int threshold = 3;
  static constexpr std::uint32_t lead = 5;  // sentences

  void fold(Telling& telling) {
    auto& same_type = by_type_[telling.trigger.type];
    int best = threshold - 1;
    std::size_t chosen = occurrences_.size();
    std::size_t compared = 0;
    for (auto at = same_type.rbegin(); at != same_type.rend() && compared < most_compared; ++at, ++compared) {
      const int score = likeness(telling, occurrences_[*at]);
      if (score > best) best = score, chosen = *at;
    }
    if (const auto known = named_.find(telling.trigger.named); known != named_.end())
      if (is_same_instance(telling, occurrences_[known->second])) chosen = known->second;
    if (chosen == occurrences_.size()) {
      // "the war": nothing known of it, and nothing before that it could mean. Nor is what somebody only
      // speaks of.
      const bool pointing = telling.trigger.nominal &&
                            ((telling.definite && !is_told_of(telling)) || is_bare(telling)) &&
                            !is_taken_part_in(telling);
      const bool spoken_of = telling.modality == "reported" && !telling.finished &&
                             (telling.trigger.nominal || telling.trigger.strength != Strength::strong ||
                              telling.trigger.type == EventType::aid);
      if (is_vague(telling) && (pointing || spoken_of || telling.modality == "denied")) return;
      occurrences_.push_back(start(telling));
      same_type.push_back(chosen);
    } else {
      join(occurrences_[chosen], telling);
    }
    if (telling.trigger.named != no_entity) named_.emplace(telling.trigger.named, chosen);
    told_[telling.trigger.token] = chosen;
    if (telling.setting != no_token) settings_.emplace_back(chosen, telling.setting);
  }

  // "the 1991 Games" are not "the Games" of another year, nor of one that is not told.
  bool is_same_instance(const Telling& telling, const Occurrence& known) const {
    const Agreement dates = compare_dates(telling.date, known.event.date);
    return numbers_its_year(telling) ? dates == Agreement::same : dates != Agreement::conflict;
  }
  bool numbers_its_year(const Telling& telling) const {
    const Mention* mention = reading_.mention_at(telling.trigger.token);
    return mention && mention->first > 0 && !telling.date.empty() &&
           telling.date.starts_with(reading_.text(mention->first - 1));
  }

  int likeness(const Telling& telling, const Occurrence& known) const {
    Agreement dates = compare_dates(telling.date, known.event.date);
    // What the narrative around dates gives way to a date that is told.
    if (dates == Agreement::conflict && telling.date_carried != known.date_carried) dates = Agreement::open;
    const bool once = telling.trigger.type == EventType::birth || telling.trigger.type == EventType::death;
    if (once && match(telling.participants, known.event.participants).shared) return 9;
    if (dates == Agreement::conflict) return -1;
    const EntityIndex name = telling.trigger.named;
    if (name != no_entity && known.event.entity != no_entity && name != known.event.entity &&
        !is_short_form(name, known.event.entity))
      return -1;
    if (is_setting_of(known, telling)) return -1;
    if (is_other_step(telling, known)) return -1;
    const Match people = match(telling.participants, known.event.participants);
    if (once && (people.clash || is_anothers(telling, known))) return -1;
    const bool headline = stands_in_heading(reading_, telling.trigger.token);
    const bool points_back = telling.definite || headline;
    const Match places = match(telling.places, known.event.places);
    int score = dates == Agreement::same ? 2 : 0;
    // A headline is about what the first sentences tell.
    score += headline && syntax_.sentence_of(known.tokens.front()) <= lead;
    score += 2 * people.shared - (points_back ? 1 : 3) * people.clash;
    score += 2 * places.shared - (points_back ? 0 : 1) * places.clash;
    if (!points_back && !people.shared) score -= doubt_of(telling.trigger.type, places.shared);
    score += likeness_of_words(telling, known) + (points_back ? 2 : 0);
    const bool only_one_named = (name == no_entity) != (known.event.entity == no_entity);
    // "the invasion of L" is not the war named before; "the war" may be.
    if (only_one_named && !people.shared && !(points_back && (is_vague(telling) || known.vague))) return -1;
    return score;
  }

  // A document may tell of many meetings, killings and publications: with nobody in common it takes more to
  // be one.
  static int doubt_of(EventType type, bool same_place) {
    if (type == EventType::meeting) return 2;
    if (same_place) return 0;
    return type == EventType::killing || type == EventType::publication ? 1 : 0;
  }

  // Another step of a course, another office, another law.
  bool is_other_step(const Telling& telling, const Occurrence& known) const {
    const EventType type = telling.trigger.type;
    const TokenIndex here = telling.trigger.token, there = known.tokens.front();
    const int one_step = step_of(type, reading_.token(here).lemma);
    const int other_step = step_of(type, reading_.token(there).lemma);
    // "received a sentence": the verb is any step, the one of its object.
    const bool any = one_step == 0 || other_step == 0;
    if (one_step != other_step && !(any && (is_object_of(here, there) || is_object_of(there, here))))
      return true;
    if (type == EventType::legislation) {
      const std::string one = name_of_law(reading_, here), other = law_of(known);
      return !one.empty() && !other.empty() && one != other;
    }
    if (type != EventType::appointment) return false;
    const std::string one = office_told(reading_, here), other = office_told(reading_, there);
    return !one.empty() && !other.empty() && one != other;
  }

  bool is_object_of(TokenIndex noun, TokenIndex verb) const {
    const Deprel relation = reading_.token(noun).relation;
    return syntax_.head(noun) == verb && (relation == Deprel::obj || relation == Deprel::nsubj_pass);
  }

  // "the Film Festival" may be the Velden Film Festival.
  bool is_short_form(EntityIndex a, EntityIndex b) const {
    std::string_view one = reading_.entities.entities[a].name, other = reading_.entities.entities[b].name;
    if (one.size() > other.size()) std::swap(one, other);
    return one.find(' ') != std::string_view::npos && other.ends_with(one) &&
           (one.size() == other.size() || other[other.size() - one.size() - 1] == ' ');
  }

  // "During the war the city was bombed": the bombing is not the war; but "the strike hit".
  bool is_setting_of(const Occurrence& known, const Telling& telling) const {
    if (telling.setting == no_token || reading_.token(telling.setting).relation == Deprel::nsubj)
      return false;
    return std::find(known.tokens.begin(), known.tokens.end(), telling.setting) != known.tokens.end();
  }

  // "his wife died" is not "he died", though nobody says who she was.
  bool is_anothers(const Telling& telling, const Occurrence& known) const {
    const auto is_noun = [&](TokenIndex t) { return t != no_token && reading_.token(t).upos == Upos::NOUN; };
    return (is_noun(telling.object) && !known.event.participants.empty()) ||
           (is_noun(known.object) && !telling.participants.empty());
  }

  int likeness_of_words(const Telling& telling, const Occurrence& known) const {
    const TokenIndex t = telling.trigger.token;
    const std::uint32_t here = syntax_.sentence_of(t), there = syntax_.sentence_of(known.tokens.back());
    const std::uint32_t apart = std::max(here, there) - std::min(here, there);
    const bool near = apart <= 4;
    const bool renamed = telling.definite && apart <= 2;  // "the Battle of N … the battle"
    const bool same_word = std::any_of(known.tokens.begin(), known.tokens.end(), [&](TokenIndex k) {
      const std::string &one = reading_.token(k).lemma, &other = reading_.token(t).lemma;
      return one == other || (renamed && lower_case(one) == lower_case(other));
    });
    int score = same_word + near + (apart <= 1);
    if (tell_together(t, known)) return score + 3;
    const bool vague = is_vague(telling) || known.vague;
    if (vague) score += same_word ? 2 : telling.trigger.nominal && near ? 1 : 0;
    if (is_new(telling)) score -= 2;
    if (tells_same_count(t, known) || names_same_law(t, known)) score += 3;
    const bool headline = stands_in_heading(reading_, t);  // of few words, often others
    if (!telling.trigger.nominal && !headline) score += likeness_of_objects(telling.object, known.object);
    return score;
  }

  // "107 people were killed … the crash killed 107"
  bool tells_same_count(TokenIndex t, const Occurrence& known) const {
    const auto counts = counts_told(reading_, t);
    if (counts.empty()) return false;
    return std::any_of(known.tokens.begin(), known.tokens.end(), [&](TokenIndex k) {
      const auto others = counts_told(reading_, k);
      return std::find_first_of(counts.begin(), counts.end(), others.begin(), others.end()) != counts.end();
    });
  }
  bool names_same_law(TokenIndex t, const Occurrence& known) const {
    const std::string name = name_of_law(reading_, t);
    return !name.empty() && name == law_of(known);
  }
  std::string law_of(const Occurrence& known) const {
    std::string name;
    for (TokenIndex t : known.tokens)
      if (name.empty()) name = name_of_law(reading_, t);
    return name;
  }

  // "issued a decree", "killed in a stampede", "a strike hit": verb and noun tell of one thing.
  bool tell_together(TokenIndex t, const Occurrence& known) const {
    return std::any_of(known.tokens.begin(), known.tokens.end(), [&](TokenIndex k) {
      if (syntax_.is_verb(k) && syntax_.is_verb(t)) return share_deed(k, t) || share_deed(t, k);
      const TokenIndex verb = syntax_.is_verb(k) ? k : t, noun = verb == k ? t : k;
      const bool modifies = reading_.token(verb).relation == Deprel::acl && !syntax_.is_verb(noun);
      if (modifies && syntax_.is_verb(verb) && syntax_.head(verb) == noun)
        return true;  // "a report published"
      return syntax_.is_verb(verb) && !syntax_.is_verb(noun) && syntax_.head(noun) == verb;
    });
  }

  // "forced to flee", "shot and killed"
  bool share_deed(TokenIndex first, TokenIndex second) const {
    if (syntax_.head(second) != first) return false;
    const Deprel relation = reading_.token(second).relation;
    const bool apart = syntax_.child(first, Deprel::obj) && syntax_.child(second, Deprel::obj);
    return relation == Deprel::xcomp || (relation == Deprel::conj && !apart &&
                                         !syntax_.child(second, {Deprel::nsubj, Deprel::nsubj_pass}));
  }

  // "300 people took part in the protest": it is told after all.
  bool is_taken_part_in(const Telling& telling) const {
    const auto verb = syntax_.head(telling.trigger.token);
    const bool happens = verb && syntax_.word(*verb).verb_role == VerbRole::happen &&
                         reading_.token(telling.trigger.token).relation == Deprel::nsubj;
    const bool done = verb && syntax_.word(*verb).verb.type == telling.trigger.type;  // "lawsuits were filed"
    return telling.modality.empty() && verb && syntax_.is_verb(*verb) &&
           (happens || done || syntax_.word(*verb).verb_role == VerbRole::attend || has_part(*verb));
  }
  bool has_part(TokenIndex verb) const {
    const auto object = syntax_.child(verb, Deprel::obj);
    return object && syntax_.lemma_is(*object, "part") && syntax_.lemma_is(verb, "take");
  }

  // "the forced exodus of the people": what it is of tells enough of it.
  bool is_told_of(const Telling& telling) const {
    for (TokenIndex c : syntax_.children(telling.trigger.token))
      if (reading_.token(c).relation == Deprel::nmod && syntax_.preposition(c) == "of") return true;
    return false;
  }

  // "wars", "the reasons for war"
  bool is_bare(const Telling& telling) const {
    for (TokenIndex c : syntax_.children(telling.trigger.token))
      if (reading_.token(c).relation == Deprel::det || reading_.token(c).relation == Deprel::nmod_poss)
        return false;
    return true;
  }

  // "a raid", "another meeting", "published a book"
  bool is_new(const Telling& telling) const {
    const TokenIndex noun = telling.trigger.nominal ? telling.trigger.token : telling.object;
    if (noun == no_token) return false;
    for (TokenIndex c : syntax_.children(noun)) {
      const std::string& lemma = reading_.token(c).lemma;
      constexpr std::string_view news[] = {"a",     "an",     "another", "new",     "second", "third",
                                           "first", "fourth", "several", "various", "many",   "all"};
      if (is_one_of(lemma, news)) return true;
    }
    return false;
  }

  int likeness_of_objects(TokenIndex a, TokenIndex b) const {
    if (a == no_token || b == no_token) return 0;
    if (reading_.token(a).lemma == reading_.token(b).lemma) return 1;
    const EntityIndex one = reading_.actor_at(a), other = reading_.actor_at(b);
    if (one != no_entity && other != no_entity && one != other) return -6;
    if (one == no_entity && points_back(a) && is_open(b)) return 1;  // "arrested P … arrested the student"
    return is_open(a) || is_open(b) ? 0 : -2;
  }
  bool points_back(TokenIndex noun) const {
    const auto determiner = syntax_.child(noun, Deprel::det);
    return determiner && syntax_.lemma_is(*determiner, "the") && !syntax_.child(noun, Deprel::nmod);
  }
  // A pronoun or a name in one telling may be the noun of the other.
  bool is_open(TokenIndex t) const {
    return reading_.token(t).upos == Upos::PRON || reading_.token(t).upos == Upos::PROPN;
  }

  Occurrence start(Telling& telling) const {
    Occurrence occurrence;
    const EventTrigger& trigger = telling.trigger;
    occurrence.type = trigger.type;
    occurrence.tokens.push_back(trigger.token);
    occurrence.object = telling.object;
    occurrence.vague = is_vague(telling);
    Event& event = occurrence.event;
    event.type = name_of(trigger.type);
    event.named = trigger.named != no_entity;
    event.entity = trigger.named;
    event.name =
        event.named ? reading_.entities.entities[trigger.named].name : describe_in_words(reading_, telling);
    event.date = std::move(telling.date);
    occurrence.date_carried = telling.date_carried;
    event.modality = std::move(telling.modality);
    event.participants = std::move(telling.participants);
    event.places = std::move(telling.places);
    if (event.named)
      for (EntityIndex place : places_in_name(reading_, event.entity)) add(event, place);
    event.triggers.push_back(trigger.span);
    event.evidence.push_back(telling.evidence);
    event.confidence = telling.confidence;
    return occurrence;
  }

  void join(Occurrence& known, Telling& telling) const {
    Event& event = known.event;
    known.vague &= is_vague(telling);
    if (known.tokens.size() == most_compared) known.tokens.erase(known.tokens.begin());
    known.tokens.push_back(telling.trigger.token);
    if (known.object == no_token) known.object = telling.object;
    take_date(known, telling);
    for (const auto& participant : telling.participants) add(event, participant);
    for (EntityIndex place : telling.places) add(event, place);
    if (telling.modality.empty()) event.modality.clear();
    if (telling.trigger.named != no_entity && !event.named) {
      event.named = true;
      event.entity = telling.trigger.named;
      event.name = reading_.entities.entities[telling.trigger.named].name;
    }
    event.triggers.push_back(telling.trigger.span);
    event.evidence.push_back(telling.evidence);
    event.confidence = std::max(event.confidence, telling.confidence);
  }
  static void take_date(Occurrence& known, const Telling& telling) {
    if (telling.date.empty()) return;
    std::string& date = known.event.date;
    const bool told_at_last = known.date_carried && !telling.date_carried;
    const bool as_sure = date.empty() || known.date_carried == telling.date_carried;
    const bool lasted = date.find('/') != std::string::npos;  // a day of it is no better date
    if (!told_at_last && (lasted || !(as_sure && is_more_precise(telling.date, date)))) return;
    date = telling.date;
    known.date_carried = telling.date_carried;
  }
  static void add(Event& event, EntityIndex place) {
    if (std::find(event.places.begin(), event.places.end(), place) == event.places.end())
      event.places.push_back(place);
  }
  static void add(Event& event, const std::pair<EntityIndex, Role>& participant) {
    const bool present = std::any_of(event.participants.begin(), event.participants.end(),
                                     [&](const auto& p) { return p.first == participant.first; });
    if (!present) event.participants.push_back(participant);
  }

  // What happened during an attack happened when and where the attack did.
  void lend_settings() {
    for (const auto& [inner, token] : settings_) {
      const auto outer = told_.find(token);
      if (outer == told_.end() || outer->second == inner) continue;
      const Event& around = occurrences_[outer->second].event;
      Event& event = occurrences_[inner].event;
      if (event.date.empty()) event.date = around.date;
      if (event.places.empty()) event.places = around.places;
    }
  }

  const Reading& reading_;
  const Syntax& syntax_;
  std::vector<Occurrence> occurrences_;
  std::map<EventType, std::vector<std::size_t>> by_type_;
  std::map<EntityIndex, std::size_t> named_;
  std::map<TokenIndex, std::size_t> told_;                    // by trigger
  std::vector<std::pair<std::size_t, TokenIndex>> settings_;  // occurrence, trigger of what it was part of
};

}  // namespace

std::vector<Event> merge_tellings(const Reading& reading, std::vector<Telling> tellings) {
  // A headline repeats what the text tells: it comes last, to join rather than to begin.
  std::stable_sort(tellings.begin(), tellings.end(), [&](const Telling& a, const Telling& b) {
    const bool x = stands_in_heading(reading, a.trigger.token);
    const bool y = stands_in_heading(reading, b.trigger.token);
    return x != y ? y : a.trigger.token < b.trigger.token;
  });
  std::vector<Event> events = Merger(reading).run(std::move(tellings));
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.triggers[0] < b.triggers[0]; });
  return events;
}

}  // namespace attest::extract
