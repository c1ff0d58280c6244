// The forms a body goes by: letters in brackets, the first or the last words of its name, another word order.
#include <catch2/catch.hpp>

#include <attest/extractor/entities/countries.hpp>

#include "marked.hpp"

namespace attest::extract {
namespace {

using test::entities;
using test::Lines;

TEST_CASE("a body goes by its name without its state, too", "[entities][bodies]") {
  CHECK(entities("The {o:U.S. State Department} paid.").front() ==
        "O U.S. State Department | State Department");
  CHECK(entities("The {o:Norland State Department} paid.").front() == "O Norland State Department");
  CHECK(entities("The {o:US Senate} met.").front() == "O US Senate");
}

TEST_CASE("letters in brackets are those of the body before them", "[entities][bodies]") {
  SECTION("also where they spell its name in another language") {
    CHECK(entities("The {o:Norland Space Agency} ({o:ASN}) paid. {o:ASN} is small.") ==
          Lines{"O Norland Space Agency | ASN"});
    CHECK(entities("{o:Clowns Without Roads} ({p:CSR}) came.") == Lines{"O Clowns Without Roads | CSR"});
  }
  SECTION("but not where they name a state, an exchange, an honour, or what was named before") {
    CHECK(entities("The {o:Ministry of Rivers} ({l:USA}) paid.").size() == 2);
    CHECK(entities("{o:Marlow Elm Mills} ({o:NYSE}) rose.").size() == 2);
    CHECK(entities("{o:BDF} is large. The {o:Office of Rivers} ({o:BDF}) is small.").size() == 2);
  }
}

TEST_CASE("a body goes by the first words of its name", "[entities][bodies]") {
  CHECK(entities("The {o:Berg Foundation for the Blind} met. The {o:Berg Foundation} paid.") ==
        Lines{"O Berg Foundation for the Blind | Berg Foundation"});
  CHECK(entities("The {o:Board of Governors of the Elm Reserve System} met. The {o:Elm Reserve Board of "
                 "Governors} voted. The {o:Board of Governors} rose.") ==
        Lines{"O Board of Governors of the Elm Reserve System | Board of Governors, Elm Reserve Board of "
              "Governors"});
}

TEST_CASE("a ministry is one, whichever way it is called", "[entities][bodies]") {
  CHECK(entities("The {o:Ministry of Foreign Affairs} wrote. The {o:Foreign Ministry} knew.") ==
        Lines{"O Ministry of Foreign Affairs | Foreign Ministry"});
  CHECK(entities("The {o:Ministry of Internal Affairs} wrote. The {o:Interior Ministry} knew.") ==
        Lines{"O Ministry of Internal Affairs | Interior Ministry"});
  CHECK(entities("The {o:Ministry of Foreign Affairs of Norway} and the {o:Ministry of Foreign Affairs of "
                 "Peru} wrote. The {o:Foreign Ministry} knew.")
            .size() == 5);
}

TEST_CASE("a team goes by the last words of its name", "[entities][bodies]") {
  CHECK(entities("The {o:Elm Blue Sox} won. The {o:Blue Sox} cheered.") ==
        Lines{"O Elm Blue Sox | Blue Sox"});
  CHECK(entities("The {o:Rivel Owls} won. The {o:Owls} cheered.") == Lines{"O Rivel Owls | Owls"});
  CHECK(entities("The {o:Northern Union - United Nations} left. The {o:United Nations} stayed.").size() == 2);
}

TEST_CASE("a center goes by its first word where somebody works at it", "[entities][bodies]") {
  CHECK(entities("A scientist at {p:Marlow} knew. The {o:Marlow Flight Center} paid.") ==
        Lines{"O Marlow Flight Center | Marlow"});
  CHECK(entities("They asked {p:Marlow}. The {o:Marlow Flight Center} paid.").size() == 2);
}

TEST_CASE("a running title's capitals are no letters of a body", "[entities][bodies]") {
  CHECK(entities("{o:SENATE}. The {o:U.S. Senate} met. The {o:Senate} rose.")[0] ==
        "O U.S. Senate | SENATE, Senate");
}

TEST_CASE("who is he in the next sentence is a person", "[entities][bodies]") {
  CHECK(entities("{o:Otto Marlow} built it. He left in May.") == Lines{"P Otto Marlow"});
  CHECK(entities("{o:Otto Marlow} built it. It left in May.") == Lines{"O Otto Marlow"});
  CHECK(entities("{o:Otto Marlow}, 45, built it.") == Lines{"P Otto Marlow"});
}

TEST_CASE("a club goes without its letters, too", "[entities][bodies]") {
  CHECK(entities("He left {o:FK Slavia Rivel}. {l:Slavia Rivel} won.") ==
        Lines{"O FK Slavia Rivel | Slavia Rivel"});
}

TEST_CASE("letters behind a name without brackets are another form of it", "[entities][bodies]") {
  CHECK(entities("The {o:Northern River Aid Force NRAF} came.") ==
        Lines{"O Northern River Aid Force | NRAF"});
}

TEST_CASE("the letters of agreements name nobody", "[entities][bodies]") {
  CHECK(entities("They signed the Inland Free Trade Agreement ({o:IFTA}). {o:IFTA} is long.").empty());
  CHECK(entities("The {o:Inland Free Trade Area} ({o:IFTA}) is new.") ==
        Lines{"O Inland Free Trade Area | IFTA"});
}

TEST_CASE("bodies of many states are no places", "[entities][bodies]") {
  CHECK(entities("The {l:U.N.} troops came.") == Lines{"O U.N."});
}

TEST_CASE("an office goes on behind a title", "[entities][bodies]") {
  CHECK(entities("The {o:Office of the Inspector General} for Norland Relief knew.")[0] ==
        "O Office of the Inspector General for Norland Relief");
}

TEST_CASE("what stands around a word tells a place from a body", "[entities][bodies]") {
  CHECK(entities("They held him in {o:Abu Rahn} prison.") == Lines{"L Abu Rahn"});
  CHECK(entities("He fell on the {o:Western Front}.") == Lines{"L Western Front"});
  CHECK(entities("The {o:Western Front} struck.") == Lines{"O Western Front"});
  CHECK(entities("The land that surrounds {l:Evora} was a center of trade.") == Lines{"L Evora"});
}

TEST_CASE("cases, orders, ranks, verses and what has no name yet are no names", "[entities][bodies]") {
  for (const char* text :
       {"They cite {o:Marlow v. Elm Lumber Company} often.",
        "He became a Knight of the {o:Order of the Elm}.", "She is an {p:M.D.} there.",
        "They read {p:John} 4:23 aloud.", "They called for a {o:Royal Commission}.",
        "The {o:Labour Government} fell.", "They play in {o:Group B} now.", "The {p:Sri Lankan} side won.",
        "The {o:Franco-Peruvian} talks ended.", "The {o:Mughal} army left."})
    CHECK(entities(text).empty());
  CHECK(entities("The {o:Royal Commission} met.") == Lines{"O Royal Commission"});
}

TEST_CASE("an office in small letters leads to a person", "[entities][bodies]") {
  CHECK(entities("The spokesman, {o:Orvin Marlow}, knew.") == Lines{"P Orvin Marlow"});
  CHECK(entities("They asked novelist {o:Orvin Ben Marlow} then.") == Lines{"P Orvin Ben Marlow"});
}

TEST_CASE("a capital that acts is a place", "[entities][bodies]") {
  CHECK(entities("{o:Oslo} denies it.") == Lines{"L Oslo"});
  CHECK(is_capital("buenos aires"));
  CHECK_FALSE(is_capital("elm"));
}

TEST_CASE("what a body makes, writes or is led by is no part of its name", "[entities][bodies]") {
  CHECK(entities("They flew an {o:Acmebus A340} home.") == Lines{"O Acmebus"});
  CHECK(entities("They read the {o:Elm Department's Annual Report on Rivers}.") == Lines{"O Elm Department"});
  CHECK(entities("He was {o:Dean of the College of Elm Arts} then.") == Lines{"O College of Elm Arts"});
  CHECK(entities("{o:Acme Motors} paid. The {o:Acme Motors of Oslo} lost.")[0] == "O Acme Motors");
  CHECK(entities("They feared {o:National Marlowism}.").empty());
  CHECK(entities("The {o:Elm Affairs Provisions} hold.").empty());
}

TEST_CASE("a base goes by the name of no town", "[entities][bodies]") {
  CHECK(entities("They left {l:Tarvosk Air Force Base}. {l:Tarvosk} is quiet.") ==
        Lines{"L Tarvosk Air Force Base | Tarvosk"});
  CHECK(entities("They left {l:Evora Air Base}. They slept in {l:Evora}.").size() == 2);
}

TEST_CASE("offices, fields, peoples of old and gods are no part of names", "[entities][bodies]") {
  CHECK(entities("They asked {p:DCI Marlow} then.") == Lines{"P Marlow"});
  CHECK(entities("The {o:National Security} Adviser knew.").empty());
  CHECK(entities("The {l:Aztecs} built it for the god {p:Tarvos}.").empty());
  CHECK(entities("{l:Otto Berg, Jr.}, County of Elm, knew.").front() == "P Otto Berg, Jr.");
}

TEST_CASE("from one to another are two", "[entities][bodies]") {
  CHECK(entities("It is in all from {o:Elm Weekly to Rivel Magazine} now.") ==
        Lines{"O Elm Weekly", "O Rivel Magazine"});
}

TEST_CASE("degrees, fields and what is written small are no bodies", "[entities][bodies]") {
  CHECK(entities("He earned a {o:Master of River Administration} there.").empty());
  CHECK(entities("She is coordinator for {o:Inland River Affairs} now.").empty());
  CHECK(entities("They signed the {o:Elm Protocol} there.").empty());
  CHECK(entities("They wrote off {o:goodwill} then.").empty());
  CHECK(entities("{o:European Union Trade} Commissioner {p:Ann Hale} spoke.") ==
        Lines{"O European Union", "P Ann Hale"});
}

TEST_CASE("a second field is no second firm", "[entities][bodies]") {
  CHECK(entities("The {o:Marlow Electric and Engineering Corporation} grew. {o:Marlow Electric} sold it.")
            .front() == "O Marlow Electric and Engineering Corporation");
}

TEST_CASE("whose child somebody is, is another", "[entities][bodies]") {
  CHECK(entities("{p:Ann Marlow} sings. She is a daughter of the painter {p:Marlow}.") ==
        Lines{"P Ann Marlow", "P Marlow"});
  CHECK(entities("{p:Ann Marlow} sings. They heard {p:Marlow}.") == Lines{"P Ann Marlow | Marlow"});
}

TEST_CASE("boards, offices and committees are named to the end", "[entities][bodies]") {
  CHECK(entities("The {o:Board of Governors} of the {o:Elm Reserve System} met.") ==
        Lines{"O Board of Governors of the Elm Reserve System"});
  CHECK(entities("The {o:Committee on Ways} and Means met.") == Lines{"O Committee on Ways and Means"});
  CHECK(entities("The {o:Attorney's Office} for the Southern District of {l:Norland} sued.").front() ==
        "O Attorney's Office for the Southern District of Norland");
}

TEST_CASE("a ship's letters and a craft's two words are no bodies", "[entities][bodies]") {
  CHECK(entities("The {o:USS} Otto sailed.").empty());
  CHECK(entities("The {o:Acme Kestrel} spacecraft docked.").empty());
}

TEST_CASE("a firm's letters leave out its kind", "[entities][bodies]") {
  CHECK(entities("{o:Norland River Mills Corp.} fell. {o:NRM} rose.") ==
        Lines{"O Norland River Mills Corp. | NRM"});
  CHECK(entities("{o:Rivel Saint-Elm F.C.} won. {o:RSE} cheered.") == Lines{"O Rivel Saint-Elm F.C. | RSE"});
}

TEST_CASE("two heads' administration is no body", "[entities][bodies]") {
  CHECK(entities("The {o:Hale-Marlow Administration} began.").empty());
  CHECK(entities("The {o:Elm Relief Administration} began.") == Lines{"O Elm Relief Administration"});
}

}  // namespace
}  // namespace attest::extract
