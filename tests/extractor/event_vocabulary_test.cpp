// The words and phrases of each type of event, a sentence for each.
#include <catch2/catch.hpp>

#include "told.hpp"

using attest::test::Told;

namespace {

void each_tells(const std::string& type, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    CAPTURE(text);
    CHECK(Told(text).of(type).size() == 1);
  }
}

}  // namespace

TEST_CASE("what tells of an attack") {
  each_tells("attack", {"Norway forces pounded rebel positions near Bergen.",
                        "Artillery fire hit the town of Bergen.",
                        "Norway used chemical weapons against Bergen.",
                        "Norway went to war with Denmark in 1939.",
                        "The bombing of Bergen by Norway began in 1944.",
                        "The invasion of Denmark in 1939 started the war.",
                        "The war between Norway and Denmark lasted four years.",
                        "Norway forces came under attack near Bergen.",
                        "A drone attack on Bergen destroyed the depot.",
                        "The terrorist group claimed responsibility for the attack in Bergen.",
                        "Otto Lund fought in the First World War.",
                        "The offensive against rebels in Bergen continued.",
                        "Norway forces conducted air strikes against militants in Bergen.",
                        "Norway forces shot down a drone over Bergen.",
                        "Security forces killed three militants in a raid in Bergen.",
                        "The army launched an operation against rebels near Bergen.",
                        "A mob attacked the embassy of Norway.",
                        "Rebels captured the airport of Bergen.",
                        "Bergen was bombarded by Norway in 1807.",
                        "Norway conquered Bergen in 1240.",
                        "Mercenaries mutinied in Bergen.",
                        "Pirates hijacked a ship off Bergen.",
                        "A cyberattack on Lund Systems disrupted sales.",
                        "Missiles hit the port of Bergen.",
                        "A rocket landed near Bergen on Monday.",
                        "The garrison of Bergen surrendered in 1645.",
                        "Rebels overran the town in 1990."});
}

TEST_CASE("what tells of a killing") {
  each_tells("killing",
             {"The murder of Otto Lund shocked Bergen.", "The killing of 20 people in Bergen shocked Norway.",
              "Three people were shot and killed in Bergen.",
              "The assassination of Otto Lund in 1914 shocked Bergen.",
              "A sniper killed Otto Lund in Bergen.", "At least 20 civilians died in the attack on Bergen.",
              "The execution of Otto Lund took place in 1946.", "Otto Lund was stabbed to death in Bergen.",
              "Security forces shot dead three people in Bergen.", "Otto Lund was gunned down in Bergen."});
}

TEST_CASE("what tells of an arrest") {
  each_tells(
      "arrest",
      {"Otto Lund was seized by gunmen in Bergen.", "Otto Lund was picked up by police in Bergen.",
       "The arrest of Otto Lund came on Monday.", "Police made 20 arrests in Bergen.",
       "Authorities in Bergen rounded up activists.", "Police apprehended the suspect in Bergen.",
       "Otto Lund has been in detention since 2012.", "Otto Lund is being held in Bergen without charge.",
       "Security forces abducted Otto Lund in Bergen.", "Otto Lund served five years in prison.",
       "Otto Lund, imprisoned since 2010, is ill.", "Rebels took 20 people hostage in Bergen.",
       "The abduction of Otto Lund in Bergen shocked Norway."});
}

TEST_CASE("what tells of a trial") {
  each_tells("trial", {"Otto Lund was handed a ten-year sentence.",
                       "Otto Lund will stand trial in May.",
                       "The watchdog launched a probe into Lund Systems.",
                       "The judge granted Otto Lund bail.",
                       "Otto Lund faces trial in Bergen.",
                       "The trial of Otto Lund opened on Monday.",
                       "Otto Lund was extradited to Norway.",
                       "A court in Bergen sentenced Otto Lund to death.",
                       "A judge ordered the release of Otto Lund.",
                       "Otto Lund received a sentence of five years.",
                       "Otto Lund was given a five-year sentence.",
                       "The jury convicted Otto Lund.",
                       "The regulator fined Lund Systems.",
                       "The regulator opened an investigation into Lund Systems.",
                       "The International Criminal Court issued an arrest warrant for Otto Lund.",
                       "Prosecutors dropped the case against Otto Lund.",
                       "Otto Lund lost his appeal.",
                       "The appeals court overturned the verdict in 1990.",
                       "Otto Lund was brought before a court in Bergen.",
                       "Otto Lund stood trial for treason in 1946.",
                       "Otto Lund's conviction was quashed in 1990.",
                       "The Supreme Court heard arguments in the case on Monday.",
                       "The Supreme Court ruled that the law was void.",
                       "Oslo Steel filed suit against Lund Systems.",
                       "Otto Lund was ordered to pay $3 million.",
                       "Otto Lund was cleared of all charges in 1990.",
                       "Otto Lund was impeached by the senate in 1990."});
}

TEST_CASE("what tells of an agreement") {
  each_tells(
      "agreement",
      {"Norway became a member of the United Nations in 1960.",
       "Lund Systems teamed up with Oslo Steel in 1990.", "Lund Systems invested $4 million in Oslo Steel.",
       "The acquisition of Oslo Steel by Lund Systems closed in 1990.",
       "Lund Systems completed its purchase of Oslo Steel.",
       "The merger of Lund Systems and Oslo Steel was announced.", "The treaty was signed in Bergen in 1990.",
       "A ceasefire between Norway and Denmark took effect on Monday.",
       "Under the agreement, Norway will withdraw its troops.",
       "Norway and Denmark normalised relations in 1990.", "Lund Systems is buying Oslo Steel.",
       "Lund Systems bid $4 billion for Oslo Steel.", "Bergen FC signed Otto Lund from Berg FC in 1990.",
       "Lund Systems divested its stake in Oslo Steel.", "The two sides exchanged prisoners under a deal.",
       "Lund Systems entered into a partnership with the bank.",
       "Norway and Denmark established diplomatic relations in 1990."});
}

TEST_CASE("what tells of a meeting") {
  each_tells("meeting", {"Anna Berg spoke to the Bergen Times.",
                         "Anna Berg exchanged views with Otto Lund in Bergen.",
                         "The exhibition opened in Bergen in 1990.",
                         "In an interview with the Bergen Times, Anna Berg criticised the plan.",
                         "Speaking at a news conference in Bergen, Anna Berg criticised the plan.",
                         "Speaking in Bergen on Monday, Anna Berg said the plan had failed.",
                         "The summit of Norway and Denmark ended on Monday.",
                         "A delegation from Norway visited Bergen.",
                         "Otto Lund flew to Norway for talks with Anna Berg.",
                         "The two leaders held a phone call on Monday.",
                         "The United Nations Security Council held an emergency session on Monday.",
                         "Norway hosted the conference in 1990.",
                         "The visit of Otto Lund to Norway was postponed.",
                         "A hearing of the senate committee took place on Monday.",
                         "Otto Lund consulted with Anna Berg in Bergen.",
                         "Otto Lund is scheduled to meet Anna Berg on Monday.",
                         "Diplomats from Norway and Denmark are meeting in Bergen.",
                         "Otto Lund gave a lecture at Bergen University in 1990.",
                         "Otto Lund presented the plan at a conference in Bergen.",
                         "Anna Berg briefed the committee on Monday.",
                         "Anna Berg will travel to Norway on Tuesday."});
}

TEST_CASE("what tells of a protest") {
  each_tells(
      "protest",
      {"Students in Bergen boycotted classes.", "Demonstrators burned a flag outside the embassy in Bergen.",
       "The protest in Bergen drew 20,000 people.", "Thousands took part in a demonstration in Bergen.",
       "Workers staged a strike at Lund Systems.", "The strike by pilots of Lund Airlines began on Monday.",
       "A vigil was held in Bergen.", "Protests erupted in Bergen.", "Police dispersed protesters in Bergen.",
       "Demonstrators clashed with police in Bergen."});
}

TEST_CASE("what tells of an election") {
  each_tells("election",
             {"Anna Berg became the party's candidate for governor in 1990.",
              "Voting began in Norway on Sunday.", "Otto Lund was returned to parliament in 1990.",
              "Otto Lund's re-election in 1990 surprised the party.",
              "The ruling party won a majority in the parliamentary vote.",
              "The party of Otto Lund lost 20 seats in 1990.", "Otto Lund beat Anna Berg by 300 votes.",
              "Voters rejected the proposal in a referendum on 4 May 2012.",
              "Anna Berg launched her campaign for president in 2012.",
              "Otto Lund unsuccessfully sought the presidency in 1990.", "Norwegians voted on Sunday.",
              "Norway voted to leave the union in 2016.",
              "Otto Lund came second in the presidential election in 1990.",
              "Otto Lund withdrew from the race in 2012.", "Polls opened in Norway on Sunday."});
}

TEST_CASE("what tells of an appointment") {
  each_tells("appointment", {"Anna Berg returns to Lund Systems as chief executive in May.",
                             "Otto Lund commanded the fleet in 1905.",
                             "Otto Lund was made a knight in 1825.",
                             "Otto Lund was given command of the army in 1825.",
                             "The resignation of Otto Lund came in 1990.",
                             "Following the death of his father, Otto Lund inherited the title in 1790.",
                             "Otto Lund, who had been named head of the agency in 1990, died.",
                             "He was the director of the Bergen Museum between 1990 and 1999.",
                             "Anna Berg retired from the army in 1950 with the rank of colonel.",
                             "Anna Berg moved to Lund Systems in 1990 as vice president.",
                             "Anna Berg accepted a position at Bergen University in 1970.",
                             "Anna Berg took up a post at Bergen University in 1970.",
                             "Anna Berg was awarded a professorship in 1970.",
                             "Anna Berg became a member of the Royal Society in 1970.",
                             "Anna Berg was elected a fellow of the Royal Society in 1970.",
                             "The president's inauguration took place on Monday.",
                             "Otto Lund quit the cabinet on Monday.",
                             "Otto Lund was voted out of office in 1990.",
                             "Otto Lund abdicated in favour of his son in 1825.",
                             "The coronation of Otto Lund took place in 1825.",
                             "Otto Lund proclaimed himself emperor in 1804.",
                             "Lund Systems appointed Anna Berg to its board.",
                             "Lund Systems promoted Anna Berg to senior vice president.",
                             "Otto Lund took the reins of the company in 1990.",
                             "Otto Lund was dishonourably discharged in 1950.",
                             "Otto Lund deserted from the army in 1916.",
                             "Otto Lund entered parliament in 1990.",
                             "Otto Lund was removed as chairman in 1990.",
                             "The prime minister reshuffled his cabinet on 4 May 2012.",
                             "Otto Lund was elevated to the rank of general in 1940.",
                             "Otto Lund presided over the Bergen Court from 1972 to 1990.",
                             "Anna Berg was tapped to lead the agency in 2012.",
                             "Otto Lund worked as a lecturer at Bergen University from 1990 to 1995.",
                             "Otto Lund was drafted into the army in 1914."});
}

TEST_CASE("what tells of a founding") {
  each_tells("founding",
             {"The Bergen Society was organised in 1890.",
              "The founding of the Bergen Society in 1890 was celebrated.",
              "Lund Systems, founded in 1990, makes cars.", "Founded in 1990, Lund Systems makes cars.",
              "Lund Systems was created by Otto Lund.", "Otto Lund co-founded Lund Systems with Anna Berg.",
              "Otto Lund established the first school in Bergen.", "The museum opened to the public in 1990.",
              "Otto Lund opened a restaurant in Bergen in 1990.",
              "The creation of the Bergen Agency was announced in 1990.", "Settlers founded Bergen in 1650.",
              "The bank was chartered in 1890.", "Lund Systems launched a subsidiary in Bergen.",
              "Lund Systems was spun off in 1990."});
}

TEST_CASE("what tells of a dissolution") {
  each_tells(
      "dissolution",
      {"The empire fell in 1453.", "The Norway government collapsed in 1990.",
       "The bankruptcy of Lund Systems shocked Bergen.",
       "The collapse of Bergen Bank in 2008 caused a panic.", "Lund Systems was wound up in 1990.",
       "The school closed in 1990.", "The company was shut down by regulators in 1990.",
       "The Bergen Times ceased publication in 1990.", "The parliament was dissolved by the king in 1990.",
       "The Bergen Airline went out of business in 1990.", "The Bergen Bank failed in 2008.",
       "The dissolution of the Bergen Union took place in 1905.", "The coalition broke apart in 1990."});
}

TEST_CASE("what tells of a destruction") {
  each_tells("destruction",
             {"The tower was torn down in 1990.", "The probe crashed on Mars in 1999.",
              "The fire destroyed 20 houses in Bergen.", "The explosion in Bergen injured 20 people.",
              "Otto Lund's house was burned down in 1990.", "The earthquake in Bergen killed 20 people.",
              "The crash of the plane near Bergen killed 20.", "A landslide buried the village of Bergen.",
              "The storm caused damage in Bergen.",
              "The destruction of the temple in Bergen took place in 70.", "A tsunami struck Bergen in 2004.",
              "The monastery was looted in 1540.", "Two trains collided near Bergen.",
              "The satellite broke up over Bergen.", "A landslide buried the village of Bergen."});
}

TEST_CASE("what tells of a displacement") {
  each_tells("displacement",
             {"Villagers left Bergen after the attack.", "The family moved to Norway as refugees in 1940.",
              "Migrants arrived in Bergen.", "Otto Lund left Norway for Denmark in 1939.",
              "The evacuation of Bergen began on Monday.",
              "The expulsion of the people from Bergen took place in 1945.",
              "Thousands of families were displaced from Bergen.", "Norway deported 20 people to Denmark.",
              "Otto Lund escaped to Norway in 1940.", "The return of refugees to Bergen began in 1995."});
}

TEST_CASE("what tells of aid") {
  each_tells("aid",
             {"Norway sent doctors to Bergen.", "Norway announced $4 million in aid to Bergen.",
              "Norway delivered vaccines to Bergen.", "The bank received an emergency loan from Norway.",
              "Otto Lund donated his library to Bergen University.",
              "Rescuers pulled 20 people from the rubble in Bergen.",
              "The United Nations provided food to refugees in Bergen.",
              "Norway offered assistance to Bergen.", "Norway airlifted supplies to Bergen."});
}

TEST_CASE("what tells of legislation") {
  each_tells(
      "legislation",
      {"Norway froze the assets of Otto Lund.", "The passage of the law by parliament came in 1990.",
       "The Clean Air Act was passed in 1970.", "Norway introduced conscription in 1916.",
       "Norway tightened restrictions on Monday.", "Parliament adopted a resolution on Monday.",
       "Otto Lund pardoned Anna Berg in 1990.", "The Federal Reserve cut interest rates on Monday.",
       "Norway raised taxes in 1990.",
       "The United Nations Security Council imposed an arms embargo on Norway.",
       "Norway recognised the independence of Bergen.", "The Supreme Court legalised the practice in 1990.",
       "Otto Lund signed a decree on Monday.", "The ban on smoking came into force in 2004.",
       "Norway extended the state of emergency.", "Norway abolished the death penalty in 1990.",
       "Norway gained independence from Denmark in 1918."});
}

TEST_CASE("what tells of a publication") {
  each_tells(
      "publication",
      {"The release of the report by Lund Systems is expected on Monday.",
       "According to a report released by the Bergen Institute, sales doubled.",
       "In his 1970 book, Otto Lund argued that the plan had failed.",
       "Her novel, published in 1990, won a prize.", "First published in 1990, the novel was a success.",
       "Lund Systems reported earnings of $4 million.",
       "The Norway Statistics Office said in a report that prices rose.",
       "An article in the Bergen Times described the plan.", "Anna Berg's report was published on Monday.",
       "Anna Berg dedicated the book to Otto Lund in 1990.",
       "The film was shown at the Bergen Festival in 1990.",
       "Researchers at Bergen University published a study in May 2012.",
       "NASA released images of the planet on Monday.",
       "The letter from Otto Lund to Anna Berg was published in 1990.",
       "Anna Berg recorded her first album in 1990.", "The documentary aired on 4 May 2012.",
       "Anna Berg signed an open letter in 1990.", "The newspaper ran a story on Otto Lund.",
       "The Norway Bank revised its forecast on Monday."});
}

TEST_CASE("what tells of a deployment") {
  each_tells("deployment",
             {"The astronauts boarded the station on Monday.", "Norway set up a base in Bergen.",
              "The launch of the telescope took place in 1990.",
              "Norway announced the deployment of 500 troops to Bergen.",
              "The last troops left Bergen in 1990.", "The spacecraft will launch on 4 May 2012.",
              "The mission was launched in 1990.", "The lander touched down on Mars in 2004.",
              "Norway stationed troops in Bergen.", "The battalion was sent to Bergen in 1942.",
              "Peacekeepers arrived in Bergen.", "The rocket carried the satellite into orbit."});
}

TEST_CASE("what tells of a death") {
  each_tells("death",
             {"The death of Otto Lund was announced.", "Otto Lund died aged 90.",
              "Otto Lund, who died in 1990, was a painter.", "Otto Lund died in Bergen on 4 May 1990.",
              "Otto Lund was killed in a plane crash.", "Otto Lund's mother died in 1900."});
}
