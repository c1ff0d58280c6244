// Who took part in events, and where they happened, in sentences as they are written.
#include <catch2/catch.hpp>

#include "told.hpp"

using attest::test::says;
using attest::test::Told;

namespace {

// Whether the one event of the type says all of the parts.
bool tells(const std::string& text, const std::string& type, std::initializer_list<std::string> parts) {
  const std::string line = Told(text).one(type);
  for (const std::string& part : parts)
    if (!says(line, part)) {
      UNSCOPED_INFO(line);
      return false;
    }
  return true;
}

}  // namespace

TEST_CASE("a description stands for the name beside it") {
  CHECK(tells("Lysaker Herald is a daily newspaper founded in Bergen in 1901.", "founding",
              {"target=Lysaker Herald", "in=Bergen"}));
  CHECK(tells("The state arms exporter, Norsk Eksport, signed the agreement on Monday in Oslo.", "agreement",
              {"participant=Norsk Eksport"}));
  CHECK(tells("In 1996 he published a biography of the Danish painter Anna Berg.", "publication",
              {"target=Anna Berg"}));
}

TEST_CASE("what several do for a body, the body does") {
  CHECK(tells("Militants from the Lund Brigade attacked a police post on Monday.", "attack",
              {"agent=Lund Brigade"}));
  CHECK(
      tells("Danish and U.S. officials met in Oslo on Friday.", "meeting", {"participant=U.S.", "in=Oslo"}));
  SECTION("but one of its people is not the body") {
    CHECK_FALSE(tells("Police arrested a NATO commander in Oslo.", "arrest", {"target=NATO"}));
    CHECK_FALSE(tells("The trial of the director of Unicef began in Oslo.", "trial", {"target=Unicef"}));
  }
}

TEST_CASE("a long list behind 'including' gives its persons") {
  const std::string text =
      "Soldiers arrested several officials, including former ministers Anna Berg and Otto Lund, Speaker Karl "
      "Dahl and General Erik Holm.";
  CHECK(tells(text, "arrest", {"target=Anna Berg", "target=Otto Lund", "target=Karl Dahl"}));
}

TEST_CASE("a possessive pronoun stands for the subject of its clause") {
  CHECK(tells("Norway and Denmark renegotiated their treaty in 2007.", "agreement",
              {"participant=Norway", "participant=Denmark"}));
}

TEST_CASE("who leads or hosts is told in front of the participle") {
  CHECK(tells("The U.S.-led invasion of Denmark began in 1998.", "attack", {"agent=U.S.", "target=Denmark"}));
  CHECK(tells("EU-hosted talks with Norway ended on Monday.", "meeting",
              {"participant=EU", "participant=Norway"}));
}

TEST_CASE("an abbreviation in front of a noun is no place") {
  CHECK(tells("A U.S. missile strike hit a house in Denmark on 5 May 1998.", "attack", {"agent=U.S."}));
  CHECK_FALSE(
      says(Told("Guards blew up three cars at a U.S. base in Norway.").one("destruction"), "in=U.S."));
}

TEST_CASE("who makes a trip goes on it") {
  CHECK(
      tells("Anna Berg completed a visit to Norway on Friday.", "meeting", {"agent=Anna Berg", "in=Norway"}));
  CHECK(tells("Anna Berg returned from a trip to Norway.", "meeting", {"agent=Anna Berg", "in=Norway"}));
}

TEST_CASE("what is done with a deal by those who have it makes them its parties") {
  CHECK(tells("Acme Motors reached a deal with Bolt Airways in 1998.", "agreement",
              {"participant=Acme Motors", "participant=Bolt Airways"}));
}

TEST_CASE("who wins or loses an election stood in it") {
  CHECK(tells("Anna Berg claimed victory in the election in Norway on Sunday.", "election",
              {"participant=Anna Berg"}));
}

TEST_CASE("the place around a place is one too") {
  CHECK(tells("Envoys held a summit in Bergen, Norway.", "meeting", {"in=Bergen", "in=Norway"}));
  SECTION("a birth is at one") {
    CHECK_FALSE(tells("Anna Berg was born in Bergen, Norway.", "birth", {"in=Norway"}));
  }
}

TEST_CASE("what happens in an attack happens where it was") {
  CHECK(
      tells("Two guards were killed in an attack in the northern town of Tromsø.", "killing", {"in=Tromsø"}));
}

TEST_CASE("places are found by direction, by scene, and by 'where'") {
  CHECK(tells("Two guards were killed in a blast south of Bergen.", "killing", {"in=Bergen"}));
  CHECK(tells("A gunman killed nine people on a bus in Bergen.", "killing", {"in=Bergen"}));
  CHECK(tells("Protests were banned in Bergen, where soldiers killed two men.", "killing", {"in=Bergen"}));
  CHECK(tells("In Bergen, police say four people were killed.", "killing", {"in=Bergen"}));
  SECTION("a speaker's own place is not that of a call") {
    CHECK_FALSE(
        tells("In Bergen, a spokesman says Anna Berg telephoned Otto Lund.", "meeting", {"in=Bergen"}));
  }
}

TEST_CASE("a predicate says who is held or away") {
  CHECK(tells("Anna Berg is on trial in Bergen.", "trial", {"target=Anna Berg"}));
  CHECK(tells("Anna Berg is on a two-day visit to Norway.", "meeting", {"agent=Anna Berg", "in=Norway"}));
  CHECK(tells("Anna Berg was in Norway for talks with Otto Lund.", "meeting",
              {"participant=Anna Berg", "participant=Otto Lund"}));
}

TEST_CASE("a bare participle is passive") {
  CHECK(tells("Founded in 1871, Bergen Motors is a maker of cars.", "founding", {"target=Bergen Motors"}));
  CHECK_FALSE(
      says(Told("In an interview published on Friday, Anna Berg said that she slept.").one("publication"),
           "Anna Berg"));
  SECTION("its agent may stand behind a date") {
    CHECK(tells("The film was released on 27 February 1970, by Acme Pictures.", "publication",
                {"agent=Acme Pictures"}));
  }
}

TEST_CASE("a counted event is told by the verb of what counts it") {
  CHECK(tells("Norway has suffered a series of attacks by rebels this year.", "attack", {"target=Norway"}));
}

TEST_CASE("who is beaten in a war is its target, who fights in it takes part") {
  CHECK(tells("Otto Lund was wounded in the Danish War of 1864.", "attack", {"target=Otto Lund"}));
  CHECK(tells("Otto Lund was decorated in the Danish War of 1864.", "attack", {"participant=Otto Lund"}));
}

TEST_CASE("a country's revolution or civil war is in it, its invasion is its own doing") {
  CHECK(tells("The Danish civil war ended in 1903. Denmark was poor.", "attack", {"in=Denmark"}));
  CHECK(tells("The Danish invasion of Norway began in 1903. Denmark was poor.", "attack",
              {"agent=Denmark", "target=Norway"}));
}

TEST_CASE("who is accused or thanked did it") {
  CHECK(tells("Norway accused Denmark of launching an air strike.", "attack", {"agent=Denmark"}));
  CHECK_FALSE(tells("Norway thanked Denmark for sending food aid.", "aid", {"agent=Norway"}));
}

TEST_CASE("an office of a place is held there") {
  CHECK(tells("In 1884 Otto Lund was appointed mayor of Bergen.", "appointment",
              {"target=Otto Lund", "in=Bergen"}));
}

TEST_CASE("who leaves an office leaves what he is said to lead") {
  CHECK(tells("Anna Berg, founder and chairwoman of Acme Motors, resigned on Friday.", "appointment",
              {"agent=Anna Berg", "target=Acme Motors"}));
}

TEST_CASE("a relative clause behind a place is of the person told with it") {
  CHECK(tells("Otto Lund was a politician in the city of Bergen, who served as mayor from 1977 to 1980.",
              "appointment", {"agent=Otto Lund"}));
}

TEST_CASE("'who' is the person named right before it") {
  CHECK(tells("The trips improved ties strained under the Danish leader Otto Lund, who died last month.",
              "death", {"target=Otto Lund"}));
}

TEST_CASE("'they' who are said to say it did it") {
  CHECK(tells("Norway's army says it killed at least 17 fighters near Bergen.", "killing",
              {"agent=Norway", "in=Bergen"}));
}

TEST_CASE("who is blamed or responsible did it") {
  CHECK(tells("Officials blamed Otto Lund for several bombings in Bergen.", "attack", {"agent=Otto Lund"}));
  CHECK(tells("The Lund Brigade is responsible for the attack on Bergen.", "attack",
              {"agent=Lund Brigade", "target=Bergen"}));
}

TEST_CASE("a count in front of the object is no phrase of its own") {
  CHECK(tells("Rebels killed at least 17 soldiers of NATO in Bergen.", "killing", {"target=NATO"}));
}

TEST_CASE("'here' is the place of the dateline") {
  CHECK(tells(
      "Fishermen return\n\nBERGEN, Norway - The boats left early.\n\nAcme Motors opened a factory here on "
      "Wednesday.\n",
      "founding", {"agent=Acme Motors", "in=BERGEN"}));
}

TEST_CASE("who is in exile or in litigation is told by the verb") {
  CHECK(tells("Otto Lund spent four years in exile in Denmark.", "displacement",
              {"target=Otto Lund", "in=Denmark"}));
  CHECK(tells("Acme Motors has been locked in litigation with Bolt Airways since 1998.", "trial",
              {"participant=Acme Motors", "participant=Bolt Airways"}));
}

TEST_CASE("who issues a decree is its agent, who makes a visit is its") {
  CHECK(tells("The decree of President Otto Lund was published on 5 May 1998.", "legislation",
              {"agent=Otto Lund"}));
  CHECK(tells("A visit by Otto Lund to Denmark is planned for Friday.", "meeting",
              {"agent=Otto Lund", "in=Denmark"}));
}

TEST_CASE("those who are moved come from somewhere") {
  CHECK(tells("People from Bergen were evacuated to Oslo on Friday.", "displacement",
              {"in=Bergen", "in=Oslo"}));
}

TEST_CASE("a place in somebody's words is not that of the words") {
  CHECK_FALSE(
      says(Told("Otto Lund tweeted on Friday: \"I condemn the use of force in Denmark.\"").one("publication"),
           "in=Denmark"));
}

TEST_CASE("whoever a list or an invitation names takes part") {
  CHECK(tells("Unity leader Anna Berg and Labour leader Otto Lund met in Oslo on Friday.", "meeting",
              {"participant=Anna Berg", "participant=Otto Lund"}));
  CHECK(tells("Otto Lund will visit Denmark on Friday at the invitation of Karl Dahl.", "meeting",
              {"participant=Karl Dahl", "in=Denmark"}));
  CHECK(tells("Anna Berg chaired a meeting of the Acme Council in Oslo.", "meeting",
              {"participant=Anna Berg", "in=Oslo"}));
}

TEST_CASE("what follows an event is not done by what it follows") {
  CHECK_FALSE(
      says(Told("Norway's campaign follows last week's bombings in Denmark.").one("attack"), "agent=Norway"));
}

TEST_CASE("no body is appointed, troops deploy themselves, and treaties are called after towns") {
  CHECK_FALSE(says(Told("In 1998 Anna Berg joined the Lund Institute.").one("appointment"), "target="));
  CHECK(says(Told("The Royal Navy was deployed to Bornholm in 1998.").one("deployment"), "agent=Royal Navy"));
  CHECK(says(Told("Anna Berg was sent on a mission to Denmark in 1998.").one("deployment"),
             "target=Anna Berg"));
  for (const std::string& treaty :
       Told("The treaties of Bergen and Lund were signed in 1998.").of("agreement"))
    CHECK_FALSE(says(treaty, "participant="));
}

TEST_CASE("an election or a civil war of a country is in it") {
  CHECK(tells("Norway's presidential election was held on Sunday.", "election", {"in=Norway"}));
  CHECK(tells("Norway's ten-year civil war ended in 1903.", "attack", {"in=Norway"}));
  SECTION("as a report from a city is from there") {
    CHECK_FALSE(tells("A report from Bergen appeared on Friday.", "publication", {"agent=Bergen"}));
  }
}

TEST_CASE("'the village' is the one that was called so, not what it lies in") {
  CHECK(tells(
      "Otto Lund comes from the village of Voss in the east of Norway. Soldiers attacked the village on "
      "5 May 1998.",
      "attack", {"target=Voss", "in=Voss"}));
}

TEST_CASE("who loses somebody in a war does not fight in it") {
  CHECK_FALSE(says(Told("Otto Lund lost his father in the Danish War of 1864.").one("attack"), "Otto Lund"));
}

TEST_CASE("a world war is in no one place") {
  CHECK_FALSE(says(Told("The memorial of World War II in Bergen was cleaned.").one("attack"), "in=Bergen"));
}

TEST_CASE("a pair in front of talks, or in the name of a summit, is its two sides") {
  const Told told("Norway lies north of Denmark. Norway-Denmark peace talks collapsed in 1998.");
  CHECK(says(told.one("meeting"), "participant=Norway participant=Denmark"));
  CHECK_FALSE(says(told.one("meeting"), "in="));
}

TEST_CASE("where troops are attacked is not where they come from") {
  CHECK_FALSE(tells("Rebels attacked U.S. troops in Denmark on Friday.", "attack", {"in=U.S."}));
}

TEST_CASE("who a novel is by did not suffer its publication") {
  CHECK(tells("Black Waters is a novel by the Danish writer Otto Lund first published in 1939.",
              "publication", {"agent=Otto Lund"}));
}
