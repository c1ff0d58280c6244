// Nouns that tell of events with what they are of, a section for each type.
#include <attest/extractor/facts/event_phrase_table.hpp>

namespace attest::extract {
namespace {

using enum EventType;
using enum Strength;
// Of two that fit the first counts: the fall of an empire is not that of a town.
constexpr NounPhrase nouns[] = {
    {dissolution, weak, "fall", "of", "empire union dynasty republic communism wall"},
    {dissolution, weak, "collapse breakup break-up split disintegration", "of",
     "ORG PLACE union empire bank company federation league party firm"},

    {attack, weak, "capture fall liberation seizure recapture storming conquest sack sacking", "of",
     "PLACE city town village fortress capital territory"},
    {attack, weak, "defeat", "of", "PLACE army force troop rebel"},
    {attack, weak, "suppression crushing", "of", "revolt rebellion uprising mutiny"},
    {attack, weak, "hostility", "between|with|against", "PLACE ORG force"},
    {attack, strong, "declaration", "of", "war"},
    {attack, weak, "attempt", "modifier", "assassination coup murder"},
    {attack, weak, "campaign sweep", "modifier", "bombing air shelling"},

    {displacement, weak, "eviction", "of", "ANY"},
    {displacement, weak, "return", "of", "refugee exile family resident"},

    {arrest, weak, "term sentence", "modifier", "prison jail"},

    {trial, weak, "sentencing questioning extradition", "of", "ANY"},
    {trial, weak, "complaint petition claim", "against", "PLACE ORG PERSON"},
    {trial, weak, "order ruling decision", "modifier", "court tribunal"},
    {trial, weak, "inquiry investigation probe", "into",
     "PERSON ORG death murder killing shooting attack scandal"},

    {agreement, weak, "settlement", "modifier|of",
     "peace political negotiated court legal financial diplomatic dispute conflict case lawsuit suit claim "
     "strike"},
    {agreement, weak, "settlement", "with|between", "ORG PLACE PERSON BODY"},
    {agreement, weak, "sale purchase takeover buyout", "of",
     "ORG company firm business stake share unit division subsidiary bank asset airline"},
    {agreement, weak, "deal agreement", "with", "ORG PLACE PERSON BODY"},
    {agreement, weak, "offer bid", "modifier", "tender takeover buyout"},
    {agreement, weak, "ratification conclusion signing", "of", "treaty agreement accord convention protocol"},

    {meeting, weak, "communication contact", "with", "official leader president minister PERSON"},
    {meeting, weak, "panel", "with", "PERSON"},
    {meeting, weak, "opening", "of", "session parliament conference summit congress assembly exhibition"},

    {election, weak, "campaign bid run", "for",
     "president presidency governor senate mayor office election re-election"},
    {election, weak, "race campaign bid", "modifier", "presidential mayoral gubernatorial senate"},
    {election, weak, "poll voting", "modifier",
     "presidential parliamentary legislative general local municipal"},

    {appointment, weak, "seizure transfer handover assumption", "of", "power office"},
    {appointment, weak, "overthrow toppling deposition", "of", "ANY"},
    {appointment, weak, "rise return accession ascent", "to", "power throne office presidency"},
    {appointment, weak, "term tenure stint spell", "as", "OFFICE"},
    {appointment, weak, "swearing-in installation", "of", "PERSON OFFICE government cabinet"},
    {appointment, weak, "confirmation", "modifier|by|of", "senate nominee nomination PERSON"},

    {founding, weak, "opening inauguration", "of",
     "school museum hotel theatre theater airport station library university hospital college store branch "
     "restaurant factory plant mine line railway bridge canal gallery office centre center"},

    {destruction, weak, "burning looting sinking desecration vandalization", "of", "ANY"},

    {aid, weak, "delivery distribution shipment", "of", "aid food medicine supply relief"},

    {legislation, weak, "adoption passage approval repeal enactment signing introduction veto", "of",
     "law bill resolution constitution act amendment legislation budget decree measure"},
    {legislation, weak, "imposition lifting", "of", "sanction ban embargo restriction curfew law tax tariff"},
    {legislation, weak, "declaration proclamation", "of", "independence emergency republic"},
    {legislation, weak, "abolition", "of", "slavery monarchy serfdom penalty"},

    {publication, weak, "release", "of",
     "album single film book report statement video document game study figure result song photo image"},
    {publication, weak, "publication", "of", "ANY"},
    {publication, weak, "address", "modifier", "year inaugural televised farewell christmas"},

    {deployment, weak, "withdrawal pullout pull-out departure arrival return dispatch sending", "of",
     "troop soldier force army peacekeeper contingent marine"},
    {deployment, weak, "presence", "modifier", "military peacekeeping troop naval"},
    {deployment, weak, "landing", "on", "moon mars comet asteroid venus"},
    {deployment, weak, "arrival", "at", "station orbit"},

    {death, strong, "loss", "of", "life"},
    {death, strong, "passing", "of", "PERSON OFFICE"},
};

}  // namespace

std::span<const NounPhrase> noun_phrases() {
  return nouns;
}

}  // namespace attest::extract
