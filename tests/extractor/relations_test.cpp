#include <catch2/catch.hpp>

#include <attest/extractor/pipeline.hpp>

#include "annotated.hpp"

using namespace attest::extract;
using attest::test::parsed_document;

namespace {

std::vector<std::string> relations(std::string_view columns) {
  const auto parsed = parsed_document(columns);
  std::vector<std::string> all;
  for (const Relation& r : find_facts(parsed.document, parsed.entities).relations) {
    std::string text = parsed.name(r.subject) + " " + r.type + " " + parsed.name(r.object);
    if (!r.title.empty()) text += " as " + r.title;
    all.push_back(r.former ? text + " (former)" : text);
  }
  return all;
}
using Relations = std::vector<std::string>;

}  // namespace

TEST_CASE("offices") {
  SECTION("an apposition") {
    CHECK(relations(R"(Ada PROPN 8 nsubj Ada p1
, PUNCT 4 punct ,
the DET 4 det the
president NOUN 1 appos president
of ADP 6 case of
Norland PROPN 4 nmod Norland l1
, PUNCT 4 punct ,
left VERB 0 root leave
. PUNCT 8 punct .)") == Relations{"Ada HOLDS_POSITION Norland as president"});
  }
  SECTION("a title before the name, the country before the title") {
    CHECK(relations(R"(Norland PROPN 3 compound Norland l1
Prime PROPN 3 compound Prime
Minister PROPN 4 compound Minister
Ada PROPN 5 nsubj Ada p1
left VERB 0 root leave
. PUNCT 5 punct .)") == Relations{"Ada HOLDS_POSITION Norland as Prime Minister"});
    CHECK(relations(R"(The DET 3 det the
French ADJ 3 amod French
president NOUN 4 compound president
Ada PROPN 5 nsubj Ada p1
left VERB 0 root leave
France PROPN 5 obj France l1
. PUNCT 5 punct .)")[0] == "Ada HOLDS_POSITION France as president");
  }
  SECTION("a predicate in the past") {
    CHECK(relations(R"(Ada PROPN 4 nsubj Ada p1
was AUX 4 cop be
the DET 4 det the
director NOUN 0 root director
of ADP 6 case of
Acme PROPN 4 nmod Acme o1
. PUNCT 4 punct .)") == Relations{"Ada HOLDS_POSITION Acme as director (former)"});
  }
  SECTION("a relative clause") {
    CHECK(relations(R"(Ada PROPN 6 nsubj Ada p1
, PUNCT 4 punct ,
who PRON 4 nsubj who
heads VERB 1 acl:relcl head
Acme PROPN 4 obj Acme o1
left VERB 0 root leave)") == Relations{"Ada HOLDS_POSITION Acme as head"});
  }
  SECTION("the office as subject, the name as predicate") {
    CHECK(relations(R"(The DET 2 det the
president NOUN 6 nsubj president
of ADP 4 case of
Acme PROPN 2 nmod Acme o1
is AUX 6 cop be
Ada PROPN 0 root Ada p1)") == Relations{"Ada HOLDS_POSITION Acme as president"});
  }
  SECTION("a verb that makes somebody something") {
    CHECK(relations(R"(They PRON 2 nsubj they
named VERB 0 root name
Ada PROPN 2 obj Ada p1
president NOUN 2 xcomp president
of ADP 6 case of
Acme PROPN 4 nmod Acme o1)") == Relations{"Ada HOLDS_POSITION Acme as president"});
  }
  SECTION("several offices, several holders: each his own") {
    const auto parsed = parsed_document(R"(The DET 2 det the
leaders NOUN 10 nsubj leader
of ADP 4 case of
Norland PROPN 2 nmod Norland l1
and CCONJ 6 cc and
Sudland PROPN 4 conj Sudland l2
, PUNCT 8 punct ,
Ada PROPN 2 appos Ada p1
, PUNCT 8 punct ,
met VERB 0 root meet)");
    auto document = parsed.document;
    document.tokens[1].penn = Penn::NNS;
    CHECK(find_facts(document, parsed.entities).relations.size() == 2);
  }
  SECTION("served as") {
    CHECK(relations(R"(Ada PROPN 2 nsubj Ada p1
served VERB 0 root serve
as ADP 4 case as
chairman NOUN 2 obl chairman
of ADP 6 case of
Acme PROPN 4 nmod Acme o1
. PUNCT 2 punct .)") == Relations{"Ada HOLDS_POSITION Acme as chairman (former)"});
  }
}

TEST_CASE("membership, work and founding") {
  CHECK(relations(R"(Ada PROPN 4 nsubj Ada p1
is AUX 4 cop be
a DET 4 det a
member NOUN 0 root member
of ADP 6 case of
Acme PROPN 4 nmod Acme o1
. PUNCT 4 punct .)") == Relations{"Ada MEMBER_OF Acme"});
  CHECK(relations(R"(Ada PROPN 2 nsubj Ada p1
studied VERB 0 root study
law NOUN 2 obj law
at ADP 5 case at
Acme PROPN 2 obl Acme o1
. PUNCT 2 punct .)") == Relations{"Ada MEMBER_OF Acme"});
  CHECK(relations(R"(Acme PROPN 3 nsubj:pass Acme o1
was AUX 3 aux:pass be
founded VERB 0 root found
by ADP 5 case by
Ada PROPN 3 obl:agent Ada p1
. PUNCT 3 punct .)") == Relations{"Ada FOUNDED Acme"});
}

TEST_CASE("membership by degrees, careers, boards and lists") {
  CHECK(relations(R"(Ada PROPN 2 nsubj Ada p1
earned VERB 0 root earn
a DET 4 det a
doctorate NOUN 2 obj doctorate
in ADP 6 case in
law NOUN 4 nmod law
from ADP 8 case from
Acme PROPN 2 obl Acme o1)") == Relations{"Ada MEMBER_OF Acme"});
  CHECK(relations(R"(Ada PROPN 2 nsubj Ada p1
sits VERB 0 root sit
on ADP 5 case on
the DET 5 det the
board NOUN 2 obl board
of ADP 7 case of
Acme PROPN 5 nmod Acme o1)") == Relations{"Ada MEMBER_OF Acme"});
  CHECK(relations(R"(Acme PROPN 0 root Acme o1
, PUNCT 4 punct ,
whose PRON 4 nmod:poss whose
members NOUN 5 nsubj member
included VERB 1 acl:relcl include
Ada PROPN 5 obj Ada p1
and CCONJ 8 cc and
Bo PROPN 6 conj Bo p2)") == Relations{"Ada MEMBER_OF Acme", "Bo MEMBER_OF Acme"});
  SECTION("a list whose middle the tree takes for an apposition") {
    CHECK(relations(R"(Ada PROPN 2 nsubj Ada p1
joined VERB 0 root join
Acme PROPN 2 obj Acme o1
, PUNCT 5 punct ,
Brill PROPN 3 appos Brill o2
and CCONJ 7 cc and
Orbis PROPN 3 conj Orbis o3)") ==
          Relations{"Ada MEMBER_OF Acme", "Ada MEMBER_OF Brill", "Ada MEMBER_OF Orbis"});
  }
  SECTION("president of one and member of another") {
    CHECK(relations(R"(Ada PROPN 3 nsubj Ada p1
is AUX 3 cop be
president NOUN 0 root president
of ADP 5 case of
Acme PROPN 3 nmod Acme o1
and CCONJ 8 cc and
a DET 8 det a
member NOUN 5 conj member
of ADP 10 case of
Brill PROPN 8 nmod Brill o2)") == Relations{"Ada HOLDS_POSITION Acme as president", "Ada MEMBER_OF Brill"});
  }
}

TEST_CASE("states and organizations as members and parts") {
  CHECK(relations(R"(Norland PROPN 7 nsubj Norland l1
, PUNCT 5 punct ,
a DET 5 det a
Pact PROPN 5 compound Pact o1
member NOUN 1 appos member
, PUNCT 5 punct ,
refused VERB 0 root refuse)") == Relations{"Norland MEMBER_OF Pact"});
  CHECK(relations(R"(Acme PROPN 2 nsubj Acme o1
acquired VERB 0 root acquire
Brill PROPN 2 obj Brill o2)") == Relations{"Brill PART_OF Acme"});
  CHECK(relations(R"(Brill PROPN 2 nsubj Brill o2
belongs VERB 0 root belong
to ADP 4 case to
Acme PROPN 2 obl Acme o1)") == Relations{"Brill PART_OF Acme"});
  SECTION("through the noun that stands for it") {
    CHECK(relations(R"(Brill PROPN 4 nsubj Brill o1
is AUX 4 cop be
a DET 4 det a
carmaker NOUN 0 root carmaker
founded VERB 4 acl found
by ADP 7 case by
Ada PROPN 5 obl:agent Ada p1)") == Relations{"Ada FOUNDED Brill"});
    CHECK(relations(R"(a DET 2 det a
unit NOUN 7 nsubj unit
of ADP 4 case of
Acme PROPN 2 nmod Acme o1
called VERB 2 acl call
Brill PROPN 5 obj Brill o2
closed VERB 0 root close)") == Relations{"Brill PART_OF Acme"});
  }
  SECTION("no country lies in a town") {
    auto parsed = parsed_document(R"(Brazil PROPN 0 root Brazil l1
in ADP 3 case in
Dal PROPN 1 nmod Dal l2)");
    CHECK(find_facts(parsed.document, parsed.entities).relations.size() == 1);
    parsed.entities.entities[0].kind = "country";
    CHECK(find_facts(parsed.document, parsed.entities).relations.empty());
  }
}

TEST_CASE("kinship") {
  CHECK(relations(R"(Ada PROPN 6 nsubj Ada p1
and CCONJ 4 cc and
her PRON 4 nmod:poss her
husband NOUN 1 conj husband
Bo PROPN 4 appos Bo p2
left VERB 0 root leave)") == Relations{"Ada SPOUSE_OF Bo"});
  CHECK(relations(R"(Ada PROPN 2 nsubj Ada p1
has VERB 0 root have
a DET 4 det a
daughter NOUN 2 obj daughter
, PUNCT 6 punct ,
Eva PROPN 4 appos Eva p2)") == Relations{"Ada PARENT_OF Eva"});
  CHECK(relations(R"(Ada PROPN 3 nmod:poss Ada p1
's PART 1 case 's
sister NOUN 5 nsubj sister
is AUX 5 cop be
Eva PROPN 0 root Eva p2)") == Relations{"Ada SIBLING_OF Eva"});
  CHECK(relations(R"(His PRON 2 nmod:poss his p1*
wife NOUN 5 nsubj wife
, PUNCT 4 punct ,
Ada PROPN 2 appos Ada p2
left VERB 0 root leave
Bo PROPN 5 obj Bo p1
. PUNCT 5 punct .)") == Relations{"Bo SPOUSE_OF Ada"});
  CHECK(relations(R"(Ada PROPN 4 nsubj Ada p1
is AUX 4 cop be
the DET 4 det the
daughter NOUN 0 root daughter
of ADP 6 case of
Bo PROPN 4 nmod Bo p2
. PUNCT 4 punct .)") == Relations{"Bo PARENT_OF Ada"});
  CHECK(relations(R"(Ada PROPN 2 nsubj Ada p1
married VERB 0 root marry
Bo PROPN 2 obj Bo p2
. PUNCT 2 punct .)") == Relations{"Ada SPOUSE_OF Bo"});
}

TEST_CASE("whose daughter, and who she is, are not mixed up") {
  CHECK(relations(R"(Ada PROPN 8 nsubj Ada p1
, PUNCT 4 punct ,
the DET 4 det the
daughter NOUN 1 appos daughter
of ADP 7 case of
General PROPN 7 compound General
Bo PROPN 4 nmod Bo p2
left VERB 0 root leave)") == Relations{"Bo PARENT_OF Ada"});
}

TEST_CASE("the office is the country's, not the town's where it is held") {
  const Relations found = relations(R"(Ada PROPN 8 nsubj Ada p1
, PUNCT 5 punct ,
the DET 5 det the
French ADJ 5 amod French
minister NOUN 1 appos minister
in ADP 7 case in
Oslo PROPN 5 nmod Oslo l1
left VERB 0 root leave
France PROPN 8 obj France l2)");
  CHECK(found == Relations{"Ada HOLDS_POSITION France as minister"});
}

TEST_CASE("wider kin") {
  CHECK(relations(R"(Ada PROPN 3 nsubj Ada p1
is AUX 3 cop be
related VERB 0 root relate
to ADP 5 case to
Bo PROPN 3 obl Bo p2)") == Relations{"Ada RELATIVE_OF Bo"});
  CHECK(relations(R"(Ada PROPN 3 nmod:poss Ada p1
's PART 1 case 's
cousin NOUN 4 nsubj cousin
left VERB 0 root leave
Bo PROPN 3 appos Bo p2)") == Relations{"Ada RELATIVE_OF Bo"});
}

TEST_CASE("birth, residence, citizenship") {
  CHECK(relations(R"(Ada PROPN 3 nsubj:pass Ada p1
was AUX 3 aux:pass be
born VERB 0 root bear
in ADP 5 case in
Oslo PROPN 3 obl Oslo l1
. PUNCT 3 punct .)") == Relations{"Ada BORN_IN Oslo"});
  CHECK(relations(R"(Ada PROPN 6 nsubj Ada p1
from ADP 5 case from
the DET 4 det the
village NOUN 1 nmod village
Dal PROPN 4 appos Dal l1
left VERB 0 root leave
. PUNCT 6 punct .)") == Relations{"Ada LIVES_IN Dal"});
  CHECK(relations(R"(Ada PROPN 2 nsubj Ada p1
became VERB 0 root become
a DET 4 det a
citizen NOUN 2 xcomp citizen
of ADP 6 case of
Norland PROPN 4 nmod Norland l1
. PUNCT 2 punct .)") == Relations{"Ada CITIZEN_OF Norland"});
}

TEST_CASE("containment") {
  SECTION("a place and what it lies in") {
    CHECK(relations(R"(He PRON 2 nsubj he
left VERB 0 root leave
Bergen PROPN 2 obj Bergen l1
, PUNCT 5 punct ,
Norland PROPN 3 appos Norland l2
. PUNCT 2 punct .)") == Relations{"Bergen LOCATED_IN Norland"});
  }
  SECTION("a chain of places, whatever the tree") {
    CHECK(relations(R"(He PRON 2 nsubj he
left VERB 0 root leave
Dal PROPN 2 obj Dal l1
, PUNCT 5 punct ,
Bergen PROPN 3 conj Bergen l2
, PUNCT 7 punct ,
Norland PROPN 3 conj Norland l3
, PUNCT 2 punct ,
early ADV 2 advmod early)") == Relations{"Dal LOCATED_IN Bergen", "Bergen LOCATED_IN Norland"});
  }
  SECTION("sides of places, and buildings") {
    CHECK(relations(R"(Dal PROPN 2 nsubj Dal l1
lies VERB 0 root lie
in ADP 5 case in
the DET 5 det the
north NOUN 2 obl north
of ADP 7 case of
Norland PROPN 5 nmod Norland l2)") == Relations{"Dal LOCATED_IN Norland"});
    CHECK(relations(R"(Abbey PROPN 3 nsubj:pass Abbey l1
was AUX 3 aux:pass be
built VERB 0 root build
in ADP 5 case in
Dal PROPN 3 obl Dal l2)") == Relations{"Abbey LOCATED_IN Dal"});
  }
  SECTION("a list of places is no chain") {
    CHECK(relations(R"(He PRON 2 nsubj he
left VERB 0 root leave
Bergen PROPN 2 obj Bergen l1
, PUNCT 5 punct ,
Oslo PROPN 3 conj Oslo l2
, PUNCT 8 punct ,
and CCONJ 8 cc and
Dal PROPN 3 conj Dal l3
. PUNCT 2 punct .)")
              .empty());
  }
  SECTION("organs and seats") {
    CHECK(relations(R"(Norland PROPN 3 nmod:poss Norland l1
's PART 1 case 's
Ministry PROPN 4 nsubj Ministry o1
spoke VERB 0 root speak
. PUNCT 4 punct .)") == Relations{"Ministry PART_OF Norland"});
    CHECK(relations(R"(Acme PROPN 0 root Acme o1
, PUNCT 3 punct ,
based VERB 1 acl base
in ADP 5 case in
Oslo PROPN 3 obl Oslo l1
. PUNCT 1 punct .)") == Relations{"Acme LOCATED_IN Oslo"});
  }
}
