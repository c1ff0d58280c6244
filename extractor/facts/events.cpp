#include <attest/extractor/facts/events.hpp>

#include <algorithm>
#include <map>

#include <attest/extractor/edtf.hpp>

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

enum class Agreement : std::uint8_t { conflict, unknown, within, same };

Agreement compare_dates(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty()) return Agreement::unknown;
  if (a == b) return Agreement::same;
  const auto x = days_of(a), y = days_of(b);
  if (!x || !y) return Agreement::unknown;
  return x->first <= y->last && y->first <= x->last ? Agreement::within : Agreement::conflict;
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
  std::string lemma;
  std::uint32_t sentence = 0;  // of the last telling
  bool vague = true;           // nobody, nowhere, never
};

class Merger {
 public:
  explicit Merger(const Reading& reading) : reading_(reading) {}

  std::vector<Event> run(std::vector<Telling> tellings) {
    for (Telling& telling : tellings) fold(telling);
    std::vector<Event> events;
    for (Occurrence& occurrence : occurrences_) events.push_back(std::move(occurrence.event));
    return events;
  }

 private:
  static constexpr std::size_t most_compared = 24;  // back from the newest of a type: keeps folding linear

  void fold(Telling& telling) {
    auto& same_type = by_type_[telling.trigger.type];
    int best = 2;
    std::size_t chosen = occurrences_.size();
    std::size_t compared = 0;
    for (auto at = same_type.rbegin(); at != same_type.rend() && compared < most_compared; ++at, ++compared) {
      const int score = likeness(telling, occurrences_[*at]);
      if (score > best) best = score, chosen = *at;
    }
    if (telling.trigger.named != no_entity)
      if (const auto known = named_.find(telling.trigger.named); known != named_.end())
        chosen = known->second;
    if (chosen < occurrences_.size()) return join(occurrences_[chosen], telling);
    if (points_back_vainly(telling)) return;
    same_type.push_back(occurrences_.size());
    if (telling.trigger.named != no_entity) named_[telling.trigger.named] = occurrences_.size();
    occurrences_.push_back(start(telling));
  }

  static bool is_vague(const Telling& telling) {
    return telling.trigger.named == no_entity && telling.participants.empty() && telling.places.empty() &&
           telling.date.empty();
  }

  // "the war", "being killed": nothing known of it, and nothing before that it could mean.
  static bool points_back_vainly(const Telling& telling) { return is_vague(telling) && telling.definite; }

  int likeness(const Telling& telling, const Occurrence& known) const {
    const Agreement dates = compare_dates(telling.date, known.event.date);
    if (dates == Agreement::conflict) return -1;
    if (telling.trigger.named != no_entity && known.event.entity != no_entity &&
        telling.trigger.named != known.event.entity)
      return -1;
    const int people = shared_participants(telling, known.event);
    const int places = shared_places(telling, known.event);
    const std::uint32_t sentence = reading_.syntax.sentence_of(telling.trigger.token);
    const bool near = sentence <= known.sentence + 3;
    int score = 2 * people + 2 * places;
    score += dates == Agreement::same ? 2 : dates == Agreement::within ? 1 : 0;
    score += reading_.token(telling.trigger.token).lemma == known.lemma ? 1 : 0;
    score += telling.definite ? 2 : 0;
    score += near ? 1 : 0;
    if (telling.trigger.type == EventType::birth || telling.trigger.type == EventType::death)
      return people > 0 ? 5 : -1;
    if (people < 0 || places < 0) return score - 2;
    const bool same_word = reading_.token(telling.trigger.token).lemma == known.lemma;
    const bool one_is_vague = is_vague(telling) || known.vague;
    if (one_is_vague && (same_word || (telling.trigger.nominal && near))) score += 2;
    return score;
  }

  static int shared_participants(const Telling& telling, const Event& event) {
    if (telling.participants.empty() || event.participants.empty()) return 0;
    int shared = 0;
    bool clash = false;
    for (const auto& [entity, role] : telling.participants)
      for (const auto& [known, as] : event.participants) {
        if (entity == known) shared += role == as ? 1 : 0;
        clash |= entity != known && role == as;
      }
    return shared > 0 ? 1 : clash ? -1 : 0;
  }
  static int shared_places(const Telling& telling, const Event& event) {
    if (telling.places.empty() || event.places.empty()) return 0;
    for (EntityIndex place : telling.places)
      if (std::find(event.places.begin(), event.places.end(), place) != event.places.end()) return 1;
    return -1;
  }

  Occurrence start(Telling& telling) const {
    Occurrence occurrence;
    const EventTrigger& trigger = telling.trigger;
    occurrence.type = trigger.type;
    occurrence.lemma = reading_.token(trigger.token).lemma;
    occurrence.sentence = reading_.syntax.sentence_of(trigger.token);
    occurrence.vague = is_vague(telling);
    Event& event = occurrence.event;
    event.type = name_of(trigger.type);
    event.named = trigger.named != no_entity;
    event.entity = trigger.named;
    event.name = name(trigger);
    event.date = std::move(telling.date);
    event.modality = std::move(telling.modality);
    event.participants = std::move(telling.participants);
    event.places = std::move(telling.places);
    event.triggers.push_back(trigger.span);
    event.evidence.push_back(telling.evidence);
    event.confidence = telling.confidence;
    return occurrence;
  }

  // A noun with its modifiers ("military offensive"), a verb with its particle and object head.
  std::string name(const EventTrigger& trigger) const {
    if (trigger.named != no_entity) return reading_.entities.entities[trigger.named].name;
    TokenIndex first = trigger.token, last = trigger.token + 1;
    if (trigger.nominal) {
      while (first > reading_.sentence(trigger.token).first && is_name_part(first - 1, trigger.token))
        --first;
    } else if (last < reading_.sentence(trigger.token).last &&
               reading_.token(last).relation == Deprel::compound_prt) {
      ++last;
    }
    return std::string(reading_.document.text(reading_.syntax.span(first, last)));
  }
  bool is_name_part(TokenIndex t, TokenIndex noun) const {
    const Token& token = reading_.token(t);
    const bool modifier = token.relation == Deprel::amod || token.relation == Deprel::compound;
    return modifier && token.head == static_cast<std::int32_t>(noun);
  }

  void join(Occurrence& known, Telling& telling) const {
    Event& event = known.event;
    known.vague &= is_vague(telling);
    known.sentence = reading_.syntax.sentence_of(telling.trigger.token);
    if (is_more_precise(telling.date, event.date)) event.date = telling.date;
    for (const auto& participant : telling.participants) {
      const bool present = std::any_of(event.participants.begin(), event.participants.end(),
                                       [&](const auto& p) { return p.first == participant.first; });
      if (!present) event.participants.push_back(participant);
    }
    for (EntityIndex place : telling.places)
      if (std::find(event.places.begin(), event.places.end(), place) == event.places.end())
        event.places.push_back(place);
    if (telling.modality.empty()) event.modality.clear();
    if (telling.trigger.named != no_entity && !event.named) {
      event.named = true;
      event.entity = telling.trigger.named;
      event.name = name(telling.trigger);
    }
    event.triggers.push_back(telling.trigger.span);
    event.evidence.push_back(telling.evidence);
    event.confidence = std::max(event.confidence, telling.confidence);
  }

  const Reading& reading_;
  std::vector<Occurrence> occurrences_;
  std::map<EventType, std::vector<std::size_t>> by_type_;
  std::map<EntityIndex, std::size_t> named_;
};

bool stands_in_heading(const Reading& reading, const Telling& telling) {
  return reading.document.document.blocks[reading.block_of(telling.trigger.token)].kind == BlockKind::heading;
}

}  // namespace

std::vector<Event> merge_tellings(const Reading& reading, std::vector<Telling> tellings) {
  // A headline repeats what the text tells: it comes last, to join rather than to begin.
  std::stable_sort(tellings.begin(), tellings.end(), [&](const Telling& a, const Telling& b) {
    const bool x = stands_in_heading(reading, a), y = stands_in_heading(reading, b);
    return x != y ? y : a.trigger.token < b.trigger.token;
  });
  std::vector<Event> events = Merger(reading).run(std::move(tellings));
  std::stable_sort(events.begin(), events.end(),
                   [](const Event& a, const Event& b) { return a.triggers[0] < b.triggers[0]; });
  return events;
}

// What is told in the sentence after a dated one, in one paragraph, is of the same day.
static void carry_dates(const Reading& reading, std::vector<Telling>& tellings) {
  const Telling* dated = nullptr;
  for (Telling& telling : tellings) {
    const TokenIndex t = telling.trigger.token;
    if (!telling.date.empty()) {
      dated = &telling;
      continue;
    }
    if (!dated || telling.trigger.named != no_entity || telling.trigger.nominal) continue;
    const bool near = reading.syntax.sentence_of(t) <= reading.syntax.sentence_of(dated->trigger.token) + 1 &&
                      reading.block_of(t) == reading.block_of(dated->trigger.token);
    const auto day = near ? parse_edtf(dated->date) : std::nullopt;
    if (day && day->first.precision == Precision::day && !day->last) telling.date = dated->date;
  }
}

std::vector<Event> find_events(const Reading& reading) {
  std::vector<Telling> tellings = find_life_dates(reading);
  for (const EventTrigger& trigger : find_triggers(reading)) {
    Telling telling = describe(reading, trigger);
    if (is_told(telling)) tellings.push_back(std::move(telling));
  }
  std::stable_sort(tellings.begin(), tellings.end(),
                   [](const Telling& a, const Telling& b) { return a.trigger.token < b.trigger.token; });
  carry_dates(reading, tellings);
  return merge_tellings(reading, std::move(tellings));
}

}  // namespace attest::extract
