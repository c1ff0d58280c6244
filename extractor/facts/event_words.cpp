#include <attest/extractor/facts/lexicon.hpp>

namespace attest::extract {

const std::vector<EventWords>& event_words() {
  using enum EventType;
  using enum Strength;
  // Lemmas as they are found in texts: "besieged" is one of "besieg", "overran" its own.
  static const std::vector<EventWords> words = {
      {attack, strong,
       "attack bomb bombard shell invade raid ambush assault besiege strafe clash occupy overrun overran "
       "recapture besieg "
       "conquer annex torpedo counterattack counter-attack retaliate hijack retake reconquer",
       "war battle offensive attack assault invasion bombing bombardment shelling raid airstrike airstrikes "
       "ambush occupation incursion clash fighting hostilities counteroffensive counterattack cyberattack "
       "insurgency coup skirmish onslaught gunfire barrage crossfire blitz putsch"},
      {attack, weak, "fight battle mutiny revolt storm strike shoot hack stab",
       "conflict aggression rebellion revolt mutiny conquest violence liberation warfare revolution crusade "
       "surrender insurrection expedition firefight shootout crackdown"},
      {attack, argument, "fire launch open capture seize take exchange enter drop liberate",
       "operation strike campaign fire activity measure"},
      {blockade, strong, "blockade besiege", "blockade siege embargo"},
      {blockade, weak, "encircle encircl surround", "roadblock encirclement"},
      {blockade, argument, "block close cut shut seal obstruct", "closure blocking obstruction"},
      {displacement, strong, "evacuate deport expel displace flee resettle",
       "exodus deportation evacuation displacement expulsion resettlement repatriation"},
      {displacement, weak, "emigrate migrate relocate exile uproot immigrate repatriate banish",
       "migration emigration exile flight immigration relocation"},
      {displacement, argument, "leave abandon force drive transport", "cleansing"},
      {killing, strong, "kill murder assassinate massacre slaughter behead lynch slay execute",
       "killing murder massacre assassination slaughter shooting pogrom genocide execution homicide "
       "beheading slaying"},
      {killing, weak, "", "atrocity bloodbath"},
      {killing, argument, "shoot poison hang martyr", "bloodshed"},
      {arrest, strong, "arrest detain imprison jail kidnap abduct incarcerate apprehend remand",
       "arrest detention imprisonment kidnapping abduction kidnap"},
      {arrest, weak, "intern captivate", "capture captivity incarceration custody internment"},
      {arrest, argument, "capture seize hold take keep", ""},
      {trial, strong, "sentence convict indict prosecute sue acquit impeach court-martial",
       "trial prosecution lawsuit verdict conviction indictment acquittal court-martial impeachment inquest "
       "retrial "
       "arraignment"},
      {trial, weak, "charge fine testify plead",
       "hearing sentence judgment judgement litigation proceedings proceeding"},
      {trial, argument, "try rule file hear open", "appeal charge ruling case"},
      {agreement, strong, "ratify",
       "agreement treaty ceasefire truce accord armistice cease-fire pact convention memorandum"},
      {agreement, weak, "sign",
       "deal protocol contract signing charter compromise merger acquisition takeover buyout"},
      {agreement, argument, "conclude reach negotiate broker", ""},
      {meeting, strong, "visit interview",
       "meeting talks summit conference interview visit negotiation symposium"},
      {meeting, weak, "meet tour confer negotiate convene debate interrogate contact telephone",
       "talk conversation congress session forum ceremony trip tour dialogue briefing seminar workshop "
       "consultation reception audience discussion encounter debate gathering banquet roundtable "
       "teleconference "
       "colloquium"},
      {meeting, argument, "host attend address receive welcome", "call"},
      {protest, strong, "riot picket", "protest demonstration riot rally uprising sit-in"},
      {protest, weak, "protest rally demonstrate", "unrest march strike walkout boycott vigil"},
      {election, strong, "elect re-elect reelect", "election referendum by-election runoff plebiscite"},
      {election, weak, "vote", "vote ballot primary caucus candidacy candidature re-election reelection"},
      {election, argument, "win lose contest", ""},
      {appointment, strong, "appoint inaugurate resign abdicate depose oust enthrone enthron dethron",
       "appointment resignation inauguration coronation abdication"},
      {appointment, weak,
       "nominate dismiss sack succeed hire conscript demobilize demobilise promote crown recruit knight "
       "reappoint ordain commission",
       "nomination dismissal promotion retirement ouster accession removal tenure discharge firing"},
      {appointment, argument,
       "become serve name make proclaim declare remain assume hold act leave swear install "
       "designate accept ascend",
       ""},
      {founding, strong, "found co-found cofound", "founding establishment inception"},
      {founding, weak, "establish incorporate", "creation formation foundation launch"},
      {founding, argument, "create form launch build set start open institute", ""},
      {dissolution, strong, "dissolve disband", "dissolution disbandment disintegration bankruptcy"},
      {dissolution, weak, "abolish liquidate", "abolition breakup break-up liquidation shutdown"},
      {dissolution, argument, "close end shut merge", "collapse closure"},
      {destruction, strong, "destroy demolish raze bulldoze explode",
       "destruction demolition explosion earthquake blast eruption desecration tsunami hurricane"},
      {destruction, weak,
       "damage wreck vandalize vandalise loot plunder pillage ransack desecrate flatten collapse burn "
       "detonate crash ruin erupt collide",
       "flood collapse crash blaze wildfire shipwreck cyclone typhoon tornado landslide derailment fire "
       "vandalism"},
      {destruction, argument, "knock tear sink flood set", "damage"},
      {aid, strong, "", "airlift"},
      {aid, weak, "donate rescue airlift", "donation relief rescue bailout"},
      {aid, argument, "deliver supply provide send assist help distribute give", "aid assistance convoy"},
      {legislation, strong, "enact decree legislate", "decree edict enactment"},
      {legislation, weak,
       "repeal outlaw veto ban prohibit legalize legalise nationalize nationalise sanction",
       "law legislation resolution amendment ban sanction bill constitution sanctions veto"},
      {legislation, argument, "adopt pass approve impose recognize recognise lift introduce amend order",
       "act order recognition"},
      {publication, strong, "publish reprint broadcast", "publication communique communiqué"},
      {publication, weak, "author televise air serialize co-author coauthor premiere premier",
       "statement article broadcast report announcement memoir essay editorial biography"},
      {publication, argument,
       "release issue write post print unveil upload leak produce co-write dedicate record submit",
       "book study speech letter message video post document album novel paper issue tweet survey analysis "
       "review "
       "bulletin account author"},
      {deployment, strong, "deploy", "deployment mobilization mobilisation redeployment"},
      {deployment, weak, "dispatch mobilize mobilise redeploy",
       "peacekeeping withdrawal liftoff splashdown flyby spacewalk"},
      {deployment, argument, "send station place install withdraw move put set position erect arrive",
       "checkpoint mission"},
      {birth, strong, "", ""},
      {birth, weak, "", "birth"},
      {death, strong, "die perish drown", "death suicide demise drowning stampede fatality"},
      {death, weak, "succumb decease", ""},
  };
  return words;
}

// Nouns (lemmas) that make a verb of the `argument` kind an event of the type when they are its object, or,
// with a passive, its subject.
const std::vector<std::pair<EventType, std::string_view>>& event_objects() {
  using enum EventType;
  static const std::vector<std::pair<EventType, std::string_view>> objects = {
      {attack,
       "attack offensive war strike operation raid shell missile rocket round artillery shot bomb grenade "
       "fire "
       "airstrike assault invasion campaign city town village fortress base position territory capital "
       "island trench "
       "airport region bridge airfield headquarters palace outpost checkpoint"},
      {blockade,
       "road highway corridor border route crossing street bridge access strait canal port airspace railway "
       "path"},
      {displacement,
       "village home house town homeland country city resident villager civilian people population "
       "refugee inhabitant family"},
      {killing,
       "civilian man woman child people person soldier prisoner protester protestor wounded hostage officer "
       "journalist boy girl student president leader politician policeman victim villager resident family "
       "guard worker tourist teacher doctor nurse priest driver pilgrim"},
      {arrest,
       "prisoner hostage soldier suspect man woman people leader activist protester journalist captive "
       "militant member officer civilian custody"},
      {trial, "lawsuit suit case appeal complaint charge petition claim court grievance"},
      {agreement, "agreement treaty deal pact accord ceasefire truce settlement contract peace compromise"},
      {meeting,
       "meeting talk summit conference forum session dinner reception ceremony leader delegation minister "
       "president conversation assembly parliament council"},
      {election, "election seat vote presidency majority mayoralty primary ballot referendum"},
      {appointment,
       "office presidency premiership throne post position command ambassador chair chairmanship role "
       "power party job company employment leadership"},
      {founding,
       "company organization organisation party group school university foundation movement state newspaper "
       "agency institute society association club firm studio college city academy committee union band "
       "republic business church museum bank union army government council network league magazine "
       "colony settlement town empire dynasty"},
      {dissolution,
       "company parliament organization organisation factory school newspaper office bank union plant "
       "station base business assembly institution"},
      {destruction,
       "church house building home cruiser battleship tanker warship freighter monument village city bridge "
       "cemetery statue fire town ship boat "
       "vessel monastery mosque hotel facility infrastructure"},
      {aid,
       "aid assistance relief food supply medicine help support shelter equipment donation convoy tent "
       "rescuer "
       "goods water fund vaccine doctor medic nurse firefighter vaccination dose ration kit blanket"},
      {legislation,
       "law bill resolution act amendment decree legislation sanction ban constitution measure budget "
       "tax motion tariff restriction independence embargo rule regulation statute curfew plan proposal cut "
       "reform package"},
      {publication,
       "report statement article book novel album video study letter message paper document press "
       "essay poem single film memoir story song autobiography biography play series picture photo "
       "photograph column blog post communique declaration announcement history edition account "
       "collection work magazine map treatise dictionary screenplay tweet email memo warning issue "
       "newspaper memoirs version software browser website site petition thesis dissertation dataset "
       "trailer soundtrack textbook monograph pamphlet footage"},
      {deployment,
       "troop soldier force army checkpoint peacekeeper mission contingent police personnel military "
       "unit brigade ship warship aircraft tank fleet missile system guard militia marine battalion "
       "regiment alert satellite spacecraft probe rocket telescope orbiter lander rover shuttle capsule "
       "spaceship warhead destroyer carrier frigate submarine cruiser bomber helicopter jet squadron "
       "fighter paratrooper observer monitor inspector"},
  };
  return objects;
}

std::string_view name_of(EventType type) {
  constexpr std::string_view names[] = {
      "none",       "attack",      "blockade",    "displacement", "killing",     "arrest",
      "trial",      "agreement",   "meeting",     "protest",      "election",    "appointment",
      "founding",   "dissolution", "destruction", "aid",          "legislation", "publication",
      "deployment", "birth",       "death",       "other"};
  return names[static_cast<std::size_t>(type)];
}

}  // namespace attest::extract
