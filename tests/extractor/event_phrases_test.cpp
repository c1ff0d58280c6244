// Verbs that tell of an event with what stands beside them, and who takes part in it.
#include <catch2/catch.hpp>

#include "told.hpp"

using attest::test::says;
using attest::test::Told;

namespace {

struct Case {
  std::string type;
  std::vector<std::string> texts;
};

void each_tells(const std::vector<Case>& cases) {
  for (const auto& [type, texts] : cases)
    for (const std::string& text : texts) {
      CAPTURE(text);
      CHECK(Told(text).of(type).size() == 1);
    }
}

}  // namespace

TEST_CASE("a verb tells of an event with its object, complement or phrase") {
  SECTION("what comes out") {
    each_tells({{"publication",
                 {"Lund Systems reported a loss of $40 million in 2012.",
                  "Norway announced on 4 May 2012 that the bank would close.",
                  "Anna Berg tweeted on 4 May 2012 that the talks had failed.",
                  "Anna Berg wrote on Twitter that the bill was dead.",
                  "Otto Lund described the fossil in a paper in 1931.",
                  "Otto Lund is the author of the book \"The Long Way\"."}}});
  }
  SECTION("who comes and goes") {
    each_tells(
        {{"appointment",
          {"Otto Lund served in the navy.", "Otto Lund was discharged from the army in 1946.",
           "Otto Lund was removed from office in 1992.", "He was relieved of command in April 1951.",
           "Otto Lund acceded to the throne in 1957.", "He held the post of minister from 1955 to 1960.",
           "She was elected to the Royal Society in 1912.", "Anna Berg was selected as an astronaut in 1996.",
           "The king dismissed Otto Lund as minister."}}});
  }
  SECTION("who meets") {
    each_tells({{"meeting",
                 {"Officials gathered in Bergen.", "Otto Lund addressed the assembly in 1963.",
                  "Anna Berg testified before the parliament of Norway in 1954.",
                  "The committee of the Bergen Parliament held a hearing on 4 May 2012.",
                  "Delegates in Bergen nominated Otto Lund at the party convention."}}});
  }
  SECTION("what is bought, merged and settled") {
    each_tells({{"agreement",
                 {"Lund Systems was acquired by Bergen Bank in 2018.",
                  "Bergen Bank agreed to buy Lund Systems.", "Bergen Bank merged with Lund Systems in 1998.",
                  "Bergen Bank offered to buy Lund Systems.", "Bergen Bank settled the lawsuit."}}});
  }
  SECTION("what flies") {
    each_tells(
        {{"deployment",
          {"The probe landed on Mars in 2012.", "The shuttle lifted off on 4 May 1991.",
           "The launch of the probe was on 4 May 1991.", "The telescope was launched into orbit in 1990."}}});
  }
  SECTION("what is decided") {
    each_tells({{"legislation",
                 {"Otto Lund signed the bill on 4 May 2012.", "The senate voted to end the tax in 2012.",
                  "Norway approved the plan in 2012.", "The Clean Streets Act is of 1970."}},
                {"trial",
                 {"Lund Systems filed for bankruptcy in July 2001.", "Norway opened an inquiry in 2001.",
                  "The court upheld the ruling in 2001."}}});
  }
  SECTION("what is done to people") {
    each_tells(
        {{"arrest", {"He was taken prisoner in 1917."}},
         {"killing", {"Otto Lund was stabbed to death.", "The raid left 20 people dead."}},
         {"protest", {"Workers in Bergen took to the streets."}},
         {"election", {"Otto Lund ran for governor in 2002."}},
         {"aid", {"Norway gave Denmark a loan."}},
         {"dissolution", {"Bergen Bank collapsed in September 2008.", "The plant was closed in 1986."}}});
  }
}

TEST_CASE("the object of an announcement is what happened") {
  CHECK(Told("Lund Systems announced the resignation of Anna Berg on 4 May 2012.").of("publication").empty());
}

TEST_CASE("nouns that tell events only of somebody or something") {
  CHECK(Told("The flight to Bergen took two hours in 1990.").of("displacement").empty());
  CHECK(says(Told("The flight of the people from Bergen began in 1990.").one("displacement"), "in=Bergen"));
  CHECK(Told("The discharge of water began in 1990.").of("appointment").empty());
  CHECK(says(Told("Following his discharge in 1946, Otto Lund moved to Bergen.").one("appointment"), "1946"));
  CHECK(says(Told("The air force carried out strikes on Bergen in 2014.").one("attack"), "in=Bergen"));
}

TEST_CASE("a buyer acts, what is bought is the target") {
  const std::string bought = Told("Lund Systems was acquired by Bergen Bank in 2018.").one("agreement");
  CHECK(says(bought, "agent=Bergen Bank"));
  CHECK(says(bought, "target=Lund Systems"));
  CHECK(says(Told("Bergen Bank offered to buy Lund Systems.").one("agreement"), "target=Lund Systems"));
}

TEST_CASE("the body of an office takes part in its giving") {
  CHECK(says(Told("Otto Lund was named president of Bergen Bank.").one("appointment"),
             "target=Otto Lund agent=Bergen Bank"));
  CHECK(Told("Otto Lund served as president of Bergen Bank in 1991.").one("appointment") ==
        "appointment 1991 agent=Otto Lund");
  CHECK(says(Told("Bergen Bank's chief financial officer, Otto Lund, resigned.").one("appointment"),
             "target=Bergen Bank"));
}

TEST_CASE("an age behind a name is no dateline") {
  CHECK(says(Told("Otto Lund, a 34-year-old engineer, was arrested in Bergen.").one("arrest"),
             "target=Otto Lund"));
}

TEST_CASE("what is joined to a clause shares its subject") {
  CHECK(says(Told("Otto Lund served for Norway and was taken prisoner by Denmark.").one("arrest"),
             "agent=Denmark target=Otto Lund"));
}

TEST_CASE("those who fight in a war take part in it") {
  CHECK(says(Told("In 1687 Otto Lund took part in an expedition against Denmark.").one("attack"),
             "participant=Otto Lund"));
}

TEST_CASE("a participle that a tree takes for an adjective tells of the event") {
  CHECK(says(Told("Otto Lund was elected mayor in 2003.").one("election"), "2003 participant=Otto Lund"));
}

TEST_CASE("what is planned for sure happens") {
  CHECK(says(Told("Otto Lund is due to meet Anna Berg in Bergen.").one("meeting"), "participant=Anna Berg"));
  CHECK(Told("Otto Lund hopes to meet Anna Berg in Bergen.").of("meeting").empty());
}

TEST_CASE("words that are told of things are no events") {
  CHECK(Told("Bergen Bank charged high fees in 2012.").of("trial").empty());
  CHECK(Told("Shareholders of Bergen Bank voted on the plan in 2012.").of("election").empty());
  CHECK(Told("Otto Lund failed to win in 2012.").of("dissolution").empty());
  CHECK(Told("Otto Lund committed a terrorist act in Bergen.").of("legislation").empty());
  CHECK(Told("The bank studied the effect of mergers in 2012.").of("agreement").empty());
}

TEST_CASE("rising and landing are two steps") {
  CHECK(Told("The probe was launched from Bergen in May 2012. The probe landed on Mars in May 2012.")
            .of("deployment")
            .size() == 2);
}

TEST_CASE("a noun and the participle behind it tell of one thing") {
  CHECK(Told("In a report published in May 2012, Anna Berg blamed the bank.").of("publication").size() == 1);
}

TEST_CASE("what is captured decides what a capture is") {
  CHECK(says(Told("The capture of Bergen in 1940 was swift.").one("attack"), "1940"));
  CHECK(says(Told("The capture of Otto Lund in 1940 was swift.").one("arrest"), "target=Otto Lund"));
}

TEST_CASE("who attacks whom in a noun") {
  const std::string attack = Told("The attack of Norway against Denmark began in 1814.").one("attack");
  CHECK(says(attack, "agent=Norway"));
  CHECK(says(attack, "target=Denmark"));
  const std::string invasion = Told("The invasion of Denmark by Norway began in 1814.").one("attack");
  CHECK(says(invasion, "target=Denmark agent=Norway"));
}

TEST_CASE("the holder of an office stands behind it") {
  CHECK(says(
      Told("Norway's Secretary of State Otto Lund, on 4 May 2012, issued a statement.").one("publication"),
      "agent=Otto Lund"));
}

TEST_CASE("who loses somebody is not the one who died") {
  CHECK(Told("Otto Lund lost his father in 1990.").one("death") == "death 1990");
}

TEST_CASE("a text about a place is not made there") {
  CHECK(!says(Told("The parliament of Norway adopted a resolution on the situation in Sudan in 2012.")
                  .one("legislation"),
              "in=Sudan"));
}

TEST_CASE("a headline leaves out the auxiliary") {
  CHECK(says(Told("Otto Lund named director of Bergen Bank").one("appointment"),
             "target=Otto Lund agent=Bergen Bank"));
}

TEST_CASE("what a relative pronoun stands for") {
  CHECK(says(Told("Norway praised Otto Lund, who was fired in January 1990.").one("appointment"),
             "1990-01 target=Otto Lund"));
}

TEST_CASE("the signing of a treaty is the treaty") {
  CHECK(
      Told("In 1854 Otto Lund was present at the signing of the Treaty of Bergen.").of("agreement").size() ==
      1);
}

TEST_CASE("deeds of other years in one sentence have places of their own") {
  CHECK(!says(
      Told("Rebels attacked Bergen in 1862, and soldiers destroyed a church in 1864.").one("destruction"),
      "in=Bergen"));
}

TEST_CASE("an expedition is sent, or led against somebody") {
  CHECK(Told("In 1873 Otto Lund led an expedition to the Arctic.").of("deployment").size() == 1);
}

TEST_CASE("who claims an attack made it") {
  CHECK(says(Told("The Bergen Front claimed responsibility for the attack on Oslo in 1990.").one("attack"),
             "agent=Bergen Front"));
}

TEST_CASE("a court that is expected to rule") {
  CHECK(Told("A court in Bergen is expected to rule in October 2012.").of("trial").size() == 1);
}

TEST_CASE("look-alikes of what people do") {
  CHECK(Told("Otto Lund gave a demonstration of the device in Bergen in 2012.").of("protest").empty());
  CHECK(Told("Lund Systems launched an advertising campaign in Bergen in 2012.").of("attack").empty());
  CHECK(Told("Norway launched a bombing campaign in May 2012.").of("attack").size() == 1);
  CHECK(Told("The aim was to destroy the bridge.").of("destruction").empty());
  CHECK(Told("The parliament of Norway adopted a law by a vote of 60 in 2012.").of("election").empty());
  CHECK(says(Told("Otto Lund's expulsion from the school in 1990 was unfair.").one("appointment"), "1990"));
}

TEST_CASE("what somebody says of violence happened, whoever it befell") {
  CHECK(Told("\"They killed people,\" Otto Lund said.").of("killing").size() == 1);
  CHECK(Told("Anna Berg said that there would be an attack.").of("attack").empty());
}

TEST_CASE("two visits to two people are two") {
  CHECK(Told("Otto Lund visited Norway in 1990. He visited Anna Berg in 1990.").of("meeting").size() == 2);
}

TEST_CASE("a numbered war is not another one") {
  CHECK(Told("Norway attacked Denmark in 1990. His father died in the first war of Norway against Sweden.")
            .of("attack")
            .size() == 2);
}

TEST_CASE("what is filed, knocked down and resigned") {
  CHECK(Told("Lawsuits have been filed.").of("trial").size() == 1);
  CHECK(Told("The house was knocked down.").of("destruction").size() == 1);
  CHECK(Told("Therefore I shall resign the presidency.").of("appointment").size() == 1);
  CHECK(Told("He should resign the presidency.").of("appointment").empty());
}

TEST_CASE("who is in captivity is held") {
  CHECK(says(Told("Otto Lund is in captivity in Bergen.").one("arrest"), "target=Otto Lund"));
}

TEST_CASE("what is said of somebody who did it") {
  CHECK(says(Told("Anna Berg is a politician who served as minister from 2006 to 2009.").one("appointment"),
             "agent=Anna Berg"));
}

TEST_CASE("a complaint is no protest") {
  CHECK(Told("Lund Systems filed a protest with the agency in 2012.").of("protest").empty());
}

TEST_CASE("the leader of a party is not what was founded") {
  CHECK(!says(Told("Otto Lund's party was founded in 1948.").one("founding"), "Otto Lund"));
}

TEST_CASE("who is held, put on trial or given a sentence suffers it") {
  CHECK(says(Told("Otto Lund remains in custody in Bergen.").one("arrest"), "target=Otto Lund"));
  CHECK(says(Told("Otto Lund was put on trial in 2012.").one("trial"), "target=Otto Lund"));
  CHECK(says(Told("A criminal case was opened against Otto Lund.").one("trial"), "target=Otto Lund"));
}

TEST_CASE("a court's order is a ruling") {
  CHECK(says(Told("The Court of Bergen issued an order in May 2012.").one("trial"), "agent=Court of Bergen"));
}

TEST_CASE("an unnamed officer is not the body") {
  CHECK(Told("Bergen Bank's chief executive stepped down in 2012.").one("appointment") ==
        "appointment 2012 target=Bergen Bank");
}

TEST_CASE("whom a contract goes to") {
  CHECK(says(Told("Norway awarded a contract to Lund Systems in 2012.").one("agreement"),
             "participant=Lund Systems"));
}

TEST_CASE("who is killed behind an accident died in it") {
  CHECK(Told("A train derailed near Bergen; four passengers were killed.").of("death").size() == 1);
}

TEST_CASE("what witnesses tell") {
  CHECK(Told("\"They burned our houses,\" Anna Berg said.").of("destruction").size() == 1);
  CHECK(says(Told("Soldiers shot her neighbor, Otto Lund, in Bergen.").one("killing"), "target=Otto Lund"));
  CHECK(Told("Many people were forced to leave their homes.").of("displacement").size() == 1);
  CHECK(Told("Otto Lund denied that the army had attacked civilians.").of("attack").empty());
  CHECK(says(Told("Her son, Otto Lund, was held in a prison in Bergen.").one("arrest"), "target=Otto Lund"));
  CHECK(says(Told("Norway filed a complaint against Denmark with the Court of Bergen.").one("trial"),
             "target=Denmark"));
}

TEST_CASE("phrases of offices, journeys and posts") {
  each_tells(
      {{"appointment",
        {"Anna Berg was inducted into the Hall of Fame in 1990.", "Rebels overthrew Otto Lund in 1992.",
         "The generals brought Otto Lund to power in 1992.", "Otto Lund lost his seat in 1999.",
         "The bishop consecrated Otto Lund as archbishop of Bergen in 1910.",
         "Otto Lund was transferred to the Bergen Bank in 1912.",
         "Otto Lund ruled Norway from 1912 to 1920."}},
       {"meeting",
        {"Norwegian minister Otto Lund arrived in Bergen on Monday.",
         "Otto Lund discussed the plan with Anna Berg.", "The minister phoned Anna Berg."}},
       {"deployment",
        {"Norwegian troops withdrew from Bergen.", "The army was put on high alert in Bergen.",
         "The withdrawal of the troops from Bergen began in 1990."}},
       {"displacement", {"Otto Lund went into exile in 1990.", "The families returned to Bergen."}}});
}

TEST_CASE("phrases of what comes out, opens and ends") {
  each_tells({{"publication",
               {"It was released on 4 May 2012.", "The film premiered on 4 May 2012.",
                "Anna Berg edited the book in 1999.", "Scientists displayed photographs of Mars in Bergen."}},
              {"founding",
               {"The band was formed in Bergen in 1990.", "The museum opened in 1950.",
                "The king inaugurated the Bergen Bridge in 1950."}},
              {"dissolution",
               {"Lund Systems went out of business in 1990.", "The party ceased to exist in 1940.",
                "The collapse of Lund Systems in 1990 was sudden."}},
              {"agreement",
               {"Norway and Denmark agreed to a ceasefire.", "Lund Systems won a contract from Norway.",
                "The sale of the company in 1990 was a surprise."}}});
}

TEST_CASE("phrases of courts, laws and votes") {
  each_tells({{"trial",
               {"Prosecutors in Bergen questioned Otto Lund.", "Otto Lund appeared in court on 4 May 2012.",
                "Otto Lund was extradited to Norway.", "The court issued a warrant for Otto Lund."}},
              {"legislation",
               {"The law went into effect on 4 May 2012.", "Norway revoked the law in 1990.",
                "The king pardoned Otto Lund.", "The passage of the law in 1990 was late."}},
              {"election", {"Otto Lund conceded defeat.", "Otto Lund sought the nomination in 1939."}}});
}

TEST_CASE("phrases of violence, rescue and protest") {
  each_tells(
      {{"attack",
        {"Rebels seized control of Bergen in 1992.", "Soldiers opened fire on the crowd.",
         "The fall of Bergen in 1940 came soon."}},
       {"destruction", {"A bomb went off in Bergen.", "The bus plunged into a river near Bergen."}},
       {"death",
        {"The fire took the lives of seven sailors in Bergen.", "Otto Lund was found dead in 1990.",
         "Flu has killed ten people in Norway.", "A train derailed in Norway, killing ten people."}},
       {"arrest", {"Otto Lund was taken into custody in Bergen.", "He served a prison term in Norway."}},
       {"aid", {"Norway pledged $5 million to Denmark."}},
       {"protest", {"Opponents gathered in Bergen."}}});
}

TEST_CASE("what is done to people needs no name where it is told as done") {
  CHECK(Told("Police charged five men.").of("trial").size() == 1);
  CHECK(Told("Police often charge men.").of("trial").empty());
  CHECK(Told("He bought a share.").of("agreement").empty());
}

TEST_CASE("what is wanted, asked for or usual has not happened") {
  CHECK(Told("Norway demanded talks with Denmark.").of("meeting").empty());
  CHECK(Told("Norway called for an election.").of("election").empty());
  CHECK(Told("Norway asked that Otto Lund be arrested.").of("arrest").empty());
  CHECK(Told("Rebels routinely attack Norway.").of("attack").empty());
  CHECK(Told("Birds migrate to Norway.").of("displacement").empty());
  CHECK(Told("Bergen is surrounded by mountains.").of("blockade").empty());
  CHECK(Told("The house occupies an area of two acres in Bergen.").of("attack").empty());
}

TEST_CASE("an event is told as done, planned, reported or denied") {
  const auto modality = [](const char* text) { return Told(text).modalities().at(0); };
  CHECK(modality("Otto Lund visited Norway.").empty());
  CHECK(modality("Otto Lund plans to visit Norway.") == "hypothetical");
  CHECK(modality("Otto Lund will visit Norway.") == "hypothetical");
  CHECK(modality("The planned merger of Bergen Bank and Lund Systems is large.") == "hypothetical");
  CHECK(modality("Anna Berg said that Otto Lund visited Norway.") == "reported");
  CHECK(modality("Rebels are accused of killing Otto Lund.") == "reported");
  CHECK(modality("Otto Lund denied the attack on Norway.") == "denied");
}

TEST_CASE("steps of a course, offices and laws are told apart") {
  CHECK(Told("Otto Lund joined the Norwegian Navy in 1990. Otto Lund was promoted in the Norwegian Navy in "
             "1990.")
            .of("appointment")
            .size() == 2);
  CHECK(Told("Otto Lund served as minister of Norway. Otto Lund served as ambassador of Norway.")
            .of("appointment")
            .size() == 2);
  CHECK(Told("The parliament passed the Clean Streets Act. The Old Lakes Act was passed by the parliament.")
            .of("legislation")
            .size() == 2);
  CHECK(Told("The army left Bergen. The fire killed 107 people. Ten days ago, 107 died in Bergen.")
            .of("death")
            .size() == 1);
}

TEST_CASE("an office that somebody held at a time is told as held") {
  CHECK(says(Told("In 1983 Anna Berg was head of the jury.").one("appointment"), "1983 agent=Anna Berg"));
  CHECK(Told("Anna Berg is head of the jury.").of("appointment").empty());
}

TEST_CASE("ground is seized, attacks are launched, and nobody fights a disease") {
  CHECK(Told("Otto Lund launched a city in Norway in 1990.").of("attack").empty());
  CHECK(Told("Troops of Norway captured the city in 1990.").of("attack").size() == 1);
  CHECK(Told("Otto Lund fought malaria in Norway.").of("attack").empty());
  CHECK(Told("A bomber blew himself up in Bergen.").of("attack").size() == 1);
  CHECK(Told("The war left the country in ruins in 1990.").of("displacement").empty());
}

TEST_CASE("shots, heights, roads and crews, hearings and partnerships") {
  each_tells({{"attack",
               {"Shots were fired at the village of Bornholm on 3 May 1998.",
                "The army seized a height near Bornholm on 3 May 1998."}},
              {"blockade", {"Norwegian units cut off the road to Bornholm."}},
              {"deployment", {"Otto Lund launched aboard Aurora 3 in 2018."}},
              {"trial", {"The House impeached Anna Berg in 2019."}},
              {"agreement", {"Norway and Denmark committed to partner in the north."}},
              {"aid", {"The government supplied residents of Bergen with food in May 1998."}},
              {"death", {"They mourned the passing of Anna Berg."}}});
  CHECK(Told("The manager fired Otto Lund in 1998.").of("attack").empty());
}

TEST_CASE("what a firm says it would do is ahead; what a visit would do is not told") {
  const Told told("Lund Systems said it would buy Bergen Bank.");
  CHECK(told.of("agreement").size() == 1);
  CHECK(Told("Lund Systems would buy Bergen Bank if it could.").of("agreement").empty());
  CHECK(Told("Otto Lund said a visit would help Norway.").of("meeting").empty());
}

TEST_CASE("beasts, goods, homes and roles are no events") {
  CHECK(Told("Farmers slaughtered 200 chickens in Norway.").of("killing").empty());
  CHECK(Told("Norway opposed the acquisition of aircraft by Denmark.").of("agreement").empty());
  CHECK(Told("Norway built four settlements in Denmark.").of("agreement").empty());
  CHECK(Told("Otto Lund was deployed as a midfielder in 1990.").of("deployment").empty());
}

TEST_CASE("the fall of an empire ends it") {
  CHECK(Told("The fall of the German Empire came in 1918.").of("dissolution").size() == 1);
  CHECK(Told("The fall of Bergen came in 1940.").of("attack").size() == 1);
}

TEST_CASE("prizes and praise give no office") {
  CHECK(
      Told("Anna Berg was nominated for Best Actress at the Bergen Film Awards.").of("appointment").empty());
  CHECK(Told("The magazine named Otto Lund the best coach of 1990.").of("appointment").empty());
  CHECK(Told("Otto Lund was nominated for president in 1990.").of("appointment").size() == 1);
  CHECK(Told("Otto Lund was nominated for the senate in 1990.").of("appointment").size() == 1);
  CHECK(Told("Anna Berg became the youngest minister of Norway in 1990.").of("appointment").size() == 1);
}

TEST_CASE("one of whom the present tense speaks was abducted before") {
  CHECK(Told("The fate of a Norwegian general abducted last week is not known.").of("arrest").size() == 1);
  CHECK(Told("Officials say a car bomb killed ten soldiers.").of("killing").size() == 1);
}

TEST_CASE("nouns of complaints, orders, presence and speeches") {
  each_tells({{"trial",
               {"The complaint of Norway against Denmark was heard.",
                "Norway followed the court order of 4 May 2012."}},
              {"deployment", {"Norway ended its military presence in Denmark in 2012."}},
              {"publication",
               {"In his inaugural address of 4 May 2012, Otto Lund spoke of peace.",
                "In a speech, Otto Lund said that the talks had failed."}},
              {"meeting", {"The Bergen Times spoke with a visitor."}}});
}
