// Players and the teams they go through.
#include <catch2/catch.hpp>

#include "stated.hpp"

using attest::test::Stated;

TEST_CASE("a career begun with an affiliate is the affiliate's") {
  const Stated facts(
      "Brad Kane was drafted by the Boston Harriers. Kane began his professional career with the Boston "
      "Harriers' affiliate, the Elmira Jays, before advancing to the Salem Owls in 2010.");
  CHECK(facts.has("Brad Kane MEMBER_OF Boston Harriers"));
  CHECK(facts.has("Brad Kane MEMBER_OF Elmira Jays"));
  CHECK(facts.has("Brad Kane MEMBER_OF Salem Owls"));
}

TEST_CASE("a season opened with a team") {
  CHECK(Stated("Brad Kane opened 2012 with the Toledo Bears.").has("Brad Kane MEMBER_OF Toledo Bears"));
  CHECK(Stated("Brad Kane opened the door with the Toledo Bears watching.").count("MEMBER_OF") == 0);
}

TEST_CASE("moves between teams") {
  CHECK(Stated("Brad Kane was promoted to the Toledo Bears in May.").has("Brad Kane MEMBER_OF Toledo Bears"));
  CHECK(Stated("Brad Kane was called up to the Toledo Bears.").has("Brad Kane MEMBER_OF Toledo Bears"));
  CHECK(Stated("Brad Kane was sent to the United States.").count("MEMBER_OF") == 0);
}

TEST_CASE("who is lent, and to clubs told by a noun") {
  const Stated facts("Acme FC loaned Brad Kane to AFC Bournemouth, Everton FC and Leeds United.");
  CHECK(facts.has("Brad Kane MEMBER_OF Everton FC"));
  CHECK(facts.has("Brad Kane MEMBER_OF Leeds United"));
  CHECK(Stated("Brad Kane played as a midfielder for teams such as FC Craiova and Leeds United.")
            .has("Brad Kane MEMBER_OF Leeds United"));
}

TEST_CASE("who signs for himself, not for a state") {
  CHECK(Stated("Rachel Bell signed an exclusive songwriting agreement with Big Tractor Music.")
            .has("Rachel Bell MEMBER_OF Big Tractor Music"));
  CHECK(Stated("Rachel Bell signed a peace agreement with NATO.").count("MEMBER_OF") == 0);
}

TEST_CASE("teams are members of the league that they play in") {
  CHECK(Stated("Brad Kane is a shortstop for the Boston Harriers of Major League Baseball.")
            .has("Boston Harriers MEMBER_OF Major League Baseball"));
}
