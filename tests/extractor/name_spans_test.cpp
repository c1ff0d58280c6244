// Where names begin and end, what is several names, and what is none.
#include <catch2/catch.hpp>

#include "marked.hpp"

namespace attest::extract {
namespace {

using test::entities;
using test::Lines;

TEST_CASE("what stands small around a name is no part of it", "[entities][spans]") {
  CHECK(entities("They fled to {l:eastern Norland}.") == Lines{"L Norland"});
  CHECK(entities("The {o:interim Elm Council} met.") == Lines{"O Elm Council"});
  CHECK(entities("He saw {l:Norland of} then.") == Lines{"L Norland"});
  CHECK(entities("They met in {l:Norland Image}: two of them.") == Lines{"L Norland"});
  CHECK(entities("They met {p:Irishman Paul Marlow} there.") == Lines{"P Paul Marlow"});
  CHECK(entities("They met {p:Argentine Paul Marlow} there.") == Lines{"P Paul Marlow"});
  CHECK(entities("They heard {p:Republican Paul Marlow} there.") == Lines{"P Paul Marlow"});
}

TEST_CASE("a division is named with its kind and without", "[entities][spans]") {
  const AnnotatedDocument document = test::marked("All of {l:Tarvos} province was quiet.");
  const Entities found = find_entities(document, builtin_models());
  REQUIRE(found.mentions.size() == 1);
  CHECK(document.text(found.mentions[0].span) == "Tarvos");
  CHECK(found.entities[0].name == "Tarvos province");
  CHECK(found.entities[0].aliases == Lines{"Tarvos"});
}

TEST_CASE("owners and what they own are two", "[entities][spans]") {
  CHECK(entities("He taught at {o:Norway's Department of Linguistics}.") ==
        Lines{"L Norway", "O Department of Linguistics"});
  CHECK(entities("They met at the {o:Women's Institute}.") == Lines{"O Women's Institute"});
}

TEST_CASE("bodies joined by a conjunction are two where each is whole", "[entities][spans]") {
  CHECK(entities("Envoys of the {o:Northern Union and Elm Organization} met.") ==
        Lines{"O Northern Union", "O Elm Organization"});
  CHECK(entities("The {o:Union of Oil and Gas Workers} struck.") == Lines{"O Union of Oil and Gas Workers"});
  CHECK(entities("The {o:Elm Bank and Trust Company} failed.") == Lines{"O Elm Bank and Trust Company"});
}

TEST_CASE("a cause that is left open goes on with its country", "[entities][spans]") {
  CHECK(entities("The {o:Front for the Liberation} of {l:Norland} fought on.").front() ==
        "O Front for the Liberation of Norland");
}

TEST_CASE("abbreviations keep their period within a sentence", "[entities][spans]") {
  CHECK(entities("They live in {l:Elmton}, {l:Pa}., near the river.") == Lines{"L Elmton", "L Pa."});
}

TEST_CASE("an article may be part of a town's name", "[entities][spans]") {
  CHECK(entities("The court sits in {l:The Hague}.") == Lines{"L The Hague"});
  CHECK(entities("They came to {l:The Netherlands}.") == Lines{"L Netherlands"});
}

TEST_CASE("peoples, faiths, languages and feasts are no names", "[entities][spans]") {
  CHECK(entities("{l:South Australian} and {l:Southeast Asian} leaders met.").empty());
  CHECK(entities("{o:Anti-Norwegian} riots began among {o:Anglican and Lutheran} groups.").empty());
  CHECK(entities("The former {l:Soviet republic} spoke {l:Latin} at {o:Christmas}.").empty());
}

TEST_CASE("craft, awards, treaties and addresses are no names", "[entities][spans]") {
  CHECK(entities("The {p:Dawn} spacecraft flew by.").empty());
  CHECK(entities("Data of the {o:Marlow Space Telescope} came.").empty());
  CHECK(entities("She won the {o:Elm Academy Award} for it.").empty());
  CHECK(entities("The Treaty of {l:Elm} was signed.").empty());
  CHECK(entities("Write to @{o:ElmNews} now.").empty());
}

TEST_CASE("a list's noun tells what its names are, and that they are", "[entities][lists]") {
  CHECK(entities("He played with bands such as {p:Marlow}, {l:Elm Rain} and Rowan Five.") ==
        Lines{"O Marlow", "O Elm Rain", "O Rowan Five"});
  CHECK(entities("They saw towns, including {o:Marlow} and the {p:Tarvos}, and left.") ==
        Lines{"L Marlow", "L Tarvos"});
  CHECK(entities("Words such as these and Marlow are many.").empty());
}

TEST_CASE("what a sentence says that something is outweighs labels", "[entities][context]") {
  CHECK(entities("{o:Marlow} is a village on the river.") == Lines{"L Marlow"});
  CHECK(entities("{l:Marlow} is a radio station in the north.") == Lines{"O Marlow"});
  CHECK(entities("{o:Marlow} was the largest city of the plain.") == Lines{"L Marlow"});
  CHECK(entities("The {p:Marlow}, a Norwegian carmaker, failed.") == Lines{"O Marlow"});
  CHECK(entities("They left the capital, {p:Marlow}, at dawn.") == Lines{"L Marlow"});
  CHECK(entities("She met the film publisher {p:Ann Marlow} then.") == Lines{"P Ann Marlow"});
}

TEST_CASE("what letters in brackets spell is one name", "[entities][spans]") {
  CHECK(entities("The {l:Norland State of Evora} and {l:Beja} ({o:NSEB}) fell.") ==
        Lines{"O Norland State of Evora and Beja | NSEB"});
  CHECK(entities("Men of the {o:Union of Rivers} and the Sea ({o:URS}) came.") ==
        Lines{"O Union of Rivers and the Sea | URS"});
  CHECK(entities("{p:Ann Hale} gave the Gross Output Index (GOI).") == Lines{"P Ann Hale"});
}

TEST_CASE("a title in the plural leads a list of persons", "[entities][spans]") {
  CHECK(entities("They join {p:Senators HALE}, MARLOW, and {l:Costa} there.") ==
        Lines{"P HALE", "P MARLOW", "P Costa"});
  CHECK(entities("Presidents {l:Marlow} and {p:Costa} met.") == Lines{"P Marlow", "P Costa"});
  CHECK(entities("The ministers of {l:Norway} and {l:Peru} met.") == Lines{"L Norway", "L Peru"});
}

TEST_CASE("a name goes on to the generation", "[entities][spans]") {
  CHECK(entities("{p:OTTO R. MARLOW} JR. signed. {p:Marlow} left.") ==
        Lines{"P OTTO R. MARLOW JR. | Marlow"});
  CHECK(entities("{p:Otto Marlow}, Sr., left.") == Lines{"P Otto Marlow, Sr."});
}

TEST_CASE("what surrounds a body is no part of its name", "[entities][spans]") {
  SECTION("its league, its town") {
    CHECK(entities("He played for the {o:Elm Owls of the Northern League}.") ==
          Lines{"O Elm Owls", "O Northern League"});
    CHECK(entities("The {o:Court for Rivers in The Hague} ruled.") ==
          Lines{"O Court for Rivers", "L The Hague"});
    CHECK(entities("He left the {o:American University in Cairo}.")[0] == "O American University in Cairo");
  }
  SECTION("its board, behind whoever leads that") {
    CHECK(entities("{p:Ann Hale}, chairman of the {o:Board of the Elm River Institute}, spoke.")[1] ==
          "O Elm River Institute");
  }
  SECTION("its craft, its majority, its head's name") {
    CHECK(entities("{o:Acmecosmos} paid. The {o:Acmecosmos Kestrel K}-25 spacecraft flew.") ==
          Lines{"O Acmecosmos"});
    CHECK(entities("The {o:Senate} rose. A new {o:Democratic Senate} sat.") == Lines{"O Senate"});
    CHECK(entities("{p:Otto Berg} won. The {o:Berg Administration} began.") == Lines{"P Otto Berg | Berg"});
  }
}

TEST_CASE("gods, faiths, officers and numbered districts are no names", "[entities][spans]") {
  for (const char* text :
       {"They prayed to {p:Zeus}.", "She took to {o:Wicca}.", "The {o:Republican Senators} left.",
        "The {o:National Guardsmen} left.", "He won in {l:District 6-4A}.", "The {p:Pro Tempore} of it left.",
        "He was the {o:Elm Professor of Economics} there."})
    CHECK(entities(text).empty());
}

TEST_CASE("members of a house, diseases and bare kinds are no names", "[entities][spans]") {
  CHECK(entities("The {o:Senate Democrats} voted.") == Lines{"O Senate"});
  CHECK(entities("The {o:Social Democrats} voted.") == Lines{"O Social Democrats"});
  CHECK(entities("The {o:Norwegian Senators} voted.").empty());
  CHECK(entities("He told the {o:Committee} that {o:AIDS} came to the {l:Palace}.").empty());
}

TEST_CASE("storms are events by their first word, too", "[entities][context]") {
  CHECK(entities("The {o:Tropical Storm Ada} and {p:Typhoon Otto} came.") ==
        Lines{"E Tropical Storm Ada", "E Typhoon Otto"});
}

TEST_CASE("surnames with a particle, in the middle, before a generation", "[entities][aliases]") {
  CHECK(entities("They met {p:Omar al-Tarvi}. Later {o:al-Tarvi} left.") ==
        Lines{"P Omar al-Tarvi | al-Tarvi"});
  CHECK(entities("They met {p:Diego Ruiz Alba}. Later {p:Ruiz} left.") == Lines{"P Diego Ruiz Alba | Ruiz"});
  CHECK(entities("They met {p:Karl Marlow II}. Later {p:Marlow} left.") ==
        Lines{"P Karl Marlow II | Marlow"});
  CHECK(entities("{p:John Henry Marlow} wrote it. {p:J. H. Marlow} was glad.") ==
        Lines{"P John Henry Marlow | J. H. Marlow"});
  CHECK(entities("{p:John Henry Marlow} wrote it. {p:B. H. Marlow} was glad.").size() == 2);
}

TEST_CASE("features and cities by the bare name", "[entities][aliases]") {
  CHECK(entities("The {l:Tarvos Strip} is long. In {l:Tarvos} it rains.") ==
        Lines{"L Tarvos Strip | Tarvos"});
  CHECK(entities("The {l:City of Tarvos} is old. In {l:Tarvos} it rains.") ==
        Lines{"L City of Tarvos | Tarvos"});
  CHECK(entities("The {l:Norway Islands} are cold. In {l:Norway} it rains.").size() == 2);
}

TEST_CASE("one end of a body's name that came before", "[entities][aliases]") {
  CHECK(entities("The {o:Elmton Quill} wrote it. Readers of the {o:Quill} laughed.") ==
        Lines{"O Elmton Quill | Quill"});
  CHECK(entities("{o:Quill} wrote it. Readers of {o:Elmton Quill} laughed.").size() == 2);
  CHECK(entities("{o:Otto Marlow & Co.} sold it. Buyers of {p:Otto Marlow} rejoiced.") ==
        Lines{"O Otto Marlow & Co. | Otto Marlow"});
}

TEST_CASE("who has a title is no place", "[entities][context]") {
  CHECK(entities("They freed opposition leader {l:San Maro Tel} then.") == Lines{"P San Maro Tel"});
}

TEST_CASE("a ruler goes by the name without the style, too", "[entities][aliases]") {
  CHECK(entities("{p:Tsar Otto II} came.") == Lines{"P Tsar Otto II | Otto II"});
  CHECK(entities("{p:Duke of Elmton} came.").front() == "P Duke of Elmton");
}

TEST_CASE("lines in capitals and others are two names", "[entities][spans]") {
  CHECK(entities("{o:Elmton Quill\nTARVOS}, Oct. 3 - It rained.") == Lines{"O Elmton Quill", "L TARVOS"});
}

TEST_CASE("a direction at the head of a sentence may be none of the name", "[entities][spans]") {
  CHECK(entities("{l:Southern Norway} is cold.") == Lines{"L Norway"});
  CHECK(entities("In {l:Southern Norway} it is cold.") == Lines{"L Southern Norway"});
  CHECK(entities("{l:Northern Ireland} is green.") == Lines{"L Northern Ireland"});
}

TEST_CASE("games are events behind the article", "[entities][context]") {
  CHECK(entities("He ran at the {o:Oslo Games}.") == Lines{"E Oslo Games"});
  CHECK(entities("He worked for {o:Marlow Games} then.") == Lines{"O Marlow Games"});
}

TEST_CASE("names joined by nor and or are two", "[entities][spans]") {
  CHECK(entities("{o:Rowan} won. Neither {o:Rowan nor Marlow} lost.") == Lines{"O Rowan", "O Marlow"});
}

TEST_CASE("a place in small letters is named with its kind", "[entities][spans]") {
  CHECK(entities("They held the {l:Tarvos} bridge and the {l:Beja-Evora} highway.") ==
        Lines{"L Tarvos bridge", "L Beja-Evora highway"});
  CHECK(entities("They held the {l:Tarvos} (Rahn) corridor.") == Lines{"L Tarvos (Rahn) corridor"});
  CHECK(entities("They took the {l:A970} road.") == Lines{"L A970"});
}

TEST_CASE("a house of two kinds is one", "[entities][spans]") {
  CHECK(entities("It hangs in the {l:Elm Museum} and {l:Art Gallery}.") ==
        Lines{"L Elm Museum and Art Gallery"});
  CHECK(entities("It hangs in the {l:Elm Museum} and {l:Beja Library}.").size() == 2);
}

TEST_CASE("branches of a network have names of their own", "[entities][spans]") {
  CHECK(entities("They fought {o:al-Qaeda} in the Islamic Maghreb.") ==
        Lines{"O al-Qaeda in the Islamic Maghreb"});
  CHECK(entities("They fought {o:al-Qaeda} in {l:Norway}.") == Lines{"O al-Qaeda", "L Norway"});
}

TEST_CASE("what is pointed at by its kind has no name", "[entities][spans]") {
  CHECK(entities("They came to this {l:Chamber}.").empty());
  CHECK(entities("He held the {o:Office of Vice Presidency}.").empty());
  CHECK(entities("They joined {o:Defeat-NWO} drills.").empty());
}

TEST_CASE("a heading's noun is no part of the name behind it", "[entities][spans]") {
  CHECK(entities("{o:Affirmation of Otto Marlow}'s sentence. {p:Otto Marlow} lost.") ==
        Lines{"P Otto Marlow"});
}

TEST_CASE("a paper is introduced by its kind", "[entities][spans]") {
  CHECK(entities("They wrote in the journal Rivers last year.") == Lines{"O Rivers"});
  CHECK(entities("They wrote in the newspaper Monday.").empty());
}

}  // namespace

TEST_CASE("titles of works and the parts in them are no names", "[entities][spans]") {
  CHECK(entities("He made the film {l:Elm Street} in 1999.").empty());
  CHECK(entities("She wrote the novels {p:Anna Hale} and {l:Lake of Ice}.").empty());
  CHECK(entities("The actor {p:Otto Lund} starred as {p:Sam Hale} in it. {p:Hale} dies.") ==
        Lines{"P Otto Lund"});
  CHECK(entities("The actor {p:Otto Lund} played {p:Sam Hale} in a movie.") == Lines{"P Otto Lund"});
  SECTION("but who makes them, and who plays elsewhere, is somebody") {
    CHECK(entities("In the film {p:Anna Hale} plays a spy.") == Lines{"P Anna Hale"});
    CHECK(entities("In her novel, {p:Anna Hale}, a critic, agrees.") == Lines{"P Anna Hale"});
    CHECK(entities("In the final {p:Otto Lund} played {p:Sam Hale}.").size() == 2);
    CHECK(entities("He was elected as {p:Sam Hale} left.") == Lines{"P Sam Hale"});
  }
}

TEST_CASE("bodies that everybody knows are no places", "[entities][context]") {
  CHECK(entities("{l:Fatah} and the {l:U.N.} met.") == Lines{"O Fatah", "O U.N."});
  CHECK(entities("A WHO report came.") == Lines{"O WHO"});
  CHECK(entities("WHO SAYS SO").empty());
  CHECK(entities("They met the {l:United Nations}. The {o:United Nations Security Council} sat.").size() ==
        2);
}

TEST_CASE("a state in brackets is where the city is", "[entities][aliases]") {
  CHECK(entities("She moved to {l:Austin} ({l:Texas}) then.").size() == 2);
}

TEST_CASE("contests and streets by their last word", "[entities][context]") {
  CHECK(entities("She won the {l:Norwegian Open} and the {o:Oslo Grand Prix}.") ==
        Lines{"E Norwegian Open", "E Oslo Grand Prix"});
  CHECK(entities("They met on {p:Otto-Berg-Strasse} then.") == Lines{"L Otto-Berg-Strasse"});
}

TEST_CASE("days, datelines and states around a name", "[entities][spans]") {
  CHECK(entities("The {o:Elm Agency on Friday} fell.") == Lines{"O Elm Agency"});
  CHECK(entities("The {l:Norway August} was hot.") == Lines{"L Norway"});
  CHECK(entities("By the {o:Elm Tribune TARVOS}, Norway.").front() == "O Elm Tribune");
  CHECK(entities("Acme of Elmton, {o:N.J.}, fell.").back() == "L N.J.");
  CHECK(entities("They met in {l:Washington}, {l:D.C.}, then.") ==
        Lines{"L Washington, D.C. | D.C., Washington"});
}

TEST_CASE("the rest of an office is no body", "[entities][spans]") {
  CHECK(entities("{p:Ann Hale}, secretary of {o:State for International Rivers}, left.") ==
        Lines{"P Ann Hale"});
}

}  // namespace attest::extract
