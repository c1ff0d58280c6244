// Journeys and what is like them: one verb tells of several places, each with its own time ("visited N on 3
// March and M from 4 to 5 March"), and what somebody does on a visit is of the time of the visit.
#include <algorithm>
#include <iterator>

#include <attest/extractor/facts/events.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

struct Stop {
  EntityIndex place;
  std::string date;
};

// "…, and M from 4 to 5 March.": a place that goes on a list of stops, whatever the tree says.
bool continues_list(const Reading& reading, const Mention& mention) {
  if (mention.first == 0 || reading.type_of(mention.entity) != EntityType::place) return false;
  const std::string_view link = reading.text(mention.first - 1);
  return link == "and" || link == ",";
}

// A date and what may end a list behind it.
bool ends_item(const Reading& reading, const DateMention& date) {
  if (date.last >= reading.sentence(date.first).last) return true;
  const std::string_view next = reading.text(date.last);
  return next == "and" || reading.token(date.last).upos == Upos::PUNCT;
}

// The stops of a telling: its places in text order, each with the date behind it; none where they do not come
// in turns.
std::vector<Stop> stops_of(const Reading& reading, const Telling& telling) {
  const TokenIndex trigger = telling.trigger.token, end = reading.sentence(trigger).last;
  auto date = std::lower_bound(reading.dates.begin(), reading.dates.end(), trigger,
                               [](const DateMention& d, TokenIndex token) { return d.first < token; });
  std::vector<Stop> stops;
  for (TokenIndex t = trigger + 1; t < end; ++t) {
    while (date != reading.dates.end() && date->first < t) ++date;
    if (date != reading.dates.end() && date->first == t) {
      if (stops.empty() || !stops.back().date.empty()) return {};
      stops.back().date = date->edtf;
      if (!ends_item(reading, *date)) break;
      t = date->last - 1;
      continue;
    }
    if (reading.syntax.is_verb(t) && t != telling.clause) break;
    const Mention* mention = reading.mention_at(t);
    if (!mention || mention->first != t || mention->entity == no_entity) continue;
    const auto& places = telling.places;
    const bool known = std::find(places.begin(), places.end(), mention->entity) != places.end();
    if (!known && (stops.empty() || !continues_list(reading, *mention))) continue;
    if (!stops.empty() && stops.back().date.empty()) return {};
    stops.push_back({mention->entity, {}});
  }
  if (!stops.empty() && stops.back().date.empty()) return {};
  return stops;
}

bool is_stop(const std::vector<Stop>& stops, EntityIndex entity) {
  return std::any_of(stops.begin(), stops.end(), [&](const Stop& stop) { return stop.place == entity; });
}

// What happened at one stop, without the places of the others.
Telling at_stop(const Telling& whole, const std::vector<Stop>& stops, const Stop& here) {
  Telling telling = whole;
  telling.date = here.date;
  std::erase_if(telling.places,
                [&](EntityIndex place) { return place != here.place && is_stop(stops, place); });
  if (std::find(telling.places.begin(), telling.places.end(), here.place) == telling.places.end())
    telling.places.push_back(here.place);
  std::erase_if(telling.participants, [&](const auto& participant) {
    return participant.first != here.place && is_stop(stops, participant.first);
  });
  return telling;
}

// "visited L", "a trip to L"
bool is_visit(const Reading& reading, const Telling& telling) {
  constexpr std::string_view words[] = {"visit", "trip", "tour", "travel", "journey"};
  return telling.trigger.type == EventType::meeting &&
         is_one_of(reading.token(telling.trigger.token).lemma, words);
}

template <class Values, class Key>
bool share_any(const Values& a, const Values& b, const Key& key) {
  return std::any_of(a.begin(), a.end(), [&](const auto& x) {
    return std::any_of(b.begin(), b.end(), [&](const auto& y) { return key(x) == key(y); });
  });
}
bool share_person(const Telling& a, const Telling& b) {
  return share_any(a.participants, b.participants, [](const auto& p) { return p.first; });
}
bool share_place(const Telling& a, const Telling& b) {
  return share_any(a.places, b.places, [](EntityIndex place) { return place; });
}

}  // namespace

void split_itineraries(const Reading& reading, std::vector<Telling>& tellings) {
  std::vector<Telling> all;
  for (Telling& telling : tellings) {
    const bool several = !telling.places.empty() && !telling.date.empty();
    const std::vector<Stop> stops = several ? stops_of(reading, telling) : std::vector<Stop>();
    if (stops.size() < 2) {
      all.push_back(std::move(telling));
      continue;
    }
    std::transform(stops.begin(), stops.end(), std::back_inserter(all),
                   [&](const Stop& stop) { return at_stop(telling, stops, stop); });
  }
  tellings = std::move(all);
}

std::string date_of_visit(const Reading& reading, std::span<const Telling> before, const Telling& telling) {
  constexpr std::uint32_t reach = 12, same_stop = 2;  // sentences
  if (telling.trigger.type != EventType::meeting) return {};
  const std::uint32_t here = reading.syntax.sentence_of(telling.trigger.token);
  std::string last;  // that of the visit just told, wherever it was
  for (auto visit = before.rbegin(); visit != before.rend(); ++visit) {
    const std::uint32_t passed = here - reading.syntax.sentence_of(visit->trigger.token);
    if (passed > reach) break;
    if (visit->date.empty() || !is_visit(reading, *visit) || !share_person(*visit, telling)) continue;
    if (telling.places.empty() || share_place(*visit, telling)) return visit->date;
    if (last.empty() && passed <= same_stop && !is_visit(reading, telling)) last = visit->date;
  }
  return last;
}

}  // namespace attest::extract
