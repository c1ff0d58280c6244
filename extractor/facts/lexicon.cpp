#include <attest/extractor/facts/lexicon.hpp>
#include <attest/extractor/facts/word_list.hpp>
#include <attest/extractor/one_of.hpp>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace attest::extract {
namespace {

constexpr std::pair<Speech, std::string_view> speech_verbs[] = {
    {Speech::say,
     "accept acknowledge add admit advise affirm agree allege announce answer anticipate argue articulate "
     "ask assert assume assure attest aver avow believe bemoan bet blog boast brag cable caution certify "
     "charge claim clarify comment complain concede conclude concur confess confide confirm conjecture "
     "consider contend convey counter cry declare decree deduce deem detail disclose elaborate email "
     "emphasise emphasize enthuse envisage envision estimate exclaim expect explain fear feel figure "
     "forecast foresee foretell foretold fume gripe grumble guarantee guess gush highlight hint hold hope "
     "hypothesise hypothesize imagine imply indicate infer inform inquire insinuate insist interject "
     "intimate joke judge lament lecture maintain marvel mention moan murmur muse mutter narrate note "
     "notice notify object observe opine outline plead pledge point posit post postulate pray predict "
     "presume proclaim profess project promise pronounce prophesy propose protest quip quote rant rate "
     "reaffirm reason reassert reassure recall reckon recognise recognize recommend recount reflect regret "
     "reiterate rejoin relate relay remark remember remind reminisce repeat reply report respond restate "
     "retort reveal rule say scream sense shout sigh signal snap specify speculate state stipulate stress "
     "submit suggest summarise summarize suppose surmise suspect swear tell testify text theorise theorize "
     "think threaten thunder trumpet tweet underline underscore uphold venture volunteer vouch vow wager "
     "wail warn whisper wonder worry write yell"},
    {Speech::find,
     "ascertain calculate demonstrate determine discover document establish find prove show verify"},
    {Speech::deny,
     "contest deny disavow disclaim dismiss dispute doubt gainsay rebuff rebut refute reject repudiate"},
    {Speech::accuse, "accuse blame"},
    {Speech::label,
     "acclaim applaud ascribe attribute brand call cast castigate characterise characterize cite commend "
     "condemn credit criticise "
     "criticize decry denote denounce depict deride describe dub hail herald "
     "label lambast lambaste laud liken mock portray praise refer regard ridicule slam "
     "term tout view"},
    {Speech::urge,
     "appeal beg beseech command demand enjoin entreat exhort implore instruct oblige order urge"},
    // What the lemmas of some come out as: "emphasised".
    {Speech::say, "emphasis hypothesis insinuat marvell posite"},
};

constexpr std::pair<Speech, std::string_view> speech_nouns[] = {
    {Speech::say,
     "accusation acknowledgement acknowledgment admission allegation announcement answer argument "
     "assertion assessment assurance belief caution certainty charge claim comment complaint concern "
     "conclusion confession confidence confirmation contention conviction criticism declaration disclosure "
     "estimate expectation explanation fact fear feeling finding forecast guarantee hope hypothesis idea "
     "implication impression insinuation insistence intuition judgement judgment mantra message notice "
     "notion oath objection observation opinion optimism pessimism plea pledge point position prediction "
     "premise proclamation promise pronouncement prophecy proposition protestation quip reasoning rebuttal "
     "recollection recommendation regret remark reminder reply report response retort revelation ruling "
     "rumor rumour speculation stance statement suggestion suspicion teaching testimony theory thesis "
     "thinking threat understanding verdict view vow warning worry"},
    {Speech::deny, "denial disbelief doubt rejection scepticism skepticism"},
};

constexpr std::pair<VerbRole, std::string_view> verb_roles[] = {
    {VerbRole::light,
     "launch carry conduct hold make sign issue commit stage mount undertake perform begin start end "
     "organize "
     "organise lead give deliver wage initiate perpetrate convene host schedule plan announce order "
     "resume continue have do pay declare impose"},
    {VerbRole::attend, "attend join participate take enter"},
    {VerbRole::suffer, "undergo suffer survive face stand endure witness experience receive"},
    {VerbRole::happen, "occur happen take begin start end erupt break follow continue last"},
};

constexpr std::pair<NounRole, std::string_view> noun_roles[] = {
    {NounRole::office,
     "president vice-president president-elect secretary-general director-general minister premier "
     "chancellor secretary governor mayor senator ambassador "
     "chairman chairwoman chairperson chair director head chief leader commander commander-in-chief general "
     "king queen emperor "
     "empress prince princess sultan emir sheikh pope bishop archbishop cardinal patriarch rabbi imam ceo "
     "cfo coo cto "
     "executive manager editor editor-in-chief professor dean rector principal headmaster judge justice "
     "magistrate "
     "prosecutor attorney ombudsman spokesman spokeswoman spokesperson representative envoy delegate deputy "
     "mp "
     "congressman congresswoman lawmaker legislator councillor councilor commissioner speaker treasurer "
     "coach captain "
     "trainer manager owner administrator superintendent inspector sheriff marshal admiral colonel "
     "brigadier duke duchess earl count countess baron viceroy consul diplomat adviser advisor assistant "
     "aide "
     "coordinator curator conductor lecturer curate chaplain vicar priest "
     "undersecretary presidency protector regent khan shah tsar czar sovereign monarch ruler warlord "
     "correspondent "
     "columnist lawyer solicitor counsel analyst economist strategist chief-of-staff "
     "pastor rev. lieutenant sergeant corporal ensign commodore major-general lieutenant-general gov. sen. "
     "rep. gen. "
     "adm. col. prof. capt. maj. lt. sgt. insp. vice-chairman co-chair co-chairman co-leader co-director "
     "co-president "
     "trustee boss chieftain abbot abbess prelate primate nuncio legate provost registrar comptroller "
     "controller ombudswoman ombudsperson vice-chair vice-chairwoman vice-rector vice-chancellor "
     "vice-admiral rear-admiral prefect alderman alderwoman assemblyman assemblywoman councilman "
     "councilwoman councilmember burgomaster vizier pasha maharaja raja nawab shogun doge margrave archduke "
     "archduchess marquis marquess viscount caliph ayatollah mufti commandant warden coroner whip mep "
     "attach\u00e9 adjutant quartermaster aide-de-camp headmistress headteacher inspector-general "
     "attorney-general solicitor-general surgeon-general consul-general parliamentarian "
     "governor-general "
     "command-in-chief procurator rapporteur commissar partner co-owner proprietor publisher cio cmo cso "
     "co-ceo md svp evp instructor preceptor bursar proctor vice-principal vice-provost "
     "vice-dean vice-minister vice-premier vice-governor vice-mayor vice-consul deputy-governor "
     "lieutenant-governor minister-president secretary-treasurer under-secretary undersecretary-general "
     "postmaster postmaster-general paymaster chamberlain steward bailiff constable recorder notary auditor "
     "auditor-general accountant actuary advocate-general foreman overseer supervisor keeper custodian "
     "conservator ranger bandleader bandmaster choirmaster concertmaster kapellmeister showrunner anchor "
     "anchorwoman newsreader newscaster producer skipper plenipotentiary charg\u00e9 mediator strongman "
     "dictator f\u00fchrer duce taoiseach t\u00e1naiste stadtholder elector landgrave voivode hetman "
     "hospodar "
     "satrap dewan nizam maharani emira sultana tsarina dauphin khedive bey dey sirdar pharaoh proconsul "
     "praetor quaestor exarch archimandrite archdeacon deacon canon precentor prior prioress presbyter "
     "catholicos metropolitan superior-general mullah qadi brigadier-general field-marshal midshipman "
     "boatswain councilperson selectman chairman-elect headman spymaster vice-chairperson"},
    {NounRole::membership,
     "member employee teammate classmate soldier officer worker volunteer staffer activist supporter "
     "militant fighter player "
     "student "
     "graduate alumnus alumna scientist researcher engineer astronaut cosmonaut journalist reporter teacher "
     "fellow "
     "follower recruit agent operative veteran scholar pupil defector musician singer guitarist bassist "
     "drummer pianist vocalist photographer physicist chemist biologist historian linguist mathematician "
     "clerk nurse physician surgeon programmer developer designer technician driver pilot sailor trooper "
     "cadet intern apprentice trainee consultant contractor candidate negotiator investigator detective "
     "quarterback pitcher goalkeeper midfielder striker defender outfielder infielder fielder catcher "
     "shortstop baseman linebacker winger fullback halfback cornerback forward batsman bowler goaltender "
     "conscript reservist serviceman servicewoman paratrooper rifleman airman gunner medic bodyguard "
     "sophomore freshman undergraduate postgraduate postdoc docent librarian archivist tutor dancer soloist "
     "organist violinist cellist frontman frontwoman presenter cameraman anchorman commentator "
     "policeman firefighter missionary monk nun adherent devotee partisan guerrilla geologist geophysicist "
     "meteorologist climatologist seismologist oceanographer hydrologist volcanologist epidemiologist "
     "virologist microbiologist immunologist neuroscientist neurologist psychologist psychiatrist "
     "sociologist anthropologist archaeologist archeologist zoologist botanist ecologist entomologist "
     "geneticist astronomer astrophysicist cosmologist paleontologist statistician demographer "
     "cryptographer geographer biochemist pathologist cardiologist oncologist expert policewoman "
     "backbencher insurgent jihadist trumpeter saxophonist flautist flutist keyboardist percussionist "
     "songwriter roadie caseworker translator interpreter stenographer typist welder machinist "
     "electrician mechanic planner"},
    {NounRole::kin_parent, "father mother parent dad mum mom stepfather stepmother"},
    {NounRole::kin_child, "son daughter child stepson stepdaughter"},
    {NounRole::kin_spouse, "wife husband spouse widow widower bride ex-husband ex-wife"},
    {NounRole::kin_sibling, "brother sister sibling half-brother half-sister twin stepbrother stepsister"},
    {NounRole::kin_other,
     "uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter grandparent grandchild "
     "brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law relative "
     "great-grandfather "
     "great-grandson great-grandmother great-uncle great-aunt great-nephew great-niece stepuncle godfather "
     "godmother godson goddaughter kinsman kinswoman in-law forefather forebear ancestor descendant "
     "heir heiress great-granddaughter great-grandchild great-grandparent grandnephew grandniece "
     "descendent kin fiancé fiancée fiance fiancee"},
    {NounRole::body,
     "ministry department army navy force police government parliament senate assembly council committee "
     "commission agency "
     "court bureau office service authority administration board staff guard institute division branch "
     "subsidiary arm "
     "affiliate facility laboratory unit wing corps directorate secretariat cabinet embassy congress bank "
     "company party "
     "broadcaster "
     "newspaper magazine publication journal group channel station faculty school college"},
    {NounRole::collective,
     "official authority spokesman spokeswoman spokesperson representative source government leadership army "
     "military "
     "ministry police administration team side diplomat delegation campaign commander prosecutor office "
     "officer "
     "investigator expert lawyer staff embassy"},
    {NounRole::region,
     "village city town province region district state county capital municipality settlement suburb "
     "neighborhood "
     "port borough parish hamlet commune prefecture canton oblast resort peninsula enclave governorate "
     "neighbourhood island republic territory area part township subdistrict raion okrug voivodeship shire "
     "krai "
     "emirate"},
    {NounRole::citizen, "citizen national"},
    {NounRole::resident, "resident inhabitant dweller"},
    {NounRole::native, "native"},
    {NounRole::founder, "founder co-founder cofounder"},
};

constexpr std::string_view negations = "not n't never no neither nor n’t nobody none without cannot";

using Lexicon = std::unordered_map<std::string_view, WordInfo>;

// A word listed under two strengths keeps the stronger.
void set_trigger(Trigger& trigger, Trigger value) {
  if (trigger.type == EventType::none || value.strength < trigger.strength) trigger = value;
}

Lexicon build_lexicon() {
  Lexicon lexicon;
  for (const EventWords& words : event_words()) {
    const Trigger trigger{words.type, words.strength};
    each_word(words.verbs, [&](auto word) { set_trigger(lexicon[word].verb, trigger); });
    each_word(words.nouns, [&](auto word) { set_trigger(lexicon[word].noun, trigger); });
  }
  for (const auto& [kind, words] : speech_verbs)
    each_word(words, [&, k = kind](auto w) { lexicon[w].speech = k; });
  for (const auto& [kind, words] : speech_nouns)
    each_word(words, [&, k = kind](auto w) { lexicon[w].speech_noun = k; });
  for (const auto& [role, words] : verb_roles)
    each_word(words, [&, r = role](auto w) { lexicon[w].verb_role = r; });
  for (const auto& [role, words] : noun_roles)
    each_word(words, [&, r = role](auto w) {
      WordInfo& info = lexicon[w];
      if (info.noun_role == NounRole::none) info.noun_role = r;
    });
  each_word(negations, [&](auto word) { lexicon[word].negation = true; });
  return lexicon;
}

constexpr std::size_t longest_word = 24;

// Lower case of an ASCII word, in `buffer`; empty where the word is too long to be listed.
std::string_view lowered(std::string_view word, char (&buffer)[longest_word]) {
  if (word.size() > longest_word) return {};
  std::transform(word.begin(), word.end(), buffer,
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return {buffer, word.size()};
}

using ObjectNouns = std::unordered_map<std::string_view, std::uint32_t>;  // a bit for each type

ObjectNouns build_objects() {
  ObjectNouns nouns;
  for (const auto& [type, words] : event_objects())
    each_word(words, [&, t = type](auto word) { nouns[word] |= 1u << static_cast<unsigned>(t); });
  return nouns;
}

}  // namespace

const WordInfo& word_info(std::string_view lemma) {
  static const Lexicon lexicon = build_lexicon();
  static const WordInfo unknown;
  char buffer[longest_word];
  const auto found = lexicon.find(lowered(lemma, buffer));
  return found == lexicon.end() ? unknown : found->second;
}

bool fits_as_object(EventType type, std::string_view noun_lemma) {
  static const ObjectNouns nouns = build_objects();
  char buffer[longest_word];
  const auto found = nouns.find(lowered(noun_lemma, buffer));
  return found != nouns.end() && (found->second >> static_cast<unsigned>(type) & 1u) != 0;
}

bool is_firm_noun(std::string_view lemma) {
  constexpr std::string_view firms[] = {
      "agency",    "airline",      "association",  "automaker", "band",         "bank",        "brand",
      "brewer",    "broadcaster",  "business",     "carmaker",  "chain",        "channel",     "charity",
      "club",      "college",      "company",      "concern",   "conglomerate", "corporation", "developer",
      "ensemble",  "firm",         "foundation",   "group",     "hotel",        "institute",   "insurer",
      "label",     "lender",       "magazine",     "maker",     "manufacturer", "newspaper",   "operator",
      "orchestra", "organisation", "organization", "plant",     "producer",     "publisher",   "restaurant",
      "retailer",  "school",       "shipyard",     "shop",      "society",      "startup",     "station",
      "store",     "studio",       "supplier",     "team",      "thrift",       "unit",        "university",
      "utility"};
  return is_one_of(lemma, firms);
}

}  // namespace attest::extract
