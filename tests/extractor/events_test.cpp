#include <catch2/catch.hpp>

#include <attest/extractor/pipeline.hpp>

#include "annotated.hpp"

using namespace attest::extract;
using attest::test::parsed_document;
using attest::test::ParsedDocument;

namespace {

std::string told(const ParsedDocument& parsed, const Event& event) {
  std::string text = event.type;
  if (!event.date.empty()) text += " " + event.date;
  for (const auto& [entity, role] : event.participants)
    text += (role == Role::agent    ? " agent="
             : role == Role::target ? " target="
                                    : " participant=") +
            parsed.name(entity);
  for (EntityIndex place : event.places) text += " in=" + parsed.name(place);
  return event.modality.empty() ? text : text + " " + event.modality;
}

std::vector<std::string> events(std::string_view columns, std::string date = {}) {
  const ParsedDocument parsed = parsed_document(columns, std::move(date));
  std::vector<std::string> all;
  for (const Event& event : find_facts(parsed.document, parsed.entities).events)
    all.push_back(told(parsed, event));
  return all;
}
using Events = std::vector<std::string>;

}  // namespace

TEST_CASE("a verb tells an event with its arguments, place and date") {
  CHECK(events(R"(Norland PROPN 2 nsubj Norland l1
invaded VERB 0 root invade
Sudland PROPN 2 obj Sudland l2
in ADP 5 case in
1912 NUM 2 obl 1912
. PUNCT 2 punct .)") == Events{"attack 1912 agent=Norland target=Sudland in=Sudland"});
  CHECK(events(R"(Ada PROPN 3 nsubj:pass Ada p1
was AUX 3 aux:pass be
arrested VERB 0 root arrest
by ADP 6 case by
the DET 6 det the
Guard PROPN 3 obl:agent Guard o1
in ADP 8 case in
Oslo PROPN 3 obl Oslo l1
on ADP 10 case on
Tuesday PROPN 3 obl Tuesday
. PUNCT 3 punct .)",
               "2006-01-12") == Events{"arrest 2006-01-10 agent=Guard target=Ada in=Oslo"});
  CHECK(events(R"(Ada PROPN 2 nsubj Ada p1
met VERB 0 root meet
Bo PROPN 2 obj Bo p2
. PUNCT 2 punct .)") == Events{"meeting participant=Ada participant=Bo"});
}

TEST_CASE("a noun tells an event; a light verb lends it its subject") {
  CHECK(events(R"(Norland PROPN 2 nsubj Norland l1
launched VERB 0 root launch
an DET 4 det an
attack NOUN 2 obj attack
on ADP 6 case on
Sudland PROPN 4 nmod Sudland l2
. PUNCT 2 punct .)") == Events{"attack agent=Norland target=Sudland in=Sudland"});
  CHECK(events(R"(The DET 2 det the
killing NOUN 7 nsubj killing
of ADP 4 case of
Bo PROPN 2 nmod Bo p1
by ADP 6 case by
Ada PROPN 2 nmod Ada p2
shook VERB 0 root shake
all PRON 7 obj all
. PUNCT 7 punct .)") == Events{"killing target=Bo agent=Ada"});
}

TEST_CASE("what did not happen is no event") {
  SECTION("negated") {
    CHECK(events(R"(Ada PROPN 4 nsubj Ada p1
did AUX 4 aux do
not PART 4 advmod not
attack VERB 0 root attack
Oslo PROPN 4 obj Oslo l1
. PUNCT 4 punct .)")
              .empty());
  }
  SECTION("possible") {
    CHECK(events(R"(Ada PROPN 3 nsubj Ada p1
might AUX 3 aux might
attack VERB 0 root attack
Oslo PROPN 3 obj Oslo l1
. PUNCT 3 punct .)")
              .empty());
  }
  SECTION("asked") {
    CHECK(events(R"(Did AUX 3 aux do
Ada PROPN 3 nsubj Ada p1
attack VERB 0 root attack
Oslo PROPN 3 obj Oslo l1
? PUNCT 3 punct ?)")
              .empty());
  }
  SECTION("a figure of speech, a month") {
    CHECK(events(R"(Ada PROPN 2 nsubj Ada p1
had VERB 0 root have
a DET 5 det a
heart NOUN 5 compound heart
attack NOUN 2 obj attack
in ADP 7 case in
March PROPN 2 obl March
1912 NUM 7 nummod 1912
. PUNCT 2 punct .)")
              .empty());
  }
}

TEST_CASE("offices taken and left") {
  CHECK(events(R"(Ada PROPN 2 nsubj Ada p1
became VERB 0 root become
president NOUN 2 xcomp president
in ADP 5 case in
1912 NUM 2 obl 1912
. PUNCT 2 punct .)") == Events{"appointment 1912 agent=Ada"});
  CHECK(events(R"(Ada PROPN 2 nsubj Ada p1
became VERB 0 root become
tired ADJ 2 xcomp tired
. PUNCT 2 punct .)")
            .empty());
}

TEST_CASE("births and deaths from the dates behind a name") {
  CHECK(events(R"(Ada PROPN 0 root Ada p1
( PUNCT 4 punct (
31 NUM 4 nummod 31
October PROPN 1 appos October
1950 NUM 4 nummod 1950
– PUNCT 8 punct –
31 NUM 8 nummod 31
March PROPN 4 nmod March
2016 NUM 8 nummod 2016
) PUNCT 4 punct )
rested VERB 1 acl rest)") == Events{"birth 1950-10-31 target=Ada", "death 2016-03-31 target=Ada"});
}

TEST_CASE("a birth date that ends the document") {
  CHECK(events(R"(Ada PROPN 0 root Ada p1
( PUNCT 4 punct (
born VERB 1 acl bear
in ADP 5 case in
1950 NUM 3 obl 1950)")
            .size() == 1);
}

TEST_CASE("one occurrence told twice is one event") {
  const auto parsed = parsed_document(R"(Norland PROPN 2 nsubj Norland l1
invaded VERB 0 root invade
Sudland PROPN 2 obj Sudland l2
in ADP 5 case in
1912 NUM 2 obl 1912
. PUNCT 2 punct .

The DET 2 det the
invasion NOUN 3 nsubj invasion
ended VERB 0 root end
. PUNCT 3 punct .)");
  const Facts facts = find_facts(parsed.document, parsed.entities);
  REQUIRE(facts.events.size() == 1);
  CHECK(facts.events[0].triggers.size() == 2);

  SECTION("two dates are two events") {
    CHECK(events(R"(Norland PROPN 2 nsubj Norland l1
invaded VERB 0 root invade
Sudland PROPN 2 obj Sudland l2
in ADP 5 case in
1912 NUM 2 obl 1912
. PUNCT 2 punct .

Norland PROPN 2 nsubj Norland l1
invaded VERB 0 root invade
Sudland PROPN 2 obj Sudland l2
in ADP 5 case in
1915 NUM 2 obl 1915
. PUNCT 2 punct .)")
              .size() == 2);
  }
}

TEST_CASE("what is told in somebody's words is reported") {
  CHECK(events(R"(Ada PROPN 2 nsubj Ada p1
said VERB 0 root say
Norland PROPN 4 nsubj Norland l1
invaded VERB 2 ccomp invade
Sudland PROPN 4 obj Sudland l2
. PUNCT 2 punct .)") == Events{"attack agent=Norland target=Sudland in=Sudland reported"});
}
