// Who speaks and what is said: a rule of claims a section.
#include <catch2/catch.hpp>

#include <attest/extractor/build.hpp>

#include "said.hpp"

using attest::test::claims;
using attest::test::parsed_document;
using attest::test::Said;

TEST_CASE("who speaks") {
  using All = std::vector<Said>;
  SECTION("the name after a quotation, whatever stands between it and the verb") {
    CHECK(claims(parsed_document(R"(“ PUNCT 4 punct “
The DET 3 det the
dam NOUN 4 nsubj dam
held VERB 16 ccomp hold
, PUNCT 4 punct ,
” PUNCT 16 punct ”
Ada PROPN 16 nsubj Ada p1
Lim PROPN 7 flat Lim p1
, PUNCT 12 punct ,
who PRON 12 nsubj who
had AUX 12 aux have
come VERB 7 acl:relcl come
from ADP 14 case from
Oslo PROPN 12 obl Oslo l1
, PUNCT 7 punct ,
told VERB 0 root tell
reporters NOUN 16 iobj reporter
. PUNCT 16 punct .)")) == All{{"Ada Lim", "The dam held", true, false}});
  }
  SECTION("the subject of an infinitive that stands for itself") {
    CHECK(claims(parsed_document(R"(Lim PROPN 3 nsubj Lim p1
to PART 3 mark to
say VERB 0 root say
the DET 5 det the
dam NOUN 6 nsubj dam
held VERB 3 ccomp hold)")) == All{{"Lim", "the dam held", false, false}});
  }
  SECTION("the noun of a relative clause") {
    CHECK(claims(parsed_document(R"(He PRON 2 nsubj he
met VERB 0 root meet
Ada PROPN 2 obj Ada p1
Lim PROPN 3 flat Lim p1
, PUNCT 8 punct ,
who PRON 8 nsubj who
had AUX 8 aux have
told VERB 3 acl:relcl tell
Ben PROPN 10 compound Ben p2
Fox PROPN 8 obl:agent Fox p2
she PRON 13 nsubj she
would AUX 13 aux would
help VERB 8 ccomp help
. PUNCT 2 punct .)")) == All{{"Ada Lim", "she would help", false, false}});
  }
  SECTION("a document speaks for who made it") {
    CHECK(claims(parsed_document(R"(The DET 2 det the
report NOUN 6 nsubj report
by ADP 5 case by
Acme PROPN 5 compound Acme o1
Corporation PROPN 2 nmod Corporation o1
found VERB 0 root find
that SCONJ 9 mark that
ships NOUN 9 nsubj ship
sank VERB 6 ccomp sink
. PUNCT 6 punct .)")) == All{{"Acme Corporation", "ships sank", false, false}});
  }
  SECTION("scientists, officials and the like for the body they are of") {
    CHECK(claims(parsed_document(R"(Scientists NOUN 5 nsubj scientist
at ADP 4 case at
Acme PROPN 4 compound Acme o1
Corporation PROPN 1 nmod Corporation o1
say VERB 0 root say
the DET 7 det the
ships NOUN 8 nsubj ship
sank VERB 5 ccomp sink
. PUNCT 5 punct .)")) == All{{"Acme Corporation", "the ships sank", false, false}});
  }
  SECTION("they, where a body's people are the last subject") {
    CHECK(claims(parsed_document(R"(Acme ADJ 2 amod acme o1
officials NOUN 3 nsubj official
left VERB 0 root leave
the DET 5 det the
town NOUN 3 obj town
, PUNCT 9 punct ,
where ADV 9 advmod where
they PRON 9 nsubj they
said VERB 3 advcl say
the DET 11 det the
ships NOUN 12 nsubj ship
sank VERB 9 ccomp sink
. PUNCT 3 punct .)")) == All{{"Acme", "the ships sank", false, false}});
  }
  SECTION("the person in the phrase after according to") {
    CHECK(claims(parsed_document(R"(According VERB 4 case accord
to ADP 1 fixed to
her PRON 4 nmod:poss her
colleague NOUN 10 obl colleague
Ada PROPN 4 appos Ada p1
Lim PROPN 5 flat Lim p1
, PUNCT 4 punct ,
the DET 9 det the
town NOUN 10 nsubj town
fell VERB 0 root fall
. PUNCT 10 punct .)")) == All{{"Ada Lim", "the town fell .", false, false}});
  }
}

TEST_CASE("what is said") {
  using All = std::vector<Said>;
  SECTION("in the words of somebody") {
    CHECK(claims(parsed_document(R"(In ADP 3 case in
the DET 3 det the
words NOUN 10 obl word
of ADP 5 case of
Ada PROPN 3 nmod Ada p1
Lim PROPN 5 flat Lim p1
, PUNCT 3 punct ,
the DET 9 det the
town NOUN 10 nsubj town
fell VERB 0 root fall
. PUNCT 10 punct .)")) == All{{"Ada Lim", "the town fell .", false, false}});
  }
  SECTION("as somebody put it") {
    CHECK(claims(parsed_document(R"(The DET 2 det the
town NOUN 3 nsubj town
fell VERB 0 root fall
, PUNCT 8 punct ,
as ADP 8 mark as
Ada PROPN 8 nsubj Ada p1
Lim PROPN 6 flat Lim p1
put VERB 3 advcl put
it PRON 8 obj it
. PUNCT 3 punct .)")) == All{{"Ada Lim", "The town fell", false, false}});
  }
  SECTION("a clause that the tree hangs on a noun between") {
    CHECK(claims(parsed_document(R"(Ada PROPN 3 nsubj Ada p1
Lim PROPN 1 flat Lim p1
told VERB 0 root tell
Ben PROPN 5 compound Ben p2
Fox PROPN 3 iobj Fox p2
in ADP 8 case in
a DET 8 det a
letter NOUN 3 obl letter
that PRON 12 obj that
the DET 11 det the
town NOUN 12 nsubj town
fell VERB 8 acl:relcl fall
. PUNCT 3 punct .)")) == All{{"Ada Lim", "the town fell", false, false}});
  }
  SECTION("of a passive accusation what follows the accuser") {
    CHECK(claims(parsed_document(R"(Ben PROPN 4 nsubj:pass Ben p2
Fox PROPN 1 flat Fox p2
was AUX 4 aux:pass be
accused VERB 0 root accuse
by ADP 7 case by
Acme PROPN 7 compound Acme o1
Corporation PROPN 4 obl:agent Corporation o1
of SCONJ 9 mark of
stealing VERB 7 acl steal
ships NOUN 9 obj ship
. PUNCT 4 punct .)")) == All{{"Acme Corporation", "stealing ships", false, false}});
  }
  SECTION("of a passive description what comes after as") {
    CHECK(claims(parsed_document(R"(The DET 2 det the
bridge NOUN 4 nsubj:pass bridge
was AUX 4 aux:pass be
described VERB 0 root describe
by ADP 6 case by
Ada PROPN 4 obl Ada p1
Lim PROPN 6 flat Lim p1
as ADP 10 case as
a DET 10 det a
marvel NOUN 4 obl marvel
of ADP 12 case of
stone NOUN 10 nmod stone
. PUNCT 4 punct .)")) == All{{"Ada Lim", "a marvel of stone", false, false}});
  }
  SECTION("what somebody is called on to do") {
    CHECK(claims(parsed_document(R"(Ada PROPN 3 nsubj Ada p1
Lim PROPN 1 flat Lim p1
called VERB 0 root call
on ADP 6 case on
Ben PROPN 6 compound Ben p2
Fox PROPN 3 obl Fox p2
to PART 8 mark to
leave VERB 3 advcl leave
Oslo PROPN 8 obj Oslo l1
. PUNCT 3 punct .)")) == All{{"Ada Lim", "Ben Fox to leave Oslo", false, false}});
  }
  SECTION("the clause of a noun whose verb has a speaker") {
    CHECK(claims(parsed_document(R"(Ada PROPN 3 nsubj Ada p1
Lim PROPN 1 flat Lim p1
issued VERB 0 root issue
a DET 5 det a
warning NOUN 3 obj warning
that SCONJ 10 obj that
the DET 8 det the
dam NOUN 10 nsubj dam
would AUX 10 aux would
break VERB 5 acl break
. PUNCT 3 punct .)")) == All{{"Ada Lim", "the dam would break", false, false}});
  }
}

TEST_CASE("what is no claim") {
  SECTION("what a person finds, shows or proves is done, not said") {
    CHECK(claims(parsed_document(R"(Ada PROPN 2 nsubj Ada p1
found VERB 0 root find
that SCONJ 5 mark that
ships NOUN 5 nsubj ship
sank VERB 2 ccomp sink
. PUNCT 2 punct .)"))
              .empty());
  }
  SECTION("a question") {
    CHECK(claims(parsed_document(R"(Ada PROPN 2 nsubj Ada p1
asked VERB 0 root ask
whether SCONJ 6 mark whether
the DET 5 det the
town NOUN 6 nsubj town
fell VERB 2 ccomp fall
. PUNCT 2 punct .)"))
              .empty());
  }
  SECTION("what a noun of speech is told of by a relative clause") {
    CHECK(claims(parsed_document(R"(Ada PROPN 2 nsubj Ada p1
listed VERB 0 root list
warnings NOUN 2 obj warning
that PRON 6 nsubj:pass that
were AUX 6 aux:pass be
ignored VERB 3 acl:relcl ignore
. PUNCT 2 punct .)"))
              .empty());
  }
  SECTION("a quotation with the name of another source after it") {
    const auto said = claims(parsed_document(R"(“ PUNCT 3 punct “
It PRON 3 nsubj it
rained VERB 6 ccomp rain
, PUNCT 3 punct ,
” PUNCT 3 punct ”
said VERB 0 root say
Ada PROPN 6 nsubj Ada p1
. PUNCT 6 punct .
¶
“ PUNCT 3 punct “
It PRON 3 nsubj it
snowed VERB 0 root snow
. PUNCT 3 punct .
” PUNCT 3 punct ”
Anonymous ADJ 7 amod anonymous
letter NOUN 3 dep letter)"));
    CHECK(said == std::vector<Said>{{"Ada", "It rained", true, false}});
  }
}

TEST_CASE("speech that the layout sets off") {
  using All = std::vector<Said>;
  SECTION("a paragraph after a colon, and those that go on as I or we") {
    CHECK(claims(parsed_document(R"(Ada PROPN 2 nsubj Ada p1
said VERB 0 root say
: PUNCT 2 punct :
¶
The DET 2 det the
dam NOUN 3 nsubj dam
held VERB 0 root hold
. PUNCT 3 punct .
¶
We PRON 2 nsubj we
thank VERB 0 root thank
Oslo PROPN 2 obj Oslo l1
. PUNCT 2 punct .
¶
The DET 2 det the
town NOUN 3 nsubj town
slept VERB 0 root sleep
. PUNCT 3 punct .)")) ==
          All{{"Ada", "The dam held .", false, false}, {"Ada", "We thank Oslo .", false, false}});
  }
  SECTION("the turns of a transcript") {
    CHECK(claims(parsed_document(R"(Ada PROPN 4 nsubj Ada p1
: PUNCT 1 punct :
It PRON 4 nsubj it
rained VERB 0 root rain
. PUNCT 4 punct .
¶
Ben PROPN 4 nsubj Ben p2
: PUNCT 1 punct :
It PRON 4 nsubj it
snowed VERB 0 root snow
. PUNCT 4 punct .)")) == All{{"Ada", "It rained .", false, false}, {"Ben", "It snowed .", false, false}});
  }
  SECTION("one name before a colon is no transcript") {
    CHECK(claims(parsed_document(R"(Ada PROPN 4 nsubj Ada p1
: PUNCT 1 punct :
It PRON 4 nsubj it
rained VERB 0 root rain
. PUNCT 4 punct .)"))
              .empty());
  }
  SECTION("sentences of a quotation after one that a verb leads into") {
    CHECK(claims(parsed_document(R"(Ada PROPN 2 nsubj Ada p1
dubbed VERB 0 root dub
the DET 4 det the
plan NOUN 2 obj plan
“ PUNCT 7 punct “
a DET 7 det a
farce NOUN 2 xcomp farce
. PUNCT 2 punct .

It PRON 3 nsubj it
must AUX 3 aux must
end VERB 0 root end
. PUNCT 3 punct .
” PUNCT 3 punct ”)")) ==
          All{{"Ada", "the plan “ a farce", false, false}, {"Ada", "It must end .", true, false}});
  }
}

TEST_CASE("a document may end with a verb of speech") {
  for (const char* text :
       {"The minister admitted", "Anna Berg denied", "Anna Berg promised", "Anna Berg told"})
    CHECK_NOTHROW(attest::extract::extract_text("t.txt", text));
}
