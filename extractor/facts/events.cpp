#include <attest/extractor/facts/events.hpp>

#include <algorithm>

namespace attest::extract {

std::vector<Event> find_events(const Reading& reading) {
  const PlaceReferences references(reading);
  std::vector<Telling> tellings = find_life_dates(reading);
  for (const EventTrigger& trigger : find_triggers(reading)) {
    Telling telling = describe(reading, references, trigger);
    if (is_told(telling)) tellings.push_back(std::move(telling));
  }
  std::stable_sort(tellings.begin(), tellings.end(),
                   [](const Telling& a, const Telling& b) { return a.trigger.token < b.trigger.token; });
  split_itineraries(reading, tellings);
  carry_dates(reading, tellings);
  share_places(reading, tellings);
  return merge_tellings(reading, std::move(tellings));
}

}  // namespace attest::extract
