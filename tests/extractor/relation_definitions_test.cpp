// LOCATED_IN and PART_OF in sentences that say what a place or a body is, what it holds and who owns it.
#include <catch2/catch.hpp>

#include "stated.hpp"

using attest::test::Stated;

TEST_CASE("entries that say what a place is") {
  const Stated village("Sopron (with 900 people) is a small town in the Kesten District of Hungary.");
  CHECK(village.has("Kesten District LOCATED_IN Hungary"));
  CHECK(village.has("Sopron LOCATED_IN Kesten District"));
  CHECK(Stated("Ashby Museum is a history museum located in Milford, England.")
            .has("Ashby Museum LOCATED_IN Milford"));
  CHECK(Stated("Milford High School is a public high school in the city of Eastmoor.")
            .has("Milford High School LOCATED_IN Eastmoor"));
  CHECK(Stated("Lake Orwell is a lake in the U.S. state of Oregon.").has("Lake Orwell LOCATED_IN Oregon"));
  CHECK_FALSE(
      Stated("Lake Orwell is a lake in the U.S. state of Oregon.").has("Lake Orwell LOCATED_IN U.S."));
  SECTION("not what lies beside it") {
    CHECK(Stated("Camp Orwell was a training camp north of the city of Graz.").count("LOCATED_IN") == 0);
    CHECK_FALSE(Stated("Sopron is a village on the right bank of the Danube River.")
                    .has("Sopron LOCATED_IN Danube River"));
  }
}

TEST_CASE("what a place or a body holds") {
  const Stated home("Milford is home to the Ashby Museum and the Orwell Hospital.");
  CHECK(home.has("Ashby Museum LOCATED_IN Milford"));
  CHECK(home.has("Orwell Hospital LOCATED_IN Milford"));
  CHECK(Stated("Towns in Galicia include Lugo, Vigo and Orense.").has("Vigo LOCATED_IN Galicia"));
  CHECK(Stated("Belgrade belongs to the region of Eastmoor.").has("Belgrade LOCATED_IN Eastmoor"));
  SECTION("not what a group counts as its members") {
    CHECK(Stated("The alliance includes France and Spain.").count("LOCATED_IN") == 0);
  }
}

TEST_CASE("regions and towns named together") {
  const Stated counties("The lake lies between the Kesten and Tarnok counties in Hungary.");
  CHECK(counties.has("Kesten LOCATED_IN Hungary"));
  CHECK(counties.has("Tarnok LOCATED_IN Hungary"));
  const Stated towns(
      "He visited the Galician towns of Lugo and Vigo, both in Spain, and the Spanish cities of "
      "Toledo and Burgos.");
  CHECK(towns.has("Burgos LOCATED_IN Spain"));
  CHECK(Stated("They drove to Norway's political and financial capital Oslo.").has("Oslo LOCATED_IN Norway"));
  CHECK(Stated("Lodz is Poland's third largest city.").has("Lodz LOCATED_IN Poland"));
}

TEST_CASE("firms told with a place or an owner") {
  CHECK(Stated("Acme Group, a Cleveland merchant bank, owns a railway.")
            .has("Acme Group LOCATED_IN Cleveland"));
  CHECK(Stated("Acme Corp., a fast-growing London-based jeweler, raised its price.")
            .has("Acme Corp. LOCATED_IN London"));
  CHECK(Stated("Acme Corp. completed its tender offer for Orwell Films Inc. on Monday.")
            .has("Orwell Films Inc. PART_OF Acme Corp."));
}

TEST_CASE("bodies that a place owns") {
  CHECK(Stated("Russia's Interfax news agency said so.").has("Interfax LOCATED_IN Russia"));
  CHECK(Stated("China's official Xinhua news agency said so.").has("Xinhua PART_OF China"));
  CHECK(Stated("They invited Lebanon's Hezbollah guerrillas.").has("Hezbollah LOCATED_IN Lebanon"));
  CHECK(Stated("The U.S.-based toy giant, Mattel, recalled its toys.").has("Mattel LOCATED_IN U.S."));
  CHECK(Stated("Croatia's NATO membership was delayed.").count("LOCATED_IN") == 0);
}

TEST_CASE("a party is itself, a unit belongs to another") {
  CHECK(Stated("Tensions rose between his Fatah party and Hamas.").count("PART_OF") == 0);
}

TEST_CASE("teams of a league are its members") {
  CHECK(Stated("He coached the Orwell Bears of the Eastern League.")
            .has("Orwell Bears MEMBER_OF Eastern League"));
}

TEST_CASE("shares of other firms") {
  CHECK(Stated("Acme Corp. currently owns about 72% of Orwell Corp.'s common shares.")
            .has("Orwell Corp. PART_OF Acme Corp."));
  CHECK(Stated("Acme Corp. owns about 11% of Orwell Corp.'s common shares.").count("PART_OF") == 0);
}

TEST_CASE("several in one place") {
  const Stated schools(
      "The University of Graz and the Technical College of Linz, both of which are situated in "
      "Austria, closed.");
  CHECK(schools.has("University of Graz LOCATED_IN Austria"));
  CHECK(schools.has("Technical College of Linz LOCATED_IN Austria"));
  CHECK(
      Stated("It is the second most visited city in England after London.").has("London LOCATED_IN England"));
  CHECK(Stated("Acme Corp., a maker of drugs incorporated in the Netherlands, was sold.")
            .has("Acme Corp. LOCATED_IN Netherlands"));
}

TEST_CASE("lists of names that are no chains") {
  CHECK(Stated("We saw the islands Vis, Hvar, Brac and Korcula.").count("LOCATED_IN") == 0);
  CHECK(Stated("The nearest are Newark Airport, Teterboro Airport and Orwell Field.").count("LOCATED_IN") ==
        0);
}

TEST_CASE("chains that go on with a direction or a region") {
  CHECK(Stated("Two died in Juba, southern Sudan.").has("Juba LOCATED_IN Sudan"));
  CHECK(Stated("It covers most of Volhynia, northern Bukovina and Podolia.").count("LOCATED_IN") == 0);
  CHECK(Stated("Norway is a kingdom. Its capital is Oslo.").has("Oslo LOCATED_IN Norway"));
  CHECK(Stated("The troops of the 2nd Battalion, 5th Orwell Regiment left.").count("LOCATED_IN") == 0);
  CHECK(Stated("They landed at Norway's main airport, Orwell Airport.")
            .has("Orwell Airport LOCATED_IN Norway"));
}

TEST_CASE("what is measured from a place is not told of it") {
  CHECK_FALSE(
      Stated("The camp is 20 km from Graz, in the Kesten district.").has("Graz LOCATED_IN Kesten district"));
  CHECK(Stated("The Graz headquarters of the Orwell Institute burned.")
            .has("Orwell Institute LOCATED_IN Graz"));
  CHECK(Stated("The Federal Reserve, the U.S. central bank, cut rates.").has("Federal Reserve PART_OF U.S."));
}

TEST_CASE("what stands between a name and where it is") {
  CHECK(Stated("The Holy Mother of God Church (19th century) in Graz was destroyed.")
            .has("Holy Mother of God Church LOCATED_IN Graz"));
  CHECK(Stated("The probe landed in Jezero Crater on Mars.").has("Jezero Crater LOCATED_IN Mars"));
  CHECK(Stated("The Orwell Cosmodrome in Russia's Far East was closed.")
            .has("Orwell Cosmodrome LOCATED_IN Far East"));
  const Stated villages("Shelling hit the Lindau, Torsk and Elmhorst villages of the Kesten district.");
  CHECK(villages.has("Lindau LOCATED_IN Kesten district"));
  CHECK(villages.has("Torsk LOCATED_IN Kesten district"));
}

TEST_CASE("what lies in no country, what is no organ of one") {
  CHECK_FALSE(Stated("Pirates were seen in the Indian Ocean off the coast of Somalia.")
                  .has("Indian Ocean LOCATED_IN Somalia"));
  CHECK_FALSE(
      Stated("The Kosovo Liberation Army left. Kosovo voted.").has("Kosovo Liberation Army PART_OF Kosovo"));
  CHECK(Stated("Iran's Revolutionary Guard left.").has("Revolutionary Guard PART_OF Iran"));
  CHECK(Stated("The London-based group - the Orwell Observatory for Human Rights - agreed.")
            .has("Orwell Observatory for Human Rights LOCATED_IN London"));
}

TEST_CASE("colleges, townships and states in their wholes") {
  CHECK(Stated("He studied at Oriel College, University of Oxford.")
            .has("Oriel College PART_OF University of Oxford"));
  const Stated township("Residents of Bualpi village in Falam township, Chin State, left.");
  CHECK(township.has("Falam LOCATED_IN Chin State"));
  CHECK(Stated("They fled to Mizoram state in India.").has("Mizoram LOCATED_IN India"));
  CHECK(Stated("She worked at the Orwell Laboratories at Murray Hill.")
            .has("Orwell Laboratories LOCATED_IN Murray Hill"));
}
