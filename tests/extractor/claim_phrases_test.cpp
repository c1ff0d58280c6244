// Claims told by phrases, gerunds and objects in place of clauses, read with the models.
#include <catch2/catch.hpp>

#include "claims_of_text.hpp"

using attest::test::said;
using Said = std::vector<std::string>;

TEST_CASE("what is said in a phrase") {
  SECTION("behind of, about and against") {
    CHECK(said("Anna Berg complained of a lack of money for the bridge.") ==
          Said{"Anna Berg: a lack of money for the bridge"});
    CHECK(said("Anna Berg wrote about the bridge in the town.").empty());
  }
  SECTION("with the object in front") {
    CHECK(said("Anna Berg credited Otto Lund with saving the bridge.") ==
          Said{"Anna Berg: Otto Lund with saving the bridge"});
    CHECK(said("Anna Berg attributed the fall to bad weather.") ==
          Said{"Anna Berg: the fall to bad weather"});
    CHECK(said("Anna Berg estimated the cost at two million euros.") ==
          Said{"Anna Berg: the cost at two million euros"});
    CHECK(said("Anna Berg praised Otto Lund for saving the bridge.") ==
          Said{"Anna Berg: Otto Lund for saving the bridge"});
  }
  SECTION("in a gerund") {
    CHECK(said("Anna Berg acknowledged selling the bridge.") == Said{"Anna Berg: selling the bridge"});
    CHECK(said("Anna Berg confessed to selling the bridge.") == Said{"Anna Berg: selling the bridge"});
    CHECK(said("Anna Berg recommended against selling the bridge.").empty());
  }
  SECTION("in a label") {
    CHECK(said("Anna Berg referred to him as a liar.") == Said{"Anna Berg: him as a liar"});
    CHECK(said("Anna Berg commended Otto Lund for his great courage in war.").empty());
  }
}

TEST_CASE("accusations and denials told of a person") {
  CHECK(said("Syria accused Israel of flying over its harbours.") ==
        Said{"Syria: Israel of flying over its harbours"});
  CHECK(said("Anna Berg accused him of lying.") == Said{"Anna Berg: him of lying"});
  CHECK(said("Anna Berg rejected claims she had sold the bridge.") ==
        Said{"Anna Berg: she had sold the bridge"});
  CHECK(said("Anna Berg denied responsibility for the fall of the bridge.") ==
        Said{"Anna Berg: responsibility for the fall of the bridge"});
}

TEST_CASE("two quotations that and joins") {
  CHECK(said("Anna Berg stated that “there is no road” for them and “it will be hard to find one.”") ==
        Said{"Anna Berg: there is no road", "Anna Berg: it will be hard to find one."});
}

TEST_CASE("a document whose clause hangs on a place within it") {
  CHECK(
      said("The European Parliament adopted a resolution on the road in Bergen, which said: “The road is not "
           "safe. It must close.”") ==
      Said{"European Parliament: The road is not safe.", "European Parliament: It must close."});
}

TEST_CASE("what somebody finds for themselves") {
  CHECK(said("For Anna Berg, head of the council, it is strange that nobody looks at the bridge.") ==
        Said{"Anna Berg: it is strange that nobody looks at the bridge."});
}

TEST_CASE("marks of words set off stay whole") {
  CHECK(said("Anna Berg called the vote \"a sham\" and left.") == Said{"Anna Berg: the vote \"a sham\""});
  CHECK(said("Anna Berg called the vote “a sham” and left.") == Said{"Anna Berg: the vote “a sham”"});
}

TEST_CASE("what somebody foresees in a noun phrase") {
  CHECK(said("The Bank of Norway forecast a growth of 3% this year.") ==
        Said{"Bank of Norway: a growth of 3% this year"});
}

TEST_CASE("a gerund may be what the clause is about") {
  CHECK(said("Anna Berg said melting glaciers caused by warm summers could disrupt the ferries.") ==
        Said{"Anna Berg: melting glaciers caused by warm summers could disrupt the ferries"});
}
