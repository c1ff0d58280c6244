#include <algorithm>

#include <attest/extractor/facts/claims.hpp>
#include <attest/extractor/facts/events.hpp>
#include <attest/extractor/facts/reading.hpp>
#include <attest/extractor/facts/relations.hpp>
#include <attest/extractor/pipeline.hpp>

namespace attest::extract {
namespace {

// Events that a claim's words tell of.
void add_events(const std::vector<Event>& events, std::vector<Claim>& claims) {
  std::vector<std::pair<Span, std::uint32_t>> triggers;
  for (std::uint32_t e = 0; e < events.size(); ++e)
    for (Span trigger : events[e].triggers) triggers.emplace_back(trigger, e);
  std::sort(triggers.begin(), triggers.end());
  for (Claim& claim : claims) {
    auto at = std::lower_bound(triggers.begin(), triggers.end(), std::pair(Span{claim.text.begin, 0}, 0u));
    for (; at != triggers.end() && at->first.begin < claim.text.end; ++at)
      if (std::find(claim.about_events.begin(), claim.about_events.end(), at->second) ==
          claim.about_events.end())
        claim.about_events.push_back(at->second);
    std::sort(claim.about_events.begin(), claim.about_events.end());
  }
}

}  // namespace

Facts find_facts(const AnnotatedDocument& document, const Entities& entities) {
  const Reading reading(document, entities);
  Facts facts;
  facts.relations = find_relations(reading);
  facts.events = find_events(reading);
  facts.claims = find_claims(reading);
  add_events(facts.events, facts.claims);
  return facts;
}

}  // namespace attest::extract
