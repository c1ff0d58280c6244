// LOCATED_IN and PART_OF in running text: regions, parts and wholes, organs of states, units of bodies.
#include <catch2/catch.hpp>

#include "stated.hpp"

using attest::test::Stated;

TEST_CASE("what is part of a place") {
  CHECK(Stated("Galicia is an integral part of Spain.").has("Galicia LOCATED_IN Spain"));
  CHECK(Stated("Madrid regards Galicia as part of Spain.").has("Galicia LOCATED_IN Spain"));
  CHECK(Stated("He considers Galicia to be part of Spain.").has("Galicia LOCATED_IN Spain"));
  CHECK(Stated("Galicia, then part of Austria, was poor.").has("Galicia LOCATED_IN Austria"));
  CHECK(Stated("Galicia is an autonomous region within Spain.").has("Galicia LOCATED_IN Spain"));
  CHECK(Stated("Galicia was incorporated into Austria in 1772.").has("Galicia LOCATED_IN Austria"));
  SECTION("not what is denied or wished for") {
    CHECK(Stated("Galicia is not part of Spain.").count("LOCATED_IN") == 0);
    CHECK(Stated("They demanded that Galicia become part of Spain.").count("LOCATED_IN") == 0);
  }
}

TEST_CASE("places that a list names as parts of another") {
  const Stated towns("Strikes hit several towns in Galicia, including Lugo and Vigo.");
  CHECK(towns.has("Lugo LOCATED_IN Galicia"));
  CHECK(towns.has("Vigo LOCATED_IN Galicia"));
  CHECK(Stated("Several cities in Spain, such as Lugo, lost power.").has("Lugo LOCATED_IN Spain"));
  CHECK(Stated("Flights from Spain, including Lugo, were late.").count("LOCATED_IN") == 0);
  CHECK(Stated("She lived in one of the oldest villages of Austria, in the village of Tarnok.")
            .has("Tarnok LOCATED_IN Austria"));
}

TEST_CASE("places by the side of another they are in") {
  CHECK(Stated("The town of Velik on the coast of Croatia was shelled.").has("Velik LOCATED_IN Croatia"));
  CHECK(Stated("They left Milford, in the neighbouring county of Eastmoor.")
            .has("Milford LOCATED_IN Eastmoor"));
  const Stated works("The works are in Vaasa and Oulu, on Finland's west coast.");
  CHECK(works.has("Oulu LOCATED_IN Finland"));
  CHECK_FALSE(works.has("Oulu LOCATED_IN Vaasa"));
  const Stated offices("The firm has offices in Bristol and Malaga, in southern Spain.");
  CHECK(offices.has("Malaga LOCATED_IN Spain"));
  CHECK_FALSE(offices.has("Bristol LOCATED_IN Spain"));
  CHECK(Stated("The island of Vis, off the coast of Croatia, was shelled.").has("Vis LOCATED_IN Croatia"));
}

TEST_CASE("chains of places") {
  const Stated province("In Kesten province, the village of Tarnok came under fire.");
  CHECK(province.has("Tarnok LOCATED_IN Kesten province"));
  CHECK_FALSE(province.has("Kesten province LOCATED_IN Tarnok"));
  const Stated village("He was born in Tarnok village, Kesten district, Hungary.");
  CHECK(village.has("Tarnok LOCATED_IN Kesten district"));
  CHECK(village.has("Kesten district LOCATED_IN Hungary"));
  CHECK(Stated("The city of Goris (Syunik province, Armenia) was shelled.")
            .has("Goris LOCATED_IN Syunik province"));
  const Stated regions("The Donetsk and Luhansk regions of Ukraine were shelled.");
  CHECK(regions.has("Donetsk LOCATED_IN Ukraine"));
  CHECK(regions.has("Luhansk LOCATED_IN Ukraine"));
  SECTION("not a possessor behind a comma") {
    CHECK(Stated("They went to Mecca, Qatar's partner in the talks.").count("LOCATED_IN") == 0);
  }
}

TEST_CASE("organs of states and towns, by a place that stands in their name alone") {
  CHECK(Stated("The Kenya Defence Forces crossed the border.").has("Kenya Defence Forces PART_OF Kenya"));
  CHECK(Stated("The US House of Representatives met.").has("US House of Representatives PART_OF US"));
  CHECK(
      Stated("The Chicago Police Department arrested him.").has("Chicago Police Department PART_OF Chicago"));
  CHECK(Stated("The Supreme Court in Kenya ruled on Friday.").has("Supreme Court PART_OF Kenya"));
  SECTION("not of firms, clubs and charities") {
    CHECK(Stated("The Armenian National Committee of America met. Armenia and the United States paid.")
              .count("PART_OF") == 0);
    CHECK(Stated("The Norwegian Refugee Council left. Norway paid.").count("PART_OF") == 0);
    CHECK(Stated("The Council on American Studies met. The United States paid.").count("PART_OF") == 0);
  }
}

TEST_CASE("committees, departments and units of bodies") {
  CHECK(Stated("The Energy Committee of the House of Commons met.")
            .has("Energy Committee PART_OF House of Commons"));
  CHECK(Stated("The Senate Finance Committee met. The Senate will vote.")
            .has("Senate Finance Committee PART_OF Senate"));
  CHECK(Stated("He teaches at Lund University's Faculty of Law.")
            .has("Faculty of Law PART_OF Lund University"));
  CHECK(Stated("She works at the Department of Physics, University of Oslo.")
            .has("Department of Physics PART_OF University of Oslo"));
  SECTION("the parent is no part") {
    CHECK_FALSE(Stated("Northgate Group, the parent company of Kestrel Bank, was fined.")
                    .has("Northgate Group PART_OF Kestrel Bank"));
  }
}

TEST_CASE("towns of a region, told after it") {
  CHECK(Stated("Ninety people live in Galicia, half of them in Lugo.").has("Lugo LOCATED_IN Galicia"));
  const Stated towns("They found homes in the Kesten region, in the towns of Tarnok and Velik.");
  CHECK(towns.has("Tarnok LOCATED_IN Kesten region"));
  CHECK(towns.has("Velik LOCATED_IN Kesten region"));
  const Stated villages("The mission saw the villages of Tarnok and Velik in Kesten province.");
  CHECK(villages.has("Tarnok LOCATED_IN Kesten province"));
  CHECK(villages.has("Velik LOCATED_IN Kesten province"));
  const Stated all("Lugo, Vigo and Ourense, all in Galicia, were shelled.");
  CHECK(all.has("Lugo LOCATED_IN Galicia"));
  CHECK(all.has("Ourense LOCATED_IN Galicia"));
  CHECK(Stated("They came from all of Austria but the capital Vienna.").has("Vienna LOCATED_IN Austria"));
}

TEST_CASE("what kind of part a place is, said after a copula or a comma") {
  CHECK(Stated("Galicia had been an “autonomous region” within Spain.").has("Galicia LOCATED_IN Spain"));
  CHECK(Stated("Ceuta, an exclave of Spain, is small.").has("Ceuta LOCATED_IN Spain"));
}

TEST_CASE("buildings in the town that they are named after or owned by") {
  CHECK(Stated("They went to Leeds. Leeds General Hospital was full.")
            .has("Leeds General Hospital LOCATED_IN Leeds"));
  CHECK(
      Stated("Lugo's Saint Anna Cathedral was damaged in Lugo.").has("Saint Anna Cathedral LOCATED_IN Lugo"));
}

TEST_CASE("seats of the one that the text is about, and of several") {
  CHECK(Stated("Kestrel Corp. cut its dividend. The Avon, Conn., company has 900 workers.")
            .has("Kestrel Corp. LOCATED_IN Avon"));
  const Stated schools("They closed the Elm Institute and Dal University in Livorno.");
  CHECK(schools.has("Elm Institute LOCATED_IN Livorno"));
  CHECK(schools.has("Dal University LOCATED_IN Livorno"));
  CHECK(Stated("Citadel Corp. and its principal unit, Elm Bank, were fined.")
            .has("Elm Bank PART_OF Citadel Corp."));
}

TEST_CASE("states of the past hold states of today") {
  CHECK(Stated("Georgia was part of the Russian Empire.").has("Georgia LOCATED_IN Russian Empire"));
}

TEST_CASE("a place in a body's name is not where the body is told to be") {
  const Stated school("The University of Arizona in Tucson runs it.");
  CHECK(school.has("University of Arizona LOCATED_IN Tucson"));
  CHECK_FALSE(school.has("Arizona LOCATED_IN Tucson"));
}

TEST_CASE("grounds and bridges are no seats") {
  CHECK(Stated("He served with the Royal Engineers in Egypt.").count("PART_OF") == 0);
  CHECK(Stated("The Court of Justice in Luxembourg will hear it.")
            .has("Court of Justice LOCATED_IN Luxembourg"));
  CHECK(Stated("They beat the Elm Rovers at Dal Park.").count("LOCATED_IN") == 0);
  CHECK(Stated("In Oakland they crossed the Oakland Bay Bridge.").count("LOCATED_IN") == 0);
}

TEST_CASE("a school of one nation in the town of another") {
  CHECK(Stated("She left the American University of Beirut. The United States paid.")
            .has("American University of Beirut LOCATED_IN Beirut"));
}

TEST_CASE("buildings and prisons whose noun is written small") {
  CHECK(Stated("He is held in Kresty prison in Andalusia.").has("Kresty LOCATED_IN Andalusia"));
}

TEST_CASE("organs that a noun gives to a state") {
  CHECK(Stated("The Bundestag, Germany's parliament, voted.").has("Bundestag PART_OF Germany"));
  CHECK(
      Stated("The Bundestag, the German parliament, voted. Germany slept.").has("Bundestag PART_OF Germany"));
  const Stated bank("The Federal Reserve, the U.S. central bank, raised rates.");
  CHECK(bank.has("Federal Reserve PART_OF U.S."));
  CHECK(bank.count("LOCATED_IN") == 0);
  CHECK(Stated("Germany's Bundeswehr sent a team.").has("Bundeswehr PART_OF Germany"));
  CHECK(Stated("They trained soldiers of the Iraqi Army at Camp Taji.").count("LOCATED_IN") == 0);
  CHECK(Stated("The Norwegian Government met. Norway slept.").count("PART_OF") == 0);
}

TEST_CASE("a place behind a comma and a preposition, or by what it is") {
  CHECK(Stated("He was born in Lugo, in the Galicia of his fathers.").count("LOCATED_IN") == 0);
  CHECK(Stated("He left Malmo, in the Netherlands, again.").has("Malmo LOCATED_IN Netherlands"));
  CHECK(Stated("Lyon became one of the oldest cities in Spain.").has("Lyon LOCATED_IN Spain"));
  CHECK(Stated("Lyon remained the largest town in Spain.").has("Lyon LOCATED_IN Spain"));
  CHECK(Stated("They met in Oslo's old district, the Velik.").has("Velik LOCATED_IN Oslo"));
}

TEST_CASE("what is based in a town of a state is in the town") {
  const Stated firm("Reno, Nevada-based Halden Corp. grew.");
  CHECK(firm.has("Halden Corp. LOCATED_IN Reno"));
  CHECK_FALSE(firm.has("Halden Corp. LOCATED_IN Nevada"));
  CHECK(Stated("Halden Corp., a Reno, Nevada-based lender, grew.").has("Halden Corp. LOCATED_IN Reno"));
}

TEST_CASE("what was bought is part of its buyer") {
  CHECK(Stated("Acme Corp. acquired Halden Inc. in May.").has("Halden Inc. PART_OF Acme Corp."));
  CHECK(Stated("Halden Inc. was acquired by Acme Corp. in May.").has("Halden Inc. PART_OF Acme Corp."));
  CHECK(Stated("Analysts praised Acme Corp.'s acquisition of Halden Inc. in May.")
            .has("Halden Inc. PART_OF Acme Corp."));
}

TEST_CASE("what is denied lies nowhere, and a list ends with its last name") {
  CHECK(Stated("Halden Corp. is not based in Vienna.").count("LOCATED_IN") == 0);
  CHECK(Stated("The Elm Museum was never built in Vienna.").count("LOCATED_IN") == 0);
  const Stated list("Strikes hit towns in Spain, including Lugo and Vigo, Portugal said.");
  CHECK(list.has("Vigo LOCATED_IN Spain"));
  CHECK_FALSE(list.has("Portugal LOCATED_IN Spain"));
  CHECK_FALSE(Stated("Police in Germany, including Berlin, France and Spain agreed.")
                  .has("France LOCATED_IN Germany"));
}

TEST_CASE("an armed movement has no seat where it fights") {
  CHECK(Stated("Forces struck al-Shabaab in Somalia.").count("LOCATED_IN") == 0);
}
