#include <attest/extractor/entities/lexicon.hpp>

#include <algorithm>
#include <array>

namespace attest::extract {
namespace {

template <std::size_t N>
constexpr auto sorted(std::array<std::string_view, N> words) {
  std::sort(words.begin(), words.end());
  return words;
}
template <class... Words>
constexpr auto word_list(Words... words) {
  return sorted(std::array<std::string_view, sizeof...(Words)>{words...});
}
template <std::size_t N>
bool has(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::binary_search(words.begin(), words.end(), word);
}

constexpr auto titles = word_list(
    "adm", "admiral", "adviser", "advisor", "agent", "aide", "ambassador", "archbishop", "assistant",
    "attorney", "ayatollah", "bishop", "brig", "brigadier", "capt", "captain", "cardinal", "ceo", "cfo",
    "chair", "chairman", "chairperson", "chairwoman", "chancellor", "chief", "cmdr", "co-founder", "coach",
    "col", "colonel", "commander", "commissioner", "commodore", "congressman", "congresswoman", "constable",
    "corporal", "correspondent", "councillor", "counsellor", "cpl", "deputy", "detective", "dictator",
    "diplomat", "director", "director-general", "doctor", "dr", "envoy", "founder", "gen", "general", "gov",
    "governor", "head", "hon", "inspector", "journalist", "judge", "justice", "lawyer", "leader",
    "lieutenant", "lt", "maj", "major", "marshal", "mayor", "minister", "miss", "mp", "mr", "mrs", "ms", "mx",
    "officer", "ombudsman", "ombudswoman", "premier", "president", "president-elect", "principal", "private",
    "prof", "professor", "prosecutor", "rabbi", "rapporteur", "rector", "rep", "reporter", "representative",
    "rev", "reverend", "secretary", "secretary-general", "sen", "senator", "sgt", "sheikh", "sheriff",
    "speaker", "spokesman", "spokesperson", "spokeswoman", "superintendent", "sergeant", "treasurer",
    "undersecretary", "vice-chancellor", "vice-president");
constexpr auto modifiers = word_list(
    "acting", "affairs", "agriculture", "army", "associate", "attorney", "commerce", "defence", "defense",
    "deputy", "economy", "education", "energy", "environment", "ex", "ex-", "executive", "federal", "finance",
    "first", "foreign", "former", "health", "home", "interim", "interior", "intelligence", "justice", "labor",
    "labour", "late", "national", "opposition", "police", "press", "prime", "security", "senior", "special",
    "state", "then", "trade", "transport", "under", "vice");
constexpr auto male = word_list(
    "brother", "chairman", "congressman", "duke", "emperor", "father", "gentleman", "grandfather", "grandson",
    "he", "husband", "king", "lord", "man", "mr", "nephew", "ombudsman", "pope", "prince", "sir", "son",
    "spokesman", "stepfather", "uncle", "boy", "businessman", "policeman", "fisherman", "monk", "priest");
constexpr auto female =
    word_list("actress", "aunt", "businesswoman", "chairwoman", "congresswoman", "dame", "daughter",
              "duchess", "empress", "girl", "grandmother", "granddaughter", "lady", "miss", "mother", "mrs",
              "ms", "niece", "nun", "ombudswoman", "policewoman", "princess", "queen", "she", "sister",
              "spokeswoman", "stepmother", "widow", "wife", "woman");
constexpr auto speech_verbs = word_list("added", "admitted", "announced", "asked", "claimed", "commented",
                                        "declared", "explained", "insisted", "noted", "replied", "said",
                                        "says", "stated", "stressed", "told", "tweeted", "wrote");
constexpr auto kinship =
    word_list("aunt", "brother", "child", "cousin", "dad", "daughter", "father", "fiance", "fiancee",
              "grandfather", "grandmother", "granddaughter", "grandson", "husband", "mother", "mum", "nephew",
              "niece", "sister", "son", "spouse", "uncle", "widow", "wife");
constexpr auto generations = word_list("i", "jr", "junior", "sr", "senior", "ii", "iii", "iv", "v", "vi",
                                       "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi");
constexpr auto particles = word_list("al", "ben", "bin", "bint", "da", "das", "de", "del", "della", "den",
                                     "der", "di", "dos", "du", "el", "ibn", "kizi", "la", "le", "oghlu",
                                     "oglu", "ogly", "qizi", "ter", "van", "von", "y", "zu");
constexpr auto organization_nouns = word_list(
    "academy", "administration", "aerospace", "agency", "airforce", "airline", "airlines", "airways",
    "alliance", "archdiocese", "archive", "archives", "army", "assembly", "associates", "association",
    "authority", "aviation", "ballet", "bancorp", "band", "bank", "battalion", "board", "brewery", "brewing",
    "brigade", "broadcaster", "broadcasting", "brotherhood", "brothers", "bulletin", "bundesbank",
    "bundesrat", "bundestag", "bundeswehr", "bureau", "cabinet", "cartel", "caucus", "center", "centre",
    "chamber", "chancellery", "choir", "chronicle", "church", "club", "co", "coalition", "collective",
    "college", "command", "commissariat", "commission", "committee", "communications", "community",
    "companies", "company", "confederation", "conference", "congregation", "congress", "consortium",
    "consulate", "convention", "cooperative", "corp", "corporation", "corps", "council", "courier", "court",
    "daily", "department", "diocese", "directorate", "dispatch", "division", "duma", "electric",
    "electronics", "ensemble", "enterprise", "enterprises", "entertainment", "examiner", "exchange",
    "express", "faction", "faculty", "fc", "federation", "federations", "fleet", "foods", "force", "forces",
    "foundation", "front", "fund", "funds", "games", "gang", "gazette", "gendarmerie", "gmbh", "government",
    "group", "groups", "guard", "guerrillas", "guild", "headquarters", "herald", "holding", "holdings", "inc",
    "industries", "infantry", "initiative", "inquirer", "inspectorate", "institute", "institutes",
    "institution", "insurance", "intelligence", "interactive", "international", "investment", "investments",
    "jihad", "journal", "junta", "knesset", "laboratories", "laboratory", "labs", "league", "legion",
    "legislature", "limited", "llc", "logistics", "ltd", "mafia", "magazine", "marines", "media",
    "microsystems", "militia", "ministries", "ministry", "mission", "monitor", "motor", "motors", "movement",
    "navy", "network", "news", "newspaper", "ngo", "observer", "office", "oil", "ombudsman", "orchestra",
    "organisation", "organization", "parliament", "partners", "partnership", "party", "petroleum",
    "pharmaceutical", "pharmaceuticals", "philharmonic", "pictures", "plc", "police", "politburo",
    "polytechnic", "post", "presidium", "press", "program", "programme", "project", "rada", "radio",
    "railway", "railways", "records", "regiment", "register", "reichstag", "resistance", "review", "school",
    "sciences", "secretariat", "securities", "seminary", "senate", "service", "services", "shipping",
    "society", "software", "solutions", "squadron", "staff", "steel", "stores", "studio", "studios",
    "supermarkets", "symphony", "syndicate", "synod", "systems", "taskforce", "team", "tech", "technologies",
    "technology", "telecom", "telegraph", "television", "times", "treasury", "tribunal", "tribune", "troops",
    "trust", "tv", "union", "university", "ventures", "weekly", "wehrmacht", "workshop");
constexpr auto event_nouns =
    word_list("armistice", "battle", "biennale", "championship", "championships", "coup", "crusade",
              "crusades", "earthquake", "famine", "genocide", "holocaust", "hurricane", "intifada",
              "marathon", "massacre", "mutiny", "offensive", "olympics", "oscars", "paralympics", "pogrom",
              "rebellion", "revolution", "riots", "siege", "tsunami", "uprising", "war", "wars");
constexpr auto styles =
    word_list("baron", "baroness", "brother", "caliph", "count", "countess", "czar", "dame", "duchess",
              "duke", "earl", "emir", "emperor", "empress", "father", "imam", "kaiser", "khan", "king",
              "lady", "lord", "mother", "pope", "prince", "princess", "queen", "saint", "shah", "sheikh",
              "sir", "sister", "st", "sultan", "tsar", "tsarina");
constexpr auto droppable =
    word_list("agency", "ag", "bank", "club", "co", "college", "company", "corp", "corporation", "fc",
              "foundation", "gmbh", "group", "holding", "holdings", "inc", "institute", "international",
              "limited", "llc", "ltd", "magazine", "movement", "newspaper", "ngo", "organisation",
              "organization", "party", "plc", "sa", "society", "university");

struct Kind {
  std::string_view word;
  std::string_view kind;
};
constexpr auto kinds = [] {
  auto rows = std::to_array<Kind>({
      {"airport", "facility"},   {"alley", "road"},          {"arena", "facility"},
      {"avenue", "road"},        {"base", "facility"},       {"basin", "region"},
      {"bay", "water"},          {"beach", "site"},          {"boulevard", "road"},
      {"border", "region"},      {"bridge", "facility"},     {"building", "facility"},
      {"camp", "facility"},      {"canal", "water"},         {"canyon", "site"},
      {"cape", "site"},          {"castle", "facility"},     {"cathedral", "facility"},
      {"cemetery", "facility"},  {"channel", "water"},       {"chapel", "facility"},
      {"city", "city"},          {"coast", "region"},        {"continent", "region"},
      {"corridor", "road"},      {"county", "region"},       {"creek", "water"},
      {"dam", "facility"},       {"desert", "region"},       {"district", "region"},
      {"embassy", "facility"},   {"emirate", "region"},      {"farm", "facility"},
      {"forest", "region"},      {"fort", "facility"},       {"fortress", "facility"},
      {"garden", "facility"},    {"gardens", "facility"},    {"glacier", "site"},
      {"governorate", "region"}, {"gulf", "water"},          {"hall", "facility"},
      {"harbor", "water"},       {"harbour", "water"},       {"heights", "region"},
      {"highlands", "region"},   {"highway", "road"},        {"hill", "site"},
      {"hills", "region"},       {"hospital", "facility"},   {"hotel", "facility"},
      {"island", "region"},      {"islands", "region"},      {"khanate", "region"},
      {"lake", "water"},         {"lane", "road"},           {"mall", "facility"},
      {"monastery", "facility"}, {"monument", "facility"},   {"museum", "facility"},
      {"gallery", "facility"},   {"library", "facility"},    {"theatre", "facility"},
      {"theater", "facility"},   {"church", "facility"},     {"prison", "facility"},
      {"mosque", "facility"},    {"mount", "site"},          {"mountain", "site"},
      {"mountains", "region"},   {"oblast", "region"},       {"ocean", "water"},
      {"opera", "facility"},     {"palace", "facility"},     {"park", "facility"},
      {"pass", "site"},          {"peninsula", "region"},    {"plain", "region"},
      {"plains", "region"},      {"plateau", "region"},      {"plaza", "facility"},
      {"port", "facility"},      {"prefecture", "region"},   {"prison", "facility"},
      {"province", "region"},    {"reef", "site"},           {"region", "region"},
      {"ridge", "site"},         {"river", "water"},         {"road", "road"},
      {"sea", "water"},          {"shrine", "facility"},     {"square", "site"},
      {"stadium", "facility"},   {"station", "facility"},    {"strait", "water"},
      {"straits", "water"},      {"street", "road"},         {"strip", "region"},
      {"suburb", "region"},      {"temple", "facility"},     {"territory", "region"},
      {"tower", "facility"},     {"towers", "facility"},     {"town", "city"},
      {"tunnel", "road"},        {"valley", "region"},       {"village", "village"},
      {"volcano", "site"},       {"waterfall", "water"},     {"zone", "region"},
      {"abbey", "facility"},     {"aerodrome", "facility"},  {"airfield", "facility"},
      {"aquarium", "facility"},  {"archipelago", "region"},  {"atoll", "region"},
      {"barracks", "facility"},  {"barrier", "site"},        {"basilica", "facility"},
      {"borough", "region"},     {"canton", "region"},       {"cave", "site"},
      {"caves", "site"},         {"checkpoint", "facility"}, {"citadel", "facility"},
      {"convent", "facility"},   {"cosmodrome", "facility"}, {"courthouse", "facility"},
      {"crater", "site"},        {"delta", "region"},        {"dome", "facility"},
      {"estuary", "water"},      {"expressway", "road"},     {"falls", "water"},
      {"fjord", "water"},        {"freeway", "road"},        {"inlet", "water"},
      {"isle", "region"},        {"isles", "region"},        {"jail", "facility"},
      {"krai", "region"},        {"lagoon", "water"},        {"lighthouse", "facility"},
      {"loch", "water"},         {"massif", "site"},         {"mausoleum", "facility"},
      {"memorial", "facility"},  {"mine", "facility"},       {"minster", "facility"},
      {"motorway", "road"},      {"oasis", "site"},          {"okrug", "region"},
      {"parish", "region"},      {"peak", "site"},           {"penitentiary", "facility"},
      {"pier", "facility"},      {"priory", "facility"},     {"racecourse", "facility"},
      {"raion", "region"},       {"rapids", "water"},        {"refinery", "facility"},
      {"reservoir", "water"},    {"sanctuary", "site"},      {"savanna", "region"},
      {"shipyard", "facility"},  {"shire", "region"},        {"sierra", "region"},
      {"sound", "water"},        {"spaceport", "facility"},  {"spring", "water"},
      {"springs", "water"},      {"steppe", "region"},       {"subdistrict", "region"},
      {"swamp", "water"},        {"synagogue", "facility"},  {"terminal", "facility"},
      {"township", "city"},      {"trail", "road"},          {"turnpike", "road"},
      {"velodrome", "facility"}, {"viaduct", "facility"},    {"voivodeship", "region"},
      {"wadi", "water"},         {"zoo", "facility"},
  });
  std::sort(rows.begin(), rows.end(), [](const Kind& a, const Kind& b) { return a.word < b.word; });
  return rows;
}();
constexpr auto state_forms = word_list("commonwealth", "emirate", "federation", "kingdom", "principality",
                                       "republic", "state", "sultanate");
constexpr auto directions =
    word_list("central", "east", "eastern", "great", "greater", "inner", "lesser", "little", "lower",
              "middle", "new", "north", "northeast", "northeastern", "northern", "northwest", "northwestern",
              "old", "outer", "south", "southeast", "southeastern", "southern", "southwest", "southwestern",
              "soviet", "upper", "west", "western");
constexpr auto function_words =
    word_list("a", "an", "and", "at", "by", "de", "des", "du", "for", "from", "in", "la", "les", "of", "on",
              "or", "the", "to", "und", "with", "y");

}  // namespace

bool is_title(std::string_view word) {
  return has(titles, word);
}
bool is_title_modifier(std::string_view word) {
  return has(modifiers, word);
}
Gender gender_of_noun(std::string_view word) {
  if (has(male, word)) return Gender::male;
  return has(female, word) ? Gender::female : Gender::unknown;
}
bool is_speech_verb(std::string_view word) {
  return has(speech_verbs, word);
}
bool is_kinship_noun(std::string_view word) {
  return has(kinship, word);
}
bool is_generation(std::string_view word) {
  return has(generations, word);
}
bool is_name_particle(std::string_view word) {
  return has(particles, word);
}
bool is_organization_noun(std::string_view word) {
  return has(organization_nouns, word);
}
bool is_event_noun(std::string_view word) {
  return has(event_nouns, word);
}
bool is_style(std::string_view word) {
  return has(styles, word);
}
bool is_droppable_noun(std::string_view word) {
  return has(droppable, word);
}
std::string_view place_kind(std::string_view word) {
  const auto at = std::lower_bound(kinds.begin(), kinds.end(), word,
                                   [](const Kind& row, std::string_view w) { return row.word < w; });
  return at != kinds.end() && at->word == word ? at->kind : std::string_view{};
}
bool is_state_form(std::string_view word) {
  return has(state_forms, word);
}
bool is_direction(std::string_view word) {
  return has(directions, word);
}
bool is_function_word(std::string_view word) {
  return has(function_words, word);
}

}  // namespace attest::extract
