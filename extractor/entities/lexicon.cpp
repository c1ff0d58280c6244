#include <attest/extractor/entities/lexicon.hpp>

#include <array>

#include <attest/extractor/entities/sorted_words.hpp>
#include <attest/extractor/one_of.hpp>

namespace attest::extract {
namespace {

template <class... Words>
constexpr auto word_list(Words... words) {
  return sorted(std::array<std::string_view, sizeof...(Words)>{words...});
}

constexpr auto titles = word_list(
    "adm", "admiral", "adviser", "advisor", "agent", "aide", "ambassador", "archbishop", "assistant",
    "attorney", "ayatollah", "bishop", "brig", "brigadier", "capt", "captain", "cardinal", "ceo", "cfo",
    "chair", "chairman", "chairperson", "chairwoman", "chancellor", "chief", "cmdr", "co-founder", "coach",
    "col", "colonel", "commander", "commissioner", "commodore", "congressman", "congresswoman", "constable",
    "corporal", "correspondent", "councillor", "counsellor", "cpl", "deputy", "detective", "dictator",
    "diplomat", "director", "director-general", "doctor", "dr", "envoy", "founder", "gen", "general", "gov",
    "governor", "governor-general", "head", "hon", "inspector", "journalist", "judge", "justice", "lawyer",
    "leader", "lieutenant", "lt", "madam", "madame", "mademoiselle", "maj", "major", "marshal", "mayor",
    "mep", "minister", "miss", "mlle", "mullah", "mme", "monsieur", "mp", "mr", "mrs", "ms", "mx", "officer",
    "ombudsman", "ombudswoman", "premier", "president", "president-elect", "principal", "private", "prof",
    "professor", "prosecutor", "rabbi", "rapporteur", "rector", "rep", "reporter", "representative", "rev",
    "reverend", "secretary", "secretary-general", "sen", "senator", "sgt", "sheikh", "sheriff", "speaker",
    "specialist", "spokesman", "spokesperson", "spokeswoman", "superintendent", "sergeant", "treasurer",
    "undersecretary", "vice-chancellor", "vice-president");
constexpr auto modifiers = word_list(
    "acting", "affairs", "agriculture", "army", "associate", "attorney", "commerce", "defence", "defense",
    "deputy", "economy", "education", "energy", "environment", "ex", "ex-", "executive", "federal", "finance",
    "first", "foreign", "former", "health", "home", "interim", "interior", "intelligence", "justice", "labor",
    "labour", "late", "national", "opposition", "police", "press", "prime", "security", "senior", "special",
    "state", "then", "trade", "transport", "under", "vice");
constexpr auto party_members = word_list("communist", "conservative", "democrat", "islamist", "laborite",
                                         "liberal", "republican", "socialist", "tory", "unionist");
constexpr auto male =
    word_list("brother", "chairman", "congressman", "duke", "emperor", "father", "gentleman", "grandfather",
              "grandson", "he", "husband", "king", "lord", "man", "mr", "nephew", "ombudsman", "pope",
              "prince", "sir", "son", "spokesman", "stepfather", "uncle", "boy", "businessman", "policeman",
              "fisherman", "monk", "priest", "ayatollah", "imam", "mullah", "sheikh", "monsieur");
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
    "legislature", "library", "limited", "llc", "logistics", "ltd", "mafia", "magazine", "marines", "media",
    "microsystems", "militia", "ministries", "ministry", "mission", "monitor", "motor", "motors", "movement",
    "mutual", "navy", "network", "news", "newspaper", "ngo", "observer", "office", "oil", "ombudsman",
    "orchestra", "organisation", "organization", "parliament", "partners", "partnership", "party",
    "petroleum", "pharmaceutical", "pharmaceuticals", "philharmonic", "pictures", "plc", "police",
    "politburo", "polytechnic", "post", "presidium", "press", "program", "programme", "project", "rada",
    "radio", "railway", "railways", "records", "regiment", "register", "reichstag", "resistance", "review",
    "school", "sciences", "secretariat", "securities", "seminary", "senate", "service", "services",
    "shipping", "society", "software", "solutions", "squadron", "staff", "steel", "stores", "studio",
    "studios", "supermarkets", "symphony", "syndicate", "synod", "systems", "taskforce", "team", "tech",
    "technologies", "technology", "telecom", "telegraph", "television", "times", "treasury", "tribunal",
    "tribune", "troops", "trust", "tv", "union", "university", "ventures", "weekly", "wehrmacht", "workshop");
constexpr auto bodies_with_of = word_list(
    "academy", "administration", "agency", "assembly", "association", "authority", "bank", "board", "bureau",
    "center", "centre", "chamber", "church", "club", "college", "commission", "committee", "company",
    "conference", "congress", "council", "court", "department", "diocese", "directorate", "faculty",
    "federation", "foundation", "front", "institute", "institution", "laboratory", "league", "ministry",
    "movement", "museum", "office", "order", "organisation", "organization", "parliament", "party", "school",
    "secretariat", "senate", "service", "society", "union", "university");
constexpr auto bodies_of_fields = word_list(
    "academy", "agency", "bureau", "commission", "committee", "council", "department", "directorate",
    "faculty", "institute", "ministry", "office", "organisation", "organization", "school", "secretariat");
constexpr auto state_organs = word_list(
    "administration", "agency", "archive", "archives", "army", "assembly", "authority", "battalion", "board",
    "brigade", "bundesbank", "bundesrat", "bundestag", "bundeswehr", "bureau", "cabinet", "central",
    "command", "commission", "committee", "commons", "congress", "council", "court", "delegation",
    "department", "directorate", "division", "duma", "embassy", "federal", "fleet", "folketing", "force",
    "forces", "gendarmerie", "government", "guard", "intelligence", "knesset", "leadership", "legislature",
    "luftwaffe", "majlis", "marine", "marines", "military", "militia", "ministry", "mission", "municipality",
    "national", "navy", "office", "oireachtas", "parliament", "police", "politburo", "rada", "regiment",
    "reichstag", "representatives", "republic", "reserve", "riigikogu", "riksdag", "royal", "saeima",
    "secretariat", "seimas", "sejm", "senate", "service", "squadron", "staff", "state", "storting", "supreme",
    "treasury", "tribunal", "unit", "wehrmacht");
constexpr auto private_bodies =
    word_list("association", "bar", "churches", "club", "co", "college", "corp", "cricket", "film",
              "football", "holdings", "inc", "institute", "llc", "ltd", "museum", "news", "olympic", "party",
              "plc", "refugee", "school", "sports", "stock", "team", "times", "trade", "university");
constexpr auto firm_suffixes =
    word_list("ab", "ag", "aps", "asa", "bhd", "bv", "co", "company", "corp", "corporation", "gmbh", "inc",
              "jsc", "kg", "kk", "limited", "llc", "llp", "ltd", "ltda", "nv", "oao", "ojsc", "ooo", "oy",
              "oyj", "pjsc", "plc", "pte", "pty", "pvt", "sa", "sarl", "spa", "srl", "tbk");
/// Kinds of bodies that lead their names, in languages that put them first; folded.
constexpr auto leading_nouns =
    word_list("associacao", "associazione", "asociacion", "banca", "banco", "banque", "compagnie", "compania",
              "ecole", "federacion", "federazione", "fondation", "fondazione", "fundacion", "groupe", "grupo",
              "gruppo", "institut", "instituto", "istituto", "ministere", "ministerio", "ministero", "parti",
              "partido", "partito", "societe", "sociedad", "universidad", "universidade", "universita",
              "universitat", "universite");
constexpr auto event_nouns =
    word_list("accords", "armistice", "battle", "biennale", "championship", "ceremony", "championships",
              "coup", "crusade", "crusades", "cup", "earthquake", "famine", "festival", "festivals",
              "genocide", "holocaust", "hurricane", "intifada", "marathon", "massacre", "mutiny", "offensive",
              "olympics", "oscars", "playoffs", "paralympics", "pogrom", "rebellion", "revolution", "riots",
              "siege", "summit", "tournament", "treaty", "tsunami", "uprising", "war", "wars");
constexpr auto styles = word_list(
    "archduke", "baron", "baroness", "brother", "caliph", "count", "countess", "czar", "dame", "doge",
    "duchess", "duke", "earl", "emir", "emperor", "empress", "father", "imam", "kaiser", "khan", "king",
    "lady", "lord", "mother", "pope", "prince", "princess", "queen", "saint", "shah", "sheikh", "sir",
    "sister", "st", "sultan", "tsar", "tsarevich", "tsarevna", "tsarina", "viscount");
constexpr auto droppable =
    word_list("affairs", "agency", "ag", "bank", "club", "co", "college", "company", "corp", "corporation",
              "fc", "foundation", "gmbh", "group", "holding", "holdings", "inc", "institute", "international",
              "limited", "llc", "ltd", "magazine", "movement", "newspaper", "ngo", "organisation",
              "organization", "party", "plc", "sa", "society", "university");

struct Kind {
  std::string_view word;
  std::string_view kind;
};
constexpr auto kinds = [] {
  auto rows = std::to_array<Kind>({
      {"abbey", "facility"},      {"aerodrome", "facility"},  {"airfield", "facility"},
      {"airport", "facility"},    {"alley", "road"},          {"aquarium", "facility"},
      {"archipelago", "region"},  {"arena", "facility"},      {"atoll", "region"},
      {"avenue", "road"},         {"barracks", "facility"},   {"barrier", "site"},
      {"base", "facility"},       {"basilica", "facility"},   {"basin", "region"},
      {"bay", "water"},           {"beach", "site"},          {"border", "region"},
      {"borough", "region"},      {"boulevard", "road"},      {"bridge", "facility"},
      {"building", "facility"},   {"camp", "facility"},       {"canal", "water"},
      {"canton", "region"},       {"canyon", "site"},         {"cape", "site"},
      {"castle", "facility"},     {"cathedral", "facility"},  {"cave", "site"},
      {"caves", "site"},          {"cemetery", "facility"},   {"channel", "water"},
      {"chapel", "facility"},     {"checkpoint", "facility"}, {"church", "facility"},
      {"citadel", "facility"},    {"city", "city"},           {"coast", "region"},
      {"colony", "region"},       {"continent", "region"},    {"convent", "facility"},
      {"corridor", "road"},       {"cosmodrome", "facility"}, {"county", "region"},
      {"courthouse", "facility"}, {"crater", "site"},         {"creek", "water"},
      {"dam", "facility"},        {"delta", "region"},        {"desert", "region"},
      {"district", "region"},     {"dome", "facility"},       {"duchy", "region"},
      {"embassy", "facility"},    {"emirate", "region"},      {"enclave", "region"},
      {"estuary", "water"},       {"exclave", "region"},      {"expressway", "road"},
      {"falls", "water"},         {"farm", "facility"},       {"fjord", "water"},
      {"forest", "region"},       {"fort", "facility"},       {"fortress", "facility"},
      {"freeway", "road"},        {"gallery", "facility"},    {"garden", "facility"},
      {"gardens", "facility"},    {"glacier", "site"},        {"governorate", "region"},
      {"gulf", "water"},          {"hall", "facility"},       {"harbor", "water"},
      {"harbour", "water"},       {"heights", "region"},      {"highlands", "region"},
      {"highway", "road"},        {"hill", "site"},           {"hills", "region"},
      {"hospital", "facility"},   {"hotel", "facility"},      {"inlet", "water"},
      {"island", "region"},       {"islands", "region"},      {"isle", "region"},
      {"isles", "region"},        {"jail", "facility"},       {"khanate", "region"},
      {"krai", "region"},         {"lagoon", "water"},        {"lake", "water"},
      {"lane", "road"},           {"lighthouse", "facility"}, {"loch", "water"},
      {"mall", "facility"},       {"massif", "site"},         {"mausoleum", "facility"},
      {"memorial", "facility"},   {"mine", "facility"},       {"minster", "facility"},
      {"monastery", "facility"},  {"monument", "facility"},   {"mosque", "facility"},
      {"motorway", "road"},       {"mount", "site"},          {"mountain", "site"},
      {"mountains", "region"},    {"municipality", "region"}, {"museum", "facility"},
      {"oasis", "site"},          {"oblast", "region"},       {"ocean", "water"},
      {"okrug", "region"},        {"opera", "facility"},      {"palace", "facility"},
      {"parish", "region"},       {"park", "facility"},       {"pass", "site"},
      {"peak", "site"},           {"peninsula", "region"},    {"penitentiary", "facility"},
      {"pier", "facility"},       {"plain", "region"},        {"plains", "region"},
      {"plateau", "region"},      {"plaza", "facility"},      {"port", "facility"},
      {"prefecture", "region"},   {"priory", "facility"},     {"prison", "facility"},
      {"protectorate", "region"}, {"province", "region"},     {"racecourse", "facility"},
      {"raion", "region"},        {"rapids", "water"},        {"reef", "site"},
      {"refinery", "facility"},   {"region", "region"},       {"reservoir", "water"},
      {"ridge", "site"},          {"river", "water"},         {"road", "road"},
      {"sanctuary", "site"},      {"savanna", "region"},      {"sea", "water"},
      {"shipyard", "facility"},   {"shire", "region"},        {"shrine", "facility"},
      {"sierra", "region"},       {"sound", "water"},         {"spaceport", "facility"},
      {"spring", "water"},        {"springs", "water"},       {"square", "site"},
      {"stadium", "facility"},    {"station", "facility"},    {"steppe", "region"},
      {"strait", "water"},        {"straits", "water"},       {"street", "road"},
      {"strip", "region"},        {"subdistrict", "region"},  {"suburb", "region"},
      {"swamp", "water"},         {"synagogue", "facility"},  {"temple", "facility"},
      {"terminal", "facility"},   {"territory", "region"},    {"theater", "facility"},
      {"theatre", "facility"},    {"tower", "facility"},      {"towers", "facility"},
      {"town", "city"},           {"township", "city"},       {"trail", "road"},
      {"tunnel", "road"},         {"turnpike", "road"},       {"valley", "region"},
      {"velodrome", "facility"},  {"viaduct", "facility"},    {"village", "village"},
      {"voivodeship", "region"},  {"volcano", "site"},        {"wadi", "water"},
      {"waterfall", "water"},     {"zone", "region"},         {"zoo", "facility"},
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
bool is_plural_title(std::string_view word) {
  return word == "congressmen" || word == "spokesmen" || word == "messrs" ||
         (word.size() > 3 && word.ends_with('s') && is_title(word.substr(0, word.size() - 1)));
}
bool is_title_modifier(std::string_view word) {
  return has(modifiers, word);
}
bool is_party_member(std::string_view word) {
  return has(party_members, word);
}
Gender gender_of_noun(std::string_view word) {
  if (has(male, word)) return Gender::male;
  return has(female, word) ? Gender::female : Gender::unknown;
}
bool is_speech_verb(std::string_view word) {
  return has(speech_verbs, word);
}
bool is_firm_suffix(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return has(firm_suffixes, word);
}
bool is_leading_organization_noun(std::string_view word) {
  return has(leading_nouns, word);
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
bool is_parent_body_noun(std::string_view word) {
  constexpr std::array<std::string_view, 4> more{"commons", "house", "lords", "nations"};
  return is_organization_noun(word) || is_one_of(word, more);
}
bool is_body_with_of(std::string_view word) {
  return has(bodies_with_of, word);
}
bool is_body_of_fields(std::string_view word) {
  return has(bodies_of_fields, word);
}
bool is_state_organ_noun(std::string_view word) {
  return has(state_organs, word);
}
bool is_private_body_noun(std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  return has(private_bodies, word);
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
bool is_division_noun(std::string_view word) {
  constexpr std::array<std::string_view, 8> divisions{"department", "district", "governorate", "oblast",
                                                      "prefecture", "province", "raion",       "region"};
  return is_one_of(word, divisions);
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
